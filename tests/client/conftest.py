"""What the tests of the client share: a folder of their own for saves."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Saves and caches go to a folder of the test's own."""
    monkeypatch.setenv("CESSATION_HOME", str(tmp_path))
    return tmp_path

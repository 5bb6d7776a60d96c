"""What the tests of the client share: a folder of their own for saves, and files that are closed in the end."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from sim.client.saving.autosave import Autosave
from sim.language import FIRST
from tests.tongue import speaking


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, shared_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Saves and caches go to a folder of the test's own, and English is spoken; what a test leaves open is closed.

    What a test compiles itself goes to the folder that all tests share: to compile a search anew takes minutes.
    """
    opened: list[Autosave] = []

    class Tracked(Autosave):
        def __init__(self, path: Path | None, lines: Sequence[str] = (), trouble: str = "") -> None:
            super().__init__(path, lines, trouble)
            opened.append(self)

    monkeypatch.setenv("CESSATION_HOME", str(tmp_path))
    monkeypatch.setattr("sim.ai.kernel.cache_folder", lambda: shared_cache)
    monkeypatch.setattr("sim.client.game.Autosave", Tracked)
    for each in ("sim.client.view.elsewhere.counselling", "sim.client.compiling"):
        monkeypatch.setattr(f"{each}.COMMAND", (sys.executable, "-c", ""))  # who asks says who answers
    with speaking(FIRST):
        yield tmp_path
    for autosave in opened:
        autosave.close()

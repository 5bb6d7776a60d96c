"""Texts kept on purpose. After a deliberate change write them anew, and read the difference before committing it::

GOLDEN=write python -m pytest tests/golden
"""

import os
from pathlib import Path

HERE = Path(__file__).parent
ANEW = "GOLDEN=write python -m pytest tests/golden"


def compare(name: str, text: str) -> None:
    """The text is the one that is kept under ``name``; with GOLDEN=write it becomes it."""
    file = HERE / name
    if os.environ.get("GOLDEN") == "write":
        file.write_text(text, "utf-8", newline="\n")
    kept = file.read_text("utf-8")
    assert text.splitlines() == kept.splitlines(), f"{file.name} would change; if it should: {ANEW}"
    assert text == kept

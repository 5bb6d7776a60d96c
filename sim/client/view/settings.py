"""What a person has chosen for the window, kept from one start to the next in a small file beside the saves."""

import json
import os
from pathlib import Path
from typing import NamedTuple

from sim.client.view import words as w
from sim.client.view.geometry import SCALES
from sim.folders import settings_file

MOST_BYTES = 4096  # a longer file is none of ours


class Settings(NamedTuple):
    """``text``: its size in per cent, one of ``SCALES``; ``full``: whether the game fills the screen."""

    text: int = 100
    full: bool = False


def read_settings() -> tuple[Settings, str]:
    """What was kept, and a sentence if that cannot be used; the usual settings then hold."""
    path = settings_file()
    try:
        if not path.exists():
            return Settings(), ""
        with path.open("rb") as file:
            return _settings(json.loads(file.read(MOST_BYTES))), ""
    except (OSError, ValueError, RecursionError) as error:
        why = error.strerror if isinstance(error, OSError) else w.NOT_SETTINGS
        return Settings(), w.BAD_SETTINGS.format(path=path, why=why)


def _settings(kept: object) -> Settings:
    """Settings from JSON; raises ValueError for what is none."""
    if not isinstance(kept, dict):
        raise ValueError
    text, full = kept.get("text", 100), kept.get("full", False)
    if isinstance(text, bool) or text not in SCALES or not isinstance(full, bool):
        raise ValueError
    return Settings(text, full)


def keep_settings(settings: Settings) -> None:
    """Keep them: the file is whole or it is the old one. Raises OSError if it cannot be written."""
    path = settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    spare = Path(f"{path}.{os.getpid()}.new")
    spare.write_text(json.dumps(settings._asdict()) + "\n", "utf-8")
    spare.replace(path)

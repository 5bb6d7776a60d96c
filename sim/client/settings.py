"""What a person has chosen for every game, kept from one start to the next in a small file beside the saves."""

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from sim.client import words as w
from sim.folders import settings_file
from sim.language.catalogue import language_wished, languages

MOST_BYTES = 4096  # a longer file is none of ours
SCALES = (100, 125, 150, 175, 200)
VOLUMES = (25, 50, 75, 100)
MOST_KEYS = 100


class Settings(NamedTuple):
    """What holds in every game.

    ``text``: its size in the window in per cent, one of ``SCALES``; ``full``: whether the window fills the screen;
    ``analyst``: whether it is told in play why the other side acted; ``language``: one of ``languages()``, or nothing
    for that of the machine; ``contrast``: whether colours are those of high contrast; ``sound``: whether there is any,
    ``volume`` how loud in per cent, one of ``VOLUMES``; ``still``:
    whether nothing moves by itself; ``keys``: commands that were given another key than their own.
    """

    text: int = 100
    full: bool = False
    analyst: bool = False
    language: str = ""
    contrast: bool = False
    sound: bool = True
    volume: int = 50
    still: bool = False
    keys: tuple[tuple[str, str], ...] = ()


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
    usual = Settings()
    found = usual._replace(**{name: kept[name] for name in Settings._fields if name in kept})
    if found.text not in SCALES or found.volume not in VOLUMES or found.language not in ("", *languages()):
        raise ValueError
    if any(type(each) is not type(plain) for each, plain in zip(found[:-1], usual, strict=False)):
        raise ValueError
    return found._replace(keys=_keys(found.keys))


def _keys(kept: object) -> tuple[tuple[str, str], ...]:
    """Pairs of command and key; which of them can be used, the window knows."""
    if not isinstance(kept, list | tuple) or len(kept) > MOST_KEYS:
        raise ValueError
    pairs = [tuple(each) if isinstance(each, list) else () for each in kept]
    if any(len(each) != 2 or not all(isinstance(part, str) for part in each) for each in pairs):
        raise ValueError
    return tuple((command, key) for command, key in pairs)


def language_of(settings: Settings, asked: str | None = None) -> str:
    """The language to speak: as asked, else as kept, else that of the machine."""
    return asked or settings.language or language_wished()


def keep_setting(name: str, value: Any) -> None:
    """Keep one of them beside the others: the file is whole or it is the old one. Raises OSError if it cannot be."""
    path = settings_file()
    settings = read_settings()[0]._replace(**{name: value})
    path.parent.mkdir(parents=True, exist_ok=True)
    spare = Path(f"{path}.{os.getpid()}.new")
    spare.write_text(json.dumps(settings._asdict()) + "\n", "utf-8")
    spare.replace(path)

"""Where a user's files go: saves, records and caches, by the platform's rules or under ``CESSATION_HOME``."""

import os
from pathlib import Path

APP = "cessation"


def _home(kind: str) -> Path:
    override = os.environ.get("CESSATION_HOME")
    if override:
        return Path(override) / kind
    import platformdirs

    return Path(getattr(platformdirs, f"user_{kind}_dir")(APP, appauthor=False))


def cache_folder() -> Path:
    """What can be made again: compiled scenarios, compiled code."""
    return _home("cache")


def saves_folder() -> Path:
    """Games saved by players."""
    return _home("data") / "saves"


def settings_file() -> Path:
    """What a player has chosen for the window."""
    return _home("data") / "settings.json"


def pictures_folder() -> Path:
    """Pictures that a player has taken of the window."""
    return _home("data") / "pictures"

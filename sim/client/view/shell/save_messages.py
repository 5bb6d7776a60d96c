"""Messages about saves that a person asks for: a copy is removed, a game that is not on the disk is tried again."""

from dataclasses import dataclass
from typing import NamedTuple

from sim.client.view.shell.messages import Kept


class AskRemove(NamedTuple):
    """Ask once more before a copy is removed."""

    kept: Kept


class RemoveCopy(NamedTuple):
    """Remove a copy for good; as a request, come back with ``Done``."""

    kept: Kept


@dataclass(frozen=True)
class SaveAgain:
    """Try once more to write a game that could not be saved; as a request, come back with ``Saved``."""

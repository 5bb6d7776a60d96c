"""What can be done with a game that is looked at again. Pure data, like ``messages``."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sim.client.replaying.replay import Replay


class LookAgain(NamedTuple):
    """Look at a record's game again, opened at a day if one is given; without a path at the game that is open.

    ``scenario`` is its folder, if it is no shipped one.

    As a request: read it, and come back with ``Replaying``.
    """

    path: Path | None = None
    day: int = 0
    seat: int = -1
    scenario: str = ""


class Replaying(NamedTuple):
    """A game is there to be looked at again, as it was asked for."""

    replay: "Replay"
    asked: LookAgain


class ShowDay(NamedTuple):
    """A day by its number; else so many days from here; else by its share of the way from the first to the end.

    ``runs`` tells a day that comes by itself from one that somebody asked for.
    """

    to: int = 0
    by: int = 0
    share: float = -1.0
    runs: bool = False


class TurnEyes(NamedTuple):
    """Look through the eyes of a seat; of the other one, if none is named."""

    seat: int = -1


@dataclass(frozen=True)
class TurnFog:
    """Take the fog away, or bring it back."""


@dataclass(frozen=True)
class TurnRunning:
    """Let the days pass by themselves, or stop them."""

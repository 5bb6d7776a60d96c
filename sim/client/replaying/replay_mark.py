"""Where a replay is open."""

from typing import NamedTuple


class ReplayMark(NamedTuple):
    """The day, one more than the last for the end; whose eyes; with fog or without.

    ``running`` says that the days pass by themselves.
    """

    day: int = 1
    seat: int = 0
    fog: bool = True
    running: bool = False

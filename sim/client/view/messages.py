"""What can be done in the window beyond the game itself: messages of its own, pure data."""

from pathlib import Path
from typing import NamedTuple

from sim.client.asking import Target


class Go(NamedTuple):
    """To another screen; ``back`` remembers this one."""

    screen: str
    back: bool = True


class Back(NamedTuple):
    """Out of a dialog, else back to the screen before."""


class Open(NamedTuple):
    """A dialog by name."""

    dialog: str


class Explain(NamedTuple):
    """The page of something that has a name."""

    target: Target


class Choose(NamedTuple):
    """A choice on the way to a new game: ``what`` is scenario, seat or agent; ``which`` a number."""

    what: str
    which: int


class Begin(NamedTuple):
    """Start the game that is chosen."""


class Resume(NamedTuple):
    """Go on with a record; ``copied`` leaves it as it is and plays on in a copy."""

    path: Path
    copied: bool


class SaveAs(NamedTuple):
    """Keep a copy of the game under a name; without one, as the quick save."""

    name: str = ""


class LoadQuick(NamedTuple):
    """Go back to the quick save."""


class Typed(NamedTuple):
    """The text in the field is now this."""

    text: str


class TurnFace(NamedTuple):
    """The next way to show one's offer."""


class SetScale(NamedTuple):
    """Text at so many per cent; ``by`` steps from where it is, if there is no ``to``."""

    to: int = 0
    by: int = 0


class ToggleScreen(NamedTuple):
    """Between a window and the full screen."""


class TakePicture(NamedTuple):
    """Keep what is on the screen as a picture."""


class LeaveGame(NamedTuple):
    """To the title; the game is kept."""


class Quit(NamedTuple):
    """Close the window; the game is kept."""


class Nothing(NamedTuple):
    """Something that can be read and does nothing."""

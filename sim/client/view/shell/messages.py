"""What can be done in the window beyond the game itself: messages of its own, and what it asks for. Pure data."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sim.client.chairs import Chairs
from sim.client.explaining.asking import Target
from sim.client.model import Model
from sim.client.update import Request
from sim.scenario.book import Book


class Go(NamedTuple):
    """To another screen; ``back`` remembers this one."""

    screen: str
    back: bool = True


@dataclass(frozen=True)
class Back:
    """Out of a dialog, else back to the screen before."""


class Open(NamedTuple):
    """A dialog by name."""

    dialog: str


class Explain(NamedTuple):
    """The page of something that has a name."""

    target: Target


class Choose(NamedTuple):
    """A choice on the way to a new game: ``what`` is scenario or seat, by number, or agent, by id."""

    what: str
    which: int | str


@dataclass(frozen=True)
class Begin:
    """Start the game that is chosen."""


@dataclass(frozen=True)
class Learn:
    """Start the course for newcomers."""


@dataclass(frozen=True)
class TakeChair:
    """Whoever's turn it is sits down: lift the curtain between two persons."""


@dataclass(frozen=True)
class OtherSide:
    """See the debrief of a game of two persons from the other seat."""


@dataclass(frozen=True)
class TurnLesson:
    """Put the lesson of now away, or take it out again."""


class Resume(NamedTuple):
    """Go on with a record; ``copied`` leaves it as it is and plays on in a copy."""

    path: Path
    copied: bool


class SaveAs(NamedTuple):
    """Keep a copy of the game under a name; without one, as the quick save."""

    name: str = ""


@dataclass(frozen=True)
class LoadQuick:
    """Go back to the quick save."""


class Typed(NamedTuple):
    """The text in the field is now this."""

    text: str


@dataclass(frozen=True)
class TurnFace:
    """The next way to show one's offer."""


class Bookmark(NamedTuple):
    """What is read of a debrief: the chapter, by number; the day, and whether no more of it than the seat knew."""

    chapter: int = 1
    day: int = 1
    fog: bool = False


class Read(NamedTuple):
    """Read this of the debrief."""

    bookmark: Bookmark


class TurnLeaf(NamedTuple):
    """Turn to a leaf of the table, where it is in leaves."""

    leaf: int


@dataclass(frozen=True)
class SavePage:
    """Save the debrief as one page."""


class PlayOn(NamedTuple):
    """Play on from a day of the game that is over, in a new game; come back with ``Opened``.

    With a seat from its turn of that day, in the game that is looked at again.
    """

    day: int
    seat: int = -1


class PlayOther(NamedTuple):
    """Begin another game against the same opponent from the other seat; come back with ``Opened``."""


class SetScale(NamedTuple):
    """Text at so many per cent; ``by`` steps from where it is, if there is no ``to``."""

    to: int = 0
    by: int = 0


class SetLanguage(NamedTuple):
    """Say everything in this language."""

    to: str


@dataclass(frozen=True)
class ToggleScreen:
    """Between a window and the full screen."""


@dataclass(frozen=True)
class ToggleAnalyst:
    """Whether it is told in play why the other side acted, or not."""


@dataclass(frozen=True)
class ToggleContrast:
    """Between the usual colours and those of high contrast."""


@dataclass(frozen=True)
class ToggleMotion:
    """Whether the night is told part after part, or at once."""


@dataclass(frozen=True)
class ToggleSound:
    """Sound on or off; how loud it is stays."""


class SetVolume(NamedTuple):
    """Sound, so loud in per cent."""

    to: int


class ChooseKey(NamedTuple):
    """Wait for the key that a command is to have; without one, wait no more."""

    command: str = ""


class PressKey(NamedTuple):
    """The key that was waited for, as the window names it."""

    key: str


@dataclass(frozen=True)
class ResetKeys:
    """Every command has its own key again."""


@dataclass(frozen=True)
class TakePicture:
    """Keep what is on the screen as a picture."""


@dataclass(frozen=True)
class LeaveGame:
    """To the title; the game is kept."""


@dataclass(frozen=True)
class Quit:
    """Close the window; the game is kept."""


# ------------------------------------------------------------------------------------------------------------- answers
class Opened(NamedTuple):
    """A game is open. ``fresh``: it begins, so the briefing is due; ``dropped`` lines of a torn tail were left out.

    ``chairs`` has both persons, if two share the window.
    """

    model: Model
    fresh: bool
    dropped: int = 0
    chairs: Chairs | None = None


class Stocked(NamedTuple):
    """What lies in the saves folder, and the scenarios there are."""

    shelf: "Shelf"


class Saved(NamedTuple):
    """When all of the game was saved last, in seconds since the epoch, or why it is not.

    ``age`` is how long ago that was, in seconds, as it is told now; ``since`` the first day that is not on the disk.
    """

    at: float
    trouble: str = ""
    age: int = 0
    since: int = 0


class Aged(NamedTuple):
    """It is longer ago now that the game was saved: so many seconds."""

    age: int


class Failed(NamedTuple):
    """Something could not be done; the sentence says why."""

    text: str


class Done(NamedTuple):
    """Something was done; the sentence says what."""

    text: str


# ------------------------------------------------------------------------------------------------------------ requests
class StartGame(NamedTuple):
    """Set up a new game and come back with ``Opened``."""

    book: Book
    seat: int
    agent: str
    rng_seed: int | None = None
    analyst: bool = False


class StartCourse(NamedTuple):
    """Set up the course of a scenario, by its name, or the one for newcomers; come back with ``Opened``."""

    scenario: str = ""
    rng_seed: int | None = None
    analyst: bool = False


class OpenRecord(NamedTuple):
    """Open a record and come back with ``Opened``."""

    path: Path
    copied: bool
    analyst: bool = False


class Carry(NamedTuple):
    """Have the game carry out what the model asks for, and come back with its answer."""

    request: Request


@dataclass(frozen=True)
class Consult:
    """Have the advisers look at this turn and come back with ``Advised``, whenever they are ready."""


class Foresee(NamedTuple):
    """Have futures of a draft, a package with its face, played and come back with ``Foreseen``, more than once."""

    draft: int
    face: int


class KeepSetting(NamedTuple):
    """Keep one of the settings by its name."""

    name: str
    value: int | str | tuple[tuple[str, str], ...]


class Speak(NamedTuple):
    """Say everything in this language, before anything else is done."""

    language: str


class Analyse(NamedTuple):
    """Turn the analyst setting of the game on or off and come back with ``Analysed``."""

    on: bool


class KeepPage(NamedTuple):
    """Write the debrief of a model as one page and come back with ``Done``."""

    model: Model


class KeepCopy(NamedTuple):
    """Copy the game's record to a slot and come back with ``Done``."""

    name: str


@dataclass(frozen=True)
class Restock:
    """Look what there is and come back with ``Stocked``."""


@dataclass(frozen=True)
class CloseGame:
    """Close the game's record."""


class ForWindow(NamedTuple):
    """Something that only the window can do: quit, picture, screen."""

    what: str


# --------------------------------------------------------------------------------------------------------------- shelf
class Kept(NamedTuple):
    """A record in the saves folder, in the words of its scenario."""

    path: Path
    name: str
    scenario: str
    seat: str
    rival: str
    day: int
    last: int
    date: str
    finished: bool
    shared: bool = False


class Shelf(NamedTuple):
    """What there is to play: the game left last, all games, named copies, scenarios; and what could not be opened.

    ``new`` says that no game was ever begun here.
    """

    left: Kept | None = None
    games: tuple[Kept, ...] = ()
    slots: tuple[Kept, ...] = ()
    books: tuple[Book, ...] = ()
    troubles: tuple[str, ...] = ()
    new: bool = False

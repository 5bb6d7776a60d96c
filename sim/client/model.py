"""What a person at the table knows and is about to do: immutable, made of observations and of events meant for them.

A turn is planned before it is committed. The plan is tried on the observation alone, so taking it back gives nothing
away; only ``game`` carries it out.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from sim.ai.counsel import Advice
from sim.ai.outlook import Outlook
from sim.client.debriefing.debrief import NOT_BEGUN, Debrief, Reviewing
from sim.record.events import Event
from sim.record.notation import Action
from sim.record.notes import Terms
from sim.rules import layout as at
from sim.rules.actions import PRIVATE
from sim.rules.values import package_slot
from sim.scenario.book import Book
from sim.scenario.tables import Names, RulesTables

if TYPE_CHECKING:
    from sim.analysis.why.review import Review

Dated = tuple[int, Event]


class StatedBelief(NamedTuple):
    """Beliefs that the seat has put on record: the day, and how many events it knew of once it had acted."""

    day: int
    known: int
    beliefs: Terms


class ToldReason(NamedTuple):
    """Why the other side acted as the seat saw it act: the day, the act as an event, and what was noted under it."""

    day: int
    event: Event
    reasons: Terms


class Look(NamedTuple):
    """What a seat may know as its turn begins: its observation, the one at the end of its last turn, and what happened.

    ``unfit`` says why a plan could not be carried out to its end; the turn then goes on. ``stated`` holds the beliefs
    that the seat itself has put on record since the last look; ``reasons`` why the other side acted, in the analyst
    setting alone.
    """

    values: tuple[float, ...]
    closed: tuple[float, ...] = ()
    events: tuple[Dated, ...] = ()
    over: bool = False
    unfit: str = ""
    stated: tuple[StatedBelief, ...] = ()
    reasons: tuple[ToldReason, ...] = ()


class Question(NamedTuple):
    """Something to be confirmed before it enters the plan."""

    text: str
    action: Action


@dataclass(frozen=True)
class Model:
    """Everything a screen may draw."""

    book: Book
    seat: int
    rival: str
    """The id of the agent at the other seat."""
    looks: tuple[Look, ...]
    draft: tuple[int, ...]
    face: int = PRIVATE
    plan: tuple[Action, ...] = ()
    stated: Terms = ()
    """Beliefs that go on record with this turn."""
    question: Question | None = None
    notices: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    passing: int = 0
    """Days that may still pass by themselves."""
    since: int = -1
    """The look from which changes are told: the one at which the person last decided."""
    decided: int = -1
    """The same, from the moment of that decision on, when nothing has changed yet."""
    debrief: Debrief | None = None
    review: "Review | None" = None
    """How usual the game was and where it turned, once that has been played out."""
    reviewing: Reviewing = NOT_BEGUN
    """How far that is until then."""
    advice: tuple[Advice, ...] = ()
    """What the advisers say of this turn, once they have spoken."""
    silence: str = ""
    """Why they do not, if they will not."""
    outlook: Outlook | None = None
    """What may be expected of the draft and of the other side's offer, once futures have been played."""
    foresaw: Outlook | None = None
    """The last that was expected on an earlier day."""
    unforeseen: str = ""
    """Why none are, if they cannot be."""
    put_away: tuple[str, ...] = ()
    """Lessons that the person does not want to see."""

    @property
    def tables(self) -> RulesTables:
        """The rules, which everybody knows."""
        return self.book.tables

    @property
    def names(self) -> Names:
        """What the numbers of the rules are called."""
        return self.book.tables.names

    @property
    def look(self) -> Look:
        """The present."""
        return self.looks[-1]

    @property
    def values(self) -> tuple[float, ...]:
        """The seat's observation now."""
        return self.looks[-1].values

    @property
    def before(self) -> tuple[float, ...] | None:
        """The seat's observation when the person last decided, if they have."""
        last = self.since if self.since >= 0 else len(self.looks) - 2
        return self.looks[last].values if 0 <= last < len(self.looks) - 1 else None

    @property
    def day(self) -> int:
        """The day, from 1."""
        return int(self.values[at.DAY])

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return self.look.over

    @property
    def log(self) -> tuple[Dated, ...]:
        """All events that the seat may know; all there were, once the game is over."""
        if self.debrief:
            return self.debrief.events
        return tuple(event for look in self.looks for event in look.events)

    @property
    def reasons(self) -> tuple[ToldReason, ...]:
        """Why the other side acted since the person last decided, if the analyst setting has it told."""
        return tuple(reason for look in self.recent for reason in look.reasons)

    @property
    def recent(self) -> tuple[Look, ...]:
        """The looks since the person last decided: one for every day that has passed."""
        first = self.since + 1 if 0 <= self.since < len(self.looks) - 1 else len(self.looks) - 1
        return self.looks[first:]

    @property
    def believed(self) -> tuple[StatedBelief, ...]:
        """The beliefs that the seat has on record."""
        return tuple(stated for look in self.looks for stated in look.stated)

    def part(self, *fields: str) -> "Model":
        """The model without the turn that is planned, but for these fields of it; equal as long as those are."""
        return replace(self, **{name: value for name, value in OF_THE_TURN.items() if name not in fields})

    def own(self, register: int, seat: int | None = None) -> float:
        """A seat's register of the observation, one's own unless another is asked for."""
        return self.values[at.SEAT_BASE + (self.seat if seat is None else seat) * at.SEAT_WIDTH + register]

    def package(self, which: int, seat: int) -> tuple[int, ...]:
        """A seat's package that the observation holds: its offer, its public word, what it refused."""
        first = package_slot(self.tables.ints, seat, which)
        return tuple(int(x) for x in self.values[first : first + self.tables.ints[at.N_ISSUES]])

    @property
    def agreed(self) -> tuple[int, ...]:
        """The package signed last, in this game or before it."""
        first = self.tables.ints[at.FIRST_PACKAGE]
        return tuple(int(x) for x in self.values[first : first + self.tables.ints[at.N_ISSUES]])


OF_THE_TURN: dict[str, Any] = {
    "draft": (), "face": PRIVATE, "plan": (), "stated": (), "question": None, "notices": (), "calls": (), "passing": 0,
    "decided": -1, "review": None, "reviewing": NOT_BEGUN, "advice": (), "silence": "", "outlook": None,
    "unforeseen": "", "put_away": (),
}  # fmt: skip
"""What changes while a person looks at the same day, with the values of a turn on which nothing was done or told."""


def first_model(book: Book, seat: int, rival: str, looks: tuple[Look, ...]) -> Model:
    """The model of a game at the last of these looks. The draft is the last offer made, or the last deal."""
    model = Model(book, seat, rival, looks, ())
    offered = model.own(at.OFFERS) > 0
    draft = model.package(at.OFFER_PACKAGE, seat) if offered else model.agreed
    return Model(book, seat, rival, looks, draft, int(model.own(at.OFFER_FACE)) if offered else PRIVATE)

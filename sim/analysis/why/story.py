"""A finished record, played again: the state before each ply, and all that happened."""

from dataclasses import dataclass
from typing import NamedTuple

from sim.errors import CessationError
from sim.record.events import Event
from sim.record.notation import Action, read_action
from sim.record.notes import NOTHING, Note, PlacedNote, merge, notes_below, read_note
from sim.record.record import Header, Record, RecordError
from sim.rules import layout as at
from sim.rules.packages import read_package
from sim.rules.values import package_slot
from sim.scenario.tables import RulesTables
from sim.session.replay import compare, steps


class PastPly(NamedTuple):
    """A ply of a record: its number from 0, its day, the seat, what it did and noted, and the state before it."""

    number: int
    day: int
    seat: int
    action: Action
    note: Note
    state: tuple[float, ...]


@dataclass(frozen=True)
class FinishedRecord:
    """A record of a game that came to its end.

    ``events`` are all that happened, each with its day; ``heard`` says how many of them there were before each ply;
    ``notes`` are what the seats noted.
    """

    tables: RulesTables
    header: Header
    lines: tuple[str, ...]
    plies: tuple[PastPly, ...]
    final: tuple[float, ...]
    scores: tuple[float, float]
    events: tuple[tuple[int, Event], ...]
    heard: tuple[int, ...] = ()
    notes: tuple[PlacedNote, ...] = ()

    @property
    def ending(self) -> int:
        """The number of its ending."""
        return int(self.final[at.ENDING])

    def after(self, number: int) -> tuple[float, ...]:
        """The state after a ply, and after the night that it brought."""
        return self.plies[number + 1].state if number + 1 < len(self.plies) else self.final


def read_story(tables: RulesTables, record: Record) -> FinishedRecord:
    """Play a record again; raises CessationError if its game has not ended, RecordError if it departs from play."""
    states: list[tuple[float, ...]] = []
    heard: list[int] = []
    written: list[str] = []
    for session in steps(tables, record, written):
        states.append(session.true_state())
        heard.append(len(session.events))
    departure = compare(record, written)
    if departure:
        raise RecordError(f"this record does not replay: {departure}")
    if not session.over:
        day = session.day
        raise CessationError(
            f"this game has not ended: the record stops on day {day}. Play it to its end first, "
            "or ask for one night with --day"
        )
    plies = []
    for number, ((line, _, text), state) in enumerate(zip(record.actions, states, strict=False)):
        seat = int(state[at.TO_MOVE])
        note = NOTHING
        for each in notes_below(record.lines, line):
            noted = read_note(tables, seat, each)
            note = merge(tables, seat, note, dict(noted.beliefs), dict(noted.reasons))
        plies.append(PastPly(number, int(state[at.DAY]), seat, read_action(tables, text, seat), note, state))
    scores = (session.score(0), session.score(1))
    lines = (str(record.header), *record.lines)
    events, notes = tuple(session.events), tuple(session.notes)
    return FinishedRecord(tables, record.header, lines, tuple(plies), states[-1], scores, events, tuple(heard), notes)


def standing_offer(tables: RulesTables, state: tuple[float, ...], seat: int) -> tuple[int, int]:
    """The id of a seat's standing offer (0: none) and the number of its package."""
    slot = package_slot(tables.ints, seat, at.OFFER_PACKAGE)
    offer = int(state[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.OFFER_ID])
    return offer, read_package(tables.ints, list(state), slot)

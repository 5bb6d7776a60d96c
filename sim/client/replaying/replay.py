"""A record's game looked at again, day by day: as a seat saw it, or, once the game is over, as it was.

What may not be seen is not there: of a game that goes on only the person's own looks are kept.
"""

from dataclasses import dataclass, replace
from functools import cached_property

from sim.analysis.why.story import FinishedRecord, read_story
from sim.client.game import own_seats
from sim.client.model import Look, Model, first_model
from sim.client.replaying import replay_words as w
from sim.client.replaying.replay_mark import ReplayMark
from sim.client.saving.saves import SaveError
from sim.client.watch import Watch, relive
from sim.record.notation import END
from sim.record.record import Record
from sim.rules import layout as at
from sim.scenario.book import Book


@dataclass(frozen=True)
class Replay:
    """What of a game may be looked at again: the looks of those seats through whose eyes it can be seen.

    ``persons`` are the seats that persons play; ``past`` is the truth, once the game is over.
    """

    book: Book
    agents: tuple[str, str]
    looks: dict[int, tuple[Look, ...]]
    persons: tuple[int, ...]
    past: FinishedRecord | None

    @cached_property
    def last(self) -> int:
        """The last day."""
        return max(int(look.values[at.DAY]) for looks in self.looks.values() for look in looks)

    @property
    def end(self) -> int:
        """The last that there is to see: the end of a game that is over comes after its last day."""
        return self.last + 1 if self.past else self.last

    def held(self, mark: ReplayMark) -> ReplayMark:
        """The nearest that may be seen; nothing passes beyond the end."""
        day = max(1, min(self.end, mark.day))
        seat = mark.seat if mark.seat in self.looks else min(self.looks)
        return ReplayMark(day, seat, mark.fog or self.past is None, mark.running and day < self.end)

    def first_mark(self, day: int = 1) -> ReplayMark:
        """Where it opens: with the eyes of the person, and fog."""
        return self.held(ReplayMark(day, self.persons[0] if self.persons else 0))

    def model(self, mark: ReplayMark) -> Model:
        """What is to be seen then: what the seat knew as its turn began, or in the same form what was so."""
        looks = self.looks[mark.seat] if mark.fog else self._true_looks[mark.seat]
        shown = tuple(each for each in looks if mark.day > self.last or _came_by(each, mark.day)) or looks[:1]
        book = self.book if mark.fog else self._open_book
        return first_model(book, mark.seat, self.agents[1 - mark.seat], shown)

    def turns(self, seat: int) -> list[int]:
        """The days on which a seat had a turn."""
        return [int(look.values[at.DAY]) for look in self.looks[seat] if not look.over]

    def forker(self, mark: ReplayMark) -> int:
        """The seat from whose turn the game would be played on: the person's; of two the one whose eyes these are."""
        return mark.seat if mark.seat in self.persons or not self.persons else self.persons[0]

    @cached_property
    def _open_book(self) -> Book:
        """The book of somebody who sees everything exactly."""
        names = replace(self.book.tables.names, sd=[[0.0, 0.0] for _ in self.book.tables.names.sd])
        return replace(self.book, tables=replace(self.book.tables, names=names))

    @cached_property
    def _true_looks(self) -> dict[int, tuple[Look, ...]]:
        """By seat what was so as each of its turns began, and all that had happened since the one before."""
        return {seat: tuple(true_looks(self.past, seat)) if self.past else () for seat in self.looks}


def _came_by(look: Look, day: int) -> bool:
    return look.values[at.DAY] <= day and not look.over


def true_looks(past: FinishedRecord, seat: int) -> list[Look]:
    """The truth in the form of a seat's looks: a true state for an observation, every event whoever knew of it."""
    begun = [
        each for i, each in enumerate(past.plies)
        if each.seat == seat and (i == 0 or past.plies[i - 1].action.kind == END.kind)
    ]  # fmt: skip
    heard = [0, *(past.heard[each.number] for each in begun)]
    found = [
        Look(each.state, (), past.events[first:last])
        for each, first, last in zip(begun, heard, heard[1:], strict=False)
    ]
    return [*found, Look(past.final, (), past.events[heard[-1] :], over=True)]


def read_replay(book: Book, record: Record) -> Replay:
    """A record's game as far as it may be looked at again.

    Raises RecordError if the record does not replay, SaveError if its game goes on and shows nobody's view alone.
    """
    persons = own_seats(record.header)
    if not record.finished and len(persons) != 1:
        raise SaveError(w.NOT_TO_TWO if persons else w.NOT_OVER)
    watches = [Watch(seat) for seat in (range(2) if record.finished else persons)]
    relive(book.tables, record, *watches)
    if not any(each.looks for each in watches):
        raise SaveError(w.NOT_BEGUN)
    names = (record.header.agents[0][1], record.header.agents[1][1])
    past = read_story(book.tables, record) if record.finished else None
    looks = {each.seat: tuple(each.looks) for each in watches}
    return Replay(book, names, looks, persons, past)

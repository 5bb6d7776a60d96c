"""A game with one person at the table: the only part of the client that holds a session, and with it the truth.

What it hands out are looks: an observation of the person's seat and the events which that seat may know.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from sim.ai.agent import Agent
from sim.analysis.explain import HazardNight, explain_night
from sim.analysis.understanding import Understanding, understanding
from sim.client.debrief import ENDS_OF_AGREEMENTS, Debrief
from sim.client.model import Dated, Look, StatedBelief
from sim.client.saves import HUMAN, Autosave, check_human
from sim.errors import CessationError
from sim.record.notation import END, Action
from sim.record.notes import TYPE, Terms
from sim.record.record import Header, Record, RecordError, drop_torn_tail, read_record
from sim.rules import actions as act
from sim.rules import layout as at
from sim.scenario.book import Book
from sim.scenario.tables import RulesTables
from sim.session.play import seat_agents, take_turn
from sim.session.replay import compare, steps
from sim.session.session import IllegalAction, Session


def own_seat(header: Header) -> int:
    """The number of the seat that a person plays."""
    return next(i for i, (_, agent) in enumerate(header.agents) if agent == HUMAN)


class Watch:
    """What a seat has been told of a session so far. Playing and re-living a record give the same looks."""

    def __init__(self, seat: int) -> None:
        self.seat = seat
        self._told = 0
        self._noted = 0
        self._closed: tuple[float, ...] = ()

    def close(self, session: Session) -> None:
        """The seat is about to end its turn."""
        self._closed = session.observation(self.seat).values

    def look(self, session: Session, unfit: str = "") -> Look:
        """What the seat may know, as its turn begins or the game is over."""
        events = tuple((day, event) for day, event in session.events[self._told :] if event.audience >> self.seat & 1)
        self._told = len(session.events)
        stated = self._stated(session)
        return Look(session.observation(self.seat).values, self._closed, events, session.over, unfit, stated)

    def _stated(self, session: Session) -> tuple[StatedBelief, ...]:
        found = []
        for each in session.notes[self._noted :]:
            if each.seat == self.seat and each.note.beliefs:
                known = sum(event.audience >> self.seat & 1 for _, event in session.events[: each.after])
                found.append(StatedBelief(each.day, known, each.note.beliefs))
        self._noted = len(session.notes)
        return tuple(found)


class Game:
    """A session, the agent at the other seat, and the autosave to which every committed turn is appended.

    ``seat_agents`` makes the agents of a game; the window's game has them think in a process of their own.
    """

    seat_agents: Callable[[RulesTables, Header], list[Agent | None]] = staticmethod(seat_agents)

    def __init__(self, session: Session, autosave: Autosave, watch: Watch) -> None:
        self.session = session
        self.autosave = autosave
        self._watch = watch
        self._agents = type(self).seat_agents(session.tables, session.header)

    @classmethod
    def new(cls, tables: RulesTables, header: Header, path: Path | None) -> tuple["Game", tuple[Look, ...]]:
        """A new game, recorded at ``path`` if there is one, and its first look."""
        autosave = Autosave(path)
        game = cls(Session(tables, header, autosave.keep), autosave, Watch(own_seat(header)))
        return game, (game._play_on(),)

    @classmethod
    def resume(cls, tables: RulesTables, path: Path) -> tuple["Game", tuple[Look, ...], int]:
        """The game of a record, every look it has given, and how many lines of a torn tail were dropped.

        Raises RecordError if the record does not replay under this scenario, SaveError if nobody's seat is free.
        """
        check_human(read_record(path))
        dropped = drop_torn_tail(path)
        record = read_record(path)
        watch = Watch(own_seat(record.header))
        session, looks, missing = relive(tables, record, watch)
        autosave = Autosave(path, [str(record.header), *record.lines])
        if missing:
            autosave.keep(missing)
        session.attach(autosave.keep)
        game = cls(session, autosave, watch)
        if not session.over and session.to_move != watch.seat:
            looks = (*looks, game._play_on())
        return game, looks, dropped

    def commit(self, actions: Sequence[Action], beliefs: Terms = ()) -> Look:
        """Carry out a plan, end the turn, and let the other seat and the night play until one's own turn comes.

        What is believed of the other seat is noted under the turn's first ply, for it is what the plan rests on;
        forecasts under its last, for they are of what the plan has brought about.
        """
        of_types = {name: chance for name, chance in beliefs if name.startswith(TYPE)}
        self.session.note(of_types)
        try:
            for action in actions:
                self.session.act(action)
        except IllegalAction as error:
            return self._watch.look(self.session, str(error))
        if not self.session.over:
            self._watch.close(self.session)
            self.session.note({name: chance for name, chance in beliefs if name not in of_types})
            self.session.act(END)
        return self._play_on()

    def _play_on(self) -> Look:
        while not self.session.over and self.session.to_move != self._watch.seat:
            agent = self._agents[self.session.to_move]
            if agent is None:
                raise CessationError("two persons at one table need the window")
            take_turn(self.session, agent)
        return self._watch.look(self.session)

    # ------------------------------------------------------------------------------------------ when the game is over
    @property
    def record(self) -> Record:
        """The record as it stands."""
        header, *lines = self.autosave.lines
        return Record(Header.read(header), tuple(lines), 0, self.session.over)

    def explain(self, day: int) -> list[HazardNight]:
        """Every hazard drawn on the night of a day; only once the game is over. Raises CessationError."""
        if not self.session.over:
            raise CessationError("exact terms are for the debrief: they tell what is hidden")
        return explain_night(self.session.tables, self.record, day)

    def debrief(self, book: Book) -> Debrief:
        """The truth, once the game is over."""
        first = Session(self.session.tables, self.session.header).true_state()
        scores = (self.session.score(0), self.session.score(1))
        events = tuple(self.session.events)
        broke = tuple(self._why_broken(book, events))
        final, rng_seed = self.session.true_state(), self.session.header.rng_seed
        understood = tuple(self._understood(seat, final) for seat in range(2))
        notes = tuple(self.session.notes)
        return Debrief(str(self.session.ending), scores, first, final, events, broke, rng_seed, notes, understood)

    def _understood(self, seat: int, final: Sequence[float]) -> Understanding:
        truth = int(final[at.SEAT_BASE + (1 - seat) * at.SEAT_WIDTH + at.TYPE])
        return understanding(self.session.tables, seat, self.session.notes, self.session.events, truth)

    def _why_broken(self, book: Book, events: Sequence[Dated]) -> list[HazardNight]:
        """The hazards that ended the last agreement, if it was no act of a seat that did."""
        ends = [(day, event.kind) for day, event in events if event.kind in ENDS_OF_AGREEMENTS]
        if not ends or ends[-1][1] == "denounced":
            return []
        risks = {renewal.get("risk") for renewal in book.outline.get("renewals", {}).values()}
        breaking = {name for name, hazard in book.outline["hazards"].items() if hazard.get("agreement")} | risks
        return [each for each in self.explain(ends[-1][0]) if each.struck and each.hazard in breaking]


Lines = list[str]


def relive(tables: RulesTables, record: Record, watch: Watch) -> tuple[Session, tuple[Look, ...], Lines]:
    """The session at the end of a record, the looks it gave on the way, and lines that the record lacks.

    A night is written after the turn that brings it, so a game that was cut off between the two lacks the night's
    lines, and play gives them again. Raises RecordError if the record departs from play.
    """
    written: Lines = []
    looks: list[Look] = []
    session = None
    ended = [text == act.KIND_NAMES[act.END_TURN] for _, _, text in record.actions]
    for i, session in enumerate(steps(tables, record, written)):
        own = session.to_move == watch.seat and not session.over
        if session.over or (own and (i == 0 or ended[i - 1])):
            looks.append(watch.look(session))
        if own and i < len(ended) and ended[i]:
            watch.close(session)
    played = written[1:]
    if session is None or played[: len(record.lines)] != list(record.lines):
        raise RecordError(f"this record does not replay: {compare(record, written)}")
    return session, tuple(looks), played[len(record.lines) :]

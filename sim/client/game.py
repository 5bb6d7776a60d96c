"""A game with one person at the table: the only part of the client that holds a session, and with it the truth.

What it hands out are looks: an observation of the person's seat and the events which that seat may know.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from sim.ai.agent import Agent
from sim.ai.counsel import Consultation, Consulted, Counsel, OwnPly
from sim.analysis.understood.counsel import adviser_reports
from sim.analysis.understood.understanding import Understanding, understanding
from sim.analysis.why.explain import HazardNight, explain_night
from sim.client.advising_words import NEEDS_COMPILED, NO_ADVISERS
from sim.client.debrief import ENDS_OF_AGREEMENTS, Debrief
from sim.client.model import Dated, Look, StatedBelief, ToldReason
from sim.client.patience import patient_agents
from sim.client.saves import HUMAN, Autosave, check_human
from sim.client.telling import actor_of
from sim.errors import CessationError, MissingExtra
from sim.record.notation import END, Action, read_action
from sim.record.notes import TYPE, Terms
from sim.record.record import Header, Record, RecordError, drop_torn_tail, read_record
from sim.rules import actions as act
from sim.rules import layout as at
from sim.scenario.book import Book
from sim.scenario.tables import RulesTables
from sim.session.play import take_turn
from sim.session.replay import compare, steps
from sim.session.session import IllegalAction, Session


def own_seat(header: Header) -> int:
    """The number of the seat that a person plays."""
    return next(i for i, (_, agent) in enumerate(header.agents) if agent == HUMAN)


class Watch:
    """What a seat has been told of a session so far. Playing and re-living a record give the same looks.

    ``analyst`` has the other side's reasons told for the acts that the seat knows of; without it no look holds any.
    """

    def __init__(self, seat: int, *, analyst: bool = False) -> None:
        self.seat = seat
        self.analyst = analyst
        self._since = 0
        self._told = 0
        self._noted = 0
        self._closed: tuple[float, ...] = ()
        self.plies: list[OwnPly] = []
        """What the seat saw and did so far."""

    def close(self, session: Session) -> None:
        """The seat is about to end its turn."""
        self._closed = session.observation(self.seat).values

    def look(self, session: Session, unfit: str = "") -> Look:
        """What the seat may know, as its turn begins or the game is over."""
        self._since, self._told = self._told, len(session.events)
        events = tuple(each for each in session.events[self._since :] if self._knows(each))
        seen, stated = session.observation(self.seat).values, self._stated(session)
        return Look(seen, self._closed, events, session.over, unfit, stated, self.reasons(session))

    def _knows(self, dated: Dated) -> bool:
        return bool(dated[1].audience >> self.seat & 1)

    def reasons(self, session: Session) -> tuple[ToldReason, ...]:
        """Why the other side acted between the last two looks, in the analyst setting.

        A ply is told by its first event that the seat knows for an act of the other side; one without stays untold.
        """
        found = []
        for each in session.notes if self.analyst else ():
            if each.seat != self.seat and each.note.reasons and each.before >= self._since:
                acts = (dated for dated in session.events[each.before : each.after] if actor_of(dated[1]) == each.seat)
                known = next((dated for dated in acts if self._knows(dated)), None)
                if known:
                    found.append(ToldReason(*known, each.note.reasons))
        return tuple(found)

    def _stated(self, session: Session) -> tuple[StatedBelief, ...]:
        found = []
        for each in session.notes[self._noted :]:
            if each.seat == self.seat and each.note.beliefs:
                known = sum(event.audience >> self.seat & 1 for _, event in session.events[: each.after])
                found.append(StatedBelief(each.day, known, each.note.beliefs))
        self._noted = len(session.notes)
        return tuple(found)


def check_counsel(tables: RulesTables, header: Header) -> None:
    """Raise CessationError, which says why, if the person has no advisers or they cannot think here."""
    from sim.ai.kernel import can_compile  # with all of the kernel, which a game without advisers does without

    if not tables.names.advisers[tables.names.seats[own_seat(header)]]:
        raise CessationError(NO_ADVISERS)
    if not can_compile():
        raise MissingExtra(NEEDS_COMPILED)


def seat_counsel(tables: RulesTables, header: Header) -> Counsel:
    """The advisers of the person's seat; raises CessationError if there is nobody to ask."""
    check_counsel(tables, header)
    seat = own_seat(header)
    return Counsel(tables, seat, header.rng_seed, header.game, compiled=True)


class Game:
    """A session, the agent at the other seat, and the autosave to which every committed turn is appended.

    ``seat_agents`` makes the agents of a game and ``seat_counsel`` the advisers of its person, once these are asked;
    the window's game has all of them think in processes of their own.
    """

    seat_agents: Callable[[RulesTables, Header], list[Agent | None]] = staticmethod(patient_agents)
    seat_counsel: Callable[[RulesTables, Header], Consulted] = staticmethod(seat_counsel)

    def __init__(self, session: Session, autosave: Autosave, watch: Watch) -> None:
        self.session = session
        self.autosave = autosave
        self._watch = watch
        self._agents = type(self).seat_agents(session.tables, session.header)
        self._counsel: Consulted | None = None

    @classmethod
    def new(
        cls, tables: RulesTables, header: Header, path: Path | None, *, analyst: bool = False
    ) -> tuple["Game", tuple[Look, ...]]:
        """A new game, recorded at ``path`` if there is one, and its first look."""
        autosave = Autosave(path)
        game = cls(Session(tables, header, autosave.keep), autosave, Watch(own_seat(header), analyst=analyst))
        return game, (game._play_on(),)

    @classmethod
    def resume(cls, tables: RulesTables, path: Path, *, analyst: bool = False) -> tuple["Game", tuple[Look, ...], int]:
        """The game of a record, every look it has given, and how many lines of a torn tail were dropped.

        Raises RecordError if the record does not replay under this scenario, SaveError if nobody's seat is free.
        """
        check_human(read_record(path))
        dropped = drop_torn_tail(path)
        record = read_record(path)
        watch = Watch(own_seat(record.header), analyst=analyst)
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
                self._act(action)
        except IllegalAction as error:
            return self._watch.look(self.session, str(error))
        if not self.session.over:
            self._watch.close(self.session)
            self.session.note({name: chance for name, chance in beliefs if name not in of_types} | self._foretold())
            self._act(END)
        return self._play_on()

    def _act(self, action: Action) -> None:
        seen = self.session.observation(self._watch.seat).values
        self.session.act(action)
        self._watch.plies.append(OwnPly(seen, action))

    @property
    def analyst(self) -> bool:
        """Whether looks tell why the other side acted."""
        return self._watch.analyst

    def analyse(self, *, on: bool) -> tuple[ToldReason, ...]:
        """Turn the analyst setting on or off; the reasons that belong to the last look."""
        self._watch.analyst = on
        return self._watch.reasons(self.session)

    # --------------------------------------------------------------------------------------------------- the advisers
    @property
    def counsel(self) -> Consulted:
        """The advisers of one's seat. Raises CessationError if there are none or they cannot think here."""
        if self._counsel is None:
            self._counsel = type(self).seat_counsel(self.session.tables, self.session.header)
        return self._counsel

    def consultation(self) -> Consultation:
        """What is put before the advisers as the session stands."""
        seen = self.session.observation(self._watch.seat).values
        return Consultation(tuple(self._watch.plies), seen, tuple(self.session.legal()))

    def _foretold(self) -> dict[str, float]:
        """What the advisers forecast of what stands once the turn's plan is carried out, if they were heard today."""
        if self._counsel is None or self._counsel.advised_on != self.session.day:
            return {}
        return self._counsel.foretell(self.consultation())

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
        advised = adviser_reports(self.session.tables, self._watch.seat, notes, events)
        return Debrief(
            str(self.session.ending), scores, first, final, events, broke, rng_seed, notes, understood, advised
        )

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
        if own and i < len(ended):
            action = read_action(tables, record.actions[i][2], watch.seat)
            watch.plies.append(OwnPly(session.observation(watch.seat).values, action))
        if session.over or (own and (i == 0 or ended[i - 1])):
            looks.append(watch.look(session))
        if own and i < len(ended) and ended[i]:
            watch.close(session)
    played = written[1:]
    if session is None or played[: len(record.lines)] != list(record.lines):
        raise RecordError(f"this record does not replay: {compare(record, written)}")
    return session, tuple(looks), played[len(record.lines) :]

"""A game with one person at the table, or two: the only part of the client that holds a session, and with it the truth.

What it hands out are looks: an observation of the seat to move and the events which that seat may know.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from sim.ai.agent import Agent, OwnPly, remind
from sim.ai.counsel import Consultation, Consulted, Counsel
from sim.ai.outlook import Forecasting
from sim.analysis.why.explain import HazardNight, explain_night
from sim.client import words as w
from sim.client.debriefing.debrief import Debrief
from sim.client.debriefing.revealing import reveal
from sim.client.model import Look, Model, ToldReason, first_model
from sim.client.patience import Patient, patient_agents
from sim.client.saving.autosave import Autosave
from sim.client.saving.saves import HUMAN, check_human, keep_fork
from sim.client.watch import Watch, relive
from sim.client.weighing import advising_words as advising
from sim.errors import CessationError, MissingExtra
from sim.record.notation import END, Action
from sim.record.notes import TYPE, Terms
from sim.record.record import Header, Record, drop_torn_tail, read_record
from sim.scenario.book import Book
from sim.scenario.tables import RulesTables
from sim.session.fork import fork_lines
from sim.session.play import take_turn
from sim.session.session import IllegalAction, Session


def own_seats(header: Header) -> tuple[int, ...]:
    """The numbers of the seats that persons play: one, or both."""
    return tuple(i for i, (_, agent) in enumerate(header.agents) if agent == HUMAN)


def check_counsel(tables: RulesTables, seat: int) -> None:
    """Raise CessationError, which says why, if a seat has no advisers or they cannot think here."""
    from sim.ai.kernel import can_compile  # with all of the kernel, which a game without advisers does without

    if not tables.names.advisers[tables.names.seats[seat]]:
        raise CessationError(advising.NO_ADVISERS)
    if not can_compile():
        raise MissingExtra(advising.NEEDS_COMPILED)


def seat_counsel(tables: RulesTables, header: Header, seat: int) -> Counsel:
    """The advisers of a person's seat; raises CessationError if there is nobody to ask."""
    check_counsel(tables, seat)
    return Counsel(tables, seat, header.rng_seed, header.game, compiled=True)


def seat_forecaster(tables: RulesTables, header: Header, seat: int) -> Forecasting:
    """The forecaster of a person's seat, on the compiled kernel where there is one."""
    from sim.ai.forecaster import Forecaster
    from sim.ai.kernel import can_compile

    return Forecaster(tables, seat, header.rng_seed, header.game, compiled=can_compile())


class Game:
    """A session, the agents at its seats, and the autosave to which every committed turn is appended.

    ``seat`` is the one that was told last: of two persons the one whose turn it is, or, once the game is over, the one
    who ended it. ``seat_agents`` makes the agents of a game, ``seat_counsel`` and ``seat_forecaster`` those whom a
    person may ask, once they are asked; the window's game has all of them think in processes of their own.
    """

    seat_agents: Callable[[RulesTables, Header], list[Agent | None]] = staticmethod(patient_agents)
    seat_counsel: Callable[[RulesTables, Header, int], Consulted] = staticmethod(seat_counsel)
    seat_forecaster: Callable[[RulesTables, Header, int], Forecasting] = staticmethod(seat_forecaster)

    def __init__(self, session: Session, autosave: Autosave, *watches: Watch) -> None:
        self.session = session
        self.autosave = autosave
        self._watches = {watch.seat: watch for watch in watches}
        self.seat = session.to_move if session.to_move in self._watches else watches[0].seat
        self._agents = type(self).seat_agents(session.tables, session.header)
        self._counsels: dict[int, Consulted] = {}
        self._forecasters: dict[int, Forecasting] = {}

    @property
    def _watch(self) -> Watch:
        return self._watches[self.seat]

    @classmethod
    def new(
        cls, tables: RulesTables, header: Header, path: Path | None, *, analyst: bool = False, trouble: str = ""
    ) -> tuple["Game", tuple[Look, ...]]:
        """A new game, recorded at ``path`` if there is one, else for want of one if ``trouble`` says so; its look."""
        autosave = Autosave(path, trouble=trouble)
        watches = [Watch(seat, analyst=analyst) for seat in own_seats(header)]
        game = cls(Session(tables, header, autosave.keep), autosave, *watches)
        return game, (game._play_on(),)

    @classmethod
    def resume(cls, tables: RulesTables, path: Path, *, analyst: bool = False) -> tuple["Game", tuple[Look, ...], int]:
        """The game of a record, every look of the seat to move, and how many lines of a torn tail were dropped.

        The record of a finished game is only read. Raises RecordError if it does not replay under this scenario,
        SaveError if nobody's seat is free.
        """
        record = read_record(path)
        check_human(record)
        dropped = 0 if record.finished else drop_torn_tail(path)
        watches = [Watch(seat, analyst=analyst) for seat in own_seats(record.header)]
        memories = [Watch(seat) for seat in range(2) if seat not in own_seats(record.header)]
        session, missing = relive(tables, record, *watches, *memories)
        autosave = Autosave(path, [str(record.header), *record.lines])
        if missing:
            autosave.keep(missing)
        session.attach(autosave.keep)
        game = cls(session, autosave, *watches)
        for each in memories if not session.over else ():
            game._remind(each)
        if not session.over and session.to_move not in game._watches:
            game._play_on()
        return game, tuple(game._watch.looks), dropped

    @classmethod
    def forked(
        cls, tables: RulesTables, record: Record, seat: int, day: int, *, analyst: bool = False
    ) -> tuple["Game", tuple[Look, ...]]:
        """A new game that begins with a record's up to a seat's turn of a day, and every look of that seat.

        Raises CessationError if there is no such turn, SaveError if nobody played there or it cannot be kept.
        """
        check_human(record)
        path = keep_fork(tables.id, fork_lines(tables, record, seat, day))
        game, looks, _ = cls.resume(tables, path, analyst=analyst)
        return game, looks

    def _remind(self, memory: Watch) -> None:
        """Have the agent of a seat know what it saw and did before the game was left."""
        agent, header = self._agents[memory.seat], self.session.header
        if agent is not None:
            remind(self.session.tables, agent, (header.rng_seed, header.game, memory.seat), memory.plies)

    def close(self) -> None:
        """Close the record, and end what is compiled for its agents."""
        self.autosave.close()
        for agent in self._agents:
            if isinstance(agent, Patient):
                agent.close()

    def models(self, book: Book) -> dict[int, Model]:
        """What each person knows who has been told anything yet, by seat; nothing planned."""
        names = [agent for _, agent in self.session.header.agents]
        return {
            seat: first_model(book, seat, names[1 - seat], tuple(watch.looks))
            for seat, watch in self._watches.items()
            if watch.looks
        }

    def parting(self) -> tuple[tuple[int, Look], ...]:
        """Once the game is over: what whoever did not end it sees at last, by seat."""
        others = [watch for seat, watch in self._watches.items() if seat != self.seat]
        return tuple((watch.seat, watch.looks[-1]) for watch in others) if self.session.over else ()

    def commit(self, actions: Sequence[Action], beliefs: Terms = ()) -> Look:
        """Carry out a plan, end the turn, and let agents and the night play until a person's turn comes: its look.

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
        for watch in self._watches.values():
            watch.analyst = on
        return self._watch.reasons(self.session)

    # --------------------------------------------------------------------------------------------------- the advisers
    @property
    def counsel(self) -> Consulted:
        """The advisers of one's seat. Raises CessationError if there are none or they cannot think here."""
        if self.seat not in self._counsels:
            self._counsels[self.seat] = type(self).seat_counsel(self.session.tables, self.session.header, self.seat)
        return self._counsels[self.seat]

    @property
    def forecaster(self) -> Forecasting:
        """The forecaster of one's seat. Raises CessationError if it cannot think here."""
        if self.seat not in self._forecasters:
            made = type(self).seat_forecaster(self.session.tables, self.session.header, self.seat)
            self._forecasters[self.seat] = made
        return self._forecasters[self.seat]

    def consultation(self) -> Consultation:
        """What is put before the advisers as the session stands."""
        seen = self.session.observation(self._watch.seat).values
        return Consultation(tuple(self._watch.plies), seen, tuple(self.session.legal()))

    def _foretold(self) -> dict[str, float]:
        """What the advisers forecast of what stands once the turn's plan is carried out, if they were heard today."""
        counsel = self._counsels.get(self.seat)
        if counsel is None or counsel.advised_on != self.session.day:
            return {}
        return counsel.foretell(self.consultation())

    def _play_on(self) -> Look:
        while not self.session.over:
            agent = self._agents[self.session.to_move]
            if agent is None:
                self.seat = self.session.to_move
                break
            take_turn(self.session, agent)
        for seat, watch in self._watches.items():
            if self.session.over and seat != self.seat:
                watch.look(self.session)
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
            raise CessationError(w.EXACT_LATER)
        return explain_night(self.session.tables, self.record, day)

    def debrief(self, book: Book) -> Debrief:
        """The truth, once the game is over."""
        return reveal(book, self.record, tuple(self._watches))

"""A stateful test of a scenario: legal and illegal actions through a session, with every invariant after each.

In a test file of one's own::

    from sim.testing.machine import game_machine
    from sim.testing.tables import tables_in

    TestMyScenario = game_machine(tables_in("path/to/my-scenario")).TestCase

How much is tried is hypothesis' to say: ``TestMyScenario.settings = settings(max_examples=50)``.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sim.errors import CessationError
from sim.record.notation import END, Action
from sim.record.record import read_record
from sim.rules import layout as at
from sim.rules.game import seed_luck
from sim.rules.luck import LUCK_SIZE
from sim.scenario.tables import RulesTables
from sim.session.replay import replay, resume
from sim.session.session import IllegalAction, Session, Snapshot
from sim.testing.invariants import conserved, sums, wrong_in, wrong_sight
from sim.testing.play import header_of, pass_turns, pick_legal
from sim.testing.strategies import actions

TOLERANCE = 1e-9  # of a conserved sum, for the rounding of many small transfers


def in_play(machine: "GameMachine") -> bool:
    """Whether the game goes on."""
    return not machine.session.over


class GameMachine(RuleBasedStateMachine):
    """Plays one game. ``tables`` is set by ``game_machine``."""

    tables: ClassVar[RulesTables]

    @initialize(game=st.integers(0, 500))
    def begin(self, game: int) -> None:
        """A first morning."""
        self.lines: list[str] = []
        self.session = Session(self.tables, header_of(self.tables, game=game), self.lines.extend)
        self.luck = [0] * LUCK_SIZE
        seed_luck(self.luck, 1, game)
        self.groups = conserved(self.tables)
        self.sums = sums(self.groups, self.session.true_state())
        self.opener = self.tables.ints[at.OPENER]
        self.turn = (1, self.opener, 0)  # day, seat, turn
        self.begin_turn()

    def begin_turn(self) -> None:
        """What can be undone is this turn only."""
        self.kept: list[tuple[Snapshot, tuple[float, ...]]] = [(self.session.snapshot(), self.session.true_state())]

    def next_turn(self) -> tuple[int, int, int]:
        """Whose turn follows: the rival's; on the next morning that of the seat that did not open this day."""
        day, seat, turn = self.turn
        if turn == 0:
            return day, 1 - seat, 1
        self.opener = 1 - self.opener
        return day + 1, self.opener, 0

    def act(self, action: Action) -> None:
        """Apply a legal action and follow whose turn it is."""
        self.session.act(action)
        if action.kind == END.kind and not self.session.over:
            self.turn = self.next_turn()
            self.begin_turn()

    def refusal(self, action: Action) -> str:
        """What is said against an action; nothing if it is taken."""
        try:
            self.session.act(action)
        except IllegalAction as refused:
            return str(refused)
        return ""

    # -------------------------------------------------------------------------------------------------------- rules
    @precondition(in_play)
    @rule(number=st.integers(0, 2**24))
    def act_legally(self, number: int) -> None:
        """Any legal action."""
        self.act(pick_legal(self.tables, list(self.session.true_state()), number))

    @precondition(in_play)
    @rule()
    def end_turn(self) -> None:
        """End the turn, so that games get on."""
        self.act(END)

    @rule(data=st.data())
    def act_as_it_comes(self, data: st.DataObject) -> None:
        """Any action: an illegal one is refused with reasons and changes nothing."""
        action = data.draw(actions(self.tables))
        before, lines = self.session.true_state(), self.lines[:]
        reasons = self.session.violations(action)
        if not reasons:
            self.act(action)
            return
        told = self.refusal(action)
        assert told, f"{action} was taken in spite of: {reasons}"
        assert all(reason in told for reason in reasons)
        assert self.session.true_state() == before, f"{action} was refused and changed something"
        assert self.lines == lines

    @precondition(in_play)
    @rule()
    def keep(self) -> None:
        """Remember this moment of the turn."""
        self.kept.append((self.session.snapshot(), self.session.true_state()))

    @precondition(in_play)
    @rule(number=st.integers(0, 20))
    def undo(self, number: int) -> None:
        """Go back to a moment of this turn."""
        number %= len(self.kept)
        snapshot, state = self.kept[number]
        self.session.undo(snapshot)
        del self.kept[number + 1 :]
        assert self.session.true_state() == state, "an undone turn is not as it was"

    @rule(number=st.integers(1, 2**16))
    def look(self, number: int) -> None:
        """Nobody sees what is hidden, and everyone sees what is legal."""
        wrong = wrong_sight(self.tables, self.session.true_state(), self.luck, number)
        assert not wrong, "; ".join(wrong)

    # --------------------------------------------------------------------------------------------------- invariants
    @invariant()
    def holds(self) -> None:
        """The state is one that can be."""
        wrong = wrong_in(self.tables, self.session.true_state())
        assert not wrong, "; ".join(wrong)

    @invariant()
    def is_conserved(self) -> None:
        """What statements only move is neither made nor lost."""
        for slots, was, now in zip(self.groups, self.sums, sums(self.groups, self.session.true_state()), strict=True):
            names = [self.tables.names.slots[slot] for slot in slots]
            assert abs(now - was) <= TOLERANCE * max(1.0, abs(was)), f"{names} were {was} and are {now}"

    @invariant()
    def turns_alternate(self) -> None:
        """It is the turn of the seat whose turn it should be."""
        if not self.session.over:
            state = self.session.true_state()
            assert (self.session.day, self.session.to_move, int(state[at.TURN])) == self.turn

    # ---------------------------------------------------------------------------------------------------- in the end
    def teardown(self) -> None:
        """Played to its end, the game replays from its record to the same state; a turn that is over stays so."""
        if not hasattr(self, "session"):
            return
        pass_turns(self.session)
        try:
            self.session.undo(self.kept[0][0])
        except CessationError:
            pass
        else:
            raise AssertionError("a committed turn was undone")
        with TemporaryDirectory() as folder:
            file = Path(folder) / "record.txt"
            file.write_text("".join(f"{line}\n" for line in self.lines), "utf-8")
            record = read_record(file)
        assert record.finished
        departure = replay(self.tables, record)
        assert departure is None, str(departure)
        assert resume(self.tables, record).true_state() == self.session.true_state()


def game_machine(tables: RulesTables) -> type[GameMachine]:
    """The machine of a scenario; its ``TestCase`` is for a test runner."""
    return type("GameMachine", (GameMachine,), {"tables": tables})

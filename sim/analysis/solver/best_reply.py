"""Best replies and plans: the most that a seat can have against a strategy, and how it gets it.

The rival's strategy is asked as the tree is searched: what the kernel (``reply``) meets for the first time it notes and
goes on without; between passes the strategy answers, until nothing is missing.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from sim.ai.families.brain import BRAIN_SIZE
from sim.analysis.solver import positions as desk
from sim.analysis.solver.follow_up import TO_ASK, Answers, Search, Values, slot_of
from sim.analysis.solver.positions import Rows, stir
from sim.analysis.solver.reply import UNIT
from sim.analysis.solver.strategies import Branch, Node, Strategy
from sim.analysis.solver.tree import State, Tree
from sim.errors import CessationError
from sim.record.notation import Action
from sim.rules import layout as at

Told = Callable[[str], None]
POSITIONS, QUESTIONS, ANSWERS, BELIEFS = 1 << 14, 1 << 16, 1 << 23, 1 << 21
"""Room: positions at a time, questions a pass, and the sizes of two tables, together about 400 MB compiled."""
BRANCHES = 1 << 16
OPEN = -1  # the node at which a plan begins


class TooLarge(CessationError):
    """There is no room for all beliefs or answers of a search; the message says what would help."""


class Position(NamedTuple):
    """A row of a belief."""

    state: State
    weight: float
    errors: int
    node: int
    key: int


@dataclass
class Plan:
    """A pure strategy with memory: at each node an action, and by what is seen next the node that follows.

    Where it has no answer (a rival it was not made against) it plays ``otherwise`` from then on.
    """

    tree: Tree
    actions: list[Action]
    edges: dict[tuple[int, int], int]
    otherwise: Strategy

    def first(self) -> list[tuple[float, Node]]:
        """Before it has seen anything."""
        return [(1.0, OPEN)]

    def answer(self, node: Node, seen: State) -> list[Branch]:
        """Its action at the node that this leads to."""
        if isinstance(node, int):
            there = self.edges.get((node, self.tree.key(seen)))
            if there is not None:
                return [Branch(1.0, self.actions[there], there)]
            node = ("otherwise", self.otherwise.first()[0][1])
        return [
            Branch(chance, action, ("otherwise", after))
            for chance, action, after in self.otherwise.answer(node[1], seen)
        ]

    def becomes(self, node: Node) -> tuple[State | None, Collection[int]]:
        """Whoever goes on where it has no answer, after any sight that it was not made for."""
        if isinstance(node, int):
            return self.otherwise.becomes(self.otherwise.first()[0][1])[0], self.sights[node]
        return self.otherwise.becomes(node[1])

    @cached_property
    def sights(self) -> dict[int, list[int]]:
        """What it was made to see after each node."""
        found: dict[int, list[int]] = {OPEN: [], **{i: [] for i in range(len(self.actions))}}
        for node, sight in self.edges:
            found[node].append(sight)
        return found


class BestReply:
    """The best reply of ``seat`` to ``rival``; its value is there at once, its plan when asked for."""

    def __init__(self, tree: Tree, seat: int, rival: Strategy, tell: Told = lambda _: None) -> None:
        self.tree, self.seat, self._rival = tree, seat, rival
        self._nodes: dict[Node, int] = {}
        self._nodes_by_number: list[Node] = []
        self._brain: State | None = None
        self._met = 0
        self._answers_by_branches: dict[tuple[Branch, ...], int] = {}
        self._make_room()
        self._openings = tree.openings()
        kind = at.SEAT_BASE + seat * at.SEAT_WIDTH + at.TYPE
        self._chances: dict[int, float] = {}
        for chance, state in self._openings:
            self._chances[int(state[kind])] = self._chances.get(int(state[kind]), 0.0) + chance
        self._search(tell)

    def _make_room(self) -> None:
        tree, n = self.tree, self.tree.tables.n_state
        whole, real, some = tree.integers, tree.floats, POSITIONS
        self._rows = Rows(real(some, n), real(some), whole(some), whole(some), whole(some), whole(some), whole(some))
        self._answers = Answers(
            whole(ANSWERS), whole(ANSWERS), whole(BRANCHES), whole(BRANCHES), real(BRANCHES), whole(BRANCHES, 3),
            whole(BRANCHES), real(QUESTIONS, n), whole(QUESTIONS), whole(QUESTIONS), real(BRAIN_SIZE), whole(BRANCHES),
            whole(BRANCHES),
        )  # fmt: skip
        self._values = Values(whole(BELIEFS), real(BELIEFS), whole(BELIEFS))
        self._passing = Values(whole(BELIEFS), real(BELIEFS), whole(BELIEFS))
        self._bench = tree.bench()
        self._on = Search(self._rows, self._answers, self._values, self._passing, self._bench)
        counters = self._bench.counters
        counters[:] = [0] * desk.N_COUNTERS
        counters[desk.SEAT], counters[desk.THINKER] = self.seat, -1
        counters[desk.ERRORS_OWN], counters[desk.ERRORS_RIVAL] = tree.errors[self.seat], tree.errors[1 - self.seat]

    # ---------------------------------------------------------------------------------------------- searching
    def _search(self, tell: Told) -> None:
        counters = self._bench.counters
        while True:
            counters[desk.ASKED] = counters[desk.MISSED] = 0
            by_kind = {kind: self._value_from(kind) for kind in sorted(self._chances)}
            self.beliefs = int(counters[desk.KEPT])
            if counters[desk.MISSED] == 0:
                break
            tell(f"{self.beliefs:,} beliefs valued, {int(counters[desk.ASKED]):,} questions")
            self._ask()
            self._passing.keys[:] = self.tree.integers(BELIEFS)
            counters[desk.PASSING] = 0
        self.value = sum(by_kind.values())
        self.by_type = {kind: value / self._chances[kind] for kind, value in by_kind.items()}

    def _value_from(self, kind: int) -> float:
        """The value of one own type's games, times its chance."""
        counters = self._bench.counters
        counters[desk.TOP], counters[desk.ORDERED] = self._place(kind), 0
        value = float(self._call("value_from", self._on))
        self._refuse_if_full()
        return value

    def _place(self, kind: int) -> int:
        """Put the first mornings of one own type into the first rows; how many they are."""
        n = 0
        slot = at.SEAT_BASE + self.seat * at.SEAT_WIDTH + at.TYPE
        for chance, state in self._openings:
            for odds, node in self._rival.first():
                if int(state[slot]) == kind:
                    self._put(n, state, chance * odds, self._number(node))
                    n += 1
        return n

    def _put(self, row: int, state: State, weight: float, node: int) -> None:
        rows, to_move = self._rows, int(state[at.TO_MOVE])
        rows.states[row][:] = state
        rows.weights[row], rows.nodes[row] = weight, node
        rows.errors[row] = (1 << self.tree.errors[to_move]) - 1
        rows.keys[row] = row + 1

    def _refuse_if_full(self, full: bool = False) -> None:
        if full or self._bench.counters[desk.FULL]:
            raise TooLarge("this game is too large to solve exactly against this strategy: shorten its calendar")

    def _number(self, node: Node) -> int:
        """A node's number; all nodes at which the rival is a built-in agent, whatever it sees, are one."""
        if node not in self._nodes:
            brain, sights = self._rival.becomes(node)
            if brain is not None and self._thinks(brain):
                if not sights:
                    return int(self._bench.counters[desk.THINKER])
                self._expect(len(self._nodes_by_number), sights)
            self._nodes[node] = len(self._nodes_by_number)
            self._nodes_by_number.append(node)
        return self._nodes[node]

    def _thinks(self, brain: State) -> bool:
        """Whether this is the agent that the kernel plays for the rival; the first that is met becomes it."""
        if self._brain is None:
            self._brain = brain
            self._answers.brain[:] = brain
            self._bench.counters[desk.THINKER] = len(self._nodes_by_number)
            self._nodes_by_number.append(None)
        return self._brain is brain

    def _expect(self, number: int, sights: Collection[int]) -> None:
        """Mark the sights after which the rival must be asked at a node, and that it need not be after others."""
        answers = self._answers
        if number >= len(answers.expecting):
            return
        answers.expecting[number] = 1
        self._met += len(sights)
        for sight in sights:
            key = stir(sight, number)
            slot = slot_of(answers, key)
            answers.keys[slot], answers.found[slot] = key, TO_ASK

    def _ask(self) -> None:
        answers = self._answers
        self._met += int(self._bench.counters[desk.ASKED])
        self._refuse_if_full(self._met > ANSWERS // 4 * 3)
        for i in range(int(self._bench.counters[desk.ASKED])):
            node = self._nodes_by_number[int(answers.asked_nodes[i])]
            branches = tuple(self._rival.answer(node, self.tree.vector(answers.asked[i])))
            if branches not in self._answers_by_branches:
                self._note(branches)
            answers.found[int(answers.asked_keys[i])] = self._answers_by_branches[branches] + 1

    def _note(self, branches: tuple[Branch, ...]) -> None:
        answers, counters = self._answers, self._bench.counters
        number, first = int(counters[desk.ANSWERED]), int(counters[desk.BRANCHED])
        self._refuse_if_full(first + len(branches) > BRANCHES)
        self._answers_by_branches[branches] = number
        answers.first[number], answers.branches[number] = first, len(branches)
        for i, branch in enumerate(branches, first):
            answers.chances[i], answers.nodes[i] = branch.chance, self._number(branch.node)
            answers.actions[i][:] = branch.action
        counters[desk.ANSWERED], counters[desk.BRANCHED] = number + 1, first + len(branches)

    # ---------------------------------------------------------------------------------------------- its plan
    def plan(self, otherwise: Strategy) -> Plan:
        """The plan that has this value: its way through the tree, walked again along the best actions."""
        plan = Plan(self.tree, [], {}, otherwise)
        numbers: dict[int, int] = {}
        waiting: list[tuple[int, list[Position]]] = []
        counters = self._bench.counters
        for kind in sorted(self._chances):
            n = self._place(kind)
            counters[desk.TOP], counters[desk.ORDERED], counters[desk.SINCE] = n, 0, 0
            self._call("play_on", self._on)
            self._meet(OPEN, 0, plan, numbers, waiting)
        while waiting:
            here, belief = waiting.pop()
            n = self._load(belief)
            self._call("follow_up", self._on, 0, n, self._vector(plan.actions[here]))
            self._meet(here, n, plan, numbers, waiting)
        return plan

    def _call(self, name: str, *rest: Any) -> Any:
        return self.tree.call[name](self.tree.ints, self.tree.reals, *rest)

    def _vector(self, action: Action) -> Any:
        made = self.tree.integers(3)
        made[:] = action
        return made

    def _load(self, belief: list[Position]) -> int:
        """Put a belief into the first rows."""
        for row, each in enumerate(belief):
            self._rows.states[row][:] = each.state
            self._rows.weights[row], self._rows.errors[row] = each.weight, each.errors
            self._rows.nodes[row], self._rows.keys[row], self._rows.order[row] = each.node, each.key, row
        self._bench.counters[desk.TOP] = self._bench.counters[desk.ORDERED] = len(belief)
        return len(belief)

    def _meet(
        self, here: int, first: int, plan: Plan, numbers: dict[int, int], waiting: list[tuple[int, list[Position]]]
    ) -> None:
        """Note every belief listed from ``first`` as what follows a node of the plan; new ones are waiting."""
        rows, end = self._rows, int(self._bench.counters[desk.ORDERED])
        beliefs = []
        while first < end:
            n = int(self.tree.call["next_group"](rows, first, end))
            own = [int(row) for row in rows.order[first : first + n]]
            beliefs.append(
                (
                    int(rows.sights[own[0]]),
                    [
                        Position(
                            self.tree.vector(rows.states[row]), float(rows.weights[row]), int(rows.errors[row]),
                            int(rows.nodes[row]), int(rows.keys[row]),
                        )
                        for row in own
                    ],
                )
            )  # fmt: skip
            first += n
        for sight, belief in beliefs:
            n = self._load(belief)
            slot = int(self._call("best_of", self._on, n))
            key = int(self._values.keys[slot])
            self._refuse_if_full(key == 0)
            if key not in numbers:
                numbers[key] = len(plan.actions)
                plan.actions.append(packed(int(self._values.actions[slot])))
                waiting.append((numbers[key], belief))
            plan.edges[here, sight] = numbers[key]


def packed(action: int) -> Action:
    """An action out of one number."""
    kind, rest = action % 16, action // 16
    return Action(kind, rest % UNIT, rest // UNIT)

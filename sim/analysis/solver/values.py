"""What two strategies have of one another, exactly: every way that chance and they can go, equal ways met once."""

from array import array
from collections.abc import Sequence

from sim.analysis.solver.strategies import Node, Strategy
from sim.analysis.solver.tree import State, Tree
from sim.record.notation import Action
from sim.rules import layout as at

Place = tuple[bytes, int, tuple[Node, Node]]
"""A state as bytes, the error of sight of the seat to move, and where each strategy stands."""


class Table:
    """Mean scores of both seats, by the seat's type and over all."""

    def __init__(self) -> None:
        self._sums: list[dict[int, float]] = [{}, {}]
        self._odds: list[dict[int, float]] = [{}, {}]

    def add(self, state: State, scores: Sequence[float], weight: float) -> None:
        """A game that is over."""
        for seat in range(2):
            kind = int(state[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.TYPE])
            self._sums[seat][kind] = self._sums[seat].get(kind, 0.0) + weight * scores[seat]
            self._odds[seat][kind] = self._odds[seat].get(kind, 0.0) + weight

    def mean(self, seat: int) -> float:
        """A seat's, over its types."""
        return sum(self._sums[seat].values())

    def by_type(self, seat: int) -> dict[int, float]:
        """A seat's, for each of its types."""
        return {kind: self._sums[seat][kind] / self._odds[seat][kind] for kind in sorted(self._sums[seat])}


def play_out(tree: Tree, first: Strategy, second: Strategy) -> Table:
    """The exact mean scores of two strategies."""
    table, seats = Table(), (first, second)
    reached: dict[Place, float] = {}

    def reach(state: State, weight: float, nodes: tuple[Node, Node], error: int) -> None:
        raw = array("d", state).tobytes()
        if error >= 0:
            reached[raw, error, nodes] = reached.get((raw, error, nodes), 0.0) + weight
            return
        n = tree.errors[int(state[at.TO_MOVE])]
        for each in range(n):
            reached[raw, each, nodes] = reached.get((raw, each, nodes), 0.0) + weight / n

    for chance, state in tree.openings():
        for p, one in first.first():
            for q, other in second.first():
                reach(state, chance * p * q, (one, other), -1)
    while reached:
        now, reached = reached, {}
        for (raw, error, nodes), weight in now.items():
            held = array("d")
            held.frombytes(raw)
            state = tree.vector(held)
            seat = int(state[at.TO_MOVE])
            for p, action, node in seats[seat].answer(nodes[seat], tree.sees(state, seat, error)):
                moved = (node, nodes[1]) if seat == 0 else (nodes[0], node)
                for chance, after, scores in tree.after(state, action):
                    if after[at.ENDING] >= 0.0:
                        table.add(after, scores, weight * p * chance)
                    else:
                        same = after[at.DAY] == state[at.DAY] and after[at.TO_MOVE] == state[at.TO_MOVE]
                        reach(after, weight * p * chance, moved, error if same else -1)
    return table


Turns = dict[int, dict[tuple[Action, ...], float]]
"""For each type of a seat, the actions of a turn and their probability."""


def first_turns(tree: Tree, first: Strategy, second: Strategy, seat: int) -> Turns:
    """What each type of a seat does in its first turn, as one strategy meets the other."""
    found: Turns = {}
    waiting: list[tuple[State, float, tuple[Node, Node], int, tuple[Action, ...]]] = [
        (state, chance * p * q, (one, other), -1, ())
        for chance, state in tree.openings()
        for p, one in first.first()
        for q, other in second.first()
    ]
    while waiting:
        state, weight, nodes, error, turn = waiting.pop()
        mover = int(state[at.TO_MOVE])
        if error < 0:
            n = tree.errors[mover]
            waiting += [(state, weight / n, nodes, each, turn) for each in range(n)]
            continue
        for p, action, node in (first, second)[mover].answer(nodes[mover], tree.sees(state, mover, error)):
            moved = (node, nodes[1]) if mover == 0 else (nodes[0], node)
            done = (*turn, action) if mover == seat else turn
            for chance, after, _ in tree.after(state, action):
                over = after[at.ENDING] >= 0.0
                same = after[at.DAY] == state[at.DAY] and after[at.TO_MOVE] == state[at.TO_MOVE]
                if over or (mover == seat and not same):
                    kind = found.setdefault(int(state[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.TYPE]), {})
                    kind[done] = kind.get(done, 0.0) + weight * p * chance
                else:
                    waiting.append((after, weight * p * chance, moved, error if same else -1, done))
    return {
        kind: {turn: chance / sum(turns.values()) for turn, chance in turns.items()}
        for kind, turns in sorted(found.items())
    }

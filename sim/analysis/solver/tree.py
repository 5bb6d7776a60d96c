"""A game's tree, a step at a time, in either form of the kernel: what an exact solver asks of the rules."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from sim.ai.kernel import MODULES, can_compile, plain_functions
from sim.analysis.solver import fan, follow_up, positions, reply
from sim.errors import CessationError
from sim.folders import cache_folder
from sim.record.notation import Action
from sim.rules import layout as at
from sim.rules.events import log_size
from sim.rules.luck import LUCK_SIZE
from sim.scenario.tables import RulesTables

ENTRIES = {
    "value_from", "best_of", "play_on", "follow_up", "next_group", "fan_out", "see", "key_of", "legal", "choose",
}  # fmt: skip
State = Any  # a vector of ``n_state`` floats, in the form of the kernel


class Tree:
    """The steps of one scenario's tree."""

    def __init__(self, tables: RulesTables, *, compiled: bool | None = None) -> None:
        self.tables = tables
        self.compiled = can_compile() if compiled is None else compiled
        self.ints: Any = tables.ints
        self.reals: Any = tables.reals
        self.call: dict[str, Any]
        if self.compiled:
            import numpy as np

            from sim.rules.compiled import bind

            self.call = bind([*MODULES, fan, positions, follow_up, reply], ENTRIES, cache_folder() / "kernels")
            self.ints, self.reals = np.array(tables.ints, np.int32), np.array(tables.reals, np.float64)
        else:
            self.call = {**plain_functions(), **vars(fan), **vars(positions), **vars(follow_up), **vars(reply)}
        self._bench = self.bench()
        self._mask, self._action = self.integers(tables.n_mask), self.integers(3)

    @cached_property
    def errors(self) -> list[int]:
        """How many errors of sight each seat may be under."""
        ints = self.tables.ints
        rows = [ints[at.VIEWS] + seat * at.VIEW_WIDTH for seat in range(2)]
        found = [at.NORMAL_POINTS ** ints[row + at.VIEW_NOISY] for row in rows]
        if max(found) > positions.MAX_ERRORS:
            raise CessationError("a seat sees more than one thing with noise: too much to solve exactly; try `tiny`")
        return found

    def floats(self, *shape: int) -> Any:
        """Zeros of one or two dimensions."""
        return self._zeros(float, shape)

    def integers(self, *shape: int) -> Any:
        """Whole zeros of one or two dimensions."""
        return self._zeros(int, shape)

    def _zeros(self, kind: type, shape: tuple[int, ...]) -> Any:
        if self.compiled:
            import numpy as np

            return np.zeros(shape, np.float64 if kind is float else np.int64)
        return [kind(0)] * shape[0] if len(shape) == 1 else [[kind(0)] * shape[1] for _ in range(shape[0])]

    def vector(self, values: Sequence[float]) -> Any:
        """A vector of one's own with these values."""
        made = self.floats(len(values))
        made[:] = values
        return made

    def bench(self) -> positions.Bench:
        """Working vectors of a search."""
        n, ways = self.tables.n_state, fan.MAX_OUTCOMES
        found = fan.Ways(
            self.integers(LUCK_SIZE), self.floats(log_size(self.tables.log_rows)), self.integers(fan.DRAWS_SIZE),
            self.floats(ways, n), self.floats(ways), self.floats(ways, 2),
        )  # fmt: skip
        plies = positions.MAX_PLIES
        return positions.Bench(
            found, self.integers(LUCK_SIZE), self.floats(n),
            self.integers(plies, self.tables.n_mask), self.integers(plies, 3),
            self.integers(plies, positions.FRAME_SIZE), self.floats(plies, positions.SUMS_SIZE),
            self.integers(positions.MAX_ERRORS), self.integers(self.tables.n_mask), self.integers(3),
            self.integers(positions.N_COUNTERS),
        )  # fmt: skip

    def openings(self) -> list[tuple[float, State]]:
        """Every first morning, with its chance."""
        start = Action(fan.START, 0, 0)
        return [(chance, state) for chance, state, _ in self.after(self.floats(self.tables.n_state), start)]

    def after(self, state: State, action: Action) -> list[tuple[float, State, tuple[float, float]]]:
        """What an action (and its night) can lead to: chance, state, and both scores, which count if it is over."""
        ways = self._bench.ways
        self._action[:] = action
        n = self.call["fan_out"](self.ints, self.reals, state, self._action, ways)
        if n < 0:
            raise CessationError(f"chance has more than {fan.MAX_OUTCOMES} outcomes in one step: too many to solve")
        return [
            (float(ways.chances[i]), self.vector(ways.states[i]), (float(ways.scores[i][0]), float(ways.scores[i][1])))
            for i in range(n)
        ]

    def sees(self, state: State, seat: int, error: int) -> State:
        """What a seat sees of a state under an error of sight."""
        self.call["see"](self.ints, self.reals, state, seat, error, self._bench)
        return self.vector(self._bench.seen)

    def key(self, vector: State) -> int:
        """The key of a vector."""
        return int(self.call["key_of"](vector, len(vector)))

    def legal(self, seen: State) -> Any:
        """The mask of legal actions; it holds until the next call."""
        self.call["legal"](self.ints, self.reals, seen, self._mask)
        return self._mask

    def choose(self, seen: State, brain: Any) -> Action:
        """What a built-in agent does."""
        self.call["choose"](self.ints, self.reals, seen, self.legal(seen), brain, self._action)
        return Action(*(int(x) for x in self._action))

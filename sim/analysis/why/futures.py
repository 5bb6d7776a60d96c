"""Futures of a moment: history and hidden world fixed up to a ply, new luck from there, the rest played by agents.

The seat that chose ends its turn on what the day had already shown it: its estimates and its own luck of that day are
as recorded. All other luck is new, and the same in every branch for the same future, so that differences are paired.

Agents are the recorded ones. For a person, or an agent that is not built in, the agent of reference play (whose mean
scores are *par*) plays instead.
"""

from dataclasses import dataclass
from typing import Any

from sim.ai.families import brain as my
from sim.ai.kernel import Kernel
from sim.ai.registry import is_built_in, make_brain
from sim.ai.rollout import ENDED_ON, HELD, HOW, PACKAGE, REPLACED, Tape
from sim.analysis.study.daily import rows_of
from sim.analysis.why.choices import Alternative
from sim.analysis.why.story import FinishedRecord, PastPly
from sim.analysis.why.twin import forbid
from sim.batch.plan import default_agent
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.agreement import stage_days
from sim.rules.clauses import needs_met
from sim.rules.game import night_falls
from sim.rules.luck import FIRST_FORCED, N_FORCED
from sim.rules.packages import write_package
from sim.scenario.tables import RulesTables

FIRST_FUTURE = 1 << 40  # numbered far from the games of any batch, so that no future shares a record's luck
WEEK = 7.0  # nights

Numbers = dict[str, list[float]]
"""By the name of a measure, one number a future."""


def stand_ins(past: FinishedRecord) -> dict[str, str]:
    """By seat, the agent that plays in the place of one that cannot play futures."""
    default = default_agent(past.tables)
    return {seat: default for seat, agent in past.header.agents if not is_built_in(past.tables, agent)}


@dataclass(frozen=True)
class Branch:
    """A ply and what takes its place; None is what was done."""

    ply: PastPly
    alternative: Alternative | None


class Futures:
    """Plays futures of the moments of one record."""

    def __init__(self, kernel: Kernel, past: FinishedRecord, rng_seed: int) -> None:
        self._kernel, self._past, self._rng_seed = kernel, past, rng_seed
        instead = stand_ins(past)
        agents = [instead.get(seat, agent) for seat, agent in past.header.agents]
        brains = [make_brain(past.tables, agent, seat) for seat, agent in enumerate(agents)]
        self._desk, self._own = kernel.desk(*brains), kernel.desk(*brains)
        self._key(self._own, past.header.rng_seed, past.header.game)
        self._promised: dict[int, float] = {}

    def play(self, branch: Branch, first: int, n: int) -> Numbers:
        """Futures number ``first`` to ``first + n - 1`` of a branch."""
        kernel, desk = self._kernel, self._desk
        play_game = kernel.function("play_game")
        tape = kernel.tape(n)
        start = kernel.vector(len(branch.ply.state))
        start[:] = branch.ply.state
        for i in range(n):
            desk.state[:] = start
            desk.log[0] = 0.0
            self._key(desk, self._rng_seed, FIRST_FUTURE + first + i)
            self._end_turn(branch, tape, i)
            play_game(kernel.ints, kernel.reals, desk, tape, i)
        return self._read(tape, n)

    def _key(self, desk: Any, rng_seed: int, game: int) -> None:
        self._kernel.function("seed_luck")(desk.luck, rng_seed, game)
        forced = self._past.header.forced
        desk.luck[N_FORCED] = len(forced)
        for i, pair in enumerate(forced):
            desk.luck[FIRST_FORCED + 2 * i] = pair[0]
            desk.luck[FIRST_FORCED + 2 * i + 1] = pair[1]
        my.seed_brain(desk.first, rng_seed, game)
        my.seed_brain(desk.second, rng_seed, game)

    def _end_turn(self, branch: Branch, tape: Tape, game: int) -> None:
        """The choice, then the rest of the turn, and the night if that ends the day."""
        kernel, desk = self._kernel, self._desk
        alternative = branch.alternative
        action = branch.ply.action if alternative is None else alternative.instead
        if action is not None:
            self._apply(*action)
        while desk.state[at.ENDING] < 0.0 and self._in_turn(branch.ply):
            self._choose(branch.ply.seat, alternative.without if alternative else None)
            self._apply(*self._own.action)
        if night_falls(desk.state):
            kernel.function("close_day")(kernel.ints, kernel.reals, desk, tape, game)

    def _in_turn(self, ply: PastPly) -> bool:
        return bool(self._desk.state[at.TURN] == ply.state[at.TURN])

    def _apply(self, kind: int, a: int, b: int) -> None:
        kernel, desk = self._kernel, self._desk
        desk.action[0], desk.action[1], desk.action[2] = kind, a, b
        kernel.function("apply")(kernel.ints, kernel.reals, desk.state, desk.luck, desk.log, desk.action)

    def _choose(self, seat: int, without: int | None) -> None:
        """What a seat does on what it saw on the day of the record."""
        kernel, own, state = self._kernel, self._own, self._desk.state
        ints, reals = kernel.ints, kernel.reals
        kernel.function("observe")(ints, reals, state, own.luck, seat, own.seen)
        kernel.function("legal")(ints, reals, own.seen, own.mask)
        if without is not None:
            forbid(own.mask, without, int(ints[at.N_LEVERS]))
        brain = own.first if seat == 0 else own.second
        kernel.function("choose")(ints, reals, own.seen, own.mask, brain, own.action)

    def _read(self, tape: Tape, n: int) -> Numbers:
        names = self._past.tables.names
        slots = [at.ENDING, at.AGE, *(self._past.tables.slot[row.of] for row in names.human_cost)]
        rows = rows_of(tape.finals, n, slots)
        numbers: Numbers = {
            f"score.{seat}": [float(tape.scores[i][k]) for i in range(n)] for k, seat in enumerate(names.seats)
        }
        numbers["ending"] = [float(row[0] == self._past.ending) for row in rows]
        held = [self._held(tape.agreements[i], int(tape.signed[i]), row[1]) for i, row in enumerate(rows)]
        numbers["signed"] = [float(tape.signed[i] > 0) for i in range(n)]
        numbers["holds_term"] = [float(nights >= promised > 0.0) for nights, promised in held]
        numbers["holds_week"] = [float(nights >= WEEK) for nights, _ in held]
        for k, cost in enumerate(names.human_cost):
            numbers[f"cost.{cost.id}"] = [row[2 + k] for row in rows]
        return numbers

    def _held(self, rows: Any, signed: int, age: float) -> tuple[float, float]:
        """The nights that the next truce signed held through, with those that replaced it; the nights it promised."""
        if signed == 0:
            return 0.0, 0.0
        last = 0
        while last + 1 < signed and rows[last][HOW] == REPLACED:
            last += 1
        package = int(rows[0][PACKAGE])
        if package not in self._promised:
            self._promised[package] = promised_nights(self._past.tables, package)
        nights = float(rows[last][HELD]) if rows[last][ENDED_ON] > 0.0 and rows[last][HOW] != REPLACED else age
        return nights, self._promised[package]


def promised_nights(tables: RulesTables, package: int) -> float:
    """The first term of the truce that a package brings; 0 if it brings none."""
    ints, state = tables.ints, [0.0] * tables.n_state
    write_package(ints, state, ints[at.FIRST_PACKAGE], package)
    for stage in range(ints[at.N_STAGES]):
        row = ints[at.STAGES] + stage * at.STAGE_WIDTH
        if ints[row + at.STAGE_TRUCE] and needs_met(ints, state, ints[row], ints[row + at.STAGE_NEEDS]):
            return stage_days(ints, tables.reals, state, stage)
    return 0.0


def is_signing(ply: PastPly, alternative: Alternative) -> bool:
    """Whether a choice is about a signature, so that it is asked how the truce holds."""
    kinds = {ply.action.kind, alternative.instead.kind if alternative.instead else act.END_TURN}
    return bool(kinds & {act.PROPOSE, act.ACCEPT, act.REJECT})

"""What the measurements of depth play with: the kernel, within bounds or without, whole games or on from a state.

Games of every part have numbers of their own, far from one another and from those of any batch, so that what is chosen
on some is told of others.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from sim.ai.families.brain import seed_brain
from sim.ai.kernel import MODULES, Kernel, compiled_kernel, kernel_cache, plain_kernel
from sim.ai.registry import make_brain
from sim.ai.rollout import Tape
from sim.analysis.depth import bounds as within
from sim.analysis.depth.bounds import AS_CHOSEN, Bounds
from sim.rules import layout as at
from sim.rules.game import night_falls, seed_luck
from sim.rules.luck import LUCK_SIZE
from sim.scenario.tables import RulesTables

# Numbers of the first game of each part.
VARIED, LINES_TRIED, LINES_TOLD, FUTURES, POSITIONS, PACKAGES, STOPS = (n << 42 for n in range(1, 8))
BLOCK = 64  # games on a tape at a time
Pair = tuple[str, str]


class PlayedGame(NamedTuple):
    """What came of a game: its ending's rank, scores, private types, days and signatures."""

    ending: int
    scores: tuple[float, float]
    types: tuple[int, int]
    length: tuple[int, int]


@dataclass(frozen=True)
class BoundsAsked:
    """Bounds by number of row: for each seat the options that it may not have; levers pulled at once; who signs.

    Options are numbered through all issues.
    """

    barred: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())
    at_once: frozenset[int] = frozenset()
    signs: tuple[bool, bool] = (True, True)


FREE = BoundsAsked()


def option_number(tables: RulesTables, issue: int, option: int) -> int:
    """The number of an option among those of all issues."""
    ints = tables.ints
    return ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH + at.ISSUE_FIRST] + option


def others(tables: RulesTables, issue: int, option: int) -> frozenset[int]:
    """All options of an issue but one."""
    n = tables.ints[tables.ints[at.ISSUES] + issue * at.ISSUE_WIDTH]
    return frozenset(option_number(tables, issue, each) for each in range(n) if each != option)


def types_of(final: Sequence[float]) -> tuple[int, int]:
    """Both private types."""
    first, second = (int(final[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.TYPE]) for seat in range(2))
    return first, second


class Bench:
    """One scenario, ready to be played in either form of the kernel."""

    def __init__(self, tables: RulesTables, rng_seed: int, compiled: bool) -> None:
        self.tables, self.rng_seed, self.compiled = tables, rng_seed, compiled
        self.kernel: Kernel = compiled_kernel(tables, kernel_cache()) if compiled else plain_kernel(tables)

    @cached_property
    def play_within(self) -> Any:
        """Games within bounds, in the form of the kernel."""
        if not self.compiled:
            return within.play_within
        from sim.rules.compiled import bind

        return bind([*MODULES, within], {"play_within"}, kernel_cache())["play_within"]

    def prepare(self) -> None:
        """Have all that plays compiled, or fetched from the cache."""
        pair = ("hold", "hold")
        for asked in (FREE, BoundsAsked(signs=(False, True))):
            self.tape_of(pair, range(1), asked)
        self.played_on([self.kernel.vector(self.tables.n_state)], pair, 0)

    def vectors(self, tables: RulesTables) -> tuple[Any, Any]:
        """Other tables of the same shape, in the form of the kernel."""
        if not self.compiled:
            return tables.ints, tables.reals
        import numpy as np

        return np.array(tables.ints, np.int32), np.array(tables.reals, np.float64)

    def brains(self, pair: Pair) -> list[list[float]]:
        """The minds of two built-in agents."""
        return [make_brain(self.tables, agent, seat) for seat, agent in enumerate(pair)]

    # -------------------------------------------------------------------------------------------------- whole games
    def bounds(self, asked: BoundsAsked, first: int) -> Bounds:
        """Bounds as vectors, with the luck of games from number ``first`` on."""
        integers, ints = self.kernel.integers, self.tables.ints
        n, levers = ints[at.N_OPTIONS], ints[at.N_LEVERS]
        made = Bounds(integers(2 * n), integers(levers), integers(2), integers(within.N_KEYS))
        for seat in range(2):
            made.signs[seat] = int(asked.signs[seat])
            for option in range(n):
                made.options[seat * n + option] = int(option not in asked.barred[seat])
        for lever in range(levers):
            made.levers[lever] = AS_CHOSEN
        for lever in asked.at_once:
            made.levers[lever] = within.AT_ONCE
        made.keys[within.RNG_SEED], made.keys[within.FIRST_GAME] = self.rng_seed, first
        return made

    def tape_of(
        self, pair: Pair, games: range, asked: BoundsAsked = FREE, tables: RulesTables | None = None, days: bool = False
    ) -> Tape:
        """Games between two built-in agents, within bounds, perhaps under other tables of the same shape."""
        kernel = self.kernel
        ints, reals = self.vectors(tables) if tables else (kernel.ints, kernel.reals)
        tape = kernel.tape(len(games), days=days)
        desk = kernel.desk(*self.brains(pair))
        if asked == FREE:
            kernel.play_games(ints, reals, desk, tape, self.rng_seed, games.start)
        else:
            self.play_within(ints, reals, desk, tape, self.bounds(asked, games.start))
        return tape

    def games_of(
        self, pair: Pair, games: range, asked: BoundsAsked = FREE, tables: RulesTables | None = None
    ) -> list[PlayedGame]:
        """The same, as plain data."""
        found: list[PlayedGame] = []
        for first in range(games.start, games.stop, BLOCK):
            tape = self.tape_of(pair, range(first, min(first + BLOCK, games.stop)), asked, tables)
            found += [played_game(tape, i) for i in range(len(tape.decisions))]
        return found

    # ------------------------------------------------------------------------------------------------- from a state
    def played_on(self, states: Sequence[Sequence[float]], pair: Pair, first: int) -> list[tuple[float, float]]:
        """Both scores if two agents play on from each state, with the luck of games from number ``first`` on."""
        kernel = self.kernel
        tape, desk = kernel.tape(len(states)), kernel.desk(*self.brains(pair))
        play_game, key = kernel.function("play_game"), kernel.function("seed_luck")
        for i, state in enumerate(states):
            desk.state[:] = self.vector(state)
            desk.log[0] = 0.0
            key(desk.luck, self.rng_seed, first + i)
            seed_brain(desk.first, self.rng_seed, first + i)
            seed_brain(desk.second, self.rng_seed, first + i)
            if night_falls(desk.state):
                kernel.function("close_day")(kernel.ints, kernel.reals, desk, tape, i)
            play_game(kernel.ints, kernel.reals, desk, tape, i)
        return [(float(each[0]), float(each[1])) for each in tape.scores]

    def vector(self, state: Sequence[float]) -> Any:
        """A state in the form of the kernel."""
        made = self.kernel.vector(len(state))
        made[:] = state
        return made

    def luck(self, game: int) -> list[int]:
        """The luck of a game, for rules that run in plain Python."""
        luck = [0] * LUCK_SIZE
        seed_luck(luck, self.rng_seed, game)
        return luck


def played_game(tape: Tape, i: int) -> PlayedGame:
    """A row of a tape as plain data."""
    final, scores = tape.finals[i], tape.scores[i]
    length = (int(final[at.DAY]), int(tape.signed[i]))
    return PlayedGame(int(final[at.ENDING]), (float(scores[0]), float(scores[1])), types_of(final), length)


def changed(tables: RulesTables, ints: list[int], reals: list[float]) -> RulesTables:
    """Tables of the same shape with other numbers."""
    return replace(tables, ints=ints, reals=reals, digest=f"{tables.digest} changed")

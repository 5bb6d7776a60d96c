"""The kernel in either form, and vectors that fit it: lists for plain Python, arrays for compiled code."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sim.ai import rollout
from sim.ai.beliefs import belief, likelihood, particles, sightings
from sim.ai.families import (
    bargaining,
    bidding,
    brain,
    doctrine,
    dove,
    habits,
    hardliner,
    micro,
    open_stance,
    policy,
    random_agent,
    timed,
    tit_for_tat,
)
from sim.ai.rollout import ACTION_WIDTH, AGREEMENT_WIDTH, Desk, Tape
from sim.ai.search import candidates, foresight, playout, practices, search, survival, tree
from sim.folders import cache_folder
from sim.rules import (
    actions,
    agreement,
    arithmetic,
    clauses,
    effects,
    endings,
    events,
    game,
    hazards,
    layout,
    legality,
    levers,
    luck,
    night,
    observation,
    offers,
    packages,
    terms,
    values,
)
from sim.scenario.tables import RulesTables

MODULES = [
    layout, actions, arithmetic, events, luck, terms, effects, packages, values, hazards, clauses, agreement, offers,
    levers, legality, observation, endings, night, game, brain, bidding, bargaining, random_agent, timed, tit_for_tat,
    micro, hardliner, dove, habits, doctrine, open_stance, policy, rollout, sightings, belief, likelihood, particles,
    tree, playout, candidates, practices, search, foresight, survival,
]  # fmt: skip
# What may be called from Python; the rest exists in compiled form only inside these.
ENTRIES = {
    "play_games", "play_game", "close_day", "seed_luck", "start", "apply", "night", "observe", "legal", "violations",
    "returns", "choose", "exponential", "uniform", "update_belief", "search", "gain_of_signing",
    "foresee", "survive", "follow_stance",
}  # fmt: skip


@dataclass(frozen=True)
class Kernel:
    """One form of the kernel for one scenario: its tables as vectors, its functions, and how to make more vectors."""

    tables: RulesTables
    compiled: bool
    ints: Any
    reals: Any
    play_games: Callable[..., None]
    function: Callable[[str], Callable[..., Any]]

    def vector(self, n: int) -> Any:
        """``n`` zero floats."""
        return _zeros(self.compiled, float, n)

    def integers(self, n: int) -> Any:
        """``n`` zero integers."""
        return _zeros(self.compiled, int, n)

    def matrix(self, kind: type, *shape: int) -> Any:
        """Zeros of two or three dimensions."""
        return _zeros(self.compiled, kind, *shape)

    def desk(self, first: list[float], second: list[float]) -> Desk:
        """Working vectors for a game between two brains."""
        n = self.tables.n_state
        brains = []
        for thought in (first, second):
            vector = self.vector(brain.BRAIN_SIZE)
            for i, x in enumerate(thought):
                vector[i] = x
            brains.append(vector)
        return Desk(
            self.vector(n), self.vector(n), self.integers(self.tables.n_mask), self.integers(luck.LUCK_SIZE),
            self.vector(events.log_size(self.tables.log_rows)), self.integers(3), *brains,
        )  # fmt: skip

    def tape(self, games: int, *, days: bool = False, actions: bool = False) -> Tape:
        """Room for the results of ``games`` games; daily rows and actions only if wanted."""
        n, horizon = self.tables.n_state, self.tables.horizon
        plies = 2 * (self.tables.ints[layout.LEVERS_A_TURN] + 2)  # in each turn levers, a table action and the end
        return Tape(
            self.matrix(float, games, n), self.matrix(float, games, 2), self.integers(games),
            self.matrix(float, games, horizon, AGREEMENT_WIDTH), self.integers(games),
            self.matrix(float, games if days else 0, horizon, n),
            self.matrix(int, games if actions else 0, horizon * plies, ACTION_WIDTH), self.integers(games),
            self.integers(games),
        )  # fmt: skip


def _zeros(compiled: bool, kind: type, *shape: int) -> Any:
    if compiled:
        import numpy as np

        return np.zeros(shape, np.float64 if kind is float else np.int64)
    if len(shape) == 1:
        return [kind(0)] * shape[0]
    return [_zeros(False, kind, *shape[1:]) for _ in range(shape[0])]


def kernel_cache() -> Path | None:
    """Where compiled code is kept, or None where nothing can be."""
    folder = cache_folder() / "kernels"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None


def can_compile() -> bool:
    """Whether the extra that compiles the kernel is installed."""
    return find_spec("numba") is not None


@lru_cache(maxsize=4)
def compiled_functions(cache: Path | None, boundscheck: bool = False) -> dict[str, Any]:
    """The kernel functions of ``ENTRIES``, compiled at their first call."""
    from sim.rules.compiled import bind

    bound = bind(MODULES, ENTRIES, cache, boundscheck=boundscheck)
    return {name: bound[name] for name in ENTRIES}


@lru_cache(maxsize=1)
def plain_functions() -> dict[str, Any]:
    """All kernel functions as they are written."""
    return {name: value for module in MODULES for name, value in vars(module).items() if callable(value)}


def plain_kernel(tables: RulesTables) -> Kernel:
    """The kernel as plain Python on lists."""
    functions = plain_functions()
    return Kernel(tables, False, tables.ints, tables.reals, rollout.play_games, functions.__getitem__)


def compiled_kernel(tables: RulesTables, cache: Path | None, *, boundscheck: bool = False) -> Kernel:
    """The kernel compiled, on arrays. Needs the extra ``fast``."""
    import numpy as np

    functions = compiled_functions(cache, boundscheck)
    ints = np.array(tables.ints, np.int32)
    reals = np.array(tables.reals, np.float64)
    return Kernel(tables, True, ints, reals, functions["play_games"], functions.__getitem__)

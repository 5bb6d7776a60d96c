"""A seat's forecaster: on what the seat has seen and done alone, with nobody's weighting and no prior but everyone's.

It believes as a searcher does, finds by search how the seat would best go on, and plays sampled worlds out under that.
A pure function of the seat's plies and of its luck: whatever is hidden leaves the forecast as it is.
"""

from collections.abc import Sequence
from math import sqrt
from typing import Any

from sim.ai.agent import Observation, OwnPly, luck_of
from sim.ai.beliefs.held import Beliefs
from sim.ai.kernel import Kernel, compiled_kernel, kernel_cache, plain_kernel
from sim.ai.outlook import Course, Outlook, Question
from sim.ai.search import foresight as fate
from sim.ai.search import survival as of
from sim.ai.search.constancy import standing
from sim.ai.search.search_agent import SearchAgent
from sim.rules import actions as act
from sim.rules import layout as at
from sim.scenario.tables import RulesTables

BUDGET = 200  # simulations of the search for how the seat goes on
MOST = 2000  # futures
AS_IT_STANDS = -1  # in place of a package: the agreement in force, without a new signature


class Forecaster:
    """What a seat may expect, through one game."""

    def __init__(self, tables: RulesTables, seat: int, rng_seed: int, game: int, *, compiled: bool) -> None:
        self.kernel: Kernel = compiled_kernel(tables, kernel_cache()) if compiled else plain_kernel(tables)
        self._seat, self._rng_seed, self._game = seat, rng_seed, game
        self._beliefs = Beliefs(self.kernel, seat)
        self._agent: SearchAgent | None = None  # of the latest look, once that has been taken in
        self._lived = 0

    def forecast(self, question: Question) -> Outlook:
        """What may be expected of a draft, of what the other side offers, and of what is in force."""
        asked = question.asked
        self._follow(asked.plies)
        if self._agent is None:
            self._look(asked.seen, asked.legal)
        futures = min(question.futures, MOST)
        accepted, refused, unable = self._fates(asked.seen, question, futures)
        theirs = self._offered(asked.seen)
        return Outlook(
            asked.day, accepted, refused, self._course(question.draft, futures),
            None if theirs < 0 else self._course(theirs, futures),
            self._course(AS_IT_STANDS, futures) if asked.seen[at.STATUS] == at.IN_FORCE else None, unable,
        )  # fmt: skip

    def _follow(self, plies: Sequence[OwnPly]) -> None:
        """Live through the plies made since."""
        for ply in plies[self._lived :]:
            if self._agent is None:
                seen = Observation(self._seat, ply.seen)
                self._beliefs.take_in(ply.seen, luck_of(self._rng_seed, self._game, self._seat, seen))
            self._beliefs.note(ply.action)
            self._agent = None
            self._lived += 1

    def _look(self, values: Sequence[float], legal: Sequence[int]) -> None:
        seen = Observation(self._seat, tuple(values))
        self._agent = SearchAgent(self.kernel, self._seat, max(BUDGET, MOST))
        self._agent.beliefs = self._beliefs
        self._agent.simulations = BUDGET
        self._agent.decide(seen, legal, luck_of(self._rng_seed, self._game, self._seat, seen))
        self._agent.simulations = max(BUDGET, MOST)

    def _offered(self, seen: Sequence[float]) -> int:
        """The package that the other side has on the table, or -1."""
        return standing(self.kernel, seen, 1 - self._seat)

    def _call(self, name: str, *arguments: Any) -> None:
        assert self._agent is not None
        function = self.kernel.function(name)
        function(self.kernel.ints, self.kernel.reals, self._beliefs.vectors, self._agent.tree, *arguments)

    def _fates(self, seen: Sequence[float], question: Question, futures: int) -> tuple[int, int, int]:
        """In how many futures the draft, proposed now, is accepted; in how many not, and cannot be."""
        first = (act.PROPOSE, question.draft, question.face)
        state = self.kernel.vector(len(seen))
        for slot, x in enumerate(seen):
            state[slot] = x
        if question.draft == self._offered(seen) or self.kernel.function("violations")(
            self.kernel.ints, self.kernel.reals, state, *first
        ):
            return 0, 0, 0
        asked, found = self.kernel.integers(fate.ASKED_WIDTH), self.kernel.integers(fate.N_FATES)
        for i, x in enumerate((*first, futures)):
            asked[i] = x
        self._call("foresee", asked, found)
        accepted, refused, unable = (int(found[each]) for each in (fate.ACCEPTED, fate.NOT_ACCEPTED, fate.UNABLE))
        return accepted, refused + unable, unable

    def _course(self, package: int, futures: int) -> Course:
        found, sums = self.kernel.integers(of.N_COUNTS + of.NIGHTS), self.kernel.vector(of.N_SUMS)
        found[of.PACKAGE], found[of.WORLDS] = package, futures
        self._call("survive", found, sums)
        signed, began, *held = (int(x) for x in found[of.SIGNED :])
        total, squares = float(sums[of.SUM]), float(sums[of.SQUARES])
        mean = total / signed if signed else 0.0
        spread = max(0.0, squares - signed * mean * mean) / (signed - 1) if signed > 1 else 0.0
        error = sqrt(spread / signed) if signed else 0.0
        return Course(package, futures, signed, began, tuple(held), mean, error)

"""Turning points of a finished record: choices whose alternative would have changed what was to be expected.

All decision points are screened with few futures. Of each the alternative with the largest sure effect is kept, if its
paired 95 % interval on the score of the seat that chose, or on the ending, excludes zero. A sure effect is the bound of
that interval nearest to zero; a point of the score weighs as much as a percentage point of the ending's chance. Among
hundreds of choices some pass by luck, so the largest are played anew with many fresh futures, and only those are told
that pass again and make a difference of a point, each with its twin. Equal records, tables and settings give equal
findings on every machine.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from sim.ai.kernel import Kernel
from sim.analysis.study.estimates import Estimate, Z, mean, variance, wilson
from sim.analysis.why.choices import ACCEPT, VARY, Alternative, DecisionPoint, decision_points
from sim.analysis.why.futures import Branch, Futures, Numbers, is_signing, stand_ins
from sim.analysis.why.story import FinishedRecord, PastPly
from sim.analysis.why.twin import Twin, play_twin
from sim.rules import actions as act

BLOCK = 50  # futures between two chances to stop
LEAST = 1.0  # a smaller difference, of points of score or of percentage points, turns nothing
SHARES = ("ending", "signed", "holds_term", "holds_week")
OF_SIGNING = ("signed", "holds_term", "holds_week")


@dataclass(frozen=True)
class SearchPlan:
    """How turning points are looked for: the seat that is asked about (None: both), futures, how many are wanted."""

    futures: int = 1000
    screening: int = 100
    top: int = 5
    rng_seed: int = 1
    seat: int | None = None


@dataclass(frozen=True)
class Progress:
    """How far a search has come, in futures; it can be stopped here."""

    done: int
    of: int


@dataclass(frozen=True)
class PairedEstimate:
    """One measure in both branches, and the mean of its paired differences: alternative less record."""

    name: str
    recorded: Estimate
    alternative: Estimate
    difference: Estimate

    @property
    def differs(self) -> bool:
        """Whether the interval of the difference excludes zero."""
        low, high = self.difference.low, self.difference.high
        return low is not None and high is not None and (low > 0.0 or high < 0.0)

    @property
    def points(self) -> float:
        """The size of the difference, in percentage points if it is of shares."""
        return abs(self.difference.value or 0.0) * (100.0 if self.name in SHARES else 1.0)


@dataclass(frozen=True)
class TurningPoint:
    """A choice, an alternative to it, what the ensemble says of both, and the twin."""

    ply: PastPly
    alternative: Alternative
    alike: int  # how many other plies passed the screening with the same sort of choice and alternative
    futures: int
    ensemble: tuple[PairedEstimate, ...]
    twin: Twin

    def measure(self, name: str) -> PairedEstimate:
        """A measure of the ensemble by name."""
        return next(each for each in self.ensemble if each.name == name)


@dataclass(frozen=True)
class TurningPoints:
    """What a search came to, largest first, with all that was tried; ``stand_ins`` played for seats that could not."""

    plan: SearchPlan
    points: int
    alternatives: int
    passed: int
    refined: int
    found: tuple[TurningPoint, ...]
    stand_ins: dict[str, str]


@dataclass(frozen=True)
class _Candidate:
    effect: float
    point: DecisionPoint
    alternative: Alternative


class Search:
    """A search for the turning points of one record."""

    def __init__(self, kernel: Kernel, past: FinishedRecord, plan: SearchPlan) -> None:
        self._past, self._plan = past, plan
        self._futures = Futures(kernel, past, plan.rng_seed)
        self._points = decision_points(past, plan.seat)
        self._branches = sum(len(point.alternatives) for point in self._points)
        self.total = (len(self._points) + self._branches) * plan.screening + 4 * plan.top * plan.futures
        self._done = 0

    def steps(self) -> Iterator[Progress | TurningPoints]:
        """Progress, step by step, and at last the turning points. Whoever iterates may stop after any step."""
        candidates: list[_Candidate] = []
        for point in self._points:
            numbers: list[Numbers] = []
            yield from self._play(point.ply, (None, *point.alternatives), range(self._plan.screening), numbers)
            candidates += _screen(self._past, point, numbers)
        found: list[TurningPoint] = []
        refined = 0
        for candidate, alike in _sorted(candidates)[: 2 * self._plan.top]:
            if len(found) < self._plan.top:
                refined += 1
                yield from self._refine(candidate, alike, found)
        yield TurningPoints(
            self._plan, len(self._points), self._branches, len(candidates), refined, tuple(found),
            stand_ins(self._past),
        )  # fmt: skip

    def _refine(self, candidate: _Candidate, alike: int, found: list[TurningPoint]) -> Iterator[Progress]:
        """Play a candidate anew with fresh futures; it is appended to ``found`` if it passes again."""
        plan, ply, numbers = self._plan, candidate.point.ply, list[Numbers]()
        fresh = range(plan.screening, plan.screening + plan.futures)
        yield from self._play(ply, (None, candidate.alternative), fresh, numbers)
        ensemble = tuple(compare(numbers[0], numbers[1], is_signing(ply, candidate.alternative)))
        if _passes(self._past, ply, ensemble):
            twin = play_twin(self._past, ply, candidate.alternative)
            found.append(TurningPoint(ply, candidate.alternative, alike, plan.futures, ensemble, twin))

    def _play(
        self, ply: PastPly, alternatives: Sequence[Alternative | None], which: range, into: list[Numbers]
    ) -> Iterator[Progress]:
        """Play the same futures of each branch in blocks; the numbers of each branch are appended to ``into``."""
        for alternative in alternatives:
            whole: Numbers = {}
            for first in range(which.start, which.stop, BLOCK):
                n = min(BLOCK, which.stop - first)
                for name, values in self._futures.play(Branch(ply, alternative), first, n).items():
                    whole.setdefault(name, []).extend(values)
                self._done += n
                yield Progress(self._done, self.total)
            into.append(whole)


def _screen(past: FinishedRecord, point: DecisionPoint, numbers: list[Numbers]) -> list[_Candidate]:
    """The alternative of a point with the clearest difference, if it passes."""
    names = _judged(past, point.ply)
    found = [
        _Candidate(max(sure_effect(numbers[0], other, name) for name in names), point, alternative)
        for alternative, other in zip(point.alternatives, numbers[1:], strict=True)
    ]
    best = max(found, key=lambda each: each.effect)
    return [best] if best.effect > 0.0 else []


def _sorted(candidates: list[_Candidate]) -> list[tuple[_Candidate, int]]:
    """The largest of each sort of choice, largest first, each with the number of the others of its sort."""
    by_sort: dict[tuple[object, ...], list[_Candidate]] = {}
    for each in sorted(candidates, key=lambda each: (-each.effect, each.point.ply.number)):
        by_sort.setdefault(sort_of(each.point.ply, each.alternative), []).append(each)
    return [(first, len(others)) for first, *others in by_sort.values()]


def sort_of(ply: PastPly, alternative: Alternative) -> tuple[object, ...]:
    """What choices have in common that tell the same story on different days."""
    if alternative.kind == ACCEPT:
        return ply.seat, ACCEPT
    if ply.action.kind == act.PULL:
        return ply.seat, act.PULL, ply.action.a
    if ply.action.kind == act.RENEW:
        return ply.seat, act.RENEW, ply.action.a
    return ply.seat, ply.action.kind, alternative.kind == VARY and alternative.instead


def _judged(past: FinishedRecord, ply: PastPly) -> tuple[str, str]:
    return f"score.{past.tables.names.seats[ply.seat]}", "ending"


def _passes(past: FinishedRecord, ply: PastPly, ensemble: tuple[PairedEstimate, ...]) -> bool:
    return any(each.differs and each.points >= LEAST for each in ensemble if each.name in _judged(past, ply))


def sure_effect(recorded: Numbers, alternative: Numbers, name: str) -> float:
    """The bound nearest to zero of the interval of a paired difference, in points or percentage points; 0 across it."""
    differences = [y - x for x, y in zip(recorded[name], alternative[name], strict=True)]
    found = of_mean(differences)
    if found.value is None or found.low is None or found.high is None:
        return 0.0
    return max(found.low, -found.high, 0.0) * (100.0 if name in SHARES else 1.0)


def compare(recorded: Numbers, alternative: Numbers, signing: bool) -> Iterator[PairedEstimate]:
    """Every measure of two branches that met the same luck; how the truce holds only if they are about a signature."""
    for name, xs in recorded.items():
        if name in OF_SIGNING and not signing:
            continue
        ys = alternative[name]
        differences = [y - x for x, y in zip(xs, ys, strict=True)]
        yield PairedEstimate(name, _estimate(name, xs), _estimate(name, ys), of_mean(differences))


def _estimate(name: str, xs: list[float]) -> Estimate:
    if name not in SHARES:
        return of_mean(xs)
    share = fsum(xs) / len(xs)
    return Estimate(share, *wilson(share, len(xs)), len(xs))


def of_mean(xs: list[float]) -> Estimate:
    """A mean with its 95 % interval."""
    middle, spread = mean(xs), variance(xs)
    if middle is None or spread is None:
        return Estimate(middle, None, None, len(xs))
    half = Z * sqrt(spread / len(xs))
    return Estimate(middle, middle - half, middle + half, len(xs))

"""The mixed equilibrium of a symmetric game of few strategies, found exactly, and how sure its weights are.

Two choose a strategy each; ``payoffs[i][j]`` is what i has against j, for either of them. There may be several
equilibria. The one found is that of the linear tracing procedure (J. Harsanyi and R. Selten 1988) from equal shares:
at first each expects the whole field in equal shares, and in the end what the other does; in between, a mixture of
both. It is followed by pivoting (C. Lemke 1965; A. van den Elzen and D. Talman 1991), without a step size.
"""

import random
from collections.abc import Callable, Sequence
from math import isqrt
from typing import NamedTuple

from sim.analysis.solver.bimatrix import Matrix, worths
from sim.analysis.study.estimates import mean, quantile
from sim.errors import CessationError

TINY = 1e-11
RESAMPLES = 500
PIVOTS = 100  # for each strategy: far more than it ever takes


class TracingError(CessationError):
    """No equilibrium was come to: a fault of the program or of payoffs that are no numbers."""


def _pivot(rows: list[list[float]], chosen: int, column: int) -> None:
    """Make a column a unit vector with its one in the chosen row."""
    scale = rows[chosen][column]
    pivot = rows[chosen] = [x / scale for x in rows[chosen]]
    for i, row in enumerate(rows):
        share = row[column]
        if i != chosen and share != 0.0:
            rows[i] = [x - share * y for x, y in zip(row, pivot, strict=True)]


class _Tracing:
    """The tableau. Columns: the regret of each strategy, its weight, the least cost, the prior's share; right sides."""

    def __init__(self, payoffs: Matrix) -> None:
        n = self.n = len(payoffs)
        top = max(map(max, payoffs))
        scale = top - min(map(min, payoffs)) or 1.0
        costs = [[1.0 + (top - x) / scale for x in row] for row in payoffs]  # from 1 to 2
        expected = [sum(row) / n for row in costs]
        self.cost, self.share = 2 * n, 2 * n + 1
        self.rows = [
            [*(float(i == j) for j in range(n)), *(-x for x in costs[i]), 1.0, -expected[i], 0.0] for i in range(n)
        ]
        self.rows.append([*[0.0] * n, *[1.0] * n, 0.0, 1.0, 1.0])
        best = min(range(n), key=expected.__getitem__)
        self.basis = [*range(n), self.share]
        _pivot(self.rows, n, self.share)
        self.first = [column for column in self.basis if column != best]  # where the basis began, to break ties by
        self.enter(best, self.cost)
        self.entering = n + best

    def enter(self, row: int, column: int) -> None:
        _pivot(self.rows, row, column)
        self.basis[row] = column

    def leaving(self) -> int:
        """The row that limits what enters, the first in lexicographic order where several do."""
        found = [
            i for i, row in enumerate(self.rows) if row[self.entering] > TINY and self.basis[i] != self.cost
        ]  # fmt: skip
        for column in (-1, *self.first):
            if len(found) > 1:
                ratios = [self.rows[i][column] / self.rows[i][self.entering] for i in found]
                least = min(ratios)
                found = [i for i, ratio in zip(found, ratios, strict=True) if ratio <= least + TINY]
        if not found:
            raise TracingError("the payoffs of the meta-game cannot be traced to an equilibrium")
        return found[0]

    def follow(self) -> list[float]:
        """Pivot until nothing of the prior is left; the weights then."""
        n = self.n
        for _ in range(PIVOTS * n):
            row = self.leaving()
            left = self.basis[row]
            self.enter(row, self.entering)
            if left == self.share:
                weights = [0.0] * n
                for column, each in zip(self.basis, self.rows, strict=True):
                    if n <= column < 2 * n:
                        weights[column - n] = max(0.0, each[-1])
                return [x / sum(weights) for x in weights]
            self.entering = left + n if left < n else left - n
        raise TracingError("the meta-game's tracing goes round in circles")


def equilibrium_weights(payoffs: Matrix) -> list[float]:
    """Weights of the traced symmetric equilibrium of a symmetric game. Raises TracingError."""
    return _Tracing(payoffs).follow()


def gain_against(payoffs: Matrix, weights: Sequence[float]) -> float:
    """What the best strategy has above the mixture, against the mixture: zero in an equilibrium."""
    each = worths(payoffs, weights)
    return max(each) - sum(x * p for x, p in zip(each, weights, strict=True))


def contest(payoffs: Matrix) -> list[list[float]]:
    """The same game played for the difference: what one has above the other, so that interests are opposed."""
    n = len(payoffs)
    return [[payoffs[i][j] - payoffs[j][i] for j in range(n)] for i in range(n)]


class AgentWeight(NamedTuple):
    """An agent's weight; of the bootstrap its 95 % interval, its mean and the share of resamples above a cap."""

    weight: float
    low: float
    high: float
    mean: float
    above: float


def seat_weights(payoffs: Sequence[float]) -> list[list[float]]:
    """Weights of both seats, where each chooses an agent for itself and has points of its own.

    ``payoffs`` are the first seat's by its agent and the second's, row after row, and then the second seat's likewise.
    It is traced as a symmetric game in which one picks a seat's agent and the other must pick of the other seat.
    """
    half = len(payoffs) // 2
    one, two = _positive(square(payoffs[:half])), _positive(square(payoffs[half:]))
    n = len(one)
    rows = [[*[0.0] * n, *row] for row in one] + [[*column, *[0.0] * n] for column in zip(*two, strict=True)]
    weights = equilibrium_weights(rows)
    return [[x / sum(part) for x in part] for part in (weights[:n], weights[n:])]


def _positive(payoffs: Matrix) -> list[list[float]]:
    """The same payoffs from 1 to 2, so that whoever picks the other's own seat and has nothing regrets it."""
    low = min(map(min, payoffs))
    scale = max(map(max, payoffs)) - low or 1.0
    return [[1.0 + (x - low) / scale for x in row] for row in payoffs]


def meta_weights(payoffs: Sequence[float]) -> list[list[float]]:
    """Weights in the meta-game, and in its contest, from payoffs row after row."""
    rows = square(payoffs)
    return [equilibrium_weights(rows), equilibrium_weights(contest(rows))]


def _summed(groups: Sequence[Sequence[float]], times: Sequence[int]) -> list[float]:
    """Payoffs over groups of games, each taken so many times; sums do as well as means, for scale changes nothing."""
    total = [0.0] * len(groups[0])
    for group, often in zip(groups, times, strict=True):
        if often:
            total = [x + often * y for x, y in zip(total, group, strict=True)]
    return total


def square(payoffs: Sequence[float]) -> list[list[float]]:
    """Numbers row after row as a square matrix."""
    n = isqrt(len(payoffs))
    return [list(payoffs[i * n : i * n + n]) for i in range(n)]


def bootstrapped(
    groups: Sequence[Sequence[float]],
    weigh: Callable[[Sequence[float]], list[list[float]]],
    cap: float,
    rng_seed: int,
) -> list[list[AgentWeight]]:
    """Weights with intervals (B. Efron 1979), in as many mixtures as ``weigh`` finds in payoffs.

    ``groups`` are payoffs summed over groups of games, as ``weigh`` takes them. What is drawn anew is whole groups, all
    pairings at once, because the pairings share the luck of a game.
    """
    luck = random.Random(rng_seed)  # whose random() is the same on every Python

    def drawn() -> list[int]:
        times = [0] * len(groups)
        for _ in groups:
            times[int(luck.random() * len(groups))] += 1
        return times

    whole = weigh(_summed(groups, [1] * len(groups)))
    samples = [weigh(_summed(groups, drawn())) for _ in range(RESAMPLES)]
    return [
        [_told(weight, [sample[which][i] for sample in samples], cap) for i, weight in enumerate(weights)]
        for which, weights in enumerate(whole)
    ]


def _told(weight: float, drawn: Sequence[float], cap: float) -> AgentWeight:
    low, high = quantile(drawn, 0.025), quantile(drawn, 0.975)
    assert low is not None
    assert high is not None
    return AgentWeight(weight, low, high, mean(drawn) or 0.0, sum(x > cap for x in drawn) / len(drawn))

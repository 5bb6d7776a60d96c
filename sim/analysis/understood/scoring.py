"""How good stated chances were, once the truth is known.

The Brier score (Brier 1950) is the squared distance of what was stated from what was so: 0 is perfect, 1 the worst, and
always saying even odds gets 0.25. It is proper: whoever states the chances that they truly believe expects the best
score. The log score is the logarithm of the chance given to what was so, with its sign turned; it is guarded, for a
chance of 0 given to what happens would cost infinitely much.
"""

from collections.abc import Sequence
from math import fsum, log
from typing import NamedTuple

LEAST_CHANCE = 0.01  # the log score takes no chance for smaller than that
BINS = 5

Stated = tuple[float, bool]
"""A chance, and whether it came true."""


class CalibrationBin(NamedTuple):
    """Statements of about the same chance: how many, what they said on average, and the share that came true."""

    low: float
    high: float
    n: int
    said: float
    came_true: float


def mean(values: Sequence[float]) -> float:
    """The mean, the same in whatever order; 0 of nothing."""
    return fsum(values) / len(values) if values else 0.0


def brier(chances: Sequence[float], truth: int) -> float:
    """The score of a distribution when outcome number ``truth`` is so: half the squared distance, from 0 to 1.

    For two outcomes this is the square of what the chance of either was off by.
    """
    return 0.5 * fsum((chance - (i == truth)) ** 2 for i, chance in enumerate(chances))


def brier_of(stated: Stated) -> float:
    """The score of a single chance: the square of what it was off by."""
    chance, came_true = stated
    return (chance - came_true) ** 2


def log_score(chance: float) -> float:
    """The score of the chance that was given to what was so: 0 is perfect, at most ``-log(LEAST_CHANCE)``."""
    return -log(max(chance, LEAST_CHANCE))


def base_rate(true: int, false: int) -> float:
    """The chance that a game by itself teaches, by the rule of succession (Laplace 1774): 1/2 of nothing."""
    return (true + 1) / (true + false + 2)


def reliability(stated: Sequence[Stated]) -> list[CalibrationBin]:
    """The statements in bins of equal width, empty ones left out. In a calibrated bin the two shares agree."""
    found = []
    for i in range(BINS):
        inside = [each for each in stated if min(int(each[0] * BINS), BINS - 1) == i]
        if inside:
            said = mean([chance for chance, _ in inside])
            share = mean([float(came_true) for _, came_true in inside])
            found.append(CalibrationBin(i / BINS, (i + 1) / BINS, len(inside), said, share))
    return found

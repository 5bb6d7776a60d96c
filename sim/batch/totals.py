"""Sums over games, formed block by block in block order, so the same to the bit for any number of jobs."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum
from typing import Self

from sim.batch.columns import FIRST_FLOATS
from sim.batch.rows import DECISIONS, ENDING, FIRST_SCORE, FIRST_TYPE
from sim.scenario.tables import RulesTables


@dataclass(frozen=True)
class Moments:
    """Count, mean and sum of squared deviations of some numbers."""

    n: int = 0
    mean: float = 0.0
    squares: float = 0.0

    @classmethod
    def of(cls, numbers: Sequence[float]) -> Self:
        """Of a list, in two passes. (``fsum`` rounds once and alike in every Python; ``sum`` does not since 3.12.)"""
        if not numbers:
            return cls()
        mean = fsum(numbers) / len(numbers)
        return cls(len(numbers), mean, fsum((x - mean) * (x - mean) for x in numbers))

    def plus(self, other: "Moments") -> "Moments":
        """Of both lists together, without the loss that sums of squares suffer (Chan, Golub and LeVeque, 1979)."""
        if not self.n or not other.n:
            return other if other.n else self
        n, step = self.n + other.n, other.mean - self.mean
        squares = self.squares + other.squares + step * step * self.n * other.n / n
        return Moments(n, self.mean + step * other.n / n, squares)


@dataclass
class BatchTotals:
    """What is summed over games. ``endings`` counts by rank; ``scores`` and ``pars`` are by seat."""

    games: int
    decisions: int
    endings: list[int]
    scores: list[Moments]
    pars: list[Moments]
    human_cost: list[Moments]

    @classmethod
    def none(cls, tables: RulesTables) -> Self:
        """Of no games."""
        names = tables.names
        empty = [Moments(), Moments()]
        return cls(0, 0, [0] * len(names.endings), empty, empty, [Moments()] * len(names.human_cost))

    @classmethod
    def of(cls, tables: RulesTables, rows: Sequence[Sequence[float]]) -> Self:
        """Of the canonical rows of one block."""
        names = tables.names
        endings = [0] * len(names.endings)
        for row in rows:
            endings[int(row[ENDING])] += 1
        pars = [
            [names.par[seat][names.types[seat][int(row[FIRST_TYPE + i])]] for row in rows]
            for i, seat in enumerate(names.seats)
        ]
        columns = [FIRST_FLOATS + tables.slot[cost.of] - names.first_variable for cost in names.human_cost]
        return cls(
            len(rows),
            sum(int(row[DECISIONS]) for row in rows),
            endings,
            [Moments.of([row[FIRST_SCORE + seat] for row in rows]) for seat in range(2)],
            [Moments.of(each) for each in pars],
            [Moments.of([row[column] for row in rows]) for column in columns],
        )

    def plus(self, other: "BatchTotals") -> "BatchTotals":
        """Of these games, then those."""
        return BatchTotals(
            self.games + other.games,
            self.decisions + other.decisions,
            [a + b for a, b in zip(self.endings, other.endings, strict=True)],
            [a.plus(b) for a, b in zip(self.scores, other.scores, strict=True)],
            [a.plus(b) for a, b in zip(self.pars, other.pars, strict=True)],
            [a.plus(b) for a, b in zip(self.human_cost, other.human_cost, strict=True)],
        )

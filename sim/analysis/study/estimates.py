"""What is said of many units' numbers, and how sure that is.

Intervals are of 95 % and owe nothing to chance: games are dealt into groups, and each report is formed anew with one
group left out at a time (the grouped jackknife: M. Quenouille 1949, J. Tukey 1958), which also reckons with the
likeness of nights and truces of one game. Shares have Wilson's interval (1927) for as many independent units as that
variance says they are worth; quantiles have the interval between the order statistics that a binomial law gives.
"""

from collections.abc import Callable, Sequence
from math import floor, fsum, sqrt
from typing import NamedTuple

from sim.analysis.study.units import Unit
from sim.scenario.profile_phrases import Report

Z = 1.959963984540054
"""The normal quantile that leaves 2.5 % on either side."""
GROUPS = 40
Units = Sequence[Unit]


class Estimate(NamedTuple):
    """A number, its 95 % interval and the units behind it; None where no unit has the number."""

    value: float | None
    low: float | None
    high: float | None
    units: int


def values_of(units: Units) -> list[float]:
    """The numbers of those units that have one."""
    return [unit.value for unit in units if unit.value is not None]


def mean(xs: Sequence[float]) -> float | None:
    """Arithmetic mean, or None of nothing."""
    return fsum(xs) / len(xs) if xs else None


def variance(xs: Sequence[float]) -> float | None:
    """Unbiased variance, or None of fewer than two."""
    if len(xs) < 2:
        return None
    middle = fsum(xs) / len(xs)
    return fsum([(x - middle) ** 2 for x in xs]) / (len(xs) - 1)


def pooled(units: Units) -> float | None:
    """Mean over all nights of all units; with another window, over the mean of all nights in that."""
    nights, others = sum(unit.nights for unit in units), sum(unit.other_nights for unit in units)
    if not nights:
        return None
    whole = fsum([unit.total for unit in units]) / nights
    if not others:
        return whole
    other = fsum([unit.other_total for unit in units]) / others
    return whole / other if other else None


def quantile(xs: Sequence[float], share: float) -> float | None:
    """The value below which a share of the numbers lie, interpolated between neighbours (type 7 of Hyndman and Fan)."""
    if not xs:
        return None
    ordered = sorted(xs)
    place = share * (len(ordered) - 1)
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def survival(units: Units, after: int, until: int) -> float | None:
    """Share of episodes that hold through night `until`, of those that held through `after` (Kaplan and Meier, 1958).

    An episode that came to no such end as counts tells of the nights it held through and of no other.
    """
    held, ended = [0] * (until + 1), [0] * until
    for unit in units:
        nights = int(unit.value or 0)
        held[min(nights, until)] += 1
        if unit.over and nights < until:
            ended[nights] += 1
    share, at_risk = 1.0, sum(held[after:])
    if not at_risk:
        return None
    for night in range(after, until):
        above = at_risk - held[night]
        if above + ended[night]:
            share *= above / (above + ended[night])
        at_risk = above
    return share


def say(report: Report, units: Units) -> float | None:
    """The number that a report says of units."""
    match report.what:
        case "pooled":
            return pooled(units)
        case "survival" | "death":
            alive = survival(units, int(report.low), int(report.high))
            return alive if alive is None or report.what == "survival" else 1.0 - alive
        case "share":
            return mean([float(unit.value is not None and report.holds(unit.value)) for unit in units])
    xs = values_of(units)
    match report.what:
        case "mean":
            return mean(xs)
        case "median":
            return quantile(xs, 0.5)
        case "quantile":
            return quantile(xs, report.low)
    spread, middle = variance(xs), mean(xs)
    if spread is None:
        return None
    if report.what == "sd":
        return sqrt(spread)
    return spread / middle if middle else None


def wilson(share: float, n: float) -> tuple[float, float]:
    """Wilson's interval of a share of `n` independent units."""
    middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
    return max(0.0, middle - half), min(1.0, middle + half)


def jackknife(without: Callable[[int | None], float | None], groups: int) -> float | None:
    """Standard error of `without(None)` from its values without each group; None if there are too few."""
    found = [x for x in (without(group) for group in range(groups)) if x is not None]
    n, spread = len(found), variance(found)
    return sqrt(spread * (n - 1) ** 2 / n) if spread is not None else None


def estimate(report: Report, games: Sequence[Units], *, is_share: bool = False) -> Estimate:
    """A report on the units of games, given game by game. `is_share`: its numbers are 0 or 1, their mean a share."""

    def without(group: int | None) -> float | None:
        return say(report, [unit for i, units in enumerate(games) if i % GROUPS != group for unit in units])

    units = [unit for units in games for unit in units]
    value, n = say(report, units), len(units) if report.what == "share" else len(values_of(units)) or len(units)
    if value is None:
        return Estimate(None, None, None, 0)
    if report.what in ("median", "quantile"):
        return Estimate(value, *_between_ranks(values_of(units), report), n)
    error = jackknife(without, min(GROUPS, len(games)))
    if is_share or report.what in ("share", "survival", "death"):
        worth = value * (1 - value) / error**2 if error and 0 < value < 1 else float(n)
        return Estimate(value, *wilson(value, min(worth, n)), n)
    if error is None:
        return Estimate(value, None, None, n)
    return Estimate(value, value - Z * error, value + Z * error, n)


def _between_ranks(xs: Sequence[float], report: Report) -> tuple[float, float]:
    ordered = sorted(xs)
    share, n = 0.5 if report.what == "median" else report.low, len(ordered)
    half = Z * sqrt(n * share * (1 - share))
    low, high = floor(n * share - half), floor(n * share + half) + 1
    return ordered[max(0, low)], ordered[min(n - 1, high)]


class ReportedSide(NamedTuple):
    """One of two quantities that are set against each other: what is reported of which games."""

    report: Report
    games: Sequence[Units]


def compare(way: str, this: ReportedSide, that: ReportedSide) -> Estimate:
    """`ratio`, `difference` or share `saved` of two reports on the same luck: groups are left out of both at once."""

    def without(group: int | None) -> float | None:
        x, y = (
            say(side.report, [unit for i, units in enumerate(side.games) if i % GROUPS != group for unit in units])
            for side in (this, that)
        )
        if x is None or y is None or (y == 0 and way != "difference"):
            return None
        return x - y if way == "difference" else x / y if way == "ratio" else 1 - x / y

    value, n = without(None), sum(len(units) for units in this.games)
    error = jackknife(without, min(GROUPS, len(this.games), len(that.games)))
    if value is None or error is None:
        return Estimate(value, None, None, n)
    return Estimate(value, value - Z * error, value + Z * error, n)

"""What a batch came to: shares of endings, scores beside par, human cost, each with an interval."""

import re
from math import sqrt
from typing import Any, NamedTuple

from sim.batch.plan import Plan
from sim.batch.totals import BatchTotals, Moments
from sim.rules import layout as at
from sim.scenario.book import Book
from sim.scenario.tables import HumanCostRow, RulesTables

Z = 1.959963984540054
"""The normal quantile that leaves 2.5 % on either side."""


class Interval(NamedTuple):
    """Lower and upper end of a 95 % interval."""

    low: float
    high: float


def wilson(count: int, n: int) -> Interval:
    """Wilson's 95 % interval of a share of ``count`` in ``n`` (E. B. Wilson, 1927); ``n`` is at least 1."""
    share, zz = count / n, Z * Z
    middle = (share + zz / (2 * n)) / (1 + zz / n)
    half = Z * sqrt(share * (1 - share) / n + zz / (4 * n * n)) / (1 + zz / n)
    return Interval(0.0 if count == 0 else middle - half, 1.0 if count == n else middle + half)


def of_mean(moments: Moments, lowest: float, highest: float) -> Interval:
    """Normal 95 % interval of a mean, cut to the range of what it is a mean of; of one number it is the whole range."""
    if moments.n < 2:
        return Interval(lowest, highest)
    half = Z * sqrt(moments.squares / (moments.n - 1) / moments.n)
    return Interval(max(lowest, moments.mean - half), min(highest, moments.mean + half))


def share_of(count: int, games: int) -> dict[str, float]:
    """A count, its share of the games and the share's interval."""
    low, high = wilson(count, games)
    return {"count": count, "share": count / games, "low": low, "high": high}


def _scores(tables: RulesTables, totals: BatchTotals) -> dict[str, Any]:
    found = {}
    for seat, score, par in zip(tables.names.seats, totals.scores, totals.pars, strict=True):
        low, high = of_mean(score, 0.0, 100.0)
        found[seat] = {"mean": score.mean, "low": low, "high": high, "par": par.mean}
    return found


def cited(entry: dict[str, Any]) -> list[str]:
    """Fact ids that an entry of the scenario and its factors cite, or the assumption that it owns."""
    whole = entry.get("from", [])
    sources = list(whole) if isinstance(whole, list) else [str(whole)]
    for factor in (entry.get("low"), entry.get("high")):
        sources += re.findall(r"[A-Z][0-9]{1,3}", str(factor).partition("@")[2])
    return list(dict.fromkeys(sources))


def human_cost_of(book: Book, cost: HumanCostRow, moments: Moments) -> dict[str, Any]:
    """The reported range around the mean of a game, and how sure the mean itself is."""
    tables = book.tables
    bounds = tables.ints[at.RANGES_REALS] + 2 * tables.slot[cost.of]
    low, high = of_mean(moments, tables.reals[bounds], tables.reals[bounds + 1])
    return {
        "of": cost.of,
        "unit": tables.names.units.get(cost.of, ""),
        "low": moments.mean * cost.low,
        "high": moments.mean * cost.high,
        "mean": moments.mean,
        "mean_low": low,
        "mean_high": high,
        "from": cited(book.outline["human_cost"][cost.id]),
    }


def summarise(plan: Plan, book: Book, totals: BatchTotals, digest: str) -> dict[str, Any]:
    """The summary of a batch as plain data: nothing in it varies from run to run."""
    tables = book.tables
    return {
        "scenario": {"id": tables.id, "hash": tables.digest},
        "version": plan.version,
        "agents": dict(plan.agents),
        "games": totals.games,
        "rng_seed": plan.rng_seed,
        "first_game": plan.first_game,
        "endings": {
            ending: share_of(count, totals.games)
            for ending, count in zip(tables.names.endings, totals.endings, strict=True)
        },
        "scores": _scores(tables, totals),
        "human_cost": {
            cost.id: human_cost_of(book, cost, moments)
            for cost, moments in zip(tables.names.human_cost, totals.human_cost, strict=True)
        },
        "decisions": totals.decisions,
        "digest": digest,
    }

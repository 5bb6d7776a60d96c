"""What matters: each thing taken out, in the same games with the same luck, and how differently they then go.

A thing has *no effect* if every game comes to the same, to the bit of its scores: it is *unused* if it never came into
play either. It *matters* if a seat's mean score, of any of its types, or the share of an ending is surely different;
each thing may be called so by chance once in a hundred times. If that is by less than half a point and all endings by
less than a hundredth together, it is *slight*. Else its effect is *not seen*: there is one, and it is too small, or
evens out; how large it may be at most is told.

Of a lever that is little used that says little, so it is also pulled at its first chance in every game.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from math import fsum, sqrt
from statistics import NormalDist
from typing import Any

from sim.analysis.depth.bench import FREE, VARIED, Bench, BoundsAsked, PlayedGame
from sim.analysis.depth.deletion import (
    ISSUE,
    LEVER,
    RENEWAL,
    Deletion,
    bounds_without,
    deletions,
    tables_without,
)
from sim.analysis.depth.plan import DepthPlan
from sim.analysis.depth.uses import use_counts
from sim.batch.totals import Moments
from sim.scenario.tables import RulesTables

FALSE_ALARM = 0.01
NO_EFFECT, UNUSED, NOT_SEEN, SLIGHT, MATTERS = "no effect", "unused", "not seen", "slight", "matters"
SLIGHT_POINTS, SLIGHT_SHARE = 0.5, 0.01
Pairs = Sequence[tuple[PlayedGame, PlayedGame]]


class Relevance:
    """Every deletion, then every lever pulled at once; the last piece counts what is used."""

    name = "relevance"

    def __init__(self, tables: RulesTables, plan: DepthPlan) -> None:
        self._tables, self._plan = tables, plan
        self._deletions = list(deletions(tables))
        self._levers = tables.names.levers
        self.orders = len(self._deletions) + len(self._levers) + 1
        self._whole: list[PlayedGame] = []

    def play(self, bench: Bench, order: int) -> dict[str, Any]:
        """How games differ without a thing, or with a lever pulled; or counts of use."""
        if order == self.orders - 1:
            return dict(sum((use_counts(bench, *each) for each in self._games), Counter()))
        if not self._whole:
            self._whole = self._played(bench, FREE, None)
        if order >= len(self._deletions):
            asked: BoundsAsked | None = BoundsAsked(at_once=frozenset({order - len(self._deletions)}))
        else:
            asked = bounds_without(self._tables, self._deletions[order])
        other = None if asked else tables_without(self._tables, self._deletions[order])
        changed = self._played(bench, asked or FREE, other)
        return compare(self._tables, list(zip(self._whole, changed, strict=True)))

    @cached_property
    def _games(self) -> list[tuple[tuple[str, str], range]]:
        """The games of each pair, none with the luck of another."""
        n = self._plan.games_a_pair
        return [(pair, range(VARIED + i * n, VARIED + (i + 1) * n)) for i, pair in enumerate(self._plan.pairs)]

    def _played(self, bench: Bench, asked: BoundsAsked, tables: RulesTables | None) -> list[PlayedGame]:
        return [game for pair, games in self._games for game in bench.games_of(pair, games, asked, tables)]

    def tell(self, found: Sequence[dict[str, Any]]) -> dict[str, Any]:
        """What each thing comes to, sort by sort, the most weighty first."""
        counts, n = found[-1], len(self._deletions)
        rows = [self._row(what, each, counts) for what, each in zip(self._deletions, found, strict=False)]
        for row in rows:
            if row["sort"] == LEVER:
                row["at_once"] = found[n + self._levers.index(row["name"])]
        games = self._plan.games_a_pair * len(self._plan.pairs)
        things = [*_settled(rows), *(row for row in rows if row["sort"] != ISSUE)]
        return {"games": games, "false_alarm": FALSE_ALARM, "things": things}

    def _row(self, what: Deletion, compared: dict[str, Any], counts: dict[str, int]) -> dict[str, Any]:
        names = self._tables.names
        row: dict[str, Any] = {"sort": what.sort, "name": what.name, **compared}
        if what.sort == ISSUE:
            row["option"] = list(names.issues.values())[what.number][what.option]
        elif what.sort != RENEWAL:
            row["used"] = counts.get(f"{what.sort} {what.name}", 0)
        if row["verdict"] == NO_EFFECT and not row.get("used", what.sort == ISSUE):
            row["verdict"] = UNUSED
        return row


def _settled(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row an issue: settled on the option that changes most."""
    by_issue: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        if row["sort"] == ISSUE:
            by_issue.setdefault(row["name"], []).append(row)
    ranks = (UNUSED, NO_EFFECT, NOT_SEEN, SLIGHT, MATTERS)
    return [max(each, key=lambda row: (ranks.index(row["verdict"]), row["points"])) for each in by_issue.values()]


def difference(numbers: Sequence[float], z: float) -> dict[str, float]:
    """The mean with its interval, and whether it is surely other than nothing."""
    moments = Moments.of(numbers)
    half = z * sqrt(moments.squares / (moments.n - 1) / moments.n) if moments.n > 1 else float("inf")
    return {"mean": moments.mean, "low": moments.mean - half, "high": moments.mean + half, "n": moments.n}


def is_sure(found: dict[str, float]) -> bool:
    """Whether the interval leaves nothing out."""
    return found["low"] > 0.0 or found["high"] < 0.0


def compare(tables: RulesTables, pairs: Pairs) -> dict[str, Any]:
    """How games differ: each as it was beside the same one with something changed."""
    names = tables.names
    kinds = [(seat, kind) for seat in range(2) for kind in range(len(names.types[names.seats[seat]]))]
    z = NormalDist().inv_cdf(1.0 - FALSE_ALARM / 2 / (len(kinds) + len(names.endings)))
    by_type = {}
    for seat, kind in kinds:
        gone = [new.scores[seat] - old.scores[seat] for old, new in pairs if old.types[seat] == kind]
        if len(gone) > 1:
            by_type[f"{names.seats[seat]}.{names.types[names.seats[seat]][kind]}"] = difference(gone, z)
    endings = {
        name: difference([float(new.ending == rank) - float(old.ending == rank) for old, new in pairs], z)
        for rank, name in enumerate(names.endings)
    }
    altered = sum(old != new for old, new in pairs)
    sure = [each for each in (*by_type.values(), *endings.values()) if is_sure(each)]
    points = max((abs(each["mean"]) for each in by_type.values()), default=0.0)
    apart = fsum(abs(each["mean"]) for each in endings.values()) / 2
    large = points >= SLIGHT_POINTS or apart >= SLIGHT_SHARE
    return {
        "verdict": NO_EFFECT if not altered else NOT_SEEN if not sure else MATTERS if large else SLIGHT,
        "altered": altered / len(pairs),
        "scores": {
            seat: difference([new.scores[k] - old.scores[k] for old, new in pairs], z)
            for k, seat in enumerate(names.seats)
        },
        "by_type": by_type,
        "points": points,
        "at_most": max((max(abs(each["low"]), abs(each["high"])) for each in by_type.values()), default=0.0),
        "endings": {name: each for name, each in endings.items() if is_sure(each)},
        "total_variation": apart,
    }

"""Varied play: every agent of the field against every, with the same luck; how games end, and what luck explains.

The variance of a seat's score falls into parts (a crossed design: agent by rival by luck, the luck of a game being the
same for all pairs). What both seats privately want is drawn too, but a seat knows its own and plays by it: so the parts
are taken among games of the same two types, and averaged over these.

    own choices + the rival's + both together  |  luck that is the same for all pairs  |  luck that meets the choices

The first three are skill, of this field: another field has others. The last two are luck.
"""

from collections.abc import Sequence
from math import fsum
from typing import Any

from sim.analysis.depth.bench import VARIED, Bench, Pair
from sim.analysis.depth.plan import CHANCE, DepthPlan
from sim.analysis.study.estimates import GROUPS, Z, jackknife
from sim.analysis.tournament.field import with_interval
from sim.scenario.tables import RulesTables

Table = list[list[list[float]]]  # by own agent, then by rival: a number a game
Row = tuple[int, float, float, int, int]  # ending, both scores, both types
ENOUGH, WANTED = 0.03, 6
SKILL = ("own", "rival", "together")
LUCK = ("common", "meeting")


class VariedPlay:
    """All pairs of the field; a piece is a pair."""

    name = "varied"

    def __init__(self, tables: RulesTables, plan: DepthPlan) -> None:
        self._tables, self._plan = tables, plan
        self.orders = len(plan.pairs)
        self.games = max(GROUPS, plan.games // 10)

    def play(self, bench: Bench, order: int) -> list[Row]:
        """Games of a pair."""
        games = bench.games_of(self._plan.pairs[order], range(VARIED, VARIED + self.games))
        return [(game.ending, *game.scores, *game.types) for game in games]

    def tell(self, found: Sequence[list[Row]]) -> dict[str, Any]:
        """How varied play ends, and luck against skill."""
        rows = dict(zip(self._plan.pairs, found, strict=True))
        return {
            "agents": list(self._plan.agents), "games_a_pair": self.games, "games": self.games * len(found),
            "endings": endings_told(self._tables.names.endings, rows),
            "skill": {
                seat: skill_told(self._scores(rows, k), [row[3:] for row in found[0]])
                for k, seat in enumerate(self._tables.names.seats)
            },
            "skill_agents": self._measured,
        }  # fmt: skip

    @property
    def _measured(self) -> list[str]:
        """Whose choices count as skill: chance is not one's own."""
        chosen = [agent for agent in self._plan.agents if agent != CHANCE]
        return chosen if len(chosen) > 1 else list(self._plan.agents)

    def _scores(self, rows: dict[Pair, list[Row]], seat: int) -> Table:
        agents = self._measured
        pairs = [[(own, rival) if seat == 0 else (rival, own) for rival in agents] for own in agents]
        return [[[row[1 + seat] for row in rows[pair]] for pair in line] for line in pairs]


def endings_told(names: Sequence[str], rows: dict[Pair, list[Row]]) -> dict[str, Any]:
    """Shares of endings; a game number counts once, with the mean over pairs, since all pairs share its luck."""
    told = {}
    for rank, name in enumerate(names):
        hits = [[float(row[0] == rank) for row in games] for games in rows.values()]
        told[name] = with_interval([fsum(each) / len(hits) for each in zip(*hits, strict=True)], 0.0, 1.0)
    return told


def mean(xs: Sequence[float]) -> float:
    """Arithmetic mean; of nothing 0."""
    return fsum(xs) / len(xs) if xs else 0.0


def spread(xs: Sequence[float]) -> float:
    """Mean squared deviation."""
    middle = mean(xs)
    return mean([(x - middle) ** 2 for x in xs])


def variance_parts(scores: Table) -> dict[str, float]:
    """The parts of the variance, each less what the rest puts into its means by chance."""
    n, games = len(scores), len(scores[0][0])
    cells = [[mean(games_) for games_ in line] for line in scores]
    own, rival = [mean(line) for line in cells], [mean(column) for column in zip(*cells, strict=True)]
    grand = mean(own)
    nights = [mean([scores[a][b][k] for a in range(n) for b in range(n)]) for k in range(games)]
    rest = fsum(
        (scores[a][b][k] - cells[a][b] - nights[k] + grand) ** 2
        for a in range(n) for b in range(n) for k in range(games)
    ) / max(1, (n * n - 1) * (games - 1))  # fmt: skip
    together = mean([(cells[a][b] - own[a] - rival[b] + grand) ** 2 for a in range(n) for b in range(n)])
    noise = rest / games
    found = {
        "own": spread(own) - noise * (n - 1) / (n * n),
        "rival": spread(rival) - noise * (n - 1) / (n * n),
        "together": together - noise * (n - 1) ** 2 / (n * n),
        "common": spread(nights) * games / max(1, games - 1) - rest / (n * n),
        "meeting": rest,
    }
    return {part: max(0.0, x) for part, x in found.items()}


def parts_within(scores: Table, types: Sequence[tuple[int, ...]]) -> dict[str, float]:
    """The parts among games of the same types, averaged; a pair of types that came up once says nothing."""
    sets = [[k for k, each in enumerate(types) if each == pair] for pair in sorted(set(types))]
    sets = [games for games in sets if len(games) > 1]
    found = [variance_parts([[[cell[k] for k in games] for cell in line] for line in scores]) for games in sets]
    total = sum(map(len, sets))
    return {
        part: fsum(len(games) * each[part] for games, each in zip(sets, found, strict=True)) / total if total else 0.0
        for part in (*SKILL, *LUCK)
    }


def skill_share(parts: dict[str, float]) -> float:
    """The share of the variance that the choice of agents explains."""
    whole = fsum(parts.values())
    return fsum(parts[part] for part in SKILL) / whole if whole > 0.0 else 0.0


def skill_told(scores: Table, types: Sequence[tuple[int, ...]]) -> dict[str, Any]:
    """The parts as shares of the whole, and the share of skill with its interval (groups of games left out)."""

    def without(group: int | None) -> float:
        kept = [k for k in range(len(types)) if k % GROUPS != group]
        return skill_share(
            parts_within([[[cell[k] for k in kept] for cell in line] for line in scores], [types[k] for k in kept])
        )

    parts = parts_within(scores, types)
    whole = fsum(parts.values())
    share = skill_share(parts)
    error = jackknife(without, min(GROUPS, len(types))) or 0.0
    return {
        "variance": whole,
        "shares": {part: x / whole if whole > 0.0 else 0.0 for part, x in parts.items()},
        "skill": {"mean": share, "low": max(0.0, share - Z * error), "high": min(1.0, share + Z * error)},
        "luck_alone_sd": (parts["common"] + parts["meeting"]) ** 0.5,
    }

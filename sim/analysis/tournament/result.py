"""A tournament told as plain data: pairings, standings, best replies, the meta-game, welfare and the Nash point."""

import hashlib
from collections.abc import Sequence
from math import fsum, sqrt
from typing import Any, TypeVar

from sim.analysis.tournament.field import FieldScores, with_interval
from sim.analysis.tournament.tournament import PairingGames, TournamentPlan, kept_columns
from sim.analysis.tournament.weights import (
    RESAMPLES,
    AgentWeight,
    bootstrapped,
    contest,
    gain_against,
    meta_weights,
    seat_weights,
)
from sim.batch.columns import FIRST_FLOATS
from sim.batch.rows import DECISIONS, ENDING, FIRST_SCORE, FIRST_TYPE, SIGNED, row_bytes
from sim.batch.summary import human_cost_of, share_of
from sim.batch.totals import Moments
from sim.scenario.book import Book
from sim.scenario.tables import RulesTables

CAP = 0.6  # the design wants no agent to have a larger weight in the meta-game's equilibrium
Point = tuple[float, float]
T = TypeVar("T")


def frontier(points: Sequence[Point]) -> list[int]:
    """Which points no other betters for one seat without harm to the other."""
    return [
        i
        for i, (x, y) in enumerate(points)
        if not any(p >= x and q >= y and (p > x or q > y) for p, q in points)
    ]  # fmt: skip


def nash_point(points: Sequence[Point], par: Point) -> int | None:
    """The point with the largest product of both seats' gains on par; None where none is above par for both."""
    gains = {i: (x - par[0], y - par[1]) for i, (x, y) in enumerate(points) if x > par[0] and y > par[1]}
    return max(gains, key=lambda i: gains[i][0] * gains[i][1]) if gains else None


def distance(one: Point, other: Point) -> float:
    """In points of score."""
    return sqrt((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2)


class TournamentTold:
    """The games of a tournament, to be told."""

    def __init__(self, plan: TournamentPlan, book: Book, pairings: Sequence[PairingGames]) -> None:
        self.plan, self.book, self.tables = plan, book, book.tables
        self.pairings = pairings
        self.field = FieldScores(pairings, len(plan.agents))
        self.points = [self._point([games]) for games in pairings]
        self.par = _par(self.tables, pairings)
        self.nash = nash_point(self.points, self.par)

    def result(self) -> dict[str, Any]:
        """All of it; nothing in it varies from run to run."""
        plan, names = self.plan, self.plan.agents
        standings = sorted(self._standings(), key=lambda each: -each["above"]["mean"])
        return {
            "scenario": {"id": self.tables.id, "hash": self.tables.digest},
            "version": plan.version,
            "rng_seed": plan.rng_seed,
            "games": plan.games,
            "games_played": plan.games * len(self.pairings),
            "agents": list(names),
            "seats": list(plan.seats),
            "standings": [{"rank": i, **each} for i, each in enumerate(standings, 1)],
            "meta_game": self._meta_game(),
            "best_replies": {
                seat: {opponent: names[self.field.best_in_seat(s, b)] for b, opponent in enumerate(names)}
                for s, seat in enumerate(plan.seats)
            },
            "nash": self._nash(),
            **self._came_to(self.pairings),
            "decisions": int(fsum(fsum(games.columns[DECISIONS]) for games in self.pairings)),
            "pairings": [self._pairing(i) for i in range(len(self.pairings))],
            "digest": self._digest(),
        }

    # ---------------------------------------------------------------------------------------- what games came to
    def _point(self, chosen: Sequence[PairingGames]) -> Point:
        means = [fsum(fsum(each.columns[FIRST_SCORE + seat]) for each in chosen) for seat in range(2)]
        count = len(chosen) * self.plan.games
        return means[0] / count, means[1] / count

    def _by_seat(self, numbers: Sequence[T]) -> dict[str, T]:
        return dict(zip(self.plan.seats, numbers, strict=True))

    def _came_to(self, chosen: Sequence[PairingGames]) -> dict[str, Any]:
        """Welfare, deals, endings, human cost and the distance to the Nash point, over some pairings."""
        games = self.plan.games * len(chosen)
        endings = [0] * len(self.tables.names.endings)
        for each in chosen:
            for ending in each.columns[ENDING]:
                endings[int(ending)] += 1
        point = self._point(chosen)
        return {
            "welfare": point[0] + point[1],
            "nash_distance": None if self.nash is None else distance(point, self.points[self.nash]),
            "deals": share_of(sum(x > 0 for each in chosen for x in each.columns[SIGNED]), games),
            "endings": {
                ending: share_of(count, games)
                for ending, count in zip(self.tables.names.endings, endings, strict=True)
            },
            "human_cost": self._human_cost(chosen),
        }  # fmt: skip

    def _human_cost(self, chosen: Sequence[PairingGames]) -> dict[str, Any]:
        tables, found = self.tables, {}
        for cost in tables.names.human_cost:
            slot = FIRST_FLOATS + tables.slot[cost.of] - tables.names.first_variable
            column, moments = kept_columns(tables).index(slot), Moments()
            for games in chosen:
                moments = moments.plus(Moments.of(games.columns[column]))
            found[cost.id] = human_cost_of(self.book, cost, moments)
        return found

    def _pairing(self, index: int) -> dict[str, Any]:
        games = self.pairings[index]
        return {
            "agents": dict(zip(self.plan.seats, self.plan.pairings[index], strict=True)),
            "scores": {
                seat: with_interval(games.columns[FIRST_SCORE + s], 0.0) for s, seat in enumerate(self.plan.seats)
            },
            **self._came_to([games]),
        }

    # ------------------------------------------------------------------------------------------------ the agents
    def _standings(self) -> list[dict[str, Any]]:
        field, names = self.field, self.plan.agents
        found = []
        for a, agent in enumerate(names):
            above = [with_interval(numbers) for numbers in field.above(a)]
            worst, reply = field.exploited(a), field.best_reply(a)
            own = [games for i, games in enumerate(self.pairings) if a in divmod(i, len(names))]
            entry: dict[str, Any] = {
                "agent": agent,
                "scores": {seat: with_interval(field.by_agent[s][a], 0.0) for s, seat in enumerate(self.plan.seats)},
                "above_by_seat": self._by_seat(above[:2]),
                "above": above[2],
                "best_reply": {"agent": names[reply], "gain": with_interval(field.against_mean(reply, a))},
                "loses_most": {
                    "opponent": names[worst.opponent],
                    "best_reply": names[worst.reply],
                    "points": with_interval(worst.lost),
                },
            }
            found.append(entry | self._came_to(own))
        return found

    def _told_by_agent(self, weights: Sequence[AgentWeight]) -> dict[str, dict[str, float]]:
        return dict(zip(self.plan.agents, map(_weight, weights), strict=True))

    def _meta_game(self) -> dict[str, Any]:
        field, names = self.field, self.plan.agents
        weights, relative = bootstrapped(field.groups, meta_weights, CAP, self.plan.rng_seed)
        by_seat = bootstrapped(field.seat_groups, seat_weights, CAP, self.plan.rng_seed)
        chosen, payoffs = [each.weight for each in weights], field.payoffs
        largest = max(range(len(names)), key=chosen.__getitem__)
        alone = [
            name for a, name in enumerate(names) if all(payoffs[a][a] >= payoffs[b][a] for b in range(len(names)))
        ]  # fmt: skip
        return {
            "payoffs": {name: dict(zip(names, row, strict=True)) for name, row in zip(names, payoffs, strict=True)},
            "equilibrium": self._told_by_agent(weights),
            "gain": max(0.0, gain_against(payoffs, chosen)),
            "contest": self._told_by_agent(relative),
            "contest_gain": max(0.0, gain_against(contest(payoffs), [each.weight for each in relative])),
            "equilibria_alone": alone,
            "by_seat": self._by_seat([self._told_by_agent(found) for found in by_seat]),
            "largest": {"agent": names[largest], "weight": chosen[largest], "at_most": CAP, "met": max(chosen) <= CAP},
            "resamples": RESAMPLES,
        }

    def _nash(self) -> dict[str, Any]:
        def told(index: int) -> dict[str, Any]:
            agents = dict(zip(self.plan.seats, self.plan.pairings[index], strict=True))
            return {"agents": agents, "scores": self._by_seat(self.points[index])}

        return {
            "par": self._by_seat(self.par),
            "mean": self._by_seat(self._point(self.pairings)),
            "frontier": [told(i) for i in frontier(self.points)],
            "point": None if self.nash is None else told(self.nash),
        }

    def _digest(self) -> str:
        found = hashlib.sha256()
        for games in self.pairings:
            for row in zip(*games.columns, strict=True):
                found.update(row_bytes(row))
        return found.hexdigest()


def _weight(told: AgentWeight) -> dict[str, float]:
    return {"weight": told.weight, "low": told.low, "high": told.high, "mean": told.mean, "above_60": told.above}


def _par(tables: RulesTables, pairings: Sequence[PairingGames]) -> Point:
    """Mean par of the types that came up: the same in every pairing, which all meet the same types."""
    means = []
    for s, seat in enumerate(tables.names.seats):
        pars = [tables.names.par[seat][kind] for kind in tables.names.types[seat]]
        kinds = pairings[0].columns[FIRST_TYPE + s]
        means.append(fsum(pars[int(kind)] for kind in kinds) / len(kinds))
    return means[0], means[1]

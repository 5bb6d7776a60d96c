"""What a tournament's games say of its agents: scores by seat, differences from the mean agent, replies, payoffs.

Every measure is a list with a number a game, so that its interval reckons with the luck that all pairings share. The
meta-game: two choose an agent each, and play one game in either seat. What one has is the mean of its two scores, each
less that seat's mean over the field, so that a point in one seat counts as a point in the other.
"""

from collections.abc import Sequence
from functools import cached_property
from math import fsum
from typing import NamedTuple

from sim.analysis.solver.bimatrix import Matrix
from sim.analysis.study.estimates import GROUPS
from sim.analysis.tournament.tournament import PairingGames
from sim.batch.rows import FIRST_SCORE
from sim.batch.summary import of_mean
from sim.batch.totals import Moments

Numbers = Sequence[float]


def mean_of(lists: Sequence[Numbers]) -> list[float]:
    """Game by game the mean of several lists."""
    return [fsum(column) / len(lists) for column in zip(*lists, strict=True)]


def less(these: Numbers, those: Numbers) -> list[float]:
    """Game by game the difference of two lists."""
    return [x - y for x, y in zip(these, those, strict=True)]


def with_interval(numbers: Numbers, lowest: float = -100.0, highest: float = 100.0) -> dict[str, float]:
    """Their mean with its 95 % interval, as plain data."""
    moments = Moments.of(numbers)
    low, high = of_mean(moments, lowest, highest)
    return {"mean": moments.mean, "low": low, "high": high}


class ExploitedAgent(NamedTuple):
    """Against ``opponent``, an agent has ``lost`` points less than ``reply`` has, the field's best reply to it."""

    opponent: int
    reply: int
    lost: list[float]


class FieldScores:
    """The scores of a field of agents, told by their numbers in the plan."""

    def __init__(self, pairings: Sequence[PairingGames], agents: int) -> None:
        self.n = agents
        self._scores = [[games.columns[FIRST_SCORE + seat] for games in pairings] for seat in range(2)]
        self.games = len(self._scores[0][0])

    def scores(self, seat: int, agent: int, opponent: int) -> Numbers:
        """Of an agent in a seat against an opponent in the other."""
        first, second = (agent, opponent) if seat == 0 else (opponent, agent)
        return self._scores[seat][first * self.n + second]

    @cached_property
    def by_agent(self) -> list[list[list[float]]]:
        """By seat and agent: its scores, game by game, over all opponents."""
        agents = range(self.n)
        return [[mean_of([self.scores(seat, a, b) for b in agents]) for a in agents] for seat in range(2)]

    @cached_property
    def field(self) -> list[list[float]]:
        """By seat: the mean agent's scores, game by game."""
        return [mean_of(each) for each in self.by_agent]

    def above(self, agent: int) -> list[list[float]]:
        """How much more an agent has than the mean agent: in the first seat, the second, and over both."""
        seats = [less(self.by_agent[seat][agent], self.field[seat]) for seat in range(2)]
        return [*seats, mean_of(seats)]

    def payoff(self, agent: int, opponent: int) -> list[float]:
        """What an agent has of the meta-game against an opponent, game by game."""
        means = self._means
        pairs = zip(self.scores(0, agent, opponent), self.scores(1, agent, opponent), strict=True)
        return [((x - means[0]) + (y - means[1])) / 2 for x, y in pairs]

    @cached_property
    def _means(self) -> list[float]:
        return [fsum(each) / len(each) for each in self.field]

    @cached_property
    def payoffs(self) -> Matrix:
        """The meta-game: rows are agents, columns their opponents."""
        agents = range(self.n)
        return [[fsum(self.payoff(a, b)) / self.games for b in agents] for a in agents]

    @property
    def groups(self) -> list[list[float]]:
        """The meta-game's payoffs summed over groups of games, row after row: each takes every so manieth game."""
        return self._grouped([self.payoff(a, b) for a in range(self.n) for b in range(self.n)])

    @property
    def seat_groups(self) -> list[list[float]]:
        """The same of both seats' scores: the first's by pairing, then the second's."""
        return self._grouped([*self._scores[0], *self._scores[1]])

    def _grouped(self, lists: Sequence[Numbers]) -> list[list[float]]:
        count = min(GROUPS, self.games)
        return [[fsum(numbers[group::count]) for numbers in lists] for group in range(count)]

    def best_reply(self, opponent: int) -> int:
        """The agent that has most against an opponent, over both seats; the first of equals."""
        return max(range(self.n), key=lambda agent: self.payoffs[agent][opponent])

    def best_in_seat(self, seat: int, opponent: int) -> int:
        """The agent that has most in a seat against an opponent in the other; the first of equals."""
        return max(range(self.n), key=lambda agent: fsum(self.scores(seat, agent, opponent)))

    def exploited(self, agent: int) -> ExploitedAgent:
        """The opponent against whom an agent loses most beside the best reply among the field."""
        payoffs, replies = self.payoffs, [self.best_reply(opponent) for opponent in range(self.n)]
        opponent = max(range(self.n), key=lambda each: payoffs[replies[each]][each] - payoffs[agent][each])
        reply = replies[opponent]
        return ExploitedAgent(opponent, reply, less(self.payoff(reply, opponent), self.payoff(agent, opponent)))

    def against_mean(self, agent: int, opponent: int) -> list[float]:
        """How much more an agent has against an opponent than the mean agent has, over both seats."""
        return less(self.payoff(agent, opponent), self._mean_payoff[opponent])

    @cached_property
    def _mean_payoff(self) -> list[list[float]]:
        """By opponent: what the mean agent has against it."""
        return [mean_of([self.payoff(agent, opponent) for agent in range(self.n)]) for opponent in range(self.n)]

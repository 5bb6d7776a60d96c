"""An equilibrium of a whole game by a double oracle, and how far agents are from it.

A game of few strategies is solved, each seat's exact best reply to the other's mixture is added to it, and so on until
neither gains more than epsilon (McMahan, Gordon and Blum 2003; Lanctot and others 2017). What the best replies still
gain is the certificate: it holds for the whole game, whatever strategies were looked at on the way. A game in which the
seats' interests are not opposed may have other equilibria, with other values.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sim.analysis.solver.best_reply import BestReply, TooLarge
from sim.analysis.solver.bimatrix import equilibrium, worths
from sim.analysis.solver.strategies import Asked, Mixed, Strategy, strategy_of
from sim.analysis.solver.tree import Tree
from sim.analysis.solver.values import Table, play_out
from sim.errors import CessationError

Told = Callable[[str], None]
START = "conceder"  # whom both seats' first strategies are, and who plays on where a plan has no answer
EPSILON = 0.01  # of the 100 points of a score
MAX_ROUNDS = 30


@dataclass
class Solved:
    """An equilibrium: for each seat its strategies and their weights, its value, and what a best reply would gain."""

    strategies: list[list[Strategy]]
    weights: list[list[float]]
    values: list[float]
    by_type: list[dict[int, float]]
    gains: list[float]
    rounds: int
    beliefs: list[int]
    """How many beliefs the last best reply of each seat valued."""

    def mixed(self, seat: int) -> Mixed:
        """A seat's equilibrium strategy."""
        return Mixed(self.strategies[seat], self.weights[seat])


def solve(tree: Tree, epsilon: float = EPSILON, tell: Told = lambda _: None) -> Solved:
    """An equilibrium of the scenario in which neither seat gains more than ``epsilon``; raises CessationError."""
    start = [strategy_of(tree, START, seat) for seat in range(2)]
    found: list[list[Strategy]] = [[start[0]], [start[1]]]
    tables: dict[tuple[int, int], Table] = {}
    for number in range(1, MAX_ROUNDS + 1):
        weights, values, by_type = _restricted(tree, found, tables)
        gains, beliefs, added = [0.0, 0.0], [0, 0], list[tuple[int, Strategy]]()
        for seat in range(2):
            rival = Mixed(found[1 - seat], weights[1 - seat])
            tell(f"round {number}: the best reply of seat {seat + 1}")
            reply = BestReply(tree, seat, rival, tell)
            gains[seat], beliefs[seat] = reply.value - values[seat], reply.beliefs
            if gains[seat] > epsilon:
                added.append((seat, reply.plan(start[seat])))
        tell(f"round {number}: values {values[0]:.3f} and {values[1]:.3f}, gains {gains[0]:.4f} and {gains[1]:.4f}")
        if max(gains) <= epsilon:
            return Solved(found, weights, values, by_type, gains, number, beliefs)
        for seat, plan in added:
            found[seat].append(plan)
    raise CessationError(f"no equilibrium to within {epsilon} after {MAX_ROUNDS} rounds")


def _restricted(
    tree: Tree, found: list[list[Strategy]], tables: dict[tuple[int, int], Table]
) -> tuple[list[list[float]], list[float], list[dict[int, float]]]:
    """An equilibrium of the game of the strategies found so far: weights, values, values by type."""
    n, m = len(found[0]), len(found[1])
    for i in range(n):
        for j in range(m):
            if (i, j) not in tables:
                tables[i, j] = play_out(tree, found[0][i], found[1][j])
    payoffs = [[[tables[i, j].mean(seat) for j in range(m)] for i in range(n)] for seat in range(2)]
    p, q = equilibrium(payoffs[0], payoffs[1])
    values = [sum(x * w for x, w in zip(worths(each, q), p, strict=True)) for each in payoffs]
    by_type: list[dict[int, float]] = [{}, {}]
    for (i, j), table in tables.items():
        for seat in range(2):
            for kind, mean in table.by_type(seat).items():
                by_type[seat][kind] = by_type[seat].get(kind, 0.0) + p[i] * q[j] * mean
    return [p, q], values, by_type


@dataclass
class Exploited:
    """One agent in one seat, against an equilibrium.

    ``value`` is what the agent has of the rival's equilibrium strategy, and ``loss`` how much less that is than the
    best reply to it. ``reply`` is what its rival's best reply has of the agent, and ``gain`` how much more that is than
    the rival's equilibrium value (below zero where both lose by the agent's play); None if not asked for, or too large.
    """

    agent: str
    seat: int
    value: float
    loss: float
    reply: float | None
    gain: float | None
    exact: bool
    """False for an agent that draws luck of its own: then it is a mixture of a few samples of it."""


def exploit(
    tree: Tree, solved: Solved, agent: str, seat: int, tell: Told = lambda _: None, *, replied: bool = True
) -> Exploited:
    """How far an agent in a seat is from equilibrium; without ``replied``, only what it loses."""
    strategy = strategy_of(tree, agent, seat)
    pair = (strategy, solved.mixed(1)) if seat == 0 else (solved.mixed(0), strategy)
    value = play_out(tree, *pair).mean(seat)
    draws = isinstance(strategy, Asked) and strategy.draws
    if draws:  # now that it is known, with every sample
        value = play_out(tree, *pair).mean(seat)
    reply = _reply_to(tree, 1 - seat, strategy, tell) if replied else None
    gain = None if reply is None else reply - solved.values[1 - seat]
    return Exploited(agent, seat, value, solved.values[seat] + solved.gains[seat] - value, reply, gain, not draws)


def _reply_to(tree: Tree, seat: int, rival: Strategy, tell: Told) -> float | None:
    """The value of a seat's best reply; None, and a word about it, if it is too large to find."""
    try:
        return BestReply(tree, seat, rival, tell).value
    except TooLarge as problem:
        tell(str(problem))
        return None

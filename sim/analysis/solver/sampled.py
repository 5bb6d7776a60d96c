"""How far an agent is from an equilibrium, by games played: for agents that think too long to be asked everything.

Three pairs play the same games, with the same luck: the equilibrium against itself, against the agent, and the agent
against itself. So what is lost and gained is paired.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sim import __version__
from sim.ai.agent import Agent, Decision, Luck, Observation, make_agent
from sim.analysis.solver.approximate_reply import mean_estimate
from sim.analysis.solver.equilibrium import Solved, Told
from sim.analysis.solver.strategies import Node, Strategy
from sim.analysis.solver.tree import Tree
from sim.analysis.study.estimates import Estimate
from sim.record.record import Header
from sim.session.play import play_out
from sim.session.session import Session

EQUILIBRIUM = "equilibrium"
Way = TypeVar("Way")
FIRST = 50000  # of an agent's own luck, where a strategy's begins


class StrategyAgent:
    """A strategy as an agent of the protocol: what it mixes, it draws."""

    def __init__(self, tree: Tree, strategy: Strategy) -> None:
        self._tree, self._strategy = tree, strategy
        self._node: Node = None
        self._plies = -1

    def decide(self, seen: Observation, legal: Sequence[int], luck: Luck) -> Decision:  # noqa: ARG002 - the protocol's
        """One ply."""
        if self._plies < 0:
            self._node = self._draw(self._strategy.first(), luck)
        branches = self._strategy.answer(self._node, self._tree.vector(seen.values))
        branch = self._draw([(each.chance, each) for each in branches], luck)
        self._node = branch.node
        return Decision(branch.action)

    def _draw(self, ways: Sequence[tuple[float, Way]], luck: Luck) -> Way:
        self._plies += 1
        u, reached = luck(FIRST + self._plies), 0.0
        for chance, way in ways:
            reached += chance
            if u < reached:
                return way
        return ways[-1][1]


@dataclass(frozen=True)
class SampledExploit:
    """One agent in one seat, against an equilibrium.

    ``value`` is what the agent has of the rival's equilibrium strategy, ``loss`` how much less that is than what the
    equilibrium's own strategy has of it, and ``gain`` what the rival has by its equilibrium strategy against the agent
    above what the agent itself has in the rival's place: a lower bound of what a best reply to it would gain.
    """

    agent: str
    seat: int
    value: Estimate
    loss: Estimate
    gain: Estimate


def sample(
    tree: Tree, solved: Solved, agent: str, seats: Sequence[int], games: int, tell: Told = lambda _: None
) -> list[SampledExploit]:
    """Play ``games`` games of each pair."""
    made: dict[str, Callable[[int, int], Agent]] = {
        EQUILIBRIUM: lambda seat, _: StrategyAgent(tree, solved.mixed(seat)),
        agent: lambda seat, game: make_agent(tree.tables, agent, seat, 1, game),
    }
    scores: dict[tuple[str, str], list[list[float]]] = {}
    for pair in ((EQUILIBRIUM, EQUILIBRIUM), (agent, EQUILIBRIUM), (EQUILIBRIUM, agent), (agent, agent)):
        scores[pair] = []
        for game in range(games):
            session = _opened(tree, pair, game)
            play_out(session, [made[name](seat, game) for seat, name in enumerate(pair)])
            scores[pair].append([session.score(seat) for seat in range(2)])
        tell(f"{' against '.join(pair)}: {games} games")
    return [_exploit(scores, agent, seat) for seat in seats]


def _opened(tree: Tree, pair: tuple[str, str], game: int) -> Session:
    tables = tree.tables
    seats = ((tables.names.seats[0], pair[0]), (tables.names.seats[1], pair[1]))
    return Session(tables, Header(tables.id, tables.digest, __version__, 1, game, seats))


def _exploit(scores: dict[tuple[str, str], list[list[float]]], agent: str, seat: int) -> SampledExploit:
    pair = (agent, EQUILIBRIUM) if seat == 0 else (EQUILIBRIUM, agent)
    met = scores[pair]
    alone, alike = scores[EQUILIBRIUM, EQUILIBRIUM], scores[agent, agent]
    return SampledExploit(
        agent,
        seat,
        mean_estimate([each[seat] for each in met]),
        mean_estimate([best[seat] - each[seat] for best, each in zip(alone, met, strict=True)]),
        mean_estimate([each[1 - seat] - own[1 - seat] for each, own in zip(met, alike, strict=True)]),
    )

"""What a measurement of depth is asked: whose play is varied, how much of everything, and with which luck."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any, Protocol

from sim import __version__
from sim.ai.registry import FAMILIES, is_built_in
from sim.analysis.depth.bench import Bench, Pair
from sim.batch.plan import PlanError
from sim.scenario.tables import RulesTables

LEFT_OUT = ("hold", "micro")  # does nothing at all; orders every package at every bid, which takes ten times as long
CHANCE = "random"
FEWEST_AGENTS = 4


@dataclass(frozen=True)
class DepthPlan:
    """What decides the results, and nothing else.

    ``games`` is how many are behind each deletion and each line; ``positions`` of best replies among terms;
    ``simulations`` of each search after a forced signature, 0 for playing on by stances; ``searcher`` those of the
    searcher beside which lines are held as well, 0 for none.
    """

    scenario: str
    digest: str
    agents: tuple[str, ...]
    positions: int
    simulations: int
    games: int
    rng_seed: int
    searcher: int = 0
    version: str = __version__

    @cached_property
    def pairs(self) -> list[Pair]:
        """Every ordered pair of the field."""
        return list(product(self.agents, self.agents))

    @property
    def games_a_pair(self) -> int:
        """Games of each pair behind each deletion, so that all together are about ``games``."""
        return max(1, -(-self.games // len(self.pairs)))

    def to_json(self) -> dict[str, Any]:
        """The plan as plain data."""
        return {
            "scenario": self.scenario, "sha256": self.digest, "version": self.version, "agents": list(self.agents),
            "positions": self.positions, "simulations": self.simulations, "games": self.games,
            "searcher": self.searcher, "rng_seed": self.rng_seed,
        }  # fmt: skip


class DepthPart(Protocol):
    """One measurement. ``play`` is done anywhere and in any order; ``tell`` makes the result of all that it gave."""

    name: str
    orders: int

    def play(self, bench: Bench, order: int) -> Any:
        """A piece of the work; what comes of it is decided by its number."""

    def tell(self, found: Sequence[Any]) -> dict[str, Any]:
        """The result as plain data, from all pieces in order."""


def field_of(tables: RulesTables) -> list[str]:
    """The agents of varied play: all that are built in, but those that are left out."""
    return [*tables.names.doctrines, *(family for family in FAMILIES if family not in LEFT_OUT)]


def check_field(tables: RulesTables, agents: Sequence[str]) -> None:
    """Raise PlanError unless these can be a field of varied play."""
    for agent in agents:
        if not is_built_in(tables, agent):
            raise PlanError(f"`{agent}` is not built in; the field takes {', '.join(field_of(tables))}")
        if agents.count(agent) > 1:
            raise PlanError(f"{agent} is named twice; a field has each agent once")
    if len(agents) < FEWEST_AGENTS:
        raise PlanError(f"varied play takes at least {FEWEST_AGENTS} agents, not {len(agents)}")

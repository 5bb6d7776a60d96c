"""Agents for whom a person waits: a search is kept to about a second of this machine, by giving it fewer simulations.

Only play for a person knows of time. The record keeps what was done, so a replay needs neither the time nor the search.
"""

from collections.abc import Sequence
from importlib.util import find_spec
from time import perf_counter
from typing import TYPE_CHECKING, cast

from sim.ai.agent import Agent, Decision, Luck, Observation, make_agent
from sim.ai.registry import search_budget
from sim.client.wishes import search_is_ready
from sim.record.notation import Action
from sim.record.record import Header
from sim.scenario.tables import RulesTables

if TYPE_CHECKING:
    from sim.ai.search.search_agent import SearchAgent

SECONDS = 1.0
LEAST = 3  # simulations with which a plain kernel begins; so few change little, and the agent goes on by its stance


class Patient:
    """A searcher that a person waits for."""

    def __init__(self, agent: "SearchAgent") -> None:
        self.agent = agent
        self._timed = not agent.kernel.compiled  # the first compiled search may have to be compiled first
        if not agent.kernel.compiled:
            agent.simulations = LEAST

    def decide(self, seen: Observation, legal: Sequence[int], luck: Luck) -> Decision:
        """One ply; the next search gets as many simulations as this one had time for, up to the agent's own budget."""
        searches, began = self.agent.searches, perf_counter()
        decision = self.agent.decide(seen, legal, luck)
        if self.agent.searches > searches:
            if self._timed:
                fitting = int(self.agent.simulations * SECONDS / max(perf_counter() - began, 1e-6))
                self.agent.simulations = max(LEAST, fitting)
            self._timed = True
        return decision

    def recall(self, seen: Observation, action: Action, luck: Luck) -> None:
        """A ply that was played before it was made."""
        self.agent.recall(seen, action, luck)


def patient_agent(tables: RulesTables, agent: str, seat: int, rng_seed: int, game: int) -> Agent:
    """The agent of that id, kept to its time if it searches."""
    made = make_agent(tables, agent, seat, rng_seed, game)
    return Patient(cast("SearchAgent", made)) if search_budget(agent) else made


def needs_compiling(agent: str) -> bool:
    """Whether an agent looks ahead by a kernel that has yet to be compiled on this machine, as far as can be told."""
    return bool(search_budget(agent)) and find_spec("numba") is not None and not search_is_ready()


def patient_agents(tables: RulesTables, header: Header) -> list[Agent | None]:
    """The agents named in a game's header, by seat; None for a person."""
    return [
        None if name == "human" else patient_agent(tables, name, seat, header.rng_seed, header.game)
        for seat, (_, name) in enumerate(header.agents)
    ]

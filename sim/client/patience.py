"""Agents for whom a person waits: a search is kept to about a second of this machine, by giving it fewer simulations.

Until the search has been compiled, the first time on a machine, it is played by the plain kernel, which is slower and
the same. Only play for a person knows of time. The record keeps what was done, so a replay needs neither the time nor
the search.
"""

from collections.abc import Sequence
from contextlib import suppress
from time import perf_counter
from typing import TYPE_CHECKING, cast

from sim.ai.agent import Agent, Decision, Luck, Observation, OwnPly, make_agent, remind
from sim.ai.registry import search_budget
from sim.client.compiling import compile_search, needs_compiling, search_is_ready
from sim.client.process import Elsewhere
from sim.record.notation import Action
from sim.record.record import Header
from sim.scenario.tables import RulesTables

if TYPE_CHECKING:
    from sim.ai.search.search_agent import SearchAgent

SECONDS = 1.0
LEAST = 3  # simulations with which a plain kernel begins; so few change little, and the agent goes on by its stance


class Patient:
    """A searcher that a person waits for."""

    def __init__(self, tables: RulesTables, header: Header, seat: int) -> None:
        self._tables, self._header, self._seat = tables, header, seat
        self._past: list[OwnPly] | None = None
        """What it saw and did while it waits for a compiled search; none if it does not."""
        self._compiling: Elsewhere | None = None
        if needs_compiling(header.agents[seat][1]):
            self._past = []
            self._take(_plain_agent(tables, header, seat))
        else:
            self._take(_made(tables, header, seat))

    def _take(self, agent: Agent) -> None:
        self.agent = cast("SearchAgent", agent)
        self._timed = not self.agent.kernel.compiled  # the first compiled search has to be loaded first
        if not self.agent.kernel.compiled:
            self.agent.simulations = LEAST

    def compile_meanwhile(self) -> None:
        """Have the search that it waits for compiled, where nobody else has it compiled."""
        if self._past is not None and self._compiling is None:
            with suppress(OSError):
                self._compiling = compile_search(self._tables, self._header)

    def decide(self, seen: Observation, legal: Sequence[int], luck: Luck) -> Decision:
        """One ply; the next search gets as many simulations as this one had time for, up to the agent's own budget."""
        self._compiled_by_now()
        searches, began = self.agent.searches, perf_counter()
        decision = self.agent.decide(seen, legal, luck)
        if self.agent.searches > searches:
            if self._timed:
                fitting = int(self.agent.simulations * SECONDS / max(perf_counter() - began, 1e-6))
                self.agent.simulations = max(LEAST, fitting)
            self._timed = True
        self._remember(OwnPly(seen.values, decision.action))
        return decision

    def recall(self, seen: Observation, action: Action, luck: Luck) -> None:
        """A ply that was played before it was made."""
        self.agent.recall(seen, action, luck)
        self._remember(OwnPly(seen.values, action))

    def _remember(self, ply: OwnPly) -> None:
        if self._past is not None:
            self._past.append(ply)

    def _compiled_by_now(self) -> None:
        """Go on by the compiled search once it lies ready, with all that was seen so far."""
        if self._past is None or not search_is_ready():
            return
        self._take(_made(self._tables, self._header, self._seat))
        remind(self._tables, self.agent, (self._header.rng_seed, self._header.game, self._seat), self._past)
        self._past = None
        self.close()

    def close(self) -> None:
        """End what it has compiled."""
        if self._compiling is not None:
            self._compiling.kill()
            self._compiling.close()


def _made(tables: RulesTables, header: Header, seat: int) -> Agent:
    return make_agent(tables, header.agents[seat][1], seat, header.rng_seed, header.game)


def _plain_agent(tables: RulesTables, header: Header, seat: int) -> Agent:
    from sim.ai.kernel import plain_kernel  # with all of the search, which other agents do without
    from sim.ai.search.search_agent import SearchAgent

    return SearchAgent(plain_kernel(tables), seat, search_budget(header.agents[seat][1]))


def patient_agent(tables: RulesTables, header: Header, seat: int) -> Agent:
    """The agent that a game's header names for a seat, kept to its time if it searches."""
    return (Patient if search_budget(header.agents[seat][1]) else _made)(tables, header, seat)


def patient_agents(tables: RulesTables, header: Header) -> list[Agent | None]:
    """The agents named in a game's header, by seat; None for a person. What they have to wait for is compiled."""
    made = [None if name == "human" else patient_agent(tables, header, i) for i, (_, name) in enumerate(header.agents)]
    for agent in made:
        if isinstance(agent, Patient):
            agent.compile_meanwhile()
    return made

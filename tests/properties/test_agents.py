"""Every agent there is keeps to what is asked of agents."""

from importlib.metadata import EntryPoint

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.ai import agent as protocol
from sim.ai import registry
from sim.ai.agent import Agent, BuiltIn, Decision, make_agent
from sim.ai.kernel import plain_kernel
from sim.ai.registry import agent_ids, opponent_ids, search_budget
from sim.ai.search.search_agent import SearchAgent
from sim.record.notation import END
from sim.scenario.tables import RulesTables
from sim.testing.conformance import RNG_SEED, Make, check_agent, check_equal_observations
from sim.testing.strategies import scenarios
from tests.conftest import MakeKernel
from tests.games import flagship, tiny
from tests.tries import tries


def maker(agent: str, kernel: MakeKernel = plain_kernel) -> Make:
    """How an agent is made by its id; one that looks ahead does so ten times only."""

    def make(tables: RulesTables, seat: int) -> Agent:
        if search_budget(agent):
            return SearchAgent(kernel(tables), seat, 10)
        return make_agent(tables, agent, seat, RNG_SEED, 0)

    return make


@pytest.mark.parametrize("agent", opponent_ids(tiny()))
def test_an_agent_conforms_on_the_smallest_scenario(agent: str) -> None:
    check_agent(tiny(), maker(agent), 4)


@pytest.mark.parametrize("agent", agent_ids(flagship()))
def test_an_agent_conforms_on_the_large_scenario(agent: str) -> None:
    check_agent(flagship(), maker(agent), 1)


@pytest.mark.parametrize("agent", registry.LEVELS)
def test_a_level_decides_alike_on_the_large_scenario_whatever_it_cannot_see(compiled: MakeKernel, agent: str) -> None:
    check_equal_observations(flagship(), maker(agent, compiled), 1)


def test_an_installed_agent_conforms(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = [EntryPoint("patient", "tests.properties.test_agents:Patient", registry.GROUP)]
    for module in (registry, protocol):
        monkeypatch.setattr(module, "entry_points", lambda group: installed if group == registry.GROUP else [])
    assert "patient" in opponent_ids(tiny())
    check_agent(tiny(), maker("patient"), 2)


class Patient:
    """Ends every turn."""

    def __init__(self, tables: RulesTables, seat: int) -> None:
        self.seated = tables, seat

    def decide(self, *_: object) -> Decision:
        return Decision(END)


@given(st.data())
@tries(0.67)
def test_every_agent_conforms_on_random_scenarios(data: st.DataObject) -> None:
    tables = data.draw(scenarios())
    agent = data.draw(st.sampled_from(agent_ids(tables)))
    check_agent(tables, lambda *seated: BuiltIn(seated[0], agent, seated[1]), 1)

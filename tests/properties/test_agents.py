"""Every agent there is keeps to what is asked of agents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.ai.agent import BuiltIn
from sim.ai.registry import agent_ids
from sim.scenario.tables import RulesTables
from sim.testing.conformance import check_agent
from sim.testing.strategies import scenarios
from tests.games import flagship, tiny
from tests.tries import tries


def check(tables: RulesTables, agent: str, games: int) -> None:
    check_agent(tables, lambda *seated: BuiltIn(seated[0], agent, seated[1]), games)


@pytest.mark.parametrize("agent", agent_ids(tiny()))
def test_an_agent_conforms_on_the_smallest_scenario(agent: str) -> None:
    check(tiny(), agent, 5)


@pytest.mark.parametrize("agent", agent_ids(flagship()))
def test_an_agent_conforms_on_the_large_scenario(agent: str) -> None:
    check(flagship(), agent, 1)


@given(st.data())
@tries(0.67)
def test_every_agent_conforms_on_random_scenarios(data: st.DataObject) -> None:
    tables = data.draw(scenarios())
    check(tables, data.draw(st.sampled_from(agent_ids(tables))), 1)

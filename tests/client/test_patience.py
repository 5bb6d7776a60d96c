"""A person who waits: a search gets what there is time for, and never more than its own budget."""

import json
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest

from sim.ai.agent import Decision, luck_of
from sim.ai.kernel import Kernel, can_compile, plain_kernel
from sim.ai.registry import search_budget
from sim.client import compiling, patience
from sim.client.compiling import compile_here, needs_compiling
from sim.client.patience import LEAST, Patient, patient_agent, patient_agents
from sim.record.notation import END
from sim.record.record import Header
from sim.scenario.tables import RulesTables
from sim.session.session import Session
from sim.testing.play import header_of
from tests.games import tiny

BUDGET = 60


def against(agent: str) -> Header:
    """A game in which an agent plays both seats."""
    header = header_of(tiny(), 1, 0)
    (first, _), (second, _) = header.agents
    return replace(header, agents=((first, agent), (second, agent)))


def decide(agent: Patient, session: Session) -> Decision:
    """Its ply, as the session stands."""
    seat = session.to_move
    seen = session.observation(seat)
    return agent.decide(seen, session.legal(), luck_of(1, 0, seat, seen))


class Clock:
    """Gives times so far apart."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.now = seconds, 0.0

    def __call__(self) -> float:
        self.now += self.seconds
        return self.now


@pytest.mark.parametrize(
    ("seconds", "then"),
    [(0.5, 2 * LEAST), (0.01, BUDGET), (100.0, LEAST)],
    ids=["quick", "very quick", "slow"],
)
def test_a_plain_search_begins_small_and_is_given_what_there_is_time_for(
    monkeypatch: pytest.MonkeyPatch, seconds: float, then: int
) -> None:
    monkeypatch.setattr("sim.ai.search.search_agent.can_compile", lambda: False)
    monkeypatch.setattr(patience, "perf_counter", Clock(seconds))
    session = Session(tiny(), against(f"search-{BUDGET}"))
    agent = patient_agent(tiny(), session.header, session.to_move)
    assert isinstance(agent, Patient)
    assert agent.agent.simulations == LEAST
    decide(agent, session)
    assert agent.agent.searches == 1
    assert agent.agent.simulations == then


def test_who_does_not_search_is_left_alone() -> None:
    assert not search_budget("linear")
    assert not isinstance(patient_agent(tiny(), against("linear"), 0), Patient)


@pytest.mark.skipif(not can_compile(), reason="without a compiler there is nothing to wait for")
def test_until_the_search_is_compiled_it_is_played_plainly_and_then_knows_what_it_saw(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sim.ai.search.search_agent.can_compile", lambda: False)  # "compiled" is another plain one
    ready: list[bool] = []
    monkeypatch.setattr(patience, "search_is_ready", lambda: bool(ready))
    session = Session(tiny(), against(f"search-{BUDGET}"))
    seat = session.to_move
    agent, alike = patient_agent(tiny(), session.header, seat), patient_agent(tiny(), session.header, seat)
    assert isinstance(agent, Patient)
    assert isinstance(alike, Patient)
    plain = agent.agent
    while not session.over:
        if session.to_move != seat:
            session.act(END)
            continue
        if session.day == 2:
            ready.append(True)
            alike._past = None  # it goes on as before
        agent.agent.simulations = alike.agent.simulations = LEAST
        decision, other = decide(agent, session), decide(alike, session)
        assert (agent.agent is plain) == (session.day == 1)
        assert decision.beliefs == other.beliefs != {}
        session.act(decision.action)


@pytest.mark.skipif(not can_compile(), reason="without a compiler nothing is compiled")
def test_what_a_game_waits_for_is_compiled_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Header] = []
    monkeypatch.setattr(patience, "compile_search", lambda _, header: asked.append(header))
    patient_agents(tiny(), against("linear"))
    assert asked == []
    patient_agents(tiny(), replace(against("a-little-ahead"), agents=(("hill", "a-little-ahead"), ("shore", "human"))))
    assert len(asked) == 1
    monkeypatch.setattr(compiling, "search_is_ready", lambda: True)
    assert not needs_compiling("a-little-ahead")


def test_compiling_has_all_called_that_a_searcher_may_ask_for(monkeypatch: pytest.MonkeyPatch) -> None:
    called: set[str] = set()

    def noting(tables: RulesTables) -> Kernel:
        kernel = plain_kernel(tables)

        def function(name: str) -> Callable[..., Any]:
            def call(*given: Any) -> Any:
                called.add(name)
                return kernel.function(name)(*given)

            return call

        return replace(kernel, function=function)

    monkeypatch.setattr("sim.ai.search.search_agent.can_compile", lambda: False)
    monkeypatch.setattr("sim.ai.search.search_agent.plain_kernel", noting)
    told = {"tables": tiny().to_json(), "header": str(against("a-little-ahead"))}
    compile_here(StringIO(json.dumps(told) + "\n"), StringIO())
    assert called >= {"update_belief", "search", "follow_stance", "gain_of_signing", "foresee"}

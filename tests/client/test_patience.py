"""A person who waits: a search gets what there is time for, and never more than its own budget."""

import pytest

from sim.ai.agent import luck_of
from sim.ai.registry import search_budget
from sim.client import patience
from sim.client.patience import LEAST, Patient, patient_agent
from sim.session.session import Session
from sim.testing.play import header_of
from tests.games import tiny

BUDGET = 60


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
    session = Session(tiny(), header_of(tiny(), 1, 0))
    seat = session.to_move
    agent = patient_agent(tiny(), f"search-{BUDGET}", seat, 1, 0)
    assert isinstance(agent, Patient)
    assert agent.agent.simulations == LEAST
    seen = session.observation(seat)
    agent.decide(seen, session.legal(), luck_of(1, 0, seat, seen))
    assert agent.agent.searches == 1
    assert agent.agent.simulations == then


def test_who_does_not_search_is_left_alone() -> None:
    assert not search_budget("linear")
    assert not isinstance(patient_agent(tiny(), "linear", 0, 1, 0), Patient)

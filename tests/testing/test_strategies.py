"""Random scenarios use every mechanic, and random games make everything happen that can."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sim.rules.actions import N_KINDS
from sim.rules.events import EVENT_NAMES
from sim.rules.layout import HOOK_NAMES
from sim.scenario.tables import RulesTables
from sim.session.session import Session
from sim.testing.play import header_of, pick_legal, play, scrambled
from sim.testing.strategies import actions, legal_actions, scenario_files, scenarios, states
from sim.testing.tables import tables_of
from tests.games import tiny

FORMS = ("max(0,", "[", " -> ", " = ", " - ", " + ", " in ", "fresh", "self.", "other.", "(")
WORDS = (
    "covert deniable private noise triangular outcomes suspend resume collapse expire risk once own sway hours "
    "contested disputed_by unless_objected readings held_by cure"
).split()
TRACES = {"term", "chance", "chance_among"}
MANY = settings(max_examples=80, phases=[Phase.generate], suppress_health_check=list(HealthCheck))


def texts(data: Any) -> str:
    """Everything that a file says, keys and values, in one text."""
    if isinstance(data, dict):
        return " | ".join(f"{key}: {texts(value)}" for key, value in data.items())
    return " | ".join(map(texts, data)) if isinstance(data, list | tuple) else str(data)


@pytest.mark.slow
def test_everything_happens_sooner_or_later() -> None:
    happened: Counter[str] = Counter()
    said: Counter[str] = Counter()

    @given(scenario_files(), st.integers(1, 2**16))
    @MANY
    def gather(data: dict[str, Any], number: int) -> None:
        text = texts(data)
        said.update(each for each in (*FORMS, *WORDS, *HOOK_NAMES) if each in text)
        tables = tables_of(data)
        for game in range(24):
            played = play(tables, game, scrambled(number + game, 60))
            happened.update(event.kind for _, event in played.session.events)

    gather()
    missing = set(EVENT_NAMES) - TRACES - set(happened)
    assert not missing, f"never happened: {missing}"
    assert not [each for each in FORMS if said[each] <= 10], said
    assert min(said.values()) >= 5, said


@given(scenarios())
def test_a_random_scenario_has_at_least_one_of_everything(tables: RulesTables) -> None:
    names = tables.names
    sections = (names.levers, names.hazards, names.draws, names.events, names.stages, names.clauses, names.renewals,
                names.issues, names.reasons, names.components, names.endings, names.doctrines)  # fmt: skip
    assert all(sections)


def test_the_same_numbers_are_the_same_game() -> None:
    first, second = (play(tiny(), 3, scrambled(9, 40)) for _ in range(2))
    assert first.lines == second.lines
    assert play(tiny(), 3, scrambled(10, 40)).lines != first.lines


def test_nothing_decided_is_a_game_of_ended_turns() -> None:
    played = play(tiny(), 3, [])
    assert {action.kind for action in played.actions} == {0}
    assert played.session.over


@given(st.data())
def test_legal_actions_are_legal(data: st.DataObject) -> None:
    state = data.draw(states(tiny()))
    session = Session(tiny(), header_of(tiny()))
    session._state[:] = state
    assert not session.violations(data.draw(legal_actions(tiny(), state)))


def test_all_kinds_of_action_are_tried_and_most_are_illegal_somewhere() -> None:
    kinds: Counter[int] = Counter()
    fine: Counter[bool] = Counter()

    @given(actions(tiny()), states(tiny()))
    @settings(MANY, max_examples=400)
    def gather(action: Any, state: list[float]) -> None:
        session = Session(tiny(), header_of(tiny()))
        session._state[:] = state
        kinds[action.kind] += 1
        fine[not session.violations(action)] += 1

    gather()
    assert set(kinds) == set(range(-1, N_KINDS + 1))
    assert min(fine[True], fine[False]) > 10


@given(st.integers(0, 2**32))
def test_zero_ends_the_turn_and_every_number_picks_something(number: int) -> None:
    state = play(tiny(), 0, []).states[0]
    assert pick_legal(tiny(), state, 0).kind == 0
    assert pick_legal(tiny(), state, number).kind in range(N_KINDS)

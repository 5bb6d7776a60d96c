"""Why it happened: the terms that are told are the sum that was drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules import events as ev
from sim.rules.arithmetic import logistic
from sim.rules.events import emit, log_size
from sim.rules.hazards import explain, logit
from sim.testing.strategies import scenarios, states
from tests.casebook.plain import game


@given(st.data())
def test_the_terms_add_up_to_the_log_odds_to_the_last_bit(data: st.DataObject) -> None:
    tables = data.draw(scenarios())
    state = data.draw(states(tables))
    for hazard in range(len(tables.names.hazards)):
        log = [0.0] * log_size(64)
        explain(tables.ints, tables.reals, state, log, hazard)
        rows = [log[1 + 4 * i : 5 + 4 * i] for i in range(int(log[0]))]
        assert [row[2] for row in rows] == list(range(-1, len(rows) - 1))
        total = rows[0][3]
        for row in rows[1:]:
            total += row[3]
        assert total == logit(tables.ints, tables.reals, state, hazard)


def test_a_traced_night_tells_terms_then_chance_then_what_came_of_it() -> None:
    played = game(hazards={"break": {"base": -1.0, "terms": {"x": 0.1}}}, night=["break", "agreement"]).trace()
    played.force_hazard("break", 1).sleep()
    codes = [int(played.log[1 + 4 * i]) for i in range(int(played.log[0]))]
    assert codes == [ev.TERM, ev.TERM, ev.CHANCE, ev.STRUCK]
    assert played.happened("chance")[0][1:] == (1, logistic(-0.5))


def test_a_full_log_takes_no_more() -> None:
    log = [0.0] * log_size(2)
    for i in range(5):
        emit(log, i, 0, 0, 0.0)
    assert log[0] == 2
    assert [log[1], log[5]] == [0, 1]


def test_the_log_holds_the_busiest_of_nights() -> None:
    draws = {f"d{i}": {"outcomes": {"a": {"p": 0.5}, "b": {"p": 0.5}}} for i in range(10)}
    hazards = {f"h{i}": {"base": 9.0, "draws": list(draws)} for i in range(40)}
    played = game(hazards=hazards, draws=draws, night=[*hazards, "agreement"]).trace()
    for hazard in hazards:
        played.force_hazard(hazard, 1)
    played.sleep()
    assert len(played.happened("drew")) == 400
    assert played.log[0] < played.tables.log_rows


def test_a_hazard_that_cannot_be_is_at_its_base() -> None:
    tables = game(hazards={"break": {"base": -1.0, "terms": {"x": 0.1}}}, night=["break", "agreement"]).tables
    state = [0.0] * tables.n_state
    assert logit(tables.ints, tables.reals, state, 0) == pytest.approx(-1.0)

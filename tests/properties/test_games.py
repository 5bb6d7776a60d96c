"""What holds in every state of every game, on random scenarios and on the shipped ones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.rules.events import log_size
from sim.rules.game import apply, night_falls, seed_luck, start
from sim.rules.luck import LUCK_SIZE, TRACE
from sim.rules.night import night
from sim.scenario.tables import RulesTables
from sim.testing.invariants import conserved, sums, wrong_in, wrong_sight
from sim.testing.machine import game_machine
from sim.testing.play import PlayThrough, play, scrambled
from sim.testing.strategies import play_throughs, scenarios
from tests.games import flagship, tiny
from tests.tries import tries

TestSmallest = game_machine(tiny()).TestCase
TestSmallest.settings = settings(max_examples=40, stateful_step_count=40)
TestLarge = game_machine(flagship()).TestCase
TestLarge.settings = settings(max_examples=6, stateful_step_count=60)


def check_game(tables: RulesTables, played: PlayThrough, number: int) -> None:
    luck = [0] * LUCK_SIZE
    seed_luck(luck, 1, played.session.header.game)
    groups = conserved(tables)
    first = sums(groups, played.states[0])
    for state in [*played.states, list(played.session.true_state())]:
        assert not wrong_in(tables, state)
        assert not wrong_sight(tables, state, luck, number)
        assert sums(groups, state) == pytest.approx(first, rel=1e-9, abs=1e-9)


@given(st.data(), st.integers(1, 2**16))
@tries(2)
def test_every_state_of_a_random_scenario_is_one_that_can_be(data: st.DataObject, number: int) -> None:
    tables = data.draw(scenarios())
    for game in range(2):
        check_game(tables, play(tables, game, scrambled(number + game, 60)), number)


@given(play_throughs(flagship()), st.integers(1, 2**16))
@tries(0.13)
def test_every_state_of_the_large_scenario_is_one_that_can_be(played: PlayThrough, number: int) -> None:
    check_game(flagship(), played, number)


def logged(tables: RulesTables, played: PlayThrough, rows: int) -> list[list[float]]:
    """The traced log of each ply, and the night it brings, with room for so many rows."""
    luck, log, state = [0] * LUCK_SIZE, [0.0] * log_size(rows), [0.0] * tables.n_state
    seed_luck(luck, 1, played.session.header.game)
    luck[TRACE] = 1
    start(tables.ints, tables.reals, state, luck, log)
    found = [log[: 1 + 4 * int(log[0])]]
    for action in played.actions:
        log[0] = 0.0
        apply(tables.ints, tables.reals, state, luck, log, list(action))
        if night_falls(state):
            night(tables.ints, tables.reals, state, luck, log)
        found.append(log[: 1 + 4 * int(log[0])])
    return found


@given(st.data())
def test_a_traced_log_holds_all_that_happens(data: st.DataObject) -> None:
    tables = data.draw(scenarios())
    played = data.draw(play_throughs(tables))
    assert logged(tables, played, tables.log_rows) == logged(tables, played, 20 * tables.log_rows)


def test_what_is_only_moved_is_known() -> None:
    names = [[tiny().names.slots[slot] for slot in group] for group in conserved(tiny())]
    assert names == [["waiting", "delivered"]]
    groups = [[flagship().names.slots[slot] for slot in group] for group in conserved(flagship())]
    assert any("trucks_waiting" in group for group in groups)
    assert any("population_east" in group for group in groups)

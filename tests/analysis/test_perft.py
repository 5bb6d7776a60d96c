"""Counting histories: by hand where a game has no chance, by sampling where it has."""

from collections import Counter, defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.solver.perft import DrawMet, branches, follow, legal_actions, levels, luck_with, perft
from sim.errors import CessationError
from sim.record.notation import END
from sim.rules.events import log_size
from sim.rules.game import seed_luck
from sim.rules.legality import violations
from sim.rules.luck import LUCK_SIZE, MAX_FORCED
from sim.scenario.book import open_book
from sim.testing.play import play, scrambled
from sim.testing.strategies import actions, scenarios, states
from tests.casebook.plain import game, plain
from tests.games import tiny
from tests.tries import tries

FACES = 9 * 2 + 2 * (2 * 3 + 2 * 3)  # nine packages, private or public; each issue of three shifted up or down
TABLE = FACES + 2  # or hold, or end the talks


def test_without_chance_the_tree_can_be_counted_by_hand() -> None:
    after_end = TABLE + 1  # the rival may do anything, or end its turn too
    after_offer = 1  # nothing is left but to end the turn
    second = after_end + TABLE * after_offer
    assert perft(plain(), 2) == [1, TABLE + 1, second]
    answers = TABLE + 1 + 1 + 2  # with an offer on the table one may also accept or give one of two reasons
    silent = 1 + 1  # after the end of talks: hold or end
    third = TABLE + 1 + TABLE + FACES * answers + (TABLE + 1) + silent
    assert perft(plain(), 3)[3] == third


def test_a_scenario_too_large_to_count_is_refused_at_once() -> None:
    with pytest.raises(CessationError, match=r"chance alone has \d[\d,]* outcomes"):
        perft(open_book("aleppo-2016").tables, 1)


def test_the_probabilities_of_a_tree_sum_to_one() -> None:
    for level in levels(tiny(), 3):
        assert level.mass == pytest.approx(1.0, abs=1e-12)


@given(st.data())
def test_the_branches_of_a_step_sum_to_one_and_differ(data: st.DataObject) -> None:
    tables = data.draw(scenarios())
    state = data.draw(states(tables))
    action = data.draw(st.sampled_from(legal_actions(tables, state)))
    found = []
    for after, chance in branches(tables, follow(tables, action), state):
        found.append(chance)
        if len(found) > 3000:
            return
        assert chance > 0.0
        assert len(after) == len(state)
    assert sum(found) == pytest.approx(1.0, abs=1e-9)


@given(st.data())
def test_the_legal_actions_are_all_that_break_no_rule(data: st.DataObject) -> None:
    tables = data.draw(scenarios())
    state = data.draw(states(tables))
    listed = legal_actions(tables, state)
    assert len(set(listed)) == len(listed)
    assert all(violations(tables.ints, tables.reals, state, *action) == 0 for action in listed)
    action = data.draw(actions(tables))
    if violations(tables.ints, tables.reals, state, *action) == 0:
        takes = {1: 2, 2: 1, 3: 2, 5: 1, 9: 1}.get(action.kind, 0)  # how many arguments mean anything
        assert any(each[: 1 + takes] == action[: 1 + takes] for each in listed)


@given(st.integers(1, 10**6))
@tries(0.17)
def test_nights_fall_out_as_often_as_their_branches_say(number: int) -> None:
    """The forced outcomes of an enumeration and the luck of play are of one law."""
    nights = [
        (state, action)
        for game_number in range(20)
        for played in [play(tiny(), game_number, scrambled(number, 60))]
        for state, action in zip(played.states, played.actions, strict=True)
        if action == END and state[tiny().slot["turn"]] == 1.0 and state[tiny().slot["truce"]] == 1.0
    ]
    if not nights:
        return
    state, action = nights[0]
    expected: dict[tuple[float, ...], float] = defaultdict(float)
    for after, chance in branches(tiny(), follow(tiny(), action), state):
        expected[tuple(after)] += chance
    sampled: Counter[tuple[float, ...]] = Counter()
    n = 2000
    for i in range(n):
        luck, log, after = [0] * LUCK_SIZE, [0.0] * log_size(tiny().log_rows), state[:]
        seed_luck(luck, number, i)
        follow(tiny(), action)(after, luck, log)
        sampled[tuple(after)] += 1
    assert set(sampled) <= set(expected)
    for after_state, p in expected.items():
        assert abs(sampled[after_state] - n * p) < 5 * (n * p * (1 - p)) ** 0.5 + 1


def test_a_draw_of_three_and_a_hazard_give_six_nights() -> None:
    draws = {"sky": {"outcomes": {name: {"p": p, "does": [f"y + {i}"]} for i, (name, p) in enumerate(
        {"a": 0.2, "b": 0.3, "c": 0.5, "never": 0.0}.items())}}}  # fmt: skip
    played = game(draws=draws, hazards={"break": {"base": 0}}, night=["sky", "break", "agreement"]).act("end")
    found = list(branches(played.tables, follow(played.tables, END), played.state))
    assert sorted(chance for _, chance in found) == pytest.approx([0.1, 0.1, 0.15, 0.15, 0.25, 0.25])


def test_more_chance_than_can_be_forced_is_refused() -> None:
    assert luck_with([DrawMet(point, 1, [0.5, 0.5]) for point in range(MAX_FORCED)])[-1] == 1
    with pytest.raises(CessationError, match="too many"):
        luck_with([DrawMet(point, 1, [0.5, 0.5]) for point in range(MAX_FORCED + 1)])

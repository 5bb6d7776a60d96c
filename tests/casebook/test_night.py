"""The night: hazards, draws, flows, events. One rule a case."""

import math
from typing import Any

import pytest

from tests.casebook.plain import game, number
from tests.games import Game

BREAK: dict[str, Any] = {"break": {"base": 0.0, "then": ["y + 1"]}}


def nightly(*steps: str, **sections: Any) -> Game:
    """A game with these steps of the night before that of the agreement."""
    return game(night=[*steps, "agreement"], **sections)


def test_a_hazard_strikes_with_the_probability_of_its_log_odds() -> None:
    terms = {"x": 0.4, "pair": {"of": "(1 - 0.1 * x) * y", "weight": -2.0}}
    played = nightly("break", hazards={"break": {"base": -1.0, "terms": terms}})
    played["y"] = 3
    played.force_hazard("break", 0).sleep()
    (_, _, chance), *_ = played.happened("spared")
    logit = -1.0 + 0.4 * 5 - 2.0 * 0.5 * 3
    assert chance == pytest.approx(1 / (1 + math.exp(-logit)), rel=1e-14)


def test_a_hazard_that_strikes_does_what_it_says_and_is_flagged_till_the_next_night() -> None:
    played = nightly("break", hazards=BREAK).force_hazard("break", 1).sleep()
    assert (played["y"], played["happened.break"]) == (1, 1)
    played.force_hazard("break", 0).sleep()
    assert (played["y"], played["happened.break"]) == (1, 0)


def test_a_hazard_without_its_conditions_is_not_drawn() -> None:
    played = nightly("break", hazards={"break": {**BREAK["break"], "when": ["truce = 1"]}}).sleep()
    assert not played.happened("struck")
    assert not played.happened("spared")


def test_a_strike_makes_its_draws() -> None:
    draws = {"blame": {"outcomes": {"us": {"p": 0.2, "does": ["x + 1"]}, "them": {"p": 0.8, "does": ["x - 1"]}}}}
    played = nightly("break", hazards={"break": {**BREAK["break"], "draws": ["blame"]}}, draws=draws)
    played.force_hazard("break", 1).force_draw("blame", "us").sleep()
    assert played["x"] == 6
    assert played.happened("drew") == [(0, 0, 0.2)]
    assert (
        not nightly("break", hazards={"break": {**BREAK["break"], "draws": ["blame"]}}, draws=draws)
        .force_hazard("break", 0)
        .sleep()
        .happened("drew")
    )


def test_a_draw_of_the_night_comes_out_one_way() -> None:
    draws = {"sky": {"outcomes": {name: {"p": 0.25, "does": [f"y + {i}"]} for i, name in enumerate("abcd")}}}
    for i, name in enumerate("abcd"):
        assert nightly("sky", draws=draws).force_draw("sky", name).sleep()["y"] == i


def test_a_draw_made_twice_in_a_night_comes_out_alike_and_in_each_turn_anew() -> None:
    coin = {"coin": {"outcomes": {"heads": {"p": 0.5, "does": ["x + 1"]}, "tails": {"p": 0.5, "does": ["y + 1"]}}}}
    hazards = {name: {"base": 0, "draws": ["coin"]} for name in ("toss", "spin")}
    lever = {"flip": {"seat": "both", "cost": 0, "face": "public", "draws": ["coin"]}}
    tables = game(draws=coin, hazards=hazards, levers=lever, night=["toss", "spin", "agreement"]).tables
    landed = set()
    for i in range(60):
        played = Game(tables, i).act("pull flip", "end", "pull flip").force_hazard("toss", 1).force_hazard("spin", 1)
        landed.add(tuple(row[1] for row in played.sleep().happened("drew")))
    assert all(night == again for _, _, night, again in landed)
    assert len(landed) == 8


def test_the_night_runs_in_the_order_of_the_file() -> None:
    flows = {"first": ["x = 1"], "second": ["x + 1", "y = x"]}
    assert nightly("first", "second", flows=flows).sleep()["y"] == 2
    assert nightly("second", "first", flows=flows).sleep()["y"] == 6


def test_each_statement_sees_what_the_one_before_it_did() -> None:
    played = nightly("flow", flows={"flow": ["x + 2", "y = x", "x = 0"]}).sleep()
    assert (played["x"], played["y"]) == (0, 7)


def test_a_flow_has_conditions() -> None:
    played = nightly("flow", flows={"flow": {"when": ["day in 2..3"], "does": ["y + 1"]}})
    assert [played.sleep()["y"] for _ in range(4)] == [0, 1, 2, 2]


def test_an_event_fires_once() -> None:
    played = nightly("fair", events={"fair": {"when": ["day >= 2"], "does": ["y + 1"]}})
    assert [played.sleep()["y"] for _ in range(4)] == [0, 1, 1, 1]
    assert played["event.fair"] == 1


def test_an_event_that_is_not_for_once_fires_every_night() -> None:
    played = nightly("fair", events={"fair": {"when": ["day >= 2"], "does": ["y + 1"], "once": False}})
    assert [played.sleep()["y"] for _ in range(4)] == [0, 1, 2, 3]
    assert played["event.fair"] == 3


def test_a_variable_never_leaves_its_range() -> None:
    played = nightly("flow", flows={"flow": ["x + 9", "y - 3"]}).sleep()
    assert (played["x"], played["y"]) == (10, 0)


@pytest.mark.parametrize(
    ("have", "room", "amount", "moved"), [(5, 10, 3, 3), (2, 10, 3, 2), (5, 1, 3, 1), (5, 10, 0, 0)]
)
def test_a_transfer_takes_no_more_than_there_is_and_no_more_than_fits(
    have: float, room: float, amount: float, moved: float
) -> None:
    played = nightly("flow", flows={"flow": [f"x -> y {amount} * day"]}, state={"y": number(0, span=(0, room))})
    played["x"] = have
    played.sleep()
    assert (played["x"], played["y"]) == (have - moved, moved)


def test_a_negative_transfer_moves_nothing() -> None:
    played = nightly("flow", flows={"flow": ["x -> y 1 * (0 - day)"]}).sleep()
    assert (played["x"], played["y"]) == (5, 0)


def test_a_transfer_leaves_what_the_range_of_its_source_keeps() -> None:
    played = nightly("flow", flows={"flow": ["x -> y 9"]}, state={"x": number(5, span=(2, 10))}).sleep()
    assert (played["x"], played["y"]) == (2, 3)


@pytest.mark.parametrize(("amount", "value"), [
    ("2 * x", 8.0), ("2 * (1 + 0.5 * x)", 6.0), ("(5 - x)", 1.0), ("(x - 3)", 1.0), ("(x - 6)", -2.0),
    ("max(0, x - 3)", 1.0),
    ("max(0, x - 5)", 0.0), ("max(0, 9 - 2 * x)", 1.0), ("[x >= 4]", 1.0), ("[x > 4]", 0.0),
    ("3 * [x in 1..4] * x", 10.0), ("[x < 4]", 0.0), ("[x = 4] * 7", 7.0), ("2 * x * x * 0.25 * [x <= 4]", 8.0),
    ("3", 3.0),
])  # fmt: skip
def test_an_amount_is_a_number_times_factors(amount: str, value: float) -> None:
    played = nightly("flow", flows={"flow": [f"y = {amount}"]}, state={"y": number(0, span=(-10, 10))})
    played["x"] = 4
    assert played.sleep()["y"] == value


@pytest.mark.parametrize(("condition", "holds"), [
    ("x = 4", True), ("x >= 4", True), ("x <= 4", True), ("x > 4", False), ("x < 4", False), ("x in 4..5", True),
    ("x in 1..3", False), ("x > 3.9999999", True),
])  # fmt: skip
def test_a_condition_holds_or_not(condition: str, holds: bool) -> None:
    played = nightly("flow", flows={"flow": {"when": [condition], "does": ["y = 1"]}})
    played["x"] = 4
    assert played.sleep()["y"] == holds


def test_an_issue_is_compared_with_an_option() -> None:
    played = nightly("flow", flows={"flow": {"when": ["pause >= d2", "aid < full"], "does": ["y = 1"]}})
    assert played.sleep()["y"] == 0
    assert played.sign("d2/some").sleep()["y"] == 1


def test_capital_comes_in_every_night_up_to_the_most() -> None:
    played = game()
    assert [played.sleep()["east.capital"] for _ in range(7)] == [6, 7, 8, 9, 10, 10, 10]


def test_capital_is_never_negative() -> None:
    assert nightly("flow", flows={"flow": ["east.capital - 99"]}).sleep()["east.capital"] == 1

"""What a seat sees: one rule a case."""

from typing import Any

import pytest

from tests.casebook.plain import game, kind, number
from tests.games import Game

EITHER = {"outcomes": {2.0: 0.25, 6.0: 0.75}}


def test_what_all_see_is_seen_exactly() -> None:
    played = game()
    played["x"] = 1 / 3
    assert (played.seen("east", "x"), played.seen("west", "x")) == (1 / 3, 1 / 3)


@pytest.mark.parametrize(("start", "mean"), [(7, 7), (EITHER, 5), ({"triangular": [0, 3, 9]}, 4)])
def test_a_hidden_value_is_replaced_by_the_mean_of_its_start(start: Any, mean: float) -> None:
    played = game(state={"x": number(start, "none")})
    played["x"] = 9.5
    assert (played.seen("east", "x"), played.seen("west", "x")) == (mean, mean)


def test_a_variable_may_be_seen_by_one_seat() -> None:
    played = game(state={"x": number(4, {"west": "exact"})})
    played["x"] = 9
    assert (played.seen("east", "x"), played.seen("west", "x")) == (4, 9)


def test_a_variable_of_a_seat_may_be_its_own() -> None:
    played = game(seat_state={"mood": number({"east": 1, "west": 2}, "own")})
    played["east.mood"], played["west.mood"] = 8, 9
    assert [played.seen("east", f"{seat}.mood") for seat in ("east", "west")] == [8, 2]
    assert [played.seen("west", f"{seat}.mood") for seat in ("east", "west")] == [1, 9]


def estimates(played: Game, days: int) -> list[float]:
    """What one seat takes a noisy number for, day after day."""
    return [played.sleep().seen("east", "x") for _ in range(days)]


def test_an_estimate_stays_the_same_all_day_and_is_new_the_next() -> None:
    played = game(state={"x": number(5, {"east": "noise 1", "west": "exact"})})
    first = played.seen("east", "x")
    assert played.act("end").seen("east", "x") == first
    assert len(set(estimates(played, 6))) > 2
    assert played.seen("west", "x") == 5


def test_an_estimate_stays_in_the_range() -> None:
    for start in (0, 10):
        played = game(state={"x": number(start, {"east": "noise 5"})})
        assert all(0 <= x <= 10 for x in estimates(played, 8))


def test_the_two_seats_err_apart() -> None:
    state = {"x": number(5, {"east": "noise 1", "west": "noise 1"})}
    pairs = [
        (played.seen("east", "x"), played.seen("west", "x"))
        for played in (Game(game(state=state).tables, i) for i in range(20))
    ]
    assert len({first == second for first, second in pairs}) == 2


def test_an_estimate_errs_by_its_standard_deviation() -> None:
    tables = game(state={"x": number(500, {"east": "noise 10"}, (0, 1000))}).tables
    errors = [Game(tables, i).seen("east", "x") - 500 for i in range(2000)]
    assert abs(sum(errors) / 2000) < 0.7
    assert (sum(e * e for e in errors) / 2000) ** 0.5 == pytest.approx(10, rel=0.05)


def test_a_rivals_type_resolve_and_capital_are_hidden() -> None:
    types = {"west": {"w": kind({}, 0.25) | {"resolve": 0.2}, "v": kind({}, 0.75) | {"resolve": 0.6}}}
    played = game(types=types, scoring={"par": {"east": {"e": 1}, "west": {"w": 1, "v": 1}}}).act("end").sleep()
    assert played.seen("east", "west.type") == -1
    assert played.seen("east", "west.resolve") == pytest.approx(0.5)
    assert played.seen("east", "west.capital") == 5
    assert played.seen("west", "west.type") == played["west.type"]
    assert played.seen("west", "west.capital") == 6


@pytest.mark.parametrize(("seen_by", "told"), [("all", 1), ("none", 0), ({"west": "exact"}, 0), ({"east": "exact"}, 1)])
def test_a_strike_may_be_hidden(seen_by: Any, told: int) -> None:
    hazards = {"break": {"base": 0, "seen_by": seen_by}}
    played = game(hazards=hazards, night=["break", "agreement"]).force_hazard("break", 1).sleep()
    assert (played["happened.break"], played.seen("east", "happened.break")) == (1, told)


def test_an_event_may_be_hidden() -> None:
    events = {"fair": {"when": ["day >= 1"], "seen_by": {"west": "exact"}}}
    played = game(events=events, night=["fair", "agreement"]).sleep()
    assert (played.seen("east", "event.fair"), played.seen("west", "event.fair")) == (0, 1)


def test_offers_words_and_agreements_are_seen_by_both() -> None:
    played = game().act("propose d3/full public pause-")
    assert [played.seen("west", f"east.{which}.pause") for which in ("offer", "first", "word")] == [2, 2, 1]

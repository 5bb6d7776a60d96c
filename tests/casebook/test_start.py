"""The first morning: one rule a case."""

from collections import Counter
from typing import Any

import pytest

from tests.casebook.plain import PLAIN, game, kind, number
from tests.games import Game, start_point, type_point

PAST = {"package": {"pause": "d3", "aid": "some"}, "signed": "2001-02-01", "ended": "2001-02-20"}
CLAUSE = {"c": {"stages": ["halt"], "obliges": {"west": {"kept_when": ["y >= 1"], "due": 1}}}}
THREE = {"west": {name: kind({}, prior) for name, prior in (("w", 0.2), ("v", 0.0), ("u", 0.8))}}
PAR = {"par": {"east": {"e": 1}, "west": {"w": 1, "v": 1, "u": 1}}}


def test_types_are_drawn_by_their_priors() -> None:
    tables = game(types=THREE, scoring=PAR).tables
    drawn = Counter(Game(tables, i)["west.type"] for i in range(1000))
    assert drawn[1] == 0
    assert drawn[0] == pytest.approx(200, abs=40)
    assert sum(drawn.values()) == 1000


def test_a_type_brings_its_resolve() -> None:
    types: dict[str, Any] = {"west": {"w": kind({}, 0.5) | {"resolve": 0.1}, "v": kind({}, 0.5) | {"resolve": 0.9}}}
    tables = game(types=types, scoring={"par": {"east": {"e": 1}, "west": {"w": 1, "v": 1}}}).tables
    for number_, resolve in enumerate((0.1, 0.9)):
        assert Game(tables, forced={type_point(1): number_})["west.resolve"] == resolve


def test_a_start_may_be_drawn_from_outcomes() -> None:
    tables = game(state={"x": number({"outcomes": {2.0: 0.25, 6.0: 0.75}})}).tables
    drawn = Counter(Game(tables, i)["x"] for i in range(1000))
    assert set(drawn) == {2.0, 6.0}
    assert drawn[2.0] == pytest.approx(250, abs=40)


def test_a_triangular_start_is_one_of_nine_equal_slices() -> None:
    tables = game(state={"x": number({"triangular": [0, 2, 10]})}).tables
    drawn = Counter(Game(tables, i)["x"] for i in range(1800))
    assert len(drawn) == 9
    assert sum(drawn) / 9 == pytest.approx(4, abs=0.1)
    assert min(drawn.values()) > 140


def test_a_start_can_be_forced() -> None:
    tables = game(state={"x": number({"outcomes": {2.0: 0.25, 6.0: 0.75}})}).tables
    row = 2  # after the talks and the number of the next offer
    assert [Game(tables, forced={start_point(row): i})["x"] for i in range(2)] == [2, 6]


def test_seats_may_start_apart() -> None:
    played = game(seat_state={"mood": number({"east": 1, "west": 2})})
    assert (played["east.mood"], played["west.mood"]) == (1, 2)


def test_a_lapsed_agreement_is_remembered() -> None:
    played = game(clauses=CLAUSE, history={"agreement": {**PAST, "contested": ["c.west"]}})
    assert (played["status"], played["pause"], played["aid"], played["since_end"]) == (3, 2, 1, 9)
    assert (played["duty.c.west"], played["signed"], played["stage"], played["truce"]) == (4, 0, 0, 0)


def test_a_contested_duty_is_owed_anew_under_a_new_agreement() -> None:
    played = game(clauses=CLAUSE, history={"agreement": {**PAST, "contested": ["c.west"]}}).sign("d2/little")
    assert played["duty.c.west"] == 1


def test_without_history_there_is_no_agreement() -> None:
    played = game()
    assert (played["status"], played["since_end"], played.broken("denounce")) == (0, 0, ["no agreement is in force"])


def test_refusals_are_remembered_the_last_by_its_package() -> None:
    refusals = [
        {"by": "west", "package": {"pause": "d1"}},
        {"by": "west", "package": {"pause": "d2"}, "disputed_by": "west"},
    ]
    played = game(history={"refusals": refusals})
    assert (played["west.refusals"], played["east.refusals"]) == (2, 0)
    assert (played["west.refused.pause"], played["west.refused.aid"]) == (1, -1)
    assert played["east.refused.pause"] == -1


def test_levers_start_fresh_and_talks_open() -> None:
    played = game(levers={"push": {"seat": "both", "cost": 0, "face": "covert", "does": ["x + 1"]}})
    assert (played["lever.east.push.fresh"], played["lever.west.push.fresh"], played["talks"]) == (1, 1, 1)


def test_capital_starts_as_given() -> None:
    assert game()["east.capital"] == PLAIN["seats"]["east"]["capital"]["start"]


def test_the_same_game_starts_the_same_and_another_does_not() -> None:
    tables = game(state={"x": number({"triangular": [0, 2, 10]}), "y": number({"triangular": [0, 2, 10]})}).tables
    assert Game(tables, 7).state == Game(tables, 7).state
    assert len({(Game(tables, i)["x"], Game(tables, i)["y"]) for i in range(60)}) > 30

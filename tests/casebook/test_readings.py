"""Ambiguous obligations: two readings, of which either seat holds one and knows its own. One rule a case."""

from collections import Counter
from typing import Any

import pytest

from tests.casebook.plain import game
from tests.games import Game

OWED, KEPT, BREACHED, CONTESTED = 1, 2, 3, 4
STRICT, LOOSE = 0, 1
FOLLOWS = {"breach": ["x + 1"], "contested": ["x + 0.1"], "cure": ["x - 0.5"]}


def reading(least: int, due: int, east: float = 0.5, west: float = 0.5) -> dict[str, Any]:
    """`y` is to reach ``least`` by night ``due``."""
    return {"kept_when": [f"y >= {least}"], "due": due, "held_by": {"east": east, "west": west}}


def readings(strict: dict[str, Any], loose: dict[str, Any]) -> dict[str, Any]:
    """A clause by which `west` owes something that can be read in two ways."""
    return {"c": {"stages": ["halt"], "obliges": {"west": {"readings": {"strict": strict, "loose": loose}, **FOLLOWS}}}}


def read(east: int, west: int, due: tuple[int, int] = (1, 1)) -> Game:
    """A game in which it has been signed, and each seat holds one of the readings: y >= 2, or y >= 1."""
    played = game(clauses=readings(reading(2, due[0]), reading(1, due[1])))
    played["reading.c.west.east"], played["reading.c.west.west"] = east, west
    return played.sign("d3/little")


@pytest.mark.parametrize(("y", "standing", "x"), [(0, BREACHED, 6), (1, CONTESTED, 5.1), (2, KEPT, 5)])
def test_it_stands_as_both_read_it_and_is_contested_where_only_the_seat_it_is_owed_to_finds_a_breach(
    y: float, standing: int, x: float
) -> None:
    played = read(STRICT, LOOSE)
    played["y"] = y
    assert (played.sleep()["duty.c.west"], played["x"]) == (standing, x)


def test_a_breach_that_only_whoever_owes_it_finds_is_charged_by_nobody_and_known_to_nobody_else() -> None:
    played = read(LOOSE, STRICT)
    played["y"] = 1
    played.sleep()
    assert (played["duty.c.west"], played["x"]) == (KEPT, 5)
    assert played.happened("duty_contested") == []
    assert played.seen("west", "standing.c.west.west") == BREACHED
    assert played.seen("east", "standing.c.west.east") == played.seen("east", "duty.c.west") == KEPT
    assert played.seen("east", "standing.c.west.west") == 0
    early = read(LOOSE, STRICT, due=(1, 2))
    assert (early.sleep()["duty.c.west"], early.seen("west", "standing.c.west.west")) == (OWED, BREACHED)


def test_where_both_hold_one_reading_nothing_is_contested() -> None:
    for held in (STRICT, LOOSE):
        played = read(held, held)
        played["y"] = 1
        assert played.sleep()["duty.c.west"] == (BREACHED if held == STRICT else KEPT)


def test_each_seat_sees_it_as_it_reads_it_itself() -> None:
    played = read(STRICT, LOOSE)
    played["y"] = 1
    played.sleep()
    assert played.seen("east", "standing.c.west.east") == BREACHED
    assert played.seen("west", "standing.c.west.west") == KEPT
    assert played.seen("east", "duty.c.west") == played.seen("west", "duty.c.west") == CONTESTED


def test_neither_seat_sees_the_others_reading_or_how_it_stands_by_that() -> None:
    played = read(STRICT, LOOSE).sleep()
    assert (played.seen("east", "reading.c.west.east"), played.seen("west", "reading.c.west.west")) == (STRICT, LOOSE)
    assert (played.seen("east", "reading.c.west.west"), played.seen("west", "reading.c.west.east")) == (-1, -1)
    assert (played.seen("east", "standing.c.west.west"), played.seen("west", "standing.c.west.east")) == (0, 0)


def test_a_reading_by_which_nothing_is_due_yet_finds_no_breach() -> None:
    played = read(STRICT, LOOSE, due=(1, 2)).sleep()
    assert (played["duty.c.west"], played["standing.c.west.east"], played["standing.c.west.west"]) == (
        CONTESTED, BREACHED, OWED,
    )  # fmt: skip
    assert played.sleep()["duty.c.west"] == BREACHED


def test_it_is_kept_only_once_both_have_judged_it() -> None:
    played = read(STRICT, LOOSE, due=(1, 2))
    played["y"] = 2
    assert played.sleep()["duty.c.west"] == OWED
    assert played.sleep()["duty.c.west"] == KEPT


def test_what_follows_a_contest_follows_once() -> None:
    played = read(STRICT, LOOSE)
    played["y"] = 1
    assert played.sleep().sleep()["x"] == 5.1
    assert played.happened("duty_contested") == [(0, 0, 0)]


def test_a_contest_may_become_a_breach_and_either_may_be_cured() -> None:
    played = read(STRICT, LOOSE)
    played["y"] = 1
    played.sleep()
    played["y"] = 0
    assert played.sleep()["duty.c.west"] == BREACHED
    assert played["x"] == pytest.approx(6.1)
    played["y"] = 2
    assert played.sleep()["duty.c.west"] == KEPT
    assert played["x"] == pytest.approx(5.6)
    played = read(STRICT, LOOSE)
    played["y"] = 1
    played.sleep()
    played["y"] = 2
    assert played.sleep()["x"] == pytest.approx(4.6)
    assert len(played.happened("duty_cured")) == 1


def test_a_reading_is_drawn_from_the_prior_of_its_seat() -> None:
    tables = game(clauses=readings(reading(2, 1, east=0.75, west=0.0), reading(1, 1, east=0.25, west=1.0))).tables
    drawn = Counter(
        (Game(tables, i)["reading.c.west.east"], Game(tables, i)["reading.c.west.west"]) for i in range(1000)
    )
    assert set(drawn) == {(STRICT, LOOSE), (LOOSE, LOOSE)}
    assert drawn[STRICT, LOOSE] == pytest.approx(750, abs=50)


def test_a_reading_is_held_through_the_whole_game() -> None:
    played = read(STRICT, LOOSE).sleep().sign("d2/full").sleep().sleep().sign("d1/full").sleep()
    assert (played["reading.c.west.east"], played["reading.c.west.west"]) == (STRICT, LOOSE)


def test_the_world_goes_by_how_the_seat_that_owes_it_reads_it() -> None:
    for held in (STRICT, LOOSE):
        clauses = readings(reading(2, 1), reading(1, 1))
        clauses["c"]["does"] = ["x + 1 * [reading.c.west = loose]"]
        played = game(clauses=clauses)
        played["reading.c.west.west"], played["reading.c.west.east"], played["y"] = held, 1 - held, 2
        assert played.sign("d2/little").sleep()["x"] == 5 + held


def test_owed_anew_it_is_owed_by_every_reading() -> None:
    played = read(STRICT, LOOSE).sleep().act("denounce").sleep().sign("d3/little")
    assert [played[name] for name in ("duty.c.west", "standing.c.west.east", "standing.c.west.west")] == [OWED] * 3

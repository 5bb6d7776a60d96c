"""Levers: one rule a case."""

from typing import Any

import pytest

from sim.rules import actions as act
from sim.rules.legality import violations
from tests.casebook.plain import game, number
from tests.games import Game


def lever(**more: Any) -> dict[str, Any]:
    """A lever of the seat that opens."""
    return {"seat": "east", "cost": 1, "face": "public", "does": ["x + 1"], **more}


def test_a_lever_is_paid_for_and_acts_at_once() -> None:
    played = game(levers={"push": lever(cost=2)}).act("pull push")
    assert (played["east.capital"], played["west.capital"], played["x"]) == (3, 5, 6)


def test_a_lever_needs_capital() -> None:
    played = game(levers={"push": lever(cost=2)})
    played["east.capital"] = 1.99
    assert played.broken("pull push") == ["not enough political capital"]
    played["east.capital"] = 2
    assert played.act("pull push")["east.capital"] == 0


def test_so_many_levers_a_turn() -> None:
    played = game(levers={"push": lever(), "pull": lever()}).act("pull push")
    assert played.broken("pull pull") == ["no more levers this turn"]
    assert not played.sleep().act("end").broken("pull pull")


def test_levers_leave_the_table_action_alone() -> None:
    played = game(levers={"push": lever()}).act("pull push", "propose d1/little")
    assert (played["x"], played["east.offer_id"]) == (6, 1)


def test_a_lever_is_pulled_once_a_day() -> None:
    played = game(turn={"levers": 2, "offer_lasts": 2}, levers={"push": lever()}).act("pull push")
    assert played.broken("pull push") == ["pulled already today"]
    assert not played.sleep().act("end").broken("pull push")


def test_a_lever_has_conditions() -> None:
    played = game(levers={"push": lever(when=["y >= 1"])})
    assert played.broken("pull push") == ["its conditions do not hold"]
    played["y"] = 1
    assert not played.broken("pull push")


def test_a_lever_is_its_seats() -> None:
    tables = game(levers={"push": lever()}).tables
    assert tables.names.levers == ["east.push"]
    played = Game(tables).act("end")
    for number_ in (-1, 0, 1):
        assert violations(tables.ints, tables.reals, played.state, act.PULL, number_, 0) == act.NOT_YOURS


def test_a_lever_of_both_is_one_for_each() -> None:
    played = game(levers={"push": lever(seat="both", does=["self.capital - 1", "other.capital + 2"])})
    played.act("pull push")
    assert (played["east.capital"], played["west.capital"]) == (3, 7)
    played.act("end", "pull push")
    assert (played["east.capital"], played["west.capital"]) == (5, 5)
    assert (played["lever.east.push.fresh"], played["lever.west.push.fresh"]) == (0.5, 0.5)


def test_each_use_halves_freshness_after_it_has_acted() -> None:
    played = game(turn={"levers": 2, "offer_lasts": 2}, levers={"push": lever(does=["x + 1 * fresh"])}).act("pull push")
    assert (played["x"], played["lever.east.push.fresh"]) == (6, 0.5)


def test_freshness_recovers_by_a_twentieth_of_the_gap_a_night() -> None:
    played = game(levers={"push": lever(does=["x + 1 * fresh"])}).act("pull push").sleep()
    assert played["lever.east.push.fresh"] == 0.5 + 0.05 * 0.5
    played.act("end", "pull push")
    assert played["x"] == 6 + 0.525
    assert played["lever.east.push.fresh"] == 0.525 / 2


@pytest.mark.parametrize(("face", "outcome", "seen"), [
    ("public", None, 1), ("private", None, 1), ("covert", None, 0), ("deniable 0.5", 1, 1), ("deniable 0.5", 0, 0),
    ("deniable 1.0", None, 1), ("deniable 0.0", None, 0),
])  # fmt: skip
def test_who_sees_a_lever_pulled(face: str, outcome: int | None, seen: int) -> None:
    played = game(levers={"push": lever(face=face)})
    if outcome is not None:
        played.force_lever("east.push", outcome)
    played.act("pull push")
    assert played["lever.east.push.seen"] == seen
    assert played.happened("pulled") == [(0, 0, seen)]


@pytest.mark.parametrize(
    ("face", "told"), [("public", True), ("private", True), ("covert", False), ("deniable 0.5", False)]
)
def test_what_is_not_open_to_both_does_not_show_as_worn(face: str, told: bool) -> None:
    played = game(levers={"push": lever(face=face)})
    if not told:
        played.force_lever("east.push", 0)
    played.act("pull push")
    shown = (played.seen("west", "lever.east.push.fresh"), played.seen("west", "lever.east.push.day"))
    assert shown == ((0.5, 1) if told else (1, 0))
    assert played.seen("east", "lever.east.push.fresh") == 0.5


def test_the_rival_is_not_told_how_many_levers_were_pulled() -> None:
    played = game(levers={"push": lever(face="covert")}).act("pull push", "hold")
    assert (played.seen("east", "pulled"), played.seen("east", "tabled")) == (1, 1)
    assert (played.seen("west", "pulled"), played.seen("west", "tabled")) == (0, 0)


def test_a_lever_draws_in_its_own_turn() -> None:
    draws = {"luck": {"outcomes": {"good": {"p": 0.5, "does": ["y + 1"]}, "bad": {"p": 0.5, "does": ["y + 2"]}}}}
    played = game(levers={"push": lever(draws=["luck"], seat="both")}, draws=draws)
    played.force_draw("luck", "good", turn=0).force_draw("luck", "bad", turn=1)
    assert played.act("pull push")["y"] == 1
    assert played.act("end", "pull push")["y"] == 3


def test_a_lever_can_move_goods() -> None:
    played = game(levers={"push": lever(does=["x -> y 3"])}, state={"y": number(8.5)}).act("pull push")
    assert (played["x"], played["y"]) == (3.5, 10)

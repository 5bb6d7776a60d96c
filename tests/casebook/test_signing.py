"""Acceptance, ratification and signature: one rule a case."""

from typing import Any

import pytest

from tests.casebook.plain import SEAT, game

QUOTA = {"east": {**SEAT, "quota": 0.5}, "west": {**SEAT, "quota": 0.5}}
HOOK = {"unratified": ["self.capital - 2", "x + 1"]}


def faction(seat: str, threshold: float, weight: float = 1.0, **more: Any) -> dict[str, Any]:
    """A faction that values a long pause."""
    return {"seat": seat, "weight": weight, "threshold": threshold, "values": {"pause": [0.0, 0.5, 1.0]}, **more}


def test_acceptance_signs_and_both_pay() -> None:
    played = game().sign("d2/some")
    assert (played["signed"], played["status"], played["pause"], played["aid"]) == (1, 1, 1, 1)
    assert (played["east.capital"], played["west.capital"]) == (4, 4)
    assert (played["east.offer_id"], played["west.offer_id"]) == (0, 0)


def test_acceptance_drops_the_acceptors_own_offer_too() -> None:
    played = game().act("propose d1/little", "end", "propose d3/full").sleep().act("accept o1")
    assert (played["east.offer_id"], played["west.offer_id"]) == (0, 0)


def test_acceptance_needs_capital() -> None:
    played = game(signing={"cost": 4}).act("propose d1/little", "end")
    played["west.capital"] = 3.99
    assert played.broken("accept o1") == ["not enough political capital"]
    played["west.capital"] = 4.0
    assert not played.broken("accept o1")


def test_the_proposer_pays_what_it_has() -> None:
    played = game(signing={"cost": 4}).act("propose d1/little", "end")
    played["east.capital"] = 1.5
    played.act("accept o1")
    assert (played["east.capital"], played["west.capital"]) == (0, 1)


def test_acceptance_has_conditions() -> None:
    played = game(signing={"cost": 1, "when": ["x >= 6"]}).act("propose d1/little", "end")
    assert played.broken("accept o1") == ["its conditions do not hold"]
    played["x"] = 6
    assert not played.broken("accept o1")


@pytest.mark.parametrize(("east", "west"), [(0.6, 0.0), (0.0, 0.6), (0.6, 0.6)])
def test_both_homes_must_ratify(east: float, west: float) -> None:
    played = game(seats=QUOTA, factions={"a": faction("east", east), "b": faction("west", west)}, hooks=HOOK)
    played.sign("d2/some")
    assert (played["status"], played["signed"], played["east.offer_id"]) == (0, 0, 0)
    assert played["pause"] == 0  # nothing was agreed
    failed = [seat for seat, threshold in ((0, east), (1, west)) if threshold > 0.5]
    assert [row[0] for row in played.happened("unratified")] == failed
    assert played["x"] == 5 + len(failed)
    assert [played["east.capital"], played["west.capital"]] == [3 if seat in failed else 5 for seat in range(2)]


def test_a_worth_at_the_threshold_is_in_favour() -> None:
    played = game(seats=QUOTA, factions={"a": faction("east", 0.5), "b": faction("west", 0.5)}).sign("d2/some")
    assert played["status"] == 1


@pytest.mark.parametrize(("weight", "signed"), [(0.5, 1), (0.6, 1), (0.4, 0)])
def test_weights_in_favour_must_reach_the_quota(weight: float, signed: int) -> None:
    factions = {"a": faction("east", 0.0, weight), "b": faction("east", 9.0, 1 - weight)}
    seats = {"east": {**SEAT, "quota": 0.5}}
    assert game(seats=seats, factions=factions).sign("d1/little")["signed"] == signed


def test_rounding_never_decides_a_ratification() -> None:
    weights = {"a": 0.7, "b": 0.1, "c": 0.2}
    factions = {name: faction("east", 9.0 if name == "c" else 0.0, weight) for name, weight in weights.items()}
    assert weights["a"] + weights["b"] < 0.8
    assert game(seats={"east": {**SEAT, "quota": 0.8}}, factions=factions).sign("d1/little")["signed"] == 1


def test_the_world_sways_a_faction() -> None:
    factions = {"a": faction("east", 0.0, sway={"x": -0.1})}
    played = game(seats={"east": {**SEAT, "quota": 0.5}}, factions=factions)
    played["x"] = 5.1
    assert played.sign("d2/little")["signed"] == 0
    played["x"] = 5.0
    assert played.sleep().act("end").sleep().sign("d2/little")["signed"] == 1


def test_one_homes_refusal_does_not_sway_the_other() -> None:
    factions = {"a": faction("east", 9.0), "b": faction("west", 0.0, sway={"x": -0.1})}
    played = game(seats=QUOTA, factions=factions, hooks={"unratified": ["x = 10"]}).sign("d2/little")
    assert played["x"] == 10
    assert [row[0] for row in played.happened("unratified")] == [0]


def test_a_signature_for_less_than_ones_word_is_a_climb_down() -> None:
    played = game().act("propose d3/little public", "end", "propose d1/little public").sleep()
    played.act("end", "accept o2")
    assert played["pause"] == 0
    assert played["east.climbdown"] == pytest.approx(0.6)
    assert played["west.climbdown"] == 0


def test_after_a_signature_no_word_binds() -> None:
    played = game().act("propose d3/little public", "end", "propose d1/little public").sleep().act("end", "accept o2")
    assert (played["east.spoke"], played["west.spoke"]) == (0, 0)


def test_signing_pulls_its_hook_for_each_seat() -> None:
    assert game(hooks={"signed": ["self.capital - 1", "x + promised"]}).sign("d3/full")["x"] == 8
    played = game(hooks={"signed": ["self.capital - 1"]}).sign("d3/full")
    assert (played["east.capital"], played["west.capital"]) == (3, 3)


def test_each_agreement_of_a_day_is_logged_with_its_package() -> None:
    played = game().act("propose d3/full").sleep().act("propose d1/little", "end", "accept o2").sleep()
    assert played.happened("signed") == [(1, 0, 0)]
    played.sleep().sign("d2/some")
    assert played.happened("signed")[1] == (2, 4, 0)

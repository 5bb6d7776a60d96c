"""Offers and refusals: one rule a case."""

import pytest

from sim.record.notation import NotationError
from sim.rules import actions as act
from sim.rules.legality import violations
from tests.casebook.plain import game, kind
from tests.games import Game

TAKEN = ["one table action a turn: it is taken"]
GONE = ["that offer does not stand"]


def word(played: Game, seat: str, issue: str = "pause") -> float:
    """The option of an issue in a seat's last public word."""
    return played[f"{seat}.word.{issue}"]


def test_a_seat_takes_one_table_action_a_turn() -> None:
    played = game().act("propose d1/little")
    for text in ("propose d2/little", "hold", "end_talks"):
        assert played.broken(text) == TAKEN
    assert not played.broken("end")


def test_holding_is_a_table_action() -> None:
    assert game().act("hold").broken("propose d1/little") == TAKEN


def test_the_next_turn_has_a_table_action_again() -> None:
    assert not game().act("hold", "end").broken("hold")


def test_an_offer_replaces_the_seats_earlier_one() -> None:
    played = game().act("propose d1/little", "end", "end").sleep().act("end", "propose d2/full").sleep()
    assert played["east.offer_id"] == 2
    assert played["east.offer.pause"] == 1
    played.act("end")
    assert played.broken("accept o1") == GONE
    assert not played.broken("accept o2")


def test_offers_are_numbered_in_one_row() -> None:
    played = game().act("propose d1/little", "end", "propose d3/full")
    assert (played["east.offer_id"], played["west.offer_id"], played["next_offer"]) == (1, 2, 3)


def test_an_offer_stands_for_its_days_and_then_lapses() -> None:
    played = game().act("propose d1/little").sleep()
    assert played["east.offer_id"] == 1
    played.sleep()
    assert played["east.offer_id"] == 0
    assert len(played.happened("offer_lapsed")) == 1
    assert played.broken("accept o1") == GONE


def test_a_withdrawn_offer_is_gone() -> None:
    played = game().act("propose d1/little").sleep().act("end", "withdraw")
    assert played["east.offer_id"] == 0
    assert played.sleep().act("end").broken("accept o1") == GONE


def test_there_is_nothing_to_withdraw_without_an_offer() -> None:
    assert game().broken("withdraw") == ["no offer of your own stands"]


def test_nobody_answers_an_offer_of_their_own() -> None:
    played = game().act("propose d1/little", "end", "end").sleep().act("end")
    assert played["to_move"] == 0
    assert played.broken("accept o1") == GONE
    assert played.broken("reject o1 vague") == GONE


def test_the_first_offer_is_remembered() -> None:
    played = game().act("propose d3/full").sleep().act("end", "propose d1/little")
    assert (played["east.first.pause"], played["east.offer.pause"], played["east.offers"]) == (2, 0, 2)


def test_a_refusal_is_remembered_with_its_package_and_reason() -> None:
    played = game().act("propose d3/some", "end", "reject o1 short")
    assert (played["west.refused.pause"], played["west.refused.aid"]) == (2, 1)
    assert (played["west.refusals"], played["west.last_reason"]) == (1, 2)
    assert played["east.offer_id"] == 0


def test_a_refusal_pulls_its_hook_for_the_seat_that_refuses() -> None:
    played = game(
        seat_state={"mood": {"unit": "u", "range": [0, 9], "start": 0, "seen_by": "all"}},
        hooks={"refused": ["self.mood + 1", "other.mood + 3"]},
    )
    played.act("propose d3/some", "end", "reject o1 vague")
    assert (played["west.mood"], played["east.mood"]) == (1, 3)


def test_after_the_talks_no_one_proposes_accepts_or_refuses() -> None:
    played = game().act("propose d1/little", "end", "end_talks").sleep()
    for text in ("propose d1/little", "accept o1", "reject o1 vague", "end_talks"):
        assert "the talks have ended" in played.broken(text)
    assert not played.broken("hold")


def test_every_violation_is_told_at_once() -> None:
    played = game(signing={"cost": 9, "when": ["x >= 9"]}).act("hold")
    assert played.broken("accept o7") == [*TAKEN, *GONE, "not enough political capital", "its conditions do not hold"]


# ------------------------------------------------------------------------------------------------------ public words
def test_a_private_offer_is_no_public_word() -> None:
    played = game().act("propose d3/little private")
    assert (played["east.spoke"], played["east.climbdown"]) == (0, 0)


def test_a_public_offer_is_a_public_word() -> None:
    played = game().act("propose d3/little public")
    assert (played["east.spoke"], word(played, "east")) == (1, 2)


def test_a_climb_down_is_as_large_as_the_loss_in_public_worth() -> None:
    played = game().act("propose d3/little public").sleep().act("end", "propose d1/little public")
    assert played["east.climbdown"] == pytest.approx(0.6)
    assert played.happened("backed_down") == [(0, 0, played["east.climbdown"])]


def test_to_ask_for_more_is_no_climb_down() -> None:
    played = game().act("propose d1/little public").sleep().act("end", "propose d3/little public")
    assert played["east.climbdown"] == 0
    assert not played.happened("backed_down")


def test_a_later_private_offer_is_no_climb_down() -> None:
    played = game().act("propose d3/little public").sleep().act("end", "propose d1/little private")
    assert (played["east.climbdown"], word(played, "east")) == (0, 2)


def test_public_worth_is_the_mean_of_the_seats_types() -> None:
    types = {"east": {"e": kind({"pause": [0, 0, 1]}, 0.25), "f": kind({"pause": [0, 0, 0.2]}, 0.75)}}
    played = game(types=types, scoring={"par": {"east": {"e": 1, "f": 1}, "west": {"w": 1}}})
    played.act("propose d3/little public").sleep().act("end", "propose d1/little public")
    assert played["east.climbdown"] == pytest.approx(0.25 * 1 + 0.75 * 0.2)


def test_a_climb_down_pulls_its_hook_after_it_is_measured() -> None:
    played = game(hooks={"backed_down": ["x + 10 * self.climbdown"]}, state={"x": {
        "unit": "u", "range": [0, 100], "start": 0, "seen_by": "all"}})  # fmt: skip
    played.act("propose d3/little public").sleep().act("end", "propose d2/little public")
    assert played["x"] == pytest.approx(3.0)


def test_a_two_faced_offer_shows_the_public_one_option_more() -> None:
    played = game().act("propose d1/little public pause+")
    assert played["east.two_faced"] == 1
    assert (played["east.offer.pause"], word(played, "east")) == (0, 1)


def test_a_two_faced_offer_shows_the_public_one_option_less() -> None:
    played = game().act("propose d1/full public aid-")
    assert (played["east.offer.aid"], word(played, "east", "aid")) == (2, 1)


def test_what_is_signed_is_the_private_face() -> None:
    played = game().act("propose d1/little public pause+", "end", "accept o1")
    assert played["pause"] == 0


def test_an_offer_that_is_gone_is_two_faced_no_more() -> None:
    played = game().act("propose d1/little public pause+", "end", "reject o1 vague")
    assert played["east.two_faced"] == 0


@pytest.mark.parametrize(("package", "face"), [("d1", "pause-"), ("d3", "pause+")])
def test_a_face_must_be_an_option(package: str, face: str) -> None:
    with pytest.raises(NotationError, match="no option beyond"):
        game().broken(f"propose {package}/little public {face}")


@pytest.mark.parametrize("face", [-1, 6, 99])
def test_there_are_no_other_faces(face: int) -> None:
    played = game()
    broken = violations(played.tables.ints, played.tables.reals, played.state, act.PROPOSE, 0, face)
    assert broken == act.NO_FACE

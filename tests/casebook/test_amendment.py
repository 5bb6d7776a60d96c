"""Signing while an agreement runs amends it: one rule a case."""

from typing import Any

from tests.casebook.plain import game
from tests.games import Game

OWED, KEPT, BREACHED = 1, 2, 3
HALT = {"lasts": "pause", "truce": True}
STAGES = {"ready": {"needs": "aid.full", "lasts": 2, "truce": False}, "halt": HALT}
STOP = {"stop": {"seat": "both", "cost": 0, "face": "public", "agreement": "suspend"}}


def duty(need: str | list[str] = "aid.some+", due: int = 1) -> dict[str, Any]:
    """A clause that needs an option and obliges one seat to bring `y` to 1."""
    owed = {"west": {"kept_when": ["y >= 1"], "due": due, "breach": ["x + 1"]}}
    return {"c": {"stages": ["halt"], "needs": need, "obliges": owed}}


def test_it_is_an_act_of_its_own_with_a_hook_of_its_own() -> None:
    played = (
        game(hooks={"signed": ["x + 1"], "amended": ["y + self.capital"]}).sign("d3/little").sleep().sign("d2/some")
    )
    assert (played["x"], played["y"]) == (6, played["east.capital"] + played["west.capital"])
    assert (len(played.happened("signed")), len(played.happened("amended"))) == (1, 1)
    assert (played["signed"], played["status"], played["pause"], played["aid"]) == (2, 1, 1, 1)


def test_it_is_paid_for_and_ratified_as_any_signature() -> None:
    played = game().sign("d3/little").sleep()
    before = played["east.capital"]
    assert played.sign("d2/some")["east.capital"] == before - 1
    against = {"east_no": {"seat": "east", "weight": 1, "threshold": 0, "sway": {"truce": -1}, "values": {}}}
    seats = {"east": {"quota": 0.5, "capital": {"start": 5, "per_day": 1, "most": 10}}}
    played = game(factions=against, seats=seats).sign("d3/little").sleep().sign("d2/some")
    assert (played["signed"], played["pause"], played.happened("amended")) == (1, 2, [])


def test_a_truce_goes_on_without_a_break_under_a_new_term() -> None:
    played = game().sign("d3/little").sleep().sleep().sign("d2/full")
    assert (played["truce"], played["age"], played["left"], played["promised"]) == (1, 2, 2, 2)
    assert played.happened("ended") == played.happened("expired") == []
    assert played.sleep()["age"] == 3


def test_it_goes_on_in_the_running_stage_if_that_takes_the_package() -> None:
    played = game(stages=STAGES).sign("d3/some").sleep().sign("d2/full")
    assert (played["stage"], played["stage_day"], played["truce"]) == (2, 1, 1)
    assert len(played.happened("entered")) == 1


def test_else_it_enters_the_first_stage_that_takes_it() -> None:
    played = game(stages=STAGES).sign("d3/full").sleep().sign("d2/some")
    assert (played["stage"], played["stage_day"], played["truce"], played["left"]) == (2, 0, 1, 2)


def test_a_stage_without_truce_entered_anew_ends_the_truce() -> None:
    stages = {"ready": {"lasts": 2, "truce": False, "needs": "aid.full"}, "halt": {**HALT, "needs": "aid.some"},
              "other": HALT}  # fmt: skip
    played = game(stages=stages).sign("d3/some").sleep().sign("d3/full")
    assert (played["stage"], played["truce"]) == (1, 0)


def test_what_a_clause_newly_in_force_obliges_to_is_owed_from_then_on() -> None:
    played = game(clauses=duty(due=2)).sign("d3/little").sleep().sleep()
    assert played.sign("d3/some")["duty.c.west"] == OWED
    assert played.sleep()["duty.c.west"] == OWED
    assert played.sleep()["duty.c.west"] == BREACHED


def test_what_a_clause_obliges_to_whose_option_changed_is_owed_anew() -> None:
    played = game(clauses=duty()).sign("d3/some").sleep()
    assert (played["duty.c.west"], played["x"]) == (BREACHED, 6)
    assert played.sign("d3/full")["duty.c.west"] == OWED
    assert (played.sleep()["duty.c.west"], played["x"]) == (BREACHED, 7)


def test_all_else_stands_as_it_stood() -> None:
    played = game(clauses=duty()).sign("d3/some").sleep().sign("d2/some")
    assert played["duty.c.west"] == BREACHED
    assert (played.sleep()["duty.c.west"], played["x"]) == (BREACHED, 6)


def test_an_amendment_puts_off_no_night_on_which_a_duty_falls_due() -> None:
    played = game(clauses=duty(due=2)).sign("d3/some").sleep().sign("d2/some")
    assert played.sleep()["duty.c.west"] == BREACHED


def test_what_a_dropped_clause_obliged_to_is_owed_no_more_and_a_judgement_stands() -> None:
    assert game(clauses=duty(due=3)).sign("d3/some").sleep().sign("d3/little")["duty.c.west"] == 0
    assert game(clauses=duty(due=1)).sign("d3/some").sleep().sign("d3/little")["duty.c.west"] == BREACHED


def renewable() -> Game:
    """A pause of two days that can be renewed once, and has been, with consent to more of it spoken."""
    renewals = {"again": {"stage": "halt", "consent": "unless_objected", "at_most": 1}}
    return game(renewals=renewals).sign("d2/little").sleep().sleep().act("renew agree", "end").sleep()


def test_consent_to_a_renewal_must_be_given_anew() -> None:
    assert {renewable().sign("d2/some")[f"{seat}.consent"] for seat in ("east", "west")} == {0}


def test_renewals_used_stay_used() -> None:
    played = renewable().sign("d2/some").sleep()
    assert (played["renewals"], played["left"]) == (1, 1)
    assert played.sleep()["status"] == 3


def test_a_suspended_agreement_goes_on_where_it_stopped() -> None:
    played = game(levers=STOP, clauses=duty()).sign("d3/some").sleep().act("pull stop").sleep().sign("d2/some")
    assert (played["status"], played["truce"], played["age"], played["left"]) == (1, 1, 1, 2)
    assert (played["duty.c.west"], played["clause.c"]) == (BREACHED, 1)

"""A running agreement: stages, clauses, obligations, suspension and end. One rule a case."""

from typing import Any

import pytest

from tests.casebook.plain import game

HALT = {"lasts": "pause", "truce": True}
STAGES = {"ready": {"needs": "aid.full", "lasts": 2, "truce": False}, "halt": HALT}
OWED, KEPT, BREACHED = 1, 2, 3
STOP = {"stop": {"seat": "both", "cost": 0, "face": "public", "agreement": "suspend"}}
GO = {"go": {"seat": "both", "cost": 0, "face": "public", "agreement": "resume"}}
FINISH = {"finish": {"seat": "both", "cost": 0, "face": "public", "agreement": "collapse"}}


def duty(due: int = 2, **more: Any) -> dict[str, Any]:
    """A clause that obliges one seat to bring `y` to 1 by the night on which it is due."""
    return {"stages": ["halt"], "obliges": {"west": {"kept_when": ["y >= 1"], "due": due, "breach": ["x + 1"], **more}}}


# ------------------------------------------------------------------------------------------------------------- stages
@pytest.mark.parametrize(("package", "stage", "truce"), [("d1/full", 1, 0), ("d1/some", 2, 1)])
def test_signing_enters_the_first_stage_whose_needs_are_met(package: str, stage: int, truce: int) -> None:
    played = game(stages=STAGES).sign(package)
    assert (played["stage"], played["truce"]) == (stage, truce)


@pytest.mark.parametrize(("need", "package", "met"), [
    ("pause.d2", "d2/little", True), ("pause.d2", "d3/little", False), ("pause.d2+", "d3/little", True),
    ("pause.d2+", "d1/little", False),
])  # fmt: skip
def test_a_need_names_an_option_or_any_after_it(need: str, package: str, met: bool) -> None:
    played = game(clauses={"c": {"stages": ["halt"], "needs": need, "does": ["x + 1"]}}).sign(package)
    assert played["clause.c"] == met


@pytest.mark.parametrize(
    ("unit", "durations", "days"), [("hours", {"a": 36, "b": 48}, 1.5), ("days", {"a": 3, "b": 4}, 3)]
)
def test_an_issue_with_a_unit_sets_the_term(unit: str, durations: dict[str, float], days: float) -> None:
    data: dict[str, Any] = {"issues": {"pause": {"unit": unit, "options": durations}}, "reasons": {}}
    types = {seat: {seat[0]: {"prior": 1, "resolve": 0.5, "weights": {"calm": 1}}} for seat in ("east", "west")}
    played = game(**data, types=types).sign("a/little")
    assert (played["left"], played["promised"]) == (days, days)


def test_a_stage_with_days_of_its_own_has_them() -> None:
    assert game(stages=STAGES).sign("d3/full")["left"] == 2


def test_a_night_counts_days_of_stage_term_and_truce() -> None:
    played = game().sign("d3/some").sleep()
    assert (played["left"], played["stage_day"], played["age"], played["promised"]) == (2, 1, 1, 3)


def test_a_stage_without_truce_does_not_age_one() -> None:
    played = game(stages=STAGES).sign("d3/full").sleep()
    assert (played["stage_day"], played["age"]) == (1, 0)


def test_a_later_stage_opens_at_night_when_its_conditions_hold() -> None:
    played = game(stages={**STAGES, "halt": {**HALT, "opens_when": ["y >= 1"]}}).sign("d3/full").sleep()
    assert played["stage"] == 1
    played["y"] = 1
    played.sleep()
    assert (played["stage"], played["stage_day"], played["left"], played["truce"]) == (2, 0, 3, 1)


def test_a_stage_that_opens_at_the_end_of_a_term_comes_before_expiry() -> None:
    played = game(stages={**STAGES, "halt": {**HALT, "opens_when": ["left <= 0"]}}).sign("d3/full").sleep().sleep()
    assert (played["stage"], played["status"]) == (2, 1)


def test_a_running_stage_does_not_open_again() -> None:
    played = game(stages={"halt": {**HALT, "opens_when": ["day >= 1"]}}).sign("d3/full").sleep().sleep()
    assert (played["stage"], played["stage_day"], played["left"]) == (1, 2, 1)


def test_a_stage_without_conditions_never_opens_by_itself() -> None:
    played = game(stages=STAGES).sign("d3/full").sleep().sleep()
    assert (played["stage"], played["status"]) == (0, 3)


def test_a_later_stage_needs_its_options_too() -> None:
    last = {"needs": "aid.some", "lasts": 1, "truce": True, "opens_when": ["day >= 1"]}
    played = game(stages={"first": {"lasts": 3, "truce": False}, "last": last})
    assert played.sign("d1/full").sleep()["stage"] == 1
    played = game(stages={"first": {"lasts": 3, "truce": False}, "last": last})
    assert played.sign("d1/some").sleep()["stage"] == 2


def test_opening_a_stage_pulls_its_hook() -> None:
    played = game(
        stages={**STAGES, "halt": {**HALT, "opens_when": ["day >= 1"]}}, hooks={"opened": ["y + stage"]}
    ).sign("d3/full")  # fmt: skip
    assert played["y"] == 1
    assert played.sleep()["y"] == 3


# ------------------------------------------------------------------------------------------------------------ clauses
def test_a_clause_in_force_acts_every_night() -> None:
    played = game(clauses={"c": {"stages": ["halt"], "does": ["x + 1"]}}).sign("d2/little")
    assert (played["clause.c"], played["x"]) == (1, 5)
    assert played.sleep()["x"] == 6
    assert played.sleep()["x"] == 7  # the last night of the term is one of them
    assert (played["clause.c"], played.sleep()["x"]) == (0, 7)


def test_a_clause_of_another_stage_sleeps() -> None:
    played = game(stages=STAGES, clauses={"c": {"stages": ["halt"], "does": ["x + 1"]}}).sign("d2/full").sleep()
    assert (played["clause.c"], played["x"]) == (0, 5)


def test_a_duty_is_owed_when_its_clause_comes_into_force() -> None:
    played = game(clauses={"c": duty()})
    assert played["duty.c.west"] == 0
    assert played.sign("d3/little")["duty.c.west"] == OWED


def test_a_duty_is_not_judged_before_it_is_due() -> None:
    played = game(clauses={"c": duty()}).sign("d3/little").sleep()
    assert (played["duty.c.west"], played["x"]) == (OWED, 5)


def test_a_breach_bites_once() -> None:
    played = game(clauses={"c": duty(due=1)}).sign("d3/little").sleep()
    assert (played["duty.c.west"], played["x"]) == (BREACHED, 6)
    assert played.sleep().sleep()["x"] == 6
    assert played.happened("duty_breached") == [(0, 0, 0)]


def test_a_duty_may_be_kept_and_then_breached() -> None:
    played = game(clauses={"c": duty()}).sign("d3/little")
    played["y"] = 1
    assert played.sleep().sleep()["duty.c.west"] == KEPT
    played["y"] = 0
    assert played.sleep()["duty.c.west"] == BREACHED


def test_a_breach_is_cured_when_the_duty_is_met_after_all() -> None:
    played = game(clauses={"c": duty(cure=["x - 0.5"])}).sign("d3/little").sleep().sleep()
    played["y"] = 1
    assert played.sleep()["duty.c.west"] == KEPT
    assert played["x"] == 5 + 1 - 0.5
    assert (len(played.happened("duty_cured")), played.happened("duty_kept")) == (1, [])


def test_what_was_kept_from_the_first_is_not_cured() -> None:
    played = game(clauses={"c": duty(cure=["x - 0.5"])}).sign("d3/little")
    played["y"] = 1
    played.sleep().sleep().sleep()
    assert (played["x"], len(played.happened("duty_kept")), played.happened("duty_cured")) == (5, 1, [])


def test_a_duty_breached_and_cured_can_be_breached_again() -> None:
    played = game(clauses={"c": duty(due=1, cure=["x - 0.5"])}).sign("d3/little").sleep()
    played["y"] = 1
    played.sleep()
    played["y"] = 0
    assert (played.sleep()["duty.c.west"], played["x"]) == (BREACHED, 5 + 1 - 0.5 + 1)


def test_a_duty_that_falls_due_no_more_is_owed_no_more() -> None:
    played = game(clauses={"c": duty(due=3)}).sign("d2/little").sleep().sleep()
    assert (played["status"], played["duty.c.west"]) == (3, 0)
    played = game(levers=STOP | FINISH, clauses={"c": duty(due=3)}).sign("d2/little").act("pull stop").sleep()
    assert (played["duty.c.west"], played.act("pull finish")["duty.c.west"]) == (OWED, 0)


def test_a_judged_duty_stays_as_it_was_when_the_agreement_ends() -> None:
    played = game(clauses={"c": duty()}).sign("d2/little").sleep().sleep().sleep()
    assert (played["status"], played["duty.c.west"]) == (3, BREACHED)


# --------------------------------------------------------------------------------------------------------- suspension
def test_suspension_freezes_the_clock_and_lifts_truce_and_clauses() -> None:
    played = game(levers=STOP, clauses={"c": {"stages": ["halt"], "does": ["x + 1"]}}).sign("d3/little")
    played.act("pull stop")
    assert (played["status"], played["truce"], played["clause.c"], played["stage"]) == (2, 0, 0, 1)
    played.sleep().sleep()
    assert (played["left"], played["age"], played["stage_day"], played["x"]) == (3, 0, 0, 5)
    assert played["since_end"] == 0


def test_no_duty_falls_due_while_an_agreement_sleeps() -> None:
    played = game(levers=STOP | GO, clauses={"c": duty()}).sign("d3/little").sleep()
    played.act("pull stop").sleep().sleep().act("pull go")
    assert played["duty.c.west"] == OWED
    assert played.sleep()["duty.c.west"] == BREACHED


def test_a_condition_can_ask_for_the_status_by_name() -> None:
    levers = {"urge": {"seat": "both", "cost": 0, "face": "public", "when": ["status = suspended"], "does": ["y + 1"]}}
    played = game(levers=STOP | levers, turn={"levers": 2}).sign("d3/little")
    assert played.broken("pull urge") == ["its conditions do not hold"]
    assert played.act("pull stop", "pull urge")["y"] == 1


def test_a_resumed_agreement_goes_on_where_it_stopped() -> None:
    played = game(levers=STOP | GO, clauses={"c": {"stages": ["halt"], "does": ["x + 1"]}}).sign("d3/little").sleep()
    played.act("pull stop").sleep().act("pull go")
    assert (played["status"], played["truce"], played["clause.c"], played["left"], played["age"]) == (1, 1, 1, 2, 1)
    assert played.sleep()["left"] == 1


def test_a_suspension_does_not_wipe_out_a_breach() -> None:
    played = game(levers=STOP | GO, clauses={"c": duty(due=1)}).sign("d3/little").sleep()
    played.act("pull stop").sleep().act("pull go")
    assert played["duty.c.west"] == BREACHED
    assert played.sleep()["x"] == 6


def test_a_stage_without_truce_resumes_without_one() -> None:
    played = game(stages=STAGES, levers=STOP | GO).sign("d3/full").act("pull stop").sleep().act("pull go")
    assert (played["status"], played["truce"]) == (1, 0)


def test_suspension_pulls_its_hook() -> None:
    assert game(levers=STOP, hooks={"suspended": ["y = left"]}).sign("d3/little").act("pull stop")["y"] == 3


def test_what_does_not_run_is_neither_suspended_nor_resumed() -> None:
    played = game(levers=STOP | GO, hooks={"suspended": ["y = 9"]}).act("pull stop").sleep().act("pull go")
    assert (played["status"], played["y"]) == (0, 0)


def test_a_suspended_agreement_can_be_denounced_and_not_renewed() -> None:
    played = game(levers=STOP).sign("d3/little").act("pull stop").sleep()
    assert played.broken("renew agree") == ["no agreement is in force"]
    assert played.act("denounce")["status"] == 5


def test_a_suspended_agreement_can_collapse() -> None:
    played = game(levers=STOP | FINISH).sign("d3/little").act("pull stop").sleep().act("pull finish")
    assert played["status"] == 4


# ---------------------------------------------------------------------------------------------------------------- end
def test_a_term_that_is_over_expires() -> None:
    played = game(hooks={"expired": ["y = age"], "ended": ["x = 9"]}).sign("d2/little").sleep()
    assert played["status"] == 1
    played.sleep()
    assert (played["status"], played["stage"], played["truce"], played["left"], played["promised"]) == (3, 0, 0, 0, 0)
    assert (played["y"], played["x"], played["age"]) == (2, 9, 0)


def test_a_term_that_is_no_whole_number_ends_on_its_last_night() -> None:
    played = game(stages={"only": {"lasts": 1.5, "truce": True}}).sign("d1/little").sleep()
    assert (played["status"], played["left"]) == (1, 0.5)
    assert played.sleep()["status"] == 3


def test_days_since_the_last_agreement_are_counted_from_its_end() -> None:
    played = game().sign("d1/little").sleep()
    assert played["since_end"] == 0
    assert played.sleep().sleep()["since_end"] == 2
    assert played.sign("d1/little").sleep()["since_end"] == 0


def test_where_no_agreement_ever_was_no_days_are_counted() -> None:
    assert game().sleep().sleep()["since_end"] == 0


def test_a_hazard_makes_an_agreement_collapse() -> None:
    hazards = {"shots": {"when": ["truce = 1"], "base": 0, "agreement": "collapse"}}
    played = game(hazards=hazards, night=["shots", "agreement"], hooks={"collapsed": ["y = age"], "expired": ["x = 0"]})
    played.sign("d3/little").force_hazard("shots", 0).sleep().force_hazard("shots", 1).sleep()
    assert (played["status"], played["y"], played["x"], played["truce"]) == (4, 1, 5, 0)


def test_denouncing_ends_an_agreement_with_hooks_of_its_own() -> None:
    hooks = {"denounced": ["self.capital - left"], "ended": ["y + 1"], "collapsed": ["x = 0"], "expired": ["x = 0"]}
    played = game(hooks=hooks).sign("d3/little").sleep().act("denounce")
    assert (played["status"], played["y"], played["x"]) == (5, 1, 5)
    assert [played["east.capital"], played["west.capital"]] == [
        5,
        5 - 2,
    ]  # day 2 opens with west; one came in overnight


def test_there_is_nothing_to_denounce_or_renew_without_an_agreement() -> None:
    for text in ("denounce", "renew agree", "renew object"):
        assert game().broken(text) == ["no agreement is in force"]

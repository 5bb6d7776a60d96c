"""Renewal at the end of a term: one rule a case."""

from typing import Any

from tests.casebook.plain import game
from tests.games import Game

EXPIRED, IN_FORCE = 3, 1


def renewable(*, consent: str = "both", at_most: int = 2, hazards: Any = None, hooks: Any = None, **more: Any) -> Game:
    """A game with one renewal, in which a pause of two days has been signed."""
    renewals = {"again": {"stage": "halt", "consent": consent, "at_most": at_most, **more}}
    return game(renewals=renewals, hazards=hazards or {}, hooks=hooks or {}).sign("d2/little")


def say(played: Game, *words: str) -> Game:
    """Both seats in turn speak of renewal today, or say nothing; then the night."""
    for spoken in words:
        played.act(f"renew {spoken}" if spoken else "hold", "end")
    return played.sleep()


def test_with_consent_of_both_each_must_agree() -> None:
    played = say(renewable().sleep(), "agree", "agree")
    assert (played["status"], played["renewals"], played["left"], played["promised"]) == (IN_FORCE, 1, 2, 2)
    assert (played["age"], played["stage_day"]) == (2, 2)


def test_with_consent_of_both_silence_is_a_refusal() -> None:
    assert say(renewable().sleep(), "agree", "")["status"] == EXPIRED
    assert say(renewable().sleep(), "", "agree")["status"] == EXPIRED


def test_unless_objected_silence_is_consent() -> None:
    assert say(renewable(consent="unless_objected").sleep(), "", "")["status"] == IN_FORCE


def test_unless_objected_one_objection_ends_it() -> None:
    assert say(renewable(consent="unless_objected").sleep(), "object", "agree")["status"] == EXPIRED
    assert say(renewable(consent="unless_objected").sleep(), "", "object")["status"] == EXPIRED


def test_the_last_word_counts() -> None:
    renewals = {"again": {"stage": "halt", "consent": "both", "at_most": 1}}
    played = say(game(renewals=renewals).sign("d3/little").sleep(), "object", "agree")
    assert say(played, "agree", "agree")["status"] == IN_FORCE


def test_consent_is_asked_anew_for_each_term() -> None:
    played = say(renewable().sleep(), "agree", "agree")
    assert (played["east.consent"], played["west.consent"]) == (0, 0)
    assert played.sleep().sleep()["status"] == EXPIRED


def test_what_was_said_of_one_stage_is_not_said_of_the_next() -> None:
    stages = {"halt": {"lasts": 2, "truce": True}, "later": {"lasts": 1, "truce": True, "opens_when": ["day >= 2"]}}
    renewals = {"again": {"stage": "later", "consent": "unless_objected", "at_most": 1}}
    played = say(game(stages=stages, renewals=renewals).sign("d3/little").sleep(), "object", "object")
    assert (played["stage"], played["east.consent"], played["west.consent"]) == (2, 0, 0)
    assert played.sleep()["status"] == IN_FORCE


def test_a_term_is_renewed_so_many_times_at_most() -> None:
    played = renewable(consent="unless_objected", at_most=2)
    for _ in range(2):
        assert played.sleep().sleep()["status"] == IN_FORCE
    assert played.sleep().sleep()["status"] == EXPIRED
    assert [row[1] for row in played.happened("renewed")] == [1, 2]


def test_what_a_renewal_allows_at_most_counts_renewals_of_every_kind() -> None:
    way: dict[str, Any] = {"stage": "halt", "consent": "unless_objected"}
    renewals = {"once": {**way, "at_most": 1, "does": ["x + 1"]}, "twice": {**way, "at_most": 2, "does": ["y + 1"]}}
    played = game(renewals=renewals).sign("d1/little").sleep().sleep()
    assert (played["x"], played["y"], played["renewals"]) == (6, 1, 2)
    assert played.sleep()["status"] == EXPIRED


def test_a_later_stage_has_its_renewals_to_itself() -> None:
    stages = {"halt": {"lasts": 1, "truce": True}, "later": {"lasts": 1, "truce": True, "opens_when": ["day >= 2"]}}
    renewals = {stage: {"stage": stage, "consent": "unless_objected", "at_most": 1} for stage in stages}
    played = game(stages=stages, renewals=renewals).sign("d1/little").sleep()
    assert (played["stage"], played["renewals"]) == (1, 1)
    assert (played.sleep()["stage"], played["renewals"]) == (2, 0)
    assert (played.sleep()["status"], played["renewals"]) == (IN_FORCE, 1)


def test_a_renewal_has_conditions_at_the_end_of_the_term() -> None:
    played = renewable(consent="unless_objected", when=["y >= 1"])
    assert played.sleep().sleep()["status"] == EXPIRED
    played = renewable(consent="unless_objected", when=["y >= 1"]).sleep()
    played["y"] = 1
    assert played.sleep()["status"] == IN_FORCE


def test_a_renewal_needs_its_options() -> None:
    assert renewable(consent="unless_objected", needs="aid.full").sleep().sleep()["status"] == EXPIRED
    assert renewable(consent="unless_objected", needs="pause.d2").sleep().sleep()["status"] == IN_FORCE


def test_a_renewal_is_of_its_stage_only() -> None:
    stages = {"first": {"lasts": 1, "truce": False, "needs": "aid.full"}, "halt": {"lasts": 1, "truce": True}}
    renewals = {"again": {"stage": "halt", "consent": "unless_objected", "at_most": 1}}
    assert game(stages=stages, renewals=renewals).sign("d1/full").sleep()["status"] == EXPIRED
    assert game(stages=stages, renewals=renewals).sign("d1/some").sleep()["status"] == IN_FORCE


def test_both_seats_pay_for_a_renewal_what_they_have() -> None:
    played = renewable(consent="unless_objected", cost=3).sleep()
    played["west.capital"] = 1
    played.sleep()
    assert (played["east.capital"], played["west.capital"]) == (5 - 3 + 1, 1)


def test_a_renewal_does_what_it_says_and_pulls_its_hook() -> None:
    played = renewable(consent="unless_objected", does=["y + 1"], hooks={"renewed": ["x + renewals"]}).sleep().sleep()
    assert (played["y"], played["x"]) == (1, 6)


def test_a_renewal_may_come_to_nothing_at_its_risk() -> None:
    risky: dict[str, Any] = {"risk": "slip", "hazards": {"slip": {"base": 0, "then": ["y + 1"]}}, "cost": 3}
    played = renewable(consent="unless_objected", **risky).sleep().force_hazard("slip", 1).sleep()
    assert (played["status"], played["y"], played["renewals"], played["east.capital"]) == (EXPIRED, 1, 0, 6)
    played = renewable(consent="unless_objected", **risky).sleep().force_hazard("slip", 0).sleep()
    assert (played["status"], played["y"], played["renewals"], played["east.capital"]) == (IN_FORCE, 0, 1, 3)


def test_a_risk_is_not_run_before_a_renewal_is_due() -> None:
    hazards = {"slip": {"base": 0}}
    played = renewable(consent="unless_objected", risk="slip", hazards=hazards).sleep()
    assert not played.happened("struck")
    assert not played.happened("spared")


def test_a_risk_that_suspends_leaves_the_agreement_asleep_with_nothing_left() -> None:
    hazards = {"slip": {"base": 0, "agreement": "suspend"}}
    played = renewable(consent="unless_objected", risk="slip", hazards=hazards).sleep().force_hazard("slip", 1).sleep()
    assert (played["status"], played["left"], played["truce"]) == (2, 0, 0)


def test_a_suspended_term_does_not_end() -> None:
    levers = {"stop": {"seat": "both", "cost": 0, "face": "public", "agreement": "suspend"}}
    played = game(levers=levers).sign("d1/little").act("pull stop").sleep().sleep()
    assert (played["status"], played["left"]) == (2, 1)

"""What ended a game: its conditions, since when they held, and the hazards that brought the last of them."""

from sim.analysis.why.ended import changed_by, explain_ending
from sim.analysis.why.explain import explain_night
from sim.rules.luck import OF_HAZARD, point_of
from tests.analysis.records import by_script, record_of
from tests.games import flagship, tiny

IDLE = ("hold", "hold")
SIGNING = "propose d1/afloat private; end; accept o1; end"


def test_the_last_day_is_told_as_such() -> None:
    past = by_script(tiny(), IDLE, "end; end")
    reason = explain_ending(past, record_of(list(past.lines)))
    assert (reason.ending, reason.day, reason.at_night) == ("stalemate", 3, True)
    assert [(each.name, each.low, each.high, each.since) for each in reason.conditions] == [("day", 3.0, None, 3)]
    assert reason.brought == reason.broke == ()


def test_an_ending_at_the_table_is_no_nights_doing() -> None:
    past = by_script(tiny(), IDLE, "end; end; end_talks")
    reason = explain_ending(past, record_of(list(past.lines)))
    assert (reason.ending, reason.day, reason.at_night) == ("talks_end", 2, False)
    assert [(each.name, each.value, each.since) for each in reason.conditions] == [("talks", 0.0, 2)]
    assert reason.brought == ()


def test_the_hazard_that_broke_the_last_agreement_is_told_to_the_last_term() -> None:
    shots = point_of(2, OF_HAZARD, list(tiny().names.hazards).index("breach"), 0)
    past = by_script(tiny(), IDLE, SIGNING, 0, ((shots, 1),))
    record = record_of(list(past.lines))
    reason = explain_ending(past, record)
    assert reason.broke_on == 2
    assert reason.broke == tuple(each for each in explain_night(tiny(), record, 2) if each.struck)
    assert [each.hazard for each in reason.broke] == ["breach"]


def test_what_a_hazard_changes_is_read_from_its_effects_and_draws() -> None:
    names = tiny().names
    slots = changed_by(tiny(), list(names.hazards).index("breach"))
    assert slots == {tiny().slot["tension"], tiny().slot["hill.audience"]}
    deal = changed_by(flagship(), list(flagship().names.hazards).index("evacuation_agreed"))
    assert flagship().slot["evacuation_deal"] in deal

"""How things stand, told without contradiction: refusals, obligations by one reading alone, days without signing."""

from collections.abc import Mapping
from dataclasses import replace
from math import ceil

import pytest

from sim.client import words as w
from sim.client.explaining.asking import find
from sim.client.explaining.tables import explain
from sim.client.figures import days
from sim.client.model import Look, Model
from sim.client.telling.calls import meets
from sim.client.telling.due import due_says, owed_by_self
from sim.client.telling.events import tell_all, tell_news
from sim.client.telling.meters import other_changes
from sim.client.telling.night import changed_names
from sim.client.telling.standing import agreement_says, duty_says, offer_says, refusal_says, same_as_theirs, standings
from sim.client.text import words as t
from sim.client.text.layout import page_lines
from sim.client.text.planned import shown
from sim.client.text.turn import day_line
from sim.client.update import EndTurn, PlanAction, update
from sim.client.weighing.clocks import collapse_says, days_shut, days_to_signing, is_clock, signing_clocks
from sim.client.weighing.planning import forbidden, rival_offer
from sim.record.events import Event
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.session.calls import OFFER_RECENT, calls_of
from tests.client.play import WIDTH, send, started

FLAGSHIP = "aleppo-2016"


def having(model: Model, values: Mapping[int, float], events: tuple[tuple[int, Event], ...] = ()) -> Model:
    """The model a look later, with other values in some slots."""
    now = [values.get(slot, x) for slot, x in enumerate(model.values)]
    return replace(model, looks=(*model.looks, Look(tuple(now), events=events)))


def signed(agent: str = "cooperative") -> Model:
    """An agreement on its first night, for the seat that took the offer."""
    game, model = started(FLAGSHIP, 0, agent, 3)
    return send(game, model, PlanAction(Action(act.ACCEPT, rival_offer(model))), EndTurn(1))


def test_a_refusal_before_the_game_says_so_and_who_denies_it_as_long_as_it_is_the_last() -> None:
    game, model = started(FLAGSHIP, 0, "pragmatic", 3)
    own, theirs = refusal_says(model)
    assert own.endswith("before this game, and Washington denies having refused it.")
    assert theirs.endswith("That was before this game.")
    assert "one offer" in own
    model = send(game, model, PlanAction(Action(act.REJECT, rival_offer(model))), EndTurn(1))
    own = next(said for said in refusal_says(model) if said.startswith("Washington"))
    assert "refused 2 offers, the last of them" in own
    assert "before this game" not in own


@pytest.mark.parametrize("found", [at.KEPT, at.BREACHED])
def test_what_only_ones_own_reading_has_judged_is_not_told_as_not_judged(found: int) -> None:
    model = signed()
    ints = model.tables.ints
    unclear = [each for each in standings(model) if model.names.readings[each.duty] and each.standing == at.OWED]
    duty = unclear[0].duty
    number = ints[ints[at.DUTIES] + duty * at.DUTY_WIDTH + at.DUTY_AMBIGUOUS]
    slot = ints[at.FIRST_READING] + number * at.AMBIGUOUS_SLOTS + at.OWN_STANDING + model.seat
    judged = having(model, {slot: float(found)})
    each = next(one for one in standings(judged) if one.duty == duty)
    assert each.by_you_alone
    assert w.STANDING[at.OWED] not in each.says
    told = [said for said in duty_says(judged) if each.name in said]
    assert told == [w.DUTIES_BY_YOU.format(duties=w.DUTY_BY_YOU.format(duty=each.name, own=w.STANDING[found]))]


@pytest.mark.parametrize(("scenario", "value", "nights"), [(FLAGSHIP, 2.0, 2), (FLAGSHIP, 19.5, 19), ("tiny", 2.0, 2)])
def test_a_clock_that_signing_waits_for_is_told_as_days_and_the_day(scenario: str, value: float, nights: int) -> None:
    game, model = started(scenario, 0, "hold", 3)
    (clock,) = signing_clocks(model)
    assert is_clock(model.book, clock)
    assert not is_clock(model.book, "tension")
    assert days_to_signing(model) == 0
    model = send(game, model, EndTurn(1))
    waiting = having(model, {model.tables.slot[clock]: value})
    assert days_to_signing(waiting) == nights
    said = " ".join(agreement_says(waiting))
    day = waiting.day + nights
    expected = f"for {nights} days; from day {day}" if day <= waiting.tables.horizon else "before the game ends"
    assert f"Nothing can be signed {expected}" in said
    assert model.book.word("state", clock) not in said
    assert clock not in [each.name for each in other_changes(waiting, [])]
    assert clock not in changed_names(waiting)


def test_an_offer_that_waits_for_a_clock_says_from_which_day_it_can_be_accepted() -> None:
    _, model = started(FLAGSHIP, 0, "cooperative", 3)
    (clock,) = signing_clocks(model)
    waiting = having(model, {model.tables.slot[clock]: 1.0})
    assert f"nothing can be signed for 1 day; from day {model.day + 1}" in offer_says(waiting, 1)
    assert len(forbidden(waiting, Action(act.ACCEPT, rival_offer(waiting)))) == 1
    assert offer_says(having(model, {model.tables.slot[clock]: 0.5}), 1) == offer_says(model, 1)


def test_an_offer_made_again_within_a_week_is_told_in_short_and_why_days_go_on_is_said_once() -> None:
    _, model = started(FLAGSHIP, 0, "cooperative", 3)
    day, offer = next(each for each in model.log if each[1].kind == "proposed")
    lines = []
    for later in range(day + 1, day + OFFER_RECENT + 2):
        model = replace(having(model, {at.DAY: float(later)}, ((later, offer),)), since=0)
        lines.append(" ".join(" ".join(day_line(model, WIDTH)).split()))
        news = [call.news for call in calls_of(model.tables, 0, model.looks) if call.news]
        assert news == [], "within a week of the one before it"
    assert all("offered the same again, in private (o" in line for line in lines)
    assert [t.SAME_OFFER.strip() in line for line in lines] == [True, *[False] * (len(lines) - 1)]
    anew = having(model, {at.DAY: 60.0}, ((60, offer),))
    assert "Pause" in " ".join(day_line(anew, WIDTH)), "after more than a week it is read out"


def test_how_long_a_collapse_bars_signing_is_told_before_it_happens_by_the_rules() -> None:
    _, before = started(FLAGSHIP, 0, "cooperative", 3)
    (clock,) = signing_clocks(before)
    model = signed()
    left = model.values[at.LEFT]
    expected = ceil(15 + 1.5 * left) - 1 + ((15 + 1.5 * left) % 1.0 == 0.0)
    assert days_shut(model, at.COLLAPSED, left) == expected
    assert days_shut(model, at.COLLAPSED, left + 2.0) == expected + 3
    told = w.COLLAPSE_TONIGHT.format(shut=days(expected), day=model.day + expected)
    assert told in agreement_says(model)
    for asked in ("collapse", "lockout", "signed", "no signature", "endings"):
        assert told in " ".join(page_lines(explain(model, find(model, asked)[0]), 10_000)), asked
    early = collapse_says(before, before.package(at.OFFER_PACKAGE, 1))
    assert days(days_shut(before, at.COLLAPSED, 1.0)) in early
    plan, _ = update(before, PlanAction(Action(act.ACCEPT, rival_offer(before))))
    assert early in " ".join(" ".join(shown(plan, "offer", 10_000)).split())
    assert before.values[before.tables.slot[clock]] == 0.0, "asking changes nothing"


def test_an_offer_that_is_the_same_as_theirs_says_what_would_sign_it() -> None:
    _, model = started(FLAGSHIP, 0, "cooperative", 3)
    theirs = model.package(at.OFFER_PACKAGE, 1)
    assert f"(o{rival_offer(model)})" in same_as_theirs(model, theirs)
    assert same_as_theirs(model, (*theirs[:-1], 1 - theirs[-1])) == ""
    (clock,) = signing_clocks(model)
    assert same_as_theirs(having(model, {model.tables.slot[clock]: 4.0}), theirs) == "", (
        "as long as nothing can be signed"
    )


def test_what_an_earlier_agreement_left_contested_is_not_told_of_the_last_one() -> None:
    model = signed()
    duty = model.names.duties.index("pledge.us")
    ended = {model.tables.ints[at.FIRST_DUTY] + duty: float(at.CONTESTED), at.STATUS: float(at.COLLAPSED)}
    first, package = model.tables.ints[at.FIRST_PACKAGE], list(model.names.issues).index("separation")
    for option, told in ((0.0, True), (1.0, False)):  # the pledge, and a list in its place
        after = having(model, {**ended, first + package: option})
        assert (duty in [each.duty for each in standings(after)]) == told


def test_a_count_that_a_truce_begins_anew_is_not_told_of_on_its_first_night() -> None:
    model = signed()
    slots, duty = model.tables.slot, model.names.duties.index("cease.us")
    stale = having(model, {slots["opposition.breaches"]: 4.0, slots["truce_nights"]: 0.0, at.STAGE_DAY: 0.0})
    (due,) = (each for each in owed_by_self(stale) if each.duty == duty)
    assert due.conditions == ()
    assert meets(stale, duty)
    later = having(stale, {slots["opposition.breaches"]: 4.0, slots["truce_nights"]: 1.0})
    (due,) = (each for each in owed_by_self(later) if each.duty == duty)
    assert "(it is 4)" in due_says(later, due)
    assert not meets(later, duty)


def test_a_lever_pulled_again_within_a_week_is_told_in_short_and_once_a_look() -> None:
    _, model = started(FLAGSHIP, 0, "hold", 3)
    lever = float(model.names.levers.index("russia.council_text"))
    pulled = [(day, Event("pulled", "", 9, (8.0, 1.0, lever, 0.0))) for day in (1, 5, 5, 20)]
    model = having(model, {}, tuple(pulled))
    name = model.book.word("levers", "council_text")
    again = w.PULLED_AGAIN.format(seat="Moscow", lever=name)
    assert [each.text == again for each in (tell_news(model, one) for one in pulled)] == [False, True, True, False]
    assert len(tell_all(model, tuple(pulled[1:3]))) == 1
    assert len(tell_all(model, (pulled[0], pulled[3]))) == 1


def test_a_stage_that_begins_on_the_night_of_another_is_told_as_its_next() -> None:
    model = signed()
    begun = [(model.day, Event("entered", "", 10, (14.0, stage, 0.0, 2.0))) for stage in (0.0, 1.0)]
    model = having(model, {}, tuple(begun))
    first, second = (each.text for each in tell_all(model, tuple(begun)))
    assert first.startswith("A stage began")
    assert second.startswith("That same night its next stage began")


def test_that_no_renewal_is_left_is_told_beside_the_stage_that_may_still_come() -> None:
    model = signed()
    assert w.ENDS_UNLESS not in agreement_says(model)
    renewed = having(model, {at.RENEWAL_COUNT: 99.0})
    assert w.ENDS_UNLESS in agreement_says(renewed)
    assert any("comes as soon as it can" in each for each in agreement_says(renewed))

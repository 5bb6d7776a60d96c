"""Concept cards: what deals one, what its figures are, and in which order they come. One rule a test."""

from pathlib import Path
from typing import Any

import pytest

from sim.analysis.why.cards import COMMON, MOST_DEALT, DealtCard, deal_cards
from sim.analysis.why.explain import explain_night
from sim.analysis.why.story import FinishedRecord, read_story
from sim.record.record import read_record
from tests.analysis.records import by_script, record_of
from tests.games import tiny

SCRIPT = Path(__file__).parents[1] / "golden" / "tiny-script.txt"
HILL, SHORE = 0, 1
NOTHING: dict[str, Any] = {"figures": {}}


def past() -> FinishedRecord:
    """The shore offers in public, the hill's home refuses; the shore then signs for less, and shots end it."""
    return read_story(tiny(), read_record(SCRIPT))


def dealt(card: dict[str, Any], seat: int = HILL) -> DealtCard | None:
    """What one card comes to in that game, if it is dealt."""
    found = deal_cards({"it": NOTHING | card}, past(), read_record(SCRIPT), seat)
    return next((each for each in found if each.id == "it"), None)


def figure(text: str, on: str = "ended", seat: int = HILL, **more: Any) -> float:
    """What a product comes to when an event has happened."""
    found = dealt({"on": [on], "figures": {"x": text}, **more}, seat)
    assert found is not None
    return found.figures["x"]


def test_a_card_is_dealt_by_an_event_that_happened() -> None:
    found = dealt({"on": ["unratified"]})
    assert found is not None
    assert (found.day, found.event.text) == (1, "unratified hill o1")
    assert dealt({"on": ["denounced"]}) is None


def test_an_event_is_told_by_its_ids_and_by_who_it_befell() -> None:
    assert dealt({"on": ["pulled.shore.moor"]}) is not None
    assert dealt({"on": ["pulled.hill.moor"]}) is None
    assert dealt({"on": ["backed_down.self"]}, SHORE) is not None
    assert dealt({"on": ["backed_down.self"]}, HILL) is None
    assert dealt({"on": ["backed_down.other"]}, HILL) is not None


def test_the_last_of_several_events_deals() -> None:
    found = dealt({"on": ["pulled"]})
    assert found is not None
    assert found.event.text == "pulled hill rejoin"


def test_the_first_name_whose_conditions_hold_deals() -> None:
    found = dealt({"on": ["struck.breach", "unratified"], "when": ["signed < 1"]})
    assert found is not None
    assert found.event.kind == "unratified"
    assert dealt({"on": ["struck.breach"], "when": ["signed < 1"]}) is None


def test_figures_are_read_after_the_ply_and_night_that_brought_the_event() -> None:
    final = past().final
    assert figure("100 * tension", "struck.breach") == pytest.approx(100 * final[tiny().slot["tension"]])
    assert figure("hurt", "unratified") < figure("hurt", "struck.breach")
    assert (figure("self.offers", "proposed.self"), figure("was.self.offers", "proposed.self")) == (1, 0)


def test_what_was_and_what_has_changed_are_counted_from_before_it() -> None:
    was, now = figure("was.tension", "struck.breach"), figure("tension", "struck.breach")
    assert figure("change.tension", "struck.breach") == pytest.approx(now - was)
    assert now > was


def test_or_from_before_an_earlier_event() -> None:
    since = figure("change.hurt", "struck.breach", since="signed")
    assert since > figure("change.hurt", "struck.breach") > 0.0


def test_events_are_counted_and_measured() -> None:
    assert figure("count.pulled") == 3.0
    assert figure("count.fired.hunger") == 2.0
    assert figure("size", "backed_down", SHORE) == pytest.approx(0.42, abs=0.01)


def test_terms_are_those_that_were_summed_that_night() -> None:
    night = next(each for each in explain_night(tiny(), read_record(SCRIPT), 3) if each.hazard == "breach")
    bold = next(each.value for each in night.terms if each.name == "bold")
    assert figure("term.breach.bold", "struck.breach") == bold
    assert figure("100 * chance.breach", "struck.breach") == pytest.approx(100 * night.chance)
    assert figure("chance.lapse", "struck.breach") == 0.0, "it was not drawn"


def test_conditions_know_options_and_factors() -> None:
    assert dealt({"on": ["signed"], "when": ["ferry = afloat", "pause >= d2"]}) is not None
    assert dealt({"on": ["signed"], "when": ["ferry = ashore"]}) is None
    assert figure("10 * [ferry = afloat] * (1 - 0.5 * talks)", "signed") == 5.0
    assert figure("max(0, quiet - 9)", "signed") == 0.0


def test_the_weightiest_come_first_and_few_enough_to_be_read() -> None:
    cards = {f"c{i}": {"on": ["ended"], "weight": f"{i}", "figures": {}} for i in range(1, 9)}
    found = deal_cards(cards, past(), read_record(SCRIPT), HILL)
    assert [each.id for each in found][:4] == ["c8", "c7", "c6", "c5"]
    assert len(found) == MOST_DEALT


def test_a_card_of_ones_own_takes_the_place_of_a_common_one() -> None:
    common = deal_cards({}, past(), read_record(SCRIPT), HILL)
    assert [each.id for each in common][:2] == ["two_levels", "commitment"]
    own = deal_cards({"two_levels": {"on": ["denounced"], "figures": {}}}, past(), read_record(SCRIPT), HILL)
    assert "two_levels" not in [each.id for each in own]


def test_what_a_better_package_would_have_given_is_a_figure_too() -> None:
    missed = deal_cards({}, past(), read_record(SCRIPT), SHORE, (4.0, 7.0))
    gains = next(each for each in missed if each.id == "joint_gains")
    assert (gains.figures["own"], gains.figures["theirs"]) == (7.0, 4.0)
    assert "joint_gains" not in [each.id for each in deal_cards({}, past(), read_record(SCRIPT), SHORE, (2.0, 7.0))]


def test_a_game_in_which_nothing_happened_is_dealt_nothing() -> None:
    idle = by_script(tiny(), ("hold", "hold"), "end; end")
    assert deal_cards({}, idle, record_of(list(idle.lines)), HILL) == ()


def test_common_cards_ask_for_what_any_scenario_has() -> None:
    names = {name.split(".")[0] for card in COMMON.values() for name in card["on"]}
    assert names <= {"backed_down", "unratified", "denounced", "collapsed", "ended", "duty_contested", "expired"}

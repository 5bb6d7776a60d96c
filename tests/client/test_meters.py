"""How variables are told, alike in window and terminal: shares of 100, whole numbers, changes that agree with those."""

import re
from math import inf

from sim.client import words as w
from sim.client.explaining.codex import is_open, later_events
from sim.client.figures import range_words
from sim.client.naming import condition_of, condition_words, is_of_hundred, slot_name, unit_of
from sim.client.telling.meters import beyond_says, headline_names, shown_meter, shown_value, visible_names
from sim.client.text.screens import state_screen
from sim.client.text.turn import meter_lines, state_lines
from sim.rules import layout as at
from tests.client.play import WIDTH, book
from tests.client.test_standing import having
from tests.client.view.gallery import FLAGSHIP, models


def test_a_share_is_told_of_100_and_a_count_in_whole_numbers() -> None:
    model = models(FLAGSHIP, 0)["days"]
    shares = [name for name in visible_names(model) if unit_of(model.book, name).startswith("share")]
    assert shares
    for name in shares:
        assert is_of_hundred(model.book, name)
        assert shown_value(model, name, 0.804) == "80"
        assert shown_value(model, name, -0.001) == "0", "never minus nothing"
    assert shown_value(model, "population_shown", 1234.4) == "1,234"


def test_what_counts_people_who_were_killed_or_driven_out_is_told_only_as_a_range() -> None:
    model = models(FLAGSHIP, 0)["days"]
    told = {" ".join(line.split()) for line in state_screen(model, WIDTH)}
    for row in model.names.human_cost:
        assert shown_value(model, row.of, 1000.0) == range_words(1000.0 * row.low, 1000.0 * row.high)
        name = slot_name(model.book, row.of)
        assert not any(re.fullmatch(rf"{re.escape(name)} [\d,]+( .*)?", line) for line in told), name
    assert not any("Deaths last night" in line for line in told)


def test_a_range_of_many_people_claims_three_figures_and_no_more() -> None:
    assert range_words(120.2, 239.8) == "120\u2013240"
    assert range_words(1060.4, 79431.0) == "1,060\u201379,400"
    assert range_words(158863.0, 999960.0) == "159,000\u20131,000,000"


def test_a_thing_that_comes_whole_is_told_whole() -> None:
    model = models(FLAGSHIP, 0)["days"]
    assert shown_value(model, "hospitals", 6.7) == "7"
    assert shown_value(model, "scar", 1.23) == "1.2", "what is weighed keeps its part"
    assert shown_value(model, "trust", 0.1497, (0.15,)) == "14.97", "not 15, which it misses"
    assert shown_value(model, "trust", 0.14, (0.15,)) == "14"


def test_an_estimate_is_never_told_beyond_the_range() -> None:
    model = models(FLAGSHIP, 0)["days"]
    tables = model.tables
    for name in visible_names(model):
        low, high = tables.reals[tables.ints[at.RANGES_REALS] + 2 * tables.slot[name] :][:2]
        assert shown_value(model, name, high + 0.17) == shown_value(model, name, high)
        assert shown_value(model, name, low - 0.17) == shown_value(model, name, low)


def test_a_change_is_that_between_the_numbers_shown() -> None:
    model = models(FLAGSHIP, 0)["days"]
    assert model.before is not None
    counted = {row.of for row in model.names.human_cost}
    for name in visible_names(model):
        slot = model.tables.slot[name]
        each = shown_meter(model, name)
        if each.sd == 0 and name not in counted and not unit_of(model.book, name).startswith("yes or no"):
            now, then = (shown_value(model, name, look[slot]) for look in (model.values, model.before))
            assert (each.change == "") == (now == then), name
        assert each.sd < inf


def test_the_record_of_later_days_is_dated_and_closed_in_play() -> None:
    model = models(FLAGSHIP, 0)["days"]
    found = later_events(model)
    assert found == sorted(found)
    for day, id_ in found:
        assert 2 < day <= model.tables.horizon
        assert model.book.facts[id_]["kind"] == "event"
        assert not is_open(model, id_), "nobody is told in play what the record did later"
    assert found


def test_the_terminal_tells_the_figures_that_the_window_tells() -> None:
    model = models(FLAGSHIP, 0)["days"]
    said = "\n".join(state_lines(model, WIDTH))
    assert shown_meter(model, "trust").value.isdecimal()
    for name in ("trust", "tension", "world_pressure"):
        each = shown_meter(model, name)
        assert f"{each.label} {each.value}" in " ".join(said.split())


def test_a_condition_on_a_share_is_told_of_100_too_and_one_on_days_is_not() -> None:
    flagship = book(FLAGSHIP)
    assert condition_words(flagship, "trust >= 0.4").endswith(" 40")
    assert condition_words(flagship, "trust in 0.25..0.5").endswith(" 25..50")
    assert condition_words(flagship, "left < 2").endswith(" 2")
    course = book("tutorial")
    assert course.tables.names.course is not None
    bridge = next(row for row in course.tables.names.course.lessons if row.id == "the_bridge")
    state = [0.0] * course.tables.n_state
    state[course.tables.slot["trust"]] = 0.19
    assert condition_of(course, bridge.when[0], state).endswith("of at least 40 (it is 19)")


def test_stages_and_offers_are_told_by_what_they_are_called() -> None:
    course = book("tutorial")
    assert condition_words(course, "stage = 0") == w.NO_STAGE
    assert condition_words(course, "stage >= 1") == w.ANY_STAGE
    assert condition_words(course, "stage = 1") == w.THIS_STAGE.format(stage=course.word("stages", "halt"))
    said = condition_words(course, "norrin.offer.pause >= 1")
    assert "4 days" in said
    assert "offer." not in said
    assert "2" in condition_words(course, "stage >= 2"), "there is no such stage, so its number stands"


def test_a_figure_that_has_once_been_more_than_nothing_stays_to_say_0() -> None:
    model = models(FLAGSHIP, 0)["days"]
    slots = model.tables.slot
    for _ in range(3):
        model = having(model, {at.DAY: model.day + 1.0, slots["siege"]: 0.0, slots["food_days"]: 0.0})
    assert {"siege", "food_days"} <= set(headline_names(model))
    told = [" ".join(line.split()) for line in state_lines(model, WIDTH)]
    for name in headline_names(model, whole=True):
        each = shown_meter(model, name)
        assert any(f"{each.label} {each.value}" in line for line in told), "also what has been 0 all along"


def test_a_share_of_more_than_all_says_of_what_and_what_the_most_is() -> None:
    model = models(FLAGSHIP, 1)["days"]
    slot = model.tables.slot["damascus.ready"]
    assert beyond_says(having(model, {slot: 1.0}), "damascus.ready") == ""
    said = beyond_says(having(model, {slot: 1.12}), "damascus.ready")
    assert said.endswith("as share of what an assault needs: 112 is more than all of that, and 130 is the most.")
    assert said in " ".join(" ".join(state_lines(having(model, {slot: 1.12}), WIDTH)).split())


def test_no_word_of_a_meter_is_cut_and_two_columns_stand_only_where_both_fit() -> None:
    model = models(FLAGSHIP, 0)["days"]
    meters = [shown_meter(model, name) for name in visible_names(model)]
    for width in (60, 80, 100):
        lines = meter_lines(meters, width)
        assert all(any(each.label in line for line in lines) for each in meters)
        assert max(map(len, lines)) <= width
    assert len(meter_lines(meters, 100)) < len(meters) == len(meter_lines(meters, 50))

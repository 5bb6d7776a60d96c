"""Lessons come one at a time, from what the seat has seen, and never stand in the way."""

from dataclasses import replace
from itertools import groupby

import pytest

from sim.client.explaining.lessons import TURNS, lesson_due, lessons_told
from sim.client.setting_up import new_course
from sim.client.text.turn import turn_screen
from sim.client.update import Commit, EndTurn, Observed, PutLessonsAway, update
from sim.client.wishes import Wishes
from sim.language import FIRST
from sim.rules import layout as at
from sim.scenario.places import first_course
from tests.client.course import as_told, begun, taught
from tests.client.play import WIDTH, Script, book, send, started
from tests.tongue import speaking

MINUTES, SECONDS_A_TURN = 10, 50


def told(width: int = WIDTH) -> list[str]:
    """Each turn of the newcomer as text."""
    return ["\n".join(turn_screen(model, width)) for model in taught()]


def test_whoever_does_as_told_meets_every_lesson_in_order_and_ends_well() -> None:
    course = book(first_course()).tables.names.course
    assert course is not None
    met = [each.lesson for each in lessons_told(taught()[-1]) if each.lesson]
    assert list(dict.fromkeys(met)) == [row.id for row in course.lessons]
    assert len(met) == len(course.lessons), "a lesson a day"
    last = taught()[-1]
    assert last.names.endings[int(last.values[at.ENDING])] == last.names.endings[0]
    assert last.debrief is not None
    assert last.debrief.scores[last.seat] >= 80
    assert (len(taught()) - 1) * SECONDS_A_TURN <= MINUTES * 60


@pytest.mark.parametrize("idle", [1, 2, 3, 4, 5])
def test_whoever_loses_a_day_meets_every_lesson_all_the_same(idle: int) -> None:
    game, model = begun()
    while not model.over:
        model = send(game, model, *(as_told(model) if model.day != idle else ()), EndTurn(1))
    course = model.names.course
    assert course is not None
    assert {each.lesson for each in lessons_told(model)} >= {row.id for row in course.lessons}


def test_whoever_never_listens_hears_all_that_needs_no_signature_and_is_not_held_up() -> None:
    game, model = begun()
    stops = 1
    while not model.over:
        model = send(game, model, EndTurn(model.tables.horizon))
        stops += 1
    assert [lesson for lesson, _ in groupby(each.lesson for each in lessons_told(model))][:4] == [
        "two_reasons", "two_faces", "an_errand", "at_home",
    ]  # fmt: skip
    assert stops < 4 * TURNS + 3, "once each was told for some turns, days pass by themselves"


def test_a_lesson_that_is_not_done_gives_way_and_comes_back_when_no_other_is_due() -> None:
    game, model = begun()
    while model.day < 4 * TURNS + 2:
        model = send(game, model, EndTurn(1))
    told_so = [each.lesson for each in lessons_told(model)]
    assert [*map(told_so.count, ("two_faces", "an_errand", "at_home"))] == [TURNS] * 3
    assert told_so[-1] == told_so[0] == "two_reasons"


@pytest.mark.parametrize("rng_seed", range(12))
def test_whatever_the_luck_no_lesson_asks_for_what_cannot_be_done(rng_seed: int) -> None:
    game, model = begun(rng_seed)
    while not model.over:
        lesson = lesson_due(model)
        if lesson == "the_bridge":
            assert not (model.values[at.STATUS] == at.IN_FORCE and model.values[at.LEFT] < 2), "that day is for `agree`"
        for message in as_told(model):
            planned, _ = update(model, message)
            charged = model.values[model.tables.slot[f"{model.names.seats[model.seat]}.accused"]] >= 0.1
            assert planned.plan or (lesson == "a_charge" and not charged), planned.notices
        model = send(game, model, *as_told(model), EndTurn(1))
    met = {each.lesson for each in lessons_told(model)}
    assert {"a_night", "a_charge"} <= met, "whether a night was broken or not, and whoever was blamed"


def test_a_lesson_without_conditions_of_its_own_is_learnt_once_a_turn_has_passed() -> None:
    met = [each.lesson for each in lessons_told(taught()[-1])]
    day = met.index("a_night")
    assert "a_night" in lessons_told(taught()[-1])[day + 1].learnt
    assert met.count("a_night") == 1


def test_the_other_seat_and_other_scenarios_have_no_lessons() -> None:
    assert lessons_told(started(first_course(), 1)[1]) == []
    assert lesson_due(started("tiny", 0)[1]) == ""


def test_a_new_lesson_stops_the_days_unless_all_are_put_away() -> None:
    last = taught()[-2]
    quiet = next(i for i, each in enumerate(lessons_told(last)) if not each.lesson)
    due = lessons_told(last)[quiet - 1].lesson
    before = replace(last, looks=last.looks[: quiet - 1], calls=(), passing=3)
    calm = last.looks[quiet - 1]._replace(events=())
    assert update(before, Observed(calm)) == (replace(before, looks=(*before.looks, calm), passing=0), None)
    assert update(replace(before, put_away=(due,)), Observed(calm))[1] == Commit(())


def test_the_lesson_is_a_paragraph_of_the_turn_and_can_be_put_away() -> None:
    first, second = told()[:2]
    words = book(first_course()).words[FIRST]["lessons"]
    assert words["two_reasons"]["name"].upper() in first
    assert words["two_faces"]["name"].upper() in second
    assert f"Done: {words['two_reasons']['name']}." in second
    away = update(taught()[0], PutLessonsAway(("two_reasons",)))[0]
    assert words["two_reasons"]["name"].upper() not in "\n".join(turn_screen(away, WIDTH))


def test_lessons_are_told_in_russian_too() -> None:
    with speaking("ru"):
        assert "ДВЕ ПРИЧИНЫ" in told()[0]


def test_the_course_begins_at_once_and_lessons_answer_to_their_name() -> None:
    script = Script(["lesson off", "look", "lesson", "lesson on", "look", "quit"]).run(Wishes(first_course()))
    assert script.play is not None
    assert (script.play.model.rival, script.play.game.session.header.rng_seed) == ("cautious", 3850)
    name = book(first_course()).words[FIRST]["lessons"]["two_reasons"]["name"].upper()
    assert script.text.count(name) == 3
    assert "Which" not in script.text


def test_other_luck_can_be_asked_for() -> None:
    game, _ = new_course(book(first_course()), 5)
    assert game.session.header.rng_seed == 5


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_task_names_nothing_that_only_one_client_has(language: str) -> None:
    words = book(first_course()).words[language]["lessons"]
    for lesson in words.values():
        for only in ("press ", "click", "button", "type ", "`", "нажм", "кнопк", "наберите"):
            assert only not in lesson["task"].lower(), lesson["task"]

"""Lessons come one at a time, from what the seat has seen, and never stand in the way."""

import random
from dataclasses import replace
from itertools import groupby, product

import pytest

from sim.client.debriefing.understood import motives_page
from sim.client.explaining.lessons import TURNS, lesson_command, lesson_due, lessons_told
from sim.client.model import Model
from sim.client.setting_up import new_course
from sim.client.text.turn import turn_screen
from sim.client.update import Commit, EndTurn, Observed, PlanAction, PutLessonsAway, update
from sim.client.wishes import Wishes
from sim.language import FIRST
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.arithmetic import logistic
from sim.rules.hazards import logit
from sim.scenario.places import first_course
from tests.client.course import OFFERS, as_told, begun, offer, taught
from tests.client.play import WIDTH, Script, book, send, started
from tests.tongue import speaking

MINUTES, SECONDS_A_TURN = 10, 50


def told(width: int = WIDTH) -> list[str]:
    """Each turn of the newcomer as text."""
    return ["\n".join(turn_screen(model, width)) for model in taught()]


def was_charged(model: Model) -> bool:
    """Whether the seat was ever blamed for a broken night."""
    return any(look.values[model.tables.slot["norrin.accused"]] >= 0.1 for look in model.looks)


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
    reasons = {"a_charge"} if was_charged(model) else set()
    assert {each.lesson for each in lessons_told(model)} >= {row.id for row in course.lessons} - {"a_charge"} | reasons


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
            assert planned.plan, planned.notices
        model = send(game, model, *as_told(model), EndTurn(1))
    met = {each.lesson for each in lessons_told(model)}
    assert "a_night" in met, "whether a night was broken or not"
    assert was_charged(model) == ("a_charge" in met)


@pytest.mark.parametrize("rng_seed", range(24))
def test_a_lesson_is_learnt_by_an_act_of_the_players_own_within_two_days(rng_seed: int) -> None:
    game, model = begun(rng_seed)
    coin, done = random.Random(rng_seed), [set[str](), set[str]()]
    while not model.over:
        told, acts = lesson_due(model), as_told(model) if coin.random() < 0.7 else ()
        done.append({told} if acts else set())
        done[-1] |= {"two_reasons", "two_faces"} if acts and told in OFFERS else set()
        model = send(game, model, *acts, EndTurn(1))
        learnt = {*lessons_told(model)[-1].learnt} - {"days_pass"}
        done[-1] |= {"terms_end"} if PlanAction(Action(act.RENEW, 1)) in acts else set()
        assert learnt <= done[-1] | done[-2], f"day {model.day}"


def test_only_to_let_days_pass_is_learnt_once_a_turn_has_passed() -> None:
    course = book(first_course()).tables.names.course
    assert course is not None
    assert [row.id for row in course.lessons if not row.done[1]] == ["days_pass"]
    met = [each.lesson for each in lessons_told(taught()[-1])]
    assert "days_pass" in lessons_told(taught()[-1])[met.index("days_pass") + 1].learnt
    assert met.count("days_pass") == 1


@pytest.mark.parametrize("rng_seed", range(24))
def test_the_offer_that_asks_is_refused_as_too_long_and_the_offer_to_sign_is_signed(rng_seed: int) -> None:
    game, model = begun(rng_seed)
    while lesson_due(model) in ("two_reasons", "two_faces", "an_errand", "at_home"):
        model = send(game, model, *as_told(model), EndTurn(1))
    kinds = [(day, event.kind) for day, event in model.log if event.kind in ("refused", "signed", "unratified")]
    assert kinds == [(2, "refused"), (4, "signed")]
    assert model.own(at.LAST_REASON, 1 - model.seat) == 1 + [*model.names.reasons].index("too_long")


@pytest.mark.parametrize("package", [*product(("d4", "d7"), ("none", "rolling"), ("hotline", "observers"))])
def test_what_is_longer_is_refused_for_want_of_trust_whatever_else_it_says(package: tuple[str, ...]) -> None:
    game, model = begun()
    model = send(game, model, EndTurn(1), offer(model, package), EndTurn(1))
    assert model.own(at.LAST_REASON, 1 - model.seat) == 1 + [*model.names.reasons].index("too_long")
    while not model.over:
        model = send(game, model, EndTurn(model.tables.horizon))
    assert model.debrief is not None
    why = motives_page(model, model.debrief, "2").sections[0].rows[0].note
    assert "Trust below 40" in why, "the lesson says that it goes by trust, and so must what it noted"


def test_a_renewal_leaves_the_count_of_nights_and_the_chances_are_as_the_lesson_says() -> None:
    before, after = (model for model in taught() if model.day in (5, 6))
    assert [each.values[at.RENEWAL_COUNT] for each in (before, after)] == [0, 1]
    assert after.values[at.AGE] == before.values[at.AGE] + 1
    first, names = [*taught()[4].values], taught()[0].tables.slot
    first[names["norrin.accused"]] = 0.0
    said = book(first_course()).words[FIRST]["lessons"]["a_night"]["about"]
    for night, number in ((1, "9 of 100 on the first"), (3, "35 on the third"), (5, "75 on the fifth"), (7, "94 on")):
        first[at.AGE] = night - 1
        tables = before.tables
        chance = logistic(logit(tables.ints, tables.reals, first, [*tables.names.hazards].index("shots")))
        assert number in said
        assert abs(100 * chance - int(number.split()[0])) < 0.5


@pytest.mark.parametrize("rng_seed", range(24))
def test_the_bridge_is_told_only_where_its_first_words_are_true(rng_seed: int) -> None:
    game, model = begun(rng_seed)
    while not model.over:
        if lesson_due(model) == "the_bridge":
            assert model.values[model.tables.slot["trust"]] >= 0.4, "\u201cTrust has come to 40 of 100\u201d"
        model = send(game, model, *as_told(model), EndTurn(1))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_can_be_typed_for_each_lesson_is_enough(language: str) -> None:
    def typed(model: Model) -> str:
        if model.plan or model.over:
            return "quit" if model.over else ""
        return lesson_command(model, lesson_due(model))

    with speaking(language):
        script = Script(policy=typed).run(Wishes(first_course()))
    assert script.play is not None
    last = script.play.model
    assert last.names.endings[int(last.values[at.ENDING])] == last.names.endings[0]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_ending_names_the_reason_of_either_type(language: str) -> None:
    words = book(first_course()).words[language]
    for reason in {"en": ("nobody watches", "Guard"), "ru": ("никто не следит", "Страже")}[language]:
        assert reason in words["endings"]["way_opens"]["text"]


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

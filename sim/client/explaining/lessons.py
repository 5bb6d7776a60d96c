"""Lessons: which one is due, by what the seat has seen so far and nothing else. Equal looks give equal lessons."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sim.client.explaining import lessons_words as w
from sim.client.model import Model
from sim.rules.terms import all_hold
from sim.scenario.tables import CourseRow, LessonRow

TURNS = 3  # that a lesson is told before it gives way


class LessonTold(NamedTuple):
    """The lesson of a look, if one is due, and those that were learnt by it since the look before."""

    lesson: str = ""
    learnt: tuple[str, ...] = ()


def course_of(model: Model) -> CourseRow | None:
    """The lessons that are for this seat, if the scenario has any."""
    course = model.names.course
    return course if course and course.seat == model.names.seats[model.seat] else None


def lessons_told(model: Model) -> list[LessonTold]:
    """What is taught at each look: the first lesson that is due and not learnt, unless it was told for some turns.

    A lesson with conditions of its own is learnt when they hold, whether it was told or not; one without is learnt once
    a turn has passed since it was told. One that was told for ``TURNS`` turns and not learnt gives way to the next that
    is due, and comes back when no other is.
    """
    course = course_of(model)
    told: list[LessonTold] = []
    learnt: set[str] = set()
    times: Counter[str] = Counter()
    for look in model.looks if course else ():
        before = told[-1].lesson if told else ""
        new = {row.id for row in _rows(model) if _is_learnt(model, row, look.values, row.id == before)} - learnt
        learnt |= new
        due = [row.id for row in _rows(model) if row.id not in learnt and _is_due(model, row, look.values)]
        lesson = next((each for each in due if times[each] < TURNS), due[0] if due else "")
        times[lesson] += 1
        told.append(LessonTold(lesson, tuple(row.id for row in _rows(model) if row.id in new)))
    return told


def _rows(model: Model) -> list[LessonRow]:
    course = course_of(model)
    return course.lessons if course else []


def _is_due(model: Model, row: LessonRow, values: tuple[float, ...]) -> bool:
    barred = bool(row.unless[1]) and _holds(model, values, row.unless)
    return _holds(model, values, row.when) and not barred


def _is_learnt(model: Model, row: LessonRow, values: tuple[float, ...], was_told: bool) -> bool:
    return _holds(model, values, row.done) if row.done[1] else was_told


def _holds(model: Model, values: tuple[float, ...], span: tuple[int, int]) -> bool:
    return all_hold(model.tables.ints, model.tables.reals, list(values), *span)


def lesson_due(model: Model) -> str:
    """The lesson of now, put away or not; nothing if none is due or the game is over."""
    told = lessons_told(model)
    return told[-1].lesson if told and not model.over else ""


def holds_up(model: Model) -> bool:
    """Whether days do not pass by themselves, since a lesson is due that was not put away nor told for some turns."""
    lesson = lesson_due(model)
    often = sum(each.lesson == lesson for each in lessons_told(model)) > TURNS
    return bool(lesson) and lesson not in model.put_away and not often


def was_just_told(model: Model) -> bool:
    """Whether the lesson of now is also that of the turn before."""
    return lesson_due(model) in {each.lesson for each in lessons_told(model)[-2:-1]}


def lesson_title(model: Model, lesson: str) -> str:
    """``Lesson 3 of 9: At home``."""
    rows = [row.id for row in _rows(model)]
    name = model.book.word("lessons", lesson)
    return w.LESSON.format(number=rows.index(lesson) + 1, of=len(rows), name=name)


def lesson_says(model: Model, lesson: str) -> Iterator[str]:
    """What was learnt since the last turn, the idea, and what to try."""
    learnt = lessons_told(model)[-1].learnt
    if learnt:
        yield w.LEARNT.format(names=", ".join(model.book.word("lessons", each) for each in learnt))
    yield model.book.word("lessons", lesson, "about")
    yield w.TRY.format(task=model.book.word("lessons", lesson, "task"))


def lesson_command(model: Model, lesson: str) -> str:
    """What can be typed to do as the lesson says; nothing if the scenario does not say."""
    return str(model.book.text.get("lessons", {}).get(lesson, {}).get("say") or "")


def every_lesson(model: Model) -> tuple[str, ...]:
    """All of them, in order."""
    return tuple(row.id for row in _rows(model))

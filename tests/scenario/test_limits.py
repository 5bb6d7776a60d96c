"""As many of each thing as the README allows, and not one more."""

from typing import Any

import pytest

from sim.scenario.check_lessons import check_lessons
from sim.scenario.check_names import check_names
from sim.scenario.check_world import check_world
from sim.scenario.faults import Faults
from sim.scenario.load import load_sources
from sim.scenario.model import Scenario
from sim.scenario.model_lessons import Course, Lesson
from sim.scenario.model_world import Start
from sim.scenario.places import data_folder

TINY = load_sources(data_folder("scenarios") / "tiny").scenario


def swollen(entries: dict[str, Any], n: int) -> dict[str, Any]:
    """Copies of the first of the entries until there are n of them."""
    first = next(iter(entries.values()))
    return entries | {f"copy_{i}": first for i in range(n - len(entries))}


def told(section: str, content: Any) -> list[str]:
    faults = Faults("scenario.yaml")
    check_names(TINY.model_copy(update={section: content}), faults)
    return [f"{fault.path}: {fault.message}" for fault in faults.found]


@pytest.mark.parametrize(
    ("section", "most", "message"),
    [
        ("issues", 12, "issues: 13 issues; at most 12"),
        ("hazards", 64, "hazards: 65 hazards; at most 64"),
        ("draws", 64, "draws: 65 draws; at most 64"),
        ("stages", 8, "stages: 9 stages; at most 8"),
        ("clauses", 32, "clauses: 33 clauses; at most 32"),
        ("endings", 16, "endings: 17 endings; at most 16"),
        ("doctrines", 16, "doctrines: 17 doctrines; at most 16"),
        ("state", 126, "state: 129 variables, those of the seats included; at most 128"),
    ],
)
def test_sections_have_their_limits(section: str, most: int, message: str) -> None:
    entries = getattr(TINY, section)
    assert told(section, swollen(entries, most)) == []
    assert told(section, swollen(entries, most + 1)) == [message]


@pytest.mark.parametrize(
    ("section", "most", "what"), [("levers", 48, "levers of `hill`"), ("factions", 8, "factions of `hill`")]
)
def test_each_seat_has_its_limits(section: str, most: int, what: str) -> None:
    of_hill = {id_: each for id_, each in getattr(TINY, section).items() if each.seat in ("hill", "both")}
    assert told(section, swollen(of_hill, most)) == []
    assert told(section, swollen(of_hill, most + 1)) == [f"{section}: {most + 1} {what}; at most {most}"]


def test_types_options_obligations_and_rules_have_their_limits() -> None:
    types = TINY.types | {"hill": swollen(TINY.types["hill"], 7)}
    assert told("types", types) == ["types.hill: 7 types; at most 6"]
    ferry = TINY.issues["ferry"].model_copy(update={"options": swollen(TINY.issues["ferry"].options, 9)})
    assert told("issues", TINY.issues | {"ferry": ferry}) == ["issues.ferry.options: 9 options; at most 8"]
    carry = TINY.clauses["carry"].model_copy(update={"obliges": swollen(TINY.clauses["carry"].obliges, 33)})
    assert told("clauses", {"carry": carry}) == ["clauses: 33 obligations; at most 32"]
    rules = TINY.doctrines["historical"]["hill"][:1] * 65
    assert told("doctrines", {"d": {"hill": rules}}) == ["doctrines.d.hill: 65 rules; at most 64"]


def test_what_luck_chooses_from_has_its_limit() -> None:
    def found(draws: int, starts: int) -> list[str]:
        outcomes = {f"o{i}": {"p": 1 / draws} for i in range(draws)}
        start = {"outcomes": {i / starts: 1 / starts for i in range(starts)}}
        draw = TINY.draws["blame"].model_validate({"outcomes": outcomes})
        bold = TINY.state["bold"].model_copy(update={"start": Start.model_validate(start)})
        faults = Faults("scenario.yaml")
        changed = {"draws": TINY.draws | {"blame": draw}, "state": TINY.state | {"bold": bold}}
        check_world(TINY.model_copy(update=changed), faults)
        return [f"{fault.path}: {fault.message}" for fault in faults.found]

    assert found(32, 32) == []
    assert found(33, 32) == ["draws.blame.outcomes: 33 outcomes; at most 32"]
    assert found(32, 33) == ["state.bold.start.outcomes: 33 outcomes; at most 32"]


def test_tiny_keeps_them_all() -> None:
    assert isinstance(TINY, Scenario)
    assert told("id", TINY.id) == []


def test_a_course_has_its_limit() -> None:
    course = Course(seat="hill", rival="historical", steps={"first": Lesson()})
    for most, message in ((24, []), (25, ["lessons.steps: 25 lessons; at most 24"])):
        long = course.model_copy(update={"steps": swollen(dict(course.steps), most)})
        faults = Faults("scenario.yaml")
        check_lessons(TINY.model_copy(update={"lessons": long}), faults)
        assert [f"{fault.path}: {fault.message}" for fault in faults.found] == message

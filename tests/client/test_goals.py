"""What a score is made of, and what stances do: both are answered when somebody asks why."""

import pytest

from sim.ai.registry import FAMILIES, opponent_ids, own_stances
from sim.client import page_words as p
from sim.client.debriefing import understood_words as u
from sim.client.debriefing.understood import acted_page
from sim.client.explaining.asking import find
from sim.client.explaining.goals import goal_rows
from sim.client.explaining.tables import explain
from sim.client.model import Look, Model, ToldReason
from sim.client.opponents import opponent_about, opponent_name
from sim.client.weighing.judging import own_type
from sim.record.events import Event
from tests.client.play import started
from tests.tongue import speaking

SCENARIOS = ("aleppo-2016", "tiny", "tutorial")


def said(model: Model, question: str) -> str:
    """The page that a question leads to, as one text."""
    (target,) = find(model, question)
    page = explain(model, target)
    rows = [part for section in page.sections for row in section.rows for part in row[:3]]
    return "\n".join([page.title, *(text for section in page.sections for text in section.says), *rows])


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("seat", [0, 1])
def test_why_goals_tells_the_weights_of_ones_own_type_and_what_endings_add(scenario: str, seat: int) -> None:
    _, model = started(scenario, seat)
    for question in ("goals", "score", "your score"):
        told = said(model, question)
        assert p.SCORE_IS_A_SUM in told
        rows = goal_rows(model, seat, own_type(model))
        assert all(row.label in told and row.figure in told for row in rows)
        assert sum(float(row.figure.split()[0]) for row in rows) == pytest.approx(100.0)
    with speaking("ru"):
        assert [each.section for each in find(model, "цели")] == ["all_goals"]


def test_why_and_the_name_of_a_stance_tell_what_it_does() -> None:
    _, model = started("aleppo-2016", 0, "boulware")
    for agent in opponent_ids(model.tables):
        assert opponent_about(model.book, agent) in said(model, f"stance {opponent_name(model.book, agent)}"), agent
    assert p.STANCE_OPPOSITE in said(model, "boulware")
    assert p.STANCE_OPPOSITE not in said(model, "conceder")
    assert opponent_about(model.book, "boulware") in said(model, "russia"), "who speaks for the other capital"
    assert opponent_about(model.book, "boulware") not in said(model, "us")
    assert all(len(family.about.split()) >= 4 for family in FAMILIES.values()), "a phrase that a newcomer understands"


def test_reasons_that_name_a_stance_say_what_it_does_once() -> None:
    _, model = started("tiny", 0)
    known = own_stances(model.tables)
    lever = Event("withdrawn", "", 3, (0.0, 1.0, 0.0, 0.0))
    told = tuple(
        ToldReason(day, lever, (("expected", 40.0 + day), ("stance", float(known.index("conceder"))))) for day in (1, 2)
    )
    model = Model(model.book, 0, "linear", (*model.looks, Look(model.values, reasons=told)), model.draft)
    page = acted_page(model)
    rows = next(section.rows for section in page.sections if section.heading == u.STANCES_NAMED)
    assert [(row.label, row.note) for row in rows] == [("Conceder", opponent_about(model.book, "conceder"))]

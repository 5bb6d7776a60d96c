"""An agreement that begins without a truce: said before it is signed, and what is said comes to pass."""

from itertools import product

import pytest

from sim.client.explaining.asking import find
from sim.client.explaining.tables import explain
from sim.client.model import Model
from sim.client.telling.due import at_this_pace, due_says, owed_by_self
from sim.client.telling.events import tell
from sim.client.telling.standing import agreement_says
from sim.client.text.commands import read_line
from sim.client.text.layout import page_lines
from sim.client.text.planned import shown
from sim.client.text.turn import agreement_lines, table_lines
from sim.client.update import EndTurn, PlanAction, SetDraft, update
from sim.client.weighing.foretelling import forecast_page
from sim.client.weighing.planning import rival_offer
from sim.client.weighing.reading import agreed_to, brief_reading, lull_says, reading, stages_of
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from tests.client.play import WIDTH, send, started
from tests.client.test_expecting import foreseen
from tests.client.test_standing import having

FLAGSHIP = "aleppo-2016"
NONE_YET = "No truce at first"


def said(lines: list[str]) -> str:
    """Lines as one text."""
    return " ".join(" ".join(lines).split())


def lull(model: Model) -> tuple[int, ...]:
    """The draft with the first option by which an agreement begins without a truce."""
    issues = list(model.names.issues.values())
    tried = ((i, j) for i, options in enumerate(issues) for j in range(len(options)))
    drafts = (tuple(j if k == i else o for k, o in enumerate(model.draft)) for i, j in tried)
    return next(draft for draft in drafts if lull_says(model, draft))


@pytest.mark.parametrize("scenario", ["tiny", "tutorial", FLAGSHIP])
def test_it_is_said_of_exactly_those_packages_whose_first_stage_is_no_truce(scenario: str) -> None:
    _, model = started(scenario, 0)
    ints = model.tables.ints
    told = 0
    for options in product(*(range(len(each)) for each in model.names.issues.values())):
        first = stages_of(model, agreed_to(model, options))[:1]
        truce = not first or ints[ints[at.STAGES] + first[0] * at.STAGE_WIDTH + at.STAGE_TRUCE]
        assert bool(lull_says(model, options)) != bool(truce), options
        told += not truce
    assert bool(told) == (scenario != "tutorial")


@pytest.mark.parametrize(("scenario", "days"), [("tiny", "2 days"), (FLAGSHIP, "10 days")])
def test_it_says_what_the_truce_waits_for_how_long_and_what_if_not_wherever_a_package_is_read(
    scenario: str, days: str
) -> None:
    _, model = started(scenario, 0)
    model = update(model, SetDraft(lull(model)))[0]
    waits, ends = lull_says(model, model.draft)
    assert waits.startswith(NONE_YET)
    assert "(it is 0)" in waits
    assert days in waits
    assert "the agreement ends without a truce" in ends
    assert reading(model, model.draft)[:2] == [waits, ends]
    assert brief_reading(model, model.draft).startswith(waits)
    reply = read_line(model, "propose", WIDTH)
    for message in reply.messages:
        model = update(model, message)[0]
    foretold = update(model, foreseen(model))[0]
    assert foretold.outlook
    forecast = page_lines(forecast_page(foretold, foretold.outlook), WIDTH)
    for lines in (table_lines(model, WIDTH), shown(model, reply.show, WIDTH), forecast):
        assert f"{waits} {ends}" in said(lines)


def test_it_is_said_before_their_offer_is_accepted_and_of_the_offer_by_its_number() -> None:
    _, model = started(FLAGSHIP, 0, "by-rule", 11)
    offered = model.package(at.OFFER_PACKAGE, 1)
    waits = " ".join(lull_says(model, offered))
    assert waits, "the offer of this game begins without a truce"
    accepting = update(model, PlanAction(Action(act.ACCEPT, rival_offer(model))))[0]
    assert waits in said(shown(accepting, "offer", WIDTH))
    assert waits in said(page_lines(explain(model, find(model, f"o{rival_offer(model)}")[0]), WIDTH))


def test_what_is_said_comes_to_pass_and_why_it_ended_is_told() -> None:
    game, model = started(FLAGSHIP, 0, "by-rule", 11)
    model = send(game, model, PlanAction(Action(act.ACCEPT, rival_offer(model))), EndTurn(1))
    assert "It is no truce yet." in " ".join(tell(model, each).text for each in model.look.events)
    assert any("no truce yet" in each for each in agreement_says(model))
    first = model.day - 1
    due = next(each for each in owed_by_self(model) if each.conditions)
    while model.values[at.STATUS] == at.IN_FORCE:
        assert next(each.day for each in owed_by_self(model)) == due.day, "the day does not move"
        assert due_says(model, owed_by_self(model)[0]) in said(agreement_lines(model, WIDTH, full=False))
        model = send(game, model, EndTurn(1))
    told = {each[1].kind: (each[0], tell(model, each).text) for each in model.look.events}
    assert told["expired"][0] == first + 9, "the tenth night"
    assert "before its truce had come, which needed Separation of at least 16" in told["expired"][1]
    assert told["duty_breached"][0] == due.day


def test_a_pace_is_that_of_the_last_nights_carried_on_and_none_of_an_estimate() -> None:
    game, model = started(FLAGSHIP, 0, "by-rule", 11)
    model = send(game, model, PlanAction(Action(act.ACCEPT, rival_offer(model))), EndTurn(1))
    (due,) = (each for each in owed_by_self(model) if each.conditions)
    (condition,) = due.conditions
    slot = model.tables.slot["separated"]
    for day, value in ((3, 0.02), (4, 0.03), (5, 0.05)):
        model = having(model, {at.DAY: float(day), at.STAGE_DAY: day - 1.0, slot: value})
    pace = (0.05 - model.looks[-4].values[slot]) / 3
    assert at_this_pace(model, condition, due.day) == pytest.approx(0.05 + pace * (due.day - 5 + 1))
    assert "At the pace of the last days it is missed" in due_says(model, due)
    fast = having(model, {at.DAY: 6.0, at.STAGE_DAY: 5.0, slot: 0.15})
    assert "pace" not in due_says(fast, owed_by_self(fast)[0]), "it would be kept"
    still = model
    for day in (6, 7, 8):
        still = having(still, {at.DAY: float(day), at.STAGE_DAY: day - 1.0})
    assert at_this_pace(still, condition, due.day) is None, "what does not move has no pace"

"""Offers by their number, and endings as goals: what a seat may ask of them, and that it is so."""

import pytest

from sim.client.explaining.asking import find, offers_made
from sim.client.explaining.endings import ending_points
from sim.client.explaining.offers import answered
from sim.client.explaining.tables import explain
from sim.client.model import Model
from sim.client.naming import option_name
from sim.client.telling.standing import offer_says
from sim.client.update import EndTurn, PlanAction
from sim.client.weighing.planning import draft_number, package_of
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.endings import returns
from tests.client.play import send, started


def said(model: Model, id_: str) -> str:
    """The page of an offer as one text."""
    target = find(model, id_)
    assert [each.section for each in target] == ["offers"]
    page = explain(model, target[0])
    parts = [(section.heading, *section.says, *(row.note for row in section.rows)) for section in page.sections]
    return "\n".join(line for part in parts for line in part)


@pytest.mark.parametrize(
    ("scenario", "rival"), [("tutorial", "cautious"), ("tiny", "conceder"), ("aleppo-2016", "linear")]
)
def test_the_number_of_an_offer_is_that_by_which_it_stands(scenario: str, rival: str) -> None:
    game, model = started(scenario, 0, rival, 4)
    stood = 0
    for day in range(9):
        if model.over:
            break
        for seat in (0, 1):
            number = int(model.own(at.OFFER_ID, seat))
            if number:
                _, (_, event) = offers_made(model)[number - 1]
                assert int(event.row[1]) == seat
                assert package_of(model, int(event.row[2])) == model.package(at.OFFER_PACKAGE, seat)
                stood += 1
        propose = PlanAction(Action(act.PROPOSE, draft_number(model), act.PRIVATE))
        model = send(game, model, *([propose] if day % 3 == 0 else []), EndTurn(1))
    assert stood >= 4


def test_an_offer_of_ones_own_is_told_with_its_day_until_it_is_answered_or_lapses() -> None:
    game, model = started("aleppo-2016", 0, "hold", 4)
    model = send(game, model, EndTurn(1))
    made = model.day
    model = send(game, model, PlanAction(Action(act.PROPOSE, draft_number(model), act.PRIVATE)), EndTurn(1))
    number = int(model.own(at.OFFER_ID))
    told = offer_says(model, 0)
    assert f"of day {made}" in told
    assert f"night of day {made + model.tables.ints[at.OFFER_LASTS] - 1}" in told
    assert "has not been answered yet" in said(model, f"o{number}")
    while model.own(at.OFFER_ID):
        model = send(game, model, EndTurn(1))
    page = said(model, f"o{number}")
    assert not answered(model, number)
    assert "lapsed unanswered" in page
    assert "is told when the game is over" in page


def test_an_offer_that_another_took_the_place_of_names_the_other() -> None:
    game, model = started("aleppo-2016", 0, "hold", 4)
    first = draft_number(model)
    model = send(game, model, PlanAction(Action(act.PROPOSE, first, act.PRIVATE)), EndTurn(1))
    again = model.day
    model = send(game, model, PlanAction(Action(act.PROPOSE, first + 1, act.PRIVATE)), EndTurn(1))
    own = [n for n, (_, (_, event)) in enumerate(offers_made(model), 1) if int(event.row[1]) == 0]
    assert f"the same side's o{own[1]} took its place on day {again}" in said(model, f"o{own[0]}")
    assert "took its place" not in said(model, f"o{own[1]}")


def test_why_it_was_not_answered_is_what_the_other_side_noted_and_only_after_the_game() -> None:
    game, model = started("tiny", 0, "conceder", 3)
    model = send(game, model, PlanAction(Action(act.PROPOSE, draft_number(model), act.PRIVATE)))
    while not model.over:
        model = send(game, model, EndTurn(1))
    own = next(i for i, (_, (_, event)) in enumerate(offers_made(model), 1) if int(event.row[1]) == 0)
    page = said(model, f"o{own}")
    assert "does not tell why" not in page
    assert model.debrief is not None
    noted = any(each.seat == 1 and each.note.reasons for each in model.debrief.notes)
    assert ("What it noted while the offer stood" in page) == noted


def test_options_and_obligations_answer_to_what_they_are_shown_as() -> None:
    _, model = started("aleppo-2016", 0, "cooperative", 3)
    issue = list(model.names.issues).index("aid")
    name = option_name(model.book, issue, 1)
    assert [each.id for each in find(model, f"{model.book.word('issues', 'aid')}: {name}")] == [
        "aid.demilitarised_road"
    ]
    owed = find(model, f"{model.book.word('seats', 'russia')}: {name}")
    assert [each.section for each in owed] == ["clauses"]
    assert [each.section for each in find(model, "endings")] == ["all_endings"]


@pytest.mark.parametrize("seat", [0, 1])
def test_an_ending_is_worth_what_the_kernel_adds_for_it(seat: int) -> None:
    _, model = started("aleppo-2016", seat, "cooperative", 3)
    tables, points = model.tables, ending_points(model)
    weights = dict.fromkeys(model.names.components, 0.5)
    for ending, worth in points.items():
        state = list(model.values)
        for component, middle in weights.items():
            state[tables.slot[f"score.{component}"]] = middle
        plain = returns(tables.ints, tables.reals, state, seat)
        for line in model.book.outline["scoring"]["settle"]:
            body = str(line).partition("@")[0].strip()
            if body.endswith(f"[ending = {ending}]") and body.count("*") == 1:
                name, sign, size = body.split()[:3]
                state[tables.slot[name]] += float(size) if sign == "+" else -float(size)
        assert returns(tables.ints, tables.reals, state, seat) - plain == pytest.approx(worth)

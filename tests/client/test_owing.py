"""Before a signature: what one would owe is what one owes after it, judged from the same nights."""

import pytest

from sim.client.model import Model
from sim.client.telling.agreement import agreement_page
from sim.client.telling.calls import meets
from sim.client.telling.standing import standings
from sim.client.text.commands import read_line
from sim.client.update import EndTurn, PlanAction
from sim.client.weighing.owing import owed_heading, owed_rows, would_owe
from sim.client.weighing.planning import rival_offer
from sim.client.wishes import Wishes
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from tests.client.play import WIDTH, Script, send, started


def offered(seat: int) -> Model:
    """The flagship on a day on which the other side has an offer on the table."""
    game, model = started("aleppo-2016", seat, "cooperative", 3)
    while not rival_offer(model):
        model = send(game, model, EndTurn(1))
    return model


@pytest.mark.parametrize("seat", [0, 1])
def test_what_one_would_owe_is_what_one_owes_once_it_is_signed(seat: int) -> None:
    game, model = started("aleppo-2016", seat, "cooperative", 3)
    while not rival_offer(model):
        model = send(game, model, EndTurn(1))
    options = model.package(at.OFFER_PACKAGE, 1 - seat)
    before = would_owe(model, options)
    signed = send(game, model, PlanAction(Action(act.ACCEPT, rival_offer(model))), EndTurn(1))
    assert signed.values[at.STATUS] == at.IN_FORCE
    own = {each.duty for each in standings(signed) if signed.names.duties[each.duty].endswith(signed.names.seats[seat])}
    stage = before[0].stage
    assert {each.duty for each in before if each.stage == stage} == own
    told = {row.label: row.note for section in agreement_page(signed).sections for row in section.rows}
    for each in before:
        if each.stage == stage:
            name = next(one.name for one in standings(signed) if one.duty == each.duty)
            assert f"night {each.night} on" in told[name]


def test_it_says_of_each_whether_it_would_be_kept_as_things_stand() -> None:
    model = offered(0)
    options = model.package(at.OFFER_PACKAGE, 1)
    owed = would_owe(model, options)
    assert {each.kept for each in owed} == {True, False}
    assert all(each.kept == meets(model, each.duty) for each in owed)
    kept = [row for row in owed_rows(model, options) if "not keep" not in row.note]
    assert len(kept) == sum(each.kept for each in owed)


def test_where_nothing_is_judged_that_is_said() -> None:
    _, model = started("tutorial", 0, "cautious")
    assert would_owe(model, model.draft) == []
    assert "nothing" in owed_heading(model, model.draft)


def test_accept_lists_it_and_asks_nothing_more() -> None:
    script = Script(["accept", "quit"]).run(Wishes("aleppo-2016", "us", "cooperative", 3))
    assert script.play is not None
    model = script.play.model
    assert model.question is None
    assert [each.kind for each in model.plan] == [act.ACCEPT]
    for row in owed_rows(model, model.package(at.OFFER_PACKAGE, 1)):
        assert row.label in script.text
    assert read_line(model, "accept", WIDTH).messages

"""What messages do to the model."""

from dataclasses import replace

import pytest

from sim.client import words as w
from sim.client.update import (
    Answer,
    Commit,
    EndTurn,
    PlanAction,
    SetDraft,
    SetFace,
    SetOption,
    Undo,
    update,
)
from sim.client.weighing.planning import draft_number, foreseen, lever_choices
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from tests.client.play import send, started


def test_an_option_goes_into_the_draft_and_nothing_else_changes() -> None:
    _, model = started("tiny", 0)
    new, request = update(model, SetOption(1, 1))
    assert request is None
    assert new.draft == (model.draft[0], 1)
    assert replace(new, draft=model.draft) == model


def test_a_planned_action_is_not_carried_out_until_it_is_committed() -> None:
    game, model = started("tiny", 0)
    before = game.session.true_state()
    model = send(game, model, PlanAction(Action(act.PROPOSE, draft_number(model), act.PRIVATE)))
    assert len(model.plan) == 1
    assert game.session.true_state() == before
    model = send(game, model, EndTurn(1))
    assert model.plan == ()
    assert game.session.true_state() != before


def test_undo_takes_back_the_last_planned_action_and_touches_no_session() -> None:
    game, model = started("tiny", 0)
    before, first = game.session.true_state(), model
    model = send(game, model, PlanAction(Action(act.HOLD)), PlanAction(Action(act.PULL, 0)))
    assert [action.kind for action in model.plan] == [act.HOLD, act.PULL]
    model = send(game, model, Undo())
    assert [action.kind for action in model.plan] == [act.HOLD]
    model = send(game, model, Undo(), Undo())
    assert replace(model, notices=()) == first
    assert model.notices == (w.NOTHING_TO_UNDO,)
    assert game.session.true_state() == before


def test_undo_after_a_committed_turn_says_that_it_stays() -> None:
    game, model = started("tiny", 0)
    model = send(game, model, PlanAction(Action(act.HOLD)), EndTurn(1), Undo())
    assert model.notices == (w.NOTHING_TO_UNDO,)
    assert model.day == 2


def test_a_second_act_at_the_table_takes_the_place_of_the_first() -> None:
    game, model = started("tiny", 0)
    model = send(game, model, PlanAction(Action(act.HOLD)))
    model = send(game, model, PlanAction(Action(act.PROPOSE, draft_number(model), act.PUBLIC)))
    assert [action.kind for action in model.plan] == [act.PROPOSE]
    assert w.INSTEAD in model.notices


@pytest.mark.parametrize("kind", [act.END_TALKS])
def test_what_cannot_be_undone_is_asked_about_first(kind: int) -> None:
    game, model = started("tiny", 0)
    asked = send(game, model, PlanAction(Action(kind)))
    assert asked.plan == ()
    assert asked.question is not None
    assert send(game, asked, Answer(False)).plan == ()
    assert send(game, asked, Answer(True)).plan == (Action(kind),)


def test_an_illegal_action_is_refused_with_every_reason() -> None:
    game, model = started("tiny", 0)
    model = send(game, model, PlanAction(Action(act.WITHDRAW)))
    assert model.plan == ()
    assert w.ILLEGAL[act.NOTHING_TO_WITHDRAW] in model.notices[0]


def test_the_plan_is_paid_for_in_advance() -> None:
    game, model = started("aleppo-2016", 0)
    capital = at.SEAT_BASE + at.CAPITAL
    affordable = [each for each in lever_choices(model) if not each.forbidden]
    model = send(game, model, PlanAction(Action(act.PULL, affordable[0].row)))
    assert foreseen(model)[capital] == pytest.approx(model.values[capital] - affordable[0].cost)
    again = send(game, model, PlanAction(Action(act.PULL, affordable[0].row)))
    assert w.ILLEGAL[act.PULLED_TODAY] in again.notices[0]


def test_ending_a_turn_asks_for_the_plan_to_be_carried_out() -> None:
    _, model = started("tiny", 0)
    model, _ = update(model, PlanAction(Action(act.HOLD)))
    _, request = update(model, EndTurn(3))
    assert request == Commit((Action(act.HOLD),))


def test_days_pass_until_something_calls_or_they_are_used_up() -> None:
    game, model = started("aleppo-2016", 0, agent="hold")
    model = send(game, model, EndTurn(4))
    assert model.calls or model.day == 5
    assert model.passing == 0


def test_changes_are_told_from_the_last_decision_and_stay_told_until_there_are_new_ones() -> None:
    game, model = started("tiny", 0)
    model = send(game, model, EndTurn(1))
    told = model.before
    ended, request = update(model, EndTurn(3))
    assert ended.before == told
    assert ended.part() == model.part()
    assert request is not None
    assert send(game, model, EndTurn(3)).before == model.values


def test_face_and_draft_are_set_by_messages() -> None:
    _, model = started("tiny", 1)
    model, _ = update(model, SetDraft((1, 0)))
    model, _ = update(model, SetFace(act.PUBLIC))
    assert (model.draft, model.face) == ((1, 0), act.PUBLIC)


def test_when_the_game_is_over_the_truth_is_revealed_and_nothing_can_be_planned() -> None:
    game, model = started("tiny", 0, agent="hold")
    while not model.over:
        model = send(game, model, EndTurn(1))
    assert model.debrief is not None
    assert model.debrief.ending in model.names.endings
    assert send(game, model, PlanAction(Action(act.HOLD))).notices == (w.CALL_OVER,)
    assert send(game, model, EndTurn(1)).day == model.day

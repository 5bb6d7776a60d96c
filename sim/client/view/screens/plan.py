"""What is planned for today, undo, and the end of the day."""

from sim.client.model import Model
from sim.client.naming import lever_name
from sim.client.update import EndTurn, Undo
from sim.client.view import words as w
from sim.client.view.drawing.flow import Flow
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Text, grown
from sim.client.view.drawing.scene import Run
from sim.client.view.drawing.widgets import Press, button
from sim.client.view.screens.beliefs import belief_runs
from sim.client.weighing.planning import face_words, package_of
from sim.record.notation import Action
from sim.rules import actions as act

A_WEEK = 7


def plan_row(model: Model, geometry: Geometry) -> Node:
    """The plan in a few words at the left; undo and the end of the day at the right."""
    told = planned_text(model)
    if geometry.columns == 1:
        return Column(told, end_buttons(model), gap=6)
    told = told or Text(Run(w.NOTHING_PLANNED, "small", "dim"))
    return Row(grown(told), end_buttons(model), gap=14)


def end_buttons(model: Model) -> Node:
    """Undo, and the ways to end the day."""
    nothing = "" if model.plan else w.NOTHING_TO_UNDO
    return Flow(
        button(w.UNDO, Press("undo", Undo(), nothing, w.TIP_UNDO, "Ctrl+Z")),
        button(w.PASS_DAYS, Press("pass", EndTurn(A_WEEK), "", w.TIP_PASS, "Ctrl+Enter")),
        button(w.END_DAY, Press("end", EndTurn(1), "", w.TIP_END, "Shift+Enter"), "primary"),
        gap=8, align="right",
    )  # fmt: skip


def planned_text(model: Model) -> Node | None:
    """``Planned today: propose, in private; Back-channel``; nothing if nothing is planned and nothing is to be said."""
    if model.notices and not model.plan:
        return Text(Run(" ".join(model.notices), "small", "warn"), role="status")
    if not model.plan:
        return Text(*belief_runs(model), role="status") if model.stated else None
    said = "; ".join(brief(model, action) for action in model.plan)
    refused = [notice for notice in model.notices if notice.startswith(w.REFUSAL_BEGINS)]
    runs = [Run(f"{w.PLANNED}: ", "small", "dim"), Run(f"{said}.", "small-strong", "ink")]
    runs += belief_runs(model)
    return Text(*runs, *(Run(f" {notice}", "small", "warn") for notice in refused), role="status")


def brief(model: Model, action: Action) -> str:
    """A planned action in a few words."""
    if action.kind == act.PROPOSE:
        return w.BRIEF[act.PROPOSE].format(face=face_words(model, action.b, package_of(model, action.a)))
    if action.kind == act.REJECT:
        return w.BRIEF[act.REJECT].format(reason=model.book.word("reasons", model.names.reasons[action.b]).lower())
    if action.kind == act.PULL:
        return lever_name(model.book, action.a)
    if action.kind == act.RENEW:
        return w.BRIEF_AGREE if action.a else w.BRIEF_OBJECT
    return w.BRIEF[action.kind]

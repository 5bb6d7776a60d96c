"""What can be done at the table today, as buttons: about offers, about the agreement in force, and the end of talks."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from sim.client.model import Model
from sim.client.update import PlanAction
from sim.client.view import words as w
from sim.client.view.drawing.flow import Abreast, Flow
from sim.client.view.drawing.layout import Column, Node, Row, Space, Text, grown
from sim.client.view.drawing.remembering import reads
from sim.client.view.drawing.scene import Run
from sim.client.view.drawing.widgets import Press, button, mark
from sim.client.view.shell.messages import Open
from sim.client.weighing.planning import draft_number, face_words, forbidden, is_table_act, rival_offer
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at


def why_not(model: Model, action: Action) -> str:
    """Why a table action cannot be planned, another one of the plan giving way; empty if it can."""
    plan = tuple(each for each in model.plan if not is_table_act(each.kind))
    return "; ".join(forbidden(replace(model, plan=plan), action))


def is_planned(model: Model, kind: int, a: int | None = None) -> bool:
    """Whether the plan has an action of a kind, and of its first argument if one is given."""
    return any(each.kind == kind and a in (None, each.a) for each in model.plan)


class TableAct(NamedTuple):
    """A button at the table: its text, what pressing it does, how it looks, whether it is planned."""

    text: str
    press: Press
    look: str
    planned: bool


@reads("draft", "face", "plan")
def table_actions(model: Model) -> Node:
    """What can be done at the table today, on one line if it fits; else what an agreement adds on one of its own."""
    return Abreast(_action_row(model), Abreast(_action_row(model, "small"), _action_rows(model)))


@reads("draft", "face", "plan")
def shut_note(model: Model) -> Node:
    """Which buttons are dashed today, and why: those of one reason together."""
    by_reason: dict[str, list[str]] = {}
    for each in (*_offer_acts(model), *_agreement_acts(model)):
        if each.press.why:
            by_reason.setdefault(each.press.why, []).append(each.text)
    if not by_reason:
        return Space()
    said = " ".join(w.SHUT.format(acts=", ".join(acts), why=why) for why, acts in by_reason.items())
    return Row(mark("lock", "dim", 10), grown(Text(Run(said, "tiny", "dim"))), gap=6)


def _action_row(model: Model, size: str = "") -> Node:
    buttons = _buttons([*_offer_acts(model), *_agreement_acts(model)], size)
    return Flow(buttons[0], face_chip(model, size=size), *buttons[1:], gap=5 if size else 8, lead=8)


def _action_rows(model: Model) -> Node:
    first, *others = _buttons(_offer_acts(model), "low")
    upper = Flow(first, face_chip(model, size="low"), *others, gap=5, lead=5)
    return Column(upper, Flow(*_buttons(_agreement_acts(model), "low"), gap=5, lead=5), gap=5)


def _buttons(acts: Iterable[TableAct], size: str) -> list[Node]:
    style = "small-strong" if size else "strong"
    return [_chosen(button(each.text, each.press, each.look, style, size=size), each.planned) for each in acts]


def in_force(model: Model) -> bool:
    """Whether an agreement runs or is suspended."""
    return model.values[at.STATUS] in (at.IN_FORCE, at.SUSPENDED)


def _offer_acts(model: Model) -> Iterator[TableAct]:
    """What can be done about offers. Where an agreement is in force, answers only if there is one."""
    offer = rival_offer(model)
    yield _act(model, w.PROPOSE, "P", Action(act.PROPOSE, draft_number(model), model.face), "primary")
    if offer or not in_force(model):
        yield _act(model, w.ACCEPT, "A", Action(act.ACCEPT, offer))
        why = why_not(model, Action(act.REJECT, offer))
        pressed = Press("act/reject", Open("reasons"), why, w.TIPS[act.REJECT], "R")
        yield TableAct(w.REJECT, pressed, "raised", is_planned(model, act.REJECT))
    yield _act(model, w.HOLD, "H", Action(act.HOLD))
    if model.own(at.OFFER_ID):
        yield _act(model, w.WITHDRAW, "W", Action(act.WITHDRAW))


def _agreement_acts(model: Model) -> Iterator[TableAct]:
    """What can be done about the agreement in force, and the end of all talks."""
    if in_force(model):
        yield _act(model, w.AGREE, "G", Action(act.RENEW, 1))
        yield _act(model, w.OBJECT, "O", Action(act.RENEW, 0))
        yield _act(model, w.DENOUNCE, "", Action(act.DENOUNCE), "danger")
    yield _act(model, w.END_TALKS, "", Action(act.END_TALKS), "danger")


def _act(model: Model, text: str, key: str, action: Action, look: str = "raised") -> TableAct:
    id_ = f"act/{act.KIND_NAMES[action.kind]}" + (f"/{action.a}" if action.kind == act.RENEW else "")
    press = Press(id_, PlanAction(action), why_not(model, action), w.TIPS[action.kind], key)
    return TableAct(text, press, look, is_planned(model, action.kind, action.a if action.kind == act.RENEW else None))


def _chosen(node: Node, planned: bool) -> Node:
    """A button with a check at its side if it is planned."""
    return Row(mark("check", "good", 12), node, gap=4) if planned else node


def face_chip(model: Model, *, size: str) -> Node:
    """How the offer would be shown; pressing it lists the ways, and a key turns between private and public."""
    words = face_words(model, model.face, model.draft)
    press = Press("face", Open("faces"), why_not(model, Action(act.PROPOSE, draft_number(model))), w.FACE_TIP, "V")
    return button(words, press, "sunk", "small" if size else "body", size=size)

"""Levers as cards: name, cost, who sees it or why it cannot be pulled."""

from sim.client.asking import Target
from sim.client.figures import figure
from sim.client.model import Model
from sim.client.planning import LeverChoice, foreseen, lever_choices
from sim.client.update import PlanAction
from sim.client.view import words as w
from sim.client.view.boxes import LOOKS, Boxed, Padding, Scroll, heading
from sim.client.view.flow import Grid
from sim.client.view.geometry import Geometry
from sim.client.view.layout import Column, Node, Row, Text, grown
from sim.client.view.scene import Box, Control, Run
from sim.client.view.widgets import mark
from sim.client.words import LEVER_FACES, LEVER_SEEN_BY
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at

SELECTED = Box("own-deep", "own", 2, 5)
PUBLIC_LOOKS = ("warn", "dim")


def levers_panel(model: Model, geometry: Geometry) -> Node:
    """All levers of the seat: those that can be pulled first."""
    across = {3: 6, 2: 4, 1: 2}[geometry.columns]
    choices = sorted(lever_choices(model), key=lambda each: bool(each.forbidden) and not each.planned)
    style = "small-strong" if geometry.width / geometry.unit >= 1560 else "tiny-strong"
    cards = [lever_card(model, each, style) for each in choices]
    rows = [cards[i : i + across] for i in range(0, len(cards), across)]
    slot = at.SEAT_BASE + model.seat * at.SEAT_WIDTH + at.CAPITAL
    note = w.LEVERS_NOTE.format(n=model.tables.ints[at.LEVERS_A_TURN], capital=figure(foreseen(model)[slot], "", 10.0))
    grid = Grid([-1] * across, rows, gap=7, lead=6, align="stretch")
    return Boxed(
        Column(heading(w.LEVERS, note), grown(Scroll("levers", grid)), gap=7),
        LOOKS["panel"],
        role="group",
        name=w.LEVERS,
    )


def lever_card(model: Model, choice: LeverChoice, style: str) -> Node:
    """One lever, its name in a style; pressing it plans it."""
    closed = bool(choice.forbidden) and not choice.planned
    ink = "dim" if closed else "ink"
    cost = Text(Run(figure(choice.cost), "strong", "dim" if closed else "warn"), unbroken=True, role="")
    name = grown(Text(Run(choice.name, style, ink), role=""))
    sign = mark("lock", "faint", 10) if closed else mark("check", "good", 10) if choice.planned else None
    tag = Row(sign, Text(Run(card_tag(model, choice), "tag", tag_colour(choice)), role=""), gap=5)
    look = SELECTED if choice.planned else LOOKS["closed"] if closed else LOOKS["raised"]
    why = "" if choice.planned else "; ".join(choice.forbidden)
    said = f"{choice.name}, {figure(choice.cost)}, {card_tag(model, choice)}"
    control = Control(
        f"lever/{choice.id}", None if choice.planned else PlanAction(Action(act.PULL, choice.row)), not why, why,
        lever_tip(model, choice), Target("levers", choice.id, choice.name),
    )  # fmt: skip
    body = Column(Row(name, cost, gap=8, align="top"), tag, gap=2)
    return Boxed(body, look, Padding(8, 5, 5), role="button", name=said, control=control)


def card_tag(model: Model, choice: LeverChoice) -> str:
    """Who sees it; or, in a word or two, why it cannot be pulled."""
    if choice.planned:
        return w.PLANNED_CARD.upper()
    if not choice.forbidden:
        return LEVER_FACES[choice.face].upper()
    state = foreseen(model)
    if state[at.PULLED] >= model.tables.ints[at.LEVERS_A_TURN]:
        return w.SPENT.upper()
    if state[at.SEAT_BASE + model.seat * at.SEAT_WIDTH + at.CAPITAL] < choice.cost:
        return w.NEEDS_CAPITAL.format(cost=figure(choice.cost)).upper()
    return w.CLOSED.upper()


def tag_colour(choice: LeverChoice) -> str:
    """Public and deniable acts are marked: they are heard."""
    if choice.planned:
        return "good"
    if choice.forbidden:
        return "faint"
    return "warn" if choice.face in (at.PUBLIC_LEVER, at.DENIABLE_LEVER) else "dim"


def lever_tip(model: Model, choice: LeverChoice) -> str:
    """What it does, what it costs, who sees it."""
    pair = model.tables.ints[at.LEVERS_REALS] + choice.row * at.LEVER_REALS
    chance = 100 * model.tables.reals[pair + at.LEVER_SEEN_CHANCE]
    seen = LEVER_SEEN_BY[choice.face].format(chance=chance)
    return f"{model.book.word('levers', choice.id, 'about')} {w.COSTS.format(cost=figure(choice.cost), face=seen)}"

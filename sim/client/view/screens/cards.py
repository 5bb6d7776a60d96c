"""Levers as cards: name, cost, who sees it or why it cannot be pulled; and a strip that tells of one in full."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from sim.client import words as say
from sim.client.explaining.asking import Target
from sim.client.figures import figure, short
from sim.client.model import Model
from sim.client.update import PlanAction
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, Boxed, Fitting, Padding, Scroll, heading
from sim.client.view.drawing.flow import Abreast, Even, Flow
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Text, grown
from sim.client.view.drawing.remembering import reads
from sim.client.view.drawing.scene import Box, Control, Run
from sim.client.view.drawing.tips import StripText
from sim.client.view.drawing.widgets import mark
from sim.client.weighing.planning import LeverChoice, brief_needs, foreseen, lever_choices
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at

SELECTED, SHUT = Box("own-deep", "own", 2, 5), Box("panel", "line", 1, 4)
LARGE = 1700.0  # of the design: in a window as wide as this the names of levers are larger
GAP, FEW = 7.0, 4  # between cards; so many at least are as wide as a row
NAMED, WITH_WHY = range(2)
"""How much is said of a lever that cannot be pulled: its name; also why not."""
CARD, LOW, LINE = Padding(8, 4, 4), Padding(8, 1, 2), Padding(7, 1, 2)


@reads("plan")
def levers_panel(model: Model, geometry: Geometry, *, told: bool = False) -> Node:
    """All levers of the seat, those that can be pulled first; in three columns or if ``told`` a strip tells of one."""
    choices = sorted(lever_choices(model), key=is_closed)
    told = told or geometry.columns == 3
    inside = Column(levers_head(model, choices, told=told), grown(_fitting(model, choices, geometry)), gap=5)
    return Boxed(inside, LOOKS["panel"], Padding(14, 8, 5), role="group", name=w.LEVERS)


def _fitting(model: Model, choices: Sequence[LeverChoice], geometry: Geometry) -> Node:
    """The levers in as much room as there is: fewer lines a card, then more narrow columns or fewer wide ones."""
    shut = shut_by_morning(model, choices)
    barred = {each.row for each in shut}
    pulled = [each for each in choices if each.row not in barred]
    across = {3: 6, 2: 4, 1: 3}[geometry.columns]
    large = geometry.width / geometry.unit >= LARGE
    made: dict[object, list[Node]] = {}

    def cards(pad: Padding, *, full: bool) -> list[Node]:
        if (pad, full) not in made:
            style = "small-strong" if large and pad == CARD else "tiny-strong"
            made[pad, full] = [lever_card(model, each, style, pad, full=full) for each in pulled]
        return made[pad, full]

    def chips(told: int) -> list[Node]:
        if told not in made:
            made[told] = [lever_chip(as_it_began(model), each, told) for each in shut]
        return made[told]

    def form(pad: Padding, most: int, told: int = WITH_WHY, *, full: bool = False) -> Node:
        above = Even(*cards(pad, full=full), gap=GAP, lead=5 if pad == CARD else 3, most=most)
        below = Flow(*chips(told), gap=5, lead=3) if told else Even(*chips(told), gap=GAP, lead=2, most=most)
        return Column(above, below, gap=7 if pad == CARD else 4)

    def lined(told: int) -> Node:
        lines = [lever_line(model, each) for each in pulled]
        return Column(Flow(*lines, gap=5, lead=3), Flow(*chips(told), gap=5, lead=2), gap=4)

    few = len(choices) - len(shut) <= across
    wide = across if len(choices) > across else max(FEW, len(choices))
    return Fitting(
        *([partial(form, CARD, wide, full=True)] if few or geometry.columns < 3 else []),
        partial(form, CARD, across),
        partial(form, LOW, across),
        partial(form, LOW, across - 1),
        partial(form, LOW, across, NAMED),
        partial(form, LOW, across - 1, NAMED),
        partial(lined, WITH_WHY),
        lambda: Scroll("levers", lined(NAMED)),
    )


def shut_by_morning(model: Model, choices: Sequence[LeverChoice]) -> list[LeverChoice]:
    """Those that could not be pulled as the turn began, with why not: what the plan itself bars stays where it is."""
    planned = {each.row for each in choices if each.planned}
    return [each for each in lever_choices(as_it_began(model)) if each.forbidden and each.row not in planned]


def as_it_began(model: Model) -> Model:
    """The turn before anything was planned."""
    return replace(model, plan=()) if model.plan else model


def is_closed(choice: LeverChoice) -> bool:
    """Whether a lever can neither be pulled nor is planned."""
    return bool(choice.forbidden) and not choice.planned


def levers_head(model: Model, choices: Sequence[LeverChoice], *, told: bool) -> Node:
    """The title, how many may be pulled, and where there is room a strip that tells of one lever."""
    slot = at.SEAT_BASE + model.seat * at.SEAT_WIDTH + at.CAPITAL
    note = w.LEVERS_NOTE.format(n=model.tables.ints[at.LEVERS_A_TURN], capital=figure(foreseen(model)[slot], "", 10.0))
    if not told or not choices:
        return heading(w.LEVERS, note)
    first = next((each for each in choices if each.planned), choices[0])
    title = Column(heading(w.LEVERS), Text(Run(note, "small", "dim"), unbroken=True), gap=1)
    return Row(title, grown(StripText("lever/", lever_control(model, first))), gap=24, align="top")


def lever_control(model: Model, choice: LeverChoice) -> Control:
    """What pressing a lever's card does, and what is told of it."""
    why = "" if choice.planned else "; ".join(choice.forbidden)
    message = None if choice.planned else PlanAction(Action(act.PULL, choice.row))
    about = Target("levers", choice.id, choice.name)
    return Control(f"lever/{choice.id}", message, not why, why, lever_tip(model, choice), about)


def lever_card(model: Model, choice: LeverChoice, style: str, pad: Padding = CARD, *, full: bool = False) -> Node:
    """One lever, its name in a style, and if ``full`` what it does; pressing it plans it."""
    closed = is_closed(choice)
    ink = "dim" if closed else "ink"
    large = "strong" if pad == CARD else "small-strong"
    cost = Text(Run(short(choice.cost), large, "dim" if closed else "warn"), unbroken=True, role="")
    name = grown(Text(Run(choice.name, style, ink), role=""))
    sign = mark("lock", "faint", 10) if closed else mark("check", "good", 10) if choice.planned else None
    tag = Row(sign, Text(Run(card_tag(model, choice), "tag", tag_colour(choice)), role=""), gap=5)
    look = SELECTED if choice.planned else LOOKS["closed"] if closed else LOOKS["raised"]
    said = f"{choice.name}, {short(choice.cost)}, {card_tag(model, choice)}"
    gap = 0 if pad == LOW else 1
    about = Text(Run(model.book.word("levers", choice.id, "about"), "tiny", "dim"), role="") if full else None
    beside = Column(Row(name, cost, gap=8, align="top"), grown(about) if about else None, tag, gap=3 if full else gap)
    below = Column(name, Row(grown(Row(tag)), cost, gap=8), gap=gap)
    body = Abreast(beside, below) if pad == LOW else beside
    return Boxed(body, look, pad, role="button", name=said, control=lever_control(model, choice))


def lever_line(model: Model, choice: LeverChoice) -> Node:
    """A lever that can be pulled on one line, where there is room for no more: its name, who sees it, its cost."""
    tag = card_tag(model, choice)
    sign = mark("lock", "faint", 10) if is_closed(choice) else mark("check", "good", 10) if choice.planned else None
    name = Text(Run(choice.name, "tiny-strong", "dim" if is_closed(choice) else "ink"), role="", unbroken=True)
    said = Text(Run(tag, "tag", tag_colour(choice)), role="", unbroken=True)
    cost = Text(Run(short(choice.cost), "small-strong", "warn"), role="", unbroken=True)
    look = SELECTED if choice.planned else LOOKS["closed"] if is_closed(choice) else LOOKS["raised"]
    named = f"{choice.name}, {short(choice.cost)}, {tag}"
    shown = Row(sign, name, said, cost, gap=6)
    return Boxed(shown, look, LOW, role="button", name=named, control=lever_control(model, choice))


def lever_chip(model: Model, choice: LeverChoice, told: int) -> Node:
    """A lever that cannot be pulled now, small, and so much of it ``told``."""
    tag = card_tag(model, choice)
    said = f"{choice.name}, {short(choice.cost)}, {tag}"
    needs = brief_needs(model, choice.row) or "; ".join(choice.forbidden)
    why = needs if tag == w.CLOSED.upper() else tag.lower()
    body = Row(
        mark("lock", "faint", 9),
        Text(Run(choice.name, "note", "dim"), role="", unbroken=True),
        grown(Text(Run(why if told == WITH_WHY else "", "note", "faint"), role="", unbroken=True)),
        Text(Run(short(choice.cost), "note", "warn"), unbroken=True, role=""),
        gap=6,
    )
    return Boxed(body, SHUT, LINE, role="button", name=said, control=lever_control(model, choice))


def card_tag(model: Model, choice: LeverChoice) -> str:
    """Who sees it; or, in a word or two, why it cannot be pulled."""
    if choice.planned:
        return w.PLANNED_CARD.upper()
    if not choice.forbidden:
        return say.LEVER_FACES[choice.face].upper()
    state = foreseen(model)
    if state[at.PULLED] >= model.tables.ints[at.LEVERS_A_TURN]:
        return w.SPENT.upper()
    if state[at.SEAT_BASE + model.seat * at.SEAT_WIDTH + at.CAPITAL] < choice.cost:
        return w.NEEDS_CAPITAL.format(cost=choice.cost).upper()
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
    seen = say.LEVER_SEEN_BY[choice.face].format(chance=chance)
    return f"{model.book.word('levers', choice.id, 'about')} {w.COSTS.format(cost=choice.cost, face=seen)}"

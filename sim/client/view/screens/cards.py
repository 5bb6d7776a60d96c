"""Levers as cards: name, cost, who sees it or why it cannot be pulled; and a strip that tells of one in full."""

from collections.abc import Sequence
from functools import partial

from sim.client import words as say
from sim.client.explaining.asking import Target
from sim.client.figures import figure, short
from sim.client.model import Model
from sim.client.update import PlanAction
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, Boxed, Fitting, Padding, Scroll, heading
from sim.client.view.drawing.flow import Abreast, Flow, Grid
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Sheet, Text, grown, px, share_out
from sim.client.view.drawing.remembering import reads
from sim.client.view.drawing.scene import Box, Control, Rect, Run
from sim.client.view.drawing.tips import StripText
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import mark
from sim.client.weighing.planning import LeverChoice, foreseen, lever_choices
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at

SELECTED = Box("own-deep", "own", 2, 5)
GAP, FEW = 7.0, 4  # between cards; so many at least are as wide as a row
CARD, LOW, LINE = Padding(8, 4, 4), Padding(8, 1, 2), Padding(8, 1, 1)


@reads("plan")
def levers_panel(model: Model, geometry: Geometry, *, told: bool = False) -> Node:
    """All levers of the seat, those that can be pulled first; in three columns or if ``told`` a strip tells of one."""
    choices = sorted(lever_choices(model), key=is_closed)
    across = {3: 6, 2: 4, 1: 2}[geometry.columns]
    style = "small-strong" if geometry.width / geometry.unit >= 1560 else "tiny-strong"
    if len(choices) <= across and geometry.columns == 3:
        body: Node = Fitting(
            partial(card_grid, model, choices, style, max(FEW, len(choices)), full=True),
            partial(card_grid, model, choices, style, across),
        )
    elif geometry.columns == 3:
        body = Fitting(
            partial(card_grid, model, choices, style, across),
            partial(card_grid, model, choices, style, across, LOW),
            partial(packed_grid, model, choices, style, across),
        )
    else:
        body = card_grid(model, choices, style, across)
    return Boxed(
        Column(levers_head(model, choices, told=told or geometry.columns == 3), grown(Scroll("levers", body)), gap=6),
        LOOKS["panel"],
        Padding(14, 10, 10),
        role="group",
        name=w.LEVERS,
    )


def card_grid(
    model: Model, choices: Sequence[LeverChoice], style: str, across: int, pad: Padding = CARD, *, full: bool = False
) -> Node:
    """A card for each lever; ``full`` ones say what it does."""
    cards: list[Node] = [lever_card(model, each, style, pad, full=full) for each in choices]
    return Grid([-1] * across, in_rows(cards, across), gap=GAP, lead=5 if pad == CARD else 3, align="stretch")


def in_rows(nodes: Sequence[Node], across: int) -> list[list[Node]]:
    """Nodes in rows of so many."""
    return [list(nodes[i : i + across]) for i in range(0, len(nodes), across)]


def packed_grid(model: Model, choices: Sequence[LeverChoice], style: str, across: int) -> Node:
    """Lower cards for the levers that can be pulled; the others as chips beside the last of them, or below."""
    cards: list[Node] = [lever_card(model, each, style, LOW) for each in choices if not is_closed(each)]
    chips = [lever_chip(model, each) for each in choices if is_closed(each)]
    flow = Flow(*chips, gap=GAP, lead=3) if chips else None
    over = len(cards) % across
    if not flow or not 0 < over <= across - 2:
        return Column(Grid([-1] * across, in_rows(cards, across), gap=GAP, lead=3, align="stretch"), flow, gap=5)
    full = Grid([-1] * across, in_rows(cards[:-over], across), gap=GAP, lead=3, align="stretch")
    return Column(full, LastRow(cards[-over:], flow, across), gap=3)


class LastRow(Node):
    """A row of cards that is not full, and in the room that is left something else."""

    def __init__(self, cards: Sequence[Node], rest: Node, across: int) -> None:
        super().__init__()
        self.cards, self.rest, self.across = cards, rest, across

    def _widths(self, width: int, ruler: Ruler) -> list[int]:
        gap = px(GAP, ruler)
        sizes = share_out(width - gap * (self.across - 1), [1.0] * self.across)[: len(self.cards)]
        return [*sizes, width - sum(sizes) - gap * len(sizes)]

    def find_least(self, ruler: Ruler) -> int:
        widest = max(card.least(ruler) for card in self.cards)
        return self.across * widest + (self.across - 1) * px(GAP, ruler)

    def measure(self, width: int, ruler: Ruler) -> int:
        widths = self._widths(width, ruler)
        return max(each.height(wide, ruler) for each, wide in zip((*self.cards, self.rest), widths, strict=True))

    def place(self, rect: Rect, sheet: Sheet) -> None:
        x, widths = rect.x, self._widths(rect.w, sheet.ruler)
        for card, width in zip(self.cards, widths, strict=False):
            card.place(Rect(x, rect.y, width, rect.h), sheet)
            x += width + px(GAP, sheet.ruler)
        height = self.rest.height(widths[-1], sheet.ruler)
        self.rest.place(Rect(x, rect.y + (rect.h - height) // 2, widths[-1], height), sheet)


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


def lever_chip(model: Model, choice: LeverChoice) -> Node:
    """A lever that cannot be pulled now, on one line; why not, the strip tells."""
    name = Text(Run(choice.name, "note", "dim"), role="", unbroken=True)
    cost = Text(Run(short(choice.cost), "note", "dim"), unbroken=True, role="")
    said = f"{choice.name}, {short(choice.cost)}, {card_tag(model, choice)}"
    body = Row(mark("lock", "faint", 9), name, cost, gap=5)
    return Boxed(body, LOOKS["closed"], LINE, role="button", name=said, control=lever_control(model, choice))


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

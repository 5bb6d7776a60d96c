"""What may come of the draft and of the other side's offer: how long a truce would hold, as curves with their bands."""

from functools import partial

from sim.ai.outlook import Outlook
from sim.client.model import Model
from sim.client.page import Drawn, Label, Plot
from sim.client.view.drawing.boxes import heading, panel
from sim.client.view.drawing.flow import Flow
from sim.client.view.drawing.layout import Node, Text
from sim.client.view.drawing.remembering import reads
from sim.client.view.drawing.scene import Point, Run, Shape
from sim.client.view.screens.pages import plot_node
from sim.client.weighing import expecting_words as w
from sim.client.weighing.expecting import (
    NAMED_NIGHTS,
    Share,
    accepted,
    courses,
    curve,
    holds_says,
    nights_left,
    outlook_of,
    share_words,
    why_no_curve,
    worth_says,
)
from sim.rules import layout as at

COLOURS = ("own", "theirs")
DASHES: tuple[tuple[float, ...], ...] = ((), (5, 3))
SIGNS = ("\u2014", "- -")
HALF, LETTER = 0.5, 7.0  # pixels a letter takes, at most
WIDTH, HEIGHT = 190.0, 66.0
FOOT, HEAD, SIDE = 16.0, 6.0, 28.0
"""Of the plot in pixels of the design: its size, and its margins below, above and at the left."""

Curves = tuple[tuple[Share, ...], ...]


def outlook_panel(model: Model) -> Node | None:
    """The curves and the figures, or why there are none yet; nothing once nobody talks."""
    return _panel(model) if model.values[at.TALKS] else None


@reads("draft", "outlook", "unforeseen")
def _panel(model: Model) -> Node:
    found = outlook_of(model)
    note = w.FUTURES.format(n=found.draft.futures) if found else "" if model.unforeseen else w.PLAYING
    head = heading(w.WILL_IT_HOLD, note)
    if found is None:
        return panel("outlook", head, Text(Run(model.unforeseen, "tiny", "dim")) if model.unforeseen else None)
    named = courses(found)
    curves = tuple(tuple(curve(course, nights_left(model))) for _, course in named)
    why = " ".join(filter(None, (why_no_curve(which, course) for which, course in named)))
    plot = plot_node(_plot(model, found, curves), HEIGHT) if any(curves) else None
    figures = Flow(accepts_text(found), carried_out_text(found), gap=14, lead=0)
    return panel("outlook", head, figures, plot, Text(Run(why, "tiny", "dim")) if why else None, gap=2)


def accepts_text(found: Outlook) -> Node:
    """What is believed that they would accept."""
    chance = accepted(found)
    said = w.ACCEPTS_SHORT.format(share=share_words(chance)) if chance else w.CANNOT_PROPOSE
    return Text(Run(said, "tiny", "theirs" if chance else "dim"))


def carried_out_text(found: Outlook) -> Node:
    """What either package is worth to the seat if it is carried out as it would be."""
    return Text(Run(worth_says(found, w.WORTH_SHORT, w.WORTHS_SHORT), "tiny", "own"))


def _plot(model: Model, found: Outlook, curves: Curves) -> Plot:
    says = " ".join(text for which, course in courses(found) for text in holds_says(model, which, course))
    return Plot(says, (WIDTH, HEIGHT), partial(_draw, tuple(which for which, _ in courses(found)), curves))


def _draw(names: tuple[str, ...], curves: Curves, room: Point) -> Drawn:
    """The curves in a room: their bands first, so that no line lies under one."""
    last = max(map(len, curves)) - 1
    low = room[1] - FOOT

    def spot(night: int, share: float) -> Point:
        return SIDE + (room[0] - SIDE - 4) * night / last, low - (low - HEAD) * share

    shapes = [Shape("line", (spot(0, share), spot(last, share)), stroke="line") for share in (0.0, 1.0)]
    labels = [Label((SIDE - 4, spot(0, share)[1]), f"{100 * share:.0f}", "faint", "right") for share in (0.0, 1.0)]
    ticks = [night for night in NAMED_NIGHTS if night <= last]
    for night in ticks:
        shapes.append(Shape("line", (spot(night, 0.0), spot(night, 1.0)), stroke="line", dashes=(2, 3)))
        said = w.NIGHTS.format(n=night) if night == ticks[-1] else f"{night}"
        labels.append(Label((spot(night, 0.0)[0], room[1] - 6), said, "faint", "right" if night == last else "middle"))
    high = max(points[-1].high for points in curves if points) >= HALF
    name_at = [room[0] - 4, low - 10 if high else HEAD + 8]  # at the right, where the curves leave room
    bands, lines = [], []
    for i, points in enumerate(curves):
        if points:
            upper = [spot(n, each.high) for n, each in enumerate(points)]
            lower = [spot(n, each.low) for n, each in enumerate(points)]
            bands.append(Shape("area", (*upper, *reversed(lower)), fill=f"{COLOURS[i]}-deep"))
            line = tuple(spot(n, each.share) for n, each in enumerate(points))
            lines.append(Shape("line", line, stroke=COLOURS[i], width=2.0, dashes=DASHES[i]))
            labels.append(Label((name_at[0], name_at[1]), f"{names[i]} {SIGNS[i]}", COLOURS[i], "right"))
            name_at[0] -= LETTER * (len(names[i]) + len(SIGNS[i]) + 3)
    return Drawn((*shapes, *bands, *lines), tuple(labels))

"""What may come of the draft and of the other side's offer: how long a truce would hold, as curves with their bands."""

from functools import partial
from typing import NamedTuple

from sim.ai.outlook import Outlook
from sim.client.model import Model
from sim.client.page import Drawn, Label, Plot
from sim.client.view import words as v
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
    running_says,
    share_words,
    why_no_curve,
    worth_says,
)
from sim.rules import layout as at


class Look(NamedTuple):
    """How a curve is drawn: its line, its band, its dashes, and the sign of these beside its name."""

    colour: str
    band: str
    dashes: tuple[float, ...]
    sign: str


DRAFT, THEIRS = Look("own", "own-deep", (), "\u2014"), Look("theirs", "theirs-deep", (5, 3), "- -")
RUNNING = Look("good", "teal", (2, 3), "\u00b7\u00b7\u00b7")
A_WEEK = 7  # nights, of which the share is written out
HALF, LETTER = 0.5, 7.0  # pixels a letter takes, at most
WIDTH, HEIGHT = 190.0, 66.0
FOOT, HEAD, SIDE = 16.0, 6.0, 28.0
"""Of the plot in pixels of the design: its size, and its margins below, above and at the left."""


class Curve(NamedTuple):
    """What becomes of a package, night after night; without points if nothing does."""

    name: str
    look: Look
    points: tuple[Share, ...]


def outlook_panel(model: Model) -> Node | None:
    """The curves and the figures, or why there are none yet; nothing once nobody talks."""
    return _panel(model) if model.values[at.TALKS] else None


@reads("draft", "outlook", "unforeseen")
def _panel(model: Model) -> Node:
    found = outlook_of(model)
    note = w.FUTURES.format(n=found.draft.futures) if found else "" if model.unforeseen else w.PLAYING
    head = heading(w.WILL_IT_HOLD, note)
    if found is None and model.unforeseen:
        return panel("outlook", head, Text(Run(model.unforeseen, "tiny", "dim")))
    if found is None:
        awaited = Plot(w.PLAYING, (WIDTH, HEIGHT), partial(_axes, min(NAMED_NIGHTS[-1], nights_left(model))))
        return panel("outlook", head, Text(Run(v.AWAITED, "tiny", "dim")), plot_node(awaited, HEIGHT), gap=2)
    named = courses(found)
    curves = _curves(model, found)
    why = " ".join(filter(None, (why_no_curve(which, course) for which, course in named)))
    plot = plot_node(_plot(model, found, curves), HEIGHT) if any(each.points for each in curves) else None
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


def _curves(model: Model, found: Outlook) -> tuple[Curve, ...]:
    """Of the draft, of the other side's offer and of the agreement in force, of those that there are."""
    shown = [(*each, look) for each, look in zip(courses(found), (DRAFT, THEIRS), strict=False)]
    shown += [(v.IN_FORCE, found.running, RUNNING)] if found.running else []
    return tuple(Curve(which, look, tuple(curve(course, nights_left(model)))) for which, course, look in shown)


def _plot(model: Model, found: Outlook, curves: tuple[Curve, ...]) -> Plot:
    said = [text for which, course in courses(found) for text in holds_says(model, which, course)]
    says = " ".join(filter(None, (*said, running_says(model, found))))
    return Plot(says, (WIDTH, HEIGHT), partial(_draw, curves))


def _spot(night: int, share: float, last: int, room: Point) -> Point:
    """Where a share after a night lies, of a plot whose last night is given."""
    low = room[1] - FOOT
    return SIDE + (room[0] - SIDE - 4) * night / last, low - (low - HEAD) * share


def _axes(last: int, room: Point) -> Drawn:
    """Nothing and all of 100, and the nights that are named."""
    spot = partial(_spot, last=last, room=room)
    shapes = [Shape("line", (spot(0, share), spot(last, share)), stroke="line") for share in (0.0, 1.0)]
    labels = [Label((SIDE - 4, spot(0, share)[1]), f"{100 * share:.0f}", "faint", "right") for share in (0.0, 1.0)]
    ticks = [night for night in NAMED_NIGHTS if night <= last]
    for night in ticks:
        shapes.append(Shape("line", (spot(night, 0.0), spot(night, 1.0)), stroke="line", dashes=(2, 3)))
        said = w.NIGHTS.format(n=night) if night == ticks[-1] else f"{night}"
        labels.append(Label((spot(night, 0.0)[0], room[1] - 6), said, "faint", "right" if night == last else "middle"))
    return Drawn(tuple(shapes), tuple(labels))


def _draw(curves: tuple[Curve, ...], room: Point) -> Drawn:
    """The curves in a room: their bands first, so that no line lies under one."""
    last = max(len(each.points) for each in curves) - 1
    low = room[1] - FOOT
    spot = partial(_spot, last=last, room=room)
    axes = _axes(last, room)
    high = max(each.points[-1].high for each in curves if each.points) >= HALF
    x, y = room[0] - 4, low - 10 if high else HEAD + 8  # names at the right, where the curves leave room
    labels, shares, bands, lines = list(axes.labels), [], [], []  # shares come last: they may find no room
    for name, look, points in curves:
        if points:
            upper = [spot(n, each.high) for n, each in enumerate(points)]
            lower = [spot(n, each.low) for n, each in enumerate(points)]
            bands.append(Shape("area", (*upper, *reversed(lower)), fill=look.band))
            line = tuple(spot(n, each.share) for n, each in enumerate(points))
            lines.append(Shape("line", line, stroke=look.colour, width=2.0, dashes=look.dashes))
            if look is DRAFT and len(points) > A_WEEK:
                at_week = spot(A_WEEK, points[A_WEEK].share)
                said = v.PER_CENT.format(chance=round(100 * points[A_WEEK].share))
                lines.append(Shape("disc", (at_week,), fill=look.colour, radius=3.0))
                shares.append(Label((at_week[0] - 6, at_week[1] + 9), said, look.colour, "right"))
            labels.append(Label((x, y), f"{name} {look.sign}", look.colour, "right"))
            x -= LETTER * (len(name) + len(look.sign) + 3)
    return Drawn((*axes.shapes, *bands, *lines), (*labels, *shares))

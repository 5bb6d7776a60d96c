"""What may come of the draft and of the other side's offer: how long a truce would hold, as curves with their bands."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from sim.ai.outlook import Outlook
from sim.client.model import Model
from sim.client.naming import seat_name
from sim.client.page import Drawn, Label, Plot
from sim.client.view import words as v
from sim.client.view.drawing.boxes import LOOKS, NONE, Boxed, Canvas, Padding, heading
from sim.client.view.drawing.clipped import Clipped
from sim.client.view.drawing.flow import Flow, Grid
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Space, Text, grown
from sim.client.view.drawing.remembering import reads
from sim.client.view.drawing.scene import Bar, Picture, Point, Run, Shape
from sim.client.view.drawing.widgets import Meter, Press, link, pressable
from sim.client.view.screens.frame import section_body
from sim.client.view.screens.pages import draw_plot
from sim.client.view.shell.messages import Open
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
    percent,
    running_says,
    unable,
    worth_says,
)
from sim.client.weighing.foretelling import forecast_page, remarks
from sim.rules import layout as at


class Look(NamedTuple):
    """How a curve is drawn: its line, its band, its dashes."""

    colour: str
    band: str
    dashes: tuple[float, ...]


DRAFT, THEIRS = Look("own", "own-deep", ()), Look("theirs", "theirs-deep", (6, 4))
RUNNING = Look("good", "teal", (2, 3))
MOSTLY = 0.5  # of the futures in which they cannot accept, from which the figure says so
A_WEEK = 7  # nights, of which the share is written out
REMARKS, LEAST_REMARKS = 5, 3  # lines of what is remarked on: at most, and where there is little room
WIDTH, HEIGHT, LEAST = 190.0, 88.0, 66.0
HIGH = 220.0  # where the shares stand beside it, night by night
SNUG_PANEL = Padding(14, 9, 8)
FOOT, HEAD, SIDE = 18.0, 8.0, 42.0
"""Of the plot in pixels of the design: its size and least height, and its margins below, above and at the left."""


class Curve(NamedTuple):
    """What becomes of a package, night after night; without points if nothing does."""

    name: str
    look: Look
    points: tuple[Share, ...]


def outlook_panel(model: Model) -> Node | None:
    """The curves and what is expected of either package, or why there are none; nothing once nobody talks."""
    return _panel(model) if model.values[at.TALKS] else None


@reads("draft", "outlook", "foresaw", "unforeseen")
def _panel(model: Model) -> Node:
    found = outlook_of(model)
    curves = _curves(model, found) if found else ()
    whole = link(v.ACCORD_WHOLE, Press("forecast", Open("forecast"), tip=v.FORECAST_TIP), style="tiny")
    note = Text(Run(_note(model, found), "tiny", "dim"), unbroken=True)
    head = Row(grown(heading(w.WILL_IT_HOLD)), note, whole if found else None, gap=10)
    return Boxed(
        Column(head, *_body(model, found, curves), gap=3),
        LOOKS["panel"],
        SNUG_PANEL,
        role="group",
        name=v.REGIONS["outlook"],
    )


def _note(model: Model, found: Outlook | None) -> str:
    """How many futures there are."""
    if found is None:
        return "" if model.unforeseen else w.PLAYING
    return w.FUTURES.format(n=found.draft.futures)


def _body(model: Model, found: Outlook | None, curves: tuple[Curve, ...]) -> Iterator[Node]:
    if found is None and model.unforeseen:
        yield Text(Run(model.unforeseen, "tiny", "dim"))
    elif found is None:
        yield Text(Run(v.AWAITED, "tiny", "dim"))
        yield _canvas(Plot(w.PLAYING, (WIDTH, HEIGHT), partial(_axes, min(NAMED_NIGHTS[-1], nights_left(model)))))
    else:
        if any(each.points for each in curves):
            yield Flow(*(_key(each) for each in curves if each.points), gap=12, lead=0)
            yield _canvas(_plot(model, found, curves))
        yield _carried_out(model, found, drawn=any(each.points for each in curves))


def outlook_page(model: Model, found: Outlook, geometry: Geometry) -> Node:
    """All of it in a dialog: what is said, and beside the curves their shares night by night, each in its colour."""
    told = forecast_page(model, found)
    first, *others = told.sections
    says = section_body(first._replace(rows=()))
    curves, hues = _curves(model, found), (DRAFT.colour, THEIRS.colour)
    lines = [[each.label, *filter(None, (each.figure, each.note))] for each in first.rows]
    cells = [
        [Text(Run(line[0], "small", "dim")), *(
            Text(Run(cell, "small-strong", colour), align="right", unbroken=True)
            for cell, colour in zip(line[1:], hues, strict=False)
        )] for line in lines
    ]  # fmt: skip
    if not cells:
        return Column(says, *map(section_body, others), gap=14)
    keys = Flow(*(_key(each) for each in curves if each.points), gap=14, lead=2)
    drawn = Canvas((WIDTH, HIGH), partial(draw_plot, _plot(model, found, curves)))
    nights, seen = Grid([0] * len(cells[1]), cells, gap=18, lead=3), Column(keys, grown(drawn), gap=8)
    both = Column(seen, nights, gap=14) if geometry.columns == 1 else Row(nights, grown(seen), gap=28, align="stretch")
    return Column(says, both, *map(section_body, others), gap=14)


def _canvas(plot: Plot) -> Node:
    """A plot that can be pressed down a little."""
    return Canvas((WIDTH, HEIGHT), partial(draw_plot, plot), LEAST)


def _carried_out(model: Model, found: Outlook, *, drawn: bool) -> Node:
    """What the packages are worth carried out, and what the curves do not say themselves: below them in a few lines."""
    worth, said = worth_says(found, w.WORTH_SHORT, w.WORTHS_SHORT), " ".join(remarks(model, found))
    first, other = Run(f"{worth}  " if worth else "", "tiny", "own"), Run(said, "tiny", "dim")
    if not said or not drawn:
        return Text(first, other)
    press = Press("brief/remarks", Open("forecast"), tip=said)
    return pressable(Clipped(first, other, lines=REMARKS, pressed=LEAST_REMARKS), press, f"{worth} {said}", pad=NONE)


def _key(each: Curve) -> Node:
    """The line of a curve, its name, and its share of a week with how far that may be off."""
    line = Shape("line", ((0, 6), (22, 6)), stroke=each.look.colour, width=2.0, dashes=each.look.dashes)
    week = week_of(each.points)
    said = (
        v.KEY_AND_SHARE.format(name=each.name, share=percent(week), half=50 * (week.high - week.low))
        if week
        else each.name
    )
    return Row(
        Space(22, 12, Picture((22, 12), (line,))), Text(Run(said, "tiny", each.look.colour), unbroken=True), gap=5
    )


def week_of(points: tuple[Share, ...]) -> Share | None:
    """The share that is kept for a week."""
    return points[A_WEEK] if len(points) > A_WEEK else None


# -------------------------------------------------------------------------------------------- the figures of the draft
@reads("draft", "outlook")
def accepts_figure(model: Model) -> Node:
    """What is believed that they would accept, with its interval."""
    found = outlook_of(model)
    chance = accepted(found) if found else None
    said = v.ACCEPTS_WE_BELIEVE.format(rival=seat_name(model.book, 1 - model.seat))
    if found and unable(model, found, MOSTLY):
        return _figure(said, chance, "theirs", v.CANNOT_PAY)
    return _figure(said, chance, "theirs", "" if found is None or chance else w.CANNOT_PROPOSE)


@reads("draft", "outlook")
def holds_figure(model: Model) -> Node:
    """In what share of the futures the draft's truce is kept for a week, with its interval; their offer's beside it."""
    found = outlook_of(model)
    if found is None:
        return _figure(v.HOLDS_WE_THINK, None, "good", "")
    draft, *others = (each for each in _curves(model, found) if each.look is not RUNNING)
    week = week_of(draft.points)
    theirs = week_of(others[0].points) if others else None
    beside = v.THEIRS_BESIDE.format(share=percent(theirs)) if theirs else ""
    return _figure(v.HOLDS_WE_THINK, week, "good", beside if week else v.NO_TRUCE_SHORT)


def _figure(said: str, share: Share | None, colour: str, note: str) -> Node:
    """A share as the picture has it: what of, the figure with its interval, and a bar that shows both."""
    runs = [Run(f"{percent(share)} ", "figure"), Run(_interval(share), "small-strong", "dim")] if share else []
    if not share:
        runs = [Run(v.UNSAID + " ", "figure", "dim")]
    bar = Bar(share.share, colour, 0.0, share.low, share.high) if share else Bar(0.0, colour)
    runs += [Run(f" {note}", "small", "dim")] if note else []
    name = f"{said}: {percent(share)} {_interval(share)}" if share else said
    return Column(Text(Run(said, "small", "dim")), Text(*runs), Meter(bar, name=name), gap=2)


def _interval(share: Share) -> str:
    return v.INTERVAL.format(low=100 * share.low, high=100 * share.high)


# ----------------------------------------------------------------------------------------------------------- the curves
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
    """Nothing, half and all of 100, and the nights that are named."""
    spot = partial(_spot, last=last, room=room)
    shapes = [Shape("line", (spot(0, share), spot(last, share)), stroke="line") for share in (0.0, 0.5, 1.0)]
    labels = [
        Label((SIDE - 6, spot(0, share)[1]), v.PER_CENT.format(chance=round(100 * share)), "faint", "right")
        for share in (0.0, 0.5, 1.0)
    ]
    ticks = [night for night in NAMED_NIGHTS if night <= last]
    for night in ticks:
        shapes.append(Shape("line", (spot(night, 0.0), spot(night, 1.0)), stroke="line", dashes=(2, 3)))
        said = w.NIGHTS.format(n=night) if night == ticks[-1] else f"{night}"
        labels.append(Label((spot(night, 0.0)[0], room[1] - 6), said, "faint", "right" if night == last else "middle"))
    return Drawn(tuple(shapes), tuple(labels))


def _draw(curves: tuple[Curve, ...], room: Point) -> Drawn:
    """The curves in a room: their bands first, so that no line lies under one."""
    last = max(len(each.points) for each in curves) - 1
    axes, spot = _axes(last, room), partial(_spot, last=last, room=room)
    bands, lines = [], []
    for _, look, points in reversed(curves):
        if points:
            upper = [spot(n, each.high) for n, each in enumerate(points)]
            lower = [spot(n, each.low) for n, each in enumerate(points)]
            bands.append(Shape("area", (*upper, *reversed(lower)), fill=look.band))
            line = tuple(spot(n, each.share) for n, each in enumerate(points))
            lines.append(Shape("line", line, stroke=look.colour, width=2.0, dashes=look.dashes))
            week = week_of(points)
            if week:
                lines.append(Shape("disc", (spot(A_WEEK, week.share),), fill=look.colour, radius=3.2))
    return Drawn((*axes.shapes, *bands, *lines), axes.labels)

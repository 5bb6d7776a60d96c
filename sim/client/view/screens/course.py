"""How a few figures ran over the days, each between its own least and greatest."""

from functools import partial

from sim.client.model import Model
from sim.client.telling.meters import headline_names, meter, shown_value
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, Boxed, Canvas, heading
from sim.client.view.drawing.flow import Grid
from sim.client.view.drawing.layout import Column, Node, Sheet, Text, grown
from sim.client.view.drawing.scene import Picture, Rect, Run, Shape
from sim.client.view.screens.gauges import share_of_range

ACROSS, LEAST_LOOKS = 3, 3
LOW = 44.0  # pixels of the design
LEAST_SPAN = 0.08  # of a range: less is drawn as nearly level


def spark_names(model: Model, most: int) -> list[str]:
    """Those variables of the first screen, seen exactly, that moved most."""
    sd = model.names.sd
    exact = [name for name in headline_names(model) if sd[model.tables.slot[name]][model.seat] == 0]
    return sorted(exact, key=lambda name: -span(model, name))[:most]


def span(model: Model, name: str) -> float:
    """How much of its range a variable has run through."""
    values = [share_of_range(model, name, look.values[model.tables.slot[name]]) for look in model.looks]
    return max(values) - min(values)


def sparks_panel(model: Model, *, rows: int = 1, height: float = LOW) -> Node | None:
    """How a few figures ran up to now, as a panel; nothing before there is a way to draw."""
    if len(model.looks) < LEAST_LOOKS:
        return None
    body = Column(heading(w.TREND), sparks_grid(model, rows=rows, height=height), gap=5)
    return Boxed(body, LOOKS["panel"], role="group", name=w.TREND)


def sparks_grid(model: Model, *, rows: int = 1, height: float = LOW) -> Node:
    """Those figures, so many rows of them, each with what it was at first and is now."""
    cells: list[Node] = []
    for name in spark_names(model, rows * ACROSS):
        slot = model.tables.slot[name]
        first, last = (shown_value(model, name, look.values[slot]) for look in (model.looks[0], model.looks[-1]))
        label = w.SPARK.format(name=meter(model, name).label, first=first, last=last)
        drawn = Canvas((100, height), partial(_draw_spark, model, name))
        cells.append(Column(grown(Text(Run(label, "tiny", "dim"))), drawn, gap=3))
    lines = [cells[i : i + ACROSS] for i in range(0, len(cells), ACROSS)]
    return Grid([-1] * ACROSS, lines, gap=18, lead=9, align="stretch")


def _draw_spark(model: Model, name: str, rect: Rect, sheet: Sheet) -> None:
    """One figure over the days, between its least and its greatest."""
    width, height = rect.w / sheet.ruler.unit, rect.h / sheet.ruler.unit
    slot = model.tables.slot[name]
    values = [share_of_range(model, name, look.values[slot]) for look in model.looks]
    low, room = min(values), max(max(values) - min(values), LEAST_SPAN)
    shapes = [Shape("line", ((0, height - 1), (width, height - 1)), stroke="line", width=1)]
    if len(values) > 1:
        step = (width - 4) / (len(values) - 1)
        down = height - 8
        points = tuple((2 + step * i, 3 + down * (1 - (value - low) / room)) for i, value in enumerate(values))
        shapes.append(Shape("line", points, stroke="paper", width=1.6))
    sheet.add(rect, Picture((width, height), tuple(shapes)))

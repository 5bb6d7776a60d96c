"""The course of days: truces as bars along a line, what turned on which day, and the figures that ran beside."""

from collections.abc import Iterator

from sim.client.debrief import Debrief
from sim.client.figures import figure
from sim.client.meters import headline_names, meter, width_of
from sim.client.model import Model
from sim.client.naming import short_date, unit_of
from sim.client.telling import tell
from sim.client.text.debrief import MILESTONES
from sim.client.view import words as w
from sim.client.view.boxes import LOOKS, Boxed, Canvas, Scroll, heading
from sim.client.view.flow import Grid
from sim.client.view.layout import Column, Node, Row, Sheet, Space, Text, fixed, grown
from sim.client.view.scene import Picture, Rect, Run, Shape
from sim.client.view.screens.gauges import share_of_range
from sim.client.view.screens.lastword import brief
from sim.rules import layout as at

TURNS = {
    "signed": ("good", "disc"), "renewed": ("ink", "ring"), "resumed": ("good", "ring"), "entered": ("good", "ring"),
    "expired": ("warn", "disc"), "suspended": ("warn", "disc"), "unratified": ("warn", "ring"),
    "collapsed": ("bad", "disc"), "denounced": ("bad", "disc"), "talks_ended": ("bad", "disc"),
}  # fmt: skip
SPARKS = 3
LEAST_SPAN = 0.08  # of a range: less is drawn as nearly level
AXIS, EDGE = 16.0, 8.0  # of the line of days, in pixels of the design


def course_panel(model: Model, debrief: Debrief) -> Node:
    """The line of days above, the sentences below."""
    line = Canvas((300, 52), lambda rect, sheet: draw_line(model, debrief, rect, sheet))
    rows = [
        [Text(Run(f"{short_date(model.book, day)} ", "small-strong"), Run(w.DAY.format(day=day), "tiny", "dim")),
         Text(Run(" ".join(said), "small", "dim"))]
        for day, said in turning_days(model).items()
    ]  # fmt: skip
    told: Node = Grid((0, -1), rows, gap=14, lead=3, align="top") if rows else Text(Run(w.QUIET_COURSE, "small", "dim"))
    body = Row(grown(Scroll("course", told, 50)), fixed(sparks(model), 210), gap=18, align="stretch")
    return Boxed(
        Column(heading(w.COURSE, w.COURSE_NOTE), line, grown(body), gap=8), LOOKS["panel"], role="group", name=w.COURSE
    )


def turning_days(model: Model) -> dict[int, list[str]]:
    """What turned on which day, in sentences."""
    days: dict[int, list[str]] = {}
    for dated in model.log:
        if dated[1].kind in MILESTONES:
            days.setdefault(dated[0], []).append(brief(tell(model, dated, briefly=True).text))
    return days


def truce_days(model: Model) -> list[int]:
    """The days that the seat began with a truce running."""
    return sorted({int(look.values[at.DAY]) for look in model.looks if look.values[at.TRUCE]})


def draw_line(model: Model, debrief: Debrief, rect: Rect, sheet: Sheet) -> None:
    """Days from left to right; a bar where the guns were meant to be silent, a sign for each turn."""
    last = int(debrief.final[at.DAY])
    unit = sheet.ruler.unit
    width = rect.w / unit
    step = (width - 2 * EDGE) / max(1, last)
    shapes = [Shape("line", ((4, AXIS), (width - 4, AXIS)), stroke="dim", width=1.2)]
    shapes += [Shape("area", _bar(EDGE + step * (day - 1), step), "good") for day in truce_days(model)]
    for day, event in model.log:
        if event.kind in TURNS:
            colour, kind = TURNS[event.kind]
            full = Shape("disc", ((EDGE + step * (day - 0.5), AXIS),), fill=colour, radius=4.5)
            shapes.append(full if kind == "disc" else full._replace(fill="panel", stroke=colour, width=2))
    place = Rect(rect.x, rect.y, rect.w, round(2 * AXIS * unit))
    sheet.add(place, Picture((width, 2 * AXIS), tuple(shapes)), role="image", name=w.COURSE)
    _dates(model, last, rect, sheet)


def _bar(x: float, step: float) -> tuple[tuple[float, float], ...]:
    return (x, AXIS - 8), (x + step, AXIS - 8), (x + step, AXIS + 8), (x, AXIS + 8)


def _dates(model: Model, last: int, rect: Rect, sheet: Sheet) -> None:
    """The first day, the last, and those between that find room."""
    wide = sheet.ruler.width("30 Sep", "tiny") + sheet.px(14)
    most = max(2, min(8, rect.w // max(1, wide)))
    days = sorted({1 + round((last - 1) * i / (most - 1)) for i in range(most)})
    edge = EDGE * sheet.ruler.unit
    step = (rect.w - 2 * edge) / max(1, last)
    for day in days:
        text = short_date(model.book, day)
        size = sheet.ruler.width(text, "tiny")
        x = round(rect.x + edge + step * (day - 0.5) - size / 2)
        x = max(rect.x, min(rect.right - size, x))
        node = Text(Run(text, "tiny", "faint"))
        node.place(Rect(x, rect.bottom - sheet.ruler.height("tiny"), size + 1, sheet.ruler.height("tiny")), sheet)


# ------------------------------------------------------------------------------------------------------------- figures
class Spread(Space):
    """A drawing that takes all the room it is given."""

    def place(self, rect: Rect, sheet: Sheet) -> None:
        if self.drawing is not None:
            sheet.add(rect, self.drawing)


def spark_names(model: Model) -> list[str]:
    """Those variables of the first screen, seen exactly, that moved most."""
    sd = model.names.sd
    exact = [name for name in headline_names(model) if sd[model.tables.slot[name]][model.seat] == 0]
    return sorted(exact, key=lambda name: -span(model, name))[:SPARKS]


def span(model: Model, name: str) -> float:
    """How much of its range a variable has run through."""
    values = [share_of_range(model, name, look.values[model.tables.slot[name]]) for look in model.looks]
    return max(values) - min(values)


def sparks(model: Model) -> Node:
    """How a few figures ran over the days, each between its own least and greatest."""
    cells: list[Node] = []
    for name in spark_names(model):
        unit, width = unit_of(model.book, name), width_of(model, name)
        slot = model.tables.slot[name]
        first, last = (figure(look.values[slot], unit, width) for look in (model.looks[0], model.looks[-1]))
        label = w.SPARK.format(name=meter(model, name).label, first=first, last=last)
        cells.append(Text(Run(label, "tiny", "dim")))
        cells.append(grown(Spread(100, 30, Picture((100, 30), tuple(_spark(model, name)), stretch=True))))
    return Column(*cells, gap=3)


def _spark(model: Model, name: str) -> Iterator[Shape]:
    slot = model.tables.slot[name]
    values = [share_of_range(model, name, look.values[slot]) for look in model.looks]
    low, high = min(values), max(values)
    room = max(high - low, LEAST_SPAN)
    yield Shape("line", ((0, 29), (100, 29)), stroke="line", width=0.6)
    if len(values) > 1:
        step = 98 / (len(values) - 1)
        points = tuple((1 + step * i, 27 - 24 * (value - low) / room) for i, value in enumerate(values))
        yield Shape("line", points, stroke="paper", width=1.6)

"""The course of days: the game's along a line, beside it the record's, what turned on which day, figures beside."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from sim.client.codex import later_events
from sim.client.debrief import Debrief
from sim.client.meters import headline_names, meter, shown_value
from sim.client.model import Model
from sim.client.naming import short_date
from sim.client.telling import tell
from sim.client.text.debrief import MILESTONES
from sim.client.view import words as w
from sim.client.view.boxes import LOOKS, Boxed, Canvas, Scroll, heading
from sim.client.view.flow import Grid
from sim.client.view.geometry import Geometry
from sim.client.view.layout import Column, Node, Row, Sheet, Text, fixed, grown
from sim.client.view.scene import Picture, Rect, Run, Shape
from sim.client.view.screens.gauges import share_of_range
from sim.client.view.screens.lastword import brief
from sim.rules import layout as at

TURNS = {
    "signed": ("good", "disc"), "renewed": ("ink", "ring"), "resumed": ("good", "ring"), "entered": ("good", "ring"),
    "amended": ("good", "ring"),
    "expired": ("warn", "disc"), "suspended": ("warn", "disc"), "unratified": ("warn", "ring"),
    "collapsed": ("bad", "disc"), "denounced": ("bad", "disc"), "talks_ended": ("bad", "disc"),
}  # fmt: skip
SPARKS = 3
LEAST_SPAN = 0.08  # of a range: less is drawn as nearly level
AXIS, EDGE = 16.0, 8.0  # of the line of days, in pixels of the design
MOST_TOLD = 220.0  # that a list of days asks for on a screen that does not scroll itself
LANE, NAMED = 36.0, 84.0  # from one lane to the next; room for a lane's name
Dated = Sequence[tuple[int, str]]
"""Days with the facts that became known on them."""


def course_panel(model: Model, debrief: Debrief, geometry: Geometry) -> Node:
    """The lines of days above, the sentences below; beside the game the record, where the scenario has one."""
    record = later_events(model)
    lanes = Canvas((300, 96 if record else 52), lambda rect, sheet: draw_lanes(model, debrief, record, rect, sheet))
    own = [day_row(model, day, Run(" ".join(said), "small", "dim")) for day, said in turning_days(model).items()]
    most = MOST_TOLD if geometry.columns == 3 else 0.0
    parts = [grown(told_days("course", own, most))]
    if record:
        rows = [day_row(model, day, *fact_runs(model, id_)) for day, id_ in record]
        parts.append(grown(told_days("record", rows, most)))
    body = Row(*parts, fixed(sparks(model), 160 if record else 210), gap=18, align="stretch")
    head = heading(w.BESIDE, w.BESIDE_NOTE) if record else heading(w.COURSE, w.COURSE_NOTE)
    return Boxed(Column(head, lanes, grown(body), gap=8), LOOKS["panel"], role="group", name=w.COURSE)


def told_days(id_: str, rows: list[list[Node]], most: float) -> Node:
    """Days with what was told of them, which scroll when they must."""
    told: Node = Grid((0, -1), rows, gap=12, lead=3, align="top") if rows else Text(Run(w.QUIET_COURSE, "small", "dim"))
    return Scroll(id_, told, 50, most)


def day_row(model: Model, day: int, *said: Run) -> list[Node]:
    """A day and what was told of it."""
    return [Text(Run(short_date(model.book, day), "small-strong"), unbroken=True), Text(*said)]


def fact_runs(model: Model, id_: str) -> tuple[Run, Run]:
    """A fact as a sentence, with its id."""
    return Run(str(model.book.facts[id_]["says"]), "small", "dim"), Run(f" [{id_}]", "tiny", "faint")


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


def draw_lanes(model: Model, debrief: Debrief, record: Dated, rect: Rect, sheet: Sheet) -> None:
    """Days from left to right: the game's, and below it the record's, up to the horizon."""
    over = int(debrief.final[at.DAY])
    last = model.tables.horizon if record else over
    left = sheet.px(NAMED) if record else 0
    days = Rect(rect.x + left, rect.y, rect.w - left, rect.h)
    step = (days.w / sheet.ruler.unit - 2 * EDGE) / max(1, last)
    _lane(game_shapes(model, step, over), w.COURSE, days, sheet)
    if record:
        below = days.shifted(0, sheet.px(LANE))
        _lane(record_shapes(record, step, last), w.THE_RECORD, below, sheet)
        for name, colour, lane in ((w.YOUR_GAME, "own", days), (w.THE_RECORD, "road", below)):
            top = lane.y + round(AXIS * sheet.ruler.unit) - sheet.ruler.height("small") // 2
            node = Text(Run(name, "small", colour))
            node.place(Rect(rect.x, top, left, sheet.ruler.height("small")), sheet)
    _dates(model, last, days, sheet)


def _lane(shapes: Iterable[Shape], name: str, days: Rect, sheet: Sheet) -> None:
    size = days.w / sheet.ruler.unit, 2 * AXIS
    place = Rect(days.x, days.y, days.w, round(size[1] * sheet.ruler.unit))
    sheet.add(place, Picture(size, tuple(shapes)), role="image", name=name)


def game_shapes(model: Model, step: float, over: int) -> Iterator[Shape]:
    """The days played: a bar where the guns were meant to be silent, a sign for each turn."""
    yield _line(step, over)
    yield from (Shape("area", _bar(EDGE + step * (day - 1), step), "good") for day in truce_days(model))
    for day, event in model.log:
        if event.kind in TURNS:
            colour, kind = TURNS[event.kind]
            full = Shape("disc", ((EDGE + step * (day - 0.5), AXIS),), fill=colour, radius=4.5)
            yield full if kind == "disc" else full._replace(fill="panel", stroke=colour, width=2)


def record_shapes(record: Dated, step: float, last: int) -> Iterator[Shape]:
    """A sign for each day of which the record tells."""
    yield _line(step, last)
    yield from (Shape("disc", ((EDGE + step * (day - 0.5), AXIS),), fill="road", radius=4.5) for day in dict(record))


def _line(step: float, days: int) -> Shape:
    return Shape("line", ((EDGE - 4, AXIS), (EDGE + step * days + 4, AXIS)), stroke="dim", width=1.2)


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
        slot = model.tables.slot[name]
        first, last = (shown_value(model, name, look.values[slot]) for look in (model.looks[0], model.looks[-1]))
        label = w.SPARK.format(name=meter(model, name).label, first=first, last=last)
        cells.append(Text(Run(label, "tiny", "dim")))
        cells.append(grown(Canvas((100, 30), partial(_draw_spark, model, name))))
    return Column(*cells, gap=3)


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

"""Your game beside the record: what turned on which day, as two lines of days and in sentences."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sim.client.debriefing import debrief_words as w
from sim.client.debriefing.debrief import Debrief
from sim.client.explaining.codex import later_events
from sim.client.model import Model
from sim.client.naming import short_date
from sim.client.page import Drawn, Label, Page, Plot, Row, page, section
from sim.client.telling.events import tell
from sim.client.view.drawing.scene import Point, Shape
from sim.rules import layout as at

MILESTONES = (
    "signed", "amended", "unratified", "renewed", "entered", "expired", "collapsed", "denounced", "suspended",
    "resumed", "talks_ended", "backed_down", "fired",
)  # fmt: skip
BEGINS, ENDS = ("signed", "resumed"), ("expired", "collapsed", "denounced")
GOES_ON = ("entered", "renewed", "amended", *ENDS)
TURNS = {
    "signed": ("good", "disc"), "renewed": ("good", "ring"), "resumed": ("good", "disc"), "amended": ("good", "ring"),
    "expired": ("warn", "square"), "suspended": ("warn", "square"),
    "collapsed": ("bad", "cross"), "denounced": ("bad", "cross"), "talks_ended": ("bad", "cross"),
    "unratified": ("warn", "ring"),
}  # fmt: skip
"""The sign of each turn: its colour and its shape, for colour alone must not tell."""
EDGE, LANE, DATES = 10.0, 44.0, 18.0  # pixels of the design: at both ends, a lane's height, the dates' height
NAMED = 16.0  # from the top of a lane to the middle of its name
LETTER = 6.4
Dated = Sequence[tuple[int, str]]
"""Days with the facts that became known on them."""


def course_page(model: Model, debrief: Debrief) -> Page:
    """The chapter. Without a later record it is the course of days alone."""
    record = later_events(model)
    own = [Row(run_words(model, run), "", " ".join(run.said)) for run in runs(model)]
    facts = [Row(short_date(model.book, day), "", fact_words(model, id_)) for day, id_ in record]
    title, note = (w.RECORD, w.RECORD_NOTE) if record else (w.COURSE, w.COURSE_NOTE)
    return page(
        title, section("", plot=lanes_plot(model, debrief, record)),
        section(w.YOURS if record else "", [] if own else [w.QUIET_COURSE], own),
        section(w.RECORDED, [], facts), note=note,
    )  # fmt: skip


def fact_words(model: Model, id_: str) -> str:
    """A fact as a sentence, with its id."""
    return w.FACT.format(says=model.book.fact(id_)["says"], id=id_)


class Run(NamedTuple):
    """What turned on a day; or, of an agreement, from its first day on, as long as nothing else lay between."""

    first: int
    last: int
    said: list[str]
    runs: bool


def runs(model: Model) -> list[Run]:
    """What turned, in sentences, from the first day on."""
    found: list[Run] = []
    for dated in model.log:
        day, kind = dated[0], dated[1].kind
        if kind not in MILESTONES:
            continue
        text, before = tell(model, dated, briefly=True).text, found[-1] if found else None
        if before and (day == before.last or (before.runs and kind in GOES_ON)):
            on = kind in BEGINS or (before.runs and kind not in ENDS)
            found[-1] = Run(before.first, day, [*before.said, text], on)
        else:
            found.append(Run(day, day, [text], kind in BEGINS))
    return found


def run_words(model: Model, run: Run) -> str:
    """``day 7, 4 Oct``, or to which day."""
    date = short_date(model.book, run.first)
    if run.first == run.last:
        return w.OWN_DAY.format(day=run.first, date=date)
    return w.OWN_DAYS.format(first=run.first, last=run.last, date=date)


def truce_days(debrief: Debrief) -> list[int]:
    """The days on whose night the guns were meant to be silent."""
    days = {ply.day for ply in debrief.past.plies if ply.state[at.TRUCE]}
    return sorted(days)


# ------------------------------------------------------------------------------------------------------------ the plot
def lanes_plot(model: Model, debrief: Debrief, record: Dated) -> Plot:
    """Days from left to right: the game's, and below it the record's, up to the horizon."""
    own = "; ".join(f"{w.OWN_DAY.format(day=day, date=short_date(model.book, day))}: {w.TURNED[kind]}"
                    for day, kind in own_signs(model))  # fmt: skip
    told = "; ".join(short_date(model.book, day) for day in dict(record))
    height = (LANE if not record else 2 * LANE) + DATES
    drawn = {TURNS[kind] for _, kind in own_signs(model)}
    band = (Shape("area", ((1, 4), (23, 4), (23, 14), (1, 14)), fill="teal", stroke="teal-line"), w.TRUCE_BAR)
    keys = (
        *((band,) if truce_days(debrief) else ()),
        *((sign(kind, (12.0, 9.0)), said) for kind, said in w.SIGNS.items() if TURNS[kind] in drawn),
    )
    return Plot(
        (w.LANES_SAY if told else w.LANE_SAYS).format(own=own or w.NO_TURN, record=told), (300.0, height),
        lambda room: draw_lanes(model, debrief, record, room), keys,
    )  # fmt: skip


def own_signs(model: Model) -> list[tuple[int, str]]:
    """The turns that have a sign, with their days."""
    return [(day, event.kind) for day, event in model.log if event.kind in TURNS]


def sign(kind: str, place: Point) -> Shape:
    """A sign of its own shape and colour."""
    colour, form = TURNS[kind]
    x, y = place
    if form == "square":
        return Shape("area", ((x - 4, y - 4), (x + 4, y - 4), (x + 4, y + 4), (x - 4, y + 4)), fill=colour)
    if form == "cross":
        corners = ((x - 4, y - 4), (x + 4, y + 4), (x, y), (x - 4, y + 4), (x + 4, y - 4))
        return Shape("line", corners, stroke=colour, width=2.4)
    full = Shape("disc", (place,), fill=colour, radius=4.5)
    return full if form == "disc" else full._replace(fill="panel", stroke=colour, width=2)


def draw_lanes(model: Model, debrief: Debrief, record: Dated, room: Point) -> Drawn:
    """The picture in a room."""
    over = int(debrief.final[at.DAY])
    last = model.tables.horizon if record else over
    step = (room[0] - 2 * EDGE) / max(1, last)
    shapes = [*_own_lane(model, debrief, step, over)]
    labels = []
    if record:
        labels = [Label((0, NAMED - 6), w.YOUR_GAME, "own"), Label((0, LANE + NAMED - 6), w.THE_RECORD, "road")]
        shapes += _record_lane(record, step, last)
    labels += _dates(model, last, step, room)
    return Drawn(tuple(shapes), tuple(labels))


def _line(step: float, days: int, y: float) -> Shape:
    return Shape("line", ((EDGE - 4, y), (EDGE + step * days + 4, y)), stroke="dim", width=1.2)


def _own_lane(model: Model, debrief: Debrief, step: float, over: int) -> Iterator[Shape]:
    y = NAMED + 16
    yield _line(step, over, y)
    for day in truce_days(debrief):
        left, right = EDGE + step * (day - 1), EDGE + step * day
        yield Shape("area", ((left, y - 8), (right, y - 8), (right, y + 8), (left, y + 8)), fill="teal")
    yield from (sign(kind, (EDGE + step * (day - 0.5), y)) for day, kind in own_signs(model))


def _record_lane(record: Dated, step: float, last: int) -> Iterator[Shape]:
    y = LANE + NAMED + 16
    yield _line(step, last, y)
    yield from (Shape("disc", ((EDGE + step * (day - 0.5), y),), fill="road", radius=4.5) for day in dict(record))


def _dates(model: Model, last: int, step: float, room: Point) -> Iterator[Label]:
    """The first day, the last, and those between that find room."""
    texts = {day: short_date(model.book, day) for day in range(1, last + 1)}
    wide = LETTER * max(map(len, texts.values())) + 18
    most = max(2, min(8, int(room[0] // wide), last))
    y = room[1] - DATES / 2
    for day in sorted({1 + round((last - 1) * i / (most - 1)) for i in range(most)} if last > 1 else {1}):
        anchor = "left" if day == 1 else "right" if day == last else "middle"
        x = 0.0 if day == 1 else room[0] if day == last else EDGE + step * (day - 0.5)
        yield Label((x, y), texts[day], "faint", anchor)

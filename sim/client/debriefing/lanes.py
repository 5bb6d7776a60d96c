"""Your game and the record as two lines of days: a sign for each turn, and the names of as many as find room.

A name stands below its sign with a line that leads to it. What weighs most is named first; no name lies over another or
over what leads to one, so that some are left out where turns crowd: these are told where their signs are pointed at.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sim.client.debriefing import debrief_words as w
from sim.client.debriefing.debrief import Debrief
from sim.client.debriefing.ending import ending_word
from sim.client.model import Model
from sim.client.naming import capitalised, short_date
from sim.client.page import Drawn, Label, Plot, Spot
from sim.client.telling.events import page_of, tell
from sim.client.view.drawing.scene import Point, Shape
from sim.rules import layout as at

TURNS = {
    "signed": ("good", "disc"), "renewed": ("good", "ring"), "resumed": ("good", "disc"), "amended": ("good", "ring"),
    "expired": ("warn", "square"), "suspended": ("warn", "square"),
    "collapsed": ("bad", "cross"), "denounced": ("bad", "cross"), "talks_ended": ("bad", "cross"),
    "unratified": ("warn", "ring"), "fired": ("neutral", "square"), "over": ("paper", "square"),
}  # fmt: skip
"""The sign of each turn: its colour and its shape, for colour alone must not tell."""
FIRST_NAMED = (
    "over", "talks_ended", "denounced", "collapsed", "signed", "fired", "suspended", "expired", "unratified", "resumed",
    "amended", "renewed",
)  # fmt: skip
EDGE, DATES = 10.0, 18.0  # pixels of the design: at both ends, the dates' height
NAME, LINE = 9.0, 27.0  # from the top of a lane to the middle of its name, and to its line
UNDER, ROW, ROWS = 18.0, 18.0, 2  # from the line to the first row of names, from row to row, how many rows there are
LANE = LINE + UNDER + ROW * (ROWS - 1) + 14.0
LETTER, APART = 7.0, 8.0  # what a letter takes at most, and what stays free between two names
CLEAR = 8.0  # from the end of a line that leads to a name to the middle of that name, so that it does not cross it
MOST_LETTERS = 28
DATED = re.compile(r"^(?:\w+ )?\d+ \w+,? ")  # "On 3 October ", which the place of a sign tells
Dated = Sequence[tuple[int, str]]
"""Days with the facts that became known on them."""


class Turn(NamedTuple):
    """Something that turned: its day, its kind or nothing for a fact, its name, and a sentence."""

    day: int
    kind: str
    name: str
    says: str


def lanes_plot(model: Model, debrief: Debrief, record: Dated) -> Plot:
    """Days from left to right: the game's, and below it the record's, up to the horizon."""
    turns, told = own_turns(model, debrief), recorded_turns(model, record)
    own = "; ".join(f"{_on_day(model, each.day)}: {each.name}" for each in turns)
    days = "; ".join(dict.fromkeys(short_date(model.book, each.day) for each in told))
    height = (2 * LANE if record else LANE) + DATES
    drawn = {TURNS[each.kind] for each in turns}
    band = (Shape("area", ((1, 4), (23, 4), (23, 14), (1, 14)), fill="teal", stroke="teal-line"), w.TRUCE_BAR)
    keys = (
        *((band,) if truce_days(debrief) else ()),
        *((sign(kind, (12.0, 9.0)), said) for kind, said in w.SIGNS.items() if TURNS[kind] in drawn),
    )
    return Plot(
        (w.LANES_SAY if told else w.LANE_SAYS).format(own=own or w.NO_TURN, record=days), (440.0, height),
        lambda room: draw_lanes(model, debrief, (turns, told), room), keys,
    )  # fmt: skip


def _on_day(model: Model, day: int) -> str:
    return w.OWN_DAY.format(day=day, date=short_date(model.book, day))


def own_turns(model: Model, debrief: Debrief) -> list[Turn]:
    """What turned in the game, with its end."""
    found = []
    for dated in model.log:
        day, event = dated
        if event.kind in TURNS:
            says = tell(model, dated, briefly=True).text
            page = page_of(model, event) if event.kind == "fired" else None
            name = w.TURNED.get(event.kind) or (page.name if page else "") or beginning(says)
            found.append(Turn(day, event.kind, name, says))
    end = Turn(int(debrief.final[at.DAY]), "over", ending_word(model, debrief), ending_word(model, debrief, "text"))
    return [*found, end]


def recorded_turns(model: Model, record: Dated) -> list[Turn]:
    """What the record tells of those days; what has no short name goes by the beginning of its sentence."""
    found = []
    for day, id_ in record:
        fact = model.book.fact(id_)
        name = str(fact["short"] or beginning(fact["says"]))
        found.append(Turn(day, "", name, w.FACT.format(says=fact["says"], id=id_)))
    return found


def beginning(sentence: str) -> str:
    """The first words of a sentence, without a date at its head."""
    said = capitalised(DATED.sub("", sentence).rstrip("."))
    if len(said) <= MOST_LETTERS:
        return said
    return said[: MOST_LETTERS + 1].rpartition(" ")[0].rstrip(",;:") + "\u2026"


def truce_days(debrief: Debrief) -> list[int]:
    """The days on whose night the guns were meant to be silent."""
    return sorted({ply.day for ply in debrief.past.plies if ply.state[at.TRUCE]})


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


# ------------------------------------------------------------------------------------------------------------ the plot
def draw_lanes(model: Model, debrief: Debrief, turns: tuple[list[Turn], list[Turn]], room: Point) -> Drawn:
    """The picture in a room."""
    own, told = turns
    over = int(debrief.final[at.DAY])
    last = model.tables.horizon if told else over
    step = (room[0] - 2 * EDGE) / max(1, last)
    quiet = [_night(step, day) for day in truce_days(debrief)]
    shapes: list[Shape] = [_line(step, over, LINE), *quiet]
    labels = [Label((0, NAME), w.YOUR_GAME, "own")] if told else []
    shapes += [sign(each.kind, (_x(step, each), LINE)) for each in own]
    spots = [Spot((_x(step, each), LINE), _told(model, each)) for each in own]
    named = list(named_turns(own, step, room[0], 0.0))
    if told:
        labels.append(Label((0, LANE + NAME), w.THE_RECORD, "road"))
        shapes.append(_line(step, last, LANE + LINE))
        shapes += [Shape("disc", ((_x(step, each), LANE + LINE),), fill="road", radius=4.5) for each in told]
        spots += [Spot((_x(step, each), LANE + LINE), _told(model, each)) for each in told]
        named += named_turns(told, step, room[0], LANE)
    labels += [label for label, _ in named]
    labels += _dates(model, last, step, room)
    return Drawn((*(lead for _, lead in named), *shapes), tuple(labels), tuple(spots))


def _told(model: Model, each: Turn) -> str:
    return w.TURN_TOLD.format(day=_on_day(model, each.day), says=each.says)


def _x(step: float, each: Turn) -> float:
    return EDGE + step * (each.day - 0.5)


def _line(step: float, days: int, y: float) -> Shape:
    return Shape("line", ((EDGE - 4, y), (EDGE + step * days + 4, y)), stroke="dim", width=1.2)


def _night(step: float, day: int) -> Shape:
    left, right = EDGE + step * (day - 1), EDGE + step * day
    return Shape("area", ((left, LINE - 8), (right, LINE - 8), (right, LINE + 8), (left, LINE + 8)), fill="teal")


class _Named(NamedTuple):
    """Where a name stands: its row, its left and right end, and the line that leads to it."""

    row: int
    left: float
    right: float
    lead: float


def named_turns(turns: Sequence[Turn], step: float, width: float, top: float) -> Iterator[tuple[Label, Shape]]:
    """The names that find room below a lane whose top is given, each with the line that leads to it."""
    placed: list[_Named] = []
    for each in by_weight(turns):
        lead, wide = _x(step, each), LETTER * len(each.name)
        left = min(max(0.0, lead - wide / 2), width - wide)
        wished = (_Named(row, left, left + wide, lead) for row in range(ROWS))
        here = next((name for name in wished if not any(_meets(name, other) for other in placed)), None)
        if here and wide <= width:
            placed.append(here)
            y = top + LINE + UNDER + ROW * here.row
            colour = TURNS[each.kind][0] if each.kind else "dim"
            lead_line = Shape("line", ((lead, top + LINE + 6), (lead, y - CLEAR)), stroke="faint", width=1)
            yield Label((left + wide / 2, y), each.name, colour if colour in INKS else "dim", "middle"), lead_line


INKS = ("good", "warn", "bad", "paper")
"""Colours of signs in which a word can be read."""


def by_weight(turns: Sequence[Turn]) -> list[Turn]:
    """What is named first: what weighs most, then what came first; what only comes again comes last."""
    ordered = sorted(turns, key=lambda each: (FIRST_NAMED.index(each.kind) if each.kind else 0, each.day))
    first = {(each.kind, each.name): each for each in reversed(ordered)}
    return sorted(ordered, key=lambda each: first[each.kind, each.name] is not each)


def _meets(one: _Named, other: _Named) -> bool:
    """Whether two names, or a name and the line that leads to the other, lie over each other."""
    if one.row == other.row:
        return one.left < other.right + APART and other.left < one.right + APART
    upper, lower = sorted((one, other))
    return upper.left - APART / 2 < lower.lead < upper.right + APART / 2


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

"""The days of a replay in a row: which is open, when there was a truce, when an agreement came and went."""

from collections.abc import Iterator

from sim.client.debriefing.debrief import ENDS_OF_AGREEMENTS
from sim.client.naming import short_date
from sim.client.replaying import replay_words as w
from sim.client.replaying.replay import Replay
from sim.client.replaying.replay_mark import ReplayMark
from sim.client.view.drawing.flow import Flow
from sim.client.view.drawing.layout import Column, Node, Row, Sheet, Space, Text, px
from sim.client.view.drawing.scene import Control, Fragment, Picture, Rect, Run, Shape, Words
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import mark as sign
from sim.client.view.shell.replay_messages import ShowDay
from sim.language import RIGHT_TO_LEFT, spoken
from sim.rules import layout as at

SIGNS, CELL, FIGURES = 11.0, 17.0, 14.0  # heights in pixels of the design: signs, cells, figures below
GAP = 1.5  # between cells
EVERY = 7  # days, of which one is written out
BEGINS = ("entered", "resumed")


def timeline(replay: Replay, mark: ReplayMark) -> Node:
    """The row with what its signs mean."""
    return Column(Days(replay, mark), legend(), gap=2)


def legend() -> Node:
    """What the signs mean."""
    bar = Space(12, 12, Picture((12, 12), (Shape("area", ((0, 7), (12, 7), (12, 11), (0, 11)), "good"),)))
    signs: tuple[tuple[Node, str], ...] = (
        (bar, w.TRUCE), (sign("check", "good", 10), w.BEGUN), (sign("cross", "bad", 10), w.BROKEN),
    )  # fmt: skip
    return Flow(*(Row(drawn, Text(Run(text, "tiny", "dim")), gap=5) for drawn, text in signs), gap=16, lead=1)


class Days(Node):
    """The row itself, which can be pressed anywhere: a slider. Later days lie ahead in the direction of reading."""

    def __init__(self, replay: Replay, mark: ReplayMark) -> None:
        super().__init__()
        self.replay, self.mark = replay, mark
        self.grow = 1.0

    def find_least(self, ruler: Ruler) -> int:
        return px(200, ruler)

    def measure(self, width: int, ruler: Ruler) -> int:  # noqa: ARG002 - the node's
        return px(SIGNS + CELL + FIGURES, ruler)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        unit, count = sheet.ruler.unit, self.replay.end
        width = rect.w / unit
        shapes = tuple(self._shapes(width / count))
        name = w.DAYS_NAME.format(day=min(self.mark.day, self.replay.last), last=self.replay.last)
        control = Control("days", ShowDay(), tip=w.DAYS_TIP)
        height = SIGNS + CELL + FIGURES
        sheet.add(rect, Picture((width, height), shapes), role="slider", name=name, control=control)
        self._write_days(rect, sheet)

    def _left(self, day: int, wide: float) -> float:
        """Where the cell of a day begins."""
        place = self.replay.end - day if spoken() in RIGHT_TO_LEFT else day - 1
        return place * wide

    def _shapes(self, wide: float) -> Iterator[Shape]:
        quiet = {int(look.values[at.DAY]) for look in self.replay.looks[self.mark.seat] if look.values[at.TRUCE]}
        for day in range(1, self.replay.end + 1):
            left, right = self._left(day, wide), self._left(day, wide) + max(1.0, wide - GAP)
            fill = "paper" if day == self.mark.day else "past" if day < self.mark.day else "track"
            yield _cell(left, right, SIGNS, SIGNS + CELL, fill)
            if day in quiet:
                yield _cell(left, right, SIGNS + CELL - 5, SIGNS + CELL, "good")
        for day, kind in self._turns():
            middle = self._left(day, wide) + wide / 2
            yield from _sign("good" if kind in BEGINS else "bad", middle, kind in BEGINS)

    def _turns(self) -> Iterator[tuple[int, str]]:
        """Days on which an agreement came or went, as far as may be seen."""
        replay, mark = self.replay, self.mark
        looks = replay.looks[mark.seat]
        known = [each for look in looks for each in look.events] if mark.fog or not replay.past else replay.past.events
        for day, event in known:
            if event.kind in (*BEGINS, *ENDS_OF_AGREEMENTS, "suspended"):
                yield day, event.kind

    def _write_days(self, rect: Rect, sheet: Sheet) -> None:
        """Dates below, a week apart or all of a short game, as long as they find room."""
        ruler, count = sheet.ruler, self.replay.end
        top = rect.bottom - ruler.height("tiny")
        taken: list[Rect] = []
        for day in range(1, self.replay.last + 1, EVERY if self.replay.last > 2 * EVERY else 1):
            text = short_date(self.replay.book, day)
            wide = ruler.width(text, "tiny")
            left = rect.x + round(self._left(day, rect.w / count))
            if spoken() in RIGHT_TO_LEFT:
                left += round(rect.w / count) - wide
            place = Rect(left, top, wide, ruler.height("tiny"))
            if rect.covers(place) and not any(place.inset(-px(8, ruler), 0).overlaps(each) for each in taken):
                taken.append(place)
                sheet.add(place, Words((Fragment(0, 0, text, "tiny", "dim"),)), role="text", name=text)


def _cell(left: float, right: float, top: float, bottom: float, fill: str) -> Shape:
    return Shape("area", ((left, top), (right, top), (right, bottom), (left, bottom)), fill)


def _sign(colour: str, x: float, begun: bool) -> Iterator[Shape]:
    """A check or a cross above the cell of a day."""
    if begun:
        yield Shape("line", ((x - 4, 5), (x - 1.5, 8), (x + 4, 1.5)), stroke=colour, width=2)
    else:
        yield Shape("line", ((x - 3.5, 1.5), (x + 3.5, 8)), stroke=colour, width=2)
        yield Shape("line", ((x + 3.5, 1.5), (x - 3.5, 8)), stroke=colour, width=2)

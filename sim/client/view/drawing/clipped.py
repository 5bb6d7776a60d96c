"""A sentence that keeps to one line, or to as many as there is room for."""

import re
from bisect import bisect_left

from sim.client.view.drawing.layout import Node, Sheet
from sim.client.view.drawing.scene import Rect, Run
from sim.client.view.drawing.typeset import Ruler, natural_width, typeset

NOTHING = Run("")
CLAUSE = re.compile(r"(?<=[.;,!?\u060c\u061b\u061f])\s+")
WORD = re.compile(r"\s+")


class Clipped(Node):
    """A sentence between what comes before it and after it; clauses that find no room are left off its end.

    It is cut between clauses, or between words where not one clause finds room, and then ``more`` follows: the way to
    the whole. It asks for the lines that it needs, ``lines`` at most, and can be pressed down to ``pressed`` of them.
    """

    LEAST = 16  # letters of the sentence that are always shown

    def __init__(
        self, before: Run, said: Run, after: Run = NOTHING, *, more: Run = NOTHING, lines: int = 1, pressed: int = 1
    ) -> None:
        super().__init__()
        self.before, self.said, self.after, self.more = before, said, after, more
        self.lines, self.pressed = lines, pressed

    def _runs(self, letters: int) -> tuple[Run, ...]:
        text, more = self.said.text, NOTHING
        if letters < len(text):
            shown = text[:letters].rstrip(" ,;:\u060c\u061b")
            text, more = f"{shown}{' ' if shown.endswith('.') else ''}\u2026", self.more
        return tuple(run for run in (self.before, self.said._replace(text=text), self.after, more) if run.text)

    def _ends(self, where: re.Pattern[str]) -> list[int]:
        """How many letters may be shown: up to each end of a clause or a word, and all."""
        text = self.said.text
        ends = [found.start() for found in where.finditer(text) if found.start() >= self.LEAST]
        return [*ends, len(text)]

    def find_least(self, ruler: Ruler) -> int:
        return natural_width(self._runs(self.LEAST), ruler)

    def find_natural(self, ruler: Ruler) -> int:
        return natural_width(self._runs(len(self.said.text)), ruler)

    def measure(self, width: int, ruler: Ruler) -> int:
        line = self._line(ruler)
        if self.lines == 1:
            return line
        return min(typeset(self._runs(len(self.said.text)), width, ruler).height, self.lines * line)

    def floor(self, width: int, ruler: Ruler) -> int:
        return min(self.height(width, ruler), self.pressed * self._line(ruler))

    def place(self, rect: Rect, sheet: Sheet) -> None:
        block = typeset(self._runs(self._letters(rect, sheet.ruler)), rect.w, sheet.ruler)
        sheet.add(Rect(rect.x, rect.y, rect.w, block.height), block.words)

    def _line(self, ruler: Ruler) -> int:
        return max(ruler.height(run.style) for run in self._runs(0))

    def _letters(self, room: Rect, ruler: Ruler) -> int:
        """How many letters of the sentence find room; halved down to, for it may be a long one."""
        high = max(1, min(self.lines, room.h // self._line(ruler))) * self._line(ruler)
        for where in (CLAUSE, WORD):
            ends = self._ends(where)
            found = bisect_left(ends, True, key=lambda end: not self._fits(end, room.w, high, ruler))
            if found:
                return ends[found - 1]
        return self.LEAST

    def _fits(self, letters: int, width: int, high: int, ruler: Ruler) -> bool:
        runs = self._runs(letters)
        if high == self._line(ruler):
            return sum(ruler.width(run.text, run.style) for run in runs) <= width
        return typeset(runs, width, ruler).height <= high

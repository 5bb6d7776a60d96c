"""A sentence that keeps to one line, whatever room there is."""

from sim.client.view.drawing.layout import Node, Sheet
from sim.client.view.drawing.scene import Rect, Run
from sim.client.view.drawing.typeset import Ruler, natural_width, typeset

NOTHING = Run("")


class Clipped(Node):
    """A sentence on one line between what comes before it and after it; what finds no room is left off its end."""

    LEAST = 16  # letters of the sentence that are always shown

    def __init__(self, before: Run, said: Run, after: Run = NOTHING) -> None:
        super().__init__()
        self.before, self.said, self.after = before, said, after

    def _runs(self, letters: int) -> tuple[Run, ...]:
        text = self.said.text
        shown = text if letters >= len(text) else f"{text[:letters].rstrip(' ,;.')}\u2026"
        return tuple(run for run in (self.before, self.said._replace(text=shown), self.after) if run.text)

    def find_least(self, ruler: Ruler) -> int:
        return natural_width(self._runs(self.LEAST), ruler)

    def find_natural(self, ruler: Ruler) -> int:
        return natural_width(self._runs(len(self.said.text)), ruler)

    def measure(self, width: int, ruler: Ruler) -> int:  # noqa: ARG002 - the node's
        return ruler.height(self.said.style)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        block = typeset(self._runs(self._letters(rect.w, sheet.ruler)), rect.w, sheet.ruler)
        sheet.add(Rect(rect.x, rect.y, rect.w, block.height), block.words)

    def _letters(self, width: int, ruler: Ruler) -> int:
        """How many letters of the sentence find room; halved down to, for it may be a long one."""
        fits, most = self.LEAST, len(self.said.text)
        if sum(ruler.width(run.text, run.style) for run in self._runs(most)) <= width:
            return most
        while fits < most - 1:
            middle = (fits + most) // 2
            if sum(ruler.width(run.text, run.style) for run in self._runs(middle)) <= width:
                fits = middle
            else:
                most = middle
        return fits

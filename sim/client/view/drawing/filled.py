"""A node that tells as much as there is room for, what matters most first."""

from collections.abc import Callable, Mapping, Sequence

from sim.client.view.drawing.layout import Node, Sheet
from sim.client.view.drawing.scene import Rect
from sim.client.view.drawing.typeset import Ruler

Forms = Sequence[Callable[[], Node | None]]
"""A part's forms from the plainest to the richest, made once they are tried; None where it is left out."""
Chosen = Mapping[str, Node | None]


class Filled(Node):
    """Parts, each in the richest of its forms for which there is room; whatever room there is, in its plainest.

    ``steps`` enlarge a part up to one of its forms by number, or as far as that fits, one after the other; ``build``
    puts the chosen forms together. What holds it asks the plainest how much room it needs.
    """

    def __init__(
        self, parts: Mapping[str, Forms], steps: Sequence[tuple[str, int]], build: Callable[[Chosen], Node]
    ) -> None:
        super().__init__()
        self.parts, self.steps, self.build = parts, steps, build
        self._made: dict[tuple[str, int], Node | None] = {}
        self._plainest = self.built(dict.fromkeys(parts, 0))

    def built(self, levels: Mapping[str, int]) -> Node:
        """All parts, each in the form of a number."""
        for part, level in levels.items():
            if (part, level) not in self._made:
                self._made[part, level] = self.parts[part][level]()
        return self.build({part: self._made[part, level] for part, level in levels.items()})

    def find_least(self, ruler: Ruler) -> int:
        return self._plainest.least(ruler)

    def find_natural(self, ruler: Ruler) -> int:
        return self._plainest.natural(ruler)

    def measure(self, width: int, ruler: Ruler) -> int:
        return self._plainest.height(width, ruler)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        levels, node = dict.fromkeys(self.parts, 0), self._plainest
        for part, most in self.steps:
            while levels[part] < min(most, len(self.parts[part]) - 1):
                richer = levels | {part: levels[part] + 1}
                tried = self.built(richer)
                if tried.height(rect.w, sheet.ruler) > rect.h:
                    break
                levels, node = richer, tried
        node.place(rect, sheet)

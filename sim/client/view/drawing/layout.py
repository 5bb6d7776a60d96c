"""One layout system: nodes that say how much room they need, and place elements in the room they get.

A node knows its least and its natural width, its height at a width, and how far it can be pressed down. Whoever holds
it gives it a rectangle; it puts elements on a sheet. All it asks of fonts is a ruler, so it runs without a display.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from sim.client.view.drawing.scene import Control, Drawing, Element, Rect, Region, Run, Strip
from sim.client.view.drawing.typeset import Ruler, least_width, natural_width, plain, typeset


class Sheet:
    """Collects the elements of a scene."""

    def __init__(self, ruler: Ruler) -> None:
        self.ruler = ruler
        self.elements: list[Element] = []
        self.regions: dict[str, Region] = {}
        self.region = ""
        self.strip: Strip | None = None

    def px(self, length: float) -> int:
        """A length of the design in pixels of this window."""
        return px(length, self.ruler)

    def add(
        self, rect: Rect, drawing: Drawing | None, *, role: str = "", name: str = "", control: Control | None = None
    ) -> None:
        """Put an element on the sheet."""
        self.elements.append(Element(rect, drawing, role, name, control, self.region))


class Node:
    """Something that can be placed. ``grow`` is its share of what is left over, along the way it is stacked."""

    def __init__(self) -> None:
        self.grow = 0.0
        self.fixed = 0.0  # width in pixels of the design; 0: as needed
        self._heights: dict[int, int] = {}
        self._least = self._natural = -1

    def find_least(self, ruler: Ruler) -> int:
        """The least width at which nothing is cut."""
        raise NotImplementedError

    def find_natural(self, ruler: Ruler) -> int:
        """The width it would have if there were room."""
        return self.least(ruler)

    def least(self, ruler: Ruler) -> int:
        """The least width, remembered."""
        if self._least < 0:
            self._least = self.find_least(ruler)
        return self._least

    def natural(self, ruler: Ruler) -> int:
        """The natural width, remembered."""
        if self._natural < 0:
            self._natural = self.find_natural(ruler)
        return self._natural

    def measure(self, width: int, ruler: Ruler) -> int:
        """The height that it needs at a width."""
        raise NotImplementedError

    def height(self, width: int, ruler: Ruler) -> int:
        """The height that it needs at a width, remembered."""
        found = self._heights.get(width)
        if found is None:
            found = self._heights[width] = self.measure(width, ruler)
        return found

    def floor(self, width: int, ruler: Ruler) -> int:
        """The height to which it can be pressed down."""
        return self.height(width, ruler)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        """Put its elements into a rectangle."""
        raise NotImplementedError


def grown(node: Node, weight: float = 1.0) -> Node:
    """The node, which takes a share of what is left over."""
    node.grow = weight
    return node


def fixed(node: Node, width: float) -> Node:
    """The node at a width in pixels of the design."""
    node.fixed = width
    return node


def px(length: float, ruler: Ruler) -> int:
    """A length of the design in pixels of the window at hand."""
    return pixels(length, ruler.unit) if length else 0


@lru_cache(maxsize=2_000)
def pixels(length: float, unit: float) -> int:
    """A length of the design where one pixel of it is ``unit`` pixels: one at least."""
    return max(1, round(length * unit))


def least_of(node: Node, ruler: Ruler) -> int:
    """The least width of a node among others: what it is fixed at, if it is."""
    return px(node.fixed, ruler) or node.least(ruler)


def natural_of(node: Node, ruler: Ruler) -> int:
    """The natural width of a node among others: what it is fixed at, if it is."""
    return px(node.fixed, ruler) or node.natural(ruler)


class Text(Node):
    """Runs of text, broken into lines. With ``role`` it is told to those who cannot see it."""

    def __init__(self, *runs: Run, align: str = "left", role: str = "text", unbroken: bool = False) -> None:
        super().__init__()
        self.runs = tuple(run for run in runs if run.text)
        self.align, self.role, self.unbroken = align, role, unbroken

    def find_least(self, ruler: Ruler) -> int:
        return self.natural(ruler) if self.unbroken else least_width(self.runs, ruler)

    def find_natural(self, ruler: Ruler) -> int:
        return natural_width(self.runs, ruler)

    def measure(self, width: int, ruler: Ruler) -> int:
        return typeset(self.runs, width, ruler, self.align).height if self.runs else 0

    def place(self, rect: Rect, sheet: Sheet) -> None:
        if self.runs:
            block = typeset(self.runs, rect.w, sheet.ruler, self.align)
            name = plain(self.runs) if self.role else ""
            sheet.add(Rect(rect.x, rect.y, rect.w, block.height), block.words, role=self.role, name=name)


def say(text: str, style: str = "body", colour: str = "ink", align: str = "left") -> Text:
    """A text in one style."""
    return Text(Run(text, style, colour), align=align)


class Space(Node):
    """Room for nothing, or for a drawing: ``width`` by ``height`` in pixels of the design."""

    def __init__(self, width: float = 0, height: float = 0, drawing: Drawing | None = None) -> None:
        super().__init__()
        self.size, self.drawing = (width, height), drawing

    def find_least(self, ruler: Ruler) -> int:
        return px(self.size[0], ruler)

    def measure(self, width: int, ruler: Ruler) -> int:  # noqa: ARG002 - the node's
        return px(self.size[1], ruler)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        if self.drawing is not None:
            height = self.height(rect.w, sheet.ruler)
            top = rect.y + max(0, rect.h - height) // 2
            width = rect.w if self.grow else min(rect.w, self.least(sheet.ruler))
            sheet.add(Rect(rect.x, top, width, height), self.drawing)


class Stack(Node):
    """What rows and columns share: children and the gap between them."""

    def __init__(self, *children: Node | None, gap: float = 0) -> None:
        super().__init__()
        self.children = [child for child in children if child is not None]
        self.gap = gap

    def gaps(self, ruler: Ruler) -> int:
        """Room between all children."""
        return px(self.gap, ruler) * (len(self.children) - 1) if self.children else 0


def share_out(extra: int, weights: Sequence[float]) -> list[int]:
    """Whole pixels by weight, all of them given away if any weight is positive."""
    total = sum(weights)
    if total <= 0 or extra <= 0:
        return [0] * len(weights)
    edges = [round(extra * sum(weights[: i + 1]) / total) for i in range(len(weights))]
    return [edge - before for edge, before in zip(edges, [0, *edges], strict=False)]


def press(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Lengths that fit the room as far as their least allows: what can give way does so in proportion."""
    over = sum(wanted) - room
    slack = [w - low for w, low in zip(wanted, least, strict=True)]
    if over <= 0 or sum(slack) <= 0:
        return list(wanted)
    share = min(1.0, over / sum(slack))
    return [w - min(s, ceil(s * share)) for w, s in zip(wanted, slack, strict=True)]


def divide(room: int, wanted: Sequence[int], least: Sequence[int], weights: Sequence[float]) -> list[int]:
    """Room among some that take what they want and some, with a weight, that share what is left, none below its least.

    Where there is too little, those that want more than their least give way in proportion.
    """
    basis = [low if weight else want for want, low, weight in zip(wanted, least, weights, strict=True)]
    found = press(basis, least, room)
    shared = [i for i, weight in enumerate(weights) if weight]
    left = room - sum(size for i, size in enumerate(found) if i not in shared)
    while shared:
        parts = share_out(left, [weights[i] for i in shared])
        short = [i for i, part in zip(shared, parts, strict=True) if part < least[i]]
        if not short:
            for i, part in zip(shared, parts, strict=True):
                found[i] = part
            break
        for i in short:
            found[i] = least[i]
            left -= least[i]
        shared = [i for i in shared if i not in short]
    return found


class Row(Stack):
    """Children side by side. ``align`` puts lower ones at the top, the centre or the bottom, or stretches them."""

    def __init__(self, *children: Node | None, gap: float = 0, align: str = "centre") -> None:
        super().__init__(*children, gap=gap)
        self.align = align
        self._widths: dict[int, list[int]] = {}

    def find_least(self, ruler: Ruler) -> int:
        return sum([least_of(c, ruler) for c in self.children]) + self.gaps(ruler)

    def find_natural(self, ruler: Ruler) -> int:
        return sum([natural_of(c, ruler) for c in self.children]) + self.gaps(ruler)

    def widths(self, width: int, ruler: Ruler) -> list[int]:
        """The width of each child in a row of this width, remembered."""
        found = self._widths.get(width)
        if found is None:
            found = self._widths[width] = self._share(width, ruler)
        return found

    def _share(self, width: int, ruler: Ruler) -> list[int]:
        least = [least_of(c, ruler) for c in self.children]
        wanted = [natural_of(c, ruler) for c in self.children]
        return divide(width - self.gaps(ruler), wanted, least, [c.grow for c in self.children])

    def measure(self, width: int, ruler: Ruler) -> int:
        widths = self.widths(width, ruler)
        return max([c.height(w, ruler) for c, w in zip(self.children, widths, strict=True)], default=0)

    def floor(self, width: int, ruler: Ruler) -> int:
        widths = self.widths(width, ruler)
        return max([c.floor(w, ruler) for c, w in zip(self.children, widths, strict=True)], default=0)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        x = rect.x
        for child, width in zip(self.children, self.widths(rect.w, sheet.ruler), strict=True):
            height = rect.h if self.align == "stretch" else min(rect.h, child.height(width, sheet.ruler))
            spare = rect.h - height
            top = rect.y + {"centre": spare // 2, "bottom": spare}.get(self.align, 0)
            child.place(Rect(x, top, width, height), sheet)
            x += width + px(self.gap, sheet.ruler)


class Column(Stack):
    """Children below one another, each as wide as the column. What can be pressed gives way when there is no room."""

    def find_least(self, ruler: Ruler) -> int:
        return max([least_of(c, ruler) for c in self.children], default=0)

    def find_natural(self, ruler: Ruler) -> int:
        return max([natural_of(c, ruler) for c in self.children], default=0)

    def measure(self, width: int, ruler: Ruler) -> int:
        return sum([c.height(width, ruler) for c in self.children]) + self.gaps(ruler)

    def floor(self, width: int, ruler: Ruler) -> int:
        return sum([c.floor(width, ruler) for c in self.children]) + self.gaps(ruler)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        room = rect.h - self.gaps(sheet.ruler)
        heights = [c.height(rect.w, sheet.ruler) for c in self.children]
        if sum(heights) > room:
            heights = press(heights, [c.floor(rect.w, sheet.ruler) for c in self.children], room)
        extra = share_out(room - sum(heights), [c.grow for c in self.children])
        y = rect.y
        for child, height, more in zip(self.children, heights, extra, strict=True):
            child.place(Rect(rect.x, y, rect.w, height + more), sheet)
            y += height + more + px(self.gap, sheet.ruler)

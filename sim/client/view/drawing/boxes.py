"""Nodes that hold others: boxes with a margin, controls, panels, scrolled regions, and drawings with words on them."""

from collections.abc import Callable
from typing import NamedTuple

from sim.client.view import words as w
from sim.client.view.drawing.layout import Column, Node, Row, Sheet, Text, grown, px
from sim.client.view.drawing.scene import Box, Control, Element, Rect, Region, Run
from sim.client.view.drawing.typeset import Ruler

LOOKS = {
    "panel": Box("panel", "line", 1, 6),
    "flat": Box("panel", "", 0, 6),
    "raised": Box("raised", "line", 1, 5),
    "sunk": Box("sunk", "line", 1, 5),
    "warned": Box("raised", "warn", 1, 5),
    "closed": Box("panel", "line", 1, 5, dashes=True),
    "primary": Box("own", "own", 1, 5),
    "danger": Box("raised", "bad", 1, 5),
    "tooltip": Box("tooltip", "dim", 1, 5),
    "dialog": Box("panel", "dim", 1, 8),
    "key": Box("", "dim", 1, 4),
    "plain": Box("", "", 0, 5),
}


class Padding(NamedTuple):
    """Room inside a box, in pixels of the design: at its sides, above and below."""

    side: float = 14
    top: float = 12
    bottom: float = 12


NORMAL, NONE, TIGHT, ROOMY = Padding(), Padding(0, 0, 0), Padding(10, 5, 5), Padding(24, 20, 20)


class Boxed(Node):
    """A child with a box behind it and room around it. With a control, the box is what is pressed."""

    def __init__(
        self, child: Node, look: Box | None, pad: Padding = NORMAL, *, role: str = "", name: str = "",
        control: Control | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.child, self.look, self.pad = child, look, pad
        self.role, self.name, self.control = role, name, control

    def find_least(self, ruler: Ruler) -> int:
        return self.child.least(ruler) + 2 * px(self.pad.side, ruler)

    def find_natural(self, ruler: Ruler) -> int:
        return (px(self.child.fixed, ruler) or self.child.natural(ruler)) + 2 * px(self.pad.side, ruler)

    def _inner(self, width: int, ruler: Ruler) -> int:
        return max(1, width - 2 * px(self.pad.side, ruler))

    def _above_and_below(self, ruler: Ruler) -> int:
        return px(self.pad.top, ruler) + px(self.pad.bottom, ruler)

    def measure(self, width: int, ruler: Ruler) -> int:
        return self.child.height(self._inner(width, ruler), ruler) + self._above_and_below(ruler)

    def floor(self, width: int, ruler: Ruler) -> int:
        return self.child.floor(self._inner(width, ruler), ruler) + self._above_and_below(ruler)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        ruler = sheet.ruler
        if self.look is not None or self.control is not None:
            sheet.add(rect, scaled(self.look, ruler), role=self.role, name=self.name, control=self.control)
        side, top = px(self.pad.side, ruler), px(self.pad.top, ruler)
        room = rect.h - self._above_and_below(ruler)
        inner = Rect(rect.x + side, rect.y + top, rect.w - 2 * side, max(0, room))
        self.child.place(inner, sheet)


def scaled(look: Box | None, ruler: Ruler) -> Box | None:
    """A box of the design in pixels of the window at hand."""
    if look is None:
        return None
    return look._replace(radius=px(look.radius, ruler), width=px(look.width, ruler))


class Centred(Node):
    """A child in the middle of the room, no larger than it needs to be, or than ``width`` in pixels of the design."""

    def __init__(self, child: Node, width: float = 0) -> None:
        super().__init__()
        self.child, self.width = child, width

    def find_least(self, ruler: Ruler) -> int:
        return self.child.least(ruler)

    def find_natural(self, ruler: Ruler) -> int:
        return px(self.width, ruler) or self.child.natural(ruler)

    def measure(self, width: int, ruler: Ruler) -> int:
        return self.child.height(min(width, self.natural(ruler)), ruler)

    def floor(self, width: int, ruler: Ruler) -> int:
        return self.child.floor(min(width, self.natural(ruler)), ruler)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        width = min(rect.w, self.natural(sheet.ruler))
        height = min(rect.h, self.child.height(width, sheet.ruler))
        left, top = rect.x + (rect.w - width) // 2, rect.y + (rect.h - height) // 2
        self.child.place(Rect(left, top, width, height), sheet)


class Canvas(Node):
    """A drawing made to measure: ``draw`` is given its rectangle and the sheet. ``size`` in pixels of the design.

    ``least`` is the height that it can be pressed down to, if it can be; ``ratio`` the height of a width beyond which
    it asks for no more, if there is one.
    """

    def __init__(
        self, size: tuple[float, float], draw: Callable[[Rect, Sheet], None], least: float = 0, ratio: float = 0
    ) -> None:
        super().__init__()
        self.size, self.draw, self.pressed, self.ratio = size, draw, least or size[1], ratio

    def find_least(self, ruler: Ruler) -> int:
        return px(self.size[0], ruler)

    def measure(self, width: int, ruler: Ruler) -> int:
        wanted = px(self.size[1], ruler)
        return max(px(self.pressed, ruler), min(wanted, round(width * self.ratio))) if self.ratio else wanted

    def floor(self, width: int, ruler: Ruler) -> int:  # noqa: ARG002 - the node's
        return px(self.pressed, ruler)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        self.draw(rect, sheet)


BAR_WIDTH = 10
SCROLLED = "scroll/"  # the beginning of the id of a region that takes the focus itself


class Scroll(Node):
    """A child that may be taller than its room: it then scrolls, by wheel, by keys and as the focus goes through it.

    ``least_height`` in pixels of the design is what it can be pressed down to, ``most`` what it asks for. Inside
    another it does not scroll, so it must not have a ``most`` there.
    """

    def __init__(self, id_: str, child: Node, least_height: float = 60, most: float = 0) -> None:
        super().__init__()
        self.id, self.child, self.least_height, self.most = id_, child, least_height, most

    def find_least(self, ruler: Ruler) -> int:
        return self.child.least(ruler)

    def find_natural(self, ruler: Ruler) -> int:
        return self.child.natural(ruler)

    def measure(self, width: int, ruler: Ruler) -> int:
        needed = self.child.height(width, ruler)
        return min(needed, px(self.most, ruler)) if self.most else needed

    def floor(self, width: int, ruler: Ruler) -> int:
        return min(self.height(width, ruler), px(self.least_height, ruler))

    def place(self, rect: Rect, sheet: Sheet) -> None:
        if sheet.region or self.child.height(rect.w, sheet.ruler) <= rect.h:
            self.child.place(rect, sheet)
            return
        width = rect.w - px(BAR_WIDTH, sheet.ruler)
        content = self.child.height(width, sheet.ruler)
        sheet.regions[self.id] = Region(rect, content)
        sheet.region, first = self.id, len(sheet.elements)
        self.child.place(Rect(rect.x, rect.y, width, content), sheet)
        sheet.region = ""
        if not any(each.control for each in sheet.elements[first:]):  # so that keys come to what can only be read
            name = w.REGIONS.get(self.id.partition("/")[0], w.REGION)
            sheet.add(rect, None, role="region", name=name, control=Control(f"{SCROLLED}{self.id}"))


class Fitting(Node):
    """The first of several nodes, from the richest to the plainest, that fits its room; else the last, which scrolls.

    They are made only once they are tried. What holds them all asks the plainest how much room it needs.
    """

    def __init__(self, *choices: Callable[[], Node]) -> None:
        super().__init__()
        self.choices = choices
        self._made: dict[int, Node] = {}

    def choice(self, number: int) -> Node:
        """A choice, made once."""
        if number not in self._made:
            self._made[number] = self.choices[number]()
        return self._made[number]

    @property
    def plainest(self) -> Node:
        """The last choice."""
        return self.choice(len(self.choices) - 1)

    def find_least(self, ruler: Ruler) -> int:
        return self.plainest.least(ruler)

    def find_natural(self, ruler: Ruler) -> int:
        return self.plainest.natural(ruler)

    def measure(self, width: int, ruler: Ruler) -> int:
        return self.plainest.height(width, ruler)

    def floor(self, width: int, ruler: Ruler) -> int:
        return self.plainest.floor(width, ruler)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        for number in range(len(self.choices)):
            node = self.choice(number)
            if node.height(rect.w, sheet.ruler) <= rect.h or node is self.plainest:
                node.place(rect, sheet)
                return


def heading(title: str, note: str | tuple[Run, ...] = "") -> Node:
    """The line at the head of a panel: its title, and a note at the right."""
    left = Text(Run(title.upper(), "heading", "ink"), role="heading")
    if not note:
        return left
    runs = (Run(note.upper(), "heading", "dim"),) if isinstance(note, str) else note
    return Row(left, grown(Text(*runs, align="right")), gap=14, align="top")


def panel(id_: str, head: Node, *body: Node | None, gap: float = 6, foot: Node | None = None) -> Node:
    """A panel: its head, a body that scrolls when it must, and a foot that stays."""
    inside = grown(Scroll(id_, Column(*body, gap=gap)))
    return Boxed(Column(head, inside, foot, gap=8), LOOKS["panel"], role="group", name=w.REGIONS.get(id_, w.REGION))


def arrange(node: Node, size: tuple[int, int], ruler: Ruler) -> Sheet:
    """The node in a window of a size."""
    sheet = Sheet(ruler)
    node.place(Rect(0, 0, *size), sheet)
    return sheet


def texts(elements: list[Element]) -> list[str]:
    """What elements say, for those who read them in a test or by ear."""
    return [each.name for each in elements if each.name]

"""The controls of the window: buttons, chips, meters, cards, quotes and marks, as nodes."""

from dataclasses import dataclass
from typing import Any

from sim.client.view import words as w
from sim.client.view.devices.bindings import cap, say_key
from sim.client.view.drawing.boxes import LOOKS, TIGHT, Boxed, Padding
from sim.client.view.drawing.layout import Column, Node, Row, Sheet, Space, Text, px
from sim.client.view.drawing.scene import Bar, Box, Control, Picture, Rect, Run, Shape
from sim.client.view.drawing.typeset import Ruler

SNUG = Padding(2, 0, 0)

# ------------------------------------------------------------------------------------------------------------- marks
MARKS: dict[str, tuple[Shape, ...]] = {
    "up": (Shape("area", ((1, 9), (6, 2), (11, 9))),),
    "down": (Shape("area", ((1, 3), (11, 3), (6, 10))),),
    "full": (Shape("area", ((2, 2), (10, 2), (10, 10), (2, 10))),),
    "hollow": (Shape("line", ((2, 2), (10, 2), (10, 10), (2, 10), (2, 2)), width=1.6),),
    "under": (Shape("area", ((0, 8), (12, 8), (12, 11), (0, 11))),),
    "dashes": (Shape("line", ((0, 9.5), (5, 9.5)), width=3), Shape("line", ((7, 9.5), (12, 9.5)), width=3)),
    "dots": tuple(Shape("disc", ((x, 9.5),), radius=1.7) for x in (2, 6, 10)),
    "check": (Shape("line", ((1.5, 6.5), (4.5, 9.5), (10.5, 2.5)), width=2),),
    "cross": (Shape("line", ((2, 2), (10, 10)), width=2), Shape("line", ((10, 2), (2, 10)), width=2)),
    "dash": (Shape("line", ((2, 6), (10, 6)), width=2),),
    "lock": (
        Shape("area", ((2, 6), (10, 6), (10, 11), (2, 11))),
        Shape("line", ((3.5, 6), (3.5, 3), (5, 1.5), (7, 1.5), (8.5, 3), (8.5, 6)), width=1.4),
    ),
    "dot": (Shape("disc", ((6, 6),), radius=3.2),),
    "ring": (Shape("disc", ((6, 6),), radius=3.8, width=1.6),),
    "right": (Shape("area", ((3, 1), (10, 6), (3, 11))),),
    "wave": (Shape("line", ((0, 8), (3, 4), (6, 8), (9, 4), (12, 8)), width=2),),
}


def mark(kind: str, colour: str, size: float = 11) -> Space:
    """A small sign of its own shape."""
    drawn = []
    for shape in MARKS[kind]:
        filled = shape.kind == "area" or (shape.kind == "disc" and kind in ("dot", "dots"))
        drawn.append(shape._replace(fill=colour if filled else "", stroke="" if filled else colour))
    return Space(size, size, Picture((12, 12), tuple(drawn)))


def key_cap(text: str, colour: str = "dim") -> Node:
    """A key in a small frame: what is on it now, if another was chosen."""
    look = LOOKS["key"]._replace(border=colour)
    return Boxed(Text(Run(say_key(cap(text)), "key", colour), role="", unbroken=True), look, Padding(6, 1, 1))


# ----------------------------------------------------------------------------------------------------------- pressing
@dataclass(frozen=True)
class Press:
    """What pressing a widget does.

    ``why``: why it cannot be done now; ``tip``: what it is; ``key``: a short cut; ``about``: the page that tells more.
    """

    id: str
    message: Any
    why: str = ""
    tip: str = ""
    key: str = ""
    about: Any = None

    @property
    def control(self) -> Control:
        """As an element carries it."""
        return Control(self.id, self.message, not self.why, self.why, self.tip, self.about)


INKS = {"primary": "on-own", "danger": "bad", "raised": "ink", "closed": "dim", "plain": "dim", "sunk": "ink"}


SIZES = {"": (Padding(11, 6, 6), 7), "small": (Padding(7, 6, 6), 5), "low": (Padding(7, 4, 4), 5)}


def button(text: str, press: Press, look: str = "raised", style: str = "strong", *, size: str = "") -> Node:
    """A button with its key, ``small`` or ``low`` with less room. One that cannot be pressed is dashed and says why."""
    shown = "closed" if press.why else look
    ink = INKS.get(shown, "ink")
    label = Text(Run(text, style, ink), role="", unbroken=True)
    cap = key_cap(press.key, ink if shown == "primary" else "dim") if press.key else None
    pad, gap = SIZES[size]
    return Boxed(Row(label, cap, gap=gap), LOOKS[shown], pad, role="button", name=text, control=press.control)


def link(text: str, press: Press, colour: str = "dim", style: str = "body") -> Node:
    """A word that can be pressed, with its key."""
    label = Text(Run(text, style, colour), role="", unbroken=True)
    return Boxed(
        Row(label, key_cap(press.key) if press.key else None, gap=6), LOOKS["plain"], Padding(4, 4, 4),
        role="button", name=text, control=press.control,
    )  # fmt: skip


@dataclass(frozen=True)
class Marks:
    """What an option is: in the own draft, in the own standing offer, in the rival's, in the agreement in force.

    ``refused``: in what the rival offered last and was refused; ``wished``: worth most on paper to the seat itself;
    ``sought``: worth most on paper to the rival, of which nothing else is known there.
    """

    own: bool = False
    standing: bool = False
    theirs: bool = False
    agreed: bool = False
    refused: bool = False
    wished: bool = False
    sought: bool = False


class Chip(Node):
    """An option. The draft's is filled and framed with a full square; the rival's offer is a bar underneath.

    One's own standing offer has a hollow square, the agreement in force a check. Underneath, what the rival offered
    before is a bar of dashes, what either side would like best a row of dots. Shapes tell, not colours alone.
    """

    UNDER = 5  # room for the bar, in pixels of the design

    def __init__(self, text: str, press: Press, marks: Marks, *, tight: bool = False) -> None:
        super().__init__()
        pad = Padding(10, 0.8, 1.6) if tight else Padding(10, 2, 3)
        look = Box("own-deep", "own", 2, 4) if marks.own else Box("raised", "line", 1, 4)
        signs = [
            mark(kind, colour)
            for kind, colour, shown in (
                ("full", "own", marks.own),
                ("hollow", "own", marks.standing and not marks.own),
                ("check", "good", marks.agreed),
            )
            if shown
        ]
        ink = "ink" if marks.own else "dim"
        label = Text(Run(text, "body", ink), role="", unbroken=True)
        said = ", ".join([text, *_spoken(marks)])
        self.inner = Boxed(Row(*signs, label, gap=6), look, pad, role="option", name=said, control=press.control)
        self.marks = marks

    def find_least(self, ruler: Ruler) -> int:
        return self.inner.least(ruler)

    def find_natural(self, ruler: Ruler) -> int:
        return self.inner.natural(ruler)

    def measure(self, width: int, ruler: Ruler) -> int:
        return self.inner.height(width, ruler) + px(self.UNDER, ruler)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        height = self.inner.height(rect.w, sheet.ruler)
        self.inner.place(Rect(rect.x, rect.y, rect.w, height), sheet)
        inset, marks = px(7, sheet.ruler), self.marks
        bar = Rect(rect.x + inset, rect.y + height + px(1.5, sheet.ruler), rect.w - 2 * inset, px(3.5, sheet.ruler))
        left = right = bar
        if marks.wished and (marks.theirs or marks.refused or marks.sought):
            left = bar._replace(w=bar.w // 2 - px(2, sheet.ruler))
            right = left._replace(x=bar.right - left.w)
        if marks.theirs:
            sheet.add(left, Box("theirs", "", 0, px(2, sheet.ruler)))
        elif marks.refused:
            sheet.add(left, strokes(left, "theirs", DASHED))
        elif marks.sought:
            sheet.add(left, strokes(left, "theirs", DOTTED))
        if marks.wished:
            sheet.add(right, strokes(right, "own", DOTTED))


DASHED, DOTTED = (
    (7.0, 3.0),
    (3.0, 4.0),
)  # strokes of a bar under an option and the gaps between, in pixels of the design


def strokes(bar: Rect, colour: str, dashes: tuple[float, float]) -> Picture:
    """A bar in strokes with gaps between them, as many as it has room for."""
    on, off = (max(1.0, length * bar.h / 3.5) for length in dashes)
    starts = (i * (on + off) for i in range(int((bar.w + off) // (on + off))))
    areas = (((x, 0.0), (x + on, 0.0), (x + on, float(bar.h)), (x, float(bar.h))) for x in starts)
    return Picture((bar.w, bar.h), tuple(Shape("area", area, fill=colour) for area in areas))


def _spoken(marks: Marks) -> list[str]:
    named = w.MARKED
    return [words for name, words in named.items() if getattr(marks, name)]


# ------------------------------------------------------------------------------------------------------------- meters
class Meter(Node):
    """A bar: see ``scene.Bar``."""

    def __init__(self, bar: Bar, height: float = 8, name: str = "") -> None:
        super().__init__()
        self.bar, self.size, self.name = bar, height, name
        self.grow = 1.0

    def find_least(self, ruler: Ruler) -> int:
        return px(40, ruler)

    def measure(self, width: int, ruler: Ruler) -> int:  # noqa: ARG002 - the node's
        return px(self.size, ruler)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        sheet.add(rect, self.bar, role="meter" if self.name else "", name=self.name)


# --------------------------------------------------------------------------------------------------------------- more
def quote(colour: str, *body: Node) -> Node:
    """Words of somebody, with a bar in the speaker's colour at their left."""
    return QuoteBar(Column(*body, gap=2), colour)


class QuoteBar(Node):
    """A child with an upright bar at its left."""

    def __init__(self, child: Node, colour: str) -> None:
        super().__init__()
        self.child, self.colour = child, colour

    def find_least(self, ruler: Ruler) -> int:
        return self.child.least(ruler) + px(15, ruler)

    def measure(self, width: int, ruler: Ruler) -> int:
        return self.child.height(width - px(15, ruler), ruler)

    def place(self, rect: Rect, sheet: Sheet) -> None:
        left = px(15, sheet.ruler)
        height = self.child.height(rect.w - left, sheet.ruler)
        sheet.add(Rect(rect.x, rect.y, px(3, sheet.ruler), height), Box(self.colour))
        self.child.place(Rect(rect.x + left, rect.y, rect.w - left, height), sheet)


def pressable(child: Node, press: Press, name: str, *, look: Box | None = None, pad: Padding = TIGHT) -> Node:
    """Any node as a control."""
    return Boxed(child, look or LOOKS["plain"], pad, role="button", name=name, control=press.control)

"""A scene: everything on the screen as plain data. What is drawn where, what it is called, and what it sends.

All lengths are pixels; colours and text styles are names (``assets/palette.json``, ``typeset.STYLES``).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple


class Rect(NamedTuple):
    """A rectangle: its left and top edge, its width and height."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """The first column to the right of it."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The first row below it."""
        return self.y + self.h

    @property
    def centre(self) -> tuple[int, int]:
        """Its middle."""
        return self.x + self.w // 2, self.y + self.h // 2

    def inset(self, dx: int, dy: int) -> "Rect":
        """The same with margins taken off all sides."""
        return Rect(self.x + dx, self.y + dy, max(0, self.w - 2 * dx), max(0, self.h - 2 * dy))

    def shifted(self, dx: int, dy: int) -> "Rect":
        """The same elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def holds(self, x: int, y: int) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def covers(self, other: "Rect") -> bool:
        """Whether another lies wholly in it."""
        return self.x <= other.x and self.y <= other.y and self.right >= other.right and self.bottom >= other.bottom

    def overlaps(self, other: "Rect") -> bool:
        """Whether they share a pixel."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def common(self, other: "Rect") -> "Rect":
        """What lies in both; without width or height if nothing does."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Rect(x, y, max(0, min(self.right, other.right) - x), max(0, min(self.bottom, other.bottom) - y))


class Run(NamedTuple):
    """Text in one style and colour, not yet set into lines."""

    text: str
    style: str = "body"
    colour: str = "ink"


class Fragment(NamedTuple):
    """A piece of a set line: where its top left corner lies within its element."""

    x: int
    y: int
    text: str
    style: str
    colour: str


class Words(NamedTuple):
    """Text set into lines."""

    fragments: tuple[Fragment, ...]


class Box(NamedTuple):
    """A rounded rectangle. ``dashes`` breaks the border; ``under`` is the colour of a bar below its lower edge."""

    fill: str = ""
    border: str = ""
    width: int = 1
    radius: int = 0
    dashes: bool = False


class Bar(NamedTuple):
    """A meter from 0 to 1: filled from ``start`` to ``value``; ``low`` to ``high`` is the interval of an estimate.

    ``before`` is where it stood, or negative; ``was`` is the same where it is not marked, and only runs from there.
    """

    value: float
    colour: str
    start: float = 0.0
    low: float = 0.0
    high: float = 0.0
    before: float = -1.0
    was: float = -1.0


Point = tuple[float, float]


class Shape(NamedTuple):
    """One stroke or area of a picture, in the picture's own coordinates.

    ``kind``: area, line, disc or cross. ``pattern``: "" or hatch. ``dashes``: lengths on and off, or empty.
    """

    kind: str
    points: tuple[Point, ...]
    fill: str = ""
    stroke: str = ""
    width: float = 1.0
    pattern: str = ""
    dashes: tuple[float, ...] = ()
    radius: float = 0.0


class Picture(NamedTuple):
    """Shapes in a space of ``size``, drawn as large as the element's rectangle allows. Drawn smoothly, and kept.

    With ``stretch`` the space fills the rectangle, whatever its proportions; strokes and discs keep theirs.
    """

    size: tuple[float, float]
    shapes: tuple[Shape, ...]
    stretch: bool = False


Drawing = Words | Box | Bar | Picture


class Control(NamedTuple):
    """What can be done with an element: its stable id, its message, and why it cannot be done now.

    ``tip`` explains it; ``message`` None makes it readable only. ``about`` names the page that tells more. ``beside``
    says that it stands beside others of its kind in a row: Tab stops at the first of them, arrows go along the row.
    """

    id: str
    message: Any = None
    enabled: bool = True
    why: str = ""
    tip: str = ""
    about: Any = None
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Element:
    """One thing on the screen. ``role`` and ``name`` tell it to those who cannot see it; "" is decoration.

    ``region`` names the scrolled region that it lies in; its rectangle is then that of the region scrolled to its top.
    """

    rect: Rect
    drawing: Drawing | None = None
    role: str = ""
    name: str = ""
    control: Control | None = None
    region: str = ""


class Region(NamedTuple):
    """A part of the screen whose content is taller than itself."""

    view: Rect
    content: int


class Strip(NamedTuple):
    """A place that always tells of one of some controls: of the one attended to, else of ``shown``.

    ``prefix`` is what their ids begin with.
    """

    rect: Rect
    prefix: str
    shown: str


@dataclass(frozen=True)
class Scene:
    """Elements from the back to the front. Only those from ``front`` on answer to input: the rest lies behind a dialog.

    ``behind`` names the regions there; ``default`` is the id of the control that takes the focus first.
    ``leftward`` scenes are read from right to left.
    """

    size: tuple[int, int]
    elements: tuple[Element, ...]
    regions: dict[str, Region] = field(default_factory=dict)
    front: int = 0
    behind: frozenset[str] = frozenset()
    default: str = ""
    strip: Strip | None = None
    leftward: bool = False

    def controls(self) -> Iterator[Element]:
        """The elements that answer to input, in the order of reading."""
        return (each for each in self.elements[self.front :] if each.control)

    def find(self, id_: str) -> Element | None:
        """The active control with an id."""
        return next((each for each in self.controls() if each.control and each.control.id == id_), None)

    def over(self, other: "Scene") -> "Scene":
        """This scene in front of another, which falls silent."""
        return replace(
            self,
            size=other.size,
            elements=(*other.elements, *self.elements),
            regions=other.regions | self.regions,
            front=len(other.elements),
            behind=frozenset(other.regions),
        )

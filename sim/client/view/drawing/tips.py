"""Telling of a control: what it is and why it cannot be pressed now, in a box beside it or in a strip that stays."""

from functools import partial

from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, Boxed, Fitting, Padding
from sim.client.view.drawing.layout import Column, Node, Sheet, Text, px
from sim.client.view.drawing.mirror import turned
from sim.client.view.drawing.scene import Control, Element, Rect, Run, Scene, Strip
from sim.client.view.drawing.typeset import Ruler
from sim.language import RIGHT_TO_LEFT, spoken

WIDTH = 360.0


def tip_elements(element: Element, where: Rect, size: tuple[int, int], ruler: Ruler) -> list[Element]:
    """The tooltip of a control that stands at a place in a window of a size; empty if there is nothing to say."""
    control = element.control
    if control is None or not (control.tip or control.why):
        return []
    lines: list[Node] = []
    if control.tip:
        lines.append(Text(Run(control.tip, "small", "ink")))
    if control.why:
        lines.append(Text(Run(w.NOT_NOW.format(why=control.why), "small", "warn")))
    box = Boxed(Column(*lines, gap=5), LOOKS["tooltip"], Padding(12, 8, 9), role="tooltip", name=control.tip)
    width = min(px(WIDTH, ruler), box.natural(ruler), size[0] - 2 * px(8, ruler))
    height = box.height(width, ruler)
    sheet = Sheet(ruler)
    box.place(beside(where, (width, height), size, px(8, ruler)), sheet)
    return facing(sheet.elements, ruler)


def facing(elements: list[Element], ruler: Ruler) -> list[Element]:
    """Elements as the language of now is written."""
    return turned(elements, ruler) if spoken() in RIGHT_TO_LEFT else elements


class StripText(Node):
    """The place where one of some controls is told of in two lines: its name, what it does, and why not now."""

    LINES = 2

    def __init__(self, prefix: str, control: Control) -> None:
        super().__init__()
        self.prefix, self.control = prefix, control

    def find_least(self, ruler: Ruler) -> int:
        return px(200, ruler)

    def measure(self, width: int, ruler: Ruler) -> int:  # noqa: ARG002 - the node's
        return self.LINES * ruler.height("small")

    def place(self, rect: Rect, sheet: Sheet) -> None:
        sheet.strip = Strip(rect, self.prefix, self.control.id)
        told(self.control).place(rect, sheet)


def told(control: Control) -> Node:
    """A control in two lines, smaller if it must be."""
    name = control.about.name if control.about else ""

    def runs(style: str) -> Node:
        why = f" {w.NOT_NOW.format(why=control.why)}" if control.why else ""
        return Text(
            Run(f"{name}. ", f"{style}-strong"), Run(control.tip, style, "dim"), Run(why, style, "warn"), role="status"
        )

    return Fitting(partial(runs, "small"), partial(runs, "tiny"))


def strip_elements(scene: Scene, attended: str, ruler: Ruler) -> list[Element]:
    """What the strip tells of the control attended to, over what it tells otherwise; empty if it need not change."""
    strip = scene.strip
    element = scene.find(attended) if strip and attended.startswith(strip.prefix) and attended != strip.shown else None
    if strip is None or element is None or element.control is None:
        return []
    sheet = Sheet(ruler)
    sheet.add(strip.rect, LOOKS["flat"])
    told(element.control).place(strip.rect, sheet)
    return facing(sheet.elements, ruler)


def toast_elements(notice: str, size: tuple[int, int], ruler: Ruler) -> list[Element]:
    """A sentence about what was just done, over the foot of the window until the next act."""
    box = Boxed(Text(Run(notice, "body", "warn"), role="status"), LOOKS["tooltip"], Padding(16, 9, 10))
    width = min(box.natural(ruler), size[0] - 2 * px(40, ruler))
    height = box.height(width, ruler)
    sheet = Sheet(ruler)
    box.place(Rect((size[0] - width) // 2, size[1] - height - px(70, ruler), width, height), sheet)
    return facing(sheet.elements, ruler)


def beside(where: Rect, need: tuple[int, int], size: tuple[int, int], gap: int) -> Rect:
    """A place below what is explained, above it if there is no room, and always inside the window."""
    width, height = need
    x = max(gap, min(where.x, size[0] - width - gap))
    y = where.bottom + gap
    if y + height > size[1] - gap:
        y = where.y - gap - height
    return Rect(x, max(gap, min(y, size[1] - height - gap)), width, height)

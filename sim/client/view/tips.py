"""Tooltips: what a control is and why it cannot be pressed now, in a box beside it."""

from sim.client.view import words as w
from sim.client.view.boxes import LOOKS, Boxed, Padding
from sim.client.view.layout import Column, Node, Sheet, Text, px
from sim.client.view.scene import Element, Rect, Run
from sim.client.view.typeset import Ruler

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
    return sheet.elements


def toast_elements(notice: str, size: tuple[int, int], ruler: Ruler) -> list[Element]:
    """A sentence about what was just done, over the foot of the window until the next act."""
    box = Boxed(Text(Run(notice, "body", "warn"), role="status"), LOOKS["tooltip"], Padding(16, 9, 10))
    width = min(box.natural(ruler), size[0] - 2 * px(40, ruler))
    height = box.height(width, ruler)
    sheet = Sheet(ruler)
    box.place(Rect((size[0] - width) // 2, size[1] - height - px(70, ruler), width, height), sheet)
    return sheet.elements


def beside(where: Rect, need: tuple[int, int], size: tuple[int, int], gap: int) -> Rect:
    """A place below what is explained, above it if there is no room, and always inside the window."""
    width, height = need
    x = max(gap, min(where.x, size[0] - width - gap))
    y = where.bottom + gap
    if y + height > size[1] - gap:
        y = where.y - gap - height
    return Rect(x, max(gap, min(y, size[1] - height - gap)), width, height)

"""The panel with the map: the drawing, words on it, and the legend."""

from collections.abc import Sequence

from sim.client.model import Model
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, NORMAL, Boxed, Canvas, Padding, heading
from sim.client.view.drawing.flow import Flow
from sim.client.view.drawing.layout import Column, Node, Row, Sheet, Space, Text, fixed, grown
from sim.client.view.drawing.remembering import reads
from sim.client.view.drawing.scene import Picture, Rect, Run
from sim.client.view.drawing.typeset import natural_width, plain, typeset
from sim.client.view.screens.chart import Drawn, chart, label_place, label_words, legend, legible, phrase

HEIGHT, LEAST_HEIGHT = 300, 240  # of the drawing, in pixels of the design
BESIDE, LEAST_BESIDE, LEGEND = 246, 200, 104  # of a drawing with its legend beside it, and the width of that


def map_panel(model: Model, *, beside: bool = False) -> Node | None:
    """The map, or nothing for a scenario without one; its legend ``beside`` it or below."""
    return _panel(model, beside=beside) if model.book.map else None


@reads()
def _panel(model: Model, *, beside: bool) -> Node:
    drawn = model.book.map or {}
    note = w.MAP_NOTE if drawn["front"] else w.MAP_NOTE_NO_FRONT
    least = LEAST_BESIDE if beside else LEAST_HEIGHT
    body = grown(
        Canvas(
            (240 if beside else 300, BESIDE if beside else HEIGHT),
            lambda rect, sheet: draw_map(model, drawn, rect, sheet),
            least,
        )
    )
    inside: Node = Column(body, legend_row(drawn), gap=8)
    if beside:
        inside = Row(body, fixed(legend_column(drawn), LEGEND), gap=10, align="stretch")
    return Boxed(
        Column(heading(phrase(drawn["title"]), note), grown(inside), gap=8),
        LOOKS["panel"], Padding(14, 10, 8) if beside else NORMAL, role="group", name=phrase(drawn["title"]),
    )  # fmt: skip


def draw_map(model: Model, drawn: Drawn, rect: Rect, sheet: Sheet) -> None:
    """The drawing, as large as fits, with its labels."""
    width, height = drawn["size"]
    scale = min(rect.w / width, rect.h / height)
    size = round(width * scale), round(height * scale)
    place = Rect(rect.x + (rect.w - size[0]) // 2, rect.y + (rect.h - size[1]) // 2, *size)
    sheet.add(place, chart(model, drawn), role="image", name=legible(model, drawn))
    placed: list[Rect] = []
    for label in drawn["labels"]:
        tone = drawn["sides"][label["side"]]["colour"] + "-ink" if label["side"] else "paper"
        style = "strong" if label["size"] == "large" else "tiny"
        runs: tuple[Run, ...] = (Run(label_words(model, label), style, tone),)
        if label["note"]:
            runs += (Run("\n" + phrase(label["note"]), "tiny", tone),)
        block = typeset(runs, natural_width(runs, sheet.ruler) + 1, sheet.ruler)
        across, down = label_place(model, drawn, label)
        x, y = place.x + round(across * scale), place.y + round(down * scale)
        here = _apart(Rect(min(x, rect.right - block.width), y, block.width, block.height), placed, rect)
        placed.append(here)
        sheet.add(here, block.words, role="text", name=plain(runs))


def _apart(here: Rect, placed: Sequence[Rect], within: Rect) -> Rect:
    """A place, or the nearest below or above it where it lies over no other."""
    for other in placed:
        if here.overlaps(other):
            below = here._replace(y=other.bottom)
            here = below if below.bottom <= within.bottom else here._replace(y=other.y - here.h)
    return here


def legend_row(drawn: Drawn) -> Node:
    """Every pattern, line and sign with its name."""
    return Flow(*legend_entries(drawn), gap=13, lead=2)


def legend_column(drawn: Drawn) -> Node:
    """The same below one another, each with as many lines as it needs."""
    return Column(Space(0, 0), *(legend_entries(drawn, "note")), gap=3)


def legend_entries(drawn: Drawn, style: str = "tiny") -> list[Node]:
    """A sign and its name for each."""
    return [
        Row(Space(24, 18, Picture((24, 18), shapes)), grown(Text(Run(name, style, "dim"))), gap=5)
        for shapes, name in legend(drawn)
    ]

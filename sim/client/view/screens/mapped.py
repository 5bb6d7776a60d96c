"""The panel with the map: the drawing, words on it, and the legend."""

from sim.client.model import Model
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, Boxed, Canvas, heading
from sim.client.view.drawing.flow import Flow
from sim.client.view.drawing.layout import Column, Node, Row, Sheet, Space, Text, grown
from sim.client.view.drawing.remembering import reads
from sim.client.view.drawing.scene import Picture, Rect, Run
from sim.client.view.drawing.typeset import natural_width, plain, typeset
from sim.client.view.screens.chart import Drawn, chart, label_words, legend, legible, phrase

HEIGHT, LEAST_HEIGHT = 300, 240  # of the drawing, in pixels of the design


def map_panel(model: Model) -> Node | None:
    """The map, or nothing for a scenario without one."""
    return _panel(model) if model.book.map else None


@reads()
def _panel(model: Model) -> Node:
    drawn = model.book.map or {}
    note = w.MAP_NOTE if drawn["front"] else w.MAP_NOTE_NO_FRONT
    body = grown(Canvas((300, HEIGHT), lambda rect, sheet: draw_map(model, drawn, rect, sheet), LEAST_HEIGHT))
    return Boxed(
        Column(heading(phrase(drawn["title"]), note), body, legend_row(drawn), gap=8),
        LOOKS["panel"], role="group", name=phrase(drawn["title"]),
    )  # fmt: skip


def draw_map(model: Model, drawn: Drawn, rect: Rect, sheet: Sheet) -> None:
    """The drawing, as large as fits, with its labels."""
    width, height = drawn["size"]
    scale = min(rect.w / width, rect.h / height)
    size = round(width * scale), round(height * scale)
    place = Rect(rect.x + (rect.w - size[0]) // 2, rect.y + (rect.h - size[1]) // 2, *size)
    sheet.add(place, chart(model, drawn), role="image", name=legible(model, drawn))
    for label in drawn["labels"]:
        tone = drawn["sides"][label["side"]]["colour"] + "-ink" if label["side"] else "paper"
        style = "strong" if label["size"] == "large" else "tiny"
        runs: tuple[Run, ...] = (Run(label_words(model, label), style, tone),)
        if label["note"]:
            runs += (Run("\n" + phrase(label["note"]), "tiny", tone),)
        block = typeset(runs, natural_width(runs, sheet.ruler) + 1, sheet.ruler)
        x, y = place.x + round(label["at"][0] * scale), place.y + round(label["at"][1] * scale)
        x = min(x, rect.right - block.width)
        sheet.add(Rect(x, y, block.width, block.height), block.words, role="text", name=plain(runs))


def legend_row(drawn: Drawn) -> Node:
    """Every pattern, line and sign with its name."""
    entries = [
        Row(Space(24, 18, Picture((24, 18), shapes)), Text(Run(name, "tiny", "dim")), gap=5)
        for shapes, name in legend(drawn)
    ]
    return Flow(*entries, gap=13, lead=2)

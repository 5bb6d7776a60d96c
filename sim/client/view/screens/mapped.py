"""The panel with the map: the drawing, words on it, and the legend."""

from math import ceil, floor

from sim.client.model import Model
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, NORMAL, Boxed, Canvas, Padding, heading
from sim.client.view.drawing.changing import around
from sim.client.view.drawing.flow import Flow
from sim.client.view.drawing.layout import Column, Node, Row, Sheet, Space, Text, fixed, grown
from sim.client.view.drawing.remembering import reads
from sim.client.view.drawing.scene import Control, Picture, Rect, Run, Words
from sim.client.view.drawing.typeset import Block, Ruler, natural_width, plain, typeset
from sim.client.view.screens.chart import (
    Drawn,
    chart,
    label_place,
    label_words,
    legible,
    lines,
    phrase,
    placed_signs,
    shifted,
)
from sim.client.view.screens.labelling import Wanted, lines_in, places
from sim.client.view.screens.legend import legend
from sim.client.view.screens.moving import Box

SPOT = 12.0  # of a place that tells what found no room there, in pixels of the design
MARGIN = 7.0  # above and below the drawing, for words that are moved
HEIGHT, LEAST_HEIGHT = 300, 240  # of the drawing, in pixels of the design
BESIDE, LEAST_BESIDE, LEGEND = 330, 200, 126  # of a drawing with its legend beside it, and the width of that


def map_panel(model: Model, *, beside: bool = False, low: bool = False) -> Node | None:
    """The map, or nothing for a scenario without one; its legend ``beside`` it or below; ``low`` asks for less."""
    return _panel(model, beside=beside, low=low) if model.book.map else None


@reads()
def _panel(model: Model, *, beside: bool, low: bool) -> Node:
    drawn = model.book.map or {}
    note = w.MAP_NOTE if drawn["front"] else w.MAP_NOTE_NO_FRONT
    least = LEAST_BESIDE if beside else LEAST_HEIGHT
    wanted = least if low else BESIDE if beside else HEIGHT
    body = grown(
        Canvas(
            (236 if beside else 300, wanted),
            lambda rect, sheet: draw_map(model, drawn, rect, sheet),
            least,
            ratio=drawn["size"][1] / drawn["size"][0] + 0.05 if beside else 0,
        )
    )
    inside: Node = Column(body, legend_row(model, drawn), gap=8)
    if beside:
        inside = Row(body, fixed(legend_column(model, drawn), LEGEND), gap=10, align="stretch")
    return Boxed(
        Column(heading(phrase(drawn["title"]), note), grown(inside), gap=8),
        LOOKS["panel"], Padding(14, 10, 8) if beside else NORMAL, role="group", name=phrase(drawn["title"]),
    )  # fmt: skip


def draw_map(model: Model, drawn: Drawn, rect: Rect, sheet: Sheet) -> None:
    """The drawing, as large as fits, with its labels; those that find no room are told where they would stand."""
    width, height = drawn["size"]
    scale = min(rect.w / width, (rect.h - 2 * sheet.px(MARGIN)) / height)
    size = round(width * scale), round(height * scale)
    place = Rect(rect.x + (rect.w - size[0]) // 2, rect.y + (rect.h - size[1]) // 2, *size)
    words = [set_label(model, drawn, label, sheet.ruler) for label in drawn["labels"]]
    wanted = []
    for label, (_, block) in zip(drawn["labels"], words, strict=True):
        across, down = label_place(model, drawn, label)
        here = Rect(place.x + round(across * scale), place.y + round(down * scale), block.width, block.height)
        wanted.append(Wanted(here, 0 if label["size"] == "large" else 1 if label["of"] else 2))
    signs = placed_signs(model, drawn)
    taken = [_pixels(each.box, scale, place) for each in signs]
    found = places(wanted, taken, lines_in(lines(model, drawn), scale, place.x, place.y), rect)
    whole = around([place, *filter(None, found)])  # the labels stand on it, too
    shapes = shifted(chart(model, drawn, signs), (place.x - whole.x) / scale, (place.y - whole.y) / scale)
    picture = Picture((whole.w / scale, whole.h / scale), tuple(shapes))
    sheet.add(whole, picture, role="image", name=legible(model, drawn))
    for i, (free, (name, block)) in enumerate(zip(found, words, strict=True)):
        if free:
            sheet.add(free, block.words, role="text", name=name)
        else:
            control = Control(f"map/{i}", None, tip=name)
            spot = Wanted(wanted[i].rect._replace(w=sheet.px(SPOT), h=sheet.px(SPOT)), 0)
            (beside,) = places([spot], [*taken, *filter(None, found)], frozenset(), rect)
            sheet.add(beside or spot.rect, Words(()), role="button", name=name, control=control)


def set_label(model: Model, drawn: Drawn, label: Drawn, ruler: Ruler) -> tuple[str, Block]:
    """A label as it is read, and as it is set."""
    runs = label_runs(model, drawn, label)
    return plain(runs), typeset(runs, natural_width(runs, ruler) + 1, ruler)


def label_runs(model: Model, drawn: Drawn, label: Drawn) -> tuple[Run, ...]:
    """A label in its style and the colour of its side, with its note below."""
    tone = drawn["sides"][label["side"]]["colour"] + "-ink" if label["side"] else "paper"
    said = Run(label_words(model, label), "strong" if label["size"] == "large" else "tiny", tone)
    return (said, Run("\n" + phrase(label["note"]), "tiny", tone)) if label["note"] else (said,)


def _pixels(box: Box, scale: float, place: Rect) -> Rect:
    """A box of the map's own lengths in the window."""
    left, top = floor(place.x + box[0] * scale), floor(place.y + box[1] * scale)
    return Rect(left, top, ceil(place.x + box[2] * scale) - left, ceil(place.y + box[3] * scale) - top)


def legend_row(model: Model, drawn: Drawn) -> Node:
    """Every pattern, line and sign with its name."""
    return Flow(*legend_entries(model, drawn, "tiny", 18), gap=13, lead=2)


def legend_column(model: Model, drawn: Drawn) -> Node:
    """The same below one another, each with as many lines as it needs."""
    return Column(Space(0, 0), *legend_entries(model, drawn, "note", 15), gap=2)


def legend_entries(model: Model, drawn: Drawn, style: str, high: float) -> list[Node]:
    """A sign and its name for each."""
    return [
        Row(Space(24, high, Picture((24, 18), shapes)), grown(Text(Run(name, style, "dim"))), gap=5)
        for shapes, name in legend(model, drawn)
    ]

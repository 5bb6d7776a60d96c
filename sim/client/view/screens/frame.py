"""What the screens around the table share: a head with a way back, a body that scrolls, buttons at the foot."""

from collections.abc import Sequence
from typing import NamedTuple

from sim.client.figures import minus
from sim.client.page import Page, Row, Section
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, Boxed, Centred, Padding, Scroll, arrange, heading
from sim.client.view.drawing.flow import Abreast, Flow, Grid
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.growing import begin
from sim.client.view.drawing.layout import Column, Node, Space, Text, grown, px
from sim.client.view.drawing.layout import Row as Beside
from sim.client.view.drawing.scene import Run, Scene
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import Meter, Press, button, link
from sim.client.view.shell.messages import Back

MARGIN = Padding(14, 10, 10)
READABLE = 880.0  # the widest that a text to be read is set, in pixels of the design
NARROW = 620.0  # below this, three columns leave the last no room
NARROWER = 400.0  # the same where what stands in the last is short
LABELS = 250.0  # of the labels of rows, unless all are short
WIDE = -1.6  # of the same beside notes that are all short: a share of the width
SHORT, LONG = 22, 16  # letters of a short label, and of a figure that needs the room of its note


def framed(
    title: str, body: Node, geometry: Geometry, ruler: Ruler, *, foot: Sequence[Node] = (), default: str = ""
) -> Scene:
    """A screen with a title and a way back."""
    back = link(w.BACK, Press("back", Back(), key="Esc"))
    head = Boxed(
        Beside(grown(Text(Run(title, "date"), role="heading")), back, gap=14), LOOKS["panel"], Padding(14, 8, 8)
    )
    feet = Flow(*foot, gap=10, lead=8) if foot else None
    whole = Column(head, grown(Scroll("page", body)), feet, gap=10)
    return scene_of(whole, geometry, ruler, default)


def scene_of(whole: Node, geometry: Geometry, ruler: Ruler, default: str = "") -> Scene:
    """A node that fills the window, as a scene."""
    return begin(Boxed(whole, None, MARGIN), geometry.size, ruler, default)


class Footed(NamedTuple):
    """What is read in a dialog, and the buttons below it that stay when it scrolls."""

    body: Node
    foot: Node


def dialog_scene(
    title: str, body: Node | Footed, geometry: Geometry, ruler: Ruler, *, width: float = 560, default: str = ""
) -> Scene:
    """A dialog in the middle, over a veil."""
    body, foot = body if isinstance(body, Footed) else (body, None)
    inside = Column(Text(Run(title, "date"), role="heading"), Scroll("dialog", body, 80), foot, gap=12)
    box = Boxed(inside, LOOKS["dialog"], Padding(24, 18, 20), role="dialog", name=title)
    sheet = arrange(Boxed(Centred(box, width), VEIL, Padding(30, 24, 24)), geometry.size, ruler)
    return Scene(geometry.size, tuple(sheet.elements), sheet.regions, default=default)


VEIL = LOOKS["flat"]._replace(fill="scrim", radius=0)


def titled(title: str, *body: Node | None, note: str = "", gap: float = 7) -> Node:
    """A panel without scrolling of its own."""
    return Boxed(Column(heading(title, note), *body, gap=gap), LOOKS["panel"], role="group", name=title)


def page_body(page: Page, *, style: str = "body") -> Node:
    """A page of the client as nodes: sentences, and rows of label, figure and note."""
    return Column(*(section_body(each, style=style) for each in page.sections), gap=14)


def section_body(section: Section, *, style: str = "body", rows: str = "small") -> Node:
    """A section as nodes, its plot left out; the styles of its sentences and of its rows."""
    lines: list[Node] = [heading(section.heading)] if section.heading else []
    lines += [Text(Run(minus(text), style, "ink" if not section.heading else "dim")) for text in section.says]
    if section.rows:
        lines.append(row_grid(section.rows, style=rows))
    return Column(*lines, gap=5)


def row_grid(rows: Sequence[Row], *, label: str = "ink", style: str = "small") -> Node:
    """Rows of label, figure and note. A long figure stands with the note; a column that holds nothing is left out."""
    if any(row.bar for row in rows):
        return bar_grid(rows)
    if not any(row.figure or row.note for row in rows):
        return Column(*(Text(Run(row.label, style, label)) for row in rows), gap=3)
    brief = max(len(row.label) for row in rows) <= SHORT
    first = 0 if brief else LABELS
    labels = [Text(Run(row.label, style, label), unbroken=brief) for row in rows]
    if not any(row.figure for row in rows):
        notes = [[name, Text(Run(minus(row.note), style, "dim"))] for name, row in zip(labels, rows, strict=True)]
        scant = max(len(row.note) for row in rows) <= SHORT
        return Grid(
            (WIDE if scant and not brief else first, -1), notes, gap=14, lead=2 if style == "tiny" else 4, align="top"
        )
    long = max(len(row.figure) for row in rows) > LONG
    wide = (_doubles if long else _triples)(rows, labels, first, style)
    spare = max(len(row.note) for row in rows) > SHORT
    return wide if brief else Roomy(wide, _below(rows, label), NARROW if spare else NARROWER)


class Roomy(Abreast):
    """The first of two nodes from a width in pixels of the design on, in less the second."""

    def __init__(self, large: Node, small: Node, width: float) -> None:
        super().__init__(large, small)
        self.width = width

    def _chosen(self, width: int, ruler: Ruler) -> Node:
        return self.large if width >= px(self.width, ruler) else self.small


def _below(rows: Sequence[Row], label: str) -> Node:
    """Each row's figure at the right, its note below its label: where there is no room for three columns."""
    lines: list[list[Node]] = []
    for row in rows:
        note = Text(Run(minus(row.note), "tiny", "dim")) if row.note else None
        figure = Text(Run(minus(row.figure), "small-strong"), align="right", unbroken=len(row.figure) <= LONG)
        lines.append([Column(Text(Run(row.label, "small", label)), note, gap=0), figure])
    return Grid((-1, 0), lines, gap=12, lead=5, align="top")


def _doubles(rows: Sequence[Row], labels: Sequence[Node], first: float, style: str) -> Node:
    """Long figures with their notes in one column."""
    cells = [
        [name, Text(Run(minus(row.figure), style), Run(f"  {minus(row.note)}", "tiny", "faint"))]
        for name, row in zip(labels, rows, strict=True)
    ]
    return Grid((first, -1), cells, gap=14, lead=4, align="top")


def _triples(rows: Sequence[Row], labels: Sequence[Node], first: float, style: str) -> Node:
    """Label, figure and note, each in a column."""
    triples = [
        [
            name,
            Text(Run(minus(row.figure), f"{style}-strong"), align="right", unbroken=True),
            Text(Run(minus(row.note), style, "dim")),
        ]
        for name, row in zip(labels, rows, strict=True)
    ]
    return Grid((first, 70, -1), triples, gap=14, lead=4, align="top")


def bar_grid(rows: Sequence[Row]) -> Node:
    """Rows with bars whose lengths can be compared; a column that holds nothing is left out."""
    figures, notes = any(row.figure for row in rows), any(row.note for row in rows)
    cells: list[list[Node]] = []
    for row in rows:
        said = f"{row.label}: {row.figure}" if row.figure else row.label
        bar: Node = Meter(row.bar, 9, name=said) if row.bar else Space(0, 9)
        line: list[Node] = [Text(Run(row.label, "small")), bar]
        if figures:
            line.append(Text(Run(minus(row.figure), "small-strong"), align="right", unbroken=True))
        if notes:
            line.append(Text(Run(minus(row.note), "tiny", "dim")))
        cells.append(line)
    columns = [0, -1.0, *([0] if figures else []), *([0] if notes else [])]
    return Grid(columns, cells, gap=10, lead=4)


def back_button() -> Node:
    """A button out of a dialog."""
    return Flow(button(w.CLOSE, Press("close", Back(), key="Esc")))

"""Chapters in the window: their plots drawn to measure, their sections in as many columns as there is room for."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from sim.client.page import Label, Page, Plot, Section, Spot
from sim.client.view.drawing.boxes import LOOKS, Boxed, Canvas, Fitting, Scroll, heading
from sim.client.view.drawing.flow import Flow, Shared
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Sheet, Space, Text, grown
from sim.client.view.drawing.scene import Control, Fragment, Picture, Point, Rect, Run, Shape, Words
from sim.client.view.screens.frame import section_body
from sim.client.view.screens.labelling import crosses, lines_in

LABEL = "tiny"
ROW_LETTERS = 60  # that a row counts for when sections are shared out, at least
LINE_LETTERS = 60  # that a heading counts for
TALL = 330.0  # a plot where the screen scrolls
SPOT = 14.0  # of a place in a plot that can be pointed at, in pixels of the design
APART = 6.0  # between words on one line, in pixels of the design
QUIET = ("", "line")  # strokes of axes, over which words may stand
LEAST_POINT = 3.0  # radius of a point that says something
SMALL = partial(section_body, style="small", rows="tiny")
"""A section in smaller letters."""
PRESSED = 0.55  # to what share of its least height a plot can be pressed down


# ---------------------------------------------------------------------------------------------------------------- plots
def plot_node(plot: Plot, height: float = 0) -> Node:
    """A plot as large as its room, or of a height in pixels of the design, and below it what its signs mean."""
    stays = is_wide(plot) or height > 0
    size = plot.size[0], height if height and not is_wide(plot) else plot.size[1]
    canvas = Canvas(size, lambda rect, sheet: draw_plot(plot, rect, sheet), size[1] if stays else PRESSED * size[1])
    signs = Flow(*(key_node(shape, text) for shape, text in plot.keys), gap=12, lead=1) if plot.keys else None
    return Column(canvas if stays else grown(canvas), signs, gap=5)


def is_wide(plot: Plot) -> bool:
    """Whether it is a band, whose height is what it is, and not a picture that grows with its room."""
    return plot.size[0] >= 2.5 * plot.size[1]


def key_node(shape: Shape, text: str) -> Node:
    """A sign and what it means."""
    return Row(Space(24, 18, Picture((24, 18), (shape,))), Text(Run(text, "tiny", "dim")), gap=5)


def draw_plot(plot: Plot, rect: Rect, sheet: Sheet) -> None:
    """The plot in a rectangle, with its words."""
    unit = sheet.ruler.unit
    room = rect.w / unit, rect.h / unit
    drawn = plot.draw(room)
    sheet.add(rect, Picture(room, drawn.shapes), role="image", name=plot.says)
    placed: list[Rect] = []
    avoided = _avoided(drawn.shapes, rect, sheet)
    apart = Avoided(apart=avoided.apart)
    for label in drawn.labels:
        room_for = _room(label, rect, sheet, placed, avoided) or _room(label, rect, sheet, placed, apart)
        if room_for:
            placed.append(room_for)
            words = Words((Fragment(0, 0, label.text, LABEL, label.colour),))
            sheet.add(room_for, words, role="text", name=label.text)
    rows: set[int] = set()
    for i, (place, says) in enumerate(spot_places(drawn.spots, rect, sheet)):
        control = Control(f"spot/{i}", None, tip=says, beside=place.y in rows)
        rows.add(place.y)
        sheet.add(place, None, role="button", name=says, control=control)


def spot_places(spots: Sequence[Spot], rect: Rect, sheet: Sheet) -> list[tuple[Rect, str]]:
    """Where spots can be pointed at, within a plot's rectangle; those that lie over each other are one."""
    found: list[tuple[Rect, str]] = []
    half = sheet.px(SPOT / 2)
    for spot in sorted(spots, key=lambda each: (each.at[1], each.at[0])):
        x, y = rect.x + sheet.px(spot.at[0]), rect.y + sheet.px(spot.at[1])
        here = Rect(max(rect.x, x - half), y - half, 2 * half, 2 * half)
        if found and found[-1][0].overlaps(here):
            last, says = found.pop()
            here = last._replace(w=here.right - last.x)
            found.append((here, f"{says} {spot.says}"))
        else:
            found.append((here, spot.says))
    return [(place._replace(w=min(place.w, rect.right - place.x)), says) for place, says in found]


class Avoided(NamedTuple):
    """What words keep off as far as they can: cells through which lines run, points, and other words at their sides."""

    lines: frozenset[Point] = frozenset()
    points: tuple[Rect, ...] = ()
    apart: int = 0


def _avoided(shapes: Sequence[Shape], rect: Rect, sheet: Sheet) -> Avoided:
    """The lines and points of a drawing that say something."""
    unit, points = sheet.ruler.unit, []
    for each in shapes:
        if each.kind == "disc" and each.radius >= LEAST_POINT:
            (x, y), size = each.points[0], round(2 * each.radius * unit)
            points.append(Rect(rect.x + round(x * unit) - size // 2, rect.y + round(y * unit) - size // 2, size, size))
    drawn = lines_in((each for each in shapes if each.stroke not in QUIET), unit, rect.x, rect.y)
    return Avoided(drawn, tuple(points), sheet.px(APART))


def _room(label: Label, rect: Rect, sheet: Sheet, placed: Sequence[Rect], avoided: Avoided) -> Rect | None:
    """Where a line of words may stand: at its place, or as near above or below as nothing else stands; else nowhere."""
    ruler = sheet.ruler
    wide, high = ruler.width(label.text, LABEL), ruler.height(LABEL)
    x = rect.x + round(label.at[0] * ruler.unit) - {"left": 0, "middle": wide // 2, "right": wide}[label.anchor]
    y = rect.y + round(label.at[1] * ruler.unit) - high // 2
    x = max(rect.x, min(rect.right - wide, x))
    for step in (0, -1, 1, -2, 2):
        here = Rect(x, max(rect.y, min(rect.bottom - high, y + step * high)), wide, high)
        letters = here.inset(0, high // 5)
        covers = any(here.inset(-avoided.apart, 0).overlaps(each) for each in placed)
        covers = covers or any(letters.overlaps(each) for each in avoided.points)
        if rect.covers(here) and not covers and not crosses(here, avoided.lines):
            return here
    return None


# -------------------------------------------------------------------------------------------------------------- columns
def chapter_node(
    page: Page, geometry: Geometry, *, name: str = "chapter", across: int = 0, small: bool = False
) -> Node:
    """A chapter: its plot with what belongs to it, and the other sections beside it, or below in one column.

    ``across`` the columns that it has room for; all that a window of this size has unless told. Where there is no plot,
    ``small`` has all of it in smaller letters.
    """
    page, across = unmarked(page), across or geometry.columns
    plots = [each for each in page.sections if each.plot]
    others = [each for each in page.sections if not each.plot]
    title = heading(page.title, page.note)
    if geometry.columns == 1:
        nodes = [part for each in page.sections for part in _whole(each)]
        return _panel(page.title, title, Column(*nodes, gap=14))
    if not plots:
        beside = Flow(heading(page.title), Text(Run(page.note.upper(), "heading", "dim")), gap=14, lead=2)
        return _panel(page.title, beside, _shared(others, across, name, small=small))
    if plots[0].plot and is_wide(plots[0].plot):
        many = partial(_shared, others, across, name)
        few = partial(_columns, others, min(len(others), across), fitting=across == 3)
        below = Fitting(many, partial(many, small=True)) if len(others) > across else few()
        drawn = (plot_node(each.plot) for each in plots if each.plot)
        return _panel(page.title, title, Column(*drawn, grown(below), gap=12))
    told, whole = grown(_columns(_texts(plots, others), 1)), geometry.columns < 3
    left = grown(Column(*(_plotted(each, TALL if whole else 0) for each in plots)), 1.15)
    return _panel(page.title, title, Row(left, told, gap=24, align="top" if whole else "stretch"))


def unmarked(page: Page) -> Page:
    """A page without the marks that a terminal puts around names."""
    return page._replace(sections=tuple(map(_unmarked, page.sections)))


def _unmarked(section: Section) -> Section:
    says = tuple(text.replace("`", "") for text in section.says)
    rows = tuple(row._replace(note=row.note.replace("`", "")) for row in section.rows)
    return section._replace(heading=section.heading.replace("`", ""), says=says, rows=rows)


def _texts(plots: Sequence[Section], others: Sequence[Section]) -> list[Section]:
    """What is said beside a plot: the words of its own section first."""
    said = [each._replace(plot=None) for each in plots]
    return [*(each for each in said if each.says or each.rows), *others]


def _panel(name: str, title: Node, body: Node) -> Node:
    return Boxed(Column(title, grown(body), gap=10), LOOKS["panel"], role="group", name=name)


def _whole(section: Section) -> Iterator[Node]:
    """A section with its plot, one below the other."""
    if section.plot:
        yield plot_node(section.plot, TALL)
    if section.says or section.rows or section.heading:
        yield section_body(section)


def _plotted(section: Section, height: float = 0) -> Node:
    if not section.plot:
        return section_body(section)
    return plot_node(section.plot, height) if height else grown(plot_node(section.plot))


def _columns(sections: Sequence[Section], across: int, *, fitting: bool = False) -> Node:
    """Sections side by side, one a column, each of which scrolls when it must; in one column all of them do.

    ``fitting`` ones are set in smaller letters before they scroll.
    """
    if across <= 1 or len(sections) != across:
        return Scroll("chapter", Column(*map(section_body, sections), gap=14))
    parts = [grown(_column(each, i, fitting=fitting), letters(each) ** 0.5) for i, each in enumerate(sections)]
    return Row(*parts, gap=24, align="stretch")


def _column(section: Section, number: int, *, fitting: bool) -> Node:
    if not fitting:
        return Scroll(f"chapter/{number}", section_body(section))
    return Fitting(partial(section_body, section), lambda: Scroll(f"chapter/{number}", SMALL(section)))


def _shared(sections: Sequence[Section], across: int, name: str, *, small: bool = False) -> Node:
    """Sections shared out among columns in their order, so that the longest is as short as can be."""
    nodes = map(SMALL if small else section_body, sections)
    return Shared(*nodes, across=across, gap=28, lead=14, hold=lambda i, column: Scroll(f"{name}/{i}", column))


def letters(section: Section) -> float:
    """About how much room a section takes, in letters."""
    rows = sum(max(ROW_LETTERS, 1.6 * len(row.label + row.figure + row.note)) for row in section.rows)
    return LINE_LETTERS * bool(section.heading) + sum(map(len, section.says)) + LINE_LETTERS + rows

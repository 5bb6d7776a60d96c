"""A page: what is to be read, without saying how it is drawn. A terminal, a window and a file show the same."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from sim.client.view.drawing.scene import Bar, Point, Shape


class Row(NamedTuple):
    """One line of a table: what it is, a figure or a few words, a note, and a bar where lengths can be compared."""

    label: str
    figure: str = ""
    note: str = ""
    bar: Bar | None = None


class Label(NamedTuple):
    """Words in a plot; ``at`` is the left, the middle or the right end of their line, at half its height."""

    at: Point
    text: str
    colour: str = "dim"
    anchor: str = "left"


class Spot(NamedTuple):
    """A place in a plot that can be pointed at or come to, and what is told there."""

    at: Point
    says: str


class Drawn(NamedTuple):
    """A plot made to measure."""

    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    spots: tuple[Spot, ...] = ()


class Plot(NamedTuple):
    """A drawing with words: what it shows, in a sentence, its least size in pixels of the design, how to draw it.

    ``draw`` is given the size of the room. ``keys`` explain signs, each drawn in a space of 24 by 18.
    """

    says: str
    size: Point
    draw: Callable[[Point], Drawn]
    keys: tuple[tuple[Shape, str], ...] = ()


class Section(NamedTuple):
    """A heading, sentences, rows and a plot; each may be empty."""

    heading: str
    says: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    plot: Plot | None = None


class Page(NamedTuple):
    """A title and sections; ``note`` is a remark beside the title."""

    title: str
    sections: tuple[Section, ...]
    note: str = ""


def page(title: str, *sections: Section, note: str = "") -> Page:
    """A page of the sections that hold anything."""
    return Page(title, tuple(each for each in sections if each.says or each.rows or each.plot), note)


def section(heading: str, says: Iterable[str] = (), rows: Iterable[Row] = (), plot: Plot | None = None) -> Section:
    """A section of the sentences that are not empty, rows and a plot."""
    return Section(heading, tuple(each for each in says if each), tuple(rows), plot)

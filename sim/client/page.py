"""A page: what is to be read, without saying how it is drawn. A terminal wraps it, a window lays it out."""

from collections.abc import Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """One line of a table: what it is, a figure or a few words, and a note."""

    label: str
    figure: str = ""
    note: str = ""


class Section(NamedTuple):
    """A heading, sentences and rows; each may be empty."""

    heading: str
    says: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


class Page(NamedTuple):
    """A title and sections."""

    title: str
    sections: tuple[Section, ...]


def page(title: str, *sections: Section) -> Page:
    """A page of the sections that hold anything."""
    return Page(title, tuple(each for each in sections if each.says or each.rows))


def section(heading: str, says: Iterable[str] = (), rows: Iterable[Row] = ()) -> Section:
    """A section of the sentences that are not empty, and rows."""
    return Section(heading, tuple(each for each in says if each), tuple(rows))

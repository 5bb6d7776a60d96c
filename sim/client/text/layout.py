"""Lines of text: wrapped, indented, in columns. Plain letters only, so that any terminal or screen reader copes."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from sim.client.page import Page, Row, Section
from sim.language.sentences import MARK

_blank = re.compile("[ \\t\\n\\r\\f\\v]+")  # a space that does not break, as in numbers, is none
LEAST, MOST = 60, 100
LABEL_MOST, FIGURE_MOST = 44, 24


def clip_width(columns: int) -> int:
    """The width to write at on a terminal of so many columns."""
    return max(LEAST, min(MOST, columns))


def length(text: str) -> int:
    """How many places a text takes."""
    return len(text) - text.count(MARK)


def padded(text: str, width: int, *, right: bool = False) -> str:
    """A text in so many places, at their left or at their right."""
    gap = " " * (width - length(text))
    return f"{gap}{text}" if right else f"{text}{gap}"


def wrap(text: str, width: int, indent: int = 0, hanging: int | None = None) -> list[str]:
    """Paragraphs of a text in lines. Later lines of a paragraph are indented by ``hanging``, else like the first."""
    lines: list[str] = []
    rest = " " * (indent if hanging is None else hanging)
    for paragraph in text.strip().split("\n\n"):
        words = " ".join(_blank.split(paragraph.strip()))
        if lines:
            lines.append("")
        lines += textwrap.wrap(
            words, width, initial_indent=" " * indent, subsequent_indent=rest, break_on_hyphens=False
        )
    return lines


def headed(head: str, text: str, width: int, column: int) -> list[str]:
    """A short head, kept as it is, and a text beside it from a column on."""
    lines = wrap(text, width, column) or [""]
    return [f"{padded(head, column)}{lines[0][column:]}", *lines[1:]]


def heading(text: str, note: str = "") -> str:
    """A heading, in capitals, with a remark beside it."""
    return f"{text.upper()}{f'  ({note})' if note else ''}"


def bullets(items: Iterable[str], width: int) -> list[str]:
    """One item a paragraph, with a dash."""
    return [line for item in items for line in wrap(f"- {item}", width, 2, 4)]


def rows(table: Sequence[Row], width: int) -> list[str]:
    """A table: label, figure and note in columns where they fit, else one under the other."""
    if not table:
        return []
    label = min(LABEL_MOST, max(length(row.label) for row in table))
    figure = min(FIGURE_MOST, max(length(row.figure) for row in table))
    left = 2 + label + 2 + (figure + 2 if figure else 0)
    lines: list[str] = []
    for row in table:
        if length(row.label) <= label and length(row.figure) <= figure:
            start = f"  {padded(row.label, label)}  " + (
                f"{padded(row.figure, figure, right=True)}  " if figure else ""
            )
            note = wrap(row.note, width - left) or [""]
            lines += [(start + note[0]).rstrip(), *(" " * left + line for line in note[1:])]
        else:
            lines += _stacked(row, width)
    return lines


def _stacked(row: Row, width: int) -> list[str]:
    text = ": ".join(each for each in (row.label, row.figure) if each)
    return wrap(f"{text}  [{row.note}]" if row.note else text, width, 2, 6)


def columns(cells: Sequence[str], width: int, gap: int = 3) -> list[str]:
    """Cells read downwards in as many columns as fit."""
    if not cells:
        return []
    cell = max(map(length, cells))
    across = max(1, (width - 2 + gap) // (cell + gap))
    down = -(-len(cells) // across)
    pad = " " * gap
    return [("  " + pad.join(padded(each, cell) for each in cells[i::down])).rstrip() for i in range(down)]


def side_by_side(left: Sequence[str], right: Sequence[str], gap: int = 3) -> list[str]:
    """Lines beside lines, at most one more on the left."""
    column = max(map(length, left), default=0)
    return [f"  {padded(one, column + gap)}{other}".rstrip() for one, other in zip_longest(left, right, fillvalue="")]


def page_lines(page: Page, width: int) -> list[str]:
    """A page: its title, then its sections, a blank line between them."""
    lines = [heading(page.title)]
    for section in page.sections:
        lines += ["", *section_lines(section, width, 2 if section.heading else 0)]
    return lines


def section_lines(section: Section, width: int, indent: int) -> list[str]:
    """A section: its heading, its sentences from a column on, what its plot shows, its rows."""
    lines = [heading(section.heading)] if section.heading else []
    for i, sentence in enumerate(section.says):
        if i and not section.heading and "\n\n" in sentence:
            lines.append("")
        lines += wrap(sentence, width, indent)
    if section.plot:
        lines += wrap(section.plot.says, width, indent)
    return [*lines, *rows(section.rows, width)]

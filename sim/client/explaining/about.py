"""What a scenario is and is not: its content note, what its model is made of, the chapters of its model card."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from sim.client.explaining import about_words as a
from sim.client.page import Page, Row, Section, page, section
from sim.errors import CessationError
from sim.scenario.book import Book
from sim.scenario.citations import walk
from sim.scenario.places import find_scenario

CARD = "MODEL.md"
MOST_BYTES = 1_000_000  # a longer file is none of ours
_comment = re.compile(r"<!--.*?-->")
_mark = re.compile(r"\*+|\[([^\]]*)\]\([^)]*\)")


def about_page(book: Book) -> Page:
    """The content note, what the model consists of, and where its numbers come from."""
    rows = [
        Row(a.PARTS["state"], f"{len(book.tables.variables)}"),
        Row(a.PARTS["hazards"], f"{len(book.outline.get('hazards', {}))}", a.TERMS.format(n=_terms(book))),
        Row(a.PARTS["levers"], f"{len(book.outline.get('levers', {}))}"),
        Row(a.PARTS["clauses"], f"{len(book.outline.get('clauses', {}))}"),
        Row(a.PARTS["facts"], f"{len(book.facts)}", a.CONTESTED.format(n=_contested(book))),
    ]
    cites = walk(book.outline).cites
    owned = sum(each.why is not None for each in cites)
    sourced = a.SOURCED.format(n=len(cites) - owned, owned=owned)
    return page(
        str(book.text["title"]),
        section(a.NOTE, [book.text["disclaimer"], a.NOTE_OF_ALL]),
        section(a.MODEL, [a.MODEL_SAYS, sourced], rows),
        section(a.NOT_FOR, [a.NOT_FOR_SAYS]),
    )


def _terms(book: Book) -> int:
    return sum(len(each.get("terms", {})) for each in book.outline.get("hazards", {}).values())


def _contested(book: Book) -> int:
    return sum(bool(each["contested_by"]) for each in book.facts.values())


# ------------------------------------------------------------------------------------------------------------ the card
def card_file(book: Book) -> Path | None:
    """The file of the model card, if the scenario has one."""
    try:
        path = find_scenario(book.tables.id) / CARD
    except CessationError:
        return None
    return path if path.is_file() and path.stat().st_size <= MOST_BYTES else None


@lru_cache(maxsize=2)
def card_chapters(path: Path) -> tuple[Page, ...]:
    """The card as pages, one a chapter: paragraphs as sentences, lines of tables as rows. It is in English."""
    pages: list[Page] = []
    for title, lines in _parted(path.read_text("utf-8").splitlines(), "## "):
        parts = [_section(head, body) for head, body in _parted(lines, "### ")]
        pages.append(page(title, *(part for each in parts for part in each)))
    return tuple(each for each in pages if each.sections)


def _parted(lines: list[str], sign: str) -> Iterator[tuple[str, list[str]]]:
    """Lines by the headings of a kind; what comes before the first stands under none."""
    head, held = "", list[str]()
    for line in lines:
        if line.startswith(sign):
            yield head, held
            head, held = _plain(line.removeprefix(sign)), []
        elif not line.startswith("# "):
            held.append(line)
        else:
            head = _plain(line.removeprefix("# "))
    yield head, held


def _section(head: str, lines: list[str]) -> list[Section]:
    """A part of a chapter: paragraphs and tables in their order, a section for every table and what stands above it."""
    found, says, table, paragraph = list[Section](), list[str](), list[list[str]](), list[str]()
    for line in "\n".join([*lines, "", ""]).replace("\n- ", "\n\n- ").split("\n"):  # points stand by themselves
        if line.startswith("|"):
            table.append([_plain(cell) for cell in line.strip().strip("|").split("|")])
        elif line.strip():
            paragraph.append(line.strip())
        elif _plain(" ".join(paragraph)):
            if table:
                found.append(section("" if found else head, says, _rows(table)))
                says, table = [], []
            says.append(_plain(" ".join(paragraph)))
            paragraph = []
    if says or table:
        found.append(section("" if found else head, says, _rows(table)))
    return found


def _rows(table: list[list[str]]) -> list[Row]:
    """The lines of a table; where there are more than two columns, each figure after what its column is called."""
    titles, rows = list[str](), list[Row]()
    for cells, below in zip(table, [*table[1:], [""]], strict=False):
        if _is_rule(below):
            titles = cells
            rows += [Row(cells[0], "", cells[1])] if len(cells) == 2 and any(cells) else []
        elif not _is_rule(cells):
            named = zip(titles[1:], cells[1:], strict=False)
            said = [f"{name} {cell}" if name and len(titles) > 2 else cell for name, cell in named if cell]
            rows.append(Row(cells[0], "", " · ".join(said)))
    return rows


def _is_rule(cells: list[str]) -> bool:
    return any(cells) and all(set(cell) <= set("-: ") for cell in cells)


def _plain(text: str) -> str:
    """Text without the marks of Markdown; what stands between backticks is left as it is."""
    text = _comment.sub("", text)
    parts = [part if i % 2 else _mark.sub(lambda found: found[1] or "", part) for i, part in enumerate(text.split("`"))]
    return "".join(parts).strip()

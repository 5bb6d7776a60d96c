"""A scenario's statements as a list: which line stands where, what it changes, what it asks after.

This is how a page can say what moves a variable, and what a variable bears on, without a word written for it.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from sim.client.naming import NAME
from sim.scenario.book import Book

_target = re.compile(rf"\s*({NAME})\s*(?:->\s*({NAME})\s+|[=+-]\s)")


class Line(NamedTuple):
    """One statement: the section and entry it belongs to, its text, and the entry, for its citation.

    ``part`` tells the lines of an entry apart: ``does``, ``then``, a term, an outcome, or a seat and what befalls what
    it owes, such as ``us breach``.
    """

    section: str
    entry: str
    part: str
    text: str
    holder: Any


def statements(book: Book) -> Iterator[Line]:
    """Every line that changes something, in the order of the file."""
    for section, field in (("levers", "does"), ("hazards", "then"), ("events", "does"), ("renewals", "does")):
        for id_, entry in book.outline.get(section, {}).items():
            yield from _lines(section, id_, field, entry.get(field), entry)
    for id_, draw in book.outline.get("draws", {}).items():
        for outcome, model in draw["outcomes"].items():
            yield from _lines("draws", id_, outcome, model.get("does"), draw)
    for section in ("flows", "hooks"):
        for id_, entry in book.outline.get(section, {}).items():
            lines = entry if isinstance(entry, list) else entry.get("does")
            yield from _lines(section, id_, "does", lines, entry)
    for id_, clause in book.outline.get("clauses", {}).items():
        yield from _lines("clauses", id_, "does", clause.get("does"), clause)
        for seat, duty in clause.get("obliges", {}).items():
            for what in ("breach", "contested", "cure"):
                yield from _lines("clauses", id_, f"{seat} {what}", duty.get(what), clause)


def _lines(section: str, entry: str, part: str, lines: Any, holder: Any) -> Iterator[Line]:
    for text in [lines] if isinstance(lines, str) else lines or []:
        yield Line(section, entry, part, str(text), holder)


def targets(line: Line) -> list[str]:
    """The names that a statement changes: one, or for a move both ends."""
    found = _target.match(line.text)
    return [name for name in found.groups() if name] if found else []


def asks_after(text: str, name: str) -> bool:
    """Whether a text mentions a name, or what stands for it where a seat acts."""
    _, dot, rest = name.partition(".")
    wanted = {name, f"self.{rest}", f"other.{rest}"} if dot else {name}
    return not wanted.isdisjoint(re.findall(NAME, str(text).partition("@")[0]))


_aimed: dict[str, list[tuple[Line, frozenset[str]]]] = {}
"""The lines of each version of a scenario that was asked about, with the names that they change."""


def movers(book: Book, name: str) -> list[Line]:
    """The lines that can change a variable; ``self.x`` and ``other.x`` stand for both seats' own."""
    lines = _aimed.get(book.tables.digest)
    if lines is None:
        lines = _aimed[book.tables.digest] = [(line, frozenset(targets(line))) for line in statements(book)]
    _, dot, rest = name.partition(".")
    wanted = {name, f"self.{rest}", f"other.{rest}"} if dot else {name}
    return [line for line, changed in lines if not wanted.isdisjoint(changed)]


def bearings(book: Book, name: str) -> list[tuple[str, str]]:
    """What a variable bears on, as (section, entry), in the order of the file and each once."""
    found: list[tuple[str, str]] = []
    for section, id_, texts in _uses(book):
        if any(asks_after(text, name) for text in texts):
            found.append((section, id_))
    return list(dict.fromkeys(found))


def _uses(book: Book) -> Iterator[tuple[str, str, list[str]]]:
    outline = book.outline
    for id_, hazard in outline.get("hazards", {}).items():
        terms = [
            term.get("of", key) if isinstance(term, dict) else key for key, term in hazard.get("terms", {}).items()
        ]
        yield "hazards", id_, [*terms, *hazard.get("when", [])]
    for section in ("levers", "events", "endings"):
        for id_, entry in outline.get(section, {}).items():
            yield section, id_, entry.get("when", [])
    for id_, clause in outline.get("clauses", {}).items():
        duties = clause.get("obliges", {}).values()
        readings = [reading for duty in duties for reading in duty.get("readings", {"": duty}).values()]
        yield "clauses", id_, [text for reading in readings for text in reading["kept_when"]]
    for id_, stage in outline.get("stages", {}).items():
        yield "stages", id_, stage.get("opens_when", [])
    for id_, renewal in outline.get("renewals", {}).items():
        yield "renewals", id_, renewal.get("when", [])
    for id_, faction in outline.get("factions", {}).items():
        yield "factions", id_, list(faction.get("sway", {}))
    for line in outline["scoring"]["settle"]:
        yield "components", str(line).removeprefix("score.").partition(" ")[0], [str(line).partition(" ")[2]]


def citing(book: Book, fact: str) -> list[tuple[str, str]]:
    """The entries whose numbers rest on a fact, as (section, entry)."""
    found = []
    for section, entries in book.outline.items():
        if isinstance(entries, dict):
            found += [(section, str(id_)) for id_, entry in entries.items() if re.search(rf"\b{fact}\b", str(entry))]
    return found

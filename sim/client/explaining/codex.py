"""The facts that a seat could know: those of the day it is, and none of the course that the record later took.

A game leaves the record after its first days, so what the record tells of later ones would be false in it, and unfair.
All facts are open once the game is over.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sim.client import page_words as p
from sim.client.model import Model
from sim.record.lines import date_of
from sim.scenario.book import Book

ASSUMPTION = "assumption"  # how a citation begins that names no fact
DAYS_ON_RECORD = 1  # after the first day, on which statements of that day still come in

Fact = dict[str, Any]


def horizon(model: Model) -> date:
    """The last date of which facts are told."""
    last = date_of(model.tables, 1) + timedelta(days=DAYS_ON_RECORD)
    return min(last, date_of(model.tables, model.day))


def is_open(model: Model, id_: str) -> bool:
    """Whether a fact may be shown."""
    fact = model.book.facts.get(id_)
    return fact is not None and (model.debrief is not None or fact["known_from"] <= horizon(model).isoformat())


def known_at_first(model: Model) -> list[str]:
    """The facts that led here, by id, in the scenario's order: those known on the first day, whatever day it is now."""
    first = date_of(model.tables, 1).isoformat()
    timeline = model.book.outline.get("history", {}).get("timeline", [])
    return [id_ for id_ in timeline if model.book.facts[id_]["known_from"] <= first]


def later_events(model: Model) -> list[tuple[int, str]]:
    """What the record tells of the days that the game plays anew: day and fact, in order, by when it became known."""
    first = date_of(model.tables, 1)
    found = []
    for id_, fact in model.book.facts.items():
        day = (date.fromisoformat(fact["known_from"]) - first).days + 1
        if fact["kind"] == "event" and 1 + DAYS_ON_RECORD < day <= model.tables.horizon:
            found.append((day, id_))
    return sorted(found)


def open_facts(model: Model, word: str = "") -> dict[str, Fact]:
    """The facts that may be shown, by id; those that hold a word anywhere, if one is given."""
    found = {}
    for id_ in model.book.facts:
        fact = model.book.fact(id_)
        text = f"{id_} {fact['says']} {fact['by']} {fact['kind']}".lower()
        if is_open(model, id_) and word.lower() in text:
            found[id_] = fact
    return found


def fact_ids(citation: object) -> list[str]:
    """The fact ids of a ``from``, or of the short form at the end of a line."""
    if isinstance(citation, list):
        return [str(each) for each in citation]
    text = str(citation or "")
    return [] if text.startswith((ASSUMPTION, "?")) else re.findall(r"\b[A-Z][0-9]{2,3}\b", text)


def citation_of(book: Book, line: object, entry: object) -> str:
    """What stands behind a line: its own citation, or that of the entry that holds it, as text."""
    _, at, own = str(line).partition("@")
    if at:
        own = own.strip()
        return cited(book, f"{ASSUMPTION}: {own[1:].strip()}" if own.startswith("?") else ", ".join(fact_ids(own)))
    given = entry.get("from") if isinstance(entry, dict) else None
    return ", ".join(given) if isinstance(given, list) else cited(book, str(given or ""))


def cited(book: Book, citation: str) -> str:
    """A citation as text: ids of facts as they are, an assumption in the language of now."""
    if not citation.startswith(ASSUMPTION):
        return citation
    return p.ASSUMED_BECAUSE.format(why=book.phrase(citation.removeprefix(ASSUMPTION).lstrip(": ").strip()))


def open_ids(model: Model, ids: Iterable[str]) -> list[str]:
    """Those of the facts that may be shown."""
    return [id_ for id_ in ids if is_open(model, id_)]

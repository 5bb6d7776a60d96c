"""How grave what happened is: one order for the terminal, the night and the calls; and what is an upheaval."""

import re

from sim.client.explaining.outline import statements, targets
from sim.client.model import Model
from sim.client.naming import is_yes_or_no
from sim.record.events import Event
from sim.rules import layout as at
from sim.scenario.book import Book
from sim.session import calls as when

GRAVE = (
    "collapsed", "denounced", "talks_ended", "expired", "unratified", "suspended", "duty_breached", "duty_contested",
)  # fmt: skip
"""Kinds of events that end or break something, from the gravest."""
GRAVITY = (
    *GRAVE, "signed", "renewed", "amended", "resumed", when.TERM_ENDS, when.DUTY_FALLS_DUE, "proposed", "accepted",
    "refused", "withdrawn",
)  # fmt: skip
"""Kinds of calls from the gravest; those that are not among them come after these, as they came."""
ENDS = {"collapse": "collapsed", "expire": "expired", "suspend": "suspended"}
"""What a shock may say of the agreement, and the event that comes of it."""
LARGE = 0.15  # of the range of a variable of the first screen, moved at once: a shock that does so is an upheaval
_amount = re.compile(r"([=+-])\s*([0-9]*\.?[0-9]+)")
_is_reset = re.compile(r"\s*\S+\s*=\s*0\b")
_upheavals: dict[str, frozenset[tuple[str, str]]] = {}


def upheavals(book: Book) -> frozenset[tuple[str, str]]:
    """Sections and ids of the shocks that are upheavals, by what their lines do; remembered by the scenario's hash.

    Such a shock moves a variable of the first screen far, or sets a flag that no night takes back.
    """
    digest = book.tables.digest
    if digest not in _upheavals:
        nightly = (line for line in statements(book) if line.section == "flows" and _is_reset.match(line.text))
        passing = {name for line in nightly for name in targets(line)}
        _upheavals[digest] = frozenset(
            (line.section, line.entry)
            for line in statements(book)
            if line.section in ("hazards", "events")
            for name in targets(line)[:1]
            if _changes_much(book, name, line.text, lasting=name not in passing)
        )
    return _upheavals[digest]


def _changes_much(book: Book, name: str, text: str, *, lasting: bool) -> bool:
    found = _amount.search(text.partition("@")[0])
    if not found or name not in book.tables.slot:
        return False
    size = float(found[2])
    if is_yes_or_no(book, name):
        return lasting and size > 0.0
    first = book.tables.ints[at.RANGES_REALS] + 2 * book.tables.slot[name]
    low, high = book.tables.reals[first : first + 2]
    shown = {name, name.partition(".")[2]}.intersection(book.outline.get("headline", []))
    return bool(shown) and found[1] != "=" and size >= LARGE * (high - low)


def rank_of(model: Model, event: Event) -> int:
    """Where news stands: what ends or breaks something from the gravest, other upheavals, then all else as it came."""
    if event.kind in GRAVE:
        return GRAVE.index(event.kind)
    shock = shock_of(model, event)
    if shock is None:
        return len(GRAVE) + 1
    word = model.book.outline[shock[0]][shock[1]].get("agreement", "")
    if word in ENDS:
        return GRAVE.index(ENDS[word])
    return len(GRAVE) + (shock not in upheavals(model.book))


def is_upheaval(model: Model, event: Event) -> bool:
    """Whether news is an upheaval, and marked where it is told: an end, a breach, a shock that changes much."""
    return rank_of(model, event) <= len(GRAVE)


def shock_of(model: Model, event: Event) -> tuple[str, str] | None:
    """Section and id of the hazard or event that happened, if that is what an event tells of."""
    if event.kind == "struck":
        return "hazards", list(model.names.hazards)[int(event.row[1])]
    return ("events", model.names.events[int(event.row[1])]) if event.kind == "fired" else None

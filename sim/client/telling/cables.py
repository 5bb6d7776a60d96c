"""Cables: all that a seat saw, in order, each with its kind and with who says so; searched, copied and exported."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sim.client.explaining.asking import Target
from sim.client.explaining.outline import statements, targets
from sim.client.figures import range_words
from sim.client.model import Dated, Look, Model
from sim.client.naming import date_words, seat_name, short_date
from sim.client.telling import cables_words as c
from sim.client.telling.events import SILENT, attribution, page_of, tell
from sim.errors import CessationError
from sim.folders import saves_folder
from sim.rules import layout as at
from sim.scenario.book import Book

TABLE, AGREEMENT, LEVERS, HOME, INCIDENTS, PEOPLE = "offers", "agreement", "levers", "home", "incidents", "humanitarian"
KINDS = (TABLE, AGREEMENT, LEVERS, HOME, INCIDENTS, PEOPLE)
OF_EVENTS = {
    **dict.fromkeys(("proposed", "withdrawn", "refused", "accepted", "offer_lapsed", "talks_ended"), TABLE),
    **dict.fromkeys(("unratified", "backed_down"), HOME),
    **dict.fromkeys(("struck", "fired"), INCIDENTS),
    "pulled": LEVERS,
}
"""Kinds of events and the cables that tell of them; all others are about the agreement."""
NAME = "cables"
RELIEF_SIGNS = ("hospital", "truck")
DAYS = re.compile(r"([0-9]{1,3})-([0-9]{1,3})")


class Cable(NamedTuple):
    """One thing that the seat learnt: the day, its kind, what is told, who says so, the facts behind it, its page."""

    day: int
    kind: str
    text: str
    says: str
    facts: tuple[str, ...] = ()
    about: Target | None = None


class Wanted(NamedTuple):
    """Which cables to show: of a kind, of the last so many days, and what was typed: words, or days as ``10-20``."""

    kind: str = ""
    last: int = 0
    typed: str = ""


EVERYTHING = Wanted()


def cables(model: Model) -> list[Cable]:
    """All that the seat saw, in the order of days; once the game is over all there was."""
    found = [cable(model, each) for each in model.log if each[1].kind not in SILENT]
    counted = list(_counted(model))
    return sorted([*found, *counted], key=lambda each: each.day)  # stable: the count comes after its day's news


def cable(model: Model, dated: Dated) -> Cable:
    """An event as a cable."""
    told = tell(model, dated)
    about = page_of(model, dated[1])
    kind = OF_EVENTS.get(told.kind, AGREEMENT)
    if kind in (INCIDENTS, LEVERS) and about and (about.section, about.id) in of_people(model.book):
        kind = PEOPLE
    return Cable(told.day, kind, told.text, attribution(model, dated), told.facts, about)


_of_people: dict[str, frozenset[tuple[str, str]]] = {}


def of_people(book: Book) -> frozenset[tuple[str, str]]:
    """Sections and entries that move people or goods, or ask after them; remembered by the scenario's hash."""
    digest = book.tables.digest
    if digest not in _of_people:
        _of_people[digest] = _entries_of_people(book)
    return _of_people[digest]


def _entries_of_people(book: Book) -> frozenset[tuple[str, str]]:
    """People and goods are what moves without getting more, and what the map draws as hospitals or trucks."""
    lines = list(statements(book))
    goods = {name for line in lines if len(targets(line)) > 1 for name in targets(line)}
    goods |= {str(sign["of"]) for sign in (book.map or {}).get("signs", []) if sign["kind"] in RELIEF_SIGNS}
    found = {(line.section, line.entry) for line in lines if goods.intersection(targets(line))}
    for section in ("hazards", "events", "levers"):
        for id_, entry in book.outline.get(section, {}).items():
            if any(str(line).split(maxsplit=1)[0] in goods for line in entry.get("when", [])):
                found.add((section, id_))
    return frozenset(found)


def _counted(model: Model) -> Iterator[Cable]:
    """What the counts of people rose by from look to look, as ranges: the one thing that no event tells."""
    for before, look in zip(model.looks, model.looks[1:], strict=False):
        added = [each for each in _added(model, before, look) if each]
        if added:
            night = int(max(before.values[at.DAY], look.values[at.DAY] - 1.0))
            yield Cable(night, PEOPLE, c.COUNTED.format(counts="; ".join(added)), c.COUNTS_DIFFER)


def _added(model: Model, before: Look, look: Look) -> Iterator[str]:
    for row in model.names.human_cost:
        slot = model.tables.slot[row.of]
        more = look.values[slot] - before.values[slot]
        if model.names.sd[slot][model.seat] == 0.0 and more * row.high >= 1.0:
            said = range_words(more * row.low, more * row.high)
            yield c.COUNT.format(name=model.book.word("human_cost", row.id), range=said)


# ------------------------------------------------------------------------------------------------------------ searching
def searched(model: Model, found: Sequence[Cable], wanted: Wanted) -> list[Cable]:
    """Those of the cables that are of the kind and the days, and hold every word that was typed."""
    words = wanted.typed.lower().split()
    spans = [(int(each[1]), int(each[2])) for each in map(DAYS.fullmatch, words) if each]
    if wanted.last:
        spans.append((model.day - wanted.last, model.tables.horizon))
    words = [word for word in words if not DAYS.fullmatch(word)]
    return [
        each
        for each in found
        if wanted.kind in ("", each.kind)
        and all(first <= each.day <= last for first, last in spans)
        and all(word in plain_line(model, each).lower() for word in words)
    ]


# ---------------------------------------------------------------------------------------------------- as text, in files
def plain_line(model: Model, each: Cable) -> str:
    """A cable on one line: what is copied, and what is searched."""
    facts = f" [{', '.join(each.facts)}]" if each.facts else ""
    day = c.DAY_AND_DATE.format(day=each.day, date=short_date(model.book, each.day))
    return f"{day} · {c.KINDS[each.kind]} · {each.text}{facts}{f' {each.says}' if each.says else ''}"


def plain_text(model: Model, found: Sequence[Cable]) -> str:
    """Cables as lines, the earliest first."""
    return "\n".join(plain_line(model, each) for each in found)


def markdown(model: Model, found: Sequence[Cable]) -> str:
    """Cables as a page of Markdown: whose they are, then a heading a day; last the facts behind them."""
    said = c.EXPORT_SAYS.format(
        seat=seat_name(model.book, model.seat), n=len(found), date=date_words(model.book, model.day)
    )
    lines = [f"# {c.EXPORT_TITLE.format(scenario=model.book.text['title'])}", "", c.OF_ALL if model.debrief else said]
    last = 0
    for each in found:
        if each.day != last:
            lines += ["", f"## {c.DAY_AND_DATE.format(day=each.day, date=date_words(model.book, each.day))}", ""]
            last = each.day
        facts = f" [{', '.join(each.facts)}]" if each.facts else ""
        says = f" *{each.says}*" if each.says else ""
        lines.append(f"- **{c.KINDS[each.kind]}** {each.text}{facts}{says}")
    return "\n".join([*lines, *_behind(model, found), ""])


def _behind(model: Model, found: Sequence[Cable]) -> list[str]:
    from sim.client.explaining.variables import fact_line

    ids = dict.fromkeys(id_ for each in found for id_ in each.facts)
    return ["", f"## {c.EXPORT_FACTS}", "", *(f"- {fact_line(model, id_)}" for id_ in ids)] if ids else []


def keep_cables(model: Model, found: Sequence[Cable], path: Path) -> Path:
    """Write cables to a file, as Markdown if its name says so, else as lines; the whole path. Raises CessationError."""
    text = markdown(model, found) if path.suffix.lower() in (".md", ".markdown") else f"{plain_text(model, found)}\n"
    path = path.expanduser().absolute()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise CessationError(c.NOT_WRITTEN.format(path=path, why=why)) from None
    return path


def kept_cables(model: Model, found: Sequence[Cable], record: Path | None) -> str:
    """Write cables as Markdown beside a record, else in the folder of saves, and say where. Raises CessationError."""
    beside = record.with_name(f"{record.stem}-{NAME}") if record else saves_folder() / f"{model.tables.id}-{NAME}"
    return c.EXPORTED.format(n=len(found), path=keep_cables(model, found, beside.with_suffix(".md")))

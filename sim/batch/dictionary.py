"""The data dictionary: unit and meaning of every column, from the scenario's own words where it has some."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from sim.batch.columns import columns_of, kept_slots, last_slots
from sim.batch.rows import FATES
from sim.rules.events import EVENT_NAMES
from sim.scenario.book import Book


class TableColumn(NamedTuple):
    """A column of a table, its unit and what it means."""

    table: str
    column: str
    unit: str
    meaning: str


FIXED = {
    "game": ("number", "The game. Its number and the plan's rng_seed decide all of its luck."),
    "day": ("day", "The day, from 1."),
    "number": ("number", "Which agreement of the game, from 1."),
    "signed_day": ("day", "The day on which it was signed."),
    "package": ("options", "The agreed package: one option an issue, in the order of the issues."),
    "ended_day": ("day", "The day on which it ended; empty if it ran when the game ended."),
    "how": ("id", f"What became of it: {', '.join(FATES.values())}."),
    "nights_held": (
        "nights",
        "Nights of truce in a row when it ended; empty if replaced, that is amended: the next row counts on.",
    ),
    "renewals": ("times", "How often the running term was renewed."),
    "ply": ("number", "Which decision of the day, from 1."),
    "seat": ("id", "The seat that decided."),
    "action": ("notation", "The decision, in the notation of records."),
    "order": ("number", "Which event of the game, from 1."),
    "kind": ("id", f"What happened: {', '.join(EVENT_NAMES[:-3])}."),
    "text": ("notation", "To what or whom, by ids."),
    "audience": ("ids", "Who may know of it: all, none, or seats."),
    "value": (
        "number",
        "Its number: the probability of what struck, was spared or drawn; days left of a term; nights held; and so on.",
    ),
    "night": (
        "0 or 1",
        "1 on a row after a night; 0 on day 0 and on a last day without night. Count what nights do where it is 1.",
    ),
    "ending": ("id", "How the game ended."),
    "decisions": ("number", "Decisions of both seats, ends of turns included."),
    "signed": ("number", "Agreements signed so far."),
    "nights_of_truce": ("nights", "Nights that fell while a truce stood, be it broken in that night or not."),
    "truce": ("0 or 1", "Whether a truce is in force."),
    "stage": ("number", "The running stage of the agreement, from 1; 0 for none."),
    "age": ("nights", "Nights of truce so far."),
    "left": ("days", "Days left of the running term."),
    "promised": ("days", "Length of the running term."),
    "since_end": ("days", "Days since the last agreement ended."),
    "talks": ("0 or 1", "Whether the talks go on."),
    "status": (
        "number",
        "The agreement: 0 none yet, 1 in force, 2 suspended, 3 expired, 4 collapsed, 5 denounced.",
    ),
    "stage_day": ("nights", "Nights of the running stage so far."),
}
# After the name of a seat and a dot.
OF_SEAT = {
    "type": ("number", "Its private type."),
    "score": ("0-100", "Its score: what its type makes of the components."),
    "resolve": ("share", "Its private willingness to bear costs."),
    "capital": ("points", "Its political capital."),
    "offers": ("number", "Offers it has made so far."),
    "refusals": ("number", "Offers it has refused so far."),
    "two_faced": ("0 or 1", "Whether its standing offer shows the public another package."),
    "climbdown": ("worth", "The size of its last climb-down from its public word."),
    "consent": ("number", "Its word on renewal: 0 none, 1 agrees, 2 objects."),
    "spoke": ("0 or 1", "Whether it has given its word in public."),
}


def _full(*words: str) -> str:
    """A name and an explanation as one text."""
    return ": ".join(word for word in words if word)


def _named(book: Book, section: str, entry: str) -> str:
    """Name and explanation of an id, or the id where there are no words."""
    name, about = book.word(section, entry), book.word(section, entry, "about")
    return name if about == entry else _full(name, about)


def _numbered(names: Iterable[str]) -> str:
    return ", ".join(f"{i} {name}" for i, name in enumerate(names))


def _issue(book: Book, issue: str) -> tuple[str, str]:
    return _numbered(book.tables.names.issues[issue]), f"{_named(book, 'issues', issue)} As agreed last."


def _duty(book: Book, duty: str) -> str:
    """What a seat owes by a clause, in words."""
    clause, _, seat = duty.partition(".")
    return f"{book.word('seats', seat)} owes by this clause: {_named(book, 'clauses', clause)}"


def _standing(book: Book, rest: str) -> tuple[str, str]:
    return "0 not owed, 1 owed, 2 kept, 3 breached, 4 contested", f"How it stands with what {_duty(book, rest)}"


def _owed(book: Book, rest: str) -> tuple[str, str]:
    return "nights", f"The night of the stage, from 0, after which it came to be owed: what {_duty(book, rest)}"


def _reading(book: Book, rest: str) -> tuple[str, str]:
    duty, _, reader = rest.rpartition(".")
    readings = _numbered(book.tables.names.readings[book.tables.names.duties.index(duty)])
    return readings, f"How {book.word('seats', reader)} reads what {_duty(book, duty)}"


def _own_standing(book: Book, rest: str) -> tuple[str, str]:
    duty, _, reader = rest.rpartition(".")
    unit = "0 not owed, 1 owed, 2 kept, 3 breached"
    return unit, f"How it stands, as {book.word('seats', reader)} reads it, with what {_duty(book, duty)}"


# By the first part of a slot's name.
BY_PREFIX: dict[str, Callable[[Book, str], tuple[str, str]]] = {
    "clause": lambda book, rest: ("0 or 1", f"In force: {_named(book, 'clauses', rest)}"),
    "duty": _standing,
    "owed": _owed,
    "reading": _reading,
    "standing": _own_standing,
    "happened": lambda book, rest: ("0 or 1", f"Struck in the last night: {_named(book, 'hazards', rest)}"),
    "event": lambda book, rest: ("times", f"Has happened so far: {_named(book, 'events', rest)}"),
    "score": lambda book, rest: ("0-1", f"A component of the score: {_named(book, 'components', rest)}"),
}


def _of_seat(book: Book, seat: str, what: str) -> tuple[str, str]:
    """Unit and meaning of a seat's register or variable."""
    owner = book.word("seats", seat)
    if what in OF_SEAT:
        unit, meaning = OF_SEAT[what]
        unit = _numbered(book.tables.names.types[seat]) if what == "type" else unit
        return unit, f"{owner}. {meaning}"
    return book.tables.names.units.get(f"{seat}.{what}", ""), f"{owner}. {_named(book, 'seat_state', what)}"


def describe_slot(book: Book, slot: int) -> tuple[str, str]:
    """Unit and meaning of a slot of the state."""
    names = book.tables.names
    name = names.slots[slot]
    head, dot, rest = name.partition(".")
    if names.first_variable <= slot < names.first_component:
        if head in names.seats and rest in book.words["en"].get("seat_state", {}):
            return _of_seat(book, head, rest)
        return names.units.get(name, ""), _named(book, "state", name)
    if name in names.issues:
        return _issue(book, name)
    if head in names.seats:
        return _of_seat(book, head, rest)
    return BY_PREFIX[head](book, rest) if dot else FIXED.get(name, ("", name))


def _fixed(book: Book, table: str, column: str) -> tuple[str, str]:
    """Unit and meaning of a column that stands before those of the scenario."""
    head, dot, rest = column.partition(".")
    if dot:
        unit, meaning = _of_seat(book, head, rest)
        return "id" if rest == "type" else unit, meaning
    unit, meaning = FIXED[column]
    if column == "day":
        first = f"Day 1 is {book.tables.names.day_1}"
        if table == "games":
            return unit, f"The day on which the game ended. {first}."
        if table == "days":
            return unit, f"The day, from 0, which is the first morning, before anyone has acted. {first}."
    return unit, meaning


def _describe(book: Book, table: str) -> list[tuple[str, str]]:
    """Unit and meaning of every column of a table, in order."""
    tables = book.tables
    names = columns_of(tables)[table]
    slots = {"games": last_slots, "days": kept_slots}.get(table)
    tail = [describe_slot(book, slot) for slot in slots(tables)] if slots else []
    if table == "agreements":
        tail = [("id", _named(book, "issues", issue)) for issue in tables.names.issues]
    if table == "games":
        tail = [(unit, f"{meaning} At the end.") for unit, meaning in tail]
    return [_fixed(book, table, name) for name in names[: len(names) - len(tail)]] + tail


def dictionary(book: Book, wanted: Iterable[str]) -> list[TableColumn]:
    """Every column of the wanted tables."""
    columns = columns_of(book.tables)
    return [
        TableColumn(table, name, unit, " ".join(meaning.split()))
        for table in wanted
        if table in columns
        for name, (unit, meaning) in zip(columns[table], _describe(book, table), strict=True)
    ]

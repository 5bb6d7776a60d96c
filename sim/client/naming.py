"""What things are called: a scenario's own words for the seats, names, options and statements of its tables."""

import re
from collections.abc import Sequence
from datetime import date

from sim.client import words as w
from sim.client.figures import apart_from, figure
from sim.language import FIRST, spoken
from sim.language.sentences import numeral
from sim.record.lines import date_of
from sim.rules import layout as at
from sim.scenario.book import Book

NAME = r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*){0,2}"
FLAGS = ("clause", "happened", "event", "truce", "talks")
"""Names that are true or not, or begin such a name."""
GRAMMAR = ("max", "if", "in")
"""Words of statements that name nothing."""
RUNS = {"clause": "clauses", "happened": "hazards", "event": "events", "score": "components"}
"""What comes before a dot, and the section in which what follows has its words."""
THINGS = ("hospitals", "trucks", "fighters", "people", "nights", "incidents")
"""What the units of things that come whole begin with."""
_condition = re.compile(rf"\s*({NAME})\s*(<=|>=|=|<|>|in)\s*(.+)")


def seat_name(book: Book, seat: int) -> str:
    """A seat's name, by number."""
    return book.word("seats", book.tables.names.seats[seat])


def date_words(book: Book, day: int) -> str:
    """``Wednesday 28 September 2016``."""
    return written_out(date_of(book.tables, day))


def written_out(on: date) -> str:
    """A date of the calendar, in the same way."""
    return w.DATE.format(weekday=w.WEEKDAYS[on.weekday()], day=on.day, month=w.MONTHS[on.month - 1], year=str(on.year))


def in_english_only(book: Book | None) -> str:
    """That a scenario's own texts have no words in the language of now; nothing if they have."""
    return w.TEXTS_IN_ENGLISH if book and spoken() not in book.words else ""


def capitalised(text: str) -> str:
    """A text with a large first letter, and the others as they are."""
    return f"{text[:1].upper()}{text[1:]}"


def short_date(book: Book, day: int) -> str:
    """``28 Sep``."""
    on = date_of(book.tables, day)
    return w.SHORT_DATE.format(day=on.day, month=w.SHORT_MONTHS[on.month - 1])


def typed(id_: str, name: str) -> str:
    """What a person types for something: its id, which is English; whoever speaks another language types its name."""
    return id_ if spoken() == FIRST else name


def named(id_: str, name: str) -> str:
    """A name with what is typed for it, if that is another word: ``Recall the envoy (recall)``."""
    return name if typed(id_, name).lower() == name.lower() else f"{name} ({id_})"


def part_word(book: Book, path: tuple[str, str, str, str], field: str = "name") -> str:
    """A word of a part of an entry: ``("issues", issue, "options", option)``; the part's id if there is none."""
    section, entry, parts, part = path
    found = book.text.get(section, {}).get(entry, {}).get(parts, {}).get(part, {})
    return str(found.get(field) or part)


def option_name(book: Book, issue: int, option: int, field: str = "name") -> str:
    """The name of an option, both by number."""
    id_, options = list(book.tables.names.issues.items())[issue]
    return part_word(book, ("issues", id_, "options", options[option]), field)


def issue_name(book: Book, issue: int) -> str:
    """The name of an issue, by number."""
    return book.word("issues", list(book.tables.names.issues)[issue])


def package_words(book: Book, options: Sequence[float]) -> str:
    """A package as a phrase. Options below 0 were not named and are left out."""
    said = [
        f"{issue_name(book, i)}: {option_name(book, i, int(option))}" for i, option in enumerate(options) if option >= 0
    ]
    return "; ".join(said)


def lever_name(book: Book, lever: int, field: str = "name") -> str:
    """A word of a lever, by the number of its row."""
    return book.word("levers", book.tables.names.levers[lever].partition(".")[2], field)


def faction_name(book: Book, faction: int) -> str:
    """The name of a faction, by number."""
    return book.word("factions", book.tables.names.factions[faction].partition(".")[2])


def duty_name(book: Book, duty: int) -> str:
    """``Washington: hold fire``."""
    clause, _, seat = book.tables.names.duties[duty].partition(".")
    return w.OF_SEAT.format(seat=book.word("seats", seat), what=book.word("clauses", clause))


def reading_name(book: Book, duty: int, reading: int, field: str = "name") -> str:
    """A word of a reading of an obligation, both by number; nothing if all read it alike."""
    readings = book.tables.names.readings[duty]
    clause = book.tables.names.duties[duty].partition(".")[0]
    return part_word(book, ("clauses", clause, "readings", readings[reading]), field) if readings else ""


def slot_name(book: Book, name: str) -> str:
    """What a name in a statement is called."""
    names = book.tables.names
    head, _, rest = name.partition(".")
    if name in book.outline["state"]:
        return book.word("state", name)
    if name in names.issues:
        return w.AGREED_ISSUE.format(issue=book.word("issues", name))
    if rest.partition(".")[0] == "offer" and issue_of(book, name):
        whose = w.WHOSE.get(head) or book.word("seats", head)
        return w.OFFERED_ISSUE.format(issue=book.word("issues", issue_of(book, name)), seat=whose)
    if head in names.seats or head in w.WHOSE:
        seat = w.WHOSE.get(head) or book.word("seats", head)
        what = w.SEAT_REGISTERS.get(rest) or book.word("seat_state", rest)
        return w.OF_SEAT.format(seat=seat, what=what)
    if head in w.DUTIES_BY_NAME:
        clause, _, seat = rest.partition(".")
        return w.DUTIES_BY_NAME[head].format(clause=book.word("clauses", clause), seat=book.word("seats", seat))
    if head in RUNS:
        return w.RUNS[head].format(name=book.word(RUNS[head], rest))
    return w.REGISTERS.get(name, name)


def statement_words(book: Book, text: str) -> str:
    """A statement or an amount with its ids replaced by names and without its citation."""
    body = text.partition("@")[0].strip().replace("[", f"[{w.IF} ")
    words = re.sub(NAME, lambda found: _word_of(book, found[0]), body)
    return numeral_in(words).replace("*", w.TIMES_SIGN).replace("->", w.TO)


def numeral_in(text: str) -> str:
    """A text with the numbers in it written as the language of now writes them."""
    return re.sub(r"\d+\.\d+", lambda found: numeral(found[0]), text)


def _word_of(book: Book, name: str) -> str:
    if name in GRAMMAR:
        return w.GRAMMAR[name]
    return _option_anywhere(book, name) or slot_name(book, name)


def _option_anywhere(book: Book, name: str) -> str:
    """The name of an option, reading, status or ending that a bracketed condition compares with."""
    names = book.tables.names
    if name in names.issues or name in book.tables.slot:
        return ""
    for issue, (_, options) in enumerate(names.issues.items()):
        if name in options:
            return option_name(book, issue, options.index(name))
    for duty, readings in enumerate(names.readings):
        if name in readings:
            return reading_name(book, duty, readings.index(name))
    return w.STATUSES.get(name) or (book.word("endings", name) if name in names.endings else "")


def condition_words(book: Book, text: str) -> str:
    """``truce = 1`` as words."""
    found = _condition.fullmatch(text.partition("@")[0].strip())
    if not found:
        return text
    name, sign, bound = found[1], found[2], found[3].strip()
    if is_yes_or_no(book, name) and (sign, bound) in w.YES_OR_NO:
        return w.YES_OR_NO[sign, bound].format(name=slot_name(book, name))
    if name == "stage" and (said := _stage_words(book, sign, bound)):
        return said
    issue = issue_of(book, name)
    options = book.tables.names.issues.get(issue, [])
    if bound.isdigit() and int(bound) < len(options):
        bound = options[int(bound)]
    if bound in options:
        bound = part_word(book, ("issues", issue, "options", bound))
    elif is_of_hundred(book, name):
        bound = re.sub(r"\d+(\.\d+)?", lambda found: f"{100 * float(found[0]):.6g}", bound)
    elif name == "ending":
        bound = book.word("endings", bound)
    elif name == "status" or name.startswith("reading."):
        bound = _option_anywhere(book, bound)
    return w.SIGNS[sign].format(name=slot_name(book, name), bound=numeral_in(bound))


def _stage_words(book: Book, sign: str, bound: str) -> str:
    """Which stage runs, for a condition on its number; nothing if it asks for something stranger."""
    stages = book.tables.names.stages
    if (sign, bound) in (("=", "0"), ("<", "1"), ("<=", "0")):
        return w.NO_STAGE
    if (sign, bound) in ((">=", "1"), (">", "0")):
        return w.ANY_STAGE
    if sign not in ("=", ">=") or not bound.isdigit() or not 1 <= int(bound) <= len(stages):
        return ""
    said = w.THIS_STAGE if sign == "=" or int(bound) == len(stages) else w.STAGE_FROM
    return said.format(stage=book.word("stages", stages[int(bound) - 1]))


def issue_of(book: Book, name: str) -> str:
    """The issue of whose option a name holds the number: of the agreement, or of a seat's offer; nothing if of none."""
    issue = name.rpartition(".")[2] if ".offer." in name else name
    return issue if issue in book.tables.names.issues else ""


def is_of_hundred(book: Book, name: str) -> bool:
    """Whether a variable is told as so many of 100: a share, or what runs through no more than 1 and is no flag."""
    tables = book.tables
    head, dot, rest = name.partition(".")
    name = f"{tables.names.seats[0]}{dot}{rest}" if head in w.WHOSE else name
    if name not in tables.variables or is_yes_or_no(book, name):
        return False
    first = tables.ints[at.RANGES_REALS] + 2 * tables.slot[name]
    low, high = tables.reals[first : first + 2]
    return unit_of(book, name).startswith("share") or high - low <= 1.0


def is_yes_or_no(book: Book, name: str) -> bool:
    """Whether a name is a flag, so that nobody wants its number."""
    unit = unit_of(book, name)
    return unit.startswith("yes or no") or name.partition(".")[0] in FLAGS


def comes_whole(book: Book, name: str) -> bool:
    """Whether a variable counts what comes whole, such as trucks, and is told without a part of one."""
    return unit_of(book, name).startswith(THINGS)


def unit_of(book: Book, name: str) -> str:
    """The unit of a variable, or nothing."""
    return book.tables.names.units.get(name, "")


def condition_of(book: Book, row: int, state: Sequence[float], *, brief: bool = False) -> str:
    """A compiled condition as words or ``brief``ly, with signs, and with the value that its name has now."""
    tables = book.tables
    slot = tables.ints[tables.ints[at.CONDITIONS] + row * at.CONDITION_WIDTH]
    bounds = tables.ints[at.CONDITIONS_REALS] + row * at.CONDITION_REALS
    low, high = tables.reals[bounds : bounds + 2]
    name, unit = tables.names.slots[slot], unit_of(book, tables.names.slots[slot])
    words = slot_name(book, name)
    if is_yes_or_no(book, name):
        return w.YES_OR_NO["=", "1" if low > 0 else "0"].format(name=words)
    span = _span(low, high)
    said = w.BRIEFLY[span] if brief else getattr(w, span)
    times = 100.0 if is_of_hundred(book, name) else 1.0
    value = round(state[slot]) if comes_whole(book, name) else times * state[slot]
    now = _named(book, name, state[slot]) or figure(value, "" if times > 1.0 else unit, times * (high - low))
    bounds_said = [_bound(book, name, times * bound) for bound in (low, high)]
    if now in bounds_said and not low <= state[slot] <= high:  # rounded to the very bound that it misses
        now = apart_from(times * state[slot], [times * low, times * high], 1)
    return said.format(name=words, low=bounds_said[0], high=bounds_said[1], now=now)


def _span(low: float, high: float) -> str:
    """By which words an interval is told. An open end is the number next to the one that its author wrote."""
    if low == high:
        return "EQUALS"
    if low > -1e299 and high < 1e299:
        return "BETWEEN"
    if low > -1e299:
        return "OVER" if float(f"{low:.6g}") < low else "AT_LEAST"
    return "UNDER" if float(f"{high:.6g}") > high else "AT_MOST"


def _bound(book: Book, name: str, bound: float) -> str:
    return _named(book, name, bound) or numeral(f"{bound:.6g}")


def _named(book: Book, name: str, number: float) -> str:
    """What a number stands for where numbers stand for something: an option, or how the agreement stands."""
    options = book.tables.names.issues.get(name, [])
    known = at.STATUS_NAMES if name == "status" else options
    if not (float(number).is_integer() and 0 <= number < len(known)):
        return ""
    word = known[int(number)]
    return w.STATUSES[word] if name == "status" else part_word(book, ("issues", name, "options", word))

"""Explaining a variable: what it is now and how well that is known, what moved it, what can, what it bears on."""

from collections.abc import Iterable, Iterator
from math import inf

from sim.client import page_words as p
from sim.client import words as w
from sim.client.explaining.codex import citation_of, cited, fact_ids, is_open, open_ids
from sim.client.explaining.outline import Line, bearings, movers, targets
from sim.client.figures import figure, signed
from sim.client.model import Model
from sim.client.naming import (
    capitalised,
    condition_words,
    is_of_hundred,
    seat_name,
    slot_name,
    statement_words,
    unit_of,
)
from sim.client.page import Page, Row, Section, page, section
from sim.client.telling.meters import is_of_last_night, is_of_people, shown_error, shown_value
from sim.rules import layout as at

AVERAGED = 7  # estimates of so many turns are averaged
FATES = {"duty_breached": "breach", "duty_contested": "contested", "duty_cured": "cure"}
"""What befell an obligation, and the part of its clause that follows."""
HOOK_OF_EVENT = {"proposed": "proposed", "signed": "signed", "renewed": "renewed", "refused": "refused"}


def explain_variable(model: Model, name: str) -> Page:
    """The page of a variable of the world or of a seat."""
    book = model.book
    head, _, rest = name.partition(".")
    seat_state = head in model.names.seats and rest in book.outline.get("seat_state", {})
    words = ("seat_state", rest) if seat_state else ("state", name)
    entry = book.outline[words[0]][words[1]]
    return page(
        slot_name(book, name),
        section("", [book.word(*words, "about"), _range(model, name)]),
        section(p.HOW_IT_STANDS, [_standing(model, name)], _history(model, name)),
        *move_sections(model, name),
        section(p.WHAT_IT_BEARS_ON, _bearing_words(model, name)),
        sources(model, entry.get("from")),
    )


def explain_register(model: Model, name: str) -> Page:
    """The page of a number that the rules keep for a seat."""
    _, _, register = name.partition(".")
    about = capital_about(model) if register == "capital" else w.RESOLVE_ABOUT
    slot = model.tables.slot[name]
    return page(
        slot_name(model.book, name),
        section("", [about, p.STANDS_AT.format(value=figure(model.values[slot]))], _history(model, name)),
        *move_sections(model, name),
        section(p.WHAT_IT_BEARS_ON, _bearing_words(model, name)),
    )


def capital_about(model: Model) -> str:
    """What capital is, with what a night brings, the most there can be, and what signing costs."""
    ints, reals = model.tables.ints, model.tables.reals
    slot = at.SEAT_BASE + model.seat * at.SEAT_WIDTH + at.CAPITAL
    return w.CAPITAL_ABOUT.format(
        per_day=reals[ints[at.SEATS_REALS] + model.seat * at.SEAT_REALS + at.SEAT_PER_DAY],
        most=reals[ints[at.RANGES_REALS] + 2 * slot + 1],
        signing=reals[ints[at.SIGNING_REALS]],
    )


def _range(model: Model, name: str) -> str:
    first = model.tables.ints[at.RANGES_REALS] + 2 * model.tables.slot[name]
    low, high = model.tables.reals[first : first + 2]
    unit = model.book.phrase(unit_of(model.book, name))
    if not is_of_hundred(model.book, name):
        said = p.UNIT_AND_RANGE
    else:
        said = p.SHARE_AND_RANGE if high <= 1.0 else p.SHARE_BEYOND
    return said.format(unit=unit, low=figure(low), high=figure(high), most=shown_value(model, name, high))


def _standing(model: Model, name: str) -> str:
    """Its value, how well the seat sees it, and how well the other does."""
    slot = model.tables.slot[name]
    if is_of_last_night(model.book, name):
        return p.TOLD_AS_RANGE
    own, other = model.names.sd[slot][model.seat], model.names.sd[slot][1 - model.seat]
    value = shown_value(model, name, model.values[slot])
    if own == inf:
        said = p.HIDDEN_FROM_YOU.format(value=value)
    elif own:
        past = [look.values[slot] for look in model.looks[-AVERAGED:]]
        mean = shown_value(model, name, sum(past) / len(past))
        said = p.ESTIMATED_BY_YOU.format(value=value, sd=shown_error(model, name, own), mean=mean, n=len(past))
    else:
        said = p.STANDS_AT.format(value=value)
    rival = seat_name(model.book, 1 - model.seat)
    seen = p.SEEN_NOT if other == inf else p.SEEN_ABOUT if other else p.SEEN_EXACTLY
    return f"{said} {seen.format(seat=rival, sd=shown_error(model, name, other) if other < inf else '')}"


def _history(model: Model, name: str) -> Iterator[Row]:
    """How much of its change since the last turn was one's own doing, and how much came after."""
    slot = model.tables.slot[name]
    if not model.before or not model.look.closed or model.names.sd[slot][model.seat] == inf:
        return
    if is_of_people(model, name):  # what was added stands under the human cost
        return
    first = next(look for look in model.looks if look.values is model.before)
    closed = model.looks[model.looks.index(first) + 1].closed[slot]
    before, now = model.before[slot], model.values[slot]
    times, decimals = (100.0, 1) if is_of_hundred(model.book, name) else (1.0, 2)
    was = shown_value(model, name, before) if unit_of(model.book, name) else figure(before, "", 10.0)
    yield Row(p.WAS_AT_LAST_TURN, was)
    yield Row(p.BY_YOUR_ACTS, signed(times * (closed - before), decimals) or p.NOTHING)
    note = p.MOSTLY_ERROR if model.names.sd[slot][model.seat] else ""
    yield Row(p.SINCE_THEN, signed(times * (now - closed), decimals) or p.NOTHING, note)


def move_sections(model: Model, name: str) -> list[Section]:
    """The lines that can change it: those at work since the last turn, as far as the seat knows, then all others."""
    happened = happenings(model)
    at_work: dict[str, list[Line]] = {}
    others: dict[str, list[Line]] = {}
    for line in movers(model.book, name):
        found = at_work if is_at_work(line, happened) else others
        found.setdefault(line_label(model, line), []).append(line)
    return [
        section(p.AT_WORK, [], [_merged(model, *each) for each in at_work.items()]),
        section(p.WHAT_CAN_MOVE_IT, [], [_merged(model, *each) for each in others.items()]),
    ]


def _merged(model: Model, label: str, lines: list[Line]) -> Row:
    """The lines of one label as one row; assumptions are spelled out on the page of what the label names."""
    said = dict.fromkeys(line_words(model, line) for line in lines)
    cites = dict.fromkeys(citation_of(model.book, line.text, line.holder) for line in lines)
    short = dict.fromkeys(p.ASSUMPTION if each.startswith(p.ASSUMPTION) else each for each in cites)
    return Row(label, "; ".join(said), "; ".join(each for each in short if each))


def happenings(model: Model) -> set[tuple[str, str]]:
    """Sections and entries of what has happened since the last turn, as far as the seat may know."""
    found = {("flows", flow) for flow in model.book.outline.get("flows", {})} if len(model.looks) > 1 else set()
    hazards = list(model.names.hazards)
    for _, event in (each for look in model.recent for each in look.events):
        first, second = int(event.row[1]), int(event.row[2])
        if event.kind == "struck":
            found.add(("hazards", hazards[first]))
        elif event.kind == "fired":
            found.add(("events", model.names.events[first]))
        elif event.kind == "pulled":
            found.add(("levers", model.names.levers[second].partition(".")[2]))
        elif event.kind == "renewed":
            found.add(("renewals", model.names.renewals[first]))
        elif event.kind in FATES:
            found.add(("clauses", f"{model.names.duties[first].replace('.', ' ')} {FATES[event.kind]}"))
        hook = HOOK_OF_EVENT.get(event.kind, event.kind)
        if hook in model.book.outline.get("hooks", {}):
            found.add(("hooks", hook))
    start = model.tables.ints[at.FIRST_CLAUSE]
    found |= {("clauses", clause) for i, clause in enumerate(model.names.clauses) if model.values[start + i]}
    return found


def is_at_work(line: Line, happened: set[tuple[str, str]]) -> bool:
    """Whether a line is of what has happened; where a clause runs, what would follow its breach is not at work yet."""
    fate = f"{line.entry} {line.part}" if line.section == "clauses" and line.part != "does" else line.entry
    return (line.section, fate) in happened


def line_label(model: Model, line: Line) -> str:
    """Where a line stands, in words."""
    name = model.book.word(line.section, line.entry)
    if line.section in ("hooks", "flows"):  # these have no words of the scenario's
        name = p.HOOKS.get(line.entry) or model.book.phrase(line.entry.replace("_", " "))
    if line.section == "levers":
        seat = model.book.outline["levers"][line.entry]["seat"]
        own = seat in (model.names.seats[model.seat], "both")
        return (p.LEVER_OF_YOURS if own else p.LEVER_OF_THEIRS).format(name=name)
    if line.section == "clauses" and line.part != "does":
        seat, _, what = line.part.partition(" ")
        return p.BEFALLS[what].format(name=name, seat=model.book.word("seats", seat))
    return p.LABELS[line.section].format(name=name)


def line_words(model: Model, line: Line) -> str:
    """What a line does to its first target: the text after the name, in words."""
    target = targets(line)
    text = line.text.strip()
    if len(target) == 1 and text.startswith(target[0]):
        return statement_words(model.book, text[len(target[0]) :])
    return statement_words(model.book, text)


def _bearing_words(model: Model, name: str) -> list[str]:
    """What a variable bears on, one sentence for each kind of thing."""
    by_section: dict[str, list[str]] = {}
    for section_, id_ in bearings(model.book, name):
        by_section.setdefault(section_, []).append(model.book.word(section_, id_))
    return [p.BEARS_ON[section_].format(names=", ".join(names)) for section_, names in by_section.items()]


def sources(model: Model, citation: object) -> Section:
    """The facts behind an entry, each in a sentence; how many more the debrief will tell; or the assumption made."""
    ids = fact_ids(citation)
    says = [fact_line(model, id_) for id_ in open_ids(model, ids)]
    closed = [id_ for id_ in ids if not is_open(model, id_)]
    if closed:
        says.append(p.TOLD_LATER.format(n=len(closed)))
    if not ids and citation:
        text = cited(model.book, str(citation))
        says.append(f"{capitalised(text)}.")
    return section(p.SOURCES, says)


def fact_line(model: Model, id_: str) -> str:
    """``F18: what it says (who says so; contested by whom).``"""
    fact = model.book.fact(id_)
    contested = p.CONTESTED_BY.format(who=", ".join(fact["contested_by"])) if fact["contested_by"] else ""
    return p.FACT_LINE.format(id=id_, says=fact["says"], by=fact["by"], contested=contested)


def condition_list(model: Model, lines: Iterable[object]) -> str:
    """Conditions joined by `and`."""
    return w.AND.join(condition_words(model.book, str(line)) for line in lines)

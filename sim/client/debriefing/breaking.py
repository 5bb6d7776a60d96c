"""Why it broke: the exact terms of the hazard that ended the last agreement, and why the game ended."""

from collections.abc import Iterator

from sim.analysis.why.ended import MetCondition
from sim.analysis.why.explain import HazardNight, Term
from sim.client import page_words as c
from sim.client.debriefing import debrief_words as w
from sim.client.debriefing.debrief import ENDS_OF_AGREEMENTS, Debrief
from sim.client.figures import short, signed
from sim.client.model import Model
from sim.client.naming import part_word, seat_name, slot_name, unit_of
from sim.client.page import Page, Row, Section, page, section
from sim.client.telling.lapsing import why_stopped
from sim.client.telling.meters import shown_value
from sim.client.telling.standing import refusal_says
from sim.client.view.drawing.scene import Bar
from sim.rules import layout as at

ZERO = 0.35  # where nothing stands on a bar that goes both ways
TICK = 0.012  # how wide the base is drawn: all nights have it, so its length would tell nothing
LEAST = 0.0005
DECIMALS = 2
DRAWN = 3  # decimals of what was drawn, so that it is told apart from the chance


def sorted_terms(night: HazardNight) -> list[Term]:
    """The base first, then what spoke for it, then what spoke against; those that added nothing are left out."""
    base, *others = night.terms
    told = [each for each in others if abs(each.value) >= LEAST]
    return [base, *sorted(told, key=lambda each: -each.value)]


def term_name(model: Model, night: HazardNight, term: Term) -> str:
    """What a term is called; the base is what holds on any such night."""
    if term is night.terms[0]:
        return c.ANY_NIGHT
    return part_word(model.book, ("hazards", night.hazard, "terms", term.name))


def term_rows(model: Model, night: HazardNight) -> Iterator[Row]:
    """The terms, each with a bar to the right if it made the hazard likelier, its value, its source."""
    terms = sorted_terms(night)
    longest = max((abs(each.value) for each in terms[1:]), default=1.0)
    for i, each in enumerate(terms):
        reach = ZERO if each.value < 0 else 1 - ZERO
        end = ZERO + (TICK if not i else reach * each.value / longest)
        colour = "neutral" if not i else "bad" if each.value > 0 else "good"
        name = term_name(model, night, each)
        source = w.ASSUMED if each.source.startswith("assumption") else each.source
        bar = Bar(min(1.0, max(0.0, end)), colour, ZERO)
        yield Row(name[:1].upper() + name[1:], signed(each.value, DECIMALS) or short(0.0), source, bar)


def night_section(model: Model, night: HazardNight) -> Section:
    """One hazard on one night, to the last term."""
    said = w.STRUCK.format(
        hazard=model.book.word("hazards", night.hazard), logit=night.logit, chance=100 * night.chance, drawn=night.drawn
    )
    zero = [term_name(model, night, each) for each in night.terms[1:] if abs(each.value) < LEAST]
    silent = w.AT_ZERO.format(names=", ".join(zero)) if zero else ""
    return section("", [said, silent], term_rows(model, night))


def broke_page(model: Model, debrief: Debrief) -> Page:
    """The chapter: what became of the last agreement, and why; then what the ending asked for, and what brought it."""
    if debrief.broke:
        note = w.WHY_NOTE.format(day=debrief.broke[-1].day)
        parts = [night_section(model, each) for each in debrief.broke[::-1]]
        parts[-1] = parts[-1]._replace(says=(*parts[-1].says, w.HOW_TO_READ))
        later: list[Section] = []
        if _last_turn(debrief)[1] != "collapsed":  # what became of the last one is told before the one that broke
            later = [section("", [unbroken(model, debrief)])]
            parts[0] = parts[0]._replace(heading=w.LAST_THAT_BROKE.format(day=debrief.broke[-1].day))
        return page(why_title(debrief), *later, *parts, *ended_sections(model, debrief), note=note)
    said = [unbroken(model, debrief), *refusal_says(model)]
    return page(why_title(debrief), section("", said), *ended_sections(model, debrief))


def why_title(debrief: Debrief) -> str:
    """What the chapter is called: by what became last of what was signed, if anything was."""
    return w.WHY[_last_turn(debrief)[1]]


def _last_turn(debrief: Debrief) -> tuple[int, str]:
    """Where among the events the last is that ended, suspended or began an agreement, and its kind."""
    kinds = [event.kind for _, event in debrief.events]
    told = [i for i, kind in enumerate(kinds) if kind in (*ENDS_OF_AGREEMENTS, "suspended", "signed", "resumed")]
    return (told[-1], kinds[told[-1]]) if told else (-1, "")


def unbroken(model: Model, debrief: Debrief) -> str:
    """What became last of what was signed, and why, where no hazard's terms tell it: nothing, a term's end, a seat."""
    where, kind = _last_turn(debrief)
    if where < 0:
        return w.NEVER_SIGNED
    if kind in ("signed", "resumed"):
        return w.STILL_RUNS
    day, event = debrief.events[where]
    after = next((ply.state for ply in debrief.past.plies if ply.day > day), debrief.final)
    who = seat_name(model.book, int(event.row[1])) if kind == "denounced" else ""
    why = "" if who else why_stopped(model, debrief.events[: where + 1], after)
    return f"{w.BROKE_BY[kind].format(day=day, seat=who)} {why}".rstrip()


def ended_sections(model: Model, debrief: Debrief) -> Iterator[Section]:
    """What the ending asked for, with the first hazard of the deciding night that brought it; then the others."""
    reason = debrief.reason
    told = {(each.day, each.hazard) for each in debrief.broke}
    brought = [night_section(model, each) for each in reason.brought if (each.day, each.hazard) not in told]
    first = brought[0] if brought else section("")
    by = w.BROUGHT_BY if reason.brought else w.ADDED_UP if reason.at_night else w.AT_TABLE
    conditions = [_condition(model, each) for each in reason.conditions]
    yield section(w.IT_ENDED, [*conditions, by, *first.says], first.rows)
    yield from brought[1:]


def _condition(model: Model, each: MetCondition) -> str:
    low, high = (_value(model, each.name, bound) if bound is not None else "" for bound in (each.low, each.high))
    asked = w.EXACTLY if low == high else w.FROM_TO if low and high else w.AT_LEAST if low else w.AT_MOST
    return w.CONDITION.format(
        name=slot_name(model.book, each.name), value=_value(model, each.name, each.value),
        asked=asked.format(low=low, high=high), since=each.since,
    )  # fmt: skip


def _value(model: Model, name: str, value: float) -> str:
    own = name in model.tables.slot and model.tables.slot[name] >= at.FIRST_DYNAMIC and unit_of(model.book, name)
    return shown_value(model, name, value) if own else short(value)

"""The debrief: human cost first, then scores beside par, the course of days, why the truce broke, what was hidden."""

from collections.abc import Sequence
from math import inf

from sim.analysis.why.explain import HazardNight
from sim.client import words as w
from sim.client.debrief import ENDS_OF_AGREEMENTS, Debrief
from sim.client.figures import figure, signed
from sim.client.meters import width_of
from sim.client.model import Model
from sim.client.naming import (
    date_words,
    duty_name,
    lever_name,
    part_word,
    reading_name,
    seat_name,
    short_date,
    slot_name,
    unit_of,
)
from sim.client.page import Page, Row
from sim.client.standing import range_words
from sim.client.telling import tell
from sim.client.text import words as t
from sim.client.text.layout import headed, heading, rows, section_lines, wrap
from sim.client.understood import advised_page, understood_page
from sim.rules import layout as at

MILESTONES = (
    "signed", "amended", "unratified", "renewed", "entered", "expired", "collapsed", "denounced", "suspended",
    "resumed", "talks_ended", "backed_down", "fired",
)  # fmt: skip


def debrief_screen(model: Model, debrief: Debrief, width: int) -> list[str]:
    """What the game came to."""
    day = int(debrief.final[at.DAY])
    text = model.book.word("endings", debrief.ending, "text")
    ended = t.ENDED_ON.format(day=day, date=date_words(model.book, day))
    parts = [
        [heading(model.book.word("endings", debrief.ending)), *wrap(ended, width), "", *wrap(text, width)],
        [heading(t.KILLED), *_cost(model, debrief, width)],
        [heading(t.SCORES), *rows(score_rows(model, debrief), width)],
        [heading(t.COURSE), *course_lines(model, width)],
        [heading(t.PULLED), *rows(pulled_rows(model), width)],
        broke_lines(model, debrief, width),
        understood_lines(model, debrief, width),
        advised_lines(model, debrief, width),
        [heading(t.WAS_HIDDEN, t.HIDDEN_NOTE), *rows(hidden_rows(model, debrief, secrets_only=True), width)],
        [
            *wrap(t.HIDDEN_ALL, width),
            *wrap(
                t.SEED.format(scenario=model.tables.id, digest=model.tables.digest[:12], seed=debrief.rng_seed), width
            ),
        ],
    ]
    return [line for part in parts if part for line in ["", *part]]


def _cost(model: Model, debrief: Debrief, width: int) -> list[str]:
    table = []
    for row in model.names.human_cost:
        value = debrief.final[model.tables.slot[row.of]]
        cited = model.book.outline["human_cost"][row.id].get("from", "")
        source = ", ".join(cited) if isinstance(cited, list) else str(cited)
        about = model.book.word("human_cost", row.id, "about")
        label = model.book.word("human_cost", row.id)
        table.append(Row(label, range_words(value * row.low, value * row.high), f"{about} [{source}]"))
    return rows(table, width) or wrap(t.NO_COST, width, 2)


def true_type(model: Model, debrief: Debrief, seat: int) -> str:
    """The id of what a seat truly wanted."""
    number = int(debrief.final[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.TYPE])
    return model.names.types[model.names.seats[seat]][number]


def score_rows(model: Model, debrief: Debrief) -> list[Row]:
    """Each seat's score beside what its type expects under reference play; one's own first."""
    found = []
    for seat in (model.seat, 1 - model.seat):
        kind = true_type(model, debrief, seat)
        par = model.names.par.get(model.names.seats[seat], {}).get(kind)
        name = model.book.word("types", kind)
        note = t.NO_PAR.format(type=name)
        if par is not None:
            gap = round(debrief.scores[seat]) - round(par)
            said = (t.ABOVE if gap > 0 else t.BELOW if gap < 0 else t.LEVEL).format(n=abs(gap))
            note = t.PAR.format(par=par, type=name, difference=said)
        found.append(Row(seat_name(model.book, seat), f"{debrief.scores[seat]:.0f}", note))
    return found


def course_lines(model: Model, width: int) -> list[str]:
    """The days on which something turned: agreements and events, one entry a day."""
    days: dict[int, list[str]] = {}
    for dated in model.log:
        if dated[1].kind in MILESTONES:
            days.setdefault(dated[0], []).append(tell(model, dated, briefly=True).text)
    lines = []
    for day, said in days.items():
        head = t.COURSE_ROW.format(day=day, date=short_date(model.book, day))
        lines += headed(f"  {head}", " ".join(said), width, 18)
    return lines


def pulled_rows(model: Model) -> list[Row]:
    """The levers that each side pulled, covertly or not, with the days; one's own first."""
    found = []
    for seat in (model.seat, 1 - model.seat):
        days: dict[int, list[int]] = {}
        for day, event in model.log:
            if event.kind == "pulled" and int(event.row[1]) == seat:
                days.setdefault(int(event.row[2]), []).append(day)
        for lever, pulled in days.items():
            name = w.OF_SEAT.format(seat=seat_name(model.book, seat), what=lever_name(model.book, lever))
            found.append(Row(name, "", t.ON_DAYS.format(days=", ".join(map(str, pulled)))))
    return found or [Row(t.NO_LEVER_PULLED)]


def broke_lines(model: Model, debrief: Debrief, width: int) -> list[str]:
    """The exact terms of what broke the last agreement that ended; nothing if none did."""
    ends = [(day, event.kind) for day, event in debrief.events if event.kind in ENDS_OF_AGREEMENTS]
    if not ends:
        return []
    lines = [heading(t.BROKE.format(day=ends[-1][0]))]
    if not debrief.broke:
        return [*lines, *wrap(t.BROKE_BY[ends[-1][1]].format(day=ends[-1][0]), width, 2)]
    for night in debrief.broke:
        lines += night_lines(model, night, width)
    return lines


def understood_lines(model: Model, debrief: Debrief, width: int) -> list[str]:
    """What each side believed of the other beside the truth."""
    return _page_below(understood_page(model, debrief), width)


def advised_lines(model: Model, debrief: Debrief, width: int) -> list[str]:
    """Which adviser was right; nothing if none was heard."""
    return _page_below(advised_page(model, debrief), width) if debrief.advised else []


def _page_below(page: Page, width: int) -> list[str]:
    lines = [heading(page.title)]
    for section in page.sections:
        lines += [*([""] if section.heading else []), *section_lines(section, width, 2)]
    return lines


def night_lines(model: Model, night: HazardNight, width: int) -> list[str]:
    """One hazard on one night: its terms as they were summed; those that were 0 by name only."""
    table, at_zero, source = [], [], ""
    for term in night.terms:
        label = part_word(model.book, ("hazards", night.hazard, "terms", term.name))
        if not signed(term.value, 3):
            at_zero.append(label)
            continue
        table.append(Row(label, signed(term.value, 3), t.SAME_SOURCE if term.source == source else term.source))
        source = term.source
    said = t.BROKE_SUM.format(chance=night.chance, drawn=night.drawn)
    struck = t.STRUCK if night.struck else t.SPARED
    lines = wrap(t.HAZARD_WAS.format(hazard=model.book.word("hazards", night.hazard), struck=struck.lower()), width, 2)
    lines += rows([*table, Row(t.SUM, f"{night.logit:+.3f}", said)], width)
    return lines + (wrap(t.AT_ZERO.format(names=", ".join(at_zero)), width, 2) if at_zero else [])


def all_nights_lines(model: Model, day: int, nights: Sequence[HazardNight], width: int) -> list[str]:
    """Every hazard drawn on a night: those that struck in full, the others with their chance."""
    lines = [heading(t.NIGHT_OF.format(day=day))]
    for night in nights:
        if night.struck:
            lines += ["", *night_lines(model, night, width)]
    spared = [
        Row(model.book.word("hazards", each.hazard), f"{each.chance:.4f}", t.DRAWN.format(drawn=each.drawn))
        for each in nights
        if not each.struck
    ]
    return [*lines, "", heading(t.SPARED), *rows(spared, width)]


def hidden_names(model: Model, *, secrets_only: bool) -> list[str]:
    """The variables that the seat did not see exactly; with ``secrets_only`` those drawn before day 1."""
    unseen = [name for name in model.tables.variables if model.names.sd[model.tables.slot[name]][model.seat] != 0.0]
    return [name for name in unseen if not secrets_only or _was_drawn(model, name)]


def hidden_rows(model: Model, debrief: Debrief, *, secrets_only: bool) -> list[Row]:
    """What the seat did not see, at the start and at the end; with ``secrets_only`` what was drawn before day 1."""
    found = []
    for name in hidden_names(model, secrets_only=secrets_only):
        slot = model.tables.slot[name]
        unit, width = unit_of(model.book, name), width_of(model, name)
        first, last = figure(debrief.first[slot], unit, width), figure(debrief.final[slot], unit, width)
        hidden = model.names.sd[slot][model.seat] == inf
        seen = figure(model.looks[0].values[slot], unit, width)
        note = (t.ASSUMED_WAS if hidden else t.ESTIMATE_WAS).format(value=seen)
        found.append(Row(slot_name(model.book, name), f"{first}; {last}", note))
    return [*found, *reading_rows(model, debrief)]


def reading_rows(model: Model, debrief: Debrief) -> list[Row]:
    """How the other side read what is ambiguous, beside one's own reading."""
    found = []
    for duty, name in enumerate(model.names.duties):
        if model.names.readings[duty]:
            slots = [model.tables.slot[f"reading.{name}.{seat}"] for seat in model.names.seats]
            own, rivals = (
                reading_name(model.book, duty, int(debrief.final[slots[seat]])) for seat in (model.seat, 1 - model.seat)
            )
            label = t.READ_BY.format(duty=duty_name(model.book, duty), seat=seat_name(model.book, 1 - model.seat))
            found.append(Row(label, rivals, t.READ_BY_YOU.format(reading=own)))
    return found


def _was_drawn(model: Model, name: str) -> bool:
    return isinstance(model.book.outline["state"].get(name, {}).get("start"), dict)


def hidden_screen(model: Model, debrief: Debrief, width: int) -> list[str]:
    """All that was hidden from the seat."""
    return [heading(t.WAS_HIDDEN, t.HIDDEN_NOTE), *rows(hidden_rows(model, debrief, secrets_only=False), width)]

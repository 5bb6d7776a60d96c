"""How it ended: the human cost first, then scores beside par, and what either side did away from the table."""

from typing import NamedTuple

from sim.client import words as c
from sim.client.debriefing import debrief_words as w
from sim.client.debriefing.debrief import Debrief
from sim.client.debriefing.score import most_of_it
from sim.client.explaining.codex import cited
from sim.client.figures import range_words
from sim.client.model import Model
from sim.client.naming import date_words, lever_name, seat_name
from sim.client.page import Page, Row, page, section
from sim.rules import layout as at

MANY = 3  # a list of days is told alike from so many on: 21 of them are not one day, whatever the language counts by


class Score(NamedTuple):
    """A seat's score, what it truly was, and how that compares with par."""

    seat: int
    name: str
    score: float
    note: str


def true_type(model: Model, debrief: Debrief, seat: int) -> str:
    """The id of what a seat truly wanted."""
    number = int(debrief.final[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.TYPE])
    return model.names.types[model.names.seats[seat]][number]


def type_word(model: Model, debrief: Debrief, seat: int, field: str = "name") -> str:
    """A word of what a seat truly wanted."""
    return model.book.word("types", true_type(model, debrief, seat), field)


def ending_word(model: Model, debrief: Debrief, field: str = "name") -> str:
    """A word of the ending."""
    return model.book.word("endings", debrief.ending, field)


def ended_on(model: Model, debrief: Debrief) -> str:
    """``Day 81 of 95 · Saturday 17 December 2016``."""
    day = int(debrief.final[at.DAY])
    return w.ENDED_ON.format(day=day, last=model.tables.horizon, date=date_words(model.book, day))


def cost_rows(model: Model, debrief: Debrief) -> list[Row]:
    """Each count of people as a range, with what it counts and where it comes from."""
    found = []
    for row in model.names.human_cost:
        value = debrief.final[model.tables.slot[row.of]]
        each = model.book.outline["human_cost"][row.id].get("from", "")
        sources = ", ".join(each) if isinstance(each, list) else cited(model.book, str(each))
        about = w.COUNTED.format(about=model.book.word("human_cost", row.id, "about"), sources=sources)
        found.append(Row(model.book.word("human_cost", row.id), range_words(value * row.low, value * row.high), about))
    return found


def scores(model: Model, debrief: Debrief) -> list[Score]:
    """Each seat's score beside what its type expects under reference play; one's own first."""
    found = []
    for seat in (model.seat, 1 - model.seat):
        par = model.names.par.get(model.names.seats[seat], {}).get(true_type(model, debrief, seat))
        kind, score = type_word(model, debrief, seat), debrief.scores[seat]
        note = w.NO_PAR.format(type=kind)
        if par is not None:
            gap = round(score) - round(par)
            said = (w.ABOVE if gap > 0 else w.BELOW if gap < 0 else w.LEVEL).format(n=abs(gap))
            note = w.PAR.format(par=par, type=kind, difference=said)
        found.append(Score(seat, seat_name(model.book, seat), score, note))
    return found


def pulled_rows(model: Model) -> list[Row]:
    """The levers that each side pulled, covertly or not, with the days; one's own first."""
    found = []
    for seat in (model.seat, 1 - model.seat):
        days: dict[int, list[int]] = {}
        for day, event in model.log:
            if event.kind == "pulled" and int(event.row[1]) == seat:
                days.setdefault(int(event.row[2]), []).append(day)
        for lever, pulled in days.items():
            name = c.OF_SEAT.format(seat=seat_name(model.book, seat), what=lever_name(model.book, lever))
            found.append(Row(name, "", w.ON_DAYS.format(n=min(len(pulled), MANY), days=", ".join(map(str, pulled)))))
    return found


def _noted(model: Model, debrief: Debrief, each: Score) -> str:
    return "; ".join(said for said in (each.note, most_of_it(model, debrief, each.seat)) if said)


def ended_page(model: Model, debrief: Debrief) -> Page:
    """The chapter."""
    costs, pulled = cost_rows(model, debrief), pulled_rows(model)
    rows = [Row(each.name, f"{each.score:.0f}", _noted(model, debrief, each)) for each in scores(model, debrief)]
    fork = debrief.past.header.fork
    forked = w.FORKED.format(day=fork.partition(":")[0]) if fork else ""
    return page(
        w.ENDED,
        section(
            "", [ended_on(model, debrief), ending_word(model, debrief), ending_word(model, debrief, "text"), forked]
        ),
        section(w.HUMAN_COST, [] if costs else [w.NO_COST], costs),
        section(w.SCORES, [w.SCORE_SAYS, w.SCORES_HOW.format(chapter=w.UNUSUAL)], rows),
        section(w.PULLED, [] if pulled else [w.NO_LEVER_PULLED], pulled),
    )

"""Your game beside the record: what turned on which day, as two lines of days and in sentences."""

from typing import NamedTuple

from sim.client.debriefing import debrief_words as w
from sim.client.debriefing.debrief import Debrief
from sim.client.debriefing.lanes import lanes_plot
from sim.client.explaining.codex import later_events
from sim.client.model import Model
from sim.client.naming import short_date
from sim.client.page import Page, Row, page, section
from sim.client.telling.events import tell

MILESTONES = (
    "signed", "amended", "unratified", "renewed", "entered", "expired", "collapsed", "denounced", "suspended",
    "resumed", "talks_ended", "backed_down", "fired",
)  # fmt: skip
BEGINS, ENDS = ("signed", "resumed"), ("expired", "collapsed", "denounced")
GOES_ON = ("entered", "renewed", "amended", *ENDS)


def course_page(model: Model, debrief: Debrief) -> Page:
    """The chapter. Without a later record it is the course of days alone."""
    record = later_events(model)
    own = [Row(run_words(model, run), "", " ".join(run.said)) for run in runs(model)]
    facts = [Row(short_date(model.book, day), "", fact_words(model, id_)) for day, id_ in record]
    title, note = (w.RECORD, w.RECORD_NOTE) if record else (w.COURSE, w.COURSE_NOTE)
    return page(
        title, section("", plot=lanes_plot(model, debrief, record)),
        section(w.YOURS if record else "", [] if own else [w.QUIET_COURSE], own),
        section(w.RECORDED, [], facts), note=note,
    )  # fmt: skip


def fact_words(model: Model, id_: str) -> str:
    """A fact as a sentence, with its id."""
    return w.FACT.format(says=model.book.fact(id_)["says"], id=id_)


class Run(NamedTuple):
    """What turned on a day; or, of an agreement, from its first day on, as long as nothing else lay between."""

    first: int
    last: int
    said: list[str]
    runs: bool


def runs(model: Model) -> list[Run]:
    """What turned, in sentences, from the first day on."""
    found: list[Run] = []
    for dated in model.log:
        day, kind = dated[0], dated[1].kind
        if kind not in MILESTONES:
            continue
        text, before = tell(model, dated, briefly=True).text, found[-1] if found else None
        if before and (day == before.last or (before.runs and kind in GOES_ON)):
            on = kind in BEGINS or (before.runs and kind not in ENDS)
            found[-1] = Run(before.first, day, [*before.said, text], on)
        else:
            found.append(Run(day, day, [text], kind in BEGINS))
    return found


def run_words(model: Model, run: Run) -> str:
    """``day 7, 4 Oct``, or to which day."""
    date = short_date(model.book, run.first)
    if run.first == run.last:
        return w.OWN_DAY.format(day=run.first, date=date)
    return w.OWN_DAYS.format(first=run.first, last=run.last, date=date)

"""The chapters of a debrief, in order: what the numbers 1 to 9 stand for everywhere."""

from collections.abc import Callable
from typing import NamedTuple

from sim.client.debriefing import debrief_words as w
from sim.client.debriefing import understood_words as u
from sim.client.debriefing.bargain import table_page
from sim.client.debriefing.breaking import broke_page
from sim.client.debriefing.concepts import concepts_page
from sim.client.debriefing.course import course_page
from sim.client.debriefing.days import day_page
from sim.client.debriefing.debrief import Debrief
from sim.client.debriefing.ending import ended_page
from sim.client.debriefing.knowing import knowing_page
from sim.client.debriefing.turning import turning_page
from sim.client.debriefing.unusual import unusual_page
from sim.client.explaining.codex import later_events
from sim.client.model import Model
from sim.client.page import Page, Section

PageOf = Callable[[Model, Debrief], Page]


class Chapter(NamedTuple):
    """A chapter: its id, and what makes its page."""

    id: str
    page: PageOf


CHAPTERS = (
    Chapter("ended", ended_page), Chapter("why", broke_page), Chapter("table", table_page),
    Chapter("turning", turning_page), Chapter("record", course_page), Chapter("understood", knowing_page),
    Chapter("unusual", unusual_page), Chapter("concepts", concepts_page),
    Chapter("days", lambda model, debrief: day_page(model, debrief, 1, fog=False)),
)  # fmt: skip
"""Those that are whole pages; the last is a day at a time."""
TOLD = CHAPTERS[:-1]


def chapter_page(model: Model, debrief: Debrief, number: int, medium: str) -> Page:
    """A chapter by its number, for a terminal, the window or a file: what has not been played says how it will be."""
    found = CHAPTERS[number - 1].page(model, debrief)
    return found._replace(sections=tuple(_with_how(each, medium) for each in found.sections))


def _with_how(section: Section, medium: str) -> Section:
    unplayed = (w.NOT_LOOKED, w.NO_USUAL_YET, u.NO_OBSERVER_YET)
    return (
        section._replace(says=(*section.says, w.PLAYED_IN[medium]))
        if section.says[-1:] and section.says[-1] in unplayed
        else section
    )


def titles(model: Model) -> tuple[str, ...]:
    """What the chapters are called, short, in order."""
    record = w.TAB_RECORD if later_events(model) else w.TAB_COURSE
    return (
        w.TAB_ENDED, w.TAB_WHY, w.TAB_TABLE, w.TAB_TURNING, record, w.TAB_UNDERSTOOD, w.TAB_UNUSUAL, w.TAB_CONCEPTS,
        w.TAB_DAYS,
    )  # fmt: skip

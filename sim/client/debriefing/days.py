"""Day by day: what the seat was told and what was so, and the days from which the game can be played on."""

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from sim.client.debriefing import debrief_words as w
from sim.client.debriefing.debrief import Debrief
from sim.client.model import Look, Model
from sim.client.naming import short_date
from sim.client.page import Page, Row, page, section
from sim.client.telling.events import SILENT, tell
from sim.client.telling.meters import headline_names, shown_meter, shown_value
from sim.rules import layout as at


def played_days(model: Model) -> list[int]:
    """The days on which the seat had a turn."""
    return [int(look.values[at.DAY]) for look in model.looks if not look.over]


def day_shown(model: Model, day: int) -> int:
    """A day of the game: the one asked for, or the nearest there is."""
    last = int(model.looks[-1].values[at.DAY])
    return max(1, min(last, day))


def day_page(model: Model, debrief: Debrief, day: int, *, fog: bool) -> Page:
    """A day as the seat knew it, or, without fog, as it was."""
    day = day_shown(model, day)
    look = next((each for each in model.looks if int(each.values[at.DAY]) == day and not each.over), None)
    events = [(when, event) for when, event in debrief.events if when == day and event.kind not in SILENT]
    known = [each for each in events if not fog or each[1].audience >> model.seat & 1]
    cables = [tell(model, each, briefly=True).text for each in known]
    title = w.DAY_TITLE.format(day=day, date=short_date(model.book, day))
    return page(
        title, section(w.FOG_ON if fog else w.FOG_OFF, [w.FOG_ON_SAYS if fog else w.FOG_OFF_SAYS]),
        section(w.HAPPENED, cables or [w.NOTHING_HAPPENED]),
        section(w.METERS, [], meter_rows(model, debrief, look, fog=fog) if look else []),
    )  # fmt: skip


def meter_rows(model: Model, debrief: Debrief, look: Look, *, fog: bool) -> Iterator[Row]:
    """The numbers of the first screen as that turn began; without fog beside what was estimated what was so."""
    then = replace(model, looks=model.looks[: model.looks.index(look) + 1], since=-1)
    truth = true_state(debrief, model.seat, int(look.values[at.DAY]))
    for name in headline_names(then, whole=True):
        each = shown_meter(then, name)
        so = shown_value(model, name, truth[model.tables.slot[name]]) if not fog and each.sd not in (0.0, inf) else ""
        yield Row(each.label, each.value, w.TRULY_WAS.format(value=so) if so else each.change)


def true_state(debrief: Debrief, seat: int, day: int) -> tuple[float, ...]:
    """The true state as a seat's turn of a day began."""
    plies = (ply for ply in debrief.past.plies if ply.seat == seat and ply.day == day)
    return next(plies).state

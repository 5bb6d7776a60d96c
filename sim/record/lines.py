"""The lines of a record: how each ply and each night is written."""

import datetime
from collections.abc import Sequence

from sim.record.events import ALL, FIRST, NOBODY, SEATS, SECOND, Event, audience_text
from sim.record.notation import Action, write_action
from sim.rules import layout as at
from sim.scenario.tables import RulesTables


def date_of(tables: RulesTables, day: int) -> datetime.date:
    """The calendar date of a day."""
    return datetime.date.fromisoformat(tables.names.day_1) + datetime.timedelta(days=day - 1)


def day_line(tables: RulesTables, day: int, opener: int) -> str:
    """``day 2 2016-09-29 us opens``."""
    return f"day {day} {date_of(tables, day)} {tables.names.seats[opener]} opens"


def ply_line(tables: RulesTables, day: int, ply: int, seat: int, action: Action) -> str:
    """``1.3 us reject o1 too_short``."""
    return f"{day}.{ply} {tables.names.seats[seat]} {write_action(tables, action)}"


def event_lines(tables: RulesTables, events: Sequence[Event], indent: str = "    ") -> list[str]:
    """One line an event, with who may know of it."""
    return [f"{indent}{event.text} {audience_text(tables, event.audience)}" for event in events]


def _who_sees(tables: RulesTables, slot: int) -> int:
    first, second = tables.names.sd[slot]
    seen = (FIRST if first == 0.0 else 0) | (SECOND if second == 0.0 else 0)
    return ALL if seen == SEATS else seen


def change_lines(tables: RulesTables, before: Sequence[float], after: Sequence[float]) -> list[str]:
    """What a night changed in the scenario's variables, rounded, one line for each audience."""
    changed: dict[int, list[str]] = {}
    for slot in range(tables.names.first_variable, tables.names.first_component):
        if before[slot] != after[slot]:
            changed.setdefault(_who_sees(tables, slot), []).append(f"{tables.names.slots[slot]} {after[slot]:.4g}")
    order = (ALL, SEATS, FIRST, SECOND, NOBODY)
    return [f"    now {', '.join(changed[who])} {audience_text(tables, who)}" for who in order if who in changed]


def night_lines(
    tables: RulesTables, events: Sequence[Event], before: Sequence[float], after: Sequence[float]
) -> list[str]:
    """A night: what happened, then what it changed."""
    return [f"night {int(before[at.DAY])}", *event_lines(tables, events), *change_lines(tables, before, after)]


def end_line(tables: RulesTables, ending: int, scores: Sequence[float]) -> str:
    """``ended east_falls first 31.2 second 66.0``."""
    marks = " ".join(f"{seat} {score:.2f}" for seat, score in zip(tables.names.seats, scores, strict=True))
    return f"ended {tables.names.endings[ending]} {marks}"

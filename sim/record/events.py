"""Events as people read them: the kernel's log rows with names, and with who may know of each."""

from collections.abc import Sequence
from typing import NamedTuple

from sim.record.notation import face_text, package_text
from sim.rules import actions as act
from sim.rules import events as ev
from sim.rules import layout as at
from sim.scenario.tables import RulesTables

NOBODY, FIRST, SECOND, SEATS, ALL = 0, 1, 2, 3, 7
"""Audiences: a bit for each seat, and the third for the public."""


class Event(NamedTuple):
    """Something that happened. ``kind`` is one of ``EVENT_NAMES``; ``text`` says it with ids."""

    kind: str
    text: str
    audience: int
    row: tuple[float, float, float, float]


def _slot_audience(tables: RulesTables, name: str) -> int:
    first, second = tables.names.sd[tables.slot[name]]
    seen = (FIRST if first == 0.0 else 0) | (SECOND if second == 0.0 else 0)
    return ALL if seen == SEATS else seen


def _lever_audience(tables: RulesTables, lever: int, seat: int, seen: int) -> int:
    face = tables.ints[tables.ints[at.LEVERS] + lever * at.LEVER_WIDTH + at.LEVER_FACE]
    if face == at.PUBLIC_LEVER:
        return ALL
    return SEATS if seen else 1 << seat


def audience(tables: RulesTables, code: int, a: int, b: int, value: float) -> int:
    """Who may know of a log row."""
    if code == ev.PROPOSED:
        return SEATS if int(value) == act.PRIVATE else ALL
    if code == ev.WAS_PULLED:
        return _lever_audience(tables, b, a, int(value))
    if code == ev.STRUCK:
        return _slot_audience(tables, f"happened.{list(tables.names.hazards)[a]}")
    if code == ev.FIRED:
        return _slot_audience(tables, f"event.{tables.names.events[a]}")
    if code in (ev.SPARED, ev.DREW, ev.TERM, ev.CHANCE, ev.CHANCE_AMONG):
        return NOBODY
    if code in (ev.WITHDRAWN, ev.REFUSED, ev.ACCEPTED, ev.UNRATIFIED, ev.CONSENTED, ev.OFFER_LAPSED):
        return SEATS
    return ALL


def _text(tables: RulesTables, code: int, a: int, b: int, value: float) -> str:
    names = tables.names
    hazards = list(names.hazards)
    kind = ev.EVENT_NAMES[code]
    seat = names.seats[a] if 0 <= a < 2 else ""
    says = {
        ev.PROPOSED: lambda: f"{seat} {package_text(tables, b)} {face_text(names, int(value))}",
        ev.REFUSED: lambda: f"{seat} o{b} {names.reasons[int(value)]}",
        ev.WAS_PULLED: lambda: f"{seat} {names.levers[b].partition('.')[2]}",
        ev.CONSENTED: lambda: f"{seat} {'agree' if b else 'object'}",
        ev.BACKED_DOWN: lambda: f"{seat} by {value:.2f}",
        ev.WAS_DENOUNCED: lambda: f"{seat} with {b} days left",
        ev.WAS_SIGNED: lambda: f"agreement {a} {package_text(tables, b)}",
        ev.WAS_AMENDED: lambda: f"agreement {a} {package_text(tables, b)}",
        ev.ENTERED: lambda: f"{names.stages[a]} for {value:g} days",
        ev.WAS_RENEWED: lambda: f"{names.renewals[a]} for {value:g} days",
        ev.DUTY_KEPT: lambda: names.duties[a],
        ev.DUTY_BREACHED: lambda: names.duties[a],
        ev.DUTY_CONTESTED: lambda: names.duties[a],
        ev.DUTY_CURED: lambda: names.duties[a],
        ev.STRUCK: lambda: hazards[a],
        ev.SPARED: lambda: f"{hazards[a]} p {value:.4f}",
        ev.DREW: lambda: f"{list(names.draws)[a]} {list(names.draws.values())[a][b]}",
        ev.FIRED: lambda: names.events[a],
        ev.ENDED: lambda: names.endings[a],
        ev.HAS_EXPIRED: lambda: f"after {value:g} nights",
        ev.HAS_COLLAPSED: lambda: f"after {value:g} nights",
        ev.WAS_SUSPENDED: lambda: f"with {value:g} days left",
        ev.WAS_RESUMED: lambda: f"with {value:g} days left",
        ev.TALKS_ENDED: lambda: seat,
    }
    if code in says:
        return f"{kind} {says[code]()}"
    return f"{kind} {seat} o{b}"  # withdrawn, accepted, unratified, lapsed: a seat and an offer


def read_log(tables: RulesTables, log: Sequence[float]) -> list[Event]:
    """The rows of a kernel log as events; traces of chance and of terms are left out."""
    found = []
    for i in range(int(log[0])):
        start = 1 + i * ev.EVENT_ROW
        code, a, b, value = (float(x) for x in log[start : start + ev.EVENT_ROW])
        if int(code) in (ev.TERM, ev.CHANCE, ev.CHANCE_AMONG):
            continue
        facts = (tables, int(code), int(a), int(b), value)
        if int(code) == ev.STRUCK:  # the odds may tell of what is hidden: they are a secret of their own
            odds = f"odds {list(tables.names.hazards)[int(a)]} p {value:.4f}"
            found.append(Event("odds", odds, NOBODY, (code, a, b, value)))
        found.append(Event(ev.EVENT_NAMES[int(code)], _text(*facts), audience(*facts), (code, a, b, value)))
    return found


def audience_text(tables: RulesTables, who: int) -> str:
    """``[all]``, ``[none]`` or the seats that may know."""
    if who == ALL:
        return "[all]"
    seats = [seat for i, seat in enumerate(tables.names.seats) if who >> i & 1]
    return f"[{' '.join(seats) or 'none'}]"

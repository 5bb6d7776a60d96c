"""Clocks of days that run down by one every night, and the day from which something can be signed again."""

import re
from collections.abc import Iterator, Sequence
from math import floor

from sim.client import words as w
from sim.client.explaining.outline import movers
from sim.client.figures import days
from sim.client.model import Model
from sim.client.naming import short_date, unit_of
from sim.client.weighing.reading import agreed_to, is_truce, stages_of
from sim.rules import layout as at
from sim.rules.agreement import end_agreement, stage_days
from sim.rules.luck import LUCK_SIZE
from sim.scenario.book import Book

_falls = re.compile(r"\S+\s*-\s*1\s*(@.*)?")


def is_clock(book: Book, name: str) -> bool:
    """Whether a variable is counted in days and falls by one every night, whatever else moves it."""
    return unit_of(book, name).startswith("days") and any(
        line.section == "flows"
        and _falls.fullmatch(line.text.strip())
        and not (isinstance(line.holder, dict) and line.holder.get("when"))
        for line in movers(book, name)
    )


def signing_clocks(model: Model) -> list[str]:
    """The clocks that signing waits for, by name."""
    return [name for name, _, _ in _asked(model) if is_clock(model.book, name)]


def _asked(model: Model) -> Iterator[tuple[str, float, float]]:
    """The names that the conditions of signing ask after, each with its bounds."""
    ints, reals = model.tables.ints, model.tables.reals
    row = ints[at.SIGNING]
    first = ints[row + at.SIGNING_CONDITION]
    for i in range(first, first + ints[row + at.SIGNING_CONDITIONS]):
        bounds = ints[at.CONDITIONS_REALS] + i * at.CONDITION_REALS
        slot = ints[ints[at.CONDITIONS] + i * at.CONDITION_WIDTH]
        yield model.names.slots[slot], reals[bounds], reals[bounds + 1]


def days_to_signing(model: Model, state: Sequence[float] | None = None) -> int:
    """In how many days something can be signed; 0 if it can be today, or if more than clocks stand in the way.

    As things stand, or in another state.
    """
    longest = 0
    for name, low, high in _asked(model):
        value = (model.values if state is None else state)[model.tables.slot[name]]
        if low <= value <= high:
            continue
        if value < low or not is_clock(model.book, name):
            return 0
        longest = max(longest, _nights(value, high))
    return longest


def _nights(value: float, high: float) -> int:
    """After how many nights a clock is no higher than it may be; it stops at 0."""
    nights = floor(value - high)
    while max(0.0, value - nights) > high:
        nights += 1
    return nights


def days_shut(model: Model, how: int, left: float) -> int:
    """For how many days nothing could be signed if an agreement ended now, with so many days of its term left.

    ``how`` is EXPIRED or COLLAPSED. What follows is asked of the rules, on a copy of what the seat sees.
    """
    ints, reals, state = model.tables.ints, model.tables.reals, list(model.values)
    state[at.STATUS], state[at.LEFT] = at.IN_FORCE, left
    end_agreement(ints, reals, state, [0] * LUCK_SIZE, [0.0], how)
    return days_to_signing(model, state)


def collapse_says(model: Model, options: Sequence[int]) -> str:
    """For how long nothing could be signed after a collapse: tonight's, or one early and one late in a package's term.

    Nothing if a collapse keeps nobody from signing.
    """
    if model.values[at.TRUCE]:
        n = days_shut(model, at.COLLAPSED, model.values[at.LEFT])
        return w.COLLAPSE_TONIGHT.format(shut=days(n), day=model.day + n) if n else ""
    term = _truce_days(model, options)
    least, most = (days_shut(model, at.COLLAPSED, left) for left in (1.0, term))
    if least >= most:
        return w.COLLAPSE_SHUTS.format(shut=days(least)) if least else ""
    return w.COLLAPSE_SHUTS_LONGER.format(shut=days(least), short=days(1.0), most=days(most), left=days(term))


def _truce_days(model: Model, options: Sequence[int]) -> float:
    """The term of the first truce that a package brings, in days; 1 if it brings none."""
    state = agreed_to(model, options)
    truces = (stage for stage in stages_of(model, state) if is_truce(model, stage))
    return next((stage_days(model.tables.ints, model.tables.reals, state, stage) for stage in truces), 1.0)


def wait_words(model: Model) -> str:
    """How long nothing can be signed, as a clause; nothing if that is not a matter of days."""
    n = days_to_signing(model)
    if not n:
        return ""
    day = model.day + n
    if day > model.tables.horizon:
        return w.NEVER_SIGNED_AGAIN
    runs = model.values[at.STATUS] in (at.IN_FORCE, at.SUSPENDED)
    said = w.NOT_AMENDED_FOR if runs else w.NOT_SIGNED_FOR
    return said.format(n=n, day=day, date=short_date(model.book, day))

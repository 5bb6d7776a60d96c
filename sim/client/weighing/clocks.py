"""Clocks of days that run down by one every night, and the day from which something can be signed again."""

import re
from collections.abc import Iterator
from math import floor

from sim.client import words as w
from sim.client.explaining.outline import movers
from sim.client.model import Model
from sim.client.naming import short_date, unit_of
from sim.rules import layout as at
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


def days_to_signing(model: Model) -> int:
    """In how many days something can be signed; 0 if it can be today, or if more than clocks stand in the way."""
    longest = 0
    for name, low, high in _asked(model):
        value = model.values[model.tables.slot[name]]
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


def wait_words(model: Model) -> str:
    """How long nothing can be signed, as a clause; nothing if that is not a matter of days."""
    n = days_to_signing(model)
    if not n:
        return ""
    day = model.day + n
    if day > model.tables.horizon:
        return w.NEVER_SIGNED_AGAIN
    return w.NOT_SIGNED_FOR.format(n=n, day=day, date=short_date(model.book, day))

"""Meters: the variables a seat sees, as figures with their change. The scenario's `headline` says which come first."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import inf
from typing import NamedTuple

from sim.client import words as w
from sim.client.figures import apart_from, decimals_of, figure, range_words, signed
from sim.client.model import Model
from sim.client.naming import comes_whole, is_of_hundred, slot_name, unit_of
from sim.client.weighing.clocks import signing_clocks
from sim.language.sentences import numeral
from sim.rules import layout as at
from sim.scenario.book import Book
from sim.scenario.tables import HumanCostRow

FEW = 10  # meters of a scenario that does not say which come first
SURE = 2.0  # errors by which an estimate must once have differed from nothing to be shown among them
FEW_STEPS = 10.0  # ranges shorter than this keep a decimal
LARGE_CHANGE = 0.3  # of the range, for a change to be marked like an upheaval
LEAST_CHANGE = 0.05  # of the range, for a variable off the first screen to be mentioned


class Meter(NamedTuple):
    """One variable as a seat sees it. ``sd`` is 0 if exactly, infinite if not at all; ``change`` is "" if unknown.

    ``large`` marks a change of a good part of the range.
    """

    name: str
    label: str
    value: str
    change: str
    sd: float
    large: bool = False


def width_of(model: Model, name: str) -> float:
    """The length of a variable's range."""
    first = model.tables.ints[at.RANGES_REALS] + 2 * model.tables.slot[name]
    low, high = model.tables.reals[first : first + 2]
    return high - low


def meter(model: Model, name: str) -> Meter:
    """A variable now, and its change since the turn before, if it is seen exactly."""
    slot = model.tables.slot[name]
    sd = model.names.sd[slot][model.seat]
    unit, width = unit_of(model.book, name), width_of(model, name)
    own = f"{model.names.seats[model.seat]}."
    label = (
        model.book.word("seat_state", name.removeprefix(own)) if name.startswith(own) else slot_name(model.book, name)
    )
    if sd == inf:
        return Meter(name, label, w.HIDDEN, "", sd)
    value, change = figure(model.values[slot], unit, width), ""
    if sd:
        value = w.ESTIMATE.format(value=value, sd=figure(sd, unit, width))
    elif model.before:
        change = _change(model.values[slot] - model.before[slot], unit, width)
    return Meter(name, label, value, change, sd)


def _shown(model: Model, name: str, value: float) -> float:
    """A value as it is told: a share as so many of 100; whole, unless its range is a few steps long."""
    of_hundred = is_of_hundred(model.book, name)
    whole = of_hundred or comes_whole(model.book, name)
    decimals = 1 if not whole and width_of(model, name) < FEW_STEPS else 0
    return round(100.0 * value if of_hundred else value, decimals)


def shown_value(model: Model, name: str, value: float, missed: Sequence[float] = ()) -> str:
    """``80`` for a share of 0.8, ``47`` for 47.2 days; what an error puts beyond the range is told as its end.

    It does not read as a bound that it misses.
    """
    first = model.tables.ints[at.RANGES_REALS] + 2 * model.tables.slot[name]
    low, high = model.tables.reals[first : first + 2]
    unit, value = unit_of(model.book, name), min(high, max(low, value))
    if cost := _cost_row(model, name):
        return range_words(value * cost.low, value * cost.high)
    if unit.startswith("yes or no"):
        return figure(value, unit)
    told, times = shown_error(model, name, value), 100.0 if is_of_hundred(model.book, name) else 1.0
    reads_so = told in {shown_error(model, name, bound) for bound in missed if abs(bound) < 1e299}
    return apart_from(times * value, [times * bound for bound in missed], 1) if reads_so else told


def _cost_row(model: Model, name: str) -> HumanCostRow | None:
    """The row of the human cost that a variable counts, if it does: that is only ever told as a range."""
    return next((row for row in model.names.human_cost if row.of == name), None)


def is_of_people(model: Model, name: str) -> bool:
    """Whether a variable counts people killed or driven out, in all or last night: told only as ranges of them all."""
    return _cost_row(model, name) is not None or is_of_last_night(model.book, name)


def is_of_last_night(book: Book, name: str) -> bool:
    """Whether a variable counts people of one night, of which no range is known."""
    return unit_of(book, name).startswith("people last night")


def beyond_says(model: Model, name: str) -> str:
    """What a share of more than 100 means: 100 of what, and how much there can be; nothing of any other figure."""
    first = model.tables.ints[at.RANGES_REALS] + 2 * model.tables.slot[name]
    high = model.tables.reals[first + 1]
    value = min(high, model.values[model.tables.slot[name]])
    if not is_of_hundred(model.book, name) or _shown(model, name, value) <= 100.0:
        return ""
    unit = model.book.phrase(unit_of(model.book, name))
    shown, most = shown_value(model, name, value), shown_value(model, name, high)
    return w.BEYOND_HUNDRED.format(name=slot_name(model.book, name), value=shown, unit=unit, most=most)


def shown_error(model: Model, name: str, value: float) -> str:
    """An error of an estimate, or another size, as it is told of a variable."""
    return numeral(f"{_shown(model, name, value) + 0.0:,.9g}")


def shown_meter(model: Model, name: str) -> Meter:
    """A variable as it is told: ``meter``, in whole numbers. The change is that between the numbers shown."""
    each = meter(model, name)
    slot = model.tables.slot[name]
    if each.sd == inf or unit_of(model.book, name).startswith("yes or no"):
        return each
    value, change, large = shown_value(model, name, model.values[slot]), "", False
    if each.sd:
        value = w.ESTIMATE.format(value=value, sd=shown_error(model, name, each.sd))
    elif model.before and not _cost_row(model, name):
        now, then = (_shown(model, name, look[slot]) for look in (model.values, model.before))
        apart = now - then
        change = numeral(f"{apart:+,.0f}" if abs(apart) >= 100 else f"{apart:+.3g}") if apart else ""
        large = abs(model.values[slot] - model.before[slot]) >= LARGE_CHANGE * width_of(model, name)
    return each._replace(value=value, change=change, large=large)


def _change(moved: float, unit: str, width: float) -> str:
    if unit.startswith("yes or no"):
        return w.CHANGED if moved else ""
    return signed(moved, decimals_of(abs(moved), unit, width))


def visible_names(model: Model) -> list[str]:
    """The variables of which the seat sees anything, in the scenario's order."""
    sd = model.names.sd
    return [name for name in model.tables.variables if sd[model.tables.slot[name]][model.seat] != inf]


def headline_names(model: Model, *, whole: bool = False) -> list[str]:
    """The variables of the first screen that the seat sees, as the scenario lists them.

    Unless ``whole``, those that have been nothing all game are left out; what has once been more stays, to say 0.
    """
    own = model.names.seats[model.seat]
    listed = [
        f"{own}.{name}" if name in model.book.outline.get("seat_state", {}) else name
        for name in model.book.outline.get("headline", [])
    ]
    visible = visible_names(model)
    return [name for name in listed or visible[:FEW] if name in visible and (whole or _has_been(model, name))]


def _has_been(model: Model, name: str) -> bool:
    """Whether a variable has ever been other than 0, as far as can be told from its error."""
    slot = model.tables.slot[name]
    least = SURE * model.names.sd[slot][model.seat]
    return any(abs(look.values[slot]) > least for look in model.looks)


def day_changes(model: Model) -> list[Meter]:
    """The figures of the first screen that the last day moved: the foremost by anything, others by a notable change."""
    day = replace(model, since=-1)
    if not day.before:
        return []
    found = []
    for i, name in enumerate(headline_names(model)):
        slot = model.tables.slot[name]
        notable = abs(model.values[slot] - day.before[slot]) >= LEAST_CHANGE * width_of(model, name)
        if not model.names.sd[slot][model.seat] and (notable or not i) and (each := shown_meter(day, name)).change:
            found.append(each)
    return found


def other_changes(model: Model, beside: Iterable[str]) -> list[Meter]:
    """Variables seen exactly, other than those shown already, that have changed notably since the turn before."""
    if not model.before:
        return []
    found, shown = [], {*beside, *signing_clocks(model)}  # how long nothing is signed is told of the agreement
    for name in visible_names(model):
        slot = model.tables.slot[name]
        moved = abs(model.values[slot] - model.before[slot])
        if name in shown or unit_of(model.book, name).startswith("people"):  # people stand under the human cost
            continue
        if not model.names.sd[slot][model.seat] and moved >= LEAST_CHANGE * width_of(model, name):
            found.append(shown_meter(model, name))
    return found

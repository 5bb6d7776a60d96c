"""Meters: the variables a seat can see, as figures with their change, and which of them matter most.

A scenario does not say which of its variables belong on the first screen, so they are ranked by how much of the model
turns on them: the seat's own score, hazards, endings and ratification. Human cost stands by itself.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import inf
from typing import NamedTuple

from sim.client import words as w
from sim.client.figures import figure, signed
from sim.client.model import Model
from sim.client.naming import NAME, is_yes_or_no, slot_name, unit_of
from sim.rules import layout as at

HEADLINES, ALWAYS = 18, 6  # the weightiest meters, and how many of them are shown even when nothing moves them
SURE = 2.0  # errors by which an estimate must differ from nothing to be shown among them
OF_SCORE, MOST_HANGING = 12, 5  # weight of the whole score, and the most that hazards and endings can add
LEAST_CHANGE = 0.05  # of the range, for a variable off the first screen to be mentioned


class Meter(NamedTuple):
    """One variable as a seat sees it. ``sd`` is 0 if exactly, infinite if not at all; ``change`` is "" if unknown."""

    name: str
    label: str
    value: str
    change: str
    sd: float


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


def _change(moved: float, unit: str, width: float) -> str:
    if unit.startswith("yes or no"):
        return w.CHANGED if moved else ""
    text = figure(abs(moved), unit, width)
    return signed(moved, len(text.partition(".")[2]))


def _mentions(lines: Iterable[object]) -> Iterator[str]:
    for line in lines:
        yield from set(re.findall(NAME, str(line).partition("@")[0]))


def weigh(model: Model) -> Counter[str]:
    """How much turns on each variable: its part in the own score, the hazards and endings that hang on it."""
    weight: Counter[str] = Counter()
    outline = model.book.outline
    kinds = outline["types"][model.names.seats[model.seat]]
    shares = list(kinds.values())[int(model.own(at.TYPE))]["weights"]
    for line in outline["scoring"]["settle"]:
        component = str(line).removeprefix("score.").partition(" ")[0]
        share = float(str(shares.get(component, 0)).partition("@")[0])
        weight.update({name: round(OF_SCORE * share) for name in _mentions([line])})
    hangs: Counter[str] = Counter()
    for hazard in outline.get("hazards", {}).values():
        terms = [
            term.get("of", key) if isinstance(term, dict) else key for key, term in hazard.get("terms", {}).items()
        ]
        hangs.update(set(_mentions([*terms, *hazard.get("when", [])])))
    hangs.update(name for ending in outline["endings"].values() for name in _mentions(ending["when"]))
    hangs.update(name for faction in outline["factions"].values() for name in set(_mentions(faction.get("sway", {}))))
    weight.update({name: min(n, MOST_HANGING) for name, n in hangs.items()})
    return weight


def visible_names(model: Model) -> list[str]:
    """The variables of which the seat sees anything, in the scenario's order."""
    sd = model.names.sd
    return [name for name in model.tables.variables if sd[model.tables.slot[name]][model.seat] != inf]


def headline_names(model: Model) -> list[str]:
    """The variables of the first screen, in the scenario's order: the weightiest, then those of the next that moved."""
    weight = weigh(model)
    costs = {row.of for row in model.names.human_cost}
    visible = [
        name
        for name in visible_names(model)
        if not is_yes_or_no(model.book, name) and name not in costs and not _at_rest(model, name)
    ]
    ranked = sorted(visible, key=lambda name: -weight[name])[:HEADLINES]
    chosen = {*ranked[:ALWAYS], *(name for name in ranked if len(model.looks) == 1 or _moved(model, name))}
    return [name for name in visible if name in chosen]


def _at_rest(model: Model, name: str) -> bool:
    """Whether a variable has been 0 for two turns, as far as can be told from its error."""
    slot = model.tables.slot[name]
    least = SURE * model.names.sd[slot][model.seat]
    return all(abs(look.values[slot]) <= least for look in model.looks[-2:])


def _moved(model: Model, name: str) -> bool:
    return bool(model.names.sd[model.tables.slot[name]][model.seat]) or bool(meter(model, name).change)


def other_changes(model: Model, beside: Iterable[str]) -> list[Meter]:
    """Variables seen exactly, other than those shown already, that have changed notably since the turn before."""
    if not model.before:
        return []
    found, shown = [], set(beside)
    for name in visible_names(model):
        slot = model.tables.slot[name]
        moved = abs(model.values[slot] - model.before[slot])
        if name in shown or unit_of(model.book, name).startswith("people"):  # people stand under the human cost
            continue
        if not model.names.sd[slot][model.seat] and moved >= LEAST_CHANGE * width_of(model, name):
            found.append(meter(model, name))
    return found

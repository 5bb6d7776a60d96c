"""When one's own obligations are judged, how far they are from being kept, and what the present pace would come to."""

from typing import NamedTuple

from sim.client import words as w
from sim.client.model import Model
from sim.client.naming import condition_of, slot_name
from sim.client.telling.calls import own_reading, own_standing, reading_row
from sim.client.telling.meters import shown_value
from sim.client.weighing.nightfall import at_nightfall
from sim.rules import layout as at
from sim.session.calls import own_duties

PACE = 3  # nights back from which a pace is taken


class Due(NamedTuple):
    """An obligation of one's own, not yet judged: the day on whose night it is, and the conditions that fail by then.

    ``conditions`` are rows of those that do not hold now, or would not at the present pace.
    """

    duty: int
    day: int
    conditions: tuple[int, ...]


def owed_by_self(model: Model) -> list[Due]:
    """The seat's own obligations of a running agreement that, as it reads them, are still to be judged."""
    if model.values[at.STATUS] != at.IN_FORCE:
        return []
    duties = own_duties(model.tables, model.seat, model.values)
    return [_due(model, duty) for duty in duties if own_standing(model, duty) == at.OWED]


def day_of_night(model: Model, night: float) -> int:
    """The day whose night is so many nights into the running stage, if its clock runs on without a break."""
    return model.day + int(night - model.values[at.STAGE_DAY]) - 1


def _due(model: Model, duty: int) -> Due:
    ints = model.tables.ints
    row = reading_row(model, duty, own_reading(model, duty))
    first, n = ints[row + at.READING_CONDITION], ints[row + at.READING_CONDITIONS]
    day = max(model.day, day_of_night(model, model.values[ints[at.FIRST_OWED] + duty] + ints[row]))
    failing = tuple(i for i in range(first, first + n) if _fails(model, i, day))
    return Due(duty, day, failing)


def _fails(model: Model, condition: int, day: int) -> bool:
    """Whether a condition does not hold now, or would not on the night of a day at the present pace."""
    low, high = _bounds(model, condition)
    then = at_this_pace(model, condition, day)
    known = [at_nightfall(model, truce=True)[_slot(model, condition)], *([] if then is None else [then])]
    return any(not low <= value <= high for value in known)


def _slot(model: Model, condition: int) -> int:
    ints = model.tables.ints
    return ints[ints[at.CONDITIONS] + condition * at.CONDITION_WIDTH]


def _bounds(model: Model, condition: int) -> tuple[float, float]:
    first = model.tables.ints[at.CONDITIONS_REALS] + condition * at.CONDITION_REALS
    low, high = model.tables.reals[first : first + 2]
    return low, high


def at_this_pace(model: Model, condition: int, day: int) -> float | None:
    """What a condition's variable would be after the night of a day, were it to move on as in the last nights.

    None where that cannot be told: of what the seat estimates, of what is no number of the world, in the first nights
    of a stage, or of what has not moved.
    """
    slot = _slot(model, condition)
    if model.names.slots[slot] not in model.tables.variables or model.names.sd[slot][model.seat] != 0.0:
        return None
    begun = model.day - model.values[at.STAGE_DAY]
    past = [look.values for look in model.looks if max(begun, model.day - PACE) <= look.values[at.DAY] < model.day]
    if not past:
        return None
    nights = model.day - past[0][at.DAY]
    moved = model.values[slot] - past[0][slot]
    low, high = model.tables.reals[model.tables.ints[at.RANGES_REALS] + 2 * slot :][:2]
    return min(high, max(low, model.values[slot] + moved / nights * (day - model.day + 1))) if moved else None


def due_says(model: Model, each: Due) -> str:
    """When it is judged, what it still needs, and what the present pace would come to, in sentences."""
    clause = model.book.word("clauses", model.names.duties[each.duty].partition(".")[0])
    if not each.conditions:
        return w.DUE_WELL.format(clause=clause, day=each.day)
    needs = w.AND.join(condition_of(model.book, i, at_nightfall(model, truce=True)) for i in each.conditions)
    paces = w.AND.join(filter(None, (_missed_by(model, i, each.day) for i in each.conditions)))
    said = w.DUE_NEEDS.format(clause=clause, day=each.day, needs=needs)
    return f"{said} {w.DUE_MISSED.format(paces=paces)}" if paces else said


def _missed_by(model: Model, condition: int, day: int) -> str:
    """Where a variable would be if that misses what is asked for; nothing if it would do, or cannot be told."""
    then, (low, high) = at_this_pace(model, condition, day), _bounds(model, condition)
    if then is None or low <= then <= high:
        return ""
    name = model.names.slots[_slot(model, condition)]
    return w.WOULD_BE.format(name=slot_name(model.book, name), value=shown_value(model, name, then, (low, high)))

"""The same position as far as a seat can see, and another one behind it.

Everything that a seat does not see is altered: hidden slots, the other seat's type, what it has done so far in its
turn. The truth behind an estimate is altered too, with the error that makes the estimate come out the same. The world's
luck is another's.
"""

from collections.abc import Sequence

from sim.rules import layout as at
from sim.rules.arithmetic import clamp
from sim.rules.luck import (
    FIRST_FORCED,
    KEY_HIGH,
    KEY_LOW,
    MAX_FORCED,
    N_FORCED,
    OF_SIGHT,
    forced,
    mix,
    point_of,
    uniform,
)
from sim.scenario.tables import RulesTables
from sim.testing.invariants import altered, range_of


def noisy_slots(tables: RulesTables, seat: int) -> list[tuple[int, float]]:
    """Slots of which a seat sees an estimate, each with its standard deviation."""
    ints, row = tables.ints, tables.ints[at.VIEWS] + seat * at.VIEW_WIDTH
    first = ints[row + at.VIEW_FIRST_NOISY]
    columns = range(first, first + ints[row + at.VIEW_NOISY])
    return [(ints[ints[at.VIEWS] + i], tables.reals[ints[at.VIEWS_REALS] + i]) for i in columns]


def disguised(
    tables: RulesTables, state: Sequence[float], luck: Sequence[int], seat: int, number: int
) -> tuple[list[float], list[int]]:
    """Another state and another world's luck under which ``seat`` sees the same; ``number`` says which."""
    other, chance = altered(tables, state, seat, number), list(luck)
    noisy = noisy_slots(tables, seat)
    if luck[N_FORCED] + len(noisy) > MAX_FORCED:
        return other, chance
    for i, (slot, sd) in enumerate(noisy):
        point = point_of(int(state[at.DAY]), OF_SIGHT, slot, seat)
        error = forced(list(luck), point)
        if error < 0:
            error = int(uniform(luck[KEY_LOW], luck[KEY_HIGH], point) * at.NORMAL_POINTS)
        other[slot], error = _truth_behind(tables, state[slot], (slot, sd), error, number + i)
        row = FIRST_FORCED + 2 * chance[N_FORCED]
        chance[row : row + 2] = [point, error]
        chance[N_FORCED] += 1
    chance[KEY_LOW], chance[KEY_HIGH] = mix(luck[KEY_LOW] ^ number), mix(luck[KEY_HIGH] ^ number)
    return other, chance


def _truth_behind(
    tables: RulesTables, truth: float, noisy: tuple[int, float], error: int, number: int
) -> tuple[float, int]:
    """Another truth and error that make the same estimate, to the bit; the true ones if there are none."""
    slot, sd = noisy
    low, high = range_of(tables, slot)
    errors = tables.reals[tables.ints[at.NORMAL_REALS] : tables.ints[at.NORMAL_REALS] + at.NORMAL_POINTS]
    seen = clamp(truth + sd * errors[error], low, high)
    for i in range(1, at.NORMAL_POINTS):
        outcome = (error + number + i) % at.NORMAL_POINTS
        x = clamp(seen - sd * errors[outcome], low, high)
        if x != truth and clamp(x + sd * errors[outcome], low, high) == seen:
            return x, outcome
    return truth, error

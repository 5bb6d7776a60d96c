"""What a seat sees: a vector laid out as the state, with the hidden replaced by what everyone may assume.

Because the layout is the same, rules that need only what a seat knows (legality, worth on paper, explanation) run on an
observation as they do on a state. A noisy slot holds an estimate: one of nine equally likely errors of a normal law,
new each day, cut to the variable's range. The standard deviations are public: ``reals[VIEWS_REALS ...]``.
"""

from sim.rules import layout as at
from sim.rules.arithmetic import clamp
from sim.rules.luck import KEY_HIGH, KEY_LOW, OF_SIGHT, forced, point_of, uniform


def estimate(ints: list[int], reals: list[float], state: list[float], luck: list[int], seat: int, noisy: int) -> float:
    """A seat's estimate today of its ``noisy``-th noisy slot."""
    slot = ints[ints[at.VIEWS] + noisy]
    point = point_of(int(state[at.DAY]), OF_SIGHT, slot, seat)
    outcome = forced(luck, point)
    if outcome < 0:
        outcome = int(uniform(luck[KEY_LOW], luck[KEY_HIGH], point) * at.NORMAL_POINTS)
    error = reals[ints[at.NORMAL_REALS] + outcome]
    bounds = ints[at.RANGES_REALS] + 2 * slot
    return clamp(state[slot] + reals[ints[at.VIEWS_REALS] + noisy] * error, reals[bounds], reals[bounds + 1])


def observe(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], seat: int, seen: list[float]
) -> None:
    """Fill ``seen`` (length ``N_STATE``) with what ``seat`` sees of ``state``."""
    for slot in range(ints[at.N_STATE]):
        seen[slot] = state[slot]
    row = ints[at.VIEWS] + seat * at.VIEW_WIDTH
    first = ints[row + at.VIEW_FIRST_HIDDEN]
    for i in range(first, first + ints[row]):
        seen[ints[ints[at.VIEWS] + i]] = reals[ints[at.VIEWS_REALS] + i]
    first = ints[row + at.VIEW_FIRST_NOISY]
    for i in range(first, first + ints[row + at.VIEW_NOISY]):
        seen[ints[ints[at.VIEWS] + i]] = estimate(ints, reals, state, luck, seat, i)
    if int(state[at.TO_MOVE]) != seat:
        seen[at.TABLED] = 0.0
        seen[at.PULLED] = 0.0

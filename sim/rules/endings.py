"""How a game ends, and what each seat has of it."""

from sim.rules import events as ev
from sim.rules import layout as at
from sim.rules.arithmetic import clamp
from sim.rules.effects import run_block
from sim.rules.events import emit
from sim.rules.terms import all_hold


def ending_reached(ints: list[int], reals: list[float], state: list[float]) -> int:
    """The first ending, by rank, whose conditions hold; the last one at the horizon; else ``NO_ENDING``."""
    for ending in range(ints[at.N_ENDINGS]):
        row = ints[at.ENDINGS] + ending * at.ENDING_WIDTH
        if all_hold(ints, reals, state, ints[row], ints[row + at.ENDING_CONDITIONS]):
            return ending
    if state[at.DAY] >= ints[at.HORIZON]:
        return ints[at.N_ENDINGS] - 1
    return at.NO_ENDING


def check_ending(ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float]) -> bool:
    """End the game if an ending is reached, and settle the components of the score."""
    ending = ending_reached(ints, reals, state)
    if ending < 0:
        return False
    state[at.ENDING] = ending
    run_block(ints, reals, state, luck, log, ints[at.SETTLE])
    emit(log, ev.ENDED, ending, 0, 0.0)
    return True


def terminal(state: list[float]) -> bool:
    """Whether the game is over."""
    return state[at.ENDING] >= 0.0


def returns(ints: list[int], reals: list[float], state: list[float], seat: int) -> float:
    """A seat's score, 0-100: its type's weights over the settled components. The seat's type must be in ``state``."""
    n = ints[at.N_COMPONENTS]
    kind = ints[ints[at.SEATS] + seat * at.SEAT_ROW] + int(state[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.TYPE])
    weights = ints[at.TYPES_REALS] + kind * (at.TYPE_WEIGHTS + n) + at.TYPE_WEIGHTS
    total = 0.0
    for component in range(n):
        total += reals[weights + component] * state[ints[ints[at.COMPONENTS] + component]]
    return clamp(100.0 * total, 0.0, 100.0)

"""Effects, draws and blocks: how anything in the world changes.

A variable never leaves its range. A move takes from its source no more than there is, and gives to its target no more
than fits, so that what is moved (lorries, people) is conserved.
"""

from sim.rules import events as ev
from sim.rules import layout as at
from sim.rules.arithmetic import clamp
from sim.rules.events import emit
from sim.rules.luck import OF_DRAW, pick, point_of
from sim.rules.terms import all_hold, term_value


def change(ints: list[int], reals: list[float], state: list[float], slot: int, value: float) -> None:
    """Set a slot of the state, cut to its range."""
    bounds = ints[at.RANGES_REALS] + 2 * slot
    state[slot] = clamp(value, reals[bounds], reals[bounds + 1])


def transfer(ints: list[int], reals: list[float], state: list[float], source: int, target: int, amount: float) -> None:
    """Move ``amount`` as far as both ranges allow; a negative amount moves nothing."""
    available = state[source] - reals[ints[at.RANGES_REALS] + 2 * source]
    room = reals[ints[at.RANGES_REALS] + 2 * target + 1] - state[target]
    if amount > available:
        amount = available
    if amount > room:
        amount = room
    if amount > 0.0:
        state[source] -= amount
        state[target] += amount


def apply_effects(ints: list[int], reals: list[float], state: list[float], first: int, n: int) -> None:
    """Run ``n`` effects from ``first``, each seeing what the one before it did."""
    for i in range(first, first + n):
        row = ints[at.EFFECTS] + i * at.EFFECT_WIDTH
        target = ints[row]
        kind = ints[row + at.EFFECT_KIND]
        value = term_value(ints, reals, state, ints[row + at.EFFECT_TERM])
        if kind == at.SET:
            change(ints, reals, state, target, value)
        elif kind == at.MOVE:
            transfer(ints, reals, state, ints[row + at.EFFECT_SOURCE], target, value)
        else:
            change(ints, reals, state, target, state[target] + value)


def run_draw(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], draw: int
) -> None:
    """Pick one of a draw's outcomes and apply it.

    Each turn of a day and its night have luck of their own; called again in the same turn or night, a draw comes out as
    it did before.
    """
    row = ints[at.DRAWS] + draw * at.DRAW_WIDTH
    if not all_hold(ints, reals, state, ints[row], ints[row + at.DRAW_CONDITIONS]):
        return
    first = ints[row + at.DRAW_OUTCOME]
    odds = ints[at.OUTCOMES_REALS] + first
    point = point_of(int(state[at.DAY]), OF_DRAW, draw, int(state[at.TURN]))
    outcome = pick(luck, log, point, reals, odds, ints[row + at.DRAW_OUTCOMES])
    emit(log, ev.DREW, draw, outcome, reals[odds + outcome])
    effects = ints[at.OUTCOMES] + (first + outcome) * at.OUTCOME_WIDTH
    apply_effects(ints, reals, state, ints[effects], ints[effects + at.OUTCOME_EFFECTS])


def block_holds(ints: list[int], reals: list[float], state: list[float], block: int) -> bool:
    """Whether a block's conditions hold."""
    row = ints[at.BLOCKS] + block * at.BLOCK_WIDTH
    return all_hold(ints, reals, state, ints[row], ints[row + at.BLOCK_CONDITIONS])


def run_block(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], block: int
) -> None:
    """Run a block's effects, then its draws. (Its conditions and its word: ``agreement.run``.)"""
    row = ints[at.BLOCKS] + block * at.BLOCK_WIDTH
    apply_effects(ints, reals, state, ints[row + at.BLOCK_EFFECT], ints[row + at.BLOCK_EFFECTS])
    first = ints[at.DRAW_LISTS] + ints[row + at.BLOCK_DRAW]
    for i in range(first, first + ints[row + at.BLOCK_DRAWS]):
        run_draw(ints, reals, state, luck, log, ints[i])


def run_hook(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], hook: int
) -> None:
    """Run the block of a hook, numbered ``2 * hook name + seat``; a scenario need not have it."""
    block = ints[ints[at.HOOKS] + hook]
    if block >= 0 and block_holds(ints, reals, state, block):
        run_block(ints, reals, state, luck, log, block)

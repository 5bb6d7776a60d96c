"""Hazards: the probability a night of a shock, as a logit of weighted causes.

``logit`` sums the base and the terms in the order of the file; ``explain`` writes the same terms out one by one, so
that "why did it break?" is the sum itself and not a story told afterwards.
"""

from sim.rules import events as ev
from sim.rules import layout as at
from sim.rules.arithmetic import logistic
from sim.rules.events import emit
from sim.rules.luck import OF_HAZARD, TRACE, point_of, strikes
from sim.rules.terms import all_hold, term_value


def possible(ints: list[int], reals: list[float], state: list[float], hazard: int) -> bool:
    """Whether the hazard's conditions hold, so that it is drawn at all."""
    row = ints[at.HAZARDS] + hazard * at.HAZARD_WIDTH
    return all_hold(ints, reals, state, ints[row], ints[row + at.HAZARD_CONDITIONS])


def logit(ints: list[int], reals: list[float], state: list[float], hazard: int) -> float:
    """Log-odds that the hazard strikes."""
    row = ints[at.HAZARDS] + hazard * at.HAZARD_WIDTH
    total = reals[ints[at.HAZARDS_REALS] + hazard]
    first = ints[row + at.HAZARD_TERM]
    for term in range(first, first + ints[row + at.HAZARD_TERMS]):
        total += term_value(ints, reals, state, term)
    return total


def explain(ints: list[int], reals: list[float], state: list[float], log: list[float], hazard: int) -> None:
    """Log the base (term -1) and every term of the hazard, in the order in which ``logit`` adds them."""
    row = ints[at.HAZARDS] + hazard * at.HAZARD_WIDTH
    emit(log, ev.TERM, hazard, -1, reals[ints[at.HAZARDS_REALS] + hazard])
    first = ints[row + at.HAZARD_TERM]
    for i in range(ints[row + at.HAZARD_TERMS]):
        emit(log, ev.TERM, hazard, i, term_value(ints, reals, state, first + i))


def strike(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], hazard: int
) -> bool:
    """Draw a possible hazard: remember and log whether it struck. What follows is its block's."""
    chance = logistic(logit(ints, reals, state, hazard))
    if luck[TRACE]:
        explain(ints, reals, state, log, hazard)
    struck = strikes(luck, log, point_of(int(state[at.DAY]), OF_HAZARD, hazard, 0), chance)
    if struck:
        state[ints[at.FIRST_HAPPENED] + hazard] = 1.0
        emit(log, ev.STRUCK, hazard, 0, chance)
    else:
        emit(log, ev.SPARED, hazard, 0, chance)
    return struck != 0

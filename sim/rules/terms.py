"""Conditions and terms: the two shapes of which every rule of a scenario is made."""

from sim.rules import layout as at


def all_hold(ints: list[int], reals: list[float], state: list[float], first: int, n: int) -> bool:
    """Whether each of ``n`` conditions from ``first`` holds: lowest <= variable <= highest."""
    for i in range(first, first + n):
        x = state[ints[ints[at.CONDITIONS] + i]]
        bounds = ints[at.CONDITIONS_REALS] + i * at.CONDITION_REALS
        if x < reals[bounds + at.CONDITION_LOW] or x > reals[bounds + at.CONDITION_HIGH]:
            return False
    return True


def term_value(ints: list[int], reals: list[float], state: list[float], term: int) -> float:
    """A coefficient times its factors, multiplied from left to right."""
    row = ints[at.TERMS] + term * at.TERM_WIDTH
    value = reals[ints[at.TERMS_REALS] + term]
    first = ints[row]
    for i in range(first, first + ints[row + at.TERM_FACTORS]):
        factor = ints[at.FACTORS] + i * at.FACTOR_WIDTH
        pair = ints[at.FACTORS_REALS] + i * at.FACTOR_REALS
        x = state[ints[factor]]
        a = reals[pair]
        b = reals[pair + 1]
        kind = ints[factor + at.FACTOR_KIND]
        if kind == at.AFFINE:
            value *= a + b * x
        elif kind == at.INDICATOR:
            if x < a or x > b:
                return 0.0
        else:
            y = a + b * x
            if y <= 0.0:
                return 0.0
            value *= y
    return value

"""Chance as a pure function of (rng_seed, game, day, purpose, entity, slot): no counter, no generator.

``luck`` is a vector of integers: two 32-bit keys of the game, a flag that asks for traces, the number of forced
outcomes, then (point, outcome) for each forced outcome. A *point* names one draw: day, purpose, entity and slot in one
number. Every draw picks one of finitely many outcomes with stated probabilities and honours a forced one, so that play,
exact enumeration and re-runs share this code.

The mixer works in 32-bit words held in 64-bit integers: products may wrap in compiled code and never do in Python, but
the low 32 bits, all that is kept, are the same. (Mixing constants: C. Wellons, "Prospecting for hash functions", 2018.)
"""

from sim.rules import events as ev
from sim.rules.events import emit

KEY_LOW, KEY_HIGH, TRACE, N_FORCED, FIRST_FORCED = 0, 1, 2, 3, 4
MAX_FORCED = 128
LUCK_SIZE = FIRST_FORCED + MAX_FORCED * 2

AT_START, OF_TYPE, OF_HAZARD, OF_DRAW, OF_SIGHT, OF_LEVER, OF_AGENT = range(7)
WORLD, FIRST_AGENT = 0, 1  # lanes: the world's luck and each agent's own are unrelated

MASK = 0xFFFFFFFF
TO_UNIT = 1.0 / 4294967296.0


def mix(x: int) -> int:
    """Scramble a 32-bit word; a bijection."""
    x = ((x ^ (x >> 16)) * 0x7FEB352D) & MASK
    x = ((x ^ (x >> 15)) * 0x846CA68B) & MASK
    return x ^ (x >> 16)


def game_key(rng_seed: int, game: int, lane: int, half: int) -> int:
    """One 32-bit half (0 or 1) of a game's key. ``rng_seed`` and ``game`` are non-negative and below 2**63."""
    x = mix((lane * 2 + half + 0x9E3779B9) & MASK)
    x = mix(x ^ (rng_seed & MASK))
    x = mix(x ^ (rng_seed >> 32))
    x = mix(x ^ (game & MASK))
    return mix(x ^ (game >> 32))


def point_of(day: int, purpose: int, entity: int, slot: int) -> int:
    """The number of one draw; ``slot`` is below 16 and ``entity`` below 65,536."""
    return (day << 32) | (purpose << 20) | (entity << 4) | slot


def uniform(key_low: int, key_high: int, point: int) -> float:
    """A number in (0, 1), the same for the same arguments."""
    x = mix((key_low + (point & MASK) * 0x9E3779B1) & MASK)
    x = mix(((x ^ key_high) + (point >> 32) * 0x85EBCA6B) & MASK)
    return (mix(x ^ key_low) + 0.5) * TO_UNIT


def forced(luck: list[int], point: int) -> int:
    """The outcome imposed on this draw, or -1."""
    for i in range(FIRST_FORCED, FIRST_FORCED + 2 * luck[N_FORCED], 2):
        if luck[i] == point:
            return luck[i + 1]
    return -1


def strikes(luck: list[int], log: list[float], point: int, chance: float) -> int:
    """1 with probability ``chance``, else 0."""
    outcome = forced(luck, point)
    if outcome < 0:
        outcome = 1 if uniform(luck[KEY_LOW], luck[KEY_HIGH], point) < chance else 0
    if luck[TRACE]:
        emit(log, ev.CHANCE, point, outcome, chance)
    return outcome


def pick(luck: list[int], log: list[float], point: int, odds: list[float], first: int, n: int) -> int:
    """A number below ``n``, with the ``n`` probabilities that stand in ``odds`` from ``first``."""
    outcome = forced(luck, point)
    if outcome < 0:
        u = uniform(luck[KEY_LOW], luck[KEY_HIGH], point)
        outcome = 0
        reached = odds[first]
        while outcome < n - 1 and u >= reached:
            outcome += 1
            reached += odds[first + outcome]
    if luck[TRACE]:
        emit(log, ev.CHANCE_AMONG, point, outcome, first * 64 + n)
    return outcome

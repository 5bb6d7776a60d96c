"""The vector that a built-in agent thinks with: its family and parameters, its own luck, and the bid it is drafting."""

from sim.rules import layout as at
from sim.rules.luck import FIRST_AGENT, OF_AGENT, game_key, point_of, uniform

FAMILY, SEAT, LUCK_LOW, LUCK_HIGH = 0, 1, 2, 3
# Parameters: the aspiration a seat opens with and the least it comes down to, as shares of the span from its worst to
# its best package; the days over which it comes down; the shape of the way (see ``timed``); the doctrine it follows.
OPENING, LEAST, PATIENCE, POWER, ROOTS, DOCTRINE = 4, 5, 6, 7, 8, 9
# Scratch: whose values are its own and its rival's, the worth it aims at, the row of the rule that binds its draft (-1
# if none does), the number of the rule or habit that acted (from 1; 0 if none did), the worth from which it accepts,
# the draft, and room for sums over the first issues of a package.
OWNER, RIVAL, TARGET, BOUND_BY, RULE, ACCEPTS, DRAFT = 10, 11, 12, 13, 14, 15, 16
MAX_ISSUES = 12
PARTIAL = DRAFT + MAX_ISSUES
BRAIN_SIZE = PARTIAL + MAX_ISSUES + 1

RANDOM, HOLD_STILL, TIMED, TIT_FOR_TAT, BY_DOCTRINE, OPEN, MICRO, HARDLINER, DOVE = range(9)


def seed_brain(brain: list[float], rng_seed: int, game: int) -> None:
    """Key an agent's luck to a game; it is unrelated to the world's and to the other agent's."""
    lane = FIRST_AGENT + int(brain[SEAT])
    brain[LUCK_LOW] = game_key(rng_seed, game, lane, 0)
    brain[LUCK_HIGH] = game_key(rng_seed, game, lane, 1)


def chance_of(brain: list[float], seen: list[float], what: int, slot: int) -> float:
    """An agent's own number in (0, 1): the same all through a day for the same ``what`` and ``slot``."""
    point = point_of(int(seen[at.DAY]), OF_AGENT, what, slot)
    return uniform(int(brain[LUCK_LOW]), int(brain[LUCK_HIGH]), point)


def take_seat(ints: list[int], seen: list[float], brain: list[float]) -> None:
    """Note whose values are one's own (of the private type) and the rival's (all that is known: its public stance)."""
    seat = int(brain[SEAT])
    kind = int(seen[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.TYPE])
    brain[OWNER] = ints[ints[at.SEATS] + seat * at.SEAT_ROW] + kind
    brain[RIVAL] = ints[ints[at.SEATS] + (1 - seat) * at.SEAT_ROW + at.SEAT_PUBLIC_OWNER]
    brain[BOUND_BY] = -1.0
    brain[RULE] = 0.0

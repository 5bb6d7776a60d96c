"""Levers: cards that cost political capital, are seen or not, and wear out with use."""

from sim.rules import events as ev
from sim.rules import layout as at
from sim.rules.agreement import run
from sim.rules.events import emit
from sim.rules.luck import OF_LEVER, point_of, strikes

WEAR = 0.5  # a use halves a lever's freshness
RECOVERY = 0.05  # of the gap to 1, a night: half of it in about 14 nights (L: diminishing returns of repeated signals)


def is_seen(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], lever: int
) -> int:
    """Whether the other seat sees the lever pulled."""
    face = ints[ints[at.LEVERS] + lever * at.LEVER_WIDTH + at.LEVER_FACE]
    if face == at.COVERT_LEVER:
        return 0
    if face != at.DENIABLE_LEVER:
        return 1
    chance = reals[ints[at.LEVERS_REALS] + lever * at.LEVER_REALS + at.LEVER_SEEN_CHANCE]
    return strikes(luck, log, point_of(int(state[at.DAY]), OF_LEVER, lever, 0), chance)


def pull(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], lever: int
) -> None:
    """Pay for a lever and let it act; then it is half as fresh."""
    seat = int(state[at.TO_MOVE])
    slot = ints[at.FIRST_LEVER] + lever * at.LEVER_SLOTS
    state[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.CAPITAL] -= reals[ints[at.LEVERS_REALS] + lever * at.LEVER_REALS]
    state[at.PULLED] += 1.0
    state[slot + at.LEVER_DAY] = state[at.DAY]
    seen = is_seen(ints, reals, state, luck, log, lever)
    state[slot + at.LEVER_SEEN] += seen
    emit(log, ev.WAS_PULLED, seat, lever, seen)
    run(ints, reals, state, luck, log, ints[ints[at.LEVERS] + lever * at.LEVER_WIDTH + at.LEVER_BLOCK])
    state[slot + at.LEVER_FRESH] *= WEAR


def recover(ints: list[int], state: list[float]) -> None:
    """A night's recovery of every lever's freshness."""
    first = ints[at.FIRST_LEVER]
    for slot in range(first, first + ints[at.N_LEVERS] * at.LEVER_SLOTS, at.LEVER_SLOTS):
        state[slot] += RECOVERY * (1.0 - state[slot])

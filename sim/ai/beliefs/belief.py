"""What a seat believes of its rival and of the hidden world: the vectors, and how to begin them.

A *hypothesis* is a private type of the rival together with a stance; ``odds`` has one number for each, multiplied turn
by turn by the chance of what was seen to be done (``likelihood``). A *particle* is a whole state with a hypothesis, a
sample of what may be so (``particles``). Keeping the few hypotheses out of the sample (Doucet, de Freitas, Murphy and
Russell 2000, Rao-Blackwellised filtering) spares them the drift of resampling, which would make a belief surer than it
has reason to be.
"""

from typing import NamedTuple

from sim.ai.beliefs.sightings import Sightings, learn_sight
from sim.rules import layout as at
from sim.rules.game import start
from sim.rules.luck import KEY_HIGH, KEY_LOW, N_FORCED, TRACE, mix

# Whole numbers about a belief.
SEAT, BEGUN, UPDATES, LUCK_LOW, LUCK_HIGH, N_NOTES = 0, 1, 2, 3, 4, 8


class Belief(NamedTuple):
    """``odds``, ``prior`` and ``fits`` have one number a hypothesis, numbered ``type * stances + stance``.

    ``states`` has a row for each particle, ``kinds`` its hypothesis and ``weights`` how much it counts (they sum to 1).
    ``last`` is the latest observation and ``done`` the action that followed it. The rest is room to work in.
    """

    notes: list[int]
    odds: list[float]
    prior: list[float]
    fits: list[float]
    stances: list[list[float]]
    states: list[list[float]]
    spare: list[list[float]]
    weights: list[float]
    kinds: list[int]
    quotas: list[int]
    last: list[float]
    done: list[int]
    sight: list[int]
    sightings: Sightings
    due: list[int]
    pulled: list[float]
    seen: list[float]
    mask: list[int]
    luck: list[int]
    log: list[float]
    action: list[int]
    brain: list[float]


def key_luck(b: Belief, particle: int) -> None:
    """Give a particle luck of its own for this update."""
    salt = mix((b.notes[UPDATES] * 65536 + particle) & 0xFFFFFFFF)
    b.luck[KEY_LOW] = mix(b.notes[LUCK_LOW] ^ salt)
    b.luck[KEY_HIGH] = mix(b.notes[LUCK_HIGH] ^ salt)
    b.luck[TRACE] = 0
    b.luck[N_FORCED] = 0


def wear_type(ints: list[int], reals: list[float], state: list[float], seat: int, kind: int) -> None:
    """Make a seat of a state, or of an observation, that of a private type."""
    width = at.TYPE_WEIGHTS + ints[at.N_COMPONENTS]
    first = ints[ints[at.SEATS] + seat * at.SEAT_ROW]
    state[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.TYPE] = kind
    state[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.RESOLVE] = reals[
        ints[at.TYPES_REALS] + (first + kind) * width + at.TYPE_RESOLVE
    ]


def begin_belief(ints: list[int], reals: list[float], b: Belief) -> None:
    """Fill the particles with first mornings, and the odds with the prior. ``notes`` has the seat and the luck."""
    rival = 1 - b.notes[SEAT]
    learn_sight(ints, b.notes[SEAT], b.sight)
    n = len(b.stances)
    for h in range(len(b.odds)):
        b.odds[h] = b.prior[h]
    b.notes[UPDATES] = 0
    for i in range(len(b.states)):
        key_luck(b, i)
        b.log[0] = 0.0
        start(ints, reals, b.states[i], b.luck, b.log)
        b.weights[i] = 1.0 / len(b.states)
        b.kinds[i] = i % len(b.odds)
        wear_type(ints, reals, b.states[i], rival, b.kinds[i] // n)
    for slot in range(ints[at.N_STATE]):
        b.last[slot] = b.states[0][slot]
    b.notes[BEGUN] = 1

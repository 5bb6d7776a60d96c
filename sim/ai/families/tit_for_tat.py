"""``tit-for-tat``: concede as much as the rival has, measured by one's own values (Baarslag et al. 2013).

The rival's concession is the worth to oneself of its latest offer less that of its first; until it moves, one does not.
"""

from sim.ai.families import brain as my
from sim.ai.families.bidding import worth_at
from sim.rules import layout as at
from sim.rules.values import package_slot, worth


def matching_target(ints: list[int], reals: list[float], seen: list[float], brain: list[float]) -> None:
    """Set the worth aimed at: the opening aspiration less what the rival has conceded, not below the least."""
    own = int(brain[my.OWNER])
    rival = 1 - int(brain[my.SEAT])
    conceded = 0.0
    if seen[at.SEAT_BASE + rival * at.SEAT_WIDTH + at.OFFERS] > 0.0:
        latest = worth(ints, reals, seen, own, package_slot(ints, rival, at.OFFER_PACKAGE))
        first = worth(ints, reals, seen, own, package_slot(ints, rival, at.FIRST_OFFER_PACKAGE))
        conceded = latest - first
    target = worth_at(ints, reals, own, brain[my.OPENING])
    if conceded > 0.0:
        target -= conceded
    least = worth_at(ints, reals, own, brain[my.LEAST])
    brain[my.TARGET] = target if target > least else least
    brain[my.ACCEPTS] = brain[my.TARGET]

"""``boulware``, ``linear``, ``conceder``: aspiration falls with time (Faratin, Sierra and Jennings 1998).

aspiration(t) = opening - (opening - least) * t ** (1 / beta), t = days gone / patience, cut at 1. The exponent is held
as a whole power and a number of square roots, so that no platform's ``pow`` is needed: beta 1/4 is power 4, beta 4 is
two roots.
"""

from sim.ai.families import brain as my
from sim.ai.families.bidding import worth_at
from sim.rules import layout as at
from sim.rules.arithmetic import root


def timed_target(ints: list[int], reals: list[float], seen: list[float], brain: list[float]) -> None:
    """Set the worth aimed at today."""
    t = (seen[at.DAY] - 1.0) / brain[my.PATIENCE]
    if t > 1.0:
        t = 1.0
    way = 1.0
    for _ in range(int(brain[my.POWER])):
        way *= t
    for _ in range(int(brain[my.ROOTS])):
        way = root(way)
    aspiration = brain[my.OPENING] - (brain[my.OPENING] - brain[my.LEAST]) * way
    brain[my.TARGET] = worth_at(ints, reals, int(brain[my.OWNER]), aspiration)
    brain[my.ACCEPTS] = brain[my.TARGET]

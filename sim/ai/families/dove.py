"""``dove``: would rather have an agreement than a good one (the dove of Maynard Smith and Price 1973).

It offers on the first day what others come down to on their last, and accepts whatever its home would carry: that the
rival offers a package says it is better than none to the rival, that it is ratified says so at home (Putnam 1988).
"""

from sim.ai.families import brain as my
from sim.ai.families.bidding import worth_at


def peaceful_target(ints: list[int], reals: list[float], brain: list[float]) -> None:
    """Set the worth aimed at: the opening share from first to last; and accept from the least share on."""
    own = int(brain[my.OWNER])
    brain[my.TARGET] = worth_at(ints, reals, own, brain[my.OPENING])
    brain[my.ACCEPTS] = worth_at(ints, reals, own, brain[my.LEAST])

"""``hardliner``: asks for its best package from first to last, and takes nothing less (Baarslag et al. 2012).

The plainest of the strategies that agents of the field are measured against: whatever the rival does, it stays.
"""

from sim.ai.families import brain as my
from sim.ai.families.bidding import worth_at


def unmoved_target(ints: list[int], reals: list[float], brain: list[float]) -> None:
    """Set the worth aimed at: that of the best package."""
    brain[my.TARGET] = worth_at(ints, reals, int(brain[my.OWNER]), 1.0)
    brain[my.ACCEPTS] = brain[my.TARGET]

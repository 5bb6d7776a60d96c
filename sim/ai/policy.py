"""One ply of any built-in agent."""

from sim.ai import brain as my
from sim.ai.bargaining import bargain, set_action
from sim.ai.brain import take_seat
from sim.ai.doctrine import choose_by_doctrine
from sim.ai.open_stance import choose_open
from sim.ai.random_agent import choose_random
from sim.ai.timed import timed_target
from sim.ai.tit_for_tat import matching_target
from sim.rules import actions as act


def choose(
    ints: list[int], reals: list[float], seen: list[float], mask: list[int], brain: list[float], action: list[int]
) -> None:
    """Fill ``action`` with what the agent of ``brain`` does on what it sees. A pure function of these arguments."""
    family = int(brain[my.FAMILY])
    if family == my.RANDOM:
        choose_random(ints, seen, mask, brain, action)
        return
    if family == my.HOLD_STILL:
        set_action(action, act.END_TURN, 0, 0)
        return
    take_seat(ints, seen, brain)
    if family == my.BY_DOCTRINE:
        choose_by_doctrine(ints, reals, seen, mask, brain, action)
        return
    if family == my.OPEN:
        choose_open(ints, reals, seen, mask, brain, action)
        return
    if family == my.TIT_FOR_TAT:
        matching_target(ints, reals, seen, brain)
    else:
        timed_target(ints, reals, seen, brain)
    bargain(ints, reals, seen, mask, brain, action)

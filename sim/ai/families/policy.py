"""One ply of any built-in agent."""

from sim.ai.families import brain as my
from sim.ai.families.bargaining import bargain, set_action
from sim.ai.families.brain import take_seat
from sim.ai.families.doctrine import choose_by_doctrine
from sim.ai.families.dove import peaceful_target
from sim.ai.families.habits import pull_by_habit
from sim.ai.families.hardliner import unmoved_target
from sim.ai.families.micro import draft_minimal
from sim.ai.families.open_stance import choose_open
from sim.ai.families.random_agent import choose_random
from sim.ai.families.timed import timed_target
from sim.ai.families.tit_for_tat import matching_target
from sim.rules import actions as act


def set_target(ints: list[int], reals: list[float], seen: list[float], brain: list[float], family: int) -> None:
    """Set the worth that a family which bargains aims at today."""
    if family == my.TIT_FOR_TAT:
        matching_target(ints, reals, seen, brain)
    elif family == my.MICRO:
        draft_minimal(ints, reals, seen, brain)
    elif family == my.HARDLINER:
        unmoved_target(ints, reals, brain)
    elif family == my.DOVE:
        peaceful_target(ints, reals, brain)
    else:
        timed_target(ints, reals, seen, brain)


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
    set_target(ints, reals, seen, brain, family)
    bargain(ints, reals, seen, mask, brain, action)
    if action[0] == act.END_TURN:
        pull_by_habit(ints, reals, seen, mask, brain, action)

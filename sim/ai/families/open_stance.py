"""``open``: a stance that says little, so that nobody's conduct is ever impossible.

It bids each option of an issue with odds ``e ** (worth / HEAT)`` (a Boltzmann or logit choice: McKelvey and Palfrey
1995; because worth is additive, the issues are independent), accepts with a logistic chance in worth, and pulls any
lever it may with a small one. Beliefs mix a little of it into every other stance: what a stance would never do is then
unlikely, and still tells something of the type behind it.
"""

from sim.ai.families import brain as my
from sim.ai.families.bargaining import offer_standing, set_action
from sim.ai.families.bidding import worth_at
from sim.ai.families.brain import chance_of
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.arithmetic import exponential, logistic
from sim.rules.packages import read_package
from sim.rules.values import option_worth, package_slot, worth

HEAT = 0.06  # worth by which an option is e times as likely
SLACK = 0.08  # worth by which acceptance is e times as likely
ASKS = 0.6  # share of the span of worth that it accepts every other time
BIDS, REFUSES, PULLS, SPEAKS, LEAVES = 0.25, 0.3, 0.06, 0.3, 0.002  # chances a turn
PUBLICLY = 0.4  # of bids


def option_chance(ints: list[int], reals: list[float], owner: int, issue: int, option: int) -> float:
    """How likely an owner of values asks for an option."""
    total = 0.0
    for each in range(ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH]):
        total += exponential(option_worth(ints, reals, owner, issue, each) / HEAT)
    return exponential(option_worth(ints, reals, owner, issue, option) / HEAT) / total


def package_chance(ints: list[int], reals: list[float], state: list[float], owner: int, package: int) -> float:
    """How likely an owner of values bids the package that stands in ``state`` from slot ``package``."""
    chance = 1.0
    for issue in range(ints[at.N_ISSUES]):
        chance *= option_chance(ints, reals, owner, issue, int(state[package + issue]))
    return chance


def willing(ints: list[int], reals: list[float], seen: list[float], owner: int, offer: int) -> float:
    """How likely an owner of values accepts the package at slot ``offer``."""
    return logistic((worth(ints, reals, seen, owner, offer) - worth_at(ints, reals, owner, ASKS)) / SLACK)


def pick_option(ints: list[int], reals: list[float], owner: int, issue: int, u: float) -> int:
    """An option by its chance; ``u`` in 0..1."""
    reached = 0.0
    last = ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH] - 1
    for option in range(last):
        reached += option_chance(ints, reals, owner, issue, option)
        if u < reached:
            return option
    return last


def speak_openly(
    ints: list[int], reals: list[float], seen: list[float], mask: list[int], brain: list[float], action: list[int]
) -> bool:
    """A table action, or False for none today."""
    own = int(brain[my.OWNER])
    rival = 1 - int(brain[my.SEAT])
    offer = package_slot(ints, rival, at.OFFER_PACKAGE)
    if mask[act.ACCEPT] and chance_of(brain, seen, 0, 4) < willing(ints, reals, seen, own, offer):
        set_action(action, act.ACCEPT, offer_standing(seen, rival), 0)
    elif mask[act.RENEW] and chance_of(brain, seen, 1, 4) < SPEAKS:
        set_action(action, act.RENEW, 1 if chance_of(brain, seen, 2, 4) < 0.5 else 0, 0)
    elif mask[act.PROPOSE] and chance_of(brain, seen, 3, 4) < BIDS:
        for issue in range(ints[at.N_ISSUES]):
            brain[my.DRAFT + issue] = pick_option(ints, reals, own, issue, chance_of(brain, seen, issue, 5))
        face = act.PUBLIC if chance_of(brain, seen, 4, 4) < PUBLICLY else act.PRIVATE
        set_action(action, act.PROPOSE, read_package(ints, brain, my.DRAFT), face)
    elif mask[act.REJECT] and chance_of(brain, seen, 5, 4) < REFUSES:
        reason = int(chance_of(brain, seen, 6, 4) * ints[at.N_REASONS])
        set_action(action, act.REJECT, offer_standing(seen, rival), reason)
    else:
        return False
    return True


def choose_open(
    ints: list[int], reals: list[float], seen: list[float], mask: list[int], brain: list[float], action: list[int]
) -> None:
    """One ply."""
    set_action(action, act.END_TURN, 0, 0)
    if seen[at.TABLED] == 0.0 and speak_openly(ints, reals, seen, mask, brain, action):
        return
    for lever in range(ints[at.N_LEVERS]):
        if mask[act.N_KINDS + lever] and chance_of(brain, seen, lever, 6) < PULLS:
            set_action(action, act.PULL, lever, 0)
            return

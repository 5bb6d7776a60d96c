"""Bids: from what one wants to a package, by logrolling.

A draft begins as one's best package and is conceded, step by step, where the rival gains most for what one loses, as
long as it stays worth the target (Raiffa 1982: trade on differences of weight). The rival's weights are those of its
public stance.
"""

from sim.ai.families import brain as my
from sim.rules import layout as at
from sim.rules.values import option_worth, worth

TINY = 1e-6


def fixed_option(ints: list[int], brain: list[float], issue: int) -> int:
    """The option that a doctrine's rule fixes for an issue, or -1."""
    rule = int(brain[my.BOUND_BY])
    return ints[ints[at.FIXED] + rule * ints[at.N_ISSUES] + issue] if rule >= 0 else -1


def barred(ints: list[int], rule: int, issue: int, option: int) -> bool:
    """Whether an option is beyond a red line of a doctrine's rule (-1 for none)."""
    if rule < 0:
        return False
    first = ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH + at.ISSUE_FIRST]
    return ints[ints[at.BARRED] + rule * ints[at.N_OPTIONS] + first + option] == 1


def dearness(ints: list[int], reals: list[float], brain: list[float], issue: int) -> float:
    """How many times as dear as its worth a doctrine's rule holds an issue."""
    rule = int(brain[my.BOUND_BY])
    return reals[ints[at.FIXED_REALS] + rule * ints[at.N_ISSUES] + issue] if rule >= 0 else 1.0


def best_option(ints: list[int], reals: list[float], owner: int, issue: int, sign: float) -> int:
    """The option of an issue that an owner values most (``sign`` 1) or least (-1); the earlier one of equals."""
    best = 0
    for option in range(1, ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH]):
        if sign * option_worth(ints, reals, owner, issue, option) > sign * option_worth(
            ints, reals, owner, issue, best
        ):
            best = option
    return best


def extreme_worth(ints: list[int], reals: list[float], owner: int, sign: float) -> float:
    """Worth of an owner's best (``sign`` 1) or worst (-1) package."""
    total = 0.0
    for issue in range(ints[at.N_ISSUES]):
        total += option_worth(ints, reals, owner, issue, best_option(ints, reals, owner, issue, sign))
    return total


def worth_at(ints: list[int], reals: list[float], owner: int, share: float) -> float:
    """The worth that lies at ``share`` of the way from an owner's worst to its best package."""
    worst = extreme_worth(ints, reals, owner, -1.0)
    return worst + share * (extreme_worth(ints, reals, owner, 1.0) - worst)


def best_allowed(ints: list[int], reals: list[float], brain: list[float], issue: int) -> int:
    """The option of an issue that one values most of those within the red lines; there is one."""
    best = -1
    for option in range(ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH]):
        if barred(ints, int(brain[my.BOUND_BY]), issue, option):
            continue
        own = int(brain[my.OWNER])
        if best < 0 or option_worth(ints, reals, own, issue, option) > option_worth(ints, reals, own, issue, best):
            best = option
    return best


def open_draft(ints: list[int], reals: list[float], brain: list[float]) -> None:
    """Begin with the best package, with whatever is fixed."""
    for issue in range(ints[at.N_ISSUES]):
        option = fixed_option(ints, brain, issue)
        if option < 0:
            option = best_option(ints, reals, int(brain[my.OWNER]), issue, 1.0)
            if barred(ints, int(brain[my.BOUND_BY]), issue, option):
                option = best_allowed(ints, reals, brain, issue)
        brain[my.DRAFT + issue] = option


def concede_once(ints: list[int], reals: list[float], brain: list[float], spare: float) -> float:
    """Make the concession with the best exchange rate that costs at most ``spare``; return its cost, or -1 if none."""
    own, rival = int(brain[my.OWNER]), int(brain[my.RIVAL])
    best_rate = 0.0
    best_issue, best_choice, best_cost = -1, 0, 0.0
    for issue in range(ints[at.N_ISSUES]):
        if fixed_option(ints, brain, issue) >= 0:
            continue
        now = int(brain[my.DRAFT + issue])
        for option in range(ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH]):
            gain = option_worth(ints, reals, rival, issue, option) - option_worth(ints, reals, rival, issue, now)
            cost = option_worth(ints, reals, own, issue, now) - option_worth(ints, reals, own, issue, option)
            if cost < 0.0 or cost > spare or gain <= TINY or barred(ints, int(brain[my.BOUND_BY]), issue, option):
                continue
            rate = gain / (cost * dearness(ints, reals, brain, issue) + TINY)
            if rate > best_rate:
                best_rate, best_issue, best_choice, best_cost = rate, issue, option, cost
    if best_issue < 0:
        return -1.0
    brain[my.DRAFT + best_issue] = best_choice
    return best_cost


def draft_bid(ints: list[int], reals: list[float], brain: list[float]) -> None:
    """Draft the package that gives the rival most while it is worth at least the target to oneself."""
    open_draft(ints, reals, brain)
    spare = worth(ints, reals, brain, int(brain[my.OWNER]), my.DRAFT) - brain[my.TARGET]
    for _ in range(ints[at.N_OPTIONS]):
        cost = concede_once(ints, reals, brain, spare)
        if cost < 0.0:
            break
        spare -= cost

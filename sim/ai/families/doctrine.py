"""Doctrines: agents that an author writes in the scenario as rules, by stance and state.

Each ply, the first rule acts whose conditions hold on what the seat sees, whose chance comes up (one draw a rule and
day) and whose act is legal and makes sense. ``historical`` is the doctrine by which the record was played.
"""

from sim.ai.families import brain as my
from sim.ai.families.bargaining import acceptable, offer_standing, set_action, tables_anew
from sim.ai.families.bidding import barred, draft_bid, worth_at
from sim.ai.families.brain import chance_of
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.packages import read_package
from sim.rules.terms import all_hold
from sim.rules.values import package_slot


def share_asked(ints: list[int], reals: list[float], seen: list[float], rule: int) -> float:
    """The share of the span of worth that a rule asks for today: less and less while its patience lasts."""
    row = ints[at.RULES_REALS] + rule * at.RULE_REALS
    gone = (seen[at.DAY] - 1.0) / reals[row + at.RULE_PATIENCE]
    if gone > 1.0:
        gone = 1.0
    return reals[row + at.RULE_AT_LEAST] - (reals[row + at.RULE_AT_LEAST] - reals[row + at.RULE_AT_LAST]) * gone


def crosses_a_line(ints: list[int], seen: list[float], brain: list[float], rule: int) -> bool:
    """Whether the rival's standing offer has an option beyond a red line of a rule."""
    offer = package_slot(ints, 1 - int(brain[my.SEAT]), at.OFFER_PACKAGE)
    for issue in range(ints[at.N_ISSUES]):
        if barred(ints, rule, issue, int(seen[offer + issue])):
            return True
    return False


def propose_by(
    ints: list[int], reals: list[float], seen: list[float], brain: list[float], rule: int, action: list[int]
) -> bool:
    """Draft the rule's proposal; table it unless it stands already."""
    brain[my.BOUND_BY] = rule
    brain[my.TARGET] = worth_at(ints, reals, int(brain[my.OWNER]), share_asked(ints, reals, seen, rule))
    draft_bid(ints, reals, brain)
    face = ints[ints[at.RULES] + rule * at.RULE_WIDTH + at.RULE_B]
    if not tables_anew(ints, seen, brain, face):
        return False
    set_action(action, act.PROPOSE, read_package(ints, brain, my.DRAFT), face)
    return True


def act_by(
    ints: list[int], reals: list[float], seen: list[float], brain: list[float], rule: int, action: list[int]
) -> bool:
    """Decide as a rule says; False if it has nothing to do."""
    row = ints[at.RULES] + rule * at.RULE_WIDTH
    kind = ints[row + at.RULE_KIND]
    rivals = offer_standing(seen, 1 - int(brain[my.SEAT]))
    if kind == act.PROPOSE:
        return propose_by(ints, reals, seen, brain, rule, action)
    if kind == act.ACCEPT:
        least = worth_at(ints, reals, int(brain[my.OWNER]), share_asked(ints, reals, seen, rule))
        if crosses_a_line(ints, seen, brain, rule) or not acceptable(ints, reals, seen, brain, least):
            return False
        set_action(action, kind, rivals, 0)
    elif kind == act.REJECT:
        set_action(action, kind, rivals, ints[row + at.RULE_B])
    elif kind == act.RENEW:
        word = ints[row + at.RULE_A]
        own = at.SEAT_BASE + int(brain[my.SEAT]) * at.SEAT_WIDTH
        if seen[own + at.CONSENT] == (at.AGREES if word else at.OBJECTS):
            return False
        set_action(action, kind, word, 0)
    else:
        set_action(action, kind, ints[row + at.RULE_A], 0)
    return True


def choose_by_doctrine(
    ints: list[int], reals: list[float], seen: list[float], mask: list[int], brain: list[float], action: list[int]
) -> None:
    """One ply."""
    set_action(action, act.END_TURN, 0, 0)
    rules = ints[at.DOCTRINES] + (2 * int(brain[my.DOCTRINE]) + int(brain[my.SEAT])) * at.DOCTRINE_WIDTH
    first = ints[rules]
    for rule in range(first, first + ints[rules + at.DOCTRINE_RULES]):
        row = ints[at.RULES] + rule * at.RULE_WIDTH
        kind = ints[row + at.RULE_KIND]
        legal = mask[kind] if kind != act.PULL else mask[act.N_KINDS + ints[row + at.RULE_A]]
        if legal == 0 or not all_hold(ints, reals, seen, ints[row], ints[row + at.RULE_CONDITIONS]):
            continue
        chance = reals[ints[at.RULES_REALS] + rule * at.RULE_REALS]
        if chance < 1.0 and chance_of(brain, seen, rule - first, 3) >= chance:
            continue
        if act_by(ints, reals, seen, brain, rule, action):
            brain[my.RULE] = rule - first + 1.0
            return

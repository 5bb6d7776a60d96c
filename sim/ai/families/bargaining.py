"""What the bargaining families share: answer an offer, speak for renewal, table a bid, refuse with a true reason.

The worth aimed at stands in ``brain[TARGET]`` and that from which an offer is accepted in ``brain[ACCEPTS]``; the
families differ only in how they set these, and ``micro`` in how it drafts.
"""

from sim.ai.families import brain as my
from sim.ai.families.bidding import draft_bid, open_draft
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.packages import read_package
from sim.rules.values import option_worth, package_slot, ratifies, worth


def set_action(action: list[int], kind: int, a: int, b: int) -> None:
    """Decide."""
    action[0] = kind
    action[1] = a
    action[2] = b


def acceptable(ints: list[int], reals: list[float], seen: list[float], brain: list[float], least: float) -> bool:
    """Whether the rival's standing offer is worth ``least`` and would be ratified at home."""
    offer = package_slot(ints, 1 - int(brain[my.SEAT]), at.OFFER_PACKAGE)
    if worth(ints, reals, seen, int(brain[my.OWNER]), offer) < least:
        return False
    return ratifies(ints, reals, seen, int(brain[my.SEAT]), offer)


def true_reason(ints: list[int], reals: list[float], seen: list[float], brain: list[float]) -> int:
    """The reason whose issue costs most against one's own draft, in the direction one wants; else a general one."""
    offer = package_slot(ints, 1 - int(brain[my.SEAT]), at.OFFER_PACKAGE)
    own = int(brain[my.OWNER])
    best, worst_gap = 0, -1.0
    for reason in range(ints[at.N_REASONS]):
        row = ints[at.REASONS] + reason * at.REASON_WIDTH
        issue = ints[row]
        gap = 0.0
        if issue >= 0:
            wanted, offered = int(brain[my.DRAFT + issue]), int(seen[offer + issue])
            if (wanted - offered) * ints[row + at.REASON_DIRECTION] <= 0:
                continue
            gap = option_worth(ints, reals, own, issue, wanted) - option_worth(ints, reals, own, issue, offered)
        if gap > worst_gap:
            best, worst_gap = reason, gap
    return best


def draft_wanted(ints: list[int], reals: list[float], seen: list[float], brain: list[float]) -> None:
    """Draft what the seat has asked for last, against which its refusals are told; its best package if it has not."""
    own = int(brain[my.SEAT])
    if seen[at.SEAT_BASE + own * at.SEAT_WIDTH + at.OFFERS] == 0.0:
        open_draft(ints, reals, brain)
        return
    asked = package_slot(ints, own, at.OFFER_PACKAGE)
    for issue in range(ints[at.N_ISSUES]):
        brain[my.DRAFT + issue] = seen[asked + issue]


def offer_standing(seen: list[float], seat: int) -> int:
    """Id of a seat's standing offer, or 0."""
    return int(seen[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.OFFER_ID])


def tables_anew(ints: list[int], seen: list[float], brain: list[float], face: int) -> bool:
    """Whether the draft with this face differs from one's own standing offer."""
    seat = int(brain[my.SEAT])
    if offer_standing(seen, seat) == 0:
        return True
    standing = read_package(ints, seen, package_slot(ints, seat, at.OFFER_PACKAGE))
    if standing != read_package(ints, brain, my.DRAFT):
        return True
    return int(seen[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.OFFER_FACE]) != face


def speak_of_renewal(
    ints: list[int], reals: list[float], seen: list[float], brain: list[float], action: list[int]
) -> None:
    """While an agreement runs: near the end of a term say once whether it should go on."""
    own = at.SEAT_BASE + int(brain[my.SEAT]) * at.SEAT_WIDTH
    if seen[at.LEFT] <= 1.0 and seen[own + at.CONSENT] == at.UNSAID:
        kept = worth(ints, reals, seen, int(brain[my.OWNER]), ints[at.FIRST_PACKAGE])
        set_action(action, act.RENEW, 1 if kept >= 0.8 * brain[my.TARGET] else 0, 0)


def least_accepted(ints: list[int], reals: list[float], brain: list[float]) -> float:
    """The worth from which an offer is accepted: never more than one's own bid is worth."""
    bid_worth = worth(ints, reals, brain, int(brain[my.OWNER]), my.DRAFT)
    return bid_worth if bid_worth < brain[my.ACCEPTS] else brain[my.ACCEPTS]


def bargain(
    ints: list[int], reals: list[float], seen: list[float], mask: list[int], brain: list[float], action: list[int]
) -> None:
    """One ply: accept, renew, bid, refuse, or end the turn."""
    set_action(action, act.END_TURN, 0, 0)
    if seen[at.TABLED] > 0.0:
        return
    if seen[at.STATUS] == at.IN_FORCE:
        speak_of_renewal(ints, reals, seen, brain, action)
        return
    if mask[act.PROPOSE] == 0:
        return
    if int(brain[my.FAMILY]) != my.MICRO:
        draft_bid(ints, reals, brain)
    least = least_accepted(ints, reals, brain)
    rivals = offer_standing(seen, 1 - int(brain[my.SEAT]))
    if rivals > 0 and mask[act.ACCEPT] == 1 and acceptable(ints, reals, seen, brain, least):
        set_action(action, act.ACCEPT, rivals, 0)
    elif tables_anew(ints, seen, brain, act.PRIVATE):
        set_action(action, act.PROPOSE, read_package(ints, brain, my.DRAFT), act.PRIVATE)
    elif rivals > 0 and ints[at.N_REASONS] > 0:
        set_action(action, act.REJECT, rivals, true_reason(ints, reals, seen, brain))

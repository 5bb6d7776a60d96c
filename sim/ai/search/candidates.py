"""What is considered at a node, best guesses first: the prior of the search.

First to follow the stance; then to accept; what other stances would do here; what one asked for last; then packages
that are worth much to the mover and the most its rival could be given for that, by turns with levers, the most
meritorious first; private offers before public ones; words about renewal and refusals; to leave comes last.
"""

from sim.ai.families import brain as my
from sim.ai.families.bargaining import draft_wanted, offer_standing, set_action, true_reason
from sim.ai.families.bidding import draft_bid, worth_at
from sim.ai.families.brain import take_seat
from sim.ai.families.policy import choose
from sim.ai.search.playout import take_brain
from sim.ai.search.tree import FOLLOW, SEAT, TYPE, Tree, add_arm
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.legality import legal, violations
from sim.rules.luck import KEY_HIGH, KEY_LOW
from sim.rules.observation import observe
from sim.rules.packages import read_package
from sim.rules.values import package_slot

SHARES = 5  # packages: worth 0.9, 0.75, 0.6, 0.45 and 0.3 of the span
HIGHEST, STEP = 0.9, 0.15
PUBLIC_SHARES = 2
RIVAL_SHARES, RIVAL_HIGHEST, RIVAL_STEP = 2, 0.75, 0.25


def add_if_legal(ints: list[int], reals: list[float], t: Tree, node: int) -> None:
    """Consider the action in hand."""
    if violations(ints, reals, t.seen, t.action[0], t.action[1], t.action[2]) == 0:
        add_arm(t, node, t.action[0], t.action[1], t.action[2])


def aim(ints: list[int], reals: list[float], brain: list[float], share: float) -> None:
    """Set the worth that a mind aims at, as a share of the span from its worst to its best package."""
    brain[my.TARGET] = worth_at(ints, reals, int(brain[my.OWNER]), share)


def add_package(ints: list[int], reals: list[float], t: Tree, brain: list[float], node: int, face: int) -> None:
    """Consider the package that gives the rival most while it is worth at least the mind's target to the mover."""
    draft_bid(ints, reals, brain)
    set_action(t.action, act.PROPOSE, read_package(ints, brain, my.DRAFT), face)
    add_if_legal(ints, reals, t, node)


def best_lever(ints: list[int], t: Tree, after: int) -> int:
    """The legal lever of most merit among those that come after ``after`` in that order, or -1."""
    best = -1
    for lever in range(ints[at.N_LEVERS]):
        if t.mask[act.N_KINDS + lever] == 0:
            continue
        if after >= 0 and not comes_after(t, lever, after):
            continue
        if best < 0 or comes_after(t, best, lever):
            best = lever
    return best


def comes_after(t: Tree, lever: int, other: int) -> bool:
    """Whether a lever has less merit than another; of equals the later one."""
    if t.merit[lever] == t.merit[other]:
        return lever > other
    return t.merit[lever] < t.merit[other]


def add_levers(ints: list[int], reals: list[float], t: Tree, brain: list[float], node: int) -> None:
    """Packages by turns with levers."""
    lever = -1
    left = True
    step = 0
    while step < SHARES or left:
        if t.mask[act.PROPOSE] and step < SHARES:
            aim(ints, reals, brain, HIGHEST - STEP * step)
            add_package(ints, reals, t, brain, node, act.PRIVATE)
        if left:
            lever = best_lever(ints, t, lever)
            left = lever >= 0
            if left:
                add_arm(t, node, act.PULL, lever, 0)
        step += 1


def add_words(ints: list[int], reals: list[float], t: Tree, brain: list[float], node: int) -> None:
    """Public offers, renewal, refusal with a true reason, and the ways out."""
    for step in range(PUBLIC_SHARES):
        if t.mask[act.PROPOSE]:
            aim(ints, reals, brain, HIGHEST - STEP * (step + 1))
            add_package(ints, reals, t, brain, node, act.PUBLIC)
    for kind in range(act.WITHDRAW, act.HOLD):
        set_action(t.action, kind, 0, 0)
        add_if_legal(ints, reals, t, node)


def add_own(ints: list[int], reals: list[float], t: Tree, node: int) -> None:
    """The candidates of one's own seat."""
    seat = t.notes[SEAT]
    offer = offer_standing(t.seen, 1 - seat)
    if t.mask[act.ACCEPT]:
        add_arm(t, node, act.ACCEPT, offer, 0)
    if t.mask[act.RENEW]:
        add_arm(t, node, act.RENEW, 1, 0)
    add_arm(t, node, act.END_TURN, 0, 0)
    for stance in range(len(t.stances)):
        take_brain(t.own, t.stances[stance], seat, t.luck[KEY_LOW], t.luck[KEY_HIGH])
        choose(ints, reals, t.seen, t.mask, t.own, t.action)
        add_if_legal(ints, reals, t, node)
    if t.mask[act.PROPOSE] and t.seen[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.OFFERS] > 0.0:
        asked = read_package(ints, t.seen, package_slot(ints, seat, at.OFFER_PACKAGE))
        add_arm(t, node, act.PROPOSE, asked, act.PRIVATE)
    take_seat(ints, t.seen, t.own)
    if t.mask[act.REJECT] and ints[at.N_REASONS] > 0:
        draft_wanted(ints, reals, t.seen, t.own)
        add_arm(t, node, act.REJECT, offer, true_reason(ints, reals, t.seen, t.own))
    t.own[my.RIVAL] = ints[ints[at.SEATS] + (1 - seat) * at.SEAT_ROW] + t.notes[TYPE]
    add_levers(ints, reals, t, t.own, node)
    add_words(ints, reals, t, t.own, node)


def add_rivals(ints: list[int], reals: list[float], t: Tree, node: int) -> None:
    """The candidates of the rival: few, for its stance is believed in first."""
    seat = 1 - t.notes[SEAT]
    if t.mask[act.ACCEPT]:
        add_arm(t, node, act.ACCEPT, offer_standing(t.seen, 1 - seat), 0)
    add_arm(t, node, act.END_TURN, 0, 0)
    take_seat(ints, t.seen, t.rival)
    if t.mask[act.PROPOSE]:
        for step in range(RIVAL_SHARES):
            aim(ints, reals, t.rival, RIVAL_HIGHEST - RIVAL_STEP * step)
            add_package(ints, reals, t, t.rival, node, act.PRIVATE)
    lever = best_lever(ints, t, -1)
    if lever >= 0:
        add_arm(t, node, act.PULL, lever, 0)


def consider(ints: list[int], reals: list[float], t: Tree, node: int) -> None:
    """Fill a node with what the seat to move may do in the position in hand. Uses up both minds."""
    seat = int(t.state[at.TO_MOVE])
    observe(ints, reals, t.state, t.luck, seat, t.seen)
    legal(ints, reals, t.seen, t.mask)
    add_arm(t, node, FOLLOW, 0, 0)
    if seat == t.notes[SEAT]:
        add_own(ints, reals, t, node)
    else:
        add_rivals(ints, reals, t, node)

"""Games between built-in agents that are held to bounds, kernel-style: what a seat may not table, sign or pull.

An offer with an option beyond its maker's bounds is tabled with the nearest option within them (of two as near, the one
worth more to its maker); one that bounds forbid to sign is not accepted. A lever is pulled as the agent says, or at the
first chance and after that as the agent says.
"""

from typing import NamedTuple

from sim.ai.families import brain as my
from sim.ai.families.bargaining import set_action, tables_anew
from sim.ai.families.brain import seed_brain
from sim.ai.families.policy import choose
from sim.ai.rollout import Desk, Tape, carry_out, close_day, close_game
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.game import night_falls, seed_luck, start
from sim.rules.legality import legal
from sim.rules.observation import observe
from sim.rules.packages import face_fits, read_package, write_package
from sim.rules.values import option_worth, package_slot

AS_CHOSEN, AT_ONCE = 0, 1
RNG_SEED, FIRST_GAME, N_KEYS = 0, 1, 2


class Bounds(NamedTuple):
    """What both seats are held to."""

    options: list[int]  # for each seat, then each option of each issue: whether it may be tabled and signed
    levers: list[int]  # AS_CHOSEN or AT_ONCE
    signs: list[int]  # for each seat: whether it tables and signs anything at all
    keys: list[int]  # the luck of the games, and the number of the first


def may_have(ints: list[int], bounds: Bounds, seat: int, issue: int, option: int) -> bool:
    """Whether a seat may table and sign an option."""
    first = ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH + at.ISSUE_FIRST]
    return bounds.options[seat * ints[at.N_OPTIONS] + first + option] == 1


def within(ints: list[int], state: list[float], bounds: Bounds, seat: int, package: int) -> bool:
    """Whether the package at a slot is within a seat's bounds."""
    beyond = 0
    for issue in range(ints[at.N_ISSUES]):
        if not may_have(ints, bounds, seat, issue, int(state[package + issue])):
            beyond += 1
    return beyond == 0


def nearest(ints: list[int], reals: list[float], bounds: Bounds, brain: list[float], issue: int) -> int:
    """The option within bounds that is nearest to the draft's; of two, the one worth more to the seat."""
    seat, wanted = int(brain[my.SEAT]), int(brain[my.DRAFT + issue])
    seen_as = int(brain[my.OWNER])
    best, gap = wanted, 1000
    for option in range(ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH]):
        apart = option - wanted if option > wanted else wanted - option
        if apart > gap or not may_have(ints, bounds, seat, issue, option):
            continue
        if apart == gap and option_worth(ints, reals, seen_as, issue, option) <= option_worth(
            ints, reals, seen_as, issue, best
        ):
            continue
        best, gap = option, apart
    return best


def narrow(ints: list[int], bounds: Bounds, desk: Desk, seat: int) -> None:
    """Take out of the mask what a seat may not do."""
    if bounds.signs[seat] == 0:
        desk.mask[act.PROPOSE] = 0
        desk.mask[act.ACCEPT] = 0
    if not within(ints, desk.seen, bounds, seat, package_slot(ints, 1 - seat, at.OFFER_PACKAGE)):
        desk.mask[act.ACCEPT] = 0


def pull_at_once(ints: list[int], bounds: Bounds, desk: Desk) -> bool:
    """Pull a lever that is to be pulled at the first chance, if this is it."""
    for lever in range(ints[at.N_LEVERS]):
        if bounds.levers[lever] != AT_ONCE or desk.mask[act.N_KINDS + lever] == 0:
            continue
        if desk.state[ints[at.FIRST_LEVER] + lever * at.LEVER_SLOTS + at.LEVER_DAY] == 0.0:
            set_action(desk.action, act.PULL, lever, 0)
            return True
    return False


def bring_within(ints: list[int], reals: list[float], bounds: Bounds, desk: Desk, brain: list[float]) -> bool:
    """Bring the offer in hand within its maker's bounds; False if that one stands already."""
    seat = int(brain[my.SEAT])
    write_package(ints, brain, my.DRAFT, desk.action[1])
    if within(ints, brain, bounds, seat, my.DRAFT):
        return True
    kind = int(desk.seen[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.TYPE])
    brain[my.OWNER] = ints[ints[at.SEATS] + seat * at.SEAT_ROW] + kind
    for issue in range(ints[at.N_ISSUES]):
        brain[my.DRAFT + issue] = nearest(ints, reals, bounds, brain, issue)
    package = read_package(ints, brain, my.DRAFT)
    face = desk.action[2]
    if not face_fits(ints, package, face):
        face = act.PUBLIC
    set_action(desk.action, act.PROPOSE, package, face)
    return tables_anew(ints, desk.seen, brain, face)


def bounded_ply(ints: list[int], reals: list[float], desk: Desk, tape: Tape, game: int, bounds: Bounds) -> None:
    """One decision of the seat to move, within its bounds."""
    seat = int(desk.state[at.TO_MOVE])
    observe(ints, reals, desk.state, desk.luck, seat, desk.seen)
    legal(ints, reals, desk.seen, desk.mask)
    narrow(ints, bounds, desk, seat)
    if not pull_at_once(ints, bounds, desk):
        brain = desk.first if seat == 0 else desk.second
        choose(ints, reals, desk.seen, desk.mask, brain, desk.action)
        if desk.action[0] == act.PROPOSE and not bring_within(ints, reals, bounds, desk, brain):
            desk.mask[act.PROPOSE] = 0
            choose(ints, reals, desk.seen, desk.mask, brain, desk.action)
    carry_out(ints, reals, desk, tape, game)


def play_within(ints: list[int], reals: list[float], desk: Desk, tape: Tape, bounds: Bounds) -> None:
    """Play as many games as ``tape`` has rows."""
    for game in range(len(tape.decisions)):
        number = bounds.keys[FIRST_GAME] + game
        seed_luck(desk.luck, bounds.keys[RNG_SEED], number)
        seed_brain(desk.first, bounds.keys[RNG_SEED], number)
        seed_brain(desk.second, bounds.keys[RNG_SEED], number)
        desk.log[0] = 0.0
        start(ints, reals, desk.state, desk.luck, desk.log)
        while desk.state[at.ENDING] < 0.0:
            bounded_ply(ints, reals, desk, tape, game, bounds)
            if night_falls(desk.state):
                close_day(ints, reals, desk, tape, game)
        close_game(ints, reals, desk, tape, game)

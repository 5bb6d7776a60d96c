"""Offers: tabled, worn with a public or private face, withdrawn, refused, accepted, ratified and signed.

A seat has one standing offer, until it is replaced, withdrawn, answered or too old. Public words bind: a later public
offer or a signature worth less to the seat's public stance is a climb-down of that size.
"""

from sim.rules import events as ev
from sim.rules import layout as at
from sim.rules.actions import FIRST_SHIFT, PRIVATE
from sim.rules.agreement import amend, amended_stage, charge_both, enter_stage, first_stage, wake
from sim.rules.clauses import void_changed
from sim.rules.effects import run_hook
from sim.rules.events import emit
from sim.rules.packages import copy_package, read_package, shift, write_package
from sim.rules.values import package_slot, ratifies, worth


def stance_worth(ints: list[int], reals: list[float], state: list[float], seat: int, package: int) -> float:
    """Worth of a package to a seat's public stance."""
    owner = ints[ints[at.SEATS] + seat * at.SEAT_ROW + at.SEAT_PUBLIC_OWNER]
    return worth(ints, reals, state, owner, package)


def back_down(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], seat: int
) -> None:
    """Pay for the climb-down that ``CLIMBDOWN`` records, if there is one."""
    size = state[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.CLIMBDOWN]
    if size > 0.0:
        emit(log, ev.BACKED_DOWN, seat, 0, size)
        run_hook(ints, reals, state, luck, log, 2 * at.ON_BACKED_DOWN + seat)


def measure_climbdown(ints: list[int], reals: list[float], state: list[float], seat: int, package: int) -> None:
    """Set ``CLIMBDOWN``: by how much ``package`` is worth less than the seat's public word; 0 if it has none."""
    base = at.SEAT_BASE + seat * at.SEAT_WIDTH
    size = 0.0
    if state[base + at.SPOKE] > 0.0:
        word = package_slot(ints, seat, at.WORD_PACKAGE)
        size = stance_worth(ints, reals, state, seat, word) - stance_worth(ints, reals, state, seat, package)
    state[base + at.CLIMBDOWN] = size if size > 0.0 else 0.0


def propose(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], action: list[int]
) -> None:
    """Table a package. A face other than private is also a public word."""
    seat = int(state[at.TO_MOVE])
    base = at.SEAT_BASE + seat * at.SEAT_WIDTH
    face = action[2]
    offer = package_slot(ints, seat, at.OFFER_PACKAGE)
    write_package(ints, state, offer, action[1])
    if state[base + at.OFFERS] == 0.0:
        copy_package(ints, state, offer, package_slot(ints, seat, at.FIRST_OFFER_PACKAGE))
    state[base + at.OFFERS] += 1.0
    state[base + at.OFFER_ID] = state[at.NEXT_OFFER]
    state[base + at.OFFER_DAY] = state[at.DAY]
    state[base + at.OFFER_FACE] = face
    state[base + at.TWO_FACED] = 1.0 if face >= FIRST_SHIFT else 0.0
    state[at.NEXT_OFFER] += 1.0
    emit(log, ev.PROPOSED, seat, action[1], face)
    run_hook(ints, reals, state, luck, log, 2 * at.ON_PROPOSED + seat)
    if face != PRIVATE:
        shift(state, offer, face)
        measure_climbdown(ints, reals, state, seat, offer)
        copy_package(ints, state, offer, package_slot(ints, seat, at.WORD_PACKAGE))
        write_package(ints, state, offer, action[1])
        state[base + at.SPOKE] = 1.0
        run_hook(ints, reals, state, luck, log, 2 * at.ON_PROPOSED_PUBLIC + seat)
        back_down(ints, reals, state, luck, log, seat)


def drop_offer(state: list[float], seat: int) -> None:
    """A seat's offer stands no longer. What it said remains in memory."""
    base = at.SEAT_BASE + seat * at.SEAT_WIDTH
    state[base + at.OFFER_ID] = 0.0
    state[base + at.TWO_FACED] = 0.0


def withdraw(state: list[float], log: list[float]) -> None:
    """Take back one's own standing offer."""
    seat = int(state[at.TO_MOVE])
    emit(log, ev.WITHDRAWN, seat, state[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.OFFER_ID], 0.0)
    drop_offer(state, seat)


def refuse(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], action: list[int]
) -> None:
    """Turn down the other seat's offer, with a reason. Who refused what is remembered."""
    seat = int(state[at.TO_MOVE])
    base = at.SEAT_BASE + seat * at.SEAT_WIDTH
    offer = package_slot(ints, 1 - seat, at.OFFER_PACKAGE)
    copy_package(ints, state, offer, package_slot(ints, seat, at.REFUSED_PACKAGE))
    state[base + at.REFUSALS] += 1.0
    state[base + at.LAST_REASON] = action[2] + 1.0
    emit(log, ev.REFUSED, seat, action[1], action[2])
    drop_offer(state, 1 - seat)
    run_hook(ints, reals, state, luck, log, 2 * at.ON_REFUSED + seat)


def accept(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], action: list[int]
) -> None:
    """Accept the other seat's offer. Both seats must ratify; if either cannot, the offer falls."""
    seat = int(state[at.TO_MOVE])
    offer = package_slot(ints, 1 - seat, at.OFFER_PACKAGE)
    emit(log, ev.ACCEPTED, seat, action[1], 0.0)
    first = ratifies(ints, reals, state, 0, offer)
    second = ratifies(ints, reals, state, 1, offer)  # before any hook: one home's refusal does not sway the other
    carried = first and second
    for home in range(2):
        if not (first if home == 0 else second):
            emit(log, ev.UNRATIFIED, home, action[1], 0.0)
            run_hook(ints, reals, state, luck, log, 2 * at.ON_UNRATIFIED + home)
    drop_offer(state, 1 - seat)
    if carried:
        sign(ints, reals, state, luck, log, offer)


def sign(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], offer: int
) -> None:
    """Put the package at ``offer`` into force. An agreement that runs, or is suspended, is amended by it."""
    runs = state[at.STATUS] == at.IN_FORCE or state[at.STATUS] == at.SUSPENDED
    if runs:
        wake(ints, state)
        void_changed(ints, state, offer)
    copy_package(ints, state, offer, ints[at.FIRST_PACKAGE])
    drop_offer(state, int(state[at.TO_MOVE]))
    charge_both(state, reals[ints[at.SIGNING_REALS]])
    state[at.SIGNED_COUNT] += 1.0
    number = read_package(ints, state, ints[at.FIRST_PACKAGE])
    stage = first_stage(ints, state)
    if runs:
        stage = amended_stage(ints, state)
        holds = state[at.TRUCE] * ints[ints[at.STAGES] + stage * at.STAGE_WIDTH + at.STAGE_TRUCE]
        emit(log, ev.WAS_AMENDED, state[at.SIGNED_COUNT], number, holds)
    else:
        state[at.STATUS] = at.IN_FORCE
        emit(log, ev.WAS_SIGNED, state[at.SIGNED_COUNT], number, 0.0)
    for seat in range(2):
        base = at.SEAT_BASE + seat * at.SEAT_WIDTH
        measure_climbdown(ints, reals, state, seat, ints[at.FIRST_PACKAGE])
        state[base + at.SPOKE] = 0.0
        back_down(ints, reals, state, luck, log, seat)
    if runs:
        amend(ints, reals, state, luck, log, stage)
        return
    enter_stage(ints, reals, state, luck, log, stage)
    run_hook(ints, reals, state, luck, log, 2 * at.ON_SIGNED)


def lapse_offers(ints: list[int], state: list[float], log: list[float]) -> None:
    """At night, offers that have stood for their days lapse."""
    for seat in range(2):
        base = at.SEAT_BASE + seat * at.SEAT_WIDTH
        age = state[at.DAY] - state[base + at.OFFER_DAY] + 1.0
        if state[base + at.OFFER_ID] > 0.0 and age >= ints[at.OFFER_LASTS]:
            emit(log, ev.OFFER_LAPSED, seat, state[base + at.OFFER_ID], 0.0)
            drop_offer(state, seat)

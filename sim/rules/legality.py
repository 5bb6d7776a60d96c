"""What is allowed: every violation of an action at once, and the masks of legal actions derived from it.

Legality uses only what the seat to move sees exactly, so its observation gives the same answer as the state.
"""

from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.packages import face_fits, package_count
from sim.rules.terms import all_hold


def answers_offer(state: list[float], offer: int) -> bool:
    """Whether ``offer`` is the id of the other seat's standing offer."""
    other = at.SEAT_BASE + (1 - int(state[at.TO_MOVE])) * at.SEAT_WIDTH
    return offer > 0 and state[other + at.OFFER_ID] == offer


def can_sign(ints: list[int], reals: list[float], state: list[float]) -> int:
    """Violations of accepting an offer that stands."""
    own = at.SEAT_BASE + int(state[at.TO_MOVE]) * at.SEAT_WIDTH
    broken = 0
    if state[own + at.CAPITAL] < reals[ints[at.SIGNING_REALS]]:
        broken |= act.NO_CAPITAL
    if not all_hold(ints, reals, state, ints[ints[at.SIGNING]], ints[ints[at.SIGNING] + 1]):
        broken |= act.CONDITIONS_FAIL
    return broken


def lever_violations(ints: list[int], reals: list[float], state: list[float], lever: int) -> int:
    """Violations of pulling a lever."""
    if lever < 0 or lever >= ints[at.N_LEVERS]:
        return act.NOT_YOURS
    row = ints[at.LEVERS] + lever * at.LEVER_WIDTH
    seat = int(state[at.TO_MOVE])
    if ints[row] != seat:
        return act.NOT_YOURS
    broken = 0
    if state[at.PULLED] >= ints[at.LEVERS_A_TURN]:
        broken |= act.LEVERS_SPENT
    if state[ints[at.FIRST_LEVER] + lever * at.LEVER_SLOTS + at.LEVER_DAY] == state[at.DAY]:
        broken |= act.PULLED_TODAY
    if state[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.CAPITAL] < reals[ints[at.LEVERS_REALS] + lever * at.LEVER_REALS]:
        broken |= act.NO_CAPITAL
    if not all_hold(ints, reals, state, ints[row + at.LEVER_CONDITION], ints[row + at.LEVER_CONDITIONS]):
        broken |= act.CONDITIONS_FAIL
    return broken


def talk_violations(ints: list[int], reals: list[float], state: list[float], kind: int, a: int, b: int) -> int:
    """Violations of proposing, accepting, rejecting or withdrawing, apart from those of every table action."""
    broken = 0
    if state[at.TALKS] == 0.0:
        broken |= act.TALKS_OVER
    if kind == act.PROPOSE:
        if a < 0 or a >= package_count(ints):
            broken |= act.NO_PACKAGE
        elif not face_fits(ints, a, b):
            broken |= act.NO_FACE
    elif kind == act.WITHDRAW:
        if state[at.SEAT_BASE + int(state[at.TO_MOVE]) * at.SEAT_WIDTH + at.OFFER_ID] == 0.0:
            broken |= act.NOTHING_TO_WITHDRAW
    else:
        if not answers_offer(state, a):
            broken |= act.NO_OFFER
        if kind == act.ACCEPT:
            broken |= can_sign(ints, reals, state)
        elif b < 0 or b >= ints[at.N_REASONS]:
            broken |= act.NO_REASON
    return broken


def violations(ints: list[int], reals: list[float], state: list[float], kind: int, a: int, b: int) -> int:
    """Every rule that an action of the seat to move would break, as bits of ``actions.VIOLATIONS``; 0 if legal."""
    broken = act.GAME_OVER if state[at.ENDING] >= 0.0 else 0
    if kind == act.END_TURN:
        return broken
    if kind == act.PULL:
        return broken | lever_violations(ints, reals, state, a)
    if kind < act.PROPOSE or kind > act.HOLD:
        return broken | act.NO_KIND
    if state[at.TABLED] > 0.0:
        broken |= act.TABLE_TAKEN
    if kind <= act.WITHDRAW:
        broken |= talk_violations(ints, reals, state, kind, a, b)
    elif kind == act.END_TALKS:
        if state[at.TALKS] == 0.0:
            broken |= act.TALKS_OVER
    elif (
        kind != act.HOLD and state[at.STATUS] != at.IN_FORCE and (kind == act.RENEW or state[at.STATUS] != at.SUSPENDED)
    ):
        broken |= act.NOT_IN_FORCE
    if kind == act.RENEW and (a < 0 or a > 1):
        broken |= act.NO_REASON
    return broken


def legal(ints: list[int], reals: list[float], state: list[float], mask: list[int]) -> None:
    """Fill ``mask`` with 0 or 1: each kind of action, then each lever, then each option (all, while one may propose).

    Length ``N_KINDS + N_LEVERS + N_OPTIONS``.
    """
    offer = int(state[at.SEAT_BASE + (1 - int(state[at.TO_MOVE])) * at.SEAT_WIDTH + at.OFFER_ID])
    for kind in range(act.PULL):
        a = offer if kind == act.ACCEPT or kind == act.REJECT else 0
        mask[kind] = 1 if violations(ints, reals, state, kind, a, 0) == 0 else 0
    mask[act.PULL] = 0
    for lever in range(ints[at.N_LEVERS]):
        fine = 1 if violations(ints, reals, state, act.PULL, lever, 0) == 0 else 0
        mask[act.N_KINDS + lever] = fine
        mask[act.PULL] |= fine
    first = act.N_KINDS + ints[at.N_LEVERS]
    for option in range(first, first + ints[at.N_OPTIONS]):
        mask[option] = mask[act.PROPOSE]

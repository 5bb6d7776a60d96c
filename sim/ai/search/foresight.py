"""What becomes of an offer and of an agreement, kernel-style: played on from sampled positions until it is settled.

An offer is left to stand, its maker holding still: it is accepted, or refused, or it lapses; where its rival could not
have accepted it on any of its turns, for want of capital or under the rules, it was unable to. An agreement is carried
on by one's own stance and the rival's: its present term runs out, or it is broken. What ends otherwise tells of
neither.
"""

from sim.ai.beliefs.belief import Belief
from sim.ai.search.playout import draw_worlds, proceed, set_scene, think
from sim.ai.search.search import sign_mirrored
from sim.ai.search.tree import BUDGET, SEAT, STANCE, Tree
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.legality import violations

# What is counted.
ACCEPTED, NOT_ACCEPTED, UNABLE, HELD, BROKEN, N_FATES = range(6)
UNSETTLED = -1
N_WORLDS, ASKED_WIDTH = 3, 4  # what is asked: an action, and the number of worlds


def fate_of_offer(ints: list[int], reals: list[float], t: Tree) -> int:
    """Play on until the offer that one's own seat has on the table is accepted, or stands no longer."""
    seat = t.notes[SEAT]
    register = at.SEAT_BASE + seat * at.SEAT_WIDTH + at.OFFER_ID
    offer = t.state[register]
    able = False
    while t.state[at.ENDING] < 0.0 and t.state[register] == offer:
        if int(t.state[at.TO_MOVE]) == seat:
            t.action[0] = act.END_TURN
            t.action[1] = 0
            t.action[2] = 0
        else:
            think(ints, reals, t)
            able = able or t.mask[act.ACCEPT] == 1
            if t.action[0] == act.ACCEPT:
                return ACCEPTED
        proceed(ints, reals, t)
    if t.state[register] == offer:
        return UNSETTLED
    return NOT_ACCEPTED if able else UNABLE


def fate_of_term(ints: list[int], reals: list[float], t: Tree, new: bool) -> int:
    """Play on until the present term of the running agreement has run out, or it is broken.

    Of a new one the first term with a truce counts: what goes before that is only preparation.
    """
    signed, stage, renewals = t.state[at.SIGNED_COUNT], t.state[at.STAGE], t.state[at.RENEWAL_COUNT]
    quiet = t.state[at.TRUCE] > 0.0
    while t.state[at.ENDING] < 0.0:
        think(ints, reals, t)
        proceed(ints, reals, t)
        status = t.state[at.STATUS]
        if t.state[at.SIGNED_COUNT] != signed:
            return UNSETTLED
        if status == at.COLLAPSED or status == at.DENOUNCED:
            return BROKEN
        if status == at.EXPIRED:
            return HELD
        if t.state[at.STAGE] != stage or t.state[at.RENEWAL_COUNT] != renewals:
            if not new or quiet:
                return HELD
            stage, renewals = t.state[at.STAGE], t.state[at.RENEWAL_COUNT]
        quiet = quiet or t.state[at.TRUCE] > 0.0
    return UNSETTLED


def count(found: list[int], fate: int) -> None:
    """Add one to a fate, if it is one."""
    if fate >= 0:
        found[fate] += 1


def do_first(ints: list[int], reals: list[float], t: Tree, first: list[int]) -> None:
    """Begin with an action, where it is legal."""
    if first[0] != act.END_TURN and violations(ints, reals, t.state, first[0], first[1], first[2]) == 0:
        for k in range(3):
            t.action[k] = first[k]
        proceed(ints, reals, t)


def begin_agreement(ints: list[int], reals: list[float], t: Tree, first: list[int]) -> bool:
    """Go to where an agreement runs that the action leads to: what it offers is taken as signed. False if none runs."""
    signed = t.state[at.SIGNED_COUNT]
    if first[0] == act.PROPOSE:
        sign_mirrored(ints, reals, t, first[1])
    else:
        do_first(ints, reals, t, first)
    new = first[0] == act.PROPOSE or first[0] == act.ACCEPT
    return t.state[at.STATUS] == at.IN_FORCE and (not new or t.state[at.SIGNED_COUNT] != signed)


def foresee(ints: list[int], reals: list[float], b: Belief, t: Tree, first: list[int], found: list[int]) -> None:
    """Count in ``found`` what becomes of one's offer and of the agreement, with ``first`` done now.

    ``first`` is an action, and then in how many worlds. A proposal's agreement is what it would be if it were signed.
    With an ended turn for the action, both are what stands.
    """
    draw_worlds(b, t, 0.5 / t.notes[BUDGET])
    for fate in range(N_FATES):
        found[fate] = 0
    register = at.SEAT_BASE + t.notes[SEAT] * at.SEAT_WIDTH + at.OFFER_ID
    for j in range(first[N_WORLDS]):
        set_scene(ints, b, t, j, t.notes[STANCE])
        if first[0] == act.PROPOSE or first[0] == act.END_TURN:
            do_first(ints, reals, t, first)
            if t.state[register] > 0.0:
                count(found, fate_of_offer(ints, reals, t))
        set_scene(ints, b, t, j, t.notes[STANCE])
        if begin_agreement(ints, reals, t, first):
            count(found, fate_of_term(ints, reals, t, first[0] == act.PROPOSE or first[0] == act.ACCEPT))

"""``random``: any legal kind of action is equally likely, except that what cannot be undone is fifty times rarer.

(With equal odds nearly every game would end at the table on its first days, and random play would explore nothing.)
"""

from sim.ai.families import brain as my
from sim.ai.families.bargaining import offer_standing, set_action
from sim.ai.families.brain import chance_of
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.packages import face_fits, package_count

RARELY = 0.02


def weight_of(mask: list[int], kind: int) -> float:
    """Lots that a kind of action has in the draw."""
    if mask[kind] == 0:
        return 0.0
    if kind == act.DENOUNCE or kind == act.END_TALKS:
        return RARELY
    return 1.0


def pick_kind(mask: list[int], u: float) -> int:
    """A legal kind by weight."""
    total = 0.0
    for kind in range(act.N_KINDS):
        total += weight_of(mask, kind)
    reached = 0.0
    for kind in range(act.N_KINDS):
        reached += weight_of(mask, kind)
        if u * total < reached:
            return kind
    return act.END_TURN


def pick_lever(ints: list[int], mask: list[int], u: float) -> int:
    """One of the legal levers; there is at least one."""
    n = 0
    for lever in range(ints[at.N_LEVERS]):
        n += mask[act.N_KINDS + lever]
    wanted = int(u * n)
    for lever in range(ints[at.N_LEVERS]):
        if mask[act.N_KINDS + lever]:
            if wanted == 0:
                return lever
            wanted -= 1
    return 0


def choose_random(ints: list[int], seen: list[float], mask: list[int], brain: list[float], action: list[int]) -> None:
    """One ply."""
    step = int(seen[at.TABLED]) * 16 + int(seen[at.PULLED])
    kind = pick_kind(mask, chance_of(brain, seen, step, 0))
    u = chance_of(brain, seen, step, 1)
    v = chance_of(brain, seen, step, 2)
    a = b = 0
    if kind == act.PROPOSE:
        a = int(u * package_count(ints))
        b = int(v * 2.0 * (act.FIRST_SHIFT + 2 * ints[at.N_ISSUES]))  # half of all offers: private
        if not face_fits(ints, a, b):
            b = act.PRIVATE
    elif kind == act.ACCEPT:
        a = offer_standing(seen, 1 - int(brain[my.SEAT]))
    elif kind == act.REJECT:
        a = offer_standing(seen, 1 - int(brain[my.SEAT]))
        b = int(v * ints[at.N_REASONS])
    elif kind == act.RENEW:
        a = int(v * 2.0)
    elif kind == act.PULL:
        a = pick_lever(ints, mask, v)
    set_action(action, kind, a, b)

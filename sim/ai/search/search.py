"""Information-set Monte-Carlo tree search over plies (Cowling, Powley and Whitehouse 2012), on sampled positions.

First a trial of one's own stances, halving those that go on (Karnin, Koren and Somekh 2013): the one that has served
best from here is followed beyond the tree and is what every deviation is measured against (parallel rollout: Chang,
Givan and Chong 2004). Then simulations, each in the next world of the arm of the root that it takes, so that arms
are compared pairwise in the same worlds.
"""

from sim.ai.beliefs.belief import Belief
from sim.ai.search import tree as of
from sim.ai.search.candidates import consider
from sim.ai.search.playout import draw_worlds, play_to_end, proceed, set_scene, share_of, take_brain, think
from sim.ai.search.practices import try_practices, try_stance
from sim.ai.search.tree import (
    ACT_WIDTH,
    ARMS,
    BOUND,
    BUDGET,
    DEPTH,
    FOLLOW,
    FOLLOWS,
    SEAT,
    SPENT,
    STANCE,
    STEADY,
    VISITS,
    Tree,
    bound_of,
    by_regret,
    clear_tree,
    learn,
    new_node,
    note_parts,
    opened,
    square_root,
)
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.game import apply
from sim.rules.legality import violations
from sim.rules.luck import KEY_HIGH, KEY_LOW, OF_AGENT, point_of, uniform
from sim.rules.packages import write_package
from sim.rules.values import package_slot

PILOT = 0.25  # of the budget goes to the trial of stances
FAITH = 4.0  # worlds that earlier searches' opinion of a stance counts for


def opinion(t: Tree, stance: int) -> float:
    """How well a stance does from here, leaning on what earlier searches found of it."""
    n = t.tried[stance]
    total = FAITH * t.faith[stance]
    for j in range(n):
        total += t.trials[stance][j]
    return total / (n + FAITH)


def try_stances(ints: list[int], reals: list[float], b: Belief, t: Tree) -> None:
    """Set STANCE to the one that has served best; half of them go on after each round."""
    n = len(t.stances)
    for stance in range(n):
        t.tried[stance] = 0
    left = n
    rounds = 0
    while (1 << rounds) < n:
        rounds += 1
    budget = int(PILOT * t.notes[BUDGET])
    cut = -1.0
    for _ in range(rounds):
        more = budget // (rounds * left)
        for stance in range(n):
            if left == n or opinion(t, stance) >= cut:
                for _ in range(more if more > 0 else 1):
                    if t.notes[SPENT] < t.notes[BUDGET] // 2:
                        try_stance(ints, reals, b, t, stance)
        left = (left + 1) // 2
        cut = nth_opinion(t, left)
    best = 0
    for stance in range(1, n):
        if t.tried[stance] >= t.tried[best] and (
            t.tried[stance] > t.tried[best] or opinion(t, stance) > opinion(t, best)
        ):
            best = stance
    t.notes[STANCE] = best


def nth_opinion(t: Tree, n: int) -> float:
    """The ``n``-th best opinion of a stance."""
    for stance in range(len(t.stances)):
        mine = opinion(t, stance)
        better = 0
        for other in range(len(t.stances)):
            theirs = opinion(t, other)
            if theirs > mine or (theirs == mine and other < stance):
                better += 1
        if better == n - 1:
            return mine
    return 0.0


def remember_stances(t: Tree) -> None:
    """Let half of an earlier opinion of each stance give way to what this search found."""
    for stance in range(len(t.stances)):
        n = t.tried[stance]
        total = 0.0
        for j in range(n):
            total += t.trials[stance][j]
        if n > 0:
            t.faith[stance] = 0.5 * t.faith[stance] + 0.5 * total / n


def is_legal(ints: list[int], reals: list[float], t: Tree, node: int, arm: int) -> bool:
    """Whether an arm can be taken in the position in hand."""
    first = arm * ACT_WIDTH
    kind = t.acts[node][first]
    if kind == FOLLOW:
        return True
    return violations(ints, reals, t.state, kind, t.acts[node][first + 1], t.acts[node][first + 2]) == 0


def choose_arm(ints: list[int], reals: list[float], t: Tree, node: int, step: int) -> int:
    """An arm of a node below the root."""
    n = opened(t.nodes[node][VISITS])
    if n > t.nodes[node][ARMS]:
        n = t.nodes[node][ARMS]
    if t.nodes[node][of.TO_MOVE] != t.notes[SEAT]:
        if uniform(t.luck[KEY_LOW], t.luck[KEY_HIGH], point_of(step, OF_AGENT, 1, 10)) < FOLLOWS:
            return 0
        u = uniform(t.luck[KEY_LOW], t.luck[KEY_HIGH], point_of(step, OF_AGENT, 2, 10))
        arm = by_regret(t, node, n, u)
        return arm if is_legal(ints, reals, t, node, arm) else 0
    best, highest = 0, -1.0
    for arm in range(n):
        if not is_legal(ints, reals, t, node, arm):
            continue
        if t.visits[node][arm] == 0:
            return arm
        bound = bound_of(t, node, arm)
        if bound > highest:
            best, highest = arm, bound
    return best


def take_arm(ints: list[int], reals: list[float], t: Tree, node: int, arm: int) -> None:
    """Do what an arm says."""
    first = arm * ACT_WIDTH
    if t.acts[node][first] == FOLLOW:
        think(ints, reals, t)
    else:
        for k in range(ACT_WIDTH):
            t.action[k] = t.acts[node][first + k]
    proceed(ints, reals, t)


def descend(ints: list[int], reals: list[float], b: Belief, t: Tree, arm: int) -> int:
    """Go down the tree from the root through ``arm`` until it ends; returns how many nodes were passed."""
    node = 0
    steps = 0
    while True:
        t.path[2 * steps] = node
        t.path[2 * steps + 1] = arm
        steps += 1
        take_arm(ints, reals, t, node, arm)
        if t.state[at.ENDING] >= 0.0 or steps >= DEPTH:
            return steps
        below = t.child[node][arm]
        seat = int(t.state[at.TO_MOVE])
        if below < 0:
            if t.visits[node][arm] < 1:
                return steps
            below = new_node(t, seat)
            if below < 0:
                return steps
            t.child[node][arm] = below
            keep_minds(ints, reals, b, t, below)
        elif t.nodes[below][of.TO_MOVE] != seat:
            return steps  # a history that went elsewhere in this world
        node = below
        arm = choose_arm(ints, reals, t, node, steps)


def keep_minds(ints: list[int], reals: list[float], b: Belief, t: Tree, node: int) -> None:
    """Consider a new node without losing whose mind is whose."""
    kind = b.kinds[t.particle[t.notes[of.AT]]] % len(b.stances)
    consider(ints, reals, t, node)
    low, high = t.luck[KEY_LOW], t.luck[KEY_HIGH]
    take_brain(t.own, t.stances[t.notes[STANCE]], t.notes[SEAT], low, high)
    take_brain(t.rival, b.stances[kind], 1 - t.notes[SEAT], low, high)


def simulate(ints: list[int], reals: list[float], b: Belief, t: Tree, arm: int) -> None:
    """One simulation through an arm of the root, in that arm's next world."""
    j = t.visits[0][arm]
    t.notes[of.AT] = j
    set_scene(ints, b, t, j, t.notes[STANCE])
    steps = descend(ints, reals, b, t, arm)
    play_to_end(ints, reals, t)
    own = share_of(ints, reals, t, t.notes[SEAT])
    t.scores[arm][j] = own
    note_parts(ints, t, arm, j)
    learn(t, steps, own, share_of(ints, reals, t, 1 - t.notes[SEAT]))
    t.notes[SPENT] += 1


def advantage(t: Tree, arm: int) -> float:
    """Mean of an arm of the root less that of its first arm in the same worlds; the first has as many."""
    total = 0.0
    n = t.visits[0][arm]
    for j in range(n):
        total += t.scores[arm][j] - t.scores[0][j]
    return total / n if n > 0 else 0.0


def root_arm(t: Tree) -> int:
    """Which arm of the root to simulate next; its first arm is kept at least as far on as any other."""
    total = t.nodes[0][VISITS]
    n = opened(total)
    if n > t.nodes[0][ARMS]:
        n = t.nodes[0][ARMS]
    if t.visits[0][0] < STEADY * total or t.visits[0][0] == 0:
        return 0
    best, highest = 0, BOUND * square_root(square_root(total) / t.visits[0][0])
    for arm in range(1, n):
        if t.visits[0][arm] == 0:
            return arm
        bound = advantage(t, arm) + BOUND * square_root(square_root(total) / t.visits[0][arm])
        if bound > highest:
            best, highest = arm, bound
    return 0 if t.visits[0][best] >= t.visits[0][0] else best


def search(ints: list[int], reals: list[float], b: Belief, t: Tree) -> None:
    """Spend the budget. ``notes`` has the seat, the budget, the luck and the likeliest type of the rival."""
    clear_tree(t)
    draw_worlds(b, t, 0.5 / t.notes[BUDGET])
    try_stances(ints, reals, b, t)
    try_practices(ints, reals, b, t)
    t.notes[of.AT] = 0
    set_scene(ints, b, t, 0, t.notes[STANCE])
    keep_minds(ints, reals, b, t, new_node(t, t.notes[SEAT]))
    while t.notes[SPENT] < t.notes[BUDGET] or t.visits[0][0] == 0:
        simulate(ints, reals, b, t, root_arm(t))
    remember_stances(t)


def sign_mirrored(ints: list[int], reals: list[float], t: Tree, package: int) -> None:
    """Accept a package as if the rival had offered it: one's own offer, seen from the other side."""
    seat = t.notes[SEAT]
    rival = at.SEAT_BASE + (1 - seat) * at.SEAT_WIDTH
    write_package(ints, t.state, package_slot(ints, 1 - seat, at.OFFER_PACKAGE), package)
    t.state[rival + at.OFFER_ID] = t.state[at.NEXT_OFFER]
    t.state[at.NEXT_OFFER] += 1.0
    t.action[0] = act.ACCEPT
    t.action[1] = int(t.state[rival + at.OFFER_ID])
    t.action[2] = 0
    apply(ints, reals, t.state, t.luck, t.log, t.action)


def gain_of_signing(ints: list[int], reals: list[float], b: Belief, t: Tree, package: int, n: int) -> float:
    """Mean gain (0 to 1) of accepting a package now over not doing so, following STANCE, over ``n`` worlds."""
    draw_worlds(b, t, 0.5 / t.notes[BUDGET])
    total = 0.0
    for j in range(n):
        set_scene(ints, b, t, j, t.notes[STANCE])
        sign_mirrored(ints, reals, t, package)
        play_to_end(ints, reals, t)
        signed = share_of(ints, reals, t, t.notes[SEAT])
        set_scene(ints, b, t, j, t.notes[STANCE])
        play_to_end(ints, reals, t)
        total += signed - share_of(ints, reals, t, t.notes[SEAT])
    return total / n

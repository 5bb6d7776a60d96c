"""The tree of a search: node tables handed in, choice among arms, and what comes back up.

A node is a history of visible actions since the root (open loop: the states behind it differ from simulation to
simulation), an *arm* one of the actions considered there. Arm 0 of every node is to follow the stance. Arms are opened
in the order of the prior as visits grow, ``ceil(OPENING * visits ** (1 / 3))`` of them (progressive widening: Coulom
2007). A seat's own node takes the arm of the best upper bound (Kocsis and Szepesvari 2006, with the bound of
``sqrt(visits)`` that suits a single final choice); a rival's node, whose play is partly hidden, does what its stance
would, or matches regrets (Hart and Mas-Colell 2001, with regrets of realised averages).
"""

from typing import NamedTuple

from sim.rules import layout as at
from sim.rules.arithmetic import root

# Whole numbers about a search.
SEAT, NODES, BUDGET, STANCE, LUCK_LOW, LUCK_HIGH, SPENT, TYPE, AT, NEXT_PRACTICE, LIMIT, N_NOTES = range(12)
# Columns of a node.
TO_MOVE, ARMS, VISITS, NODE_WIDTH = 0, 1, 2, 3
ACT_WIDTH = 3
WIDTH = 24  # arms a node
DEPTH = 12  # plies that the tree reaches
OPENING = 1.2  # arms opened are this times the cube root of the visits
BOUND = 0.08  # width of the upper bound, in shares of the range of scores
FOLLOWS = 0.6  # how often a rival's node does as its stance would
FOLLOW = -1  # kind of the arm that follows the stance
NEVER, BY_STANCE, ALWAYS = -1, 0, 1  # practices: when a lever may be pulled, it is
STEADY = 0.2  # least share of the root's visits that its first arm gets


class Tree(NamedTuple):
    """``scores`` has a row for each arm of the root: own score by world; ``parts`` its components, by world too.

    ``trials`` has a row for each own stance and one for a practice on trial; ``merit`` and ``faith`` are what earlier
    searches found of levers and stances, ``practices`` what they settled on: whether a lever that may be pulled is
    NEVER, ALWAYS, or as the stance says.
    """

    notes: list[int]
    stances: list[list[float]]
    merit: list[float]
    practices: list[int]
    faith: list[float]
    tried: list[int]
    particle: list[int]
    nodes: list[list[int]]
    acts: list[list[int]]
    visits: list[list[int]]
    sums: list[list[float]]
    child: list[list[int]]
    scores: list[list[float]]
    parts: list[list[list[float]]]
    trials: list[list[float]]
    path: list[int]
    state: list[float]
    seen: list[float]
    mask: list[int]
    luck: list[int]
    log: list[float]
    action: list[int]
    own: list[float]
    rival: list[float]


def square_root(x: float) -> float:
    """Square root of a number of any size."""
    scale = 1.0
    while x > 1.0:
        x *= 0.25
        scale *= 2.0
    return root(x) * scale


def opened(visits: int) -> int:
    """How many arms a node with so many visits considers."""
    n = 1
    while (n / OPENING) * (n / OPENING) * (n / OPENING) < visits and n < WIDTH:
        n += 1
    return n


def new_node(t: Tree, seat: int) -> int:
    """A node without arms, or -1 if there is no room."""
    node = t.notes[NODES]
    if node >= len(t.nodes):
        return -1
    t.notes[NODES] += 1
    t.nodes[node][TO_MOVE] = seat
    t.nodes[node][ARMS] = 0
    t.nodes[node][VISITS] = 0
    return node


def has_arm(t: Tree, node: int, kind: int, a: int, b: int) -> bool:
    """Whether an action is considered at a node already."""
    for arm in range(t.nodes[node][ARMS]):
        first = arm * ACT_WIDTH
        if t.acts[node][first] == kind and t.acts[node][first + 1] == a and t.acts[node][first + 2] == b:
            return True
    return False


def add_arm(t: Tree, node: int, kind: int, a: int, b: int) -> None:
    """Consider one more action at a node, if it is new and there is room."""
    arm = t.nodes[node][ARMS]
    if arm >= WIDTH or has_arm(t, node, kind, a, b):
        return
    t.acts[node][arm * ACT_WIDTH] = kind
    t.acts[node][arm * ACT_WIDTH + 1] = a
    t.acts[node][arm * ACT_WIDTH + 2] = b
    t.visits[node][arm] = 0
    t.sums[node][arm] = 0.0
    t.child[node][arm] = -1
    t.nodes[node][ARMS] = arm + 1


def bound_of(t: Tree, node: int, arm: int) -> float:
    """Upper bound of an arm that has been visited."""
    n = t.visits[node][arm]
    return t.sums[node][arm] / n + BOUND * square_root(square_root(t.nodes[node][VISITS]) / n)


def mean_of(t: Tree, node: int) -> float:
    """Mean score over a node's visits, of the seat that moves there."""
    total = 0.0
    n = 0
    for arm in range(t.nodes[node][ARMS]):
        total += t.sums[node][arm]
        n += t.visits[node][arm]
    return total / n if n > 0 else 0.0


def by_regret(t: Tree, node: int, n: int, u: float) -> int:
    """One of the first ``n`` arms, by how much better it has done than the node; the first untried one comes first."""
    mean = mean_of(t, node)
    total = 0.0
    for arm in range(n):
        if t.visits[node][arm] == 0:
            return arm
        regret = t.sums[node][arm] / t.visits[node][arm] - mean
        total += regret if regret > 0.0 else 0.0
    reached = 0.0
    for arm in range(n):
        regret = t.sums[node][arm] / t.visits[node][arm] - mean
        reached += regret if regret > 0.0 else 0.0
        if u * total < reached:
            return arm
    return 0


def learn(t: Tree, steps: int, own: float, rival: float) -> None:
    """Send both scores (0..1) of a play-through up the path of ``steps`` nodes and arms."""
    for step in range(steps):
        node, arm = t.path[2 * step], t.path[2 * step + 1]
        t.nodes[node][VISITS] += 1
        t.visits[node][arm] += 1
        t.sums[node][arm] += own if t.nodes[node][TO_MOVE] == t.notes[SEAT] else rival


def clear_tree(t: Tree) -> None:
    """Forget the last search."""
    t.notes[NODES] = 0
    t.notes[SPENT] = 0


def note_parts(ints: list[int], t: Tree, arm: int, j: int) -> None:
    """Keep the components of a finished game, world ``j`` of an arm of the root."""
    for part in range(ints[at.N_COMPONENTS]):
        t.parts[arm][j][part] = t.state[ints[ints[at.COMPONENTS] + part]]

"""Positions of a search, kernel-style: a state, what the rival remembers, and the errors of sight in force.

A position has a key, a 62-bit hash of all that it holds; equal ones stand once, with their weights added.
"""

from typing import NamedTuple

from sim.analysis.solver.fan import Ways
from sim.rules import layout as at
from sim.rules.luck import FIRST_FORCED, N_FORCED, OF_SIGHT, point_of
from sim.rules.observation import observe

MASK62 = (1 << 62) - 1
STIR = 0x1E3779B97F4A7C15  # odd
FINE = 1152921504606846976.0  # 2**60: numbers are told apart to the last bit from 1/256 up

# Counters: rows in use, and how many were before the last action; rows listed; questions noted, and how often an answer
# was missing; beliefs valued, kept, and kept for the pass; whether room ran out; the replying seat, and how many errors
# of sight it and its rival may be under; answers, and branches of answers; the node at which the rival is a built-in
# agent from then on (-1: never), and the answers that it has thought of.
(
    TOP, SINCE, ORDERED, ASKED, MISSED, VALUED, KEPT, PASSING, FULL, SEAT, ERRORS_OWN, ERRORS_RIVAL, ANSWERED, BRANCHED,
    THINKER, THOUGHTS, N_COUNTERS,
) = range(17)  # fmt: skip
# What is kept of a belief while its actions are tried: where it stands, its key, how often an answer had been missing,
# the best action so far, how many were tried, where the rows ended, which follow-ups are still to be valued, and the
# offer that it may answer.
(
    BELIEF_FIRST, BELIEF_SIZE, BELIEF_KEY, BELIEF_MISSED, BELIEF_CHOSEN, BELIEF_TRIED, BELIEF_TOP, BELIEF_ORDERED,
    BELIEF_NEXT, BELIEF_END, BELIEF_OFFER, FRAME_SIZE,
) = range(12)  # fmt: skip
BELIEF_WEIGHT, BELIEF_BEST, BELIEF_SCORE, BELIEF_VALUE, SUMS_SIZE = range(5)
MAX_PLIES = 64  # of one seat in a game
MAX_ERRORS = 60


class Rows(NamedTuple):
    """Positions, one a row, and ``order``: the rows of each belief, side by side."""

    states: list[list[float]]
    weights: list[float]
    errors: list[int]  # a bit for each error of sight that the seat to move may be under
    nodes: list[int]
    keys: list[int]
    sights: list[int]  # key of what the replying seat sees
    order: list[int]


class Bench(NamedTuple):
    """Working vectors."""

    ways: Ways
    sight: list[int]
    seen: list[float]
    masks: list[list[int]]  # one row for each ply of the replying seat that is being thought through
    actions: list[list[int]]
    frames: list[list[int]]
    sums: list[list[float]]
    replies: list[int]
    mask: list[int]
    action: list[int]
    counters: list[int]


def stir(key: int, x: int) -> int:
    """A key with one more number in it."""
    key = ((key ^ (x ^ (x >> 33))) * STIR) & MASK62
    return key ^ (key >> 31)


def key_of(vector: list[float], n: int) -> int:
    """The key of the first ``n`` numbers of a vector."""
    key = n
    for i in range(n):
        whole = int(vector[i])
        key = stir(key, (whole * STIR + int((vector[i] - whole) * FINE)) & MASK62)
    return key


def see(ints: list[int], reals: list[float], state: list[float], seat: int, error: int, bench: Bench) -> None:
    """Fill ``seen`` with what a seat sees under error number ``error``: its digits, base nine, are its noisy slots'."""
    row = ints[at.VIEWS] + seat * at.VIEW_WIDTH
    first = ints[row + at.VIEW_FIRST_NOISY]
    for i in range(ints[row + at.VIEW_NOISY]):
        slot = ints[ints[at.VIEWS] + first + i]
        bench.sight[FIRST_FORCED + 2 * i] = point_of(int(state[at.DAY]), OF_SIGHT, slot, seat)
        bench.sight[FIRST_FORCED + 2 * i + 1] = error % at.NORMAL_POINTS
        error = error // at.NORMAL_POINTS
    bench.sight[N_FORCED] = ints[row + at.VIEW_NOISY]
    observe(ints, reals, state, bench.sight, seat, bench.seen)


def all_errors(bench: Bench, seat: int) -> int:
    """Every error of sight that a seat may be under, as bits."""
    own = seat == bench.counters[SEAT]
    return (1 << bench.counters[ERRORS_OWN if own else ERRORS_RIVAL]) - 1


def push(rows: Rows, bench: Bench, state: list[float], weight: float, errors: int, node: int) -> None:
    """Add a position; one that stands among the rows added since the last action gains the weight."""
    n = len(state)
    key = stir(stir(key_of(state, n), errors), node)
    top = bench.counters[TOP]
    for i in range(bench.counters[SINCE], top):
        if rows.keys[i] == key:
            rows.weights[i] += weight
            return
    if top == len(rows.weights):
        bench.counters[FULL] = 1
        return
    for slot in range(n):
        rows.states[top][slot] = state[slot]
    rows.weights[top] = weight
    rows.errors[top] = errors
    rows.nodes[top] = node
    rows.keys[top] = key
    bench.counters[TOP] = top + 1

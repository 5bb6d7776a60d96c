"""How long an agreement lasts and what the game is then worth, kernel-style: sampled worlds played out.

In each world the package is signed as it stands and both seats go on by their stances. Nights are counted from the
first under a truce, so that days of preparation neither lengthen nor shorten it. The night on which a term runs out was
kept; where neither a renewal nor a new agreement follows on it, it is the last.
"""

from sim.ai.beliefs.belief import Belief
from sim.ai.search.playout import draw_worlds, play_to_end, proceed, set_scene, share_of, think
from sim.ai.search.search import sign_mirrored
from sim.ai.search.tree import BUDGET, SEAT, STANCE, Tree
from sim.rules import layout as at

NIGHTS = 14
# What is asked: a package and in how many worlds. What is counted; after that come those in which each night was kept.
PACKAGE, WORLDS, SIGNED, BEGAN, N_COUNTS = range(5)
SUM, SQUARES, N_SUMS = 0, 1, 2  # of one's own score at the end, 0 to 100


def keep_truce(ints: list[int], reals: list[float], t: Tree, found: list[int]) -> None:
    """Play on while the agreement is in force, until its truce has been kept for all nights that are counted."""
    kept = 0
    began = False
    day = t.state[at.DAY]
    while t.state[at.ENDING] < 0.0 and t.state[at.STATUS] == at.IN_FORCE and kept < NIGHTS:
        if not began and t.state[at.TRUCE] > 0.0:
            began = True
            found[BEGAN] += 1
        think(ints, reals, t)
        proceed(ints, reals, t)
        is_night = t.state[at.DAY] != day or t.state[at.ENDING] >= 0.0
        if is_night and began and (t.state[at.STATUS] == at.IN_FORCE or t.state[at.STATUS] == at.EXPIRED):
            found[N_COUNTS + kept] += 1
            kept += 1
        day = t.state[at.DAY]


def survive(ints: list[int], reals: list[float], b: Belief, t: Tree, found: list[int], sums: list[float]) -> None:
    """Sign a package in some worlds and count what becomes of it; with a package below 0, of the agreement in force.

    ``found`` says which and in how many, and gets SIGNED, BEGAN and a count a night; ``sums`` gets one's own scores at
    the end of the worlds where it was signed, and their squares.
    """
    draw_worlds(b, t, 0.5 / t.notes[BUDGET])
    for i in range(SIGNED, N_COUNTS + NIGHTS):
        found[i] = 0
    for i in range(N_SUMS):
        sums[i] = 0.0
    for j in range(found[WORLDS]):
        set_scene(ints, b, t, j, t.notes[STANCE])
        before = t.state[at.SIGNED_COUNT]
        if found[PACKAGE] >= 0:
            sign_mirrored(ints, reals, t, found[PACKAGE])
        if t.state[at.STATUS] != at.IN_FORCE or (found[PACKAGE] >= 0 and t.state[at.SIGNED_COUNT] == before):
            continue
        found[SIGNED] += 1
        keep_truce(ints, reals, t, found)
        play_to_end(ints, reals, t)
        score = 100.0 * share_of(ints, reals, t, t.notes[SEAT])
        sums[SUM] += score
        sums[SQUARES] += score * score

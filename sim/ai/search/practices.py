"""Practices: where it serves better to pull a lever always, or never, than as the best stance does.

Search by small steps in the space of policies: one practice after another is changed for a trial, in the same worlds as
the policy in hand, dropped as soon as it does no better and kept once it surely does. Practices last from search to
search, and each comes up for trial again.
"""

from sim.ai.beliefs.belief import Belief
from sim.ai.search.playout import play_to_end, set_scene, share_of
from sim.ai.search.tree import BUDGET, LIMIT, NEXT_PRACTICE, SEAT, SPENT, STANCE, Tree, square_root
from sim.rules import layout as at

SHARE_OF_TRIALS = 0.25  # of the budget goes to trials of practices
FIRST_LOOK, LAST_LOOK = 4, 128  # worlds after which a trial is judged first, and last; in between at each doubling
FEWEST_WORLDS = 16  # before a practice is kept
SURELY = 2.0  # standard errors by which it must do better


def try_stance(ints: list[int], reals: list[float], b: Belief, t: Tree, stance: int) -> None:
    """Play the next world of a stance to its end."""
    j = t.tried[stance]
    t.trials[stance][j] = outcome_of(ints, reals, b, t, j, stance)
    t.tried[stance] += 1


def outcome_of(ints: list[int], reals: list[float], b: Belief, t: Tree, j: int, stance: int) -> float:
    """One's own score (0 to 1) in world ``j`` if a stance is followed, with one's practices."""
    set_scene(ints, b, t, j, stance)
    play_to_end(ints, reals, t)
    t.notes[SPENT] += 1
    return share_of(ints, reals, t, t.notes[SEAT])


def serves_better(ints: list[int], reals: list[float], b: Belief, t: Tree, lever: int, practice: int) -> int:
    """Try a practice against the one there is; in how many worlds it was tried if it surely does better, else 0."""
    stance, trial = t.notes[STANCE], len(t.stances)
    was = t.practices[lever]
    total = squares = 0.0
    look = FIRST_LOOK
    for j in range(LAST_LOOK):
        if t.notes[SPENT] + 2 > t.notes[LIMIT]:
            return 0
        if t.tried[stance] <= j:
            try_stance(ints, reals, b, t, stance)
        t.practices[lever] = practice
        t.trials[trial][j] = outcome_of(ints, reals, b, t, j, stance)
        t.practices[lever] = was
        gain = t.trials[trial][j] - t.trials[stance][j]
        total += gain
        squares += gain * gain
        n = j + 1
        if n == look:
            look *= 2
            if total <= 0.0:
                return 0
            error = square_root((squares - total * total / n) * n / (n - 1.0))  # of the total
            if n >= FEWEST_WORLDS and total > SURELY * error:
                return n
    return 0


def try_practices(ints: list[int], reals: list[float], b: Belief, t: Tree) -> None:
    """Change one's practices where that serves better; goes on where the last search left off."""
    t.notes[LIMIT] = t.notes[SPENT] + int(SHARE_OF_TRIALS * t.notes[BUDGET])
    stance, trial = t.notes[STANCE], len(t.stances)
    for _ in range(4 * ints[at.N_LEVERS]):
        if t.notes[SPENT] + 2 > t.notes[LIMIT]:
            return
        lever = t.notes[NEXT_PRACTICE] // 2
        practice = (t.practices[lever] + 2 + t.notes[NEXT_PRACTICE] % 2) % 3 - 1  # one of the two others
        t.notes[NEXT_PRACTICE] = (t.notes[NEXT_PRACTICE] + 1) % (2 * ints[at.N_LEVERS])
        if ints[ints[at.LEVERS] + lever * at.LEVER_WIDTH] != t.notes[SEAT]:
            continue
        n = serves_better(ints, reals, b, t, lever, practice)
        if n > 0:
            t.practices[lever] = practice
            for j in range(n):
                t.trials[stance][j] = t.trials[trial][j]
            t.tried[stance] = n

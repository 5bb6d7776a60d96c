"""From a sampled position to the end of the game, both seats following a stance.

World ``j`` of a search is always the same particle and the same luck, whatever is done in it: arms are compared in
the same worlds (common random numbers). Particles are drawn by weight along a van der Corput sequence, so that any
first ``n`` of them are spread evenly over the belief.
"""

from sim.ai.beliefs.belief import Belief
from sim.ai.families import brain as my
from sim.ai.families.bargaining import set_action
from sim.ai.families.policy import choose
from sim.ai.search.tree import ALWAYS, BUDGET, LUCK_HIGH, LUCK_LOW, NEVER, SEAT, STANCE, Tree
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.endings import returns
from sim.rules.game import apply, night_falls
from sim.rules.legality import legal
from sim.rules.luck import KEY_HIGH, KEY_LOW, N_FORCED, TRACE, mix
from sim.rules.night import night
from sim.rules.observation import observe


def radical_inverse(j: int) -> float:
    """The ``j``-th number of the van der Corput sequence in base 2."""
    x, unit = 0.0, 0.5
    while j > 0:
        if j % 2 == 1:
            x += unit
        unit *= 0.5
        j = j // 2
    return x


def draw_worlds(b: Belief, t: Tree, shift: float) -> None:
    """Give each world its particle."""
    for j in range(t.notes[BUDGET]):
        u = radical_inverse(j) + shift
        if u >= 1.0:
            u -= 1.0
        i = 0
        reached = b.weights[0]
        while reached <= u and i < len(b.weights) - 1:
            i += 1
            reached += b.weights[i]
        t.particle[j] = i


def take_brain(brain: list[float], stance: list[float], seat: int, low: int, high: int) -> None:
    """Seat a stance, with luck of its own."""
    for k in range(my.BRAIN_SIZE):
        brain[k] = stance[k]
    brain[my.SEAT] = seat
    brain[my.LUCK_LOW] = mix(low + seat + 1)
    brain[my.LUCK_HIGH] = mix(high + seat + 1)


def set_scene(ints: list[int], b: Belief, t: Tree, j: int, stance: int) -> None:
    """Go to the position of world ``j``, with one's own seat following a stance."""
    i = t.particle[j]
    for slot in range(ints[at.N_STATE]):
        t.state[slot] = b.states[i][slot]
    low, high = mix(t.notes[LUCK_LOW] ^ mix(j + 1)), mix(t.notes[LUCK_HIGH] ^ mix(j + 1))
    t.luck[KEY_LOW] = low
    t.luck[KEY_HIGH] = high
    t.luck[TRACE] = 0
    t.luck[N_FORCED] = 0
    t.log[0] = 0.0
    seat = t.notes[SEAT]
    take_brain(t.own, t.stances[stance], seat, low, high)
    take_brain(t.rival, b.stances[b.kinds[i] % len(b.stances)], 1 - seat, low, high)


def choose_in_practice(ints: list[int], reals: list[float], t: Tree) -> None:
    """Put into ``action`` what one's own stance does, with one's practices, on what is ``seen`` and under ``mask``."""
    for lever in range(ints[at.N_LEVERS]):
        if t.practices[lever] == NEVER:
            t.mask[act.N_KINDS + lever] = 0
    choose(ints, reals, t.seen, t.mask, t.own, t.action)
    if t.action[0] != act.END_TURN:
        return
    for lever in range(ints[at.N_LEVERS]):
        if t.practices[lever] == ALWAYS and t.mask[act.N_KINDS + lever] == 1:
            set_action(t.action, act.PULL, lever, 0)
            return


def follow_stance(ints: list[int], reals: list[float], t: Tree, low: int, high: int) -> None:
    """Put into ``action`` what one's best stance does on what is ``seen`` and under ``mask``, with luck of its own."""
    for k in range(my.BRAIN_SIZE):
        t.own[k] = t.stances[t.notes[STANCE]][k]
    t.own[my.LUCK_LOW] = low
    t.own[my.LUCK_HIGH] = high
    choose_in_practice(ints, reals, t)


def think(ints: list[int], reals: list[float], t: Tree) -> None:
    """Put into ``action`` what the stance of the seat to move does."""
    seat = int(t.state[at.TO_MOVE])
    observe(ints, reals, t.state, t.luck, seat, t.seen)
    legal(ints, reals, t.seen, t.mask)
    if seat == t.notes[SEAT]:
        choose_in_practice(ints, reals, t)
    else:
        choose(ints, reals, t.seen, t.mask, t.rival, t.action)


def proceed(ints: list[int], reals: list[float], t: Tree) -> None:
    """Apply the action in hand, and the night if it closes the day."""
    apply(ints, reals, t.state, t.luck, t.log, t.action)
    if night_falls(t.state):
        t.log[0] = 0.0
        night(ints, reals, t.state, t.luck, t.log)
        t.log[0] = 0.0


def play_to_end(ints: list[int], reals: list[float], t: Tree) -> None:
    """Play to the end."""
    while t.state[at.ENDING] < 0.0:
        think(ints, reals, t)
        proceed(ints, reals, t)


def share_of(ints: list[int], reals: list[float], t: Tree, seat: int) -> float:
    """A seat's score at the end, 0 to 1."""
    return returns(ints, reals, t.state, seat) / 100.0

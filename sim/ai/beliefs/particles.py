"""Particles: samples of the hidden world, carried from one look to the next (Gordon, Salmond and Smith 1993).

Each particle lives through what lay between two looks: its rival does what was seen to be done, and, where no one could
see, what its stance would do; hazards strike where they were seen to strike. What was seen weighs it by its chance
there. Then every slot that the seat sees exactly becomes what was seen. Systematic resampling when few are left that
count; a little noise on what is seen with an error keeps twins apart (Liu and West 2001).
"""

from sim.ai.beliefs.belief import BEGUN, LUCK_HIGH, LUCK_LOW, SEAT, UPDATES, Belief, begin_belief, key_luck, wear_type
from sim.ai.beliefs.likelihood import weigh_hypotheses
from sim.ai.beliefs.sightings import EXACT, KIND, NIGHTS, NOTHING, TURNS, UNKNOWN, A, read_sightings
from sim.ai.beliefs.sightings import B as BY
from sim.ai.families import brain as my
from sim.ai.families.policy import choose
from sim.rules import actions as act
from sim.rules import events as ev
from sim.rules import layout as at
from sim.rules.arithmetic import exponential
from sim.rules.effects import change
from sim.rules.game import apply, end_turn, night_falls
from sim.rules.legality import legal, violations
from sim.rules.luck import FIRST_FORCED, KEY_HIGH, KEY_LOW, N_FORCED, OF_AGENT, OF_HAZARD, OF_LEVER, point_of, uniform
from sim.rules.night import dawn, night
from sim.rules.observation import observe

UNLIKELY = 0.05  # weight of a particle in which what was seen could not happen
WIDE = 4.0  # twice the variance by which an estimate is judged, in variances of its error: 2 is exact, more forgives
JITTER = 0.1  # noise after resampling, in standard deviations of the sight
FLOOR, FLOOR_OF_TYPES = 0.01, 0.001  # odds that go back to the priors of stances, and of types, at each update
FEW = 0.5  # effective share of the particles below which they are resampled


def force(b: Belief, point: int, outcome: int) -> None:
    """Impose an outcome of chance."""
    i = FIRST_FORCED + 2 * b.luck[N_FORCED]
    if i + 1 < len(b.luck):
        b.luck[i] = point
        b.luck[i + 1] = outcome
        b.luck[N_FORCED] += 1


def act_if_legal(ints: list[int], reals: list[float], b: Belief, i: int) -> bool:
    """Apply the action in hand to a particle, if the rules allow it there."""
    state = b.states[i]
    if violations(ints, reals, state, b.action[0], b.action[1], b.action[2]) != 0:
        return False
    apply(ints, reals, state, b.luck, b.log, b.action)
    b.log[0] = 0.0
    return True


def pull_due(ints: list[int], reals: list[float], b: Belief, i: int, lever: int) -> None:
    """Pull a lever in a particle; whether the other side sees it is as it was seen."""
    face = ints[ints[at.LEVERS] + lever * at.LEVER_WIDTH + at.LEVER_FACE]
    b.action[0] = act.PULL
    b.action[1] = lever
    b.action[2] = 0
    if face == at.DENIABLE_LEVER:
        force(b, point_of(int(b.states[i][at.DAY]), OF_LEVER, lever, 0), 1 if b.due[lever] > 0 else 0)
        if b.due[lever] == 0:
            b.weights[i] *= 1.0 - reals[ints[at.LEVERS_REALS] + lever * at.LEVER_REALS + at.LEVER_SEEN_CHANCE]
    b.due[lever] = 0
    act_if_legal(ints, reals, b, i)


def think_as_rival(ints: list[int], reals: list[float], b: Belief, i: int) -> bool:
    """Let a particle's rival choose a lever that may have been pulled; False if it would pull none."""
    rival = 1 - b.notes[SEAT]
    observe(ints, reals, b.states[i], b.luck, rival, b.seen)
    legal(ints, reals, b.seen, b.mask)
    for kind in range(act.PROPOSE, act.HOLD + 1):
        b.mask[kind] = 0  # what it did at the table was seen
    for lever in range(ints[at.N_LEVERS]):
        face = ints[ints[at.LEVERS] + lever * at.LEVER_WIDTH + at.LEVER_FACE]
        if (face == at.PUBLIC_LEVER or face == at.PRIVATE_LEVER) and b.due[lever] == 0:
            b.mask[act.N_KINDS + lever] = 0
    choose(ints, reals, b.seen, b.mask, b.brain, b.action)
    return b.action[0] == act.PULL and b.mask[act.N_KINDS + b.action[1]] == 1


def take_stance(b: Belief, i: int) -> None:
    """Put the mind of a particle's rival into ``brain``, with luck of its own."""
    stance = b.kinds[i] % len(b.stances)
    for k in range(my.BRAIN_SIZE):
        b.brain[k] = b.stances[stance][k]
    b.brain[my.SEAT] = 1 - b.notes[SEAT]
    b.brain[my.LUCK_LOW] = b.luck[KEY_LOW]
    b.brain[my.LUCK_HIGH] = b.luck[KEY_HIGH]


def live_turn(ints: list[int], reals: list[float], b: Belief, i: int, turn: int) -> None:
    """The rival's turn in a particle: what was seen, and what its stance does unseen."""
    key_luck(b, i)
    take_stance(b, i)
    row = b.sightings.turns[turn]
    if row[KIND] != NOTHING and not (row[KIND] == act.PROPOSE and row[A] == UNKNOWN):
        b.action[0] = row[KIND]
        b.action[1] = row[A]
        b.action[2] = row[BY]
        if not act_if_legal(ints, reals, b, i):
            b.weights[i] *= UNLIKELY
    for lever in range(ints[at.N_LEVERS]):
        b.due[lever] = b.sightings.pulls[turn][lever]
    for _ in range(ints[at.LEVERS_A_TURN]):
        if not think_as_rival(ints, reals, b, i):
            break
        pull_due(ints, reals, b, i, b.action[1])
    for lever in range(ints[at.N_LEVERS]):
        if b.due[lever] > 0:
            pull_due(ints, reals, b, i, lever)
    b.states[i][at.ENDING] = at.NO_ENDING  # the game goes on, as was seen
    end_turn(b.states[i])


def weigh_night(ints: list[int], b: Belief, i: int) -> None:
    """Multiply in the chances of the hazards that were seen to strike or to spare, and drop the log."""
    for row in range(1, 1 + int(b.log[0]) * ev.EVENT_ROW, ev.EVENT_ROW):
        code = int(b.log[row])
        if code == ev.STRUCK or code == ev.SPARED:
            chance = b.log[row + ev.EVENT_VALUE]
            if b.sightings.struck[int(b.log[row + ev.EVENT_A])] >= 0:
                b.weights[i] *= chance if code == ev.STRUCK else 1.0 - chance
    for hazard in range(ints[at.N_HAZARDS]):
        if b.sightings.struck[hazard] == 1 and b.states[i][ints[at.FIRST_HAPPENED] + hazard] == 0.0:
            b.weights[i] *= UNLIKELY
    b.log[0] = 0.0


def live_night(ints: list[int], reals: list[float], b: Belief, i: int) -> None:
    """A night in a particle, with hazards as they were seen."""
    state = b.states[i]
    key_luck(b, i)
    day = int(state[at.DAY])
    for hazard in range(ints[at.N_HAZARDS]):
        if b.sightings.struck[hazard] >= 0:
            force(b, point_of(day, OF_HAZARD, hazard, 0), b.sightings.struck[hazard])
    b.log[0] = 0.0
    night(ints, reals, state, b.luck, b.log)
    if state[at.ENDING] >= 0.0:
        b.weights[i] *= UNLIKELY
        state[at.ENDING] = at.NO_ENDING
        dawn(state)
    weigh_night(ints, b, i)


def look(ints: list[int], reals: list[float], b: Belief, now: list[float], i: int) -> None:
    """Weigh a particle by its seat's estimates, then let it be in all else what was seen."""
    state = b.states[i]
    far = 0.0
    row = ints[at.VIEWS] + b.notes[SEAT] * at.VIEW_WIDTH
    if b.sightings.passed[NIGHTS] > 0 or b.notes[UPDATES] == 1:  # an estimate is new each day
        for k in range(ints[row + at.VIEW_FIRST_NOISY], ints[row + at.VIEW_FIRST_NOISY] + ints[row + at.VIEW_NOISY]):
            slot = ints[ints[at.VIEWS] + k]
            error = (now[slot] - state[slot]) / reals[ints[at.VIEWS_REALS] + k]
            far += error * error
        b.weights[i] *= exponential(-far / WIDE)
    for slot in range(ints[at.N_STATE]):
        if b.sight[slot] == EXACT:
            state[slot] = now[slot]


def own_chance(b: Belief, what: int, slot: int) -> float:
    """A number in (0, 1) of this update."""
    return uniform(b.notes[LUCK_LOW], b.notes[LUCK_HIGH], point_of(b.notes[UPDATES], OF_AGENT, what, slot))


def settle_weights(b: Belief) -> float:
    """Make the weights sum to 1; returns the effective number of particles."""
    total = squares = 0.0
    for weight in b.weights:
        total += weight
    for i in range(len(b.weights)):
        b.weights[i] = b.weights[i] / total if total > 0.0 else 1.0 / len(b.weights)
        squares += b.weights[i] * b.weights[i]
    return 1.0 / squares


def resample(ints: list[int], reals: list[float], b: Belief) -> None:
    """Draw as many particles anew by their weights, systematically, and shake apart what is seen with an error."""
    n = len(b.states)
    u = own_chance(b, 0, 7)
    reached, source = b.weights[0], 0
    for i in range(n):
        while reached < (i + u) / n and source < n - 1:
            source += 1
            reached += b.weights[source]
        for slot in range(ints[at.N_STATE]):
            b.spare[i][slot] = b.states[source][slot]
        b.quotas[i] = b.kinds[source]
    row = ints[at.VIEWS] + b.notes[SEAT] * at.VIEW_WIDTH
    first = ints[row + at.VIEW_FIRST_NOISY]
    for i in range(n):
        for slot in range(ints[at.N_STATE]):
            b.states[i][slot] = b.spare[i][slot]
        b.kinds[i] = b.quotas[i]
        b.weights[i] = 1.0 / n
        for k in range(ints[row + at.VIEW_NOISY]):
            slot = ints[ints[at.VIEWS] + first + k]
            error = own_chance(b, i, 8) + own_chance(b, i, 9) - 1.0
            if k % 2 == 1:
                error = own_chance(b, i, 8) - own_chance(b, i, 9)
            sd = reals[ints[at.VIEWS_REALS] + first + k]
            change(ints, reals, b.states[i], slot, b.states[i][slot] + JITTER * sd * error)


def revive(b: Belief) -> None:
    """Give a little of the odds back to the priors, so that no type and no stance dies out without evidence."""
    n = len(b.stances)
    for first in range(0, len(b.odds), n):
        of_type = 0.0
        for h in range(first, first + n):
            of_type += b.odds[h]
        for h in range(first, first + n):
            kept = (1.0 - FLOOR) * b.odds[h] + FLOOR * of_type / n
            b.odds[h] = (1.0 - FLOOR_OF_TYPES) * kept + FLOOR_OF_TYPES * b.prior[h]


def allot(ints: list[int], reals: list[float], b: Belief) -> None:
    """Share the particles out among the hypotheses by their odds, changing the minds of as few as must."""
    n = len(b.states)
    for h in range(len(b.odds)):
        b.quotas[h] = 0
    u = own_chance(b, 1, 7)
    reached, h = b.odds[0], 0
    for i in range(n):
        while reached < (i + u) / n and h < len(b.odds) - 1:
            h += 1
            reached += b.odds[h]
        b.quotas[h] += 1
    for i in range(n):
        b.quotas[b.kinds[i]] -= 1
    h = 0
    for i in range(n):
        if b.quotas[b.kinds[i]] < 0:
            while b.quotas[h] <= 0:
                h += 1
            b.quotas[b.kinds[i]] += 1
            b.quotas[h] -= 1
            b.kinds[i] = h
            wear_type(ints, reals, b.states[i], 1 - b.notes[SEAT], h // len(b.stances))


def own_ply(ints: list[int], reals: list[float], b: Belief) -> None:
    """Apply in every particle what was done after the last look."""
    for i in range(len(b.states)):
        key_luck(b, i)
        for k in range(3):
            b.action[k] = b.done[k]
        act_if_legal(ints, reals, b, i)
        b.states[i][at.ENDING] = at.NO_ENDING


def live_through(ints: list[int], reals: list[float], b: Belief) -> None:
    """Everything between two looks, for all particles: the rival's turns, and a night."""
    turn = 0
    for _ in range(b.sightings.passed[TURNS] + b.sightings.passed[NIGHTS]):
        if night_falls(b.states[0]):
            for i in range(len(b.states)):
                live_night(ints, reals, b, i)
        elif turn < b.sightings.passed[TURNS]:
            weigh_hypotheses(ints, reals, b, turn)
            for i in range(len(b.states)):
                live_turn(ints, reals, b, i, turn)
            turn += 1


def update_belief(ints: list[int], reals: list[float], b: Belief, now: list[float]) -> None:
    """Take in a new look at the world; ``notes`` has the seat and luck, ``done`` what was done since the last."""
    if b.notes[BEGUN] == 0:
        begin_belief(ints, reals, b)
    else:
        own_ply(ints, reals, b)
    b.notes[UPDATES] += 1
    read_sightings(ints, b.last, now, b.sight, b.notes[SEAT], b.sightings)
    live_through(ints, reals, b)
    for i in range(len(b.states)):
        look(ints, reals, b, now, i)
    revive(b)
    if settle_weights(b) < FEW * len(b.states):
        resample(ints, reals, b)
    allot(ints, reals, b)
    for slot in range(ints[at.N_STATE]):
        b.last[slot] = now[slot]

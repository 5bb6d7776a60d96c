"""How likely a stance and a type are to have done what a rival was seen to do in a turn.

A doctrine's chances are read off its rules, which draw independently day by day; a bargaining family does one thing;
the random agent and the open stance have known odds. Each chance is mixed with that of the open stance of the same
type: with a small chance anybody slips. Acts with a price are slipped into more rarely than words, so they tell more
(Spence 1973: a signal informs by what it costs).
"""

from sim.ai.beliefs.belief import SEAT, Belief, key_luck, wear_type
from sim.ai.beliefs.sightings import KIND, NOTHING, UNKNOWN, A
from sim.ai.beliefs.sightings import B as BY
from sim.ai.families import brain as my
from sim.ai.families.bargaining import set_action
from sim.ai.families.brain import take_seat
from sim.ai.families.doctrine import act_by
from sim.ai.families.habits import expect_habits
from sim.ai.families.open_stance import BIDS, LEAVES, PUBLICLY, PULLS, REFUSES, SPEAKS, package_chance, willing
from sim.ai.families.policy import choose
from sim.ai.families.random_agent import weight_of
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.arithmetic import root
from sim.rules.legality import legal
from sim.rules.observation import observe
from sim.rules.packages import package_count, write_package
from sim.rules.terms import all_hold
from sim.rules.values import package_slot

SLIP_OF_WORDS, SLIP_OF_DEEDS = 0.1, 0.03  # chances that a stance does as the open one would
WITNESSES = 4  # particles through whose eyes a turn is judged
TEMPER_OF_WORDS, TEMPER_OF_DEEDS = 1, 1  # square roots taken of a chance: repeated acts are not independent evidence


def is_deed(kind: int, b: int) -> bool:
    """Whether a table action has a price: a signature, a public word, a way out."""
    return kind == act.ACCEPT or kind >= act.DENOUNCE or (kind == act.PROPOSE and b != act.PRIVATE)


def open_chance(ints: list[int], reals: list[float], b: Belief, turn: int) -> float:
    """How likely the open stance did at the table what was seen there."""
    row = b.sightings.turns[turn]
    kind = row[KIND]
    own = int(b.brain[my.OWNER])
    left = 1.0 - 3.0 * LEAVES
    if kind == act.WITHDRAW or kind == act.DENOUNCE or kind == act.END_TALKS:
        return LEAVES
    if b.mask[act.ACCEPT]:
        yes = willing(ints, reals, b.seen, own, package_slot(ints, b.notes[SEAT], at.OFFER_PACKAGE))
        if kind == act.ACCEPT:
            return left * yes
        left *= 1.0 - yes
    if b.mask[act.RENEW]:
        if kind == act.RENEW:
            return left * SPEAKS * 0.5
        left *= 1.0 - SPEAKS
    if b.mask[act.PROPOSE]:
        if kind == act.PROPOSE and row[A] == UNKNOWN:
            return left * BIDS
        if kind == act.PROPOSE:
            write_package(ints, b.brain, my.DRAFT, row[A])
            face = 1.0 - PUBLICLY if row[BY] == act.PRIVATE else PUBLICLY
            return left * BIDS * face * package_chance(ints, reals, b.brain, own, my.DRAFT)
        left *= 1.0 - BIDS
    if b.mask[act.REJECT]:
        if kind == act.REJECT:
            return left * REFUSES / (ints[at.N_REASONS] + 1.0)
        left *= 1.0 - REFUSES
    return left if kind == NOTHING else LEAVES


def random_chance(ints: list[int], b: Belief, turn: int) -> float:
    """How likely the random agent did at the table what was seen there."""
    row = b.sightings.turns[turn]
    total = 1.0
    for kind in range(act.PROPOSE, act.HOLD + 1):
        total += weight_of(b.mask, kind)
    if row[KIND] == NOTHING:
        return (1.0 + weight_of(b.mask, act.HOLD)) / total
    share = weight_of(b.mask, row[KIND]) / total
    if row[KIND] == act.PROPOSE and row[A] != UNKNOWN:
        share /= package_count(ints) * (2.0 if row[BY] == act.PRIVATE else 4.0 * (ints[at.N_ISSUES] + 1.0))
    elif row[KIND] == act.REJECT:
        share /= ints[at.N_REASONS] + 1.0
    elif row[KIND] == act.RENEW:
        share *= 0.5
    return share


def agrees(b: Belief, turn: int) -> float:
    """1 if the action in hand is what was seen at the table, or what would have been seen as nothing, else 0."""
    row = b.sightings.turns[turn]
    kind = b.action[0]
    if kind == act.END_TURN or kind == act.HOLD or kind == act.PULL:
        return 1.0 if row[KIND] == NOTHING else 0.0
    if row[KIND] != kind:
        return 0.0
    if kind == act.PROPOSE and row[A] == UNKNOWN:
        return 1.0
    return 1.0 if row[A] == b.action[1] and row[BY] == b.action[2] else 0.0


def doctrine_chance(ints: list[int], reals: list[float], b: Belief, turn: int) -> float:
    """How likely a doctrine did at the table what was seen; ``pulled`` gets each lever's chance of being pulled."""
    rules = ints[at.DOCTRINES] + (2 * int(b.brain[my.DOCTRINE]) + 1 - b.notes[SEAT]) * at.DOCTRINE_WIDTH
    first = ints[rules]
    none, found = 1.0, 0.0
    for rule in range(first, first + ints[rules + at.DOCTRINE_RULES]):
        row = ints[at.RULES] + rule * at.RULE_WIDTH
        kind = ints[row + at.RULE_KIND]
        lever = ints[row + at.RULE_A]
        allowed = b.mask[kind] if kind != act.PULL else b.mask[act.N_KINDS + lever]
        if allowed == 0 or not all_hold(ints, reals, b.seen, ints[row], ints[row + at.RULE_CONDITIONS]):
            continue
        chance = reals[ints[at.RULES_REALS] + rule * at.RULE_REALS]
        if kind == act.PULL:
            b.pulled[lever] += (1.0 - b.pulled[lever]) * chance
        elif none > 0.0 and act_by(ints, reals, b.seen, b.brain, rule, b.action):
            found += none * chance * agrees(b, turn)
            none *= 1.0 - chance
    set_action(b.action, act.END_TURN, 0, 0)
    return found + none * agrees(b, turn)


def table_chance(ints: list[int], reals: list[float], b: Belief, turn: int) -> float:
    """How likely the stance in ``brain`` did at the table what was seen; fills ``pulled`` for its levers."""
    family = int(b.brain[my.FAMILY])
    n = 0
    for lever in range(ints[at.N_LEVERS]):
        b.pulled[lever] = 0.0
        n += b.mask[act.N_KINDS + lever]
    if family == my.RANDOM or family == my.OPEN:
        for lever in range(ints[at.N_LEVERS]):
            if b.mask[act.N_KINDS + lever]:
                b.pulled[lever] = PULLS if family == my.OPEN else 0.6 / (1.0 + n)
        return random_chance(ints, b, turn) if family == my.RANDOM else open_chance(ints, reals, b, turn)
    if family == my.BY_DOCTRINE:
        return doctrine_chance(ints, reals, b, turn)
    choose(ints, reals, b.seen, b.mask, b.brain, b.action)
    if family != my.HOLD_STILL:
        expect_habits(ints, reals, b.seen, b.mask, 1 - b.notes[SEAT], b.pulled)
    return agrees(b, turn)


def levers_chance(ints: list[int], reals: list[float], b: Belief, turn: int) -> float:
    """How likely the levers were pulled that were seen, and the others not; their chances are in ``pulled``."""
    hands = 0
    for lever in range(ints[at.N_LEVERS]):
        hands += b.sightings.pulls[turn][lever]
    chance = 1.0
    for lever in range(ints[at.N_LEVERS]):
        row = ints[at.LEVERS] + lever * at.LEVER_WIDTH
        face = ints[row + at.LEVER_FACE]
        if ints[row] == b.notes[SEAT] or face == at.COVERT_LEVER:
            continue
        p = (1.0 - SLIP_OF_DEEDS) * b.pulled[lever] + SLIP_OF_DEEDS * PULLS
        if face == at.DENIABLE_LEVER:
            p *= reals[ints[at.LEVERS_REALS] + lever * at.LEVER_REALS + at.LEVER_SEEN_CHANCE]
        if b.sightings.pulls[turn][lever] > 0:
            chance *= p
        elif hands < ints[at.LEVERS_A_TURN]:
            chance *= 1.0 - p
    return chance


def tempered(chance: float, roots: int) -> float:
    """A chance with so many square roots taken."""
    for _ in range(roots):
        chance = root(chance)
    return chance


def turn_chance(ints: list[int], reals: list[float], b: Belief, turn: int, h: int) -> float:
    """How likely hypothesis ``h`` did what was seen in a turn, given what it sees (``seen``, ``mask``)."""
    n = len(b.stances)
    rival = 1 - b.notes[SEAT]
    wear_type(ints, reals, b.seen, rival, h // n)
    for i in range(my.BRAIN_SIZE):
        b.brain[i] = b.stances[h % n][i]
    b.brain[my.SEAT] = rival
    take_seat(ints, b.seen, b.brain)
    chance = table_chance(ints, reals, b, turn)
    take_seat(ints, b.seen, b.brain)
    row = b.sightings.turns[turn]
    deed = is_deed(row[KIND], row[BY])
    slip = SLIP_OF_DEEDS if deed else SLIP_OF_WORDS
    chance = (1.0 - slip) * chance + slip * open_chance(ints, reals, b, turn)
    deeds = tempered(levers_chance(ints, reals, b, turn), TEMPER_OF_DEEDS)
    return deeds * tempered(chance, TEMPER_OF_DEEDS if deed else TEMPER_OF_WORDS)


def weigh_hypotheses(ints: list[int], reals: list[float], b: Belief, turn: int) -> None:
    """Multiply the odds by how likely each hypothesis did what was seen in a turn, through some particles' eyes."""
    for h in range(len(b.odds)):
        b.fits[h] = 0.0
    witnesses = WITNESSES if len(b.states) > WITNESSES else len(b.states)
    for witness in range(witnesses):
        i = witness * len(b.states) // witnesses
        key_luck(b, i)
        observe(ints, reals, b.states[i], b.luck, 1 - b.notes[SEAT], b.seen)
        legal(ints, reals, b.seen, b.mask)
        for h in range(len(b.odds)):
            b.fits[h] += turn_chance(ints, reals, b, turn, h)
    total = 0.0
    for h in range(len(b.odds)):
        b.odds[h] *= b.fits[h]
        total += b.odds[h]
    for h in range(len(b.odds)):
        b.odds[h] = b.odds[h] / total if total > 0.0 else b.prior[h]

"""What a seat has seen its rival do between two looks, read from the difference of the two observations.

Between two turns of a seat lie no, one or two turns of its rival, and at most one night. What cannot be told apart (in
which of two turns a covert hand showed) is laid to the first turn that is free.
"""

from typing import NamedTuple

from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.values import package_slot

NOTHING = -1  # no table action was seen: none, or ``HOLD``
UNKNOWN = -1  # a package that was replaced before it could be read
TURNS, NIGHTS = 0, 1
ON_DAY, KIND, A, B, TURN_WIDTH = 0, 1, 2, 3, 4
EXACT, NOISY, HIDDEN = 0, 1, 2


class Sightings(NamedTuple):
    """``passed``: the rival's turns and the nights between two looks; for each turn a table action and a flag a lever.

    ``struck`` says of each hazard whether it was seen to strike last night (1), to spare (0), or neither (-1).
    """

    passed: list[int]
    turns: list[list[int]]
    pulls: list[list[int]]
    struck: list[int]


def learn_sight(ints: list[int], seat: int, sight: list[int]) -> None:
    """Set ``sight`` of each slot: EXACT, NOISY or HIDDEN to a seat."""
    for slot in range(ints[at.N_STATE]):
        sight[slot] = EXACT
    row = ints[at.VIEWS] + seat * at.VIEW_WIDTH
    for i in range(ints[row + at.VIEW_FIRST_HIDDEN], ints[row + at.VIEW_FIRST_HIDDEN] + ints[row + at.VIEW_HIDDEN]):
        sight[ints[ints[at.VIEWS] + i]] = HIDDEN
    for i in range(ints[row + at.VIEW_FIRST_NOISY], ints[row + at.VIEW_FIRST_NOISY] + ints[row + at.VIEW_NOISY]):
        sight[ints[ints[at.VIEWS] + i]] = NOISY


def count_turns(before: list[float], now: list[float], seat: int, s: Sightings) -> None:
    """Note on which days the rival has had a turn."""
    s.passed[TURNS] = 0
    s.passed[NIGHTS] = 0
    day, turn, mover = int(before[at.DAY]), int(before[at.TURN]), int(before[at.TO_MOVE])
    opens = int(before[at.OPENS_TODAY])
    while day < now[at.DAY] or (day == now[at.DAY] and turn < now[at.TURN]):
        if mover != seat and s.passed[TURNS] < 2:
            row = s.turns[s.passed[TURNS]]
            row[ON_DAY] = day
            row[KIND] = NOTHING
            s.passed[TURNS] += 1
        if turn == 0:
            turn = 1
            mover = 1 - mover
        else:
            day += 1
            turn = 0
            opens = 1 - opens
            mover = opens
            s.passed[NIGHTS] += 1


def note_act(s: Sightings, kind: int, a: int, b: int, late: bool) -> None:
    """Lay a table action to a turn that has none yet, the last one if ``late``."""
    n = s.passed[TURNS]
    for i in range(n):
        row = s.turns[n - 1 - i if late else i]
        if row[KIND] == NOTHING:
            row[KIND] = kind
            row[A] = a
            row[B] = b
            return


def lapsed(ints: list[int], before: list[float], nights: int, base: int) -> bool:
    """Whether an offer that stood before has grown too old since."""
    return nights > 0 and before[at.DAY] - before[base + at.OFFER_DAY] + 1.0 >= ints[at.OFFER_LASTS]


def see_bids(ints: list[int], before: list[float], now: list[float], rival: int, s: Sightings) -> None:
    """Offers: the last one by its day; of one before it only that it was made."""
    base = at.SEAT_BASE + rival * at.SEAT_WIDTH
    bids = int(now[base + at.OFFERS] - before[base + at.OFFERS])
    for i in range(s.passed[TURNS]):
        row = s.turns[i]
        if bids > 0 and row[ON_DAY] == int(now[base + at.OFFER_DAY]):
            number = 0
            first = package_slot(ints, rival, at.OFFER_PACKAGE)
            for issue in range(ints[at.N_ISSUES]):
                number = number * ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH] + int(now[first + issue])
            row[KIND] = act.PROPOSE
            row[A] = number
            row[B] = int(now[base + at.OFFER_FACE])
        elif bids > 1:
            row[KIND] = act.PROPOSE
            row[A] = UNKNOWN
            row[B] = act.PRIVATE


def see_answers(ints: list[int], before: list[float], now: list[float], rival: int, s: Sightings) -> None:
    """What became of one's own offer: refused, accepted, or accepted and not ratified. Its own may be withdrawn."""
    base, mine = at.SEAT_BASE + rival * at.SEAT_WIDTH, at.SEAT_BASE + (1 - rival) * at.SEAT_WIDTH
    offer = int(before[mine + at.OFFER_ID])
    if now[base + at.REFUSALS] > before[base + at.REFUSALS]:
        note_act(s, act.REJECT, offer, int(now[base + at.LAST_REASON]) - 1, False)
    elif now[at.SIGNED_COUNT] > before[at.SIGNED_COUNT]:
        note_act(s, act.ACCEPT, offer, 0, now[at.STATUS] == at.IN_FORCE and now[at.STAGE_DAY] == 0.0)
    elif offer > 0 and now[mine + at.OFFER_ID] == 0.0 and not lapsed(ints, before, s.passed[NIGHTS], mine):
        note_act(s, act.ACCEPT, offer, 0, False)
    elif (
        before[base + at.OFFER_ID] > 0.0
        and now[base + at.OFFER_ID] == 0.0
        and now[base + at.OFFERS] == before[base + at.OFFERS]
        and not lapsed(ints, before, s.passed[NIGHTS], base)
    ):
        note_act(s, act.WITHDRAW, 0, 0, False)


def see_words(before: list[float], now: list[float], rival: int, s: Sightings) -> None:
    """What was said of the agreement and of the talks."""
    word = now[at.SEAT_BASE + rival * at.SEAT_WIDTH + at.CONSENT]
    if word != at.UNSAID and word != before[at.SEAT_BASE + rival * at.SEAT_WIDTH + at.CONSENT]:
        note_act(s, act.RENEW, 1 if word == at.AGREES else 0, 0, True)
    if now[at.STATUS] == at.DENOUNCED and before[at.STATUS] != at.DENOUNCED:
        note_act(s, act.DENOUNCE, 0, 0, now[at.SINCE_END] == 0.0)
    if now[at.TALKS] < before[at.TALKS]:
        note_act(s, act.END_TALKS, 0, 0, True)


def see_levers(ints: list[int], before: list[float], now: list[float], rival: int, s: Sightings) -> None:
    """Levers that were seen pulled: open ones by their day, deniable ones by their count."""
    for lever in range(ints[at.N_LEVERS]):
        for turn in range(2):
            s.pulls[turn][lever] = 0
        if ints[ints[at.LEVERS] + lever * at.LEVER_WIDTH] != rival or s.passed[TURNS] == 0:
            continue
        slot = ints[at.FIRST_LEVER] + lever * at.LEVER_SLOTS
        left = int(now[slot + at.LEVER_SEEN] - before[slot + at.LEVER_SEEN])
        if ints[ints[at.LEVERS] + lever * at.LEVER_WIDTH + at.LEVER_FACE] != at.DENIABLE_LEVER:
            for turn in range(s.passed[TURNS]):
                if left > 0 and s.turns[turn][ON_DAY] == int(now[slot + at.LEVER_DAY]):
                    s.pulls[turn][lever] = 1
                    left -= 1
        for turn in range(s.passed[TURNS]):
            if left > 0 and s.pulls[turn][lever] == 0:
                s.pulls[turn][lever] = 1
                left -= 1


def read_sightings(
    ints: list[int], before: list[float], now: list[float], sight: list[int], seat: int, s: Sightings
) -> None:
    """Fill ``s`` from two observations of ``seat``, the first made before it ended its turn or as the game began."""
    rival = 1 - seat
    count_turns(before, now, seat, s)
    if s.passed[TURNS] > 0:
        see_bids(ints, before, now, rival, s)
        see_answers(ints, before, now, rival, s)
        see_words(before, now, rival, s)
    see_levers(ints, before, now, rival, s)
    for hazard in range(ints[at.N_HAZARDS]):
        slot = ints[at.FIRST_HAPPENED] + hazard
        s.struck[hazard] = int(now[slot]) if s.passed[NIGHTS] > 0 and sight[slot] == EXACT else -1

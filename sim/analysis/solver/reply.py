"""The best reply to a known strategy, exactly, kernel-style: the most that a seat can have by any use of what it sees.

A *position* is a state, what the rival remembers and the errors of sight that may be in force; a *belief* is the
weighted positions that the replying seat cannot tell apart. Its value is that of its best action: what chance and the
rival make of it, summed over the beliefs that follow. Equal beliefs come up by many ways and are valued once. Sums run
in a fixed order, so both forms of the kernel agree.
"""

from sim.analysis.solver import positions as desk
from sim.analysis.solver.follow_up import Search, Values, follow_up, play_on
from sim.analysis.solver.positions import Rows, stir
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.legality import legal
from sim.rules.packages import face_fits, package_count

GRAIN = 1099511627776.0  # 2**40: so finely are the odds within a belief told apart
UNIT = 1048576  # 2**20: room for each argument of a packed action


def next_group(rows: Rows, first: int, end: int) -> int:
    """Bring together the rows from ``first`` that look like the first of them; how many they are."""
    sight = rows.sights[rows.order[first]]
    n = 1
    for i in range(first + 1, end):
        row = rows.order[i]
        if rows.sights[row] == sight:
            rows.order[i] = rows.order[first + n]
            rows.order[first + n] = row
            n += 1
    return n


def weight_of_belief(rows: Rows, first: int, n: int) -> float:
    """The probability of a belief's positions together."""
    total = 0.0
    for i in range(first, first + n):
        total += rows.weights[rows.order[i]]
    return total


def belief_key(rows: Rows, first: int, n: int, total: float) -> int:
    """The key of a belief: the same for whatever order its positions stand in."""
    key = n
    for i in range(first, first + n):
        row = rows.order[i]
        key = (key + stir(rows.keys[row], int(rows.weights[row] / total * GRAIN + 0.5))) & desk.MASK62
    return key


def look_up(values: Values, key: int) -> int:
    """The slot of a key, or the free one where it belongs."""
    size = len(values.keys)
    slot = key & (size - 1)
    while values.keys[slot] != 0 and values.keys[slot] != key:
        slot = (slot + 1) & (size - 1)
    return slot


def next_action(ints: list[int], mask: list[int], offer: int, action: list[int]) -> bool:
    """Turn ``action`` into the next legal one, from a kind of -1 on; False after the last."""
    kind, a, b = action[0], action[1], action[2] + 1
    while kind < act.N_KINDS:
        n_a, n_b = 1, 1
        if kind < 0 or mask[kind] == 0:
            n_a = 0
        elif kind == act.PROPOSE:
            n_a, n_b = package_count(ints), act.FIRST_SHIFT + 2 * ints[at.N_ISSUES]
        elif kind == act.REJECT:
            n_b = ints[at.N_REASONS]
        elif kind == act.RENEW:
            n_a = 2
        elif kind == act.PULL:
            n_a = ints[at.N_LEVERS]
        if kind in (act.ACCEPT, act.REJECT):
            a = 0
        while a < n_a:
            while b < n_b:
                fits = kind != act.PROPOSE or face_fits(ints, a, b)
                if fits and (kind != act.PULL or mask[act.N_KINDS + a] == 1):
                    action[0] = kind
                    action[1] = offer if kind in (act.ACCEPT, act.REJECT) else a
                    action[2] = b
                    return True
                b += 1
            a += 1
            b = 0
        kind += 1
        a = 0
        b = 0
    return False


def open_belief(ints: list[int], reals: list[float], on: Search, first: int, n: int, depth: int) -> bool:
    """Begin with the belief of the ``n`` positions listed from ``first``; False if its value is known at once."""
    rows, values, counters = on.rows, on.values, on.bench.counters
    frame, sums = on.bench.frames[depth], on.bench.sums[depth]
    total = weight_of_belief(rows, first, n)
    key = belief_key(rows, first, n, total)
    slot = look_up(values, key)
    if values.keys[slot] == key:
        sums[desk.BELIEF_VALUE] = total * values.values[slot]
        return False
    slot = look_up(on.passing, key)
    if on.passing.keys[slot] == key:
        counters[desk.MISSED] += 1
        sums[desk.BELIEF_VALUE] = total * on.passing.values[slot]
        return False
    sums[desk.BELIEF_VALUE] = 0.0
    if counters[desk.ASKED] == len(on.answers.asked_nodes):  # as much as one pass may ask: the rest is for the next
        counters[desk.MISSED] += 1
        return False
    if depth + 1 >= desk.MAX_PLIES or counters[desk.FULL] == 1:
        counters[desk.FULL] = 1
        return False
    counters[desk.VALUED] += 1
    state = rows.states[rows.order[first]]
    legal(ints, reals, state, on.bench.masks[depth])
    on.bench.actions[depth][0] = -1
    on.bench.actions[depth][2] = 0
    frame[desk.BELIEF_FIRST] = first
    frame[desk.BELIEF_SIZE] = n
    frame[desk.BELIEF_KEY] = key
    frame[desk.BELIEF_MISSED] = counters[desk.MISSED]
    frame[desk.BELIEF_TRIED] = 0
    frame[desk.BELIEF_TOP] = counters[desk.TOP]
    frame[desk.BELIEF_ORDERED] = counters[desk.ORDERED]
    frame[desk.BELIEF_NEXT] = 0
    frame[desk.BELIEF_END] = 0
    frame[desk.BELIEF_OFFER] = int(state[at.SEAT_BASE + (1 - int(state[at.TO_MOVE])) * at.SEAT_WIDTH + at.OFFER_ID])
    sums[desk.BELIEF_WEIGHT] = total
    sums[desk.BELIEF_BEST] = -1.0
    return True


def try_next(ints: list[int], reals: list[float], on: Search, depth: int) -> bool:
    """Note what the last action came to, and try the next one; False after the last."""
    bench = on.bench
    frame, sums, action = bench.frames[depth], bench.sums[depth], bench.actions[depth]
    if frame[desk.BELIEF_TRIED] > 0 and sums[desk.BELIEF_SCORE] > sums[desk.BELIEF_BEST]:
        sums[desk.BELIEF_BEST] = sums[desk.BELIEF_SCORE]
        frame[desk.BELIEF_CHOSEN] = action[0] + 16 * (action[1] + UNIT * action[2])
    bench.counters[desk.TOP] = frame[desk.BELIEF_TOP]
    bench.counters[desk.ORDERED] = frame[desk.BELIEF_ORDERED]
    if not next_action(ints, bench.masks[depth], frame[desk.BELIEF_OFFER], action):
        return False
    frame[desk.BELIEF_TRIED] += 1
    sums[desk.BELIEF_SCORE] = follow_up(ints, reals, on, frame[desk.BELIEF_FIRST], frame[desk.BELIEF_SIZE], action)
    frame[desk.BELIEF_NEXT] = frame[desk.BELIEF_ORDERED]
    frame[desk.BELIEF_END] = bench.counters[desk.ORDERED]
    return True


def keep_belief(on: Search, depth: int) -> None:
    """Keep the value of a belief all of whose actions were tried; not where there was no choice, unless it is asked."""
    counters, frame = on.bench.counters, on.bench.frames[depth]
    whole = counters[desk.MISSED] == frame[desk.BELIEF_MISSED]
    if whole and frame[desk.BELIEF_TRIED] == 1 and depth > 0:
        return
    values = on.values if whole else on.passing
    count = desk.KEPT if whole else desk.PASSING
    if counters[count] >= len(values.keys) // 4 * 3:
        if whole:
            counters[desk.FULL] = 1
        return
    slot = look_up(values, frame[desk.BELIEF_KEY])
    counters[count] += 1
    values.keys[slot] = frame[desk.BELIEF_KEY]
    values.values[slot] = on.bench.sums[depth][desk.BELIEF_BEST] / on.bench.sums[depth][desk.BELIEF_WEIGHT]
    values.actions[slot] = frame[desk.BELIEF_CHOSEN]


def value_of(ints: list[int], reals: list[float], on: Search, first: int, n: int) -> float:
    """What the replying seat has of the ``n`` positions listed from ``first``, times their weight.

    Depth first, without recursion: compiled code that calls itself does not survive Numba's cache.
    """
    if not open_belief(ints, reals, on, first, n, 0):
        return on.bench.sums[0][desk.BELIEF_VALUE]
    depth = 0
    while True:
        frame, sums = on.bench.frames[depth], on.bench.sums[depth]
        start = frame[desk.BELIEF_NEXT]
        if start < frame[desk.BELIEF_END]:
            size = next_group(on.rows, start, frame[desk.BELIEF_END])
            frame[desk.BELIEF_NEXT] = start + size
            if open_belief(ints, reals, on, start, size, depth + 1):
                depth += 1
            else:
                sums[desk.BELIEF_SCORE] += on.bench.sums[depth + 1][desk.BELIEF_VALUE]
        elif not try_next(ints, reals, on, depth):
            keep_belief(on, depth)
            if depth == 0:
                return sums[desk.BELIEF_BEST]
            depth -= 1
            on.bench.sums[depth][desk.BELIEF_SCORE] += sums[desk.BELIEF_BEST]


def value_from(ints: list[int], reals: list[float], on: Search) -> float:
    """What the replying seat has of the rows in use by its best reply, times their weight."""
    on.bench.counters[desk.SINCE] = 0
    score = play_on(ints, reals, on)
    start, end = 0, on.bench.counters[desk.ORDERED]
    while start < end:
        size = next_group(on.rows, start, end)
        score += value_of(ints, reals, on, start, size)
        start += size
    return score


def best_of(ints: list[int], reals: list[float], on: Search, n: int) -> int:
    """The slot of ``values`` that holds the belief in the first ``n`` rows (key 0 there: no room was left for it)."""
    value_of(ints, reals, on, 0, n)
    return look_up(on.values, belief_key(on.rows, 0, n, weight_of_belief(on.rows, 0, n)))

"""What follows an action of the replying seat, kernel-style: chance and the rival play on until it decides again.

The rival is a table: (its node, what it sees) gives the chances of its actions and its next node; a node holds all that
it remembers. From some nodes on it may be a built-in agent, which then thinks for itself.
"""

from typing import NamedTuple

from sim.ai.families.policy import choose
from sim.analysis.solver import positions as desk
from sim.analysis.solver.fan import fan_out
from sim.analysis.solver.positions import Bench, Rows, all_errors, key_of, push, see, stir
from sim.rules import layout as at
from sim.rules.legality import legal

ASKED_FOR, TO_ASK = -1, -2


class Answers(NamedTuple):
    """The rival's strategy as far as it is known: a hash table of answers, their branches, and what is to be asked."""

    keys: list[int]
    found: list[int]  # an answer's number plus one; 0: not met yet; TO_ASK or ASKED_FOR
    first: list[int]
    branches: list[int]
    chances: list[float]
    actions: list[list[int]]
    nodes: list[int]
    asked: list[list[float]]  # observations
    asked_nodes: list[int]
    asked_keys: list[int]
    brain: list[float]  # of the built-in agent that it is at the node desk.THINKER
    thoughts: list[int]
    expecting: list[int]  # by node: 1 if it is that agent after all that is not TO_ASK there


class Values(NamedTuple):
    """Beliefs valued already: a hash table."""

    keys: list[int]
    values: list[float]
    actions: list[int]  # packed


class Search(NamedTuple):
    """All that a search works on."""

    rows: Rows
    answers: Answers
    values: Values
    passing: Values  # what was valued without all answers, and holds for the pass only
    bench: Bench


class Step(NamedTuple):
    """What leads on from a row: how likely, under which errors of sight, and the rival's node after it."""

    row: int
    weight: float
    errors: int
    node: int


def go_on(ints: list[int], reals: list[float], on: Search, step: Step, action: list[int]) -> float:
    """Act on a row's state and add all positions that can follow; what the replying seat has of those that are over."""
    bench, ways = on.bench, on.bench.ways
    state = on.rows.states[step.row]
    n = fan_out(ints, reals, state, action, ways)
    if n < 0:
        bench.counters[desk.FULL] = 1
        return 0.0
    score = 0.0
    for i in range(n):
        way = ways.states[i]
        if way[at.ENDING] >= 0.0:
            score += step.weight * ways.chances[i] * ways.scores[i][bench.counters[desk.SEAT]]
            continue
        kept = step.errors
        if way[at.DAY] != state[at.DAY] or way[at.TO_MOVE] != state[at.TO_MOVE]:
            kept = all_errors(bench, int(way[at.TO_MOVE]))
        push(on.rows, bench, way, step.weight * ways.chances[i], kept, step.node)
    return score


def slot_of(answers: Answers, key: int) -> int:
    """The slot of an answer's key, or the free one where it belongs."""
    size = len(answers.keys)
    slot = key & (size - 1)
    while answers.found[slot] != 0 and answers.keys[slot] != key:
        slot = (slot + 1) & (size - 1)
    return slot


def think_for_rival(ints: list[int], reals: list[float], on: Search) -> int:
    """The answer of the built-in agent that the rival has become; -1 if there is no room for another."""
    answers, bench = on.answers, on.bench
    legal(ints, reals, bench.seen, bench.mask)
    choose(ints, reals, bench.seen, bench.mask, answers.brain, bench.action)
    for i in range(bench.counters[desk.THOUGHTS]):
        action = answers.actions[answers.first[answers.thoughts[i]]]
        if action[0] == bench.action[0] and action[1] == bench.action[1] and action[2] == bench.action[2]:
            return answers.thoughts[i]
    number, branch = bench.counters[desk.ANSWERED], bench.counters[desk.BRANCHED]
    if number == len(answers.first) or branch == len(answers.nodes):
        bench.counters[desk.FULL] = 1
        return -1
    answers.first[number] = branch
    answers.branches[number] = 1
    answers.chances[branch] = 1.0
    answers.nodes[branch] = bench.counters[desk.THINKER]
    for i in range(3):
        answers.actions[branch][i] = bench.action[i]
    answers.thoughts[bench.counters[desk.THOUGHTS]] = number
    bench.counters[desk.THOUGHTS] += 1
    bench.counters[desk.ANSWERED] += 1
    bench.counters[desk.BRANCHED] += 1
    return number


def answer_to(ints: list[int], reals: list[float], on: Search, node: int) -> int:
    """The rival's answer at a node to what it sees; -1, and a question noted, if it is not known yet."""
    answers, bench, seen = on.answers, on.bench, on.bench.seen
    if node == bench.counters[desk.THINKER]:
        return think_for_rival(ints, reals, on)
    key = stir(key_of(seen, len(seen)), node)
    slot = slot_of(answers, key)
    if answers.found[slot] > 0:
        return answers.found[slot] - 1
    if answers.found[slot] == 0 and node < len(answers.expecting) and answers.expecting[node] == 1:
        return think_for_rival(ints, reals, on)
    bench.counters[desk.MISSED] += 1
    n = bench.counters[desk.ASKED]
    if answers.found[slot] == ASKED_FOR or n == len(answers.asked_nodes):
        return -1
    answers.keys[slot] = key
    answers.found[slot] = ASKED_FOR
    for i in range(len(seen)):
        answers.asked[n][i] = seen[i]
    answers.asked_nodes[n] = node
    answers.asked_keys[n] = slot
    bench.counters[desk.ASKED] = n + 1
    return -1


def rival_plays(ints: list[int], reals: list[float], on: Search, row: int) -> float:
    """Every ply that the rival may play at a row, for all its errors of sight; the row is then done with."""
    rows, answers, bench = on.rows, on.answers, on.bench
    rows.keys[row] = -1
    rival = 1 - bench.counters[desk.SEAT]
    many = 0
    for error in range(bench.counters[desk.ERRORS_RIVAL]):
        bench.replies[error] = -1
        if (rows.errors[row] >> error) & 1:
            many += 1
            see(ints, reals, rows.states[row], rival, error, bench)
            bench.replies[error] = answer_to(ints, reals, on, rows.nodes[row])
    score = 0.0
    for error in range(bench.counters[desk.ERRORS_RIVAL]):
        answer = bench.replies[error]
        if answer < 0:
            continue
        alike, share = 0, 0
        for other in range(error, bench.counters[desk.ERRORS_RIVAL]):
            if bench.replies[other] == answer:
                bench.replies[other] = -1
                alike |= 1 << other
                share += 1
        for i in range(answers.first[answer], answers.first[answer] + answers.branches[answer]):
            weight = rows.weights[row] * share / many * answers.chances[i]
            step = Step(row, weight, alike, answers.nodes[i])
            score += go_on(ints, reals, on, step, answers.actions[i])
    return score


def settle_sights(ints: list[int], reals: list[float], rows: Rows, bench: Bench) -> None:
    """Where the rival has played on: split rows by what the replying seat sees, and list them."""
    seat = bench.counters[desk.SEAT]
    first = bench.counters[desk.ORDERED]
    n = 0
    for row in range(bench.counters[desk.SINCE], bench.counters[desk.TOP]):
        if rows.keys[row] < 0:
            continue
        errors, weight = rows.errors[row], rows.weights[row]
        one = errors & -errors
        if errors != one:
            rows.weights[row] = weight / bench.counters[desk.ERRORS_OWN]
            rows.errors[row] = one
            rows.keys[row] = stir(stir(key_of(rows.states[row], len(rows.states[row])), one), rows.nodes[row])
            for error in range(1, bench.counters[desk.ERRORS_OWN]):
                push(rows, bench, rows.states[row], rows.weights[row], 1 << error, rows.nodes[row])
    for row in range(bench.counters[desk.SINCE], bench.counters[desk.TOP]):
        if rows.keys[row] < 0:
            continue
        error = 0
        while (rows.errors[row] >> error) != 1:
            error += 1
        see(ints, reals, rows.states[row], seat, error, bench)
        rows.sights[row] = key_of(bench.seen, len(bench.seen))
        if first + n == len(rows.order):
            bench.counters[desk.FULL] = 1
            return
        rows.order[first + n] = row
        n += 1
    bench.counters[desk.ORDERED] = first + n


def play_on(ints: list[int], reals: list[float], on: Search) -> float:
    """Let the rival play on from the rows last added until all that are left are the replying seat's to decide."""
    score = 0.0
    row = on.bench.counters[desk.SINCE]
    while row < on.bench.counters[desk.TOP]:
        if int(on.rows.states[row][at.TO_MOVE]) != on.bench.counters[desk.SEAT]:
            score += rival_plays(ints, reals, on, row)
        row += 1
    settle_sights(ints, reals, on.rows, on.bench)
    return score


def follow_up(ints: list[int], reals: list[float], on: Search, first: int, n: int, action: list[int]) -> float:
    """Act at a belief, let chance and the rival play on, and list all rows at which the replying seat decides next.

    Returns what the replying seat has of the games that are over by then.
    """
    rows = on.rows
    on.bench.counters[desk.SINCE] = on.bench.counters[desk.TOP]
    score = 0.0
    for i in range(first, first + n):
        row = rows.order[i]
        score += go_on(ints, reals, on, Step(row, rows.weights[row], rows.errors[row], rows.nodes[row]), action)
    return score + play_on(ints, reals, on)

"""Every outcome of one action, kernel-style: what chance can make of it, each with its probability.

Chance is met through forced outcomes, as in ``perft``: a first run lets every draw fall as it may, then the last draw
that has an outcome left takes its next one, and so on like an odometer, until each way has been gone once.
"""

from typing import NamedTuple

from sim.rules import events as ev
from sim.rules import layout as at
from sim.rules.endings import returns
from sim.rules.game import apply, night_falls, start
from sim.rules.luck import FIRST_FORCED, MAX_FORCED, N_FORCED, TRACE
from sim.rules.night import night

START = -1  # in place of a kind of action: the first morning
TOO_MANY = -1
MAX_OUTCOMES = 256  # of one action with the night after it
# A draw on the way: the row of the log that tells of it, the outcome it had first, and whether all others were taken.
DRAW_ROW, DRAW_FIRST, DRAW_WIDTH = 0, 1, 2
DRAWS_SIZE = MAX_FORCED * DRAW_WIDTH


class Ways(NamedTuple):
    """Working vectors, and what they are for: each state that can follow, its chance, and both scores if it is over."""

    luck: list[int]
    log: list[float]
    draws: list[int]
    states: list[list[float]]
    chances: list[float]
    scores: list[list[float]]


def odds_of(reals: list[float], log: list[float], row: int, outcome: int) -> float:
    """The probability of an outcome of the draw of which a row of the log tells."""
    value = log[row + ev.EVENT_VALUE]
    if log[row] == ev.CHANCE:
        return value if outcome == 1 else 1.0 - value
    return reals[int(value) // 64 + outcome]


def outcomes_of(log: list[float], row: int) -> int:
    """How many outcomes the draw has of which a row of the log tells."""
    return 2 if log[row] == ev.CHANCE else int(log[row + ev.EVENT_VALUE]) % 64


def read_draws(reals: list[float], luck: list[int], log: list[float], draws: list[int]) -> float:
    """Force every draw in the log as it came out; the probability of all of them, or -1 if they are too many.

    A draw made twice comes out alike and counts once.
    """
    n, chance = 0, 1.0
    for i in range(int(log[0])):
        row = 1 + i * ev.EVENT_ROW
        if log[row] != ev.CHANCE and log[row] != ev.CHANCE_AMONG:
            continue
        point, outcome = int(log[row + ev.EVENT_A]), int(log[row + ev.EVENT_B])
        met = False
        for j in range(n):
            if luck[FIRST_FORCED + 2 * j] == point:
                met = True
        if met:
            continue
        if n == MAX_FORCED:
            return -1.0
        draws[n * DRAW_WIDTH + DRAW_ROW] = row
        if n >= luck[N_FORCED]:
            draws[n * DRAW_WIDTH + DRAW_FIRST] = outcome
            luck[FIRST_FORCED + 2 * n] = point
        luck[FIRST_FORCED + 2 * n + 1] = outcome
        chance *= odds_of(reals, log, row, outcome)
        n += 1
    luck[N_FORCED] = n
    return chance


def turn_over(reals: list[float], luck: list[int], log: list[float], draws: list[int]) -> bool:
    """Turn to the next way that chance can go; False if there is none left."""
    for n in range(luck[N_FORCED] - 1, -1, -1):
        row = draws[n * DRAW_WIDTH + DRAW_ROW]
        outcome = luck[FIRST_FORCED + 2 * n + 1]
        for _ in range(outcomes_of(log, row)):
            outcome = (outcome + 1) % outcomes_of(log, row)
            if outcome == draws[n * DRAW_WIDTH + DRAW_FIRST]:
                break
            if odds_of(reals, log, row, outcome) > 0.0:
                luck[FIRST_FORCED + 2 * n + 1] = outcome
                luck[N_FORCED] = n + 1
                return True
    return False


def fan_out(ints: list[int], reals: list[float], before: list[float], action: list[int], ways: Ways) -> int:
    """Fill ``ways`` with all that an action (and the night that it brings) can lead to, and say how many they are.

    ``TOO_MANY`` if they, or the draws of one of them, do not fit.
    """
    luck, log, chances = ways.luck, ways.log, ways.chances
    luck[TRACE] = 1
    luck[N_FORCED] = 0
    for n in range(len(chances)):
        state = ways.states[n]
        log[0] = 0.0
        for slot in range(ints[at.N_STATE]):
            state[slot] = before[slot]
        if action[0] == START:
            start(ints, reals, state, luck, log)
        else:
            apply(ints, reals, state, luck, log, action)
            if night_falls(state):
                night(ints, reals, state, luck, log)
        chances[n] = read_draws(reals, luck, log, ways.draws)
        if chances[n] < 0.0:
            return TOO_MANY
        if state[at.ENDING] >= 0.0:
            for seat in range(2):
                ways.scores[n][seat] = returns(ints, reals, state, seat)
        if not turn_over(reals, luck, log, ways.draws):
            return n + 1
    return TOO_MANY

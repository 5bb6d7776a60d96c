"""Whole games between built-in agents, kernel-style: a batch never leaves compiled code.

``Desk`` holds the working vectors of one game, reused from game to game: nothing is allocated in the loop. ``Tape``
holds what is kept of each game; a kind of row that is not wanted has length zero. A game signs no more agreements than
it has days, since a signature takes two acts at the table, of which a day has two: so many rows there are.
"""

from typing import NamedTuple

from sim.ai.families.brain import seed_brain
from sim.ai.families.policy import choose
from sim.rules import events as ev
from sim.rules import layout as at
from sim.rules.endings import returns
from sim.rules.game import apply, night_falls, seed_luck, start
from sim.rules.legality import legal
from sim.rules.night import night
from sim.rules.observation import observe

# Columns of an agreement's row; ``HANDED_ON`` is 1 if it was amended and its truce went on.
SIGNED_ON, PACKAGE, ENDED_ON, HOW, HELD, TIMES_RENEWED, HANDED_ON, AGREEMENT_WIDTH = 0, 1, 2, 3, 4, 5, 6, 7
REPLACED = 9  # how an agreement ended that was amended; otherwise a status of ``layout``
ACTION_WIDTH = 5  # day, seat, kind, a, b


class Desk(NamedTuple):
    """Working vectors of one game."""

    state: list[float]
    seen: list[float]
    mask: list[int]
    luck: list[int]
    log: list[float]
    action: list[int]
    first: list[float]  # the brain of each seat
    second: list[float]


class Tape(NamedTuple):
    """What is kept: one row a game, and for each game rows of agreements, days and actions."""

    finals: list[list[float]]
    scores: list[list[float]]
    decisions: list[int]
    agreements: list[list[list[float]]]
    signed: list[int]
    days: list[list[list[float]]]
    actions: list[list[list[int]]]
    acted: list[int]
    truces: list[int]  # nights that fell while a truce stood


def note_agreements(desk: Desk, tape: Tape, game: int) -> None:
    """Read from the log what became of agreements since it was last cleared."""
    rows = tape.agreements[game]
    day = desk.state[at.DAY]
    for i in range(int(desk.log[0])):
        row = 1 + i * ev.EVENT_ROW
        code = int(desk.log[row])
        last = tape.signed[game] - 1
        if code == ev.WAS_SIGNED or code == ev.WAS_AMENDED:
            if code == ev.WAS_AMENDED:
                rows[last][ENDED_ON] = day
                rows[last][HOW] = REPLACED
                rows[last][HANDED_ON] = desk.log[row + ev.EVENT_VALUE]
            tape.signed[game] += 1
            rows[last + 1][SIGNED_ON] = day
            rows[last + 1][PACKAGE] = desk.log[row + ev.EVENT_B]
            rows[last + 1][HOW] = at.IN_FORCE
        elif last >= 0 and code == ev.WAS_RENEWED:
            rows[last][TIMES_RENEWED] += 1.0
        elif last >= 0 and (code == ev.HAS_EXPIRED or code == ev.HAS_COLLAPSED or code == ev.WAS_DENOUNCED):
            rows[last][ENDED_ON] = day
            rows[last][HELD] = desk.log[row + ev.EVENT_VALUE]
            rows[last][HOW] = at.DENOUNCED
            if code == ev.HAS_EXPIRED:
                rows[last][HOW] = at.EXPIRED
            elif code == ev.HAS_COLLAPSED:
                rows[last][HOW] = at.COLLAPSED


def carry_out(ints: list[int], reals: list[float], desk: Desk, tape: Tape, game: int) -> None:
    """Apply the action in hand, and keep it if actions are wanted."""
    tape.decisions[game] += 1
    if len(tape.actions) > 0 and tape.acted[game] < len(tape.actions[game]):
        row = tape.actions[game][tape.acted[game]]
        row[0] = int(desk.state[at.DAY])
        row[1] = int(desk.state[at.TO_MOVE])
        for i in range(3):
            row[2 + i] = desk.action[i]
        tape.acted[game] += 1
    apply(ints, reals, desk.state, desk.luck, desk.log, desk.action)


def ply(ints: list[int], reals: list[float], desk: Desk, tape: Tape, game: int) -> None:
    """One decision of the seat to move, by its agent, on its observation."""
    seat = int(desk.state[at.TO_MOVE])
    observe(ints, reals, desk.state, desk.luck, seat, desk.seen)
    legal(ints, reals, desk.seen, desk.mask)
    choose(ints, reals, desk.seen, desk.mask, desk.first if seat == 0 else desk.second, desk.action)
    carry_out(ints, reals, desk, tape, game)


def close_day(ints: list[int], reals: list[float], desk: Desk, tape: Tape, game: int) -> None:
    """The night of a day whose turns are over, and what is kept of both."""
    day = int(desk.state[at.DAY])
    note_agreements(desk, tape, game)
    desk.log[0] = 0.0
    if desk.state[at.TRUCE] > 0.0:
        tape.truces[game] += 1
    night(ints, reals, desk.state, desk.luck, desk.log)
    if len(tape.days) > 0:
        row = tape.days[game][day - 1]
        for slot in range(ints[at.N_STATE]):
            row[slot] = desk.state[slot]
    if desk.state[at.ENDING] < 0.0:
        desk.state[at.DAY] -= 1.0  # the night's log belongs to the day that is over
        note_agreements(desk, tape, game)
        desk.state[at.DAY] += 1.0
        desk.log[0] = 0.0


def close_game(ints: list[int], reals: list[float], desk: Desk, tape: Tape, game: int) -> None:
    """What is kept of a game that is over."""
    note_agreements(desk, tape, game)
    desk.log[0] = 0.0
    for slot in range(ints[at.N_STATE]):
        tape.finals[game][slot] = desk.state[slot]
    for seat in range(2):
        tape.scores[game][seat] = returns(ints, reals, desk.state, seat)


def play_game(ints: list[int], reals: list[float], desk: Desk, tape: Tape, game: int) -> None:
    """Play a game that has been started, to its end."""
    while desk.state[at.ENDING] < 0.0:
        ply(ints, reals, desk, tape, game)
        if night_falls(desk.state):
            close_day(ints, reals, desk, tape, game)
    close_game(ints, reals, desk, tape, game)


def play_games(ints: list[int], reals: list[float], desk: Desk, tape: Tape, rng_seed: int, first_game: int) -> None:
    """Play as many games as ``tape`` has rows, numbered from ``first_game``."""
    for game in range(len(tape.decisions)):
        seed_luck(desk.luck, rng_seed, first_game + game)
        seed_brain(desk.first, rng_seed, first_game + game)
        seed_brain(desk.second, rng_seed, first_game + game)
        desk.log[0] = 0.0
        start(ints, reals, desk.state, desk.luck, desk.log)
        play_game(ints, reals, desk, tape, game)

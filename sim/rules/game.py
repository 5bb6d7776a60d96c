"""A game from its first morning: the start, and the application of one action."""

from sim.rules import actions as act
from sim.rules import events as ev
from sim.rules import layout as at
from sim.rules.agreement import end_agreement
from sim.rules.clauses import refresh_clauses
from sim.rules.effects import run_hook
from sim.rules.endings import check_ending
from sim.rules.events import emit
from sim.rules.levers import pull
from sim.rules.luck import (
    AT_START,
    FIRST_FORCED,
    KEY_HIGH,
    KEY_LOW,
    N_FORCED,
    OF_TYPE,
    TRACE,
    WORLD,
    game_key,
    pick,
    point_of,
)
from sim.rules.offers import accept, propose, refuse, withdraw


def seed_luck(luck: list[int], rng_seed: int, game: int) -> None:
    """Key ``luck`` (length ``LUCK_SIZE``) to a game, with nothing forced and no trace."""
    luck[KEY_LOW] = game_key(rng_seed, game, WORLD, 0)
    luck[KEY_HIGH] = game_key(rng_seed, game, WORLD, 1)
    luck[TRACE] = 0
    luck[N_FORCED] = 0
    luck[FIRST_FORCED] = 0


def start(ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float]) -> None:
    """Fill ``state`` (length ``N_STATE``) with the first morning: starting values, then each seat's private type."""
    for slot in range(ints[at.N_STATE]):
        state[slot] = 0.0
    for i in range(ints[at.N_STARTS]):
        row = ints[at.STARTS] + i * at.START_WIDTH
        n = ints[row + at.START_VALUES]
        first = ints[at.STARTS_REALS] + ints[row + at.START_FIRST]
        chosen = 0
        if n > 1:
            chosen = pick(luck, log, point_of(0, AT_START, i, 0), reals, first + n, n)
        state[ints[row]] = reals[first + chosen]
    state[at.ENDING] = at.NO_ENDING
    state[at.DAY] = 1.0
    state[at.OPENS_TODAY] = ints[at.OPENER]
    state[at.TO_MOVE] = ints[at.OPENER]
    for seat in range(2):
        draw_type(ints, reals, state, luck, log, seat)
    refresh_clauses(ints, state, True)


def draw_type(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], seat: int
) -> None:
    """Draw a seat's private type from its priors."""
    row = ints[at.SEATS] + seat * at.SEAT_ROW
    width = at.TYPE_WEIGHTS + ints[at.N_COMPONENTS]
    priors = ints[at.PRIORS_REALS] + ints[row]
    kind = pick(luck, log, point_of(0, OF_TYPE, seat, 0), reals, priors, ints[row + at.SEAT_TYPES])
    base = at.SEAT_BASE + seat * at.SEAT_WIDTH
    state[base + at.TYPE] = kind
    state[base + at.RESOLVE] = reals[ints[at.TYPES_REALS] + (ints[row] + kind) * width + at.TYPE_RESOLVE]


def end_turn(state: list[float]) -> None:
    """Pass to the other seat, or, after the second turn, to the night (``TURN`` becomes 2)."""
    state[at.TURN] += 1.0
    if state[at.TURN] < 2.0:
        state[at.TO_MOVE] = 1.0 - state[at.TO_MOVE]
        state[at.TABLED] = 0.0
        state[at.PULLED] = 0.0


def denounce(ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float]) -> None:
    """Leave the agreement in force or suspended; the hook sees how much of it was left."""
    seat = int(state[at.TO_MOVE])
    emit(log, ev.WAS_DENOUNCED, seat, state[at.LEFT], state[at.AGE])
    run_hook(ints, reals, state, luck, log, 2 * at.ON_DENOUNCED + seat)
    end_agreement(ints, reals, state, luck, log, at.DENOUNCED)


def end_talks(ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float]) -> None:
    """Leave the table for good. What was signed runs on, and on the last day the night still comes before the end."""
    seat = int(state[at.TO_MOVE])
    state[at.TALKS] = 0.0
    emit(log, ev.TALKS_ENDED, seat, 0, 0.0)
    run_hook(ints, reals, state, luck, log, 2 * at.ON_TALKS_ENDED + seat)
    if state[at.DAY] < ints[at.HORIZON]:
        check_ending(ints, reals, state, luck, log)


def consent(state: list[float], log: list[float], agrees: int) -> None:
    """Speak for or against renewal at the end of the running term."""
    seat = int(state[at.TO_MOVE])
    state[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.CONSENT] = at.AGREES if agrees else at.OBJECTS
    emit(log, ev.CONSENTED, seat, agrees, 0.0)


def apply(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], action: list[int]
) -> None:
    """Apply a legal action of the seat to move (see ``legality``); after the second turn comes ``night``."""
    kind = action[0]
    if kind == act.END_TURN:
        end_turn(state)
        return
    if kind == act.PULL:
        pull(ints, reals, state, luck, log, action[1])
        return
    state[at.TABLED] = 1.0
    if kind == act.PROPOSE:
        propose(ints, reals, state, luck, log, action)
    elif kind == act.ACCEPT:
        accept(ints, reals, state, luck, log, action)
    elif kind == act.REJECT:
        refuse(ints, reals, state, luck, log, action)
    elif kind == act.WITHDRAW:
        withdraw(state, log)
    elif kind == act.RENEW:
        consent(state, log, action[1])
    elif kind == act.DENOUNCE:
        denounce(ints, reals, state, luck, log)
    elif kind == act.END_TALKS:
        end_talks(ints, reals, state, luck, log)


def night_falls(state: list[float]) -> bool:
    """Whether both turns of the day are over and the game is not."""
    return state[at.TURN] >= 2.0 and state[at.ENDING] < 0.0

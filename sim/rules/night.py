"""Night: the world's move, in the order that the scenario gives, by known probabilities."""

from sim.rules import events as ev
from sim.rules import layout as at
from sim.rules.agreement import agreement_night, run, run_hazard
from sim.rules.effects import block_holds, change, run_draw
from sim.rules.endings import check_ending
from sim.rules.events import emit
from sim.rules.levers import recover
from sim.rules.offers import lapse_offers


def fire(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], event: int
) -> None:
    """Fire an event if its conditions hold; most fire once."""
    row = ints[at.EVENTS] + event * at.EVENT_WIDTH
    slot = ints[at.FIRST_FIRED] + event
    if (ints[row + at.EVENT_ONCE] and state[slot] > 0.0) or not block_holds(ints, reals, state, ints[row]):
        return
    state[slot] += 1.0
    emit(log, ev.FIRED, event, state[slot], 0.0)
    run(ints, reals, state, luck, log, ints[row])


def run_program(ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float]) -> None:
    """The night's steps in order."""
    for step in range(ints[at.N_PROGRAM]):
        row = ints[at.PROGRAM] + step * at.PROGRAM_WIDTH
        kind = ints[row]
        what = ints[row + at.PROGRAM_ARGUMENT]
        if kind == at.RUN_FLOW:
            run(ints, reals, state, luck, log, what)
        elif kind == at.RUN_HAZARD:
            run_hazard(ints, reals, state, luck, log, what)
        elif kind == at.RUN_DRAW:
            run_draw(ints, reals, state, luck, log, what)
        elif kind == at.RUN_EVENT:
            fire(ints, reals, state, luck, log, what)
        else:
            agreement_night(ints, reals, state, luck, log)


def dawn(state: list[float]) -> None:
    """The first turn of the next day; who opens alternates."""
    state[at.DAY] += 1.0
    state[at.OPENS_TODAY] = 1.0 - state[at.OPENS_TODAY]
    state[at.TO_MOVE] = state[at.OPENS_TODAY]
    state[at.TURN] = 0.0
    state[at.TABLED] = 0.0
    state[at.PULLED] = 0.0


def night(ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float]) -> None:
    """From the last turn of a day to the first of the next, or to the end of the game."""
    first = ints[at.FIRST_HAPPENED]
    for slot in range(first, first + ints[at.N_HAZARDS]):
        state[slot] = 0.0
    run_program(ints, reals, state, luck, log)
    for seat in range(2):
        slot = at.SEAT_BASE + seat * at.SEAT_WIDTH + at.CAPITAL
        per_day = reals[ints[at.SEATS_REALS] + seat * at.SEAT_REALS + at.SEAT_PER_DAY]
        change(ints, reals, state, slot, state[slot] + per_day)
    recover(ints, state)
    lapse_offers(ints, state, log)
    if not check_ending(ints, reals, state, luck, log):
        dawn(state)

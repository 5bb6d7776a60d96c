"""An agreement executed: stages, clauses in force, obligations judged, renewal, suspension and end.

Signing enters the first stage whose needs the package meets. Each night in force, clauses act and obligations that have
fallen due are judged; a later stage may open; at the end of its term a stage is renewed or the agreement expires.
"""

from sim.rules import events as ev
from sim.rules import layout as at
from sim.rules.effects import block_holds, run_block, run_hook
from sim.rules.events import emit
from sim.rules.hazards import possible, strike
from sim.rules.terms import all_hold


def needs_met(ints: list[int], state: list[float], first: int, n: int) -> bool:
    """Whether the agreed package has the options that ``n`` needs from ``first`` name."""
    for i in range(first, first + n):
        row = ints[at.NEEDS] + i * at.NEED_WIDTH
        option = state[ints[at.FIRST_PACKAGE] + ints[row]]
        if option < ints[row + at.NEED_LOW] or option > ints[row + at.NEED_HIGH]:
            return False
    return True


def stage_days(ints: list[int], reals: list[float], state: list[float], stage: int) -> float:
    """Length of a stage's term in days: its own, or the agreed option of the issue that sets it."""
    issue = ints[ints[at.STAGES] + stage * at.STAGE_WIDTH + at.STAGE_ISSUE]
    if issue < 0:
        return reals[ints[at.STAGES_REALS] + stage]
    first = ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH + at.ISSUE_FIRST]
    return reals[ints[at.OPTIONS_REALS] + first + int(state[ints[at.FIRST_PACKAGE] + issue])]


def refresh_clauses(ints: list[int], state: list[float], anew: bool) -> None:
    """Set the flags of the clauses in force. What comes into force is owed ``anew``, unless it had only slept."""
    stage = int(state[at.STAGE])
    runs = stage > 0 and state[at.STATUS] == at.IN_FORCE
    for clause in range(ints[at.N_CLAUSES]):
        row = ints[at.CLAUSES] + clause * at.CLAUSE_WIDTH
        in_force = (
            runs
            and (ints[row + at.CLAUSE_STAGES] >> (stage - 1)) & 1 == 1
            and needs_met(ints, state, ints[row], ints[row + at.CLAUSE_NEEDS])
        )
        was = state[ints[at.FIRST_CLAUSE] + clause]
        state[ints[at.FIRST_CLAUSE] + clause] = 1.0 if in_force else 0.0
        if in_force and was == 0.0 and anew:
            first = ints[at.FIRST_DUTY] + ints[row + at.CLAUSE_DUTY]
            for duty in range(first, first + ints[row + at.CLAUSE_DUTIES]):
                state[duty] = at.OWED


def enter_stage(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], stage: int
) -> None:
    """Begin a stage (numbered from 0) and its term."""
    row = ints[at.STAGES] + stage * at.STAGE_WIDTH
    state[at.STAGE] = stage + 1
    state[at.STAGE_DAY] = 0.0
    state[at.LEFT] = stage_days(ints, reals, state, stage)
    state[at.PROMISED] = state[at.LEFT]
    state[at.RENEWAL_COUNT] = 0.0
    if ints[row + at.STAGE_TRUCE]:
        if state[at.TRUCE] == 0.0:
            state[at.AGE] = 0.0
        state[at.TRUCE] = 1.0
    else:
        state[at.TRUCE] = 0.0
    refresh_clauses(ints, state, True)
    emit(log, ev.ENTERED, stage, 0, state[at.LEFT])
    run_hook(ints, reals, state, luck, log, 2 * at.ON_OPENED)


def first_stage(ints: list[int], state: list[float]) -> int:
    """The stage that signing enters, or -1."""
    for stage in range(ints[at.N_STAGES]):
        row = ints[at.STAGES] + stage * at.STAGE_WIDTH
        if needs_met(ints, state, ints[row], ints[row + at.STAGE_NEEDS]):
            return stage
    return -1


def later_stage(ints: list[int], reals: list[float], state: list[float]) -> int:
    """A later stage that opens now, or -1."""
    for stage in range(int(state[at.STAGE]), ints[at.N_STAGES]):
        row = ints[at.STAGES] + stage * at.STAGE_WIDTH
        if (
            ints[row + at.STAGE_OPENS]
            and needs_met(ints, state, ints[row], ints[row + at.STAGE_NEEDS])
            and all_hold(ints, reals, state, ints[row + at.STAGE_CONDITION], ints[row + at.STAGE_CONDITIONS])
        ):
            return stage
    return -1


def end_agreement(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], how: int
) -> None:
    """End it as EXPIRED, COLLAPSED or DENOUNCED. The hooks still see how long it had run and had left."""
    state[at.STATUS] = how
    if how == at.EXPIRED:
        emit(log, ev.HAS_EXPIRED, 0, 0, state[at.AGE])
        run_hook(ints, reals, state, luck, log, 2 * at.ON_EXPIRED)
    elif how == at.COLLAPSED:
        emit(log, ev.HAS_COLLAPSED, 0, 0, state[at.AGE])
        run_hook(ints, reals, state, luck, log, 2 * at.ON_COLLAPSED)
    run_hook(ints, reals, state, luck, log, 2 * at.ON_ENDED)
    state[at.STAGE] = 0.0
    state[at.STAGE_DAY] = 0.0
    state[at.TRUCE] = 0.0
    state[at.LEFT] = 0.0
    state[at.PROMISED] = 0.0
    state[at.AGE] = 0.0
    state[at.RENEWAL_COUNT] = 0.0
    state[at.SINCE_END] = 0.0
    state[at.SEAT_BASE + at.CONSENT] = at.UNSAID
    state[at.SEAT_BASE + at.SEAT_WIDTH + at.CONSENT] = at.UNSAID
    refresh_clauses(ints, state, True)


def follow(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], word: int
) -> None:
    """Do what a block says of the agreement: KEEP, COLLAPSE, EXPIRE, SUSPEND or RESUME."""
    in_force = state[at.STATUS] == at.IN_FORCE
    if word == at.COLLAPSE and (in_force or state[at.STATUS] == at.SUSPENDED):
        end_agreement(ints, reals, state, luck, log, at.COLLAPSED)
    elif word == at.EXPIRE and in_force:
        end_agreement(ints, reals, state, luck, log, at.EXPIRED)
    elif word == at.SUSPEND and in_force:
        state[at.STATUS] = at.SUSPENDED
        state[at.TRUCE] = 0.0
        refresh_clauses(ints, state, False)
        emit(log, ev.WAS_SUSPENDED, 0, 0, state[at.LEFT])
        run_hook(ints, reals, state, luck, log, 2 * at.ON_SUSPENDED)
    elif word == at.RESUME and state[at.STATUS] == at.SUSPENDED:
        state[at.STATUS] = at.IN_FORCE
        stage = int(state[at.STAGE]) - 1
        state[at.TRUCE] = ints[ints[at.STAGES] + stage * at.STAGE_WIDTH + at.STAGE_TRUCE]
        refresh_clauses(ints, state, False)
        emit(log, ev.WAS_RESUMED, 0, 0, state[at.LEFT])


def run(ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], block: int) -> None:
    """Run a whole block: if its conditions hold, its effects and draws, then its word on the agreement."""
    if block < 0 or not block_holds(ints, reals, state, block):
        return
    run_block(ints, reals, state, luck, log, block)
    follow(ints, reals, state, luck, log, ints[ints[at.BLOCKS] + block * at.BLOCK_WIDTH + at.BLOCK_AGREEMENT])


def run_hazard(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], hazard: int
) -> bool:
    """Draw a hazard if it is possible; if it strikes, run its block."""
    if not possible(ints, reals, state, hazard) or not strike(ints, reals, state, luck, log, hazard):
        return False
    run(ints, reals, state, luck, log, ints[ints[at.HAZARDS] + hazard * at.HAZARD_WIDTH + at.HAZARD_BLOCK])
    return True


def judge(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], duty: int
) -> None:
    """Judge an obligation of a clause in force: kept, breached (once, with consequences) or cured."""
    row = ints[at.DUTIES] + duty * at.DUTY_WIDTH
    if state[at.STAGE_DAY] < ints[row + at.DUTY_DUE]:
        return
    slot = ints[at.FIRST_DUTY] + duty
    if all_hold(ints, reals, state, ints[row + at.DUTY_CONDITION], ints[row + at.DUTY_CONDITIONS]):
        if state[slot] != at.KEPT:
            state[slot] = at.KEPT
            emit(log, ev.DUTY_KEPT, duty, 0, 0.0)
    elif state[slot] != at.BREACHED:
        state[slot] = at.BREACHED
        emit(log, ev.DUTY_BREACHED, duty, 0, 0.0)
        if ints[row + at.DUTY_BREACH] >= 0:
            run_block(ints, reals, state, luck, log, ints[row + at.DUTY_BREACH])


def run_clauses(ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float]) -> None:
    """One night of every clause in force."""
    for clause in range(ints[at.N_CLAUSES]):
        if state[ints[at.FIRST_CLAUSE] + clause] == 0.0:
            continue
        row = ints[at.CLAUSES] + clause * at.CLAUSE_WIDTH
        block = ints[row + at.CLAUSE_BLOCK]
        if block >= 0 and block_holds(ints, reals, state, block):
            run_block(ints, reals, state, luck, log, block)
        first = ints[row + at.CLAUSE_DUTY]
        for duty in range(first, first + ints[row + at.CLAUSE_DUTIES]):
            judge(ints, reals, state, luck, log, duty)


def consented(state: list[float], rule: int) -> bool:
    """Whether the seats' words about renewal are enough."""
    first = state[at.SEAT_BASE + at.CONSENT]
    second = state[at.SEAT_BASE + at.SEAT_WIDTH + at.CONSENT]
    if rule == at.BOTH_AGREE:
        return first == at.AGREES and second == at.AGREES
    return first != at.OBJECTS and second != at.OBJECTS


def renewal_due(ints: list[int], reals: list[float], state: list[float]) -> int:
    """The first renewal whose terms are met for the running stage, or -1."""
    for renewal in range(ints[at.N_RENEWALS]):
        row = ints[at.RENEWALS] + renewal * at.RENEWAL_WIDTH
        if (
            ints[row] == int(state[at.STAGE]) - 1
            and state[at.RENEWAL_COUNT] < ints[row + at.RENEWAL_AT_MOST]
            and consented(state, ints[row + at.RENEWAL_CONSENT])
            and needs_met(ints, state, ints[row + at.RENEWAL_NEED], ints[row + at.RENEWAL_NEEDS])
            and all_hold(ints, reals, state, ints[row + at.RENEWAL_CONDITION], ints[row + at.RENEWAL_CONDITIONS])
        ):
            return renewal
    return -1


def charge_both(state: list[float], cost: float) -> None:
    """Take political capital from both seats, never below zero."""
    for seat in range(2):
        slot = at.SEAT_BASE + seat * at.SEAT_WIDTH + at.CAPITAL
        state[slot] = state[slot] - cost if state[slot] > cost else 0.0


def end_of_term(ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float]) -> None:
    """The term is over: renew, or expire."""
    renewal = renewal_due(ints, reals, state)
    if renewal >= 0:
        row = ints[at.RENEWALS] + renewal * at.RENEWAL_WIDTH
        risk = ints[row + at.RENEWAL_RISK]
        if risk < 0 or not run_hazard(ints, reals, state, luck, log, risk):
            stage = int(state[at.STAGE]) - 1
            state[at.RENEWAL_COUNT] += 1.0
            state[at.LEFT] = stage_days(ints, reals, state, stage)
            state[at.PROMISED] = state[at.LEFT]
            state[at.SEAT_BASE + at.CONSENT] = at.UNSAID
            state[at.SEAT_BASE + at.SEAT_WIDTH + at.CONSENT] = at.UNSAID
            charge_both(state, reals[ints[at.RENEWALS_REALS] + renewal])
            emit(log, ev.WAS_RENEWED, renewal, state[at.RENEWAL_COUNT], state[at.LEFT])
            run(ints, reals, state, luck, log, ints[row + at.RENEWAL_BLOCK])
            run_hook(ints, reals, state, luck, log, 2 * at.ON_RENEWED)
            return
    if state[at.STATUS] == at.IN_FORCE:
        end_agreement(ints, reals, state, luck, log, at.EXPIRED)


def agreement_night(ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float]) -> None:
    """One night of the running agreement; without one, the days since the last are counted."""
    if state[at.STATUS] != at.IN_FORCE:
        if state[at.STATUS] != at.SUSPENDED:
            state[at.SINCE_END] += 1.0
        return
    state[at.STAGE_DAY] += 1.0
    state[at.LEFT] = state[at.LEFT] - 1.0 if state[at.LEFT] > 1.0 else 0.0
    if state[at.TRUCE] > 0.0:
        state[at.AGE] += 1.0
    run_clauses(ints, reals, state, luck, log)
    stage = later_stage(ints, reals, state)
    if stage >= 0:
        enter_stage(ints, reals, state, luck, log, stage)
    elif state[at.LEFT] <= 0.0:
        end_of_term(ints, reals, state, luck, log)

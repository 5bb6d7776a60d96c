"""An agreement executed: stages, amendment, renewal, suspension and end. Its clauses are the matter of ``clauses``.

Signing enters the first stage whose needs the package meets. Each night in force, clauses act and obligations that have
fallen due are judged; a later stage may open; at the end of its term a stage is renewed or the agreement expires.

Signing while an agreement runs amends it: a truce goes on without a break, and renewals used stay used. It goes on in
the running stage if the new package meets its needs, with the new package's term from now on; else it enters the first
stage that takes it. What clauses newly in force oblige to is owed anew, and so is what a clause obliges to that needs
an option of a changed issue; all else stands as it stood, to be judged on the night on which it was due before.

While an agreement is suspended no clause acts and no clock runs: neither its term nor the age of its truce nor the
nights until an obligation falls due. Resumed or amended, it goes on where it stopped; and it may be denounced, or
collapse, but neither expire nor be renewed.
"""

from sim.rules import events as ev
from sim.rules import layout as at
from sim.rules.clauses import count_anew, needs_met, refresh_clauses, run_clauses
from sim.rules.effects import block_holds, run_block, run_hook
from sim.rules.events import emit
from sim.rules.hazards import possible, strike
from sim.rules.terms import all_hold


def stage_days(ints: list[int], reals: list[float], state: list[float], stage: int) -> float:
    """Length of a stage's term in days: its own, or the agreed option of the issue that sets it."""
    issue = ints[ints[at.STAGES] + stage * at.STAGE_WIDTH + at.STAGE_ISSUE]
    if issue < 0:
        return reals[ints[at.STAGES_REALS] + stage]
    first = ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH + at.ISSUE_FIRST]
    return reals[ints[at.OPTIONS_REALS] + first + int(state[ints[at.FIRST_PACKAGE] + issue])]


def unsay(state: list[float]) -> None:
    """A new term begins: what the seats said about renewal was said of the last one."""
    for seat in range(2):
        state[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.CONSENT] = at.UNSAID


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
    unsay(state)
    if ints[row + at.STAGE_TRUCE]:
        if state[at.TRUCE] == 0.0:
            state[at.AGE] = 0.0
        state[at.TRUCE] = 1.0
    else:
        state[at.TRUCE] = 0.0
    count_anew(ints, state)
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


def amended_stage(ints: list[int], state: list[float]) -> int:
    """The stage in which an agreement goes on once its package has been changed: the running one if it still may."""
    stage = int(state[at.STAGE]) - 1
    row = ints[at.STAGES] + stage * at.STAGE_WIDTH
    if needs_met(ints, state, ints[row], ints[row + at.STAGE_NEEDS]):
        return stage
    return first_stage(ints, state)


def amend(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], stage: int
) -> None:
    """Go on under the amended package in ``stage``, with a new term and with what is newly owed."""
    if stage == int(state[at.STAGE]) - 1:
        state[at.LEFT] = stage_days(ints, reals, state, stage)
        state[at.PROMISED] = state[at.LEFT]
        unsay(state)
        refresh_clauses(ints, state, True)
    else:
        enter_stage(ints, reals, state, luck, log, stage)
    run_hook(ints, reals, state, luck, log, 2 * at.ON_AMENDED)


def wake(ints: list[int], state: list[float]) -> None:
    """A suspended agreement is in force again, with its truce and its clauses as they were."""
    state[at.STATUS] = at.IN_FORCE
    stage = int(state[at.STAGE]) - 1
    state[at.TRUCE] = ints[ints[at.STAGES] + stage * at.STAGE_WIDTH + at.STAGE_TRUCE]
    refresh_clauses(ints, state, False)


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
    unsay(state)
    count_anew(ints, state)
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
        wake(ints, state)
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


def consented(state: list[float], rule: int) -> bool:
    """Whether the seats' words about renewal are enough."""
    first = state[at.SEAT_BASE + at.CONSENT]
    second = state[at.SEAT_BASE + at.SEAT_WIDTH + at.CONSENT]
    if rule == at.BOTH_AGREE:
        return first == at.AGREES and second == at.AGREES
    return first != at.OBJECTS and second != at.OBJECTS


def renewal_fits(ints: list[int], state: list[float], renewal: int, stage: int) -> bool:
    """Whether a renewal is of a stage, and the agreed package has what it needs."""
    row = ints[at.RENEWALS] + renewal * at.RENEWAL_WIDTH
    return ints[row] == stage and needs_met(ints, state, ints[row + at.RENEWAL_NEED], ints[row + at.RENEWAL_NEEDS])


def renewal_due(ints: list[int], reals: list[float], state: list[float]) -> int:
    """The first renewal whose terms are met for the running stage, or -1; ``at_most`` counts every kind of renewal."""
    for renewal in range(ints[at.N_RENEWALS]):
        row = ints[at.RENEWALS] + renewal * at.RENEWAL_WIDTH
        if (
            renewal_fits(ints, state, renewal, int(state[at.STAGE]) - 1)
            and state[at.RENEWAL_COUNT] < ints[row + at.RENEWAL_AT_MOST]
            and consented(state, ints[row + at.RENEWAL_CONSENT])
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
            unsay(state)
            charge_both(state, reals[ints[at.RENEWALS_REALS] + renewal])
            emit(log, ev.WAS_RENEWED, renewal, state[at.RENEWAL_COUNT], state[at.LEFT])
            run(ints, reals, state, luck, log, ints[row + at.RENEWAL_BLOCK])
            run_hook(ints, reals, state, luck, log, 2 * at.ON_RENEWED)
            return
    if state[at.STATUS] == at.IN_FORCE:
        end_agreement(ints, reals, state, luck, log, at.EXPIRED)


def agreement_night(ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float]) -> None:
    """One night of the running agreement. Once one has ended, the days since then are counted."""
    if state[at.STATUS] != at.IN_FORCE:
        if state[at.STATUS] >= at.EXPIRED:
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

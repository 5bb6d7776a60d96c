"""Clauses in force, and the obligations that they lay on a seat: owed, kept, breached, contested, cured.

An obligation falls due on a night counted from the one on which it came to be owed in the running stage, and is judged
that night and every night after. An ambiguous one has several readings, each with a due night and conditions of its
own, of which either seat holds one and knows only its own. It is breached when both find a breach, and contested while
only the seat that it is owed to finds one. What only the reading of whoever owes it finds nobody charges, and that seat
alone knows it: once both have judged it, it stands as kept. A reading by which nothing is due yet finds no breach.
"""

from sim.rules import events as ev
from sim.rules import layout as at
from sim.rules.effects import block_holds, run_block
from sim.rules.events import emit
from sim.rules.terms import all_hold


def needs_met(ints: list[int], state: list[float], first: int, n: int) -> bool:
    """Whether the agreed package has the options that ``n`` needs from ``first`` name."""
    for i in range(first, first + n):
        row = ints[at.NEEDS] + i * at.NEED_WIDTH
        option = state[ints[at.FIRST_PACKAGE] + ints[row]]
        if option < ints[row + at.NEED_LOW] or option > ints[row + at.NEED_HIGH]:
            return False
    return True


def set_standing(ints: list[int], state: list[float], duty: int, standing: int) -> None:
    """An obligation stands so by everybody's reading."""
    state[ints[at.FIRST_DUTY] + duty] = standing
    ambiguous = ints[ints[at.DUTIES] + duty * at.DUTY_WIDTH + at.DUTY_AMBIGUOUS]
    if ambiguous >= 0:
        own = ints[at.FIRST_READING] + ambiguous * at.AMBIGUOUS_SLOTS + at.OWN_STANDING
        state[own] = standing
        state[own + 1] = standing


def owe(ints: list[int], state: list[float], first: int, n: int) -> None:
    """``n`` obligations from ``first`` are owed from now on, not yet judged by anybody."""
    for duty in range(first, first + n):
        state[ints[at.FIRST_OWED] + duty] = state[at.STAGE_DAY]
        set_standing(ints, state, duty, at.OWED)


def release(ints: list[int], state: list[float], first: int, n: int) -> None:
    """Of ``n`` obligations from ``first``, what is owed and not yet judged is owed no longer; the rest stands."""
    for duty in range(first, first + n):
        if state[ints[at.FIRST_DUTY] + duty] == at.OWED:
            set_standing(ints, state, duty, at.NOT_OWED)


def count_anew(ints: list[int], state: list[float]) -> None:
    """From the start of a stage its nights are counted for every obligation; what has been judged stands."""
    first = ints[at.FIRST_OWED]
    for slot in range(first, first + ints[at.N_DUTIES]):
        state[slot] = 0.0


def refresh_clauses(ints: list[int], state: list[float], anew: bool) -> None:
    """Set the flags of the clauses in force.

    What comes into force is owed ``anew``, and what no longer is in force is owed no longer, unless it only sleeps.
    """
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
        if anew and in_force and was == 0.0:
            owe(ints, state, ints[row + at.CLAUSE_DUTY], ints[row + at.CLAUSE_DUTIES])
        elif anew and not in_force:
            release(ints, state, ints[row + at.CLAUSE_DUTY], ints[row + at.CLAUSE_DUTIES])


def void_changed(ints: list[int], state: list[float], package: int) -> None:
    """Take out of force each clause that needs an option of an issue on which the package at ``package`` differs."""
    for clause in range(ints[at.N_CLAUSES]):
        row = ints[at.CLAUSES] + clause * at.CLAUSE_WIDTH
        first = ints[row]
        for i in range(first, first + ints[row + at.CLAUSE_NEEDS]):
            issue = ints[ints[at.NEEDS] + i * at.NEED_WIDTH]
            if state[ints[at.FIRST_PACKAGE] + issue] != state[package + issue]:
                state[ints[at.FIRST_CLAUSE] + clause] = 0.0


def held_reading(ints: list[int], state: list[float], duty: int, seat: int) -> int:
    """The row of the reading by which a seat judges an obligation; of one hidden from the beholder, the first."""
    row = ints[at.DUTIES] + duty * at.DUTY_WIDTH
    ambiguous = ints[row + at.DUTY_AMBIGUOUS]
    if ambiguous < 0:
        return ints[row + at.DUTY_READING]
    held = int(state[ints[at.FIRST_READING] + ambiguous * at.AMBIGUOUS_SLOTS + at.HELD_READING + seat])
    return ints[row + at.DUTY_READING] + (held if held > 0 else 0)


def finding(ints: list[int], reals: list[float], state: list[float], duty: int, reading: int) -> int:
    """What a reading makes of an obligation tonight: OWED while it is not due, else KEPT or BREACHED."""
    row = ints[at.READINGS] + reading * at.READING_WIDTH
    if state[at.STAGE_DAY] - state[ints[at.FIRST_OWED] + duty] < ints[row]:
        return at.OWED
    if all_hold(ints, reals, state, ints[row + at.READING_CONDITION], ints[row + at.READING_CONDITIONS]):
        return at.KEPT
    return at.BREACHED


def stands(owing: float, other: float) -> int:
    """How an obligation stands, by what the seat that owes it and the other one find: only the other one charges."""
    if other == at.BREACHED:
        return at.BREACHED if owing == at.BREACHED else at.CONTESTED
    return at.OWED if owing == at.OWED else int(other)


def follows(was: float, found: int) -> int:
    """The column of an obligation's row with what follows from a change of standing; KEPT for the first time: -1."""
    if found == at.BREACHED:
        return at.DUTY_BREACH
    if found == at.CONTESTED:
        return at.DUTY_CONTESTED
    if was == at.BREACHED or was == at.CONTESTED:
        return at.DUTY_CURE
    return -1


def told_as(column: int) -> int:
    """The event by which a change of standing is told."""
    if column == at.DUTY_BREACH:
        return ev.DUTY_BREACHED
    if column == at.DUTY_CONTESTED:
        return ev.DUTY_CONTESTED
    if column == at.DUTY_CURE:
        return ev.DUTY_CURED
    return ev.DUTY_KEPT


def judge(
    ints: list[int], reals: list[float], state: list[float], luck: list[int], log: list[float], duty: int
) -> None:
    """Judge an obligation of a clause in force, by its one reading or by those of both seats.

    A standing that has changed is told, with what follows from it, once; what was breached or contested can be cured.
    """
    row = ints[at.DUTIES] + duty * at.DUTY_WIDTH
    ambiguous = ints[row + at.DUTY_AMBIGUOUS]
    if ambiguous < 0:
        found = finding(ints, reals, state, duty, held_reading(ints, state, duty, 0))
    else:
        own = ints[at.FIRST_READING] + ambiguous * at.AMBIGUOUS_SLOTS + at.OWN_STANDING
        for seat in range(2):
            tonight = finding(ints, reals, state, duty, held_reading(ints, state, duty, seat))
            if tonight != at.OWED:
                state[own + seat] = tonight
        found = stands(state[own + ints[row]], state[own + 1 - ints[row]])
    slot = ints[at.FIRST_DUTY] + duty
    if found == at.OWED or found == state[slot]:
        return
    column = follows(state[slot], found)
    state[slot] = found
    emit(log, told_as(column), duty, 0, 0.0)
    if column >= 0:
        run_block(ints, reals, state, luck, log, ints[row + column])


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

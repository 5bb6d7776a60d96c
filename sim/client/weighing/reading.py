"""What a package would put into force, read as sentences: stages and their terms, clauses and who owes them."""

from collections.abc import Sequence

from sim.client import words as common
from sim.client.figures import days
from sim.client.model import Model
from sim.client.naming import condition_of, seat_name
from sim.client.weighing import reading_words as w
from sim.rules import layout as at
from sim.rules.agreement import amended_stage, first_stage, renewal_fits, stage_days
from sim.rules.clauses import needs_met
from sim.rules.terms import all_hold


def agreed_to(model: Model, options: Sequence[int]) -> list[float]:
    """The observation with a package in place of the agreed one."""
    state = list(model.values)
    first = model.tables.ints[at.FIRST_PACKAGE]
    state[first : first + len(options)] = [float(option) for option in options]
    return state


def stages_of(model: Model, state: list[float]) -> list[int]:
    """The stages that an agreed package may go through, by number, in order: from the running one on if it amends."""
    ints = model.tables.ints
    runs = int(state[at.STATUS]) in (at.IN_FORCE, at.SUSPENDED)
    start = amended_stage(ints, state) if runs else first_stage(ints, state)
    if start < 0:
        return []
    return [start, *opening_after(model, state, start)]


def opening_after(model: Model, state: list[float], stage: int) -> list[int]:
    """The later stages that may open for an agreed package, by number, in order."""
    return [later for later in range(stage + 1, model.tables.ints[at.N_STAGES]) if _may_open(model, state, later)]


def conditions_of(model: Model, stage: int) -> range:
    """The rows of the conditions on which a stage opens."""
    row = model.tables.ints[at.STAGES] + stage * at.STAGE_WIDTH
    first = model.tables.ints[row + at.STAGE_CONDITION]
    return range(first, first + model.tables.ints[row + at.STAGE_CONDITIONS])


def _may_open(model: Model, state: list[float], stage: int) -> bool:
    ints = model.tables.ints
    row = ints[at.STAGES] + stage * at.STAGE_WIDTH
    return bool(ints[row + at.STAGE_OPENS]) and needs_met(ints, state, ints[row], ints[row + at.STAGE_NEEDS])


def clauses_in(model: Model, state: list[float], stage: int) -> list[int]:
    """The clauses that an agreed package has in force during a stage, by number."""
    ints = model.tables.ints
    found = []
    for clause in range(ints[at.N_CLAUSES]):
        row = ints[at.CLAUSES] + clause * at.CLAUSE_WIDTH
        runs = ints[row + at.CLAUSE_STAGES] >> stage & 1
        if runs and needs_met(ints, state, ints[row], ints[row + at.CLAUSE_NEEDS]):
            found.append(clause)
    return found


def lull_says(model: Model, options: Sequence[int]) -> list[str]:
    """That a package brings no truce at first, what the truce waits for, how long, and what if that fails to come.

    Nothing if its first stage is a truce, or if by what the seat sees exactly the truce would open on the first night.
    """
    ints, state = model.tables.ints, agreed_to(model, options)
    stages = stages_of(model, state)
    if not stages or is_truce(model, stages[0]):
        return []
    truce = next((stage for stage in stages if is_truce(model, stage)), -1)
    if truce < 0:
        return [w.NEVER_A_TRUCE]
    waits = [i for i in conditions_of(model, truce) if not _surely_holds(model, i)]
    if not waits:
        return []
    conditions = common.AND.join(condition_of(model.book, i, model.values) for i in waits)
    given = sum(stage_days(ints, model.tables.reals, state, stage) for stage in stages[: stages.index(truce)])
    fate = w.LULL_RENEWED if renewal_of(model, state, stages[0]) is not None else w.LULL_ENDS
    return [w.LULL_NEEDS.format(conditions=conditions, days=days(given)), fate]


def only_prepares(model: Model) -> bool:
    """Whether the agreement in force is in a stage that only prepares its truce."""
    return bool(model.values[at.STATUS] == at.IN_FORCE and not model.values[at.TRUCE])


def is_truce(model: Model, stage: int) -> bool:
    """Whether the guns are meant to be silent while a stage, by number, runs."""
    ints = model.tables.ints
    return bool(ints[ints[at.STAGES] + stage * at.STAGE_WIDTH + at.STAGE_TRUCE])


def _surely_holds(model: Model, condition: int) -> bool:
    """Whether a condition holds by a value that the seat sees exactly."""
    ints = model.tables.ints
    slot = ints[ints[at.CONDITIONS] + condition * at.CONDITION_WIDTH]
    exactly = model.names.sd[slot][model.seat] == 0.0
    return exactly and all_hold(ints, model.tables.reals, list(model.values), condition, 1)


def reading(model: Model, options: Sequence[int]) -> list[str]:
    """A package as sentences: what would run and how it goes on, then its clauses with those who owe something."""
    state = agreed_to(model, options)
    stages = stages_of(model, state)
    if not stages:
        return [w.READ_NOTHING]
    now, later = _now_and_later(model, state, stages)
    said = [*lull_says(model, options), course_says(model, options)]
    if now:
        said.append(w.READ_CLAUSES.format(clauses=_listed(model, now)))
    if later:
        said.append(w.READ_LATER.format(clauses=_listed(model, later)))
    return said


def brief_reading(model: Model, options: Sequence[int]) -> str:
    """The same in a line or two: what would run and how it goes on, and how many clauses it has."""
    state = agreed_to(model, options)
    stages = stages_of(model, state)
    if not stages:
        return w.READ_NOTHING
    now, later = _now_and_later(model, state, stages)
    counted = (w.READ_COUNT_LATER if later else w.READ_COUNT).format(n=len(now), later=len(later))
    said = [*lull_says(model, options)[:1], _course(model, state, stages, brief=True), counted if now or later else ""]
    return " ".join(filter(None, said))


def _now_and_later(model: Model, state: list[float], stages: Sequence[int]) -> tuple[list[int], list[int]]:
    """The clauses of the first stage, and those that later ones add, each once."""
    first, *others = [clauses_in(model, state, stage) for stage in stages]
    added = [clause for clauses in others for clause in clauses if clause not in first]
    return first, list(dict.fromkeys(added))


def course_says(model: Model, options: Sequence[int]) -> str:
    """The stages of a package in a sentence: how long, how each goes on, and what the later ones need."""
    state = agreed_to(model, options)
    stages = stages_of(model, state)
    return _course(model, state, stages, brief=False) if stages else w.READ_NOTHING


def _course(model: Model, state: list[float], stages: Sequence[int], *, brief: bool) -> str:
    tables, book = model.tables, model.book
    said = []
    for stage in stages:
        needs = common.AND.join(condition_of(book, i, model.values) for i in conditions_of(model, stage))
        opens = stage != stages[0] and not brief and needs
        said.append(
            (w.READ_OPENS if opens else w.READ_STAGE).format(
                stage=book.word("stages", model.names.stages[stage]),
                days=days_words(stage_days(tables.ints, tables.reals, state, stage)),
                renewal=renewal_words(model, state, stage),
                needs=needs,
            )
        )
    return w.READ_COURSE.format(stages=(w.READ_PERHAPS if brief else w.READ_THEN).join(said))


def renewal_of(model: Model, state: list[float], stage: int) -> int | None:
    """The rule, by number, by which a stage's term may be renewed; none if it cannot be."""
    ints = model.tables.ints
    return next((i for i in range(ints[at.N_RENEWALS]) if renewal_fits(ints, state, i, stage)), None)


def renewal_words(model: Model, state: list[float], stage: int) -> str:
    """How a stage's term may be renewed."""
    ints, renewal = model.tables.ints, renewal_of(model, state, stage)
    if renewal is None:
        return w.READ_NO_RENEWAL
    consent = ints[ints[at.RENEWALS] + renewal * at.RENEWAL_WIDTH + at.RENEWAL_CONSENT]
    return w.READ_BOTH if consent == at.BOTH_AGREE else w.READ_UNLESS


def _listed(model: Model, clauses: Sequence[int]) -> str:
    return "; ".join(_owed(model, model.names.clauses[clause]) for clause in clauses)


def _owed(model: Model, clause: str) -> str:
    """A clause with the seats that owe something under it."""
    seats = [
        model.names.seats.index(seat)
        for id_, _, seat in (duty.partition(".") for duty in model.names.duties)
        if id_ == clause
    ]
    name = model.book.word("clauses", clause)
    if not seats:
        return name
    who = w.BOTH_OWE if len(set(seats)) == 2 else seat_name(model.book, seats[0])
    return w.READ_OWED.format(clause=name, who=who)


def days_words(days: float) -> str:
    """A length of time: hours up to three days, as they are spoken of, then days."""
    return w.HOURS.format(n=24 * days) if days <= 3 else w.DAYS.format(n=days)

"""What a package would put into force, read as sentences: stages and their terms, clauses, what each side would owe."""

from collections.abc import Iterator, Sequence

from sim.client.view import words as w
from sim.client.model import Model
from sim.client.naming import seat_name
from sim.rules import layout as at
from sim.rules.agreement import first_stage, needs_met, stage_days


def agreed_to(model: Model, options: Sequence[int]) -> list[float]:
    """The observation with a package in place of the agreed one."""
    state = list(model.values)
    first = model.tables.ints[at.FIRST_PACKAGE]
    state[first : first + len(options)] = [float(option) for option in options]
    return state


def stages_of(model: Model, state: list[float]) -> list[int]:
    """The stages that an agreed package may go through, by number, in order."""
    ints = model.tables.ints
    start = first_stage(ints, state)
    if start < 0:
        return []
    return [
        stage
        for stage in range(start, ints[at.N_STAGES])
        if stage == start or _may_open(model, state, stage)
    ]


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


def reading(model: Model, options: Sequence[int]) -> list[str]:
    """A package as sentences: what would run, how it goes on, what each side would owe."""
    state = agreed_to(model, options)
    stages = stages_of(model, state)
    if not stages:
        return [w.READ_NOTHING]
    return [_course(model, state, stages), *_clause_words(model, state, stages), *_owed_words(model, state, stages)]


def _course(model: Model, state: list[float], stages: Sequence[int]) -> str:
    tables, book = model.tables, model.book
    said = [
        w.READ_STAGE.format(
            stage=book.word("stages", model.names.stages[stage]),
            days=days_words(stage_days(tables.ints, tables.reals, state, stage)),
        )
        for stage in stages
    ]
    return w.READ_COURSE.format(first=said[0], then=w.READ_THEN.join(["", *said[1:]]), renewal=_renewal(model, state))


def _renewal(model: Model, state: list[float]) -> str:
    """How a package's terms may be renewed."""
    ints = model.tables.ints
    names = []
    for renewal in range(ints[at.N_RENEWALS]):
        row = ints[at.RENEWALS] + renewal * at.RENEWAL_WIDTH
        if needs_met(ints, state, ints[row + at.RENEWAL_NEED], ints[row + at.RENEWAL_NEEDS]):
            rule = w.READ_BOTH if ints[row + at.RENEWAL_CONSENT] == at.BOTH_AGREE else w.READ_UNLESS
            names.append(rule.format(name=model.book.word("renewals", model.names.renewals[renewal]).lower()))
    return w.AND.join(names) if names else w.READ_NO_RENEWAL


def days_words(days: float) -> str:
    """A length of time: hours up to three days, as they are spoken of, then days."""
    return w.HOURS.format(n=24 * days) if days <= 3 else w.DAYS.format(n=days)


def _clause_words(model: Model, state: list[float], stages: Sequence[int]) -> Iterator[str]:
    seen: list[int] = []
    for stage in stages:
        new = [clause for clause in clauses_in(model, state, stage) if clause not in seen]
        seen += new
        if new:
            names = "; ".join(model.book.word("clauses", model.names.clauses[clause]).lower() for clause in new)
            said = w.READ_CLAUSES if stage == stages[0] else w.READ_LATER
            yield said.format(stage=model.book.word("stages", model.names.stages[stage]).lower(), clauses=names)


def _owed_words(model: Model, state: list[float], stages: Sequence[int]) -> Iterator[str]:
    running = {model.names.clauses[c] for stage in stages for c in clauses_in(model, state, stage)}
    for seat in (model.seat, 1 - model.seat):
        owed = [
            model.book.word("clauses", clause).lower()
            for clause, _, who in (duty.partition(".") for duty in model.names.duties)
            if who == model.names.seats[seat] and clause in running
        ]
        if owed:
            yield w.READ_OWES.format(seat=seat_name(model.book, seat), clauses="; ".join(owed))

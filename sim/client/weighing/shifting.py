"""Why a forecast is what it is: where a truce's curve falls with its term, and what changed since the last forecast."""

from collections.abc import Iterator, Sequence
from math import exp
from typing import NamedTuple

from sim.ai.outlook import Course, Outlook
from sim.client.model import Model
from sim.client.naming import capitalised, part_word, seat_name
from sim.client.weighing import expecting_words as w
from sim.client.weighing.expecting import Share, courses, curve, nights_left, percent
from sim.client.weighing.planning import package_of
from sim.client.weighing.reading import agreed_to, is_truce, renewal_words, stages_of
from sim.rules import layout as at
from sim.rules.agreement import stage_days
from sim.rules.arithmetic import logistic
from sim.rules.effects import apply_effects, block_holds
from sim.rules.hazards import logit, possible
from sim.rules.terms import term_value

LEAST_FALL = 0.08  # of all futures, in one night: a smaller fall needs no word
LEAST_SHIFT = 0.1  # the same of what changed between two forecasts
AHEAD = 7  # nights for which forecasts of two days are compared, where both reach so far
LEAST_CAUSE = 0.1  # log-odds by which a term must have moved to be called a cause
ENDS = ("collapse", "suspend", "expire")


# --------------------------------------------------------------------------------------------- the end of a term
def falls_says(model: Model, found: Outlook) -> Iterator[str]:
    """Which fall of a curve is the end of a term, for each package; nothing where none is steep."""
    if model.values[at.STATUS] not in (at.IN_FORCE, at.SUSPENDED):
        for which, course in courses(found):
            yield _fall_says(model, which, course, package_of(model, course.package))
    elif found.running:
        yield _fall_says(model, w.IN_FORCE, found.running, None)


def _fall_says(model: Model, which: str, course: Course, options: Sequence[int] | None) -> str:
    state = list(model.values) if options is None else agreed_to(model, options)
    stage, days = _term(model, state, running=options is None)
    points = curve(course, nights_left(model))
    if not 1 <= days < len(points) - 1 or points[days].share - points[days + 1].share < LEAST_FALL:
        return ""
    return w.TERM_FALL.format(
        which=capitalised(which), night=days, before=percent(points[days]), after=percent(points[days + 1]),
        renewal=renewal_words(model, state, stage),
    )  # fmt: skip


def _term(model: Model, state: list[float], *, running: bool) -> tuple[int, int]:
    """The stage of a truce, and the night with which its term ends: what is left of it, or all of a package's first."""
    ints, reals = model.tables.ints, model.tables.reals
    if running:
        return int(state[at.STAGE]) - 1, int(state[at.LEFT]) if state[at.TRUCE] else 0
    for stage in stages_of(model, state):
        if is_truce(model, stage):
            return stage, int(stage_days(ints, reals, state, stage))
    return -1, 0


# ------------------------------------------------------------------------------------------- since the last forecast
class Cause(NamedTuple):
    """A term of a hazard, by how much its log-odds have moved, and what that does to the chance of a night."""

    hazard: str
    term: str
    moved: float
    weight: float


def shift_says(model: Model, found: Outlook) -> str:
    """What became of a forecast of holding since the one before, if it changed much, and what moved it most."""
    before = model.foresaw
    then = next((look.values for look in model.looks if before and int(look.values[at.DAY]) == before.day), None)
    if before is None or then is None or before.day >= found.day:
        return ""
    for which, now, past in _pairs(found, before):
        points, earlier = curve(now, nights_left(model)), curve(past, nights_left(model))
        nights = min(AHEAD, len(points) - 1, len(earlier) - 1)
        if nights < 1 or not _apart(points[nights], earlier[nights]):
            continue
        said = w.SHIFTED.format(
            which=capitalised(which), nights=w.NIGHTS.format(n=nights), now=percent(points[nights]),
            then=percent(earlier[nights]), day=before.day,
        )  # fmt: skip
        fell = points[nights].share < earlier[nights].share
        term = which == w.IN_FORCE and fell and model.values[at.LEFT] < nights <= then[at.LEFT]
        return f"{said} {w.TERM_NEARS if term else _cause_says(model, then, fell=fell)}"
    return ""


def _pairs(found: Outlook, before: Outlook) -> Iterator[tuple[str, Course, Course]]:
    """What both forecasts tell of: the agreement in force, or the same package."""
    if found.running and before.running:
        yield w.IN_FORCE, found.running, before.running
    past = [course for _, course in courses(before)]
    for which, course in courses(found):
        yield from ((which, course, each) for each in past if each.package == course.package)


def _apart(now: Share, then: Share) -> bool:
    return abs(now.share - then.share) >= LEAST_SHIFT and (now.low > then.high or now.high < then.low)


def _cause_says(model: Model, then: Sequence[float], *, fell: bool) -> str:
    cause = _moved_most(model, then, fell=fell)
    if cause is None:
        return w.SHIFT_UNSEEN.format(rival=seat_name(model.book, 1 - model.seat))
    term = part_word(model.book, ("hazards", cause.hazard, "terms", cause.term))
    hazard = model.book.word("hazards", cause.hazard)
    said = w.SHIFT_WORSE if fell else w.SHIFT_BETTER
    return said.format(term=term, hazard=hazard, times=exp(abs(cause.moved)))


def _moved_most(model: Model, then: Sequence[float], *, fell: bool) -> Cause | None:
    """The term that made an end of the truce likelier, or less so, by most; what is seen exactly before estimates."""
    causes = [each for each in _causes(model, then) if (each.moved > 0) == fell and abs(each.moved) >= LEAST_CAUSE]
    return max(causes, key=lambda each: abs(each.weight), default=None)


def _causes(model: Model, then: Sequence[float]) -> Iterator[Cause]:
    ints, reals, now = model.tables.ints, model.tables.reals, list(model.values)
    for hazard in against_a_truce(model):
        row = ints[at.HAZARDS] + hazard * at.HAZARD_WIDTH
        chance = logistic(logit(ints, reals, now, hazard))
        id_, terms = list(model.names.hazards.items())[hazard]
        for i, term in enumerate(terms):
            number = ints[row + at.HAZARD_TERM] + i
            moved = term_value(ints, reals, now, number) - term_value(ints, reals, list(then), number)
            if moved and _seen_exactly(model, number):
                yield Cause(id_, term, moved, moved * chance * (1.0 - chance))


def _seen_exactly(model: Model, term: int) -> bool:
    """Whether a term rests on nothing that the seat only estimates: estimates move by their error alone."""
    ints = model.tables.ints
    row = ints[at.TERMS] + term * at.TERM_WIDTH
    factors = range(ints[row], ints[row] + ints[row + at.TERM_FACTORS])
    return all(model.names.sd[ints[ints[at.FACTORS] + i * at.FACTOR_WIDTH]][model.seat] == 0.0 for i in factors)


def against_a_truce(model: Model) -> list[int]:
    """The hazards that end an agreement, or would make one of these likelier if they struck tonight."""
    ids, renewals = list(model.names.hazards), model.book.outline.get("renewals", {}).values()
    risks = {renewal.get("risk") for renewal in renewals}
    ending = [
        i for i, id_ in enumerate(ids) if model.book.outline["hazards"][id_].get("agreement") in ENDS or id_ in risks
    ]
    quiet = _after(model, -1)
    struck = {i: _after(model, i) for i in range(len(ids)) if i not in ending}
    feeding = [i for i, state in struck.items() if any(_likelier(model, end, quiet, state) for end in ending)]
    return sorted([*ending, *feeding])


def _likelier(model: Model, hazard: int, before: list[float], after: list[float]) -> bool:
    """Whether a hazard has become possible, or likelier by what counts as a cause."""
    ints, reals = model.tables.ints, model.tables.reals
    if possible(ints, reals, after, hazard) > possible(ints, reals, before, hazard):
        return True
    return logit(ints, reals, after, hazard) > logit(ints, reals, before, hazard) + LEAST_CAUSE


def _after(model: Model, hazard: int) -> list[float]:
    """The observation after a night of flows on which one hazard struck and nothing else; -1: not even that."""
    ints, reals, state = model.tables.ints, model.tables.reals, list(model.values)
    for step in range(ints[at.N_PROGRAM]):
        row = ints[at.PROGRAM] + step * at.PROGRAM_WIDTH
        kind, what = ints[row], ints[row + at.PROGRAM_ARGUMENT]
        if kind == at.RUN_HAZARD and what == hazard:
            state[ints[at.FIRST_HAPPENED] + hazard] = 1.0
            what = ints[ints[at.HAZARDS] + hazard * at.HAZARD_WIDTH + at.HAZARD_BLOCK]
        elif kind != at.RUN_FLOW:
            continue
        if what >= 0 and block_holds(ints, reals, state, what):
            block = ints[at.BLOCKS] + what * at.BLOCK_WIDTH
            apply_effects(ints, reals, state, ints[block + at.BLOCK_EFFECT], ints[block + at.BLOCK_EFFECTS])
    return state

"""Did the seats understand each other? What each believed of the other beside the truth, and its forecasts' fate.

Of a day's statements the last one counts, whether it was stated by a person once or by an agent with every ply.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sim.analysis.understood.scoring import CalibrationBin, base_rate, brier, brier_of, log_score, mean, reliability
from sim.record.events import Event
from sim.record.forecasts import FORECASTS, Forecast, ForecastCourse, ForecastFate, settle
from sim.record.notes import PlacedNote, type_names
from sim.rules import layout as at
from sim.scenario.tables import RulesTables

DatedEvents = Sequence[tuple[int, Event]]
ENOUGH = 20  # settled forecasts below which nobody's calibration can be judged


class Belief(NamedTuple):
    """What a seat believed of the other's type on a day: one chance a type."""

    day: int
    after: int
    chances: tuple[float, ...]


class BeliefShift(NamedTuple):
    """The largest change of mind: the day, the share of all belief that moved, and what the seat had last learnt.

    ``event`` is the number of the other seat's last act, among all events, that this seat knew of and had not yet
    spoken after; -1 if there was none.
    """

    day: int
    size: float
    event: int


class Score(NamedTuple):
    """Means over statements: the Brier score, that of ``reference`` stated every time, and the log score."""

    n: int
    brier: float
    reference: float
    log: float


class StatedForecast(NamedTuple):
    """A forecast as it was stated on a day, and what became of it; ``after`` counts the events there had been."""

    day: int
    chance: float
    settled: ForecastFate
    after: int


class ForecastReport(NamedTuple):
    """All forecasts of one kind: what became of each, the base rate of the game, and the score of those settled."""

    name: str
    foretold: tuple[StatedForecast, ...]
    base_rate: float
    score: Score


class Understanding(NamedTuple):
    """How well a seat understood the other. ``bins`` is empty if forecasts are too few to judge calibration."""

    seat: int
    truth: int
    prior: tuple[float, ...]
    beliefs: tuple[Belief, ...]
    shift: BeliefShift | None
    score: Score
    forecasts: tuple[ForecastReport, ...]
    settled: int
    bins: tuple[CalibrationBin, ...]


def understanding(
    tables: RulesTables, seat: int, notes: Sequence[PlacedNote], events: DatedEvents, truth: int
) -> Understanding:
    """What a seat stated over a game that is over, given the other seat's true type."""
    own = [each for each in notes if each.seat == seat]
    prior = priors(tables, 1 - seat)
    beliefs = _beliefs(tables, seat, own)
    reports = tuple(report_of(each, seat, own, events) for each in FORECASTS)
    stated = [
        (each.chance, each.settled.came_true)
        for report in reports
        for each in report.foretold
        if each.settled.came_true is not None
    ]
    bins = tuple(reliability(stated)) if len(stated) >= ENOUGH else ()
    shift = largest_shift(seat, prior, beliefs, events)
    return Understanding(
        seat, truth, prior, beliefs, shift, type_score(prior, beliefs, truth), reports, len(stated), bins
    )


def priors(tables: RulesTables, seat: int) -> tuple[float, ...]:
    """How likely each type of a seat was at the start."""
    row = tables.ints[at.SEATS] + seat * at.SEAT_ROW
    first = tables.ints[at.PRIORS_REALS] + tables.ints[row + at.SEAT_TYPE]
    return tuple(tables.reals[first : first + tables.ints[row + at.SEAT_TYPES]])


def _beliefs(tables: RulesTables, seat: int, own: Sequence[PlacedNote]) -> tuple[Belief, ...]:
    names = type_names(tables, seat)
    last: dict[int, Belief] = {}
    for each in own:
        stated = dict(each.note.beliefs)
        if names[0] in stated:
            last[each.day] = Belief(each.day, each.after, tuple(stated[name] for name in names))
    return tuple(last.values())


def type_score(prior: Sequence[float], beliefs: Sequence[Belief], truth: int) -> Score:
    """How near beliefs came to the true type; nothing of none."""
    if not beliefs:
        return Score(0, 0.0, 0.0, 0.0)
    scores = [brier(each.chances, truth) for each in beliefs]
    logs = [log_score(each.chances[truth]) for each in beliefs]
    return Score(len(beliefs), mean(scores), brier(prior, truth), mean(logs))


def report_of(forecast: Forecast, seat: int, own: Sequence[PlacedNote], events: DatedEvents) -> ForecastReport:
    """What became of a seat's forecasts of one kind, by the name that they are noted under; ``own`` are its notes."""
    last = {each.day: each for each in own if forecast.name in dict(each.note.beliefs)}
    stated = list(last.values())
    course: ForecastCourse = settle(forecast, seat, events, [each.after for each in stated])
    foretold = tuple(
        StatedForecast(each.day, dict(each.note.beliefs)[forecast.name], settled, each.after)
        for each, settled in zip(stated, course.settled, strict=True)
    )
    rate = base_rate(course.true, course.false)
    scored = [(each.chance, each.settled.came_true) for each in foretold if each.settled.came_true is not None]
    score = Score(
        len(scored),
        mean([brier_of(each) for each in scored]),
        mean([brier_of((rate, came_true)) for _, came_true in scored]),
        mean([log_score(chance if came_true else 1.0 - chance) for chance, came_true in scored]),
    )
    return ForecastReport(forecast.name, foretold, rate, score)


def largest_shift(
    seat: int, prior: Sequence[float], beliefs: Sequence[Belief], events: DatedEvents
) -> BeliefShift | None:
    """The first of the largest changes, from the prior to the first statement and from each to the next."""
    found = None
    before, since = tuple(prior), 0
    for each in beliefs:
        size = 0.5 * sum(abs(now - then) for now, then in zip(each.chances, before, strict=True))
        if size > (found.size if found else 1e-9):
            found = BeliefShift(each.day, size, _last_act(seat, events, since, each.after))
        before, since = each.chances, each.after
    return found


ACTS = ("proposed", "withdrawn", "refused", "accepted", "pulled", "consented", "denounced", "talks_ended")


def _last_act(seat: int, events: DatedEvents, since: int, until: int) -> int:
    for i in range(until - 1, since - 1, -1):
        event = events[i][1]
        if event.kind in ACTS and int(event.row[1]) == 1 - seat and event.audience >> seat & 1:
            return i
    return -1

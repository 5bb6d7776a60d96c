"""Which of a seat's advisers was right: what each forecast, as it was noted, beside what came true."""

from collections.abc import Sequence
from typing import NamedTuple

from sim.analysis.understood.scoring import brier_of, mean
from sim.analysis.understood.understanding import DatedEvents, ForecastReport, report_of
from sim.record.forecasts import BY_ADVISERS
from sim.record.notes import PlacedNote
from sim.scenario.tables import RulesTables

ENOUGH = 5  # settled forecasts of each, below which nobody is said to have been right


class AdviserReport(NamedTuple):
    """The settled forecasts of an adviser, of all kinds: how many, how many came true, the mean said, the score.

    ``brier`` is the mean of squared misses; ``reports`` has the kinds apart.
    """

    adviser: str
    settled: int
    came_true: int
    said: float
    brier: float
    reports: tuple[ForecastReport, ...]


def adviser_reports(
    tables: RulesTables, seat: int, notes: Sequence[PlacedNote], events: DatedEvents
) -> tuple[AdviserReport, ...]:
    """The advisers of a seat that were heard in a game that is over; those that forecast nothing are left out."""
    own = [each for each in notes if each.seat == seat]
    found = []
    for row in tables.names.advisers[tables.names.seats[seat]]:
        kinds = [kind._replace(name=f"{row.id}.{kind.name}") for kind in BY_ADVISERS]
        reports = tuple(report_of(kind, seat, own, events) for kind in kinds)
        settled = [
            (each.chance, each.settled.came_true)
            for report in reports
            for each in report.foretold
            if each.settled.came_true is not None
        ]
        if any(report.foretold for report in reports):
            said, true = mean([chance for chance, _ in settled]), sum(came_true for _, came_true in settled)
            scored = mean([brier_of(each) for each in settled])
            found.append(AdviserReport(row.id, len(settled), true, said, scored, reports))
    return tuple(found)


def right_most(reports: Sequence[AdviserReport]) -> AdviserReport | None:
    """Whose forecasts missed least, if there are enough of each to say and more than one to choose from."""
    if len(reports) < 2 or min(each.settled for each in reports) < ENOUGH:
        return None
    return min(reports, key=lambda each: each.brier)

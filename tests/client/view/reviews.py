"""A review of a finished game without playing any futures, for tests of what is drawn and told of one."""

from sim.analysis.study.estimates import Estimate
from sim.analysis.understood.understanding import Belief
from sim.analysis.why.choices import decision_points
from sim.analysis.why.packages import true_type
from sim.analysis.why.review import Review
from sim.analysis.why.story import FinishedRecord
from sim.analysis.why.turning import PairedEstimate, SearchPlan, TurningPoint, TurningPoints
from sim.analysis.why.twin import NightApart, Twin
from sim.analysis.why.usual import UsualGames, share
from sim.record.notes import type_names

FUTURES = 200
MOST = 3


def made_up(past: FinishedRecord) -> Review:
    """Turning points at the first choices, each with every measure told; the games end as this one did, in half."""
    names = past.tables.names
    points = decision_points(past)[:: max(1, len(decision_points(past)) // MOST)][:MOST]
    ensemble = tuple(
        PairedEstimate(name, Estimate(40.5, 39.0, 42.0, FUTURES), Estimate(31.2, 30.0, 32.4, FUTURES),
                       Estimate(-9.3, -10.9, -7.7, FUTURES))
        for name in (*(f"score.{seat}" for seat in names.seats), *(f"cost.{row.id}" for row in names.human_cost))
    )  # fmt: skip
    shares = PairedEstimate("ending", share(120, FUTURES), share(60, FUTURES), Estimate(-0.3, -0.4, -0.2, FUTURES))
    cost = {row.id: past.final[past.tables.slot[row.of]] for row in names.human_cost}
    twin = Twin(names.endings[0], 3, (30.0, 50.0), cost, NightApart(2, (), ("signed",)), ())
    found = tuple(
        TurningPoint(each.ply, each.alternatives[0], 1, FUTURES, (*ensemble, shares), twin) for each in points
    )
    turning = TurningPoints(SearchPlan(FUTURES, 20, MOST), 80, 150, 9, 5, found, {names.seats[0]: "historical"})
    endings = dict.fromkeys(names.endings, 0) | {names.endings[past.ending]: 50, names.endings[0]: 50}
    scores = tuple(float(x) for x in range(5, 75, 2))
    usual = UsualGames("historical", 100, endings, 12, (scores, scores))
    return Review(usual, turning, (drifting(past, 0), drifting(past, 1)))


def drifting(past: FinishedRecord, seat: int) -> tuple[Belief, ...]:
    """Beliefs that come to the true type of the other seat in three steps."""
    kinds, truth = len(type_names(past.tables, seat)), true_type(past.final, 1 - seat)
    days = sorted({ply.day for ply in past.plies if ply.seat == seat})
    heard = {ply.day: past.heard[ply.number] for ply in reversed(past.plies) if ply.seat == seat}
    found = []
    for i, day in enumerate(days):
        sure = (3 * i // len(days)) / 3
        rest = (1.0 - sure) / kinds
        found.append(Belief(day, heard[day], tuple(rest + sure * (kind == truth) for kind in range(kinds))))
    return tuple(found)

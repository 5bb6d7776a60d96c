"""Turning points: choices whose alternative would have changed what was to be expected, and one other story of each."""

from collections.abc import Iterator

from sim.analysis.why.review import Review
from sim.analysis.why.turning import SHARES, PairedEstimate, TurningPoint
from sim.analysis.why.turning_words import measure_words, told_parts
from sim.client.debriefing import debrief_words as w
from sim.client.debriefing.debrief import Debrief
from sim.client.figures import decimals_beside, fixed, range_words
from sim.client.model import Model
from sim.client.page import Page, Row, Section, page, section
from sim.client.view.drawing.scene import Bar


def turning_page(model: Model, debrief: Debrief) -> Page:
    """The chapter; while the futures are being played, how far that is."""
    if model.review is None:
        said, bar = looking(model)
        rows = [Row(said, "", "", bar)] if bar else []
        return page(w.TURNING, section("", [] if rows else [said], rows), note=w.TURNING_NOTE)
    found = model.review.turning
    parts = [point_section(model, debrief, each) for each in found.found]
    stand_ins = [
        w.STAND_IN.format(seat=model.book.word("seats", seat), agent=model.book.word("doctrines", agent))
        for seat, agent in found.stand_ins.items()
    ]
    return page(
        w.TURNING, *(parts or [section("", [w.NO_TURNING])]), section("", [tried(model.review), *stand_ins]),
        note=w.TURNING_NOTE,
    )  # fmt: skip


def looking(model: Model, unasked: str = "") -> tuple[str, Bar | None]:
    """What there is to say before a review is known: ``unasked`` while it is not, then with a bar how far it is."""
    if model.reviewing.trouble:
        return model.reviewing.trouble, None
    if not model.reviewing.of:
        return unasked or w.NOT_LOOKED, None
    done, of = model.reviewing.done, model.reviewing.of
    return w.LOOKING.format(done=fixed(done, 0), of=fixed(of, 0)), Bar(done / of, "own")


def turning_told(model: Model, debrief: Debrief) -> list[tuple[str, str]]:
    """Each turning point in two sentences, the largest first; none before they are known."""
    found = model.review.turning.found if model.review else ()
    return [told_parts(model.book, debrief.past.ending, each) for each in found]


def tried(review: Review) -> str:
    """How they were looked for."""
    found = review.turning
    return w.TRIED.format(
        points=found.points, alternatives=found.alternatives, screening=found.plan.screening, futures=found.plan.futures
    )


def point_section(model: Model, debrief: Debrief, found: TurningPoint) -> Section:
    """One choice: what was done, what was to be expected otherwise, measure by measure, and the twin."""
    done, told = told_parts(model.book, debrief.past.ending, found)
    return section(done, [told, twin_says(model, found)], measures(model, debrief, found))


def measures(model: Model, debrief: Debrief, found: TurningPoint) -> Iterator[Row]:
    """The measures that surely differ: counts of people as ranges, the rest with its interval."""
    costs = {f"cost.{row.id}": row for row in model.names.human_cost}
    for each in found.ensemble:
        if not each.differs:
            continue
        one, another = (_scale(each) * (mean.value or 0.0) for mean in (each.recorded, each.alternative))
        decimals = decimals_beside(one, another)
        recorded, other = fixed(one, decimals), _told(each, decimals)
        if each.name in costs:
            row = costs[each.name]
            recorded, other = (
                range_words(row.low * (mean.value or 0.0), row.high * (mean.value or 0.0))
                for mean in (each.recorded, each.alternative)
            )
        name = measure_words(model.book, debrief.past.ending, each.name)
        yield Row(name[:1].upper() + name[1:], other, w.MEASURE_NOTE.format(recorded=recorded))


def _scale(measure: PairedEstimate) -> float:
    return 100.0 if measure.name in SHARES else 1.0


def _told(measure: PairedEstimate, decimals: int) -> str:
    value, low, high = (fixed(_scale(measure) * (x or 0.0), decimals) for x in measure.alternative[:3])
    said = w.MEASURED.format(value=value, low=low, high=high)
    return w.IN_100.format(value=said) if measure.name in SHARES else said


def twin_says(model: Model, found: TurningPoint) -> str:
    """One other story, with the same luck."""
    twin = found.twin
    scores = ", ".join(
        w.SEAT_SCORE.format(seat=model.book.word("seats", seat), score=score)
        for seat, score in zip(model.names.seats, twin.scores, strict=True)
    )
    return w.TWIN.format(ending=model.book.word("endings", twin.ending), day=twin.day, scores=scores)

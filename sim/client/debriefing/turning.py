"""Turning points: choices whose alternative would have changed what was to be expected, and one other story of each."""

from collections.abc import Iterator

from sim.analysis.understood.scoring import mean
from sim.analysis.why.review import Review
from sim.analysis.why.turning import SHARES, PairedEstimate, TurningPoint, TurningPoints
from sim.analysis.why.turning_words import measure_words, told_parts
from sim.batch.plan import has_record
from sim.client.debriefing import debrief_words as w
from sim.client.debriefing.debrief import Debrief
from sim.client.figures import decimals_beside, fixed, range_words
from sim.client.model import Model
from sim.client.naming import seat_name
from sim.client.opponents import opponent_name
from sim.client.page import Page, Row, Section, page, section
from sim.client.view.drawing.scene import Bar
from sim.record.notes import adviser_forecasts

FAR = 0.2  # chances that differ by as much call for a word on why


def turning_page(model: Model, debrief: Debrief) -> Page:
    """The chapter; while the futures are being played, how far that is."""
    if model.review is None:
        said, bar = looking(model)
        rows = [Row(said, "", "", bar)] if bar else []
        return page(w.TURNING, section("", [] if rows else [said], rows), note=w.TURNING_NOTE)
    found = model.review.turning
    parts = [point_section(model, debrief, each) for each in found.found]
    apart = w.NOT_A_FORECAST.format(played=w.AND_BY.join(_played_by(model, debrief, found)))
    return page(
        w.TURNING, *([section("", [apart]), *parts] if parts else [section("", [w.NO_TURNING, apart])]),
        section("", [tried(model.review)]), note=w.TURNING_NOTE,
    )  # fmt: skip


def _played_by(model: Model, debrief: Debrief, found: TurningPoints) -> Iterator[str]:
    """Who plays the futures, seat by seat, and why."""
    for seat, (id_, agent) in enumerate(debrief.past.header.agents):
        stands_in = found.stand_ins.get(id_, "")
        by_record = w.BY_RECORD if has_record(model.tables) else ""
        name = opponent_name(model.book, stands_in or agent)
        yield w.PLAYED_BY.format(
            seat=seat_name(model.book, seat), agent=name, how=by_record if stands_in else w.AS_IT_WAS
        )


def far_apart(model: Model, debrief: Debrief, found: TurningPoint) -> str:
    """Where one's advisers held it for far likelier, or less likely, that the truce would last: why the two differ."""
    held = [each.recorded.value for each in found.ensemble if each.name == "holds_term" and each.recorded.value]
    foretold = _foretold(model, debrief, found.ply.day)
    if not held or foretold is None or abs(foretold - held[0]) < FAR:
        return ""
    rival = 1 - model.seat
    id_, agent = debrief.past.header.agents[rival]
    plays = (model.review.turning.stand_ins.get(id_) if model.review else None) or agent
    return w.FAR_APART.format(
        seat=seat_name(model.book, model.seat), rival=seat_name(model.book, rival), said=100 * foretold,
        found=100 * held[0], agent=opponent_name(model.book, plays),
    )  # fmt: skip


def _foretold(model: Model, debrief: Debrief, day: int) -> float | None:
    """How likely one's advisers held it on average that an agreement of a day would last; None if none was asked."""
    asked = [name for name in adviser_forecasts(model.tables, model.seat) if name.endswith(".holds")]
    notes = [each for each in debrief.notes if each.seat == model.seat and day <= each.day <= day + 1]
    said = [[chance for name, chance in each.note.beliefs if name in asked] for each in notes]
    return next((mean(chances) for chances in said if chances), None)


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
    return section(
        done, [told, far_apart(model, debrief, found), twin_says(model, found)], measures(model, debrief, found)
    )


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

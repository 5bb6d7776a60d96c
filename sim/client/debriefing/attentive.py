"""What an attentive observer could have believed of the other side, day by day, on what the seat saw; a curve of it."""

from collections.abc import Callable, Iterator, Sequence

from sim.analysis.understood.understanding import Belief, Understanding, largest_shift, type_score
from sim.client.debriefing import understood_words as w
from sim.client.debriefing.debrief import Debrief
from sim.client.debriefing.turning import looking
from sim.client.model import Model
from sim.client.naming import seat_name, short_date
from sim.client.page import Drawn, Label, Plot, Row, Section, Spot, section
from sim.client.telling.events import tell
from sim.client.view.drawing.scene import Point, Shape
from sim.rules import layout as at

CHANGES = (0.1, 0.15, 0.2, 0.3, 0.5)  # a belief that has moved by as much is told; the first that gives few enough rows
MOST_ROWS = 8
LEAST = (440.0, 96.0)
LEFT, TOP, FOOT = 34.0, 10.0, 20.0  # pixels of the design: for the scale, above the curve, for the dates


def attentive_sections(model: Model, debrief: Debrief) -> list[Section]:
    """The part of the chapter; while the review is being played, how far that is."""
    if model.review is None:
        said, bar = looking(model, w.NO_OBSERVER_YET)
        return [section(w.ATTENTIVE, [] if bar else [said], [Row(said, "", "", bar)] if bar else [])]
    beliefs, own = model.review.attentive[model.seat], debrief.understood[model.seat]
    if not beliefs:
        return []
    kinds = w.SHARES.join(_kinds(model))
    says = [w.ATTENTIVE_SAYS.format(**_names(model), kinds=kinds), _moved(model, debrief, own, beliefs)]
    told = section(w.ATTENTIVE, says, _rows(model, own, beliefs))
    plot = section("", plot=curve(model, own, beliefs))
    scale_told = own.score.n or any(each.score.n for each in own.forecasts)
    return [told, plot, section("", [_scored(model, own, beliefs), "" if scale_told else w.SCALE])]


def observer_last(model: Model, debrief: Debrief) -> str:
    """What the observer would have thought at last of what was so, in a line; nothing before that is known."""
    beliefs, own = model.review.attentive[model.seat] if model.review else (), debrief.understood[model.seat]
    if not beliefs:
        return ""
    return w.OBSERVER_LAST.format(kind=_kinds(model)[own.truth], chance=f"{100 * beliefs[-1].chances[own.truth]:.0f}")


def _names(model: Model) -> dict[str, str]:
    return {"seat": seat_name(model.book, model.seat), "rival": seat_name(model.book, 1 - model.seat)}


def _kinds(model: Model) -> list[str]:
    return [model.book.word("types", kind) for kind in model.names.types[model.names.seats[1 - model.seat]]]


def _rows(model: Model, own: Understanding, beliefs: Sequence[Belief]) -> Iterator[Row]:
    """The start, each day by which the belief had moved far, and the end."""
    yield Row(w.AT_FIRST, _shares(own.prior))
    told = next(
        (few for few in (far_changes(own.prior, beliefs, by) for by in CHANGES) if len(few) < MOST_ROWS), [beliefs[-1]]
    )
    for each in told:
        yield Row(w.ON_DAY.format(day=each.day, date=short_date(model.book, each.day)), _shares(each.chances))


def far_changes(prior: Sequence[float], beliefs: Sequence[Belief], by: float) -> list[Belief]:
    """The beliefs that lie as far from the one before them that is told, and the last of all."""
    found: list[Belief] = []
    before = prior
    for each in beliefs:
        if each is beliefs[-1] or max(abs(x - y) for x, y in zip(each.chances, before, strict=True)) >= by:
            found.append(each)
            before = each.chances
    return found


def _shares(chances: Sequence[float]) -> str:
    return w.SHARES.join(f"{100 * chance:.0f}" for chance in chances)


def _moved(model: Model, debrief: Debrief, own: Understanding, beliefs: Sequence[Belief]) -> str:
    shift = largest_shift(model.seat, own.prior, beliefs, debrief.events)
    if shift is None:
        return w.OBSERVER_UNMOVED
    after = w.AFTER_NOTHING
    if shift.event >= 0:
        told = tell(model, debrief.events[shift.event], briefly=True)
        after = w.AFTER_ACT.format(**_names(model), day=told.day, told=told.text)
    return w.OBSERVER_MOVED.format(day=shift.day, size=f"{100 * shift.size:.0f}", after=after.format(**_names(model)))


def _scored(model: Model, own: Understanding, beliefs: Sequence[Belief]) -> str:
    """Its score over all days; beside one's own, over the days on which one stated something."""
    whole = type_score(own.prior, beliefs, own.truth)
    said = w.OBSERVER_SCORE.format(**_names(model), score=whole.brier, reference=whole.reference)
    if not own.beliefs:
        return said
    then = [next((each for each in reversed(beliefs) if each.day <= one.day), beliefs[0]) for one in own.beliefs]
    beside = type_score(own.prior, then, own.truth)
    return f"{said} {w.OBSERVER_BESIDE.format(**_names(model), n=beside.n, score=beside.brier, own=own.score.brier)}"


# ------------------------------------------------------------------------------------------------------------ the curve
def curve(model: Model, own: Understanding, beliefs: Sequence[Belief]) -> Plot:
    """How likely the other side's true kind was held, by days: by the observer, and by what oneself put on record."""
    kind = _kinds(model)[own.truth]
    first, last = (f"{100 * each.chances[own.truth]:.0f}" for each in (beliefs[0], beliefs[-1]))
    says = w.CURVE_SAYS.format(**_names(model), kind=kind, first=first, last=last)
    keys = [
        (Shape("line", ((1, 9), (23, 9)), stroke="theirs", width=2), w.CURVE_OBSERVER.format(kind=kind)),
        (Shape("line", ((1, 9), (23, 9)), stroke="faint", width=1, dashes=(4, 4)), w.CURVE_START),
    ]
    if own.beliefs:
        keys.append((_disc((12.0, 9.0)), w.CURVE_OWN.format(**_names(model))))
    return Plot(says, LEAST, lambda room: draw_curve(model, own, beliefs, room), tuple(keys))


def _disc(place: Point) -> Shape:
    return Shape("disc", (place,), fill="own", radius=3.2)


def draw_curve(model: Model, own: Understanding, beliefs: Sequence[Belief], room: Point) -> Drawn:
    """The curve in a room: days from left to right, the chance from 0 to 100 upward."""
    width, height = room[0] - LEFT - 6.0, room[1] - TOP - FOOT
    final = max(1, int(model.looks[-1].values[at.DAY]) - 1)

    def on(day: int, chance: float) -> Point:
        return LEFT + width * (day - 1) / final, TOP + height * (1.0 - chance)

    def places(some: Sequence[Belief]) -> list[Point]:
        return [on(each.day, each.chances[own.truth]) for each in some]

    start = own.prior[own.truth]
    shapes = [
        Shape("line", (on(1, 1.0), on(1, 0.0), on(final + 1, 0.0)), stroke="line", width=1.2),
        Shape("line", (on(1, start), on(final + 1, start)), stroke="faint", width=1, dashes=(4, 4)),
        Shape("line", (on(1, start), *places(beliefs)), stroke="theirs", width=2),
        *map(_disc, places(own.beliefs)),
    ]
    scale = [Label((LEFT - 6, on(1, share)[1]), f"{100 * share:.0f}", "faint", "right") for share in (0.0, 0.5, 1.0)]
    foot = room[1] - FOOT / 2
    dates = [
        Label((LEFT, foot), short_date(model.book, 1), "faint"),
        Label((room[0] - 6.0, foot), short_date(model.book, final + 1), "faint", "right"),
    ]
    return Drawn(tuple(shapes), (*scale, *dates), tuple(_spots(model, own, beliefs, on)))


def _spots(
    model: Model, own: Understanding, beliefs: Sequence[Belief], on: Callable[[int, float], Point]
) -> Iterator[Spot]:
    for each in far_changes(own.prior, beliefs, CHANGES[-1]):
        date = w.ON_DAY.format(day=each.day, date=short_date(model.book, each.day))
        chance = each.chances[own.truth]
        yield Spot(on(each.day, chance), w.CURVE_SPOT.format(date=date, chance=f"{100 * chance:.0f}"))

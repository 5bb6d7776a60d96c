"""What was on the table: all packages in both sides' true worth, the best ones, both sides' offers, what was signed."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import product

from sim.client.debrief import Debrief
from sim.client.judging import option_points, owner_of_type
from sim.client.model import Model
from sim.client.naming import seat_name
from sim.client.planning import package_of
from sim.client.view import words as w
from sim.client.view.boxes import LOOKS, Boxed, Canvas, heading
from sim.client.view.flow import Flow
from sim.client.view.layout import Column, Node, Row, Sheet, Space, Text, grown
from sim.client.view.scene import Picture, Point, Rect, Run, Shape
from sim.client.view.typeset import typeset
from sim.rules import layout as at

SPACE = 100.0
MARGIN = 12.0  # between the axes and what is drawn, in pixels of the design
CELL = 6.0  # packages whose places lie in one square of this size are one dot
MOST_PACKAGES = 20_000
COLOURS = ("first", "second")


def worths(model: Model, debrief: Debrief) -> list[list[list[float]]]:
    """For each seat, issue and option: points of its true type, so that a package's worth is a sum."""
    found = []
    for seat in range(2):
        kind = int(debrief.final[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.TYPE])
        owner = owner_of_type(model, seat, kind)
        found.append([option_points(model, owner, i) for i in range(len(model.names.issues))])
    return found


def place_of(points: list[list[list[float]]], options: tuple[int, ...]) -> Point:
    """A package's worth to the first and to the second seat, each from 0 to 100."""
    first, second = (sum(each[option] for each, option in zip(seat, options, strict=True)) for seat in points)
    return first, second


def all_places(model: Model, points: list[list[list[float]]]) -> list[Point]:
    """Where all packages lie, each place once."""
    sizes = [range(len(options)) for options in model.names.issues.values()]
    total = 1
    for size in sizes:
        total *= len(size)
    if total > MOST_PACKAGES:
        return []
    rounded = {tuple(round(x * 0.7) / 0.7 for x in place_of(points, options)) for options in product(*sizes)}
    return [(x, y) for x, y in sorted(rounded)]


def frontier(places: list[Point]) -> list[Point]:
    """The places that cannot be bettered for one seat without harm to the other, from left to right."""
    best: list[Point] = []
    highest = -1.0
    for x, y in sorted(places, reverse=True):
        if y > highest:
            best.append((x, y))
            highest = y
    return best[::-1]


def offers(model: Model, debrief: Debrief, seat: int) -> list[tuple[int, ...]]:
    """The packages that a seat offered, in order."""
    return [
        package_of(model, int(event.row[2]))
        for _, event in debrief.events
        if event.kind == "proposed" and int(event.row[1]) == seat
    ]


def packages_panel(model: Model, debrief: Debrief) -> Node:
    """The picture with its legend."""
    points = worths(model, debrief)
    canvas = grown(Canvas((160, 176), partial(_draw, model, debrief, points), 96))
    signs = [
        _key(Shape("line", ((1, 9), (23, 9)), stroke="good", width=2.4), w.FRONTIER),
        *(
            _key(
                Shape("line", ((1, 9), (23, 9)), stroke=COLOURS[seat], width=2.4),
                w.OFFERS_OF.format(seat=seat_name(model.book, seat)),
            )
            for seat in range(2)
        ),
        _key(Shape("disc", ((12, 9),), stroke="paper", width=2, radius=6), w.SIGNED_THERE),
    ]
    return Boxed(
        Column(heading(w.ON_THE_TABLE, w.ON_THE_TABLE_NOTE), canvas, Flow(*signs, gap=12, lead=1), gap=7),
        LOOKS["panel"], role="group", name=w.ON_THE_TABLE,
    )  # fmt: skip


def _key(shape: Shape, text: str) -> Node:
    return Row(Space(24, 18, Picture((24, 18), (shape,))), Text(Run(text, "tiny", "dim")), gap=5)


def _shapes(
    model: Model, debrief: Debrief, points: list[list[list[float]]], room: tuple[float, float]
) -> Iterator[Shape]:
    """The picture in a room of so many pixels of the design."""
    places = all_places(model, points)
    offered = [[place_of(points, options) for options in offers(model, debrief, seat)] for seat in range(2)]
    on = _axes([*places, *offered[0], *offered[1]], room)
    width, height = room
    yield Shape("line", ((1, 1), (1, height - 1), (width - 1, height - 1)), stroke="line", width=1.2)
    cells = {(int(x / CELL), int(y / CELL)): (x, y) for x, y in map(on, places)}
    yield from (Shape("disc", (place,), fill="past", radius=1.6) for place in cells.values())
    best = frontier(places)
    if len(best) > 1:
        yield Shape("line", tuple(on(place) for place in best), stroke="good", width=2)
    for seat in range(2):
        path = [on(place) for place in offered[seat]]
        if len(path) > 1:
            yield Shape("line", tuple(path), stroke=COLOURS[seat], width=1.8)
        yield from (Shape("disc", (place,), fill=COLOURS[seat], radius=3.4) for place in path)
    if any(event.kind == "signed" for _, event in debrief.events):
        yield Shape("disc", (on(place_of(points, model.agreed)),), stroke="paper", width=2.4, radius=7)


def _axes(places: list[Point], room: tuple[float, float]) -> Callable[[Point], Point]:
    """Where a pair of worths lies in the picture, which shows no more than there is; right and up are better."""
    low = [min((place[i] for place in places), default=0.0) for i in range(2)]
    high = [max((place[i] for place in places), default=SPACE) for i in range(2)]
    spans = [max(1.0, high[i] - low[i]) for i in range(2)]
    width, height = (length - 2 * MARGIN for length in room)
    return lambda place: (
        MARGIN + width * (place[0] - low[0]) / spans[0],
        MARGIN + height * (1.0 - (place[1] - low[1]) / spans[1]),
    )


def _draw(model: Model, debrief: Debrief, points: list[list[list[float]]], rect: Rect, sheet: Sheet) -> None:
    """The picture, as wide as there is room, with what its axes mean."""
    names = [seat_name(model.book, seat) for seat in range(2)]
    across, upward = (Run(w.WORTH_TO.format(seat=name), "tiny", COLOURS[i]) for i, name in enumerate(names))
    top = typeset((upward,), rect.w, sheet.ruler)
    sheet.add(Rect(rect.x, rect.y, rect.w, top.height), top.words, role="text", name=upward.text)
    foot = typeset((across,), rect.w, sheet.ruler, "right")
    place = Rect(rect.x, rect.y + top.height + 2, rect.w, max(20, rect.h - top.height - foot.height - 4))
    room = place.w / sheet.ruler.unit, place.h / sheet.ruler.unit
    picture = Picture(room, tuple(_shapes(model, debrief, points, room)))
    sheet.add(place, picture, role="image", name=w.ON_THE_TABLE)
    low = Rect(rect.x, rect.bottom - foot.height, rect.w, foot.height)
    sheet.add(low, foot.words, role="text", name=across.text)

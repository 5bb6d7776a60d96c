"""What was on the table: all packages in both sides' true worth, the best ones, both paths of offers, signatures."""

from collections.abc import Callable, Iterator, Sequence

from sim.analysis.why.packages import Options, Place, TabledOffer, TablePicture
from sim.batch.plan import has_record
from sim.client.debriefing import debrief_words as w
from sim.client.debriefing.debrief import Debrief
from sim.client.model import Model
from sim.client.naming import package_words, seat_name, short_date
from sim.client.page import Drawn, Label, Page, Plot, Row, page, section
from sim.client.view.drawing.scene import Point, Shape

MARGIN = 14.0  # between the axes and what is drawn, in pixels of the design
HEAD, FOOT = 16.0, 22.0  # above and below what is drawn, for the names of the axes
CELL = 5.0  # packages whose places lie in one square of this size are one dot
WIDE = 6.5  # of a letter of a label, at most
COLOURS = ("first", "second")
MOST_DATES = 3  # on which a package was offered, that are told one by one
LEAST_SIZE = (160.0, 150.0)


def table_page(model: Model, debrief: Debrief) -> Page:
    """The chapter."""
    table, names = debrief.table, _names(model)
    plot = table_plot(model, debrief) if table.places else None
    says = [
        "" if plot else w.TOO_MANY,
        _no_deal_says(model, table),
        _nash(model, table), _better(model, table),
    ]  # fmt: skip
    return page(
        w.TABLE, section("", says, plot=plot),
        section(w.PATHS, [w.PATH_NOTE.format(**names)], path_rows(model, table)), note=w.TABLE_NOTE,
    )  # fmt: skip


def _names(model: Model) -> dict[str, str]:
    return {"first": seat_name(model.book, 0), "second": seat_name(model.book, 1)}


def _no_deal_says(model: Model, table: TablePicture) -> str:
    if table.no_deal is None:
        return ""
    says = w.NO_DEAL_SAYS if has_record(model.tables) else w.NO_DEAL_INVENTED
    return says.format(x=table.no_deal[0], y=table.no_deal[1], **_names(model))


def _nash(model: Model, table: TablePicture) -> str:
    if table.nash is None:
        return w.NO_NASH if table.no_deal and table.places else ""
    x, y = table.nash.place
    return w.NASH_SAYS.format(x=x, y=y, package=package_words(model.book, table.nash.options), **_names(model))


def _better(model: Model, table: TablePicture) -> str:
    if not table.signed:
        return ""
    if table.better is None:
        return w.NONE_BETTER
    own, theirs = (table.better.place[i] - table.signed[-1].place[i] for i in range(2))
    words = changed_words(model, table.better.options, table.signed[-1].options)
    return w.BETTER_SAYS.format(package=words, own=own, theirs=theirs, **_names(model))


def path_rows(model: Model, table: TablePicture) -> list[Row]:
    """Each side's offers in order, then the signatures; a package is told once, with the days on which it was made."""
    paths = [(w.OFFERS_OF.format(seat=seat_name(model.book, i)), table.offers[i]) for i in range(2)]
    found = []
    for name, path in (*paths, (w.SIGNED_THERE, table.signed)):
        before: Options = ()
        for options, days in _by_package(path).items():
            x, y = next(each.place for each in path if each.options == options)
            dates = ", ".join(short_date(model.book, day) for day in days[:MOST_DATES])
            more = f" {w.MORE_TIMES.format(n=len(days) - MOST_DATES)}" if len(days) > MOST_DATES else ""
            words = w.ON_DATES.format(dates=dates + more, package=changed_words(model, options, before))
            found.append(Row(name[:1].upper() + name[1:], w.PLACE.format(x=x, y=y), words))
            before = options
    return found


def _by_package(path: Sequence[TabledOffer]) -> dict[Options, list[int]]:
    """The days of each package, in the order in which they were first made."""
    found: dict[Options, list[int]] = {}
    for each in path:
        found.setdefault(each.options, []).append(each.day)
    return found


def changed_words(model: Model, options: Options, before: Options) -> str:
    """A package, or what it changes in another one."""
    if not before:
        return package_words(model.book, options)
    changed = [option if option != old else -1 for option, old in zip(options, before, strict=True)]
    return w.INSTEAD.format(package=package_words(model.book, changed))


# ------------------------------------------------------------------------------------------------------------ the plot
def table_plot(model: Model, debrief: Debrief) -> Plot:
    """The picture, with what its signs mean."""
    table, names = debrief.table, _names(model)
    signed = w.NOTHING_SIGNED
    if table.signed:
        x, y = table.signed[-1].place
        signed = w.SIGNED_PLACE.format(x=x, y=y, **names)
    keys = (
        (_stroke("good", 2.4), w.FRONTIER),
        *((_stroke(COLOURS[i], 2.4), w.OFFERS_OF.format(seat=seat_name(model.book, i))) for i in range(2)),
        (Shape("disc", ((12, 9),), stroke="paper", width=2, radius=6), w.SIGNED_THERE),
    )
    return Plot(
        w.PLOT_SAYS.format(signed=signed, **names), LEAST_SIZE, lambda room: draw_table(model, table, room), keys
    )


def _stroke(colour: str, width: float) -> Shape:
    return Shape("line", ((1, 9), (23, 9)), stroke=colour, width=width)


def draw_table(model: Model, table: TablePicture, room: Point) -> Drawn:
    """The picture in a room."""
    width, height = room[0], room[1] - FOOT
    on = _axes(_all_places(table), (width, height))
    shapes = [Shape("line", ((1, HEAD), (1, height - 1), (width - 1, height - 1)), stroke="line", width=1.2)]
    cells = {(int(x / CELL), int(y / CELL)): (x, y) for x, y in map(on, table.places)}
    shapes += [Shape("disc", (place,), fill="past", radius=1.5) for place in cells.values()]
    if len(table.frontier) > 1:
        shapes.append(Shape("line", tuple(map(on, table.frontier)), stroke="good", width=2))
    shapes += _no_deal(table, on, (width, height))
    for seat in range(2):
        shapes += _path([on(each.place) for each in table.offers[seat]], COLOURS[seat])
    shapes += [Shape("disc", (on(each.place),), stroke="paper", width=2.4, radius=6.5) for each in table.signed]
    if table.nash:
        shapes.append(Shape("disc", (on(table.nash.place),), fill="good", stroke="panel", width=1, radius=5.5))
    return Drawn(tuple(shapes), tuple(_labels(model, table, on, (width, height))))


def _all_places(table: TablePicture) -> list[Place]:
    offers: Sequence[TabledOffer] = (*table.offers[0], *table.offers[1], *table.signed)
    return [*table.places, *(each.place for each in offers), *([table.no_deal] if table.no_deal else [])]


def _axes(places: Sequence[Place], room: Point) -> Callable[[Place], Point]:
    """Where a pair of worths lies in the picture, which shows no more than there is; right and up are better."""
    low = [min((place[i] for place in places), default=0.0) for i in range(2)]
    high = [max((place[i] for place in places), default=100.0) for i in range(2)]
    spans = [max(1.0, high[i] - low[i]) for i in range(2)]
    width, height = room[0] - 2 * MARGIN, room[1] - HEAD - 2 * MARGIN
    return lambda place: (
        MARGIN + width * (place[0] - low[0]) / spans[0],
        HEAD + MARGIN + height * (1.0 - (place[1] - low[1]) / spans[1]),
    )


def _path(points: list[Point], colour: str) -> Iterator[Shape]:
    if len(points) > 1:
        yield Shape("line", tuple(points), stroke=colour, width=1.8)
    yield from (Shape("disc", (point,), fill=colour, radius=3.2) for point in dict.fromkeys(points))


def _no_deal(table: TablePicture, on: Callable[[Place], Point], room: Point) -> Iterator[Shape]:
    """A line for each seat: on its far side a package is worth more to it than no deal."""
    if table.no_deal:
        x, y = on(table.no_deal)
        yield Shape("line", ((x, HEAD), (x, room[1] - 2)), stroke="faint", width=1, dashes=(4, 4))
        yield Shape("line", ((2, y), (room[0] - 2, y)), stroke="faint", width=1, dashes=(4, 4))


def _labels(model: Model, table: TablePicture, on: Callable[[Place], Point], room: Point) -> Iterator[Label]:
    width, height = room
    first, second = (w.WORTH_TO.format(seat=seat_name(model.book, i)) for i in range(2))
    yield Label((width - 2, height + FOOT / 2 + 1), first, "first", "right")
    yield Label((4, 8), second, "second")
    if table.no_deal:
        x, _ = on(table.no_deal)
        yield beside((x, height - 10), w.NO_DEAL, "faint", width, 5)
    if table.nash:
        x, y = on(table.nash.place)
        yield beside((x, max(22.0, y - 12)), w.NASH, "good", width, 8)


def beside(place: Point, text: str, colour: str, width: float, gap: float) -> Label:
    """Words to the right of a place, or to its left where there is no room."""
    x, y = place
    if x + gap + WIDE * len(text) > width:
        return Label((x - gap, y), text, colour, "right")
    return Label((x + gap, y), text, colour)

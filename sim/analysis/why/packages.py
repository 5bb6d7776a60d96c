"""What was on the table: all packages in both seats' true worth, the best of them, and both paths of offers.

Worth on paper is additive, and 0 is a type's worst package, 100 its best. The disagreement point is *par*: the mean
score, of 100 as well, of that type when both seats play the record, where next to nothing new is signed. That a point
of the score weighs as much as a point of worth on paper is our assumption; it decides where the Nash point lies
(J. Nash, Econometrica 1950), and nothing else.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from sim.ai.families.bidding import extreme_worth
from sim.analysis.why.story import FinishedRecord
from sim.rules import layout as at
from sim.rules.packages import write_package
from sim.rules.values import option_worth
from sim.scenario.tables import RulesTables

MOST_PACKAGES = 20_000
"""A table with more has no picture."""
ALIKE = 0.7  # places that lie within about this many points of each other are one

Place = tuple[float, float]
"""A package's worth to the first and to the second seat, each from 0 to 100."""
Options = tuple[int, ...]
Points = list[list[list[float]]]
"""For each seat, issue and option: points of its true type, so that a package's worth is a sum."""


class TabledOffer(NamedTuple):
    """A package as it was offered, or signed: the day, its options, and where it lies."""

    day: int
    options: Options
    place: Place


@dataclass(frozen=True)
class TablePicture:
    """All that could have been agreed, and what was.

    ``places`` of all packages are thinned out; ``frontier`` runs from left to right; ``nash`` is the package with the
    largest product of gains over ``no_deal``, if both can gain. ``better`` is the package that would have given most
    more than the last one signed to the seat that it gives less, if there is one that gives both more.
    """

    places: tuple[Place, ...]
    frontier: tuple[Place, ...]
    no_deal: Place | None
    nash: TabledOffer | None
    offers: tuple[tuple[TabledOffer, ...], tuple[TabledOffer, ...]]
    signed: tuple[TabledOffer, ...]
    better: TabledOffer | None


def option_points(tables: RulesTables, owner: int, issue: int) -> list[float]:
    """What each option of an issue adds to a package's worth to an owner, in points of 100 above its worst option."""
    ints, reals = tables.ints, tables.reals
    span = extreme_worth(ints, reals, owner, 1.0) - extreme_worth(ints, reals, owner, -1.0)
    values = [option_worth(ints, reals, owner, issue, i) for i in range(ints[ints[at.ISSUES] + issue * at.ISSUE_WIDTH])]
    return [100.0 * (value - min(values)) / span if span else 0.0 for value in values]


def true_type(state: Sequence[float], seat: int) -> int:
    """The number of what a seat truly wanted."""
    return int(state[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.TYPE])


def options_of(tables: RulesTables, package: int) -> Options:
    """The options of a package, by its number."""
    options = [0.0] * tables.ints[at.N_ISSUES]
    write_package(tables.ints, options, 0, package)
    return tuple(map(int, options))


def draw_table(past: FinishedRecord) -> TablePicture:
    """What was on the table of a finished game."""
    tables, points = past.tables, _points(past)
    no_deal = par_place(past)
    best, nash = _walk(tables, points, no_deal)
    signed = tuple(_tabled(past, points, ("signed", "amended"), 2))
    better = _better(tables, points, signed[-1]) if signed else None
    one, two = (tuple(_tabled(past, points, ("proposed",), 2, seat)) for seat in range(2))
    return TablePicture(best, frontier(best), no_deal, nash, (one, two), signed, better)


def _points(past: FinishedRecord) -> Points:
    found = []
    for seat in range(2):
        first = past.tables.ints[past.tables.ints[at.SEATS] + seat * at.SEAT_ROW + at.SEAT_TYPE]
        owner = first + true_type(past.final, seat)
        found.append([option_points(past.tables, owner, i) for i in range(past.tables.ints[at.N_ISSUES])])
    return found


def place_of(points: Points, options: Options) -> Place:
    """Where a package lies."""
    first, second = (sum(each[option] for each, option in zip(seat, options, strict=True)) for seat in points)
    return first, second


def _packages(tables: RulesTables) -> Iterable[Options]:
    sizes = [range(len(options)) for options in tables.names.issues.values()]
    total = 1
    for size in sizes:
        total *= len(size)
    return product(*sizes) if total <= MOST_PACKAGES else ()


def _walk(tables: RulesTables, points: Points, no_deal: Place | None) -> tuple[tuple[Place, ...], TabledOffer | None]:
    """All places, thinned out, and the Nash point."""
    found: dict[tuple[int, int], Place] = {}
    nash, most = None, 0.0
    for options in _packages(tables):
        place = place_of(points, options)
        cell = round(place[0] / ALIKE), round(place[1] / ALIKE)
        if sum(place) > sum(found.get(cell, (-1.0, -1.0))):
            found[cell] = place
        gains = [place[seat] - no_deal[seat] for seat in range(2)] if no_deal else [0.0, 0.0]
        if min(gains) > 0.0 and gains[0] * gains[1] > most:
            nash, most = TabledOffer(0, options, place), gains[0] * gains[1]
    return tuple(sorted(found.values())), nash


def frontier(places: Sequence[Place]) -> tuple[Place, ...]:
    """The places that cannot be bettered for one seat without harm to the other, from left to right."""
    best: list[Place] = []
    highest = -1.0
    for x, y in sorted(places, reverse=True):
        if y > highest:
            best.append((x, y))
            highest = y
    return tuple(best[::-1])


def par_place(past: FinishedRecord) -> Place | None:
    """The par of both true types, if the scenario has it."""
    names, found = past.tables.names, []
    for seat, kinds in enumerate(names.types.values()):
        kind = kinds[true_type(past.final, seat)]
        found.append(names.par.get(names.seats[seat], {}).get(kind))
    first, second = found
    return None if first is None or second is None else (first, second)


def _tabled(
    past: FinishedRecord, points: Points, kinds: Sequence[str], column: int, seat: int | None = None
) -> Iterator[TabledOffer]:
    for day, event in past.events:
        if event.kind in kinds and seat in (None, int(event.row[1])):
            options = options_of(past.tables, int(event.row[column]))
            yield TabledOffer(day, options, place_of(points, options))


def _better(tables: RulesTables, points: Points, signed: TabledOffer) -> TabledOffer | None:
    found, most = None, 0.0
    for options in _packages(tables):
        place = place_of(points, options)
        least = min(place[0] - signed.place[0], place[1] - signed.place[1])
        if least > most:
            found, most = TabledOffer(0, options, place), least
    return found

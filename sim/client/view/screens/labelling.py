"""Where the words of a map stand: over no sign and no other words, if they can over no line, as near as may be."""

from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from math import hypot, inf
from typing import NamedTuple

from sim.client.view.drawing.scene import Point, Rect, Shape

CELL = 3  # pixels: of the grid on which it is noted where lines run
MOVES = sorted(product(range(-9, 10), range(-5, 6)), key=lambda move: hypot(*move))
"""How far words may be moved aside and up from where they belong, in halves of their height, the nearest first."""
DODGE = 2.2  # halves of the height of words by which they are moved farther so as not to lie over a line


class Wanted(NamedTuple):
    """Words that have a place: how large they are set, and how much they matter; the least number comes first."""

    rect: Rect
    rank: int


def lines_in(shapes: Iterable[Shape], scale: float, left: int, top: int) -> frozenset[Point]:
    """The cells through which the lines of a drawing run, drawn at a scale with its corner at a place."""
    found = set()
    for shape in shapes:
        if shape.kind == "line":
            for (ax, ay), (bx, by) in pairwise(shape.points):
                steps = max(1, int(hypot(bx - ax, by - ay) * scale / CELL) + 1)
                for i in range(steps + 1):
                    x, y = ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps
                    found.add(((left + x * scale) // CELL, (top + y * scale) // CELL))
    return frozenset(found)


def places(wanted: Sequence[Wanted], taken: Sequence[Rect], lines: frozenset[Point], within: Rect) -> list[Rect | None]:
    """A place for each, or None for words that would cover something; what can stand where it belongs comes first."""
    homes = [_into(each.rect, within) for each in wanted]
    found: list[Rect | None] = [None] * len(wanted)
    full = list(taken)
    for rank in sorted({each.rank for each in wanted}):
        asked = [i for i, each in enumerate(wanted) if each.rank == rank]
        free = [i for i in asked if not _covers(homes[i], full)]
        for i in (*free, *(i for i in asked if i not in free)):
            here = found[i] = _near(homes[i], full, lines, within)
            full += [here.inset(-here.h // 3, 0)] if here else []
    return found


def _into(rect: Rect, within: Rect) -> Rect:
    """A rectangle moved into another."""
    x = max(within.x, min(rect.x, within.right - rect.w))
    return rect._replace(x=x, y=max(within.y, min(rect.y, within.bottom - rect.h)))


def _near(home: Rect, taken: Sequence[Rect], lines: frozenset[Point], within: Rect) -> Rect | None:
    """The nearest place that covers nothing; one a little farther off, if no line runs through that."""
    over, enough = None, inf
    for a, b in MOVES:
        if hypot(a, b) > enough:
            break
        here = _into(home.shifted(a * home.h // 2, b * home.h // 2), within)
        if not _covers(here, taken):
            if not crosses(here, lines):
                return here
            if over is None:
                over, enough = here, hypot(a, b) + DODGE
    return over


def _covers(rect: Rect, taken: Sequence[Rect]) -> bool:
    return any(rect.overlaps(each) for each in taken)


def crosses(rect: Rect, lines: frozenset[Point]) -> bool:
    """Whether a line runs through words in a rectangle, which leave some of it empty above and below."""
    rect = rect.inset(0, rect.h // 5)
    across = range(rect.x // CELL, rect.right // CELL + 1)
    return any((x, y) in lines for y in range(rect.y // CELL, rect.bottom // CELL + 1) for x in across)

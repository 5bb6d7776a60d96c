"""What moves with the contested ground on the map: signs and labels that belong to what is still held."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, hypot, pi, sin, sqrt

from sim.client.view.drawing.scene import Point

STEP = 2.0  # of the map's own lengths
MOST_STEPS = 400
Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""
RING, RINGS, SPOKES = 3.5, 14, 12
AROUND = [(0.0, 0.0)] + [
    (ring * RING * cos(2 * pi * spoke / SPOKES), ring * RING * sin(2 * pi * spoke / SPOKES))
    for ring in range(1, RINGS + 1)
    for spoke in range(SPOKES)
]
"""Where to look for a free place, from the nearest on."""


def area_and_middle(outline: Sequence[Point]) -> tuple[float, Point]:
    """How large an area is, and its middle by weight: the centroid of its outline."""
    area = x = y = 0.0
    for (ax, ay), (bx, by) in pairwise([*outline, outline[0]]):
        cross = ax * by - bx * ay
        area, x, y = area + cross, x + (ax + bx) * cross, y + (ay + by) * cross
    if not area:
        return 0.0, outline[0]
    return abs(area) / 2.0, (x / (3.0 * area), y / (3.0 * area))


def middle(outline: Sequence[Point]) -> Point:
    """The middle of an area."""
    return area_and_middle(outline)[1]


def inside(point: Point, outline: Sequence[Point]) -> bool:
    """Whether a point lies in an area: a ray from it crosses the outline an odd number of times."""
    x, y = point
    crossed = False
    for (ax, ay), (bx, by) in pairwise([*outline, outline[0]]):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            crossed = not crossed
    return crossed


def way_in(point: Point, outline: Sequence[Point]) -> float:
    """How far it is from a point to where an area begins, towards its middle; 0 within."""
    to_x, to_y = middle(outline)
    length = hypot(to_x - point[0], to_y - point[1])
    for step in range(MOST_STEPS):
        far = step * STEP
        if far >= length or inside(towards(point, (to_x, to_y), far), outline):
            return min(far, length)
    return length


def towards(point: Point, other: Point, far: float) -> Point:
    """A point so far on the way to another, and no farther than that."""
    dx, dy = other[0] - point[0], other[1] - point[1]
    length = hypot(dx, dy)
    share = min(1.0, far / length) if length else 0.0
    return point[0] + share * dx, point[1] + share * dy


def kept_by(point: Point, first: Sequence[Point], now: Sequence[Point]) -> Point:
    """Where a sign stands once an area has shrunk: drawn together with it, or as far before it as it stood at first."""
    before = way_in(point, first)
    if before:
        return towards(point, middle(now), max(0.0, way_in(point, now) - before))
    (large, (ax, ay)), (small, (bx, by)) = area_and_middle(first), area_and_middle(now)
    scale = sqrt(small / large) if large else 1.0
    drawn = bx + scale * (point[0] - ax), by + scale * (point[1] - ay)
    far = way_in(drawn, now)
    return towards(drawn, middle(now), far + STEP) if far else drawn


def near(point: Point, around: Box, taken: Sequence[Box], ground: Sequence[Point]) -> Point | None:
    """The nearest place to a point where what takes up room ``around`` it lies over nothing taken; None without one.

    What stands in an area stays in it, and what stands before it stays before it.
    """
    within = inside(point, ground) if ground else False
    for dx, dy in AROUND:
        x, y = point[0] + dx, point[1] + dy
        left, top, right, bottom = x + around[0], y + around[1], x + around[2], y + around[3]
        if any(left < box[2] and box[0] < right and top < box[3] and box[1] < bottom for box in taken):
            continue
        if (dx, dy) == AROUND[0] or not ground or inside((x, y), ground) == within:
            return x, y
    return None

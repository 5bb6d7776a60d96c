"""What differs between two pictures of elements, so that only that is drawn again."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sim.client.view.drawing.scene import Bar, Element, Rect, Region, Scene, Words

SPILL = 6.0  # pixels of the design by which letters and the marks of a bar may stand out of their rectangles
SPILLING = (Words, Bar)
MOST = 0.8  # of the elements that may have gone and come: where it is more, all is drawn again


class Layer(NamedTuple):
    """Elements from the back to the front, their regions and how far these are scrolled, as a seat sees them."""

    elements: tuple[Element, ...]
    regions: dict[str, Region]
    scroll: dict[str, int]
    seat: int = 0
    leftward: bool = False

    def view(self, element: Element) -> Rect | None:
        """The part of the screen outside which nothing of an element shows, if there is one."""
        return self.regions[element.region].view if element.region else None

    def place(self, element: Element) -> Rect:
        """Where an element stands on the screen."""
        return element.rect.shifted(0, -self.scroll.get(element.region, 0)) if element.region else element.rect

    def reach(self, element: Element, unit: float) -> Rect:
        """All of the screen that an element may be drawn on, and a little more."""
        place = self.place(element)
        if isinstance(element.drawing, SPILLING):
            x, y, w, h = place
            spill = round(SPILL * unit)
            place = Rect(x - spill, y - spill, w + 2 * spill, h + 2 * spill)
        return place.common(self.regions[element.region].view) if element.region else place


def layers(scene: Scene, scroll: dict[str, int], seat: int) -> tuple[Layer, Layer | None]:
    """The screen, and the dialog over it if one is open."""
    parts = [
        Layer(
            elements,
            {id_: scene.regions[id_] for id_ in ids},
            {id_: scroll.get(id_, 0) for id_ in ids},
            seat,
            scene.leftward,
        )
        for elements, ids in (
            (scene.elements[: scene.front], scene.behind),
            (scene.elements[scene.front :], scene.regions.keys() - scene.behind),
        )
    ]
    return (parts[0], parts[1]) if scene.front else (parts[1], None)


def around(rects: Iterable[Rect]) -> Rect:
    """The least rectangle that covers some."""
    all_ = list(rects)
    left, top = min(each.x for each in all_), min(each.y for each in all_)
    return Rect(left, top, max(each.right for each in all_) - left, max(each.bottom for each in all_) - top)


def changed(before: Layer, after: Layer, unit: float) -> list[Rect] | None:
    """Rectangles that do not overlap and hold all that differs; None if that is so much that all may be drawn again."""
    if (before.seat, before.leftward) != (after.seat, after.leftward):
        return None
    gone, come = _differing(before, after)
    if len(gone) + len(come) > MOST * len(after.elements):
        return None
    found = [before.reach(each, unit) for each in gone] + [after.reach(each, unit) for each in come]
    return apart([*found, *_moved(before, after), *_moved(after, before)])


def _moved(one: Layer, other: Layer) -> list[Rect]:
    """The regions of one that the other has not, or scrolled otherwise."""
    return [
        region.view
        for id_, region in one.regions.items()
        if other.regions.get(id_) != region or other.scroll.get(id_, 0) != one.scroll.get(id_, 0)
    ]


def _differing(before: Layer, after: Layer) -> tuple[list[Element], list[Element]]:
    """The drawn elements of each that have no equal in the other, in the same order among those that have."""
    places: dict[Rect, list[int]] = {}
    for i, each in enumerate(before.elements):
        places.setdefault(each.rect, []).append(i)
    last, kept, come = -1, set(), []
    for each in after.elements:
        if each.drawing is None:
            continue
        for i in places.get(each.rect, ()):
            if i > last and _same(before.elements[i], each):
                kept.add(i)
                last = i
                break
        else:
            come.append(each)
    gone = [each for i, each in enumerate(before.elements) if i not in kept and each.drawing is not None]
    return gone, come


def _same(one: Element, other: Element) -> bool:
    return one is other or (one.region == other.region and one.drawing == other.drawing)


def apart(rects: Sequence[Rect]) -> list[Rect]:
    """Rectangles that cover the same and do not overlap: those that do are joined."""
    found: list[Rect] = []
    for each in rects:
        joined = each
        while touching := [other for other in found if other.overlaps(joined)]:
            joined = around([joined, *touching])
            found = [other for other in found if other not in touching]
        if joined.w and joined.h:
            found.append(joined)
    return found

"""Where the focus goes: in the order of reading, or to the nearest control on a side; and what must scroll for it."""

from collections.abc import Iterable

from sim.client.view.drawing.scene import Element, Rect, Scene

SIDES = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
ASIDE = 2.5  # how much more a step to the side counts than one ahead
TOUCHING = 6  # pixels by which neighbours may overlap and still lie beside one another


def ids(scene: Scene) -> list[str]:
    """Ids of the active controls in the order of reading."""
    return [each.control.id for each in scene.controls() if each.control]


def settle(scene: Scene, focus: str) -> str:
    """The focus if it is there, else what the scene prefers, else the first control."""
    known = ids(scene)
    for id_ in (focus, scene.default):
        if id_ in known:
            return id_
    return known[0] if known else ""


def step(scene: Scene, focus: str, by: int) -> str:
    """The next control, or the one before, past those that stand in a row with another; round and round."""
    found = [each.control for each in scene.controls() if each.control]
    known = [control.id for control in found if not control.beside or control.id == focus]
    if not known:
        return ""
    if focus not in known:
        return known[0 if by > 0 else -1]
    return known[(known.index(focus) + by) % len(known)]


def shown_rect(element: Element, scroll: dict[str, int]) -> Rect:
    """Where an element is on the screen, its region being scrolled."""
    return element.rect.shifted(0, -scroll.get(element.region, 0)) if element.region else element.rect


def toward(scene: Scene, focus: str, side: str, scroll: dict[str, int]) -> str:
    """The nearest control on a side, of its own row if it stands in one; the same one if there is none."""
    here = scene.find(focus)
    if here is None:
        return settle(scene, focus)
    dx, dy = SIDES[side]
    row = [each for each in scene.controls() if dx and _in_a_row(here, each)]
    return _nearest(row, here, (dx, dy), scroll) or _nearest(scene.controls(), here, (dx, dy), scroll) or focus


def _in_a_row(one: Element, other: Element) -> bool:
    """Whether two controls stand in one row, of which Tab comes to the first alone."""
    assert one.control is not None
    assert other.control is not None
    level = (one.rect.y, one.rect.h, one.region) == (other.rect.y, other.rect.h, other.region)
    return level and (one.control.beside or other.control.beside)


def _nearest(among: Iterable[Element], here: Element, side: tuple[int, int], scroll: dict[str, int]) -> str:
    """The nearest of some controls on a side; nothing if there is none."""
    origin = shown_rect(here, scroll)
    best, least = "", float("inf")
    for element in among:
        assert element.control is not None
        rect = shown_rect(element, scroll)
        ahead, aside = _gaps(origin, rect, *side)
        if element is not here and ahead >= -TOUCHING and ahead + ASIDE * aside < least:
            best, least = element.control.id, ahead + ASIDE * aside
    return best


def _gaps(origin: Rect, rect: Rect, dx: int, dy: int) -> tuple[float, float]:
    """How far a rectangle lies ahead, between facing edges, and how far aside; negative if it does not lie ahead."""
    (x0, y0), (x1, y1) = origin.centre, rect.centre
    if dx:
        aside = max(0, rect.y - origin.bottom, origin.y - rect.bottom)
        return (rect.x - origin.right if dx > 0 else origin.x - rect.right), aside + abs(y1 - y0) * 0.2
    aside = max(0, rect.x - origin.right, origin.x - rect.right)
    return (rect.y - origin.bottom if dy > 0 else origin.y - rect.bottom), aside + abs(x1 - x0) * 0.2


def reveal(scene: Scene, focus: str, scroll: dict[str, int]) -> dict[str, int]:
    """How far regions must be scrolled for the focus to be seen."""
    element = scene.find(focus)
    if element is None or not element.region:
        return scroll
    region = scene.regions[element.region]
    now = scroll.get(element.region, 0)
    top, bottom = element.rect.y - region.view.y, element.rect.bottom - region.view.y
    margin = min(24, region.view.h // 6)
    wanted = now
    if top - margin < now:
        wanted = top - margin
    elif bottom + margin > now + region.view.h:
        wanted = bottom + margin - region.view.h
    return scroll | {element.region: clip(scene, element.region, wanted)}


def clip(scene: Scene, region: str, wanted: int) -> int:
    """A distance that a region can be scrolled."""
    view, content = scene.regions[region]
    return max(0, min(wanted, content - view.h))


def scrolled(scene: Scene, region: str, by: int, scroll: dict[str, int]) -> dict[str, int]:
    """The distances once a region is scrolled further."""
    return scroll | {region: clip(scene, region, scroll.get(region, 0) + by)}


def region_at(scene: Scene, x: int, y: int) -> str:
    """The active region under a point, or the largest one."""
    active = {id_: region for id_, region in scene.regions.items() if id_ not in scene.behind}
    for id_, region in active.items():
        if region.view.holds(x, y):
            return id_
    return max(active, key=lambda id_: active[id_].view.h * active[id_].view.w, default="")


def region_of(scene: Scene, element: Element | None) -> str:
    """The region that keys scroll while an element has the focus: its own, the one that it is, or the largest."""
    if element is not None and element.role == "region":
        return element.name
    return element.region if element is not None and element.region else region_at(scene, -1, -1)


def control_at(scene: Scene, x: int, y: int, scroll: dict[str, int]) -> Element | None:
    """The active control under a point, the topmost if several are."""
    found = None
    for element in scene.controls():
        if element.region and not scene.regions[element.region].view.holds(x, y):
            continue
        if shown_rect(element, scroll).holds(x, y):
            found = element
    return found

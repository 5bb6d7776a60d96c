"""Every screen at three sizes and three scales of text: nothing overlaps, nothing is cut, everything is reached."""

from collections.abc import Iterator
from itertools import combinations

import pytest

from sim.client.view.drawing import focus as foci
from sim.client.view.drawing.fonts import FontRuler
from sim.client.view.drawing.scene import Box, Element, Rect, Scene, Words
from sim.language.catalogue import languages
from tests.client.view.gallery import SCALES, SIZES, scene_of, shells

CASES = [(size, text) for size in SIZES for text in SCALES]
IDS = [f"{w}x{h} at {text} %" for (w, h), text in CASES]
LEAST_VIEW = 36  # pixels of the design that a scrolled region shows at least


def layers(scene: Scene) -> Iterator[list[Element]]:
    """The elements that answer to input, and those behind them."""
    yield list(scene.elements[scene.front :])
    yield list(scene.elements[: scene.front])


def faults(scene: Scene, ruler: FontRuler) -> Iterator[str]:
    """Everything wrong with a scene."""
    for layer in layers(scene):
        yield from outside(scene, layer)
        yield from cut(layer, ruler)
        yield from spilt(layer)
        yield from overlapping(scene, layer)
    yield from unreached(scene)
    for id_, (view, content) in scene.regions.items():
        if view.h < LEAST_VIEW * ruler.unit or content <= view.h:
            yield f"region {id_} shows {view.h} of {content}"


def outside(scene: Scene, layer: list[Element]) -> Iterator[str]:
    """What lies outside the window, or outside the content of its region."""
    for each in layer:
        room = Rect(0, 0, *scene.size)
        if each.region:
            view, content = scene.regions[each.region]
            room = Rect(view.x, view.y, view.w, content)
        if not room.covers(each.rect):
            yield f"outside: {each.name or each.drawing!r:.60} {each.rect} in {room}"


def cut(layer: list[Element], ruler: FontRuler) -> Iterator[str]:
    """Words that need more room than their element has."""
    for each in layer:
        if isinstance(each.drawing, Words):
            for x, y, text, style, _ in each.drawing.fragments:
                if x + ruler.width(text, style) > each.rect.w + 1 or y + ruler.height(style) > each.rect.h + 1:
                    yield f"cut: {text!r} in {each.rect}"


def spilt(layer: list[Element]) -> Iterator[str]:
    """Words that begin in a box and end outside it."""
    boxes: list[Element] = []
    for each in layer:
        if isinstance(each.drawing, Box) and each.drawing.fill:
            boxes.append(each)
        elif isinstance(each.drawing, Words):
            around = [b for b in boxes if b.region == each.region and b.rect.holds(each.rect.x, each.rect.y)]
            within = min(around, key=lambda b: b.rect.w * b.rect.h, default=None)
            if within and not within.rect.covers(each.rect):
                yield f"spilt: {each.name!r:.60} {each.rect} out of {within.rect}"


def overlapping(scene: Scene, layer: list[Element]) -> Iterator[str]:
    """Controls that share a pixel, and words that do."""
    for region in {each.region for each in layer}:
        inside = [each for each in layer if each.region == region]
        for kind in ([e for e in inside if e.control], [e for e in inside if isinstance(e.drawing, Words)]):
            for one, other in combinations(kind, 2):
                if one.rect.overlaps(other.rect):
                    yield f"overlap: {one.name!r:.40} {one.rect} and {other.name!r:.40} {other.rect}"
    views = [region.view for id_, region in scene.regions.items() if scene.front == 0]
    for first, second in combinations(views, 2):
        if first.overlaps(second):
            yield f"regions overlap: {first} and {second}"


def unreached(scene: Scene) -> Iterator[str]:
    """Controls without an id of their own, that Tab does not come to, or that stay hidden when it does."""
    known = foci.ids(scene)
    if len(set(known)) < len(known):
        yield f"ids twice: {sorted(id_ for id_ in set(known) if known.count(id_) > 1)}"
    seen, now = [], foci.settle(scene, "")
    for _ in known:
        seen.append(now)
        now = foci.step(scene, now, 1)
    for side in ("left", "right"):
        for start in [id_ for id_ in seen if id_.startswith("spot/")]:
            seen += along(scene, start, side)
    if set(seen) != set(known):
        yield f"not reached: {sorted(set(known) - set(seen))}"
    for element in scene.controls():
        assert element.control is not None
        if element.region:
            scroll = foci.reveal(scene, element.control.id, {})
            view = scene.regions[element.region].view
            shown = foci.shown_rect(element, scroll)
            if not view.covers(shown) and element.rect.h <= view.h:
                yield f"hidden: {element.control.id} at {shown} in {view}"


def along(scene: Scene, start: str, side: str) -> Iterator[str]:
    """What arrows come to from a control on, as long as they stay in its row."""
    before, now = "", start
    while now != before and now.startswith("spot/"):
        yield now
        before, now = now, foci.toward(scene, now, side, {})


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(("size", "text"), CASES, ids=IDS)
def test_nothing_overlaps_is_cut_or_out_of_reach(size: tuple[int, int], text: int, language: str) -> None:
    found = [f"{name}: {fault}" for name in shells() for fault in faults(*scene_of(name, size, text, language))]
    assert not found, "\n".join([f"{len(found)} faults", *found[:40]])


@pytest.mark.parametrize("size", [(1600, 900), (1366, 768), (2560, 1080), (1280, 1024), (1920, 1200)])
def test_odd_windows_hold_too(size: tuple[int, int]) -> None:
    names = [
        name
        for name in shells()
        if name.endswith(("days/table", "over/debrief", "title", "force/table", "answer/table", "believe"))
    ]
    found = [f"{name}: {fault}" for name in names for fault in faults(*scene_of(name, size, 100))]
    assert not found, "\n".join(found[:40])


def test_the_faults_are_found() -> None:
    """A scene that is wrong in every way."""
    scene, ruler = scene_of("title")
    words = next(each for each in scene.elements if isinstance(each.drawing, Words))
    box = next(each for each in scene.controls())
    narrow = Element(Rect(words.rect.x, words.rect.y, 5, 5), words.drawing)
    far = Element(Rect(5000, 5, 10, 10), box.drawing, control=box.control)
    wrong = Scene(scene.size, (*scene.elements, narrow, far, words))
    kinds = {fault.split(":")[0] for fault in faults(wrong, ruler)}
    assert {"cut", "outside", "overlap", "ids twice"} <= kinds

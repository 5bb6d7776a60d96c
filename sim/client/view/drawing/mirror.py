"""A scene for languages that are written from right to left: all is turned about, pictures only as to their place."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sim.client.view.drawing.scene import Bar, Drawing, Element, Fragment, Picture, Rect, Region, Scene, Words
from sim.client.view.drawing.typeset import Ruler

HOLDS = 40  # pixels of the design: a picture that is lower is a sign, and no words stand on it


def mirrored(scene: Scene, ruler: Ruler) -> Scene:
    """The scene with what was on the left on the right, and lines of text that begin on the right."""
    width = scene.size[0]
    screen = scene.front or len(scene.elements)
    layers = {"screen": scene.elements[:screen], "dialog": scene.elements[screen:]}  # it stands on no picture behind it
    strip = scene.strip._replace(rect=_turned(scene.strip.rect, width)) if scene.strip else None
    return replace(
        scene,
        elements=tuple(each for name in layers for each in _mirrored_all(name, layers[name], width, ruler)),
        regions={id_: Region(_turned(view, width), content) for id_, (view, content) in scene.regions.items()},
        strip=strip,
        leftward=True,
    )


def _mirrored_all(name: str, layer: Sequence[Element], width: int, ruler: Ruler) -> list[Element]:
    """A layer's elements. Those that the last layer of its name had are kept as they were turned then."""
    pictures = [each for each in layer if isinstance(each.drawing, Picture) and each.rect.h >= HOLDS * ruler.unit]
    among, memory = (width, [(each.rect, each.region) for each in pictures]), ruler.memory()
    before = memory.get(("mirrored", name))
    known: dict[int, tuple[Element, Element]] = before[1] if before and before[0] == among else {}
    found = [known.get(id(each)) or (each, _mirrored(each, pictures, width, ruler)) for each in layer]
    memory.keep(("mirrored", name), (among, {id(each): (each, after) for each, after in found}))
    return [after for _, after in found]


def _mirrored(element: Element, pictures: list[Element], width: int, ruler: Ruler) -> Element:
    """An element on the other side. What stands on a picture keeps its place there: a map has no other side."""
    for picture in pictures:
        if isinstance(element.drawing, Words) and _stands_on(element, picture):
            moved = width - picture.rect.right - picture.rect.x
            return replace(element, rect=element.rect.shifted(moved, 0))
    return replace(element, rect=_turned(element.rect, width), drawing=_inside(element, ruler))


def _stands_on(element: Element, picture: Element) -> bool:
    return picture.region == element.region and picture.rect.covers(element.rect)


def turned(elements: Iterable[Element], ruler: Ruler) -> list[Element]:
    """Elements where they are, with what each of them holds turned about."""
    return [replace(each, drawing=_inside(each, ruler)) for each in elements]


def _fragment(fragment: Fragment, width: int, ruler: Ruler) -> Fragment:
    """A piece of a line as it stands on the other side, without the spaces at its ends, which change sides too."""
    text, whole = fragment.text.strip(" "), ruler.width(fragment.text, fragment.style)
    before = whole - ruler.width(fragment.text.lstrip(" "), fragment.style)
    return fragment._replace(x=width - fragment.x - before - ruler.width(text, fragment.style), text=text)


def _turned(rect: Rect, width: int) -> Rect:
    return rect._replace(x=width - rect.right)


def _inside(element: Element, ruler: Ruler) -> Drawing | None:
    drawing, width = element.drawing, element.rect.w
    if isinstance(drawing, Words):
        return Words(tuple(_fragment(each, width, ruler) for each in drawing.fragments))
    if isinstance(drawing, Bar):
        return drawing._replace(
            value=1.0 - drawing.value,
            start=1.0 - drawing.start,
            low=1.0 - drawing.high if drawing.high > drawing.low else 0.0,
            high=1.0 - drawing.low if drawing.high > drawing.low else 0.0,
            before=1.0 - drawing.before if drawing.before >= 0 else drawing.before,
            was=1.0 - drawing.was if drawing.was >= 0 else drawing.was,
        )
    return drawing

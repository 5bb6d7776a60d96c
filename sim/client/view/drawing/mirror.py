"""A scene for languages that are written from right to left: all is turned about, pictures only as to their place."""

from collections.abc import Iterable
from dataclasses import replace

from sim.client.view.drawing.scene import Bar, Drawing, Element, Fragment, Picture, Rect, Region, Scene, Words
from sim.client.view.drawing.typeset import Ruler


def mirrored(scene: Scene, ruler: Ruler) -> Scene:
    """The scene with what was on the left on the right, and lines of text that begin on the right."""
    width = scene.size[0]
    pictures = [each for each in scene.elements if isinstance(each.drawing, Picture)]
    strip = scene.strip._replace(rect=_turned(scene.strip.rect, width)) if scene.strip else None
    return replace(
        scene,
        elements=tuple(_mirrored(each, pictures, width, ruler) for each in scene.elements),
        regions={id_: Region(_turned(view, width), content) for id_, (view, content) in scene.regions.items()},
        strip=strip,
        leftward=True,
    )


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
        )
    return drawing

"""Draws any scene with pygame. Text, boxes and pictures are kept; of a scene only what has changed is drawn again."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pygame

from sim.client.view.drawing.changing import Layer, changed, layers
from sim.client.view.drawing.fonts import FontRuler
from sim.client.view.drawing.palette import Colour, colour
from sim.client.view.drawing.scene import Bar, Box, Drawing, Element, Picture, Rect, Region, Scene, Words
from sim.client.view.drawing.sprites import draw_box, draw_dashes, draw_picture

TEXT_BYTES, PICTURE_BYTES = 20_000_000, 8_000_000  # of what is kept so as not to be drawn again
RING = 3  # pixels of the focus ring at least


class Kept:
    """Surfaces by what they show, up to so many bytes; beyond, those that came first go."""

    def __init__(self, most: int) -> None:
        self.most, self.size = most, 0
        self._found: dict[Any, pygame.Surface] = {}

    def get(self, key: Any) -> pygame.Surface | None:
        """What is kept under a key."""
        return self._found.get(key)

    def keep(self, key: Any, surface: pygame.Surface) -> pygame.Surface:
        """Keep a surface, and give it back."""
        self._found[key] = surface
        self.size += _bytes(surface)
        while self.size > self.most and len(self._found) > 1:
            self.size -= _bytes(self._found.pop(next(iter(self._found))))
        return surface


def _bytes(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * 4


@dataclass(frozen=True)
class Pointing:
    """Where the attention is: the control that has the focus, the one under the pointer, how far regions are scrolled.

    ``ringed`` says whether the focus is shown, which it is once a key has moved it.
    """

    focus: str = ""
    hover: str = ""
    scroll: dict[str, int] = field(default_factory=dict)
    ringed: bool = False


class Painter:
    """Draws scenes of one unit onto surfaces, in the usual colours or in those of high contrast."""

    def __init__(self, ruler: FontRuler, *, strong: bool = False) -> None:
        self.ruler, self.strong = ruler, strong
        self._texts, self._pictures = Kept(TEXT_BYTES), Kept(PICTURE_BYTES)
        self._seat = 0
        self._ground = pygame.Surface((1, 1))
        self._drawn: Layer | None = None
        self._dialog: tuple[Layer, pygame.Surface] | None = None

    def draw(self, target: pygame.Surface, scene: Scene, pointing: Pointing, seat: int = 0) -> None:
        """A scene, then what follows the attention: hover, focus, scroll bars."""
        self._seat = seat
        screen, dialog = layers(scene, pointing.scroll, seat)
        self._draw_screen(target.get_size(), screen)
        target.blit(self._draw_dialog(dialog) if dialog else self._ground, (0, 0))
        for id_, shown in ((pointing.hover, True), (pointing.focus, pointing.ringed)):
            element = scene.find(id_) if id_ and shown else None
            if element:
                self._point_at(target, scene, element, pointing, ring=id_ == pointing.focus and pointing.ringed)

    def draw_over(self, target: pygame.Surface, elements: Sequence[Element]) -> None:
        """Elements on top of what is drawn already."""
        self._draw_layer(target, Layer(tuple(elements), {}, {}), [Rect(0, 0, *target.get_size())])

    def _draw_screen(self, size: tuple[int, int], screen: Layer) -> None:
        """Draw what differs from the screen that was drawn last."""
        if self._ground.get_size() != size:
            self._ground, self._drawn = pygame.Surface(size), None
        parts = changed(self._drawn, screen, self.ruler.unit) if self._drawn else None
        if parts is None:
            parts = [Rect(0, 0, *size)]
        for part in parts:
            self._ground.fill(self.shade("bg"), part)
        self._draw_layer(self._ground, screen, parts)
        self._drawn = screen
        if parts:
            self._dialog = None

    def _draw_dialog(self, dialog: Layer) -> pygame.Surface:
        """The screen with a dialog over it, on a surface of its own: closed, it leaves the screen as it was."""
        if self._dialog is None or self._dialog[0] != dialog:
            surface = self._ground.copy()
            self._draw_layer(surface, dialog, [Rect(0, 0, *surface.get_size())])
            self._dialog = (dialog, surface)
        return self._dialog[1]

    def _draw_layer(self, target: pygame.Surface, layer: Layer, parts: list[Rect]) -> None:
        """A layer in parts of the screen that do not overlap."""
        drawn = [each for each in layer.elements if each.drawing is not None] if parts else []
        for element in drawn:
            reach = pygame.Rect(layer.reach(element, self.ruler.unit))
            for i in reach.collidelistall(parts):
                target.set_clip(parts[i].common(layer.view(element) or parts[i]))
                self._draw_element(target, layer.place(element), element.drawing)
        for id_, region in layer.regions.items():
            for part in parts:
                if part.overlaps(region.view):
                    target.set_clip(part)
                    self._draw_scroll_bar(target, region, layer.scroll.get(id_, 0), left=layer.leftward)
        target.set_clip(None)

    def shade(self, name: str) -> Colour:
        """A colour by name, for the seat that is played."""
        return colour(name, self._seat, strong=self.strong)

    def _draw_element(self, target: pygame.Surface, rect: Rect, drawing: Drawing | None) -> None:
        match drawing:
            case Words():
                self._draw_words(target, rect, drawing)
            case Box():
                self._draw_box(target, rect, drawing)
            case Bar():
                self._draw_bar(target, rect, drawing)
            case Picture():
                target.blit(self._picture(drawing, rect), rect[:2])

    def _draw_words(self, target: pygame.Surface, rect: Rect, words: Words) -> None:
        for x, y, text, style, name in words.fragments:
            target.blit(self._text(text, style, name), (rect.x + x, rect.y + y))

    def _text(self, text: str, style: str, name: str) -> pygame.Surface:
        shade = self.shade(name)
        key = (text, style, str(shade))
        found = self._texts.get(key)
        return found or self._texts.keep(key, self.ruler.render(text, style, shade[:3]))

    def _picture(self, picture: Picture, rect: Rect) -> pygame.Surface:
        key = (picture, rect.w, rect.h, self._seat)
        found = self._pictures.get(key)
        return found or self._pictures.keep(key, draw_picture(picture, (rect.w, rect.h), self.shade))

    def _draw_box(self, target: pygame.Surface, rect: Rect, box: Box) -> None:
        fill = self.shade(box.fill) if box.fill else None
        border = self.shade(box.border) if box.border else None
        shape = (box.radius, box.width)
        if box.dashes and border:
            draw_dashes(target, rect, shape, fill, border)
        else:
            draw_box(target, rect, shape, fill, border)

    def _draw_bar(self, target: pygame.Surface, rect: Rect, bar: Bar) -> None:
        radius = rect.h // 2
        draw_box(target, rect, (radius, 0), self.shade("track"), None)
        first, last = sorted((bar.start, bar.value))
        left, right = rect.x + round(rect.w * first), rect.x + round(rect.w * last)
        if right > left:
            part = Rect(left, rect.y, right - left, rect.h)
            draw_box(target, part, (min(radius, part.w // 2), 0), self.shade(bar.colour), None)
        if bar.high > bar.low:
            self._draw_interval(target, rect, bar)
        if bar.before >= 0:
            x = min(rect.right - 2, rect.x + round(rect.w * bar.before))
            target.fill(self.shade("ink"), (x, rect.y - 2, max(1, round(self.ruler.unit)), rect.h + 4))

    def _draw_interval(self, target: pygame.Surface, rect: Rect, bar: Bar) -> None:
        """The error of an estimate: a line with ends, from ``low`` to ``high``."""
        thick = max(1, round(1.4 * self.ruler.unit))
        left, right = rect.x + round(rect.w * bar.low), rect.x + round(rect.w * bar.high)
        middle = rect.y + (rect.h - thick) // 2
        ink = self.shade("ink")
        target.fill(ink, (left, middle, right - left, thick))
        for x in (left, right - thick):
            target.fill(ink, (x, rect.y - 1, thick, rect.h + 2))

    def _draw_scroll_bar(self, target: pygame.Surface, region: Region, scrolled: int, *, left: bool) -> None:
        view = region.view
        width = max(4, round(5 * self.ruler.unit))
        x = view.x if left else view.right - width
        draw_box(target, Rect(x, view.y, width, view.h), (width // 2, 0), self.shade("track"), None)
        length = max(3 * width, view.h * view.h // region.content)
        room = max(1, region.content - view.h)
        y = view.y + (view.h - length) * min(scrolled, room) // room
        draw_box(target, Rect(x, y, width, length), (width // 2, 0), self.shade("neutral"), None)

    def _point_at(
        self, target: pygame.Surface, scene: Scene, element: Element, pointing: Pointing, *, ring: bool
    ) -> None:
        rect = element.rect
        if element.region:
            view = scene.regions[element.region].view
            rect = rect.shifted(0, -pointing.scroll.get(element.region, 0))
            target.set_clip(view.inset(-5, -5))
        radius = element.drawing.radius if isinstance(element.drawing, Box) else 4
        if ring:
            width = max(RING, round(RING * self.ruler.unit))
            outer = rect.inset(-width, -width)
            draw_box(target, outer, (radius + width, width), None, self.shade("focus"))
        else:
            draw_box(target, rect, (radius, max(1, round(self.ruler.unit))), None, self.shade("dim"))
        target.set_clip(None)

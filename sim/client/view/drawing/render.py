"""Draws any scene with pygame. Text, boxes and pictures are kept; of a scene only what has changed is drawn again."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from sim.client.view import words as w
from sim.client.view.devices.bindings import cap, say_key
from sim.client.view.drawing.changing import Layer, apart, changed, layers
from sim.client.view.drawing.fonts import FontRuler
from sim.client.view.drawing.kept import Kept
from sim.client.view.drawing.palette import Colour, colour
from sim.client.view.drawing.scene import Bar, Box, Drawing, Element, Picture, Rect, Region, Scene, Words
from sim.client.view.drawing.sprites import draw_box, draw_dashes, draw_picture, fill_solid

TEXT_BYTES, PICTURE_BYTES = 6_000_000, 4_000_000  # that are kept so as not to be drawn again, in a unit of one
PICTURES = 2  # of whole screens that are kept
RING = 3  # pixels of the focus ring at least


@dataclass(frozen=True)
class Pointing:
    """Where the attention is: the control that has the focus, the one under the pointer, how far regions are scrolled.

    ``ringed`` says whether the focus is shown, which it is once a key has moved it.
    """

    focus: str = ""
    hover: str = ""
    scroll: dict[str, int] = field(default_factory=dict)
    ringed: bool = False
    pressed: str = ""
    """The control that is held down."""


class Drawn:
    """A surface, and what is drawn on it: a screen, and the dialog over it if there is one."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.surface = pygame.Surface(size)
        self.screen: Layer | None = None
        self.dialog: Layer | None = None


class Painter:
    """Draws scenes of one unit onto surfaces, in the usual colours or in those of high contrast.

    Two pictures are kept, so that what was left can be shown again: two screens, or one with and without its dialog.
    On the surface that was drawn on last only what differs is drawn, as long as nobody else draws on it.
    """

    def __init__(self, ruler: FontRuler, *, strong: bool = False) -> None:
        self.ruler, self.strong = ruler, strong
        self.touched: list[Rect] = []
        """The parts of the surface that the last frame has drawn on."""
        size = ruler.unit**2
        self._texts, self._pictures = Kept(round(size * TEXT_BYTES)), Kept(round(size * PICTURE_BYTES))
        self._seat = 0
        self._kept: list[Drawn] = []  # the picture shown last comes first
        self._shown: tuple[pygame.Surface, pygame.Surface] | None = None  # on which surface, and from which picture
        self._over: list[Rect] = []  # where something was drawn over that picture

    def draw(self, target: pygame.Surface, scene: Scene, pointing: Pointing, seat: int = 0) -> None:
        """A scene, then what follows the attention: hover, focus, scroll bars."""
        self._seat = seat
        screen, dialog = layers(scene, pointing.scroll, seat)
        picture, parts = self._drawn(target.get_size(), screen)
        self._kept = [picture, *(each for each in self._kept if each is not picture)]
        if dialog:
            picture, parts = self._with_dialog(picture, parts, dialog)
        elif parts:
            self._kept = [each for each in self._kept if not each.dialog]  # another screen is below it now
        if self._shown != (target, picture.surface):
            parts, self._over = [Rect(0, 0, *target.get_size())], []
        self._shown = (target, picture.surface)
        self.touched = [*parts, *self._over]
        for part in self.touched:
            target.blit(picture.surface, part, part)
        self._over = []
        for id_, shown in ((pointing.hover, True), (pointing.focus, pointing.ringed)):
            element = scene.find(id_) if id_ and shown else None
            if element:
                self._point_at(target, scene, element, pointing, ring=id_ == pointing.focus and pointing.ringed)

    def draw_over(self, target: pygame.Surface, elements: Sequence[Element]) -> None:
        """Elements on top of what is drawn already."""
        layer = Layer(tuple(elements), {}, {})
        self._draw_layer(target, layer, [Rect(0, 0, *target.get_size())])
        for each in elements:
            self._drawn_over(layer.reach(each, self.ruler.unit))

    def fade(self, target: pygame.Surface, share: float) -> None:
        """Show so much, from 0 to 1, of the screen before over the one that is drawn, if that is still kept."""
        if share <= 0 or len(self._kept) < PICTURES or self._kept[0].dialog:
            return
        before = self._kept[1].surface
        before.set_alpha(min(254, round(255 * share)))  # SDL takes fifteen times as long for 255
        target.blit(before, (0, 0))
        before.set_alpha(None)
        self.touched = [Rect(0, 0, *target.get_size())]
        self._shown = None  # all of it is to be drawn again

    def forget_shown(self) -> None:
        """Draw all of the next frame: what is on the surface may have been lost."""
        self._shown = None

    def make_ready(self, scene: Scene, scroll: dict[str, int], seat: int = 0) -> None:
        """Render what a scene shows and is not kept; raises NotYet when the ruler's memory has no more time for it."""
        self._seat = seat
        layer = Layer(scene.elements, scene.regions, scroll)
        check = self.ruler.memory().check
        shown = [e for e in scene.elements if not e.region or layer.place(e).overlaps(scene.regions[e.region].view)]
        for each in shown:
            if isinstance(each.drawing, Picture):  # first, for a large one takes longer than anything else
                self._picture(each.drawing, each.rect)
                check()
        for each in shown:
            check()
            if isinstance(each.drawing, Words):
                for _, _, text, style, name in each.drawing.fragments:
                    self._text(text, style, name)
        check()

    def draw_ahead(self, scene: Scene, seat: int = 0) -> None:
        """Draw a screen that will be shown next on the picture that was not used last."""
        self._seat = seat
        picture, _ = self._drawn(scene.size, layers(scene, {}, seat)[0], self._kept[:1])
        if self._shown and self._shown[1] is picture.surface:
            self._shown = None  # a dialog was shown from there

    def _drawn_over(self, part: Rect) -> None:
        self._over.append(part)
        self.touched.append(part)

    def _drawn(self, size: tuple[int, int], screen: Layer, spared: Sequence[Drawn] = ()) -> tuple[Drawn, list[Rect]]:
        """The picture of a screen without a dialog, none of those spared, and the parts of it that were drawn now."""
        self._kept = [each for each in self._kept if each.surface.get_size() == size]
        for each in self._kept:
            before = each.screen if not each.dialog and each not in spared else None
            parts = changed(before, screen, self.ruler.unit) if before else None
            if parts is not None:
                break
        else:
            each, parts = self._free(size), [Rect(0, 0, *size)]
        for part in parts:
            fill_solid(each.surface, part, self.shade("bg"))
        self._draw_layer(each.surface, screen, parts)
        each.screen, each.dialog = screen, None
        return each, parts

    def _free(self, size: tuple[int, int]) -> Drawn:
        """A picture to draw on: a new one, or the one that was not shown last."""
        if len(self._kept) < PICTURES:
            self._kept.append(Drawn(size))
        return self._kept[-1]

    def _with_dialog(self, below: Drawn, parts: list[Rect], dialog: Layer) -> tuple[Drawn, list[Rect]]:
        """The screen with a dialog over it, on the other picture: closed, it leaves the screen as it was."""
        size = below.surface.get_size()
        over = self._free(size)
        fresh = changed(over.dialog, dialog, self.ruler.unit) if over.dialog else None
        parts = [Rect(0, 0, *size)] if fresh is None else apart([*parts, *fresh])
        for part in parts:
            over.surface.blit(below.surface, part, part)
        self._draw_layer(over.surface, dialog, parts)
        over.screen, over.dialog = below.screen, dialog
        return over, parts

    def _draw_layer(self, target: pygame.Surface, layer: Layer, parts: list[Rect]) -> None:
        """A layer in parts of the screen that do not overlap."""
        reaches = [layer.reach(each, self.ruler.unit) for each in layer.elements] if parts else []
        for part in parts:
            for i in pygame.Rect(part).collidelistall(reaches):
                element = layer.elements[i]
                view = layer.view(element)
                target.set_clip(part.common(view) if view else part)
                self._draw_element(target, layer.place(element), element.drawing)
            target.set_clip(part)
            for id_, region in layer.regions.items():
                if part.overlaps(region.view):
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
        found = self._texts.get((text, style, name, self._seat))
        if found is None:
            rendered = self.ruler.render(text, style, self.shade(name)[:3])
            found = self._texts.keep((text, style, name, self._seat), rendered)
        return found

    def _picture(self, picture: Picture, rect: Rect) -> pygame.Surface:
        key = (picture, rect.w, rect.h, self._seat)
        return self._pictures.get(key) or self._pictures.keep(key, draw_picture(picture, (rect.w, rect.h), self.shade))

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
        if scrolled < room:
            self._draw_more(target, view, width, left=left)

    def _draw_more(self, target: pygame.Surface, view: Rect, aside: int, *, left: bool) -> None:
        """In the corner beside the scroll bar: that there is more below, and which key leads there."""
        said = self._text(w.MORE_BELOW.format(key=say_key(cap("PgDn"))), "tiny", "dim")
        margin = round(6 * self.ruler.unit)
        width, height = said.get_width() + 2 * margin, said.get_height() + margin // 2
        x = view.x + aside + margin if left else view.right - aside - margin - width
        place = Rect(x, view.bottom - height, width, height)
        draw_box(target, place, (margin // 2, 1), self.shade("raised"), self.shade("line"))
        target.blit(said, (x + margin, place.y + margin // 4))

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
            rect = outer
        else:
            held = element.control is not None and element.control.id == pointing.pressed
            width = max(1, round((2 if held else 1) * self.ruler.unit))
            draw_box(target, rect, (radius, width), None, self.shade("ink" if held else "dim"))
        target.set_clip(None)
        self._drawn_over(rect)

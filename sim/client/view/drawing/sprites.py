"""Smooth pictures of boxes and shapes, made once.

Pygame's own corners and strokes are jagged, so these are drawn large and made smaller.
"""

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

import pygame

from sim.client.view.drawing.palette import Colour
from sim.client.view.drawing.scene import Picture, Point, Rect, Shape

CORNER_SCALE = 4
WIDE = 16  # pixels in 64 bytes
SMALL = 80 * 80  # pixels: smaller pictures are drawn at four times their size
LARGE = 900 * 900  # larger ones at their own
HATCH = 7.0  # between the lines of a pattern, in the picture's own units
Palette = Callable[[str], Colour]


@lru_cache(maxsize=512)
def corners(radius: int, width: int, fill: Colour | None, border: Colour | None) -> pygame.Surface:
    """A disc of a box's corners, 2 x radius wide: its quarters are the corners."""
    big = radius * CORNER_SCALE
    edge = border or fill or (0, 0, 0, 0)
    surface = pygame.Surface((2 * big, 2 * big), pygame.SRCALPHA)
    surface.fill((*edge[:3], 0))
    pygame.draw.circle(surface, edge, (big, big), big)
    if border and width:
        inner = fill or (*edge[:3], 0)
        pygame.draw.circle(surface, inner, (big, big), max(0, big - width * CORNER_SCALE))
    return pygame.transform.smoothscale(surface, (2 * radius, 2 * radius))


def draw_box(
    target: pygame.Surface, rect: Rect, shape: tuple[int, int], fill: Colour | None, border: Colour | None
) -> None:
    """A rounded rectangle; ``shape`` is its radius and the width of its border."""
    radius, width = min(shape[0], rect.w // 2, rect.h // 2), shape[1] if border else 0
    if radius < 1:
        if fill:
            _fill(target, rect, fill)
        if border:
            _edges(target, rect, 0, width, border)
        return
    if fill:
        _fill(target, Rect(rect.x + radius, rect.y, rect.w - 2 * radius, rect.h), fill)
        _fill(target, Rect(rect.x, rect.y + radius, radius, rect.h - 2 * radius), fill)
        _fill(target, Rect(rect.right - radius, rect.y + radius, radius, rect.h - 2 * radius), fill)
    if border:
        _edges(target, rect, radius, width, border)
    disc = corners(radius, width, fill, border)
    for x, left in ((rect.x, 0), (rect.right - radius, radius)):
        for y, top in ((rect.y, 0), (rect.bottom - radius, radius)):
            target.blit(disc, (x, y), (left, top, radius, radius))


def _fill(target: pygame.Surface, rect: Rect, shade: Colour) -> None:
    if rect.w <= 0 or rect.h <= 0:
        return
    if shade[3] == 255:
        fill_solid(target, rect, shade)
        return
    rest = 255 - shade[3]  # what is left of the ground: quicker than laying a surface over it
    target.fill((rest, rest, rest), rect, special_flags=pygame.BLEND_RGB_MULT)
    target.fill([part * shade[3] // 255 for part in shade[:3]], rect, special_flags=pygame.BLEND_RGB_ADD)


def fill_solid(target: pygame.Surface, rect: Rect, shade: Colour) -> None:
    """Fill a rectangle with a colour that hides what was there.

    SDL writes past the processor's caches, 64 bytes at a time, and takes up to eight times as long where rows do not
    begin at a multiple of that in memory; so what lies before it goes by itself.
    """
    first = max(rect.x, target.get_clip().x)
    before = min(rect.w, first - rect.x + -(first + target._pixels_address // 4) % WIDE)
    if before and rect.w >= WIDE:
        target.fill(shade, (rect.x, rect.y, before, rect.h))
        target.fill(shade, (rect.x + before, rect.y, rect.w - before, rect.h))
    else:
        target.fill(shade, rect)


def _edges(target: pygame.Surface, rect: Rect, radius: int, width: int, shade: Colour) -> None:
    _fill(target, Rect(rect.x + radius, rect.y, rect.w - 2 * radius, width), shade)
    _fill(target, Rect(rect.x + radius, rect.bottom - width, rect.w - 2 * radius, width), shade)
    _fill(target, Rect(rect.x, rect.y + radius, width, rect.h - 2 * radius), shade)
    _fill(target, Rect(rect.right - width, rect.y + radius, width, rect.h - 2 * radius), shade)


def draw_dashes(target: pygame.Surface, rect: Rect, shape: tuple[int, int], fill: Colour | None, ink: Colour) -> None:
    """A box whose border is broken."""
    radius, width = shape
    draw_box(target, rect, (radius, 0), fill, None)
    across, down = rect.w - 2 * radius, rect.h - 2 * radius
    if across > 0:
        for y in (rect.y, rect.bottom - width):
            target.blit(dashes(across, width, ink), (rect.x + radius, y))
    if down > 0:
        for x in (rect.x, rect.right - width):
            target.blit(dashes(down, width, ink, upright=True), (x, rect.y + radius))


@lru_cache(maxsize=256)
def dashes(length: int, width: int, ink: Colour, *, upright: bool = False) -> pygame.Surface:
    """A broken line, made once."""
    surface = pygame.Surface((width, length) if upright else (length, width), pygame.SRCALPHA)
    surface.fill((*ink[:3], 0))
    step = max(4, 4 * width)
    for start in range(0, length, 2 * step):
        last = min(step, length - start)
        surface.fill(ink, (0, start, width, last) if upright else (start, 0, last, width))
    return surface


# ----------------------------------------------------------------------------------------------------------- pictures
def draw_picture(picture: Picture, size: tuple[int, int], palette: Palette) -> pygame.Surface:
    """A picture at a size in pixels, on nothing."""
    area = size[0] * size[1]
    times = 4 if area <= SMALL else 1 if area > LARGE else 2
    surface = pygame.Surface((size[0] * times, size[1] * times), pygame.SRCALPHA)
    wide, high = surface.get_width() / picture.size[0], surface.get_height() / picture.size[1]
    scale = min(wide, high)
    across, down = (wide, high) if picture.stretch else (scale, scale)
    left = (surface.get_width() - picture.size[0] * across) / 2
    top = (surface.get_height() - picture.size[1] * down) / 2
    for shape in picture.shapes:
        points = [(left + x * across, top + y * down) for x, y in shape.points]
        _draw_shape(surface, shape, points, scale, palette)
    return surface if times == 1 else pygame.transform.smoothscale(surface, size)


def _draw_shape(surface: pygame.Surface, shape: Shape, points: list[Point], scale: float, palette: Palette) -> None:
    fill = palette(shape.fill) if shape.fill else None
    stroke = palette(shape.stroke) if shape.stroke else None
    width = max(1, round(shape.width * scale))
    if shape.kind == "disc":
        radius = shape.radius * scale
        if fill:
            pygame.draw.circle(surface, fill, points[0], radius)
        if stroke:
            pygame.draw.circle(surface, stroke, points[0], radius, width)
        return
    if shape.kind == "area" and fill:
        pygame.draw.polygon(surface, fill, points)
        if shape.pattern:
            _hatch(surface, points, scale, palette(shape.pattern))
    if stroke:
        closed = [*points, points[0]] if shape.kind == "area" else points
        _stroke(surface, closed, width, stroke, [length * scale for length in shape.dashes])


def _hatch(surface: pygame.Surface, points: list[Point], scale: float, ink: Colour) -> None:
    """Slanting lines over an area."""
    left, top = int(min(x for x, _ in points)), int(min(y for _, y in points))
    wide, high = int(max(x for x, _ in points)) - left + 1, int(max(y for _, y in points)) - top + 1
    lines = pygame.Surface((wide, high), pygame.SRCALPHA)
    step = max(4, round(HATCH * scale))
    for x in range(-high, wide, step):
        pygame.draw.line(lines, ink, (x, high), (x + high, 0), max(1, round(1.6 * scale)))
    mask = pygame.Surface((wide, high), pygame.SRCALPHA)
    pygame.draw.polygon(mask, (255, 255, 255, 255), [(x - left, y - top) for x, y in points])
    lines.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    surface.blit(lines, (left, top))


def _stroke(surface: pygame.Surface, points: list[Point], width: int, ink: Colour, dashes: list[float]) -> None:
    for piece in _dashed(points, dashes) if dashes else [points]:
        if len(piece) < 2:
            continue
        if width <= 1:
            pygame.draw.aalines(surface, ink, False, piece)
            continue
        pygame.draw.lines(surface, ink, False, piece, width)
        for point in piece[1:-1] if not dashes else piece:
            pygame.draw.circle(surface, ink, point, (width - 1) / 2)


def _dashed(points: list[Point], dashes: list[float]) -> list[list[Point]]:
    """A line in pieces: drawn for ``dashes[0]``, left out for ``dashes[1]``."""
    pieces: list[list[Point]] = [[points[0]]]
    on, left = True, dashes[0]
    for (x0, y0), (x1, y1) in pairwise(points):
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        done = 0.0
        while length - done > left:
            done += left
            at = (x0 + (x1 - x0) * done / length, y0 + (y1 - y0) * done / length)
            if on:
                pieces[-1].append(at)
            else:
                pieces.append([at])
            on = not on
            left = dashes[0 if on else 1]
        left -= length - done
        if on:
            pieces[-1].append((x1, y1))
    return pieces

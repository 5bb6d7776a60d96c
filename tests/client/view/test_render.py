"""Drawing: a scene that has not changed is drawn once, what is kept stays within bounds, all kinds of things show."""

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.client.view.drawing.fonts import FontRuler
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.kept import Kept
from sim.client.view.drawing.palette import colour
from sim.client.view.drawing.render import Painter, Pointing
from sim.client.view.drawing.scene import Bar, Box, Element, Picture, Rect, Scene, Shape
from sim.client.view.drawing.sprites import draw_picture, fill_solid
from sim.client.view.show import show
from tests.client.view.gallery import FLAGSHIP, ruler, shells

SIZE = (1280, 720)
TABLE = f"{FLAGSHIP}/0/days/table"


@pytest.fixture
def painter() -> Painter:
    """A painter of the design's size."""
    return Painter(FontRuler(1.0))


def drawn(painter: Painter, *elements: Element, pointing: Pointing = Pointing()) -> pygame.Surface:  # noqa: B008
    surface = pygame.Surface((200, 100))
    painter.draw(surface, Scene((200, 100), elements), pointing)
    return surface


def at(surface: pygame.Surface, x: int, y: int) -> tuple[int, int, int]:
    return tuple(surface.get_at((x, y)))[:3]  # type: ignore[return-value]


def test_a_frame_that_is_drawn_again_is_the_same() -> None:
    geometry = Geometry(*SIZE)
    scene = show(shells()[TABLE], geometry, ruler(geometry.unit))
    painter, surface = Painter(ruler(geometry.unit)), pygame.Surface(SIZE)
    pictures = []
    for pointing in (Pointing(), Pointing(focus="end", ringed=True), Pointing(hover="end"), Pointing()):
        painter.draw(surface, scene, pointing)
        pictures.append(pygame.image.tobytes(surface, "RGB"))
    assert pictures[0] == pictures[3]
    assert len(set(pictures)) == 3, "focus and hover show, and differ"


def test_the_focus_ring_is_three_pixels_and_bright(painter: Painter) -> None:
    from sim.client.view.drawing.scene import Control

    button = Element(Rect(50, 30, 60, 30), Box("raised"), "button", "b", Control("b", 1))
    surface = drawn(painter, button, pointing=Pointing(focus="b", ringed=True))
    ring = colour("focus")[:3]
    assert [at(surface, x, 45) == ring for x in (46, 47, 48, 49, 50)] == [False, True, True, True, False]


def test_boxes_bars_and_intervals_show(painter: Painter) -> None:
    box = Element(Rect(10, 10, 50, 30), Box("panel", "line", 2, 0))
    bar = Element(Rect(100, 10, 80, 8), Bar(0.5, "good", low=0.6, high=0.8, before=0.9))
    surface = drawn(painter, box, bar)
    assert at(surface, 10, 20) == colour("line")[:3]
    assert at(surface, 30, 20) == colour("panel")[:3]
    assert at(surface, 110, 14) == colour("good")[:3]
    assert at(surface, 145, 11) == colour("track")[:3]
    assert colour("ink")[:3] in {at(surface, 155, y) for y in range(10, 18)}
    assert at(surface, 172, 9) == colour("ink")[:3]


def test_dashes_and_patterns_are_not_solid(painter: Painter) -> None:
    surface = drawn(painter, Element(Rect(10, 10, 80, 40), Box("", "line", 1, 2, dashes=True)))
    edge = {at(surface, x, 10) for x in range(14, 86)}
    assert edge == {colour("line")[:3], colour("bg")[:3]}
    hatched = Picture((40, 40), (Shape("area", ((0, 0), (40, 0), (40, 40), (0, 40)), "teal", pattern="teal-line"),))
    picture = draw_picture(hatched, (200, 200), colour)
    assert len({tuple(picture.get_at((x, 100))) for x in range(20, 180)}) > 1


def test_what_is_kept_stays_within_its_bytes() -> None:
    kept = Kept(3 * 400)
    for i in range(10):
        kept.keep(i, pygame.Surface((10, 10)))
    assert kept.size <= 3 * 400
    assert kept.get(0) is None
    assert kept.get(9) is not None


def test_what_was_used_lately_is_kept_longest() -> None:
    kept = Kept(3 * 400)
    for i in range(10):
        kept.keep(i, pygame.Surface((10, 10)))
        assert kept.get(0) is not None
    assert kept.get(7) is None


@given(
    st.builds(Rect, st.integers(-20, 60), st.integers(-9, 9), st.integers(1, 70), st.integers(1, 12)),
    st.builds(Rect, st.integers(0, 40), st.integers(0, 5), st.integers(1, 60), st.integers(1, 9)),
)
def test_a_rectangle_is_filled_as_pygame_fills_it_wherever_it_lies(rect: Rect, clip: Rect) -> None:
    surfaces = [pygame.Surface((75, 10)) for _ in range(2)]
    for surface in surfaces:
        surface.set_clip(clip)
    fill_solid(surfaces[0], rect, (1, 2, 3, 255))
    surfaces[1].fill((1, 2, 3), rect)
    assert pygame.image.tobytes(surfaces[0], "RGB") == pygame.image.tobytes(surfaces[1], "RGB")


def test_own_colours_follow_the_seat() -> None:
    assert colour("own", 0) == colour("theirs", 1) == colour("first")
    assert colour("own-deep", 1) == colour("second-deep")
    with pytest.raises(KeyError):
        colour("mauve")


def test_a_dialog_drawn_over_what_stands_is_the_same_as_one_drawn_anew() -> None:
    geometry = Geometry(*SIZE)
    table = show(shells()[TABLE], geometry, ruler(geometry.unit))
    menu = show(shells()["dialog/menu"], geometry, ruler(geometry.unit))
    used, new = Painter(ruler(geometry.unit)), Painter(ruler(geometry.unit))
    over, anew = pygame.Surface(SIZE), pygame.Surface(SIZE)
    used.draw(over, table, Pointing())
    used.draw(over, menu, Pointing())
    new.draw(anew, menu, Pointing())
    assert pygame.image.tobytes(over, "RGB") == pygame.image.tobytes(anew, "RGB")
    other = show(shells()[f"{FLAGSHIP}/0/first/table"], geometry, ruler(geometry.unit))
    used.draw(over, other, Pointing())
    used.draw(over, menu, Pointing())
    assert pygame.image.tobytes(over, "RGB") == pygame.image.tobytes(anew, "RGB"), "another table is not kept under it"

"""Only what has changed is made and drawn again, and that shows nowhere: all is as if it had been made anew."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.client.model import Model
from sim.client.update import Message, PlanAction, SetFace, SetOption, update
from sim.client.view.drawing import focus as foci
from sim.client.view.drawing.changing import Layer, apart, changed
from sim.client.view.drawing.fonts import FontRuler
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.render import Painter, Pointing
from sim.client.view.drawing.scene import Box, Element, Rect, Scene, Words
from sim.client.view.drawing.tips import tip_elements
from sim.client.view.shell.shell import Shell
from sim.client.view.show import show
from sim.client.weighing.planning import lever_choices
from sim.record.notation import Action
from sim.rules import actions as act
from tests.client.view.gallery import FLAGSHIP, scene_of, shells

SIZE = (1280, 720)
PLAYED = (f"{FLAGSHIP}/0/days/table", f"{FLAGSHIP}/0/answer/table", "tiny/1/force/table", "believed")
ROUNDING = 4  # levels of 255: where a picture is blended in narrower pieces the processor rounds its edges otherwise
RECTS = st.builds(Rect, *(st.integers(0, 30) for _ in range(2)), *(st.integers(1, 12) for _ in range(2)))


def acted(model: Model) -> Iterator[Model]:
    """The model, and after each of the things that a person may do to the turn that is planned."""
    yield model
    open_ = [each.row for each in lever_choices(model) if not each.forbidden and not each.planned]
    messages: list[Message] = [SetFace(act.PUBLIC), *(PlanAction(Action(act.PULL, row)) for row in open_[:1])]
    messages += [SetOption(issue, 1 - min(1, option)) for issue, option in enumerate(model.draft)]
    for message in messages:
        yield update(model, message)[0]


@lru_cache
def looked_at() -> list[Shell]:
    """Tables on which one thing after another is done, of several games, with dialogs and other screens between."""
    found = []
    for name, shell in shells().items():
        if name in PLAYED and shell.model is not None:
            found += [replace(shell, model=model) for model in acted(shell.model)]
        elif shell.screen == "table" or name == f"{FLAGSHIP}/0/over/cables":
            found.append(shell)
    return found


@pytest.mark.parametrize("text", [100, 150])
def test_what_is_remembered_is_what_would_be_made_anew(text: int, monkeypatch: pytest.MonkeyPatch) -> None:
    geometry = Geometry(1600, 900, text)
    used, fresh = FontRuler(geometry.unit), FontRuler(geometry.unit)
    scenes = [show(shell, geometry, used) for shell in looked_at()]
    monkeypatch.setattr(Model, "part", lambda model, *_: model)
    for shell, scene in zip(looked_at(), scenes, strict=True):
        fresh.memory().clear()
        assert show(shell, geometry, fresh) == scene, (shell.screen, shell.model and shell.model.plan)


def furthest(one: pygame.Surface, other: pygame.Surface) -> int:
    """By how many levels the colours of two pictures differ at most."""
    pixels = [pygame.image.tobytes(each, "RGB") for each in (one, other)]
    return 0 if pixels[0] == pixels[1] else max(abs(x - y) for x, y in zip(*pixels, strict=True))


def test_a_picture_that_was_changed_is_as_one_drawn_anew() -> None:
    geometry = Geometry(*SIZE)
    ruler = FontRuler(geometry.unit)
    used, anew = Painter(ruler), Painter(ruler)
    surface, other = pygame.Surface(SIZE), pygame.Surface(SIZE)
    blank = Scene(SIZE, ())
    for i, shell in enumerate(looked_at()):
        scene = show(shell, geometry, ruler)
        pointing = Pointing(scroll=dict.fromkeys(scene.regions, 17 * (i % 3)))
        anew.draw(other, blank, Pointing(), 1 - shell.seat)
        for painter, target in ((used, surface), (anew, other)):
            painter.draw(target, scene, pointing, shell.seat)
        assert furthest(surface, other) <= ROUNDING, i


def test_a_surface_on_which_only_the_difference_is_drawn_is_as_one_drawn_anew() -> None:
    geometry = Geometry(*SIZE)
    ruler = FontRuler(geometry.unit)
    used, surface = Painter(ruler), pygame.Surface(SIZE)
    scenes = [(show(shell, geometry, ruler), shell.seat) for shell in looked_at()]
    for i, (scene, seat) in enumerate(scenes):
        ids = foci.ids(scene)
        for focus, hover in ((ids[i % len(ids)], ids[-1]), ("", ids[i // 2 % len(ids)])):
            pointing = Pointing(focus, hover, dict.fromkeys(scene.regions, 17 * (i % 3)), bool(focus))
            tipped = scene.find(hover)
            assert tipped is not None
            over = tip_elements(tipped, tipped.rect, SIZE, ruler)
            other = pygame.Surface(SIZE)
            for painter, target in ((used, surface), (Painter(ruler), other)):
                painter.draw(target, scene, pointing, seat)
                painter.draw_over(target, over)
            assert furthest(surface, other) <= ROUNDING, i
        used.draw_ahead(*scenes[(i + 1 + i % 2) % len(scenes)])


def test_a_dialog_that_is_opened_again_lies_over_the_screen_as_it_is_now() -> None:
    geometry = Geometry(*SIZE)
    ruler = FontRuler(geometry.unit)
    used, surface, other = Painter(ruler), pygame.Surface(SIZE), pygame.Surface(SIZE)
    first, *others = looked_at()[:5]
    shown = [(each, dialog) for each in others for dialog in ("", "menu")]
    for shell, dialog in ((first, "menu"), *shown, (first, "menu")):
        scene = show(replace(shell, dialog=dialog), geometry, ruler)
        used.draw(surface, scene, Pointing(), shell.seat)
        Painter(ruler).draw(other, scene, Pointing(), shell.seat)
        assert pygame.image.tobytes(surface, "RGB") == pygame.image.tobytes(other, "RGB"), dialog


def test_of_a_surface_no_more_is_touched_than_differs() -> None:
    geometry = Geometry(*SIZE)
    ruler = FontRuler(geometry.unit)
    painter, surface = Painter(ruler), pygame.Surface(SIZE)
    shell = shells()[PLAYED[0]]
    scene = show(shell, geometry, ruler)
    everything = [Rect(0, 0, *SIZE)]
    touched = []
    for focus in ("", "", "end", "", ""):
        painter.draw(surface, scene, Pointing(focus, ringed=True), shell.seat)
        touched.append(painter.touched)
    end = scene.find("end")
    assert end is not None
    assert touched[0] == everything
    assert touched[1] == touched[4] == []
    assert touched[2] == touched[3]
    assert all(each.covers(end.rect) and each.w < end.rect.w + 20 for each in touched[2])
    painter.forget_shown()
    painter.draw(surface, scene, Pointing(), shell.seat)
    assert painter.touched == everything


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("text", [100, 200])
def test_nothing_is_drawn_beyond_the_reach_of_its_element(language: str, text: int) -> None:
    for name in shells():
        scene, ruler = scene_of(name, text=text, language=language)
        layer = Layer(scene.elements, scene.regions, {})
        for each in scene.elements:
            if not isinstance(each.drawing, Words):
                continue
            whole = layer.reach(replace(each, region=""), ruler.unit)
            for x, y, said, style, _ in each.drawing.fragments:
                inked = Rect(each.rect.x + x, each.rect.y + y, ruler.width(said, style), ruler.height(style))
                assert whole.covers(inked), (name, said)


@given(st.lists(RECTS, max_size=12))
def test_parts_of_the_screen_cover_what_has_changed_and_do_not_overlap(rects: list[Rect]) -> None:
    found = apart(rects)
    assert all(any(part.covers(each) for part in found) for each in rects)
    assert not any(one.overlaps(other) for i, one in enumerate(found) for other in found[:i])


def test_little_that_changes_is_a_small_part_and_much_is_all() -> None:
    boxes = tuple(Element(Rect(20 * i, 0, 15, 15), Box("panel")) for i in range(10))
    before = Layer(boxes, {}, {})
    other = Element(boxes[3].rect, Box("raised"))
    assert changed(before, before, 1.0) == []
    assert changed(before, before._replace(elements=(*boxes[:3], other, *boxes[4:])), 1.0) == [boxes[3].rect]
    assert changed(before, before._replace(elements=boxes[5:]), 1.0) is None
    assert changed(before, before._replace(seat=1), 1.0) is None
    assert changed(before, before._replace(elements=boxes[::-1]), 1.0) is None, "what lay below may lie above"

"""Motion: from what stood to what stands, for less than a second, in nobody's way."""

import itertools
import time
from dataclasses import replace
from types import SimpleNamespace

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.client.view import window as windows
from sim.client.view.drawing.motion import FADE, RUN, Motion, View, motion
from sim.client.view.drawing.scene import Bar, Element, Rect, Scene
from sim.client.view.shell.arriving import arrives
from tests.client.view.hands import Hands

NIGHT, TABLE = View("night", 3, whole=True, still=False), View("table", 3, whole=True, still=False)


def bar(was: float, value: float, region: str = "") -> Element:
    """A meter that stood elsewhere."""
    return Element(Rect(0, 0, 100, 6), Bar(value, "good", was=was), region=region)


def value_at(began: float, now: float, each: Element) -> float:
    """Where a bar stands at a moment of a motion that began."""
    (shown,) = Motion(began, fades=False, bars=(each,)).running(now)
    assert isinstance(shown.drawing, Bar)
    return shown.drawing.value


@given(was=st.floats(0, 1), value=st.floats(0, 1), shares=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_a_bar_runs_from_where_it_stood_to_where_it_stands_and_never_back(
    was: float, value: float, shares: tuple[float, float]
) -> None:
    each, (sooner, later) = bar(was, value), sorted(shares)
    assert value_at(5.0, 5.0, each) == pytest.approx(was)
    assert value_at(5.0, 5.0 + RUN, each) == pytest.approx(value)
    to_go = [abs(value - value_at(5.0, 5.0 + RUN * share, each)) for share in (sooner, later)]
    assert to_go[1] <= to_go[0] + 1e-9


def test_the_screen_before_fades_to_nothing() -> None:
    fading = Motion(0.0, fades=True, bars=())
    assert [fading.left(at) for at in (0.0, FADE / 2, FADE)] == pytest.approx([1.0, 0.5, 0.0])
    assert (fading.goes_on(FADE / 2), fading.goes_on(FADE)) == (True, False)


def test_what_moves_is_what_a_night_has_changed() -> None:
    scene = Scene((100, 100), (bar(0.2, 0.8), bar(0.5, 0.5), bar(-1.0, 0.5), bar(0.2, 0.8, region="log")))
    found = motion(NIGHT, TABLE, scene, 0.0)
    assert found is not None
    assert (found.fades, found.bars) == (True, (scene.elements[0],)), "of bars in sight those that stood elsewhere"
    told = motion(NIGHT._replace(whole=False), NIGHT, scene, 0.0)
    assert told is not None
    assert (told.fades, told.bars) == (False, (scene.elements[0],)), "bars run once all of a night is told"
    partly = motion(TABLE, NIGHT._replace(whole=False), scene, 0.0)
    assert partly is not None
    assert not partly.bars, "the rest of the night is still to come"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, TABLE),
        (TABLE, TABLE),
        (View("facts", 3, whole=True, still=False), TABLE),
        (NIGHT, TABLE._replace(still=True)),
    ],
    ids=["the first screen", "the same screen", "a table one comes back to", "reduced motion"],
)
def test_nothing_moves_without_need(before: View | None, after: View) -> None:
    assert motion(before, after, Scene((100, 100), (bar(0.2, 0.8),)), 0.0) is None


def picture(hands: Hands) -> bytes:
    """What the window shows."""
    return pygame.image.tobytes(hands.window.surface, "RGB")


def to_a_night(hands: Hands) -> None:
    """A game to the end of its first day, whose night is told at once, and moves."""
    hands.start()
    hands.window.shell = replace(hands.window.shell, still=False)
    hands.key("enter", pygame.KMOD_SHIFT)
    if arrives(hands.window.shell):
        hands.key("space")
    assert (hands.window.shell.screen, hands.window.shell.left) == ("night", 0)


def press_enter(hands: Hands) -> None:
    """Enter, without waiting for what comes of it."""
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="", scancode=0))


def test_what_has_come_to_rest_is_what_stands_there_without_motion(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_a_night(hands)
    ticks = itertools.count(time.monotonic(), 0.02)
    clock = SimpleNamespace(monotonic=lambda: next(ticks), perf_counter=time.perf_counter, time=time.time)
    monkeypatch.setattr(windows, "time", clock)  # so that it moves as far between two frames on any machine
    frames = len(hands.window.frames)
    press_enter(hands)
    seen = set()
    hands.until(lambda: hands.window.shell.screen == "table" and bool(hands.window.frames[frames:]))
    while not hands.window.settled:
        seen.add(picture(hands))
        hands.window.turn(0.01)
    assert len(seen) > 2, "it moves"
    rested = picture(hands)
    hands.window._take_surface()
    hands.settle()
    assert picture(hands) == rested


def test_a_key_ends_what_moves_and_is_answered(hands: Hands) -> None:
    to_a_night(hands)
    press_enter(hands)
    hands.until(lambda: hands.window._mover.moving is not None and hands.window.shell.screen == "table")
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F1, mod=0, unicode="", scancode=0))
    hands.window.turn()
    assert hands.window._mover.moving is None
    assert hands.window.shell.screen == "help"


def test_the_screen_to_come_is_made_when_the_night_has_come_to_rest(hands: Hands) -> None:
    to_a_night(hands)
    hands.until(lambda: hands.window.settled and hands.window._maker.next_of(hands.window.shell) is None)

"""What moves from what stood to what stands: a night that fades into the day, bars that run to their new value.

It takes less than a second, changes nothing that can be done meanwhile, and any key ends it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import pygame

from sim.client.view.drawing.render import Painter
from sim.client.view.drawing.scene import Bar, Element, Scene

FADE, RUN = 0.2, 0.6  # seconds
A_FRAME = 1 / 60
FADING = (("table", "night"), ("night", "table"), ("night", "debrief"), ("briefing", "table"))
LEAST_RUN = 0.004  # of a bar: less cannot be seen to move


class View(NamedTuple):
    """What is looked at: a screen, the day that it tells of, whether all of it is told yet, and whether it is still."""

    screen: str
    day: int
    whole: bool
    still: bool


class Motion(NamedTuple):
    """What began to move at a moment, in seconds: whether one screen fades into another, and the bars that run."""

    began: float
    fades: bool
    bars: tuple[Element, ...]

    def goes_on(self, now: float) -> bool:
        """Whether anything still moves."""
        return now - self.began < (RUN if self.bars else FADE)

    def left(self, now: float) -> float:
        """The share of the screen before that still shows, from 1 to 0."""
        return max(0.0, 1.0 - (now - self.began) / FADE) if self.fades else 0.0

    def running(self, now: float) -> Sequence[Element]:
        """The bars where they are at a moment: quick at first, slow as they come to rest."""
        left = max(0.0, 1.0 - (now - self.began) / RUN) ** 3
        found = []
        for each in self.bars:
            bar = each.drawing
            assert isinstance(bar, Bar)
            found.append(replace(each, drawing=bar._replace(value=bar.value + (bar.was - bar.value) * left)))
        return found


def motion(before: View | None, after: View, scene: Scene, now: float) -> Motion | None:
    """What moves as another view comes into sight; None if nothing does."""
    if before is None or after.still or before[:3] == after[:3]:
        return None
    fades = (before.screen, after.screen) in FADING
    news = fades or before.screen == after.screen  # what one comes back to from elsewhere has run already
    bars = tuple(each for each in scene.elements if _runs(each)) if news and after.whole else ()
    return Motion(now, fades, bars) if fades or bars else None


def _runs(element: Element) -> bool:
    """Whether an element is a bar that stood elsewhere, in sight without scrolling."""
    bar = element.drawing
    return isinstance(bar, Bar) and bar.was >= 0 and abs(bar.was - bar.value) > LEAST_RUN and not element.region


class Mover:
    """Moves what comes into sight in one window, over what its painter has drawn."""

    def __init__(self) -> None:
        self.moving: Motion | None = None
        self._view: View | None = None
        self._drawn = 0.0  # when it was drawn last

    def due(self, now: float) -> bool:
        """Whether what moves is to be drawn again at a moment."""
        return self.moving is not None and now >= self._drawn + A_FRAME

    def fades(self, now: float) -> bool:
        """Whether a screen still fades into another."""
        return self.moving is not None and self.moving.left(now) > 0

    def rest(self) -> bool:
        """End what moves; whether anything did."""
        moved, self.moving = self.moving is not None, None
        return moved

    def move(self, target: pygame.Surface, scene: Scene, painter: Painter, view: View, now: float) -> None:
        """Draw what moves as far as it has come at a moment."""
        self._drawn = now
        if view != self._view:
            self.moving, self._view = motion(self._view, view, scene, now), view
        if self.moving is None or scene.front or not self.moving.goes_on(now):
            self.moving = None
            return
        painter.fade(target, self.moving.left(now))
        painter.draw_over(target, self.moving.running(now))

"""Scenes made of shells: each once, what can be foreseen ahead of time, and none so long that keys go unheard.

A table on which a day has changed everything takes longer to make than a frame may. It is then made in steps between
which the window listens; until all of it is made and rendered, the last frame stays.
"""

from collections.abc import Callable
from dataclasses import replace
from math import inf
from time import thread_time

from sim.client.model import Model
from sim.client.view.drawing.fonts import FontRuler
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.memory import Memory, NotYet
from sim.client.view.drawing.render import Painter
from sim.client.view.drawing.scene import Scene
from sim.client.view.shell.shell import Shell
from sim.client.view.show import show

STEP = 0.004  # seconds; drawing what has been made comes to as much
BESIDE = 0.0005  # seconds of making beside which a step may go on with what takes a while
MOST_STEPS = 96  # to one scene: after so many it takes what it takes
OF_PANELS = ("table",)  # screens of panels that stay: a step that begins anew finds all that the last one came to
GROWING = ("briefing", "night", "debrief", "cables", "facts", "help", "about", "replay")
"""Screens whose tree is kept from step to step."""
READ_FIRST = ("briefing", "night")  # screens between which and the next one nothing changes


class Maker:
    """Makes the scenes of one window, with the ruler and the painter that fit it."""

    def __init__(self) -> None:
        self.painter: Painter | None = None
        self.steps = 0
        """Steps taken to the next frame."""
        self._made: tuple[Shell, Geometry, Scene] | None = None
        self._ready: Scene | None = None  # of which all that it shows is rendered
        self._next: Model | None = None  # of which the next screen is made
        self._ahead: Shell | None = None  # the one that follows what is shown
        self._ready_ahead: tuple[Shell, Scene] | None = None  # of which all that it shows is rendered
        self._steps_ahead = 0

    def kit(self, shell: Shell, geometry: Geometry) -> tuple[FontRuler, Painter]:
        """Ruler and painter of a geometry's unit, and of the colours; of others nothing is kept."""
        painter = self.painter
        if painter is None or (painter.ruler.unit, painter.strong) != (geometry.unit, shell.contrast):
            painter = self.painter = Painter(FontRuler(geometry.unit), strong=shell.contrast)
        return painter.ruler, painter

    def scene(self, shell: Shell, geometry: Geometry) -> Scene:
        """The scene of a shell, made anew only if something in it has changed."""
        made = self._made
        if made is None or made[0] is not shell or made[1] != geometry:
            made = self._made = (shell, geometry, show(shell, geometry, self.kit(shell, geometry)[0]))
        return made[2]

    def step(self, shell: Shell, geometry: Geometry, scroll: dict[str, int]) -> bool:
        """Go on making a scene and what it shows: whether it can be drawn now."""
        began = thread_time()
        ruler, painter = self.kit(shell, geometry)
        self.steps += 1
        if shell.screen not in (*OF_PANELS, *GROWING):
            self.scene(shell, geometry)

        def make() -> None:
            scene = self.scene(shell, geometry)
            if scene is not self._ready:
                rest_after(began)
                painter.make_ready(scene, scroll, shell.seat)
                self._ready = scene
            rest_after(began)  # it is drawn in the next step, which has no more to do

        done = self.steps > MOST_STEPS or in_time(make, ruler.memory(), began + STEP)
        self.steps = 0 if done else self.steps
        return done

    def next_of(self, shell: Shell) -> Model | None:
        """The model of which the next screen is still to be made, while one is shown that is read first."""
        model = shell.model if shell.screen in READ_FIRST else None
        return model if model is not self._next else None

    def make_next(self, shell: Shell, geometry: Geometry) -> None:
        """Go on making and drawing what follows a screen that is read first: most of it is kept until then."""
        model = self.next_of(shell)
        if model is None:
            return
        after = replace(shell, screen="debrief" if model.debrief else "table", dialog="", left=0)
        if after != self._ahead:
            self._ahead, self._steps_ahead = after, 0
        after = self._ahead  # the same from step to step, so that its tree is gone on with
        ruler, painter = self.kit(shell, geometry)
        self._steps_ahead += 1
        began, limited = thread_time(), self._steps_ahead <= MOST_STEPS

        def make() -> None:
            if self._ready_ahead is None or self._ready_ahead[0] is not after:
                scene = show(after, geometry, ruler)
                painter.make_ready(scene, {}, after.seat)
                self._ready_ahead = after, scene
            if limited:
                rest_after(began)
            painter.draw_ahead(self._ready_ahead[1], after.seat)

        if in_time(make, ruler.memory(), began + STEP if limited else inf):
            self._next, self._ahead, self._ready_ahead, self._steps_ahead = model, None, None, 0


def rest_after(began: float) -> None:
    """Raises NotYet if a step has made anything yet: what comes next takes a while and cannot be cut in two."""
    if thread_time() > began + BESIDE:
        raise NotYet


def in_time(make: Callable[[], None], memory: Memory, until: float) -> bool:
    """Make something up to a moment, and say whether all of it is made."""
    memory.until = until
    try:
        make()
    except NotYet:
        return False
    finally:
        memory.until = inf
    return True

"""The window: pygame's events become messages, messages change the shell, the shell becomes a scene, the scene a frame.

It waits for events and draws only when something has changed. Whatever takes time is done by the runner's thread.
"""

import gc
import time
from dataclasses import dataclass, replace
from typing import Any

import pygame

from sim.client.view import words as w
from sim.client.view.devices.clipboard import copied
from sim.client.view.devices.display import fitting_size
from sim.client.view.devices.keyboard import key_name
from sim.client.view.devices.keys import command_of, message_of
from sim.client.view.devices.sounding import Speaker
from sim.client.view.devices.sounds import sound_of
from sim.client.view.drawing import focus as foci
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.motion import A_FRAME, Mover
from sim.client.view.drawing.render import Pointing
from sim.client.view.drawing.scene import Element, Scene
from sim.client.view.drawing.tips import strip_elements, tip_elements, toast_elements
from sim.client.view.making import Maker
from sim.client.view.running import Runner, first_shelf
from sim.client.view.shell.arriving import arrives
from sim.client.view.shell.log_messages import Arrive, CopyCables, ToClipboard
from sim.client.view.shell.messages import (
    Done,
    Explain,
    ForWindow,
    Opened,
    PressKey,
    Quit,
    Restock,
    SaveAs,
    Stocked,
    Typed,
)
from sim.client.view.shell.passing import Now, due, patience, view_of
from sim.client.view.shell.replay_messages import ShowDay
from sim.client.view.shell.shell import Shell, reply
from sim.folders import pictures_folder

WHEEL = 60  # pixels of the design for a notch of the wheel
TIP_AFTER = 0.45  # seconds
YOUNG = 50_000  # objects made before Python looks for cycles: a scene has fewer, and goes without one
LOADED = (Stocked, Opened)  # after these there is much that stays
TOLD_IN_PLACE = ("title", "seats", "saves")  # screens that have a place for notices


@dataclass(frozen=True)
class Attention:
    """What the person attends to: see ``render.Pointing``; ``since`` is when it came there."""

    focus: str = ""
    hover: str = ""
    ringed: bool = False
    since: float = 0.0
    tip: str = ""
    pressed: str = ""


class Window:
    """A window on one shell."""

    def __init__(
        self, size: tuple[int, int] | None = None, text: int = 100, shell: Shell | None = None, *, full: bool = False
    ) -> None:
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_caption(w.CAPTION)
        flags = pygame.FULLSCREEN if full else pygame.RESIZABLE
        self.surface = pygame.display.set_mode((0, 0) if full else size or fitting_size(), flags)
        self.runner, self.speaker = Runner(self._wake), Speaker()
        self.shell = replace(shell or Shell(shelf=first_shelf()), text=text, full=full)
        self.at = Attention()
        self.scroll: dict[str, int] = {}
        self.running = True
        self.frames: list[float] = []
        """Seconds that each frame took, from the first event it answers to its end."""
        self._day_since = 0.0
        self._remembered: dict[tuple[str, str], str] = {}
        self._maker = Maker()
        self._scene = Scene(self.surface.get_size(), ())
        self._dirty = True
        self._mover = Mover()
        self._heard = True  # whether the last turn heard what the runner tells
        self._began = time.perf_counter()  # when the first event came that the next frame answers
        gc.set_threshold(YOUNG, *gc.get_threshold()[1:])
        pygame.key.start_text_input()

    # -------------------------------------------------------------------------------------------------------- the loop
    def run(self) -> None:
        """Until it is closed."""
        try:
            while self.running:
                self.turn(self._patience())
        finally:
            self.close()

    def turn(self, patience: float = 0.0) -> None:
        """Wait for events at most so many seconds, answer them all, and draw if anything has changed.

        While a frame is made in steps, only the person is heard: what the game tells meanwhile waits for the next one.
        """
        fading = self._mover.fades(time.monotonic())
        idle = self._heard and not self._dirty and (fading or not self._maker.next_of(self.shell))
        first = pygame.event.wait(max(1, round(patience * 1000))) if patience and idle else pygame.event.poll()
        self._heard = not self._maker.steps
        if self._heard:
            self._began = time.perf_counter()
        for event in (first, *pygame.event.get()):
            self.handle(event)
        if self._heard:
            for message in self.runner.messages():
                self.send(message)
            for message in due(self.shell, self._now()):
                self.send(message)
        self._show_tip()
        if self._dirty:
            if self.running and self._maker.step(self.shell, self.geometry, self.scroll):
                self._frame()
        elif self._mover.due(time.monotonic()):
            self._frame()
        elif not fading:  # what fades is kept where the next screen will be
            self._maker.make_next(self.shell, self.geometry)

    def _frame(self) -> None:
        self.draw()
        self.frames.append(time.perf_counter() - self._began)
        if len(self.frames) == 1:
            self.runner.send(Restock())

    @property
    def settled(self) -> bool:
        """Whether the last frame shows all that there is to show, and nothing moves."""
        return not self._dirty and self._mover.moving is None

    def close(self) -> None:
        """Close the game's record and the window."""
        self.speaker.close()
        self.runner.close()
        pygame.quit()

    def _patience(self) -> float:
        """How long nothing can change by itself: until a tooltip is due, else long."""
        attended = self.at.hover or (self.at.focus if self.at.ringed else "")
        if self._mover.moving:
            return A_FRAME
        if attended and self.at.tip != attended:
            return max(0.01, self.at.since + TIP_AFTER - time.monotonic())
        return max(0.01, min(30.0, patience(self.shell, self._now())))

    def _now(self) -> Now:
        return Now(time.time(), time.monotonic() - self._day_since)

    def _wake(self) -> None:
        if pygame.display.get_init():
            pygame.event.post(pygame.event.Event(pygame.USEREVENT))

    # --------------------------------------------------------------------------------------------------------- drawing
    @property
    def geometry(self) -> Geometry:
        """The window's size, and that of its text."""
        return Geometry(*self.surface.get_size(), self.shell.text)

    @property
    def scene(self) -> Scene:
        """The scene of the shell as it stands. A new one tells how far it can be scrolled and what can be focused."""
        scene = self._maker.scene(self.shell, self.geometry)
        if scene is not self._scene:
            self._scene = scene
            self.scroll = {id_: foci.clip(scene, id_, self.scroll.get(id_, 0)) for id_ in scene.regions}
            focus = foci.settle(scene, self.at.focus)
            if focus != self.at.focus:
                self.at = replace(self.at, focus=focus, tip="")
        return scene

    def draw(self) -> None:
        """One frame."""
        scene = self.scene
        ruler, painter = self._maker.kit(self.shell, self.geometry)
        pointing = Pointing(self.at.focus, self.at.hover, self.scroll, self.at.ringed, self.at.pressed)
        painter.draw(self.surface, scene, pointing, self.shell.seat)
        painter.draw_over(self.surface, strip_elements(scene, self.at.hover or self.at.focus, ruler))
        told = scene.strip is not None and self.at.tip.startswith(scene.strip.prefix)
        tipped = scene.find(self.at.tip) if self.at.tip and not told else None
        if tipped:
            place = foci.shown_rect(tipped, self.scroll)
            painter.draw_over(self.surface, tip_elements(tipped, place, scene.size, ruler))
        in_place = self.shell.screen in TOLD_IN_PLACE or self.shell.dialog == "keys"
        if self.shell.notice and not in_place:
            painter.draw_over(self.surface, toast_elements(self.shell.notice, scene.size, ruler))
        self._mover.move(self.surface, scene, painter, view_of(self.shell), time.monotonic())
        pygame.display.update(painter.touched)
        self._dirty = False

    def _show_tip(self) -> None:
        attended = self.at.hover or (self.at.focus if self.at.ringed else "")
        due = time.monotonic() - self.at.since >= TIP_AFTER
        if attended and due and self.at.tip != attended:
            self.at = replace(self.at, tip=attended)
            self._dirty = True

    # ---------------------------------------------------------------------------------------------------------- events
    def handle(self, event: Any) -> None:
        """One event of pygame's."""
        match event.type:
            case pygame.QUIT:
                self.send(Quit())
            case pygame.KEYDOWN:
                self._dirty |= self._mover.rest()
                self._key(event)
            case pygame.TEXTINPUT:
                self._text(event.text)
            case pygame.MOUSEMOTION:
                self._hover(event.pos)
            case pygame.MOUSEBUTTONDOWN:
                self._button_down(event)
            case pygame.MOUSEBUTTONUP:
                self._button_up(event)
            case pygame.MOUSEWHEEL:
                self._wheel(event)
            case pygame.VIDEORESIZE | pygame.WINDOWSIZECHANGED | pygame.WINDOWEXPOSED:
                self._take_surface()

    def send(self, message: Any) -> None:
        """A message to the shell, and its requests to those who carry them out."""
        before = (self.shell.screen, self.shell.dialog)
        self._remembered[before] = self.at.focus
        shell, requests = reply(self.shell, message)
        sound = sound_of(self.shell, message, shell)
        if sound:
            self.speaker.play(sound, shell.volume)
        if shell.mark != self.shell.mark or shell.left != self.shell.left:
            self._day_since = time.monotonic()
        if shell != self.shell:
            self.shell, self._dirty = shell, True
        after = (shell.screen, shell.dialog)
        if after != before:
            back = before[0] == after[0] and not after[1]
            self.at = replace(self.at, focus=self._remembered.get(after, "") if back else "", hover="", tip="")
            self.scroll = self.scroll if before[0] == after[0] else {}
        if isinstance(message, LOADED):
            gc.freeze()  # scenarios are here to stay: going through them again and again would hold frames up
        for request in requests:
            if isinstance(request, ToClipboard):
                self.send(copied(request))
            elif isinstance(request, ForWindow):
                WINDOW_ACTS[request.what](self)
            else:
                self.runner.send(request)

    def _attend(self, focus: str, *, ringed: bool) -> None:
        self.at = replace(self.at, focus=focus, ringed=ringed, tip="", hover="", since=time.monotonic())
        self.scroll = foci.reveal(self.scene, focus, self.scroll)
        self._dirty = True

    def _key(self, event: Any) -> None:
        element = self.scene.find(self.at.focus)
        in_field = element is not None and element.role == "field"
        name = key_name(event)
        if arrives(self.shell):
            self.send(Arrive(whole=True))
            return
        if self.shell.listening:
            self.send(PressKey(name))
            return
        if in_field and self._edit(name):
            return
        command = command_of(self.shell, name)
        if command in ("next", "previous"):
            self._attend(foci.step(self.scene, self.at.focus, 1 if command == "next" else -1), ringed=True)
        elif command in foci.SIDES:
            self._attend(foci.toward(self.scene, self.at.focus, command, self.scroll), ringed=True)
        elif command in ("page_up", "page_down"):
            region = foci.region_of(self.scene, element)
            self._scroll(region, (1 if command == "page_down" else -1) * self.surface.get_height() // 2)
        elif command == "press":
            self._activate(element)
        elif command == "explain":
            self._explain(element)
        elif command == "copy":
            self.send(CopyCables(self.at.focus))
        elif command:
            message = message_of(self.shell, command)
            if message is not None:
                self.send(message)

    def _edit(self, name: str) -> bool:
        """A key in a field; False if it is for the window after all."""
        if name == "backspace":
            self.send(Typed(self.shell.typed[:-1]))
            return True
        if name == "return" and self.shell.dialog == "save":
            self.send(SaveAs())
            return True
        plain = name.removeprefix("shift+")
        return len(plain) == 1 or plain == "space"

    def _text(self, text: str) -> None:
        element = self.scene.find(self.at.focus)
        if element is not None and element.role == "field":
            self.send(Typed(self.shell.typed + text))

    def _activate(self, element: Element | None) -> None:
        control = element.control if element else None
        if control is None:
            return
        if control.enabled and control.message is not None and element is not None and element.role != "field":
            self.send(control.message)
        elif not control.enabled:
            self.at = replace(self.at, tip=control.id)
            self._dirty = True

    def _explain(self, element: Element | None) -> None:
        control = element.control if element else None
        if control is None or self.shell.shown is None:
            return
        if isinstance(control.message, Explain):
            self.send(control.message)
        elif control.about is not None:
            self.send(Explain(control.about))

    # --------------------------------------------------------------------------------------------------------- pointer
    def _hover(self, pos: tuple[int, int]) -> None:
        element = foci.control_at(self.scene, *pos, self.scroll)
        hover = element.control.id if element and element.control and element.role != "region" else ""
        if hover != self.at.hover or self.at.ringed:
            self.at = replace(self.at, hover=hover, ringed=False, tip="", since=time.monotonic())
            self._dirty = True

    def _button_down(self, event: Any) -> None:
        self._dirty |= self._mover.rest()
        if arrives(self.shell):
            self.send(Arrive(whole=True))
        element = foci.control_at(self.scene, event.pos[0], event.pos[1], self.scroll)
        if element is None or element.control is None:
            return
        if event.button == 3:
            self._explain(element)
        elif event.button == 1:
            self.at = replace(self.at, focus=element.control.id, pressed=element.control.id, ringed=False)
            self._dirty = True

    def _button_up(self, event: Any) -> None:
        element = foci.control_at(self.scene, event.pos[0], event.pos[1], self.scroll)
        pressed, self.at = self.at.pressed, replace(self.at, pressed="")
        self._dirty |= bool(pressed)
        if event.button == 1 and element and element.control and element.control.id == pressed:
            self._slide(element, event.pos[0]) if element.role == "slider" else self._activate(element)

    def _slide(self, element: Element, x: int) -> None:
        """A place on a slider was pressed: its share of the way, in the direction of reading."""
        share = (x - element.rect.x) / element.rect.w
        self.send(ShowDay(share=min(0.9999, 1.0 - share if self.scene.leftward else share)))

    def _wheel(self, event: Any) -> None:
        region = foci.region_at(self.scene, *pygame.mouse.get_pos())
        self._scroll(region, -round(event.y * WHEEL * self.geometry.unit))

    def _scroll(self, region: str, by: int) -> None:
        if region in self.scene.regions:
            self.scroll = foci.scrolled(self.scene, region, by, self.scroll)
            self.at = replace(self.at, tip="", hover="")
            self._dirty = True

    # ------------------------------------------------------------------------------------------------------ the window
    def _quit(self) -> None:
        self.running = False

    def _keep_picture(self) -> None:
        folder = pictures_folder()
        folder.mkdir(parents=True, exist_ok=True)
        number = 1 + sum(1 for _ in folder.glob("*.png"))
        path = folder / f"cessation-{number:03d}.png"
        pygame.image.save(self.surface, path)
        self.send(Done(w.PICTURE_KEPT.format(path=path)))

    def _toggle_screen(self) -> None:
        full = self.shell.full
        flags = pygame.FULLSCREEN if full else pygame.RESIZABLE
        pygame.display.set_mode((0, 0) if full else fitting_size(), flags)
        self._take_surface()

    def _take_surface(self) -> None:
        """Draw on the window's surface as it is now: it may be another, or have lost what was on it."""
        self.surface = pygame.display.get_surface() or self.surface
        if self._maker.painter is not None:
            self._maker.painter.forget_shown()
        self._dirty = True


WINDOW_ACTS = {"quit": Window._quit, "picture": Window._keep_picture, "screen": Window._toggle_screen}

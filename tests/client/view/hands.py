"""A person at the window, for tests: posts the events of a keyboard or a mouse, and waits for the game as one would."""

import time
from collections.abc import Callable
from dataclasses import replace

import pygame

from sim.client.view.drawing import focus as foci
from sim.client.view.drawing.scene import Scene
from sim.client.view.shell.messages import StartGame
from sim.client.view.window import Window
from tests.client.play import book

PATIENCE = 30.0  # seconds
CODES = {"enter": pygame.K_RETURN, "esc": pygame.K_ESCAPE, "space": pygame.K_SPACE, "tab": pygame.K_TAB}


class Hands:
    """Hands on a window under the dummy driver."""

    def __init__(self, window: Window) -> None:
        self.window = window
        window.shell = replace(window.shell, still=True)  # so that one key leads on from a night

    @property
    def scene(self) -> Scene:
        """What is on the screen."""
        return self.window.scene

    # ------------------------------------------------------------------------------------------------------- keyboard
    def start(self, name: str = "tiny", seat: int = 0, agent: str = "linear") -> None:
        """A game at its table, with luck that is always the same."""
        self.window.runner.send(StartGame(book(name), seat, agent, 5))
        self.until(lambda: self.window.shell.model is not None)
        self.key("enter")
        assert self.window.shell.screen == "table"

    def key(self, name: str, mod: int = 0) -> None:
        """Press a key."""
        code = CODES.get(name) or pygame.key.key_code(name)
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.event.Event(kind, key=code, mod=mod, unicode="", scancode=0))
        self.settle()

    def type(self, text: str) -> None:
        """Type a text into the field that has the focus."""
        for letter in text:
            pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=letter))
        self.settle()

    def tab_to(self, id_: str) -> None:
        """Tab until a control has the focus."""
        for _ in range(len(foci.ids(self.scene)) + 1):
            if self.window.at.focus == id_:
                return
            self.key("tab")
        raise AssertionError(f"Tab does not come to {id_}; there are {foci.ids(self.scene)}")

    # ---------------------------------------------------------------------------------------------------------- mouse
    def click(self, id_: str, button: int = 1) -> None:
        """Press a control with the mouse, turning the wheel until it can be seen."""
        pos = self._find(id_)
        pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0)))
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.event.Event(kind, pos=pos, button=button))
        self.settle()

    def _find(self, id_: str) -> tuple[int, int]:
        for _ in range(60):
            element = self.scene.find(id_)
            assert element is not None, f"no control {id_}; there are {foci.ids(self.scene)}"
            rect = foci.shown_rect(element, self.window.scroll)
            found = foci.control_at(self.scene, *rect.centre, self.window.scroll)
            if found is element:
                return rect.centre
            view = self.scene.regions[element.region].view
            pygame.mouse.set_pos(view.centre)
            up = 1 if rect.y < view.y else -1
            self.window.scroll = foci.scrolled(self.scene, element.region, -up * 40, self.window.scroll)
        raise AssertionError(f"{id_} cannot be brought into sight")

    # -------------------------------------------------------------------------------------------------------- waiting
    def settle(self) -> None:
        """Let the window answer all that was posted and all that it asked for."""
        self.window.turn()
        self.until(lambda: not self.window.shell.waiting and self.window.settled)
        for _ in range(2):
            self.window.turn()

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the window go on until something holds."""
        began = time.monotonic()
        while not holds():
            assert time.monotonic() - began < PATIENCE, f"waited in vain on {self.window.shell.screen}"
            self.window.turn(0.02)

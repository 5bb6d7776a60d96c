"""Windows of tests come and go in a process whose fonts stay."""

from collections.abc import Iterator

import pygame
import pytest

from sim.client.view.window import Window
from tests.client.view.hands import Hands


@pytest.fixture(autouse=True)
def _fonts_outlive_windows() -> Iterator[None]:
    """A window that closes ends pygame as a whole; what the gallery has measured needs its fonts on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pygame, "quit", pygame.display.quit)
        yield


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hands]:
    """Hands on a window of 1280x720 that nobody sees."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    window = Window((1280, 720))
    found = Hands(window)
    found.until(lambda: bool(window.shell.shelf.books))
    yield found
    window.close()

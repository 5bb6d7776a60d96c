"""Windows of tests come and go in a process whose fonts stay."""

from collections.abc import Iterator

import pygame
import pytest


@pytest.fixture(autouse=True)
def _fonts_outlive_windows() -> Iterator[None]:
    """A window that closes ends pygame as a whole; what the gallery has measured needs its fonts on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pygame, "quit", pygame.display.quit)
        yield

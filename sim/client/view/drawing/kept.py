"""What was drawn once and is kept so as not to be drawn again: so many bytes of it, those longest unused go first."""

from typing import Any

import pygame


class Kept:
    """Surfaces by what they show, up to so many bytes; beyond, those that have gone unused longest go."""

    def __init__(self, most: int) -> None:
        self.most, self.size = most, 0
        self._found: dict[Any, pygame.Surface] = {}  # the one used last comes last

    def get(self, key: Any) -> pygame.Surface | None:
        """What is kept under a key."""
        found = self._found.pop(key, None)
        if found is not None:
            self._found[key] = found
        return found

    def keep(self, key: Any, surface: pygame.Surface) -> pygame.Surface:
        """Keep a surface, and give it back."""
        self._found[key] = surface
        self.size += _bytes(surface)
        while self.size > self.most and len(self._found) > 1:
            self.size -= _bytes(self._found.pop(next(iter(self._found))))
        return surface


def _bytes(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * 4

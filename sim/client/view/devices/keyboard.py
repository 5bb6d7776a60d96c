"""The names of keys as events bring them."""

from typing import Any

import pygame

PLACES = {pygame.KSCAN_A + i: letter for i, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}
NAMES = {pygame.K_KP_ENTER: "return", pygame.K_KP_PLUS: "=", pygame.K_KP_MINUS: "-"}


def key_name(event: Any) -> str:
    """``shift+return`` for a pygame key event."""
    name = NAMES.get(event.key) or pygame.key.name(event.key)
    if not (name and name.isascii()):  # another alphabet is on: the place of the key counts
        name = PLACES.get(event.scancode, name)
    mods = [word for mask, word in ((pygame.KMOD_CTRL, "ctrl"), (pygame.KMOD_SHIFT, "shift")) if event.mod & mask]
    return "+".join([*mods, name])

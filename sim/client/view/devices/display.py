"""The display: whether there is one, and how large a window fits."""

import os
import sys

import pygame

from sim.client.view import words as w
from sim.client.view.drawing.geometry import DESIGN, LEAST_SIZE

HEADLESS = ("offscreen", "dummy")  # drivers that SDL falls back on, and that nobody can see
SERVERS = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")


def why_no_display() -> str:
    """Why no window can be seen here; empty if one can. ``SDL_VIDEODRIVER`` overrules."""
    if sys.platform.startswith(("linux", "freebsd")) and not any(os.environ.get(name) for name in SERVERS):
        return w.DISPLAY_UNSET
    try:
        pygame.display.init()
    except pygame.error as error:
        return str(error)
    if pygame.display.get_driver() in HEADLESS and not os.environ.get("SDL_VIDEODRIVER"):
        pygame.display.quit()
        return w.DISPLAY_SILENT
    return ""


def fitting_size() -> tuple[int, int]:
    """The design's size, or as much of it as the desktop has."""
    sizes = pygame.display.get_desktop_sizes() or [LEAST_SIZE]
    width, height = sizes[0]
    return min(DESIGN[0], max(LEAST_SIZE[0], width - 40)), min(DESIGN[1], max(LEAST_SIZE[1], height - 80))

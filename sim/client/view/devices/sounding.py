"""Sounds made from their recipes (``assets/sounds.json``) and played, in a thread of their own so that no frame waits.

Where there is no device, nothing is heard and nothing is said about it: the game is complete without.
"""

import json
import math
import os
import queue
import sys
import threading
from array import array
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

import pygame

from sim.scenario.places import data_folder

RATE = 11025  # samples a second: no partial is above 1.2 kHz, and half as many are made in half the time
LOUDEST = 32767
OUT = 0.03  # seconds in which a sound goes out at its end, so that it does not click
SERVERS = ("PULSE_SERVER", "PIPEWIRE_REMOTE", "SDL_AUDIODRIVER", "AUDIODEV")
SOCKETS = ("pulse/native", "pipewire-0")


@lru_cache(maxsize=1)
def recipes() -> dict[str, Any]:
    """The recipes by the names of sounds."""
    return dict(json.loads((data_folder("assets") / "sounds.json").read_text("utf-8"))["sounds"])


def samples(recipe: dict[str, Any]) -> "array[int]":
    """A sound as 16-bit samples: fading sines, begun one after the other, added, and brought to the recipe's level."""
    length = round(recipe["seconds"] * RATE)
    wave = [0.0] * length
    for each in recipe["partials"]:
        first, turn = round(each.get("at", 0.0) * RATE), 2 * math.pi * each["hertz"] / RATE
        fade, rise = math.exp(-1 / (each["fade"] * RATE)), max(1.0, recipe["rise"] * RATE)
        strength = each["level"]
        for i in range(length - first):
            wave[first + i] += strength * min(1.0, i / rise) * math.sin(turn * i)
            strength *= fade
    out = OUT * RATE
    wave = [x * min(1.0, (length - 1 - i) / out) for i, x in enumerate(wave)]
    scale = LOUDEST * recipe["level"] / max(abs(x) for x in wave)
    return array("h", (round(x * scale) for x in wave))


def can_sound(environment: dict[str, str], devices: Path = Path("/dev/snd")) -> bool:
    """Whether it makes sense to look for a device: on Linux, looking in vain fills the terminal with messages."""
    if not sys.platform.startswith("linux"):
        return True
    runtime = Path(environment.get("XDG_RUNTIME_DIR", "/nowhere"))
    return (
        any(environment.get(name) for name in SERVERS)
        or any(devices.glob("pcm*p"))
        or any((runtime / name).exists() for name in SOCKETS)
    )


class Speaker:
    """Plays sounds by name. It opens no device before the first one, and never again if there is none."""

    def __init__(self) -> None:
        self._asked: queue.SimpleQueue[tuple[str, int] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._sounds: dict[str, pygame.mixer.Sound] = {}

    def play(self, name: str, volume: int) -> None:
        """Play a sound at so many per cent, soon."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, daemon=True, name="sound")
            self._thread.start()
        if self._thread.is_alive():
            self._asked.put((name, volume))

    def close(self) -> None:
        """Fall silent, and give the device back."""
        if self._thread is not None:
            self._asked.put(None)
            self._thread.join(2.0)

    def _run(self) -> None:
        if not can_sound(dict(os.environ)):
            return
        with suppress(pygame.error):  # no device, or one that went away
            pygame.mixer.init(RATE, -16, 1, 512, allowedchanges=0)  # the samples are made for this rate
            while asked := self._asked.get():
                self._play(*asked)
        pygame.mixer.quit()

    def _play(self, name: str, volume: int) -> None:
        if name not in self._sounds:
            self._sounds[name] = pygame.mixer.Sound(buffer=samples(recipes()[name]).tobytes())
        sound = self._sounds[name]
        sound.set_volume(volume / 100)
        sound.play()

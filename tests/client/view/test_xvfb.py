"""The window on a real X server, with real key and mouse events: the little that no posted event can show."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sim.client.saves import saved_games

NEEDED = ("Xvfb", "xdotool")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)} (apt-get install xvfb xdotool)"),
]
PATIENCE = 30.0


@pytest.fixture
def display() -> Iterator[dict[str, str]]:
    """The environment of a display of its own."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=[write], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    environment = {key: value for key, value in os.environ.items() if key != "SDL_VIDEODRIVER"}
    environment |= {"DISPLAY": f":{number}", "SDL_VIDEODRIVER": "x11", "SDL_AUDIODRIVER": "dummy"}
    yield environment
    server.terminate()
    server.wait()


class Visible:
    """The command in its window, and hands on it."""

    def __init__(self, environment: dict[str, str], *options: str) -> None:
        self.environment = environment
        command = [sys.executable, "-m", "sim", "play", *options]
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL)
        self.id = self.wait_for_window()

    def wait_for_window(self) -> str:
        """The id of the window, once it is there and has the focus."""
        began = time.monotonic()
        while time.monotonic() - began < PATIENCE:
            found = self.tool("search", "--onlyvisible", "--class", "cessation", check=False).split()
            if found:
                self.tool("windowfocus", "--sync", found[-1], check=False)
                time.sleep(0.5)
                return found[-1]
            time.sleep(0.1)
        raise AssertionError("no window came up")

    def tool(self, *words: str, check: bool = True) -> str:
        """Run xdotool."""
        done = subprocess.run(["xdotool", *words], check=check, capture_output=True, text=True, env=self.environment)
        return done.stdout

    def keys(self, *names: str) -> None:
        """Press keys, one after the other, as fast as a person."""
        for name in names:
            self.tool("key", "--clearmodifiers", name)
            time.sleep(0.12)

    def click(self, x: int, y: int) -> None:
        """Press the left button at a place of the window."""
        self.tool("mousemove", "--window", self.id, str(x), str(y))
        time.sleep(0.1)
        self.tool("click", "1")
        time.sleep(0.15)

    def leave(self) -> int:
        """Quit by key."""
        self.keys("ctrl+q")
        return self.process.wait(PATIENCE)


def plies(own_home: Path) -> list[str]:
    """What was committed by the person so far."""
    assert own_home.is_dir()
    return [text for game in saved_games() for _, seat, text in game.record.actions if seat == game.seat]


def test_a_game_by_real_keys(display: dict[str, str], own_home: Path) -> None:
    seen = Visible(display, "tiny", "--seat", "hill", "--agent", "linear", "--rng-seed", "5")
    time.sleep(1.0)
    seen.keys("Return")
    for _ in range(3):
        seen.keys("p", "shift+Return")
        time.sleep(0.5)
        seen.keys("Return")
        time.sleep(0.2)
    assert seen.leave() == 0
    assert any(text.startswith("propose") for text in plies(own_home))
    assert next(saved_games()).record.finished


def test_it_begins_by_a_real_mouse_is_killed_and_goes_on(display: dict[str, str], own_home: Path) -> None:
    from sim.client.view.focus import shown_rect
    from sim.client.view.geometry import Geometry
    from sim.client.view.messages import Shelf
    from sim.client.view.shell import Shell
    from sim.client.view.show import show
    from tests.client.view.gallery import ruler

    seen = Visible(display, "tiny", "--seat", "hill", "--agent", "linear", "--rng-seed", "5")
    time.sleep(1.0)
    size = tuple(
        int(word) for word in seen.tool("getwindowgeometry", "--shell", seen.id).replace("=", " ").split()[7:10:2]
    )
    seen.keys("Return")
    from tests.client.view.gallery import models

    geometry = Geometry(size[0], size[1])
    scene = show(Shell(model=models("tiny", 1)["first"], screen="table", shelf=Shelf()), geometry, ruler(geometry.unit))
    end = scene.find("end")
    assert end is not None
    seen.click(*shown_rect(end, {}).centre)
    time.sleep(0.6)
    assert plies(own_home) == ["end"]
    seen.process.kill()
    seen.process.wait()
    again = Visible(display, "--continue")
    time.sleep(1.0)
    again.keys("shift+Return")
    time.sleep(0.6)
    assert again.leave() == 0
    assert plies(own_home) == ["end", "end"]

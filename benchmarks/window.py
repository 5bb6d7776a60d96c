"""The window's speed: from process to first frame, all frames of a game to the end of its debrief's review, memory.

    python benchmarks/window.py [--size 1920x1080] [--days 30] [--agent historical] [--language en] [--home FOLDER]

A script plays so many days by keys: it drafts, proposes, looks about, ends days; then it lets weeks pass until the game
is over, reads the debrief while it is reviewed, and last of all opens every screen. The other side, the advisers and
the forecaster think in processes of their own meanwhile; the rules are compiled first, so that futures are played from
the first day on. Run without a display it uses SDL's dummy driver; under Xvfb or on a desktop, what is there.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sim.client.view.shell.shell import Shell
    from sim.client.view.window import Window
    from tests.client.view.hands import Hands

ROOT = Path(__file__).resolve().parents[1]
FIRST = """
import sys, time, os
import sim.cli.main
from sim.client.view.opening import why_no_window
assert not why_no_window()
from sim.client.view.window import Window
window = Window({size})
while not window.frames:
    window.turn()
print(time.time(), flush=True)
os._exit(0)
"""
REVIEWED = 120.0  # seconds that a review is waited for


class Frame(NamedTuple):
    """A frame: seconds until it was shown, those of them that it computed, the most without listening, its screen.

    ``changed``: whether it showed more than that the attention moved; ``moves``: whether it was drawn only because
    something moves by itself; ``futures``: whether some were being played. On a busy machine it took longer than it
    computed: something else had the processor.
    """

    took: float
    computed: float
    longest: float
    screen: str
    changed: bool
    moves: bool
    futures: bool


def first_frame(size: tuple[int, int], times: int = 9) -> float:
    """Milliseconds from starting a process to its first frame, the median of some."""
    found = []
    for _ in range(times):
        began = time.time()
        command = [sys.executable, "-c", FIRST.format(size=size)]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ)
        found.append(1000 * (float(done.stdout.split()[-1]) - began))
    return statistics.median(found)


def plays_futures(shell: "Shell") -> bool:
    """Whether futures of the draft are being played, as far as the window has heard."""
    from sim.client.view.elsewhere.forecasting import BATCHES
    from sim.client.weighing.expecting import outlook_of
    from sim.rules import layout as at

    model = shell.model
    if model is None or model.over or model.unforeseen or not model.values[at.TALKS]:
        return False
    found = outlook_of(model)
    return found is None or found.draft.futures < BATCHES[-1]


def watched(size: tuple[int, int], frames: list[Frame], ahead: list[float]) -> "Window":
    """A window whose frames are noted, and the seconds that each turn of its loop spent on what will be shown later."""
    from sim.client.view.window import Window

    class Watched(Window):
        def __init__(self) -> None:
            super().__init__(size)
            self.turns, self.before = [0.0], self.shell

        def turn(self, patience: float = 0.0) -> None:
            moving = self._mover.moving is not None and not self._dirty
            if self.settled or moving:
                self.turns, self.before = [], self.shell
            drawn, began = len(self.frames), time.thread_time()
            super().turn(patience)
            self.turns.append(time.thread_time() - began)
            if len(self.frames) > drawn:
                shell, took = self.shell, self.frames[-1]
                where = f"{shell.screen}, {shell.dialog}" if shell.dialog else shell.screen
                changed = shell is not self.before
                moved = moving and not changed
                frames.append(
                    Frame(took, sum(self.turns), max(self.turns), where, changed, moved, plays_futures(shell))
                )
            elif self.settled and shell_is_read(self.shell):
                ahead.append(self.turns[-1])

    return Watched()


def shell_is_read(shell: "Shell") -> bool:
    """Whether a screen is shown that is read before the next one comes."""
    return shell.screen in ("briefing", "night")


def play(hands: "Hands", days: int) -> None:
    """A game by keys: drafting, planning, ending days, looking about; then weeks pass until it is over."""
    import pygame

    window = hands.window
    hands.key("enter")
    for day in range(days):
        if window.shell.screen != "table":
            break
        for option in range(3):
            hands.tab_to(f"option/{(day + option) % 3}/{option % 2}")
            hands.key("space")
            wait(window, lambda: False, 0.3)
        hands.key("p")
        for key in ("l", "esc", "s", "esc", "i", "esc") if day % 5 == 0 else ():
            hands.key(key)
        hands.key("enter", pygame.KMOD_SHIFT)
        read(hands)
    while window.shell.screen == "table":
        hands.key("enter", pygame.KMOD_CTRL)
        read(hands)


def read(hands: "Hands") -> None:
    """Read what a night brought, all of it, for a moment."""
    while hands.window.shell.screen == "night":
        wait(hands.window, lambda: False, 0.2)
        hands.key("enter")


def tour(hands: "Hands") -> None:
    """Every chapter of the debrief, every screen that is opened from there, and a replay from end to end and back."""
    for key in (*"123456789", "l", "esc", "s", "esc", "f1", "esc", "f2", "esc", "f10", "esc"):
        hands.key(key)
        wait(hands.window, lambda: False, 0.3)
    hands.click("replay")
    for key in ("end", "f", "home", "f", "esc"):
        hands.key(key)
        wait(hands.window, lambda: False, 0.5)


def wait(window: "Window", holds: Callable[[], bool], seconds: float) -> None:
    """Let the window go on until something holds, at most so many seconds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and not holds():
        window.turn(0.02)


def told(name: str, frames: list[Frame]) -> str:
    """A line on some frames: how many; of the times that each of them has, the median, 19 of 20 and the worst."""
    if not frames:
        return f"{name:34} none"
    return f"{name:34} {len(frames):5}  {'   '.join(spread(times) for times in list(zip(*frames, strict=True))[:3])}"


def spread(times: Sequence[float]) -> str:
    """The median, 19 of 20 and the worst of some times, in milliseconds."""
    ms = sorted(1000 * each for each in times)
    return f"{statistics.median(ms):7.1f} {ms[int(0.95 * len(ms))]:6.1f} {ms[-1]:6.1f}"


def memory() -> dict[str, float]:
    """MiB of this process, now and at most, where the system tells."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return {}
    fields = dict(line.split(":", 1) for line in lines)
    return {name: int(fields[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM")}


def measure(size: tuple[int, int], days: int, agent: str, language: str) -> list[str]:
    """Play, and tell."""
    from sim.client.view.opening import why_no_window

    assert not why_no_window()
    from sim.client.view.shell.messages import SetLanguage, StartGame
    from sim.scenario.book import open_book
    from sim.scenario.places import flagship
    from tests.client.view.hands import Hands

    frames: list[Frame] = []
    ahead: list[float] = []
    window = watched(size, frames, ahead)
    window.send(SetLanguage(language))
    window.turn()
    window.runner.send(StartGame(open_book(flagship()), 0, agent, 5))
    hands = Hands(window)
    window.shell = replace(window.shell, still=False)
    hands.until(lambda: window.shell.model is not None)
    wait(window, lambda: not plays_futures(window.shell), 300.0)  # the rules are compiled meanwhile
    frames.clear()
    ahead.clear()
    play(hands, days)
    model = window.shell.model
    assert model is not None
    wait(window, lambda: window.shell.model is not None and window.shell.model.review is not None, REVIEWED)
    used = memory()
    tour(hands)
    after = memory()
    window.close()
    changes = [each for each in frames if each.changed]
    screens = sorted({each.screen for each in changes})
    return [
        " ".join(["until shown, computed, in one go (ms)".ljust(40), *["  median   95 %  worst"] * 3]),
        told("something changed", changes),
        told("  while futures are played", [each for each in changes if each.futures]),
        *(told(f"  {screen}", [each for each in changes if each.screen == screen]) for screen in screens),
        told("something moves", [each for each in frames if each.moves]),
        told("only the attention moved", [each for each in frames if not each.changed and not each.moves]),
        f"{'made ahead, in one go':34} {len(ahead):5}  {spread(ahead)}",
        *(
            f"{f'memory {name}{when}':34} {mib:13.0f} MiB"
            for when, found in (("", used), (", all screens", after))
            for name, mib in found.items()
        ),
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--agent", default="historical")
    parser.add_argument("--language", default="en")
    parser.add_argument(
        "--home", help="where compiled rules and saves are kept; a folder for this run alone if not given"
    )
    given = parser.parse_args()
    width, _, height = given.size.partition("x")
    size = int(width), int(height)
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ["PYTHONPATH"] = str(ROOT)
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as home:
        os.environ["CESSATION_HOME"] = given.home or home
        first_frame(size, 1)  # fills the cache of scenarios
        print(f"process to first frame {first_frame(size):35.0f} ms")  # noqa: T201 - it is for people
        print("\n".join(measure(size, given.days, given.agent, given.language)))  # noqa: T201 - as above


if __name__ == "__main__":
    main()

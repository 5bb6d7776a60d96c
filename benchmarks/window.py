"""The window's speed: from process to first frame, frames of a game, a frame in which only the attention moves, memory.

    python benchmarks/window.py [--size 1920x1080] [--days 30]

Run without a display it uses SDL's dummy driver; under Xvfb or on a desktop, what is there.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FIRST = """
import sys, time, os
import sim.cli.main
from sim.client.view.opening import why_no_window
assert not why_no_window()
from sim.client.view.window import Window
window = Window({size})
window.turn()
print(time.time(), flush=True)
os._exit(0)
"""


def first_frame(size: tuple[int, int], times: int = 9) -> float:
    """Milliseconds from starting a process to its first frame, the median of some."""
    found = []
    for _ in range(times):
        began = time.time()
        command = [sys.executable, "-c", FIRST.format(size=size)]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ)
        found.append(1000 * (float(done.stdout.split()[-1]) - began))
    return statistics.median(found)


def play(size: tuple[int, int], days: int) -> dict[str, float]:
    """Frames of a game by keys: planning, ending days, looking about."""
    import pygame

    from sim.client.view.opening import why_no_window

    assert not why_no_window()
    from sim.client.view.messages import StartGame
    from sim.client.view.window import Window
    from sim.scenario.book import open_book
    from sim.scenario.places import flagship
    from tests.client.view.hands import Hands

    window = Window(size)
    hands = Hands(window)
    window.runner.send(StartGame(open_book(flagship()), 0, "historical", 5))
    hands.until(lambda: window.shell.model is not None)
    hands.key("enter")
    hands.key("tab")
    window.frames.clear()
    for day in range(days):
        hands.key("p")
        hands.key("tab")
        hands.key("enter", pygame.KMOD_SHIFT)
        hands.key("enter")
        for key in ("l", "esc", "s", "esc", "i", "esc") if day % 5 == 0 else ():
            hands.key(key)
    frames = sorted(window.frames)
    began = time.perf_counter()
    for _ in range(200):
        window.draw()
    cached = (time.perf_counter() - began) / 200
    pages = int(Path("/proc/self/statm").read_text().split()[1]) if Path("/proc/self/statm").exists() else 0
    window.close()
    return {
        "median": 1000 * statistics.median(frames), "p95": 1000 * frames[int(0.95 * len(frames))],
        "worst": 1000 * frames[-1], "cached": 1000 * cached, "memory": pages * 4096 / 2**20,
    }  # fmt: skip


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--days", type=int, default=30)
    given = parser.parse_args()
    width, _, height = given.size.partition("x")
    size = int(width), int(height)
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ["PYTHONPATH"] = str(ROOT)
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as home:
        os.environ["CESSATION_HOME"] = home
        first_frame(size, 1)  # fills the cache of scenarios
        print(f"process to first frame  {first_frame(size):6.0f} ms")  # noqa: T201 - it is for people
        found = play(size, given.days)
        for name, about in (("median", "a frame that changed"), ("p95", "19 of 20 below"), ("worst", "the worst")):
            print(f"{about:22}  {found[name]:6.1f} ms")  # noqa: T201 - as above
        print(f"{'only the focus moved':22}  {found['cached']:6.2f} ms")  # noqa: T201 - as above
        print(f"{'memory':22}  {found['memory']:6.0f} MiB")  # noqa: T201 - as above


if __name__ == "__main__":
    main()

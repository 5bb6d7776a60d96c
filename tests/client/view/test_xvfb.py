"""The window on a real X server, with real key and mouse events: whole games in two languages, killed and continued."""

import json
import os
import queue
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from sim.client.saving.saves import saved_games
from sim.record.record import read_record
from sim.session.replay import replay
from tests.architecture.source import ROOT
from tests.client.play import book

MISSING = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)} (apt-get install xvfb xdotool)"),
]
PATIENCE = 40.0


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
    environment |= {"DISPLAY": f":{number}", "SDL_VIDEODRIVER": "x11", "PYTHONPATH": str(ROOT)}
    yield environment
    server.terminate()
    server.wait()


class Visible:
    """A window that reports what it shows, and a person's hands on the display."""

    def __init__(self, environment: dict[str, str], *words: str) -> None:
        self.environment = environment
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.client.view.reporting", *words], env=environment, cwd=ROOT, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        self.lines: queue.Queue[str] = queue.Queue()
        self.now: dict[str, Any] = {}
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.until(lambda: bool(self.now.get("places")))
        self.id = self.tool("search", "--onlyvisible", "--class", "cessation").split()[-1]
        self.tool("windowfocus", "--sync", self.id)

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as stream:
            for line in stream:
                self.lines.put(line)

    def tool(self, *words: str) -> str:
        """Run xdotool."""
        return subprocess.run(
            ["xdotool", *words], check=True, capture_output=True, text=True, env=self.environment
        ).stdout

    def until(self, holds: Any) -> None:
        """Wait until something holds of what was reported last."""
        began = time.monotonic()
        while not holds():
            assert time.monotonic() - began < PATIENCE, f"waited in vain; last seen: {self.now}"
            try:
                line = self.lines.get(timeout=0.05)
            except queue.Empty:
                continue
            if line.startswith("{"):
                self.now = json.loads(line)

    def quiet(self) -> None:
        """Wait until nothing more is reported and nothing is being thought about."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                line = self.lines.get(timeout=0.15)
            except queue.Empty:
                if not self.now.get("waiting"):
                    return
                continue
            if line.startswith("{"):
                self.now = json.loads(line)

    def key(self, name: str) -> None:
        """Press a key."""
        self.tool("key", "--clearmodifiers", name)
        self.quiet()

    def tab_to(self, id_: str) -> None:
        """Tab to a control."""
        for _ in range(120):
            if self.now["focus"] == id_:
                return
            self.key("Tab")
        raise AssertionError(f"Tab does not come to {id_}")

    def click(self, id_: str) -> None:
        """Press a control with the left button."""
        x, y = self.now["places"][id_]
        self.tool("mousemove", "--window", self.id, str(x), str(y))
        self.tool("click", "1")
        self.quiet()

    def days_by_keys(self, most: int = 99) -> None:
        """An offer a day, the end of the day and what the night brought, for so many days or to the end."""
        for _ in range(most):
            if self.now["screen"] != "table":
                return
            self.key("p")
            self.key("shift+Return")
            assert self.now["screen"] == "night"
            while self.now["screen"] == "night":
                self.key("Return")

    def days_by_mouse(self, most: int = 99) -> None:
        """The end of the day and what the night brought, for so many days or to the end."""
        for _ in range(most):
            if self.now["screen"] != "table":
                return
            self.click("end")
            while self.now["screen"] == "night":
                self.click("on")

    def speaks(self, language: str) -> bool:
        """Whether what can be pressed is named in a language: in letters of its own, and in no others of English."""
        words = [word for name in self.now["named"] for word in re.findall(r"[^\W\d_]{4,}", name)]
        russian = [word for word in words if "\u0400" <= word[0] <= "\u04ff"]
        return len(russian) > len(words) / 2 if language == "ru" else not russian

    def kill(self) -> None:
        """As by kill -9, whatever it is doing."""
        self.process.kill()
        self._ended()

    def leave(self) -> int:
        """Quit by key."""
        self.tool("key", "--clearmodifiers", "ctrl+q")
        return self._ended()

    def _ended(self) -> int:
        assert self.process.stderr is not None
        with self.process.stderr as stream:
            said = stream.read()
        self.reader.join()
        code = self.process.wait(PATIENCE)
        assert "Traceback" not in said, said
        return code


def own_plies() -> list[str]:
    """What was committed by the person so far."""
    return [text for game in saved_games() for _, seat, text in game.record.actions if seat == game.seat]


def own_beliefs() -> list[str]:
    """The person's lines of beliefs that were put on record so far; an opponent who looks ahead writes its own."""
    return [
        line
        for game in saved_games()
        for line in game.record.lines
        if line.startswith("    believes ") and line.endswith(f"[{game.seat}]")
    ]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_game_by_real_keys_killed_while_a_day_ends_and_continued(language: str, display: dict[str, str]) -> None:
    seen = Visible(display, "--language", "en")
    seen.until(lambda: len(seen.now["places"]) >= 4)
    if language != "en":
        seen.key("F10")
        seen.tab_to(f"language/{language}")
        seen.key("space")
        seen.key("Escape")
    assert seen.speaks(language)
    seen.key("n")
    seen.tab_to("scenario/2")
    seen.key("space")
    seen.tab_to("begin")
    seen.key("Return")
    assert seen.now["screen"] == "briefing"
    seen.key("Return")
    seen.key("p")
    seen.key("b")
    assert seen.now["dialog"] == "believe"
    seen.key("Return")
    seen.tab_to("belief/accepts/less")
    seen.key("space")
    seen.key("Escape")
    seen.days_by_keys(most=1)
    seen.tool("key", "--clearmodifiers", "shift+Return")
    seen.kill()
    (kept,) = saved_games()
    assert not kept.record.finished
    again = Visible(display)
    again.until(lambda: "continue" in again.now["places"])
    assert again.speaks(language), "what was chosen is kept"
    again.key("c")
    assert again.now["screen"] == "table"
    assert again.now["day"] in (2, 3), "the day that was ended as the window died may be over, or not"
    again.days_by_keys()
    assert again.now["screen"] == "debrief"
    assert again.leave() == 0
    (kept,) = saved_games()
    assert kept.record.finished
    assert replay(book("tiny").tables, read_record(kept.path)) is None
    assert any(text.startswith("propose") for text in own_plies())
    assert own_beliefs() == [
        "    believes hill type.trading 0.65, type.wary 0.35 [hill]",
        "    believes hill accepts 0.5 [hill]",
    ]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_game_by_a_real_mouse_killed_in_the_middle_and_continued(language: str, display: dict[str, str]) -> None:
    seen = Visible(display, "--language", language)
    begin = ("go/seats", "scenario/2", "seat/1", "begin", "go/table", "option/1/1", "act/propose")
    for id_ in (*begin, "believe", "belief/accepts/more", "close"):
        seen.until(lambda wanted=id_: wanted in seen.now["places"])
        seen.click(id_)
    assert seen.speaks(language)
    seen.days_by_mouse(most=1)
    assert (seen.now["screen"], seen.now["day"]) == ("table", 2)
    seen.kill()
    (kept,) = saved_games()
    assert not kept.record.finished
    assert len(own_beliefs()) == 1
    again = Visible(display, "--language", language)
    again.click("continue")
    assert (again.now["screen"], again.now["day"]) == ("table", 2)
    again.days_by_mouse()
    assert again.now["screen"] == "debrief"
    assert again.speaks(language)
    again.click("leave")
    assert again.now["screen"] == "title"
    assert again.leave() == 0
    (kept,) = saved_games()
    assert kept.record.finished
    assert replay(book("tiny").tables, read_record(kept.path)) is None

"""How the window opens: on what was asked for, and not at all where nobody could see it."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from sim.client.saving.saves import copy_to_slot
from sim.client.setting_up import new_game
from sim.client.settings import keep_setting
from sim.client.view import opening
from sim.client.view.opening import first_request, why_no_window
from sim.client.view.shell.messages import OpenRecord, StartGame
from sim.client.view.shell.shell import Shell
from sim.client.view.window import Window
from sim.client.wishes import Wishes
from sim.errors import MissingFile
from tests.client.play import book

UNSEEN = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")


def test_without_a_display_there_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in UNSEEN:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert "no display" in why_no_window()
    monkeypatch.setenv("SDL_VIDEODRIVER", "no-such-driver")
    assert why_no_window() != ""


def test_without_pygame_there_is_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sim.client.view.devices.display", None)
    monkeypatch.setitem(sys.modules, "pygame", None)
    assert "pip install pygame-ce" in opening.why_no_window()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_the_command_says_so_and_plays_as_text(own_home: Path) -> None:
    """At a terminal without a display."""
    ours, theirs = pty.openpty()
    environment = {key: value for key, value in os.environ.items() if key not in UNSEEN} | {"TERM": "dumb"}
    process = subprocess.Popen(
        [sys.executable, "-m", "sim", "play", "tiny", "--seat", "hill", "--agent", "linear"],
        stdin=theirs, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, env=environment, text=True,
    )  # fmt: skip
    os.write(ours, b"\nquit\n\x04")
    said, _ = process.communicate(timeout=30)
    os.close(ours)
    os.close(theirs)
    assert "No window can be opened here" in said
    assert "Your game is kept" in said
    assert (own_home / "data").is_dir()


def test_the_title_opens_if_nothing_was_asked_for() -> None:
    assert first_request(Wishes()) is None


def test_what_was_chosen_holds_from_the_first_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = {"text": 150, "contrast": True, "sound": False, "volume": 25, "analyst": True, "language": "ru"}
    for name, value in chosen.items():
        keep_setting(name, value)
    keep_setting("keys", (("propose", "k"), ("hold", "k"), ("nonsense", "f2")))
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    shells: list[Shell] = []

    def run(window: Window) -> None:
        shells.append(window.shell)
        window.runner.close()
        pygame.display.quit()

    monkeypatch.setattr(Window, "run", run)
    opening.play_in_window(Wishes())
    (shell,) = shells
    assert {name: getattr(shell, name) for name in chosen} == chosen
    assert shell.keys == (("hold", "k"),), "of two commands on one key, one has its own key again"


def test_a_seat_opens_its_game_at_once() -> None:
    request = first_request(Wishes("tiny", "The shore", "hold", 7))
    assert isinstance(request, StartGame)
    assert (request.book.tables.id, request.seat, request.agent, request.rng_seed) == ("tiny", 1, "hold", 7)


def test_what_was_left_is_gone_on_with_and_a_save_is_copied() -> None:
    assert first_request(Wishes(go_on=True)) is None, "nothing was left: the title"
    game, _ = new_game(book("tiny"), 0, "linear", 1)
    path = game.autosave.path
    assert path is not None
    assert first_request(Wishes(go_on=True)) == OpenRecord(path, copied=False)
    assert first_request(Wishes("aleppo-2016", go_on=True, seat="us")) != OpenRecord(path, copied=False)
    slot = copy_to_slot(game.autosave.lines, "kept")
    assert first_request(Wishes(load="kept")) == OpenRecord(slot, copied=True)
    with pytest.raises(MissingFile):
        first_request(Wishes(load="nothing"))

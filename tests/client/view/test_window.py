"""Whole games in the window, by posted events: with the keyboard alone, with the mouse alone, killed and continued."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from sim.client.saving.saves import games_folder, saved_games, slots_folder
from sim.client.update import SetOption
from sim.client.view.devices.keyboard import key_name
from sim.client.view.shell.messages import SaveAs, StartGame
from sim.client.view.window import Window
from sim.record.record import read_record
from sim.rules import actions as act
from sim.session.replay import replay
from tests.client.play import book
from tests.client.view.gallery import FLAGSHIP
from tests.client.view.hands import Hands

SHIFT, CTRL = pygame.KMOD_SHIFT, pygame.KMOD_CTRL


def test_a_game_from_the_title_to_the_debrief_with_the_keyboard_alone(hands: Hands) -> None:
    hands.key("n")
    assert hands.window.shell.screen == "seats"
    hands.tab_to("scenario/2")
    hands.key("space")
    hands.tab_to("others")
    hands.key("space")
    hands.tab_to("agent/boulware")
    hands.key("space")
    hands.tab_to("begin")
    hands.key("enter")
    assert hands.window.shell.screen == "briefing"
    hands.key("enter")
    days = 0
    while hands.window.shell.screen == "table":
        hands.tab_to("option/0/1")
        hands.key("left")
        assert hands.window.at.focus == "option/0/0"
        hands.key("right")
        hands.key("enter")
        hands.key("p")
        hands.key("enter", SHIFT)
        assert hands.window.shell.screen == "night"
        hands.key("enter")
        days += 1
    assert hands.window.shell.screen == "debrief"
    assert days == 3
    (kept,) = saved_games()
    assert kept.record.finished
    assert replay(book("tiny").tables, read_record(kept.path)) is None
    assert any("propose" in text for _, seat, text in kept.record.actions if seat == kept.seat)


def test_a_newcomer_begins_with_the_lessons_and_can_put_one_away(hands: Hands) -> None:
    hands.until(lambda: bool(hands.window.shell.shelf.books))
    assert hands.window.at.focus == "learn"
    hands.key("enter")
    assert hands.window.shell.screen == "briefing"
    hands.key("enter")
    assert hands.window.scene.find("lesson")
    hands.key("t")
    assert not hands.window.scene.find("lesson")
    hands.key("t")
    hands.click("lesson")
    assert not hands.window.scene.find("lesson")


def test_two_persons_share_the_window_with_a_curtain_between_them(hands: Hands) -> None:
    for control in ("go/seats", "scenario/2", "agent/human", "begin"):
        hands.click(control)
    seats: list[int] = []
    for _ in range(3):
        assert hands.window.shell.screen == "curtain"
        assert hands.window.shell.model is None
        hands.key("enter")
        assert hands.window.shell.model is not None
        seats.append(hands.window.shell.model.seat)
        while hands.window.shell.screen != "curtain":
            hands.key("enter", SHIFT if hands.window.shell.screen == "table" else 0)
    assert seats == [1, 0, 1]
    (kept,) = saved_games()
    assert kept.shared


def test_a_game_from_the_title_to_the_debrief_with_the_mouse_alone(hands: Hands) -> None:
    hands.click("go/seats")
    hands.click("scenario/2")
    hands.click("seat/1")
    hands.click("others")
    hands.click("agent/boulware")
    hands.click("begin")
    hands.click("go/table")
    while hands.window.shell.screen == "table":
        hands.click("option/0/1")
        hands.click("option/1/1")
        hands.click("face")
        hands.click("face/1")
        hands.click("act/propose")
        hands.click("end")
        hands.click("on")
    assert hands.window.shell.screen == "debrief"
    (kept,) = saved_games()
    assert kept.seat == "shore"
    assert "propose d2/afloat public" in {text for _, seat, text in kept.record.actions if seat == "shore"}
    hands.click("leave")
    assert hands.window.shell.screen == "title"


def test_two_weeks_of_the_flagship_by_keys_and_no_frame_is_late(hands: Hands) -> None:
    hands.start("aleppo-2016", 0, "historical")
    hands.window.frames.clear()
    for _ in range(14):
        hands.key("p")
        hands.key("tab")
        hands.key("enter", SHIFT)
        hands.key("enter")
    model = hands.window.shell.model
    assert model is not None
    assert model.day == 15
    frames = sorted(hands.window.frames)
    print(f"frames: median {1000 * frames[len(frames) // 2]:.1f} ms, worst {1000 * frames[-1]:.1f} ms")


def test_a_plan_can_be_undone_until_the_day_is_ended(hands: Hands) -> None:
    hands.start()
    hands.key("p")
    hands.key("h")
    model = hands.window.shell.model
    assert model is not None
    assert [action.kind for action in model.plan] == [act.HOLD]
    hands.key("z", CTRL)
    model = hands.window.shell.model
    assert model is not None
    assert model.plan == ()
    hands.key("enter", SHIFT)
    (kept,) = saved_games()
    assert not any("propose" in text for _, seat, text in kept.record.actions if seat == kept.seat)


def test_what_cannot_be_pressed_says_why(hands: Hands) -> None:
    hands.start()
    hands.click("undo")
    assert hands.window.at.tip == "undo"
    hands.key("w")
    model = hands.window.shell.model
    assert model is not None
    assert model.plan == ()
    assert "no offer of yours" in " ".join(model.notices)


def test_anything_can_be_asked_about_with_the_right_button_and_with_i(hands: Hands) -> None:
    hands.start()
    hands.click("option/0/0", button=3)
    assert hands.window.shell.dialog == "page"
    hands.key("esc")
    assert hands.window.shell.dialog == ""
    hands.tab_to("lever/whisper")
    hands.key("i")
    assert hands.window.shell.dialog == "page"


def test_the_focus_comes_back_when_a_dialog_closes(hands: Hands) -> None:
    hands.start()
    hands.tab_to("meter/tension")
    hands.key("enter")
    assert hands.window.shell.dialog == "page"
    hands.key("esc")
    assert hands.window.at.focus == "meter/tension"


def test_a_refusal_by_keys(hands: Hands) -> None:
    hands.start()
    hands.key("r")
    assert hands.window.shell.dialog == "reasons"
    hands.key("right")
    hands.key("enter")
    model = hands.window.shell.model
    assert model is not None
    assert [(action.kind, action.b) for action in model.plan] == [(act.REJECT, 1)]


def test_there_is_nothing_to_refuse_where_nothing_is_offered(hands: Hands) -> None:
    hands.start(agent="hold")
    hands.key("r")
    model = hands.window.shell.model
    assert model is not None
    assert hands.window.shell.dialog == ""
    assert "no offer of theirs" in " ".join(model.notices)


def test_searching_by_typing(hands: Hands) -> None:
    hands.start()
    hands.key("s")
    everything = len(list(hands.scene.controls()))
    hands.type("bell")
    assert hands.window.shell.typed == "bell"
    assert len(list(hands.scene.controls())) < everything
    hands.key("backspace")
    assert hands.window.shell.typed == "bel"
    hands.key("esc")
    assert hands.window.shell.screen == "table"


def test_a_named_copy_and_going_back_to_it(hands: Hands) -> None:
    hands.start()
    hands.key("enter", SHIFT)
    hands.key("enter")
    hands.key("esc")
    hands.tab_to("save")
    hands.key("enter")
    hands.type("second day")
    hands.key("enter")
    hands.until(lambda: bool(hands.window.shell.shelf.slots))
    hands.key("enter", SHIFT)
    hands.key("esc")
    hands.key("esc")
    hands.tab_to("go/saves")
    hands.key("enter")
    hands.until(lambda: hands.window.shell.screen == "saves")
    hands.tab_to("slot/0")
    hands.key("enter")
    hands.until(lambda: hands.window.shell.screen == "table")
    model = hands.window.shell.model
    assert model is not None
    assert model.day == 2
    assert len(list(games_folder().glob("*.record"))) == 2, "playing on from a copy is a game of its own"


def test_a_named_copy_is_removed_once_it_is_sure(hands: Hands) -> None:
    hands.start()
    hands.window.send(SaveAs("spring"))
    hands.until(lambda: bool(hands.window.shell.shelf.slots))
    hands.key("esc")
    hands.tab_to("go/saves")
    hands.key("enter")
    hands.click("remove/0")
    hands.key("esc")
    assert hands.window.shell.shelf.slots, "that was a no"
    hands.click("remove/0")
    hands.click("yes")
    hands.until(lambda: not hands.window.shell.shelf.slots)
    assert not list(slots_folder().glob("*"))
    assert "spring" in hands.window.shell.notice


def test_a_panel_is_scrolled_by_keys_from_what_is_in_it(hands: Hands) -> None:
    hands.start(FLAGSHIP)
    hands.key("s")
    hands.key("tab")
    hands.key("pagedown")
    assert hands.window.scroll["page"] > 0


def test_a_picture_is_kept(hands: Hands, own_home: Path) -> None:
    hands.start()
    hands.key("f12")
    (picture,) = (own_home / "data" / "pictures").glob("*.png")
    assert picture.stat().st_size > 10_000


def test_nothing_is_drawn_while_nothing_changes(hands: Hands) -> None:
    hands.start()
    drawn = len(hands.window.frames)
    for _ in range(5):
        hands.window.turn(0.001)
    assert len(hands.window.frames) == drawn


def test_a_game_that_cannot_be_opened_is_told(hands: Hands, own_home: Path) -> None:
    folder = own_home / "data" / "saves" / "games"
    folder.mkdir(parents=True, exist_ok=True)
    hands.start()
    hands.key("enter", SHIFT)
    hands.window.runner.send(StartGame(book("tiny"), 0, "nobody", 1))
    hands.until(lambda: "nobody" in hands.window.shell.notice)


def test_keys_are_named_as_they_are_bound() -> None:
    pygame.display.init()
    event = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=pygame.KMOD_LSHIFT)
    assert key_name(event) == "shift+return"
    assert key_name(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_KP_ENTER, mod=0)) == "return"
    assert key_name(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_z, mod=pygame.KMOD_RCTRL)) == "ctrl+z"


def test_messages_reach_the_shell_from_outside(hands: Hands) -> None:
    hands.start()
    hands.window.send(SetOption(0, 1))
    model = hands.window.shell.model
    assert model is not None
    assert model.draft[0] == 1


# ------------------------------------------------------------------------------------------------------------- killing
SCRIPT = """
import os, sys, time
import pygame
from sim.client.view.shell.messages import SaveAs, StartGame
from sim.client.view.window import Window
from sim.scenario.book import open_book
from tests.client.view.hands import Hands
window = Window((1280, 720))
hands = Hands(window)
window.runner.send(StartGame(open_book("aleppo-2016"), 0, "historical", 5))
hands.until(lambda: window.shell.model is not None)
hands.key("enter")
while True:
    hands.key("p")
    hands.key("enter", pygame.KMOD_SHIFT)
    hands.key("enter")
    print(window.shell.model.day, flush=True)
"""


@pytest.mark.slow
def test_killed_in_the_middle_and_continued(own_home: Path) -> None:
    environment = {**os.environ, "SDL_VIDEODRIVER": "dummy", "PYTHONPATH": os.pathsep.join(map(str, sys.path))}
    process = subprocess.Popen([sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    reached = 0
    for line in process.stdout:
        reached = int(line) if line.strip().isdigit() else reached
        if reached >= 6:
            break
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    (kept,) = saved_games()
    assert kept.day >= reached
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    window = Window((1280, 720))
    hands = Hands(window)
    try:
        assert window.shell.shelf.left is not None, "the title offers to go on, at once"
        hands.key("c")
        hands.until(lambda: window.shell.screen == "table")
        model = window.shell.model
        assert model is not None
        assert model.day >= reached
        hands.key("enter", SHIFT)
        assert window.shell.screen == "night"
    finally:
        window.close()
    assert replay(book("aleppo-2016").tables, read_record(kept.path)) is None

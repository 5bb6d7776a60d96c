"""A replay in the window: its keys and its days, when one comes by itself, and the word on how the game is saved."""

import time
from dataclasses import replace

import pygame
import pytest

from sim.client.replaying.replay_mark import ReplayMark
from sim.client.saving.saves import saved_games
from sim.client.view.devices.keys import command_of, message_of
from sim.client.view.drawing.scene import Words
from sim.client.view.shell import messages as m
from sim.client.view.shell import replay_messages as r
from sim.client.view.shell.passing import A_DAY, Now, due, patience
from sim.client.view.shell.shell import Shell, reply
from tests.client.view.gallery import FLAGSHIP, scene_of, shells
from tests.client.view.hands import Hands

SHIFT = pygame.KMOD_SHIFT


def pressed(shell: Shell, *keys: str) -> Shell:
    """The shell after keys."""
    for key in keys:
        shell, _ = reply(shell, message_of(shell, command_of(shell, key)))
    return shell


def test_the_keys_of_a_replay() -> None:
    fog = shells()["replay/fog"]
    assert fog.replay is not None
    assert fog.mark == ReplayMark(6, 1)
    assert pressed(fog, "right", "right", "left").mark.day == 7
    assert pressed(fog, "ctrl+right").mark.day == 13
    assert pressed(fog, "home").mark.day == 1
    assert pressed(fog, "end").mark.day == fog.replay.end
    assert pressed(fog, "f").mark == ReplayMark(6, 1, fog=False)
    assert pressed(fog, "e").mark == ReplayMark(6, 0)
    assert pressed(fog, "e").seat == 0, "and the colours are that seat's"
    arabic = replace(fog, language="ar")
    assert pressed(arabic, "left").mark.day == 7, "a later day lies ahead in the direction of reading"
    assert command_of(fog, "p") == command_of(fog, "f5") == command_of(fog, "l") == ""


def test_a_game_that_goes_on_keeps_its_fog_and_its_eyes() -> None:
    going = shells()["replay/going"]
    assert pressed(going, "f", "e").mark == going.mark
    names = [each.name for each in scene_of("replay/going")[0].elements]
    assert any("eyes alone" in name for name in names)


def test_days_pass_by_themselves_until_a_step_a_dialog_or_the_end() -> None:
    fog = shells()["replay/fog"]
    running = pressed(fog, "j")
    assert due(fog, Now(0.0, 99.0)) == []
    assert due(running, Now(0.0, A_DAY - 0.1)) == []
    assert patience(running, Now(0.0, A_DAY - 0.25)) == pytest.approx(0.25)
    (next_day,) = due(running, Now(0.0, A_DAY))
    after, _ = reply(running, next_day)
    assert after.mark == ReplayMark(7, 1, running=True)
    assert not pressed(running, "right").mark.running
    assert due(replace(running, dialog="menu"), Now(0.0, 99.0)) == []
    assert running.replay is not None
    last = replace(running, mark=running.mark._replace(day=running.replay.last))
    assert not reply(last, next_day)[0].mark.running
    still = pressed(replace(fog, still=True), "j")
    assert not still.mark.running, "where nothing is to move"
    assert still.notice


def test_the_screen_says_what_it_is_which_day_whose_eyes_and_how_much_fog() -> None:
    for name, said in (("fog", ("REPLAY", "Day 6 of 95", "as Moscow saw it", "with fog")),
                       ("true", ("REPLAY", "Day 6 of 95", "as it was", "without fog"))):  # fmt: skip
        told = {each.name for each in scene_of(f"replay/{name}")[0].elements if isinstance(each.drawing, Words)}
        assert told >= set(said)


def test_a_figure_can_be_asked_about_as_of_its_day() -> None:
    asked = shells()["replay/page"]
    assert asked.shown is not None
    assert asked.shown.day == 6
    assert any(each.role == "dialog" for each in scene_of("replay/page")[0].elements)


def test_from_the_debrief_by_keys_and_a_click_and_into_a_game_of_its_own(hands: Hands) -> None:
    hands.start()
    while hands.window.shell.screen != "debrief":
        hands.key("enter", SHIFT if hands.window.shell.screen == "table" else 0)
    hands.tab_to("replay")
    hands.key("enter")
    assert (hands.window.shell.screen, hands.window.shell.mark) == ("replay", ReplayMark(1, 0))
    hands.key("right")
    assert hands.window.shell.mark.day == 2
    slider = hands.scene.find("days")
    assert slider is not None
    place = slider.rect.right - 4, slider.rect.centre[1]
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=place, button=1))
    hands.settle()
    assert hands.window.shell.replay is not None
    assert hands.window.shell.mark.day == hands.window.shell.replay.end
    hands.key("esc")
    assert hands.window.shell.screen == "debrief"
    hands.click("replay")
    hands.key("right")
    hands.click("fork")
    assert hands.window.shell.screen == "table"
    assert hands.window.shell.model is not None
    assert hands.window.shell.model.day == 2
    assert len(list(saved_games())) == 2


def test_from_the_saves_and_back(hands: Hands) -> None:
    hands.start()
    hands.key("enter", SHIFT)
    hands.key("enter")
    hands.key("esc")
    hands.click("leave")
    hands.key("f9")
    hands.until(lambda: bool(hands.window.shell.shelf.games))
    hands.click("watch/game/0")
    assert hands.window.shell.screen == "replay"
    hands.key("f")
    assert hands.window.shell.mark.fog, "the game goes on"
    hands.key("esc")
    assert hands.window.shell.screen == "saves"


def test_the_table_says_how_long_ago_the_game_was_saved(hands: Hands) -> None:
    hands.start()
    assert hands.window.shell.saved is not None
    assert hands.window.shell.saved.at > 0
    shown = hands.scene.find("saved")
    assert shown is not None
    assert shown.name == "saved just now"
    shell, at = hands.window.shell, hands.window.shell.saved.at
    assert due(shell, Now(at + 19.0, 0.0)) == []
    assert due(shell, Now(at + 45.0, 0.0)) == [m.Aged(40)]
    assert patience(shell, Now(at + 45.0, 0.0)) == pytest.approx(15.0)
    hands.window.send(m.Saved(time.time() - 45.0))
    hands.settle()
    found = hands.scene.find("saved")
    assert found is not None
    assert found.name == "saved 40 s ago", "the window has seen to it by itself"
    frames = len(hands.window.frames)
    for _ in range(3):
        hands.window.turn()
    assert len(hands.window.frames) == frames, "nothing is drawn while nothing changes"


def test_a_save_that_fails_is_told_at_once(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    hands.start()
    monkeypatch.setattr("sim.record.record.RecordFile.write", full)
    monkeypatch.setattr("sim.client.saving.autosave.write_whole", full)
    hands.key("enter", SHIFT)
    hands.until(lambda: bool(hands.window.shell.saved and hands.window.shell.saved.trouble))
    hands.until(lambda: "No space left" in hands.window.shell.notice)
    monkeypatch.undo()
    hands.key("enter", SHIFT if hands.window.shell.screen == "table" else 0)
    hands.key("enter", SHIFT)
    hands.until(lambda: bool(hands.window.shell.saved and not hands.window.shell.saved.trouble))


def test_days_that_are_not_saved_can_be_kept_before_the_window_closes(hands: Hands) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    hands.start()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sim.record.record.RecordFile.write", full)
        patch.setattr("sim.client.saving.autosave.write_whole", full)
        hands.key("enter", SHIFT)
        hands.until(lambda: bool(hands.window.shell.saved and hands.window.shell.saved.trouble))
        pygame.event.post(pygame.event.Event(pygame.QUIT))
        hands.settle()
        assert hands.window.running, "it is asked first"
        hands.click("again")
        assert hands.window.shell.dialog, "the disk is still full"
    hands.click("again")
    hands.until(lambda: bool(hands.window.shell.saved and not hands.window.shell.saved.trouble))
    assert not hands.window.shell.dialog
    assert [game.day for game in saved_games()] == [2]


def test_a_replay_is_not_opened_while_the_other_side_thinks() -> None:
    table = replace(shells()[f"{FLAGSHIP}/0/days/table"], waiting=True)
    assert reply(table, r.LookAgain()) == (table, ())

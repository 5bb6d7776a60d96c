"""Cables and the night in a window, with the keyboard alone: searched, copied, written to a file; told and skipped."""

from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest

from sim.client.saving.saves import games_folder
from sim.client.telling.cables import plain_line
from sim.client.view.shell.filing import all_cables, shown_cables
from sim.client.view.shell.messages import StartGame
from sim.client.view.window import Window
from tests.client.play import book
from tests.client.view.gallery import FLAGSHIP
from tests.client.view.hands import Hands

CTRL = pygame.KMOD_CTRL


@pytest.fixture
def hands(hands: Hands) -> Hands:
    """Hands on the cables of a game of some days."""
    hands.window.runner.send(StartGame(book(FLAGSHIP), 0, "linear", 5))
    hands.until(lambda: hands.window.shell.model is not None)
    hands.key("enter")
    for _ in range(3):
        hands.key("enter", pygame.KMOD_SHIFT)
        hands.key("enter")
    hands.key("l")
    return hands


def test_cables_are_searched_sifted_copied_and_written_with_the_keyboard_alone(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies: list[str] = []
    monkeypatch.setattr(pygame.scrap, "put_text", copies.append)
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: copies[-1])
    shell = hands.window.shell
    assert (shell.screen, hands.window.at.focus) == ("cables", "field")
    hands.type("offered")
    model = shell.model
    assert model is not None
    found = shown_cables(model, hands.window.shell)
    assert found
    assert all("offered" in each.text for each in found)
    hands.key("c", CTRL)
    assert copies == ["\n".join(plain_line(model, each) for each in found)]
    number = all_cables(model).index(found[0])
    hands.tab_to(f"cable/{number}")
    hands.key("c", CTRL)
    assert copies[1:] == [plain_line(model, found[0])]
    hands.tab_to("kind/agreement")
    hands.key("space")
    assert shown_cables(model, hands.window.shell) == []
    hands.key("e", CTRL)
    assert "Nothing is shown" in hands.window.shell.notice
    hands.tab_to("kind/")
    hands.key("space")
    hands.key("e", CTRL)
    hands.until(lambda: "written to" in hands.window.shell.notice)
    (written,) = games_folder().glob("*.md")
    assert str(written) in hands.window.shell.notice
    assert found[0].text in written.read_text("utf-8")


@pytest.fixture
def moving(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hands]:
    """Hands on a window in which nights are told part after part."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    window = Window((1280, 720))
    found = Hands(window)
    window.shell = replace(window.shell, still=False)
    yield found
    window.close()


def test_any_key_tells_all_of_a_night_and_the_next_one_leads_on(moving: Hands) -> None:
    moving.window.runner.send(StartGame(book(FLAGSHIP), 0, "historical", 5))
    moving.until(lambda: moving.window.shell.model is not None)
    moving.key("enter")
    for _ in range(9):
        moving.key("enter", pygame.KMOD_SHIFT)
        if moving.window.shell.left:
            break
        moving.key("enter")
    assert (moving.window.shell.screen, moving.window.shell.left > 0) == ("night", True)
    moving.key("enter")
    assert (moving.window.shell.screen, moving.window.shell.left) == ("night", 0)
    moving.key("enter")
    assert moving.window.shell.screen == "table"

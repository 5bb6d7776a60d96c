"""Keys that a person chooses: refused where they are taken, shown wherever a key is shown, and kept."""

from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.client.view.devices.bindings import BINDINGS, BY_COMMAND, by_key, cap, cap_of, usable, wear
from sim.client.view.devices.keyboard import key_name
from sim.client.view.devices.keys import command_of
from sim.client.view.shell import messages as m
from sim.client.view.shell.shell import Shell, reply
from sim.language.catalogue import languages
from tests.client.view.gallery import FLAGSHIP, scene_of, shells

TABLE = f"{FLAGSHIP}/0/days/table"
KEYS = st.sampled_from(["k", "p", "m", "tab", "shift+k", "ctrl+left ctrl", "left shift", "", "f10", "escape"])


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A display that nobody sees."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    yield
    pygame.display.quit()


def choosing(command: str, key: str, shell: Shell | None = None) -> tuple[Shell, tuple[object, ...]]:
    """A shell after a command was given a key."""
    waiting, _ = reply(shell or replace(shells()[TABLE], dialog="keys"), m.ChooseKey(command))
    return reply(waiting, m.PressKey(key))


def test_a_chosen_key_does_what_the_old_one_did_and_the_old_one_nothing() -> None:
    shell, requests = choosing("propose", "k")
    assert requests == (m.KeepSetting("keys", (("propose", "k"),)),)
    table = replace(shell, dialog="")
    assert (command_of(table, "k"), command_of(table, "p")) == ("propose", "")
    shell, requests = choosing("propose", "p", shell)
    assert requests == (m.KeepSetting("keys", ()),), "its own key again is no choice"


@pytest.mark.parametrize("key", ["h", "tab", "return", "7", "ctrl+q"])
def test_a_key_that_is_taken_is_refused_with_a_word(key: str) -> None:
    shell, requests = choosing("propose", key)
    assert (shell.keys, shell.choosing, requests) == ((), "", ())
    assert cap_of(key) in shell.notice


def test_a_key_that_was_given_up_is_free() -> None:
    shell, _ = choosing("propose", "k")
    shell, _ = choosing("hold", "p", shell)
    assert dict(shell.keys) == {"propose": "k", "hold": "p"}
    assert by_key(shell.keys)["p"].command == "hold"
    assert reply(shell, m.ResetKeys())[0].keys == ()


def test_escape_chooses_nothing_and_a_key_that_is_held_waits_for_another() -> None:
    assert choosing("propose", "escape")[0].choosing == ""
    assert choosing("propose", "shift+left shift")[0].choosing == "propose"


def test_a_dialog_that_is_closed_waits_for_no_key() -> None:
    waiting, _ = reply(replace(shells()[TABLE], dialog="keys"), m.ChooseKey("propose"))
    assert waiting.listening
    assert not reply(waiting, m.Back())[0].choosing
    fallen = replace(waiting, dialog="", screen="night")
    assert not fallen.listening
    assert reply(fallen, m.PressKey("k"))[0].keys == ()


def test_the_chosen_key_is_shown_on_the_table_in_the_help_and_in_sentences() -> None:
    chosen = replace(shells()[TABLE], keys=(("propose", "f7"), ("explain", "f8")))
    before = {name: shown(name, ()) for name in (TABLE, "help")}
    for name, caps in ((TABLE, ("F7",)), ("help", ("F7", "F8"))):
        after = shown(name, chosen.keys)
        assert all(each in after for each in caps)
        assert not any(each in before[name] for each in caps)
    assert any("press F8, or" in each for each in shown("help", chosen.keys))


def shown(name: str, keys: tuple[tuple[str, str], ...]) -> set[str]:
    """Every text of a screen with keys as they are chosen."""
    from sim.client.view.drawing.geometry import Geometry
    from sim.client.view.drawing.scene import Words
    from sim.client.view.show import show
    from tests.client.view.gallery import ruler

    geometry = Geometry(1280, 720)
    scene = show(replace(shells()[name], keys=keys), geometry, ruler(geometry.unit))
    lines = {each.name for each in scene.elements}
    return lines | {
        part.text for each in scene.elements if isinstance(each.drawing, Words) for part in each.drawing.fragments
    }


@given(st.lists(st.tuples(st.sampled_from([*BY_COMMAND, "nonsense"]), KEYS), max_size=6))
def test_whatever_was_kept_leaves_every_command_a_key_and_every_key_one_meaning(kept: list[tuple[str, str]]) -> None:
    chosen = usable(kept)
    found = by_key(chosen)
    assert {each.command for each in found.values()} == set(BY_COMMAND)
    assert not {"", "left shift", "ctrl+left ctrl"} & set(found), "these do nothing by themselves"
    assert len(found) == sum(1 if each.command in dict(chosen) else len(each.keys) for each in BINDINGS)
    assert all(found[key].command == binding.command for binding in BINDINGS if binding.fixed for key in binding.keys)


def test_what_the_game_came_with_is_shown_as_its_keys_are_called() -> None:
    wear(())
    for binding in BINDINGS:
        if binding.keys[0] != "ctrl+=":  # which is shown as what stands above it
            assert cap_of(binding.keys[0]) == binding.shown[0] == cap(binding.shown[0]), binding.command
    assert cap_of("ctrl++") == "Ctrl+Plus"


@pytest.mark.parametrize("language", languages())
def test_the_keys_can_be_chosen_at_every_size_of_text(language: str) -> None:
    for text in (100, 200):
        scene, _ = scene_of("dialog/keys", text=text, language=language)
        ids = {each.control.id for each in scene.controls() if each.control}
        assert ids >= {f"key/{each.command}" for each in BINDINGS if not each.fixed}


def test_keys_are_named_the_same_by_events_and_by_the_table(display: None) -> None:
    for binding in BINDINGS:
        for key in binding.keys:
            *held, name = ["+"] if key.endswith("++") else key.split("+")
            mod = sum({"ctrl": pygame.KMOD_CTRL, "shift": pygame.KMOD_SHIFT}[each] for each in held)
            event = pygame.event.Event(pygame.KEYDOWN, key=pygame.key.key_code(name), mod=mod, scancode=0)
            assert key_name(event) in (key, key.replace("enter", "return"), "+"), key

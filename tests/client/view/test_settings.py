"""Settings: chosen in play by keys and by mouse, at once in force, and remembered."""

import pygame

from sim.client.settings import Settings, read_settings
from sim.client.view.devices.keyboard import key_name
from sim.folders import settings_file
from sim.rules import actions as act
from tests.client.view.gallery import FLAGSHIP
from tests.client.view.hands import Hands

SHIFT, CTRL = pygame.KMOD_SHIFT, pygame.KMOD_CTRL


def test_the_text_grows_in_play(hands: Hands) -> None:
    hands.start()
    before = {each.control.id for each in hands.scene.controls() if each.control and each.role != "region"}
    hands.key("=", CTRL)
    hands.key("=", CTRL)
    assert hands.window.shell.text == 150
    found = {id_ for id_ in before if id_.startswith("brief/")}  # lines that a leaf tells in full
    for leaf in "1234":
        hands.key(leaf)
        found |= {each.control.id for each in hands.scene.controls() if each.control}
    assert found >= before, "all of it is on some leaf"


def test_the_size_of_text_is_remembered(hands: Hands) -> None:
    hands.key("=", CTRL)
    hands.until(lambda: settings_file().exists())
    assert read_settings() == (Settings(125), "")


def test_the_language_is_changed_in_play_and_remembered(hands: Hands) -> None:
    hands.start(FLAGSHIP)
    hands.key("f10")
    hands.click("language/ru")
    hands.until(lambda: read_settings() == (Settings(language="ru"), ""))
    said = "\n".join(each.name for each in hands.scene.elements)
    assert all(word in said for word in ("Настройки", "Пауза", "48 часов", "Госдепартамент")), "all speak it together"
    hands.key("esc")
    hands.key("p")
    assert any(each.name.startswith("План на сегодня: предложить") for each in hands.scene.elements)
    hands.key("f10")
    hands.click("language/ar")
    assert hands.scene.leftward
    hands.click("language/en")
    assert "Settings" in {each.name for each in hands.scene.elements}
    hands.until(lambda: read_settings() == (Settings(language="en"), ""))


def test_colours_sound_and_a_key_are_chosen_by_keys_and_by_mouse_and_remembered(hands: Hands) -> None:
    hands.start()
    usual = hands.window.surface.get_at((4, 4))
    hands.key("m")
    hands.key("f10")
    hands.click("contrast/on")
    assert hands.window.surface.get_at((4, 4)) != usual
    hands.click("volume/75")
    hands.tab_to("open/keys")
    hands.key("enter")
    hands.click("key/propose")
    hands.key("h")
    assert any("say nothing" in each.name for each in hands.scene.elements if each.role == "status"), "h is taken"
    hands.tab_to("key/propose")
    hands.key("enter")
    hands.key("k")
    hands.key("esc")
    hands.key("p")
    assert hands.window.shell.model is not None
    assert not hands.window.shell.model.plan
    hands.key("k")
    assert [each.kind for each in hands.window.shell.model.plan] == [act.PROPOSE]
    chosen = Settings(contrast=True, sound=True, volume=75, keys=(("propose", "k"),))
    hands.until(lambda: read_settings() == (chosen, ""))


def test_keys_count_by_their_place_where_another_alphabet_is_on(hands: Hands) -> None:
    hands.start()
    cyrillic = pygame.event.Event(pygame.KEYDOWN, key=ord("з"), mod=0, unicode="з", scancode=pygame.KSCAN_P)
    assert key_name(cyrillic) == "p"
    latin = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_p, mod=0, scancode=0)
    assert key_name(latin) == "p"


def test_the_analyst_setting_is_turned_on_in_play_remembered_and_tells(hands: Hands) -> None:
    hands.start()
    hands.key("esc")
    hands.click("options")
    hands.click("analyst/on")
    hands.until(lambda: read_settings() == (Settings(analyst=True), ""))
    hands.key("esc")
    hands.click("acted/0")
    assert hands.window.shell.dialog == "motives"
    assert any("asked for at least" in each.name for each in hands.scene.elements)
    hands.key("esc")
    hands.key("enter", SHIFT)
    hands.key("enter")
    hands.key("enter", SHIFT)
    assert any(each.name.startswith("Because: ") for each in hands.scene.elements)

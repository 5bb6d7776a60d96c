"""The table at a glance: where both sides stand, why a button is dashed, and its leaves where letters are large."""

from dataclasses import replace

import pytest

from sim.client.view import words as w
from sim.client.view.devices.keys import command_of, message_of
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.screens.leaves import TALL
from sim.client.view.shell.shell import reply
from sim.language.catalogue import languages
from tests.client.view.gallery import FLAGSHIP, scene_of, shells

TABLES = [name for name, shell in shells().items() if shell.screen == "table" and not shell.dialog and not shell.leaf]
ISSUE = 0  # the first: how long the guns are to be silent


def named(name: str, issue: int) -> list[str]:
    """What is said of the options of an issue, in their order."""
    controls = [e for e in scene_of(name)[0].controls() if e.control and e.control.id.startswith(f"option/{issue}/")]
    return [each.name for each in controls]


def test_the_opening_table_shows_what_was_refused_and_what_is_wished() -> None:
    options = named(f"{FLAGSHIP}/0/first/table", ISSUE)
    assert [each for each in options if w.MARKED["refused"] in each] == [each for each in options if "48 hours" in each]
    assert [each for each in options if w.MARKED["wished"] in each] == [each for each in options if "7 days" in each]


def test_an_offer_takes_the_place_of_what_was_refused_and_of_the_wish() -> None:
    answered = " ".join(named(f"{FLAGSHIP}/0/answer/table", ISSUE))
    assert w.MARKED["theirs"] in answered
    assert w.MARKED["standing"] in answered
    assert w.MARKED["refused"] not in answered
    assert w.MARKED["wished"] not in answered


@pytest.mark.parametrize("text", [100, 150])
def test_why_a_button_is_dashed_can_be_read_without_asking(text: int) -> None:
    told = 0
    for name in TABLES:
        scene, _ = scene_of(name, text=text)
        dashed = [
            e.control.why for e in scene.controls() if e.control and e.control.id.startswith("act/") and e.control.why
        ]
        read = " ".join(each.name for each in scene.elements if each.role == "text")
        model = shells()[name].model
        if model is not None and not model.plan:
            assert all(why in read for why in dashed), (name, dashed)
            told += len(dashed)
    assert told


@pytest.mark.parametrize("language", languages())
def test_large_letters_do_not_make_the_table_a_long_page(language: str) -> None:
    geometry = Geometry(1280, 720, 150)
    assert geometry.columns == 2
    assert geometry.height < TALL * geometry.unit
    for leaf in range(4):
        for name in (f"{FLAGSHIP}/0/first/table", f"{FLAGSHIP}/0/answer/table", "foreseen"):
            scene, _ = scene_of(name, text=150, language=language, leaf=leaf)
            assert "page" not in scene.regions, (name, leaf)
            assert scene.find("end"), "the end of the day is at hand on every leaf"
            assert all(scene.find(f"leaf/{i}") for i in range(4))


def test_digits_turn_the_leaves_and_a_new_day_begins_with_the_first() -> None:
    table = shells()[f"{FLAGSHIP}/0/days/table"]
    turned, _ = reply(table, message_of(table, command_of(table, "2")))
    assert turned.leaf == 1
    assert command_of(replace(table, dialog="menu"), "2") == ""
    assert command_of(replace(table, screen="cables"), "2") == ""
    night, _ = reply(replace(turned, screen="night"), message_of(turned, "back"))
    assert (night.screen, night.leaf) == ("table", 0)


def test_the_wire_says_once_how_many_found_no_room() -> None:
    scene, _ = scene_of(f"{FLAGSHIP}/0/running/table")
    told = [each for each in scene.elements if each.name.endswith(w.MORE.format(n="").strip())]
    assert told
    assert len({each.rect.y for each in told}) == len(told), "on the wire, and where it calls for a decision"

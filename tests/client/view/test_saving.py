"""Saves in the window: a copy is removed once it is sure, and days that are not on the disk are not lost unasked."""

from dataclasses import replace
from pathlib import Path

import pytest

from sim.client.saving.saves import SaveError, remove_slot, slots_folder
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.shell import messages as m
from sim.client.view.shell import save_messages as s
from sim.client.view.shell.shell import UNSAVED_LEAVE, UNSAVED_LOAD, UNSAVED_QUIT, Shell, reply
from sim.client.view.show import show
from sim.folders import saves_folder
from tests.client.view.gallery import FLAGSHIP, ruler, scene_of, shells

FULL = m.Saved(1.0, "the disk is full")


@pytest.fixture
def table() -> Shell:
    """A table on the fifth day."""
    return shells()[f"{FLAGSHIP}/0/days/table"]


def test_it_is_asked_before_the_window_closes_on_days_that_are_not_saved(table: Shell) -> None:
    assert reply(table, m.Quit())[1] == (m.ForWindow("quit"),), "nothing is at stake"
    unsaved, _ = reply(table, FULL)
    assert unsaved.model is not None
    asked, requests = reply(unsaved, m.Quit())
    assert (asked.dialog, requests) == (UNSAVED_QUIT, ())
    assert reply(asked, m.Quit())[1] == (m.ForWindow("quit"),), "the window can always be closed"
    asked, requests = reply(unsaved, m.LeaveGame())
    assert (asked.dialog, requests) == (UNSAVED_LEAVE, ())
    left, requests = reply(asked, m.LeaveGame())
    assert (left.screen, requests) == ("title", (m.CloseGame(), m.Restock()))


def test_it_is_asked_before_another_game_is_loaded_over_days_that_are_not_saved(table: Shell) -> None:
    quick = shells()["saves"].shelf.slots[0]._replace(path=Path("quick save.record"))
    table = replace(table, shelf=table.shelf._replace(slots=(quick,)))
    assert any(isinstance(each, m.OpenRecord) for each in reply(table, m.LoadQuick())[1]), "nothing is at stake"
    unsaved, _ = reply(table, FULL)
    asked, requests = reply(unsaved, m.LoadQuick())
    assert (asked.dialog, requests) == (UNSAVED_LOAD, ())
    geometry = Geometry(1280, 720)
    yes = show(asked, geometry, ruler(geometry.unit)).find("yes")
    assert yes is not None
    assert yes.control is not None
    loaded, requests = reply(asked, yes.control.message)
    assert loaded.waiting
    assert any(isinstance(each, m.OpenRecord) for each in requests)


def test_it_is_asked_behind_a_curtain_too() -> None:
    curtain, _ = reply(shells()["curtain"], FULL)
    assert curtain.model is None
    asked, requests = reply(curtain, m.Quit())
    assert (asked.dialog, requests) == (UNSAVED_QUIT, ())
    geometry = Geometry(1280, 720)
    assert show(asked, geometry, ruler(geometry.unit)).find("again")


def test_what_would_be_lost_is_told_from_the_first_day_on(table: Shell) -> None:
    first, _ = reply(table, FULL)
    assert first.saved is not None
    assert first.model is not None
    assert first.saved.since == first.model.looks[-2].values[0], "the day that was committed last"
    later, _ = reply(first, FULL)
    assert later.saved is not None
    assert later.saved.since == first.saved.since
    said = " ".join(each.name for each in scene_of("dialog/unsaved/quit")[0].elements)
    assert "Days 3 to 4 are not on the disk" in said
    assert "28" in said, "and why"


def test_another_attempt_that_succeeds_closes_the_question(table: Shell) -> None:
    unsaved, _ = reply(table, FULL)
    asked, _ = reply(unsaved, m.Quit())
    assert reply(asked, s.SaveAgain())[1] == (s.SaveAgain(),)
    saved, _ = reply(asked, m.Saved(2.0))
    assert (saved.dialog, saved.saved) == ("", m.Saved(2.0))
    assert saved.notice
    still, _ = reply(asked, FULL)
    assert still.dialog == UNSAVED_QUIT


def test_a_copy_is_removed_after_it_was_asked_once() -> None:
    saves = shells()["saves"]
    kept = saves.shelf.slots[0]
    asked, requests = reply(saves, s.AskRemove(kept))
    assert (asked.dialog, asked.removing, requests) == ("remove", kept, ())
    assert reply(replace(asked), m.Back())[0].dialog == ""
    gone, requests = reply(asked, s.RemoveCopy(kept))
    assert (gone.dialog, requests) == ("", (s.RemoveCopy(kept),))


def test_only_copies_with_a_name_can_be_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CESSATION_HOME", str(tmp_path))
    slot = slots_folder() / "spring.record"
    slot.parent.mkdir(parents=True)
    slot.write_text("x")
    slot.with_suffix(".review").write_text("x")
    remove_slot(slot)
    assert list(slots_folder().iterdir()) == []
    with pytest.raises(SaveError, match="spring"):
        remove_slot(slot)
    game = saves_folder() / "games" / "g.record"
    game.parent.mkdir(parents=True)
    game.write_text("x")
    with pytest.raises(SaveError):
        remove_slot(game)
    assert game.exists()

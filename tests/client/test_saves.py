"""Saves: nothing is lost where a disk fails, the latest games are kept, and what is only read stays as it is."""

from pathlib import Path

import pytest

from sim.client.game import Game
from sim.client.model import Model
from sim.client.saving import saves
from sim.client.saving.autosave import AGES, age_step, age_words, next_step
from sim.client.saving.saves import SaveError, copy_to_slot, games_folder, saved_games, slots
from sim.client.setting_up import new_game, reopen
from sim.client.text.commands import read_line
from sim.client.text.loop import Play, Terminal
from sim.client.update import EndTurn
from sim.client.wishes import Wishes
from sim.record.record import read_record
from sim.session.replay import replay
from tests.client.play import Script, book, send

TINY = "tiny"


def new() -> tuple[Game, Model]:
    return new_game(book(TINY), 0, "linear", 5)


def finished() -> Game:
    game, model = new()
    while not model.over:
        model = send(game, model, EndTurn(1))
    return game


def fail(*_: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("torn", [False, True])
def test_a_full_disk_is_told_at_once_and_loses_nothing(monkeypatch: pytest.MonkeyPatch, *, torn: bool) -> None:
    game, model = new()
    path = game.autosave.path
    assert path is not None
    kept = game.autosave.kept_at
    with monkeypatch.context() as full:
        full.setattr("sim.record.record.RecordFile.write", fail)
        full.setattr("sim.client.saving.autosave.write_whole", fail)
        model = send(game, model, EndTurn(1))
        assert model.day == 2
        assert "No space left" in game.autosave.trouble
        assert game.autosave.kept_at == kept
    if torn:
        with path.open("a", encoding="utf-8") as file:
            file.write("1.1 hill pro")
    while not model.over:
        model = send(game, model, EndTurn(1))
    assert game.autosave.trouble == ""
    assert list(read_record(path).lines) == game.autosave.lines[1:]
    assert replay(book(TINY).tables, read_record(path)) is None


@pytest.mark.parametrize(("answer", "left"), [("no", False), ("yes", True)])
@pytest.mark.parametrize("command", ["quick load", "load before", "quit"])
def test_it_is_asked_before_days_are_lost_that_are_not_on_the_disk(
    monkeypatch: pytest.MonkeyPatch, command: str, answer: str, *, left: bool
) -> None:
    game, model = new()
    for name in ("before", saves.QUICK):
        copy_to_slot(game.autosave.lines, name)
    said: list[str] = []
    play = Play(Terminal(lambda _: answer, said.append, 80), model.book, game, model)
    with monkeypatch.context() as full:
        full.setattr("sim.record.record.RecordFile.write", fail)
        full.setattr("sim.client.saving.autosave.write_whole", fail)
        play.model = send(game, model, EndTurn(1))
        goes_on = play._take(read_line(play.model, command, 80))
    assert (not goes_on or play.game is not game) == left
    assert "not on the disk" in " ".join(said)


def test_a_folder_that_cannot_be_written_is_told_at_once_and_used_once_it_can(own_home: Path) -> None:
    games_folder().parent.mkdir(parents=True)
    games_folder().write_text("in the way", "utf-8")
    game, model = new()
    assert game.autosave.trouble
    model = send(game, model, EndTurn(1))
    assert game.autosave.trouble
    games_folder().unlink()
    send(game, model, EndTurn(1))
    assert game.autosave.trouble == ""
    (kept,) = saved_games()
    assert list(kept.record.lines) == game.autosave.lines[1:]


def test_who_leaves_while_a_disk_is_full_is_saved_if_there_is_room_by_then(monkeypatch: pytest.MonkeyPatch) -> None:
    game, model = new()
    with monkeypatch.context() as full:
        full.setattr("sim.record.record.RecordFile.write", fail)
        full.setattr("sim.client.saving.autosave.write_whole", fail)
        send(game, model, EndTurn(1))
        game.autosave.close()
        assert game.autosave.trouble
    game.autosave.close()
    (kept,) = saved_games()
    assert list(kept.record.lines) == game.autosave.lines[1:]


def test_a_copy_that_cannot_be_written_leaves_the_older_one_and_the_game(monkeypatch: pytest.MonkeyPatch) -> None:
    game, model = new()
    path = copy_to_slot(game.autosave.lines, "mine")
    before = path.read_bytes()
    send(game, model, EndTurn(1))
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(SaveError, match="No space left"):
        copy_to_slot(game.autosave.lines, "mine")
    assert path.read_bytes() == before
    assert [each.path for each in slots()] == [path]
    assert not list(path.parent.glob("*.new"))


def test_a_copy_is_whole_where_the_autosave_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    game, model = new()
    with monkeypatch.context() as full:
        full.setattr("sim.record.record.RecordFile.write", fail)
        full.setattr("sim.client.saving.autosave.write_whole", fail)
        send(game, model, EndTurn(1))
        assert list(read_record(copy_to_slot(game.autosave.lines, "mine")).lines) == game.autosave.lines[1:]


def test_the_latest_games_are_kept_finished_ones_give_way_first_and_copies_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(saves, "KEPT", 3)
    left, _ = new()
    over, later = finished(), finished()
    copy_to_slot(over.autosave.lines, "mine")
    assert over.autosave.path is not None
    over.autosave.path.with_suffix(".review").write_text("kept beside it", "utf-8")
    newest, _ = new()
    assert {each.path for each in saved_games()} == {left.autosave.path, later.autosave.path, newest.autosave.path}
    assert not over.autosave.path.with_suffix(".review").exists()
    new()
    new()
    assert left.autosave.path not in {each.path for each in saved_games()}, "of those left the oldest"
    assert len(list(saved_games())) == 3
    assert len(slots()) == 1


def test_a_game_that_is_over_is_opened_without_writing_anything(own_home: Path) -> None:
    game = finished()
    slot = copy_to_slot(game.autosave.lines, "over")
    slot.write_bytes(slot.read_bytes() + b"torn")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in own_home.rglob("*.record")}
    _, again, model, _ = reopen(slot, None, copied=True)
    assert model.over
    assert again.autosave.lines == game.autosave.lines
    assert "SCORES" in Script([]).run(Wishes(load="over")).text
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in own_home.rglob("*.record")} == before


def test_the_quick_save_and_the_way_back_in_the_terminal() -> None:
    script = Script(["quick", "end", "saves", "quick load", "quit"]).run(Wishes(TINY, "hill", "linear", 5))
    assert "saved just now" in script.text
    assert "quick save: day 1" in script.text
    assert script.play is not None
    assert script.play.model.day == 1


def test_how_long_ago_is_told_in_coarse_steps_that_come_in_time() -> None:
    said = [age_words(age) for age in AGES]
    assert said[:5] == ["saved just now", "saved 20 s ago", "saved 40 s ago", "saved 1 min ago", "saved 2 min ago"]
    assert age_step(-5.0) == 0, "a clock that was set back"
    for seconds in (0.0, 19.0, 20.0, 59.5, 3599.0):
        assert age_step(seconds + next_step(seconds)) > age_step(seconds)
        assert age_step(seconds + next_step(seconds) - 0.01) == age_step(seconds)
    assert next_step(1e6) == float("inf")

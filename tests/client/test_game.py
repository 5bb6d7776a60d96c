"""Games are saved as they are played, and go on where they were left."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.ai.agent import Decision, Luck, Observation
from sim.ai.registry import UnknownAgent
from sim.client.game import Game
from sim.client.model import Model, first_model
from sim.client.saving.saves import (
    SaveError,
    copy_to_slot,
    find_save,
    games_folder,
    new_path,
    newest_unfinished,
    saved_games,
    slots,
)
from sim.client.setting_up import SetupError, new_course, new_game, reopen, seat_number
from sim.client.text.turn import turn_screen
from sim.client.update import EndTurn, PlanAction
from sim.errors import MissingFile
from sim.record.notation import END, Action
from sim.record.record import RecordError, read_record
from sim.rules import actions as act
from sim.session.replay import replay
from tests.client.play import WIDTH, book, header, send


def new(seat: int = 0, scenario: str = "tiny", rng_seed: int = 1, agent: str = "linear") -> tuple[Game, Model]:
    """A saved game."""
    return new_game(book(scenario), seat, agent, rng_seed)


class Diarist:
    """An agent that remembers every look, and says how many there were."""

    def __init__(self) -> None:
        self.diary: list[tuple[float, ...]] = []

    def decide(self, seen: Observation, legal: Sequence[int], luck: Luck) -> Decision:
        """Its turn ends."""
        self.diary.append(seen.values)
        return Decision(END, {"looks": float(len(self.diary))})


class Archivist(Diarist):
    """One that can be reminded."""

    def recall(self, seen: Observation, action: Action, luck: Luck) -> None:
        """A look of an earlier sitting."""
        assert action == END
        self.diary.append(seen.values)


def path_of(game: Game) -> Path:
    """Its record."""
    assert game.autosave.path is not None
    return game.autosave.path


@given(rng_seed=st.integers(0, 30), seat=st.integers(0, 1), days=st.integers(1, 12))
def test_a_game_goes_on_as_if_it_had_not_been_left(rng_seed: int, seat: int, days: int) -> None:
    left, model = new(seat, "aleppo-2016", rng_seed, "historical")
    whole, other = new(seat, "aleppo-2016", rng_seed, "historical")
    for day in range(days):
        propose = PlanAction(Action(act.PROPOSE, day, act.PRIVATE))
        model = send(left, model, propose, EndTurn(1))
        other = send(whole, other, propose, EndTurn(1))
    left.autosave.close()
    _, resumed, again, dropped = reopen(path_of(left), None, copied=False)
    assert dropped == 0
    assert again.looks == other.looks
    assert turn_screen(again, WIDTH, full=True) == turn_screen(other, WIDTH, full=True)
    for _ in range(3):
        if not other.over:
            other, again = send(whole, other, EndTurn(1)), send(resumed, again, EndTurn(1))
    assert again.looks == other.looks
    assert resumed.session.last_hash == whole.session.last_hash
    assert read_record(path_of(resumed)).lines == read_record(path_of(whole)).lines


@pytest.mark.parametrize("kind", [Diarist, Archivist])
def test_an_agent_knows_what_it_saw_before_the_game_was_left(
    monkeypatch: pytest.MonkeyPatch, kind: type[Diarist]
) -> None:
    made: list[Diarist] = []

    def seat_agents(*_: object) -> list[Diarist | None]:
        made.append(kind())
        return [None, made[-1]]

    monkeypatch.setattr(Game, "seat_agents", staticmethod(seat_agents))
    left, model = new(0, "aleppo-2016")
    for _ in range(4):
        model = send(left, model, EndTurn(1))
    left.autosave.close()
    _, resumed, again, _ = reopen(path_of(left), None, copied=False)
    assert made[1].diary == made[0].diary
    again = send(resumed, again, EndTurn(1))
    send(resumed, again, EndTurn(1))
    assert len(made[1].diary) > len(made[0].diary)


def test_a_whole_game_replays_from_its_autosave() -> None:
    game, model = new(1)
    while not model.over:
        model = send(game, model, EndTurn(1))
    record = read_record(path_of(game))
    assert record.finished
    assert replay(book("tiny").tables, record) is None


@pytest.mark.parametrize("cut", range(1, 40, 3))
def test_a_torn_tail_is_dropped_and_play_goes_on(cut: int) -> None:
    game, model = new()
    model = send(game, model, EndTurn(1))
    game.autosave.close()
    path = path_of(game)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) - cut])
    _, resumed, again, dropped = reopen(path, None, copied=False)
    assert dropped > 0
    while not again.over:
        again = send(resumed, again, EndTurn(1))
    assert replay(book("tiny").tables, read_record(path)) is None


def test_no_game_writes_to_the_record_of_another() -> None:
    paths = [path_of(new()[0]) for _ in range(5)]
    assert len(set(paths)) == 5
    assert all(path.read_text("utf-8").startswith("cessation-record") for path in paths)
    assert new_path("tiny") not in paths


def test_the_newest_unfinished_game_is_found() -> None:
    assert newest_unfinished() is None
    first, model = new()
    second, _ = new(1)
    (games_folder() / "junk.record").write_text("no record", "utf-8")
    while not model.over:
        model = send(first, model, EndTurn(1))
    found = newest_unfinished()
    assert found is not None
    assert found.path == path_of(second)
    assert (found.seat, found.day) == ("shore", 1)
    assert newest_unfinished("aleppo-2016") is None
    assert len(list(saved_games())) == 2


def test_a_slot_is_a_copy_and_is_played_on_as_another() -> None:
    game, model = new()
    model = send(game, model, EndTurn(1))
    slot = copy_to_slot(game.autosave.lines, "before the storm")
    kept = slot.read_bytes()
    _, branch, again, _ = reopen(find_save("before the storm"), None, copied=True)
    assert again.looks == model.looks
    send(branch, again, EndTurn(1))
    assert slot.read_bytes() == kept
    assert path_of(branch) not in (slot, path_of(game))
    assert [each.path for each in slots()] == [slot]


@pytest.mark.parametrize("name", ["", "../x", "a/b", "x" * 41, ".hidden", "a\0b"])
def test_a_slot_needs_a_plain_name(name: str) -> None:
    game, _ = new()
    with pytest.raises(SaveError):
        copy_to_slot(game.autosave.lines, name)


def test_what_cannot_be_loaded_says_why(own_home: Path) -> None:
    with pytest.raises(MissingFile, match="no save"):
        find_save("nothing")
    game, _ = new()
    data = path_of(game).read_text("utf-8").replace("human", "linear")
    both = own_home / "both.record"
    both.write_text(data, "utf-8")
    with pytest.raises(SaveError, match="nobody"):
        reopen(both, None, copied=True)
    other = own_home / "other.record"
    digest = book("tiny").tables.digest
    other.write_text(path_of(game).read_text("utf-8").replace(digest, "0" * 64), "utf-8")
    before = len(list(games_folder().iterdir()))
    with pytest.raises(RecordError, match="another version"):
        reopen(other, None, copied=True)
    assert len(list(games_folder().iterdir())) == before


def test_a_game_without_a_place_to_save_is_played_all_the_same() -> None:
    game, looks = Game.new(book("tiny").tables, header(book("tiny"), 0), None)
    model = first_model(book("tiny"), 0, "linear", looks)
    while not model.over:
        model = send(game, model, EndTurn(1))
    assert model.debrief is not None
    assert game.explain(1) is not None


def test_seats_and_agents_are_named() -> None:
    assert seat_number(book("tiny"), "SHORE") == 1
    assert seat_number(book("aleppo-2016"), "Moscow") == 1
    with pytest.raises(SetupError, match="hill, shore"):
        seat_number(book("tiny"), "valley")
    with pytest.raises(SetupError, match="The Crossing has no lessons"):
        new_course(book("tiny"))


@pytest.mark.parametrize("agent", ["search-3", "historical", "tit-for-tat"])
def test_a_person_can_play_against_every_kind_of_agent(agent: str) -> None:
    game, model = new_game(book("tiny"), 0, agent)
    game.close()
    assert model.rival == agent


def test_a_searcher_without_a_budget_is_nobody() -> None:
    with pytest.raises(UnknownAgent, match="no agent `search-0`"):
        new_game(book("tiny"), 0, "search-0")

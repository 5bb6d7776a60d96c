"""A game looked at again: with fog no more than the seat was shown, without it what was so, and no secret before."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from sim.cli.replay import replay as replay_command
from sim.client.game import Game
from sim.client.model import Model
from sim.client.replaying.replay import Replay, read_replay
from sim.client.replaying.replay_mark import ReplayMark
from sim.client.replaying.replay_page import deeds, hidden_rows, offers, replay_page, type_rows
from sim.client.replaying.replay_words import TYPE_UNKNOWN
from sim.client.saving.saves import SaveError, games_folder, saved_games
from sim.client.telling.meters import headline_names, shown_meter
from sim.client.text.layout import page_lines
from sim.client.update import EndTurn
from sim.client.wishes import Wishes
from sim.rules import layout as at
from tests.client.play import Script, book, plain_policy, send, shared, started
from tests.client.view.gallery import FLAGSHIP, analysed, replay_of


@lru_cache
def played(days: int = 99) -> tuple[Game, Model]:
    """A game in which the person says nothing, up to a day or to its end."""
    game, model = started("tiny", 0, "linear", 5)
    while not model.over and model.day < days:
        model = send(game, model, EndTurn(1))
    return game, model


def flagship() -> Replay:
    """A long game between a person and a doctrine, which notes its reasons."""
    return replay_of(FLAGSHIP, 0)


def test_with_fog_each_day_shows_what_the_seat_was_shown_then() -> None:
    told = analysed(FLAGSHIP, 0)["over"].looks
    replay = flagship()
    for i, look in enumerate(told[:-1]):
        seen = replay.model(replay.held(ReplayMark(int(look.values[at.DAY]), 0)))
        assert [each.values for each in seen.looks] == [each.values for each in told[: i + 1]]
        assert [each.events for each in seen.looks] == [each.events for each in told[: i + 1]]
    assert replay.model(ReplayMark(replay.end, 0)).over


@pytest.mark.parametrize("seat", [0, 1])
def test_without_fog_each_day_shows_the_true_state_all_events_and_exact_figures(seat: int) -> None:
    replay = flagship()
    assert replay.past is not None
    for day in replay.turns(seat):
        model = replay.model(ReplayMark(day, seat, fog=False))
        ply = next(each for each in replay.past.plies if each.seat == seat and each.day == day)
        assert model.values == ply.state
        assert not any("±" in shown_meter(model, name).value for name in headline_names(model))
    told = replay.model(ReplayMark(replay.end, seat, fog=False)).looks
    assert [event for look in told for event in look.events] == list(replay.past.events)
    assert all(set(seen.events) <= set(true.events) for seen, true in zip(replay.looks[seat], told, strict=True))
    foggy = replay.model(ReplayMark(replay.last, seat))
    assert any("±" in shown_meter(foggy, name).value for name in headline_names(foggy))


def test_hidden_acts_reasons_types_and_figures_are_told_without_fog_alone() -> None:
    replay = flagship()
    days = range(1, replay.last + 1)
    open_, foggy = ([each for day in days for each in deeds(replay, ReplayMark(day, 0, fog))] for fog in (False, True))
    assert any(each.why for each in open_)
    assert not any(each.why or each.unseen for each in foggy)
    seen, true = replay.model(ReplayMark(5, 0)), replay.model(ReplayMark(5, 0, fog=False))
    assert [row.note for row in type_rows(seen, fog=True)][1] == TYPE_UNKNOWN
    assert TYPE_UNKNOWN not in [row.note for row in type_rows(true, fog=False)]
    assert list(hidden_rows(replay, ReplayMark(5, 0, fog=False)))
    assert not list(hidden_rows(replay, ReplayMark(5, 0)))


def test_who_did_not_know_is_said_without_fog_and_with_it_nothing_is_said_of_it() -> None:
    replay = read_replay(book("tiny"), played()[0].record)
    for seat, name in enumerate(("The hill", "The shore")):
        told = [each for day in range(1, 4) for each in deeds(replay, ReplayMark(day, 1 - seat, fog=False))]
        seen = [each.text for day in range(1, 4) for each in deeds(replay, ReplayMark(day, seat))]
        unseen = [each.text for each in told if name in each.unseen]
        assert not set(unseen) & set(seen)
        assert len(seen) + len(unseen) == len(told)
    assert unseen


def test_the_table_shows_what_is_offered_and_what_is_in_force() -> None:
    replay = flagship()
    heads = {each.seat for day in range(1, replay.last) for each in offers(replay.model(ReplayMark(day, 0)))}
    assert heads == {-1, 1}, "the person made no offer"


def test_a_game_that_goes_on_holds_nothing_but_what_its_person_was_told() -> None:
    game, model = played(2)
    replay = read_replay(book("tiny"), game.record)
    assert list(replay.looks) == [0]
    assert replay.past is None
    assert replay.looks[0] == model.looks
    assert all(event.audience & 1 for look in replay.looks[0] for _, event in look.events)
    assert replay.held(ReplayMark(1, 1, fog=False)) == ReplayMark(1, 0, fog=True)
    assert replay.end == 2, "no end before there is one"
    text = "\n".join(page_lines(replay_page(replay, ReplayMark(1, 1, fog=False)._replace(seat=0, fog=True)), 96))
    assert "HIDDEN" not in text
    assert "Because" not in text


def test_what_two_persons_know_stays_behind_the_curtain_until_their_game_is_over() -> None:
    game, _ = shared("tiny", 5)
    with pytest.raises(SaveError, match="curtain"):
        read_replay(book("tiny"), game.record)


def test_nobody_watches_agents_before_they_are_done() -> None:
    record = played(2)[0].record
    (first, _), second = record.header.agents
    agents = replace(record, header=replace(record.header, agents=((first, "linear"), second)))
    with pytest.raises(SaveError, match="no person"):
        read_replay(book("tiny"), agents)


def test_a_replay_holds_to_the_days_there_are_and_stops_at_the_end() -> None:
    replay = flagship()
    assert replay.held(ReplayMark(-3)).day == 1
    assert replay.held(ReplayMark(999, running=True)) == ReplayMark(replay.last + 1, running=False)
    (ended, *_) = deeds(replay, ReplayMark(replay.end, 0))
    assert ended.kind == "ended"


# -------------------------------------------------------------------------------------------------------- the terminal
def test_in_the_terminal_one_steps_turns_the_fog_off_changes_seats_and_plays_on(own_home: Path) -> None:
    script = Script(policy=plain_policy).run(Wishes("tiny", "hill", "linear", 3))
    assert len(list(saved_games())) == 1
    again = Script(["replay 2", "fog", "eyes", "back", "7", "fork", "quit"])
    again.run(Wishes(load=str(next(saved_games()).path)))
    assert script.play is not None
    for said in ("REPLAY: DAY 2 OF", "as it was", "HIDDEN FROM THE SHORE", "REPLAY: DAY 1 OF", "There is no day 7",
                 "A new game from day 1"):  # fmt: skip
        assert said in again.text, said
    assert len(list(saved_games())) == 2
    newest = next(saved_games())
    assert newest.header.fork
    assert not newest.record.finished


def test_in_play_the_days_so_far_are_shown_with_fog(own_home: Path) -> None:
    script = Script(["end", "replay", "fog", "eyes", "quit", "quit"]).run(Wishes("tiny", "hill", "linear", 3))
    assert "as The hill saw it" in script.text
    assert "the fog stays" in script.text
    assert "nobody else" in script.text
    assert "as it was" not in script.text


def test_the_command_looks_at_a_record_again(own_home: Path) -> None:
    Script(policy=plain_policy).run(Wishes("tiny", "hill", "linear", 3))
    (path,) = games_folder().glob("*.record")
    before = path.read_bytes()
    done = CliRunner().invoke(
        replay_command, [str(path), "--text", "--seat", "shore", "--day", "2"], input="fog\nquit\n"
    )
    assert done.exit_code == 0, done.output
    assert "as The shore saw it" in done.output
    assert "HIDDEN FROM THE SHORE" in done.output
    assert path.read_bytes() == before

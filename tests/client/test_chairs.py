"""Two persons at one screen: each sees what it would see alone, a curtain between them, and one record for both."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.client import chairs_words as c
from sim.client.chairs import Chairs, told
from sim.client.game import Game
from sim.client.model import Model, first_model
from sim.client.naming import option_name
from sim.client.saving.saves import HUMAN, copy_to_slot, newest_unfinished, slots
from sim.client.setting_up import new_game, reopen
from sim.client.text.sharing import curtain_lines
from sim.client.text.turn import turn_screen
from sim.client.update import Commit, EndTurn, Message, Observed, PlanAction, Undo, update
from sim.client.watch import Watch, relive
from sim.client.wishes import Wishes
from sim.errors import CessationError
from sim.record.notation import Action
from sim.record.record import read_record
from sim.rules import actions as act
from sim.session.replay import replay
from tests.client.play import WIDTH, Script, book, shared
from tests.client.test_secrets import everything


def play(game: Game, chairs: Chairs, *messages: Message) -> Chairs:
    """Messages of whoever's turn it is, and all that follows from them until somebody is asked."""
    for message in messages:
        model, request = update(chairs.model, message)
        chairs = chairs.having(model)
        while isinstance(request, Commit):
            look = game.commit(request.actions, request.beliefs)
            for seat, last in game.parting():
                chairs, _ = told(chairs, Observed(last, seat))
            chairs, request = told(chairs, Observed(look, game.seat))
    return chairs


def begun(name: str, rng_seed: int = 1) -> tuple[Game, Chairs]:
    """A game of two persons, not saved."""
    game, model = shared(name, rng_seed)
    return game, Chairs(model.seat, {model.seat: model})


@given(rng_seed=st.integers(0, 20), plies=st.lists(st.integers(0, 9), min_size=1, max_size=14))
def test_each_sees_at_a_shared_screen_what_the_record_shows_its_seat(rng_seed: int, plies: list[int]) -> None:
    """So nothing of the other person can be in it: what is drawn follows from the seat's own observations."""
    game, chairs = begun("tiny", rng_seed)
    for ply in plies:
        if chairs.model.over:
            break
        lever = PlanAction(Action(act.PULL, ply % len(chairs.model.names.levers)))
        chairs = play(game, chairs, PlanAction(Action(act.PROPOSE, ply % 4, ply % 2)), lever, EndTurn(1 + ply % 3))
    for seat, model in chairs.models.items():
        alone = Watch(seat)
        relive(model.tables, game.record, alone)
        assert model.looks == tuple(alone.looks)
        again = first_model(model.book, seat, HUMAN, tuple(alone.looks))
        own = {name: getattr(model, name) for name in ("draft", "face", "plan", "since")}
        plain = Model(**{**vars(again), **own})
        assert everything(model, pages=False) == everything(plain, pages=False)


def test_the_curtain_is_the_same_whatever_either_side_knows() -> None:
    of = book("aleppo-2016")
    lines = curtain_lines(of, 1, WIDTH)
    game, chairs = begun("aleppo-2016")
    secrets = [of.word("types", kind) for kinds in of.tables.names.types.values() for kind in kinds]
    secrets += [option_name(of, issue, option) for issue in range(3) for option in range(2)]
    assert not [secret for secret in secrets if any(secret in line for line in lines)]
    assert "Moscow" in " ".join(lines)
    assert game.session.day == chairs.model.day == 1


def test_turns_alternate_and_whoever_closes_a_day_may_open_the_next() -> None:
    game, chairs = begun("tiny")
    seats = [chairs.seat]
    while not chairs.model.over:
        chairs = play(game, chairs, EndTurn(1))
        seats.append(chairs.seat)
    assert seats[:6] == [1, 0, 0, 1, 1, 0]
    assert {model.over for model in chairs.models.values()} == {True}


def test_days_pass_until_either_is_called() -> None:
    game, chairs = begun("tiny", 3)
    first = chairs.seat
    chairs = play(game, chairs, EndTurn(3))
    assert chairs.seat != first, "the other one has not let anything pass"
    chairs = play(game, chairs, PlanAction(Action(act.PROPOSE, 0)), EndTurn(3))
    assert (chairs.seat, chairs.model.day) != (first, 1)
    assert chairs.model.calls


def test_days_on_which_nobody_is_called_pass_for_both() -> None:
    game, chairs = begun("aleppo-2016", 3)
    chairs = play(game, chairs, EndTurn(7), EndTurn(7))
    assert chairs.model.day > 2 or chairs.model.calls
    assert all(model.passing == 0 or seat != chairs.seat for seat, model in chairs.models.items())


def test_undo_never_crosses_a_turn_that_is_committed() -> None:
    game, chairs = begun("tiny")
    offer = PlanAction(Action(act.PROPOSE, 0, act.PRIVATE))
    chairs = play(game, chairs, offer, EndTurn(1), Undo(), EndTurn(1), EndTurn(1))
    assert chairs.model.plan == ()
    assert sum(text.startswith("propose") for _, _, text in game.record.actions) == 1
    assert play(game, chairs, Undo()).model.notices


def test_a_game_of_two_is_saved_copied_and_continued(own_home: Path) -> None:
    game, model = new_game(book("tiny"), 0, HUMAN, 5)
    chairs = play(game, Chairs(model.seat, {model.seat: model}), PlanAction(Action(act.PROPOSE, 1)), EndTurn(1))
    game.autosave.close()
    left = newest_unfinished()
    assert left is not None
    assert left.shared
    copy_to_slot(game.autosave.lines, "two of us")
    for path, copied in ((slots()[0].path, True), (left.path, False)):
        _, again, found, _ = reopen(path, None, copied=copied)
        assert (found.seat, found.looks) == (chairs.seat, chairs.model.looks)
        assert again.models(book("tiny"))[1 - found.seat].looks == chairs.models[1 - found.seat].looks
        seated = Chairs(found.seat, again.models(book("tiny")))
        while not seated.model.over:
            seated = play(again, seated, EndTurn(1))
        assert again.autosave.path is not None
        assert replay(book("tiny").tables, read_record(again.autosave.path)) is None


def test_the_debrief_has_both_seats() -> None:
    game, chairs = begun("tiny", 2)
    while not chairs.model.over:
        chairs = play(game, chairs, EndTurn(1))
    debrief = game.debrief(book("tiny"))
    assert len(debrief.scores) == len(debrief.understood) == 2


# ------------------------------------------------------------------------------------------------------------- as text
def hot_seat(*lines: str) -> Script:
    """A game of two persons by script."""
    return Script(lines).run(Wishes("tiny", rng_seed=3, hot_seat=True))


def test_a_curtain_falls_before_each_persons_turn_and_each_is_briefed_once() -> None:
    text = hot_seat("", "propose d1", "end", "", "end", "end", "", "quit").text
    turns = text.split(c.NOBODY_ELSE)[1:]
    assert [("You speak for the shore" in turn, "You speak for the hill" in turn) for turn in turns] == [
        (True, False), (False, True), (False, False)
    ]  # fmt: skip
    assert "spoken for by the other person" in text
    own = hot_seat("", "quit").play
    assert own is not None
    kind = own.model.names.types["shore"][1]
    assert book("tiny").word("types", kind) + "." not in turns[1].split("AT THE OTHER SEAT")[0]


def test_nobody_at_the_chair_leaves_the_game() -> None:
    script = hot_seat("", "end")
    assert script.play is not None
    assert script.play.model.seat == 0
    assert "Your game is kept" in script.text
    again = Script(["", "quit"]).run(Wishes(go_on=True))
    assert again.play is not None
    assert again.play.chairs is not None
    assert again.play.model.looks == script.play.model.looks


def test_the_debrief_can_be_seen_from_either_seat() -> None:
    lines = ["", "pass 3", "", "pass 3", *["", "end"] * 6, "other", "quit"]
    script = hot_seat(*lines)
    assert script.play is not None
    assert script.play.model.over
    assert script.text.count("1. HOW IT ENDED") == 2
    assert c.SEE_OTHER in script.text


def test_only_a_game_of_two_has_another_side() -> None:
    game, model = new_game(book("tiny"), 0, "hold", 1)
    assert game.parting() == ()
    assert model.rival == "hold"
    script = Script(["pass", "pass", "pass", "other", "quit"]).run(Wishes("tiny", "hill", "hold", 1))
    assert c.NOT_SHARED in script.text


def test_whoever_has_the_curtain_before_them_sees_their_own_turn_next() -> None:
    script = hot_seat("", "draft d2", "end", "", "quit")
    assert script.play is not None
    shown = script.text.split(c.NOBODY_ELSE)[2]
    assert "\n".join(turn_screen(script.play.model, WIDTH)) in shown


def test_two_persons_are_no_agents() -> None:
    with pytest.raises(CessationError):
        new_game(book("tiny"), 0, "person")

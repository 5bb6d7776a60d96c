"""Advisers in a process of their own: the same advice as here, no waiting for it, and silence if the process dies."""

import sys
import time
from typing import Any

import pytest

from sim.ai.kernel import can_compile
from sim.client.saving.saves import saved_games
from sim.client.update import Advised, Commit, EndTurn, Observed, PlanAction, update
from sim.client.view import words as w
from sim.client.view.elsewhere.thinking import DistantGame
from sim.client.view.running import Runner
from sim.client.view.shell import messages as m
from sim.client.view.shell.shell import reply
from tests.client.play import book, header
from tests.client.test_advising import OFFER, advised_book, begun, brief, heard
from tests.client.view.gallery import FLAGSHIP, shells

pytestmark = pytest.mark.xdist_group("searching")
__all__ = ["brief"]  # the fixture: fewer simulations, on the plain kernel

PLAIN = """
import sys
import sim.ai.adviser, sim.ai.kernel
sim.ai.adviser.BUDGET = sim.ai.adviser.WORLDS = 30
sim.ai.kernel.can_compile = lambda: False
from sim.client.view.elsewhere.counselling import counsel
counsel(sys.stdin, sys.stdout)
"""
COMMAND = "sim.client.view.elsewhere.counselling.COMMAND"
needs_extra = pytest.mark.skipif(not can_compile(), reason="needs the extra `fast`")


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Advisers in a process of their own, on the plain kernel."""
    monkeypatch.setattr(COMMAND, (sys.executable, "-c", PLAIN))


def answer_of(runner: Runner, kind: type) -> Any:
    """The next answer of a kind."""
    return answers_of(runner, kind, 1)[0]


def answers_of(runner: Runner, kind: type, n: int) -> list[Any]:
    """The next answers of a kind; several may come at once."""
    found: list[Any] = []
    for _ in range(6000):  # as long as a busy machine may take
        found += [message for message in runner.messages() if isinstance(message, kind)]
        if len(found) >= n:
            return found
        time.sleep(0.05)
    raise AssertionError(f"no {kind.__name__} came")


@needs_extra
@pytest.mark.usefixtures("elsewhere")
def test_they_say_there_what_they_would_say_here() -> None:
    of = advised_book()
    game, _ = DistantGame.new(of.tables, header(of, 0), None)
    assert isinstance(game, DistantGame)
    near, model = begun()
    try:
        for _ in range(2):
            assert game.counsel.advise(game.consultation()) == heard(near, model).advice
            assert near.commit((OFFER,)) == game.commit((OFFER,))
        assert near.record.lines == game.record.lines
        assert any("bakers.accepts" in line for line in game.record.lines)
    finally:
        game.close()


@needs_extra
@pytest.mark.usefixtures("elsewhere")
def test_the_window_asks_them_goes_on_meanwhile_and_notes_what_they_forecast() -> None:
    runner = Runner()
    runner.send(m.StartGame(advised_book(), 0, "linear", 3))
    model = answer_of(runner, m.Opened).model
    runner.send(m.Consult())
    advised = answer_of(runner, Advised)
    model, _ = update(model, advised)
    assert [each.adviser for each in model.advice] == ["bakers", "elders"]
    model, _ = update(model, PlanAction(OFFER))
    _, request = update(model, EndTurn(1))
    assert isinstance(request, Commit)
    runner.send(m.Carry(request))
    model, _ = update(model, answer_of(runner, Observed))
    assert model.advice == (), "it was of another turn"
    runner.close()
    (kept,) = saved_games()
    assert any("bakers.accepts" in line for line in kept.record.lines)


@needs_extra
def test_if_their_process_dies_they_are_silent_and_the_game_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(COMMAND, (sys.executable, "-c", ""))
    runner = Runner()
    runner.send(m.StartGame(advised_book(), 0, "linear", 3))
    answer_of(runner, m.Opened)
    runner.send(m.Consult())
    assert answer_of(runner, Advised).silence == w.ADVISERS_GONE
    runner.send(m.Carry(Commit((OFFER,))))
    assert not answer_of(runner, Observed).look.unfit
    runner.close()


def test_who_has_none_is_told_so_and_nobody_is_asked() -> None:
    runner = Runner()
    runner.send(m.StartGame(book("tiny"), 0, "linear", 3))
    answer_of(runner, m.Opened)
    runner.send(m.Consult())
    assert "no advisers" in answer_of(runner, Advised).silence
    runner.close()


def test_advice_of_a_turn_that_has_passed_is_dropped_and_disturbs_nothing() -> None:
    shell = shells()["advised"]
    assert shell.model is not None
    late = Advised(shell.model.day - 1, ())
    after, requests = reply(shell, late)
    assert (after, requests) == (shell, ())


@pytest.mark.parametrize(
    ("name", "asked"),
    [(f"{FLAGSHIP}/0/days/table", True), ("tiny/1/first/table", False), (f"{FLAGSHIP}/0/over/debrief", False)],
)
def test_they_are_asked_when_a_game_is_opened_if_there_are_any_and_it_goes_on(name: str, asked: bool) -> None:
    model = shells()[name].model
    assert model is not None
    _, requests = reply(shells()["title"], m.Opened(model, fresh=False))
    assert (m.Consult() in requests) == asked

"""Futures played in a process of their own: asked for when the draft changes, sharper by and by, silent if it dies."""

import sys
import time

import pytest

from sim.ai.kernel import can_compile
from sim.ai.outlook import Outlook, Question
from sim.client.update import Foreseen, SetOption
from sim.client.view.elsewhere.forecasting import Asked, Futures
from sim.client.view.running import Runner
from sim.client.view.shell import messages as m
from sim.client.view.shell.shell import reply
from sim.client.weighing import expecting_words as w
from sim.client.weighing.planning import draft_number
from tests.client.play import book, started
from tests.client.test_expecting import course
from tests.client.view.gallery import FLAGSHIP, scene_of, shells
from tests.client.view.test_counselling import answer_of, answers_of

pytestmark = pytest.mark.xdist_group("searching")

PLAIN = """
import sys
import sim.ai.forecaster, sim.ai.kernel
sim.ai.forecaster.BUDGET = 20
sim.ai.kernel.can_compile = lambda: False
from sim.client.view.elsewhere.forecasting import forecast
forecast(sys.stdin, sys.stdout)
"""
COMMAND = "sim.client.view.elsewhere.forecasting.COMMAND"
needs_extra = pytest.mark.skipif(not can_compile(), reason="needs the extra `fast`")


@needs_extra
def test_there_they_are_what_they_would_be_here_and_more_of_them_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(COMMAND, (sys.executable, "-c", PLAIN))
    monkeypatch.setattr("sim.client.view.elsewhere.forecasting.BATCHES", (10, 20))
    monkeypatch.setattr("sim.ai.forecaster.BUDGET", 20)
    monkeypatch.setattr("sim.ai.kernel.can_compile", lambda: True)
    runner = Runner()
    runner.send(m.StartGame(book("tiny"), 1, "conceder", 3))
    opened = answer_of(runner, m.Opened).model
    runner.send(m.Foresee(3, 0))
    first, second = answers_of(runner, Foreseen, 2)
    runner.close()
    assert (first.outlook.draft.futures, second.outlook.draft.futures) == (10, 20)
    monkeypatch.setattr("sim.ai.kernel.can_compile", lambda: False)
    game, model = started("tiny", 1, "conceder", 3)
    assert model.values == opened.values
    here = game.forecaster.forecast(Question(game.consultation(), 3, 0, 20))
    assert second == Foreseen(1, here, seat=1)


@needs_extra
def test_if_their_process_dies_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(COMMAND, (sys.executable, "-c", ""))
    runner = Runner()
    runner.send(m.StartGame(book("tiny"), 0, "linear", 3))
    answer_of(runner, m.Opened)
    runner.send(m.Foresee(1, 0))
    assert answer_of(runner, Foreseen).silence == w.FUTURES_GONE
    runner.close()


def test_without_the_compiled_kernel_no_process_is_started_and_the_panel_says_why(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sim.ai.kernel.can_compile", lambda: False)
    monkeypatch.setattr(COMMAND, ("no such program",))
    runner = Runner()
    runner.send(m.StartGame(book("tiny"), 0, "linear", 3))
    answer_of(runner, m.Opened)
    runner.send(m.Foresee(1, 0))
    told = answer_of(runner, Foreseen)
    runner.close()
    assert told.silence == w.NEEDS_COMPILED
    table = shells()[f"{FLAGSHIP}/0/days/table"]
    assert table.model is not None
    shell, _ = reply(table, told._replace(day=table.model.day))
    assert shell.model is not None
    assert shell.model.unforeseen == w.NEEDS_COMPILED


def test_they_are_asked_for_when_a_turn_begins_and_when_the_draft_changes_and_only_then() -> None:
    shell = shells()[f"{FLAGSHIP}/0/days/table"]
    assert shell.model is not None
    _, opened = reply(shells()["title"], m.Opened(shell.model, fresh=False))
    assert m.Foresee(draft_number(shell.model), shell.model.face) in opened
    changed, asked = reply(shell, SetOption(0, (shell.model.draft[0] + 1) % 2))
    assert changed.model is not None
    assert asked == (m.Foresee(draft_number(changed.model), changed.model.face),)
    assert reply(changed, SetOption(0, changed.model.draft[0])) == (changed, ())


def test_what_was_asked_before_the_latest_question_is_not_answered() -> None:
    played: list[tuple[int, int]] = []
    told: list[Foreseen] = []

    class Here:
        def forecast(self, question: Question) -> Outlook:
            played.append((question.draft, question.futures))
            if len(played) == 1:
                futures.ask(Asked(self, 0, question._replace(draft=2)))
            return Outlook(1, 0, 0, course(question.draft), None)

    def answered(message: Foreseen) -> None:
        told.append(message)

    futures = Futures(answered)
    game, _ = started("tiny", 0)
    futures.ask(Asked(Here(), 0, Question(game.consultation(), 1, 0, 0)))
    for _ in range(6000):  # as long as a busy machine may take
        if len(told) == 4:
            break
        time.sleep(0.01)
    assert played == [(1, 100), (2, 100), (2, 400), (2, 2000)]


def test_the_panel_tells_the_curves_in_words_too() -> None:
    scene, _ = scene_of("foreseen")
    said = next(each.name for each in scene.elements if each.role == "image" and "kept for" in each.name)
    assert "Your draft: kept for 7 nights in" in said
    assert "Their offer: kept for 2 nights in" in said

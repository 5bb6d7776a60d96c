"""After a game in the window: its review in a process of its own, its page, and playing on from one of its days."""

import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sim.ai.kernel import plain_kernel
from sim.analysis.why.review import Review, review, review_text
from sim.analysis.why.turning import SearchPlan
from sim.client.debriefing.debrief import Reviewing
from sim.client.debriefing.reviewing import review_path
from sim.client.model import Model
from sim.client.saving.saves import saved_games
from sim.client.update import Commit, Observed, Reveal, Revealed, Reviewed, update
from sim.client.view.devices.keys import command_of, message_of
from sim.client.view.elsewhere.reviewing import DistantReview
from sim.client.view.running import Runner
from sim.client.view.shell import messages as m
from sim.client.view.shell.shell import Shell, reply
from tests.client.play import book
from tests.client.view.gallery import shells

FEW = """
import sys
from sim.analysis.why.turning import SearchPlan
from sim.client.debriefing import reviewing
from sim.client.view.elsewhere import reviewing as elsewhere
elsewhere.review_steps = lambda past: reviewing.review_steps(past, SearchPlan(4, 2, 1), 10, compiled=False)
elsewhere.PACE = 0.0
elsewhere.play_review(sys.stdin, sys.stdout)
"""
COMMAND = "sim.client.view.elsewhere.reviewing.COMMAND"
OVER = "tiny/1/over/debrief"


def over() -> Shell:
    """A window at the debrief of a small game."""
    return shells()[OVER]


def model_of(shell: Shell) -> Model:
    assert shell.model is not None
    assert shell.model.debrief is not None
    return shell.model


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A review in a process of its own, of few futures, on the plain kernel."""
    monkeypatch.setattr(COMMAND, (sys.executable, "-c", FEW))


class Listener(Runner):
    """A runner whose answers wait until somebody asks for their kind."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Any] = []

    def answer(self, kind: type) -> Any:
        """The next answer of a kind."""
        for _ in range(1200):
            self.heard += self.messages()
            found = next((each for each in self.heard if isinstance(each, kind)), None)
            if found is not None:
                self.heard.remove(found)
                return found
            time.sleep(0.05)
        raise AssertionError(f"no {kind.__name__}")


def played(runner: Listener) -> Model:
    """A small game in the window's runner, passed to its end and revealed."""
    runner.send(m.StartGame(book("tiny"), 0, "linear", 3))
    model: Model = runner.answer(m.Opened).model
    while not model.over:
        runner.send(m.Carry(Commit(())))
        model, _ = update(model, runner.answer(Observed))
    runner.send(m.Carry(Reveal()))
    return update(model, runner.answer(Revealed))[0]


@pytest.mark.usefixtures("elsewhere")
def test_a_review_from_elsewhere_is_the_one_that_would_be_played_here() -> None:
    debrief = model_of(over()).debrief
    assert debrief is not None
    *progress, last = DistantReview(debrief.past).steps()
    *_, here = review(plain_kernel(debrief.past.tables), debrief.past, SearchPlan(4, 2, 1), 10)
    assert isinstance(here, Review)
    assert last.review is not None
    assert review_text(debrief.past, last.review) == review_text(debrief.past, here)
    assert [each.reviewing.done for each in progress] == sorted(each.reviewing.done for each in progress)
    assert progress


@pytest.mark.usefixtures("elsewhere")
def test_it_is_played_once_and_kept_beside_the_record() -> None:
    runner = Listener()
    played(runner)
    while not (found := runner.answer(Reviewed)).review:
        pass
    path = next(saved_games()).path
    assert review_path(path).is_file()
    runner.send(m.OpenRecord(path, copied=False))
    runner.answer(m.Opened)
    runner.send(m.Carry(Reveal()))
    again = runner.answer(Reviewed)
    assert again.review is not None
    assert again.review.usual == found.review.usual
    runner.close()


def test_if_its_process_dies_the_debrief_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(COMMAND, (sys.executable, "-c", ""))
    runner = Listener()
    played(runner)
    assert "could not be played" in runner.answer(Reviewed).reviewing.trouble
    runner.close()


def test_what_it_says_reaches_the_model_without_taking_a_notice_away() -> None:
    shell = replace(over(), notice="Something.")
    after, requests = reply(shell, Reviewed(None, Reviewing(3, 9)))
    assert (after.notice, requests) == ("Something.", ())
    assert model_of(after).reviewing == Reviewing(3, 9)


# ------------------------------------------------------------------------------------------------------- getting about
def test_the_figures_open_the_chapters() -> None:
    shell = over()
    for number in range(1, 10):
        message = message_of(shell, command_of(shell, str(number)))
        shell, requests = reply(shell, message)
        assert (shell.bookmark.chapter, requests) == (number, ())
    assert command_of(replace(shell, screen="cables"), "3") == ""


def test_a_chapter_stays_open_while_one_looks_elsewhere() -> None:
    shell, _ = reply(over(), m.Read(m.Bookmark(5, 2, True)))
    there, _ = reply(shell, m.Go("cables"))
    back, _ = reply(there, m.Back())
    assert (back.screen, back.bookmark) == ("debrief", m.Bookmark(5, 2, True))


def test_playing_on_opens_a_marked_game_at_its_day() -> None:
    runner = Listener()
    model = played(runner)
    shell = replace(over(), model=model)
    shell, (request,) = reply(shell, m.PlayOn(2))
    assert shell.waiting
    assert reply(shell, m.PlayOn(1)) == (shell, ()), "one at a time"
    runner.send(request)
    opened = runner.answer(m.Opened)
    shell, _ = reply(shell, opened)
    assert (shell.screen, shell.waiting, shell.bookmark) == ("table", False, m.Bookmark())
    assert shell.model is not None
    assert (shell.model.day, shell.model.over) == (2, False)
    runner.close()
    marks = sorted(bool(each.header.fork) for each in saved_games())
    assert marks == [False, True]


def test_a_day_without_a_turn_fails_in_a_sentence() -> None:
    runner = Listener()
    played(runner)
    runner.send(m.PlayOn(9))
    assert "no turn on day 9" in runner.answer(m.Failed).text
    runner.close()


def test_the_page_is_kept_beside_the_record() -> None:
    runner = Listener()
    model = played(runner)
    _, (request,) = reply(replace(over(), model=model), m.SavePage())
    runner.send(request)
    done = runner.answer(m.Done).text
    path = next(saved_games()).path.with_suffix(".html")
    assert str(path) in done
    assert Path(path).read_text("utf-8").startswith("<!DOCTYPE html>")
    runner.close()
    assert reply(replace(over(), model=None), m.SavePage())[1] == ()

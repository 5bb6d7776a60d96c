"""Agents that think in a process of their own decide as they would here, and their death is no end of the game."""

from collections.abc import Iterator

import pytest

from sim.client.game import Game
from sim.client.view.elsewhere.thinking import DistantAgent, DistantGame
from sim.scenario.book import Book
from sim.session.session import Session
from tests.client.play import book, header


@pytest.fixture
def games() -> Iterator[list[DistantGame]]:
    """Games whose processes are ended in the end."""
    opened: list[DistantGame] = []
    yield opened
    for game in opened:
        game.close()


def distant(of: Book, agent: str, rng_seed: int, opened: list[DistantGame]) -> DistantGame:
    """A game against an agent that thinks elsewhere."""
    game, _ = DistantGame.new(of.tables, header(of, 0, agent, rng_seed), None)
    assert isinstance(game, DistantGame)
    opened.append(game)
    return game


def near(of: Book, agent: str, rng_seed: int) -> Game:
    """The same game with the agent here."""
    game, _ = Game.new(of.tables, header(of, 0, agent, rng_seed), None)
    return game


@pytest.mark.parametrize(("name", "agent", "days"), [("tiny", "random", 3), ("aleppo-2016", "historical", 12),
                                                     ("aleppo-2016", "random", 12)])  # fmt: skip
def test_it_decides_the_same_as_here(name: str, agent: str, days: int, games: list[DistantGame]) -> None:
    there, here = distant(book(name), agent, 3, games), near(book(name), agent, 3)
    for _ in range(days):
        if not here.session.over:
            assert there.commit(()) == here.commit(())
    assert there.record.lines == here.record.lines


def test_when_its_process_dies_it_goes_on_thinking_here(games: list[DistantGame]) -> None:
    there, here = distant(book("aleppo-2016"), "random", 4, games), near(book("aleppo-2016"), "random", 4)
    for day in range(8):
        if day == 3:
            agent = there._agents[1]
            assert isinstance(agent, DistantAgent)
            assert agent._process is not None
            agent._process.kill()
            agent._process.wait()
        assert there.commit(()) == here.commit(())


def test_what_goes_on_thinking_here_knows_what_was_seen_there(
    monkeypatch: pytest.MonkeyPatch, games: list[DistantGame]
) -> None:
    there = distant(book("aleppo-2016"), "random", 4, games)
    agent = there._agents[1]
    assert isinstance(agent, DistantAgent)
    for _ in range(3):
        there.commit(())
    plies = sum(seat == there.record.header.agents[1][0] for _, seat, _ in there.record.actions)
    told: list[int] = []
    monkeypatch.setattr("sim.client.view.elsewhere.thinking.remind", lambda *given: told.append(len(given[-1])))
    assert agent._process is not None
    agent._process.kill()
    agent._process.wait()
    there.commit(())
    assert told == [plies]


def test_closing_ends_the_process(games: list[DistantGame]) -> None:
    game = distant(book("tiny"), "linear", 1, games)
    agent = game._agents[1]
    assert isinstance(agent, DistantAgent)
    process = agent._process
    assert process is not None
    game.close()
    assert process.poll() is not None


def test_where_no_process_can_be_started_it_thinks_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.client.view.elsewhere.thinking.COMMAND", ("/nowhere/at/all",))
    of = book("tiny")
    session = Session(of.tables, header(of, 0, "linear", 2))
    agent = DistantAgent(session.tables, session.header, 1)
    decision = agent.decide(session.observation(1), session.legal(), lambda _: 0.5)
    assert 0 <= decision.action.kind < 10

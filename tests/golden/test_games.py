"""Whole games of the smallest scenario, written out: they read as a story, and they replay."""

from pathlib import Path

import pytest

from sim.record.record import Header, read_record
from sim.session.play import play_out, seat_agents
from sim.session.replay import replay
from sim.session.session import Session
from sim.testing.play import play, scrambled
from tests.games import tiny
from tests.golden.kept import HERE, compare


def by_doctrine(game: int) -> str:
    """A game between the scenario's own agents."""
    header = Header("tiny", tiny().digest, "golden", 1, game, (("hill", "historical"), ("shore", "historical")))
    lines: list[str] = []
    session = Session(tiny(), header, lines.extend)
    play_out(session, seat_agents(session))
    return "".join(f"{line}\n" for line in lines)


def by_numbers(start: int) -> str:
    """A game of any legal actions."""
    return "".join(f"{line}\n" for line in play(tiny(), start, scrambled(start, 60)).lines)


GAMES = {"tiny-doctrine.txt": by_doctrine(15), "tiny-numbers.txt": by_numbers(632)}


@pytest.mark.parametrize("name", GAMES)
def test_the_game_is_played_as_ever(name: str) -> None:
    compare(name, GAMES[name])


@pytest.mark.parametrize("file", sorted(HERE.glob("tiny-*.txt")), ids=lambda file: file.name)
def test_the_kept_game_replays(file: Path) -> None:
    departure = replay(tiny(), read_record(file))
    assert departure is None, str(departure)
    assert file.name in GAMES

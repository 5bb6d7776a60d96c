"""Whole games of the smallest scenario, written out: they read as a story, and they replay."""

from pathlib import Path

import pytest

from sim.record.notation import read_action
from sim.record.record import Header, read_record
from sim.session.play import play_out, seat_agents
from sim.session.replay import replay
from sim.session.session import Session
from sim.testing.play import header_of
from tests.games import tiny
from tests.golden.kept import HERE, compare


def by_doctrine(game: int) -> str:
    """A game between the scenario's own agents."""
    header = Header("tiny", tiny().digest, "golden", 1, game, (("hill", "historical"), ("shore", "historical")))
    lines: list[str] = []
    session = Session(tiny(), header, lines.extend)
    play_out(session, seat_agents(session.tables, session.header))
    return "".join(f"{line}\n" for line in lines)


# A day a line: an offer with two faces fails at home, a rumour is told, an agreement is signed, made ready and broken.
SCRIPT = """
propose d1/ashore public ferry+; end; accept o1; pull whisper; end
propose d2/afloat private; end; accept o2; end
hold; pull moor; end; pull rejoin; renew agree; end
"""


def by_script() -> str:
    """The game of the script."""
    lines: list[str] = []
    session = Session(tiny(), header_of(tiny(), game=632), lines.extend)
    for text in SCRIPT.strip().replace("\n", ";").split(";"):
        session.act(read_action(tiny(), text, session.to_move))
    return "".join(f"{line}\n" for line in lines)


GAMES = {"tiny-doctrine.txt": by_doctrine(15), "tiny-script.txt": by_script()}


@pytest.mark.parametrize("name", GAMES)
def test_the_game_is_played_as_ever(name: str) -> None:
    compare(name, GAMES[name])


@pytest.mark.parametrize("file", sorted(HERE.glob("tiny-*.txt")), ids=lambda file: file.name)
def test_the_kept_game_replays(file: Path) -> None:
    departure = replay(tiny(), read_record(file))
    assert departure is None, str(departure)
    assert file.name in GAMES

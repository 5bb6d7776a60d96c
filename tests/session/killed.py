"""What the test of killing runs: a parent that forks one player after another, each to be killed from outside.

Every player plays games without end, each on a record of its own, and acknowledges each commit on standard output after
it has been flushed: ``file hash``. It stops only by being killed.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from sim.record.record import RecordFile
from sim.scenario.tables import RulesTables
from sim.session.session import Session
from sim.testing.play import header_of, pick_legal, scrambled
from sim.testing.tables import tables_in


def play_on(tables: RulesTables, path: Path, game: int) -> None:
    """Play one game, acknowledging each commit."""
    record = RecordFile(path)

    def keep(lines: Sequence[str]) -> None:
        record.write(lines)
        if lines[-1].startswith("= "):
            os.write(1, f"{path.name} {lines[-1][2:]}\n".encode())

    session = Session(tables, header_of(tables, game=game), keep)
    numbers = iter(scrambled(game, 200))
    while not session.over:
        session.note({"accepts": 0.25}, {"whim": game})
        session.act(pick_legal(tables, list(session.true_state()), next(numbers)))
    record.close()


def play_for_ever(tables: RulesTables, folder: Path, life: int) -> None:
    """Play game after game."""
    game = 1000 * life
    while True:
        game += 1
        play_on(tables, folder / f"{life}-{game}.txt", game)


def main(folder: str, lives: str) -> None:
    """Fork a player for each life, say its number, and wait for its end."""
    tables = tables_in("tiny")
    for life in range(int(lives)):
        child = os.fork()
        if child == 0:
            play_for_ever(tables, Path(folder), life)
        os.write(1, f"born {child}\n".encode())
        _, status = os.waitpid(child, 0)
        os.write(1, f"gone {os.WTERMSIG(status)}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])

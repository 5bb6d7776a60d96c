"""A ladder of agents: each beside the next on the same seats, opponents and luck; printed as JSON, never a test.

python benchmarks/ladder.py [--games N] [--minutes N] [--jobs N] [--scenario ID] [--out FILE] AGENT AGENT ...

Scores of the two seats are on different scales, so a step of the ladder is the mean of paired differences in the same
seat under the same seeds, with a 95 % interval, for each seat and over both. All agents have played with a game's
luck before the next game begins, so that what has been played when the minutes are over counts; progress goes to
stderr. With ``--out`` scores are kept in a file as lines of JSON, and what stands there for the same scenario is not
played again.
"""

import argparse
import json
import statistics
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from itertools import pairwise, product
from pathlib import Path
from typing import NamedTuple

from sim.ai.agent import make_agent
from sim.record.record import Header
from sim.scenario.book import open_book
from sim.scenario.tables import RulesTables
from sim.session.play import play_out
from sim.session.session import Session

OPPONENTS = ["historical", "cooperative", "boulware"]
RNG_SEED = 11


class Bout(NamedTuple):
    """One game of an agent in a seat."""

    scenario: str
    agent: str
    opponent: str
    seat: int
    game: int


@lru_cache
def tables_of(scenario: str) -> RulesTables:
    """A scenario's tables, once a process."""
    return open_book(scenario).tables


def score(bout: Bout) -> float:
    """The agent's score."""
    tables = tables_of(bout.scenario)
    names = [bout.agent if seat == bout.seat else bout.opponent for seat in range(2)]
    seats = ((tables.names.seats[0], names[0]), (tables.names.seats[1], names[1]))
    session = Session(tables, Header(tables.id, tables.digest, "ladder", RNG_SEED, bout.game, seats))
    play_out(session, [make_agent(tables, name, seat, RNG_SEED, bout.game) for seat, name in enumerate(names)])
    return session.score(bout.seat)


def read_scores(path: Path | None, digest: str) -> dict[Bout, float]:
    """What has been played on this scenario."""
    if path is None or not path.exists():
        return {}
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {Bout(*line["bout"]): line["score"] for line in lines if line["digest"] == digest}


def add_scores(path: Path | None, digest: str, scores: dict[Bout, float]) -> None:
    """Keep what has been played."""
    if path is not None:
        with path.open("a", encoding="utf-8") as file:
            for bout, score in scores.items():
                file.write(json.dumps({"digest": digest, "bout": bout, "score": score}) + "\n")


def told(values: list[float]) -> dict[str, float]:
    """Mean and half a 95 % interval."""
    error = 1.96 * statistics.stdev(values) / len(values) ** 0.5
    return {"mean": round(statistics.mean(values), 2), "interval": round(error, 2), "games": len(values)}


def steps_of(scores: dict[Bout, float], agents: list[str], seats: dict[str, list[int]]) -> dict[str, object]:
    """Each agent's scores, then how far each is above the one before it."""
    found: dict[str, object] = {
        agent: {
            name: told([x for bout, x in scores.items() if bout.agent == agent and bout.seat in which])
            for name, which in seats.items()
        }
        for agent in agents
    }
    for low, high in pairwise(agents):
        found[f"{high} over {low}"] = {
            name: told([
                x - scores[bout._replace(agent=low)]
                for bout, x in scores.items() if bout.agent == high and bout.seat in which
            ])
            for name, which in seats.items()
        }  # fmt: skip
    return found


def main() -> None:
    """Play and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("agents", nargs="+")
    parser.add_argument("--games", type=int, default=20)
    parser.add_argument("--minutes", type=float, default=float("inf"))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--scenario", default="aleppo-2016")
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    digest, names = tables_of(given.scenario).digest, tables_of(given.scenario).names
    known = [name for name in OPPONENTS if name != "cooperative" or name in names.doctrines]
    seats = {name: [i] for i, name in enumerate(names.seats)} | {"both": [0, 1]}
    end = time.monotonic() + 60.0 * given.minutes
    scores: dict[Bout, float] = {}
    kept = read_scores(given.out, digest)
    with ProcessPoolExecutor(given.jobs) as pool:
        for game in range(given.games):
            if time.monotonic() >= end:
                break
            bouts = [Bout(given.scenario, *each, game) for each in product(given.agents, known, range(2))]
            left = [bout for bout in bouts if bout not in kept]
            played = dict(zip(left, pool.map(score, left, chunksize=1), strict=True))
            add_scores(given.out, digest, played)
            scores |= {bout: kept[bout] for bout in bouts if bout in kept} | played
            steps = steps_of(scores, given.agents, {"both": [0, 1]})
            sys.stderr.write(f"{game + 1}: {json.dumps(steps)}\n")
    sys.stdout.write(json.dumps(steps_of(scores, given.agents, seats), indent=2) + "\n")


if __name__ == "__main__":
    main()

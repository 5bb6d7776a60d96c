"""A ladder of agents: each beside the next on the same seats, opponents and luck; printed as JSON, never a test.

python benchmarks/ladder.py [--games N] [--jobs N] [--scenario ID] AGENT AGENT ...

Scores of the two seats are on different scales, so a step of the ladder is the mean of paired differences in the same
seat under the same seeds, with a 95 % interval, for each seat and over both.
"""

import argparse
import json
import statistics
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from itertools import pairwise, product
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


def told(values: list[float]) -> dict[str, float]:
    """Mean and half a 95 % interval."""
    error = 1.96 * statistics.stdev(values) / len(values) ** 0.5
    return {"mean": round(statistics.mean(values), 2), "interval": round(error, 2), "games": len(values)}


def main() -> None:
    """Play and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("agents", nargs="+")
    parser.add_argument("--games", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--scenario", default="aleppo-2016")
    given = parser.parse_args()
    known = [name for name in OPPONENTS if name != "cooperative" or name in tables_of(given.scenario).names.doctrines]
    bouts = [Bout(given.scenario, *each) for each in product(given.agents, known, range(2), range(given.games))]
    with ProcessPoolExecutor(given.jobs) as pool:
        scores = dict(zip(bouts, pool.map(score, bouts, chunksize=1), strict=True))
    seats = {name: [i] for i, name in enumerate(tables_of(given.scenario).names.seats)} | {"both": [0, 1]}
    found: dict[str, object] = {
        agent: {
            name: told([x for bout, x in scores.items() if bout.agent == agent and bout.seat in which])
            for name, which in seats.items()
        }
        for agent in given.agents
    }
    for low, high in pairwise(given.agents):
        found[f"{high} over {low}"] = {
            name: told([
                x - scores[bout._replace(agent=low)]
                for bout, x in scores.items() if bout.agent == high and bout.seat in which
            ])
            for name, which in seats.items()
        }  # fmt: skip
    sys.stdout.write(json.dumps(found, indent=2) + "\n")


if __name__ == "__main__":
    main()

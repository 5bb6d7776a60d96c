"""Are beliefs calibrated? When they say 70 % of a type, is it so in 70 % of cases? Printed as JSON, never a test.

python benchmarks/beliefs.py [--games N] [--rng-seed N] [--scenario ID] [--agents ID,ID ...] [--searcher ID]

Games between a mixture of agents; every few days each seat's chances of its rival's types are noted beside the truth.
With a searcher: games of it, in either seat, against the mixture, and its forecasts beside what became of them.
``error`` is the mean gap, over ten bins weighted by what falls into them, between what was said and what was so.
"""

import argparse
import json
import random
import sys
from statistics import fmean
from typing import NamedTuple

from sim.ai.agent import luck_of, make_agent
from sim.ai.beliefs.held import Beliefs
from sim.ai.kernel import can_compile, compiled_kernel, kernel_cache, plain_kernel
from sim.ai.registry import FAMILIES
from sim.analysis.understood.understanding import report_of
from sim.record.forecasts import FORECASTS
from sim.record.record import Header
from sim.rules import layout as at
from sim.scenario.book import open_book
from sim.session.play import play_out
from sim.session.session import Session

BINS = 10


class Statement(NamedTuple):
    """A chance given to a type, and whether it was the true one; of which rival it was said."""

    rival: str
    chance: float
    true: bool


def error_of(said: list[Statement]) -> float:
    """Mean gap between chance and frequency."""
    gaps = [0.0] * BINS
    for each in said:
        gaps[min(BINS - 1, int(each.chance * BINS))] += each.chance - each.true
    return sum(abs(gap) for gap in gaps) / len(said) if said else 0.0


def listen(kernel, agents, rng_seed, game, every):  # type: ignore[no-untyped-def]  # a script's own
    """What both seats say in a game."""
    tables = kernel.tables
    header = Header(
        tables.id, tables.digest, "beliefs", rng_seed, game, tuple(zip(tables.names.seats, agents, strict=True))
    )
    session = Session(tables, header)
    seated = [make_agent(tables, name, seat, rng_seed, game) for seat, name in enumerate(agents)]
    beliefs = [Beliefs(kernel, seat) for seat in range(2)]
    noted = [0, 0]
    said = []
    while not session.over:
        seat, seen = session.to_move, session.observation(session.to_move)
        luck = luck_of(rng_seed, game, seat, seen)
        beliefs[seat].take_in(seen.values, luck)
        if session.day >= noted[seat] + every:
            noted[seat] = session.day
            true = int(session.true_state()[at.SEAT_BASE + (1 - seat) * at.SEAT_WIDTH + at.TYPE])
            chances = beliefs[seat].types().values()
            said += [Statement(agents[1 - seat], chance, kind == true) for kind, chance in enumerate(chances)]
        action = seated[seat].decide(seen, session.legal(), luck).action
        beliefs[seat].note(action)
        session.act(action)
    return said


def foretold(kernel, searcher, rival, rng_seed, game):  # type: ignore[no-untyped-def]  # a script's own
    """What a searcher forecast in a game, by kind of forecast; what was void is left out."""
    tables, seat = kernel.tables, game % 2
    agents = [searcher, rival] if seat == 0 else [rival, searcher]
    header = Header(
        tables.id, tables.digest, "beliefs", rng_seed, game, tuple(zip(tables.names.seats, agents, strict=True))
    )
    session = Session(tables, header)
    play_out(session, [make_agent(tables, name, i, rng_seed, game) for i, name in enumerate(agents)])
    own = [note for note in session.notes if note.seat == seat]
    return {
        kind.name: [
            Statement(rival, each.chance, each.settled.came_true)
            for each in report_of(kind, seat, own, session.events).foretold if each.settled.came_true is not None
        ]
        for kind in FORECASTS
    }  # fmt: skip


def told(said: list[Statement]) -> dict[str, object]:
    """The error, and what lies behind it."""
    bins = [[each for each in said if min(BINS - 1, int(each.chance * BINS)) == i] for i in range(BINS)]
    rivals = sorted({each.rival for each in said})
    return {
        "error": error_of(said),
        "statements": len(said),
        "bins": [
            {"said": fmean(each.chance for each in some), "so": fmean(each.true for each in some), "n": len(some)}
            for some in bins if some
        ],
        "error_by_rival": {name: error_of([each for each in said if each.rival == name]) for name in rivals},
    }  # fmt: skip


def main() -> None:
    """Play and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=60)
    parser.add_argument("--rng-seed", type=int, default=2)
    parser.add_argument("--scenario", default="aleppo-2016")
    parser.add_argument("--agents")
    parser.add_argument("--searcher")
    given = parser.parse_args()
    tables = open_book(given.scenario).tables
    kernel = compiled_kernel(tables, kernel_cache()) if can_compile() else plain_kernel(tables)
    agents = given.agents.split(",") if given.agents else [*FAMILIES, *tables.names.doctrines]
    chooser = random.Random(given.rng_seed)
    found: dict[str, object] = {}
    if given.searcher:
        games = [
            foretold(kernel, given.searcher, chooser.choice(agents), given.rng_seed, game)
            for game in range(given.games)
        ]
        for kind in FORECASTS:
            found[kind.name] = told([each for game in games for each in game[kind.name]])
    else:
        every = 1 if tables.horizon < 20 else 5
        pairs = [tuple(chooser.choice(agents) for _ in range(2)) for _ in range(given.games)]
        games = [listen(kernel, pair, given.rng_seed, game, every) for game, pair in enumerate(pairs)]
        found = told([each for game in games for each in game])
    sys.stdout.write(json.dumps(found, indent=2) + "\n")


if __name__ == "__main__":
    main()

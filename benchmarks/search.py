"""How fast search is: playouts a second a core, where their time goes, and what a search takes. JSON, never a test.

python benchmarks/search.py [--scenario ID]
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from typing import Any

from sim.ai.agent import luck_of, make_agent
from sim.ai.kernel import Kernel, compiled_kernel, kernel_cache
from sim.ai.search import tree as of
from sim.ai.search.search_agent import SearchAgent
from sim.record.record import Header
from sim.scenario.book import open_book
from sim.session.session import Session

RIVAL = "historical"
BUDGETS = (200, 1000, 5000)


def taken(what: Callable[[], Any], times: int) -> float:
    """CPU microseconds a call, the first one left out."""
    what()
    begun = time.process_time()
    for _ in range(times):
        what()
    return (time.process_time() - begun) / times * 1e6


def searched(kernel: Kernel, budget: int, day: int = 15) -> tuple[float, SearchAgent]:
    """CPU milliseconds of a search on a day, and who searched."""
    tables = kernel.tables
    seats = ((tables.names.seats[0], f"search-{budget}"), (tables.names.seats[1], RIVAL))
    session = Session(tables, Header(tables.id, tables.digest, "search", 1, 0, seats))
    agents = [SearchAgent(kernel, 0, budget), make_agent(tables, RIVAL, 1, 1, 0)]
    longest = 0.0
    while not session.over and session.day < day:
        seat = session.to_move
        seen = session.observation(seat)
        begun = time.process_time()
        decision = agents[seat].decide(seen, session.legal(), luck_of(1, 0, seat, seen))
        if seat == 0 and session.day > 1:
            longest = max(longest, time.process_time() - begun)
        session.act(decision.action)
    searcher = agents[0]
    assert isinstance(searcher, SearchAgent)
    return longest * 1e3, searcher


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenario", default="aleppo-2016")
    kernel = compiled_kernel(open_book(parser.parse_args().scenario).tables, kernel_cache())
    call = kernel.function
    found: dict[str, float] = {}
    for budget in BUDGETS:
        found[f"decision_ms.{budget}"], searcher = searched(kernel, budget)
    t, b = searcher.tree, searcher.beliefs.vectors
    one = taken(lambda: call("search")(kernel.ints, kernel.reals, b, t), 1)
    found["playouts_a_second"] = 1e6 * int(t.notes[of.SPENT]) / one
    for name, arguments in {
        "observe": (t.state, t.luck, 0, t.seen), "legal": (t.seen, t.mask), "choose": (t.seen, t.mask, t.own, t.action),
    }.items():  # fmt: skip
        found[f"{name}_us"] = taken(
            lambda name=name, arguments=arguments: call(name)(kernel.ints, kernel.reals, *arguments), 20_000
        )  # type: ignore[misc]
    start = b.states[0].copy()

    def one_night() -> None:
        t.state[:] = start
        t.log[0] = 0.0
        call("night")(kernel.ints, kernel.reals, t.state, t.luck, t.log)

    found["night_us"] = taken(one_night, 20_000)
    found["call_us"] = taken(lambda: call("exponential")(0.0), 20_000)
    sys.stdout.write(json.dumps({name: round(x, 3) for name, x in found.items()}, indent=2) + "\n")


if __name__ == "__main__":
    main()

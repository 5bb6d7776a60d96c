"""What is compiled already on this machine, and compiling the search while a person reads and decides.

The first search on a machine takes a minute or two to compile. A process of its own does that and ends; Numba keeps
what it made, and whoever looks for it finds it there.
"""

import json
import sys
from dataclasses import replace
from importlib.util import find_spec
from typing import IO

from sim.ai.agent import luck_of
from sim.ai.registry import search_budget
from sim.client.process import Elsewhere, serve
from sim.folders import cache_folder
from sim.record.notation import END
from sim.record.record import Header
from sim.scenario.tables import RulesTables
from sim.session.session import Session

COMMAND = (sys.executable, "-m", "sim.client.compiling")
SEARCH_KEPT = ("search.search", "foresight.foresee")  # as Numba names what it keeps; the last of them comes last
FUTURES_KEPT = ("survival.survive",)
YIELDING = 10  # to the game, which comes first


def has_compiler() -> bool:
    """Whether anything can be compiled on this machine, as far as can be told without loading it."""
    return find_spec("numba") is not None


def search_is_ready() -> bool:
    """Whether a compiled search lies ready on this machine."""
    return _are_kept(SEARCH_KEPT)


def futures_are_ready() -> bool:
    """The same of what plays futures."""
    return _are_kept(FUTURES_KEPT)


def _are_kept(names: tuple[str, ...]) -> bool:
    return has_compiler() and all(any(cache_folder().glob(f"kernels/*/*/{name}-*.nbi")) for name in names)


def needs_compiling(agent: str) -> bool:
    """Whether an agent looks ahead by a kernel that has yet to be compiled on this machine, as far as can be told."""
    return bool(search_budget(agent)) and has_compiler() and not search_is_ready()


def compile_search(tables: RulesTables, header: Header) -> Elsewhere:
    """Have the search compiled in a process of its own; raises OSError if none can be started."""
    other = Elsewhere()
    other.start(COMMAND, {"tables": tables.to_json(), "header": str(header)})
    return other


def compile_here(incoming: IO[str], _: IO[str]) -> None:
    """The other process: one search of another game, which nobody plays, and what else a searcher asks for."""
    from sim.ai.search.search_agent import make_searcher  # with all of the search, which whoever only asks does without

    given = json.loads(incoming.readline())
    tables, header = RulesTables.from_json(given["tables"]), Header.read(given["header"])
    session = Session(tables, replace(header, game=header.game + 1))
    seen = session.observation(session.to_move)
    agent = make_searcher(tables, session.to_move, 1)
    agent.decide(seen, session.legal(), luck_of(header.rng_seed, header.game, session.to_move, seen))
    agent.gain_of_signing(0)
    agent.foretell(END, 1)


if __name__ == "__main__":
    serve(compile_here, yielding=YIELDING)

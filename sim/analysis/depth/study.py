"""A measurement of depth as a whole: its parts cut into pieces, played here or by processes, and told together.

What comes of a piece is decided by its number alone, so the result is the same for any number of jobs, compiled or not.
"""

import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sim.analysis.depth.bench import Bench
from sim.analysis.depth.criteria import criteria_of
from sim.analysis.depth.decisions import Decisions
from sim.analysis.depth.lengths import BestLengths
from sim.analysis.depth.lines import FixedLines
from sim.analysis.depth.plan import DepthPart, DepthPlan, check_field, field_of
from sim.analysis.depth.relevance import Relevance
from sim.analysis.depth.varied import VariedPlay
from sim.analysis.depth.worth import ExecutedWorth
from sim.analysis.study.calibrate import whether_compiled
from sim.batch.interrupts import interrupts_noted
from sim.batch.plan import PlanError
from sim.batch.pool import in_pool
from sim.batch.run import BatchWorkers, processors
from sim.scenario.tables import RulesTables

PARTS: dict[str, Callable[[RulesTables, DepthPlan], DepthPart]] = {
    part.name: part for part in (VariedPlay, BestLengths, FixedLines, ExecutedWorth, Relevance, Decisions)
}
Tell = Callable[[int, int], None]


def make_depth(
    tables: RulesTables, scenario: str, agents: Sequence[str], sizes: dict[str, int], rng_seed: int
) -> DepthPlan:
    """A plan, checked; no agents means the usual field. Raises PlanError."""
    chosen = list(agents) or field_of(tables)
    check_field(tables, chosen)
    positions, simulations, games = sizes["positions"], sizes["simulations"], sizes["games"]
    return DepthPlan(
        scenario, tables.digest, tuple(chosen), positions, simulations, games, rng_seed, sizes.get("searcher", 0)
    )


def check_parts(names: Sequence[str]) -> list[str]:
    """The parts asked for, all if none is named; raises PlanError for what is no part."""
    for name in names:
        if name not in PARTS:
            raise PlanError(f"there is no part `{name}`; there are {', '.join(PARTS)}")
    return [name for name in PARTS if not names or name in names]


@dataclass
class DepthWork:
    """All that it takes to play pieces."""

    tables: RulesTables
    plan: DepthPlan
    names: tuple[str, ...]
    compiled: bool

    @cached_property
    def bench(self) -> Bench:
        """What is played with."""
        return Bench(self.tables, self.plan.rng_seed, self.compiled)

    @cached_property
    def parts(self) -> list[DepthPart]:
        """The parts."""
        return [PARTS[name](self.tables, self.plan) for name in self.names]

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """Of every piece its part and its number there."""
        return [(i, order) for i, part in enumerate(self.parts) for order in range(part.orders)]

    def bare(self) -> "DepthWork":
        """The same without its kernel."""
        return DepthWork(self.tables, self.plan, self.names, self.compiled)

    def name(self, index: int) -> str:
        """A piece in words."""
        part, order = self.places[index]
        return f"{self.names[part]}, piece {order + 1}"

    def play(self, index: int) -> Any:
        """A piece."""
        part, order = self.places[index]
        return self.parts[part].play(self.bench, order)


def _pieces(work: DepthWork, jobs: int) -> Generator[Any]:
    todo = range(len(work.places))
    if jobs > 1:
        with interrupts_noted(at_once=True):
            work.bench.prepare()  # once, so that workers find it compiled
        yield from in_pool(work, todo, jobs)
    else:
        yield from map(work.play, todo)


def measure_depth(
    tables: RulesTables, plan: DepthPlan, names: Sequence[str], workers: BatchWorkers, tell: Tell = lambda *_: None
) -> dict[str, Any]:
    """The result as plain data; what varies from run to run stands under ``performance``. Raises CessationError."""
    begun = time.perf_counter()
    work = DepthWork(tables, plan, tuple(check_parts(names)), whether_compiled(workers.compiled))
    total = len(work.places)
    jobs = max(1, min(workers.jobs or processors(), total))
    found: list[list[Any]] = [[] for _ in work.names]
    with closing(_pieces(work, jobs)) as pieces:
        for done, (place, piece) in enumerate(zip(work.places, pieces, strict=True), 1):
            found[place[0]].append(piece)
            tell(done, total)
    result: dict[str, Any] = {part.name: part.tell(pieces) for part, pieces in zip(work.parts, found, strict=True)}
    criteria = [criterion._asdict() for criterion in criteria_of(result)]
    how = {"seconds": round(time.perf_counter() - begun, 1), "jobs": jobs, "compiled": work.compiled}
    return {"plan": plan.to_json(), "criteria": criteria, **result, "performance": how}

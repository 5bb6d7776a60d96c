"""A tournament: every agent of a field against every, itself included, in both seats, with the same luck.

Game k of every pairing has the same number and rng_seed, so that differences between agents are paired. Each pairing is
a plan of ``sim.batch``, played by its blocks: inside the kernel where both agents are built in, else in sessions.
"""

import struct
import time
from array import array
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any, NamedTuple, Protocol

from sim import __version__
from sim.analysis.study.calibrate import whether_compiled
from sim.batch.block import BatchWork
from sim.batch.columns import FIRST_FLOATS, game_columns
from sim.batch.interrupts import interrupts_noted
from sim.batch.plan import BLOCK, Plan, PlanError, make_plan
from sim.batch.played import plays_in_kernel
from sim.batch.pool import in_pool
from sim.batch.run import BatchWorkers, processors
from sim.scenario.book import Book
from sim.scenario.tables import RulesTables

MANY = 2000  # games in the kernel below which starting workers takes longer than it saves
Rows = list[list[float]]


class Pairing(NamedTuple):
    """An agent in the first seat and one in the second."""

    first: str
    second: str


@dataclass(frozen=True)
class TournamentPlan:
    """What decides a tournament's results, and nothing else. ``games`` are those of one pairing."""

    scenario: str
    digest: str
    seats: tuple[str, str]
    agents: tuple[str, ...]
    games: int
    rng_seed: int
    version: str = __version__

    @cached_property
    def pairings(self) -> list[Pairing]:
        """Every ordered pair of agents, in the order of play."""
        return [Pairing(*pair) for pair in product(self.agents, repeat=2)]

    @cached_property
    def plans(self) -> list[Plan]:
        """The batch of each pairing."""
        first, second = self.seats
        return [
            Plan(self.scenario, self.digest, ((first, a), (second, b)), self.games, self.rng_seed)
            for a, b in self.pairings
        ]

    @property
    def blocks(self) -> int:
        """How many blocks all pairings make."""
        return len(self.pairings) * self.plans[0].blocks

    def place(self, index: int) -> tuple[int, int]:
        """The pairing of a block, and which of its blocks that is."""
        return divmod(index, self.plans[0].blocks)

    def games_of(self, index: int) -> range:
        """Numbers of the games of a block."""
        pairing, block = self.place(index)
        return self.plans[pairing].games_of(block)

    def to_json(self) -> dict[str, Any]:
        """The plan as plain data."""
        return {
            "scenario": self.scenario,
            "sha256": self.digest,
            "version": self.version,
            "agents": list(self.agents),
            "games": self.games,
            "rng_seed": self.rng_seed,
            "block": BLOCK,
        }


def make_tournament(
    tables: RulesTables, scenario: str, agents: Sequence[str], games: int, rng_seed: int
) -> TournamentPlan:
    """A plan, checked. Raises PlanError, or UnknownAgent for an agent there is not."""
    for agent in agents:
        make_plan(tables, scenario, dict.fromkeys(tables.names.seats, agent), games=max(1, games), rng_seed=rng_seed)
        if agents.count(agent) > 1:
            raise PlanError(f"{agent} is named twice; a field has each agent once")
    if len(agents) < 2:
        raise PlanError(f"a tournament takes at least two agents, not {len(agents)}")
    if games < 2:
        raise PlanError("a tournament takes at least two games a pairing, or nothing can be said of chance")
    first, second = tables.names.seats
    return TournamentPlan(scenario, tables.digest, (first, second), tuple(agents), games, rng_seed)


def kept_columns(tables: RulesTables) -> list[int]:
    """What is kept of a canonical row: what every row begins with, and the counted human cost."""
    costs = [FIRST_FLOATS + tables.slot[cost.of] - tables.names.first_variable for cost in tables.names.human_cost]
    return [*range(FIRST_FLOATS), *dict.fromkeys(costs)]


def kept_names(tables: RulesTables) -> list[str]:
    """Names of the kept columns."""
    names = game_columns(tables)
    return [names[column] for column in kept_columns(tables)]


@dataclass
class TournamentWork:
    """All that it takes to play blocks of a tournament."""

    tables: RulesTables
    plan: TournamentPlan
    compiled: bool

    def bare(self) -> "TournamentWork":
        """Itself: it holds no kernel."""
        return self

    def name(self, index: int) -> str:
        """A block in words."""
        pairing, block = self.plan.place(index)
        return f"{' against '.join(self.plan.pairings[pairing])}, {self._batch(pairing).name(block)}"

    def _batch(self, pairing: int) -> BatchWork:
        plan = self.plan.plans[pairing]
        return BatchWork(self.tables, plan, self.compiled and plays_in_kernel(plan, self.tables), keep=False)

    def prepare(self) -> None:
        """Have the kernel compiled, if it is wanted and any pairing plays in it."""
        for pairing, plan in enumerate(self.plan.plans):
            if self.compiled and plays_in_kernel(plan, self.tables):
                self._batch(pairing).prepare()
                return

    def play(self, index: int) -> Rows:
        """The kept columns of a block's games. Raises CessationError if an agent fails."""
        pairing, block = self.plan.place(index)
        played = self._batch(pairing).play(block)
        columns = kept_columns(self.tables)
        width = len(played.rows) // (8 * played.totals.games)
        return [[row[column] for column in columns] for row in struct.iter_unpack(f"<{width}d", played.rows)]


class PairingGames:
    """The games of one pairing, column by column in the order of ``kept_columns``."""

    def __init__(self, width: int) -> None:
        self.columns = [array("d") for _ in range(width)]

    def take(self, rows: Rows) -> None:
        """Add games, in their order."""
        for i, column in enumerate(self.columns):
            column.extend(row[i] for row in rows)


class RowsKept(Protocol):
    """Where blocks are kept, in order: ``done`` of them are there already."""

    done: int

    def earlier(self) -> Iterator[Rows]:
        """The blocks that are there."""

    def add(self, rows: Rows) -> None:
        """Append a block."""


class PlayedTournament(NamedTuple):
    """The games of all pairings, in the order of the plan's, and how they were played."""

    pairings: list[PairingGames]
    performance: dict[str, Any]


def _jobs(work: TournamentWork, asked: int | None, todo: range) -> int:
    if asked is None:
        plan = work.plan
        pays = len(todo) * BLOCK > MANY or not all(plays_in_kernel(each, work.tables) for each in plan.plans)
        asked = processors() if pays else 1
    return max(1, min(asked, len(todo)))


def _blocks(work: TournamentWork, todo: range, jobs: int) -> Generator[Rows]:
    if jobs > 1:
        yield from in_pool(work, todo, jobs)
    else:
        yield from map(work.play, todo)


def play_tournament(
    plan: TournamentPlan, book: Book, workers: BatchWorkers, kept: RowsKept | None, tell: Callable[[int], None]
) -> PlayedTournament:
    """Play what is not kept yet; ``tell`` hears how many games are done.

    The games are the same for any number of jobs, compiled or not. Raises CessationError.
    """
    begun = time.perf_counter()
    width, per_pairing = len(kept_columns(book.tables)), plan.plans[0].blocks
    found = [PairingGames(width) for _ in plan.pairings]
    done = games = 0
    for rows in kept.earlier() if kept else ():
        found[done // per_pairing].take(rows)
        done, games = done + 1, games + len(rows)
    tell(games)
    todo, resumed = range(done, plan.blocks), games
    work = TournamentWork(book.tables, plan, whether_compiled(workers.compiled))
    jobs = _jobs(work, workers.jobs, todo)
    if todo:
        with interrupts_noted(at_once=True):
            work.prepare()
    with closing(_blocks(work, todo, jobs)) as blocks:
        for index, rows in zip(todo, blocks, strict=True):
            found[plan.place(index)[0]].take(rows)
            if kept:
                kept.add(rows)
            games += len(rows)
            tell(games)
    seconds = time.perf_counter() - begun
    how = {"seconds": round(seconds, 3), "games_per_second": round((games - resumed) / max(seconds, 1e-9), 1)}
    return PlayedTournament(found, {**how, "games_resumed": resumed, "jobs": jobs, "compiled": work.compiled})

"""A plan run: blocks played here or by workers, consumed in order, summed, and kept if a folder is given."""

import hashlib
import os
import time
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sim.ai.kernel import can_compile
from sim.batch.block import BatchWork, PlayedBlock
from sim.batch.folder import BatchFolder
from sim.batch.interrupts import interrupts_noted
from sim.batch.plan import Plan, PlanError
from sim.batch.played import plays_in_kernel
from sim.batch.pool import in_pool
from sim.batch.summary import summarise
from sim.batch.totals import BatchTotals
from sim.errors import CessationError, MissingExtra
from sim.scenario.book import Book

POOL_PAYS = 4.0  # seconds of work below which starting workers takes longer than it saves
Progress = Callable[[int], None]


@dataclass
class BatchWorkers:
    """How a plan is run, which never alters what comes of it.

    ``jobs`` None means as many as there are processors, if the work is worth it; ``compiled`` None, if it can be.
    """

    jobs: int | None = None
    compiled: bool | None = None


def processors() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def peak_memory() -> dict[str, float]:
    """The most memory that this process and any of its ended children held, in MB; nothing where it cannot be told."""
    try:
        import resource
    except ImportError:
        return {}
    unit = 1e6 if os.uname().sysname == "Darwin" else 1e3
    who = {"peak_memory_mb": resource.RUSAGE_SELF, "peak_worker_memory_mb": resource.RUSAGE_CHILDREN}
    return {name: round(resource.getrusage(each).ru_maxrss / unit, 1) for name, each in who.items()}


class BatchRun:
    """A plan being run."""

    def __init__(self, plan: Plan, book: Book, workers: BatchWorkers, keep: bool) -> None:
        if plan.digest != book.tables.digest:
            raise PlanError(f"the plan is for another version of {book.tables.id} (sha256 {plan.digest[:12]})")
        if workers.compiled and not can_compile():
            raise MissingExtra("the compiled kernel needs Numba: pip install 'cessation[fast]'")
        wanted = can_compile() if workers.compiled is None else workers.compiled
        compiled = wanted and plays_in_kernel(plan, book.tables)
        self.plan, self.book = plan, book
        self.work = BatchWork(book.tables, plan, compiled, keep)
        self.asked, self.jobs = workers.jobs, 1
        self.totals = BatchTotals.none(book.tables)
        self.digest = hashlib.sha256()

    def _take(self, totals: BatchTotals, rows: bytes) -> None:
        self.totals = self.totals.plus(totals)
        self.digest.update(rows)

    def _blocks(self, todo: range) -> Generator[PlayedBlock]:
        """The blocks still to be played, in order."""
        if self.asked is None and todo:
            begun = time.perf_counter()
            yield self.work.play(todo[0])
            todo = todo[1:]
            pays = (time.perf_counter() - begun) * len(todo) > POOL_PAYS
            self.asked = processors() if pays else 1
        self.jobs = max(1, min(self.asked or 1, len(todo)))
        if self.jobs > 1:
            yield from in_pool(self.work, todo, self.jobs)
        else:
            yield from map(self.work.play, todo)

    def play(self, folder: BatchFolder | None, on_progress: Progress) -> dict[str, Any]:
        """Play to the end; returns the summary, with what varies from run to run under ``performance``."""
        for totals, rows in folder.earlier() if folder else ():
            self._take(totals, rows)
        on_progress(self.totals.games)
        earlier = self.totals
        begun = time.perf_counter()
        todo = range(folder.done if folder else 0, self.plan.blocks)
        if todo:
            with interrupts_noted(at_once=True):
                self.work.prepare()
        prepared = time.perf_counter()
        with closing(self._blocks(todo)) as blocks:
            for block in blocks:
                self._take(block.totals, block.rows)
                if folder:
                    folder.add(block)
                on_progress(self.totals.games)
        summary = summarise(self.plan, self.book, self.totals, self.digest.hexdigest())
        if folder:
            folder.finish(summary)
        return {**summary, "performance": self._performance(earlier, prepared - begun, time.perf_counter() - prepared)}

    def _performance(self, earlier: BatchTotals, preparing: float, seconds: float) -> dict[str, Any]:
        games = self.totals.games - earlier.games
        decisions = self.totals.decisions - earlier.decisions
        return {
            "seconds": round(seconds, 3),
            "preparation_seconds": round(preparing, 3),
            "games_per_second": round(games / max(seconds, 1e-9), 1),
            "decisions_per_second": round(decisions / max(seconds, 1e-9), 1),
            "games_resumed": earlier.games,
            "jobs": self.jobs,
            "compiled": self.work.compiled,
            **peak_memory(),
        }


def run_plan(
    plan: Plan,
    book: Book,
    workers: BatchWorkers,
    out: Path | None = None,
    resume: bool = False,
    on_progress: Progress = lambda _: None,
) -> dict[str, Any]:
    """Run a plan to its summary (plain data; see ``summarise``), with its performance beside it.

    ``out`` is the folder for its tables, None to keep nothing; ``resume`` goes on with what an interrupted run left
    there. ``on_progress`` is told how many games are done. Raises CessationError; at KeyboardInterrupt the folder is
    left such that the same plan can go on in it.
    """
    running = BatchRun(plan, book, workers, keep=out is not None)
    if out is None:
        return running.play(None, on_progress)
    folder = BatchFolder(out, plan, book)
    try:
        folder.open(resume)
        return running.play(folder, on_progress)
    except OSError as error:
        raise CessationError(f"{out}: cannot be written ({error.strerror or error})") from None
    finally:
        folder.close()

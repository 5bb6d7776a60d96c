"""Profiles played: blocks of games in the kernel, each reduced at once to the units of the quantities asked for.

A game's number and the rng_seed fix its luck, so that two profiles meet the same games, and results do not depend on
the number of processes.
"""

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any, NamedTuple

from sim.ai.kernel import Kernel, can_compile, compiled_kernel, kernel_cache, plain_kernel
from sim.ai.registry import make_brain
from sim.analysis.study.asked import Questions
from sim.analysis.study.daily import DailyTable, fill_worked_out, rows_of
from sim.analysis.study.truces import Truces
from sim.analysis.study.units import GameUnits, Unit
from sim.errors import CessationError, MissingExtra
from sim.rules import layout as at
from sim.scenario.tables import RulesTables

BLOCK = 64  # games played at a time: their daily rows are what memory goes to

GameQuantities = dict[str, list[Unit]]
Tell = Callable[[int], None]


@dataclass(frozen=True)
class Plan:
    """What one profile has played: tables, the agents of both seats, the questions."""

    tables: RulesTables
    agents: tuple[str, str]
    questions: Questions


class PlannedBlock(NamedTuple):
    """A block of games of one of several plans."""

    plan: int
    first: int
    games: int
    rng_seed: int


@dataclass
class _Table:
    """A plan with its kernel, ready to play."""

    plan: Plan
    kernel: Kernel
    truces: Truces

    def play(self, order: PlannedBlock) -> list[GameQuantities]:
        kernel, tables = self.kernel, self.plan.tables
        brains = [make_brain(tables, agent, seat) for seat, agent in enumerate(self.plan.agents)]
        tape = kernel.tape(order.games, days=True)
        kernel.play_games(kernel.ints, kernel.reals, kernel.desk(*brains), tape, order.rng_seed, order.first)
        return [self._answer(tape, game) for game in range(order.games)]

    def _answer(self, tape: Any, game: int) -> GameQuantities:
        asked, final = self.plan.questions, tape.finals[game]
        nights = int(final[at.DAY]) - (final[at.TURN] < 2.0)
        rows = rows_of(tape.days[game], nights, asked.columns.slots())
        truce, age = asked.columns.find("truce"), asked.columns.find("age")
        agreements = tape.agreements[game][: tape.signed[game]]
        standing = [(row[truce], row[age]) for row in rows]
        truces = self.truces.of_game(agreements, standing, float(final[at.AGE]))
        fill_worked_out(asked.columns, rows, truces, [float(score) for score in tape.scores[game]])
        units = GameUnits(asked, DailyTable(rows, truces, int(final[at.ENDING])))
        return {name: units.of(quantity) for name, quantity in asked.quantities.items()}


_tables: list[_Table] = []  # a worker's own; filled once as it starts


def _sit_down(plans: Sequence[Plan], compiled: bool) -> list[_Table]:
    cache = kernel_cache() if compiled else None
    kernels = [compiled_kernel(plan.tables, cache) if compiled else plain_kernel(plan.tables) for plan in plans]
    return [_Table(plan, kernel, Truces(plan.tables)) for plan, kernel in zip(plans, kernels, strict=True)]


def _enter(plans: Sequence[Plan], compiled: bool) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent to answer
    _tables.extend(_sit_down(plans, compiled))


def _play(order: PlannedBlock) -> list[GameQuantities]:
    return _tables[order.plan].play(order)


def _in_pool(
    plans: Sequence[Plan], orders: Sequence[PlannedBlock], jobs: int, compiled: bool
) -> Iterator[list[GameQuantities]]:
    context = multiprocessing.get_context("spawn")
    try:
        with ProcessPoolExecutor(jobs, mp_context=context, initializer=_enter, initargs=(plans, compiled)) as pool:
            yield from pool.map(_play, orders)
    except BrokenProcessPool:
        message = "a worker process died; was there enough memory? With fewer --jobs there is more for each"
        raise CessationError(message) from None


def _here(plans: Sequence[Plan], orders: Sequence[PlannedBlock], compiled: bool) -> Iterator[list[GameQuantities]]:
    seated = _sit_down(plans, compiled)
    return (seated[order.plan].play(order) for order in orders)


def whether_compiled(wanted: bool | None) -> bool:
    """Whether the compiled kernel plays: if it is wanted, or None is said and it can; raises MissingExtra."""
    if wanted and not can_compile():
        raise MissingExtra("the compiled kernel needs Numba: pip install 'cessation[fast]'")
    return can_compile() if wanted is None else wanted


def play_plans(
    plans: Sequence[Plan], games: int, rng_seed: int, jobs: int, compiled: bool, tell: Tell = lambda _: None
) -> list[dict[str, list[list[Unit]]]]:
    """For each plan and quantity the units of each game, in order. `tell` hears how many games are done, of all."""
    orders = [
        PlannedBlock(plan, first, min(BLOCK, games - first), rng_seed)
        for plan in range(len(plans))
        for first in range(0, games, BLOCK)
    ]
    found: list[dict[str, list[list[Unit]]]] = [{name: [] for name in plan.questions.quantities} for plan in plans]
    blocks = _in_pool(plans, orders, jobs, compiled) if jobs > 1 else _here(plans, orders, compiled)
    done = 0
    for order, block in zip(orders, blocks, strict=True):
        for answers in block:
            for name, units in answers.items():
                found[order.plan][name].append(units)
        done += order.games
        tell(done)
    return found

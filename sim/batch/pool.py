"""Blocks played by worker processes, in order, none lost: a worker that is killed breaks its pool and no more."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from itertools import islice
from multiprocessing.connection import wait
from typing import Any, Protocol, Self, TypeVar

from sim.batch.interrupts import interrupts_noted
from sim.errors import CessationError

AHEAD = 3  # blocks handed out for each worker: enough to keep it busy, few enough to keep memory flat
MOST_DEATHS = 3

Played = TypeVar("Played")
Done_co = TypeVar("Done_co", covariant=True)


class BlockWork(Protocol[Done_co]):
    """What is played block by block, anywhere and in any order: a block's number decides what comes of it."""

    def bare(self) -> Self:
        """The same without what cannot be sent to another process."""

    def play(self, index: int) -> Done_co:
        """Play a block."""

    def name(self, index: int) -> str:
        """A block in words."""


_work: list[BlockWork[Any]] = []  # a worker's own; filled once as it starts


class WorkersDiedError(CessationError):
    """Workers died again and again before any block was done."""


def _die_with_parent() -> None:
    """End this process when the one that started it is gone, however it went."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _enter(work: BlockWork[Any]) -> None:
    """A worker starts."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    _work.append(work)


def _play(index: int) -> Any:
    return _work[0].play(index)


def _one_pool(work: BlockWork[Played], todo: Sequence[int], jobs: int) -> Generator[Played]:
    """Blocks in order; raises BrokenProcessPool if a worker dies."""
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_enter, initargs=(work.bare(),))
    coming = iter(todo)
    waiting: deque[Future[Played]] = deque()

    def hand_out(blocks: Iterable[int]) -> None:
        with interrupts_noted():  # workers are started as work comes in
            waiting.extend(pool.submit(_play, index) for index in blocks)

    try:
        hand_out(islice(coming, jobs * AHEAD))
        while waiting:
            block = waiting.popleft().result()
            hand_out(islice(coming, 1))
            yield block
    except BaseException:
        for worker in list((pool._processes or {}).values()):  # Python 3.14 has a method for it
            worker.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def in_pool(work: BlockWork[Played], todo: Sequence[int], jobs: int) -> Generator[Played]:
    """Blocks in order, played by ``jobs`` processes. What a dead worker had in hand is played again.

    Raises WorkersDiedError if workers die ``MOST_DEATHS`` times with nothing done in between, and what a block raises.
    """
    left, deaths = deque(todo), 0
    while left:
        try:
            with closing(_one_pool(work, tuple(left), jobs)) as blocks:
                for block in blocks:
                    left.popleft()
                    deaths = 0
                    yield block
        except BrokenProcessPool:
            deaths += 1
            if deaths == MOST_DEATHS:
                raise WorkersDiedError(
                    f"worker processes died {deaths} times over {work.name(left[0])}; "
                    "was there enough memory? With fewer --jobs there is more for each"
                ) from None

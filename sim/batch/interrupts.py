"""Ctrl+C where it would do harm: while processes are started, and in code that loses exceptions."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def interrupts_noted(at_once: bool = False) -> Iterator[None]:
    """Answer Ctrl+C at the end of the block; with ``at_once`` also right away, in case that goes unheard.

    An exception raised in a callback from compiled code goes unheard. Processes that are started in the block never
    get the signal, not even while they import.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # signals are not for this thread
        return
    noted: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        noted.append(number)
        if at_once:
            raise KeyboardInterrupt

    masks = hasattr(signal, "pthread_sigmask") and not at_once
    answer = signal.signal(signal.SIGINT, note)
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if masks else None
    try:
        yield
    finally:
        if mask is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, answer)
    if noted and callable(answer):
        answer(noted[0], None)

"""What is thought in a process of its own, so that neither a frame nor a person waits for it."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import sim

PARENT = "CESSATION_PARENT"  # in the environment of the other process: who started it


class Elsewhere:
    """A process of its own that is told lines of JSON, and answers with lines of JSON."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def start(self, command: tuple[str, ...], first: dict[str, Any]) -> None:
        """Start it, and tell it what it begins with; raises OSError."""
        above = str(Path(sim.__file__).resolve().parents[1])
        environment = {**os.environ, "PYTHONPATH": above, PARENT: str(os.getpid())}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, env=environment
        )
        self.tell(first)

    def kill(self) -> None:
        """End the process at once, from another thread."""
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        for stream in (process.stdin, process.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()
        with suppress(subprocess.TimeoutExpired):
            process.wait(1.0)
        if process.poll() is None:
            process.kill()
            process.wait()

    def tell(self, message: dict[str, Any]) -> None:
        """Say a line; raises OSError if nobody listens."""
        stream = self._process.stdin if self._process else None
        if stream is None:
            raise OSError("the other process is gone")
        stream.write(json.dumps(message) + "\n")
        stream.flush()

    def hear(self) -> Any:
        """Wait for a line; raises OSError if none will come, ValueError if it is no JSON."""
        stream = self._process.stdout if self._process else None
        line = stream.readline() if stream else ""
        if not line:
            raise OSError("the other process has ended")
        return json.loads(line)


def serve(answer: Callable[[IO[str], IO[str]], None], *, yielding: int = 0) -> None:
    """Be the other process: answer lines until nobody asks any more, ``yielding`` to those who come first."""
    threading.Thread(target=_leave_with, args=(int(os.environ.get(PARENT, os.getppid())),), daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(yielding)
    with suppress(KeyboardInterrupt, BrokenPipeError):
        answer(sys.stdin, sys.stdout)


def _leave_with(parent: int) -> None:
    """End this process, whatever it is thinking about, once the one that started it is gone."""
    while os.getppid() == parent:
        time.sleep(1.0)
    os._exit(0)

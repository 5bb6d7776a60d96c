"""What all tests share: how hard hypothesis looks, and compiled kernels.

The profile ``house`` tries the same examples every time; ``pytest --hypothesis-profile search`` looks for new ones.
"""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from sim.ai.kernel import Kernel, can_compile, compiled_kernel
from sim.ai.registry import make_brain
from sim.scenario.tables import RulesTables
from tests.games import tiny

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
settings.register_profile(
    "house", max_examples=30, derandomize=True, deadline=None, database=None, suppress_health_check=SLOW
)
settings.register_profile("search", max_examples=500, deadline=None, print_blob=True, suppress_health_check=SLOW)
settings.load_profile("house")

# Started in the background by a shell, tests would ignore interrupts, and whatever they start would with them.
signal.signal(signal.SIGINT, signal.default_int_handler)

MakeKernel = Callable[[RulesTables], Kernel]


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Only one test process at a time is inside."""
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
            break
        except FileExistsError:
            time.sleep(0.1)
    try:
        yield
    finally:
        lock.unlink()


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder that all test processes share, so that one of them compiles and the others read."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def kernels(cache: Path, *, boundscheck: bool) -> MakeKernel:
    """Compiled kernels, kept where the game would keep them in a cache folder."""
    if not can_compile():
        pytest.skip("needs the extra `fast`")
    with alone(cache / f"compiling-{boundscheck}"):
        kernel = compiled_kernel(tiny(), cache / "kernels", boundscheck=boundscheck)
        tape, desk = kernel.tape(1), kernel.desk(*(make_brain(tiny(), "hold", seat) for seat in range(2)))
        kernel.play_games(kernel.ints, kernel.reals, desk, tape, 0, 0)
    return lambda tables: compiled_kernel(tables, cache / "kernels", boundscheck=boundscheck)


@pytest.fixture(scope="session")
def compiled(shared_cache: Path) -> MakeKernel:
    """The kernel compiled as it is used."""
    return kernels(shared_cache, boundscheck=False)


@pytest.fixture(scope="session")
def checked(shared_cache: Path) -> MakeKernel:
    """The kernel compiled so that reading or writing out of bounds raises IndexError."""
    return kernels(shared_cache, boundscheck=True)

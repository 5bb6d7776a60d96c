"""Memory does not grow with the number of games."""

import subprocess
import sys
from pathlib import Path

import pytest

from sim.batch.plan import BLOCK
from tests.conftest import MakeKernel

CHILD = """
import sys
from pathlib import Path
from sim.ai import kernel
from sim.batch.plan import make_plan
from sim.batch.run import BatchWorkers, run_plan
from sim.scenario.book import open_book
kernel.cache_folder = lambda: Path(sys.argv[1])
book = open_book("tiny")
asked = make_plan(book.tables, "tiny", {"hill": "random"}, games=int(sys.argv[2]))
run_plan(asked, book, BatchWorkers(1, True), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def peak(cache: Path, games: int, *out: str) -> int:
    """Most memory that a run of its own held, in kB; what is compiled it finds in the cache folder."""
    asked = [str(cache), str(games), *out]
    done = subprocess.run([sys.executable, "-c", CHILD, *asked], check=True, capture_output=True, text=True)
    return int(done.stdout)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc to measure")
def test_four_times_the_games_take_no_more_memory(compiled: MakeKernel, shared_cache: Path, tmp_path: Path) -> None:
    few, many = 200 * BLOCK, 800 * BLOCK
    assert peak(shared_cache, many) < 1.15 * peak(shared_cache, few)
    written = {games: peak(shared_cache, games // 4, str(tmp_path / str(games))) for games in (few, many)}
    assert written[many] < 1.15 * written[few]

"""Workers that die, agents that fail, and Ctrl+C: nothing is lost, and what went wrong is said."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.batch.plan import BLOCK
from sim.batch.pool import MOST_DEATHS, WorkersDiedError
from sim.batch.run import BatchWorkers
from sim.session.play import AgentError
from tests.batch.conftest import files, plan, run

Bots = Callable[[int], Path]
TWO = BatchWorkers(jobs=2)
COMMAND = [sys.executable, "-m", "sim"]


def children(parent: int) -> list[int]:
    """Processes whose parent is `parent`."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(stat.parent.name))
    return found


def test_a_killed_worker_loses_nothing(bots: Bots) -> None:
    lives = bots(1)
    asked = plan(agents={"hill": "mortal", "shore": "random"}, games=3 * BLOCK)
    after_a_death = run(asked, TWO)
    assert lives.read_text() == "0"
    assert run(asked, TWO) == after_a_death


def test_workers_that_always_die_end_the_run_with_a_word(bots: Bots) -> None:
    bots(100)
    with pytest.raises(WorkersDiedError, match=f"died {MOST_DEATHS} times over games 0 to {BLOCK - 1}"):
        run(plan(agents={"hill": "mortal"}, games=2 * BLOCK), TWO)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("agent", "message"),
    [
        ("cheat", "game 0: cheat on day 1: .*no such package"),
        ("clumsy", "game 0: clumsy on day 1 failed: ZeroDivisionError"),
    ],
)
def test_an_agent_that_fails_is_named_with_its_game_and_day(bots: Bots, agent: str, message: str, jobs: int) -> None:
    bots(0)
    with pytest.raises(AgentError, match=message):
        run(plan(agents={"hill": agent, "shore": agent}, games=2 * BLOCK), BatchWorkers(jobs))


def waiting_for(process: subprocess.Popen[str], progress: Path, blocks: int) -> None:
    """Until so many blocks are kept."""
    for _ in range(3000):
        assert process.poll() is None, process.communicate()
        if progress.exists() and json.loads(progress.read_text())["blocks"] >= blocks:
            return
        time.sleep(0.01)
    raise AssertionError("nothing is kept")


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to find the workers")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_command_leaves_no_workers_and_can_be_resumed(tmp_path: Path, end: signal.Signals) -> None:
    asked = plan(games=40 * BLOCK)
    words = ["--hill", "random", "--shore", "boulware", "--games", str(asked.games), "--no-compiled", "--jobs", "2"]
    command = [*COMMAND, "run", "tiny", *words, "--out", str(tmp_path / "part")]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    waiting_for(process, tmp_path / "part" / "progress.json", 2)
    workers = children(process.pid)
    assert len(workers) >= 2
    if end == signal.SIGINT:
        os.killpg(process.pid, end)  # as a terminal does
    else:
        process.kill()
    _, said = process.communicate()
    assert process.returncode == (130 if end == signal.SIGINT else -signal.SIGKILL)
    if end == signal.SIGINT:
        assert "Traceback" not in said
        assert "--resume" in said
    for _ in range(1000):
        alive = [pid for pid in workers if Path(f"/proc/{pid}/cmdline").exists() and b"spawn" in cmdline(pid)]
        if not alive:
            break
        time.sleep(0.01)
    assert not alive
    resumed = subprocess.run([*command, "--resume", "--json"], check=True, capture_output=True, text=True)
    expected = run(asked, BatchWorkers(2, False), tmp_path / "whole")
    found = json.loads(resumed.stdout)
    assert found.pop("performance")["games_resumed"] >= 2 * BLOCK
    assert found == expected
    assert files(tmp_path / "part") == files(tmp_path / "whole")


def cmdline(pid: int) -> bytes:
    """The command line of a process; empty once it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""

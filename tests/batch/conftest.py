"""What tests of batches share: books, short runs, a cache of their own, and agents that are not built in."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from sim.batch.plan import Plan, make_plan
from sim.batch.run import BatchWorkers, run_plan
from sim.scenario.book import Book, open_book

PLAIN = BatchWorkers(jobs=1, compiled=False)
AGENTS = '''
import multiprocessing, os, signal
from pathlib import Path
from sim.ai.agent import Decision
from sim.record.notation import END, Action

class Idle:
    """Ends its turn at once, as `hold` does."""
    def __init__(self, tables, seat):
        pass
    def decide(self, seen, legal, luck):
        return Decision(END)

class Mortal(Idle):
    """Kills the worker it plays in, as often as the file named in MORTAL says."""
    def decide(self, seen, legal, luck):
        file = Path(os.environ["MORTAL"])
        lives = int(file.read_text())
        if multiprocessing.parent_process() is not None and lives:
            spare = file.with_suffix(f".{os.getpid()}")
            spare.write_text(str(lives - 1))
            spare.replace(file)  # at once, for another worker may be reading it
            os.kill(os.getpid(), signal.SIGKILL)
        return Decision(END)

class Frank(Idle):
    """Says what it believes and why."""
    def decide(self, seen, legal, luck):
        return Decision(END, {"whim": seen.values[0]}, {"accepts": 0.25})

class Cheat(Idle):
    """Breaks the rules."""
    def decide(self, seen, legal, luck):
        return Decision(Action(1, -1, 0))

class Clumsy(Idle):
    """Raises an error of its own."""
    def decide(self, seen, legal, luck):
        return 1 / 0
'''
ENTRY_POINTS = """[cessation.agents]
idle = bots:Idle
mortal = bots:Mortal
frank = bots:Frank
cheat = bots:Cheat
clumsy = bots:Clumsy
"""

Summary = dict[str, Any]


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home for caches, in which compiled kernels are those of the fixture `compiled`."""
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = base / "home"
    (folder / "cache").mkdir(parents=True, exist_ok=True)
    (base / "compiled").mkdir(exist_ok=True)
    with suppress(FileExistsError):
        (folder / "cache" / "kernels").symlink_to(base / "compiled", target_is_directory=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CESSATION_HOME", str(folder))
        patch.delenv("CESSATION_COMPILED", raising=False)
        yield folder


@lru_cache
def book(name: str = "tiny") -> Book:
    """A shipped scenario."""
    return open_book(name)


def plan(name: str = "tiny", agents: dict[str, str] | None = None, tables: str = "", **numbers: Any) -> Plan:
    """A plan; without agents, lively ones."""
    tables_of = book(name).tables
    lively = dict(zip(tables_of.names.seats, ("random", "boulware"), strict=True))
    return make_plan(tables_of, name, lively if agents is None else agents, tables.split(), **numbers)


def run(asked: Plan, workers: BatchWorkers = PLAIN, out: Path | None = None, **more: Any) -> Summary:
    """A summary without its performance."""
    summary = run_plan(asked, book(asked.scenario), workers, out, **more)
    assert summary.pop("performance")
    return summary


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder, by path."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


@pytest.fixture
def bots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Path]:
    """Agents of an installed package; called with how many workers `mortal` may kill, gives the file that counts."""
    site = tmp_path / "site"
    (site / "bots-1.0.dist-info").mkdir(parents=True)
    (site / "bots.py").write_text(AGENTS)
    (site / "bots-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: bots\nVersion: 1.0\n")
    (site / "bots-1.0.dist-info" / "entry_points.txt").write_text(ENTRY_POINTS)
    monkeypatch.syspath_prepend(site)

    def lives(count: int) -> Path:
        file = tmp_path / "mortal"
        file.write_text(str(count))
        monkeypatch.setenv("MORTAL", str(file))
        return file

    return lives

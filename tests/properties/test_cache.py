"""Edited rules are never answered from an old cache of compiled code: tried on a copy of the sources, for real."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sim.ai.kernel import can_compile
from tests.architecture.source import SIM

# Compiles two small functions of the kernel: `transfer` calls nothing, `change` calls `clamp` of another module, and
# both reach for constants of `layout`. Prints what they do, and how many answers came from the cache.
TRIAL = """
import json, sys
from pathlib import Path
import numpy as np
from sim.rules import arithmetic, compiled, effects, events, luck, terms
if sys.argv[2] == "blind":
    compiled.fingerprint = lambda *_: "always-the-same"
functions = compiled.bind([arithmetic, events, luck, terms, effects], {"change", "transfer"}, Path(sys.argv[1]))
ints, reals = np.zeros(200, np.int32), np.array([0.0, 10.0] * 9 + [0.0, 7.0] * 9)
ints[4] = 18  # where ranges would stand if their constant were the one before
state = np.array([5.0, 1.0])
functions["change"](ints, reals, state, 0, 99.0)
functions["transfer"](ints, reals, state, 0, 1, 4.0)
hits = sum(sum(functions[name].stats.cache_hits.values()) for name in ("change", "transfer"))
print(json.dumps([list(state), hits]))
"""
AS_WRITTEN = [6.0, 5.0]

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not can_compile(), reason="needs the extra `fast`")]


class Sources:
    """A copy of the package that can be edited, and a cache of its compiled code."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "copy"
        self.cache = folder / "cache"
        ignored = shutil.ignore_patterns("__pycache__")
        for name in ("__init__.py", "rules"):
            source, target = SIM / name, self.root / "sim" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(source, target, ignore=ignored) if source.is_dir() else shutil.copy(source, target)

    def edit(self, module: str, old: str, new: str) -> None:
        """Change a line of a rule, and leave the size and the time of the file as they were."""
        file = self.root / "sim/rules" / module
        text, times = file.read_text("utf-8"), file.stat()
        assert text.count(old) == 1
        assert len(old) == len(new)
        file.write_text(text.replace(old, new), "utf-8")
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))

    def run(self, how: str = "sound") -> tuple[list[float], int]:
        """What compiled code of these sources does, in a process of its own, and how much of it was cached."""
        environment = {**os.environ, "PYTHONPATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-c", TRIAL, str(self.cache), how]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, cwd=self.root)
        state, hits = json.loads(done.stdout)
        return state, hits


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    return Sources(tmp_path)


CALLEE = ("arithmetic.py", "        return high\n", "        return x -4\n")
CONSTANT = ("layout.py", "OFFER_LASTS,\n    RANGES_REALS,", "RANGES_REALS,\n    OFFER_LASTS,")


def test_a_second_process_reads_what_the_first_compiled(sources: Sources) -> None:
    assert sources.run() == (AS_WRITTEN, 0)
    assert sources.run() == (AS_WRITTEN, 2)


def test_an_edited_callee_is_compiled_anew(sources: Sources) -> None:
    assert sources.run()[0] == AS_WRITTEN
    sources.edit(*CALLEE)
    assert sources.run() == ([91.0, 5.0], 0)


def test_an_edited_constant_of_another_module_is_compiled_anew(sources: Sources) -> None:
    assert sources.run()[0] == AS_WRITTEN
    sources.edit(*CONSTANT)
    assert sources.run() == ([3.0, 5.0], 0)


def test_the_trap_is_real(sources: Sources) -> None:
    """Without a cache named by the sources, the edit would go unnoticed."""
    assert sources.run("blind")[0] == AS_WRITTEN
    sources.edit(*CALLEE)
    assert sources.run("blind") == (AS_WRITTEN, 2)

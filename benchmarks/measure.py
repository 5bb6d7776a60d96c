"""Figures of speed and memory, printed as JSON. Ratios within one run; never a test.

python benchmarks/measure.py [--games N]
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from typing import Any

PYTHON = sys.executable


def seconds(*command: str, times: int = 7) -> float:
    """Median wall seconds of a command as a whole process."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def command_json(*arguments: str) -> dict[str, Any]:
    """What a subcommand prints with --json."""
    done = subprocess.run([PYTHON, "-m", "sim", *arguments, "--json"], check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def peak_mib(games: int) -> float:
    """Peak memory of a whole run of that many games in one process, in MiB."""
    code = (
        "import resource, sys; from sim.cli.main import cli;"
        f"cli(['run', 'aleppo-2016', '--games', '{games}', '--jobs', '1', '--json', '--quiet'], standalone_mode=False);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )
    done = subprocess.run([PYTHON, "-c", code], check=True, capture_output=True, text=True)
    return int(done.stderr.split()[-1]) / 1024


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=2000)
    games = parser.parse_args().games
    bare = seconds(PYTHON, "-c", "pass")
    helps = seconds(PYTHON, "-m", "sim", "--help")
    figures = {
        "bench": command_json("bench", "--games", str(games)),
        "help_ms": round(helps * 1e3, 1),
        "python_ms": round(bare * 1e3, 1),
        "peak_mib": {str(n): round(peak_mib(n), 1) for n in (games, 4 * games)},
        "self_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()

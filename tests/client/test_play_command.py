"""``cessation play`` as a process: ends of input, interruptions, kills."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from sim.client.saving.saves import games_folder
from sim.record.record import drop_torn_tail, read_record
from sim.session.replay import replay
from tests.client.play import book

COMMAND = [sys.executable, "-m", "sim", "play"]


def environment(home: Path) -> dict[str, str]:
    """The process's surroundings: its own home, this checkout, plain columns."""
    return {**os.environ, "CESSATION_HOME": str(home), "PYTHONPATH": str(Path.cwd()), "COLUMNS": "97", "NO_COLOR": "1"}


def run(home: Path, *arguments: str, lines: Sequence[str] | bytes = ()) -> subprocess.CompletedProcess[bytes]:
    """The command with a pipe for a keyboard."""
    fed = lines if isinstance(lines, bytes) else "".join(f"{line}\n" for line in lines).encode()
    return subprocess.run(
        [*COMMAND, *arguments], check=False, input=fed, capture_output=True, env=environment(home), timeout=60
    )


def test_a_game_by_pipe_ends_cleanly_and_is_kept(own_home: Path) -> None:
    done = run(
        own_home, "tiny", "--seat", "hill", "--agent", "linear", "--text", "--rng-seed", "1", lines=["end", "look"]
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Your game is kept" in done.stdout
    again = run(own_home, "--continue", "--text", lines=["", "", "", "quit"])
    assert again.returncode == 0
    assert b"SCORES" in again.stdout


def test_nothing_to_read_at_all_ends_cleanly(own_home: Path) -> None:
    done = run(own_home)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Which crisis?".upper() in done.stdout


def test_bytes_that_are_no_text_break_nothing(own_home: Path) -> None:
    junk = bytes(range(256)) + b"\n\xff\xfe\n\x00\x1b[2J\npropose \xc3\x28\n"
    done = run(own_home, "tiny", "--seat", "shore", "--agent", "linear", "--text", lines=junk)
    assert done.returncode == 0
    assert b"Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (["nowhere"], 66, b"no scenario"),
        (["tiny", "--seat", "valley"], 2, b"hill, shore"),
        (["tiny", "--seat", "hill", "--agent", "nobody"], 2, b"no agent"),
        (["--load", "nothing"], 66, b"no save"),
        (["tiny", "--rng-seed", "-1"], 2, b"rng-seed"),
    ],
)
def test_a_wrong_wish_is_answered_with_an_exit_code(
    own_home: Path, arguments: list[str], code: int, word: bytes
) -> None:
    done = run(own_home, *arguments, "--text")
    assert done.returncode == code
    assert word in done.stderr
    assert b"Traceback" not in done.stderr


def begun(home: Path) -> subprocess.Popen[bytes]:
    """A game in a process of its own, at its first prompt."""
    process = subprocess.Popen(
        [*COMMAND, "tiny", "--seat", "hill", "--text", "--rng-seed", "3"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(home),
    )  # fmt: skip
    assert process.stdout is not None
    while process.stdout.readline().strip()[:5] != b"Enter":
        assert process.poll() is None
    return process


@pytest.mark.skipif(os.name == "nt", reason="interrupts are sent otherwise there")
def test_an_interrupt_ends_with_130_and_keeps_the_game(own_home: Path) -> None:
    process = begun(own_home)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert b"Your game is kept" in out


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there is no such kill there")
def test_a_killed_game_loses_no_committed_turn(own_home: Path) -> None:
    waits = random.Random(1)
    for _ in range(6):
        process = begun(own_home)
        assert process.stdin is not None
        process.stdin.write(b"end\n")
        process.stdin.flush()
        time.sleep(waits.random() * 0.02)
        process.kill()
        process.communicate()
    for path in games_folder().iterdir():
        drop_torn_tail(path)
        done = run(own_home, "--load", str(path), "--text", lines=["", "", "", ""])
        assert done.returncode == 0
        assert b"SCORES" in done.stdout
        branch = max(games_folder().iterdir(), key=lambda each: each.stat().st_mtime_ns)
        assert replay(book("tiny").tables, read_record(branch)) is None
        branch.unlink()

"""Killed at any moment, a game keeps every turn that was committed."""

import os
import random
import signal
import subprocess
import sys
import threading
from collections import defaultdict
from pathlib import Path

import pytest

from sim.errors import CessationError
from sim.record.record import RecordError, RecordFile, drop_torn_tail, read_record
from sim.session.replay import replay, resume
from sim.session.session import Session
from sim.testing.play import header_of, pass_turns, pick_legal, scrambled
from tests.architecture.source import ROOT
from tests.games import tiny

LIVES = 100


def lives(folder: Path) -> dict[str, list[str]]:
    """Kill players, each at a random moment of its life; what each file's player acknowledged before."""
    command = [sys.executable, "-m", "tests.session.killed", str(folder), str(LIVES)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    moments = random.Random(1)
    acknowledged: dict[str, list[str]] = defaultdict(list)
    killed = 0
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        for line in parent.stdout:
            name, what = line.split()
            if name == "born":
                threading.Timer(moments.uniform(0.0, 0.06), os.kill, (int(what), signal.SIGKILL)).start()
            elif name == "gone":
                assert int(what) == signal.SIGKILL
                killed += 1
            else:
                acknowledged[name].append(what)
    assert parent.returncode == 0
    assert killed == LIVES
    return acknowledged


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
def test_no_committed_turn_is_lost_in_a_hundred_killings(tmp_path: Path) -> None:
    acknowledged = lives(tmp_path)
    assert sum(map(len, acknowledged.values())) > LIVES
    cut_short = 0
    for name, hashes in acknowledged.items():
        record = read_record(tmp_path / name)
        kept = [line[2:] for line in record.lines if line.startswith("= ")]
        assert kept[: len(hashes)] == hashes, f"{name} lost a turn"
        assert len(kept) - len(hashes) <= 1, "one commit at most was written and not yet acknowledged"
        cut_short += not record.finished
    assert cut_short >= LIVES // 4, "the killings came too late to prove anything"
    for name in list(acknowledged)[:: max(1, len(acknowledged) // 60)]:
        check_goes_on(tmp_path / name)


def check_goes_on(path: Path) -> None:
    """A record that was cut short replays, can be played on, and then replays as a whole."""
    drop_torn_tail(path)
    record = read_record(path)
    assert replay(tiny(), record) is None
    file = RecordFile(path, fresh=False)
    pass_turns(resume(tiny(), record, file.write))
    file.close()
    whole = read_record(path)
    assert whole.finished
    assert replay(tiny(), whole) is None


# -------------------------------------------------------------------------------------------------------- torn tails
def small_record() -> bytes:
    """A short game in which something is noted with every ply, as bytes."""
    lines: list[str] = []
    session = Session(tiny(), header_of(tiny(), game=3), lines.extend)
    for number in scrambled(7, 8):
        session.note({"accepts": 0.25}, {"whim": 0.5})
        session.act(pick_legal(tiny(), list(session.true_state()), number))
    pass_turns(session)
    return "".join(f"{line}\n" for line in lines).encode()


def test_a_record_torn_at_any_byte_keeps_what_was_committed(tmp_path: Path) -> None:
    data = small_record()
    file = tmp_path / "torn.txt"
    lines = data.decode().splitlines()
    header = len(lines[0]) + 1
    whole = {0: 1}  # lines that are committed, by the number of whole lines
    for i, line in enumerate(lines, 1):
        whole[i] = i if line.startswith("= ") else max(1, whole[i - 1])
    seen = set()
    for size in range(len(data)):
        file.write_bytes(data[:size])
        if size < header:
            with pytest.raises(RecordError):
                read_record(file)
            continue
        record = read_record(file)
        kept = whole[data[:size].count(b"\n")]
        assert list(record.lines) == lines[1:kept]
        torn = data[:size].decode().splitlines()[kept:]
        assert record.dropped == len(torn)
        assert drop_torn_tail(file) == len(torn)
        assert file.read_bytes() == "".join(f"{line}\n" for line in lines[:kept]).encode()
        if kept not in seen:
            seen.add(kept)
            check_goes_on(file)
    assert len(seen) == 1 + sum(line.startswith("= ") for line in lines[:-1])


def test_a_record_changed_at_any_byte_is_found_out(tmp_path: Path) -> None:
    """A letter for another, anywhere: the record is refused, or its replay departs, or less of it is committed."""
    data = small_record()
    file = tmp_path / "changed.txt"
    count = data.count(b"\n= ")
    for at in range(0, len(data), 5):
        changed = bytearray(data)
        changed[at] = changed[at] ^ 1 if chr(changed[at] ^ 1).isprintable() else ord("x")
        file.write_bytes(bytes(changed))
        try:
            record = read_record(file)
            departure = replay(tiny(), record)
        except CessationError:  # any of ours, but nothing else will do
            continue
        torn = sum(line.startswith("= ") for line in record.lines) < count
        assert departure is not None or torn, f"byte {at}: {data[at : at + 1]!r}"

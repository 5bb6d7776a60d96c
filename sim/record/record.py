"""The record of a game: an append-only text that a person can read and a program can replay to the bit.

The first line is the header. Then, day by day: a line for each ply, indented lines for what its seat noted (see
``notes``) and for what followed, night lines, and after each committed turn and each night a line ``= hash``. Hashes
chain: each covers all text since the last one and the exact state. A torn tail (whatever follows the last hash line) is
dropped with a notice when a record is opened.
"""

import hashlib
import os
import re
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from sim.errors import CessationError, MissingFile

FORM = "cessation-record 1"
MAX_BYTES = 64_000_000
MAX_LINE = 20_000
FORK = re.compile(r"[1-9][0-9]{0,3}:[0-9a-f]{16}")


class RecordError(CessationError):
    """A file that is no record, or one that has been altered."""

    exit_code = 65


@dataclass(frozen=True)
class Header:
    """What a game needs to be played again. ``forced`` holds imposed outcomes as (point, outcome).

    ``fork`` marks a game that was played on from a day of another: ``6:`` and the link of that one's chain.
    """

    scenario: str
    digest: str
    version: str
    rng_seed: int
    game: int
    agents: tuple[tuple[str, str], tuple[str, str]]  # (seat, agent)
    forced: tuple[tuple[int, int], ...] = ()
    fork: str = ""

    def __str__(self) -> str:
        agents = " ".join(f"{seat}={agent}" for seat, agent in self.agents)
        forced = "".join(f" forced {point}:{outcome}" for point, outcome in self.forced)
        fork = f" fork {self.fork}" if self.fork else ""
        return (
            f"{FORM} scenario {self.scenario} sha256:{self.digest} version {self.version} "
            f"rng_seed {self.rng_seed} game {self.game} {agents}{forced}{fork}"
        )

    @classmethod
    def read(cls, line: str) -> Self:
        """The header of a record's first line; raises RecordError."""
        words = line.split()
        if words[:2] != FORM.split():
            if words[:1] == FORM.split()[:1]:
                raise RecordError(f"this record is of form {' '.join(words[:2])}; this version reads {FORM}")
            raise RecordError(f"this is not a record: its first line does not begin with `{FORM}`")
        try:
            keyed = {words[2]: words[3], "sha256": words[4].removeprefix("sha256:")}
            keyed |= dict(zip(words[5:11:2], words[6:11:2], strict=True))
            first, second = (word.split("=") for word in words[11:13])
            more = list(zip(words[13::2], words[14::2], strict=True))
            forced = [word.split(":") for key, word in more if key == "forced"]
            forks = [word for key, word in more if key == "fork"]
            rng_seed, game = int(keyed["rng_seed"]), int(keyed["game"])
            if not (0 <= rng_seed < 2**63 and 0 <= game < 2**63) or not {key for key, _ in more} <= {"forced", "fork"}:
                raise ValueError
            if forks and (len(forks) > 1 or not FORK.fullmatch(forks[0])):
                raise ValueError
            return cls(
                keyed["scenario"], keyed["sha256"], keyed["version"], rng_seed, game,
                ((first[0], first[1]), (second[0], second[1])), tuple((int(at), int(out)) for at, out in forced),
                "".join(forks),
            )  # fmt: skip
        except (KeyError, ValueError, IndexError):
            raise RecordError("this record's header is damaged") from None


def state_bytes(state: Sequence[float]) -> bytes:
    """The exact state, for hashing: little-endian doubles."""
    return struct.pack(f"<{len(state)}d", *state)


def next_hash(previous: str, lines: Iterable[str], state: Sequence[float]) -> str:
    """The next link of the chain, 16 hex digits."""
    digest = hashlib.sha256(previous.encode())
    for line in lines:
        digest.update(line.encode() + b"\n")
    digest.update(state_bytes(state))
    return digest.hexdigest()[:16]


@dataclass
class Chain:
    """Lines being written, closed by a hash at each commit; whole if ``lines`` are those that were committed."""

    last: str = ""
    pending: list[str] = field(default_factory=list)

    def add(self, *lines: str) -> None:
        """Lines not yet committed."""
        self.pending += lines

    def commit(self, state: Sequence[float]) -> list[str]:
        """The pending lines with the hash line that closes them."""
        self.last = next_hash(self.last, self.pending, state)
        lines, self.pending = [*self.pending, f"= {self.last}"], []
        return lines


class RecordFile:
    """A record on disk, open for appending. Every commit is written whole and flushed to the system."""

    def __init__(self, path: Path, *, fresh: bool = True, sync: bool = False) -> None:
        self.path = path
        self.sync = sync
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("w" if fresh else "a", encoding="utf-8", newline="\n")

    def write(self, lines: Sequence[str]) -> None:
        """Append committed lines and flush them; with ``sync`` also past the system's own cache."""
        self._file.write("".join(f"{line}\n" for line in lines))
        self._file.flush()
        if self.sync:
            os.fsync(self._file.fileno())

    def close(self) -> None:
        """Close the file."""
        self._file.close()


@dataclass(frozen=True)
class Record:
    """A record as read: its header, its committed lines after the header, and what was dropped."""

    header: Header
    lines: tuple[str, ...]
    dropped: int = 0  # lines of a torn tail
    finished: bool = False

    @property
    def actions(self) -> list[tuple[int, str, str]]:
        """Every ply as (line number in ``lines``, seat, action text)."""
        found = []
        for i, line in enumerate(self.lines):
            words = line.split(" ", 2)
            if len(words) == 3 and _is_ply(words[0]):
                found.append((i, words[1], words[2]))
        return found


def _is_ply(word: str) -> bool:
    day, dot, ply = word.partition(".")
    return bool(dot) and day.isdecimal() and ply.isdecimal() and word.isascii()


def read_record(path: Path) -> Record:
    """The committed part of a record file; raises MissingFile or RecordError. Whether it replays is for ``replay``."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MissingFile(f"{path}: no record can be read there ({error.strerror})") from None
    if len(data) > MAX_BYTES:
        raise RecordError(f"{path}: larger than any record ({len(data)} bytes; at most {MAX_BYTES})")
    lines = data.decode("utf-8", "replace").split("\n")
    if any(len(line) > MAX_LINE for line in lines):
        raise RecordError(f"{path}: a line is longer than any record's")
    header = Header.read(lines[0])
    if len(lines) == 1:
        raise RecordError(f"{path}: its first line is torn, so nothing was committed")
    whole = [i for i, line in enumerate(lines[:-1]) if line.startswith("= ") and len(line) == 18]
    end = whole[-1] + 1 if whole else 1
    dropped = len([line for line in lines[end:] if line])
    kept = tuple(lines[1:end])
    return Record(header, kept, dropped, any(line.startswith("ended ") for line in kept))


def drop_torn_tail(path: Path) -> int:
    """Cut a record file after its last committed turn, so that play can go on; returns how many lines went."""
    record = read_record(path)
    if record.dropped:
        text = "".join(f"{line}\n" for line in (path.read_text("utf-8", "replace").split("\n")[0], *record.lines))
        spare = path.with_suffix(path.suffix + ".new")
        spare.write_text(text, "utf-8", newline="\n")
        spare.replace(path)
    return record.dropped

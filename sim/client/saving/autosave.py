"""The autosave: the record of a game in play, to which every committed turn is appended.

What cannot be written is told at once. A disk that is full or gone does not end the game, and loses nothing: all lines
are kept at hand, and with the next turn the whole record is written anew, until that succeeds.
"""

import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sim.client.saving import saves_words as w
from sim.client.saving.saves import new_path, write_whole
from sim.record.record import Header, RecordFile

AGES = (0, 20, 40, 60, 120, 180, 300, 600, 1200, 1800, 3600, 7200)
"""Seconds after which it is told anew how long ago a game was saved; from the last on nothing more is told."""


def age_step(seconds: float) -> int:
    """How long ago, as it is told: the last of ``AGES`` that has passed."""
    return max(age for age in AGES if age <= max(0.0, seconds))


def next_step(seconds: float) -> float:
    """In how many seconds that changes; infinite if it does no more."""
    return min((age - seconds for age in AGES if age > seconds), default=float("inf"))


def age_words(age: int) -> str:
    """``saved 40 s ago``."""
    if age < 20:
        return w.SAVED_NOW
    if age < 60:
        return w.SAVED_SECONDS.format(n=age)
    return w.SAVED_MINUTES.format(n=age // 60) if age < 3600 else w.SAVED_LONG


class Autosave:
    """The record of a game in play. ``trouble`` says why it is not saved; empty if it is, or is not meant to be.

    With ``trouble`` from the start a place is looked for with every turn. The file is opened once there is something to
    write: a record that is only read stays as it is.
    """

    def __init__(self, path: Path | None, lines: Sequence[str] = (), trouble: str = "") -> None:
        self.path = path
        self.lines = list(lines)
        self.trouble = trouble
        self.kept_at = _changed(path) if path and lines else 0.0
        """When all of it was on the disk last, in seconds since the epoch; 0 if never."""
        self._file: RecordFile | None = None
        self._fresh = not lines

    def keep(self, lines: Sequence[str]) -> None:
        """Append committed lines."""
        self.lines += lines
        if self.path is None and not self.trouble:
            return
        try:
            self._write(lines)
        except OSError as error:
            self._drop()
            self.trouble = w.NOT_KEPT_NOW.format(why=error.strerror or error)
        else:
            self.trouble, self.kept_at = "", time.time()

    def _write(self, lines: Sequence[str]) -> None:
        """The new lines; all of them, in place of what is there, if something went wrong before."""
        if self.path is None:
            self.path = new_path(Header.read(self.lines[0]).scenario)
        if self.trouble:
            write_whole(self.path, self.lines)
            self._fresh = False
        else:
            self._file = self._file or RecordFile(self.path, fresh=self._fresh)
            self._file.write(lines)

    def close(self) -> None:
        """Close the file, with one more attempt if something could not be written."""
        if self.trouble:
            self.keep(())
        self._drop()

    def _drop(self) -> None:
        """Close the file, whatever has become of it."""
        if self._file:
            with suppress(OSError):
                self._file.close()
            self._file, self._fresh = None, False


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0

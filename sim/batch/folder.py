"""Where a batch is kept: tables as CSV, records, a data dictionary and a summary; resumed after an interruption.

``progress.json`` says how long each file was when the last block was whole. To go on, files are cut to these lengths
and totals are formed again from games.csv, so that an interrupted run and a whole one leave the same files.
"""

import csv
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from sim.batch.block import PlayedBlock
from sim.batch.columns import columns_of
from sim.batch.dictionary import TableColumn, dictionary
from sim.batch.plan import Plan
from sim.batch.rows import csv_text, read_game_text, row_bytes
from sim.batch.totals import BatchTotals
from sim.errors import CessationError
from sim.scenario.book import Book

PROGRESS, SUMMARY, DICTIONARY, RECORDS = "progress.json", "run.json", "dictionary.csv", "records"


class FolderError(CessationError):
    """A folder that cannot take these results; the message says why and what would do."""

    exit_code = 2


class DamagedRunError(CessationError):
    """A folder whose tables do not fit its progress."""

    exit_code = 65


def _text(data: Any) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


class BatchFolder:
    """A folder that takes the blocks of one plan, in order. ``done`` counts those that are in it."""

    def __init__(self, path: Path, plan: Plan, book: Book) -> None:
        self.path, self.plan, self.book = path, plan, book
        self.done = 0
        self._files: dict[str, BinaryIO] = {}
        self._tables = [table for table in plan.tables if table != RECORDS]

    def _file(self, table: str) -> Path:
        return self.path / f"{table}.csv"

    # -------------------------------------------------------------------------------------------------- opening
    def open(self, resume: bool) -> None:
        """Make the folder, or go on with what is in it. Raises FolderError or DamagedRunError."""
        kept = self._kept()
        if kept is None:
            self._begin()
        elif not resume:
            raise FolderError(
                f"{self.path} holds a run already: name another folder, or go on with that run by --resume"
            )
        else:
            self._go_on(kept)

    def _kept(self) -> dict[str, Any] | None:
        """The progress of a run in this folder; None if it holds none, or none of its games."""
        for name in (PROGRESS, SUMMARY):
            try:
                data = json.loads((self.path / name).read_text("utf-8"))
            except (FileNotFoundError, NotADirectoryError):
                continue
            except (OSError, ValueError):
                raise DamagedRunError(
                    f"{self.path / name} cannot be read; remove the folder, or name another"
                ) from None
            kept = {"blocks": self.plan.blocks, "sizes": {}, **data} if isinstance(data, dict) else {}
            return None if kept.get("blocks") == 0 else kept
        taken = [each for each in (*map(self._file, self._tables), self.path / DICTIONARY) if each.exists()]
        if taken:
            raise FolderError(f"{taken[0]} is there already, of no run; name another folder")
        return None

    def _begin(self) -> None:
        self.path.mkdir(parents=True, exist_ok=True)
        for table, columns in columns_of(self.book.tables).items():
            if table in self._tables:
                self._files[table] = self._file(table).open("wb")
                self._files[table].write(csv_text([columns]).encode())
        described: list[Sequence[str]] = [TableColumn._fields, *dictionary(self.book, self._tables)]
        (self.path / DICTIONARY).write_text(csv_text(described), "utf-8", newline="\n")
        self._note_progress()

    def _go_on(self, kept: dict[str, Any]) -> None:
        plan, asked = kept.get("plan"), self.plan.to_json()
        if not isinstance(plan, dict):
            raise DamagedRunError(f"{self.path} holds no plan that can be read; name another folder")
        for what, value in asked.items():
            if plan.get(what) != value and what != "scenario":
                raise FolderError(
                    f"{self.path} holds a run with another {what}: {json.dumps(plan.get(what))}, "
                    f"not {json.dumps(value)}; name another folder"
                )
        try:
            self.done = int(kept["blocks"])
            if not 0 <= self.done <= self.plan.blocks:
                raise ValueError
            for table in self._tables:
                file = self._files[table] = self._file(table).open("r+b")
                if table in kept["sizes"]:
                    size = int(kept["sizes"][table])
                    if file.seek(0, os.SEEK_END) < size:
                        raise ValueError
                    file.truncate(size)
                file.seek(0, os.SEEK_END)
        except (OSError, ValueError, TypeError, KeyError):
            raise DamagedRunError(
                f"{self.path}: its tables do not fit its progress; remove the folder, or name another"
            ) from None

    def earlier(self) -> Iterator[tuple[BatchTotals, bytes]]:
        """Totals and canonical rows of the blocks that are in the folder. Raises DamagedRunError."""
        if not self.done:
            return
        tables = self.book.tables
        with self._file("games").open(encoding="utf-8", newline="") as lines:
            texts = csv.reader(lines)
            try:
                next(texts)
                for block in range(self.done):
                    games = self.plan.games_of(block)
                    rows = [read_game_text(tables, next(texts)) for _ in games]
                    if [row[0] for row in rows] != list(games):
                        raise ValueError
                    yield BatchTotals.of(tables, rows), b"".join(map(row_bytes, rows))
            except (ValueError, IndexError, StopIteration, csv.Error):
                raise DamagedRunError(f"{self._file('games')} is damaged; remove the folder, or name another") from None

    # -------------------------------------------------------------------------------------------------- writing
    def add(self, block: PlayedBlock) -> None:
        """Append a block: its text and records first, then the note that it is there."""
        for table, text in block.text.items():
            self._files[table].write(text.encode())
            self._files[table].flush()
        if block.records:
            (self.path / RECORDS).mkdir(exist_ok=True)
        for name, text in block.records.items():
            (self.path / RECORDS / name).write_text(text, "utf-8", newline="\n")
        self.done += 1
        self._note_progress()

    def _note_progress(self) -> None:
        for file in self._files.values():
            file.flush()
        sizes = {table: file.tell() for table, file in self._files.items()}
        self._replace(PROGRESS, {"plan": self.plan.to_json(), "blocks": self.done, "sizes": sizes})

    def _replace(self, name: str, data: Any) -> None:
        spare = self.path / f"{name}.new"
        spare.write_text(_text(data), "utf-8", newline="\n")
        spare.replace(self.path / name)

    def finish(self, summary: dict[str, Any]) -> None:
        """Write the summary; nothing is left to resume."""
        self.close()
        self._replace(SUMMARY, {"plan": self.plan.to_json(), **summary})
        (self.path / PROGRESS).unlink(missing_ok=True)

    def close(self) -> None:
        """Close all files."""
        for file in self._files.values():
            file.close()
        self._files = {}

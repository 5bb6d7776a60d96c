"""Where a tournament is kept: its games as CSV, block after block, what the columns mean, its result and pictures.

A killed tournament leaves at worst a torn last block, which is cut off and played again; what is whole is read, not
played.
"""

import csv
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from sim.analysis.tournament.tournament import Rows, TournamentPlan, kept_columns, kept_names
from sim.batch.dictionary import TableColumn, dictionary
from sim.batch.folder import DamagedRunError, FolderError
from sim.batch.rows import csv_text, game_text, read_game_text
from sim.scenario.book import Book

RESULT, GAMES, DICTIONARY = "tournament.json", "games.csv", "dictionary.csv"


class TournamentFolder:
    """A folder that takes the blocks of one tournament, in order; the same plan goes on in it by itself."""

    def __init__(self, path: Path, plan: TournamentPlan, book: Book) -> None:
        self.path, self.plan, self.book = path, plan, book
        self.done = 0
        self._heads = [f"{seat}.agent" for seat in plan.seats]
        self._length = len(kept_columns(book.tables))
        self._file: BinaryIO | None = None

    def open(self) -> None:
        """Make the folder, or find what is in it. Raises FolderError or DamagedRunError."""
        try:
            kept = json.loads((self.path / RESULT).read_text("utf-8"))
        except (FileNotFoundError, NotADirectoryError):
            self._begin()
            return
        except (OSError, ValueError):
            raise DamagedRunError(f"{self.path / RESULT} cannot be read; remove the folder, or name another") from None
        self._compare(kept.get("plan") if isinstance(kept, dict) else None)

    def _begin(self) -> None:
        for name in (GAMES, DICTIONARY):
            if (self.path / name).exists():
                raise FolderError(f"{self.path / name} is there already, of no tournament; name another folder")
        self.path.mkdir(parents=True, exist_ok=True)
        self._replace({"plan": self.plan.to_json()})

    def _compare(self, plan: Any) -> None:
        if not isinstance(plan, dict):
            raise DamagedRunError(f"{self.path} holds no plan that can be read; name another folder")
        for what, value in self.plan.to_json().items():
            if plan.get(what) != value and what != "scenario":
                raise FolderError(
                    f"{self.path} holds a tournament with another {what}: {json.dumps(plan.get(what))}, "
                    f"not {json.dumps(value)}; name another folder"
                )

    def _describe(self) -> None:
        """Write what the columns mean."""
        names = kept_names(self.book.tables)
        rows = [each for each in dictionary(self.book, ["games"]) if each.column in names]
        agents = [TableColumn("games", head, "id", "The agent in this seat.") for head in self._heads]
        text = csv_text([TableColumn._fields, *agents, *rows])
        (self.path / DICTIONARY).write_text(text, "utf-8", newline="\n")

    def earlier(self) -> Iterator[Rows]:
        """The whole blocks that are in the folder; then it is ready for more. Raises DamagedRunError."""
        heads = csv_text([[*self._heads, *kept_names(self.book.tables)]]).encode()
        file = self._file = (self.path / GAMES).open("a+b")
        file.seek(0)
        head = file.readline()
        if head == heads:
            yield from self._blocks(file)
        elif head.endswith(b"\n"):
            raise self._damaged()
        else:  # nothing, or torn
            file.truncate(0)
            file.write(heads)
            file.flush()
            self._describe()

    def _blocks(self, file: BinaryIO) -> Iterator[Rows]:
        whole = file.tell()
        while self.done < self.plan.blocks:
            wanted = len(self.plan.games_of(self.done))
            lines = list(islice(file, wanted))
            if len(lines) < wanted or not lines[-1].endswith(b"\n"):
                break
            yield self._read(lines)
            self.done += 1
            whole += sum(map(len, lines))
        else:
            if file.read(1):
                raise self._damaged()
        file.truncate(whole)
        file.seek(whole)

    def _read(self, lines: list[bytes]) -> Rows:
        """A block's rows, which must be those that are due."""
        tables, agents = self.book.tables, self.plan.pairings[self.plan.place(self.done)[0]]
        try:
            texts = list(csv.reader(line.decode() for line in lines))
            rows = [read_game_text(tables, each[2:], self._length) for each in texts]
            games = [row[0] for row in rows]
            if games != list(self.plan.games_of(self.done)) or any(each[:2] != list(agents) for each in texts):
                raise ValueError
        except (ValueError, IndexError, csv.Error):
            raise self._damaged() from None
        return rows

    def _damaged(self) -> DamagedRunError:
        return DamagedRunError(f"{self.path / GAMES} is damaged; remove the folder, or name another")

    def add(self, rows: Rows) -> None:
        """Append a block; whoever reads it finds the whole of it, or nothing."""
        agents = self.plan.pairings[self.plan.place(self.done)[0]]
        assert self._file is not None
        self._file.write(csv_text([[*agents, *game_text(self.book.tables, row)] for row in rows]).encode())
        self._file.flush()
        self.done += 1

    def _replace(self, data: Any) -> None:
        spare = self.path / f"{RESULT}.new"
        spare.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", "utf-8", newline="\n")
        spare.replace(self.path / RESULT)

    def finish(self, result: dict[str, Any], pictures: dict[str, str]) -> None:
        """Write the result, and pictures by file name."""
        for name, text in pictures.items():
            (self.path / name).write_text(text, "utf-8", newline="\n")
        self._replace({"plan": self.plan.to_json(), **result})

    def close(self) -> None:
        """Close the file."""
        if self._file:
            self._file.close()

"""Where a person's games lie: one record for each game, which is its autosave, and named copies of records.

A game is saved as it is played: each committed turn is appended to its record and flushed. No game ever writes to the
record of another.
"""

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sim.client import words as w
from sim.errors import CessationError, MissingFile
from sim.folders import saves_folder
from sim.record.record import Header, Record, RecordFile, drop_torn_tail, read_record

SUFFIX = ".record"
HUMAN = "human"
NAME = re.compile(r"[^\W_][\w .-]{0,39}")


class SaveError(CessationError):
    """A save that cannot be made or played on; the message says why."""


class Autosave:
    """The record of a game in play: every committed turn is appended and flushed.

    A disk that is full or gone does not end the game: ``trouble`` then says so.
    """

    def __init__(self, path: Path | None, lines: Sequence[str] = ()) -> None:
        self.path = path
        self.lines = list(lines)
        self.trouble = ""
        self._file = RecordFile(path, fresh=not lines) if path else None

    def keep(self, lines: Sequence[str]) -> None:
        """Append committed lines."""
        self.lines += lines
        if self._file and not self.trouble:
            try:
                self._file.write(lines)
            except OSError as error:
                self.trouble = w.NOT_KEPT_ANY_MORE.format(why=error.strerror)

    def close(self) -> None:
        """Close the file."""
        if self._file:
            self._file.close()


@dataclass(frozen=True)
class SavedGame:
    """A record of a game that a person plays."""

    path: Path
    record: Record

    @property
    def header(self) -> Header:
        """What the game needs to be played again."""
        return self.record.header

    @property
    def day(self) -> int:
        """The day that was reached."""
        nights = sum(line.startswith("night ") for line in self.record.lines)
        return nights + (0 if self.record.finished else 1)

    @property
    def shared(self) -> bool:
        """Whether two persons play it at one screen."""
        return all(agent == HUMAN for _, agent in self.header.agents)

    @property
    def seat(self) -> str:
        """The seat that a person plays; the first of two."""
        return next(seat for seat, agent in self.header.agents if agent == HUMAN)


def games_folder() -> Path:
    """Records of the games themselves."""
    return saves_folder() / "games"


def slots_folder() -> Path:
    """Copies that were given a name."""
    return saves_folder() / "slots"


def new_path(scenario: str) -> Path:
    """A path that no record has yet; an empty file is put there, so that nobody else takes it."""
    folder = games_folder()
    folder.mkdir(parents=True, exist_ok=True)
    taken = [int(found[1]) for found in (re.search(r"-(\d+)$", path.stem) for path in folder.glob("*-*")) if found]
    number = max(taken, default=0) + 1
    while True:
        path = folder / f"{scenario}-{number:04d}{SUFFIX}"
        try:
            path.touch(exist_ok=False)
            return path
        except FileExistsError:
            number += 1


def check_human(record: Record) -> None:
    """A person plays a seat of the record, or two play both; raises SaveError if not."""
    if not any(agent == HUMAN for _, agent in record.header.agents):
        raise SaveError(w.NOBODYS_SEAT)


def saved_games() -> Iterator[SavedGame]:
    """The games of the saves folder that can be read, the newest first."""
    paths = sorted(games_folder().glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in paths:
        try:
            record = read_record(path)
            check_human(record)
        except CessationError:
            continue
        yield SavedGame(path, record)


def newest_unfinished(scenario: str | None = None) -> SavedGame | None:
    """The game that was played last and is not over, of one scenario if it is named."""
    for game in saved_games():
        if not game.record.finished and scenario in (None, game.header.scenario):
            return game
    return None


def copy_to_slot(path: Path, name: str) -> Path:
    """Keep a copy of a record under a name; an older one of that name gives way. Raises SaveError for a bad name."""
    if not NAME.fullmatch(name):
        raise SaveError(w.NO_NAME_OF_SAVE.format(name=name))
    folder = slots_folder()
    folder.mkdir(parents=True, exist_ok=True)
    target, spare = folder / f"{name}{SUFFIX}", folder / f"{name}.new"
    shutil.copyfile(path, spare)
    spare.replace(target)
    return target


def slots() -> list[SavedGame]:
    """The named copies, by name."""
    found = []
    for path in sorted(slots_folder().glob(f"*{SUFFIX}")):
        try:
            found.append(SavedGame(path, read_record(path)))
        except CessationError:
            continue
    return found


def find_save(name: str) -> Path:
    """The file of a slot's name or of a path; raises MissingFile, which names the slots there are."""
    for path in (slots_folder() / f"{name}{SUFFIX}", Path(name)):
        if (NAME.fullmatch(name) or path == Path(name)) and path.is_file():
            return path
    known = ", ".join(game.path.stem for game in slots()) or w.NO_SAVES_KNOWN
    raise MissingFile(w.NO_SAVE.format(name=name, known=known))


def branch(path: Path) -> tuple[Path, int]:
    """A fresh record that continues a copy of another, and how many lines of a torn tail it leaves out."""
    record = read_record(path)
    check_human(record)
    target = new_path(record.header.scenario)
    shutil.copyfile(path, target)
    return target, drop_torn_tail(target)


def keep_fork(scenario: str, lines: Sequence[str]) -> Path:
    """A fresh record that holds these lines, to be played on. Raises OSError."""
    path = new_path(scenario)
    file = RecordFile(path)
    file.write(lines)
    file.close()
    return path

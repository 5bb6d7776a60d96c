"""Where a person's games lie: one record for each game, which is its autosave, and named copies of records.

No game ever writes to the record of another. Only the latest games are kept: as a new one begins, those that were
played longest ago give way, finished ones first. Copies with a name stay.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sim.client import words as w
from sim.client.saving import saves_words
from sim.errors import CessationError, MissingFile
from sim.folders import saves_folder
from sim.record.record import Header, Record, read_record

SUFFIX, OF_REVIEW = ".record", ".review"
HUMAN = "human"
QUICK = "quick save"
KEPT = 40  # games that are kept; copies with a name are not counted
NAME = re.compile(r"[^\W_][\w .-]{0,39}")


class SaveError(CessationError):
    """A save that cannot be made or played on; the message says why."""


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
    """A path that no record has yet; an empty file is put there, so that nobody else takes it. Raises OSError."""
    folder = games_folder()
    folder.mkdir(parents=True, exist_ok=True)
    make_room()
    taken = [int(found[1]) for found in (re.search(r"-(\d+)$", path.stem) for path in folder.glob("*-*")) if found]
    number = max(taken, default=0) + 1
    while True:
        path = folder / f"{scenario}-{number:04d}{SUFFIX}"
        try:
            path.touch(exist_ok=False)
            return path
        except FileExistsError:
            number += 1


def make_room() -> None:
    """Remove the games that were played longest ago, finished ones first, so that with a new one ``KEPT`` are left."""
    if sum(1 for _ in games_folder().glob(f"*{SUFFIX}")) < KEPT:
        return
    latest_last = [game for game in reversed(list(saved_games())) if re.search(r"-\d{4,}$", game.path.stem)]
    rotated = sorted(latest_last, key=lambda game: not game.record.finished)
    for game in rotated[: max(0, len(latest_last) + 1 - KEPT)]:
        with suppress(OSError):
            game.path.unlink()
            game.path.with_suffix(OF_REVIEW).unlink(missing_ok=True)


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


def copy_to_slot(lines: Sequence[str], name: str) -> Path:
    """Keep the lines of a record under a name. An older one of that name gives way once the new one is whole.

    Raises SaveError, which says why.
    """
    if not NAME.fullmatch(name):
        raise SaveError(w.NO_NAME_OF_SAVE.format(name=name))
    path = slots_folder() / f"{name}{SUFFIX}"
    try:
        write_whole(path, lines)
    except OSError as error:
        raise SaveError(saves_words.COPY_FAILED.format(name=name, why=error.strerror or error)) from None
    return path


def write_whole(path: Path, lines: Sequence[str]) -> None:
    """Put a whole record in the place of whatever is there: the file is the new one or the old one. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    spare = path.with_name(f"{path.stem}.new")
    try:
        spare.write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="\n")
        spare.replace(path)
    except OSError:
        with suppress(OSError):
            spare.unlink(missing_ok=True)
        raise


def remove_slot(path: Path) -> None:
    """Remove a copy with a name, and what was kept beside it. Raises SaveError, which says why."""
    try:
        if path.parent != slots_folder():
            raise FileNotFoundError
        path.unlink()
        path.with_suffix(OF_REVIEW).unlink(missing_ok=True)
    except OSError as error:
        raise SaveError(saves_words.NOT_REMOVED.format(name=shown_name(path), why=error.strerror or "?")) from None


def slots() -> list[SavedGame]:
    """The named copies, by name."""
    found = []
    for path in sorted(slots_folder().glob(f"*{SUFFIX}")):
        try:
            found.append(SavedGame(path, read_record(path)))
        except CessationError:
            continue
    return found


def shown_name(path: Path) -> str:
    """What a copy is called in the language of now."""
    return saves_words.QUICK_SAVE if path.stem == QUICK else path.stem


def find_save(name: str) -> Path:
    """The file of a slot's name or of a path; raises MissingFile, which names the slots there are."""
    name = QUICK if name == saves_words.QUICK_SAVE else name
    for path in (slots_folder() / f"{name}{SUFFIX}", Path(name)):
        if (NAME.fullmatch(name) or path == Path(name)) and path.is_file():
            return path
    known = ", ".join(shown_name(game.path) for game in slots()) or w.NO_SAVES_KNOWN
    raise MissingFile(w.NO_SAVE.format(name=name, known=known))


def branch(path: Path) -> tuple[Path, int]:
    """A fresh record that continues a copy of another, and how many lines of a torn tail it leaves out."""
    record = read_record(path)
    check_human(record)
    return keep_fork(record.header.scenario, [str(record.header), *record.lines]), record.dropped


def keep_fork(scenario: str, lines: Sequence[str]) -> Path:
    """A fresh record that holds these lines, to be played on. Raises SaveError."""
    try:
        path = new_path(scenario)
        write_whole(path, lines)
    except OSError as error:
        raise SaveError(saves_words.NOT_COPIED.format(why=error.strerror or error)) from None
    return path

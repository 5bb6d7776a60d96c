"""A run that was interrupted goes on where it was and leaves the same files as a whole one."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from sim.batch.folder import DamagedRunError, FolderError
from sim.batch.plan import BLOCK
from sim.batch.run import run_plan
from sim.errors import CessationError
from tests.batch.conftest import PLAIN, book, files, plan, run

GAMES = 3 * BLOCK + 5
TABLES = "days actions"


class Interrupted:
    """Presses Ctrl+C once so many games are done."""

    def __init__(self, after: int) -> None:
        self.after = after

    def __call__(self, games: int) -> None:
        if games >= self.after:
            raise KeyboardInterrupt


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run without interruption."""
    folder = tmp_path_factory.mktemp("whole") / "run"
    run(plan(games=GAMES, tables=TABLES), out=folder)
    return folder


def interrupted(folder: Path, after: int = 2 * BLOCK) -> Path:
    """A folder of a run that was interrupted."""
    with pytest.raises(KeyboardInterrupt):
        run(plan(games=GAMES, tables=TABLES), out=folder, on_progress=Interrupted(after))
    return folder


@pytest.mark.parametrize("after", [0, 1, BLOCK + 1, GAMES])
def test_a_resumed_run_leaves_the_same_files(whole: Path, tmp_path: Path, after: int) -> None:
    folder = interrupted(tmp_path / "run", after)
    summary = run(plan(games=GAMES, tables=TABLES), out=folder, resume=True)
    assert files(folder) == files(whole)
    assert summary.items() <= json.loads((whole / "run.json").read_text()).items()


def test_a_torn_block_is_written_anew(whole: Path, tmp_path: Path) -> None:
    folder = interrupted(tmp_path / "run")
    for table in ("games", "days"):
        with (folder / f"{table}.csv").open("a") as file:
            file.write("128,torn,in the mid")
    run(plan(games=GAMES, tables=TABLES), out=folder, resume=True)
    assert files(folder) == files(whole)


def test_a_finished_run_is_summed_again_without_playing(whole: Path, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    shutil.copytree(whole, folder)
    before = files(folder)
    summary = run_plan(plan(games=GAMES, tables=TABLES), book(), PLAIN, folder, True)
    assert summary["performance"]["games_resumed"] == GAMES
    assert files(folder) == before


def test_resuming_where_nothing_is_begins(whole: Path, tmp_path: Path) -> None:
    run(plan(games=GAMES, tables=TABLES), out=tmp_path / "run", resume=True)
    assert files(tmp_path / "run") == files(whole)


def test_a_run_is_never_overwritten_unasked(whole: Path, tmp_path: Path) -> None:
    before = files(whole)
    with pytest.raises(FolderError, match="--resume"):
        run(plan(games=GAMES, tables=TABLES), out=whole)
    assert files(whole) == before
    (tmp_path / "games.csv").write_text("mine\n")
    with pytest.raises(FolderError, match="of no run"):
        run(plan(games=5), out=tmp_path)
    assert files(tmp_path) == {"games.csv": b"mine\n"}


@pytest.mark.parametrize(
    ("other", "what"),
    [
        ({"games": 7}, "games: 197, not 7"),
        ({"rng_seed": 2}, "rng_seed"),
        ({"agents": {}}, "agents"),
        ({"tables": ""}, "tables"),
    ],
)
def test_another_plan_does_not_go_on_in_its_place(tmp_path: Path, other: dict[str, Any], what: str) -> None:
    folder = interrupted(tmp_path / "run")
    asked: dict[str, Any] = {"games": GAMES, "tables": TABLES, **other}
    with pytest.raises(FolderError, match=f"another {what}"):
        run(plan(**asked), out=folder, resume=True)


@pytest.mark.parametrize("name", ["games.csv", "days.csv", "progress.json"])
@pytest.mark.parametrize("harm", [b"", b"\xff\xfe{]", b"{}", b"[1]"])
def test_a_damaged_folder_is_told_apart_from_a_good_one(tmp_path: Path, name: str, harm: bytes) -> None:
    folder = interrupted(tmp_path / "run")
    (folder / name).write_bytes(harm)
    with pytest.raises(DamagedRunError):
        run(plan(games=GAMES, tables=TABLES), out=folder, resume=True)


def test_a_row_that_was_altered_is_noticed(tmp_path: Path) -> None:
    folder = interrupted(tmp_path / "run")
    text = (folder / "games.csv").read_text()
    (folder / "games.csv").write_text(text.replace("\n3,stalemate,", "\n3,stalemaze,"))
    with pytest.raises(DamagedRunError, match=r"games\.csv is damaged"):
        run(plan(games=GAMES, tables=TABLES), out=folder, resume=True)


def test_a_folder_that_cannot_be_made_is_an_error_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CessationError, match="cannot be written"):
        run(plan(games=1), out=tmp_path / "file" / "run")

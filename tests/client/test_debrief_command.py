"""``cessation debrief``: a record's debrief as text or as a page, with futures, or without."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sim.cli.debrief import debrief
from sim.client.debriefing.reviewing import review_path
from sim.errors import CessationError, MissingFile
from sim.record.record import read_record

SCRIPT = Path(__file__).parents[1] / "golden" / "tiny-script.txt"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of a small game that may be written beside."""
    path = tmp_path / "game.record"
    path.write_text(SCRIPT.read_text("utf-8"), "utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(debrief, list(map(str, arguments)), catch_exceptions=False)


def test_it_says_what_a_game_came_to(record: Path) -> None:
    done = run(record, "--futures", 0, "--language", "en")
    assert done.exit_code == 0
    assert done.output.startswith("1. HOW IT ENDED")
    assert "8. WHAT IT TEACHES" in done.output
    assert not review_path(record).exists()


def test_futures_are_played_once(record: Path) -> None:
    plain = run(record, "--futures", 4, "--no-compiled", "--language", "en").output
    assert "HOW THOSE GAMES ENDED" in plain
    kept = review_path(record).read_text("utf-8")
    assert run(record, "--futures", 4, "--no-compiled", "--language", "en").output == plain
    assert review_path(record).read_text("utf-8") == kept


def test_the_page_goes_to_the_file(record: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done = run(record, "--futures", 0, "--html", page, "--seat", "shore", "--language", "ru")
    assert done.output.strip() == str(page)
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert '<html lang="ru"' in page.read_text("utf-8")


def test_either_seat_may_be_debriefed(record: Path) -> None:
    hill, shore = (run(record, "--futures", 0, "--seat", seat, "--language", "en").output for seat in ("hill", "shore"))
    assert "as The shore read it" in hill
    assert "as The hill read it" in shore


def test_wishes_that_cannot_be_met_are_refused_in_a_sentence(record: Path, tmp_path: Path) -> None:
    assert run(record, "--language", "tlh").exit_code == 2
    with pytest.raises(CessationError, match="no seat"):
        run(record, "--seat", "nobody")
    with pytest.raises(MissingFile):
        run(tmp_path / "none.record")
    lines = record.read_text("utf-8").splitlines()
    cut = next(i for i, line in enumerate(lines) if line.startswith("day 2"))
    record.write_text("\n".join(lines[:cut]) + "\n", "utf-8")
    assert not read_record(record).finished
    with pytest.raises(CessationError, match="has not ended"):
        run(record)

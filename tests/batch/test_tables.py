"""The tables of a run: complete, described, true to each other and to the records."""

import csv
import hashlib
import json
import struct
from itertools import pairwise
from pathlib import Path

import pytest

from sim.batch.block import record_name
from sim.batch.columns import distinct
from sim.batch.dictionary import dictionary
from sim.batch.plan import SAMPLE, TABLES
from sim.batch.rows import shown
from sim.record.record import read_record
from sim.session.replay import replay
from tests.batch.conftest import book, files, plan, run

Rows = list[dict[str, str]]
GAMES = 70
ENDS = ("expired", "collapsed", "denounced")


def rows(folder: Path, table: str) -> Rows:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def of_game(table: Rows, game: int) -> Rows:
    return [row for row in table if row["game"] == str(game)]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every table of some games of the small scenario."""
    folder = tmp_path_factory.mktemp("tiny") / "run"
    run(plan(agents={"hill": "random", "shore": "linear"}, games=GAMES, tables="all"), out=folder)
    return folder


@pytest.fixture(scope="module")
def flagship(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every table of a few games of the large one."""
    folder = tmp_path_factory.mktemp("flagship") / "run"
    run(plan("aleppo-2016", games=3, tables="all"), out=folder)
    return folder


@pytest.mark.parametrize("folder", ["tiny", "flagship"])
def test_every_column_is_described_and_every_description_has_its_column(
    folder: str, request: pytest.FixtureRequest
) -> None:
    path: Path = request.getfixturevalue(folder)
    described = rows(path, "dictionary")
    assert all(all(row.values()) for row in described), "a unit or a meaning is missing"
    for table in TABLES[:-1]:
        with (path / f"{table}.csv").open() as file:
            columns = file.readline().rstrip("\n").split(",")
        assert columns == [row["column"] for row in described if row["table"] == table]
        assert len(set(columns)) == len(columns)


def test_meanings_are_the_scenarios_words_not_bare_ids() -> None:
    for name in ("tiny", "aleppo-2016"):
        for column in dictionary(book(name), TABLES):
            assert column.meaning != column.column, column
            assert len(column.meaning) > 10, column


def test_all_that_a_day_can_be_asked_about_is_in_days(tiny: Path) -> None:
    names = book().tables.names
    columns = set(rows(tiny, "days")[0])
    registers = {"status", "truce", "stage", "age", "left", "renewals", "signed", "talks"}
    slots = {name for name in names.slots if name.startswith(("clause.", "duty.", "happened.", "event."))}
    assert registers | slots | set(names.issues) | set(book().tables.variables) <= columns
    assert {f"{seat}.{what}" for seat in names.seats for what in ("audience", "capital", "refusals")} <= columns


@pytest.mark.parametrize("folder", ["tiny", "flagship"])
def test_days_end_where_games_end(folder: str, request: pytest.FixtureRequest) -> None:
    path: Path = request.getfixturevalue(folder)
    days, games = rows(path, "days"), rows(path, "games")
    variables = book("tiny" if folder == "tiny" else "aleppo-2016").tables.variables
    for game in games:
        mine = of_game(days, int(game["game"]))
        assert [int(row["day"]) for row in mine] == list(range(int(game["day"]) + 1))
        assert {name: mine[-1][name] for name in variables} == {name: game[name] for name in variables}
        assert mine[-1]["signed"] == game["signed"]
        assert [row["night"] for row in mine[:-1]] == ["0"] + ["1"] * (len(mine) - 2)


def test_a_daily_sum_is_the_final_number(tiny: Path) -> None:
    days = rows(tiny, "days")
    for game in rows(tiny, "games"):
        mine = of_game(days, int(game["game"]))
        hurt = [float(row["hurt"]) for row in mine]
        nightly = [after - before for before, after in pairwise(hurt)]
        assert sum(nightly) == pytest.approx(float(game["hurt"]))
        assert all(step >= 0 for step in nightly)


def test_what_is_moved_is_neither_made_nor_lost(tiny: Path, flagship: Path) -> None:
    for row in rows(tiny, "days"):
        assert float(row["waiting"]) + float(row["delivered"]) == pytest.approx(2.0)
    goods = ("trucks_depot", "trucks_waiting", "trucks_in", "trucks_lost")
    assert len({round(sum(float(row[each]) for each in goods), 6) for row in rows(flagship, "days")}) == 1


def test_nights_of_truce_are_those_of_the_agreements(tiny: Path) -> None:
    agreements, events = rows(tiny, "agreements"), rows(tiny, "events")
    signed = 0
    for game in rows(tiny, "games"):
        mine = of_game(agreements, int(game["game"]))
        assert [row["number"] for row in mine] == [str(i + 1) for i in range(int(game["signed"]))]
        held = sum(float(row["nights_held"] or 0) for row in mine)
        broken = sum(row["how"] == "collapsed" for row in mine)
        assert held <= int(game["nights_of_truce"]) <= held + broken + sum(row["how"] == "replaced" for row in mine)
        told = [row["day"] for row in of_game(events, int(game["game"])) if row["kind"] in ENDS]
        assert [row["ended_day"] for row in mine if row["how"] in ENDS] == told
        signed += len(mine)
    assert signed > 10


def test_agreements_name_their_options(tiny: Path) -> None:
    issues = book().tables.names.issues
    for row in rows(tiny, "agreements"):
        assert row["package"] == "/".join(row[issue] for issue in issues)
        assert all(row[issue] in options for issue, options in issues.items())


@pytest.mark.parametrize("folder", ["tiny", "flagship"])
def test_records_replay_and_hold_the_actions_of_the_table(folder: str, request: pytest.FixtureRequest) -> None:
    path: Path = request.getfixturevalue(folder)
    tables = book("tiny" if folder == "tiny" else "aleppo-2016").tables
    actions, games = rows(path, "actions"), rows(path, "games")
    for game in games:
        record = read_record(path / "records" / f"game-{int(game['game']):07}.txt")
        assert record.finished
        assert replay(tables, record) is None
        mine = of_game(actions, int(game["game"]))
        assert [(row["seat"], row["action"]) for row in mine] == [(seat, text) for _, seat, text in record.actions]
        plies = [record.lines[i].split()[0] for i, _, _ in record.actions]
        assert [f"{row['day']}.{row['ply']}" for row in mine] == plies
        assert len(mine) == int(game["decisions"])
    assert len(files(path / "records")) == len(games)


def test_events_tell_how_games_end(tiny: Path) -> None:
    events = rows(tiny, "events")
    for game in rows(tiny, "games"):
        last = of_game(events, int(game["game"]))[-1]
        assert (last["kind"], last["text"]) == ("ended", game["ending"])
        assert (last["day"], last["audience"]) == (game["day"], "all")


def test_the_digest_can_be_had_from_the_table_of_games(tiny: Path) -> None:
    names = book().tables.names
    digest = hashlib.sha256()
    for row in rows(tiny, "games"):
        row["ending"] = str(names.endings.index(row["ending"]))
        for seat in names.seats:
            row[f"{seat}.type"] = str(names.types[seat].index(row[f"{seat}.type"]))
        digest.update(struct.pack(f"<{len(row)}d", *map(float, row.values())))
    assert json.loads((tiny / "run.json").read_text())["digest"] == digest.hexdigest()


def test_games_agreements_and_a_sample_of_records_are_kept_unasked(tmp_path: Path) -> None:
    run(plan(games=SAMPLE + 3, first_game=5), out=tmp_path / "run")
    kept = {each.name for each in (tmp_path / "run").iterdir()}
    assert kept == {"games.csv", "agreements.csv", "dictionary.csv", "run.json", "records"}
    records = sorted(each.name for each in (tmp_path / "run" / "records").iterdir())
    assert records == [record_name(game) for game in range(5, 5 + SAMPLE)]


@pytest.mark.parametrize("x", [0.0, -0.0, 1.0, -7.0, 0.1, 1e16, 1e22, 5e-324, 1 / 3, 123456789.125])
def test_numbers_read_back_to_the_bit(x: float) -> None:
    assert struct.pack("<d", float(shown(x))) == struct.pack("<d", x)


def test_a_column_that_is_there_already_is_given_another_name() -> None:
    assert distinct(["game", "trust", "game", "game_", "game"]) == ["game", "trust", "game_", "game__", "game___"]

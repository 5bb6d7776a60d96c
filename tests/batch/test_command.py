"""`cessation run` on the command line: seats as options, streams, exit codes, and what it prints."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sim.cli.main import cli
from sim.errors import CessationError
from tests.batch.conftest import plan, run


def call(*words: str) -> Result:
    """The command without compiling."""
    return CliRunner().invoke(cli, ["run", *words], env={"CESSATION_COMPILED": "0"})


def code(result: Result) -> int:
    """The exit code that `main` makes of a result."""
    error = result.exception
    return error.exit_code if isinstance(error, CessationError) else result.exit_code


def said(result: Result) -> str:
    return f"{result.stderr}{result.exception or ''}"


def test_json_is_the_summary_and_nothing_else() -> None:
    result = call("tiny", "--games", "70", "--jobs", "1", "--json", "--hill", "random", "--shore=boulware")
    found = json.loads(result.stdout)
    assert set(found.pop("performance")) >= {"seconds", "games_per_second", "decisions_per_second", "jobs", "compiled"}
    assert found == run(plan(games=70))
    assert not result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("tiny", "--hill", "random", "--shore", "boulware"),
        ("--hill=random", "tiny", "--agent", "shore=boulware"),
        ("--agent", "shore=boulware", "--agent", "hill=random", "tiny"),
        ("--hill", "random", "--agent", "hill=random", "--shore", "boulware", "tiny"),
    ],
)
def test_a_seats_name_is_an_option_too(words: tuple[str, ...]) -> None:
    found = json.loads(call(*words, "--games", "9", "--json").stdout)
    assert found["agents"] == {"hill": "random", "shore": "boulware"}


@pytest.mark.parametrize(
    ("words", "exit_code", "message"),
    [
        (("tiny", "--hills", "random"), 2, "did you mean --hill?"),
        (("tiny", "--gmaes", "5"), 2, "did you mean --games?"),
        (("tiny", "-x"), 2, "no option -x"),
        (("tiny", "--hill"), 2, "no agent is named for hill"),
        (("tiny", "--hill", "--shore", "hold"), 2, "no agent is named for hill"),
        (("tiny", "--agent", "hill"), 2, "no agent is named for hill"),
        (("tiny", "--agent", "dale=hold"), 2, "write SEAT=AGENT; the seats are hill and shore"),
        (("tiny", "--hill", "hold", "--agent", "hill=random"), 2, "given two agents, hold and random"),
        (("tiny", "--hill", "nobody"), 2, "no agent `nobody`"),
        (("tiny", "--hill", "human"), 2, "cessation play"),
        (("tiny", "tiny"), 2, "one scenario at a time"),
        (("tiny", "--games", "0"), 2, "--games"),
        (("tiny", "--games", "many"), 2, "--games"),
        (("tiny", "--rng-seed", str(2**63)), 2, "2**63 - 1"),
        (("tiny", "--jobs", "0"), 2, "--jobs"),
        (("tiny", "--table", "days"), 2, "--out"),
        (("tiny", "--resume"), 2, "--out"),
        (("nowhere",), 66, "no scenario `nowhere`"),
    ],
)
def test_mistakes_are_answered_in_words(words: tuple[str, ...], exit_code: int, message: str) -> None:
    result = call(*words)
    assert code(result) == exit_code
    assert message in said(result)
    assert not result.stdout


def test_a_faulty_scenario_is_refused_with_its_lines(tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text("id: [\n")
    result = call(str(tmp_path))
    assert code(result) == 65
    assert "scenario.yaml:" in said(result)


def test_tables_are_asked_for_by_name(tmp_path: Path) -> None:
    out = tmp_path / "run"
    result = call("tiny", "--games", "5", "--out", str(out), "--table", "days", "--tables", "events,records")
    assert result.exit_code == 0
    for name in ("games.csv", "agreements.csv", "days.csv", "events.csv", "dictionary.csv", "run.json", "records"):
        assert (out / name).exists()
    assert not (out / "actions.csv").exists()
    assert str(out / "records") in result.stdout
    assert code(call("tiny", "--games", "5", "--out", str(out), "--table", "dayz")) == 2
    assert code(call("tiny", "--games", "5", "--out", str(out))) == 2  # a run is there
    assert code(call("tiny", "--games", "5", "--out", str(out / "run.json" / "x"))) == 1


def test_what_people_read() -> None:
    result = call("tiny", "--games", "70", "--jobs", "1", "--hill", "random", "--shore", "boulware")
    assert result.exit_code == 0
    text = result.stdout
    assert "\x1b" not in text
    assert all(line == line.rstrip() for line in text.splitlines())
    assert text.index("How it ended") < text.index("Human cost") < text.index("Scores")
    for words in ("The Crossing: 70 games, rng_seed 1", "Stalemate", "The hill (hill)", "random", "T15", "par"):
        assert words in text
    summary = run(plan(games=70))
    assert f"sha256:{summary['digest']}" in text
    assert f"{summary['decisions']:,}" in text
    assert "--out DIR" in text


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sim.batch.run.can_compile", lambda: False)
    result = call("tiny", "--compiled", "--out", str(tmp_path / "run"))
    assert code(result) == 69
    assert "pip install 'cessation[fast]'" in said(result)
    assert not (tmp_path / "run").exists()

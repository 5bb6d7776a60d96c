"""`cessation calibrate` end to end on the small scenario: answers, JSON, faults, and the same whatever the jobs."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sim.analysis.study.calibrate import play_plans
from sim.analysis.study.estimates import Estimate
from sim.analysis.study.targets import Calibration, JudgedTarget, count_met, judge_profile
from sim.cli.main import cli
from sim.errors import CessationError, MissingFile
from sim.scenario.faults import ScenarioError
from sim.scenario.places import data_folder

SCENARIOS = data_folder("scenarios")
TINY = SCENARIOS / "tiny"
SIGNED = """schema_version: 1
agents: {hill: hold, shore: hold}
forced:
  hill: [{when: [day = 1], do: accept, at_least: 0}, {when: [truce = 1], do: object}]
  shore: [{when: [day = 1], do: propose, package: {pause: d2, ferry: ashore}, at_least: 0}]
set: {seats.hill.quota: 0, seats.shore.quota: 0, hazards.breach.base: %s}
quantities:
  signed:    {take: last signed}
  alive:     {of: truces, take: nights, report: survival 2, low: 0.5, high: 1, basis: a guess}
  collapsed: {of: truces, take: nights, report: death 1, high: 0.5}
  nights:    {take: sum under_truce}
  calm:      {of: truces, take: mean tension, among: [nights >= 5]}
"""


def call(*words: str) -> Result:
    return CliRunner().invoke(cli, ["calibrate", *words], env={"CESSATION_COMPILED": "0"})


def answers(file: Path, games: int = 40, *words: str) -> dict[str, dict[str, Any]]:
    result = call("tiny", "--profile", str(file), "--games", str(games), "--json", *words)
    assert result.exit_code == 0, result.exception
    return {each["id"]: each for each in json.loads(result.stdout)["targets"]}


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile that has a truce of two days signed on the first, with breaches as usual."""
    file = tmp_path / "signed.yaml"
    file.write_text(SIGNED % "-1.5", "utf-8")
    return file


def test_what_is_forced_happens_and_what_is_set_holds(tmp_path: Path) -> None:
    for base, alive in ((-99, 1.0), (99, 0.0)):
        file = tmp_path / f"breach{base}.yaml"
        file.write_text(SIGNED % base, "utf-8")
        found = answers(file)
        assert found["signed"]["value"] == 1.0
        assert found["alive"]["value"] == alive
        assert found["collapsed"]["value"] == 1.0 - alive
        assert found["nights"]["value"] == (2.0 if alive else 1.0)  # a night of collapse fell in the truce
        assert [found[name]["pass"] for name in ("alive", "collapsed", "nights")] == [bool(alive), bool(alive), None]


def test_json_lists_targets_with_all_that_was_asked(profile: Path) -> None:
    result = call("tiny", "--profile", str(profile), "--games", "30", "--rng-seed", "5", "--json")
    found = json.loads(result.stdout)
    assert {key: found[key] for key in ("scenario", "games", "rng_seed", "asked")} == {
        "scenario": "tiny", "games": 30, "rng_seed": 5, "asked": 2,
    }  # fmt: skip
    alive = found["targets"][1]
    keys = ["id", "profile", "quantity", "low", "high", "value", "interval", "units", "pass", "basis"]
    assert list(alive) == keys
    assert (alive["profile"], alive["quantity"], alive["basis"], alive["units"]) == ("signed", "alive", "a guess", 30)
    assert alive["interval"][0] <= alive["value"] <= alive["interval"][1]
    calm = found["targets"][4]
    assert (calm["value"], calm["interval"], calm["units"]) == (None, None, 0)


def test_the_table_says_what_is_met(profile: Path) -> None:
    lines = call("tiny", "--profile", str(profile), "--games", "30").stdout.splitlines()
    assert lines[0].split() == ["id", "profile", "quantity", "band", "value", "95", "%", "interval", "units"]
    number = r"[01]\.\d{3}"
    assert re.fullmatch(rf"alive +signed +alive +0.5 to 1 +{number} +{number} to {number} +30 +(met|MISSED)", lines[2])
    assert lines[-1].endswith("of 2 targets met; one with parts is met when all its parts are")


def test_answers_depend_on_the_seed_and_on_nothing_else(profile: Path) -> None:
    one, same, other = (answers(profile, 100, "--rng-seed", each) for each in ("1", "1", "2"))
    assert one == same
    assert one != other


@pytest.mark.slow
def test_jobs_do_not_matter(profile: Path) -> None:
    assert answers(profile, 150, "--jobs", "2") == answers(profile, 150, "--jobs", "1")


def test_a_block_is_no_seam(profile: Path) -> None:
    calibration = Calibration(TINY)
    plan = calibration.open(profile).plan
    told: list[int] = []
    whole = play_plans([plan], 70, 3, 1, False, told.append)[0]
    first = play_plans([plan], 10, 3, 1, False)[0]
    assert {name: games[:10] for name, games in whole.items()} == first
    assert told == [64, 70]


def test_a_quantity_is_set_against_another_profile(tmp_path: Path, profile: Path) -> None:
    over = "{profile: signed, quantity: alive, as: difference}"
    text = (SIGNED % "-1.5").replace("report: survival 2, low", f"report: survival 2, over: {over}, low")
    (tmp_path / "other.yaml").write_text(text, "utf-8")
    assert answers(tmp_path / "other.yaml")["alive"]["value"] == 0.0


def test_profiles_set_against_each_other_do_not_go_round(tmp_path: Path) -> None:
    head = "schema_version: 1\nagents: {hill: hold, shore: hold}\nquantities:\n"
    for name, other in (("a", "b"), ("b", "a")):
        text = f"{head}  q: {{take: last signed, over: {{profile: {other}, as: difference}}}}\n"
        (tmp_path / f"{name}.yaml").write_text(text)
    assert answers(tmp_path / "a.yaml")["q"]["value"] == 0.0


def test_faults_stand_at_their_line_and_cost_65(tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    bad = SIGNED.replace("last signed", "last sined").replace("survival 2", "survival two") % "-1.5"
    file.write_text(bad.replace("report: survival two", "in: days 1..2"), "utf-8")
    result = call("tiny", "--profile", str(file))
    assert isinstance(result.exception, ScenarioError)
    assert result.exception.exit_code == 65
    assert [(fault.line, fault.path) for fault in result.exception.faults] == [
        (8, "quantities.signed.take"), (9, "quantities.alive.in"),
    ]  # fmt: skip
    assert "did you mean `signed`" in result.exception.faults[0].message


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("q: {share: nope}", "there is no `nope` in `milestones`"),
        ("q: {of: trucess, take: nights}", "there is no `trucess` in `episodes`; did you mean `truces`?"),
        ("q: {of: truces, take: nights, among: [length >= 2]}", "truces have no `length` to choose by"),
        ("q: {of: truces, take: nights, ends: [expird]}", "there is no `expird` in `fates`"),
        ("q: {of: nights, take: nights}", "a night has one value of a column"),
        ("q: {take: nights, opening: [truce = 1]}", "`opening` and `closing` are conditions on episodes"),
        ("q: {take: nights, over: {quantity: p}}", "there is no quantity `p` there"),
        ("q: {take: nights, over: {profile: p}}", "there is no profile `p`"),
    ],
)
def test_a_question_that_cannot_be_answered_is_a_fault(line: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "q.yaml"
    line = line.replace("ends: [expird]", "report: survival 2, ends: [expird]")
    file.write_text(f"schema_version: 1\nagents: {{hill: hold, shore: hold}}\nquantities:\n  {line}\n", "utf-8")
    with pytest.raises(ScenarioError) as error:
        Calibration(TINY).open(file)
    (fault,) = error.value.faults
    assert fault.line == 4
    assert fault.message.startswith(message)


def test_a_profile_that_is_not_there_is_told_of_those_that_are() -> None:
    result = call("aleppo-2016", "--profile", "hists")
    assert isinstance(result.exception, MissingFile)
    assert "give a file, or one of: climb-down, " in str(result.exception)


def test_a_scenario_without_targets_says_so() -> None:
    result = call("tiny")
    assert isinstance(result.exception, CessationError)
    assert result.exception.exit_code == 66


def test_an_agent_of_another_package_is_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "q.yaml"
    file.write_text("schema_version: 1\nagents: {hill: alien, shore: hold}\n", "utf-8")
    with pytest.raises(ScenarioError, match=r"q.yaml:2:16: agents.hill: no agent `alien` plays here"):
        Calibration(TINY).open(file)


def judged(id_: str, value: float | None, low: float | None, high: float | None) -> JudgedTarget:
    return JudgedTarget(id_, "p", "q", low, high, "", Estimate(value, None, None, 1))


def test_a_target_with_parts_is_met_when_all_its_parts_are() -> None:
    found = [
        judged("T1", 1.0, 1.0, 2.0), judged("T2a", 2.0, None, 2.0), judged("T2b", 2.1, None, 2.0),
        judged("T3", 5.0, 4.0, None), judged("T4", None, 0.0, 1.0), judged("calm", 1.0, None, None),
    ]  # fmt: skip
    assert [each.passed for each in found] == [True, True, False, True, False, None]
    assert count_met(found) == (2, 4)


def test_only_what_is_wanted_is_played(profile: Path) -> None:
    calibration = Calibration(TINY)
    opened = calibration.open(profile)
    for name in opened.profile.quantities:
        calibration.want(opened, name)
    calibration.want(opened, "alive")
    assert calibration.plans == 1
    calibration.play(5, 1, 1, False, lambda _: None)
    assert [each.id for each in judge_profile(calibration, opened)] == list(opened.profile.quantities)

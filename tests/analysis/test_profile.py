"""Profiles as files: phrases, what does not go together, the page that specifies them, and those that are shipped."""

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from sim.analysis.study.targets import TARGETS, Calibration, open_profile, read_targets
from sim.scenario.faults import ScenarioError
from sim.scenario.load import load_sources
from sim.scenario.places import data_folder, shipped
from sim.scenario.profile import Milestone, Profile, Quantity
from sim.scenario.profile_phrases import Report, Take, Window
from sim.scenario.schema import SCHEMAS, outdated

SCENARIOS = data_folder("scenarios")
PAGE = (SCENARIOS / "PROFILES.md").read_text("utf-8")
SHIPPED = sorted(file for folder in shipped() for file in folder.glob("profiles/*.yaml"))


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (Window, ["days 1..20", "days 5", "during", "during 5..6", "before 1..7", "from 1..3", "after 1"]),
        (Take, ["mean trust", "sum a + b - c.d", "nights", "share", "day", "change us.approval", "most x.y.z"]),
        (Report, ["mean", "pooled", "quantile 0.9", "share >= 6", "share in 1..2", "survival 30 after 7", "death 2"]),
    ],
)
def test_phrases_are_written_back_as_they_were_read(kind: type[Window | Take | Report], texts: list[str]) -> None:
    assert [str(kind.read(text)) for text in texts] == texts


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Window, "days"),
        (Window, "days 0..3"),
        (Window, "during 6..5"),
        (Window, "since 1..2"),
        (Window, 3),
        (Take, "mean"),
        (Take, "medium trust"),
        (Take, "nights x"),
        (Take, "mean Trust"),
        (Report, "quantile 1.5"),
        (Report, "survival 7 after 7"),
        (Report, "share"),
        (Report, "share in 2"),
        (Report, "average"),
    ],
)
def test_other_phrases_are_refused_with_an_example(kind: type[Window | Take | Report], text: object) -> None:
    with pytest.raises(ValueError, match="`"):
        kind.read(text)


@pytest.mark.parametrize(
    "quantity",
    [
        {},
        {"take": "nights", "share": "x"},
        {"share": "x", "of": "truces"},
        {"share": "x", "report": "median"},
        {"count": ["x"], "where": ["truce = 1"]},
        {"take": "last trust", "to": "days 1..2"},
        {"take": "last trust", "report": "pooled"},
        {"take": "nights", "report": "survival 7"},
        {"take": "nights", "of": "truces", "in": "during 1..2", "report": "survival 7"},
        {"take": "nights", "ends": ["expired"]},
        {"take": "nights", "over": {}},
    ],
)
def test_what_does_not_go_together_is_refused(quantity: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Quantity.model_validate(quantity)


@pytest.mark.parametrize(
    "milestone",
    [
        {},
        {"ever": "truce = 1", "never": "truce = 1"},
        {"ever": "truce = 1", "among": ["nights >= 2"]},
        {"finally": "truce = 1", "in": "days 1..2"},
        {"ever": "truce = 1", "in": "during 1..2"},
    ],
)
def test_a_milestone_has_one_way(milestone: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Milestone.model_validate(milestone)


def test_episodes_may_not_take_the_names_of_units() -> None:
    model = {"schema_version": 1, "agents": {}, "episodes": {"truces": {"while": "truce = 1"}}}
    with pytest.raises(ValidationError, match="`truces` are units already"):
        Profile.model_validate(model)


def test_the_schemas_of_profiles_and_targets_are_shipped_and_current() -> None:
    assert {"scenarios/profile.schema.json", "scenarios/targets.schema.json"} <= set(SCHEMAS)
    assert outdated() == []


def test_the_example_of_the_page_opens(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    file = tmp_path / "example.yaml"
    file.write_text(example, "utf-8")
    opened = open_profile(load_sources(SCENARIOS / "tiny"), file)
    assert len(opened.questions.quantities) == 10


def test_the_page_names_every_phrase() -> None:
    for each in (*Window.ANCHORS, *Take.OF_COLUMN, *Take.BARE, *Report.BARE, "quantile", "survival", "death"):
        assert f"`{each}" in PAGE, each
    for model in (Profile, Quantity, Milestone):
        for name, field in model.model_fields.items():
            assert f"{field.alias or name}" in PAGE, name


@pytest.mark.slow
def test_shipped_profiles_and_targets_open() -> None:
    assert len(SHIPPED) >= 10
    for folder in {file.parent.parent for file in SHIPPED}:
        calibration = Calibration(folder)
        assert read_targets(folder, calibration)
        for file in SHIPPED:
            if file.parent.parent == folder:
                assert calibration.open(file).profile.about


def test_a_target_must_name_what_is_there(tmp_path: Path) -> None:
    for file in (SCENARIOS / "tiny").glob("*.yaml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "profiles").mkdir()
    quantity = "quantities: {calm: {take: mean tension}}\n"
    (tmp_path / "profiles" / "p.yaml").write_text("schema_version: 1\nagents: {hill: hold, shore: hold}\n" + quantity)
    (tmp_path / TARGETS).write_text(
        "schema_version: 1\ntargets:\n"
        "  T1: {profile: q, quantity: calm, basis: a guess}\n"
        "  T2: {profile: p, quantity: clam, basis: a guess}\n"
        "  T3: {profile: p, quantity: calm, basis: said in X99}\n"
    )
    with pytest.raises(ScenarioError) as error:
        read_targets(tmp_path, Calibration(tmp_path))
    assert [(fault.line, fault.message) for fault in error.value.faults] == [
        (3, "there is no profile `q`; profiles: `p`"),
        (4, "there is no quantity `clam`; did you mean `calm`?"),
        (5, "`X99` is no fact of the scenario's sources"),
    ]

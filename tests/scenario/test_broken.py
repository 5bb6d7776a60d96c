"""Each way to break a scenario is told to its author: the line, the path, what is wrong and what would be right."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sim.scenario.compile import compile_scenario
from sim.scenario.faults import Fault, ScenarioError
from sim.scenario.load import load_sources
from sim.scenario.places import data_folder

TINY = data_folder("scenarios") / "tiny"
SEEDS = data_folder("seeds")
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "broken" / "cases.yaml").read_text("utf-8"))


def faults_of(text: str, folder: Path) -> list[Fault]:
    """Faults of a scenario.yaml with this text, beside the words of `tiny`; those in its words left out."""
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    (folder / "text.en.yaml").write_bytes((TINY / "text.en.yaml").read_bytes())
    try:
        loaded = load_sources(folder, SEEDS)
        if loaded.sound:
            compile_scenario(loaded.scenario, loaded.hash, loaded.faults)
        found = loaded.faults.found
    except ScenarioError as error:
        found = list(error.faults)
    return [fault for fault in found if fault.file.endswith("scenario.yaml")]


def broken(case: dict[str, Any]) -> tuple[str, int]:
    """The text of `tiny`, broken, and the line (from 1) on which the fault is expected."""
    whole = (TINY / "scenario.yaml").read_text("utf-8")
    assert case["old"] in whole, "tiny has changed: bring this case up to date"
    text = whole.replace(case["old"], case["new"], 1)
    offset = text.index(case["at"]) if "at" in case else whole.index(case["old"])
    return text, text.count("\n", 0, offset) + 1


def test_tiny_itself_has_no_fault(tmp_path: Path) -> None:
    assert faults_of((TINY / "scenario.yaml").read_text("utf-8"), tmp_path) == []


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_broken_scenario_says_where_and_why(case: dict[str, Any], tmp_path: Path) -> None:
    text, line = broken(case)
    found = faults_of(text, tmp_path)
    told = [f"{fault.path}: {fault.message}" if fault.path else fault.message for fault in found]
    expected = case["says"] if isinstance(case["says"], list) else [case["says"]]
    for message in expected:
        assert any(each.startswith(message) for each in told), told
    first = next(fault for fault, each in zip(found, told, strict=True) if each.startswith(expected[0]))
    assert first.line == line, str(first)
    assert case.get("more") or len(told) == len(expected), told


def test_faults_of_every_kind_are_told_at_once(tmp_path: Path) -> None:
    """A reference, a sum, a name and a source: four checks, one run."""
    text = (TINY / "scenario.yaml").read_text("utf-8")
    edits = [case for case in CASES if case["name"].startswith(("an opener", "priors", "a fact in from", "a range up"))]
    for case in edits:
        text = text.replace(case["old"], case["new"], 1)
    assert len(edits) == len(faults_of(text, tmp_path)) == 4


def test_cases_have_names_of_their_own() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES) >= 30

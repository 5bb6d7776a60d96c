"""Models read what the README shows, in every short form, and can be written out and read again."""

import re
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from sim.scenario.faults import ScenarioError
from sim.scenario.load import load_sources
from sim.scenario.model import Scenario
from sim.scenario.model_table import Issue
from sim.scenario.model_world import SeatVariable, SeenBy, Start, Term
from sim.scenario.places import data_folder, shipped
from sim.scenario.source import parse_document
from sim.scenario.validate import validate
from sim.scenario.written import Cited, Line


def test_every_example_of_the_readme_is_read() -> None:
    text = (data_folder("scenarios") / "README.md").read_text("utf-8")
    examples = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert len(examples) == 1
    whole = examples[0].replace("from: ...", "from: N01").replace(", ...}", "}")
    document = parse_document(whole.encode(), "README.md")
    assert validate(Scenario, document), "\n".join(map(str, document.faults.found))


@pytest.mark.parametrize("folder", shipped(), ids=lambda folder: folder.name)
def test_a_scenario_written_out_reads_as_the_same(folder: Path) -> None:
    scenario = load_sources(folder).scenario
    assert Scenario.model_validate(scenario.model_dump(by_alias=True)) == scenario


def test_a_start_is_a_number_or_a_distribution() -> None:
    assert Start.model_validate("0.5 @N3").value == Cited(0.5, ("N3",))
    assert Start.model_validate({"triangular": [0, 1, 2]}).triangular == (Cited(0.0), Cited(1.0), Cited(2.0))
    assert Start.model_validate({"outcomes": {0.1: 0.3, 1: 0.7}}).outcomes == {0.1: Cited(0.3), 1.0: Cited(0.7)}


def test_a_variable_of_the_seats_starts_alike_or_for_each() -> None:
    entry = {"unit": "share", "range": [0, 1], "seen_by": "own"}
    alike = SeatVariable.model_validate(entry | {"start": {"triangular": [0, 0.5, 1]}})
    each = SeatVariable.model_validate(entry | {"start": {"a": 0.2, "b": {"outcomes": {0: 1}}}})
    assert alike.start_of("a") == alike.start_of("b") == alike.start
    assert each.start_of("a") == Start(value=Cited(0.2))
    assert each.start_of("c") is None


def test_a_term_is_a_weight_or_a_weighted_product() -> None:
    assert Term.model_validate(1.5) == Term(weight=Cited(1.5))
    assert Term.model_validate({"of": "(1 - x)", "weight": 2}) == Term(of=Line("(1 - x)"), weight=Cited(2.0))


def test_options_keep_their_order_with_and_without_durations() -> None:
    assert list(Issue.model_validate({"options": ["none", "once", "a"]}).options) == ["none", "once", "a"]
    assert Issue.model_validate({"unit": "hours", "options": {"h48": 48, "h24": 24}}).options == {
        "h48": Cited(48.0),
        "h24": Cited(24.0),
    }
    for wrong in (["once", "once"], ["once"], ["a", ["b"]], "once", {"a": 1, "b": None}):
        with pytest.raises(ValidationError):
            Issue.model_validate({"options": wrong, "unit": "days"})


@pytest.mark.parametrize(
    ("seen_by", "seen"),
    [
        ("all", {"a": 0.0, "b": 0.0}),
        ("none", {"a": None, "b": None}),
        ("own", {"a": 0.0, "b": None}),
        ({"a": "exact"}, {"a": 0.0, "b": None}),
        ({"b": "noise 0.2 @N3"}, {"a": None, "b": 0.2}),
    ],
)
def test_who_sees_a_variable_of_seat_a(seen_by: object, seen: dict[str, float | None]) -> None:
    entry = {"unit": "share", "range": [0, 1], "start": 0, "seen_by": seen_by}
    read = SeatVariable.model_validate(entry).seen_by
    assert {seat: read.sd(seat, owner="a") for seat in "ab"} == seen
    assert TypeAdapter(SeenBy).validate_python(read.model_dump()) == read


def test_nothing_is_converted_in_passing() -> None:
    document = parse_document(b"schema_version: '1'\nid: 5\n", "file.yaml")
    assert validate(Scenario, document) is None
    told = [str(fault) for fault in document.faults.found]
    assert "file.yaml:1:17: schema_version: should be 1, not `1`" in told
    assert any(each.startswith("file.yaml:2:5: id: should be text, not `5`") for each in told)


def test_a_scenario_that_is_no_mapping_is_refused() -> None:
    document = parse_document(b"- a list", "file.yaml")
    assert validate(Scenario, document) is None
    with pytest.raises(ScenarioError, match="should be a mapping"):
        document.faults.refuse()

"""Facts are whole, dated and named once over all sources."""

from pathlib import Path

import pytest

from sim.errors import MissingFile
from sim.scenario.facts import Fact, gather_facts, read_facts_file, read_sources
from sim.scenario.faults import Faults, ScenarioError
from sim.scenario.places import data_folder

HEAD = "schema_version: 1\nsource: {id: SOURCE, title: t, published: 2001-02-03, note: n}\nfacts:\n"
FACT = "  ID: {says: s, by: b, at: a, kind: event, known_from: 2001-02-03, confidence: high}\n"


def write(seeds: Path, source: str, *facts: str) -> Path:
    (seeds / source).mkdir(parents=True)
    file = seeds / source / "facts.yaml"
    file.write_text(HEAD.replace("SOURCE", source) + "".join(facts), encoding="utf-8")
    return file


def gather(seeds: Path, sources: list[str], faults: Faults) -> dict[str, Fact] | None:
    return gather_facts(read_sources(seeds, sources, faults), sources, faults)


def fault_of(file: Path) -> str:
    with pytest.raises(ScenarioError) as caught:
        read_facts_file(file)
    (fault,) = caught.value.faults
    return f"{fault.line}: {fault.path}: {fault.message}"


@pytest.mark.parametrize("file", sorted(data_folder("seeds").glob("*/facts.yaml")), ids=lambda file: file.parent.name)
def test_shipped_facts_have_no_fault(file: Path) -> None:
    found = read_facts_file(file)
    assert found
    assert found.facts


def test_no_fact_id_is_used_by_two_shipped_sources() -> None:
    faults = Faults("scenario.yaml")
    sources = sorted(file.parent.name for file in data_folder("seeds").glob("*/facts.yaml"))
    assert gather(data_folder("seeds"), sources, faults)
    assert faults.found == []


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (("ID", "X1"), "`X1` should"),
        (("ID", "X1234"), "`X1234` should"),
        (("kind: event", "kind: rumour"), "4: facts.X01.kind: `rumour` is not one of the values here"),
        (("confidence: high", "confidence: sure"), "4: facts.X01.confidence: `sure` is not one of"),
        (("known_from: 2001-02-03", "known_from: spring"), "4: facts.X01.known_from: should be a date"),
        (("says: s", "says: ' '"), "4: facts.X01.says: "),
        (("at: a", "at: 5"), "4: facts.X01.at: should be text, not `5`"),
        (("at: a", "at: a, value: 5"), "4: facts.X01: has a value without a unit"),
        (("at: a", "at: a, value: [5, 4], unit: u"), "4: facts.X01: should give its value as [low, high]"),
        (("at: a", "at: a, contested_how: h"), "4: facts.X01: says how it is contested but not by whom"),
        (("at: a", "at: a, quantities: {}"), "4: facts.X01.quantities: should hold at least 1"),
    ],
)
def test_a_fact_is_whole(edit: tuple[str, str], told: str, tmp_path: Path) -> None:
    fact = FACT.replace(*edit).replace("ID", "X01")
    assert told in fault_of(write(tmp_path, "book", fact))


def test_a_fact_may_hold_a_value_a_range_or_quantities(tmp_path: Path) -> None:
    with_value = FACT.replace("ID", "X01").replace("at: a", "at: a, value: [4, 5.5], unit: carts")
    with_more = FACT.replace("ID", "X02").replace("at: a", "at: a, quantities: {carts: 3}, contested_by: [x]")
    found = read_facts_file(write(tmp_path, "book", with_value, with_more))
    assert found
    first, second = found.facts.values()
    assert isinstance(first, Fact)
    assert first.value == (4, 5.5)
    assert second.quantities == {"carts": 3}


def test_a_source_is_named_like_its_folder(tmp_path: Path) -> None:
    file = write(tmp_path, "book", FACT.replace("ID", "X01"))
    file.rename(file.with_name("moved"))
    (tmp_path / "paper").mkdir()
    moved = file.with_name("moved").rename(tmp_path / "paper" / "facts.yaml")
    assert "source.id: should be the folder's name, `paper`" in fault_of(moved)


def test_ids_are_used_once_over_all_sources(tmp_path: Path) -> None:
    write(tmp_path, "book", FACT.replace("ID", "X01"))
    write(tmp_path, "paper", FACT.replace("ID", "X01"), FACT.replace("ID", "X02"))
    faults = Faults("scenario.yaml")
    facts = gather(tmp_path, ["book", "paper"], faults)
    assert facts is not None
    assert sorted(facts) == ["X01", "X02"]
    assert [fault.message for fault in faults.found] == ["`X01` is a fact of `book` and of `paper`; ids are used once"]


def test_missing_and_faulty_sources_leave_the_facts_unknown(tmp_path: Path) -> None:
    write(tmp_path, "book", FACT.replace("ID", "X01").replace("kind: event", "kind: rumour"))
    faults = Faults("scenario.yaml")
    assert gather(tmp_path, ["book", "boook"], faults) is None
    assert [fault.path for fault in faults.found] == ["facts.X01.kind", "sources[1]"]
    assert faults.found[1].message.endswith("there is no " + f"{tmp_path.name}/boook/facts.yaml; did you mean `book`?")
    with pytest.raises(MissingFile):
        read_facts_file(tmp_path / "boook" / "facts.yaml")


def test_an_unreadable_source_is_told_beside_the_rest(tmp_path: Path) -> None:
    file = write(tmp_path, "book")
    file.write_text("facts: [", encoding="utf-8")
    faults = Faults("scenario.yaml")
    assert gather(tmp_path, ["book"], faults) is None
    assert [fault.file.endswith("facts.yaml") for fault in faults.found] == [True]
    with pytest.raises(ScenarioError, match="is not YAML"):
        read_facts_file(file)

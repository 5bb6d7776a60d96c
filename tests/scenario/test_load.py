"""A folder is read as a whole: scenario, words and facts, found by name or path, with all faults at once."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.errors import MissingFile
from sim.scenario import places
from sim.scenario.faults import Fault, ScenarioError
from sim.scenario.load import Loaded, load_sources, read_scenario
from sim.scenario.places import data_folder, find_scenario, find_seeds, shipped
from sim.scenario.source import Document, parse_document

TINY = data_folder("scenarios") / "tiny"
SEEDS = data_folder("seeds")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of `tiny` that a test may break."""
    return Path(shutil.copytree(TINY, tmp_path / "scenarios" / "tiny"))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def told(folder: Path) -> list[str]:
    found = faults_of(load_sources, folder, SEEDS)
    return [f"{Path(fault.file).name}: {fault.path}: {fault.message}" for fault in found]


def faults_of(read: Callable[..., Loaded | Document], *given: object) -> tuple[Fault, ...]:
    """What a reader of files finds, raised or collected."""
    try:
        read(*given).faults.refuse()
    except ScenarioError as error:
        return error.faults
    return ()


def test_tiny_is_read_whole() -> None:
    loaded = read_scenario(TINY)
    assert loaded.sound
    assert loaded.scenario.id == "tiny"
    assert set(loaded.text) == {"en", "ru"}
    assert loaded.text["en"].seats.keys() == loaded.scenario.seats.keys()
    assert loaded.facts["T05"].value == 2
    assert loaded.orphans() == []
    assert loaded.hash == hashlib.sha256((TINY / "scenario.yaml").read_bytes()).hexdigest()


def test_words_and_facts_do_not_alter_the_hash(copy: Path) -> None:
    edit(copy / "text.en.yaml", "title: The Crossing", "title: The Ferry")
    assert read_scenario(copy, SEEDS).hash == read_scenario(TINY).hash


def test_faults_found_later_get_lines_of_the_scenario() -> None:
    loaded = load_sources(TINY)
    loaded.faults.add(("flows", "quieten", 1), "makes no sense")
    with pytest.raises(ScenarioError) as caught:
        loaded.faults.refuse()
    (fault,) = caught.value.faults
    line = (TINY / "scenario.yaml").read_text("utf-8").splitlines()[fault.line - 1]
    assert line[fault.column - 1 :].startswith("tension - 0.1 * truce")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  moor: {name: Moor the ferry", "  more: {name: Moor the ferry", "levers.moor: has no words"),
        ("  moor: {name: Moor the ferry", "  more: {name: Moor the ferry", "levers.more: is not in the scenario"),
        ("title: The Crossing", "title: ''", "title: "),
        ("title: The Crossing", "tite: The Crossing", "tite: is not a field here; did you mean `title`?"),
        ("      d1: {name", "      d11: {name", "issues.pause.options.d1: has no words"),
        (
            "      heat: {name",
            "      heath: {name",
            "hazards.breach.terms.heath: is not in the scenario; did you mean `heat`?",
        ),
        ("      believed: {name", "      belived: {name", "draws.rumour.outcomes.believed: has no words"),
        ("  needy: {name", "  greedy: {name", "types.needy: has no words"),
        ("  calm: {name", "  clam: {name", "components.clam: is not in the scenario; did you mean `calm`?"),
        (
            "    news: The abbey says that shots",
            "    about_news: The abbey says that shots",
            "hazards.breach.about_news: is not",
        ),
        (
            ", news: The elders say that another night passed without bread.",
            "",
            "events.hunger: is seen when it happens, so",
        ),
        (
            "  herders: {name: Herders, about: ",
            "  herders: {name: Herders, about: ' ', about: ",
            "actors.herders.about: stands twice",
        ),
    ],
)
def test_words_name_every_id_and_nothing_else(copy: Path, old: str, new: str, message: str) -> None:
    edit(copy / "text.en.yaml", old, new)
    assert any(each.startswith(f"text.en.yaml: {message}") for each in told(copy)), told(copy)


def test_every_language_is_checked_and_english_is_needed(copy: Path) -> None:
    (copy / "text.en.yaml").rename(copy / "text.de.yaml")
    assert told(copy) == ["text.en.yaml: : is missing; copy the one of `tiny` and name every id"]
    edit(copy / "text.de.yaml", "  calm: {name", "  ruhe: {name")
    assert any(each.startswith("text.de.yaml: components.ruhe") for each in told(copy))


def test_faults_of_all_files_come_together(copy: Path) -> None:
    edit(copy / "scenario.yaml", "opens: shore", "opens: shoal")
    edit(copy / "text.en.yaml", "title: The Crossing", "title: [")
    seeds = Path(shutil.copytree(SEEDS, copy.parents[1] / "seeds"))
    edit(seeds / "tiny" / "facts.yaml", "kind: term", "kind: turm")
    with pytest.raises(ScenarioError) as caught:
        read_scenario(copy)
    assert {Path(fault.file).name for fault in caught.value.faults} == {"scenario.yaml", "text.en.yaml", "facts.yaml"}


def test_a_variable_without_a_unit_is_a_fault_of_the_scenario(copy: Path) -> None:
    edit(copy / "scenario.yaml", "fitted:    {unit: share of the ferry's repairs done, ", "fitted:    {")
    assert any(each.startswith("scenario.yaml: state.fitted.unit: ") for each in told(copy)), told(copy)


def test_sources_cannot_lead_out_of_the_seeds(copy: Path) -> None:
    edit(copy / "scenario.yaml", "sources: [tiny]", "sources: [../secrets]")
    assert told(copy) == ["scenario.yaml: sources[0]: `../secrets` should be lower-case letters, digits, `-` and `_`"]


def test_a_scenario_is_found_by_name_folder_or_file(copy: Path) -> None:
    assert find_scenario("tiny") == TINY
    assert find_scenario(copy) == copy
    assert find_scenario(str(copy / "scenario.yaml")) == copy
    assert TINY in shipped()


@pytest.mark.parametrize("name", ["tinny", "", "no/such/scenario.yaml", "/"])
def test_a_scenario_not_found_names_those_there_are(name: str) -> None:
    with pytest.raises(MissingFile, match=r"or one of: .*tiny"):
        find_scenario(name)


def test_seeds_beside_a_scenario_come_before_the_shipped_ones(copy: Path) -> None:
    assert find_seeds(copy) == SEEDS
    for seeds in (copy.parents[1] / "seeds", copy.parent / "seeds"):
        seeds.mkdir()
        assert find_seeds(copy) == seeds


def test_in_a_wheel_data_stand_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "sim")
    folder = tmp_path / "sim" / "_data" / "scenarios" / "tiny"
    shutil.copytree(TINY, folder)
    assert find_scenario("tiny") == folder
    assert data_folder("seeds") == tmp_path / "sim" / "_data" / "seeds"


TEXT = (TINY / "scenario.yaml").read_text("utf-8")
WORDS = (
    "",
    "0",
    "-1",
    "[]",
    "{}",
    "~",
    "x",
    ": ",
    "\n",
    ", ",
    "true",
    "[",
    "}",
    "@N1",
    "@?",
    "hill",
    "pause",
    "1e400",
    "'",
)


@st.composite
def mutilated(draw: st.DrawFn) -> str:
    """`tiny` with a few spans replaced by odd pieces or by other spans of itself."""
    text = TEXT
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text) - 1))
        length = draw(st.integers(0, 30))
        other = draw(st.integers(0, len(text) - 1))
        piece = draw(st.sampled_from((*WORDS, text[other : other + length])))
        text = text[:start] + piece + text[start + length :]
    return text


@given(text=mutilated())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_scenario_however_mutilated_is_met_with_a_traceback(text: str, copy: Path) -> None:
    (copy / "scenario.yaml").write_text(text, encoding="utf-8")
    most = text.count("\n") + 2
    for fault in faults_of(load_sources, copy, SEEDS):
        assert 1 <= fault.line <= most or not fault.file.endswith("scenario.yaml")
        assert fault.message


@given(raw=st.binary(max_size=200))
def test_no_bytes_are_met_with_a_traceback(raw: bytes) -> None:
    assert all(fault.message for fault in faults_of(parse_document, raw, "file.yaml"))

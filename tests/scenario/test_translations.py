"""Russian says what English says, of everything; what it lacks is read in English and told."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sim.cli.check import check
from sim.scenario.book import open_book, read_book
from sim.scenario.faults import ScenarioError
from sim.scenario.load import Loaded, read_scenario
from sim.scenario.places import data_folder, shipped
from sim.scenario.translation import filled
from sim.scenario.wording import phrases_of
from tests.tongue import speaking

# Signs of formulas, titles of journals, and networks that Russian names by their Latin letters; fact ids beside these.
LATIN = """
    SOHR VDC SNHR APSR ISQ JCR JPR Econometrica International Organization Security Robotics and Autonomous Systems
    exp ln sigma tau beta dt a b c d e g h k q r t u w x P R T V
""".split()
FACT_ID = re.compile(r"\b[A-Z]\d{2,3}\b")
PLACEHOLDER = re.compile(r"\{\w*\}")
ENGLISH_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
RUSSIAN_NUMBER = re.compile("\\d{1,3}(?:\u00a0\\d{3})+|\\d+(?:,\\d+)?")


def leaves(words: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text in plain data, by its path."""
    if isinstance(words, dict):
        for key, each in words.items():
            yield from leaves(each, f"{path}.{key}")
    elif isinstance(words, list):
        yield from leaves(dict(enumerate(words)), path)
    elif isinstance(words, str):
        yield path, words


def pairs(loaded: Loaded) -> Iterator[tuple[str, str, str]]:
    """Every text that a scenario's readers may see: where it is, in English, in Russian."""
    english = dict(leaves({"text": loaded.text["en"].model_dump(mode="json")}))
    english |= leaves({id_: fact.model_dump(mode="json") for id_, fact in loaded.facts.items()})
    russian = dict(leaves({"text": loaded.text["ru"].model_dump(mode="json")}))
    russian |= leaves(loaded.facts_in("ru"))
    english |= {f".text.phrases.{phrase}": phrase for phrase in phrases_of(loaded.data)}
    assert russian.keys() == english.keys()
    drawn = dict(leaves({"map": loaded.map.model_dump(mode="json")})) if loaded.map else {}
    yield from ((path, words, drawn[f"{path[:-2]}ru"]) for path, words in drawn.items() if path.endswith(".en"))
    untold = ("kind", "known_from", "confidence")  # not words: the client names these
    yield from ((path, words, russian[path]) for path, words in english.items() if not path.endswith(untold))


def english_numbers(words: str) -> list[float]:
    return sorted(float(each.replace(",", "")) for each in ENGLISH_NUMBER.findall(words))


def russian_numbers(words: str) -> list[float]:
    return sorted(float(each.replace("\u00a0", "").replace(",", ".")) for each in RUSSIAN_NUMBER.findall(words))


@pytest.fixture(params=shipped(), ids=lambda folder: folder.name)
def loaded(request: pytest.FixtureRequest) -> Loaded:
    return read_scenario(request.param)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of `tiny`, with its facts beside it, that a test may break."""
    shutil.copytree(data_folder("seeds") / "tiny", tmp_path / "seeds" / "tiny")
    return Path(shutil.copytree(data_folder("scenarios") / "tiny", tmp_path / "scenarios" / "tiny"))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_everything_has_russian_words(loaded: Loaded) -> None:
    assert loaded.lacks("ru") == []


def test_russian_words_are_in_russian_letters(loaded: Loaded) -> None:
    letters = re.compile(r"[A-Za-z]+")
    for path, _, russian in pairs(loaded):
        assert set(letters.findall(FACT_ID.sub("", PLACEHOLDER.sub("", russian)))) <= set(LATIN), f"{path}: {russian}"


def test_russian_words_keep_numbers_and_placeholders(loaded: Loaded) -> None:
    for path, english, russian in pairs(loaded):
        assert russian_numbers(russian) == english_numbers(english), f"{path}: {english} | {russian}"
        assert sorted(PLACEHOLDER.findall(russian)) == sorted(PLACEHOLDER.findall(english)), path


def test_a_deleted_line_is_told_and_read_in_english(copy: Path) -> None:
    edit(copy / "text.ru.yaml", '  fitted: {name: Починка, about: "Насколько паром готов к работе."}\n', "")
    seeds = copy.parents[1] / "seeds" / "tiny" / "facts.ru.yaml"
    seeds.write_text(re.sub("(?m)^  (T04|T10|the guild): .*\n", "", seeds.read_text("utf-8")), encoding="utf-8")
    lacked = ["state.fitted", "T04.says", "T10.says", "T10.contested_how", "`the guild`"]
    assert read_scenario(copy).lacks("ru") == lacked
    said = CliRunner().invoke(check, [str(copy)])
    assert said.exit_code == 0
    assert f"ru: 5 without words, which are read in English: {', '.join(lacked)}" in said.output
    book = read_book(copy)
    with speaking("ru"):
        assert book.word("state", "fitted") == book.words["ru"]["state"]["fitted"]["name"] == "Repairs"
        assert book.fact("T04")["says"] == book.facts["T04"]["says"]
        assert book.fact("T05")["by"] == "the guild"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  T04: ", "  T44: ", ":7:3: says.T44: is not in facts.yaml: correct it or take it out; did you mean `T"),
        ("  T10: Каждый", "  T11: Каждый", "contested_how.T11: is not in facts.yaml: correct it or take it out"),
        ("  the guild: ", "  the gild: ", "phrases.the gild: is not in facts.yaml: correct it or take it out; did you"),
        ("says:\n", "say:\n", "say: is not a field here; did you mean `says`?"),
        ("phrases:\n", "phrases: [\n", "is not YAML"),
    ],
)
def test_words_of_no_fact_are_a_fault(old: str, new: str, told: str, copy: Path) -> None:
    edit(copy.parents[1] / "seeds" / "tiny" / "facts.ru.yaml", old, new)
    with pytest.raises(ScenarioError) as caught:
        read_scenario(copy)
    assert any("facts.ru.yaml:" in str(fault) and told in str(fault) for fault in caught.value.faults)


def test_a_fact_is_told_in_the_language_asked_for(copy: Path) -> None:
    for book in (read_book(copy), open_book(copy), open_book(copy)):  # read, kept, and found again
        with speaking("ru"):
            fact = book.fact("T10")
        with speaking("de"):
            assert book.fact("T10") == book.facts["T10"]
        assert fact["says"].startswith("Февральская пауза")
        assert fact["contested_by"] == ["холм", "низина"]
        assert fact["known_from"] == book.fact("T10")["known_from"]
        assert book.fact("T10") == book.facts["T10"]


def test_words_are_filled_where_they_are_missing() -> None:
    first = {"a": {"name": "one", "news": "two"}, "b": {"name": "three"}, "c": "four"}
    assert filled({"a": {"name": "eins", "news": None}, "c": "vier"}, first) == {
        "a": {"name": "eins", "news": "two"},
        "b": {"name": "three"},
        "c": "vier",
    }

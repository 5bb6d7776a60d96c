"""cards.yaml: what is wrong with one is told with its line, and play is the same with and without it."""

import shutil
from pathlib import Path

import pytest

from sim.scenario.book import read_book
from sim.scenario.load import load_sources
from sim.scenario.places import data_folder

TINY, SEEDS = data_folder("scenarios") / "tiny", data_folder("seeds")

GOOD = "on: [struck.breach]"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of `tiny` that a test may break."""
    return Path(shutil.copytree(TINY, tmp_path / "scenarios" / "tiny"))


def told(folder: Path, old: str, new: str, file: str = "cards.yaml") -> list[str]:
    """The faults of the cards once something is written otherwise."""
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    found = load_sources(folder, SEEDS).faults.found
    return [f"{Path(fault.file).name}:{fault.path}: {fault.message}" for fault in found if "cards" in str(fault.path)]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (GOOD, "on: [strook.breach]", "`strook` is no kind of event; did you mean `struck`?"),
        (GOOD, "on: [struck.breech]", "`breech` is nothing that happens to anything; did you mean `breach`?"),
        (GOOD, "on: [spared.breach]", "`spared` is no kind of event"),
        ("bold: 100 * bold", "bold: 100 * bald", "there is no `bald`; did you mean `bold`"),
        ("bold: 100 * bold", "bold: 100 + bold", "is not a factor"),
        ("term.breach.bold)", "term.breach.bald)", "`breach.bald` is no term of a hazard"),
        ("count.unratified", "count.unratifeed", "`unratifeed` is no kind of event"),
        ("100 * chance.breach", "100 * chance.breech", "`breech` is no hazard"),
        ("weight: 3", "weight: 3\n    when: [change.self.audeince > 0]", "there is no `hill.audeince`"),
        ("weight: 3", "weight: 3\n    when: [ferry = adrift]", "`adrift` is not a value of `ferry`"),
        ("weight: 3", "weight: 3\n    when: [missed.them > 1]", "`them` is no seat"),
        ("from: T17", "from: T99", "`T99` is no fact of `sources`"),
        ("    from: T17\n", "", "is missing"),
        ("two_levels:", "two_stories:", "has no words"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_card_is_told(copy: Path, old: str, new: str, said: str) -> None:
    assert any(said in fault for fault in told(copy, old, new)), told


def test_a_gap_that_nothing_fills_is_told_in_every_language(copy: Path) -> None:
    (fault,) = told(copy, "{times}", "{tymes}", "text.ru.yaml")
    assert "text.ru.yaml" in fault
    assert "`{tymes}` is filled by nothing; did you mean `times`?" in fault


def test_gaps_take_no_formats(copy: Path) -> None:
    assert told(copy, "{times}", "{times:.0f}", "text.en.yaml")


def test_words_of_no_card_are_a_fault(copy: Path) -> None:
    (copy / "cards.yaml").unlink()
    found = [fault.message for fault in load_sources(copy, SEEDS).faults.found]
    assert sum("is not in cards.yaml" in fault for fault in found) == 4, found


def test_play_is_the_same_with_and_without_cards(copy: Path) -> None:
    with_cards = read_book(copy)
    (copy / "cards.yaml").unlink()
    for file in copy.glob("text.*.yaml"):
        text = file.read_text("utf-8")
        start = text.index("\ncards:\n")
        rest = text[start + 1 :].split("\n", 1)[1]
        kept = [i for i, line in enumerate(rest.splitlines(keepends=True)) if line[:1].strip()]
        after = "".join(rest.splitlines(keepends=True)[kept[0] :]) if kept else ""
        file.write_text(text[: start + 1] + after, "utf-8")
    without = read_book(copy)
    assert (with_cards.tables, set(with_cards.cards)) == (without.tables, {"spoiler", "two_levels"})
    assert not without.cards

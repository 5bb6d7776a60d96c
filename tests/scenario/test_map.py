"""The map of a scenario: read with its folder, checked against it, and of no concern to the rules."""

import re
import shutil
from pathlib import Path

import pytest

from sim.scenario.book import read_book
from sim.scenario.faults import ScenarioError
from sim.scenario.load import load_sources
from sim.scenario.places import data_folder, shipped

SEEDS = data_folder("seeds")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of `tiny` that a test may break."""
    return Path(shutil.copytree(data_folder("scenarios") / "tiny", tmp_path / "tiny"))


def told(folder: Path, old: str, new: str) -> list[str]:
    """The faults of a map with one thing replaced."""
    file = folder / "map.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    try:
        found = load_sources(folder, SEEDS).faults.found
    except ScenarioError as error:
        found = list(error.faults)
    return [f"{fault.path}: {fault.message}" for fault in found if fault.file.endswith("map.yaml")]


@pytest.mark.parametrize("folder", shipped(), ids=lambda each: each.name)
def test_shipped_scenarios_have_maps(folder: Path) -> None:
    drawn = read_book(folder).map
    assert drawn is not None
    assert drawn["title"]["en"]
    assert drawn["signs"]


def test_a_scenario_may_do_without(copy: Path) -> None:
    whole = load_sources(copy, SEEDS).hash
    (copy / "map.yaml").unlink()
    loaded = load_sources(copy, SEEDS)
    assert (loaded.map, loaded.faults.found) == (None, [])
    assert loaded.hash == whole, "the rules do not look at the map"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("of: waiting", "of: wating", "signs[0].of: `wating` is not a variable; did you mean `waiting`?"),
        ("of: waiting", "of: bold", "signs[0].of: `bold` is seen by nobody, so it cannot be shown"),
        ("side: upper, outline", "side: uper, outline", "areas[0].side: `uper` is not a side; did you mean `upper`?"),
        ("[[20, 30], [420", "[[20, 930], [420", "areas[0].outline[0]: lies outside the map, which is 440 by 400"),
        ("colour: olive", "colour: pink", "sides.upper.colour: `pink` is not one of the values here"),
        ("tones: {tension", "tones: {tenshun", "tones.tenshun: `tenshun` is not a variable"),
        ("kind: boat", "kind: train", "signs[2].kind: `train` is not one of the values here"),
        ("of: hurt}", "}", "labels[2]: says `{value}` and does not say of what"),
        (
            '"assumption: an invented river with a bank on either side"',
            '"assumption: river"',
            "from: an assumption says why",
        ),
        ("size: [440, 400]", "sise: [440, 400]", "sise: is not a field here; did you mean `size`?"),
    ],
)
def test_a_broken_map_says_where_and_why(copy: Path, old: str, new: str, message: str) -> None:
    found = told(copy, old, new)
    assert any(each.startswith(message) for each in found), found


FRONT = """
front:
  of: tension
  held_by: upper
  lost_to: lower
  line: [0, 1]
  frames:
    - {at: 1, outline: [[0, 0], [9, 0], [9, 9]]}
    - {at: 0, outline: [[0, 0], [9, 0], [9, 9]]}
ways:"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("at: 0,", "at: 2,", "front: should go from the greatest value to the least"),
        ("[9, 9]]}\n    - {at: 0", "[9, 9], [0, 9]]}\n    - {at: 0", "front: has frames of 3 and 4 corners"),
        ("line: [0, 1]", "line: [0, 7]", "front: has a line through corners that are not there"),
        ("held_by: upper", "held_by: upper ", ""),
    ],
)
def test_frames_of_a_front_fit_one_another(copy: Path, old: str, new: str, message: str) -> None:
    found = told(copy, "\nways:", FRONT.replace(old, new))
    assert [each for each in found if message and each.startswith(message)] or found == []


def test_the_example_of_the_readme_is_read(copy: Path) -> None:
    text = (data_folder("scenarios") / "README.md").read_text("utf-8")
    (example,) = re.findall(r"```yaml map\n(.*?)```", text, re.DOTALL)
    (copy / "map.yaml").write_text(example, "utf-8")
    assert read_book(copy).map is not None

"""The model card says what the scenario says."""

import re
from typing import Any

import pytest

from sim.scenario.source import read_document
from tests.model.card import current, file, section_of
from tests.model.world import sources

SECTIONS = [
    "hazards",
    "flows",
    "draws",
    "events",
    "levers",
    "hooks",
    "clauses",
    "stages",
    "renewals",
    "factions",
    "endings",
]
TARGET = re.compile(r"^\| (T\d+[a-z]?) \| ([^|]*) \| ([^|]*) \|", re.MULTILINE)


def card() -> str:
    """The card as it stands."""
    return file().read_text("utf-8")


def band_of(target: dict[str, Any]) -> str:
    """A target's band in words."""
    if "low" in target and "high" in target:
        return f"{target['low']:g} to {target['high']:g}"
    return f"at least {target['low']:g}" if "low" in target else f"at most {target['high']:g}"


def test_its_tables_are_those_of_the_scenario() -> None:
    assert current(card()) == card(), "run `python -m tests.model.card`"


@pytest.mark.parametrize("section", SECTIONS)
def test_it_leaves_nothing_out(section: str) -> None:
    missing = [name for name in section_of(section) if f"`{name}`" not in card()]
    assert not missing


def test_it_settles_every_component_and_knows_every_type() -> None:
    components = [f"`{component}`" for component in sources().scenario.scoring.components]
    types = [f"`{kind}`" for seat in section_of("types").values() for kind in seat]
    assert not [name for name in [*components, *types] if name not in card()]


def test_its_targets_are_those_that_calibration_asks() -> None:
    asked = read_document(sources().folder / "targets.yaml").data["targets"]
    told = {name: (quantity.strip(" `"), band) for name, quantity, band in TARGET.findall(card())}
    assert list(told) == list(asked)
    for name, target in asked.items():
        assert told[name] == (f"{target['profile']}.{target['quantity']}", band_of(target))


def test_a_table_out_of_date_is_seen() -> None:
    stale = card().replace("<!-- levers -->\n", "<!-- levers -->\n| a lever that is no more |\n")
    assert stale != card()
    assert current(stale) == card()

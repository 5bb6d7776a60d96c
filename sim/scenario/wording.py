"""Phrases of scenario.yaml that are read on screens: units, names of flows, reasons of assumptions.

A translation words them; in the first language they are read as they stand.
"""

from collections.abc import Collection, Mapping
from typing import Any

from sim.scenario.citations import walk
from sim.scenario.faults import Faults, did_you_mean

WITH_UNITS = ("state", "seat_state")


def phrases_of(data: Mapping[str, Any]) -> list[str]:
    """The phrases of a scenario's plain data, each once, in the order of the file."""
    units = [str(each["unit"]) for section in WITH_UNITS for each in data.get(section, {}).values()]
    flows = [id_.replace("_", " ") for id_ in data.get("flows", {})]
    reasons = [cite.why for cite in walk(dict(data)).cites if cite.why]
    return list(dict.fromkeys([*units, *flows, *reasons]))


def check_phrases(worded: Collection[str], there: Collection[str], faults: Faults) -> None:
    """Note words of a phrase that is not in the scenario, or no longer so. `faults` is that of the text's file."""
    for phrase in worded:
        if phrase not in there:
            hint = did_you_mean(phrase, there, "phrases of scenario.yaml, to the letter")
            faults.add(("phrases", phrase), f"is not in scenario.yaml: correct it or take it out{hint}", at_key=True)

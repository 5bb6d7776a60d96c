"""Tables of a scenario for a test: from plain data or a folder; citations and words are not looked at."""

import hashlib
import json
from pathlib import Path
from typing import Any

from sim.scenario.check import check
from sim.scenario.compile import compile_scenario
from sim.scenario.faults import Faults, ScenarioError
from sim.scenario.model import Scenario
from sim.scenario.places import SCENARIO, find_scenario
from sim.scenario.source import Document, read_document
from sim.scenario.tables import RulesTables
from sim.scenario.validate import validate


def tables_of(data: dict[str, Any]) -> RulesTables:
    """Tables of a scenario given as the plain data of its file; raises ScenarioError with every fault."""
    raw = json.dumps(data, default=str).encode()
    return _tables(Document(raw, data, Faults(str(data.get("id", "scenario")))))


def tables_in(name_or_path: str | Path) -> RulesTables:
    """Tables of a scenario by folder or name; raises ScenarioError or MissingFile."""
    return _tables(read_document(find_scenario(name_or_path) / SCENARIO))


def _tables(document: Document) -> RulesTables:
    scenario = validate(Scenario, document)
    if scenario is None:
        raise ScenarioError(document.faults.found)
    check(scenario, document.faults)
    document.faults.refuse()
    return compile_scenario(scenario, hashlib.sha256(document.raw).hexdigest(), document.faults)

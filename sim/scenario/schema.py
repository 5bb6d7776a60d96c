"""JSON Schemas for editors: completion and checks while a scenario, its words or a source's facts are written."""

import json
from pathlib import Path

from pydantic import BaseModel

from sim.scenario.cards import Cards
from sim.scenario.facts import FactsFile
from sim.scenario.map import Map
from sim.scenario.model import Scenario
from sim.scenario.places import data_folder
from sim.scenario.profile import Profile, Targets
from sim.scenario.text import Text
from sim.scenario.translation import FactWords

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: dict[str, tuple[str, type[BaseModel]]] = {
    "scenarios/scenario.schema.json": ("cessation:scenario:1", Scenario),
    "scenarios/text.schema.json": ("cessation:text:1", Text),
    "scenarios/map.schema.json": ("cessation:map:1", Map),
    "scenarios/cards.schema.json": ("cessation:cards:1", Cards),
    "scenarios/profile.schema.json": ("cessation:profile:1", Profile),
    "scenarios/targets.schema.json": ("cessation:targets:1", Targets),
    "seeds/facts.schema.json": ("cessation:facts:1", FactsFile),
    "seeds/facts.words.schema.json": ("cessation:facts-words:1", FactWords),
}
"""File below the folder of data, and the `$id` and model of its schema."""


def schema_text(file: str) -> str:
    """The schema of a file named in `SCHEMAS`: JSON with sorted keys and a newline at its end."""
    id_, model = SCHEMAS[file]
    schema = model.model_json_schema() | {"$schema": DIALECT, "$id": id_}
    return json.dumps(schema, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def place(file: str) -> Path:
    """Where a file named in `SCHEMAS` is shipped."""
    folder, _, name = file.partition("/")
    return data_folder(folder) / name


def write_schemas() -> list[Path]:
    """Write every schema to its place; the places."""
    for file in SCHEMAS:
        place(file).write_text(schema_text(file), encoding="utf-8")
    return [place(file) for file in SCHEMAS]


def outdated() -> list[str]:
    """Schema files that are missing or do not match the models."""
    return [
        file
        for file in SCHEMAS
        if not place(file).is_file() or place(file).read_text(encoding="utf-8") != schema_text(file)
    ]

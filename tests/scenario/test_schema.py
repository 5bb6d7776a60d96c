"""The schemas that editors read are those of the models."""

import json

import pytest

from sim.scenario.schema import SCHEMAS, outdated, schema_text


def test_shipped_schemas_are_current() -> None:
    assert outdated() == [], "run: python -c 'from sim.scenario.schema import write_schemas; write_schemas()'"


@pytest.mark.parametrize("file", SCHEMAS)
def test_schemas_are_stable_text_with_an_id(file: str) -> None:
    text = schema_text(file)
    schema = json.loads(text)
    assert schema["$id"].startswith("cessation:")
    assert schema["additionalProperties"] is False
    assert text.endswith("}\n")
    assert text == json.dumps(schema, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def test_every_field_is_described() -> None:
    for file in SCHEMAS:
        schema = json.loads(schema_text(file))
        for name, model in [("", schema), *schema.get("$defs", {}).items()]:
            bare = [field for field, each in model.get("properties", {}).items() if "description" not in each]
            assert not bare, f"{file} {name}: {bare}"


def test_short_forms_are_allowed_in_the_editor() -> None:
    models = json.loads(schema_text("scenarios/scenario.schema.json"))["$defs"]
    assert [each.get("type") for each in models["Flow"]["anyOf"]] == ["array", "object"]
    assert models["Turn"]["properties"]["levers"]["anyOf"][0] == {"type": "integer", "minimum": 0, "maximum": 10}

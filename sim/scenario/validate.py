"""Makes a model of a document; what pydantic refuses becomes faults with lines and remedies."""

import re
import types
import typing
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from sim.scenario.entry import IN_WORDS
from sim.scenario.faults import Faults, Path, did_you_mean
from sim.scenario.source import Document
from sim.scenario.written import FACT, show

M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], document: Document) -> M | None:
    """The document as `model`, or None after noting its faults."""
    try:
        return model.model_validate(document.data)
    except ValidationError as refused:
        for error in refused.errors(include_url=False):
            note(document.faults, model, document.data, error)
        return None


def note(faults: Faults, model: type[BaseModel], data: Any, error: Any) -> None:
    """One error of pydantic as a fault, at the place in the file its location stands for."""
    location, kind = error["loc"], error["type"]
    path = path_in(data, location)
    if kind == "missing":
        faults.add((*path, location[-1]), "is missing")
    elif kind == "extra_forbidden":
        faults.add(path, unknown_field(str(location[-1]), fields_at(model, location[:-1])), at_key=True)
    elif location[-1:] == ("[key]",):
        faults.add(path, message_of(error, location[-2]), at_key=True)
    else:
        faults.add(path, message_of(error, data_at(data, path)))


def path_in(data: Any, location: Path) -> Path:
    """The steps of pydantic's location that the data has too; it adds names of union members and shorthand fields."""
    path: list[Any] = []
    for step in location:
        if isinstance(data, dict):
            held = {str(key): key for key in data}  # pydantic spells keys that are numbers as text
        else:
            held = {str(index): index for index in range(len(data))} if isinstance(data, list) else {}
        if str(step) in held:
            path.append(held[str(step)])
            data = data[path[-1]]
    return tuple(path)


def data_at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def fields_at(model: type[BaseModel], location: Path) -> list[str]:
    """Names of the fields an entry at pydantic's location may have, as the file spells them."""
    shapes = list(_shapes(model))
    for step in location:
        inner = [found for shape in shapes for found in _within(shape, step)]
        shapes = inner or shapes
    return [
        field.alias or name
        for shape in shapes
        if isinstance(shape, type) and issubclass(shape, BaseModel)
        for name, field in shape.model_fields.items()
    ]


def _shapes(annotation: Any) -> Iterator[Any]:
    """The models and generic containers an annotation allows."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        yield from _shapes(typing.get_args(annotation)[0])
    elif origin in (typing.Union, types.UnionType):
        for each in typing.get_args(annotation):
            yield from _shapes(each)
    elif origin is not None or isinstance(annotation, type):
        yield annotation


def _within(shape: Any, step: object) -> list[Any]:
    """The shapes one step inside a shape."""
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        return [
            found
            for name, field in shape.model_fields.items()
            if step in (name, field.alias)
            for found in _shapes(field.annotation)
        ]
    values = typing.get_args(shape)
    if typing.get_origin(shape) is dict:
        return list(_shapes(values[1]))
    return list(_shapes(values[0])) if typing.get_origin(shape) is tuple and isinstance(step, int) else []


def unknown_field(name: str, fields: list[str]) -> str:
    if re.fullmatch(FACT, name):
        return "is a fact where a field should be; put quotes around a value with a comma in it"
    if " " in name:
        return "is text where a field should be; put quotes around a text with a comma in it"
    return f"is not a field here{did_you_mean(name, fields, 'fields')}"


def message_of(error: Any, raw: object) -> str:
    """What is wrong and what would be right."""
    kind, context = error["type"], error.get("ctx", {})
    match kind:
        case "value_error":
            return str(context["error"])
        case "literal_error":
            expected = re.findall(r"'(\w+)'", context["expected"])
            return (
                f"should be {context['expected']}, not {show(raw)}"
                if len(expected) < 2
                else (f"{show(raw)} is not one of the values here{did_you_mean(str(raw), expected, 'values')}")
            )
        case "string_type":
            return f"should be text, not {show(raw)}; put quotes around it if it is meant as text"
        case "dict_type" | "model_type" | "model_attributes_type":
            return f"should be a mapping (`key: value`), not {show(raw)}"
        case "tuple_type" | "list_type":
            return f"should be a list (`[a, b]`), not {show(raw)}"
        case "bool_type":
            return f"should be true or false, not {show(raw)}"
        case "float_type" | "float_parsing":
            return f"should be a number, not {show(raw)}"
        case "string_pattern_mismatch":
            return f"{show(raw)} should be {IN_WORDS.get(context['pattern'], context['pattern'])}"
        case "too_short":
            return f"should hold at least {context['min_length']}, not {context['actual_length']}"
        case "too_long":
            return f"should hold at most {context['max_length']}, not {context['actual_length']}"
    return str(error["msg"])

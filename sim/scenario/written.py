"""Values an author writes as one line of text: a cited number, a statement, a citation. `phrases` has the others.

Each type reads what the file holds, keeps the citation apart from the value, and `str()` writes it back. Reading
raises ValueError with what is wrong and what would be right; pydantic adds the place.
"""

import math
import re
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

NUMBER = r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
FACT = r"[A-Z][0-9]{1,3}"
NAME = r"[a-z][a-z0-9_]*"
ASSUMPTION = "assumption"
CITED_SCHEMA = rf"^{NUMBER}(\s*@(\?.*|{FACT}(\s*,\s*{FACT})*))?$"


class Written:
    """Base of the one-line types: `read` makes one from plain data, `str()` gives the text back."""

    json_schema: ClassVar[JsonSchemaValue] = {"type": "string"}

    @classmethod
    def read(cls, raw: object) -> Self:
        raise NotImplementedError

    def plain(self) -> object:
        """The value as the file may hold it."""
        return str(self)

    @classmethod
    def _accept(cls, raw: object) -> Self:
        return raw if isinstance(raw, cls) else cls.read(raw)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        dump = core_schema.plain_serializer_function_ser_schema(cls.plain, when_used="always")
        return core_schema.no_info_plain_validator_function(cls._accept, serialization=dump)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return dict(cls.json_schema)


def text_of(raw: object, example: str) -> str:
    """The stripped string, or ValueError naming an example of what belongs here."""
    if not isinstance(raw, str):
        raise ValueError(f"should be text such as `{example}`, not {show(raw)}")
    if not raw.strip():
        raise ValueError(f"is empty; write something such as `{example}`")
    return raw.strip()


def show(raw: object) -> str:
    """A short picture of plain data for a message."""
    if raw is None:
        return "nothing"
    if isinstance(raw, bool):
        return str(raw).lower()
    if isinstance(raw, dict | list | tuple):
        return "a mapping" if isinstance(raw, dict) else "a list"
    text = str(raw)
    return f"`{text if len(text) <= 60 else text[:57] + '...'}`"


def split_citation(text: str) -> tuple[str, tuple[str, ...], str | None]:
    """`1.80 @N31,F19` -> (`1.80`, (N31, F19), None); `0.45 @? why` -> (`0.45`, (), `why`). No `@`: no citation."""
    body, at, tail = text.partition("@")
    if not at:
        return body.strip(), (), None
    tail = tail.strip()
    if tail.startswith("?"):
        return body.strip(), (), tail[1:].strip()
    ids = tuple(part.strip() for part in tail.split(","))
    for each in ids:
        if not re.fullmatch(FACT, each):
            raise ValueError(f"`@{tail}` cites no fact: write `@N31`, `@N31,F19` or `@? why you assume it`")
    return body.strip(), ids, None


def join_citation(body: str, citations: tuple[str, ...], assumption: str | None) -> str:
    if citations:
        return f"{body} @{','.join(citations)}"
    return body if assumption is None else f"{body} @? {assumption}".rstrip()


@dataclass(frozen=True, slots=True)
class Cited(Written):
    """A finite number and where it comes from: `0.9`, `1.80 @N31,F19` or `0.45 @? three pauses held two days`."""

    value: float
    citations: tuple[str, ...] = ()
    assumption: str | None = None

    json_schema: ClassVar[JsonSchemaValue] = {
        "anyOf": [{"type": "number"}, {"type": "string", "pattern": CITED_SCHEMA}]
    }

    @classmethod
    def read(cls, raw: object) -> "Cited":
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            return cls(_finite(raw))
        if not isinstance(raw, str):
            raise ValueError(f"should be a number such as `0.5` or `0.5 @N31`, not {show(raw)}")
        body, citations, assumption = split_citation(raw)
        if not re.fullmatch(NUMBER, body):
            raise ValueError(f"should be a number such as `0.5` or `0.5 @N31`, not {show(raw)}")
        return cls(_finite(float(body)), citations, assumption)

    def __str__(self) -> str:
        return join_citation(
            f"{self.value:.15g}" if self.value.is_integer() else repr(self.value), self.citations, self.assumption
        )

    def plain(self) -> object:
        return self.value if not self.citations and self.assumption is None else str(self)


def _finite(number: float) -> float:
    try:
        value = float(number)
    except OverflowError:
        value = math.inf
    if not math.isfinite(value):
        raise ValueError("should be a finite number")
    return value


@dataclass(frozen=True, slots=True)
class Line(Written):
    """One statement, its text not yet parsed, and its citation: `trucks + 20 * permits @N4`."""

    text: str
    citations: tuple[str, ...] = ()
    assumption: str | None = None

    @classmethod
    def read(cls, raw: object) -> "Line":
        body, citations, assumption = split_citation(text_of(raw, "tension + 0.05 @N4"))
        if not body:
            raise ValueError("has a citation but no statement")
        if re.fullmatch(FACT, body):
            raise ValueError(f"`{body}` is a fact, not a statement; put quotes around a line with a comma in it")
        if body.count("(") != body.count(")") or body.count("[") != body.count("]"):
            raise ValueError(f"brackets do not pair in `{body}`; put quotes around a line with a comma or [ ] in it")
        return cls(body, citations, assumption)

    def __str__(self) -> str:
        return join_citation(self.text, self.citations, self.assumption)


@dataclass(frozen=True, slots=True)
class Citation(Written):
    """What stands in `from`: a fact id, a list of them, or `assumption: why`."""

    ids: tuple[str, ...] = ()
    assumption: str | None = None

    json_schema: ClassVar[JsonSchemaValue] = {
        "anyOf": [
            {"type": "string", "pattern": rf"^({FACT}|{ASSUMPTION}:.*)$"},
            {"type": "array", "items": {"type": "string", "pattern": rf"^{FACT}$"}, "minItems": 1},
        ]
    }

    @classmethod
    def read(cls, raw: object) -> "Citation":
        if isinstance(raw, str) and raw.startswith(ASSUMPTION):
            return cls(assumption=raw.removeprefix(ASSUMPTION).lstrip(": ").strip())
        ids: list[str] = []
        for each in raw if isinstance(raw, list | tuple) else [raw]:
            if not isinstance(each, str) or not re.fullmatch(FACT, each):
                raise ValueError(f'should be a fact id, a list of them, or "assumption: why", not {show(each)}')
            ids.append(each)
        if not ids:
            raise ValueError('names no fact; name one, or write "assumption: why"')
        return cls(tuple(ids))

    def __str__(self) -> str:
        return ", ".join(self.ids) if self.assumption is None else f"{ASSUMPTION}: {self.assumption}"

    def plain(self) -> object:
        return str(self) if self.assumption is not None else list(self.ids)

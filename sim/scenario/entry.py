"""What the models of a scenario are built from: the strict base, shorthand, bounds, ids and lists of lines."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    Strict,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from sim.scenario.phrases import Need
from sim.scenario.written import FACT, NAME, Citation, Cited, Line, Written


class Strictly(BaseModel):
    """A mapping with exactly the fields named, read without conversions, never changed afterwards."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Entry(Strictly):
    """A mapping that may say where its numbers come from."""

    from_: Citation | None = Field(
        default=None, alias="from", description='Source of the numbers here: fact id, list of ids or "assumption: why".'
    )


class Shorthand(Entry):
    """An entry that may also be written as the bare value of its field named by `short`."""

    short: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, data: object) -> object:
        return data if isinstance(data, dict | cls) else {cls.short: data}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        full = handler.resolve_ref_schema(handler(schema))
        bare = {key: value for key, value in full["properties"][cls.short].items() if key not in ("default", "title")}
        entry = {key: full.pop(key) for key in list(full) if key not in ("title", "description")}
        full["anyOf"] = [bare, entry]
        return full


@dataclass(frozen=True)
class Between:
    """Bounds of a `Cited`, both inclusive unless `above`; `whole` asks for an integer."""

    low: float | None = None
    high: float | None = None
    above: float | None = None
    whole: bool = False

    def check(self, cited: Cited) -> Cited:
        value = cited.value
        if self.whole and not value.is_integer():
            raise ValueError(f"should be a whole number, not {value:g}")
        if self.above is not None and value <= self.above:
            raise ValueError(f"should be more than {self.above:g}, not {value:g}")
        if self.low is not None and value < self.low:
            raise ValueError(f"should be at least {self.low:g}, not {value:g}")
        if self.high is not None and value > self.high:
            raise ValueError(f"should be at most {self.high:g}, not {value:g}")
        return cited

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        found = handler(schema)
        bounds = {"minimum": self.low, "maximum": self.high, "exclusiveMinimum": self.above}
        number: JsonSchemaValue = {"type": "integer" if self.whole else "number"}
        number |= {key: bound for key, bound in bounds.items() if bound is not None}
        return {**found, "anyOf": [number if each.get("type") == "number" else each for each in found["anyOf"]]}


Share = Annotated[Cited, Between(0, 1)]
Positive = Annotated[Cited, Between(above=0)]
AtLeastZero = Annotated[Cited, Between(0)]


def listed(raw: object) -> object:
    """A bare string or number as a list of one."""
    return [raw] if isinstance(raw, str | int | float | Written) else raw


ID = rf"^{NAME}$"
VARIABLE = rf"^{NAME}(\.{NAME})?$"
DOTTED = rf"^{NAME}(\.{NAME}){{0,2}}$"
SLUG = r"^[a-z0-9]([a-z0-9_-]*[a-z0-9])?$"
OWED = rf"^{NAME}\.{NAME}$"
ONE_FACT = rf"^{FACT}$"
IN_WORDS = {
    ID: "an id: lower-case letters, digits and `_`, beginning with a letter",
    VARIABLE: "an id, with at most one dot in it",
    DOTTED: "a name such as `air` or `clause.relief`, in lower case",
    SLUG: "lower-case letters, digits, `-` and `_`",
    OWED: "an obligation: clause.seat",
    ONE_FACT: "a fact id such as `N31`",
}

Id = Annotated[str, StringConstraints(pattern=ID, max_length=40)]
VariableId = Annotated[str, StringConstraints(pattern=VARIABLE, max_length=60)]
Name = Annotated[str, StringConstraints(pattern=DOTTED, max_length=120)]
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=60)]
Owed = Annotated[str, StringConstraints(pattern=OWED, max_length=90)]
FactId = Annotated[str, StringConstraints(pattern=ONE_FACT)]

Lax = Strict(False)  # a YAML list may become a tuple; what it holds stays strict
Ids = Annotated[tuple[Id, ...], Lax]
Lines = Annotated[tuple[Line, ...], Lax]
SomeLines = Annotated[tuple[Line, ...], Lax, Field(min_length=1)]
Numbers = Annotated[tuple[Cited, ...], Lax]

_one_or_many_needs = {"anyOf": [Need.json_schema, {"type": "array", "items": Need.json_schema}]}
Needs = Annotated[tuple[Need, ...], Lax, BeforeValidator(listed), WithJsonSchema(_one_or_many_needs)]


def distinct(items: tuple[str, ...]) -> tuple[str, ...]:
    """The same items, or ValueError naming those listed twice."""
    twice = sorted({item for item in items if items.count(item) > 1})
    if twice:
        raise ValueError(f"lists {', '.join(f'`{item}`' for item in twice)} twice")
    return items


DistinctNames = Annotated[tuple[VariableId, ...], Lax, AfterValidator(distinct)]
DistinctIds = Annotated[tuple[Id, ...], Lax, AfterValidator(distinct)]

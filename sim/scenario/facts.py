"""Facts of seeds/<source>/facts.yaml: what a source says, who says it, and how sure we are."""

from collections.abc import Mapping, Sequence
from pathlib import Path as FilePath
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from sim.errors import MissingFile
from sim.scenario.entry import ID, Lax, Slug, Strictly
from sim.scenario.faults import Faults, Path, ScenarioError, did_you_mean
from sim.scenario.model_table import Date
from sim.scenario.source import read_document
from sim.scenario.validate import validate

FILE = "facts.yaml"

Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Kind = Literal[
    "event",
    "position",
    "accusation",
    "capability",
    "demand",
    "constraint",
    "quantity",
    "estimate",
    "term",
    "finding",
]


class Fact(Strictly):
    """What one source says on one point."""

    says: Prose = Field(description="One sentence in our own words; a claim is told as the speaker's.")
    short: Annotated[str, StringConstraints(min_length=1, max_length=28)] | None = Field(
        default=None, description="A few words that name it where a sentence finds no room."
    )
    by: Prose = Field(description="Who asserts it.")
    at: Prose = Field(description="Where in the source.")
    kind: Kind = Field(description="What sort of statement it is.")
    known_from: Date = Field(description="First day on which a seat could know it.")
    confidence: Literal["high", "medium", "low"] = Field(description="How sure we are that it is as told.")
    contested_by: Annotated[tuple[Prose, ...], Lax, Field(min_length=1)] | None = Field(
        default=None, description="Who disputes it."
    )
    contested_how: Prose | None = Field(default=None, description="In what way.")
    value: Number | Annotated[tuple[Number, Number], Lax] | None = Field(
        default=None, description="A number, or [low, high]."
    )
    unit: Prose | None = Field(default=None, description="Unit of the value.")
    quantities: dict[Annotated[str, StringConstraints(pattern=ID)], Number] | None = Field(
        default=None, description="Several named numbers.", min_length=1
    )

    @model_validator(mode="after")
    def _whole(self) -> "Fact":
        if self.value is not None and self.unit is None:
            raise ValueError("has a value without a unit; say what it counts")
        if isinstance(self.value, tuple) and self.value[0] > self.value[1]:
            raise ValueError("should give its value as [low, high], the lower first")
        if self.contested_how is not None and self.contested_by is None:
            raise ValueError("says how it is contested but not by whom; add `contested_by: [who]`")
        return self


class Source(Strictly):
    """Where the facts of a folder stand."""

    id: Slug = Field(description="Name of the folder.")
    title: Prose = Field(description="A description in our own words.")
    published: Date = Field(description="When it came out.")
    note: Prose = Field(description="What it leaves out, and how far to trust it.")


class FactsFile(Strictly):
    """One source and its facts."""

    schema_version: Literal[1] = Field(description="Version of this format.")
    source: Source = Field(description="The source.")
    facts: dict[Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{2,3}$")], Fact] = Field(
        description="Facts by id: a capital letter and two or three digits, used once over all sources."
    )


def read_facts_file(file: FilePath, beside: Faults | None = None) -> FactsFile | None:
    """The facts of a file, or None after noting its faults with those of `beside`.

    Without `beside` faults are raised as ScenarioError. Raises MissingFile.
    """
    try:
        document = read_document(file)
    except ScenarioError as unreadable:
        if beside is None:
            raise
        beside.include(unreadable)
        return None
    faults = document.faults.beside(beside) if beside is not None else document.faults
    found = validate(FactsFile, document)
    if found and found.source.id != file.parent.name:
        faults.add(("source", "id"), f"should be the folder's name, `{file.parent.name}`")
    if beside is None:
        faults.refuse()
    return found


def read_sources(seeds: FilePath, sources: Sequence[str], faults: Faults) -> dict[str, FactsFile]:
    """The files of the sources that could be read, by source. `faults` is the scenario's."""
    files: dict[str, FactsFile] = {}
    for i, source in enumerate(sources):
        try:
            file = read_facts_file(seeds / source / FILE, faults)
        except MissingFile:
            known = sorted(each.parent.name for each in seeds.glob(f"*/{FILE}"))
            hint = did_you_mean(source, known, "sources")
            faults.add(("sources", i), f"there is no {seeds.name}/{source}/{FILE}{hint}")
            continue
        if file:
            files[source] = file
    return files


def gather_facts(files: Mapping[str, FactsFile], sources: Sequence[str], faults: Faults) -> dict[str, Fact] | None:
    """Facts of all sources by id. `faults` is the scenario's. None if a source could not be read."""
    facts: dict[str, Fact] = {}
    home: dict[str, str] = {}
    for source, file in files.items():
        for id_, fact in file.facts.items():
            if id_ in facts:
                path: Path = ("sources", list(sources).index(source))
                faults.add(path, f"`{id_}` is a fact of `{home[id_]}` and of `{source}`; ids are used once")
            facts[id_], home[id_] = fact, source
    return facts if all(source in files for source in sources) else None

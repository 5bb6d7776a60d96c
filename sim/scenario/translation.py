"""Words in further languages: seeds/<source>/facts.<language>.yaml for facts, and what stands in for a missing word.

A scenario's own words in a further language are text.<language>.yaml, in the form of the first (``sim.scenario.text``).
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any, Literal

from pydantic import Field

from sim.scenario.entry import FactId, Strictly
from sim.scenario.facts import Fact, FactsFile, Prose
from sim.scenario.faults import Faults, ScenarioError, did_you_mean
from sim.scenario.source import read_document
from sim.scenario.validate import validate

FILES = "facts.*.yaml"
_PHRASED = ("short", "by", "at", "unit")


class FactWords(Strictly):
    """The words of one source's facts in one further language."""

    schema_version: Literal[1] = Field(description="Version of this format.")
    says: dict[FactId, Prose] = Field(description="What each fact says.")
    contested_how: dict[FactId, Prose] = Field(default={}, description="How each contested fact is contested.")
    phrases: dict[str, Prose] = Field(
        default={},
        description="Each `short`, `by`, `at`, `unit` and name in `contested_by`, as facts.yaml has it, in words.",
    )

    def of(self, id_: str, fact: Fact) -> dict[str, Any]:
        """A fact as plain data, worded in this language where it has words."""
        data = fact.model_dump(mode="json") | {"says": self.says.get(id_, fact.says)}
        data["contested_how"] = self.contested_how.get(id_, fact.contested_how)
        data |= {field: self.phrases.get(data[field], data[field]) for field in _PHRASED}
        if fact.contested_by:
            data["contested_by"] = [self.phrases.get(who, who) for who in fact.contested_by]
        return data

    def lacks(self, facts: Mapping[str, Fact]) -> Iterator[str]:
        """What these facts have in English and not here: `F08.contested_how`, or a phrase."""
        for id_, fact in facts.items():
            if id_ not in self.says:
                yield f"{id_}.says"
            if fact.contested_how and id_ not in self.contested_how:
                yield f"{id_}.contested_how"
        yield from (f"`{phrase}`" for phrase in dict.fromkeys(_phrases(facts)) if phrase not in self.phrases)


def _phrases(facts: Mapping[str, Fact]) -> Iterator[str]:
    for fact in facts.values():
        yield from (getattr(fact, field) for field in _PHRASED if getattr(fact, field))
        yield from fact.contested_by or ()


def read_fact_words(seeds: FilePath, file: FactsFile, faults: Faults) -> dict[str, FactWords]:
    """Words of a source's facts by language. `faults` is the scenario's; theirs are noted beside them."""
    found: dict[str, FactWords] = {}
    for path in sorted((seeds / file.source.id).glob(FILES)):
        try:
            document = read_document(path)
        except ScenarioError as unreadable:
            faults.include(unreadable)
            continue
        document.faults.beside(faults)
        words = validate(FactWords, document)
        if words:
            found[path.name.split(".")[1]] = words
            _check(words, file.facts, document.faults)
    return found


def _check(words: FactWords, facts: Mapping[str, Fact], faults: Faults) -> None:
    """Note words of nothing: a fact or a phrase that facts.yaml does not hold, or no longer holds so."""
    contested = [id_ for id_, fact in facts.items() if fact.contested_how]
    known: list[tuple[str, Iterable[str], Iterable[str], str]] = [
        ("says", words.says, facts, "facts of this source"),
        ("contested_how", words.contested_how, contested, "facts with a `contested_how`"),
        ("phrases", words.phrases, dict.fromkeys(_phrases(facts)), "phrases of facts.yaml, to the letter"),
    ]
    for section, worded, there, what in known:
        for key in worded:
            if key not in there:
                message = f"is not in facts.yaml: correct it or take it out{did_you_mean(key, there, what)}"
                faults.add((section, key), message, at_key=True)


def filled(words: Any, first: Any) -> Any:
    """Plain data of words, with those of the first language wherever some are missing."""
    if not isinstance(first, dict):
        return words or first
    return {key: filled((words or {}).get(key), each) for key, each in first.items()}

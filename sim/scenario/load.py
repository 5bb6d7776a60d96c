"""Reads a scenario's folder as a whole: its models, words and facts, and every fault in them."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sim.errors import MissingFile
from sim.scenario.cards import Cards, check_card_words, check_cards
from sim.scenario.check import check
from sim.scenario.citations import check_citations, orphans
from sim.scenario.entry import SLUG
from sim.scenario.facts import Fact, FactsFile, gather_facts, read_sources
from sim.scenario.faults import Faults, ScenarioError, dotted
from sim.scenario.map import Map, check_map
from sim.scenario.model import Scenario
from sim.scenario.places import CARDS, MAP, SCENARIO, find_seeds
from sim.scenario.source import Document, read_document, shown
from sim.scenario.symbols import lay_out
from sim.scenario.text import Text, check_text, lacking
from sim.scenario.translation import FactWords, read_fact_words
from sim.scenario.validate import validate
from sim.scenario.wording import check_phrases, phrases_of

TEXT = "text.{}.yaml"
FIRST_LANGUAGE = "en"


@dataclass(frozen=True)
class Loaded:
    """A scenario's folder, read.

    `text` is by language, `facts` by id. `hash` is the SHA-256 of scenario.yaml, hexadecimal: words and facts do not
    alter play. `faults` holds what was found so far, in all files, and marks in scenario.yaml: the compiler goes on
    adding to it. `sound` says that the check found nothing, so that every reference leads somewhere. `map` is None for
    a scenario without one. `sources` are the files that the facts stand in, `fact_words` their words in further
    languages, by source and language.
    """

    folder: Path
    scenario: Scenario
    text: Mapping[str, Text]
    facts: Mapping[str, Fact]
    hash: str
    faults: Faults
    sound: bool
    data: dict[str, Any]
    map: Map | None = None
    cards: Cards | None = None
    sources: Mapping[str, FactsFile] = field(default_factory=dict)
    fact_words: Mapping[str, Mapping[str, FactWords]] = field(default_factory=dict)

    def translations(self) -> list[str]:
        """The languages beside the first that the scenario has words in."""
        return [language for language in self.text if language != FIRST_LANGUAGE]

    def facts_in(self, language: str) -> dict[str, dict[str, Any]]:
        """Facts as plain data, of the sources that have words in this language."""
        return {
            id_: words[language].of(id_, fact)
            for source, words in self.fact_words.items()
            if language in words
            for id_, fact in self.sources[source].facts.items()
        }

    def lacks(self, language: str) -> list[str]:
        """What has no words in this language and is read in the first: paths of the text, facts and their phrases."""
        found = [dotted(path) for path, _ in lacking(self.text[language], self.scenario)]
        cards = self.cards.cards if self.cards else {}
        found += [dotted(("cards", id_)) for id_ in cards if id_ not in self.text[language].cards]
        found += [f"`{each}`" for each in phrases_of(self.data) if each not in self.text[language].phrases]
        for source, file in self.sources.items():
            words = self.fact_words[source].get(language)
            found += words.lacks(file.facts) if words else [f"{source}/facts.{language}.yaml"]
        return found

    def orphans(self) -> list[str]:
        """Facts of the sources that nothing in the scenario cites."""
        return orphans(self.data, self.facts)


def load_sources(folder: Path, seeds: Path | None = None) -> Loaded:
    """A scenario with its faults collected, not raised, unless no model could be made of it at all.

    Raises MissingFile, and ScenarioError with all faults if scenario.yaml is unreadable or an entry is malformed.
    """
    document = read_document(folder / SCENARIO)
    faults, data = document.faults, document.data
    scenario = validate(Scenario, document)
    known_faults = len(faults.found)
    if scenario:
        check(scenario, faults)
    sound = scenario is not None and len(faults.found) == known_faults
    facts, sources, home = None, dict[str, FactsFile](), seeds or find_seeds(folder)
    if isinstance(data, dict):
        sources, facts = _facts(data, home, faults)
        check_citations(data, facts, faults)
    fact_words = {source: read_fact_words(home, file, faults) for source, file in sources.items()}
    cards = _read_cards(folder / CARDS, scenario if sound else None, facts, faults)
    text = _read_texts(folder, scenario, cards, phrases_of(data) if sound else None, faults)
    drawn = _read_map(folder / MAP, scenario, facts, faults)
    if scenario is None:
        raise ScenarioError(faults.found)
    digest = hashlib.sha256(document.raw).hexdigest()
    return Loaded(folder, scenario, text, facts or {}, digest, faults, sound, data, drawn, cards, sources, fact_words)


def read_scenario(folder: Path, seeds: Path | None = None) -> Loaded:
    """The same, raising ScenarioError for any fault. Statements are not parsed: that is the compiler's."""
    loaded = load_sources(folder, seeds)
    loaded.faults.refuse()
    return loaded


def _facts(data: dict[str, Any], seeds: Path, faults: Faults) -> tuple[dict[str, FactsFile], dict[str, Fact] | None]:
    """The sources that could be read, and their facts; no facts if one is missing, faulty or oddly named."""
    listed = data.get("sources", [])
    rows = listed if isinstance(listed, list) else []
    safe = [each for each in rows if isinstance(each, str) and re.fullmatch(SLUG, each)]
    files = read_sources(seeds, safe, faults)
    facts = gather_facts(files, safe, faults)
    return files, facts if safe == listed else None


def _read_texts(
    folder: Path, scenario: Scenario | None, cards: Cards | None, phrases: list[str] | None, faults: Faults
) -> dict[str, Text]:
    """Words by language; their faults are added to those of the scenario."""
    texts: dict[str, Text] = {}
    files = {file.name.split(".")[1]: file for file in sorted(folder.glob(TEXT.format("*")))}
    files.setdefault(FIRST_LANGUAGE, folder / TEXT.format(FIRST_LANGUAGE))
    for language, file in files.items():
        try:
            document = read_document(file)
        except ScenarioError as unreadable:
            faults.include(unreadable)
            continue
        except MissingFile:
            Faults(shown(file)).beside(faults).add((), "is missing; copy the one of `tiny` and name every id")
            continue
        document.faults.beside(faults)
        text = validate(Text, document)
        if text:
            texts[language] = text
            if phrases is not None:  # else the scenario is at fault, and all phrases would seem to be
                check_phrases(text.phrases, phrases, document.faults)
            if scenario:
                check_text(text, scenario, document.faults)
                if cards:
                    check_card_words(text, cards, document.faults, all_needed=language == FIRST_LANGUAGE)
                if language == FIRST_LANGUAGE:  # what others lack is read in this one, so nothing may be missing here
                    for path, wrong in lacking(text, scenario):
                        document.faults.add(path, wrong)
    return texts


def _read_beside(file: Path, faults: Faults) -> Document | None:
    """A file beside scenario.yaml, whose faults are added to those here; None if it cannot be read."""
    try:
        document = read_document(file)
    except ScenarioError as unreadable:
        faults.include(unreadable)
        return None
    document.faults.beside(faults)
    return document


def _read_map(file: Path, scenario: Scenario | None, facts: dict[str, Fact] | None, faults: Faults) -> Map | None:
    """The map, if there is one; its faults are added to those of the scenario."""
    document = _read_beside(file, faults) if file.exists() else None
    if document is None:
        return None
    drawn = validate(Map, document)
    if drawn and scenario:
        check_map(drawn, scenario, document.faults)
        check_citations({"from": document.data["from"]}, facts, document.faults)
    return drawn


def _read_cards(file: Path, scenario: Scenario | None, facts: dict[str, Fact] | None, faults: Faults) -> Cards | None:
    """The concept cards, none without a file, None if they cannot be read; their faults are added to those here."""
    if not file.exists():
        return Cards(schema_version=1, cards={})
    document = _read_beside(file, faults)
    if document is None:
        return None
    cards = validate(Cards, document)
    if cards and scenario:
        check_cards(cards, scenario, lay_out(scenario), document.faults)
        check_citations({"cards": document.data["cards"]}, facts, document.faults)
    return cards

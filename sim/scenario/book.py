"""A scenario opened for use: its tables, its words, its facts, all checked; kept compiled in a cache by hash.

The cache key covers the files of the scenario and its facts and the code that reads them, so an edit to any of these is
read and checked anew. A cached book opens without pydantic or YAML. A cache that cannot be read or written is ignored.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sim
from sim.folders import cache_folder
from sim.language import spoken
from sim.rules import layout
from sim.scenario.places import CARDS, MAP, SCENARIO, find_scenario, find_seeds
from sim.scenario.tables import RulesTables


@dataclass(frozen=True)
class Book:
    """An opened scenario.

    ``words`` and ``facts`` are plain data in the form of their files: ``words["en"]["endings"]["stalemate"]["name"]``,
    ``facts["F01"]["says"]``. Words of every language are whole: what one lacks stands there in the first. ``facts_in``
    has facts in further languages, by language and id. ``outline`` is scenario.yaml itself as plain data, and ``map``
    map.yaml, if there is one; ``cards`` are those of cards.yaml, by id.
    """

    tables: RulesTables
    words: dict[str, dict[str, Any]]
    facts: dict[str, dict[str, Any]]
    outline: dict[str, Any]
    map: dict[str, Any] | None = None
    facts_in: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    cards: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def text(self) -> dict[str, Any]:
        """The words in the language of now; in the first, if there are none."""
        return self.words.get(spoken()) or self.words["en"]

    def word(self, section: str, entry: str, field: str = "name") -> str:
        """A word of an id in the language of now, or the id itself where a language has none."""
        found = self.text.get(section, {}).get(entry, {})
        return str(found.get(field) or entry)

    def phrase(self, text: str) -> str:
        """A unit or the reason of an assumption in the language of now; itself where a language has no words for it."""
        return str(self.text["phrases"].get(text, text))

    def fact(self, id_: str) -> dict[str, Any]:
        """A fact, in the language of now if it has words there. Raises KeyError if there is no such fact."""
        return self.facts_in.get(spoken(), {}).get(id_) or self.facts[id_]


def _fingerprint(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(f"{file.name} ".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:32]


def _key(folder: Path) -> str:
    """A hash of everything that decides what opening this folder gives."""
    code = [*Path(__file__).parent.glob("*.py"), Path(layout.__file__), Path(sim.__file__)]
    texts = [folder / SCENARIO, *folder.glob("text.*.yaml"), *folder.glob(MAP), *folder.glob(CARDS)]
    return _fingerprint([*code, *texts, *find_seeds(folder).glob("*/facts*.yaml")])


def _from_cache(file: Path) -> Book | None:
    try:
        data = json.loads(file.read_text("utf-8"))
        tables = RulesTables.from_json(data["tables"])
        kept = (data[name] for name in ("words", "facts", "outline", "map", "facts_in", "cards"))
        return Book(tables, *kept)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _to_cache(file: Path, book: Book) -> None:
    data: dict[str, Any] = {"tables": book.tables.to_json(), "words": book.words, "facts": book.facts}
    data |= {"outline": book.outline, "map": book.map, "facts_in": book.facts_in, "cards": book.cards}
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        spare = file.with_suffix(f".{os.getpid()}")
        spare.write_text(json.dumps(data, default=str), "utf-8")
        spare.replace(file)
    except OSError:
        return


def read_book(folder: Path) -> Book:
    """Read, check and compile a scenario's folder; raises ScenarioError with every fault, or MissingFile."""
    from sim.scenario.compile import compile_scenario
    from sim.scenario.load import FIRST_LANGUAGE, load_sources
    from sim.scenario.translation import filled

    loaded = load_sources(folder)
    if not loaded.sound:  # a reference leads nowhere: statements cannot be resolved
        loaded.faults.refuse()
    tables = compile_scenario(loaded.scenario, loaded.hash, loaded.faults)
    loaded.faults.refuse()
    words = {language: text.model_dump(mode="json") for language, text in loaded.text.items()}
    words = {
        language: filled(text, words[FIRST_LANGUAGE]) | {"phrases": text["phrases"]} for language, text in words.items()
    }
    facts = {fact: model.model_dump(mode="json") for fact, model in loaded.facts.items()}
    drawn = loaded.map.model_dump(mode="json", by_alias=True) if loaded.map else None
    facts_in = {language: loaded.facts_in(language) for language in loaded.translations()}
    outline = json.loads(json.dumps(loaded.data, default=str))
    cards = loaded.cards.model_dump(mode="json", by_alias=True)["cards"] if loaded.cards else {}
    return Book(tables, words, facts, outline, drawn, facts_in, cards)


def open_book(name_or_path: str | Path) -> Book:
    """A scenario by name or path, from the cache if it is there unchanged; raises ScenarioError or MissingFile."""
    folder = find_scenario(name_or_path)
    try:
        file = cache_folder() / "scenarios" / f"{_key(folder)}.json"
    except OSError:
        return read_book(folder)
    book = _from_cache(file)
    if book is None:
        book = read_book(folder)
        _to_cache(file, book)
    return book

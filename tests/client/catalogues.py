"""Bringing the catalogues up to date with the modules of words: ``python -m tests.client.catalogues``, or `make words`.

What is new comes in without a translation, what nobody says any more goes out, and what has only been reworded is
marked as fuzzy, which the game reads as missing: take the mark away once the translation is right again.
"""

import importlib
import io
import pkgutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

import sim.analysis
import sim.client
from sim.ai.registry import FAMILIES, LEVELS
from sim.language import FIRST
from sim.language import sentences as spoken
from sim.language.catalogue import FILE, LOCALES, languages
from sim.language.sentences import Plural

WIDTH = 118
SOME_DAY = datetime(2016, 9, 28, tzinfo=UTC)  # git knows when a catalogue was changed
HEADER = """\
# What the game itself says, in `{language}`; scenarios bring the rest. `make words` adds what is new and takes out what
# is said no more. What stands in braces must stand in the translation too."""


class Sentence(NamedTuple):
    """Something that the game says: its English, one form or two, and where it is said."""

    forms: tuple[str, ...]
    place: str


def sentences() -> list[Sentence]:
    """All that the game says, in the order of its modules."""
    for package in (sim.analysis, sim.client):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if found.name.endswith("words"):
                importlib.import_module(found.name)
    said = [each for name in sorted(spoken.TRANSLATED) for each in _of_module(name)]
    levels = [text for level in LEVELS.values() for text in (level.name, level.about)]
    families = [family.about for family in FAMILIES.values()]
    said += [Sentence((text,), "sim.ai.registry") for text in (*levels, *families)]
    return [
        *said,
        Sentence((spoken.POINT,), "sim.language.sentences"),
        Sentence((spoken.THOUSANDS,), "sim.language.sentences"),
    ]


def _of_module(name: str) -> Iterator[Sentence]:
    for constant, value in vars(importlib.import_module(name)).items():
        if constant.isupper():
            yield from (Sentence(forms, f"{name}.{constant}") for forms in _strings(value))


def _strings(value: Any) -> Iterator[tuple[str, ...]]:
    if isinstance(value, str) and value.strip():
        yield (value,)
    elif isinstance(value, Plural):
        yield value.forms
    elif isinstance(value, dict | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


def template() -> Catalog:
    """A catalogue of everything, without a translation."""
    catalogue = Catalog(charset="utf-8", creation_date=SOME_DAY)
    for each in sentences():
        place: Any = (each.place, None)  # without a line, which would change too often
        catalogue.add(each.forms if len(each.forms) > 1 else each.forms[0], locations=[place])
    return catalogue


def kept(language: str) -> Catalog:
    """The catalogue of a language as it lies there."""
    return read_po(io.BytesIO((LOCALES / language / FILE).read_bytes()), locale=language)


def update(path: Path, catalogue: Catalog) -> None:
    """Bring a catalogue up to date."""
    catalogue.update(template(), update_creation_date=False)
    catalogue.header_comment = HEADER.format(language=catalogue.locale_identifier)
    catalogue.project, catalogue.version = "Cessation", "all"
    catalogue.creation_date = catalogue.revision_date = SOME_DAY
    catalogue.msgid_bugs_address = catalogue.last_translator = catalogue.language_team = ""
    written = io.BytesIO()
    write_po(written, catalogue, width=WIDTH, ignore_obsolete=True, sort_output=False)
    path.write_bytes(written.getvalue())


if __name__ == "__main__":
    for language in languages():
        if language != FIRST:
            update(LOCALES / language / FILE, kept(language))

"""Catalogues of what the game itself says in further languages: ``locale/<language>/cessation.po``, read as they are.

They are plain gettext files, so that any tool for translators opens them; `make words` brings them up to date.
"""

import gettext
import json
import os
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sim.language import FIRST

LOCALES = Path(__file__).parent / "locale"
FILE = "cessation.po"
_PLURAL_FORMS = "Plural-Forms:"
NAMES = {"en": "English", "ru": "Русский", "ar": "العربية"}
"""What languages call themselves."""
Forms = tuple[str, ...]


class Catalogue(NamedTuple):
    """What stands for an English sentence, one form for each kind of number; ``which`` gives the form of a number."""

    forms: Mapping[str, Forms]
    which: Callable[[int], int]


def languages() -> tuple[str, ...]:
    """The languages in which the game can speak, English first."""
    return (FIRST, *sorted(path.parent.name for path in LOCALES.glob(f"*/{FILE}")))


def language_wished() -> str:
    """The language of the machine, by the usual variables, if the game speaks it; else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            code = os.environ[name].partition(".")[0].partition("_")[0].lower()
            return code if code in languages() else FIRST
    return FIRST


@lru_cache(maxsize=8)
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language; raises OSError if there is none."""
    forms = dict(_entries((LOCALES / language / FILE).read_text("utf-8")))
    header = forms.pop("", ("",))[0]
    rules = [line for line in header.splitlines() if line.startswith(_PLURAL_FORMS)]
    rule = rules[0].partition("plural=")[2].rstrip("; ") if rules else "n != 1"
    return Catalogue(forms, gettext.c2py(rule))


def _entries(text: str) -> Iterator[tuple[str, Forms]]:
    """English and what stands for it, of every entry that is translated and not marked as doubtful."""
    for block in text.split("\n\n"):
        fields: dict[str, str] = {}
        field, doubtful = "", False
        for line in block.splitlines():
            if line.startswith("#"):
                doubtful = doubtful or (line.startswith("#,") and "fuzzy" in line)
                continue
            if not line.startswith('"'):
                field, _, line = line.partition(" ")
            fields[field] = fields.get(field, "") + json.loads(line)
        said = tuple(fields[name] for name in fields if name.startswith("msgstr"))
        if said and all(said) and not (doubtful and fields["msgid"]):
            yield fields["msgid"], said

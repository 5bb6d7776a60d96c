"""How modules of words come to speak other languages: their constants are looked up as they are read.

Such a module holds plain English constants and ends with ``translatable(__name__)``. It must be imported whole (``from
sim.client import words as w``) and its constants read when they are said: one imported by its own name, or kept at
import, would stay English for ever.
"""

import re
import sys
from collections.abc import Callable
from string import Formatter
from types import ModuleType
from typing import Any

from sim.language import FIRST, RIGHT_TO_LEFT, spoken
from sim.language.catalogue import catalogue

BROKEN = {"ar": 100}
"""The number as which a language counts one that is not whole: Russian counts 1.5 days as it counts two."""
OTHERWISE = 2
MARK = "\u200f"
"""Has what stands beside it read from right to left; it has no width."""
POINT, THOUSANDS = ".", ","
"""How English writes numbers; a catalogue says how its language does."""


class Plural:
    """A sentence that a number governs: ``Plural("{n} day", "{n} days").format(n=3)``."""

    def __init__(self, *forms: str, which: Callable[[int], int] = lambda n: n != 1) -> None:
        self.forms = forms
        self._which = which

    def format(self, *, n: float, **gaps: object) -> str:
        """The form that goes with ``n``, filled in."""
        number = abs(int(n)) if float(n).is_integer() else BROKEN.get(spoken(), OTHERWISE)
        return self.forms[self._which(number)].format(n=n, **gaps)


class Said(str):
    """A sentence of another language, whose numbers are written as that language writes them."""

    __slots__ = ()

    def format(self, *args: object, **gaps: object) -> str:
        """As any text, but for the numbers in it."""
        return _NUMBERS.vformat(self, args, gaps)


class _Numbers(Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        text = str(super().format_field(value, format_spec))
        return numeral(text) if isinstance(value, int | float) else set_apart(text)


_NUMBERS = _Numbers()


_latin, _path = re.compile("[A-Za-z]"), re.compile(r"\S[/\\]\S")
_arabic = re.compile("[\u0600-\u06ff]")


def set_apart(text: str) -> str:
    """A name or a text of another script, between marks: a sentence from right to left goes on behind it, not in it.

    A path stays as it is, for it may be copied.
    """
    foreign = spoken() in RIGHT_TO_LEFT and _latin.search(text) and not _arabic.search(text)
    return f"{MARK}{text}{MARK}" if foreign and not _path.search(text) else text


def said(english: str) -> str:
    """A sentence in the language of now; itself where that has no word for it."""
    if spoken() == FIRST:
        return english
    found = catalogue(spoken()).forms.get(english)
    return Said(found[0]) if found else english


def numeral(text: str) -> str:
    """A number, written as Python writes it, as the language of now does."""
    if spoken() == FIRST:
        return text
    return text.translate({ord(POINT): said(POINT), ord(THOUSANDS): said(THOUSANDS)})


def _plural(english: Plural) -> Plural:
    forms, which = catalogue(spoken())
    found = forms.get(english.forms[0])
    return Plural(*map(Said, found), which=which) if found and len(found) > 1 else english


def _in_language(constant: Any) -> Any:
    """A constant with every sentence in it said in the language of now."""
    if isinstance(constant, str):
        return said(constant)
    if isinstance(constant, Plural):
        return _plural(constant)
    if isinstance(constant, dict):
        return {key: _in_language(each) for key, each in constant.items()}
    if isinstance(constant, tuple):
        return tuple(_in_language(each) for each in constant)
    return constant


_looked_up: dict[tuple[str, str, str], Any] = {}


class _Words(ModuleType):
    def __getattribute__(self, name: str) -> Any:
        constant = super().__getattribute__(name)
        if not name.isupper() or spoken() == FIRST:
            return constant
        key = (spoken(), super().__getattribute__("__name__"), name)
        if key not in _looked_up:
            _looked_up[key] = _in_language(constant)
        return _looked_up[key]


TRANSLATED: list[str] = []
"""The modules of words that have been imported."""


def translatable(module: str) -> None:
    """Let a module of words be read in the language of now."""
    sys.modules[module].__class__ = _Words
    TRANSLATED.append(module)

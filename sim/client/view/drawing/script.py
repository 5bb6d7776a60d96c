"""Arabic, as far as letters go: joined into their forms and put into the order in which they are drawn.

A text is kept in the order in which it is read; only what measures and draws asks for ``drawn``.
"""

import re
from functools import lru_cache

from sim.language.sentences import MARK

_DRAWN = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")

_range = re.compile("(?<=[0-9])\u2013(?=[0-9])")
_JOINS = "\u2044"
"""Stands for the dash of a range while a line is put into order: it has two numbers stay one, least first."""


def is_arabic(text: str) -> bool:
    """Whether a text has a letter of Arabic, joined or not."""
    return not text.isascii() and _ARABIC.search(text) is not None


@lru_cache(maxsize=20_000)
def drawn(text: str) -> str:
    """A line as it is drawn from left to right, without marks of direction.

    A line without Arabic stays as it is, and so does one drawn already.
    """
    if not is_arabic(text) or _DRAWN.search(text):
        return text.replace(MARK, "")
    import arabic_reshaper
    from bidi.algorithm import get_display  # the one that turns brackets

    found = str(get_display(arabic_reshaper.reshape(_range.sub(_JOINS, text)), base_dir="R"))
    return found.replace(_JOINS, "\u2013").replace(MARK, "")

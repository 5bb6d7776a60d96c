"""Arabic, as far as letters go: joined into their forms and put into the order in which they are drawn.

A text is kept in the order in which it is read; only what measures and draws asks for ``drawn``.
"""

import re
from functools import lru_cache

from sim.language.sentences import MARK

_DRAWN = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")

_signs = re.compile("(?<![\\w)])[+\u2212\u00b1](?=[0-9])|(?<=[0-9])[\u2013-](?=[0-9])|(?<=[0-9])%")
_AS_DIGITS = str.maketrans("+\u2212\u00b1\u2013-%", "\u2080\u2081\u2082\u2083\u2084\u2085")
"""Digits of no other use, in place of a number's signs while a line is put into order: no number is turned about."""
_AS_SIGNS = {digit: sign for sign, digit in _AS_DIGITS.items()}


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

    whole = _signs.sub(lambda sign: sign[0].translate(_AS_DIGITS), text)
    found = str(get_display(arabic_reshaper.reshape(whole), base_dir="R"))
    return found.translate(_AS_SIGNS).replace(MARK, "")

"""Numbers as they are read."""

import re
from collections.abc import Sequence
from math import floor

from sim.client import words as w
from sim.language.sentences import numeral

MINUS = "\u2212"
_hyphen = re.compile(r"(?<![\w)])-(?=[\d.])")


def figure(x: float, unit: str = "", width: float = 1.0) -> str:
    """A number as the language of now writes it.

    Shares with two decimals, people with a comma, small counts with one decimal. ``width`` is that of the range.
    """
    if unit.startswith("yes or no"):
        return w.YES if x >= 0.5 else w.NO
    return fixed(x, decimals_of(x, unit, width))


def decimals_of(x: float, unit: str, width: float) -> int:
    """How many decimals a number of some unit is told with."""
    if unit.startswith("share") or (width <= 1.0 and not float(x).is_integer()):
        return 2
    return 0 if abs(x - round(x)) < 0.05 or abs(x) >= 100 else 1


def fixed(x: float, decimals: int) -> str:
    """A number with so many decimals, people with a comma."""
    return numeral(f"{x:z,.{decimals}f}")


def decimals_beside(one: float, other: float) -> int:
    """How many decimals points of 100 are told with where two are compared: one if they are within a point."""
    return 1 if abs(one - other) < 1.0 else 0


def apart_from(x: float, bounds: Sequence[float], decimals: int) -> str:
    """A number with as many decimals as it takes not to read as a bound that it misses; three more at most."""
    for more in range(4):
        text = fixed(x, decimals + more)
        if text not in {fixed(bound, decimals + more) for bound in bounds if abs(bound) < 1e299 and bound != x}:
            break
    return text


def points(x: float) -> str:
    """A difference in points of 100 with its sign: whole, or with one decimal if it is less than one; 0 for nothing."""
    return signed(x, decimals_beside(x, 0.0)) or fixed(0.0, 0)


def cut(x: float) -> str:
    """One decimal, cut and not rounded: what one has must not look like more."""
    return fixed(floor(x * 10 + 1e-6) / 10, 1)


def days(n: float) -> str:
    """``1 day``, ``2 days``."""
    return w.DAYS.format(n=n)


def short(x: float) -> str:
    """A number as short as it can be told: ``2``, ``2.5``."""
    return numeral(f"{x:g}")


def signed(x: float, decimals: int = 2) -> str:
    """A number with its sign; nothing if it would read as zero."""
    text = f"{x:+.{decimals}f}"
    return numeral(text) if any(digit in text for digit in "123456789") else ""


def range_words(low: float, high: float) -> str:
    """``120\u2013240``, in whole numbers; of large ones three figures: nobody counted the people more closely."""
    first, last = (figure(round(end, min(0, 3 - len(str(int(end))))), "", 1e9) for end in (low, high))
    return first if first == last else f"{first}\u2013{last}"


def minus(text: str) -> str:
    """A text whose negative numbers have a minus, as wide as the plus of others, where it is not typed for copying."""
    return _hyphen.sub(MINUS, text)

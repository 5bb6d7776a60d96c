"""Colours by name, from ``assets/palette.json``, and how well one can be read on another."""

import json
from functools import lru_cache
from typing import Any

from sim.scenario.places import data_folder

Colour = tuple[int, int, int, int]
SEATS = ("first", "second")


@lru_cache(maxsize=1)
def palette_file() -> dict[str, Any]:
    """The palette as it is written."""
    return dict(json.loads((data_folder("assets") / "palette.json").read_text("utf-8")))


def read_hex(text: str) -> Colour:
    """``#rrggbb`` or ``#rrggbbaa`` as numbers from 0 to 255."""
    digits = text.removeprefix("#")
    red, green, blue, *alpha = (int(digits[i : i + 2], 16) for i in range(0, len(digits), 2))
    return red, green, blue, alpha[0] if alpha else 255


def alias(name: str, seat: int) -> str:
    """``own`` and ``theirs``, and what begins with them, as the colours of the seats."""
    head, dash, rest = name.partition("-")
    if head in ("own", "theirs"):
        return SEATS[seat if head == "own" else 1 - seat] + dash + rest
    return name


@lru_cache(maxsize=512)
def colour(name: str, seat: int = 0, *, strong: bool = False) -> Colour:
    """The colour of a name, for whoever plays a seat; ``strong``: of the theme of high contrast.

    Raises KeyError for a name that the palette lacks.
    """
    of_seat = alias(name, seat)
    usual = palette_file()["colours"][of_seat]
    return read_hex(palette_file()["contrast"].get(of_seat, usual) if strong else usual)


def luminance(shade: Colour) -> float:
    """Relative luminance of a colour, from 0 to 1, by WCAG 2."""
    parts = [x / 255 for x in shade[:3]]
    linear = [x / 12.92 if x <= 0.03928 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """Contrast of two colours, from 1 to 21, by WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)

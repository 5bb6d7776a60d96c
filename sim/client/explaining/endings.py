"""How a game can end, all of it on one page: what each ending asks for, and what it is worth by itself to the seat."""

import re
from collections.abc import Iterator

from sim.client import page_words as p
from sim.client.explaining.variables import condition_list
from sim.client.figures import short
from sim.client.model import Model
from sim.client.page import Page, Row, page, section
from sim.client.weighing.clocks import collapse_says
from sim.client.weighing.judging import own_type
from sim.language.sentences import numeral

_plain = re.compile(r"score\.(\w+) ([+-]) ([\d.]+) \* \[ending = (\w+)\]")


def endings_page(model: Model) -> Page:
    """Every ending in the order in which they are looked at, with what it adds to the score of the seat's own type."""
    points = ending_points(model)
    entries = sorted(model.book.outline["endings"].items(), key=lambda pair: _rank(pair[1]))
    rows = [
        Row(model.book.word("endings", id_), _points_words(points.get(id_, 0.0)), p.NEEDS.format(
            conditions=condition_list(model, entry.get("when", [])))
        )
        for id_, entry in entries
    ]  # fmt: skip
    after = [p.ENDING_OF_AGREEMENT, collapse_says(model, model.draft), p.ENDINGS_ALSO]
    return page(p.ENDINGS, section("", [p.ENDINGS_SAY]), section("", [], rows), section("", after))


def _rank(entry: dict[str, object]) -> float:
    return float(str(entry.get("rank", 0)).partition("@")[0])


def _points_words(points: float) -> str:
    return numeral(f"{points:+.0f}") if abs(points) >= 0.5 else short(0.0)


def ending_points(model: Model) -> dict[str, float]:
    """What reaching an ending adds by itself to the score of the seat's own type, of 100, beside all that led to it."""
    seat = model.names.seats[model.seat]
    entry = list(model.book.outline["types"][seat].values())[own_type(model)]
    weights = {id_: float(str(weight).partition("@")[0]) for id_, weight in entry["weights"].items()}
    found: dict[str, float] = {}
    for component, sign, size, ending in _lines(model):
        found[ending] = found.get(ending, 0.0) + (1 if sign == "+" else -1) * 100.0 * size * weights.get(component, 0.0)
    return found


def _lines(model: Model) -> Iterator[tuple[str, str, float, str]]:
    for line in model.book.outline["scoring"]["settle"]:
        told = _plain.fullmatch(str(line).partition("@")[0].strip())
        if told:
            yield told[1], told[2], float(told[3]), told[4]

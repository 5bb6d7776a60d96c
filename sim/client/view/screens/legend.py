"""What the patterns, lines and signs of a map mean: all that is drawn on it now."""

from collections.abc import Iterator

from sim.client.model import Model
from sim.client.view import words as w
from sim.client.view.drawing.scene import Shape
from sim.client.view.screens.chart import BEFORE, CROSSED, Drawn, area, front_before, has_lost, phrase, sign, way_shape
from sim.rules import layout as at

SWATCH = ((2.0, 3.0), (22.0, 3.0), (22.0, 15.0), (2.0, 15.0))
Entry = tuple[tuple[Shape, ...], str]
"""A drawing in a space of 24 by 18, and its name."""


def legend(model: Model, drawn: Drawn) -> list[Entry]:
    """Areas, lines, signs."""
    return [*_areas(model, drawn), *_lines(model, drawn), *_signs(drawn)]


def _areas(model: Model, drawn: Drawn) -> Iterator[Entry]:
    for side in drawn["sides"].values():
        yield (area(SWATCH, side),), phrase(side["name"])
    if drawn["front"] and has_lost(model, drawn):
        lost = area(SWATCH, drawn["sides"][drawn["front"]["lost_to"]])
        yield (lost._replace(dashes=(4.0, 3.0)),), w.TAKEN


def _lines(model: Model, drawn: Drawn) -> Iterator[Entry]:
    across = ((1.0, 9.0), (23.0, 9.0))
    if drawn["front"]:
        truce = model.values[at.TRUCE]
        line = Shape("line", across, stroke="front", width=3, dashes=(7.0, 5.0) if truce else ())
        yield (line,), w.FRONT_AT_REST if truce else w.FRONT_LINE
        if front_before(model, drawn):
            yield (BEFORE._replace(points=across),), w.FRONT_BEFORE
    for kind in dict.fromkeys(way["kind"] for way in drawn["ways"]):
        yield (way_shape(kind, across),), w.WAYS[kind]


def _signs(drawn: Drawn) -> Iterator[Entry]:
    told = {label["of"] for label in drawn["labels"]}  # a label beside its signs says what they are
    crossed = next((signs["kind"] for signs in drawn["signs"] if signs["rest"] == "crossed"), "")
    for signs in drawn["signs"]:
        if signs["of"] not in told:
            yield tuple(sign(signs["kind"], 12, 9)), phrase(signs["name"])
        if signs["kind"] == crossed:  # beside what it is one of
            yield tuple(sign(CROSSED, 12, 9)), w.GONE

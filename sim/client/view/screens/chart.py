"""The map, drawn from map.yaml and an observation: ground, front, ways, signs and labels, in the map's own space."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from sim.client.figures import figure
from sim.client.model import Model
from sim.client.naming import unit_of
from sim.client.telling.meters import width_of
from sim.client.view import words as w
from sim.client.view.drawing.scene import Picture, Point, Shape
from sim.client.view.screens.moving import kept_by, middle
from sim.language import spoken
from sim.rules import layout as at

Drawn = dict[str, Any]
"""map.yaml as plain data."""
GOES_ALONG = ("strike", "arrow")
"""Signs of what befalls the contested ground, which move with it; others stand where they stand."""
SEEN = 0.01  # of the contested ground: less than that has moved is not drawn


def value_of(model: Model, name: str) -> float:
    """A variable as the seat sees it."""
    return model.values[model.tables.slot[name]]


def phrase(words: dict[str, str]) -> str:
    """Words of the map in the language of play, else in the first that it has."""
    return words.get(spoken()) or next(iter(words.values()))


def outline_at(front: Drawn, value: float) -> list[Point]:
    """The contested ground's corners at a value of its variable, between the nearest two frames."""
    frames = front["frames"]
    if value >= frames[0]["at"]:
        return [(x, y) for x, y in frames[0]["outline"]]
    for upper, lower in pairwise(frames):
        if value >= lower["at"]:
            share = (value - lower["at"]) / (upper["at"] - lower["at"])
            pairs = zip(upper["outline"], lower["outline"], strict=True)
            return [(bx + share * (ax - bx), by + share * (ay - by)) for (ax, ay), (bx, by) in pairs]
    return [(x, y) for x, y in frames[-1]["outline"]]


def chart(model: Model, drawn: Drawn) -> Picture:
    """The whole drawing but its words."""
    width, height = drawn["size"]
    shapes = [*_ground(drawn), *_front(model, drawn), *_ways(drawn), *_line(model, drawn), *_signs(model, drawn)]
    return Picture((width, height), tuple(shapes))


def _area(points: Sequence[Sequence[float]], side: Drawn) -> Shape:
    tone = side["colour"]
    pattern = f"{tone}-line" if side["pattern"] == "hatch" else ""
    return Shape("area", tuple((x, y) for x, y in points), tone, f"{tone}-line", 1.5, pattern)


def _ground(drawn: Drawn) -> Iterator[Shape]:
    if drawn["ground"]:
        yield Shape("area", tuple((x, y) for x, y in drawn["ground"]), "land", "land-line", 1.2)
    for area in drawn["areas"]:
        yield _area(area["outline"], drawn["sides"][area["side"]])


def _front(model: Model, drawn: Drawn) -> Iterator[Shape]:
    """What was held at first, in the colour of who took it; on it what is still held."""
    front = drawn["front"]
    if not front:
        return
    value = value_of(model, front["of"])
    if value < front["frames"][0]["at"]:
        lost = _area(front["frames"][0]["outline"], drawn["sides"][front["lost_to"]])
        yield lost._replace(dashes=(4.0, 3.0))
    yield _area(outline_at(front, value), drawn["sides"][front["held_by"]])


def moved(model: Model, drawn: Drawn, point: Sequence[float]) -> Point:
    """A place of a sign that belongs to the contested ground, as that is now."""
    front, x, y = drawn["front"], point[0], point[1]
    if not front:
        return x, y
    return kept_by((x, y), front["frames"][0]["outline"], outline_at(front, value_of(model, front["of"])))


def label_place(model: Model, drawn: Drawn, label: Drawn) -> Point:
    """Where a label stands: that of the contested ground goes with its middle."""
    x, y = label["at"]
    front = drawn["front"]
    if not front or label["size"] != "large" or label["side"] != front["held_by"]:
        return x, y
    (ax, ay), (bx, by) = (
        middle(outline_at(front, at_value)) for at_value in (front["frames"][0]["at"], value_of(model, front["of"]))
    )
    return x + bx - ax, y + by - ay


def _line(model: Model, drawn: Drawn) -> Iterator[Shape]:
    """The front line, broken while a truce runs; thin, where it stood at the last decision if it has moved since."""
    front = drawn["front"]
    if front:
        before = model.before[model.tables.slot[front["of"]]] if model.before else 0.0
        if before > value_of(model, front["of"]) + SEEN:
            was = outline_at(front, before)
            yield Shape("line", tuple(was[i] for i in front["line"]), stroke="front", width=1.2, dashes=(2.0, 3.0))
        corners = outline_at(front, value_of(model, front["of"]))
        dashes = (7.0, 5.0) if model.values[at.TRUCE] else ()
        yield Shape("line", tuple(corners[i] for i in front["line"]), stroke="front", width=3, dashes=dashes)


def _ways(drawn: Drawn) -> Iterator[Shape]:
    looks = {"river": ("water", 4.0, ()), "road": ("road", 3.0, (9.0, 5.0)), "border": ("neutral", 1.5, (2.0, 4.0))}
    for way in drawn["ways"]:
        stroke, width, dashes = looks[way["kind"]]
        yield Shape("line", tuple((x, y) for x, y in way["points"]), stroke=stroke, width=width, dashes=dashes)


# -------------------------------------------------------------------------------------------------------------- signs
def shown_signs(model: Model, signs: Drawn) -> int:
    """How many signs of a kind are shown in full."""
    wanted = round(value_of(model, signs["of"]) / float(signs["each"]))
    return min(len(signs["places"]), wanted)


def _signs(model: Model, drawn: Drawn) -> Iterator[Shape]:
    for signs in drawn["signs"]:
        shown = shown_signs(model, signs)
        goes_along = signs["kind"] in GOES_ALONG
        for i, place in enumerate(signs["places"]):
            x, y = moved(model, drawn, place) if goes_along else place
            if i < shown:
                yield from sign(signs["kind"], x, y)
            elif signs["rest"] == "crossed":
                yield from crossed(x, y)


def _moved(shapes: Sequence[Shape], x: float, y: float) -> Iterator[Shape]:
    for shape in shapes:
        yield shape._replace(points=tuple((x + a, y + b) for a, b in shape.points))


SIGNS: dict[str, tuple[Shape, ...]] = {
    "hospital": (
        Shape("disc", ((0, 0),), fill="bg", stroke="ink", width=1.6, radius=8.5),
        Shape("area", ((-1.6, -5), (1.6, -5), (1.6, -1.6), (5, -1.6), (5, 1.6), (1.6, 1.6), (1.6, 5), (-1.6, 5),
                       (-1.6, 1.6), (-5, 1.6), (-5, -1.6), (-1.6, -1.6)), fill="bad"),
    ),
    "strike": (
        Shape("area", ((0, -6), (1.6, -1.8), (6, -2.4), (2.6, 0.8), (4.4, 5), (0, 2.6), (-4.4, 5), (-2.6, 0.8),
                       (-6, -2.4), (-1.6, -1.8)), fill="bad"),
    ),
    "truck": (
        Shape("area", ((-8, -4.5), (3, -4.5), (3, 3.5), (-8, 3.5)), fill="paper"),
        Shape("area", ((3.8, -2), (7, -2), (9, 0.6), (9, 3.5), (3.8, 3.5)), fill="paper"),
        Shape("disc", ((-4.6, 4.4),), fill="bg", stroke="paper", width=1, radius=2),
        Shape("disc", ((5.4, 4.4),), fill="bg", stroke="paper", width=1, radius=2),
    ),
    "cart": (
        Shape("area", ((-7, -4), (6, -4), (4.5, 2.5), (-5.5, 2.5)), fill="paper"),
        Shape("disc", ((-1, 4),), fill="bg", stroke="paper", width=1.2, radius=2.6),
        Shape("line", ((6, -3), (10, -5)), stroke="paper", width=1.2),
    ),
    "empty_cart": (
        Shape("line", ((-7, -4), (-5.5, 2.5), (4.5, 2.5), (6, -4)), stroke="paper", width=1.4),
        Shape("disc", ((-1, 4),), fill="bg", stroke="paper", width=1.2, radius=2.6),
        Shape("line", ((6, -3), (10, -5)), stroke="paper", width=1.2),
    ),
    "boat": (
        Shape("area", ((-11, 0), (11, 0), (7, 6), (-7, 6)), fill="paper"),
        Shape("line", ((0, 0), (0, -10)), stroke="paper", width=1.4),
        Shape("area", ((1, -10), (8, -2), (1, -2)), fill="paper"),
    ),
    "arrow": (
        Shape("line", ((-2, -12), (-1, 5)), stroke="bad", width=2.6),
        Shape("area", ((-6, 3), (4, 3), (-0.6, 11)), fill="bad"),
    ),
}  # fmt: skip


def sign(kind: str, x: float, y: float) -> Iterator[Shape]:
    """A sign with its middle at a point."""
    return _moved(SIGNS[kind], x, y)


def crossed(x: float, y: float) -> Iterator[Shape]:
    """What is left where something no longer works."""
    cross = (
        Shape("disc", ((0, 0),), fill="bg", stroke="faint", width=1.2, radius=7.5),
        Shape("line", ((-4, -4), (4, 4)), stroke="faint", width=1.6),
        Shape("line", ((4, -4), (-4, 4)), stroke="faint", width=1.6),
    )
    return _moved(cross, x, y)


def label_words(model: Model, label: Drawn) -> str:
    """A label with its value in it."""
    text = phrase(label["says"])
    if not label["of"]:
        return text
    name = label["of"]
    value = figure(rounded(value_of(model, name)), unit_of(model.book, name), width_of(model, name))
    return text.replace("{value}", value)


def rounded(value: float) -> float:
    """Thousands with two figures that count: nobody knows more."""
    return round(value, -4) if value >= 100_000 else round(value, -3) if value >= 10_000 else value


def legend(drawn: Drawn) -> list[tuple[tuple[Shape, ...], str]]:
    """What the patterns, lines and signs mean: for each a drawing in a space of 24 by 18, and its name."""
    swatch = ((2.0, 3.0), (22.0, 3.0), (22.0, 15.0), (2.0, 15.0))
    found: list[tuple[tuple[Shape, ...], str]] = [
        ((_area(swatch, side),), phrase(side["name"])) for side in drawn["sides"].values()
    ]
    if drawn["front"]:
        found.append(((Shape("line", ((1, 9), (23, 9)), stroke="front", width=3),), w.FRONT_LINE))
    told = {label["of"] for label in drawn["labels"]}  # a label beside its signs says what they are
    shown = [signs for signs in drawn["signs"] if signs["of"] not in told]
    found += [(tuple(sign(signs["kind"], 12, 9)), phrase(signs["name"])) for signs in shown]
    if any(signs["rest"] == "crossed" for signs in drawn["signs"]):
        found.append((tuple(crossed(12, 9)), w.GONE))
    return found


def legible(model: Model, drawn: Drawn) -> str:
    """The map in a sentence, for those who cannot see it."""
    said = [
        w.SIGNS_SHOWN.format(name=phrase(s["name"]), n=shown_signs(model, s), of=len(s["places"]))
        for s in drawn["signs"]
    ]
    return f"{phrase(drawn['title'])}. " + "; ".join([*said, *(label_words(model, e) for e in drawn["labels"])])

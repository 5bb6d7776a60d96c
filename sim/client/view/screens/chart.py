"""The map, drawn from map.yaml and an observation: ground, front, ways, signs and labels, in the map's own space."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from sim.client.model import Model
from sim.client.telling.meters import shown_value
from sim.client.view import words as w
from sim.client.view.drawing.scene import Point, Shape
from sim.client.view.screens.moving import Box, kept_by, middle, near
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


def chart(model: Model, drawn: Drawn, signs: Sequence["Sign"]) -> tuple[Shape, ...]:
    """The whole drawing but its words, with the signs where they stand."""
    shown = (shape for each in signs for shape in sign(each.kind, *each.at))
    return (*_ground(drawn), *_front(model, drawn), *lines(model, drawn), *shown)


def area(points: Sequence[Sequence[float]], side: Drawn) -> Shape:
    """Ground of a side, in its colour and pattern."""
    tone = side["colour"]
    pattern = f"{tone}-line" if side["pattern"] == "hatch" else ""
    return Shape("area", tuple((x, y) for x, y in points), tone, f"{tone}-line", 1.5, pattern)


def _ground(drawn: Drawn) -> Iterator[Shape]:
    if drawn["ground"]:
        yield Shape("area", tuple((x, y) for x, y in drawn["ground"]), "land", "land-line", 1.2)
    for each in drawn["areas"]:
        yield area(each["outline"], drawn["sides"][each["side"]])


def _front(model: Model, drawn: Drawn) -> Iterator[Shape]:
    """What was held at first, in the colour of who took it; on it what is still held."""
    front = drawn["front"]
    if not front:
        return
    value = value_of(model, front["of"])
    if has_lost(model, drawn):
        lost = area(front["frames"][0]["outline"], drawn["sides"][front["lost_to"]])
        yield lost._replace(dashes=(4.0, 3.0))
    yield area(outline_at(front, value), drawn["sides"][front["held_by"]])


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


def held_now(model: Model, drawn: Drawn) -> float:
    """How much of the contested ground is still held."""
    return value_of(model, drawn["front"]["of"])


def has_lost(model: Model, drawn: Drawn) -> bool:
    """Whether some of the contested ground has been taken."""
    return held_now(model, drawn) < float(drawn["front"]["frames"][0]["at"]) - SEEN


BEFORE = Shape("line", (), stroke="front", width=1.2, dashes=(2.0, 3.0))
"""Where the front line stood at the last decision."""


def front_before(model: Model, drawn: Drawn) -> float:
    """How much was held at the last decision, if more than now; else 0."""
    before = model.before[model.tables.slot[drawn["front"]["of"]]] if model.before else 0.0
    return before if before > held_now(model, drawn) + SEEN else 0.0


def _line(model: Model, drawn: Drawn) -> Iterator[Shape]:
    """The front line, broken while a truce runs; thin, where it stood at the last decision if it has moved since."""
    front = drawn["front"]
    if front:
        before = front_before(model, drawn)
        if before:
            was = outline_at(front, before)
            yield BEFORE._replace(points=tuple(was[i] for i in front["line"]))
        corners = outline_at(front, held_now(model, drawn))
        dashes = (7.0, 5.0) if model.values[at.TRUCE] else ()
        yield Shape("line", tuple(corners[i] for i in front["line"]), stroke="front", width=3, dashes=dashes)


WAYS = {"river": ("water", 4.0, ()), "road": ("road", 3.0, (9.0, 5.0)), "border": ("neutral", 1.5, (2.0, 4.0))}


def way_shape(kind: str, points: Sequence[Point]) -> Shape:
    """A river, a road or a border."""
    stroke, width, dashes = WAYS[kind]
    return Shape("line", tuple((x, y) for x, y in points), stroke=stroke, width=width, dashes=dashes)


def lines(model: Model, drawn: Drawn) -> list[Shape]:
    """Ways and the front."""
    return [*(way_shape(way["kind"], way["points"]) for way in drawn["ways"]), *_line(model, drawn)]


# -------------------------------------------------------------------------------------------------------------- signs
def shown_signs(model: Model, signs: Drawn) -> int:
    """How many signs of a kind are shown in full."""
    wanted = round(value_of(model, signs["of"]) / float(signs["each"]))
    return min(len(signs["places"]), wanted)


class Sign(NamedTuple):
    """A sign on the map: its kind, or crossed where something no longer works; its middle."""

    kind: str
    at: Point

    @property
    def box(self) -> Box:
        """Left, top, right and bottom of what is drawn."""
        left, top, right, bottom = BOXES[self.kind]
        return self.at[0] + left, self.at[1] + top, self.at[0] + right, self.at[1] + bottom


def placed_signs(model: Model, drawn: Drawn) -> list[Sign]:
    """All signs where they stand: those that go along with the ground keep off the others, or are left out."""
    found: list[Sign] = []
    going: list[Sign] = []
    for signs in drawn["signs"]:
        shown = shown_signs(model, signs)
        for i, (x, y) in enumerate(signs["places"]):
            if i < shown:
                (going if signs["kind"] in GOES_ALONG else found).append(Sign(signs["kind"], (x, y)))
            elif signs["rest"] == "crossed":
                found.append(Sign(CROSSED, (x, y)))
    ground = outline_at(drawn["front"], held_now(model, drawn)) if drawn["front"] else []
    for each in going:
        place = moved(model, drawn, each.at)
        boxes = [other.box for other in found]
        free = near(place, BOXES[each.kind], boxes, ground)
        if free:
            found.append(each._replace(at=free))
    return found


def shifted(shapes: Sequence[Shape], x: float, y: float) -> Iterator[Shape]:
    """Shapes elsewhere."""
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
    """A sign with its middle at a point, or what is left where something no longer works."""
    return shifted(SHAPES[kind], x, y)


CROSS = (
    Shape("disc", ((0, 0),), fill="bg", stroke="faint", width=1.2, radius=7.5),
    Shape("line", ((-4, -4), (4, 4)), stroke="faint", width=1.6),
    Shape("line", ((4, -4), (-4, 4)), stroke="faint", width=1.6),
)


def _box(shapes: Sequence[Shape]) -> Box:
    """What shapes take up."""
    spots = [(x, y, shape.radius) for shape in shapes for x, y in shape.points]
    return (
        min(x - r for x, _, r in spots), min(y - r for _, y, r in spots),
        max(x + r for x, _, r in spots), max(y + r for _, y, r in spots),
    )  # fmt: skip


CROSSED = "crossed"
SHAPES = SIGNS | {CROSSED: CROSS}
BOXES = {kind: _box(shapes) for kind, shapes in SHAPES.items()}
"""What signs take up around their middle."""


def label_words(model: Model, label: Drawn) -> str:
    """A label with its value in it, told as everywhere: shares of 100, people who were hurt as a range."""
    text = phrase(label["says"])
    if not label["of"]:
        return text
    name = label["of"]
    return text.replace("{value}", shown_value(model, name, rounded(value_of(model, name))))


def rounded(value: float) -> float:
    """Thousands with two figures that count: nobody knows more."""
    return round(value, -4) if value >= 100_000 else round(value, -3) if value >= 10_000 else value


def legible(model: Model, drawn: Drawn) -> str:
    """The map in a sentence, for those who cannot see it."""
    said = [
        w.SIGNS_SHOWN.format(name=phrase(s["name"]), n=shown_signs(model, s), of=len(s["places"]))
        for s in drawn["signs"]
    ]
    return f"{phrase(drawn['title'])}. " + "; ".join([*said, *(label_words(model, e) for e in drawn["labels"])])

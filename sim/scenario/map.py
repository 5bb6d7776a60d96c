"""The map of a scenario, map.yaml: a schematic drawing whose front, counts and signs follow variables of the state.

It is for people only: the rules know nothing of it, and a scenario may do without one. Points lie in a space of the
map's own ``size``, x to the right and y down.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from sim.scenario.entry import Id, Lax, Strictly, VariableId
from sim.scenario.facts import Number, Prose
from sim.scenario.faults import Faults, Path, did_you_mean
from sim.scenario.model import Scenario
from sim.scenario.written import Citation

MapPoint = Annotated[tuple[Number, Number], Lax]
Outline = Annotated[tuple[MapPoint, ...], Lax, Field(min_length=3)]
Stretch = Annotated[tuple[MapPoint, ...], Lax, Field(min_length=2)]
Places = Annotated[tuple[MapPoint, ...], Lax, Field(min_length=1)]
Phrase = Annotated[dict[Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")], Prose], Field(min_length=1)]
Tone = Literal["earth", "teal", "olive", "slate"]


class MapSide(Strictly):
    """Who holds ground: a name for the legend, a colour and a pattern, so that colour alone tells nothing."""

    name: Phrase = Field(description="Name in the legend, by language.")
    colour: Tone = Field(description="One of the window's colours of land.")
    pattern: Literal["plain", "hatch"] = Field(default="plain", description="How the ground is filled.")


class MapLabel(Strictly):
    """Words on the map. `{value}` in them is the variable `of`."""

    says: Phrase = Field(description="The words, by language.")
    at: MapPoint = Field(description="Where their first line begins.")
    side: Id | None = Field(default=None, description="Whose colour they have.")
    note: Phrase | None = Field(default=None, description="A second line in smaller letters, by language.")
    of: VariableId | None = Field(default=None, description="A variable whose value stands for `{value}`.")
    size: Literal["large", "small"] = Field(default="small", description="How large they are written.")

    @model_validator(mode="after")
    def _has_a_value(self) -> "MapLabel":
        if any("{value}" in words for words in self.says.values()) and self.of is None:
            raise ValueError("says `{value}` and does not say of what; add `of:` with a variable")
        return self


class MapArea(Strictly):
    """Ground that changes hands in no game."""

    side: Id = Field(description="Who holds it.")
    outline: Outline = Field(description="Its corners.")


class MapFrame(Strictly):
    """How the contested ground lies at one value of its variable."""

    at: Number = Field(description="Value of the variable.")
    outline: Outline = Field(description="Corners, as many in every frame and in the same order.")


class MapFront(Strictly):
    """Contested ground: its outline moves between frames as a variable does."""

    of: VariableId = Field(description="The variable that it follows.")
    held_by: Id = Field(description="The side that holds what is left.")
    lost_to: Id = Field(description="The side that holds what is lost.")
    line: Annotated[tuple[int, ...], Lax, Field(min_length=2)] = Field(
        description="Which corners, by number from 0, the front line runs through."
    )
    frames: Annotated[tuple[MapFrame, ...], Lax, Field(min_length=2)] = Field(
        description="From the greatest value to the least."
    )

    @model_validator(mode="after")
    def _alike(self) -> "MapFront":
        corners = {len(frame.outline) for frame in self.frames}
        if len(corners) > 1:
            raise ValueError(f"has frames of {' and '.join(map(str, sorted(corners)))} corners; all need as many")
        values = [frame.at for frame in self.frames]
        if values != sorted(set(values), reverse=True):
            raise ValueError("should go from the greatest value to the least")
        if not all(0 <= i < min(corners) for i in self.line):
            raise ValueError(
                f"has a line through corners that are not there; they are numbered 0 to {min(corners) - 1}"
            )
        return self


class MapWay(Strictly):
    """A road, a river or a border."""

    kind: Literal["road", "river", "border"] = Field(description="How it is drawn.")
    points: Stretch = Field(description="Its course.")


class MapSigns(Strictly):
    """Signs at places, as many as a variable says: the first ones are shown in full, the others crossed out or not."""

    kind: Literal["hospital", "truck", "strike", "arrow", "cart", "empty_cart", "boat"] = Field(description="The sign.")
    of: VariableId = Field(description="The variable that counts them.")
    each: Annotated[Number, Field(gt=0)] = Field(default=1.0, description="What one sign stands for.")
    places: Places = Field(description="Where they stand.")
    rest: Literal["crossed", "hidden"] = Field(default="hidden", description="What becomes of places not counted.")
    name: Phrase = Field(description="Name in the legend, by language.")


class Map(Strictly):
    """A whole map."""

    schema_version: Literal[1] = Field(description="Version of the map's language.")
    from_: Citation = Field(alias="from", description="Where the drawing comes from, or why it is as it is.")
    title: Phrase = Field(description="What it shows, by language.")
    size: MapPoint = Field(description="Width and height of the drawing's space.")
    sides: dict[Id, MapSide] = Field(description="Those who hold ground.", min_length=1)
    ground: Outline | None = Field(default=None, description="The country around, in nobody's colour.")
    areas: Annotated[tuple[MapArea, ...], Lax] = Field(default=(), description="Ground that does not change hands.")
    front: MapFront | None = Field(default=None, description="Ground that does.")
    ways: Annotated[tuple[MapWay, ...], Lax] = Field(default=(), description="Roads, rivers, borders.")
    signs: Annotated[tuple[MapSigns, ...], Lax] = Field(default=(), description="What is counted.")
    labels: Annotated[tuple[MapLabel, ...], Lax] = Field(default=(), description="Words.")
    tones: dict[VariableId, Literal["good", "bad"]] = Field(
        default={}, description="Whether more of a variable is good or bad for the people; of others it is neither."
    )


def check_map(drawn: Map, scenario: Scenario, faults: Faults) -> None:
    """Note every variable, side and fact of a map that is not there, and what nobody at the table can see."""
    for path, name in _variables(drawn):
        if name not in scenario.state:
            faults.add(path, f"`{name}` is not a variable{did_you_mean(name, scenario.state, 'variables')}")
        elif scenario.state[name].seen_by.everyone == "none":
            faults.add(path, f"`{name}` is seen by nobody, so it cannot be shown")
    for path, side in _sides(drawn):
        if side not in drawn.sides:
            faults.add(path, f"`{side}` is not a side{did_you_mean(side, drawn.sides, 'sides')}")
    for path, point in _points(drawn):
        if not (0 <= point[0] <= drawn.size[0] and 0 <= point[1] <= drawn.size[1]):
            faults.add(path, f"lies outside the map, which is {drawn.size[0]:g} by {drawn.size[1]:g}")


def _variables(drawn: Map) -> Iterator[tuple[Path, str]]:
    if drawn.front:
        yield ("front", "of"), drawn.front.of
    yield from ((("signs", i, "of"), each.of) for i, each in enumerate(drawn.signs))
    yield from ((("labels", i, "of"), each.of) for i, each in enumerate(drawn.labels) if each.of)
    yield from ((("tones", name), name) for name in drawn.tones)


def _sides(drawn: Map) -> Iterator[tuple[Path, str]]:
    yield from ((("areas", i, "side"), each.side) for i, each in enumerate(drawn.areas))
    yield from ((("labels", i, "side"), each.side) for i, each in enumerate(drawn.labels) if each.side)
    if drawn.front:
        yield ("front", "held_by"), drawn.front.held_by
        yield ("front", "lost_to"), drawn.front.lost_to


def _points(drawn: Map) -> Iterator[tuple[Path, MapPoint]]:
    yield from ((("ground", i), point) for i, point in enumerate(drawn.ground or ()))
    for i, area in enumerate(drawn.areas):
        yield from ((("areas", i, "outline", j), point) for j, point in enumerate(area.outline))
    for i, frame in enumerate(drawn.front.frames if drawn.front else ()):
        yield from ((("front", "frames", i, "outline", j), point) for j, point in enumerate(frame.outline))
    for i, way in enumerate(drawn.ways):
        yield from ((("ways", i, "points", j), point) for j, point in enumerate(way.points))
    for i, signs in enumerate(drawn.signs):
        yield from ((("signs", i, "places", j), point) for j, point in enumerate(signs.places))
    yield from ((("labels", i, "at"), each.at) for i, each in enumerate(drawn.labels))

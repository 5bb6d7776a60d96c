"""Words and signs of the map: nothing covers anything else, however small the contested ground has become."""

from dataclasses import replace
from itertools import combinations

import pytest

from sim.client.model import Model
from sim.client.view import words as w
from sim.client.view.drawing.layout import Sheet
from sim.client.view.drawing.scene import Element, Rect, Shape
from sim.client.view.screens.chart import (
    BOXES,
    GOES_ALONG,
    SHAPES,
    chart,
    held_now,
    outline_at,
    placed_signs,
    shown_signs,
)
from sim.client.view.screens.labelling import Wanted, crosses, lines_in, places
from sim.client.view.screens.legend import legend
from sim.client.view.screens.mapped import draw_map
from sim.client.view.screens.moving import inside, near
from sim.language.catalogue import languages
from tests.client.view.gallery import FLAGSHIP, ruler, shells
from tests.tongue import speaking

ROOMS = ((216, 200), (262, 250), (480, 330))
"""Of the drawing beside its legend in a small window, beside it in a larger one, and above it at night."""


def with_held(share: float) -> Model:
    """A table at which so much of the contested ground is held."""
    model = shells()[f"{FLAGSHIP}/0/days/table"].model
    assert model is not None
    assert model.book.map
    values = list(model.values)
    values[model.tables.slot[model.book.map["front"]["of"]]] = share
    return replace(model, looks=(*model.looks[:-1], model.look._replace(values=tuple(values))))


def labels(model: Model, room: tuple[int, int]) -> list[Element]:
    sheet = Sheet(ruler(0.85))
    draw_map(model, model.book.map or {}, Rect(20, 30, *room), sheet)
    return [each for each in sheet.elements if each.role != "image"]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("share", [1.0, 0.8, 0.65, 0.5, 0.35, 0.2, 0.1, 0.05, 0.0])
def test_labels_of_the_map_cover_neither_one_another_nor_signs(share: float, language: str) -> None:
    with speaking(language):
        model = with_held(share)
        drawn = model.book.map or {}
        for room in ROOMS:
            found = labels(model, room)
            assert len(found) == len(drawn["labels"]), "what finds no room is told where it would stand"
            shown = [each.rect for each in found if each.control is None]
            assert len(shown) >= len(found) - 2
            assert not any(a.overlaps(b) for a, b in combinations(shown, 2)), room
            assert all(Rect(20, 30, *room).covers(rect) for rect in shown)
            taken = places([Wanted(rect, 0) for rect in shown], [], frozenset(), Rect(20, 30, *room))
            assert taken == shown, "all of them stand within the drawing"


@pytest.mark.parametrize("share", [1.0, 0.65, 0.35, 0.2, 0.1, 0.0])
def test_signs_that_go_along_with_the_ground_cover_no_others(share: float) -> None:
    model = with_held(share)
    drawn = model.book.map or {}
    signs = placed_signs(model, drawn)
    for one, other in combinations(signs, 2):
        if one.kind in GOES_ALONG or other.kind in GOES_ALONG:
            a, b = one.box, other.box
            assert a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3], (one, other)
    ground = outline_at(drawn["front"], held_now(model, drawn))
    strikes = [each for each in signs if each.kind == "strike"]
    assert all(inside(each.at, ground) for each in strikes)
    if share >= 0.2:
        wanted = next(shown_signs(model, each) for each in drawn["signs"] if each["kind"] == "strike")
        assert len(strikes) == wanted, "there is room for all"


def look_of(shape: Shape) -> tuple[object, ...]:
    """What tells a pattern or a line from others, wherever it is drawn."""
    return shape.kind, shape.fill, shape.stroke, shape.width, shape.pattern, shape.dashes, shape.radius


@pytest.mark.parametrize("share", [1.0, 0.9, 0.2])
def test_all_that_is_drawn_on_a_map_is_in_its_legend_and_no_two_entries_look_alike(share: float) -> None:
    model = with_held(share)
    tables = [model, *(shell.model for shell in shells().values() if shell.screen == "table" and shell.model)]
    lines = set()
    for each in tables:
        drawn = each.book.map or {}
        entries = legend(each, drawn)
        assert len({shapes for shapes, _ in entries}) == len(entries)
        explained = {look_of(shape) for shapes, _ in entries for shape in shapes}
        beside = {label["of"] for label in drawn["labels"]}
        explained |= {
            look_of(shape) for signs in drawn["signs"] if signs["of"] in beside for shape in SHAPES[signs["kind"]]
        }
        for shape in chart(each, drawn, placed_signs(each, drawn)):
            assert look_of(shape) in explained or shape.fill == "land", shape
        lines |= {name for shapes, name in entries if shapes[0].kind == "line"}
    assert {w.FRONT_LINE, w.FRONT_AT_REST} <= lines
    assert (w.FRONT_BEFORE in lines) == (share < 1.0)


def test_a_sign_moves_no_farther_than_it_must_and_is_left_out_where_there_is_no_room() -> None:
    square = [(0.0, 0.0), (60.0, 0.0), (60.0, 60.0), (0.0, 60.0)]
    box = BOXES["strike"]
    assert near((30.0, 30.0), box, [], square) == (30.0, 30.0)
    moved = near((30.0, 30.0), box, [(28.0, 28.0, 32.0, 32.0)], square)
    assert moved is not None
    assert moved != (30.0, 30.0)
    assert inside(moved, square)
    assert near((30.0, 30.0), box, [(-200.0, -200.0, 300.0, 300.0)], square) is None


def test_words_keep_their_place_where_that_is_free_and_go_off_lines_a_little() -> None:
    within, home = Rect(0, 0, 200, 100), Rect(60, 40, 60, 10)
    assert places([Wanted(home, 0)], [], frozenset(), within) == [home]
    line = lines_in([Shape("line", ((0, 45), (200, 45)))], 1.0, 0, 0)
    (moved,) = places([Wanted(home, 0)], [], line, within)
    assert moved is not None
    assert not crosses(moved, line)
    assert abs(moved.y - home.y) <= home.h
    assert places([Wanted(home, 0)], [within], frozenset(), within) == [None]
    first, second = places([Wanted(home, 1), Wanted(home, 0)], [], frozenset(), within)
    assert second == home, "what matters more has it"
    assert first is not None
    assert not first.overlaps(home)

"""The layout system on its own, with a ruler that needs no fonts: rows, columns, flows, grids, scrolling, text."""

from dataclasses import dataclass, field
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from sim.client.view.drawing.boxes import Boxed, Centred, Fitting, Padding, Scroll, arrange
from sim.client.view.drawing.flow import Abreast, Flow, Grid, Shared
from sim.client.view.drawing.layout import Column, Node, Row, Space, Text, divide, fixed, grown, press, share_out
from sim.client.view.drawing.memory import Memory
from sim.client.view.drawing.scene import Box, Run, Words
from sim.client.view.drawing.typeset import least_width, typeset


@dataclass
class Cells:
    """A ruler on which every letter is ten pixels wide and every line twenty high."""

    unit: float = 1.0
    kept: Memory = field(default_factory=lambda: Memory(1_000))

    def width(self, text: str, style: str) -> int:
        return 10 * len(text)

    def height(self, style: str) -> int:
        return 20

    def ascent(self, style: str) -> int:
        return 15

    def memory(self) -> Memory:
        return self.kept


def said(text: str) -> Text:
    return Text(Run(text))


def rects(node: Node, size: tuple[int, int] = (200, 100)) -> list[tuple[int, int, int, int]]:
    return [(*each.rect,) for each in arrange(node, size, Cells()).elements]


def lines(text: str, width: int) -> list[str]:
    block = typeset((Run(text),), width, Cells())
    return [fragment.text for fragment in block.words.fragments]


def test_words_break_at_spaces_and_lines_at_line_breaks() -> None:
    assert lines("one two three", 80) == ["one two", "three"]
    assert lines("one\ntwo three", 200) == ["one", "two three"]


def test_a_figure_stays_with_its_sign() -> None:
    block = typeset((Run("not 60 % of them"),), 60, Cells())
    assert [each.text for each in block.words.fragments] == ["not", "60 %", "of", "them"]


def test_a_word_that_is_too_long_is_cut() -> None:
    assert lines("abcdefgh ij", 30) == ["abc", "def", "gh", "ij"]


@given(st.text(alphabet="ab \n", max_size=60), st.integers(10, 200))
def test_no_line_is_wider_than_asked_and_no_letter_is_lost(text: str, width: int) -> None:
    block = typeset((Run(text),), width, Cells())
    assert all(f.x + 10 * len(f.text) <= width for f in block.words.fragments)
    assert "".join(f.text for f in block.words.fragments).replace(" ", "") == text.replace(" ", "").replace("\n", "")


def test_looks_change_within_a_line() -> None:
    block = typeset((Run("one ", "body", "ink"), Run("two", "strong", "dim")), 200, Cells())
    assert [(f.x, f.text, f.style, f.colour) for f in block.words.fragments] == [
        (0, "one ", "body", "ink"), (40, "two", "strong", "dim"),
    ]  # fmt: skip
    assert least_width((Run("one three two"),), Cells()) == 50


def test_a_row_gives_what_is_left_to_those_that_grow() -> None:
    row = Row(said("ab"), grown(said("c")), said("d"), gap=5)
    assert [rect[:3:2] for rect in rects(row)] == [(0, 20), (25, 160), (190, 10)]


def test_equal_growers_are_equally_wide_whatever_they_hold() -> None:
    row = Row(grown(said("a long text")), grown(said("b")), gap=0)
    assert [rect[2] for rect in rects(row)] == [100, 100]


def test_a_column_gives_height_and_presses_what_can_scroll() -> None:
    column = Column(said("a"), grown(Space(10, 10, Box("ink"))), said("b"))
    assert rects(column) == [(0, 0, 200, 20), (0, 45, 200, 10), (0, 80, 200, 20)]
    long = Column(*(said(str(i)) for i in range(20)))
    sheet = arrange(Column(said("head"), grown(Scroll("body", long, 40))), (200, 100), Cells())
    assert sheet.regions["body"] == ((0, 20, 200, 80), 400)
    assert {each.region for each in sheet.elements} == {"", "body"}


def test_what_fits_does_not_scroll_and_regions_do_not_nest() -> None:
    assert not arrange(Scroll("one", said("a")), (200, 100), Cells()).regions
    inner = Scroll("inner", Column(*(said(str(i)) for i in range(9))), 20)
    sheet = arrange(Scroll("outer", Column(inner, said("z")), 20), (200, 100), Cells())
    assert list(sheet.regions) == ["outer"]


def test_a_flow_breaks_where_the_width_ends() -> None:
    flow = Flow(said("aaaa"), said("bbbb"), said("cccc"), gap=10, lead=4)
    assert [rect[:2] for rect in rects(flow, (100, 100))] == [(0, 0), (50, 0), (0, 24)]


def test_a_grid_lines_its_columns_up() -> None:
    grid = Grid((0, -1), [[said("a"), said("x")], [said("abc"), said("y")]], gap=10, lead=0)
    assert [rect[:3:2] for rect in rects(grid)] == [(0, 30), (40, 160), (0, 30), (40, 160)]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=7), st.integers(1, 4))
def test_what_is_shared_out_among_columns_leaves_the_longest_as_short_as_can_be(tall: list[int], across: int) -> None:
    """In the order in which it is read, and no column stays empty."""
    nodes = [Space(10, 10 * high) for high in tall]
    shared = Shared(*nodes, across=across, gap=5, lead=0, hold=lambda _, column: column)
    most = min(across, len(tall))
    ways = ([0, *cuts, len(tall)] for cuts in combinations(range(1, len(tall)), most - 1))
    least = min(max(sum(tall[i:j]) for i, j in pairwise(way)) for way in ways)
    assert shared.height(200, Cells()) == 10 * least
    parts = [part.children for part in shared.parts(200, Cells()) if isinstance(part, Column)]
    assert [each for part in parts for each in part] == nodes
    assert len(parts) == most
    assert all(parts)


def test_boxes_keep_their_margins_and_what_is_centred_its_middle() -> None:
    (_, words) = rects(Boxed(said("ab"), Box("panel"), Padding(10, 5, 5)))
    assert words == (10, 5, 180, 20)
    assert rects(Centred(said("ab"))) == [(90, 40, 20, 20)]
    assert rects(Row(fixed(said("a"), 50), said("b")))[1][0] == 50


@given(st.integers(0, 400), st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90), st.integers(0, 3)), max_size=6))
def test_room_is_divided_to_the_last_pixel_if_anybody_grows(room: int, wishes: list[tuple[int, int, int]]) -> None:
    wanted, least = [max(a, b) for a, b, _ in wishes], [min(a, b) for a, b, _ in wishes]
    weights = [float(weight) for _, _, weight in wishes]
    found = divide(room, wanted, least, weights)
    assert all(size >= low for size, low in zip(found, least, strict=True))
    if any(weights) and sum(wanted) <= room:
        assert sum(found) == room


def test_shares_and_pressing() -> None:
    assert share_out(10, [1, 1, 1]) == [3, 4, 3]
    assert share_out(10, [0, 0]) == [0, 0]
    assert press([50, 50], [10, 50], 80) == [30, 50]
    assert press([50, 50], [40, 40], 10) == [40, 40], "less than the least is nobody's to give"


def test_a_text_is_told_once() -> None:
    (element,) = arrange(said("hello"), (200, 100), Cells()).elements
    assert (element.role, element.name) == ("text", "hello")
    assert isinstance(element.drawing, Words)


def test_the_richest_choice_that_fits_is_placed_and_plainer_ones_are_not_made_for_it() -> None:
    made: list[str] = []

    def choice(text: str) -> Node:
        made.append(text)
        return said(text)

    def placed(height: int) -> str:
        made.clear()
        node = Fitting(lambda: choice("one two three"), lambda: choice("one two"), lambda: choice("one"))
        return arrange(node, (80, height), Cells()).elements[0].name

    assert placed(40) == "one two three"
    assert "one two" not in made
    assert placed(39) == "one two"
    assert placed(10) == "one", "the plainest gives way by itself"


def test_a_row_takes_its_smaller_form_where_the_larger_would_wrap() -> None:
    large, small = Flow(said("aaaa"), said("bbbb"), gap=0), Flow(said("a"), said("b"), gap=0)
    for width, names in ((80, ["aaaa", "bbbb"]), (79, ["a", "b"])):
        node = Abreast(large, small)
        assert [each.name for each in arrange(node, (width, 20), Cells()).elements] == names


def test_what_is_read_only_and_scrolls_takes_the_focus_itself() -> None:
    sheet = arrange(Scroll("long", said("one two three four"), 20), (60, 40), Cells())
    control = sheet.elements[-1].control
    assert control is not None
    assert control.id == "scroll/long"
    assert sheet.elements[-1].rect == sheet.regions["long"].view

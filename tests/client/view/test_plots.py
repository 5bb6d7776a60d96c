"""Plots in the window: their words stand apart and within, and give way where there is no room."""

from sim.client.page import Drawn, Label, Plot, Spot
from sim.client.view.drawing.boxes import arrange
from sim.client.view.drawing.layout import Sheet
from sim.client.view.drawing.scene import Rect, Shape, Words
from sim.client.view.screens.pages import APART as BETWEEN
from sim.client.view.screens.pages import draw_plot, is_wide, plot_node, spot_places
from tests.client.view.test_layout import Cells

APART = int(BETWEEN)


def drawn(*labels: Label, size: tuple[int, int] = (200, 100)) -> list[tuple[str, Rect]]:
    """The words of a plot and where they stand."""
    plot = Plot("a plot", (100.0, 100.0), lambda _: Drawn((Shape("disc", ((1, 1),), "ink", radius=2),), labels))
    sheet = Sheet(Cells())
    draw_plot(plot, Rect(10, 10, *size), sheet)
    assert [each.name for each in sheet.elements if each.role == "image"] == ["a plot"]
    return [(each.name, each.rect) for each in sheet.elements if isinstance(each.drawing, Words)]


def test_words_begin_in_the_middle_of_or_end_at_their_place() -> None:
    places = [drawn(Label((100, 50), "abcd", anchor=anchor))[0][1] for anchor in ("left", "middle", "right")]
    assert [(each.x, each.y) for each in places] == [(110, 50), (90, 50), (70, 50)]


def test_words_stay_within_the_plot() -> None:
    for place in ((-50, -50), (500, 500)):
        (_, rect), *_ = drawn(Label(place, "abcd"))
        assert Rect(10, 10, 200, 100).covers(rect)


def test_words_at_one_place_stand_apart_and_what_finds_no_room_is_left_out() -> None:
    same = [Label((100, 50), text) for text in ("one", "two", "three", "four", "five", "six")]
    found = drawn(*same)
    assert [name for name, _ in found][:3] == ["one", "two", "three"]
    assert len(found) < len(same)
    rects = [rect for _, rect in found]
    assert not any(a.overlaps(b) for i, a in enumerate(rects) for b in rects[:i])


def test_words_keep_off_lines_that_say_something_and_off_points_where_there_is_room() -> None:
    def place(*shapes: Shape) -> Rect:
        plot = Plot("", (200.0, 100.0), lambda _: Drawn(shapes, (Label((100, 50), "abcd"),)))
        sheet = Sheet(Cells())
        draw_plot(plot, Rect(0, 0, 200, 100), sheet)
        return next(each.rect for each in sheet.elements if isinstance(each.drawing, Words))

    alone = place()
    assert place(Shape("line", ((0, 50), (200, 50)), stroke="line")) == alone, "an axis says nothing there"
    assert not place(Shape("line", ((0, 50), (200, 50)), stroke="good")).holds(120, 50)
    assert not place(Shape("disc", ((120, 50),), fill="good", radius=4)).holds(120, 50)
    everywhere = [Shape("line", ((0, y), (200, y)), stroke="good") for y in range(0, 101, 5)]
    assert place(*everywhere) == alone, "without room they stand where they belong"


def test_words_beside_one_another_never_touch_even_where_lines_run_everywhere() -> None:
    crowded = [Shape("line", ((0, y), (200, y)), stroke="good") for y in range(0, 101, 5)]
    days = [Label((10 + 21 * i, 50), text) for i, text in enumerate(("signed", "ran out", "signed", "broken", "ended"))]
    sheet = Sheet(Cells())
    draw_plot(Plot("", (200.0, 100.0), lambda _: Drawn(tuple(crowded), tuple(days))), Rect(0, 0, 200, 100), sheet)
    found = [each.rect for each in sheet.elements if isinstance(each.drawing, Words)]
    assert len(found) > 2
    assert not any(
        a.inset(-APART // 2, 0).overlaps(b.inset(-APART // 2, 0)) for i, a in enumerate(found) for b in found[:i]
    )


def test_a_band_keeps_its_height_and_a_picture_grows() -> None:
    band = Plot("a band", (300.0, 40.0), lambda _: Drawn((), ()))
    picture = Plot("a picture", (100.0, 100.0), lambda _: Drawn((), ()))
    assert (is_wide(band), is_wide(picture)) == (True, False)
    heights = [
        next(each.rect.h for each in arrange(plot_node(plot), (300, 250), Cells()).elements if each.role == "image")
        for plot in (band, picture)
    ]
    assert heights == [40, 250]


def test_what_can_be_pointed_at_in_a_plot_tells_and_neighbours_are_one() -> None:
    spots = (Spot((60, 20), "late"), Spot((5, 20), "first"), Spot((12, 20), "second"), Spot((5, 60), "below"))
    places = spot_places(spots, Rect(10, 10, 200, 100), Sheet(Cells()))
    assert [says for _, says in places] == ["first second", "late", "below"]
    rects = [rect for rect, _ in places]
    assert not any(a.overlaps(b) for i, a in enumerate(rects) for b in rects[:i])
    assert all(Rect(10, 10, 200, 100).covers(rect) for rect in rects)
    sheet = Sheet(Cells())
    draw_plot(Plot("", (100.0, 100.0), lambda _: Drawn((), (), spots)), Rect(10, 10, 200, 100), sheet)
    assert [each.control.tip for each in sheet.elements if each.control] == [says for _, says in places]

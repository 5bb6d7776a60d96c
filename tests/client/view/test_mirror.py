"""Arabic is joined, ordered and aligned, and the window turned about; what stands on a map stays where it is."""

import pytest

from sim.client.view.drawing.mirror import mirrored, turned
from sim.client.view.drawing.scene import Bar, Element, Fragment, Picture, Rect, Region, Scene, Words
from sim.client.view.drawing.script import drawn, is_arabic
from sim.client.weighing import reading_words as r
from sim.language.sentences import MARK, set_apart
from tests.client.view.gallery import FLAGSHIP, ruler, scene_of
from tests.tongue import speaking

TABLE = f"{FLAGSHIP}/0/days/table"
SIZE = (400, 300)


def places_on_the_map(scene: Scene) -> dict[str, float]:
    """How far from the left of the map its labels begin, as a share of its width."""
    drawn_map, *_ = [each.rect for each in scene.elements if isinstance(each.drawing, Picture) and each.role == "image"]
    labels = [each for each in scene.elements if isinstance(each.drawing, Words) and drawn_map.covers(each.rect)]
    return {each.name: (each.rect.x - drawn_map.x) / drawn_map.w for each in labels}


def words(x: int, width: int, *fragments: Fragment) -> Element:
    return Element(Rect(x, 0, width, 20), Words(fragments))


def line(text: str, x: int = 0) -> Fragment:
    return Fragment(x, 0, text, "body", "ink")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("سلام", "\ufee1\ufefc\ufeb3"),  # joined, from right to left; lam and alef are one letter
        ("48 ساعة", "\ufe94\ufecb\ufe8e\ufeb3 48"),  # a number keeps its order
        ("(نعم)", "(\ufee2\ufecc\ufee7)"),  # brackets still embrace
        ("Moscow 48 hours", "Moscow 48 hours"),
    ],
)
def test_a_line_is_drawn_as_it_is_read(text: str, seen: str) -> None:
    assert drawn(text) == seen
    assert drawn(drawn(text)) == seen


def test_a_number_stays_whole_with_its_signs_alone_and_among_arabic_words() -> None:
    for told in (
        "32\u201365",
        "0.5\u20131.7",
        "1,547\u20133,094",
        "10-20",
        "68%",
        "\u00b18",
        "+5\u201311",
        "\u22121.2",
        "(+4)",
    ):
        assert drawn(told) == told
        assert told in drawn(f"\u0644\u0627 {told} (\u0644\u0627)")


def test_only_arabic_letters_are_arabic() -> None:
    assert is_arabic("Cessation سلام")
    assert not is_arabic("Перемирие, truce, ±8, 50 %")


def test_a_line_is_as_wide_as_its_words_and_arabic_is_never_spread() -> None:
    measured = ruler(1.0)
    both = measured.width("إلى السابق", "body")
    assert both == measured.width("إلى", "body") + measured.space("body") + measured.width("السابق", "body")
    assert measured.width("سلام", "heading") == measured.font("heading", "سلام").size(drawn("سلام"))[0]
    surface = measured.render("إلى السابق", "body", (255, 255, 255))
    ink = surface.get_bounding_rect()
    assert ink.right >= both - 2, "the first letter, on the right, is not cut off"
    assert ink.left <= 2


def test_what_was_on_the_left_is_on_the_right() -> None:
    measured = ruler(1.0)
    bar = Element(Rect(10, 40, 100, 8), Bar(0.8, "own", 0.1, 0.5, 0.6, 0.25, 0.7))
    scene = Scene(SIZE, (words(10, 90, line("سلام")), bar), {"page": Region(Rect(0, 0, 300, 200), 500)})
    turned_about = mirrored(scene, measured)
    text, level = turned_about.elements
    assert (text.rect.x, level.rect.x, turned_about.regions["page"].view.x) == (300, 290, 100)
    assert isinstance(text.drawing, Words)
    assert text.drawing.fragments[0].x == 90 - measured.width("سلام", "body"), "it begins on the right"
    assert isinstance(level.drawing, Bar)
    assert level.drawing[:1] + level.drawing[2:] == pytest.approx((0.2, 0.9, 0.4, 0.5, 0.75, 0.3))
    assert turned_about.leftward
    assert [each.rect for each in mirrored(turned_about, measured).elements] == [each.rect for each in scene.elements]


def test_the_runs_of_a_line_stay_apart() -> None:
    measured = ruler(1.0)
    first, second = line("62 "), line("سلام", measured.width("62 ", "body"))
    (told,) = turned([words(0, 200, first, second)], measured)
    assert isinstance(told.drawing, Words)
    one, other = told.drawing.fragments
    assert one.text == "62"
    assert one.x - (other.x + measured.width("سلام", "body")) == measured.space("body")


def test_what_stands_on_a_map_keeps_its_place_there() -> None:
    left, right = (places_on_the_map(scene_of(TABLE, language=language)[0]) for language in ("en", "ar"))
    assert left
    assert right == pytest.approx(left, abs=0.05)


def test_a_dialog_does_not_stand_on_a_picture_behind_it() -> None:
    behind = Element(Rect(0, 0, 200, 100), Picture((200, 100), ()), role="image")
    label, told = words(10, 90, line("\u0633\u0644\u0627\u0645")), words(10, 90, line("\u0633\u0644\u0627\u0645"))
    found = mirrored(Scene(SIZE, (behind, label, told), front=2), ruler(1.0)).elements
    assert found[1].rect.x == SIZE[0] - 200 + 10, "what stands on the picture moves with it"
    assert found[2].rect.x == SIZE[0] - told.rect.right


def test_what_stands_on_a_picture_goes_with_it_where_that_moves() -> None:
    label, measured = words(10, 90, line("\u0633\u0644\u0627\u0645")), ruler(1.0)
    for x in (0, 5, 0):
        picture = Element(Rect(x, 0, 200, 100), Picture((200, 100), ()), role="image")
        found = mirrored(Scene(SIZE, (picture, label)), measured).elements
        assert found[1].rect.x == SIZE[0] - picture.rect.right + 10 - x


def test_names_of_another_script_stand_in_the_order_in_which_they_are_read() -> None:
    names = ("Hold fire", "Agreed list", "Demilitarised road")
    with speaking("ar"):
        listed = "; ".join(r.READ_OWED.format(clause=each, who="Washington") for each in names)
        text = r.READ_CLAUSES.format(clauses=listed)
        marked = f"{set_apart('JFS attack')} 19.2 \u0645\u0646 100"
        assert set_apart("games/one page.html") == "games/one page.html", "a path may be copied"
    seen = drawn(text)
    assert sorted(names, key=seen.index, reverse=True) == list(names), "the first at the right"
    assert seen.index("Washington") < seen.index("Hold fire"), "whoever owes it is read after it"
    assert MARK not in seen
    assert drawn(marked).index("19.2") < drawn(marked).index("JFS attack")
    assert drawn(f"{MARK}Hold fire{MARK}") == "Hold fire"
    measured = ruler(1.0)
    assert measured.width(text, "body") == measured.width(text.replace(MARK, ""), "body")
    assert set_apart("Hold fire") == "Hold fire", "in English nothing is marked"

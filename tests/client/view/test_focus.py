"""The focus: round in the order of reading, towards a side, into sight."""

from sim.client.view.drawing import focus as foci
from sim.client.view.drawing.scene import Control, Element, Rect, Region, Scene


def at(id_: str, x: int, y: int, region: str = "") -> Element:
    return Element(Rect(x, y, 40, 20), None, "button", id_, Control(id_, id_), region)


SCENE = Scene((400, 200), (at("a", 0, 0), at("b", 100, 0), at("c", 0, 100), at("d", 110, 90)), default="c")


def test_it_goes_round() -> None:
    assert [foci.step(SCENE, id_, 1) for id_ in "abcd"] == ["b", "c", "d", "a"]
    assert foci.step(SCENE, "a", -1) == "d"
    assert foci.settle(SCENE, "gone") == "c"


def test_it_goes_to_the_nearest_on_a_side() -> None:
    assert foci.toward(SCENE, "a", "right", {}) == "b"
    assert foci.toward(SCENE, "a", "down", {}) == "c"
    assert foci.toward(SCENE, "d", "up", {}) == "b"
    assert foci.toward(SCENE, "a", "left", {}) == "a"


def test_tab_stops_once_at_a_row_and_arrows_go_along_it() -> None:
    others = (
        Element(Rect(60 * i, 50, 40, 20), None, "button", f"s{i}", Control(f"s{i}", beside=i > 0)) for i in range(3)
    )
    scene = Scene((400, 200), (at("a", 0, 0), *others, at("z", 0, 100)))
    assert [foci.step(scene, id_, 1) for id_ in ("a", "s0", "z")] == ["s0", "z", "a"]
    assert [foci.toward(scene, id_, "right", {}) for id_ in ("s0", "s1")] == ["s1", "s2"]
    assert (foci.step(scene, "s1", 1), foci.step(scene, "s1", -1)) == ("z", "s0"), "and from there it goes on"


def test_what_lies_behind_a_dialog_is_out_of_reach() -> None:
    dialog = Scene((400, 200), (at("yes", 10, 10), at("no", 60, 10)), default="no")
    scene = dialog.over(SCENE)
    assert foci.ids(scene) == ["yes", "no"]
    assert foci.control_at(scene, 5, 5, {}) is None
    assert scene.find("a") is None


def test_it_scrolls_what_it_comes_to_into_sight() -> None:
    elements = tuple(at(str(i), 0, 30 * i, "list") for i in range(20))
    scene = Scene((400, 200), elements, {"list": Region(Rect(0, 0, 400, 200), 600)})
    scroll = foci.reveal(scene, "15", {})
    shown = foci.shown_rect(elements[15], scroll)
    assert scene.regions["list"].view.covers(shown)
    assert foci.reveal(scene, "0", scroll) == {"list": 0}
    assert foci.scrolled(scene, "list", 10_000, {}) == {"list": 400}
    found = foci.control_at(scene, 5, 15, scroll)
    assert found is not None
    assert found.control is not None
    assert found.control.id != "0"
    assert foci.region_at(scene, 5, 5) == "list"

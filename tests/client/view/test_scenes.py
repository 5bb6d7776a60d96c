"""Scenes are plain data: equal for equal shells, made without pygame; all that they show has a name and contrast."""

import re
import subprocess
import sys
from dataclasses import FrozenInstanceError, replace

import pytest

from sim.client.figures import minus
from sim.client.naming import unit_of
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Text
from sim.client.view.drawing.palette import alias, colour, contrast, palette_file
from sim.client.view.drawing.scene import Bar, Box, Picture, Rect, Scene, Words
from sim.client.view.drawing.tips import strip_elements
from sim.client.view.drawing.typeset import STYLES
from sim.client.view.screens.bargain import refused_of_theirs
from sim.client.view.screens.outlook import accepts_figure
from sim.client.view.shell.shell import reply
from sim.client.view.show import show
from sim.client.view.words import CANNOT_PAY, MARKED
from sim.client.weighing.advising import adviser_name
from sim.client.weighing.advising_words import ADVICE_BRIEF
from sim.client.weighing.judging import option_points, owner_of_type
from sim.language.catalogue import languages
from tests.client.view.gallery import FLAGSHIP, ruler, scene_of, shells

WIDE = Geometry(1600, 900)
SOUGHT = MARKED["sought"]
LEAST_TEXT, LEAST_MARK = 4.5, 3.0
STRONG_TEXT, STRONG_MARK = 7.0, 4.5
TABLE = f"{FLAGSHIP}/0/days/table"
WITHOUT_PYGAME = """
import sys
import sim.client.view.running
from sim.client.view.running import import_screens
import sim.client.view.show, sim.client.view.portrait, sim.client.view.devices.keys
import sim.client.view.drawing.tips, sim.client.view.drawing.focus
import_screens()
sys.exit("pygame" in sys.modules)
"""


@pytest.mark.parametrize(("one", "other"), [*palette_file()["text"], *palette_file()["marks"]])
def test_the_palette_keeps_its_contrasts(one: str, other: str) -> None:
    text = [one, other] in palette_file()["text"]
    for strong, least in ((False, LEAST_TEXT if text else LEAST_MARK), (True, STRONG_TEXT if text else STRONG_MARK)):
        for seat in range(2):
            assert contrast(colour(one, seat, strong=strong), colour(other, seat, strong=strong)) >= least, strong


def test_high_contrast_changes_only_colours_that_there_are() -> None:
    assert set(palette_file()["contrast"]) <= set(palette_file()["colours"])


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast((255, 255, 255, 255), (0, 0, 0, 255)) == pytest.approx(21.0)
    assert contrast((118, 118, 118, 255), (255, 255, 255, 255)) == pytest.approx(4.54, abs=0.01)


def ground_of(scene: Scene, index: int) -> str:
    """The colour behind an element: that of the last filled box drawn under its corner."""
    here = scene.elements[index]
    found = "bg"
    for each in scene.elements[:index]:
        filled = isinstance(each.drawing, Box) and each.drawing.fill and each.region in ("", here.region)
        if filled and each.rect.holds(here.rect.x + 1, here.rect.y + 1):
            assert isinstance(each.drawing, Box)
            found = each.drawing.fill
    return found


@pytest.mark.parametrize("text", [100, 200])
def test_every_word_on_every_screen_can_be_read(text: int) -> None:
    faint = set()
    for name, shell in shells().items():
        scene, _ = scene_of(name, text=text)
        for i, each in enumerate(scene.elements):
            if not isinstance(each.drawing, Words) or i < scene.front:
                continue
            ground = ground_of(scene, i)
            for *_, ink in each.drawing.fragments:
                for strong, least in ((False, LEAST_TEXT), (True, STRONG_TEXT)):
                    shades = [colour(each, shell.seat, strong=strong) for each in (ink, ground)]
                    if contrast(shades[0], shades[1]) < least:
                        faint.add((alias(ink, shell.seat), alias(ground, shell.seat), name, strong))
    assert not faint


def test_screens_are_made_without_pygame() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT_PYGAME], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr or "pygame was imported"


def test_equal_shells_make_equal_scenes() -> None:
    geometry = Geometry(1280, 720)
    for name, shell in shells().items():
        assert show(shell, geometry, ruler(geometry.unit)) == scene_of(name)[0], name


def test_scenes_are_frozen_and_hashable_data() -> None:
    scene, _ = scene_of("aleppo-2016/0/days/table")
    for each in scene.elements:
        hash(each.drawing)
        assert each.drawing is None or isinstance(each.drawing, (Words, Box, Bar, Picture))
    with pytest.raises(FrozenInstanceError):
        scene.front = 3  # type: ignore[misc]


def test_everything_pressed_has_a_role_and_a_name() -> None:
    for name in shells():
        for each in scene_of(name)[0].controls():
            assert each.control is not None
            assert each.role in ("button", "option", "field", "region", "slider"), (name, each)
            assert each.name.strip(), (name, each.control.id)
            assert each.control.enabled or each.control.why, (name, each.control.id)


def test_styles_and_colours_that_are_used_exist() -> None:
    for name, shell in shells().items():
        for each in scene_of(name)[0].elements:
            if isinstance(each.drawing, Words):
                for *_, style, ink in each.drawing.fragments:
                    assert style in STYLES
                    colour(ink, shell.seat)


def said(name: str, text: int = 100) -> str:
    """Everything that a screen says."""
    return "\n".join(each.name for each in scene_of(name, text=text)[0].elements if each.name)


def test_no_id_shows_on_a_screen() -> None:
    """Words with an underscore, or an id of the scenario's that differs from its name, would be an id."""
    for name, shell in shells().items():
        if name == "dialog/card":  # where the formulas stand as they are written
            continue
        for line in said(name).splitlines():
            assert "_" not in line, (name, line)
        if shell.model:
            for issue in shell.model.names.issues.values():
                for option in (each for each in issue if any(c.isdigit() for c in each) and len(each) <= 3):
                    assert f" {option} " not in f" {said(name)} ", (name, option)


def test_what_is_less_than_nothing_has_a_minus_and_no_hyphen() -> None:
    """A minus is as wide as a plus, so that figures stand under each other."""
    for name in shells():
        drawn = [each.drawing for each in scene_of(name)[0].elements]
        read = [" ".join(one.text for one in each.fragments) for each in drawn if isinstance(each, Words)]
        assert read == [minus(each) for each in read], name


def test_the_table_shows_what_the_table_holds() -> None:
    model = shells()[TABLE].model
    assert model is not None
    text = said(TABLE)
    for issue, options in model.names.issues.items():
        assert model.book.word("issues", issue) in text
        for option in options:
            assert str(model.book.words["en"]["issues"][issue]["options"][option]["name"]) in text
    own = [name.partition(".")[2] for name in model.names.levers if name.startswith(f"{model.names.seats[0]}.")]
    shown = {each.control.id for each in scene_of(TABLE)[0].controls() if each.control}
    assert {id_.removeprefix("lever/") for id_ in shown if id_.startswith("lever/")} == set(own)


def test_larger_text_says_the_same() -> None:
    """All that can be pressed at 100 % can be pressed at 200 %, at the table on one of its leaves."""
    for name, shell in shells().items():
        leaves = range(4) if shell.screen == "table" and not shell.dialog else (0,)
        one = {e.control.id for e in scene_of(name)[0].controls() if e.control}
        turned = [scene_of(name, text=200, leaf=leaf)[0] for leaf in leaves]
        other = {e.control.id for scene in turned for e in scene.controls() if e.control}
        gone = {id_ for id_ in one - other if not id_.startswith(("wire/", "scroll/", "reading", "brief/", "spot/"))}
        assert not gone, (name, gone)


def test_the_strip_tells_of_the_lever_attended_to() -> None:
    scene, measured = scene_of(TABLE)
    levers = [each for each in scene.controls() if each.control and each.control.id.startswith("lever/")]
    assert scene.strip is not None
    assert scene.strip.shown in [each.control.id for each in levers if each.control]
    assert strip_elements(scene, scene.strip.shown, measured) == [], "that one is told of already"
    assert strip_elements(scene, "option/0/0", measured) == []
    for each in levers:
        assert each.control is not None
        told = " ".join(part.name for part in strip_elements(scene, each.control.id, measured))
        if each.control.id != scene.strip.shown:
            assert each.control.tip in told
            assert each.control.why in told


def test_the_table_says_the_most_that_there_is_height_for() -> None:
    """What an issue is about stands beside it in a window as designed, and gives way in a lower one."""
    model = shells()[TABLE].model
    assert model is not None
    abouts = [model.book.word("issues", id_, "about").partition(". ")[0].rstrip(".") for id_ in model.names.issues]
    for size, shown in (((1920, 1200), True), ((1280, 720), False)):
        scene, _ = scene_of(TABLE, size)
        words = {f.text for each in scene.elements if isinstance(each.drawing, Words) for f in each.drawing.fragments}
        assert {about in words for about in abouts} == {shown}
        assert "table" not in scene.regions, "and nothing scrolls"


@pytest.mark.parametrize("size", [(1280, 720), (1600, 900)])
def test_all_levers_are_in_sight_whatever_can_be_pulled(size: tuple[int, int]) -> None:
    for name in (each for each in shells() if each.startswith(FLAGSHIP) and each.endswith("/table")):
        assert "levers" not in scene_of(name, size)[0].regions, name


def lever_places(name: str, plan: bool) -> dict[str, Rect]:
    """Where the levers of a table stand, before or after two of them were planned."""
    shell = shells()[name]
    for _ in range(2 if plan else 0):
        levers = (each.control for each in show(shell, WIDE, ruler(WIDE.unit)).controls())
        ready = (e.message for e in levers if e and e.id.startswith("lever/") and e.enabled and e.message)
        shell, _ = reply(shell, next(ready))
    found = [e for e in show(shell, WIDE, ruler(WIDE.unit)).controls() if e.control]
    return {e.control.id: e.rect for e in found if e.control and e.control.id.startswith("lever/")}


@pytest.mark.parametrize("name", [TABLE, f"{FLAGSHIP}/1/days/table"])
def test_levers_that_can_be_pulled_come_first_as_wide_as_one_another_and_stay_while_a_plan_grows(name: str) -> None:
    scene = show(shells()[name], WIDE, ruler(WIDE.unit))
    levers = [each for each in scene.controls() if each.control and each.control.id.startswith("lever/")]
    ready = [each.rect for each in levers if each.control and each.control.enabled]
    shut = [each.rect for each in levers if each.control and not each.control.enabled]
    assert ready
    assert shut
    assert len({rect.w for rect in ready}) == 1
    assert len({rect.h for rect in shut}) == 1, "each on a line, with why not"
    order = [(rect.y, rect.x) for rect in (*ready, *shut)]
    assert order == sorted(order)
    before, after = lever_places(name, plan=False), lever_places(name, plan=True)
    assert {id_: rect[:2] for id_, rect in before.items()} == {id_: rect[:2] for id_, rect in after.items()}


@pytest.mark.parametrize("language", languages())
def test_nothing_at_the_table_scrolls_at_the_usual_size_of_text(language: str) -> None:
    tables = [name for name, shell in shells().items() if shell.screen == "table" and not shell.dialog]
    assert "fullest/0" in tables
    for name in tables:
        for size in ((1280, 720), (1600, 900), (1920, 1080)):
            assert not scene_of(name, size, 100, language)[0].regions, (name, size)


@pytest.mark.parametrize("language", languages())
def test_what_has_room_in_the_window_does_not_scroll_at_the_usual_size_of_text(language: str) -> None:
    for name in ("dialog/keys", "dialog/options", "dialog/forecast", *(f"chapter/{i}" for i in (1, 2, 4, 7, 8))):
        for size in ((1280, 720), (1600, 900), (1920, 1080)):
            assert not scene_of(name, size, 100, language)[0].regions, (name, size)


def test_the_advisers_stand_at_the_table_each_with_what_it_would_do_and_expects() -> None:
    for name, text in (("advised", 100), ("fullest/0", 100)):
        model = shells()[name].model
        assert model is not None
        said_there = said(name, text)
        assert "Advisers: they disagree" in said_there
        for each in model.advice:
            assert f"{adviser_name(model, each.adviser)} \u2014 {ADVICE_BRIEF[each.action.kind]}" in said_there
        assert said_there.count("it lasts 68%") == len(model.advice)
        assert "they accept 31%" in said_there


def test_what_is_expected_of_the_draft_stands_large_with_its_interval() -> None:
    scene, measured = scene_of("foreseen")
    large = {f.text.strip() for e in scene.elements if isinstance(e.drawing, Words) for f in e.drawing.fragments
             if f.style == "figure"}  # fmt: skip
    assert {"31%", "49%"} <= large
    meters = {each.name: each.drawing for each in scene.elements if each.role == "meter"}
    told = meters["Moscow accepts, we believe: 31% 29\u201333"]
    assert isinstance(told, Bar)
    assert told.low < told.value < told.high
    plot = next(each for each in scene.elements if each.role == "image" and "kept for 7 nights" in each.name)
    assert plot.rect.h >= 85 * measured.unit


def test_where_the_other_side_could_not_pay_the_figure_says_so() -> None:
    model = shells()["foreseen"].model
    assert model is not None
    assert model.outlook is not None
    for unable, said in ((0, False), (1300, True)):
        poor = replace(model, outlook=model.outlook._replace(unable=unable))
        figure = accepts_figure.__wrapped__(poor)  # type: ignore[attr-defined]  # functools.wraps sets it
        assert (
            any(CANNOT_PAY in run.text for part in figure.children if isinstance(part, Text) for run in part.runs)
            == said
        )


def test_before_the_other_side_asks_for_anything_what_would_be_best_for_it_whatever_it_is_stands_marked() -> None:
    scene, _ = scene_of(f"{FLAGSHIP}/1/first/table")
    model = shells()[f"{FLAGSHIP}/1/first/table"].model
    assert model is not None
    marked = {each.control.id for each in scene.controls() if each.control and SOUGHT in each.name}
    assert f"option/0/{len(next(iter(model.names.issues.values()))) - 1}" in marked, "a week"
    rival = 1 - model.seat
    for issue, options in enumerate(model.names.issues.values()):
        best = set()
        for kind in range(len(model.names.types[model.names.seats[rival]])):
            points = option_points(model, owner_of_type(model, rival, kind), issue)
            best.add(points.index(max(points)))
        known = refused_of_theirs(model)[issue] >= 0
        wanted = {f"option/{issue}/{best.pop()}"} if len(best) == 1 and not known else set()
        assert {id_ for id_ in marked if id_.startswith(f"option/{issue}/")} == wanted, options
    later = scene_of("foreseen")[0]
    assert not any(SOUGHT in each.name for each in later.controls()), "their offer says it"


def test_answers_and_the_agreement_fit_above_one_another_in_the_smallest_window() -> None:
    scene, _ = scene_of(f"{FLAGSHIP}/0/answer/table")
    rows = {each.rect.y for each in scene.controls() if each.control and each.control.id.startswith("act/")}
    assert len(rows) == 2
    assert "table" not in scene.regions, "and nothing scrolls"


def test_a_clock_that_runs_is_in_the_hand() -> None:
    model = shells()[TABLE].model
    assert model is not None
    own = model.names.seats[model.seat]
    names = [f"{own}.{name}" for name in model.book.outline["seat_state"]]
    clocks = [name for name in names if unit_of(model.book, name).startswith("days")]
    running = [name for name in clocks if model.values[model.tables.slot[name]] > 0]
    assert running, "the ultimatum of the first days"
    for name in running:
        assert scene_of(TABLE)[0].find(f"meter/{name}") is not None


def test_shortfalls_are_told_of_100_as_the_meters_are() -> None:
    tips = [each.control.tip for each in scene_of(TABLE)[0].controls() if each.control]
    short = [tip for tip in tips if "short by" in tip]
    assert short
    assert all(re.search(r"short by [1-9][0-9]* of 100", tip) for tip in short)

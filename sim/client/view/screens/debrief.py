"""The debrief: an overview with the human cost first, and a chapter for each question that a game leaves."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from sim.client.chairs import is_shared
from sim.client.debriefing import debrief_words as w
from sim.client.debriefing.chapters import CHAPTERS, chapter_page, titles
from sim.client.debriefing.days import day_page, day_shown, played_days, true_state
from sim.client.debriefing.debrief import Debrief
from sim.client.debriefing.ending import ended_on, ending_word
from sim.client.debriefing.understood import motives_page
from sim.client.explaining.lessons import course_of
from sim.client.model import Model
from sim.client.naming import seat_name
from sim.client.view import words as v
from sim.client.view.drawing.boxes import LOOKS, Boxed, Fitting, Padding, Scroll
from sim.client.view.drawing.flow import Flow
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Space, Text, grown
from sim.client.view.drawing.scene import Run, Scene
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import Press, button
from sim.client.view.screens.course import sparks_panel
from sim.client.view.screens.frame import scene_of
from sim.client.view.screens.mapped import map_panel
from sim.client.view.screens.overview import overview
from sim.client.view.screens.pages import chapter_node
from sim.client.view.shell.messages import Bookmark, Go, LeaveGame, Open, PlayOn, PlayOther, Read, SavePage
from sim.client.view.shell.replay_messages import LookAgain
from sim.client.view.shell.shell import Shell
from sim.rules import layout as at

FIRST, UNDERSTOOD, LAST = 1, 6, len(CHAPTERS)
WEEK = 7
HIGH = ((3, 172.0), (3, 150.0), (3, 128.0), (3, 100.0))  # rows of figures and the height of each where there is room
LOW = ((2, 150.0), (2, 124.0), (2, 100.0), (2, 72.0), (2, 58.0), (2, 44.0), (1, 72.0), (1, 44.0))  # in less room


def debrief_scene(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene:
    """The chapter that is open, under the names of all."""
    model, bookmark = shell.model, shell.bookmark
    assert model is not None
    assert model.debrief is not None
    top = Column(tabs(model, bookmark), None if bookmark.chapter == FIRST else ending_line(model, model.debrief), gap=8)
    body = body_of(model, model.debrief, bookmark, geometry)
    if geometry.columns < 3:
        body = Scroll("page", body)
    whole = Column(top, grown(body), foot(model, bookmark), gap=10)
    return scene_of(whole, geometry, ruler, f"chapter/{bookmark.chapter}")


def body_of(model: Model, debrief: Debrief, bookmark: Bookmark, geometry: Geometry) -> Node:
    """What the open chapter shows."""
    if bookmark.chapter == FIRST:
        return overview(model, debrief, geometry)
    if bookmark.chapter == LAST:
        return day_chapter(model, debrief, bookmark, geometry)
    page = chapter_page(model, debrief, bookmark.chapter, "window")
    chapter = chapter_node(page, geometry)
    plotted = any(each.plot for each in page.sections)
    if not plotted and geometry.columns > 1:
        chapter = Column(chapter, grown(ran(model, (*HIGH, *LOW))), gap=10)
    if geometry.columns < 3:
        return chapter
    if bookmark.chapter == UNDERSTOOD:
        motives = partial(chapter_node, motives_page(model, debrief), geometry, name="motives", across=1)
        acted = Fitting(motives, partial(motives, small=True))
        return Row(grown(chapter_node(page, geometry, across=2), 1.35), grown(acted), gap=10, align="stretch")
    if plotted:
        return chapter
    return Fitting(lambda: chapter, partial(chapter_node, page, geometry, small=True))


def ran(model: Model, sizes: Sequence[tuple[int, float]]) -> Node:
    """How figures ran, in the first of some numbers of rows with their heights for which there is room, if any is."""

    def drawn(rows: int, height: float) -> Node:
        return sparks_panel(model, rows=rows, height=height) or Space()

    return Fitting(*(partial(drawn, *each) for each in sizes), Space)


def tabs(model: Model, bookmark: Bookmark) -> Node:
    """The names of the chapters with their keys; the open one stands out."""
    return Flow(
        *(
            button(
                title, Press(f"chapter/{i}", Read(bookmark._replace(chapter=i)), key=str(i)),
                "primary" if i == bookmark.chapter else "raised", "small-strong", size="low",
            )
            for i, title in enumerate(titles(model), 1)
        ),
        gap=6, lead=5,
    )  # fmt: skip


def ending_line(model: Model, debrief: Debrief) -> Node:
    """How it ended, in a line, where the overview is not shown."""
    text = Text(Run(ending_word(model, debrief), "date"), Run(f"   {ended_on(model, debrief)}", "small", "dim"))
    return Boxed(text, LOOKS["panel"], Padding(14, 6, 7), role="group", name=w.ENDED)


def foot(model: Model, bookmark: Bookmark) -> Node:
    """Where to go from here. A course has one seat, and two persons at one screen have had both."""
    other = button(v.NOW_AS.format(seat=seat_name(model.book, 1 - model.seat)),
                   Press("now-as", PlayOther(), tip=v.NOW_AS_TIP))  # fmt: skip
    return Flow(
        button(v.NEW_GAME, Press("go/seats", Go("seats")), "primary"),
        *([] if course_of(model) or is_shared(model) else [other]),
        button(w.SAVE_PAGE, Press("page", SavePage(), tip=w.SAVE_PAGE_TIP)),
        button(w.REPLAY, Press("replay", LookAgain(day=bookmark.day if bookmark.chapter == LAST else 1),
                               tip=w.REPLAY_TIP)),
        button(v.MOTIVES, Press("motives", Open("motives"))),
        button(v.CABLES, Press("go/cables", Go("cables"), key="L")),
        button(v.FACTS, Press("go/facts", Go("facts"), key="S")),
        button(v.SAVE_AS, Press("save", Open("save"))),
        button(v.TO_TITLE, Press("leave", LeaveGame())),
        gap=8, lead=6,
    )  # fmt: skip


# ---------------------------------------------------------------------------------------------------------- day by day
def day_chapter(model: Model, debrief: Debrief, bookmark: Bookmark, geometry: Geometry) -> Node:
    """A day of the game, how to go to another, and how to play on from it."""
    day = day_shown(model, bookmark.day)
    told = chapter_node(day_page(model, debrief, day, fog=bookmark.fog), geometry, across=min(2, geometry.columns))
    then = as_of(model, debrief, day, fog=bookmark.fog)
    drawn = map_panel(then) if then else None
    body: Node = Column(told, drawn, gap=10)
    if geometry.columns == 3:
        left = Column(told, grown(ran(then, LOW)) if then else None, gap=10)
        body = Row(grown(left, 1.5), grown(drawn) if drawn else None, gap=10, align="stretch")
    return Column(day_controls(model, bookmark, day), grown(body), gap=10)


def as_of(model: Model, debrief: Debrief, day: int, *, fog: bool) -> Model | None:
    """What the seat knew as its turn of a day began, or, without fog, what was so; None if it had no turn that day."""
    looks = [each for each in model.looks if int(each.values[at.DAY]) <= day and not each.over]
    if not looks or int(looks[-1].values[at.DAY]) != day:
        return None
    if not fog:
        looks[-1] = looks[-1]._replace(values=tuple(true_state(debrief, model.seat, day)))
    return replace(model, looks=tuple(looks), since=-1)


def day_controls(model: Model, bookmark: Bookmark, day: int) -> Node:
    """Steps to other days, what is to be seen of them, and the way back into the game."""
    last = day_shown(model, model.tables.horizon)
    none = "" if day in played_days(model) else w.PLAY_ON_NOT
    steps = (
        (w.WEEK_EARLIER, day - WEEK), (w.EARLIER_DAY, day - 1), (w.LATER_DAY, day + 1), (w.WEEK_LATER, day + WEEK),
    )  # fmt: skip
    moved = [
        button(
            name, Press(f"day/{name}", Read(bookmark._replace(day=to)), w.NO_SUCH_DAY if not 1 <= to <= last else ""),
            size="low",
        )
        for name, to in steps
    ]  # fmt: skip
    sights = [
        button(
            name, Press(f"fog/{fog}", Read(bookmark._replace(fog=fog))), "primary" if fog == bookmark.fog else "raised",
            size="low",
        )
        for name, fog in ((w.FOG_OFF, False), (w.FOG_ON, True))
    ]  # fmt: skip
    on = button(w.PLAY_ON.format(day=day), Press("fork", PlayOn(day), none, w.PLAY_ON_TIP), size="low")
    return Row(grown(Flow(*moved, *sights, gap=8, lead=6)), on, gap=14)

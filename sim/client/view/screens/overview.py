"""The overview of a debrief: the ending and the human cost, then the beginning of every chapter, each with its key."""

from collections.abc import Callable, Sequence
from functools import partial

from sim.client.debriefing import debrief_words as w
from sim.client.debriefing.attentive import observer_last
from sim.client.debriefing.bargain import table_page
from sim.client.debriefing.breaking import broke_page
from sim.client.debriefing.concepts import card_text
from sim.client.debriefing.course import course_page
from sim.client.debriefing.debrief import Debrief
from sim.client.debriefing.ending import cost_rows, ended_on, ending_word, scores
from sim.client.debriefing.knowing import knowing_page
from sim.client.debriefing.score import most_of_it
from sim.client.debriefing.turning import looking, turning_told
from sim.client.debriefing.unusual import usual_figure
from sim.client.figures import minus
from sim.client.model import Model
from sim.client.page import Section
from sim.client.view import words as v
from sim.client.view.drawing.boxes import LOOKS, Boxed, Fitting, Padding, heading
from sim.client.view.drawing.flow import Grid
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Text, fixed, grown
from sim.client.view.drawing.remembering import reads
from sim.client.view.drawing.scene import Run
from sim.client.view.drawing.widgets import Meter, Press, key_cap, pressable
from sim.client.view.screens.course import LEAST_LOOKS, sparks_grid
from sim.client.view.screens.frame import bar_grid, section_body
from sim.client.view.screens.pages import plot_node
from sim.client.view.shell.messages import Bookmark, Read

COLOURS = ("first", "second")
MOST_TURNING, MOST_CARDS = 3, 3
NAMED_ABOVE = 0  # days told in sentences, where there is only room for the lines that name what turned


def overview(model: Model, debrief: Debrief, geometry: Geometry) -> Node:
    """The whole of it: as much of every chapter as there is room for, or all of that where the screen scrolls."""
    whole = geometry.columns < 3
    top, table, known = ending_panel(model, debrief, geometry), table_panel(model, debrief), known_panel(model, debrief)
    why, course, cards = (make(model, debrief, whole=whole) for make in (why_panel, course_panel, cards_panel))
    turning = turning_panel(model, whole=whole)
    if geometry.columns == 3:
        first = Row(grown(why), grown(table), grown(turning), gap=10, align="stretch")
        second = Row(grown(course, 2.6), grown(cards, 1.25), grown(known, 1.0), gap=10, align="stretch")
        return Column(top, grown(first), grown(second, 1.3), gap=10)
    if geometry.columns == 2:
        pairs = [[why, table], [turning, cards]]
        return Column(top, Grid((-1, -1), pairs, gap=10, align="stretch"), course, known, gap=10)
    return Column(top, why, table, turning, course, cards, known, gap=10)


def fitted(counts: Sequence[int], part: Callable[[int], Node], *, whole: bool) -> Node:
    """The first so many of something, as many as fit; all of them where the screen scrolls."""
    return part(counts[0]) if whole else Fitting(*(partial(part, n) for n in counts))


def counted(n: int) -> list[int]:
    """How many of so many may be shown, from all to a few."""
    return [n, *(i for i in (12, 8, 6, 5, 4, 3, 2, 1) if i < n)]


# ------------------------------------------------------------------------------------------------------------- the head
@reads("review")
def ending_panel(model: Model, debrief: Debrief, geometry: Geometry) -> Node:
    """The ending and its text, the human cost in large figures, then the scores and how unusual it was."""
    told = Column(
        Text(Run(ended_on(model, debrief), "body", "dim")),
        Text(Run(ending_word(model, debrief), "display"), role="heading"),
        Text(Run(ending_word(model, debrief, "text"), "small", "dim")), gap=3,
    )  # fmt: skip
    costs, marks = cost_figures(model, debrief), score_figures(model, debrief)
    if geometry.columns == 3:
        body: Node = Row(grown(told), costs, fixed(marks, 350), gap=30, align="top")
    elif geometry.columns == 2:
        body = Column(told, Row(grown(costs, 1.3), grown(marks), gap=30, align="top"), gap=14)
    else:
        body = Column(told, costs, marks, gap=14)
    return Boxed(body, LOOKS["panel"], Padding(16, 12, 12), role="group", name=w.ENDED)


def cost_figures(model: Model, debrief: Debrief) -> Node:
    """Each count of people as a range, large."""
    cells: list[Node] = []
    for row in cost_rows(model, debrief):
        figure = Text(Run(row.figure, "cost", "paper"), unbroken=True)
        cells.append(Column(Text(Run(row.label, "small", "dim")), figure, gap=0))
    across = min(3, max(1, len(cells)))
    rows = [cells[i : i + across] for i in range(0, len(cells), across)]
    head = Text(Run(w.HUMAN_COST.upper(), "heading"), Run(f"  {w.COST_NOTE}", "tiny", "dim"), role="heading")
    body = Grid([0] * across, rows, gap=22, lead=4, align="top") if cells else Text(Run(w.NO_COST, "small", "dim"))
    return Column(head, body, gap=4)


def score_figures(model: Model, debrief: Debrief) -> Node:
    """Both scores, each beside what its type expects, and how often reference play ends so."""
    cells: list[Node] = []
    for each in scores(model, debrief):
        name = Text(Run(each.name, "small", COLOURS[each.seat]))
        note = Text(Run(each.note.replace("`", ""), "tiny", "dim"))
        cells.append(Column(name, Text(Run(f"{each.score:.0f}", "display"), unbroken=True), note, gap=0))
    figure, note_text = usual_figure(model, debrief)
    if figure:
        name = Text(Run(w.TAB_UNUSUAL, "small", "dim"))
        cells.append(
            Column(
                name, Text(Run(figure, "display"), unbroken=True), Text(Run(note_text.replace("`", ""), "tiny", "dim"))
            )
        )
    head = Text(Run(w.SCORES.upper(), "heading"), Run(f"  {w.SCORES_NOTE}", "tiny", "dim"), role="heading")
    most = [
        Text(Run(w.MOST_OF_SEAT.format(seat=each.name, most=said), "tiny", "dim"))
        for each in scores(model, debrief)
        if (said := most_of_it(model, debrief, each.seat))
    ]
    return Column(head, Grid([-1] * len(cells), [cells], gap=16, align="top"), Column(*most, gap=0), gap=4)


# ----------------------------------------------------------------------------------------------------------- the panels
def chapter_head(title: str, number: int, note: str = "") -> Node:
    """The head of a panel: it leads to its chapter."""
    press = Press(f"panel/{number}", Read(Bookmark(chapter=number)), tip=w.OPEN_CHAPTER)
    name = Row(Text(Run(title.upper(), "heading"), role=""), key_cap(str(number)), gap=7)
    head = pressable(name, press, title, pad=Padding(2, 0, 0))
    return Row(head, grown(Text(Run(note, "tiny", "dim"), align="right")), gap=12)


def framed(title: str, number: int, *body: Node | None, note: str = "") -> Node:
    """A panel of the overview."""
    inside = grown(Column(*body, gap=6))
    return Boxed(Column(chapter_head(title, number, note), inside, gap=7), LOOKS["panel"], role="group", name=title)


@reads("review")
def why_panel(model: Model, debrief: Debrief, *, whole: bool) -> Node:
    """The terms that broke the last agreement; where there is room, also how to read them, and how figures ran."""
    page = broke_page(model, debrief)
    first = page.sections[0]
    said: list[Node] = [Text(Run(minus(text), "small", "dim")) for text in first.says]
    ran = [heading(v.TREND), sparks_grid(model)] if len(model.looks) >= LEAST_LOOKS else []
    if not first.rows:
        told = grown(fitted(counted(len(said)), lambda n: Column(*said[:n], gap=5), whole=whole))
        return framed(page.title, 2, told, *ran)
    terms = fitted(counted(len(first.rows)), lambda n: bar_grid(first.rows[:n]), whole=whole)
    briefly, full = Column(*said[:1], grown(terms), gap=6), Column(*said, bar_grid(first.rows), gap=6)
    body = briefly if whole else Fitting(lambda: Column(full, *ran, gap=8), lambda: full, lambda: briefly)
    return framed(page.title, 2, grown(body), note=page.note)


@reads("review")
def table_panel(model: Model, debrief: Debrief) -> Node:
    """The picture of all packages."""
    first = table_page(model, debrief).sections[0]
    body = grown(plot_node(first.plot)) if first.plot else section_body(first, style="small")
    head = chapter_head(w.TABLE, 3, w.TABLE_SHORT)
    return Boxed(Column(head, body, gap=6), LOOKS["panel"], role="group", name=w.TABLE)


def turning_panel(model: Model, *, whole: bool) -> Node:
    """The largest turning points, or how far the search for them is."""
    if model.review is None or model.debrief is None:
        said, bar = looking(model, f"{w.NOT_LOOKED} {w.PLAYED_IN['window']}")
        text = Text(Run(said, "small", "dim"), role="status")
        return framed(w.TURNING, 4, text, Meter(bar, 9, name=said) if bar else None, note=w.TURNING_NOTE)
    told = turning_told(model, model.debrief)[:MOST_TURNING] or [(w.NO_TURNING, "")]
    return framed(w.TURNING, 4, pairs_fitted(told, whole=whole), note=w.TURNING_NOTE)


def pairs_fitted(told: Sequence[tuple[str, str]], *, whole: bool) -> Node:
    """As many pairs of a strong line and what there is to say of it as fit."""
    lines = [
        Column(Text(Run(one, "small-strong")), Text(Run(two, "small", "dim")), gap=1)
        for one, two in ((minus(each.replace("`", "")) for each in pair) for pair in told)
    ]
    return grown(fitted(counted(len(lines)), lambda n: Column(*lines[:n], gap=6), whole=whole))


@reads("review")
def course_panel(model: Model, debrief: Debrief, *, whole: bool) -> Node:
    """The lines of days above, the sentences below."""
    page = course_page(model, debrief)
    plot = next(each.plot for each in page.sections if each.plot)
    lists = [each for each in page.sections if not each.plot]
    few = counted(max((len(each.rows) for each in lists), default=0))
    told = fitted(
        few if whole else [*few, NAMED_ABOVE],
        lambda n: Row(*(grown(day_list(each, n)) for each in lists), gap=18, align="top"), whole=whole,
    )  # fmt: skip
    body = Column(plot_node(plot), grown(told), gap=6)
    head = chapter_head(page.title, 5, page.note)
    return Boxed(Column(head, grown(body), gap=6), LOOKS["panel"], role="group", name=page.title)


def day_list(section: Section, n: int) -> Node:
    """The first days with what was told of them, in small letters, and how many there are besides."""
    if n == NAMED_ABOVE:
        return Column()
    rows = [
        [Text(Run(r.label, "tiny-strong"), unbroken=True), Text(Run(r.note, "tiny", "dim"))] for r in section.rows[:n]
    ]
    left = len(section.rows) - n
    said: list[Node] = [Text(Run(text, "small", "dim")) for text in section.says]
    more = Text(Run(w.MORE_DAYS.format(n=left), "tiny", "faint")) if left > 0 else None
    return Column(*said, Grid((0, -1), rows, gap=10, lead=3, align="top") if rows else None, more, gap=4)


@reads("review")
def cards_panel(model: Model, debrief: Debrief, *, whole: bool) -> Node:
    """The most pertinent concept cards."""
    told = [card_text(model, each) for each in debrief.cards[model.seat][:MOST_CARDS]]
    pairs = [(each.name, each.text) for each in told] or [(w.NO_CONCEPT, "")]
    return framed(w.CONCEPTS, 8, pairs_fitted(pairs, whole=whole))


@reads("review")
def known_panel(model: Model, debrief: Debrief) -> Node:
    """What the other side truly was, and how likely that was held to be."""
    first, *others = knowing_page(model, debrief).sections
    more = next((text for each in others for text in each.says), "")
    if not debrief.understood[model.seat].beliefs:
        more = observer_last(model, debrief) or more
    rows = [row._replace(note="") for row in first.rows]
    lines = [Text(Run(first.says[0], "small", "dim")), bar_grid(rows), Text(Run(more, "small", "dim"))]
    return framed(w.UNDERSTOOD, 6, *lines)

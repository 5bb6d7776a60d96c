"""The night: why the days stopped, what happened and who says so, and what it changed and why. Short and sober.

It is told part after part, in a few seconds; any key has all of it told at once.
"""

from collections.abc import Sequence
from functools import partial

from sim.client.model import Model
from sim.client.naming import date_words, short_date
from sim.client.telling import night_words as n
from sim.client.telling.gravity import GRAVE
from sim.client.telling.night import Item, arrived, at_work, changed_names, headline, items, steps, told_looks
from sim.client.telling.standing import cost_rows
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, Boxed, Fitting, Padding
from sim.client.view.drawing.flow import Grid
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Sheet, Space, Text, grown
from sim.client.view.drawing.remembering import reads
from sim.client.view.drawing.scene import Rect, Run, Scene
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import SNUG, Press, button, mark, pressable
from sim.client.view.screens.archive import fact_link
from sim.client.view.screens.frame import framed, titled
from sim.client.view.screens.gauges import cost_lines, meter_row
from sim.client.view.screens.lastword import brief
from sim.client.view.screens.mapped import map_panel
from sim.client.view.shell.messages import Explain, Go
from sim.client.view.shell.shell import Shell

MOST_CALLS = 3
LEADS = (26.0, 16.0, 9.0, 4.0, 1.0)  # between lines, in pixels of the design
GLAD = ("signed", "renewed", "entered", "duty_kept", "duty_cured", "amended", "resumed")


class Unseen(Boxed):
    """Room for a child that is not shown yet."""

    def place(self, rect: Rect, sheet: Sheet) -> None:
        """Nothing."""


def hidden(node: Node, *, unless: bool) -> Node:
    """The node, or the room that it will take."""
    return node if unless else Unseen(node, None, Padding(0, 0, 0))


def night_scene(model: Model, shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene:
    """All nights since the look up to which the shell has been told."""
    looks = told_looks(model, shell.seen)
    found = items(model, looks)
    whole = shell.left == 0
    shown = arrived(len(found), steps(model, shell.seen), shell.left)
    happened = day_lines(model, found, shown) or [Text(Run(w.NOTHING_HAPPENED, "body", "dim"))]
    told = titled(w.HAPPENED, *happened, gap=7)
    changed = hidden(titled(n.CHANGED, grown(_changes(model)), note=w.STATE_NOTE, gap=8), unless=whole)
    counted = titled(w.COST, *cost_lines(model), note=w.COST_NOTE) if cost_rows(model) else None
    top = stop_panel(model, quiet=not found)
    if geometry.columns == 1:
        body: Node = Column(top, told, counted, changed, map_panel(model), gap=10)
    else:
        body = Column(top, grown(_beside(model, told, counted, changed)), gap=10)
    to = w.TO_DEBRIEF if model.over else w.TO_MORNING.format(date=date_words(model.book, model.day))
    go = button(to, Press("on", Go("debrief" if model.over else "table"), key="Enter"), "primary")
    foot = [go] if whole else [go, Text(Run(n.SKIP, "small", "dim"))]
    return framed(night_title(model, int(looks[0].values[0]) - 1), body, geometry, ruler, foot=foot, default="on")


def _beside(model: Model, told: Node, counted: Node | None, changed: Node) -> Node:
    """What happened and what changed beside the map where that finds room; else the map below what happened.

    What it cost stands beside what happened from the beginning, in sight whatever follows.
    """
    if not model.book.map:
        return _halves([told], [counted, grown(changed)])

    def drawn(*, low: bool = False) -> Node:
        return grown(map_panel(model, beside=low, low=low) or Space())

    return Fitting(
        lambda: _halves([told, grown(changed)], [counted, drawn()], 0.85),
        lambda: _halves([told, drawn()], [counted, grown(changed)]),
        lambda: _halves([told, drawn(low=True)], [counted, grown(changed)]),
    )


def _halves(left: Sequence[Node], right: Sequence[Node | None], share: float = 1.25) -> Node:
    """Panels at the left and at the right; how wide the left is beside the right."""
    return Row(grown(Column(*left, gap=10), share), grown(Column(*right, gap=10)), gap=10, align="stretch")


def night_title(model: Model, first: int) -> str:
    """The night by its date, or how many there were."""
    last = model.day - 1
    if first >= last:
        return n.NIGHT_OF.format(date=date_words(model.book, max(1, last)))
    return w.NIGHTS.format(n=last - first + 1)


def stop_panel(model: Model, *, quiet: bool) -> Node | None:
    """Why the days stopped: the gravest reason large, the others below it."""
    if model.over:
        return None
    found = headline(model)
    if not found:
        said = n.NO_NEWS if quiet else n.NOTHING_CALLS
        return Boxed(Text(Run(said, "lead", "dim")), LOOKS["panel"], Padding(16, 9, 9))
    first = Text(Run(brief(found[0]), "lead-strong", "ink"), role="heading")
    others = [Text(Run(brief(each), "small", "dim")) for each in found[1:MOST_CALLS]]
    more = (
        Text(Run(n.MORE_CALLS.format(n=len(found) - MOST_CALLS), "small", "dim")) if len(found) > MOST_CALLS else None
    )
    head = Text(Run(w.CALLS_FOR_YOU, "small-strong", "warn"))
    return Boxed(Column(head, first, *others, more, gap=3), LOOKS["warned"], Padding(16, 9, 10))


# -------------------------------------------------------------------------------------------------------- what happened
def day_lines(model: Model, found: list[Item], shown: int) -> list[Node]:
    """What happened by day; what comes after the first so many keeps its room."""
    lines: list[Node] = []
    last = 0
    for i, item in enumerate(found):
        day = item.told.day
        if day != last:
            date = Run(f"{short_date(model.book, day)}  ", "strong")
            lines.append(hidden(Text(date, Run(w.DAY.format(day=day), "body", "dim")), unless=i < shown))
            last = day
        lines.append(hidden(item_line(model, item, i), unless=i < shown))
    return lines


def item_line(model: Model, item: Item, number: int) -> Node:
    """One thing that happened: a sign of what it was, the sentence, who says so, the ways to why and to the facts."""
    kind, colour = ("dot", "neutral")
    if item.told.kind in GRAVE:
        kind, colour = "cross", "bad"
    elif item.told.kind in GLAD:
        kind, colour = "check", "good"
    text = item.told.text if item.told.kind != "proposed" else brief(item.told.text)
    says = Text(Run(item.says, "tiny", "dim")) if item.says else None
    because = Text(Run(w.BECAUSE.format(why=item.why), "small", "dim")) if item.why else None
    links: list[Node] = []
    if item.about:
        press = Press(f"why/{number}", Explain(item.about), tip=n.WHY_TIP.format(name=item.about.name))
        links.append(pressable(Text(Run(n.WHY, "small", "own"), role="", unbroken=True), press, n.WHY_TIP.format(
            name=item.about.name), pad=SNUG))  # fmt: skip
    links += [fact_link(model, id_, f"why/{number}/{id_}") for id_ in item.told.facts[:3]]
    sign = Boxed(mark(kind, colour, 10), None, Padding(4, 5, 0))
    body = grown(Column(Text(Run(text, "body")), says, because, gap=1))
    return Row(sign, body, Row(*links, gap=5) if links else None, gap=8, align="top")


# --------------------------------------------------------------------------------------------------- what changed, why
def _changes(model: Model) -> Node:
    """What changed, in as loose lines as there is room for."""
    return Fitting(*(partial(change_grid, model, lead=each) for each in LEADS))


@reads()
def change_grid(model: Model, *, lead: float) -> Node:
    """What changed most, as meters, and below each what was at work."""
    names = changed_names(model)
    if not names:
        return Text(Run(w.NOTHING_CHANGED, "small", "dim"))
    return Grid((-1.6, -1, 0, 40), [change_row(model, name) for name in names], gap=8, lead=lead)


def change_row(model: Model, name: str) -> list[Node]:
    """A meter with what moved it, which its page tells in full."""
    label, *others = meter_row(model, name)
    causes = at_work(model, name)
    said = "; ".join(causes) or n.NO_CAUSE
    return [Column(label, Boxed(Text(Run(said, "tiny", "dim")), None, SNUG), gap=0), *others]

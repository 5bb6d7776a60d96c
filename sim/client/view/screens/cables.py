"""Cables: all that happened so far and who says so, the latest first; searched by typing, by kind and by days."""

from sim.client.explaining.asking import Target
from sim.client.model import Model
from sim.client.naming import short_date
from sim.client.telling import cables_words as c
from sim.client.telling.cables import KINDS, Cable
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, Padding
from sim.client.view.drawing.flow import Flow, Grid
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Text, grown
from sim.client.view.drawing.scene import Run, Scene
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import Press, button, pressable
from sim.client.view.screens.archive import fact_link, field
from sim.client.view.screens.frame import framed, titled
from sim.client.view.shell import log_messages as g
from sim.client.view.shell.filing import ROW, all_cables, shown_cables
from sim.client.view.shell.messages import Explain
from sim.client.view.shell.shell import Shell

MOST_SHOWN = 60
SPANS = (0, 7, 30)
CHIP = Padding(9, 3, 3)


def cables_scene(model: Model, shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene:
    """The search at the head, then the cables."""
    every, found = all_cables(model), shown_cables(model, shell)
    numbers = {id(each): i for i, each in enumerate(every)}
    latest = found[::-1][:MOST_SHOWN]
    rows = [cable_row(model, numbers[id(each)], each) for each in latest]
    lines: list[Node] = [Grid((0, -1, 0), rows, gap=12, lead=5, align="top")] if rows else []
    if len(found) > MOST_SHOWN:
        lines.append(Text(Run(w.EARLIER.format(n=len(found) - MOST_SHOWN), "small", "dim")))
    if not found:
        lines.append(Text(Run(w.NONE_FOUND, "body", "dim")))
    head = sifting(shell, len(found), len(every))
    return framed(w.CABLES, titled(w.CABLES_NOTE, head, *lines, gap=9), geometry, ruler, default="field")


def sifting(shell: Shell, found: int, every: int) -> Node:
    """What is shown of all: the field, the kinds, the days; and what can be done with what is shown."""
    why = "" if found else c.NOTHING_TO_COPY
    copy = button(
        c.COPY, Press("copy", g.CopyCables(), why, c.COPY_TIP, "Ctrl+C"), "raised", "small-strong", size="low"
    )
    export = button(
        c.EXPORT, Press("export", g.ExportCables(), why, c.EXPORT_TIP, "Ctrl+E"), "raised", "small-strong", size="low"
    )
    count = Text(Run(c.OF_ALL_CABLES.format(n=found, all=every), "small", "dim"), unbroken=True)
    line = Row(grown(field(shell.typed, c.SEARCH_HINT, label=w.SEARCH)), count, gap=14)
    kinds = [
        chip(
            f"kind/{each}",
            c.KINDS[each] if each else c.ALL_KINDS,
            g.Sift(each, shell.cable_days),
            each == shell.cable_kind,
        )
        for each in ("", *KINDS)
    ]
    spans = [
        chip(
            f"days/{n}",
            c.LAST_DAYS.format(n=n) if n else c.ALL_DAYS,
            g.Sift(shell.cable_kind, n),
            n == shell.cable_days,
        )
        for n in SPANS
    ]
    return Column(line, Flow(*kinds, *spans, copy, export, gap=6, lead=6), gap=8)


def chip(id_: str, text: str, message: g.Sift, chosen: bool) -> Node:
    """A choice among some; the one that holds is filled, and says so."""
    label = Text(Run(text, "small-strong", "on-own" if chosen else "ink"), role="", unbroken=True)
    said = f"{text}, {w.IS_CHOSEN if chosen else w.NOT_CHOSEN}"
    return pressable(label, Press(id_, message), said, look=LOOKS["primary" if chosen else "raised"], pad=CHIP)


def cable_row(model: Model, number: int, each: Cable) -> list[Node]:
    """The day and the kind; what happened and who says so, which leads to its page; the facts behind it."""
    day = Text(
        Run(f"{short_date(model.book, each.day)} ", "small-strong"), Run(w.DAY.format(day=each.day), "small", "dim")
    )
    kind = Text(Run(c.KINDS[each.kind], "tiny", "faint"))
    said: list[Node] = [Text(Run(each.text, "small"), role="")]
    if each.says:
        said.append(Text(Run(each.says, "tiny", "dim"), role=""))
    press = Press(f"{ROW}{number}", Explain(each.about) if each.about else None, tip=page_tip(each.about))
    body = pressable(Column(*said, gap=1), press, f"{each.text} {each.says}".strip(), pad=Padding(4, 1, 2))
    facts: list[Node] = [fact_link(model, id_, f"{ROW}{number}/{id_}") for id_ in each.facts[:4]]
    return [Column(day, kind, gap=0), body, Row(*facts, gap=4)]


def page_tip(about: Target | None) -> str:
    """Where a press leads."""
    return c.WHY_PAGE.format(name=about.name) if about else ""

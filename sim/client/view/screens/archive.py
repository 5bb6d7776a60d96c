"""The codex: the facts, who says so and who denies it, and the parties to it all. Searched by typing."""

from sim.client.explaining.actors import parties
from sim.client.explaining.asking import Target
from sim.client.explaining.codex import open_facts
from sim.client.model import Model
from sim.client.view import words as w
from sim.client.view.drawing.boxes import Boxed, Padding
from sim.client.view.drawing.flow import Flow, Grid
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Text, grown
from sim.client.view.drawing.scene import Box, Control, Run, Scene
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import SNUG, Press, mark, pressable
from sim.client.view.screens.frame import framed, titled
from sim.client.view.shell.messages import Explain, Typed
from sim.client.view.shell.shell import Shell

MOST_SHOWN = 60


def field(text: str, hint: str, *, label: str) -> Node:
    """A line to type in."""
    shown = Run(text, "body", "ink") if text else Run(hint, "body", "faint")
    caret = Run("|", "body", "own") if text else Run("")
    control = Control("field", Typed(text), tip=hint)
    return Boxed(
        Text(shown, caret, role=""), Box("sunk", "dim", 1, 4), Padding(12, 7, 7), role="field",
        name=f"{label}: {text}", control=control,
    )  # fmt: skip


def searched(title: str, shell: Shell, found: int, *body: Node) -> Node:
    """A panel with a search field at its head."""
    head = Row(
        grown(field(shell.typed, w.SEARCH_HINT, label=w.SEARCH)),
        grown(Text(Run(w.FOUND.format(n=found), "small", "dim")), 2.0), gap=14,
    )  # fmt: skip
    return titled(title, head, *body, gap=9)


def fact_link(model: Model, id_: str, control: str, style: str = "small") -> Node:
    """A fact's id, which leads to its page."""
    press = Press(control, Explain(Target("facts", id_, id_)), tip=str(model.book.fact(id_)["says"]))
    return pressable(Text(Run(id_, style, "own"), role="", unbroken=True), press, id_, pad=SNUG)


def facts_scene(model: Model, shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene:
    """The codex: each fact, who says so, who denies it."""
    found = open_facts(model, shell.typed.strip())
    rows = [fact_row(model, id_) for id_ in list(found)[:MOST_SHOWN]]
    across = 2 if geometry.columns == 3 else 1
    pairs = [rows[i : i + across] for i in range(0, len(rows), across)]
    lines: list[Node] = [Grid([-1] * across, pairs, gap=18, lead=3, align="top")] if rows else []
    if len(found) > MOST_SHOWN:
        lines.append(Text(Run(w.MORE_FACTS.format(n=len(found) - MOST_SHOWN), "small", "dim")))
    if not found:
        lines.append(Text(Run(w.NONE_FOUND, "body", "dim")))
    note = w.FACTS_OPEN if model.debrief else w.FACTS_NOTE
    body = Column(parties_line(model), searched(note, shell, len(found), *lines), gap=10)
    return framed(w.FACTS, body, geometry, ruler, default="field")


def parties_line(model: Model) -> Node:
    """Everybody who has a part in it, each of whom leads to a page."""
    links = [
        pressable(
            Text(Run(each.name, "small-strong", "own"), role="", unbroken=True),
            Press(f"party/{each.id}", Explain(each), tip=model.book.word(each.section, each.id, "about")), each.name,
            pad=SNUG,
        )
        for each in parties(model)
    ]  # fmt: skip
    return titled(w.PARTIES, Flow(*links, gap=14, lead=3))


def fact_row(model: Model, id_: str) -> Node:
    """One fact as a line that leads to its page; a wave marks what is contested."""
    fact = model.book.fact(id_)
    press = Press(f"fact/{id_}", Explain(Target("facts", id_, id_)))
    says = [Run(f"{id_}  ", "small-strong", "own"), Run(fact["says"], "small")]
    by = [Run(fact["by"], "tiny", "faint")]
    if fact["contested_by"]:
        by.append(Run(w.CONTESTED.format(who=", ".join(fact["contested_by"])), "tiny", "warn"))
    sign = mark("wave", "warn", 11) if fact["contested_by"] else mark("dot", "neutral", 11)
    shown = Boxed(sign, None, Padding(0, 4, 0))  # level with the first line
    body = Row(shown, grown(Column(Text(*says, role=""), Text(*by, role=""), gap=0)), gap=9, align="top")
    return pressable(body, press, f"{id_}. {fact['says']}", pad=Padding(6, 3, 3))

"""The briefing: what is known on the first day, what one wants, who sits opposite. Nothing found out later."""

from sim.client import page_words as p
from sim.client.explaining.asking import Target
from sim.client.explaining.codex import known_at_first
from sim.client.explaining.goals import goal_rows
from sim.client.model import Model
from sim.client.naming import date_words, seat_name
from sim.client.page import Row as PageRow
from sim.client.text.screens import rival_says
from sim.client.view import words as w
from sim.client.view.drawing.flow import Flow, Grid
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Text, fixed, grown
from sim.client.view.drawing.scene import Bar, Run, Scene
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import Meter, Press, button, link
from sim.client.view.screens.archive import fact_row
from sim.client.view.screens.frame import framed, titled
from sim.client.view.shell.messages import Explain, Go
from sim.client.weighing.judging import own_type

SIDE = 560.0


def briefing_scene(model: Model, geometry: Geometry, ruler: Ruler) -> Scene:
    """The text at the left; goals, the rival and the record so far at the right."""
    words = model.book.text
    told = words["briefing"][model.names.seats[model.seat]].strip().split("\n\n")
    paragraphs = [Text(Run(" ".join(each.split()), "prose", "ink" if i else "paper")) for i, each in enumerate(told)]
    left = titled(w.BRIEFING, *paragraphs, note=date_words(model.book, 1), gap=12)
    right = [wants(model), opposite(model), known(model), before(model)]
    if geometry.columns == 3:
        side = Column(*right, gap=10)
        body: Node = Row(grown(left), fixed(side, SIDE), gap=10, align="top")
    else:
        body = Column(left, *right, gap=10)
    start = button(w.TO_TABLE, Press("go/table", Go("table"), key="Enter"), "primary")
    title = w.BRIEFING_OF.format(title=words["title"], seat=seat_name(model.book, model.seat))
    return framed(title, body, geometry, ruler, foot=[start], default="go/table")


def wants(model: Model) -> Node:
    """One's own type, and what the score is made of."""
    kind = model.names.types[model.names.seats[model.seat]][own_type(model)]
    name, about = model.book.word("types", kind), model.book.word("types", kind, "about")
    goals: list[PageRow] = goal_rows(model, model.seat, own_type(model))
    rows: list[list[Node]] = [
        [
            Text(Run(row.label, "small")),
            Meter(Bar(_share(row.figure), "own"), name=f"{row.label}: {row.figure}"),
            Text(Run(row.figure.split()[0], "small-strong"), align="right"),
            Text(Run(row.note, "tiny", "dim")),
        ]
        for row in goals
    ]
    return titled(
        w.YOU_WANT,
        Text(Run(f"{name}. ", "strong", "own"), Run(about, "body")),
        Text(Run(w.GOALS_SAY, "small", "dim")),
        Grid((110, 70, 24, -1), rows, gap=10, lead=5),
        Flow(*(_why(*each) for each in (("all_goals", "goals", p.YOUR_SCORE), ("all_endings", "endings", p.ENDINGS)))),
        note=w.PRIVATE,
    )


def _why(section: str, id_: str, name: str) -> Node:
    """The way to a page that explains."""
    return link(name, Press(f"why/{id_}", Explain(Target(section, id_, name))), style="small")


def _share(figure: str) -> float:
    """``30 of 100`` as a share."""
    digits = figure.split(maxsplit=1)[0]
    return float(digits) / 100 if digits.replace(".", "").isdigit() else 0.0


def opposite(model: Model) -> Node:
    """Who sits at the other seat and what they may want."""
    return titled(
        w.OPPOSITE, *(Text(Run(text, "small", "dim" if i else "ink")) for i, text in enumerate(rival_says(model)))
    )


def known(model: Model) -> Node | None:
    """The facts that led here, if the scenario tells any."""
    lines = [fact_row(model, id_) for id_ in known_at_first(model)]
    return titled(w.KNOWN, *lines, note=w.KNOWN_NOTE.format(date=date_words(model.book, 1)), gap=1) if lines else None


def before(model: Model) -> Node:
    """What the scenario does not claim."""
    return titled(w.A_WORD, Text(Run(model.book.text["disclaimer"], "small", "dim")))

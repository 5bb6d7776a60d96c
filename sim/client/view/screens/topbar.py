"""The bar at the top: the date, whose turn it is, the days so far, and the way to the other screens."""

from sim.client.model import Model
from sim.client.naming import capitalised, date_words, seat_name
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, Boxed, Padding
from sim.client.view.drawing.flow import Abreast, Flow
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Node, Row, Space, Text, grown
from sim.client.view.drawing.remembering import reads
from sim.client.view.drawing.scene import Picture, Run, Shape
from sim.client.view.drawing.widgets import Press, link
from sim.client.view.screens.saved import saved_link
from sim.client.view.shell.messages import Go, Open, Saved
from sim.rules import layout as at

DAYS_SHOWN, FEW_DAYS = 15, 9


@reads()
def top_bar(
    model: Model, geometry: Geometry, saved: Saved | None = None, *, waiting: bool = False, linked: bool = True
) -> Node:
    """The whole bar; in narrow windows in several lines, and with how long ago the game was saved."""
    style = "date" if geometry.columns > 1 else "lead-strong"
    date = Text(Run(capitalised(date_words(model.book, model.day)), style, "ink"), role="heading")
    line = turn_line(model, waiting=waiting)
    if geometry.columns == 3:
        links = screen_links(gap=8)
        body: Node = Abreast(
            Row(date, grown(line), days_strip(model), links, gap=20),
            Row(date, grown(line), days_strip(model, FEW_DAYS), links, gap=14),
        )
    else:
        others, kept = screen_links() if linked else None, saved_link(saved)
        parts = (date, line, others, kept) if geometry.columns == 1 else (date, line, kept, others)
        body = Flow(*parts, gap=12, lead=4)
    return Boxed(body, LOOKS["panel"], Padding(14, 5, 5))


def screen_links(gap: float = 4) -> Node:
    """The ways to the other screens."""
    return Flow(
        link(w.CABLES, Press("go/cables", Go("cables"), key="L")),
        link(w.FACTS, Press("go/facts", Go("facts"), key="S")),
        link(w.HELP, Press("go/help", Go("help"), key="F1")),
        link(w.MENU, Press("menu", Open("menu"), key="Esc")),
        gap=gap, lead=2,
    )  # fmt: skip


def turn_line(model: Model, *, waiting: bool) -> Node:
    """``Day 4 of 95 · Washington to move · Moscow moved first today``."""
    own, rival = seat_name(model.book, model.seat), seat_name(model.book, 1 - model.seat)
    opens = int(model.values[at.OPENS_TODAY]) == model.seat
    mover = Run(w.THINKING.format(seat=rival), "strong", "theirs") if waiting else Run(
        w.TO_MOVE.format(seat=own), "strong", "own"
    )  # fmt: skip
    opened = w.YOU_OPEN if opens else w.OPENED.format(rival=rival)
    day = w.DAY_OF.format(day=model.day, last=model.tables.horizon)
    return Text(Run(f"{day} · ", "body", "dim"), mover, Run(f" · {opened}", "body", "dim"))


def days_strip(model: Model, shown: int = DAYS_SHOWN) -> Node:
    """So many days around today as squares: past ones filled, those of a truce with a bar, today bright."""
    first = max(1, min(model.day - shown // 2, model.tables.horizon - shown + 1))
    quiet = {int(look.values[at.DAY]) for look in model.looks if look.values[at.TRUCE]}
    shapes = []
    for i, day in enumerate(range(first, min(first + shown, model.tables.horizon + 1))):
        x = 19.0 * i
        square = ((x, 0.0), (x + 15, 0.0), (x + 15, 15.0), (x, 15.0))
        fill = "paper" if day == model.day else "past" if day < model.day else "track"
        shapes.append(Shape("area", square, fill))
        if day in quiet and day != model.day:
            shapes.append(Shape("area", ((x, 10.0), (x + 15, 10.0), (x + 15, 15.0), (x, 15.0)), "good"))
    width = 19.0 * shown - 4
    return Space(width * 0.86, 15 * 0.86, Picture((width, 15), tuple(shapes)))

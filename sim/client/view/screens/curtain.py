"""The curtain between the turns of two persons: whose turn comes, and nothing that either of them knows."""

from sim.client import chairs_words as c
from sim.client.naming import seat_name
from sim.client.view.drawing.boxes import LOOKS, Boxed, Centred, Padding, arrange
from sim.client.view.drawing.flow import Flow
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Text
from sim.client.view.drawing.scene import Run, Scene
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import Press, button
from sim.client.view.shell.messages import TakeChair
from sim.scenario.book import Book

WIDTH = 620.0


def curtain_scene(book: Book, seat: int, geometry: Geometry, ruler: Ruler) -> Scene:
    """All that is drawn follows from the scenario and the number of a seat."""
    name, colour = seat_name(book, seat), ("first", "second")[seat]
    go = button(c.TAKE_CHAIR.format(seat=name), Press("sit", TakeChair(), key="Enter"), "primary")
    body = Column(
        Text(Run(book.text["title"], "small", "dim")),
        Text(Run(c.PASS_CHAIR.format(seat=name), "title", colour), role="heading"),
        Text(Run(c.NOBODY_ELSE, "lead"), role="status"),
        Text(Run(c.CURTAIN_SAYS.format(seat=name), "body", "dim")),
        Flow(go),
        gap=18,
    )
    box = Boxed(body, LOOKS["panel"], Padding(34, 28, 30), role="group", name=c.PASS_CHAIR.format(seat=name))
    sheet = arrange(Boxed(Centred(box, WIDTH), None, Padding(30, 60, 30)), geometry.size, ruler)
    return Scene(geometry.size, tuple(sheet.elements), sheet.regions, default="sit")

"""About a scenario: the content note, what its model is made of, and the chapters of its model card."""

from sim.client.explaining import about_words as a
from sim.client.explaining.about import about_page, card_chapters, card_file
from sim.client.explaining.asking import Target
from sim.client.view.drawing.flow import Flow
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Text, grown
from sim.client.view.drawing.scene import Run, Scene
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import Press, button
from sim.client.view.screens.frame import framed, section_body, titled
from sim.client.view.shell.messages import Explain
from sim.scenario.book import Book

CARD = "card"
"""The section under which a chapter of the card is asked for, by its number."""


def about_scene(book: Book, geometry: Geometry, ruler: Ruler) -> Scene:
    """What is said of the scenario, and the way to each chapter of the card."""
    told = about_page(book)
    parts = [titled(each.heading, section_body(each._replace(heading="")), gap=9) for each in told.sections]
    if geometry.columns == 1:
        body: Node = Column(*parts, card_panel(book), gap=10)
    else:
        left = grown(Column(parts[0], *parts[2:], gap=10))
        body = Row(left, grown(Column(parts[1], card_panel(book), gap=10)), gap=10, align="top")
    title = a.ABOUT_TITLE.format(scenario=told.title)
    return framed(title, body, geometry, ruler, default=f"{CARD}/0" if card_file(book) else "back")


def card_panel(book: Book) -> Node:
    """The chapters of the card, and where the file lies."""
    path = card_file(book)
    if path is None:
        return titled(a.CARD, Text(Run(a.NO_CARD, "small", "dim")))
    chapters = [
        button(
            each.title,
            Press(f"{CARD}/{i}", Explain(Target(CARD, str(i), each.title))),
            style="small-strong",
            size="low",
        )
        for i, each in enumerate(card_chapters(path))
    ]
    lies = Text(Run(a.CARD_LIES.format(path=path), "tiny", "faint"))
    return titled(a.CARD, Text(Run(a.CARD_SAYS, "small", "dim")), Flow(*chapters, gap=7, lead=7), lies, gap=9)

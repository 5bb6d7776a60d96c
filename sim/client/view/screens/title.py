"""The title: go on with the game that was left, begin another, open a save; and what this game does not claim."""

from sim.client import chairs_words as chairs
from sim.client.explaining import about_words as a
from sim.client.explaining import lessons_words as lessons
from sim.client.view import options_words as o
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, Boxed, Centred, Padding, Scroll, arrange
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Space, Text, grown
from sim.client.view.drawing.scene import Run, Scene
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import Press, key_cap, link, pressable
from sim.client.view.shell.messages import Go, Kept, Learn, Open, Quit, Resume
from sim.client.view.shell.shell import Shell

WIDTH = 620.0


def title_scene(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene:
    """The first screen."""
    left = shell.shelf.left
    entries: list[Node] = []
    if left:
        entries.append(entry("continue", w.CONTINUE, game_words(left), Resume(left.path, False), "own", "C"))
    entries.append(entry("learn", lessons.LEARN, lessons.LEARN_ABOUT, Learn(), "ink", "T"))
    entries.append(entry("go/seats", w.NEW_GAME, w.NEW_GAME_ABOUT, Go("seats"), "ink", "N"))
    entries.append(entry("go/saves", w.SAVES, w.SAVES_ABOUT, Go("saves"), "ink", "F9"))
    entries.append(entry("options", o.OPTIONS, o.OPTIONS_ABOUT, Open("options"), "ink", "F10"))
    entries.append(entry("go/help", w.HELP, w.HELP_ABOUT, Go("help"), "ink", "F1"))
    entries.append(entry("quit", w.QUIT, w.QUIT_ABOUT, Quit(), "ink", "Ctrl+Q"))
    menu = Column(*entries, gap=8)
    name = Column(Text(Run(w.CESSATION, "title", "paper"), role="heading"), Text(Run(w.SUBTITLE, "lead", "dim")), gap=2)
    parts: list[Node | None] = [name, menu, notice(shell), disclaimer(shell)]
    whole = Centred(Column(*parts, gap=18), WIDTH)
    sheet = arrange(Boxed(Scroll("page", whole), None, Padding(30, 20, 20)), geometry.size, ruler)
    first = "continue" if left else "learn" if shell.shelf.new else "go/seats"
    return Scene(geometry.size, tuple(sheet.elements), sheet.regions, default=first)


def entry(id_: str, name: str, about: str, message: object, colour: str, key: str) -> Node:
    """A line of the menu: what it does, and a sentence about it."""
    press = Press(id_, message, key=key)
    text = Column(Text(Run(name, "lead-strong", colour), role=""), Text(Run(about, "small", "dim"), role=""), gap=0)
    look = LOOKS["raised"]._replace(border="own") if colour == "own" else LOOKS["raised"]
    return pressable(
        Row(grown(text), key_cap(key), gap=12), press, f"{name}. {about}", look=look, pad=Padding(16, 7, 8)
    )


def game_words(kept: Kept) -> str:
    """A kept game in a line."""
    if kept.shared:
        said = chairs.GAME_OVER_TWO if kept.finished else chairs.GAME_AT_TWO
    else:
        said = w.GAME_OVER if kept.finished else w.GAME_AT
    return said.format(
        scenario=kept.scenario, seat=kept.seat, rival=kept.rival, day=kept.day, last=kept.last, date=kept.date
    )


def notice(shell: Shell) -> Node | None:
    """A sentence about what was just done, or could not be."""
    troubles = " ".join((*shell.shelf.troubles, shell.notice)).strip()
    text = w.OPENING if shell.waiting else troubles
    return Text(Run(text, "body", "warn"), role="status") if text else None


def disclaimer(shell: Shell) -> Node | None:
    """What the first scenario does not claim, and the way to all that is to be said of it."""
    if not shell.shelf.books:
        return None
    book = shell.shelf.books[0]
    text = str(book.text["disclaimer"])
    about = link(a.ABOUT_ABOUT, Press("go/about", Go("about"), key="F2"), style="small")
    return Column(Text(Run(text, "small", "dim")), Row(about, grown(Space())), gap=2)

"""A new game: which scenario, which seat, which opponent."""

from sim.client.naming import seat_name
from sim.client.opponents import first_choices, further_choices, opponent_about, opponent_name
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, Padding
from sim.client.view.drawing.flow import Grid
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Text, grown
from sim.client.view.drawing.scene import Box, Run, Scene
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import Press, button, mark, pressable
from sim.client.view.screens.frame import Footed, back_button, dialog_scene, framed, titled
from sim.client.view.screens.title import notice
from sim.client.view.shell.messages import Begin, Choose, Open
from sim.client.view.shell.shell import Choice, Shell
from sim.client.wishes import suggested_level
from sim.scenario.book import Book

CHOSEN = Box("raised", "paper", 2, 5)


def seats_scene(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene:
    """Three lists of cards, and the beginning."""
    books = shell.shelf.books
    if not books:
        return framed(w.NEW_GAME, Text(Run(w.LOOKING, "body", "dim")), geometry, ruler)
    choice = shell.choice
    book = books[min(choice.scenario, len(books) - 1)]
    parts = [scenarios(books, choice.scenario), seats(book, choice.seat, geometry), agents(book, choice, geometry)]
    start = button(w.BEGIN, Press("begin", Begin(), w.OPENING if shell.waiting else "", key="Enter"), "primary")
    return framed(w.NEW_GAME, Column(*parts, notice(shell), gap=10), geometry, ruler, foot=[start], default="begin")


def card(press: Press, name: str, about: str, *, chosen: bool, colour: str = "ink", note: str = "") -> Node:
    """A choice: a name, a sentence, and a full ring before the one that is chosen."""
    sign = mark("full" if chosen else "hollow", "paper" if chosen else "faint", 11)
    head: list[Node | None] = [sign, grown(Text(Run(name, "lead-strong", colour), role=""))]
    if note:
        head.append(Text(Run(note.upper(), "tag", "dim"), role=""))
    body = Column(Row(*head, gap=9), Text(Run(about, "small", "dim"), role=""), gap=3)
    state = w.IS_CHOSEN if chosen else w.NOT_CHOSEN
    look = CHOSEN if chosen else LOOKS["raised"]
    return pressable(body, press, f"{name}, {state}. {about}", look=look, pad=Padding(14, 9, 10))


def scenarios(books: tuple[Book, ...], chosen: int) -> Node:
    """The scenarios there are."""
    cards = []
    for i, book in enumerate(books):
        words = book.text
        note = w.DAYS_LONG.format(n=book.tables.horizon)
        press = Press(f"scenario/{i}", Choose("scenario", i))
        cards.append(card(press, words["title"], words["summary"], chosen=i == chosen, note=note))
    return titled(w.WHICH_SCENARIO, *cards)


def seats(book: Book, chosen: int, geometry: Geometry) -> Node:
    """The two seats."""
    cards = [
        card(
            Press(f"seat/{i}", Choose("seat", i)), seat_name(book, i), book.word("seats", id_, "about"),
            chosen=i == chosen, colour=("first", "second")[i],
        )
        for i, id_ in enumerate(book.tables.names.seats)
    ]  # fmt: skip
    across = 2 if geometry.columns > 1 else 1
    rows = [cards[i : i + across] for i in range(0, 2, across)]
    return titled(w.WHICH_SEAT, Grid([-1] * across, rows, gap=10, align="stretch"))


def agents(book: Book, choice: Choice, geometry: Geometry) -> Node:
    """Who plays the other seat: the levels, then a person at this screen, then whoever else there is."""
    chosen = choice.agent or suggested_level()
    further = chosen if chosen not in first_choices() else ""
    cards = [agent_card(book, id_, chosen) for id_ in first_choices()]
    if further:
        name, about = opponent_name(book, further), opponent_about(book, further)
    else:
        name, about = w.OTHER_RIVALS, w.OTHERS_ABOUT
    cards.append(card(Press("others", Open("others")), name, about, chosen=bool(further)))
    across = 2 if geometry.columns > 1 else 1
    rows = [cards[i : i + across] for i in range(0, len(cards), across)]
    rival = seat_name(book, 1 - choice.seat)
    return titled(w.WHICH_AGENT.format(seat=rival), Grid([-1] * across, rows, gap=10, lead=8, align="stretch"))


def agent_card(book: Book, id_: str, chosen: str) -> Node:
    """One who can be played against."""
    note = w.SUGGESTED if id_ == suggested_level() else ""
    press = Press(f"agent/{id_}", Choose("agent", id_))
    return card(press, opponent_name(book, id_), opponent_about(book, id_), chosen=id_ == chosen, note=note)


def others(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene | None:
    """Whoever is not offered first, as a dialog."""
    if not shell.shelf.books:
        return None
    book = shell.shelf.books[shell.choice.scenario]
    cards = [agent_card(book, id_, shell.choice.agent) for id_ in further_choices(book)]
    across = 2 if geometry.columns > 1 else 1
    grid = Grid([-1] * across, [cards[i : i + across] for i in range(0, len(cards), across)], gap=8, lead=6,
                align="stretch")  # fmt: skip
    return dialog_scene(w.OTHER_RIVALS, Footed(grid, back_button()), geometry, ruler, width=900, default="close")

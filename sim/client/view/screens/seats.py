"""A new game: which scenario, which seat, which opponent."""

from sim.ai.registry import opponent_ids
from sim.client.naming import language_of, seat_name
from sim.client.opponents import opponent_about, opponent_name
from sim.client.setting_up import default_agent
from sim.client.view import words as w
from sim.client.view.boxes import LOOKS, Padding
from sim.client.view.flow import Grid
from sim.client.view.geometry import Geometry
from sim.client.view.layout import Column, Node, Row, Text, grown
from sim.client.view.messages import Begin, Choose
from sim.client.view.scene import Box, Run, Scene
from sim.client.view.screens.frame import framed, titled
from sim.client.view.screens.title import notice
from sim.client.view.shell import Shell
from sim.client.view.typeset import Ruler
from sim.client.view.widgets import Press, button, mark, pressable
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
        words = book.words[language_of(book)]
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


def agents(book: Book, choice: object, geometry: Geometry) -> Node:
    """Who plays the other seat."""
    chosen, seat = getattr(choice, "agent", 0), getattr(choice, "seat", 0)
    cards = []
    for i, id_ in enumerate(opponent_ids(book.tables)):
        note = w.SUGGESTED if id_ == default_agent(book) else ""
        press = Press(f"agent/{i}", Choose("agent", i))
        cards.append(card(press, opponent_name(book, id_), opponent_about(book, id_), chosen=i == chosen, note=note))
    across = geometry.columns
    rows = [cards[i : i + across] for i in range(0, len(cards), across)]
    rival = seat_name(book, 1 - seat)
    return titled(w.WHICH_AGENT.format(seat=rival), Grid([-1] * across, rows, gap=10, lead=8, align="stretch"))

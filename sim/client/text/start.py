"""Before the first turn: go on with a game that was left, or choose a scenario, a seat and an opponent."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sim.ai.registry import opponent_ids
from sim.client.naming import seat_name
from sim.client.opponents import opponent_about, opponent_name
from sim.client.saves import SavedGame, find_save, newest_unfinished
from sim.client.setting_up import default_agent, new_game, reopen, seat_number
from sim.client.text import words as t
from sim.client.text.layout import heading, wrap
from sim.client.text.loop import Play, Terminal
from sim.client.text.matching import MisreadError, choose
from sim.client.wishes import Wishes
from sim.errors import CessationError
from sim.scenario.book import Book, open_book
from sim.scenario.places import shipped


class LeftError(Exception):
    """Nobody answers any more."""


def begin(terminal: Terminal, wishes: Wishes) -> tuple[Play, bool] | None:
    """A game ready to be played, and whether it is new; None if nobody answers. Raises CessationError."""
    terminal.say(t.TITLE)
    try:
        if wishes.load:
            return _open(terminal, find_save(wishes.load), wishes, copied=True), False
        if wishes.go_on or wishes == Wishes(wishes.scenario, analyst=wishes.analyst):
            left = newest_unfinished(_id_of(wishes.scenario))
            if left and (wishes.go_on or _wants_to_go_on(terminal, left)):
                return _open(terminal, left.path, wishes, copied=False), False
            if wishes.go_on:
                terminal.say(t.NOTHING_TO_GO_ON)
        return _new(terminal, wishes), True
    except LeftError:
        return None


def _id_of(scenario: str | None) -> str | None:
    return open_book(scenario).tables.id if scenario else None


def _open(terminal: Terminal, path: Path, wishes: Wishes, *, copied: bool) -> Play:
    book, game, model, dropped = reopen(path, wishes.scenario, copied=copied, analyst=wishes.analyst)
    if dropped:
        terminal.say(t.TORN.format(n=dropped))
    return Play(terminal, book, game, model)


def _wants_to_go_on(terminal: Terminal, left: SavedGame) -> bool:
    title, seat = left.header.scenario, left.seat
    with suppress(CessationError):  # a scenario from a folder of one's own is known by its id only
        book = open_book(title)
        title, seat = book.words["en"]["title"], book.word("seats", seat)
    terminal.say(t.GO_ON.format(scenario=title, seat=seat, day=left.day))
    return _ask(terminal).lower() not in t.NEW_WORDS


def _ask(terminal: Terminal) -> str:
    line = terminal.read(t.PROMPT_MENU)
    if line is None:
        raise LeftError
    return line.strip()


def _menu(terminal: Terminal, title: str, entries: Sequence[tuple[str, str, str]], default: int) -> int:
    """Ask for one of several (id, name, about) until one is chosen; Enter takes the default."""
    terminal.show(["", heading(title)])
    for i, (id_, name, about) in enumerate(entries):
        mark = t.DEFAULT if i == default else ""
        label = name if name.lower() == id_.lower() else f"{name} ({id_})"
        terminal.show(wrap(f"{i + 1} {label}{mark}: {about}", terminal.width, 2, 4))
    while True:
        line = _ask(terminal)
        if not line:
            return default
        try:
            otherwise = t.NO_CHOICE.format(word=line, choices=", ".join(id_ for id_, _, _ in entries))
            return choose(line, [(id_, name) for id_, name, _ in entries], otherwise)
        except MisreadError as error:
            terminal.say(str(error))


def _new(terminal: Terminal, wishes: Wishes) -> Play:
    book = _choose_book(terminal, wishes)
    asked = wishes.seat is None
    seat = _choose_seat(terminal, book) if asked else seat_number(book, wishes.seat or "")
    agent = wishes.agent or (_choose_agent(terminal, book, 1 - seat) if asked else default_agent(book))
    game, model = new_game(book, seat, agent, wishes.rng_seed, analyst=wishes.analyst)
    if game.autosave.path is None:
        terminal.say(t.NO_FILE)
    return Play(terminal, book, game, model)


def _choose_book(terminal: Terminal, wishes: Wishes) -> Book:
    if wishes.scenario:
        return open_book(wishes.scenario)
    books = []
    for folder in shipped():
        try:
            books.append(open_book(folder))
        except CessationError as error:
            terminal.say(str(error))
    if not books:
        raise CessationError(t.NO_SCENARIOS)
    if len(books) == 1 or wishes.seat:
        return books[0]
    entries = [(book.tables.id, book.words["en"]["title"], book.words["en"]["summary"]) for book in books]
    return books[_menu(terminal, t.WHICH_SCENARIO, entries, 0)]


def _choose_seat(terminal: Terminal, book: Book) -> int:
    seats = [(id_, book.word("seats", id_), book.word("seats", id_, "about")) for id_ in book.tables.names.seats]
    return _menu(terminal, t.WHICH_SEAT, seats, 0)


def _choose_agent(terminal: Terminal, book: Book, seat: int) -> str:
    agents = opponent_ids(book.tables)
    entries = [(agent, opponent_name(book, agent), opponent_about(book, agent)) for agent in agents]
    title = t.WHICH_AGENT.format(seat=seat_name(book, seat))
    return agents[_menu(terminal, title, entries, agents.index(default_agent(book)))]

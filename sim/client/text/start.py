"""Before the first turn: go on with a game that was left, or choose a scenario, a seat and an opponent."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sim.client import chairs_words as c
from sim.client.compiling import needs_compiling
from sim.client.naming import named, seat_name, typed
from sim.client.opponents import first_choices, further_choices, opponent_about, opponent_name
from sim.client.saving.saves import HUMAN, SavedGame, find_save, newest_unfinished, saved_games
from sim.client.setting_up import new_course, new_game, reopen, seat_number
from sim.client.text import words as t
from sim.client.text.layout import heading, wrap
from sim.client.text.loop import Play, Terminal
from sim.client.text.matching import MisreadError, choose
from sim.client.wishes import Wishes, suggested_level
from sim.errors import CessationError
from sim.scenario.book import Book, open_book
from sim.scenario.places import first_course, flagship, shipped

Entry = tuple[str, str, str]
"""An id, its name, and a sentence about it."""
OTHERS = "others"


class LeftError(Exception):
    """Nobody answers any more."""


def begin(terminal: Terminal, wishes: Wishes) -> tuple[Play, bool] | None:
    """A game ready to be played, and whether it is new; None if nobody answers. Raises CessationError."""
    terminal.say(t.TITLE)
    try:
        if wishes.load:
            return _open(terminal, find_save(wishes.load), wishes, copied=True), False
        if wishes.go_on or wishes == Wishes(wishes.scenario, analyst=wishes.analyst, language=wishes.language):
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
        title, seat = book.text["title"], book.word("seats", seat)
    said = c.GO_ON_TWO if left.shared else t.GO_ON
    terminal.say(said.format(scenario=title, seat=seat, day=left.day))
    return _ask(terminal).lower() not in t.NEW_WORDS.split()


def _ask(terminal: Terminal) -> str:
    line = terminal.read(t.PROMPT_MENU)
    if line is None:
        raise LeftError
    return line.strip()


def _menu(terminal: Terminal, title: str, entries: Sequence[Entry], default: int, more: Sequence[Entry] = ()) -> int:
    """Ask for one of several until one is chosen; Enter takes the default. ``more`` may be named and are not shown."""
    keys = [(id_, name) for id_, name, _ in (*entries, *more)]
    terminal.show(["", heading(title)])
    for i, (id_, name, about) in enumerate(entries):
        mark = t.DEFAULT if i == default else ""
        terminal.show(wrap(f"{i + 1} {named(id_, name)}{mark}: {about}", terminal.width, 2, 4))
    while True:
        line = _ask(terminal)
        if not line:
            return default
        try:
            otherwise = t.NO_CHOICE.format(word=line, choices=", ".join(typed(id_, name) for id_, name, _ in entries))
            return choose(line, keys, otherwise)
        except MisreadError as error:
            terminal.say(str(error))


def _new(terminal: Terminal, wishes: Wishes) -> Play:
    book = _choose_book(terminal, wishes)
    if book.tables.names.course and not (wishes.seat or wishes.agent or wishes.hot_seat):
        game, model = new_course(book, wishes.rng_seed)
    else:
        seat, agent = _choose_sides(terminal, book, wishes)
        if agent != HUMAN:
            terminal.say(_opposite_says(book, 1 - seat, agent))
        if needs_compiling(agent):
            terminal.say(t.COMPILES)
        game, model = new_game(book, seat, agent, wishes.rng_seed, analyst=wishes.analyst)
    if game.autosave.trouble:
        terminal.say(game.autosave.trouble)
    return Play(terminal, book, game, model)


def _opposite_says(book: Book, seat: int, agent: str) -> str:
    """Who plays the other seat, and how to have another."""
    return t.PLAYS_OPPOSITE.format(seat=seat_name(book, seat), agent=opponent_name(book, agent))


def _choose_sides(terminal: Terminal, book: Book, wishes: Wishes) -> tuple[int, str]:
    """The seat and the agent at the other one, as wished or as chosen now."""
    if wishes.hot_seat:
        return 0, HUMAN
    if wishes.seat is not None:
        return seat_number(book, wishes.seat), wishes.agent or suggested_level()
    if wishes.agent == HUMAN:
        return 0, HUMAN
    seat = _choose_seat(terminal, book)
    return seat, wishes.agent or _choose_agent(terminal, book, 1 - seat)


def _choose_book(terminal: Terminal, wishes: Wishes) -> Book:
    if wishes.scenario:
        return open_book(wishes.scenario)
    books = []
    first = (flagship(), first_course())
    for folder in sorted(shipped(), key=lambda each: first.index(each.name) if each.name in first else len(first)):
        try:
            books.append(open_book(folder))
        except CessationError as error:
            terminal.say(str(error))
    if not books:
        raise CessationError(t.NO_SCENARIOS)
    if len(books) == 1 or wishes.seat:
        return books[0]
    entries = [(book.tables.id, book.text["title"], book.text["summary"]) for book in books]
    new = next(saved_games(), None) is None
    suggested = [book.tables.id == (first_course() if new else flagship()) for book in books]
    return books[_menu(terminal, t.WHICH_SCENARIO, entries, suggested.index(True) if any(suggested) else 0)]


def _choose_seat(terminal: Terminal, book: Book) -> int:
    seats = [(id_, book.word("seats", id_), book.word("seats", id_, "about")) for id_ in book.tables.names.seats]
    return _menu(terminal, t.WHICH_SEAT, seats, 0)


def _choose_agent(terminal: Terminal, book: Book, seat: int) -> str:
    """One of those who are offered first; the others are behind one more step, or named at once."""
    first, further = (
        [(agent, opponent_name(book, agent), opponent_about(book, agent)) for agent in agents]
        for agents in (first_choices(), further_choices(book))
    )
    title = t.WHICH_AGENT.format(seat=seat_name(book, seat))
    shown = [*first, (OTHERS, t.OTHERS, t.OTHERS_ABOUT)]
    chosen = _menu(terminal, title, shown, first_choices().index(suggested_level()), further)
    if chosen == len(first):
        return further[_menu(terminal, title, further, 0)][0]
    return [*shown, *further][chosen][0]

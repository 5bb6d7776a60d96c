"""Setting up a game: a new one by scenario, seat and agent, or the record of one that was left."""

import secrets
from pathlib import Path

from sim import __version__
from sim.ai.registry import check_agent_id
from sim.client import words as w
from sim.client.game import Game
from sim.client.model import Model, first_model
from sim.client.saving import saves_words
from sim.client.saving.saves import HUMAN, branch, new_path
from sim.errors import CessationError
from sim.record.record import Header, Record, read_record
from sim.scenario.book import Book, open_book


class SetupError(CessationError):
    """A game that cannot be set up as asked; the message says what there is."""

    exit_code = 2


def seat_number(book: Book, seat: str) -> int:
    """The number of a seat given by its id or its name; raises SetupError."""
    seats = book.tables.names.seats
    for i, id_ in enumerate(seats):
        if seat.lower() in (id_.lower(), book.word("seats", id_).lower()):
            return i
    raise SetupError(w.NO_SEAT.format(seat=seat, seats=", ".join(seats)))


def new_course(book: Book, rng_seed: int | None = None, kind: type[Game] = Game) -> tuple[Game, Model]:
    """A new game of a scenario's course: for its seat, against its doctrine, with its luck unless other is given.

    Raises SetupError if the scenario has no lessons.
    """
    course = book.tables.names.course
    if course is None:
        raise SetupError(w.NO_COURSE.format(scenario=book.text["title"]))
    luck = course.rng_seed if rng_seed is None and course.rng_seed >= 0 else rng_seed
    return new_game(book, seat_number(book, course.seat), course.rival, luck, kind)


def new_game(
    book: Book, seat: int, agent: str, rng_seed: int | None = None, kind: type[Game] = Game, *, analyst: bool = False
) -> tuple[Game, Model]:
    """A new game, of a kind, with a person at a seat, and what the seat to move knows.

    If ``agent`` is a person too, two share the screen, and either may be to move first. Without a place to save it, it
    is played all the same. Raises UnknownAgent.
    """
    if agent != HUMAN:
        check_agent_id(book.tables, agent)
    names = book.tables.names.seats
    first, second = (HUMAN if i == seat else agent for i in range(2))
    rng_seed = secrets.randbits(31) if rng_seed is None else rng_seed
    agents = ((names[0], first), (names[1], second))
    header = Header(book.tables.id, book.tables.digest, __version__, rng_seed, 0, agents)
    path, trouble = _place(book.tables.id)
    game, looks = kind.new(book.tables, header, path, analyst=analyst, trouble=trouble)
    return game, first_model(book, game.seat, agent, looks)


def _place(scenario: str) -> tuple[Path | None, str]:
    """Where a new game is to be saved, or why that cannot be now."""
    try:
        return new_path(scenario), ""
    except OSError as error:
        return None, saves_words.NOT_KEPT_NOW.format(why=error.strerror or error)


def reopen(
    path: Path, scenario: str | None, *, copied: bool, kind: type[Game] = Game, analyst: bool = False
) -> tuple[Book, Game, Model, int]:
    """The game of a record, and how many lines of a torn tail were dropped; ``copied`` leaves the record as it is.

    There is nothing to play on in a game that is over, so that is never copied.

    Raises MissingFile, RecordError, SaveError or ScenarioError.
    """
    record = read_record(path)
    header, copied = record.header, copied and not record.finished
    book = open_book(scenario or header.scenario)
    dropped = 0
    if copied:
        path, dropped = branch(path)
    try:
        game, looks, more = kind.resume(book.tables, path, analyst=analyst)
    except CessationError:
        if copied:
            path.unlink(missing_ok=True)
        raise
    return book, game, first_model(book, game.seat, header.agents[1 - game.seat][1], looks), dropped + more


def played_on(
    book: Book, record: Record, seat: int, day: int, kind: type[Game] = Game, *, analyst: bool = False
) -> tuple[Game, Model]:
    """A new game that begins with a record's up to the turn of a day of a seat.

    Raises CessationError if that seat has no turn on that day, nobody played there, or the game cannot be kept.
    """
    game, looks = kind.forked(book.tables, record, seat, day, analyst=analyst)
    rival = game.session.header.agents[1 - game.seat][1]
    return game, first_model(book, game.seat, rival, looks)

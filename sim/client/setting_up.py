"""Setting up a game: a new one by scenario, seat and agent, or the record of one that was left."""

import secrets
from pathlib import Path

from sim import __version__
from sim.ai.registry import check_agent_id
from sim.client.game import Game, own_seat
from sim.client.model import Model, first_model
from sim.client.saves import HUMAN, branch, new_path
from sim.errors import CessationError
from sim.record.record import Header, read_record
from sim.scenario.book import Book, open_book

PREFERRED = "historical"
OTHERWISE = "linear"


class SetupError(CessationError):
    """A game that cannot be set up as asked; the message says what there is."""

    exit_code = 2


def seat_number(book: Book, seat: str) -> int:
    """The number of a seat given by its id or its name; raises SetupError."""
    seats = book.tables.names.seats
    for i, id_ in enumerate(seats):
        if seat.lower() in (id_.lower(), book.word("seats", id_).lower()):
            return i
    raise SetupError(f"no seat `{seat}`; the seats are {', '.join(seats)}")


def default_agent(book: Book) -> str:
    """The agent to play against if none is named: the record's doctrine, if the scenario has it."""
    return PREFERRED if PREFERRED in book.tables.names.doctrines else OTHERWISE


def new_game(
    book: Book, seat: int, agent: str, rng_seed: int | None = None, kind: type[Game] = Game, *, analyst: bool = False
) -> tuple[Game, Model]:
    """A new game, of a kind, with a person at a seat. Without a place to save it, it is played all the same.

    Raises UnknownAgent.
    """
    if agent == HUMAN:
        raise SetupError("two persons at one table need the window; name an agent")
    check_agent_id(book.tables, agent)
    names = book.tables.names.seats
    first, second = (HUMAN if i == seat else agent for i in range(2))
    rng_seed = secrets.randbits(31) if rng_seed is None else rng_seed
    agents = ((names[0], first), (names[1], second))
    header = Header(book.tables.id, book.tables.digest, __version__, rng_seed, 0, agents)
    try:
        path: Path | None = new_path(book.tables.id)
    except OSError:
        path = None
    game, looks = kind.new(book.tables, header, path, analyst=analyst)
    return game, first_model(book, seat, agent, looks)


def reopen(
    path: Path, scenario: str | None, *, copied: bool, kind: type[Game] = Game, analyst: bool = False
) -> tuple[Book, Game, Model, int]:
    """The game of a record, and how many lines of a torn tail were dropped; ``copied`` leaves the record as it is.

    Raises MissingFile, RecordError, SaveError or ScenarioError.
    """
    header = read_record(path).header
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
    seat = own_seat(header)
    return book, game, first_model(book, seat, header.agents[1 - seat][1], looks), dropped + more

"""A picture of any screen of any record, for whichever seat, as of any day. Needs no display."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sim.client.game import Game, Watch, relive
from sim.client.model import Model, first_model
from sim.client.saves import Autosave
from sim.client.update import Revealed, update
from sim.client.view import words as w
from sim.client.view.geometry import Geometry
from sim.client.view.messages import Shelf
from sim.client.view.shell import Choice, Shell, settled
from sim.errors import CessationError
from sim.record.record import Record
from sim.scenario.book import Book

SCREENS = ("title", "seats", "saves", "help", "briefing", "table", "night", "debrief", "cables", "facts")
DIALOGS = {
    "menu": "table", "reasons": "table", "faces": "table", "save": "table", "believe": "table",
    "advisers": "table", "understood": "debrief", "motives": "debrief", "advised": "debrief",
}  # fmt: skip
"""Dialogs, each with the screen that it is drawn over."""


def model_of(book: Book, record: Record, seat: int, day: int | None) -> Model:
    """What a seat knows on its turn of a day; without a day at the end, and then with the debrief if it is over.

    Raises RecordError if the record does not replay, CessationError if the seat has no turn on that day.
    """
    session, looks, _ = relive(book.tables, record, Watch(seat))
    kept = looks if day is None else tuple(look for look in looks if look.values[0] <= day and not look.over)
    if not kept:
        raise CessationError(f"{book.tables.names.seats[seat]} has no turn by day {day} in this record")
    rival = record.header.agents[1 - seat][1]
    model = replace(first_model(book, seat, rival, kept), silence=w.NOBODY_ASKED)
    if session.over and day is None:
        game = Game(session, Autosave(None, [str(record.header), *record.lines]), Watch(seat))
        model, _ = update(model, Revealed(game.debrief(book)))
    return model


def shell_of(model: Model, screen: str, text: int) -> Shell:
    """A shell that shows a screen, or a dialog over the screen that it belongs to."""
    shelf = Shelf(books=(model.book,))
    shell = Shell(screen=screen, model=model, shelf=shelf, text=text, seen=max(0, len(model.looks) - 1))
    if screen in DIALOGS:
        shell = replace(shell, screen=DIALOGS[screen], dialog=screen)
    if shell.screen == "debrief" and model.debrief is None:
        raise CessationError("the debrief is for a record that is over; leave --day out")
    return replace(shell, choice=settled(shell, Choice(seat=model.seat)))


def keep_picture(shell: Shell, size: tuple[int, int], path: Path) -> None:
    """Draw a shell and keep it as a PNG; raises CessationError if that cannot be written."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    import pygame

    from sim.client.view.fonts import FontRuler
    from sim.client.view.render import Painter, Pointing
    from sim.client.view.show import show

    geometry = Geometry(*size, shell.text)
    ruler = FontRuler(geometry.unit)
    surface = pygame.Surface(size)
    Painter(ruler).draw(surface, show(shell, geometry, ruler), Pointing(), shell.seat)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        pygame.image.save(surface, path)
    except (OSError, pygame.error) as error:
        raise CessationError(f"{path} cannot be written: {error}") from None


def screens() -> Sequence[str]:
    """The names of everything that a picture can be taken of."""
    return (*SCREENS, *DIALOGS)

"""A picture of any screen of any record, for whichever seat, as of any day. Needs no display."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sim.ai.agent import OwnPly
from sim.ai.counsel import Consultation
from sim.ai.kernel import can_compile
from sim.ai.outlook import Question
from sim.client.chairs import Chairs
from sim.client.debriefing import chapters
from sim.client.debriefing.revealing import reveal
from sim.client.game import seat_counsel, seat_forecaster
from sim.client.model import Model, first_model
from sim.client.replaying.replay import read_replay
from sim.client.replaying.replay_mark import ReplayMark
from sim.client.update import Revealed, update
from sim.client.view import words as w
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.shell.messages import Bookmark, Shelf
from sim.client.view.shell.shell import Choice, Shell
from sim.client.watch import Watch, relive
from sim.client.weighing import expecting_words as x
from sim.client.weighing.advising import has_advisers
from sim.client.weighing.planning import draft_number
from sim.errors import CessationError
from sim.record.record import Record
from sim.rules import layout as at
from sim.rules.legality import legal
from sim.scenario.book import Book

REPLAYS = {"replay": True, "replay-true": False}
"""A replay with fog, and without."""
SCREENS = (
    "title",
    "seats",
    "saves",
    "help",
    "briefing",
    "table",
    "night",
    "debrief",
    "cables",
    "facts",
    "about",
    "curtain",
)
CHAPTERS = {f"debrief-{each.id}": i for i, each in enumerate(chapters.CHAPTERS, 1)}
"""Screens of the debrief, each with the number of its chapter; ``debrief`` alone is the first."""
DIALOGS = {
    "menu": "table", "reasons": "table", "faces": "table", "save": "table", "believe": "table",
    "advisers": "table", "accord": "table", "forecast": "table", "others": "seats", "motives": "debrief",
    "options": "title", "keys": "title",
}  # fmt: skip
"""Dialogs, each with the screen that it is drawn over."""


def model_of(book: Book, record: Record, seat: int, day: int | None, futures: int = 0) -> Model:
    """What a seat knows on its turn of a day; without a day at the end, and then with the debrief if it is over.

    With ``futures`` so many are played of the draft and of the other side's offer, and where there is a compiled kernel
    the advisers are heard. Raises RecordError if the record
    does not replay, CessationError if the seat has no turn on that day.
    """
    watch = Watch(seat)
    session, _ = relive(book.tables, record, watch)
    kept = tuple(look for look in watch.looks if day is None or (look.values[0] <= day and not look.over))
    if not kept:
        raise CessationError(f"{book.tables.names.seats[seat]} has no turn by day {day} in this record")
    rival = record.header.agents[1 - seat][1]
    model = replace(first_model(book, seat, rival, kept), silence=w.NOBODY_ASKED, unforeseen=x.NO_FUTURES)
    if session.over and day is None:
        model, _ = update(model, Revealed(reveal(book, record, (seat,))))
    elif futures:
        lived = [ply for ply in watch.plies if ply.seen[at.DAY] < model.day]
        asked = _asked(model, lived)
        forecaster = seat_forecaster(model.tables, record.header, seat)
        outlook = forecaster.forecast(Question(asked, draft_number(model), model.face, futures))
        model = replace(model, outlook=outlook, unforeseen="")
        if has_advisers(model) and can_compile():
            advice = seat_counsel(model.tables, record.header, seat).advise(asked)
            model = replace(model, advice=advice, silence="")
    return model


def _asked(model: Model, lived: Sequence[OwnPly]) -> Consultation:
    """What forecaster and advisers would have been told as the seat's turn began."""
    tables, seen, mask = model.tables, list(model.values), [0] * model.tables.n_mask
    legal(tables.ints, tables.reals, seen, mask)
    return Consultation(tuple(lived), model.values, tuple(mask))


def shell_of(model: Model, screen: str, text: int) -> Shell:
    """A shell that shows a screen, or a dialog over the screen that it belongs to."""
    shelf = Shelf(books=(model.book,))
    shell = Shell(screen=screen, model=model, shelf=shelf, text=text, seen=max(0, len(model.looks) - 1))
    if screen in CHAPTERS:
        shell = replace(shell, screen="debrief", bookmark=Bookmark(CHAPTERS[screen], day=max(1, model.day // 2)))
    if screen in DIALOGS:
        shell = replace(shell, screen=DIALOGS[screen], dialog=screen)
    if shell.screen == "debrief" and model.debrief is None:
        raise CessationError("the debrief is for a record that is over; leave --day out")
    if screen == "curtain":
        shell = replace(shell, chairs=Chairs(model.seat, {model.seat: model}), model=None)
    return replace(shell, choice=Choice(seat=model.seat))


def replay_shell(book: Book, record: Record, seat: int, day: int | None, text: int, *, fog: bool) -> Shell:
    """A shell that shows a record's game again: as of a day, or its end; raises CessationError if that cannot be."""
    replay = read_replay(book, record)
    mark = replay.held(ReplayMark(day or replay.end, seat, fog))
    return Shell(screen="replay", replay=replay, mark=mark, shelf=Shelf(books=(book,)), text=text)


def keep_picture(shell: Shell, size: tuple[int, int], path: Path) -> None:
    """Draw a shell and keep it as a PNG; raises CessationError if that cannot be written."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    import pygame

    from sim.client.view.drawing.fonts import FontRuler
    from sim.client.view.drawing.render import Painter, Pointing
    from sim.client.view.show import show

    geometry = Geometry(*size, shell.text)
    ruler = FontRuler(geometry.unit)
    surface = pygame.Surface(size)
    Painter(ruler, strong=shell.contrast).draw(surface, show(shell, geometry, ruler), Pointing(), shell.seat)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        pygame.image.save(surface, path)
    except (OSError, pygame.error) as error:
        raise CessationError(f"{path} cannot be written: {error}") from None


def screens() -> Sequence[str]:
    """The names of everything that a picture can be taken of."""
    return (*SCREENS, *CHAPTERS, *DIALOGS, *REPLAYS)

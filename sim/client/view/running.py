"""Carrying out what the window asks for, in a thread of its own: frames go on while the other side thinks.

Requests go in, messages come out; the only thing shared is the two queues.
"""

import queue
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.client.naming import language_of, seat_name, short_date
from sim.client.saves import HUMAN, SavedGame, copy_to_slot, newest_unfinished, saved_games, slots
from sim.client.settings import keep_setting
from sim.client.update import Advised, Analysed, Commit, Observed, Revealed
from sim.client.view import messages as m
from sim.client.view import words as w
from sim.errors import CessationError
from sim.record.lines import date_of
from sim.scenario.book import Book, open_book
from sim.scenario.places import flagship, shipped

if TYPE_CHECKING:
    from sim.client.view.thinking import DistantGame

MOST_GAMES = 40
SCREENS = ("table", "night", "debrief", "briefing", "archive", "dialogs", "seats", "saves", "helps")


class Runner:
    """The thread that holds the game. Until it is first asked it does nothing: the first frame must not wait for it."""

    def __init__(self, wake: Callable[[], None] | None = None) -> None:
        self._asked: queue.Queue[Any] = queue.Queue()
        self._answers: queue.Queue[Any] = queue.Queue()
        self._wake = wake or (lambda: None)
        self._game: DistantGame | None = None
        self._book: Book | None = None
        self._consultations: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._counsellors: threading.Thread | None = None
        self._thread = threading.Thread(target=self._run, daemon=True, name="game")
        self._thread.start()

    def send(self, request: Any) -> None:
        """Ask for something; the answer will be among the messages."""
        self._asked.put(request)

    def messages(self) -> list[Any]:
        """What has been answered since the last call; never waits."""
        found = []
        with suppress(queue.Empty):
            while True:
                found.append(self._answers.get_nowait())
        return found

    def close(self) -> None:
        """Finish what was asked for, and end."""
        self._asked.put(None)
        self._thread.join(1.0)
        if self._thread.is_alive() and self._game is not None:
            self._game.hurry()
            self._thread.join(30.0)  # a machine may be very busy

    def _run(self) -> None:
        while True:
            request = self._asked.get()
            import_screens()
            if request is None:
                self._leave()
                return
            try:
                self._do(request)
            except CessationError as error:
                self._answer(m.Failed(str(error)))
            except OSError as error:
                self._answer(m.Failed(f"{error.filename or ''} {error.strerror or error}".strip()))
            except Exception as error:  # noqa: BLE001 - whatever goes wrong here, the window must not wait for ever
                traceback.print_exc()
                self._answer(m.Failed(w.FAULT.format(what=type(error).__name__)))

    def _answer(self, message: Any) -> None:
        self._answers.put(message)
        self._wake()

    def _do(self, request: Any) -> None:
        from sim.client.setting_up import new_game, reopen
        from sim.client.view.thinking import DistantGame

        match request:
            case m.StartGame(book, seat, agent, rng_seed, analyst):
                game, model = new_game(book, seat, agent, rng_seed, DistantGame, analyst=analyst)
                self._take(game, book)
                self._answer(m.Opened(model, fresh=True))
            case m.OpenRecord(path, copied, analyst):
                book, game, model, dropped = reopen(path, None, copied=copied, kind=DistantGame, analyst=analyst)
                self._take(game, book)
                self._answer(m.Opened(model, fresh=False, dropped=dropped))
            case m.Carry(asked):
                self._carry(asked)
            case m.Consult():
                self._consult()
            case m.KeepCopy(name):
                self._answer(self._keep(name))
            case m.KeepSetting(name, value):
                keep_setting(name, value)
            case m.Analyse(on) if self._game is not None:
                self._answer(Analysed(on, self._game.analyse(on=on)))
            case m.Restock():
                self._answer(m.Stocked(stock()))
            case m.CloseGame():
                self._leave()

    def _take(self, game: Any, book: Book) -> None:
        self._leave()
        self._game, self._book = game, book

    def _leave(self) -> None:
        if self._game is not None:
            self._game.close()
        self._game = None

    def _carry(self, asked: Any) -> None:
        if self._game is None or self._book is None:
            return
        if isinstance(asked, Commit):
            look = self._game.commit(asked.actions, asked.beliefs)
            self._answer(Observed(look))
            if self._game.autosave.trouble:
                self._answer(m.Failed(self._game.autosave.trouble))
        else:
            self._answer(Revealed(self._game.debrief(self._book)))

    def _consult(self) -> None:
        """Put the turn before the advisers, who are waited for in a thread of their own."""
        if self._game is None or self._game.session.over:
            return
        asked = self._game.consultation()
        try:
            counsel = self._game.counsel
        except CessationError as error:
            self._answer(Advised(asked.day, silence=str(error)))
            return
        self._consultations.put((counsel, asked))
        if self._counsellors is None:
            self._counsellors = threading.Thread(target=self._hear_advisers, daemon=True, name="advisers")
            self._counsellors.start()

    def _hear_advisers(self) -> None:
        """Ask the advisers about the latest turn only: by the time they speak, others may have passed."""
        while True:
            counsel, asked = self._consultations.get()
            while not self._consultations.empty():
                counsel, asked = self._consultations.get()
            try:
                self._answer(Advised(asked.day, counsel.advise(asked)))
            except (OSError, ValueError):
                self._answer(Advised(asked.day, silence=w.ADVISERS_GONE))

    def _keep(self, name: str) -> Any:
        path = self._game.autosave.path if self._game else None
        if path is None:
            return m.Failed(w.NOT_SAVED)
        return m.Done(w.SAVED.format(name=copy_to_slot(path, name).stem))


def import_screens() -> None:
    """Import what the title did not need, so that no later frame waits for it."""
    for name in SCREENS:
        import_module(f"sim.client.view.screens.{name}")


# --------------------------------------------------------------------------------------------------------------- shelf
def stock() -> m.Shelf:
    """What there is to play. A scenario or record that cannot be read is told of, and left out."""
    books, troubles = [], []
    for folder in sorted(shipped(), key=lambda each: each.name != flagship()):
        try:
            books.append(open_book(folder))
        except CessationError as error:
            troubles.append(str(error).splitlines()[0])
    known = {book.tables.digest: book for book in books}
    games = tuple(kept(each, known) for each, _ in zip(saved_games(), range(MOST_GAMES), strict=False))
    copies = tuple(kept(each, known) for each in slots() if HUMAN in dict(each.header.agents).values())
    left = next((each for each in games if not each.finished), None)
    return m.Shelf(left, games, copies, tuple(books), tuple(troubles))


def first_shelf() -> m.Shelf:
    """The least that the title needs: the game that was left last. Quick; ``stock`` brings the rest."""
    try:
        saved = newest_unfinished()
        if saved is None:
            return m.Shelf()
        book = open_book(saved.header.scenario)
    except (CessationError, OSError):
        return m.Shelf()
    return m.Shelf(left=kept(saved, {book.tables.digest: book}))


def kept(saved: SavedGame, books: dict[str, Book]) -> m.Kept:
    """A record in the words of its scenario, if that is here in the version that it was played with."""
    header, book = saved.header, books.get(saved.header.digest)
    names = [seat for seat, _ in header.agents]
    own = names.index(saved.seat)
    path, stem, day = Path(saved.path), Path(saved.path).stem, saved.day
    if book is None:
        return m.Kept(path, stem, header.scenario, saved.seat, names[1 - own], day, day, "", saved.record.finished)
    title = str(book.words[language_of(book)]["title"])
    date = f"{short_date(book, day)} {date_of(book.tables, day).year}"
    own_name, rival = seat_name(book, own), seat_name(book, 1 - own)
    return m.Kept(path, stem, title, own_name, rival, day, book.tables.horizon, date, saved.record.finished)

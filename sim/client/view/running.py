"""Carrying out what the window asks for, in a thread of its own: frames go on while the other side thinks.

Requests go in, messages come out; the only thing shared is the two queues.
"""

import queue
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.ai.outlook import Question
from sim.client.chairs import seated
from sim.client.debriefing import debrief_words as d
from sim.client.naming import seat_name, short_date
from sim.client.saving.autosave import age_step
from sim.client.saving.saves import (
    HUMAN,
    SavedGame,
    copy_to_slot,
    newest_unfinished,
    remove_slot,
    saved_games,
    shown_name,
    slots,
)
from sim.client.settings import keep_setting
from sim.client.update import Advised, Analysed, Commit, Foreseen, Observed, Revealed, Reviewed
from sim.client.view import words as w
from sim.client.view.shell import log_messages as g
from sim.client.view.shell import messages as m
from sim.client.view.shell import replay_messages as r
from sim.client.view.shell import save_messages as s
from sim.errors import CessationError
from sim.language import speak
from sim.record.lines import date_of
from sim.record.record import Record, read_record
from sim.scenario.book import Book, open_book
from sim.scenario.places import first_course, flagship, shipped

if TYPE_CHECKING:
    from sim.analysis.why.story import FinishedRecord
    from sim.client.view.elsewhere.forecasting import Futures
    from sim.client.view.elsewhere.reviewing import DistantReview
    from sim.client.view.elsewhere.thinking import DistantGame

SCREENS = (
    "table",
    "night",
    "debrief",
    "briefing",
    "about",
    "archive",
    "cables",
    "dialogs",
    "seats",
    "saves",
    "helps",
    "curtain",
    "options",
    "replay",
)


class Runner:
    """The thread that holds the game. Until it is first asked it does nothing: the first frame must not wait for it."""

    def __init__(self, wake: Callable[[], None] | None = None) -> None:
        self._asked: queue.Queue[Any] = queue.Queue()
        self._answers: queue.Queue[Any] = queue.Queue()
        self._wake = wake or (lambda: None)
        self._game: DistantGame | None = None
        self._book: Book | None = None
        self._watched: tuple[Book, Record] | None = None
        self._reviewer: DistantReview | None = None
        self._consultations: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._counsellors: threading.Thread | None = None
        self._futures: Futures | None = None
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
        for _ in range(30):  # a machine may be very busy
            self._thread.join(1.0)
            if not self._thread.is_alive():
                return
            if self._game is not None:
                self._game.hurry()

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
        from sim.client.debriefing.html_page import keep_html
        from sim.client.setting_up import new_course, new_game, reopen
        from sim.client.telling.cables import kept_cables
        from sim.client.view.elsewhere.thinking import DistantGame

        match request:
            case m.StartGame(book, seat, agent, rng_seed, analyst):
                game, model = new_game(book, seat, agent, rng_seed, DistantGame, analyst=analyst)
                self._take(game, book, m.Opened(model, fresh=True, chairs=seated(model, game.models(book))))
            case m.StartCourse(scenario, rng_seed):
                book = open_book(scenario or first_course())
                game, model = new_course(book, rng_seed, DistantGame)
                self._take(game, book, m.Opened(model, fresh=True))
            case m.OpenRecord(path, copied, analyst):
                book, game, model, dropped = reopen(path, None, copied=copied, kind=DistantGame, analyst=analyst)
                chairs = seated(model, game.models(book))
                self._take(game, book, m.Opened(model, fresh=False, dropped=dropped, chairs=chairs))
            case m.Carry(asked):
                self._carry(asked)
            case m.Consult():
                self._consult()
            case m.Foresee(draft, face):
                self._foresee(draft, face)
            case m.PlayOn():
                self._play_on(request)
            case r.LookAgain():
                self._look_again(request)
            case m.KeepPage(model) if model.debrief is not None:
                beside = self._game.autosave.path if self._game else None
                self._answer(m.Done(d.PAGE_SAVED.format(path=keep_html(model, model.debrief, beside, None))))
            case g.KeepCables(model, found):
                beside = self._game.autosave.path if self._game else None
                self._answer(m.Done(kept_cables(model, found, beside)))
            case m.KeepCopy(name):
                self._answer(self._keep(name))
            case s.RemoveCopy() | s.SaveAgain():
                self._see_to_saves(request)
            case m.Speak(language):
                speak(language)
            case m.KeepSetting(name, value):
                keep_setting(name, value)
            case m.Analyse(on) if self._game is not None:
                self._answer(Analysed(on, self._game.analyse(on=on)))
            case m.Restock():
                self._answer(m.Stocked(stock()))
            case m.CloseGame():
                self._leave()

    def _take(self, game: Any, book: Book, opened: m.Opened) -> None:
        self._leave()
        self._game, self._book = game, book
        self._answer(opened)
        self._tell_saved()

    def _leave(self) -> None:
        if self._game is not None:
            self._game.close()
        if self._reviewer is not None:
            self._reviewer.kill()
        self._game = self._reviewer = None

    def _carry(self, asked: Any) -> None:
        if self._game is None or self._book is None:
            return
        if isinstance(asked, Commit):
            look = self._game.commit(asked.actions, asked.beliefs)
            for seat, last in self._game.parting():
                self._answer(Observed(last, seat))
            self._answer(Observed(look, self._game.seat))
            self._tell_saved()
        else:
            debrief = self._game.debrief(self._book)
            self._answer(Revealed(debrief))
            self._review(debrief.past, self._game.autosave.path)

    def _review(self, past: "FinishedRecord", path: Path | None) -> None:
        """The review that is kept beside a record; else one is played, and waited for in a thread of its own."""
        from sim.client.debriefing.reviewing import kept_review
        from sim.client.view.elsewhere.reviewing import DistantReview

        found = kept_review(past, path)
        if found:
            self._answer(Reviewed(found))
            return
        self._reviewer = DistantReview(past)
        threading.Thread(target=self._hear_review, args=(self._reviewer, past, path), daemon=True).start()

    def _hear_review(self, reviewer: "DistantReview", past: "FinishedRecord", path: Path | None) -> None:
        """Tell how far a review is, and keep it; once its game has been left, nobody listens."""
        from sim.client.debriefing.reviewing import keep_review

        for step in reviewer.steps():
            if reviewer is not self._reviewer:
                return
            if step.review:
                keep_review(past, step.review, path)
            self._answer(step)

    def _consult(self) -> None:
        """Put the turn before the advisers, who are waited for in a thread of their own."""
        if self._game is None or self._game.session.over:
            return
        asked, seat = self._game.consultation(), self._game.seat
        try:
            counsel = self._game.counsel
        except CessationError as error:
            self._answer(Advised(asked.day, silence=str(error), seat=seat))
            return
        self._consultations.put((counsel, asked, seat))
        if self._counsellors is None:
            self._counsellors = threading.Thread(target=self._hear_advisers, daemon=True, name="advisers")
            self._counsellors.start()

    def _foresee(self, draft: int, face: int) -> None:
        """Have futures of a draft played, in a process and a thread of their own."""
        from sim.client.view.elsewhere.forecasting import Asked, Futures

        if self._game is None or self._game.session.over:
            return
        asked, seat = self._game.consultation(), self._game.seat
        try:
            forecaster = self._game.forecaster
        except CessationError as error:
            self._answer(Foreseen(asked.day, silence=str(error), seat=seat))
            return
        self._futures = self._futures or Futures(self._answer)
        self._futures.ask(Asked(forecaster, seat, Question(asked, draft, face, 0)))

    def _hear_advisers(self) -> None:
        """Ask the advisers about the latest turn only: by the time they speak, others may have passed."""
        while True:
            counsel, asked, seat = self._consultations.get()
            while not self._consultations.empty():
                counsel, asked, seat = self._consultations.get()
            try:
                self._answer(Advised(asked.day, counsel.advise(asked), seat=seat))
            except (OSError, ValueError):
                self._answer(Advised(asked.day, silence=w.ADVISERS_GONE, seat=seat))

    def _see_to_saves(self, asked: s.RemoveCopy | s.SaveAgain) -> None:
        if isinstance(asked, s.RemoveCopy):
            remove_slot(asked.kept.path)
            self._answer(m.Done(w.REMOVED.format(name=asked.kept.name)))
        elif self._game is not None:
            self._game.autosave.keep(())
            self._tell_saved()

    def _keep(self, name: str) -> Any:
        if self._game is None:
            return m.Failed(w.NO_GAME)
        return m.Done(w.SAVED.format(name=shown_name(copy_to_slot(self._game.autosave.lines, name))))

    def _tell_saved(self) -> None:
        """How the game's autosave stands; that it failed is told in words as well."""
        if self._game is not None:
            autosave = self._game.autosave
            self._answer(m.Saved(autosave.kept_at, autosave.trouble, age_step(time.time() - autosave.kept_at)))
            if autosave.trouble:
                self._answer(m.Failed(autosave.trouble))

    def _look_again(self, asked: r.LookAgain) -> None:
        """Read a record so that it can be looked at again; without a path that of the game that is open."""
        from sim.client.replaying.replay import read_replay

        if asked.path is not None:
            record = read_record(asked.path)
            book = open_book(asked.scenario or record.header.scenario)
        elif self._game is not None and self._book is not None:
            record, book = self._game.record, self._book
        else:
            self._answer(m.Failed(w.NO_GAME))
            return
        self._answer(r.Replaying(read_replay(book, record), asked))
        self._watched = (book, record)

    def _play_on(self, asked: m.PlayOn) -> None:
        """A new game from a day of the one that is open, or of the one that is looked at again."""
        from sim.client.setting_up import played_on
        from sim.client.view.elsewhere.thinking import DistantGame

        own = (self._book, self._game.record) if self._game is not None and self._book is not None else None
        found = own if asked.seat < 0 else self._watched
        if found is None:
            self._answer(m.Failed(w.NO_GAME))
            return
        seat = self._game.seat if asked.seat < 0 and self._game is not None else asked.seat
        analyst = self._game is not None and self._game.analyst
        game, model = played_on(*found, seat, asked.day, DistantGame, analyst=analyst)
        self._take(game, found[0], m.Opened(model, fresh=False, chairs=seated(model, game.models(found[0]))))


def import_screens() -> None:
    """Import what the title did not need, so that no later frame waits for it."""
    for name in SCREENS:
        import_module(f"sim.client.view.screens.{name}")


# --------------------------------------------------------------------------------------------------------------- shelf
def stock() -> m.Shelf:
    """What there is to play. A scenario or record that cannot be read is told of, and left out."""
    books, troubles = [], []
    first = (flagship(), first_course())
    for folder in sorted(shipped(), key=lambda each: first.index(each.name) if each.name in first else len(first)):
        try:
            books.append(open_book(folder))
        except CessationError as error:
            troubles.append(str(error).splitlines()[0])
    known = {book.tables.digest: book for book in books}
    games = tuple(kept(each, known) for each in saved_games())
    copies = tuple(kept(each, known) for each in slots() if HUMAN in dict(each.header.agents).values())
    left = next((each for each in games if not each.finished), None)
    return m.Shelf(left, games, copies, tuple(books), tuple(troubles), new=not games)


def first_shelf() -> m.Shelf:
    """The least that the title needs: the game that was left last. Quick; ``stock`` brings the rest."""
    try:
        saved = newest_unfinished()
        if saved is None:
            return m.Shelf(new=next(saved_games(), None) is None)
        book = open_book(saved.header.scenario)
    except (CessationError, OSError):
        return m.Shelf()
    return m.Shelf(left=kept(saved, {book.tables.digest: book}))


def kept(saved: SavedGame, books: dict[str, Book]) -> m.Kept:
    """A record in the words of its scenario, if that is here in the version that it was played with."""
    header, book = saved.header, books.get(saved.header.digest)
    names = [seat for seat, _ in header.agents]
    own = names.index(saved.seat)
    path, day = Path(saved.path), saved.day
    stem = shown_name(path)
    if book is None:
        sides = (saved.seat, names[1 - own])
        return m.Kept(path, stem, header.scenario, *sides, day, day, "", saved.record.finished, saved.shared)
    title = str(book.text["title"])
    date = f"{short_date(book, day)} {date_of(book.tables, day).year}"
    sides, last = (seat_name(book, own), seat_name(book, 1 - own)), book.tables.horizon
    return m.Kept(path, stem, title, *sides, day, last, date, saved.record.finished, saved.shared)

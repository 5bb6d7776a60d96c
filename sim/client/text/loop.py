"""The loop: read a line, update the model, have the game carry out what it asks for, draw. All else is elsewhere."""

from collections.abc import Callable, Iterable

from sim.ai.outlook import Question
from sim.client import chairs_words as c
from sim.client.chairs import revealed, seated, told
from sim.client.compiling import futures_are_ready, search_is_ready
from sim.client.game import Game
from sim.client.model import Model
from sim.client.naming import in_english_only, seat_name, short_date
from sim.client.settings import keep_setting
from sim.client.text import words as t
from sim.client.text.after import again, play_on, reviewed, save_page, show_turning
from sim.client.text.cables import write_cables
from sim.client.text.commands import Reply, read_line
from sim.client.text.debrief import all_nights_lines, debrief_screen
from sim.client.text.layout import page_lines, wrap
from sim.client.text.planned import shown
from sim.client.text.replaying import replayed
from sim.client.text.saving import load, may_leave, quick, save, saves
from sim.client.text.screens import briefing_parts
from sim.client.text.sharing import curtain_lines, passed
from sim.client.text.turn import acted_lines, day_line, turn_screen
from sim.client.update import Advised, Analysed, Commit, Foreseen, Message, Observed, Request, Revealed, update
from sim.client.weighing import expecting_words as x
from sim.client.weighing.advising import advisers_page
from sim.client.weighing.expecting import outlook_of
from sim.client.weighing.foretelling import forecast_page
from sim.client.weighing.planning import draft_number
from sim.errors import CessationError
from sim.language import speak
from sim.language.catalogue import languages
from sim.scenario.book import Book

FUTURES, FEW_FUTURES = 2000, 20
Read = Callable[[str], str | None]
Write = Callable[[str], None]


class Terminal:
    """Where lines come from and go to. ``read`` takes a prompt and gives a line, or None when there is no more.

    ``paged`` says that somebody reads along, for whom long texts wait; ``wipe`` makes what was shown unseen.
    """

    def __init__(
        self, read: Read, write: Write, width: int, *, paged: bool = False, wipe: Callable[[], None] | None = None
    ) -> None:
        self.read = read
        self.width = width
        self.paged = paged
        self.wipe = wipe or (lambda: None)
        self._write = write

    def show(self, lines: Iterable[str]) -> None:
        """Write lines."""
        for line in lines:
            self._write(line)

    def say(self, text: str) -> None:
        """Write a sentence, wrapped."""
        self.show(wrap(text, self.width))


class Play:
    """One game at a terminal, from where it stands to its debrief or until somebody leaves."""

    def __init__(self, terminal: Terminal, book: Book, game: Game, model: Model) -> None:
        self.terminal = terminal
        self.book = book
        self.game = game
        self.model = model
        self.chairs = seated(model, game.models(book))

    def run(self, *, briefing: bool) -> None:
        """Play until there is nothing more to read."""
        if self.model.over:
            self._carry_out_reveal()
        elif self.chairs:
            if not self._pass_chair():
                return
        elif briefing and not self._brief():
            return
        else:
            self.terminal.show(turn_screen(self.model, self.terminal.width))
        while True:
            line = self.terminal.read(self._prompt())
            if line is None or not self._take(read_line(self.model, line, self.terminal.width)):
                return

    def _brief(self) -> bool:
        """Show the briefing part by part; False if nobody reads on."""
        self.terminal.say(in_english_only(self.book))
        for part in briefing_parts(self.model, self.terminal.width):
            self.terminal.show(["", *part])
            if self.terminal.paged and self.terminal.read(t.PROMPT_MORE) is None:
                return False
        return True

    def leave(self) -> None:
        """Close the save and say where it stands. Safe after an interruption."""
        self.game.close()
        if not self.model.over:
            kept = self.game.autosave.path and not self.game.autosave.trouble
            self.terminal.say(t.LEFT_KEPT if kept else t.LEFT_UNKEPT)

    def _prompt(self) -> str:
        if self.model.question:
            return t.PROMPT_YES
        return t.PROMPT_OVER if self.model.over else t.PROMPT.format(day=self.model.day)

    def _take(self, reply: Reply) -> bool:
        """Act on a reply; False to leave."""
        for message in reply.messages:
            if not self._send(message):
                return False
        self.terminal.show(reply.lines)
        self.terminal.show(shown(self.model, reply.show, self.terminal.width))
        if reply.control is None:
            return True
        what, argument = reply.control
        if what == "quit":
            return not may_leave(self)
        try:
            CONTROLS[what](self, argument)
        except CessationError as error:
            self.terminal.say(str(error))
        return True

    def _send(self, message: Message) -> bool:
        """Update the model, and carry out what it asks for until it asks for nothing; False if nobody reads on."""
        planned = len(self.model.plan)
        self.model, request = update(self.model, message)
        if request is None:
            for notice in self.model.notices:
                self.terminal.say(notice)
            if self.model.question:
                self.terminal.say(self.model.question.text)
            elif len(self.model.plan) != planned and self.model.plan:
                self.terminal.say(t.PLAN_END)
            return True
        before = self.model.seat
        while isinstance(request, Commit):
            request = self._commit(request)
            if isinstance(request, Commit) and not self.chairs:
                self.terminal.show(day_line(self.model, self.terminal.width))
        if request is None and self.model.seat != before:
            return self._pass_chair()
        for notice in self.model.notices:
            self.terminal.say(notice)
        if self.game.autosave.trouble:
            self.terminal.say(self.game.autosave.trouble)
        if request is None:
            self.terminal.show(turn_screen(self.model, self.terminal.width))
        else:
            self._carry_out_reveal()
        return True

    def _commit(self, asked: Commit) -> Request | None:
        """Have the game carry a turn out; the model is then that of whoever's turn it is."""
        look = self.game.commit(asked.actions, asked.beliefs)
        if self.chairs is None:
            self.model, request = update(self.model, Observed(look))
            return request
        chairs = self.chairs.having(self.model)
        for seat, last in self.game.parting():
            chairs, _ = told(chairs, Observed(last, seat))
        self.chairs, request = told(chairs, Observed(look, self.game.seat))
        self.model = self.chairs.model
        return request

    def _pass_chair(self) -> bool:
        """The curtain, then the turn of the one who now sits here; False if nobody does."""
        self.terminal.wipe()
        seat = seat_name(self.book, self.model.seat)
        self.terminal.show(curtain_lines(self.book, self.model.seat, self.terminal.width))
        if self.terminal.read(c.PROMPT_CHAIR.format(seat=seat)) is None:
            return False
        if len(self.model.looks) == 1 and not self._brief():
            return False
        self.terminal.show(line for day in passed(self.model) for line in day_line(day, self.terminal.width))
        for notice in self.model.notices:
            self.terminal.say(notice)
        self.terminal.show(turn_screen(self.model, self.terminal.width))
        return True

    def _carry_out_reveal(self) -> None:
        message = Revealed(self.game.debrief(self.book))
        if self.chairs:
            self.chairs = revealed(self.chairs.having(self.model), message)
            self.model = self.chairs.model
            self.terminal.say(c.SEE_OTHER)
        else:
            self.model, _ = update(self.model, message)
        self.model = reviewed(self, asked=False)
        self.terminal.show(debrief_screen(self.model, message.debrief, self.terminal.width))

    def _other(self, _: str) -> None:
        """The debrief from the other seat."""
        if self.chairs is None or self.chairs.away is None or self.chairs.away.debrief is None:
            raise CessationError(c.NOT_SHARED)
        self.chairs = self.chairs.having(self.model).turned()
        self.model = self.chairs.model
        assert self.model.debrief is not None
        self.terminal.show(debrief_screen(self.model, self.model.debrief, self.terminal.width))

    def begin_again(self, *, briefing: bool = False) -> None:
        """Another game has been opened: show where it stands, if it is a new one after the briefing."""
        self.chairs = seated(self.model, self.game.models(self.book))
        if self.model.over:
            self._carry_out_reveal()
        elif self.chairs:
            self._pass_chair()
        elif not briefing or self._brief():
            self.terminal.show(turn_screen(self.model, self.terminal.width))

    def _advise(self, _: str) -> None:
        """Ask the advisers, once a turn."""
        if not self.model.advice:
            counsel = self.game.counsel
            self.terminal.say(t.ADVISERS_THINK if search_is_ready() else t.ADVISERS_THINK_FIRST)
            self.model, _none = update(self.model, Advised(self.model.day, counsel.advise(self.game.consultation())))
        self.terminal.show(page_lines(advisers_page(self.model), self.terminal.width))

    def _forecast(self, _: str) -> None:
        """Have futures of the draft and of their offer played, once a draft."""
        if outlook_of(self.model) is None:
            from sim.ai.kernel import can_compile  # with all of the kernel, which only who asks waits for

            quick = can_compile()
            self.terminal.say((x.THINKS if futures_are_ready() else x.THINKS_FIRST) if quick else x.FEW)
            asked = self.game.consultation()
            question = Question(asked, draft_number(self.model), self.model.face, FUTURES if quick else FEW_FUTURES)
            self.model, _none = update(self.model, Foreseen(asked.day, self.game.forecaster.forecast(question)))
        found = outlook_of(self.model)
        if found:
            self.terminal.show(page_lines(forecast_page(self.model, found), self.terminal.width))

    def _analyse(self, argument: str) -> None:
        """Turn the analyst setting on or off, for this game and those to come, or say how it stands."""
        wanted = {"on": True, "off": False}.get(argument.lower())
        if wanted is not None:
            self.model, _ = update(self.model, Analysed(wanted, self.game.analyse(on=wanted)))
            self._keep("analyst", wanted)
        elif argument:
            self.terminal.say(t.ANALYST_HOW)
        self.terminal.say(t.ANALYST_ON if self.game.analyst else t.ANALYST_OFF)
        if wanted and not self.model.over:
            self.terminal.show(acted_lines(self.model, self.terminal.width))

    def _speak(self, argument: str) -> None:
        """Change the language, for this game and those to come, or say which there are."""
        wanted = argument.lower()
        if wanted not in languages():
            self.terminal.say(t.LANGUAGE_HOW.format(languages=", ".join(languages())))
            return
        speak(wanted)
        self._keep("language", wanted)
        self.terminal.say(t.LANGUAGE_IS)
        self.terminal.say(in_english_only(self.book))
        if not self.model.over:
            self.terminal.show(turn_screen(self.model, self.terminal.width))

    def _keep(self, name: str, value: object) -> None:
        try:
            keep_setting(name, value)
        except OSError as error:
            self.terminal.say(t.NOT_KEPT.format(why=error.strerror))

    def _night(self, argument: str) -> None:
        day = int(argument) if argument.isascii() and argument.isdigit() and len(argument) < 5 else 0
        try:
            nights = self.game.explain(day)
        except CessationError:
            self.terminal.say(t.NO_NIGHT.format(day=argument or short_date(self.book, 1)))
            return
        self.terminal.show(all_nights_lines(self.model, day, nights, self.terminal.width))


def _play_on(play: Play, word: str) -> None:
    """A new game from a day of the one that is over."""
    if play_on(play, word):
        play.begin_again()


def _again(play: Play, seat: str) -> None:
    """A new game like the one that is over."""
    again(play, seat)
    play.begin_again(briefing=True)


CONTROLS: dict[str, Callable[[Play, str], None]] = {
    "turning": show_turning,
    "page": save_page,
    "fork": _play_on,
    "again": _again,
    "other": Play._other,
    "cables": write_cables,
    "save": save,
    "saves": saves,
    "load": load,
    "quick": quick,
    "replay": replayed,
    "night": Play._night,
    "advisers": Play._advise,
    "forecast": Play._forecast,
    "analyst": Play._analyse,
    "language": Play._speak,
}

"""The loop: read a line, update the model, have the game carry out what it asks for, draw. All else is elsewhere."""

from collections.abc import Callable, Iterable

from sim.client.advising import advisers_page
from sim.client.game import Game
from sim.client.model import Model
from sim.client.naming import short_date
from sim.client.saves import copy_to_slot, find_save, slots
from sim.client.setting_up import reopen
from sim.client.settings import keep_setting
from sim.client.text import words as t
from sim.client.text.commands import Reply, read_line, shown
from sim.client.text.debrief import all_nights_lines, debrief_screen
from sim.client.text.layout import page_lines, wrap
from sim.client.text.screens import briefing_parts
from sim.client.text.turn import acted_lines, day_line, turn_screen
from sim.client.update import Advised, Analysed, Commit, Message, Observed, Revealed, update
from sim.errors import CessationError
from sim.scenario.book import Book

Read = Callable[[str], str | None]
Write = Callable[[str], None]


class Terminal:
    """Where lines come from and go to. ``read`` takes a prompt and gives a line, or None when there is no more.

    ``paged`` says that somebody reads along, for whom long texts wait.
    """

    def __init__(self, read: Read, write: Write, width: int, *, paged: bool = False) -> None:
        self.read = read
        self.width = width
        self.paged = paged
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

    def run(self, *, briefing: bool) -> None:
        """Play until there is nothing more to read."""
        if briefing and not self._brief():
            return
        if self.model.over:
            self._carry_out_reveal()
        else:
            self.terminal.show(turn_screen(self.model, self.terminal.width))
        while True:
            line = self.terminal.read(self._prompt())
            if line is None or not self._take(read_line(self.model, line, self.terminal.width)):
                return

    def _brief(self) -> bool:
        """Show the briefing part by part; False if nobody reads on."""
        for part in briefing_parts(self.model, self.terminal.width):
            self.terminal.show(["", *part])
            if self.terminal.paged and self.terminal.read(t.PROMPT_MORE) is None:
                return False
        return True

    def leave(self) -> None:
        """Close the save and say where it stands. Safe after an interruption."""
        self.game.autosave.close()
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
            self._send(message)
        self.terminal.show(reply.lines)
        self.terminal.show(shown(self.model, reply.show, self.terminal.width))
        if reply.control is None:
            return True
        what, argument = reply.control
        if what == "quit":
            return False
        try:
            CONTROLS[what](self, argument)
        except CessationError as error:
            self.terminal.say(str(error))
        return True

    def _send(self, message: Message) -> None:
        """Update the model, and carry out what it asks for until it asks for nothing."""
        planned = len(self.model.plan)
        self.model, request = update(self.model, message)
        if request is None:
            for notice in self.model.notices:
                self.terminal.say(notice)
            if self.model.question:
                self.terminal.say(self.model.question.text)
            elif len(self.model.plan) != planned and self.model.plan:
                self.terminal.say(t.PLAN_END)
            return
        while isinstance(request, Commit):
            self.model, request = update(self.model, Observed(self.game.commit(request.actions, request.beliefs)))
            if isinstance(request, Commit):
                self.terminal.show(day_line(self.model, self.terminal.width))
        for notice in self.model.notices:
            self.terminal.say(notice)
        if self.game.autosave.trouble:
            self.terminal.say(self.game.autosave.trouble)
        if request is None:
            self.terminal.show(turn_screen(self.model, self.terminal.width))
        else:
            self._carry_out_reveal()

    def _carry_out_reveal(self) -> None:
        debrief = self.game.debrief(self.book)
        self.model, _ = update(self.model, Revealed(debrief))
        self.terminal.show(debrief_screen(self.model, debrief, self.terminal.width))

    # ---------------------------------------------------------------------------------------------- saves and nights
    def _save(self, name: str) -> None:
        if not name:
            self.terminal.say(t.NEEDS_NAME)
        elif self.game.autosave.path is None:
            self.terminal.say(t.NO_FILE)
        else:
            path = copy_to_slot(self.game.autosave.path, name)
            planned = f" {t.UNSAVED_PLAN}" if self.model.plan else ""
            self.terminal.say(t.SAVED.format(name=path.stem) + planned)

    def _saves(self, _: str) -> None:
        found = slots()
        for each in found:
            row = t.SAVE_ROW.format(day=each.day, seat=each.seat, scenario=each.header.scenario)
            self.terminal.say(f"{each.path.stem}: {row}")
        if not found:
            self.terminal.say(t.SAVES_NONE)

    def _load(self, name: str) -> None:
        if not name:
            self._saves("")
            return
        self.book, game, self.model, _ = reopen(find_save(name), None, copied=True, analyst=self.game.analyst)
        self.game.autosave.close()
        self.game = game
        if self.model.over:
            self._carry_out_reveal()
        else:
            self.terminal.show(turn_screen(self.model, self.terminal.width))

    def _advise(self, _: str) -> None:
        """Ask the advisers, once a turn."""
        if not self.model.advice:
            counsel = self.game.counsel
            self.terminal.say(t.ADVISERS_THINK)
            self.model, _none = update(self.model, Advised(self.model.day, counsel.advise(self.game.consultation())))
        self.terminal.show(page_lines(advisers_page(self.model), self.terminal.width))

    def _analyse(self, argument: str) -> None:
        """Turn the analyst setting on or off, for this game and those to come, or say how it stands."""
        wanted = {"on": True, "off": False}.get(argument.lower())
        if wanted is not None:
            self.model, _ = update(self.model, Analysed(wanted, self.game.analyse(on=wanted)))
            try:
                keep_setting("analyst", wanted)
            except OSError as error:
                self.terminal.say(t.NOT_KEPT.format(why=error.strerror))
        elif argument:
            self.terminal.say(t.ANALYST_HOW)
        self.terminal.say(t.ANALYST_ON if self.game.analyst else t.ANALYST_OFF)
        if wanted and not self.model.over:
            self.terminal.show(acted_lines(self.model, self.terminal.width))

    def _night(self, argument: str) -> None:
        day = int(argument) if argument.isascii() and argument.isdigit() and len(argument) < 5 else 0
        try:
            nights = self.game.explain(day)
        except CessationError:
            self.terminal.say(t.NO_NIGHT.format(day=argument or short_date(self.book, 1)))
            return
        self.terminal.show(all_nights_lines(self.model, day, nights, self.terminal.width))


CONTROLS: dict[str, Callable[[Play, str], None]] = {
    "save": Play._save,
    "saves": Play._saves,
    "load": Play._load,
    "night": Play._night,
    "advisers": Play._advise,
    "analyst": Play._analyse,
}

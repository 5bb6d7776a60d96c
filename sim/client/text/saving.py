"""Saves at the terminal: copies with a name, the quick save and the way back, how the autosave stands."""

import time
from typing import TYPE_CHECKING

from sim.client import chairs_words as c
from sim.client.naming import typed
from sim.client.saving import saves_words as s
from sim.client.saving.autosave import age_step, age_words
from sim.client.saving.saves import QUICK, copy_to_slot, find_save, shown_name, slots
from sim.client.setting_up import reopen
from sim.client.text import words as t

if TYPE_CHECKING:
    from sim.client.text.loop import Play

BACK = "load"


def save(play: "Play", name: str) -> None:
    """A copy under a name. Raises SaveError."""
    if not name:
        play.terminal.say(t.NEEDS_NAME)
        return
    path = copy_to_slot(play.game.autosave.lines, name)
    planned = f" {t.UNSAVED_PLAN}" if play.model.plan else ""
    play.terminal.say(t.SAVED.format(name=shown_name(path)) + planned)


def quick(play: "Play", word: str) -> None:
    """The quick save, or the way back to it. Raises SaveError, MissingFile."""
    if word.lower() == BACK:
        load(play, QUICK)
    else:
        save(play, QUICK)


def saves(play: "Play", _: str = "") -> None:
    """How this game is saved, and the copies with a name."""
    autosave, day = play.game.autosave, play.model.day
    if autosave.trouble or not autosave.kept_at:
        play.terminal.say(s.NEVER_SAVED.format(day=day, why=autosave.trouble or s.UNKEPT))
    else:
        age = age_words(age_step(time.time() - autosave.kept_at))
        play.terminal.say(s.LAST_SAVED.format(day=day, age=age))
    found = slots()
    for each in found:
        said = c.SAVE_ROW_TWO if each.shared else t.SAVE_ROW
        here = play.book.tables.id == each.header.scenario  # of another scenario the ids have to do
        seat = typed(each.seat, play.book.word("seats", each.seat)) if here else each.seat
        scenario = typed(each.header.scenario, play.book.text["title"]) if here else each.header.scenario
        row = said.format(day=each.day, seat=seat, scenario=scenario)
        play.terminal.say(f"{shown_name(each.path)}: {row}")
    if not found:
        play.terminal.say(t.SAVES_NONE)


def load(play: "Play", name: str) -> None:
    """Go on from a copy of a save. Raises MissingFile, RecordError, SaveError."""
    if not name:
        saves(play)
        return
    path = find_save(name)
    if not may_leave(play):
        return
    play.book, game, play.model, _ = reopen(path, None, copied=True, analyst=play.game.analyst)
    play.game.close()
    play.game = game
    play.begin_again()


def may_leave(play: "Play") -> bool:
    """Whether the game that is open can be left: if turns of it are still not on the disk, that is asked first."""
    if play.game.autosave.trouble:
        play.game.autosave.keep(())
    if not play.game.autosave.trouble:
        return True
    play.terminal.say(s.LOSES_DAYS.format(why=play.game.autosave.trouble))
    answer = (play.terminal.read(t.PROMPT_YES) or "").split()
    leaves = bool(answer) and answer[0].lower() in t.YES_WORDS.split()
    if not leaves:
        play.terminal.say(t.STAYED)
    return leaves

"""What the loop does once a game is over: play out its review, save the debrief as a page, play on from a day."""

from pathlib import Path
from typing import TYPE_CHECKING

from sim.client.debriefing import debrief_words as d
from sim.client.debriefing.html_page import keep_html
from sim.client.debriefing.reviewing import keep_review, kept_review, review_steps
from sim.client.explaining.lessons import course_of
from sim.client.setting_up import new_course, new_game, played_on, seat_number
from sim.client.text.debrief import chapter_lines
from sim.client.update import Reviewed, update

if TYPE_CHECKING:
    from sim.client.model import Model
    from sim.client.text.loop import Play

TURNING = 4  # the chapter's number
REVIEWED = (TURNING, 6, 7)


def reviewed(play: "Play", *, asked: bool) -> "Model":
    """The model with the review that is kept beside the record; if there is none, and it is asked for, played now."""
    debrief, path = play.model.debrief, play.game.autosave.path
    if debrief is None or play.model.review:
        return play.model
    found = kept_review(debrief.past, path)
    if found is None and asked:
        play.terminal.say(d.REVIEW_THINKS)
        for step in review_steps(debrief.past):
            play.model, _ = update(play.model, step)
        if play.model.review:
            keep_review(debrief.past, play.model.review, path)
        return play.model
    return update(play.model, Reviewed(found))[0]


def show_turning(play: "Play", _: str) -> None:
    """The chapters that rest on futures and games, which are played now unless they are kept."""
    play.model = reviewed(play, asked=True)
    if play.model.debrief:
        for number in REVIEWED:
            play.terminal.show(["", *chapter_lines(play.model, play.model.debrief, number, play.terminal.width)])


def save_page(play: "Play", name: str) -> None:
    """The debrief as one file, beside the record or where it is wanted; raises CessationError."""
    debrief = play.model.debrief
    if debrief:
        play.model = reviewed(play, asked=False)
        path = keep_html(play.model, debrief, play.game.autosave.path, Path(name) if name else None)
        play.terminal.say(d.PAGE_SAVED.format(path=path))


def again(play: "Play", seat: str) -> None:
    """Another game against the same opponent, with luck of its own, from the seat that is named or from the same one.

    A course begins anew. Raises SetupError.
    """
    book, over, before = play.book, play.game, play.model
    if course_of(before) and not seat:
        game, play.model = new_course(book)
    else:
        number = seat_number(book, seat) if seat else before.seat
        game, play.model = new_game(book, number, before.rival, analyst=over.analyst)
    over.close()
    play.game = game


def play_on(play: "Play", word: str) -> bool:
    """A new game that begins with this one up to a day; False if that is no day of it. Raises CessationError."""
    if not (word.isascii() and word.isdigit() and len(word) < 5):
        play.terminal.say(d.FORK_HOW)
        return False
    day = int(word)
    over = play.game
    game, play.model = played_on(play.book, over.record, over.seat, day, analyst=over.analyst)
    over.close()
    play.game = game
    play.terminal.say(d.PLAYED_ON.format(day=day))
    return True

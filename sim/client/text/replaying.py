"""A replay at the terminal: a page a day, and what is typed to go to another."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sim.client.debriefing import debrief_words as d
from sim.client.replaying import replay_words as w
from sim.client.replaying.replay import Replay, read_replay
from sim.client.replaying.replay_mark import ReplayMark
from sim.client.replaying.replay_page import replay_page, why_not_on
from sim.client.saving.saves import find_save
from sim.client.setting_up import played_on
from sim.client.text.debrief import body_lines
from sim.client.text.layout import heading
from sim.client.text.turn import turn_screen
from sim.record.record import Record, read_record
from sim.scenario.book import open_book

if TYPE_CHECKING:
    from sim.client.text.loop import Play, Terminal

PLAIN: dict[str, Callable[[Replay, ReplayMark], ReplayMark]] = {
    "": lambda _, mark: mark._replace(day=mark.day + 1),
    "next": lambda _, mark: mark._replace(day=mark.day + 1),
    "back": lambda _, mark: mark._replace(day=mark.day - 1),
    "first": lambda _, mark: mark._replace(day=1),
    "last": lambda replay, mark: mark._replace(day=replay.end),
    "fog": lambda _, mark: mark._replace(fog=not mark.fog),
    "eyes": lambda _, mark: mark._replace(seat=1 - mark.seat),
}


def watch(terminal: "Terminal", replay: Replay, mark: ReplayMark) -> ReplayMark | None:
    """Show days as they are asked for, until somebody leaves; where to play on, if that is asked for."""
    show(terminal, replay, mark)
    terminal.say(w.HOW.format(**w.TYPED))
    while True:
        prompt = w.PROMPT_END if mark.day > replay.last else w.PROMPT.format(day=mark.day)
        line = terminal.read(prompt)
        word = _in_english((line or "").strip().lower())
        if line is None or word == "quit":
            return None
        if word == "fork":
            why = why_not_on(replay, mark)
            if not why:
                return mark
            terminal.say(why)
        elif word == "days":
            while mark.day < replay.end:
                mark = mark._replace(day=mark.day + 1)
                show(terminal, replay, mark)
        else:
            mark = _stepped(terminal, replay, mark, word)


def show(terminal: "Terminal", replay: Replay, mark: ReplayMark) -> None:
    """A day."""
    told = replay_page(replay, mark)
    terminal.show(["", heading(told.title, told.note), *body_lines(told, terminal.width), ""])


def _in_english(word: str) -> str:
    """A word as it is known here, from its beginning in English or in the language of now; itself if it is none."""
    words = {**{typed: name for name, typed in w.TYPED.items()}, **{name: name for name in w.TYPED}}
    if word in words:
        return words[word]
    begun = {name for typed, name in words.items() if word and typed.startswith(word)}
    return begun.pop() if len(begun) == 1 else word


def _stepped(terminal: "Terminal", replay: Replay, mark: ReplayMark, word: str) -> ReplayMark:
    """Where a word leads; why not, if it leads nowhere."""
    wanted = mark
    if word.isascii() and word.isdigit() and len(word) < 5:
        wanted = mark._replace(day=int(word))
    elif word in PLAIN:
        wanted = PLAIN[word](replay, mark)
    else:
        terminal.say(w.UNKNOWN.format(word=word))
        terminal.say(w.HOW.format(**w.TYPED))
        return mark
    held = replay.held(wanted)
    if held == wanted:
        show(terminal, replay, held)
        return held
    if held.fog != wanted.fog:
        terminal.say(w.FOG_STAYS)
    elif held.seat != wanted.seat:
        terminal.say(w.NO_OTHER_EYES)
    elif word.isdigit():
        terminal.say(w.NO_SUCH_DAY.format(day=wanted.day, last=replay.last))
    else:
        terminal.say(w.NO_DAY_BEFORE if wanted.day < 1 else w.NO_DAY_AFTER)
    return mark


def looked_at_again(terminal: "Terminal", replay: Replay, record: Record, day: int, seat: int) -> None:
    """A record's game by itself, and what is played on from it. Raises CessationError."""
    first = replay.first_mark(day)
    mark = watch(terminal, replay, replay.held(first._replace(seat=seat)) if seat >= 0 else first)
    if mark is not None:
        from sim.client.text.loop import Play

        game, model = played_on(replay.book, record, replay.forker(mark), mark.day)
        terminal.say(d.PLAYED_ON.format(day=mark.day))
        play = Play(terminal, replay.book, game, model)
        try:
            play.run(briefing=False)
        finally:
            play.leave()


def replayed(play: "Play", word: str) -> None:
    """The game at the table again, from its first day or another; or that of a save. Raises CessationError."""
    day = int(word) if word.isascii() and word.isdigit() and len(word) < 5 else 0
    record: Record = play.game.record if day or not word else read_record(find_save(word))
    own = record.header.scenario == play.book.tables.id
    replay = read_replay(play.book if own else open_book(record.header.scenario), record)
    mark = watch(play.terminal, replay, replay.first_mark(day or 1))
    if mark is not None:
        left = play.game
        game, play.model = played_on(replay.book, record, replay.forker(mark), mark.day, analyst=left.analyst)
        left.close()
        play.book, play.game = replay.book, game
        play.terminal.say(d.PLAYED_ON.format(day=mark.day))
        play.begin_again()
    elif not play.model.over:
        play.terminal.show(turn_screen(play.model, play.terminal.width))

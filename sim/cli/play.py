"""``cessation play``: a game at the keyboard, saved turn by turn."""

import os
import shutil
import stat
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from sim.cli.options import LanguageType

if TYPE_CHECKING:
    from sim.client.text.loop import Terminal
    from sim.client.wishes import Wishes

COLUMNS = 96  # where no terminal says how wide it is


def _read_line(prompt: str) -> str | None:
    """A line from the keyboard or a pipe; None at its end. A pipe's line is shown, so that transcripts read well."""
    if sys.stdin.isatty():
        try:
            return input(prompt)
        except EOFError:
            click.echo()
            return None
    line = sys.stdin.readline()
    click.echo(f"{prompt}{line.rstrip()}" if line else prompt.rstrip())
    return line.rstrip("\n") if line else None


def at_terminal() -> "Terminal":
    """The terminal at hand, or a pipe in its place."""
    from contextlib import suppress
    from io import TextIOWrapper

    from sim.client.text.layout import clip_width
    from sim.client.text.loop import Terminal

    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # bytes that are no text, letters that the terminal lacks
    if sys.stdin.isatty():
        with suppress(ImportError):
            import readline  # noqa: F401  # input() then edits lines and remembers them
    width = clip_width(shutil.get_terminal_size((COLUMNS + 1, 40)).columns - 1)
    return Terminal(_read_line, click.echo, width, paged=sys.stdin.isatty(), wipe=_wipe)


def _wipe() -> None:
    """Take from a terminal what stands on it, what can be scrolled back to, and what was typed; a pipe keeps all."""
    if sys.stdout.isatty():
        click.echo("\033[H\033[2J\033[3J", nl=False)
    if "readline" in sys.modules:
        sys.modules["readline"].clear_history()


def _is_fed() -> bool:
    """Whether lines come from a pipe or a file: then they are meant for the game as text."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def _window(asked: "Wishes") -> str | None:
    """Play in a window, if one can be opened: None once it is closed, else why there is none."""
    from sim.client.view.opening import play_in_window, why_no_window

    why = why_no_window()
    if why:
        return why
    play_in_window(asked)
    return None


@click.command()
@click.argument("scenario", required=False)
@click.option("--seat", help="The seat that you take; without it you are asked.")
@click.option("--agent", help="Who plays the other seat: see `cessation agents`.")
@click.option("--rng-seed", type=click.IntRange(0, 2**63 - 1), help="The game's luck; without it a new one.")
@click.option("--analyst", is_flag=True, help="Tell in play why the other side acts; gives away what one would guess.")
@click.option("--hot-seat", is_flag=True, help="Two persons take both seats; a curtain falls between their turns.")
@click.option("--language", type=LanguageType(), help="Say everything in this language, such as ru.")
@click.option("--text", "as_text", is_flag=True, help="Play in the terminal, not in a window.")
@click.option("--load", metavar="SAVE", help="Go on from a copy of a save: its name, or a record's file.")
@click.option("--continue", "go_on", is_flag=True, help="Go on with the game that was left last.")
def play(as_text: bool, **wishes: Any) -> None:
    """Play SCENARIO against an agent. Every committed turn is saved; leave whenever you like.

    A scenario with lessons begins them, unless a seat or an agent is named.
    """
    from sim.client.settings import language_of, read_settings
    from sim.client.wishes import Wishes
    from sim.language import speak

    asked = Wishes(**wishes)
    settings, unread = read_settings()
    speak(language_of(settings, asked.language))
    if asked.hot_seat and (asked.seat or asked.agent):
        from sim.client import chairs_words as c

        raise click.UsageError(c.ONE_SEAT)
    trouble = "" if as_text or _is_fed() else _window(asked)
    if trouble is None:
        return
    from sim.client.text.start import begin

    terminal = at_terminal()
    asked = replace(asked, analyst=asked.analyst or settings.analyst)
    if trouble:
        from sim.client.view import words as w

        terminal.say(w.NO_DISPLAY.format(why=trouble))
    if unread:
        terminal.say(unread)
    begun = begin(terminal, asked)
    if begun is None:
        return
    game, fresh = begun
    try:
        game.run(briefing=fresh)
    except KeyboardInterrupt:
        click.echo()
        raise
    finally:
        game.leave()

"""Opening the window on what was asked for on the command line: the title, a save, or a new game at once."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from sim.client.view import words as w
from sim.client.wishes import Wishes, suggested_level
from sim.language import speak

# The class is what a desktop groups windows by, and what tests find this one by.
BEFORE_PYGAME = {
    "PYGAME_HIDE_SUPPORT_PROMPT": "1",
    "SDL_VIDEO_X11_WMCLASS": "cessation",
    "SDL_VIDEO_WAYLAND_WMCLASS": "cessation",
}
if sys.platform.startswith("linux"):  # a few still frames need no GPU, and starting one takes 70 ms
    BEFORE_PYGAME["SDL_FRAMEBUFFER_ACCELERATION"] = "0"


def why_no_window() -> str:
    """Why the game must be played as text here; empty if a window can be opened."""
    for name, value in BEFORE_PYGAME.items():
        os.environ.setdefault(name, value)
    try:
        from sim.client.view.devices.display import why_no_display
    except ImportError as error:
        return w.NO_PACKAGE.format(package=error.name)
    return why_no_display()


def first_request(wishes: Wishes) -> Any:
    """What the window asks for as it opens, or None for the title. Raises CessationError for what is not there."""
    if not any((wishes.load, wishes.go_on, wishes.scenario, wishes.seat, wishes.agent, wishes.hot_seat)):
        return None
    from sim.client.saving.saves import HUMAN, find_save, newest_unfinished
    from sim.client.setting_up import seat_number
    from sim.client.view.shell.messages import OpenRecord, StartCourse, StartGame
    from sim.scenario.book import open_book
    from sim.scenario.places import flagship

    if wishes.load:
        return OpenRecord(find_save(wishes.load), copied=True)
    if wishes.go_on:
        left = newest_unfinished(open_book(wishes.scenario).tables.id if wishes.scenario else None)
        if left:
            return OpenRecord(left.path, copied=False)
    if not (wishes.scenario or wishes.seat or wishes.agent or wishes.hot_seat):
        return None
    book = open_book(wishes.scenario or flagship())
    if book.tables.names.course and not (wishes.seat or wishes.agent or wishes.hot_seat):
        return StartCourse(wishes.scenario or "", wishes.rng_seed)
    seat = seat_number(book, wishes.seat) if wishes.seat else 0
    agent = HUMAN if wishes.hot_seat else wishes.agent or suggested_level()
    return StartGame(book, seat, agent, wishes.rng_seed)


def play_in_window(wishes: Wishes) -> None:
    """Play until the window is closed. Raises CessationError if what was asked for is not there."""
    request = first_request(wishes)
    _run(request, wishes)


def look_again_in_window(record: Path, scenario: str | None, day: int, seat: int, language: str | None) -> None:
    """Look at a record's game again until the window is closed."""
    from sim.client.view.shell.replay_messages import LookAgain

    _run(LookAgain(record.absolute(), day, seat, scenario or ""), Wishes(language=language))


def _run(request: Any, wishes: Wishes) -> None:
    """A window, in which something is asked for as it opens."""
    from sim.client.settings import language_of, read_settings
    from sim.client.view.devices.bindings import usable
    from sim.client.view.window import Window

    settings, trouble = read_settings()
    analyst = wishes.analyst or settings.analyst
    language = language_of(settings, wishes.language)
    speak(language)
    window = Window(text=settings.text, full=settings.full)
    window.shell = replace(
        window.shell, notice=trouble, analyst=analyst, language=language, contrast=settings.contrast,
        sound=settings.sound, volume=settings.volume, still=settings.still, keys=usable(settings.keys),
    )  # fmt: skip
    if request is not None:
        request = request._replace(analyst=analyst) if hasattr(request, "analyst") else request
        window.shell = replace(window.shell, waiting=True)
        window.runner.send(request)
    window.run()

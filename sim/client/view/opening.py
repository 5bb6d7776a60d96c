"""Opening the window on what was asked for on the command line: the title, a save, or a new game at once."""

import os
import sys
from dataclasses import replace
from typing import Any

from sim.client.wishes import Wishes

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
        from sim.client.view.display import why_no_display
    except ImportError as error:
        return f"{error.name} is not installed: pip install pygame-ce"
    return why_no_display()


def first_request(wishes: Wishes) -> Any:
    """What the window asks for as it opens, or None for the title. Raises CessationError for what is not there."""
    if not any((wishes.load, wishes.go_on, wishes.scenario, wishes.seat, wishes.agent)):
        return None
    from sim.client.saves import find_save, newest_unfinished
    from sim.client.setting_up import default_agent, seat_number
    from sim.client.view.messages import OpenRecord, StartGame
    from sim.scenario.book import open_book
    from sim.scenario.places import flagship

    if wishes.load:
        return OpenRecord(find_save(wishes.load), copied=True)
    if wishes.go_on:
        left = newest_unfinished(open_book(wishes.scenario).tables.id if wishes.scenario else None)
        if left:
            return OpenRecord(left.path, copied=False)
    if not (wishes.scenario or wishes.seat or wishes.agent):
        return None
    book = open_book(wishes.scenario or flagship())
    seat = seat_number(book, wishes.seat) if wishes.seat else 0
    return StartGame(book, seat, wishes.agent or default_agent(book), wishes.rng_seed)


def play_in_window(wishes: Wishes) -> None:
    """Play until the window is closed. Raises CessationError if what was asked for is not there."""
    from sim.client.settings import read_settings
    from sim.client.view.window import Window

    request = first_request(wishes)
    settings, trouble = read_settings()
    analyst = wishes.analyst or settings.analyst
    window = Window(text=settings.text, full=settings.full)
    window.shell = replace(window.shell, notice=trouble, analyst=analyst)
    if request is not None:
        request = request._replace(analyst=analyst)
        window.shell = replace(window.shell, waiting=True)
        window.runner.send(request)
    window.run()

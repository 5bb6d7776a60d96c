"""The window as it is, run by itself, that tells what is on the screen after every frame: for tests with real events.

A line of JSON a frame: the screen, the dialog, whether it waits, the focus, and for every control that can be seen
without scrolling the middle of its rectangle.
"""

import json
from typing import TYPE_CHECKING, Any

from sim.client.view import focus as foci
from sim.client.view.opening import why_no_window

if TYPE_CHECKING:
    from sim.client.view.window import Window


def report(window: "Window") -> dict[str, Any]:
    """What is on the screen."""
    scene = window.scene
    places = {}
    for element in scene.controls():
        assert element.control is not None
        middle = foci.shown_rect(element, window.scroll).centre
        if foci.control_at(scene, *middle, window.scroll) is element:
            places[element.control.id] = middle
    shell = window.shell
    day = shell.model.day if shell.model else 0
    return {
        "screen": shell.screen, "dialog": shell.dialog, "waiting": shell.waiting, "focus": window.at.focus, "day": day,
        "places": places, "worst": max(window.frames[1:], default=0.0),
    }  # fmt: skip


def main() -> None:
    """Open a window that reports, as the command opens one, and run it."""
    assert why_no_window() == ""
    from sim.client.view.window import Window

    class Reporting(Window):
        def draw(self) -> None:
            super().draw()
            print(json.dumps(report(self)), flush=True)

    Reporting((1280, 720)).run()


if __name__ == "__main__":
    main()

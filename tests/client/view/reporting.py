"""``cessation play`` as it is, with a window that tells what is on the screen after every frame: for real events.

A line of JSON a frame: the screen, the dialog, whether it waits, the focus, for every control that can be seen
without scrolling the middle of its rectangle, and what those controls are called.
"""

import json
import sys
from typing import TYPE_CHECKING, Any
from unittest import mock

from sim.client.view.drawing import focus as foci
from sim.client.view.opening import why_no_window

if TYPE_CHECKING:
    from sim.client.view.window import Window


def report(window: "Window") -> dict[str, Any]:
    """What is on the screen."""
    scene = window.scene
    places, named = {}, []
    for element in scene.controls():
        assert element.control is not None
        middle = foci.shown_rect(element, window.scroll).centre
        if foci.control_at(scene, *middle, window.scroll) is element:
            places[element.control.id] = middle
            named.append(element.name)
    shell = window.shell
    day = shell.model.day if shell.model else 0
    return {
        "screen": shell.screen, "dialog": shell.dialog, "waiting": shell.waiting, "focus": window.at.focus, "day": day,
        "places": places, "named": named,
    }  # fmt: skip


def main() -> None:
    """The command with the words that are given, its window in this way told of."""
    assert why_no_window() == ""
    from sim.cli.main import main
    from sim.client.view import window

    class Reporting(window.Window):
        def draw(self) -> None:
            super().draw()
            print(json.dumps(report(self)), flush=True)

    sys.argv = ["cessation", "play", *sys.argv[1:]]
    with mock.patch.object(window, "Window", Reporting):
        main()


if __name__ == "__main__":
    main()

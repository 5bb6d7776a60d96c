"""What changes in the window while nobody does anything: how long ago the game was saved, days of a replay, a night."""

from typing import Any, NamedTuple

from sim.client.saving.autosave import age_step, next_step
from sim.client.view.drawing.motion import View
from sim.client.view.shell import log_messages as g
from sim.client.view.shell import messages as m
from sim.client.view.shell import replay_messages as r
from sim.client.view.shell.arriving import A_PART, arrives
from sim.client.view.shell.shell import Shell

A_DAY = 1.6  # seconds for which a day of a replay stands


class Now(NamedTuple):
    """The time of day in seconds since the epoch, and for how many seconds the day of a replay has stood.

    Or the part of a night that was told last.
    """

    time: float
    stood: float


def view_of(shell: Shell) -> View:
    """What is looked at, so that what moves can tell a new screen or day from the same one."""
    at_replay, model = shell.screen == "replay", shell.model
    day = shell.mark.day if at_replay else model.day if model else 0
    return View(shell.screen, day, whole=shell.left == 0, still=shell.still)


def runs(shell: Shell) -> bool:
    """Whether days pass by themselves: not behind a dialog."""
    return shell.screen == "replay" and shell.mark.running and not shell.dialog


def ages(shell: Shell) -> m.Saved | None:
    """What is told of the save, if that is on the screen and gets older."""
    saved = shell.saved
    return saved if saved is not None and saved.at and not saved.trouble and shell.screen == "table" else None


def due(shell: Shell, now: Now) -> list[Any]:
    """What has come about by now, as messages."""
    found: list[Any] = []
    if runs(shell) and now.stood >= A_DAY:
        found.append(r.ShowDay(by=1, runs=True))
    if arrives(shell) and now.stood >= A_PART:
        found.append(g.Arrive())
    saved = ages(shell)
    if saved and age_step(now.time - saved.at) != saved.age:
        found.append(m.Aged(age_step(now.time - saved.at)))
    return found


def patience(shell: Shell, now: Now) -> float:
    """For how many seconds nothing of it will change."""
    saved = ages(shell)
    older = next_step(max(0.0, now.time - saved.at)) if saved else float("inf")
    comes = A_DAY if runs(shell) else A_PART if arrives(shell) else float("inf")
    return min(older, comes - now.stood)

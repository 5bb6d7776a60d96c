"""A night that is told part after part: how many parts are to come, and the shell after each."""

from dataclasses import replace

from sim.client.view.shell import log_messages as g
from sim.client.view.shell.shell import Reply, Shell

A_PART = 0.45  # seconds for which a part of a night stands before the next one comes; with at most 8 a few seconds


def fallen(shell: Shell) -> Shell:
    """The night screen, its first part told; all of it, if nothing is to move or there is but one thing."""
    from sim.client.telling.night import steps  # with all that explains things, for which the title must not wait

    parts = 0 if shell.still or shell.model is None else steps(shell.model, shell.seen)
    return replace(shell, screen="night", trail=(), dialog="", left=max(0, parts - 1))


def arrived(shell: Shell, message: g.Arrive) -> Reply:
    """One part more, or all of them."""
    return replace(shell, left=0 if message.whole else max(0, shell.left - 1)), ()


def arrives(shell: Shell) -> bool:
    """Whether more of a night is to come by itself: not behind a dialog."""
    return shell.screen == "night" and shell.left > 0 and not shell.dialog

"""Two persons at one window: the curtain between their turns. While it is down there is no model, so none is drawn."""

from dataclasses import replace
from typing import Any

from sim.client.chairs import Chairs, revealed, told
from sim.client.update import Observed, Revealed
from sim.client.view.shell import messages as m
from sim.client.view.shell.shell import Reply, Shell, consulted


def curtained(shell: Shell, chairs: Chairs) -> Shell:
    """The curtain, before whoever's turn it is; nothing that was typed or told before stays."""
    return replace(
        shell, screen="curtain", model=None, chairs=chairs, trail=(), dialog="", target=None, typed="", notice="",
        waiting=False,
    )  # fmt: skip


def answered(shell: Shell, chairs: Chairs, message: Any) -> Reply:
    """The shell after the game's answer, which may be for either person."""
    chairs = chairs.having(shell.model) if shell.model else chairs
    if isinstance(message, Revealed):
        chairs = revealed(chairs, message)
        shell = replace(shell, chairs=chairs, model=chairs.model, waiting=False)
        seen = shell.seen >= len(chairs.model.looks)
        return replace(shell, screen="debrief" if seen else "night", trail=(), dialog=""), ()
    return _observed(shell, chairs, message)


def _observed(shell: Shell, chairs: Chairs, message: Observed) -> Reply:
    at_screen = shell.model.seat if shell.model else chairs.seat
    chairs, request = told(chairs, message)
    shell = replace(shell, chairs=chairs, model=chairs.models[at_screen])
    if request is not None:  # days pass for whoever's turn it is, or the game is over
        return shell, (m.Carry(request),)
    if message.look.over:
        return shell, ()
    if chairs.seat != at_screen:
        return curtained(shell, chairs), ()
    return replace(shell, screen="night", trail=(), dialog="", waiting=False), consulted(chairs.model)


def seated(shell: Shell, _: Any) -> Reply:
    """Whoever's turn it is sits down: first at the briefing, later at what happened meanwhile."""
    if shell.chairs is None or shell.model is not None:
        return shell, ()
    model = shell.chairs.model
    screen = "briefing" if len(model.looks) == 1 else "night"
    seen = model.since + 1 if model.since >= 0 else max(1, len(model.looks) - 1)
    return replace(shell, model=model, screen=screen, dialog="", trail=(), seen=seen), consulted(model)


def turned(shell: Shell, _: Any) -> Reply:
    """The same debrief from the other seat."""
    if shell.chairs is None or shell.model is None or shell.chairs.away is None or not shell.model.debrief:
        return shell, ()
    chairs = shell.chairs.having(shell.model).turned()
    return replace(shell, chairs=chairs, model=chairs.model, screen="debrief", dialog="", trail=()), ()

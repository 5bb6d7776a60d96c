"""On the way to a new game: the shell after each choice, and the request that begins it."""

from dataclasses import replace
from typing import Any

from sim.client.view.shell import messages as m
from sim.client.view.shell.shell import Reply, Shell
from sim.client.wishes import suggested_level


def chosen(shell: Shell, message: m.Choose) -> Reply:
    """Another scenario, seat or opponent; with the scenario the opponents are others."""
    now: dict[str, Any] = {message.what: message.which}
    choice = replace(shell.choice, **now)
    if message.what == "scenario" and message.which != shell.choice.scenario:
        choice = replace(choice, agent="")
    return replace(shell, choice=choice, dialog=""), ()


def begun(shell: Shell, _: m.Begin) -> Reply:
    """The game that is chosen."""
    books, choice = shell.shelf.books, shell.choice
    if not books or shell.waiting:
        return shell, ()
    agent = choice.agent or suggested_level()
    request = m.StartGame(books[choice.scenario], choice.seat, agent, analyst=shell.analyst)
    return replace(shell, waiting=True), (m.CloseGame(), request)


def learnt(shell: Shell, _: m.Learn) -> Reply:
    """The course for newcomers."""
    return (shell, ()) if shell.waiting else (replace(shell, waiting=True), (m.CloseGame(), m.StartCourse()))

"""On the way to a new game: the shell after each choice, and the request that begins it."""

from dataclasses import replace
from typing import Any

from sim.client.view.shell import messages as m
from sim.client.view.shell.shell import Choice, Reply, Shell
from sim.client.wishes import suggested_level


def chosen(shell: Shell, message: m.Choose) -> Reply:
    """Another scenario, seat or opponent; with the scenario the opponents are others."""
    now: dict[str, Any] = {message.what: message.which}
    choice = replace(shell.choice, **now)
    if message.what == "scenario" and message.which != shell.choice.scenario:
        choice = replace(choice, agent="")
    return replace(shell, choice=choice, dialog=""), ()


def offered(shell: Shell) -> Choice:
    """What may be chosen, as it was in the game that is open, if that is one of those offered."""
    model, ids = shell.model, [book.tables.id for book in shell.shelf.books]
    if model is None or model.tables.id not in ids:
        return Choice()
    return Choice(ids.index(model.tables.id), model.seat, model.rival)


def turned(shell: Shell, _: m.PlayOther) -> Reply:
    """The same game anew from the other side of the table."""
    model = shell.model
    if model is None or shell.waiting:
        return shell, ()
    request = m.StartGame(model.book, 1 - model.seat, model.rival, analyst=shell.analyst)
    return replace(shell, waiting=True), (m.CloseGame(), request)


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

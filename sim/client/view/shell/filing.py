"""The log of cables in the window: which are shown, and the shell after each step that is taken with them."""

from dataclasses import replace
from typing import Any

from sim.client.model import Model
from sim.client.telling import cables_words as c
from sim.client.telling.cables import Cable, Wanted, cables, plain_text, searched
from sim.client.view.shell import log_messages as g
from sim.client.view.shell.shell import Reply, Shell
from sim.language import spoken

ROW = "cable/"
"""What the id of a cable's control begins with; the number of the cable among all of them follows."""
_last: dict[str, tuple[Any, list[Cable]]] = {}


def all_cables(model: Model) -> list[Cable]:
    """All that the seat saw; the last answer is remembered, for with every letter typed it is asked anew."""
    of = (model.looks, model.debrief, spoken())
    kept = _last.get("cables")
    if kept is None or any(one is not other for one, other in zip(kept[0], of, strict=True)):
        kept = _last["cables"] = (of, cables(model))
    return kept[1]


def shown_cables(model: Model, shell: Shell) -> list[Cable]:
    """Those that the search, the kind and the days leave, in the order of days."""
    return searched(model, all_cables(model), Wanted(shell.cable_kind, shell.cable_days, shell.typed))


def sifted(shell: Shell, message: g.Sift) -> Reply:
    """Another kind, or other days."""
    return replace(shell, cable_kind=message.kind, cable_days=message.last), ()


def copied(shell: Shell, message: g.CopyCables) -> Reply:
    """One cable or all that are shown, for the clipboard."""
    if shell.model is None:
        return shell, ()
    found = shown_cables(shell.model, shell)
    number = message.focus.removeprefix(ROW).partition("/")[0]
    if message.focus.startswith(ROW) and number.isdecimal():
        found = all_cables(shell.model)[int(number) : int(number) + 1]
    if not found:
        return replace(shell, notice=c.NOTHING_TO_COPY), ()
    return shell, (g.ToClipboard(plain_text(shell.model, found), len(found)),)


def exported(shell: Shell, _: g.ExportCables) -> Reply:
    """All that are shown, for a file."""
    found = shown_cables(shell.model, shell) if shell.model else []
    if shell.model is None or not found:
        return replace(shell, notice=c.NOTHING_TO_COPY), ()
    return shell, (g.KeepCables(shell.model, tuple(found)),)

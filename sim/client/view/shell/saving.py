"""Saves in the window: copies with a name, the quick save and the way back to it, and how the autosave stands."""

from dataclasses import replace
from typing import Any

from sim.client.saving.saves import QUICK
from sim.client.view import words as w
from sim.client.view.devices.bindings import key_for
from sim.client.view.shell import messages as m
from sim.client.view.shell.shell import Reply, Shell, reply


def named(shell: Shell, message: m.SaveAs) -> Reply:
    """A copy of the game under a name, or under the one that is typed."""
    name = message.name or shell.typed.strip()
    if shell.model is None or not name:
        return shell, ()
    return replace(shell, dialog="", typed=""), (m.KeepCopy(name),)


def quick(shell: Shell, _: Any) -> Reply:
    """Back to the quick save, if there is one."""
    for each in shell.shelf.slots:
        if each.path.stem == QUICK:
            return reply(shell, m.Resume(each.path, True))
    return replace(shell, notice=w.NO_QUICK.format(key=key_for("quick_save"))), (m.Restock(),)


def kept(shell: Shell, message: m.Saved) -> Reply:
    """The game has been saved, or could not be."""
    return replace(shell, saved=message), ()


def aged(shell: Shell, message: m.Aged) -> Reply:
    """It was longer ago."""
    return replace(shell, saved=shell.saved._replace(age=message.age)) if shell.saved else shell, ()

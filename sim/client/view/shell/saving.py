"""Saves in the window: copies with a name, the quick save and the way back to it, and how the autosave stands."""

from dataclasses import replace
from typing import Any

from sim.client.saving.saves import QUICK
from sim.client.view import words as w
from sim.client.view.devices.bindings import key_for
from sim.client.view.shell import messages as m
from sim.client.view.shell import save_messages as s
from sim.client.view.shell.shell import UNSAVED_LEAVE, UNSAVED_LOAD, UNSAVED_QUIT, Reply, Shell, reply
from sim.rules import layout as at


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


def resumed(shell: Shell, message: m.Resume) -> Reply:
    """Another game is gone on with; if turns of this one would be lost, it is asked once more."""
    if shell.waiting:
        return shell, ()
    if shell.at_stake and shell.dialog != UNSAVED_LOAD:
        return replace(shell, dialog=UNSAVED_LOAD, resuming=message), ()
    request = m.OpenRecord(message.path, message.copied, shell.analyst)
    return replace(shell, waiting=True, dialog=""), (m.CloseGame(), request)


def kept(shell: Shell, message: m.Saved) -> Reply:
    """The game has been saved, or could not be; then it is noted from which day on it is not."""
    asking = shell.dialog in (UNSAVED_LEAVE, UNSAVED_QUIT, UNSAVED_LOAD)
    if not message.trouble:
        shell = replace(shell, dialog="", notice=w.SAVED_AFTER_ALL) if asking else shell
        return replace(shell, saved=message), ()
    before = shell.saved.since if shell.saved and shell.saved.trouble else 0
    model = shell.game
    looks = model.looks if model else ()
    last = int(looks[-2 if len(looks) > 1 else -1].values[at.DAY]) if looks else 0
    return replace(shell, saved=message._replace(since=before or last)), ()


def quitted(shell: Shell, _: Any) -> Reply:
    """The window closes; if turns would be lost, it is asked once more."""
    if shell.at_stake and shell.dialog != UNSAVED_QUIT:
        return replace(shell, dialog=UNSAVED_QUIT), ()
    return shell, (m.ForWindow("quit"),)


def left(shell: Shell, _: Any) -> Reply:
    """To the title; if turns would be lost, it is asked once more."""
    if shell.at_stake and shell.dialog != UNSAVED_LEAVE:
        return replace(shell, dialog=UNSAVED_LEAVE), ()
    shell = replace(shell, model=None, chairs=None, screen="title", trail=(), dialog="", waiting=False, saved=None)
    return shell, (m.CloseGame(), m.Restock())


def again(shell: Shell, message: s.SaveAgain) -> Reply:
    """Another attempt to write the game."""
    return shell, (message,)


def asked(shell: Shell, message: s.AskRemove) -> Reply:
    """Whether a copy is to be removed."""
    return replace(shell, dialog="remove", removing=message.kept), ()


def removed(shell: Shell, message: s.RemoveCopy) -> Reply:
    """It is."""
    return replace(shell, dialog="", removing=None), (message,)


def aged(shell: Shell, message: m.Aged) -> Reply:
    """It was longer ago."""
    return replace(shell, saved=shell.saved._replace(age=message.age)) if shell.saved else shell, ()

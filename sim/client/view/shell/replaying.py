"""A game looked at again in the window: the shell after each step, and when the next day comes by itself."""

from dataclasses import replace

from sim.client.naming import capitalised
from sim.client.replaying import replay_words as w
from sim.client.replaying.replay_mark import ReplayMark
from sim.client.view.shell import replay_messages as r
from sim.client.view.shell.shell import Reply, Shell


def asked(shell: Shell, message: r.LookAgain) -> Reply:
    """The record is read meanwhile."""
    return (shell, ()) if shell.waiting else (replace(shell, waiting=True, dialog=""), (message,))


def opened(shell: Shell, message: r.Replaying) -> Reply:
    """It lies there now, to be left for where one came from."""
    mark = message.replay.first_mark(message.asked.day or 1)
    if message.asked.seat >= 0:
        mark = message.replay.held(mark._replace(seat=message.asked.seat))
    trail = shell.trail if shell.screen == "replay" else (*shell.trail, shell.screen)
    shell = replace(shell, replay=message.replay, mark=mark, screen="replay", trail=trail, waiting=False, dialog="")
    return shell, ()


def shown(shell: Shell, message: r.ShowDay) -> Reply:
    """Another day; a step that somebody makes stops the days that pass by themselves."""
    replay, mark = shell.replay, shell.mark
    if replay is None or (message.runs and not mark.running):
        return shell, ()
    day = message.to or mark.day + message.by
    if message.share >= 0.0:
        day = 1 + int(message.share * replay.end)
    return replace(shell, mark=replay.held(mark._replace(day=day, running=message.runs))), ()


def eyes(shell: Shell, message: r.TurnEyes) -> Reply:
    """Through the eyes of a seat, if it can be seen through them."""
    seat = 1 - shell.mark.seat if message.seat < 0 else message.seat
    return _marked(shell, shell.mark._replace(seat=seat))


def fog(shell: Shell, _: r.TurnFog) -> Reply:
    """With fog or without, if the game is over."""
    return _marked(shell, shell.mark._replace(fog=not shell.mark.fog))


def running(shell: Shell, _: r.TurnRunning) -> Reply:
    """The days pass or stop, if anything may move; from the end they begin again."""
    mark = shell.mark
    if shell.still:
        return replace(shell, notice=capitalised(f"{w.NO_RUNNING}.")), ()
    if shell.replay is not None and mark.day >= shell.replay.end and not mark.running:
        mark = mark._replace(day=1)
    return _marked(shell, mark._replace(running=not mark.running))


def _marked(shell: Shell, mark: ReplayMark) -> Reply:
    return replace(shell, mark=shell.replay.held(mark)) if shell.replay else shell, ()

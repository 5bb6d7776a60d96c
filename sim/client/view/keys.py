"""What a key does as the window stands: its command, and the message of that."""

from typing import Any

from sim.client.planning import draft_number, rival_offer
from sim.client.update import EndTurn, PlanAction, Undo
from sim.client.view import messages as m
from sim.client.view.bindings import ANYWHERE, AT_DEBRIEF, AT_TABLE, CHAPTER, IN_PLAY, ON_TITLE, by_key
from sim.client.view.shell import QUICK, Shell
from sim.record.notation import Action
from sim.rules import actions as act

A_WEEK = 7
IN_DIALOGS = ("next", "previous", "left", "right", "up", "down", "press", "page_up", "page_down", "back", "quit",
              "larger", "smaller", "screen", "picture", "sound")  # fmt: skip


def command_of(shell: Shell, key: str) -> str:
    """The command of a key as the shell stands, or nothing."""
    binding = by_key(shell.keys).get(key)
    if binding is None or (shell.dialog and binding.command not in IN_DIALOGS):
        return ""
    holds = {
        ANYWHERE: True,
        IN_PLAY: shell.model is not None and shell.screen != "title",
        AT_TABLE: shell.model is not None and shell.screen == "table",
        ON_TITLE: shell.screen == "title",
        AT_DEBRIEF: shell.model is not None and shell.screen == "debrief",
    }
    return binding.command if holds[binding.where] else ""


def message_of(shell: Shell, command: str) -> Any:
    """The message of a command, or None if it is for the window alone."""
    if command in PLAIN:
        return PLAIN[command]
    if command.startswith(CHAPTER):
        return m.Read(shell.bookmark._replace(chapter=int(command.removeprefix(CHAPTER))))
    if command == "continue" and shell.shelf.left:
        return m.Resume(shell.shelf.left.path, copied=False)
    if command == "quick_load" and shell.screen == "title":
        return m.Go("saves")
    if command == "quick_load":
        return m.LoadQuick()
    if command == "lesson":
        return m.Learn() if shell.screen == "title" else m.TurnLesson()
    if shell.model is None:
        return None
    acts = {
        "propose": Action(act.PROPOSE, draft_number(shell.model), shell.model.face),
        "accept": Action(act.ACCEPT, rival_offer(shell.model)),
        "hold": Action(act.HOLD),
        "withdraw": Action(act.WITHDRAW),
        "agree": Action(act.RENEW, 1),
        "object": Action(act.RENEW, 0),
    }
    return PlanAction(acts[command]) if command in acts else None


PLAIN: dict[str, Any] = {
    "back": m.Back(), "face": m.TurnFace(), "faces": m.Open("faces"), "reject": m.Open("reasons"),
    "believe": m.Open("believe"), "advisers": m.Open("advisers"), "undo": Undo(),
    "end": EndTurn(1), "pass": EndTurn(A_WEEK), "cables": m.Go("cables"), "facts": m.Go("facts"), "help": m.Go("help"),
    "new": m.Go("seats"), "quick_save": m.SaveAs(QUICK), "larger": m.SetScale(by=1), "smaller": m.SetScale(by=-1),
    "screen": m.ToggleScreen(), "picture": m.TakePicture(), "quit": m.Quit(),
    "options": m.Open("options"), "sound": m.ToggleSound(),
}  # fmt: skip

"""What a key does as the window stands: its command, and the message of that."""

from typing import Any

from sim.client.saving.saves import QUICK
from sim.client.update import EndTurn, PlanAction, Undo
from sim.client.view.devices.bindings import (
    ANYWHERE,
    AT_CABLES,
    AT_DEBRIEF,
    AT_REPLAY,
    AT_TABLE,
    CHAPTER,
    IN_PLAY,
    ON_TITLE,
    by_key,
)
from sim.client.view.shell import log_messages as g
from sim.client.view.shell import messages as m
from sim.client.view.shell import replay_messages as r
from sim.client.view.shell.shell import Shell
from sim.client.weighing.planning import draft_number, rival_offer
from sim.language import RIGHT_TO_LEFT
from sim.record.notation import Action
from sim.rules import actions as act

A_WEEK = 7
IN_DIALOGS = ("next", "previous", "left", "right", "up", "down", "press", "page_up", "page_down", "back", "quit",
              "larger", "smaller", "screen", "picture", "sound")  # fmt: skip


def command_of(shell: Shell, key: str) -> str:
    """The command of a key as the shell stands, or nothing."""
    if shell.screen == "replay" and not shell.dialog and key in TURNED:
        return STEPS[TURNED[key] if shell.language in RIGHT_TO_LEFT else key]
    if shell.screen == "table" and not shell.dialog and key in LEAVES:
        return LEAVES[key]
    binding = by_key(shell.keys).get(key)
    if binding is None or (shell.dialog and binding.command not in IN_DIALOGS):
        return ""
    holds = {
        ANYWHERE: True,
        IN_PLAY: shell.model is not None and shell.screen not in ("title", "replay"),
        AT_TABLE: shell.model is not None and shell.screen == "table",
        ON_TITLE: shell.screen == "title",
        AT_DEBRIEF: shell.model is not None and shell.screen == "debrief",
        AT_REPLAY: shell.screen == "replay",
        AT_CABLES: shell.model is not None and shell.screen == "cables",
    }
    if binding.command == "explain" and shell.screen == "replay":
        return binding.command
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


A_LONG_WAY = 10_000
TURNED = {"left": "right", "right": "left", "ctrl+left": "ctrl+right", "ctrl+right": "ctrl+left"}
STEPS = {"left": "day_back", "right": "day_on", "ctrl+left": "week_back", "ctrl+right": "week_on"}
"""What the arrows do in a replay: a later day lies ahead in the direction of reading."""
LEAVES = {f"{i + 1}": f"leaf_{i}" for i in range(4)}
"""What digits do at the table, where it is in leaves."""
PLAIN: dict[str, Any] = {
    **{command: m.TurnLeaf(i) for i, command in enumerate(LEAVES.values())},
    "day_back": r.ShowDay(by=-1), "day_on": r.ShowDay(by=1), "week_back": r.ShowDay(by=-A_WEEK),
    "week_on": r.ShowDay(by=A_WEEK), "first_day": r.ShowDay(1), "last_day": r.ShowDay(A_LONG_WAY),
    "fog": r.TurnFog(), "eyes": r.TurnEyes(), "run": r.TurnRunning(),
    "back": m.Back(), "face": m.TurnFace(), "faces": m.Open("faces"), "reject": m.Open("reasons"),
    "believe": m.Open("believe"), "advisers": m.Open("advisers"), "undo": Undo(),
    "end": EndTurn(1), "pass": EndTurn(A_WEEK), "cables": m.Go("cables"), "facts": m.Go("facts"), "help": m.Go("help"),
    "about": m.Go("about"),
    "new": m.Go("seats"), "quick_save": m.SaveAs(QUICK), "larger": m.SetScale(by=1), "smaller": m.SetScale(by=-1),
    "screen": m.ToggleScreen(), "picture": m.TakePicture(), "quit": m.Quit(),
    "export": g.ExportCables(), "options": m.Open("options"), "sound": m.ToggleSound(),
}  # fmt: skip

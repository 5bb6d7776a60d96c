"""The keys: what each does, on which screens, and how it is shown. Data, so that they can be listed and bound anew."""

from typing import Any, NamedTuple

from sim.client.planning import draft_number, rival_offer
from sim.client.update import EndTurn, PlanAction, Undo
from sim.client.view import messages as m
from sim.client.view.shell import QUICK, Shell
from sim.record.notation import Action
from sim.rules import actions as act

ANYWHERE, IN_PLAY, AT_TABLE, ON_TITLE = "anywhere", "in play", "at the table", "on the title"
A_WEEK = 7


class Binding(NamedTuple):
    """A command: its keys as pygame names them, with modifiers before; how these are shown; where it holds."""

    command: str
    keys: tuple[str, ...]
    shown: tuple[str, ...]
    about: str
    group: str
    where: str = ANYWHERE


MOVING, PLAYING, LOOKING, KEEPING = "Getting about", "At the table", "Looking", "The game and the window"
BINDINGS = (
    Binding("next", ("tab",), ("Tab",), "to the next control", MOVING),
    Binding("previous", ("shift+tab",), ("Shift+Tab",), "to the one before", MOVING),
    Binding("left", ("left",), ("Left", "Right", "Up", "Down"), "to the nearest on that side", MOVING),
    Binding("right", ("right",), ("Right",), "", MOVING),
    Binding("up", ("up",), ("Up",), "", MOVING),
    Binding("down", ("down",), ("Down",), "", MOVING),
    Binding("press", ("return", "space", "enter"), ("Enter", "Space"), "press what has the focus", MOVING),
    Binding("page_up", ("page up",), ("PgUp", "PgDn"), "scroll; the wheel does too", MOVING),
    Binding("page_down", ("page down",), ("PgDn",), "", MOVING),
    Binding("back", ("escape",), ("Esc",), "back; at the table, the menu", MOVING),
    Binding("propose", ("p",), ("P",), "propose your draft", PLAYING, AT_TABLE),
    Binding("face", ("v",), ("V",), "show it in private or in public", PLAYING, AT_TABLE),
    Binding("faces", ("shift+v",), ("Shift+V",), "show the public something else", PLAYING, AT_TABLE),
    Binding("accept", ("a",), ("A",), "accept their offer", PLAYING, AT_TABLE),
    Binding("reject", ("r",), ("R",), "reject it, with a reason", PLAYING, AT_TABLE),
    Binding("hold", ("h",), ("H",), "say nothing at the table", PLAYING, AT_TABLE),
    Binding("withdraw", ("w",), ("W",), "take your own offer back", PLAYING, AT_TABLE),
    Binding("agree", ("g",), ("G",), "agree to a renewal", PLAYING, AT_TABLE),
    Binding("object", ("o",), ("O",), "object to a renewal", PLAYING, AT_TABLE),
    Binding("believe", ("b",), ("B",), "say what you believe, if you like", PLAYING, AT_TABLE),
    Binding("advisers", ("d",), ("D",), "hear your advisers", PLAYING, AT_TABLE),
    Binding("undo", ("ctrl+z",), ("Ctrl+Z",), "take back the last thing planned", PLAYING, AT_TABLE),
    Binding("end", ("shift+return",), ("Shift+Enter",), "end the day", PLAYING, AT_TABLE),
    Binding("pass", ("ctrl+return",), ("Ctrl+Enter",), "let days pass until something calls", PLAYING, AT_TABLE),
    Binding("explain", ("i",), ("I",), "explain what has the focus", LOOKING, IN_PLAY),
    Binding("cables", ("l",), ("L",), "cables: all that happened", LOOKING, IN_PLAY),
    Binding("facts", ("s",), ("S",), "facts: who says what", LOOKING, IN_PLAY),
    Binding("help", ("f1",), ("F1",), "this help", LOOKING),
    Binding("new", ("n",), ("N",), "a new game, on the title", KEEPING, ON_TITLE),
    Binding("continue", ("c",), ("C",), "continue, on the title", KEEPING, ON_TITLE),
    Binding("quick_save", ("f5",), ("F5",), "quick save", KEEPING, IN_PLAY),
    Binding("quick_load", ("f9",), ("F9",), "go back to the quick save", KEEPING),
    Binding("larger", ("ctrl+=", "ctrl++", "ctrl+shift+="), ("Ctrl+Plus",), "larger text", KEEPING),
    Binding("smaller", ("ctrl+-",), ("Ctrl+Minus",), "smaller text", KEEPING),
    Binding("screen", ("f11",), ("F11",), "full screen", KEEPING),
    Binding("picture", ("f12",), ("F12",), "keep a picture of the screen", KEEPING),
    Binding("quit", ("ctrl+q",), ("Ctrl+Q",), "quit; every committed turn is saved", KEEPING),
)
BY_KEY = {key: binding for binding in BINDINGS for key in binding.keys}
IN_DIALOGS = ("next", "previous", "left", "right", "up", "down", "press", "page_up", "page_down", "back", "quit",
              "larger", "smaller", "screen", "picture")  # fmt: skip


def command_of(shell: Shell, key: str) -> str:
    """The command of a key as the shell stands, or nothing."""
    binding = BY_KEY.get(key)
    if binding is None or (shell.dialog and binding.command not in IN_DIALOGS):
        return ""
    holds = {
        ANYWHERE: True,
        IN_PLAY: shell.model is not None and shell.screen != "title",
        AT_TABLE: shell.model is not None and shell.screen == "table",
        ON_TITLE: shell.screen == "title",
    }
    return binding.command if holds[binding.where] else ""


def message_of(shell: Shell, command: str) -> Any:
    """The message of a command, or None if it is for the window alone."""
    if command in PLAIN:
        return PLAIN[command]
    if command == "continue" and shell.shelf.left:
        return m.Resume(shell.shelf.left.path, copied=False)
    if command == "quick_load" and shell.screen == "title":
        return m.Go("saves")
    if command == "quick_load":
        return m.LoadQuick()
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
}  # fmt: skip

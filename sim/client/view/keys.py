"""The keys: what each does, on which screens, and how it is shown. Data, so that they can be listed and bound anew."""

from typing import Any, NamedTuple

from sim.client.planning import draft_number, rival_offer
from sim.client.update import EndTurn, PlanAction, Undo
from sim.client.view import messages as m
from sim.client.view.shell import QUICK, Shell
from sim.record.notation import Action
from sim.rules import actions as act

ANYWHERE, IN_PLAY, AT_TABLE, ON_TITLE = "anywhere", "in play", "at the table", "on the title"
AT_DEBRIEF = "at the debrief"
A_WEEK = 7
CHAPTER = "chapter_"


class Binding(NamedTuple):
    """A command: its keys as pygame names them, with modifiers before; how these are shown; where it holds.

    What it does is said in ``view.words.KEYS``; one that is not there is told with another.
    """

    command: str
    keys: tuple[str, ...]
    shown: tuple[str, ...]
    group: str
    where: str = ANYWHERE


MOVING, PLAYING, LOOKING, KEEPING = "moving", "playing", "looking", "keeping"
BINDINGS = (
    Binding("next", ("tab",), ("Tab",), MOVING),
    Binding("previous", ("shift+tab",), ("Shift+Tab",), MOVING),
    Binding("left", ("left",), ("Left", "Right", "Up", "Down"), MOVING),
    Binding("right", ("right",), ("Right",), MOVING),
    Binding("up", ("up",), ("Up",), MOVING),
    Binding("down", ("down",), ("Down",), MOVING),
    Binding("press", ("return", "space", "enter"), ("Enter", "Space"), MOVING),
    Binding("page_up", ("page up",), ("PgUp", "PgDn"), MOVING),
    Binding("page_down", ("page down",), ("PgDn",), MOVING),
    Binding("back", ("escape",), ("Esc",), MOVING),
    Binding("propose", ("p",), ("P",), PLAYING, AT_TABLE),
    Binding("face", ("v",), ("V",), PLAYING, AT_TABLE),
    Binding("faces", ("shift+v",), ("Shift+V",), PLAYING, AT_TABLE),
    Binding("accept", ("a",), ("A",), PLAYING, AT_TABLE),
    Binding("reject", ("r",), ("R",), PLAYING, AT_TABLE),
    Binding("hold", ("h",), ("H",), PLAYING, AT_TABLE),
    Binding("withdraw", ("w",), ("W",), PLAYING, AT_TABLE),
    Binding("agree", ("g",), ("G",), PLAYING, AT_TABLE),
    Binding("object", ("o",), ("O",), PLAYING, AT_TABLE),
    Binding("believe", ("b",), ("B",), PLAYING, AT_TABLE),
    Binding("advisers", ("d",), ("D",), PLAYING, AT_TABLE),
    Binding("undo", ("ctrl+z",), ("Ctrl+Z",), PLAYING, AT_TABLE),
    Binding("end", ("shift+return",), ("Shift+Enter",), PLAYING, AT_TABLE),
    Binding("pass", ("ctrl+return",), ("Ctrl+Enter",), PLAYING, AT_TABLE),
    Binding("explain", ("i",), ("I",), LOOKING, IN_PLAY),
    Binding("cables", ("l",), ("L",), LOOKING, IN_PLAY),
    Binding("facts", ("s",), ("S",), LOOKING, IN_PLAY),
    Binding("chapter_1", ("1",), ("1", "9"), LOOKING, AT_DEBRIEF),
    *(Binding(f"chapter_{i}", (str(i),), (str(i),), LOOKING, AT_DEBRIEF) for i in range(2, 10)),
    Binding("lesson", ("t",), ("T",), LOOKING),
    Binding("help", ("f1",), ("F1",), LOOKING),
    Binding("new", ("n",), ("N",), KEEPING, ON_TITLE),
    Binding("continue", ("c",), ("C",), KEEPING, ON_TITLE),
    Binding("quick_save", ("f5",), ("F5",), KEEPING, IN_PLAY),
    Binding("quick_load", ("f9",), ("F9",), KEEPING),
    Binding("larger", ("ctrl+=", "ctrl++", "ctrl+shift+="), ("Ctrl+Plus",), KEEPING),
    Binding("smaller", ("ctrl+-",), ("Ctrl+Minus",), KEEPING),
    Binding("screen", ("f11",), ("F11",), KEEPING),
    Binding("picture", ("f12",), ("F12",), KEEPING),
    Binding("quit", ("ctrl+q",), ("Ctrl+Q",), KEEPING),
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
}  # fmt: skip

"""The keys as data: what each does, on which screens, how it is shown, and which ones a person has chosen instead.

The table holds the keys that the game comes with. A screen names a key by the cap that it comes with, and ``cap`` says
what is on that key now, as ``sim.language`` says in which language: one choice holds for the whole window.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from sim.client.view import options_words as o
from sim.client.view import words as w

ANYWHERE, IN_PLAY, AT_TABLE, ON_TITLE = "anywhere", "in play", "at the table", "on the title"
AT_DEBRIEF, AT_REPLAY, AT_CABLES = "at the debrief", "in a replay", "at the cables"
CHAPTER = "chapter_"
Chosen = tuple[tuple[str, str], ...]
"""Commands with the keys that were chosen for them, as pygame names keys."""


class Binding(NamedTuple):
    """A command: its keys as pygame names them, with modifiers before; how these are shown; where it holds.

    What it does is said in ``view.words.KEYS``; one that is not there is told with another.
    """

    command: str
    keys: tuple[str, ...]
    shown: tuple[str, ...]
    group: str
    where: str = ANYWHERE

    @property
    def fixed(self) -> bool:
        """Whether no other key can be chosen: what moves about must work where keys are chosen."""
        return self.group == MOVING or self.command.startswith(CHAPTER)


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
    Binding("copy", ("ctrl+c",), ("Ctrl+C",), LOOKING, AT_CABLES),
    Binding("export", ("ctrl+e",), ("Ctrl+E",), LOOKING, AT_CABLES),
    Binding("facts", ("s",), ("S",), LOOKING, IN_PLAY),
    Binding("chapter_1", ("1",), ("1", "\u2026", "9"), LOOKING, AT_DEBRIEF),
    *(Binding(f"{CHAPTER}{i}", (str(i),), (str(i),), LOOKING, AT_DEBRIEF) for i in range(2, 10)),
    Binding("first_day", ("home",), ("Home",), LOOKING, AT_REPLAY),
    Binding("last_day", ("end",), ("End",), LOOKING, AT_REPLAY),
    Binding("week_back", ("ctrl+left",), ("Ctrl+Left", "Ctrl+Right"), MOVING, AT_REPLAY),
    Binding("week_on", ("ctrl+right",), ("Ctrl+Right",), MOVING, AT_REPLAY),
    Binding("run", ("j",), ("J",), LOOKING, AT_REPLAY),
    Binding("eyes", ("e",), ("E",), LOOKING, AT_REPLAY),
    Binding("fog", ("f",), ("F",), LOOKING, AT_REPLAY),
    Binding("lesson", ("t",), ("T",), LOOKING),
    Binding("help", ("f1",), ("F1",), LOOKING),
    Binding("about", ("f2",), ("F2",), LOOKING),
    Binding("new", ("n",), ("N",), KEEPING, ON_TITLE),
    Binding("continue", ("c",), ("C",), KEEPING, ON_TITLE),
    Binding("quick_save", ("f5",), ("F5",), KEEPING, IN_PLAY),
    Binding("quick_load", ("f9",), ("F9",), KEEPING),
    Binding("options", ("f10",), ("F10",), KEEPING),
    Binding("sound", ("m",), ("M",), KEEPING),
    Binding("larger", ("ctrl+=", "ctrl++", "ctrl+shift+="), ("Ctrl+Plus",), KEEPING),
    Binding("smaller", ("ctrl+-",), ("Ctrl+Minus",), KEEPING),
    Binding("screen", ("f11",), ("F11",), KEEPING),
    Binding("picture", ("f12",), ("F12",), KEEPING),
    Binding("quit", ("ctrl+q",), ("Ctrl+Q",), KEEPING),
)
BY_COMMAND = {binding.command: binding for binding in BINDINGS}
HELD = ("ctrl", "shift", "alt", "meta", "super", "caps lock", "numlock", "scroll lock", "alt gr", "mode")
"""Keys that are held down with others, by the end of their names."""
CAPS = {
    "return": "Enter", "escape": "Esc", "page up": "PgUp", "page down": "PgDn", "+": "Plus", "-": "Minus",
    "delete": "Del", "insert": "Ins",
}  # fmt: skip


@lru_cache(maxsize=4)
def by_key(chosen: Chosen) -> dict[str, Binding]:
    """The bindings by the keys that they have now."""
    instead = dict(chosen)
    return {
        key: binding
        for binding in BINDINGS
        for key in ((instead[binding.command],) if binding.command in instead else binding.keys)
    }


def is_held(key: str) -> bool:
    """Whether a key does nothing by itself."""
    return not key or key.rpartition("+")[2].endswith(HELD)


def why_not(command: str, key: str, chosen: Chosen) -> str:
    """Why a command cannot have a key, as a sentence; empty if it can."""
    holder = by_key(chosen).get(key)
    if holder is None or holder.command == command:
        return ""
    return o.KEY_TAKEN.format(key=say_key(cap_of(key)), what=what_it_does(holder))


def what_it_does(binding: Binding) -> str:
    """What a command does, in words; some are told with another."""
    told = "chapter_1" if binding.command.startswith(CHAPTER) else TOLD_WITH.get(binding.command, binding.command)
    return w.KEYS[told]


TOLD_WITH = {"right": "left", "up": "left", "down": "left", "page_down": "page_up", "week_on": "week_back"}


def rebound(command: str, key: str, chosen: Chosen) -> Chosen:
    """The choices with one more; a command that has its own key again is none of them."""
    others = tuple(pair for pair in chosen if pair[0] != command)
    return others if key in BY_COMMAND[command].keys else (*others, (command, key))


def usable(kept: Iterable[tuple[str, str]]) -> Chosen:
    """Those of the choices that were kept which can be held, together: a file may be old, or written by hand."""
    found = tuple((command, key) for command, key in kept if command in BY_COMMAND and not BY_COMMAND[command].fixed)
    for pair in found:
        if is_held(pair[1]) or why_not(*pair, tuple(each for each in found if each[0] != pair[0])):
            return usable(each for each in found if each is not pair)
    return found


# ---------------------------------------------------------------------------------------------------------------- caps
_now: dict[str, Chosen] = {"chosen": ()}


def wear(chosen: Chosen) -> None:
    """Show from now on the keys as they are chosen."""
    _now["chosen"] = chosen


def worn() -> Chosen:
    """The keys that are shown now."""
    return _now["chosen"]


def cap_of(key: str) -> str:
    """How a key is shown: ``Ctrl+Z`` for ``ctrl+z``."""
    last = "+" if key.endswith("+") else key.rpartition("+")[2]
    held = [each.capitalize() for each in key.removesuffix(last).split("+") if each]
    return "+".join([*held, CAPS.get(last, last.capitalize())])


def cap(shown: str) -> str:
    """What is on the key now that came with this cap."""
    for command, key in _now["chosen"]:
        if BY_COMMAND[command].shown[0] == shown:
            return cap_of(key)
    return shown


def say_key(shown: str) -> str:
    """The cap of a key in the language of now."""
    return "+".join(w.KEY_CAPS.get(part, part) for part in shown.split("+"))


def key_for(command: str) -> str:
    """The cap of a command's key as it is now, in the language of now, for a sentence."""
    return say_key(cap(BY_COMMAND[command].shown[0]))

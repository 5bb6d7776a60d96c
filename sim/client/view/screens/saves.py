"""The saves: every game that was played, each in its own record, and named copies."""

from collections.abc import Sequence

from sim.client.explaining import lessons_words as lessons
from sim.client.replaying import replay_words as r
from sim.client.view import words as w
from sim.client.view.drawing.boxes import LOOKS, Centred, Padding
from sim.client.view.drawing.flow import Flow, Grid
from sim.client.view.drawing.geometry import Geometry
from sim.client.view.drawing.layout import Column, Node, Row, Text, grown
from sim.client.view.drawing.scene import Run, Scene
from sim.client.view.drawing.typeset import Ruler
from sim.client.view.drawing.widgets import Press, button, key_cap, mark, pressable
from sim.client.view.screens.frame import framed, titled
from sim.client.view.screens.title import game_words, notice
from sim.client.view.shell.messages import Go, Kept, Learn, Resume
from sim.client.view.shell.replay_messages import LookAgain
from sim.client.view.shell.save_messages import AskRemove
from sim.client.view.shell.shell import Shell

WIDTH = 760.0  # of what is said where nothing is saved, in pixels of the design
SAVE_KEY, LOAD_KEY, MENU_KEY = "F5", "F9", "Esc"


def saves_scene(shell: Shell, geometry: Geometry, ruler: Ruler) -> Scene:
    """Games at the left, copies at the right, and below how a game is kept; by itself where nothing is saved yet."""
    if not (shell.shelf.games or shell.shelf.slots):
        return framed(w.SAVES, _nothing_yet(shell), geometry, ruler, default="go/seats")
    games = listed("game", w.GAMES, shell.shelf.games, w.GAMES_NOTE, copied=False)
    copies = listed("slot", w.COPIES, shell.shelf.slots, w.COPIES_NOTE, copied=True)
    if geometry.columns == 1:
        body: Node = Column(notice(shell), games, copies, how_kept(), gap=10)
    else:
        across = Row(grown(games), grown(copies), gap=10, align="top")
        body = Column(notice(shell), across, how_kept(), gap=10)
    first = "game/0" if shell.shelf.games else "slot/0"
    return framed(w.SAVES, body, geometry, ruler, default=first)


def _nothing_yet(shell: Shell) -> Node:
    """That nothing is saved yet, what will be, and how to begin."""
    begin = Flow(
        button(w.NEW_GAME, Press("go/seats", Go("seats"), tip=w.NEW_GAME_ABOUT), "primary"),
        button(lessons.LEARN, Press("learn", Learn(), tip=lessons.LEARN_ABOUT)),
        gap=10,
        lead=8,
    )
    said = Text(Run(w.NOTHING_SAVED, "lead", "ink"), role="heading")
    return Centred(Column(notice(shell), said, how_kept(), begin, gap=14), WIDTH)


def how_kept() -> Node:
    """How a game is kept: by itself, at a key, as a copy with a name."""
    kept = (("", w.KEPT_SELF), (SAVE_KEY, w.KEPT_QUICK), (LOAD_KEY, w.KEPT_BACK), (MENU_KEY, w.KEPT_NAMED))
    lines = [
        [Flow(key_cap(key) if key else mark("check", "good", 12)), Text(Run(text, "body", "dim"))] for key, text in kept
    ]
    return titled(w.KEPT_HOW, Grid((0, -1), lines, gap=14, lead=8))


def why_not_again(kept: Kept) -> str:
    """Why a game cannot be looked at again; empty if it can."""
    return r.NOT_TO_TWO if kept.shared and not kept.finished else ""


def listed(kind: str, title: str, kept: Sequence[Kept], note: str, *, copied: bool) -> Node:
    """Records as a list, the newest first."""
    rows: list[Node] = [Text(Run(note, "small", "dim"))]
    for i, each in enumerate(kept):
        press = Press(f"{kind}/{i}", Resume(each.path, copied))
        text = Column(
            Text(Run(each.name, "strong"), role=""), Text(Run(game_words(each), "small", "dim"), role=""), gap=0
        )
        shown = pressable(text, press, f"{each.name}. {game_words(each)}", look=LOOKS["raised"], pad=Padding(12, 6, 7))
        again = Press(f"watch/{kind}/{i}", LookAgain(each.path), why_not_again(each), r.WATCH_TIP)
        gone = Press(f"remove/{i}", AskRemove(each), tip=w.REMOVE_TIP)
        remove = button(w.REMOVE, gone, size="low") if copied else None
        rows.append(Row(grown(shown), button(r.WATCH, again, size="low"), remove, gap=6))
    if not kept:
        rows.append(Text(Run(w.NO_SAVES, "body", "dim")))
    return titled(title, *rows, gap=7)

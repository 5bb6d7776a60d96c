"""What the window shows beyond the game: which screen, which dialog, what is being typed. Pure, like ``client.update``.

``reply`` gives the shell after a message and what it asks for. Whoever runs the window has that done, without letting a
frame wait for it, and comes back with the answer as a message.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from sim.client.chairs import Chairs
from sim.client.explaining.asking import Target
from sim.client.explaining.lessons import lesson_due
from sim.client.model import Model
from sim.client.replaying.replay_mark import ReplayMark
from sim.client.update import (
    Advised,
    Analysed,
    Answer,
    DropBeliefs,
    EndTurn,
    Foreseen,
    Observed,
    PlanAction,
    PutLessonsAway,
    Revealed,
    Reviewed,
    SetBelief,
    SetDraft,
    SetFace,
    SetOption,
    Undo,
    update,
)
from sim.client.view import words as w
from sim.client.view.shell import log_messages as g
from sim.client.view.shell import messages as m
from sim.client.view.shell import replay_messages as r
from sim.client.view.shell import save_messages as s
from sim.client.weighing.advising import has_advisers
from sim.client.weighing.planning import draft_number, rival_offer
from sim.language import FIRST
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.scenario.book import Book

if TYPE_CHECKING:
    from sim.client.replaying.replay import Replay

GAME_MESSAGES = (SetOption, SetDraft, SetFace, PlanAction, Answer, Undo, EndTurn)
BELIEFS = (SetBelief, DropBeliefs)
ANSWERS = (Observed, Revealed)
ASIDES = (Advised, Foreseen, Analysed, Reviewed)
QUIET = (*ANSWERS, *ASIDES)
"""Answers that take no notice away."""
PASSING = (m.Stocked, m.Typed, m.Saved, m.Aged, g.Arrive)
"""What nobody did takes none away either."""


@dataclass(frozen=True)
class Choice:
    """What a new game is to be: numbers of the scenario and the seat in their lists, an agent if one was chosen."""

    scenario: int = 0
    seat: int = 0
    agent: str = ""


UNSAVED_LEAVE, UNSAVED_QUIT, UNSAVED_LOAD = "unsaved/leave", "unsaved/quit", "unsaved/load"
"""Dialogs that ask once more before turns that are not on the disk are lost."""
EMPTY, BEFORE_CHOICE, AT_FIRST, FIRST_DAY = m.Shelf(), Choice(), m.Bookmark(), ReplayMark()


@dataclass(frozen=True)
class Shell:
    """Everything that a screen may draw. ``seen`` looks have been told by the night screen; ``trail`` leads back."""

    screen: str = "title"
    trail: tuple[str, ...] = ()
    model: Model | None = None
    chairs: Chairs | None = None
    """Both persons of a game that two share: of these nothing is drawn but ``model``, who is at the screen."""
    shelf: m.Shelf = EMPTY
    choice: Choice = BEFORE_CHOICE
    dialog: str = ""
    target: Target | None = None
    pages: tuple[Target, ...] = ()
    """The pages that led to the one of ``target``, from the first."""
    typed: str = ""
    waiting: bool = False
    seen: int = 1
    notice: str = ""
    text: int = 100
    full: bool = False
    analyst: bool = False
    language: str = FIRST
    bookmark: m.Bookmark = AT_FIRST
    replay: "Replay | None" = None
    """A game that is looked at again, apart from the one that is played; ``mark`` is where it is open."""
    mark: ReplayMark = FIRST_DAY
    saved: m.Saved | None = None
    contrast: bool = False
    sound: bool = True
    volume: int = 50
    keys: tuple[tuple[str, str], ...] = ()
    """Commands that were given another key than their own; ``choosing`` is the one that waits for its key."""
    choosing: str = ""
    cable_kind: str = ""
    """The kind of cables that is shown, if not all; ``cable_days``: the last so many days of them, if not all."""
    cable_days: int = 0
    removing: m.Kept | None = None
    """The copy of which it is asked whether it is to be removed."""
    resuming: m.Resume | None = None
    """The game of which it is asked whether to go on with it, and to lose turns of this one."""
    leaf: int = 0
    """Which leaf of the table is open, where a window is too small for all of it."""
    still: bool = False
    """Whether nothing is to move by itself; ``left``: how many parts of the night are still to be told."""
    left: int = 0

    @property
    def seat(self) -> int:
        """Whose colours are one's own."""
        at_screen = self.mark if self.screen == "replay" else self.model or self.chairs
        return at_screen.seat if at_screen else self.choice.seat

    @property
    def game(self) -> Model | None:
        """The game that is open, also while a curtain is down between two persons."""
        return self.model or (self.chairs.model if self.chairs else None)

    @property
    def at_stake(self) -> bool:
        """Whether turns of the game that is open are not on the disk, and would be lost with it."""
        return self.game is not None and self.saved is not None and bool(self.saved.trouble)

    @property
    def shown(self) -> Model | None:
        """What the screen tells of: what the person knows, or in a replay what is to be seen of its day."""
        return self.replay.model(self.mark) if self.replay and self.screen == "replay" else self.model

    @property
    def book(self) -> Book | None:
        """The scenario that is played; before a game the one that is chosen, if there are any yet."""
        books = self.shelf.books
        return self.model.book if self.model else books[min(self.choice.scenario, len(books) - 1)] if books else None

    @property
    def listening(self) -> bool:
        """Whether the next key is one to be chosen; the dialog may have been closed by a night that fell meanwhile."""
        return self.dialog == "keys" and bool(self.choosing)


Reply = tuple[Shell, tuple[Any, ...]]


def reply(shell: Shell, message: Any) -> Reply:
    """The shell after a message, and its requests."""
    if not isinstance(message, (*QUIET, *PASSING)):
        shell = replace(shell, notice="")
    if isinstance(message, GAME_MESSAGES):
        return _play(shell, message)
    if isinstance(message, BELIEFS):
        return _believe(shell, message)
    if isinstance(message, ANSWERS):
        return _answered(shell, message)
    if isinstance(message, ASIDES) and shell.model is not None:
        return replace(shell, model=update(shell.model, message)[0]), ()
    act_on = HANDLERS.get(type(message))
    return act_on(shell, message) if act_on else (shell, ())


# ------------------------------------------------------------------------------------------------------------ the game
def _play(shell: Shell, message: Any) -> Reply:
    if shell.model is None or shell.waiting:
        return shell, ()
    before = shell.model
    model, request = update(before, message)
    dialog = "question" if model.question else ""
    shell = replace(shell, model=model, dialog=dialog)
    if request is None:
        return shell, foreseen(model) if (model.draft, model.face) != (before.draft, before.face) else ()
    return replace(shell, waiting=True, seen=len(model.looks)), (m.Carry(request),)


def _answered(shell: Shell, message: Any) -> Reply:
    if shell.chairs is not None:
        from sim.client.view.shell import sharing

        return sharing.answered(shell, shell.chairs, message)
    if shell.model is None:
        return shell, ()
    model, request = update(shell.model, message)
    shell = replace(shell, model=model)
    if request is not None:
        return shell, (m.Carry(request),)
    shell = replace(shell, waiting=False)
    if isinstance(message, Revealed) and shell.seen >= len(model.looks):
        return replace(shell, screen="debrief", trail=()), ()
    from sim.client.view.shell.arriving import fallen

    return fallen(shell), consulted(model)


def consulted(model: Model) -> tuple[Any, ...]:
    """The requests that have the advisers look at a turn, if there are any and it is one, and futures of it played."""
    return (*([m.Consult()] if has_advisers(model) and not model.over else []), *foreseen(model))


def foreseen(model: Model) -> tuple[Any, ...]:
    """The request that has futures of the draft played, while there is something to draft."""
    return (m.Foresee(draft_number(model), model.face),) if model.values[at.TALKS] and not model.over else ()


def _believe(shell: Shell, message: Any) -> Reply:
    """The dialog stays open and shows what is believed now, so only a refusal needs words."""
    if shell.model is None or shell.waiting:
        return shell, ()
    model, _ = update(shell.model, message)
    if model.stated != shell.model.stated:
        model = replace(model, notices=())
    return replace(shell, model=model), ()


def _turn_face(shell: Shell, _: Any) -> Reply:
    if shell.model is None:
        return shell, ()
    face = act.PUBLIC if shell.model.face == act.PRIVATE else act.PRIVATE
    return _play(shell, SetFace(face))


# ------------------------------------------------------------------------------------------------------------- screens
def _go(shell: Shell, message: m.Go) -> Reply:
    trail = (*shell.trail, shell.screen) if message.back and message.screen != shell.screen else shell.trail
    if message.screen in ("table", "title", "debrief", "night"):
        trail = ()
    shell = replace(shell, screen=message.screen, trail=trail, dialog="", typed="")
    if message.screen == "seats":
        from sim.client.view.shell.beginning import offered

        shell = replace(shell, choice=offered(shell))
    requests = (m.Restock(),) if message.screen in ("title", "saves", "seats") else ()
    if message.screen == "table" and shell.model:
        shell = replace(shell, seen=len(shell.model.looks), leaf=0)
    return shell, requests


def _back(shell: Shell, _: Any) -> Reply:
    if shell.dialog == "question" and shell.model:
        return _play(shell, Answer(False))
    if shell.dialog == "page" and shell.pages:
        return replace(shell, target=shell.pages[-1], pages=shell.pages[:-1]), ()
    if shell.dialog:
        return replace(shell, dialog="", target=None, typed="", choosing=""), ()
    if shell.trail:
        return replace(shell, screen=shell.trail[-1], trail=shell.trail[:-1], typed=""), ()
    return BACK.get(shell.screen, _menu)(shell, None)


def _menu(shell: Shell, _: Any) -> Reply:
    return replace(shell, dialog="menu"), ()


def _on(shell: Shell, _: Any) -> Reply:
    """From the night to the table, or to the debrief."""
    over = shell.model is not None and shell.model.over
    return _go(shell, m.Go("debrief" if over else "table"))


def _open(shell: Shell, message: m.Open) -> Reply:
    if message.dialog == "reasons" and shell.model and not rival_offer(shell.model):
        return _play(shell, PlanAction(Action(act.REJECT)))  # which says why not
    if message.dialog == "believe" and shell.model:
        shell = replace(shell, model=replace(shell.model, notices=()))  # it tells of refusals of its own
    return replace(shell, dialog=message.dialog, typed="", choosing=""), (
        m.Restock(),
    ) if message.dialog == "save" else ()


def _explain(shell: Shell, message: m.Explain) -> Reply:
    """A page that another one leads to goes back to it."""
    led = (*shell.pages, shell.target) if shell.dialog == "page" and shell.target else ()
    return replace(shell, dialog="page", target=message.target, pages=led), ()


def _type(shell: Shell, message: m.Typed) -> Reply:
    return replace(shell, typed=message.text[:40]), ()


# ------------------------------------------------------------------------------------------------------------ new games
def _turn_lesson(shell: Shell, _: Any) -> Reply:
    """One lesson is put away at a time: the next one is told again."""
    lesson = lesson_due(shell.model) if shell.model else ""
    if shell.model is None or not lesson:
        return shell, ()
    away = () if lesson in shell.model.put_away else (lesson,)
    return replace(shell, model=update(shell.model, PutLessonsAway(away))[0]), ()


def _opened(shell: Shell, message: m.Opened) -> Reply:
    model = message.model
    screen = "briefing" if message.fresh else "table"
    notice = w.TORN.format(n=message.dropped) if message.dropped else ""
    shell = replace(
        shell, model=model, screen=screen, trail=(), dialog="", waiting=False, seen=len(model.looks), notice=notice,
        bookmark=AT_FIRST, chairs=message.chairs,
    )  # fmt: skip
    if message.chairs and not model.over:
        from sim.client.view.shell import sharing

        return replace(sharing.curtained(shell, message.chairs), notice=notice), ()
    if model.over:
        from sim.client.update import Reveal

        return replace(shell, waiting=True), (m.Carry(Reveal()),)
    return shell, consulted(model)


# ---------------------------------------------------------------------------------------------------------- the debrief
def _read(shell: Shell, message: m.Read) -> Reply:
    return replace(shell, bookmark=message.bookmark), ()


def _save_page(shell: Shell, _: Any) -> Reply:
    over = shell.model is not None and shell.model.debrief is not None
    return shell, (m.KeepPage(shell.model),) if over and shell.model else ()


def _play_on(shell: Shell, message: m.PlayOn) -> Reply:
    return (shell, ()) if shell.waiting else (replace(shell, waiting=True), (message,))


# ------------------------------------------------------------------------------------------------------------- answers
def _stocked(shell: Shell, message: m.Stocked) -> Reply:
    return replace(shell, shelf=message.shelf), ()


def _failed(shell: Shell, message: m.Failed) -> Reply:
    return replace(shell, waiting=False, notice=message.text), ()


def _done(shell: Shell, message: m.Done) -> Reply:
    return replace(shell, notice=message.text), (m.Restock(),)


# -------------------------------------------------------------------------------------------------------------- window
def _later(module: str, name: str) -> Callable[[Shell, Any], Reply]:
    """A handler of a module that is imported once it is needed: the first frame must not wait for it."""

    def handle(shell: Shell, message: Any) -> Reply:
        found: Callable[[Shell, Any], Reply] = getattr(import_module(f"sim.client.view.shell.{module}"), name)
        return found(shell, message)

    return handle


def _for_window(what: str) -> Callable[[Shell, Any], Reply]:
    return lambda shell, _: (shell, (m.ForWindow(what),))


HANDLERS: dict[type, Callable[[Shell, Any], Reply]] = {
    m.Go: _go, m.Back: _back, m.Open: _open, m.Explain: _explain, m.Typed: _type, m.TurnFace: _turn_face,
    m.Choose: _later("beginning", "chosen"), m.Begin: _later("beginning", "begun"),
    m.PlayOther: _later("beginning", "turned"),
    m.Resume: _later("saving", "resumed"), m.Opened: _opened, m.LeaveGame: _later("saving", "left"),
    m.TurnLeaf: lambda shell, message: (replace(shell, leaf=message.leaf), ()),
    m.Read: _read, m.SavePage: _save_page, m.PlayOn: _play_on,
    m.SaveAs: _later("saving", "named"), m.LoadQuick: _later("saving", "quick"),
    m.Stocked: _stocked, m.Failed: _failed, m.Done: _done,
    m.SetScale: _later("options", "scaled"), m.SetLanguage: _later("options", "spoken"),
    m.ToggleScreen: _later("options", "screened"), m.ToggleAnalyst: _later("options", "analysed"),
    m.ToggleContrast: _later("options", "contrasted"), m.ToggleSound: _later("options", "sounded"),
    m.SetVolume: _later("options", "loud"), m.ChooseKey: _later("options", "choosing"),
    m.PressKey: _later("options", "pressed"), m.ResetKeys: _later("options", "reset"),
    m.Saved: _later("saving", "kept"), m.Aged: _later("saving", "aged"),
    r.LookAgain: _later("replaying", "asked"), r.Replaying: _later("replaying", "opened"),
    r.ShowDay: _later("replaying", "shown"), r.TurnEyes: _later("replaying", "eyes"),
    r.TurnFog: _later("replaying", "fog"), r.TurnRunning: _later("replaying", "running"),
    g.Sift: _later("filing", "sifted"), g.CopyCables: _later("filing", "copied"),
    g.ExportCables: _later("filing", "exported"), g.Arrive: _later("arriving", "arrived"),
    m.ToggleMotion: _later("options", "moved"),
    m.Learn: _later("beginning", "learnt"), m.TurnLesson: _turn_lesson,
    m.TakeChair: _later("sharing", "seated"), m.OtherSide: _later("sharing", "turned"),
    s.AskRemove: _later("saving", "asked"), s.RemoveCopy: _later("saving", "removed"),
    s.SaveAgain: _later("saving", "again"), m.TakePicture: _for_window("picture"), m.Quit: _later("saving", "quitted"),
}  # fmt: skip
BACK: dict[str, Callable[[Shell, Any], Reply]] = {
    "night": _on,
    "title": _menu,
    "briefing": lambda shell, _: _go(shell, m.Go("table")),
    "seats": lambda shell, _: _go(shell, m.Go("title")),
    "saves": lambda shell, _: _go(shell, m.Go("title")),
    "replay": lambda shell, _: _go(shell, m.Go("title")),
}

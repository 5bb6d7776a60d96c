"""What the window shows beyond the game: which screen, which dialog, what is being typed. Pure, like ``client.update``.

``reply`` gives the shell after a message and what it asks for. Whoever runs the window has that done, without letting a
frame wait for it, and comes back with the answer as a message.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from sim.client.advising import has_advisers
from sim.client.asking import Target
from sim.client.model import Model
from sim.client.planning import rival_offer
from sim.client.settings import SCALES
from sim.client.update import (
    Advised,
    Analysed,
    Answer,
    DropBeliefs,
    EndTurn,
    Observed,
    PlanAction,
    Revealed,
    SetBelief,
    SetDraft,
    SetFace,
    SetOption,
    Undo,
    update,
)
from sim.client.view import messages as m
from sim.client.view import words as w
from sim.record.notation import Action
from sim.rules import actions as act

QUICK = "quick save"
GAME_MESSAGES = (SetOption, SetDraft, SetFace, PlanAction, Answer, Undo, EndTurn)
BELIEFS = (SetBelief, DropBeliefs)
ANSWERS = (Observed, Revealed)
ASIDES = (Advised, Analysed)
QUIET = (*ANSWERS, *ASIDES)
"""Answers that take no notice away."""


@dataclass(frozen=True)
class Choice:
    """What a new game is to be: numbers of the scenario, the seat and the agent in their lists."""

    scenario: int = 0
    seat: int = 0
    agent: int = -1


EMPTY, FIRST = m.Shelf(), Choice()


@dataclass(frozen=True)
class Shell:
    """Everything that a screen may draw. ``seen`` looks have been told by the night screen; ``trail`` leads back."""

    screen: str = "title"
    trail: tuple[str, ...] = ()
    model: Model | None = None
    shelf: m.Shelf = EMPTY
    choice: Choice = FIRST
    dialog: str = ""
    target: Target | None = None
    typed: str = ""
    waiting: bool = False
    seen: int = 1
    notice: str = ""
    text: int = 100
    full: bool = False
    analyst: bool = False

    @property
    def seat(self) -> int:
        """Whose colours are one's own."""
        return self.model.seat if self.model else self.choice.seat


Reply = tuple[Shell, tuple[Any, ...]]


def reply(shell: Shell, message: Any) -> Reply:
    """The shell after a message, and its requests."""
    if not isinstance(message, (*QUIET, m.Stocked, m.Typed)):
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
    model, request = update(shell.model, message)
    dialog = "question" if model.question else ""
    shell = replace(shell, model=model, dialog=dialog)
    if request is None:
        return shell, ()
    return replace(shell, waiting=True, seen=len(model.looks)), (m.Carry(request),)


def _answered(shell: Shell, message: Any) -> Reply:
    if shell.model is None:
        return shell, ()
    model, request = update(shell.model, message)
    shell = replace(shell, model=model)
    if request is not None:
        return shell, (m.Carry(request),)
    shell = replace(shell, waiting=False)
    if isinstance(message, Revealed) and shell.seen >= len(model.looks):
        return replace(shell, screen="debrief", trail=()), ()
    return replace(shell, screen="night", trail=(), dialog=""), consulted(model)


def consulted(model: Model) -> tuple[Any, ...]:
    """The request that has the advisers look at a turn, if there are any and it is one."""
    return (m.Consult(),) if has_advisers(model) and not model.over else ()


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
        shell = replace(shell, choice=settled(shell, Choice()))
    requests = (m.Restock(),) if message.screen in ("title", "saves", "seats") else ()
    if message.screen == "table" and shell.model:
        shell = replace(shell, seen=len(shell.model.looks))
    return shell, requests


def _back(shell: Shell, _: Any) -> Reply:
    if shell.dialog == "question" and shell.model:
        return _play(shell, Answer(False))
    if shell.dialog:
        return replace(shell, dialog="", target=None, typed=""), ()
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
    return replace(shell, dialog=message.dialog, typed=""), (m.Restock(),) if message.dialog == "save" else ()


def _explain(shell: Shell, message: m.Explain) -> Reply:
    return replace(shell, dialog="page", target=message.target), ()


def _type(shell: Shell, message: m.Typed) -> Reply:
    return replace(shell, typed=message.text[:40]), ()


# ------------------------------------------------------------------------------------------------------------ new games
def settled(shell: Shell, choice: Choice) -> Choice:
    """The choice with an agent in it: the one that suits the scenario, unless another was chosen."""
    books = shell.shelf.books
    if not books or choice.agent >= 0:
        return choice
    from sim.ai.registry import opponent_ids
    from sim.client.setting_up import default_agent

    book = books[min(choice.scenario, len(books) - 1)]
    return replace(choice, agent=opponent_ids(book.tables).index(default_agent(book)))


def _choose(shell: Shell, message: m.Choose) -> Reply:
    choice = replace(shell.choice, **{message.what: message.which})
    if message.what == "scenario" and message.which != shell.choice.scenario:
        choice = replace(choice, agent=-1)
    return replace(shell, choice=settled(shell, choice)), ()


def _begin(shell: Shell, _: Any) -> Reply:
    books, choice = shell.shelf.books, settled(shell, shell.choice)
    if not books or shell.waiting:
        return shell, ()
    from sim.ai.registry import opponent_ids

    book = books[choice.scenario]
    request = m.StartGame(book, choice.seat, opponent_ids(book.tables)[choice.agent], analyst=shell.analyst)
    return replace(shell, waiting=True), (m.CloseGame(), request)


def _resume(shell: Shell, message: m.Resume) -> Reply:
    if shell.waiting:
        return shell, ()
    request = m.OpenRecord(message.path, message.copied, shell.analyst)
    return replace(shell, waiting=True, dialog=""), (m.CloseGame(), request)


def _opened(shell: Shell, message: m.Opened) -> Reply:
    model = message.model
    screen = "briefing" if message.fresh else "table"
    notice = w.TORN.format(n=message.dropped) if message.dropped else ""
    shell = replace(
        shell, model=model, screen=screen, trail=(), dialog="", waiting=False, seen=len(model.looks), notice=notice
    )
    if model.over:
        from sim.client.update import Reveal

        return replace(shell, waiting=True), (m.Carry(Reveal()),)
    return shell, consulted(model)


def _leave(shell: Shell, _: Any) -> Reply:
    return replace(shell, model=None, screen="title", trail=(), dialog="", waiting=False), (m.CloseGame(), m.Restock())


# ---------------------------------------------------------------------------------------------------------------- saves
def _save(shell: Shell, message: m.SaveAs) -> Reply:
    name = message.name or shell.typed.strip()
    if shell.model is None or not name:
        return shell, ()
    return replace(shell, dialog="", typed=""), (m.KeepCopy(name),)


def _quick(shell: Shell, _: Any) -> Reply:
    """Back to the quick save, if there is one."""
    for kept in shell.shelf.slots:
        if kept.name == QUICK:
            return _resume(shell, m.Resume(kept.path, True))
    return replace(shell, notice=w.NO_QUICK), (m.Restock(),)


def _stocked(shell: Shell, message: m.Stocked) -> Reply:
    shell = replace(shell, shelf=message.shelf)
    return replace(shell, choice=settled(shell, shell.choice)), ()


def _failed(shell: Shell, message: m.Failed) -> Reply:
    return replace(shell, waiting=False, notice=message.text), ()


def _done(shell: Shell, message: m.Done) -> Reply:
    return replace(shell, notice=message.text), (m.Restock(),)


# -------------------------------------------------------------------------------------------------------------- window
def _scale(shell: Shell, message: m.SetScale) -> Reply:
    wanted = message.to or SCALES[max(0, min(len(SCALES) - 1, SCALES.index(shell.text) + message.by))]
    kept = (m.KeepSetting("text", wanted),) if wanted != shell.text else ()
    return replace(shell, text=wanted), kept


def _toggle_screen(shell: Shell, _: Any) -> Reply:
    full = not shell.full
    return replace(shell, full=full), (m.ForWindow("screen"), m.KeepSetting("full", full))


def _toggle_analyst(shell: Shell, _: Any) -> Reply:
    on = not shell.analyst
    return replace(shell, analyst=on), (m.KeepSetting("analyst", on), m.Analyse(on))


def _for_window(what: str) -> Callable[[Shell, Any], Reply]:
    return lambda shell, _: (shell, (m.ForWindow(what),))


HANDLERS: dict[type, Callable[[Shell, Any], Reply]] = {
    m.Go: _go, m.Back: _back, m.Open: _open, m.Explain: _explain, m.Typed: _type, m.TurnFace: _turn_face,
    m.Choose: _choose, m.Begin: _begin, m.Resume: _resume, m.Opened: _opened, m.LeaveGame: _leave,
    m.SaveAs: _save, m.LoadQuick: _quick, m.Stocked: _stocked, m.Failed: _failed, m.Done: _done,
    m.SetScale: _scale, m.ToggleScreen: _toggle_screen, m.ToggleAnalyst: _toggle_analyst,
    m.TakePicture: _for_window("picture"), m.Quit: _for_window("quit"),
}  # fmt: skip
BACK: dict[str, Callable[[Shell, Any], Reply]] = {
    "night": _on,
    "title": _menu,
    "briefing": lambda shell, _: _go(shell, m.Go("table")),
    "seats": lambda shell, _: _go(shell, m.Go("title")),
    "saves": lambda shell, _: _go(shell, m.Go("title")),
}

"""What a typed line means: messages for the model, lines to show, or something for the loop to do."""

import difflib
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from sim.client.debriefing import debrief_words as d
from sim.client.debriefing.chapters import CHAPTERS
from sim.client.debriefing.understood import acted_page, advised_page, motives_page
from sim.client.explaining import lessons_words
from sim.client.explaining.asking import Target, find, nearest
from sim.client.explaining.lessons import every_lesson
from sim.client.explaining.tables import explain
from sim.client.model import Model
from sim.client.naming import issue_name, named, typed
from sim.client.telling.agreement import agreement_page
from sim.client.text import words as t
from sim.client.text.believing import believe_screen, read_beliefs
from sim.client.text.cables import read_cables
from sim.client.text.debrief import chapter_lines, day_lines, debrief_screen, hidden_screen
from sim.client.text.layout import page_lines, wrap
from sim.client.text.matching import Draft, MisreadError, UnclearError, read_lever, read_reason
from sim.client.text.screens import SCREENS, SEARCHED
from sim.client.text.turn import lesson_lines, turn_screen
from sim.client.update import (
    Answer,
    DropBeliefs,
    EndTurn,
    Message,
    PlanAction,
    PutLessonsAway,
    SetBelief,
    SetDraft,
    SetFace,
    Undo,
)
from sim.client.weighing.planning import draft_number, rival_offer
from sim.language.sentences import MARK
from sim.record.notation import Action
from sim.rules import actions as act

NAMING = (
    "save",
    "load",
    "again",
    "replay",
    "why",
    "explain",
    "cables",
    "facts",
    "log",
)  # what follows these is a name or a word to look for
A_WEEK = 7  # days that pass at most when nothing calls
MOST_CHOICES = 12  # readings of an unclear question that are listed


class Said(NamedTuple):
    """A command's words after the first, said to a model, to be answered in lines of a width."""

    model: Model
    words: list[str]
    width: int


class Reply(NamedTuple):
    """What a line comes to. ``show`` names what to draw once the messages are taken in; ``control`` is for the loop."""

    messages: tuple[Message, ...] = ()
    lines: tuple[str, ...] = ()
    show: str = ""
    control: tuple[str, str] | None = None


Verb = Callable[[Said], Reply]


def read_line(model: Model, line: str, width: int) -> Reply:
    """What a line means to the model as it stands. Never raises for what a person may type."""
    words = line.replace("=", " ").replace(MARK, "").split()  # what was said may be copied
    if model.question:
        return Reply((Answer(bool(words) and words[0].lower() in t.YES_WORDS.split()),))
    if not words:
        return _say(t.OVER_ALREADY, width) if model.over else Reply((EndTurn(1 if model.plan else A_WEEK),))
    try:
        return _read_words(model, words, width)
    except MisreadError as error:
        return Reply(lines=tuple(wrap(str(error), width)))


def _read_words(model: Model, words: list[str], width: int) -> Reply:
    first, *rest = in_english([word.strip("`") if not i else word for i, word in enumerate(words)])
    words = [first, *rest]
    verb = _verb(model, first)
    if verb:
        return verb(Said(model, words[1:], width))
    if model.over:
        raise MisreadError(_unknown(model, first))
    draft = Draft(model)
    try:
        draft.read(words)
    except MisreadError:
        raise MisreadError(_unknown(model, first)) from None
    return _drafted(draft)


def as_typed(command: str) -> str:
    """What a command is called in the language of now."""
    return t.COMMANDS.get(command, command)


def in_english(words: list[str]) -> list[str]:
    """A typed line as the commands know it: what they are called in the language of now gives way to what they are."""
    first = words[0].lower()
    of_command = {as_typed(command): command for command in t.COMMANDS}
    begun = [command for said, command in of_command.items() if said.startswith(first)] if len(first) > 2 else []
    command = of_command.get(first) or (begun[0] if len(begun) == 1 and first not in VERBS else first)
    if command in NAMING:
        return [command, *words[1:]]
    of_argument = {said: argument for argument, said in t.ARGUMENTS.items()}
    return [
        command if command in VERBS or command in VERBS_OVER else words[0],
        *(of_argument.get(word.lower(), word) for word in words[1:]),
    ]


def _verb(model: Model, word: str) -> Verb | None:
    known = VERBS_OVER if model.over else VERBS
    if word in known:
        return known[word]
    begun = {known[each] for each in known if each.startswith(word)} if len(word) > 1 else set()
    return begun.pop() if len(begun) == 1 else None


def _unknown(model: Model, word: str) -> str:
    known = VERBS_OVER if model.over else VERBS
    near = difflib.get_close_matches(word, [*map(as_typed, known), *known], 1)
    return t.UNKNOWN.format(word=word, hint=t.MEANT.format(near=near[0]) if near else "")


def _say(text: str, width: int) -> Reply:
    return Reply(lines=tuple(wrap(text, width)))


def _always(reply: Reply) -> Verb:
    return lambda _: reply


def _notice(text: Callable[[], str]) -> Verb:
    return lambda said: _say(text(), said.width)


# -------------------------------------------------------------------------------------------------------- at the table
def _drafted(draft: Draft) -> Reply:
    return Reply((SetDraft(tuple(draft.options)), SetFace(draft.face)), show="table")


def _read_draft(said: Said) -> Draft | Reply:
    """The draft that the words make; a reply that keeps all of it but the word that may mean several options."""
    draft = Draft(said.model)
    try:
        draft.read(said.words)
    except UnclearError as error:
        if draft.options == list(said.model.draft) and draft.face == said.model.face:
            raise
        return _drafted(draft)._replace(lines=tuple(wrap(f"{error} {t.REST_DRAFTED}", said.width)))
    return draft


def _draft(said: Said) -> Reply:
    draft = _read_draft(said)
    return draft if isinstance(draft, Reply) else _drafted(draft)


def _face(said: Said) -> Reply:
    """`offer private` sets the face; `offer` with options is an offer."""
    if not said.words:
        return _say(t.FACES_ARE.format(issue=typed(next(iter(said.model.names.issues)), "1")), said.width)
    draft = _read_draft(said)
    if isinstance(draft, Reply):
        return draft
    return _propose(said) if draft.options != list(said.model.draft) else _drafted(draft)


def _propose(said: Said) -> Reply:
    draft = _read_draft(said)
    if isinstance(draft, Reply):
        return draft
    options = tuple(draft.options)
    action = Action(act.PROPOSE, draft_number(replace(said.model, draft=options)), draft.face)
    return Reply((SetDraft(options), SetFace(draft.face), PlanAction(action)), show="draft")


def _plan(kind: int, a: int = 0) -> Verb:
    return _always(Reply((PlanAction(Action(kind, a)),)))


def _accept(said: Said) -> Reply:
    return Reply((PlanAction(Action(act.ACCEPT, rival_offer(said.model))),), show="offer")


def _reject(said: Said) -> Reply:
    offer = rival_offer(said.model)
    words = said.words[1:] if said.words and said.words[0].lower() == f"o{offer}" else said.words
    return Reply((PlanAction(Action(act.REJECT, offer, read_reason(said.model, " ".join(words)))),))


def _pull(said: Said) -> Reply:
    return Reply((PlanAction(Action(act.PULL, read_lever(said.model, " ".join(said.words)))),))


def _believe(said: Said) -> Reply:
    words = said.words
    if not words:
        return Reply(lines=tuple(believe_screen(said.model, said.width)))
    if [word.lower() for word in words] == ["nothing"]:
        return Reply((DropBeliefs(),))
    return Reply((SetBelief(read_beliefs(said.model, words)),))


def _end(said: Said) -> Reply:
    if said.words and said.words[0].lower() in ("talks", "talk"):
        return Reply((PlanAction(Action(act.END_TALKS)),))
    return Reply((EndTurn(1),))


def _pass(said: Said) -> Reply:
    if not said.words:
        return Reply((EndTurn(A_WEEK),))
    number = said.words[0]
    if not (number.isascii() and number.isdigit() and len(number) < 5 and int(number)):
        return _say(t.NEEDS_NUMBER, said.width)
    return Reply((EndTurn(int(number)),))


# ------------------------------------------------------------------------------------------------------------- looking
def _look(said: Said) -> Reply:
    return Reply(lines=tuple(turn_screen(said.model, said.width, full=True)))


def _agreement(said: Said) -> Reply:
    return Reply(lines=tuple(page_lines(agreement_page(said.model), said.width)))


def _why(said: Said) -> Reply:
    text = " ".join(said.words)
    if not text:
        return _say(
            t.WHY_WHAT.format(example=typed(next(iter(said.model.names.issues)), issue_name(said.model.book, 0))),
            said.width,
        )
    found = find(said.model, text)
    if not found:
        near = ", ".join(_target_words(each) for each in nearest(said.model, text))
        return _say(t.NO_SUCH.format(word=text) + (t.NEAREST.format(names=near) if near else ""), said.width)
    if len(found) > 1:
        listed = "; ".join(_target_words(each) for each in found[:MOST_CHOICES])
        return _say(t.AMBIGUOUS_ASK.format(word=text, choices=listed), said.width)
    return Reply(lines=tuple(page_lines(explain(said.model, found[0]), said.width)))


def _target_words(target: Target) -> str:
    return named(target.id, target.name)


def _lesson(said: Said) -> Reply:
    """`lesson` shows the one of now again; `off` and `on` put all away and bring them back."""
    every = every_lesson(said.model)
    word = said.words[0].lower() if said.words else ""
    if not every:
        return _say(lessons_words.NO_LESSONS, said.width)
    if word in ("off", "on"):
        told = lessons_words.LESSONS_OFF if word == "off" else lessons_words.LESSONS_ON
        return Reply((PutLessonsAway(every if word == "off" else ()),), tuple(wrap(told, said.width)))
    lines = lesson_lines(replace(said.model, put_away=()), said.width)
    return Reply(lines=tuple(lines)) if lines else _say(lessons_words.NO_LESSON, said.width)


def _screen(name: str) -> Verb:
    return lambda said: Reply(lines=tuple(SCREENS[name](said.model, said.width)))


def _search(name: str) -> Verb:
    return lambda said: Reply(lines=tuple(SEARCHED[name](said.model, said.width, " ".join(said.words))))


def _cables(said: Said) -> Reply:
    """The log; `cables export FILE` is for the loop, which can write."""
    if read_cables(said.words).file is not None:
        return Reply(control=("cables", " ".join(said.words)))
    return _search("cables")(said)


def _debrief(said: Said) -> Reply:
    """All of it, or the chapter of a number."""
    debrief, number = said.model.debrief, whole_number(said.words)
    if debrief is None:
        return Reply()
    if number:
        lines = chapter_lines(said.model, debrief, number, said.width)
        return Reply(lines=tuple(lines)) if lines else _say(d.NO_CHAPTER.format(n=len(CHAPTERS)), said.width)
    return Reply(lines=tuple(debrief_screen(said.model, debrief, said.width)))


def _day(said: Said) -> Reply:
    """`day 6`: a day as it was; `day 6 fog`: as the seat knew it."""
    debrief, number = said.model.debrief, whole_number(said.words)
    if debrief is None or not number:
        return _say(d.DAY_HOW, said.width)
    fog = len(said.words) > 1
    return Reply(lines=tuple(day_lines(said.model, debrief, number, fog=fog, width=said.width)))


def whole_number(words: list[str]) -> int:
    """The number that words begin with, or 0."""
    word = words[0] if words else ""
    return int(word) if word.isascii() and word.isdigit() and len(word) < 5 else 0


def _hidden(said: Said) -> Reply:
    debrief = said.model.debrief
    return Reply(lines=tuple(hidden_screen(said.model, debrief, said.width)) if debrief else ())


def _motives(said: Said) -> Reply:
    model = said.model
    if model.debrief is None and not any(look.reasons for look in model.looks):
        return _say(t.MOTIVES_LATER, said.width)
    page = (
        motives_page(model, model.debrief, " ".join(said.words))
        if model.debrief
        else acted_page(model, " ".join(said.words))
    )
    return Reply(lines=tuple(page_lines(page, said.width)))


def _advised(said: Said) -> Reply:
    debrief = said.model.debrief
    page = advised_page(said.model, debrief) if debrief else None
    return Reply(lines=tuple(page_lines(page, said.width)) if page else ())


# ------------------------------------------------------------------------------------------------------------ the game
def _control(name: str) -> Verb:
    return lambda said: Reply(control=(name, " ".join(said.words)))


ACTING: dict[str, Verb] = {
    "propose": _propose, "draft": _draft, "face": _face, "offer": _face, "accept": _accept, "reject": _reject,
    "refuse": _reject, "withdraw": _plan(act.WITHDRAW), "agree": _plan(act.RENEW, 1), "object": _plan(act.RENEW),
    "denounce": _plan(act.DENOUNCE), "hold": _plan(act.HOLD), "pull": _pull, "lever": _pull, "end": _end,
    "believe": _believe, "pass": _pass, "undo": _always(Reply((Undo(),))),
}  # fmt: skip
LOOKING: dict[str, Verb] = {
    "look": _look, "table": _always(Reply(show="table")), "agreement": _agreement, "why": _why, "explain": _why,
    **{name: _screen(name) for name in SCREENS}, **{name: _search(name) for name in SEARCHED},
    "?": _screen("help"), "cables": _cables, "log": _cables, "lesson": _lesson,
}  # fmt: skip
GAME: dict[str, Verb] = {name: _control(name) for name in ("save", "load", "saves", "quick", "replay", "quit")}
GAME |= {"language": _control("language"), "forecast": _control("forecast")}
GAME |= {"advisers": _control("advisers"), "analyst": _control("analyst"), "exit": GAME["quit"], "q": GAME["quit"]}
SECRET = dict.fromkeys(("night", "hidden", "debrief"), _notice(lambda: t.ONLY_OVER))
VERBS: dict[str, Verb] = {**ACTING, **LOOKING, **GAME, **SECRET, "motives": _motives}
VERBS_OVER: dict[str, Verb] = {
    **dict.fromkeys(ACTING, _notice(lambda: t.OVER_ALREADY)), **LOOKING, **GAME,
    "advisers": _advised, "look": _debrief, "debrief": _debrief,
    "hidden": _hidden, "motives": _motives, "night": _control("night"), "day": _day,
    **{name: _control(name) for name in ("turning", "fork", "again", "page")},
    "other": _control("other"), "forecast": _notice(lambda: t.OVER_ALREADY),
}  # fmt: skip

"""What a message does to the model. Pure: equal models and messages give equal models and requests.

A message is what a person did, or what the game answered. A request is what the model wants carried out: the caller has
``game`` do it and comes back with its answer as a message. Drawing is somebody else's.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from sim.ai.counsel import Advice
from sim.ai.outlook import Outlook
from sim.client import words as w
from sim.client.debriefing.debrief import Debrief, Reviewing
from sim.client.explaining.lessons import holds_up
from sim.client.model import Look, Model, Question, ToldReason
from sim.client.telling.calls import calls
from sim.client.weighing.believing import belief_words, out_of_place
from sim.client.weighing.planning import action_words, draft_number, forbidden, is_table_act, package_of
from sim.record.notation import Action
from sim.record.notes import NoteError, Terms, check_beliefs
from sim.rules import actions as act

if TYPE_CHECKING:
    from sim.analysis.why.review import Review


class SetOption(NamedTuple):
    """Put an option of an issue into the draft."""

    issue: int
    option: int


class SetDraft(NamedTuple):
    """Draft a whole package."""

    options: tuple[int, ...]


class SetFace(NamedTuple):
    """Choose how the draft is to be shown."""

    face: int


class PlanAction(NamedTuple):
    """Add an action to the turn's plan, if the rules allow it."""

    action: Action


class Answer(NamedTuple):
    """Answer the question that stands."""

    yes: bool


@dataclass(frozen=True)
class Undo:
    """Take the last action out of the plan."""


class SetBelief(NamedTuple):
    """State beliefs, to be noted with this turn: forecasts, or chances for all types of the other seat together.

    Names and numbers are those of ``sim.record.notes``. What is stated again takes the place of what was stated.
    """

    beliefs: Terms


@dataclass(frozen=True)
class DropBeliefs:
    """Take back the beliefs that would be noted with this turn."""


class EndTurn(NamedTuple):
    """Commit the plan, and let this many days pass unless something calls for a decision."""

    days: int = 1


class Observed(NamedTuple):
    """It is a seat's turn again, or the game is over; ``seat`` says whose, if two persons play."""

    look: Look
    seat: int = -1


class Advised(NamedTuple):
    """The advisers of a seat have spoken, of the turn of a day; or ``silence`` says why they cannot."""

    day: int
    advice: tuple[Advice, ...] = ()
    silence: str = ""
    seat: int = -1


class Foreseen(NamedTuple):
    """Futures of the turn of a day have been played; or ``silence`` says why they cannot be."""

    day: int
    outlook: Outlook | None = None
    silence: str = ""
    seat: int = -1


class Analysed(NamedTuple):
    """The analyst setting was turned ``on``, with the reasons that belong to the present look, or off."""

    on: bool
    reasons: tuple[ToldReason, ...] = ()


class PutLessonsAway(NamedTuple):
    """Put these lessons away, and take all others out again."""

    lessons: tuple[str, ...] = ()


class Revealed(NamedTuple):
    """The game is over and hides nothing any more."""

    debrief: Debrief


class Reviewed(NamedTuple):
    """The review of the game, or how far it is."""

    review: "Review | None"
    reviewing: Reviewing = Reviewing()


Message = (
    SetOption
    | SetDraft
    | SetFace
    | PlanAction
    | Answer
    | Undo
    | SetBelief
    | DropBeliefs
    | EndTurn
    | Observed
    | Advised
    | Foreseen
    | Analysed
    | PutLessonsAway
    | Revealed
    | Reviewed
)


class Commit(NamedTuple):
    """Carry out the actions, note the beliefs, end the turn and come back with ``Observed``."""

    actions: tuple[Action, ...]
    beliefs: Terms = ()


@dataclass(frozen=True)
class Reveal:
    """Come back with ``Revealed``."""


Request = Commit | Reveal


Updated = tuple[Model, Request | None]
"""A new model, and what it asks for."""


def update(model: Model, message: Message) -> Updated:
    """The model after a message."""
    model = replace(model, notices=())
    match message:
        case SetOption(issue, option):
            draft = (*model.draft[:issue], option, *model.draft[issue + 1 :])
            return replace(model, draft=draft), None
        case SetDraft(options):
            return replace(model, draft=options), None
        case SetFace(face):
            return replace(model, face=face), None
        case PlanAction(action):
            return _plan(model, action), None
        case Answer(yes):
            return _answer(model, yes), None
        case Undo():
            return _undo(model), None
        case SetBelief(beliefs):
            return _believe(model, beliefs), None
        case DropBeliefs():
            return replace(model, stated=(), notices=(w.BELIEFS_DROPPED if model.stated else w.NO_BELIEF_TODAY,)), None
        case EndTurn(days):
            return _end_turn(model, days)
        case Observed(look, _):
            return _observe(model, look)
        case Advised(day, advice, silence, seat):
            fits = day == model.day and seat in (-1, model.seat)  # by now another person may be at the screen
            return (replace(model, advice=advice, silence=silence) if fits else model), None
        case Foreseen():
            return _foresee(model, message), None
        case Analysed(on, reasons):
            return _analyse(model, reasons, keep=on), None
        case PutLessonsAway(lessons):
            return replace(model, put_away=lessons), None
        case Revealed(debrief):
            return replace(model, debrief=debrief), None
        case Reviewed(review, reviewing):
            return replace(model, review=review or model.review, reviewing=reviewing), None


def _plan(model: Model, action: Action) -> Model:
    if model.over:
        return replace(model, notices=(w.CALL_OVER,))
    plan = model.plan
    if is_table_act(action.kind):
        plan = tuple(each for each in plan if not is_table_act(each.kind))
    reasons = forbidden(replace(model, plan=plan), action)
    if reasons:
        said = w.CANNOT.format(what=w.ACTS[action.kind], why="; ".join(reasons))
        return replace(model, notices=(said,))
    if action.kind in w.ASKED:
        return replace(model, question=Question(w.ASKED[action.kind], action))
    return _enter(model, plan, action)


def _enter(model: Model, plan: tuple[Action, ...], action: Action) -> Model:
    instead = (w.INSTEAD,) if len(plan) < len(model.plan) else ()
    if action.kind == act.PROPOSE:
        model = replace(model, draft=package_of(model, action.a), face=action.b)
    return replace(model, plan=(*plan, action), question=None, notices=(action_words(model, action), *instead))


def _answer(model: Model, yes: bool) -> Model:
    question = model.question
    model = replace(model, question=None)
    if question is None:
        return model
    if not yes:
        return replace(model, notices=(w.NOT_MEANT,))
    return _enter(model, tuple(each for each in model.plan if not is_table_act(each.kind)), question.action)


def _undo(model: Model) -> Model:
    if not model.plan:
        return replace(model, notices=(w.NOTHING_TO_UNDO,))
    what = action_words(model, model.plan[-1]).rstrip(".")
    return replace(model, plan=model.plan[:-1], notices=(w.UNDONE.format(what=what),))


def _believe(model: Model, beliefs: Terms) -> Model:
    if model.over:
        return replace(model, notices=(w.CALL_OVER,))
    reasons = [reason for reason in (out_of_place(model, name) for name, _ in beliefs) if reason]
    if reasons:
        return replace(model, notices=tuple(reasons))
    try:
        stated = check_beliefs(model.tables, model.seat, {**dict(model.stated), **dict(beliefs)})
    except NoteError as error:
        return replace(model, notices=(str(error),))
    model = replace(model, stated=stated)
    return replace(model, notices=(*belief_words(model, stated), w.BELIEF_KEPT))


def _foresee(model: Model, told: Foreseen) -> Model:
    """What was played of another turn, of another seat or of a draft that has been changed since is dropped."""
    of_draft = told.outlook is None or told.outlook.draft.package == draft_number(model)
    if told.day != model.day or told.seat not in (-1, model.seat) or not of_draft:
        return model
    return replace(model, outlook=told.outlook, unforeseen=told.silence)


def _analyse(model: Model, reasons: tuple[ToldReason, ...], *, keep: bool) -> Model:
    """The reasons in the present look; those of the looks before it stay only while the setting is on."""
    before = model.looks[:-1] if keep else tuple(look._replace(reasons=()) for look in model.looks[:-1])
    return replace(model, looks=(*before, model.look._replace(reasons=reasons)))


def _end_turn(model: Model, days: int) -> Updated:
    if model.over:
        return replace(model, notices=(w.CALL_OVER,)), None
    decided = len(model.looks) - 1
    fitting = tuple(each for each in model.stated if not out_of_place(model, each[0]))  # the plan may have changed
    return replace(model, passing=max(0, days - 1), decided=decided, question=None), Commit(model.plan, fitting)


def _observe(model: Model, look: Look) -> Updated:
    model = replace(model, looks=(*model.looks, look), since=model.decided, plan=(), question=None)
    if look.unfit:
        return replace(model, passing=0, calls=(), notices=(w.DROPPED.format(why=look.unfit),)), None
    model = replace(model, stated=(), advice=(), outlook=None, foresaw=model.outlook or model.foresaw)
    model = replace(model, calls=calls(model))
    if look.over:
        return replace(model, passing=0), Reveal()
    if model.passing and not (model.calls or holds_up(model)):
        return replace(model, passing=model.passing - 1), Commit(())
    return replace(model, passing=0), None

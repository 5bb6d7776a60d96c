"""What a person believes of the other side and expects of an offer or an agreement: as it stands, and in words.

Nothing here is needed to play. What is stated goes on record with the turn, for the person alone, and is held against
the truth in the debrief.
"""

from collections.abc import Sequence

from sim.client import words as w
from sim.client.model import Model
from sim.client.naming import seat_name
from sim.client.weighing.judging import worth_to_rival
from sim.client.weighing.reading import only_prepares
from sim.language.sentences import numeral
from sim.record.forecasts import AGREEMENT, FORECASTS, OFFER, Forecast, shown
from sim.record.notes import TYPE, Terms, type_names
from sim.rules import actions as act
from sim.rules import layout as at

PREPARES = "prepares"
NAMED = {each.name: each for each in FORECASTS}


def hundredths(chance: float) -> str:
    """A chance as it is told, of 100: whole, but for what is next to never or next to always."""
    of_hundred = 100.0 * chance
    next_to_sure = 0.0 < of_hundred < 1.0 or 99.0 < of_hundred < 100.0
    return numeral(f"{of_hundred:.1f}" if next_to_sure else f"{of_hundred:.0f}")


def as_stated(chance: float) -> str:
    """A chance as a person has stated it, of 100, with the decimals that they gave it."""
    return numeral(f"{100.0 * chance:.4g}")


def prior_belief(model: Model) -> Terms:
    """What anyone may expect of the other side's type at the start."""
    names = type_names(model.tables, model.seat)
    return tuple((name, prior) for name, (_, prior, _) in zip(names, worth_to_rival(model, model.draft), strict=True))


def type_belief(model: Model) -> Terms:
    """What the person believes of the other side's type: as last stated, else what anyone may expect."""
    for stated in (model.stated, *(each.beliefs for each in reversed(model.believed))):
        found = tuple(each for each in stated if each[0].startswith(TYPE))
        if found:
            return found
    return prior_belief(model)


def forecast_now(model: Model, name: str) -> float | None:
    """The chance that the person gives to the offer or the term that stands now, if they have stated one."""
    today = dict(model.stated)
    if name in today:
        return today[name]
    forecast = NAMED[name]
    if not _stands(model, forecast.about):
        return None
    begun = [i for i, (_, event) in enumerate(model.log) if shown(forecast.opens, model.seat, event)]
    since = begun[-1] if begun else -1
    stated = [dict(each.beliefs) for each in model.believed if each.known > since and name in dict(each.beliefs)]
    return stated[-1][name] if stated else None


def asked_as(model: Model, name: str) -> str:
    """How a forecast is put: while a stage runs that only prepares the truce of an agreement, it is of that stage."""
    return PREPARES if NAMED[name].about == AGREEMENT and only_prepares(model) else name


def open_forecasts(model: Model) -> list[Forecast]:
    """The forecasts that can be stated, given what stands and what is planned."""
    return [each for each in FORECASTS if not out_of_place(model, each.name)]


def out_of_place(model: Model, name: str) -> str:
    """Why a belief cannot be stated now, in words; nothing if it can."""
    forecast = NAMED.get(name)
    if forecast is None or _will_stand(model, forecast.about):
        return ""
    return w.NOTHING_TO_FORECAST[forecast.about]


def _stands(model: Model, about: str) -> bool:
    if about == OFFER:
        return model.own(at.OFFER_ID) > 0
    return model.values[at.STATUS] in (at.IN_FORCE, at.SUSPENDED)


BRINGS = {OFFER: act.PROPOSE, AGREEMENT: act.ACCEPT}
TAKES_AWAY = {OFFER: (act.WITHDRAW, act.ACCEPT), AGREEMENT: (act.DENOUNCE,)}


def _will_stand(model: Model, about: str) -> bool:
    planned = [action.kind for action in model.plan]
    gone = any(kind in planned for kind in TAKES_AWAY[about])
    return BRINGS[about] in planned or (_stands(model, about) and not gone)


def kinds_words(model: Model, belief: Terms) -> str:
    """A belief about the other side's type: ``firm 60, soft 40``."""
    said = [
        w.KIND_AND_CHANCE.format(
            kind=model.book.word("types", name.removeprefix(TYPE)), chance=as_stated(round(chance, 3))
        )
        for name, chance in belief
    ]
    return ", ".join(said)


def belief_words(model: Model, stated: Terms) -> Sequence[str]:
    """Beliefs as sentences."""
    rival = seat_name(model.book, 1 - model.seat)
    of_types = tuple(each for each in stated if each[0].startswith(TYPE))
    said = [w.BELIEVE_TYPES.format(rival=rival, kinds=kinds_words(model, of_types))] if of_types else []
    return said + [
        w.BELIEVE_EVENT[asked_as(model, name)].format(rival=rival, chance=as_stated(chance))
        for name, chance in stated
        if name in NAMED
    ]

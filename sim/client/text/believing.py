"""``believe``: chances as a person types them, and the screen of what they believe at present."""

import re
from collections.abc import Sequence

from sim.client import words as w
from sim.client.model import Model
from sim.client.naming import seat_name, typed
from sim.client.page import Row
from sim.client.text import words as t
from sim.client.text.layout import heading, rows, wrap
from sim.client.text.matching import MisreadError, choose, closest
from sim.client.weighing.believing import (
    NAMED,
    as_stated,
    asked_as,
    forecast_now,
    hundredths,
    open_forecasts,
    out_of_place,
    prior_belief,
    type_belief,
)
from sim.record.forecasts import FORECAST_NAMES
from sim.record.notes import TYPE, Terms
from sim.rules import actions as act
from sim.rules import layout as at

CHANCE = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?%?")
OFF_BY = 1.0  # what all chances together may lack or exceed of 100, for their rounding


def type_typed(model: Model, kind: str) -> str:
    """What is typed for a type of the other side."""
    return typed(kind, model.book.word("types", kind))


def forecast_typed(name: str) -> str:
    """What is typed for a forecast."""
    return t.ARGUMENTS[name]


def read_beliefs(model: Model, words: Sequence[str]) -> Terms:
    """The beliefs that words state: names, each with its chance of 100 after it. Raises MisreadError.

    Types that are not named share what is left as they shared it before.
    """
    types: dict[str, float] = {}
    forecasts: dict[str, float] = {}
    for word, number in _pairs(model, words):
        name = _read_name(model, word)
        chance = _read_chance(number)
        into = forecasts if name in FORECAST_NAMES else types
        if name in into:
            raise MisreadError(t.BELIEVE_TWICE.format(word=word))
        into[name] = chance / 100.0
    for name in forecasts:
        if out_of_place(model, name):
            raise MisreadError(out_of_place(model, name))
    return (*(_whole(model, types) if types else ()), *forecasts.items())


def _example(model: Model) -> str:
    kind = model.names.types[model.names.seats[1 - model.seat]][0]
    return type_typed(model, kind)


def _pairs(model: Model, words: Sequence[str]) -> list[tuple[str, str]]:
    """Names, of one word or more, each with the number that follows it."""
    found, name = [], ""
    for word in words:
        if name and word[0] in "-.0123456789":
            found.append((name, word))
            name = ""
        else:
            name = f"{name} {word}".strip()
    if name or not found:
        raise MisreadError(t.BELIEVE_HOW.format(example=_example(model)))
    return found


def _read_name(model: Model, word: str) -> str:
    if word.lower() in FORECAST_NAMES:
        return word.lower()
    kinds = model.names.types[model.names.seats[1 - model.seat]]
    keys = [*((kind, model.book.word("types", kind)) for kind in kinds), *((name,) for name in FORECAST_NAMES)]
    names = [*(TYPE + kind for kind in kinds), *FORECAST_NAMES]
    shown = [*keys[: len(kinds)], *((forecast_typed(name),) for name in FORECAST_NAMES)]
    listed = closest(word, shown, len(shown))
    return names[choose(word.removeprefix(TYPE), keys, t.NO_BELIEF.format(word=word, names=listed))]


def _read_chance(word: str) -> float:
    chance = float(word.removesuffix("%")) if CHANCE.fullmatch(word) else -1.0
    if 0.0 < chance < 1.0 and not word.endswith("%"):
        raise MisreadError(t.CHANCE_SMALL.format(word=word, chance=as_stated(chance)))
    if not 0.0 <= chance <= 100.0:
        raise MisreadError(t.CHANCE_BAD.format(word=word))
    return chance


def _whole(model: Model, named: dict[str, float]) -> Terms:
    """A distribution over all types from the chances of some."""
    before = dict(type_belief(model))
    said = sum(named.values())
    others = {name: chance for name, chance in before.items() if name not in named}
    if said > 1.0 + OFF_BY / 100.0 or (not others and said < 1.0 - OFF_BY / 100.0):
        raise MisreadError((t.BELIEVE_TOO_MUCH if said > 1.0 else t.BELIEVE_TOO_LITTLE).format(sum=as_stated(said)))
    left, shared = max(0.0, 1.0 - said), sum(others.values())
    if said > 1.0 or not others:
        named = {name: chance / said for name, chance in named.items()}
    found = {name: left * (chance / shared if shared else 1.0 / len(others)) for name, chance in others.items()} | named
    return tuple((name, found[name]) for name in before)


def believe_screen(model: Model, width: int) -> list[str]:
    """What the person believes at present, and how to say otherwise."""
    rival = seat_name(model.book, 1 - model.seat)
    table = [
        Row(
            model.book.word("types", name.removeprefix(TYPE)),
            as_stated(round(now, 3)),
            t.BELIEVE_ROW.format(name=type_typed(model, name.removeprefix(TYPE)), prior=hundredths(prior)),
        )
        for (name, now), (_, prior) in zip(type_belief(model), prior_belief(model), strict=True)
    ]
    lines = [heading(t.BELIEFS, t.BELIEFS_NOTE), *wrap(t.BELIEVE_RIVAL.format(rival=rival), width, 2)]
    lines += rows(table, width)
    for name in FORECAST_NAMES:
        lines += _forecast_lines(model, name, width)
    today = [t.BELIEVED_TODAY] if model.stated else []
    for said in (*today, t.BELIEVE_HOW.format(example=_example(model))):
        lines += wrap(said, width, 2)
    return lines


def _forecast_lines(model: Model, name: str, width: int) -> list[str]:
    now = forecast_now(model, name)
    if now is None and NAMED[name] not in open_forecasts(model):
        return []
    asked = w.ASK_EVENT[asked_as(model, name)].format(rival=seat_name(model.book, 1 - model.seat))
    said = t.FORECAST_UNSAID if now is None else t.FORECAST_SAID
    return wrap(said.format(name=forecast_typed(name), event=asked, chance=as_stated(now or 0.0)), width, 2)


def suggestion(model: Model, name: str) -> str:
    """A word on the forecast that a planned act opens, once a game and only to who has never stated a belief."""
    kind, count = {
        "accepts": (act.PROPOSE, model.own(at.OFFERS)),
        "holds": (act.ACCEPT, model.values[at.SIGNED_COUNT]),
    }[name]
    if model.stated or model.believed or count or kind not in [action.kind for action in model.plan]:
        return ""
    return t.SUGGEST[name].format(rival=seat_name(model.book, 1 - model.seat))

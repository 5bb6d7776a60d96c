"""What the advisers of a seat say of its turn, in words."""

from collections.abc import Iterator

from sim.ai.counsel import Advice
from sim.client import words as say
from sim.client.model import Model
from sim.client.naming import package_words, seat_name
from sim.client.page import Page, Section, page, section
from sim.client.weighing import advising_words as w
from sim.client.weighing.believing import hundredths
from sim.client.weighing.planning import face_words, package_of
from sim.record.notation import Action
from sim.rules import actions as act


def has_advisers(model: Model) -> bool:
    """Whether the scenario gives one's seat any."""
    return bool(model.names.advisers[model.names.seats[model.seat]])


def adviser_name(model: Model, adviser: str, field: str = "name") -> str:
    """A word of an adviser."""
    return model.book.word("advisers", adviser, field)


def agreement_words(model: Model) -> str:
    """Whether the advisers would have the same done; nothing if they have not spoken."""
    if not model.advice:
        return ""
    same = len({_sort_of(each.action) for each in model.advice}) == 1
    return w.THEY_AGREE if same else w.THEY_DISAGREE


def _sort_of(action: Action) -> tuple[int, int]:
    """What is advised, as far as two may agree on it: of offers the package, of answers the kind."""
    return action.kind, action.a if action.kind in (act.PROPOSE, act.RENEW) else 0


def advisers_page(model: Model) -> Page:
    """All that they say."""
    if not model.advice:
        return page(w.ADVISERS, section("", [model.silence]))
    title = f"{w.ADVISERS}: {agreement_words(model)}" if len(model.advice) > 1 else w.ADVISERS
    return page(title, section("", [w.ADVISERS_SAY]), *(advice_section(model, each) for each in model.advice))


def advice_section(model: Model, advice: Advice) -> Section:
    """What one of them would do, what it expects, and why."""
    name, office = adviser_name(model, advice.adviser), adviser_name(model, advice.adviser, "office")
    return section(w.ADVISER_AND_OFFICE.format(name=name, office=office), advice_says(model, advice))


def advice_says(model: Model, advice: Advice) -> Iterator[str]:
    """Its sentences, the advice first."""
    yield advised_act(model, advice.action)
    yield " ".join([w.EXPECTS.format(points=advice.points, error=advice.error), *_forecasts(model, advice)])
    component = model.book.word("components", advice.because)
    decides = w.DECIDES if advice.term >= 0.0 else w.DECIDES_IN_SPITE
    yield decides.format(component=component, points=abs(advice.term), other=w.ADVICE_BRIEF[advice.other.kind])
    kinds = ", ".join(
        say.KIND_AND_CHANCE.format(kind=model.book.word("types", kind), chance=f"{100 * chance:.0f}")
        for kind, chance in advice.types
    )
    yield w.TAKES_FOR.format(rival=seat_name(model.book, 1 - model.seat), kinds=kinds)


def advised_act(model: Model, action: Action) -> str:
    """What is advised, as a sentence."""
    if action.kind == act.RENEW:
        return w.ADVISE_AGREE if action.a else w.ADVISE_OBJECT
    face = package = ""
    if action.kind == act.PROPOSE:
        options = package_of(model, action.a)
        face = face_words(model, action.b, options)
        package = package_words(model.book, options)
    return w.ADVICE[action.kind].format(face=face, package=package, rival=seat_name(model.book, 1 - model.seat))


def _forecasts(model: Model, advice: Advice) -> Iterator[str]:
    accepts, holds = advice.foretold
    if accepts is not None and advice.action.kind == act.PROPOSE:
        rival = seat_name(model.book, 1 - model.seat)
        yield w.GIVES_ACCEPTS.format(chance=hundredths(round(accepts, 2)), rival=rival)
    if holds is not None:
        said = w.GIVES_HOLDS.get(advice.action.kind, w.GIVES_HOLDS_NOW)
        yield said.format(chance=hundredths(round(holds, 2)))


def brief_advice(model: Model, advice: Advice) -> str:
    """``Relief desk: propose``."""
    what = w.ADVICE_BRIEF[advice.action.kind]
    return w.BRIEF_ADVICE.format(name=adviser_name(model, advice.adviser), what=what)

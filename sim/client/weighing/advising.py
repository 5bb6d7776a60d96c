"""What the advisers of a seat say of its turn, in words."""

from collections.abc import Iterator

from sim.ai.counsel import Advice
from sim.client import words as say
from sim.client.figures import decimals_beside, fixed
from sim.client.model import Model
from sim.client.naming import package_words, seat_name
from sim.client.page import Page, Section, page, section
from sim.client.weighing import advising_words as w
from sim.client.weighing.believing import hundredths
from sim.client.weighing.planning import face_words, package_of
from sim.client.weighing.reading import lull_says, only_prepares
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at

MOST_NAMED = 2
"""Options of an advised package that are named where it differs from the draft."""
LEAST_TERM = 0.05
"""Points below which what decides would be told as 0.0."""


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
    decides = decides if abs(advice.term) >= LEAST_TERM else w.DECIDES_HARDLY
    yield decides.format(
        component=component,
        points=fixed(abs(advice.term), decimals_beside(advice.term, 0.0)),
        other=w.ADVICE_BRIEF[advice.other.kind],
    )
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
        said = w.GIVES_PREPARES if _brings_no_truce_yet(model, advice.action) else said
        yield said.format(chance=hundredths(round(holds, 2)))


def counsel_says(model: Model, advice: Advice, *, briefly: bool = False, fully: bool = False) -> str:
    """What is advised, how an offer differs from the draft, and what is expected, in a line or two.

    ``briefly`` the kind of act stands for it; ``fully`` adds what decides, and what the other side is taken for.
    """
    does = w.ADVICE_BRIEF[advice.action.kind] if briefly else _counselled(model, advice.action)
    accepts, holds = advice.foretold
    lasts = w.COUNSEL_PREPARES if _brings_no_truce_yet(model, advice.action) else w.COUNSEL_HOLDS
    foretold = [
        said.format(chance=round(100 * chance))
        for said, chance in ((w.COUNSEL_ACCEPTS, _if_proposed(advice, accepts)), (lasts, holds))
        if chance is not None
    ]
    foretold.append(w.COUNSEL_POINTS.format(points=advice.points, error=advice.error))
    said = w.COUNSEL.format(does=does, foretold=", ".join(foretold))
    if not fully:
        return said
    kind, chance = max(advice.types, key=lambda each: each[1])
    return w.COUNSEL_WHY.format(
        said=said, component=model.book.word("components", advice.because),
        rival=seat_name(model.book, 1 - model.seat), kind=model.book.word("types", kind), chance=round(100 * chance),
    )  # fmt: skip


def _brings_no_truce_yet(model: Model, action: Action) -> bool:
    """Whether the agreement that an act is to bring, or else that which runs, begins without a truce."""
    if action.kind == act.PROPOSE:
        return bool(lull_says(model, package_of(model, action.a)))
    if action.kind == act.ACCEPT:
        return bool(lull_says(model, model.package(at.OFFER_PACKAGE, 1 - model.seat)))
    return only_prepares(model)


def _if_proposed(advice: Advice, accepts: float | None) -> float | None:
    return accepts if advice.action.kind == act.PROPOSE else None


def _lowered(sentence: str) -> str:
    """A sentence as the beginning of another."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")


def _counselled(model: Model, action: Action) -> str:
    """What is advised; of an offer only what is not in the draft, and of that the first few options."""
    if action.kind != act.PROPOSE:
        return (
            advised_act(model, action).rstrip(".").lower() if action.kind == act.RENEW else w.ADVICE_BRIEF[action.kind]
        )
    options = package_of(model, action.a)
    face = face_words(model, action.b, options)
    other = [i for i, (one, two) in enumerate(zip(options, model.draft, strict=True)) if one != two]
    if not other:
        return w.COUNSEL_DRAFT.format(face=face)
    package = package_words(model.book, [options[i] if i in other[:MOST_NAMED] else -1 for i in range(len(options))])
    left = len(other) - MOST_NAMED
    return w.COUNSEL_OTHER.format(
        package=w.COUNSEL_MORE.format(package=package, n=left) if left > 0 else package, face=face
    )

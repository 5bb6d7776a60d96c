"""What may come of the draft, of the other side's offer and of the agreement: all of it as a page."""

from collections.abc import Iterator

from sim.ai.outlook import Outlook
from sim.client.model import Model
from sim.client.naming import capitalised, seat_name
from sim.client.page import Page, Row, page, section
from sim.client.telling.standing import offer_says
from sim.client.weighing import expecting_words as w
from sim.client.weighing.expecting import (
    accepted,
    courses,
    curve,
    nights_left,
    running_says,
    share_of,
    share_words,
    unable_says,
    why_no_curves,
    worth_says,
)
from sim.client.weighing.planning import package_of
from sim.client.weighing.reading import lull_says
from sim.client.weighing.shifting import falls_says, shift_says


def remarks(model: Model, found: Outlook) -> list[str]:
    """What the figures do not say: that they cannot accept, why a curve is missing or falls, what changed since."""
    said = (
        unable_says(model, found), why_no_curves(model, found), *_begins(model, found), *falls_says(model, found),
        shift_says(model, found),
    )  # fmt: skip
    return [text for text in said if text]


def _begins(model: Model, found: Outlook) -> Iterator[str]:
    """In how many futures a truce begins at all, of a package that does not begin with one."""
    for which, course in courses(found):
        if course.began and lull_says(model, package_of(model, course.package)):
            yield w.BEGINS.format(which=capitalised(which), share=share_words(share_of(course.began, course.signed)))


def forecast_page(model: Model, found: Outlook) -> Page:
    """All of it, with a row a night."""
    futures = w.FUTURES.format(n=found.draft.futures)
    return page(w.FORECAST, section(futures, _says(model, found), _rows(model, found)), section("", [w.HOW]))


def _says(model: Model, found: Outlook) -> Iterator[str]:
    chance = accepted(found)
    rival = seat_name(model.book, 1 - model.seat)
    yield offer_says(model, model.seat, briefly=True)
    yield running_says(model, found)
    yield w.ACCEPTS.format(rival=rival, share=share_words(chance)) if chance else w.CANNOT_PROPOSE
    yield worth_says(found, w.WORTH, w.WORTH_BOTH)
    yield from remarks(model, found)
    for which, course in courses(found):
        if lull := lull_says(model, package_of(model, course.package)):
            yield w.OF_PACKAGE.format(which=capitalised(which), says=" ".join(lull))
        if 0 < course.signed < course.futures:
            yield w.SOMETIMES.format(
                which=capitalised(which), share=share_words(share_of(course.signed, course.futures))
            )


def _rows(model: Model, found: Outlook) -> Iterator[Row]:
    named = courses(found)
    curves = [curve(course, nights_left(model)) for _, course in named]
    if any(curves):
        yield _row(w.NIGHT_ROW, [which for which, _ in named])
    for night in range(1, max(map(len, curves))):
        yield _row(f"{night}", [share_words(each[night]) if each else w.NO_SHARE for each in curves])


def _row(label: str, cells: list[str]) -> Row:
    """The draft's figure, and their offer's beside it if there is one."""
    return Row(label, cells[0], cells[1] if len(cells) > 1 else "")

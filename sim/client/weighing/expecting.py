"""What a seat may expect of its draft and of the other side's offer, as figures with intervals and in words."""

from collections.abc import Iterator
from typing import NamedTuple

from sim.ai.outlook import Course, Outlook
from sim.batch.summary import Z, wilson
from sim.client.model import Model
from sim.client.naming import capitalised, seat_name
from sim.client.page import Page, Row, page, section
from sim.client.telling.standing import offer_says
from sim.client.weighing import expecting_words as w
from sim.client.weighing.planning import draft_number

NAMED_NIGHTS = (2, 7, 14)


class Share(NamedTuple):
    """A share of futures with its 95 % interval (Wilson), all from 0 to 1."""

    share: float
    low: float
    high: float


def share_of(count: int, of: int) -> Share:
    """A count as a share; ``of`` is at least 1."""
    return Share(count / of, *wilson(count, of))


def curve(course: Course, last: int) -> list[Share]:
    """The share of futures in which the truce was kept for 0, 1, 2, ... nights, up to ``last``; empty if none began."""
    if not course.began:
        return []
    return [share_of(n, course.signed) for n in (course.signed, *course.held[: max(1, last)])]


def nights_left(model: Model) -> int:
    """The nights from now to the end of the game."""
    return model.tables.horizon - model.day + 1


def outlook_of(model: Model) -> Outlook | None:
    """What is known of the draft as it stands; nothing while that is still being played."""
    found = model.outlook
    return found if found and found.draft.package == draft_number(model) else None


def share_words(share: Share) -> str:
    """``31% (27-35)``."""
    return w.SHARE.format(share=100 * share.share, low=100 * share.low, high=100 * share.high)


def accepted(found: Outlook) -> Share | None:
    """In what share of the futures the draft is accepted, if it can be proposed and anything came of it."""
    of = found.accepted + found.refused
    return share_of(found.accepted, of) if of else None


def why_no_curve(which: str, course: Course) -> str:
    """Why a package has no curve; nothing if it has one."""
    if not course.signed:
        return w.NOT_SIGNED.format(which=capitalised(which))
    return "" if course.began else w.NO_TRUCE.format(which=capitalised(which))


def courses(found: Outlook) -> list[tuple[str, Course]]:
    """What the packages are called, with what becomes of them."""
    return [(w.YOUR_DRAFT, found.draft), *([(w.THEIR_OFFER, found.theirs)] if found.theirs else [])]


def holds_says(model: Model, which: str, course: Course) -> Iterator[str]:
    """How long a truce is kept, in sentences."""
    points = curve(course, nights_left(model))
    if not points:
        yield why_no_curve(which, course)
    for nights in NAMED_NIGHTS:
        if nights < len(points):
            yield w.HOLDS.format(
                which=capitalised(which), nights=w.NIGHTS.format(n=nights), share=share_words(points[nights])
            )


def running_says(model: Model, found: Outlook) -> str:
    """How likely the truce of the agreement in force is kept for some more nights; nothing if none runs."""
    points = curve(found.running, nights_left(model)) if found.running else []
    named = [nights for nights in (1, *NAMED_NIGHTS) if nights < len(points)]
    said = ", ".join(w.MORE_NIGHTS.format(n=nights, share=share_words(points[nights])) for nights in named)
    return w.RUNNING.format(said=said) if said else ""


def worth_says(found: Outlook, one: str, both: str) -> str:
    """What the packages are worth to the seat if they are carried out as they would be; nothing of an unsigned draft.

    The sentences are for the draft alone and for both; half a 95 % interval stands beside each mean.
    """
    draft, theirs = found.draft, found.theirs
    if not draft.signed:
        return ""
    said = {"worth": _worth_words(draft)}
    if theirs is None or not theirs.signed:
        return one.format(**said)
    return both.format(**said, theirs=_worth_words(theirs))


def _worth_words(course: Course) -> str:
    return w.WORTH_FIGURE.format(worth=course.worth, half=Z * course.error)


# ------------------------------------------------------------------------------------------------------------ as a page
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
    for which, course in courses(found):
        yield why_no_curve(which, course)
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

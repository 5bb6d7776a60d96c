"""What a seat may expect of its draft and of the other side's offer, as figures with intervals and in words."""

from collections.abc import Iterator
from typing import NamedTuple

from sim.ai.outlook import Course, Outlook
from sim.batch.summary import Z, wilson
from sim.client.figures import decimals_beside, fixed, short
from sim.client.model import Model
from sim.client.naming import capitalised, seat_name
from sim.client.weighing import expecting_words as w
from sim.client.weighing.judging import carried, votes
from sim.client.weighing.planning import draft_number, package_of, signing_barred
from sim.client.weighing.reading import agreed_to, stages_of

NAMED_NIGHTS = (2, 7, 14)
WORTH_A_WORD = 0.05  # of futures, from which it is told that the other side cannot accept


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


def percent(share: Share) -> str:
    """``31%``."""
    return w.SHARE_ALONE.format(share=100 * share.share)


def accepted(found: Outlook) -> Share | None:
    """In what share of the futures the draft is accepted, if it can be proposed and anything came of it."""
    of = found.accepted + found.refused
    return share_of(found.accepted, of) if of else None


def unable(model: Model, found: Outlook, least: float) -> bool:
    """Whether the other side could not accept the draft in that share of the futures, and that is not plain anyway."""
    of = found.accepted + found.refused
    return of > 0 and found.unable >= least * of and not signing_barred(model)


def unable_says(model: Model, found: Outlook) -> str:
    """In how many futures the other side could not accept the draft, if that is worth a word."""
    if not unable(model, found, WORTH_A_WORD):
        return ""
    of = found.accepted + found.refused
    return w.UNABLE.format(rival=seat_name(model.book, 1 - model.seat), share=percent(share_of(found.unable, of)))


def why_no_curves(model: Model, found: Outlook) -> str:
    """Why packages have no curve, in sentences; nothing if all have one."""
    if barred := signing_barred(model):
        return barred
    return " ".join(filter(None, (_why_no_curve(model, *each) for each in courses(found))))


def _why_no_curve(model: Model, which: str, course: Course) -> str:
    """Why a package has no curve: one's own home fails it, no stage of it can begin, their home does, or no truce."""
    if course.signed:
        return "" if course.began else w.NO_TRUCE.format(which=capitalised(which))
    options, rival = package_of(model, course.package), seat_name(model.book, 1 - model.seat)
    if not carried(model, votes(model, options)):
        return w.FAILS_AT_HOME.format(which=capitalised(which))
    said = w.FAILS_THERE if stages_of(model, agreed_to(model, options)) else w.NO_STAGE
    return said.format(which=capitalised(which), rival=rival)


def courses(found: Outlook) -> list[tuple[str, Course]]:
    """What the packages are called, with what becomes of them."""
    return [(w.YOUR_DRAFT, found.draft), *([(w.THEIR_OFFER, found.theirs)] if found.theirs else [])]


def holds_says(model: Model, which: str, course: Course) -> Iterator[str]:
    """How long a truce is kept, in sentences."""
    points = curve(course, nights_left(model))
    if not points:
        yield _why_no_curve(model, which, course)
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
    if theirs is None or not theirs.signed:
        return one.format(worth=_worth_words(draft, 0))
    decimals = decimals_beside(draft.worth, theirs.worth)
    return both.format(worth=_worth_words(draft, decimals), theirs=_worth_words(theirs, decimals))


def _worth_words(course: Course, decimals: int) -> str:
    half = Z * course.error
    return w.WORTH_FIGURE.format(
        worth=fixed(course.worth, decimals), half=short(round(half, decimals_beside(half, 0.0)))
    )

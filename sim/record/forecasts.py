"""Forecasts: events to which a seat may give a chance, and what in the record settles each.

    name      who may state it                      comes true                       fails
    accepts   a seat whose own offer stands         the other seat accepts it        it lapses or no longer stands
    holds     either seat while an agreement runs   its present term runs out        it collapses or is denounced

A forecast speaks of things as they stand once the ply is done under which it is noted: of the offer tabled by that ply,
of the term begun by it. It is void if there was nothing to forecast, if the agreement is amended or another takes its
place, or if the game ends first. An offer accepted and then not ratified was accepted; a term that runs out held,
whether it is renewed, expires or gives way to the next stage.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sim.record.events import Event

ANYONE, OWN, OTHER = "anyone", "own", "other"
Sign = tuple[str, str]
"""A kind of event, and whose act it must be, as the seat sees it that made the forecast."""
OFFER, AGREEMENT = "offer", "agreement"


class Forecast(NamedTuple):
    """An event that can be forecast, by what it is about, and the signs that settle it."""

    name: str
    about: str
    opens: tuple[Sign, ...]
    true: tuple[Sign, ...]
    false: tuple[Sign, ...]
    void: tuple[Sign, ...] = ()


FORECASTS = (
    Forecast(
        "accepts", OFFER,
        opens=(("proposed", OWN),),
        true=(("accepted", OTHER),),
        false=(
            ("refused", OTHER), ("offer_lapsed", OWN), ("withdrawn", OWN), ("proposed", OWN), ("signed", ANYONE),
            ("amended", ANYONE),
        ),
    ),
    Forecast(
        "holds", AGREEMENT,
        opens=(("entered", ANYONE), ("renewed", ANYONE), ("amended", ANYONE)),
        true=(("renewed", ANYONE), ("expired", ANYONE), ("entered", ANYONE)),
        false=(("collapsed", ANYONE), ("denounced", ANYONE)),
        void=(("signed", ANYONE), ("amended", ANYONE)),
    ),
)  # fmt: skip
FORECAST_NAMES = tuple(each.name for each in FORECASTS)
# As a seat's advisers make them. The seat need not do as advised: what it does itself says nothing against them.
BY_ADVISERS = (
    FORECASTS[0]._replace(
        false=(("refused", OTHER), ("offer_lapsed", OWN)),
        void=(("withdrawn", OWN), ("proposed", OWN), ("signed", ANYONE), ("amended", ANYONE)),
    ),
    FORECASTS[1]._replace(
        false=(("collapsed", ANYONE), ("denounced", OTHER)),
        void=(("signed", ANYONE), ("amended", ANYONE), ("denounced", OWN)),
    ),
)


class ForecastFate(NamedTuple):
    """What became of a forecast: whether it came true, None if it is void, and the day that settled it, 0 if void."""

    came_true: bool | None
    day: int = 0


VOID = ForecastFate(None)


class ForecastCourse(NamedTuple):
    """A kind of forecast over one game: what became of each statement, and of everything that could be forecast."""

    settled: tuple[ForecastFate, ...]
    true: int
    false: int


def shown(signs: Sequence[Sign], seat: int, event: Event) -> bool:
    """Whether an event is one of the signs, to a seat."""
    for kind, whose in signs:
        if event.kind == kind and (whose == ANYONE or (int(event.row[1]) == seat) == (whose == OWN)):
            return True
    return False


def settle(forecast: Forecast, seat: int, events: Sequence[tuple[int, Event]], stated: Sequence[int]) -> ForecastCourse:
    """Settle a seat's statements by all events of a game, each with its day.

    ``stated`` says of each statement, in order, how many events there had been when it was made.
    """
    settled = [VOID] * len(stated)
    waiting: list[int] = []
    true = false = taken = changed = 0
    is_open = False
    for i, (day, event) in enumerate(events):
        while taken < len(stated) and stated[taken] <= i:
            if is_open:
                waiting.append(taken)
            taken += 1
        opens = shown(forecast.opens, seat, event)
        came_true = shown(forecast.true, seat, event)
        if shown(forecast.void, seat, event):
            changed = day if opens else 0
            is_open, waiting = False, []
        elif is_open and came_true and opens and day == changed:
            continue  # what a change enters at once is part of it, and ends nothing
        elif is_open and (came_true or shown(forecast.false, seat, event)):
            for each in waiting:
                settled[each] = ForecastFate(came_true, day)
            true, false = true + came_true, false + (not came_true)
            is_open, waiting = False, []
        is_open = is_open or opens
    return ForecastCourse(tuple(settled), true, false)

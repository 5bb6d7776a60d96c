"""Why an agreement stopped: the reason that it was, and none where none is known."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sim.client import words as w
from sim.client.model import Dated, Look, Model
from sim.client.naming import condition_of
from sim.client.telling.events import tell
from sim.client.telling.lapsing import why_lapsed, why_stopped
from sim.client.update import EndTurn, PlanAction
from sim.client.weighing.clocks import signing_clocks
from sim.record.events import Event
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.scenario.places import first_course
from tests.client.course import begun, offer
from tests.client.play import book, send, started

HALT, AGAIN, DAY = 1, 0, 6


def happened(day: int, kind: str, first: float = 0.0, second: float = 0.0) -> Dated:
    """An event by its kind and what its row names."""
    return day, Event(kind, "", 7, (0.0, first, second, 0.0))


def ran(*between: Dated) -> list[Dated]:
    """A truce of one day of the small scenario that ran out on day 6."""
    return [happened(4, "signed"), happened(5, "entered", HALT), *between, happened(DAY, "expired")]


def tiny(**values: float) -> tuple[Model, list[float]]:
    """A model, and a state in which a pause of one day with a ferry had been agreed."""
    _, model = started("tiny", 0)
    state = list(model.values)
    first = model.tables.ints[at.FIRST_PACKAGE]
    for i, (issue, options) in enumerate(model.names.issues.items()):
        state[first + i] = float(options.index({"pause": "d1", "ferry": "afloat"}[issue]))
    for name, value in values.items():
        state[model.tables.slot[name]] = value
    return model, state


def why(log: Sequence[Dated], **values: float) -> str:
    """What is said of it."""
    model, state = tiny(**values)
    return why_stopped(model, log, state)


def said(seat: int, agrees: bool) -> Dated:
    """A word on renewal."""
    return happened(DAY, "consented", seat, float(agrees))


def test_silence_of_both_and_of_one_are_told_apart() -> None:
    assert why(ran(), quiet=2.0) == w.NOBODY_AGREED
    seats = [book("tiny").word("seats", seat) for seat in book("tiny").tables.names.seats]
    assert why(ran(said(0, True)), quiet=2.0) == w.DID_NOT_AGREE.format(seat=seats[1])
    assert why(ran(said(0, True), said(1, False)), quiet=2.0) == w.OBJECTED_TO_IT.format(seats=seats[1])


def test_the_latest_word_counts_and_none_of_an_earlier_term() -> None:
    assert why(ran(said(0, True), said(1, False), said(1, True)), quiet=0.0) != w.NOBODY_AGREED
    before = [happened(3, "consented", 0, 1.0), happened(3, "consented", 1, 1.0)]
    assert why([*before, *ran()], quiet=2.0) == w.NOBODY_AGREED


def test_the_condition_that_failed_is_named_with_what_it_is() -> None:
    model, state = tiny(quiet=0.0)
    told = why_stopped(model, ran(said(0, True), said(1, True)), state)
    row = model.tables.ints[at.RENEWALS] + AGAIN * at.RENEWAL_WIDTH
    asked = condition_of(model.book, model.tables.ints[row + at.RENEWAL_CONDITION], state)
    assert told == w.RENEWAL_ASKED_FOR.format(conditions=asked)
    assert "at least 1 (it is 0)" in told


def test_a_renewal_that_came_to_nothing_is_told_by_the_hazard_of_that_night() -> None:
    both = (said(0, True), said(1, True))
    lapse = list(book("tiny").tables.names.hazards).index("lapse")
    told = why(ran(*both, happened(DAY, "struck", lapse)), quiet=2.0)
    assert told == w.CAME_TO_NOTHING.format(hazard=book("tiny").word("hazards", "lapse"))
    assert why(ran(*both, happened(DAY - 1, "struck", lapse)), quiet=2.0) == "", "another night's is no reason"


def test_terms_that_allow_no_renewal_or_no_further_one_say_so() -> None:
    renewed = happened(5, "renewed", AGAIN)
    assert why(ran(renewed), quiet=2.0) == w.RENEWED_ENOUGH.format(n=1)
    model, state = tiny()
    log = [happened(4, "signed"), happened(4, "entered", 0), happened(DAY, "expired")]
    assert "before its truce had come, which needed Repairs" in why_stopped(model, log, state)
    _, course = started("tutorial", 0)  # its first stage is a truce, and the first option of renewal is none
    state = list(course.values)
    first = course.tables.ints[at.FIRST_PACKAGE]
    state[first : first + len(course.names.issues)] = [0.0] * len(course.names.issues)
    assert why_stopped(course, log, state) == w.NO_RENEWAL_IN_IT


@pytest.mark.parametrize("seat", [0, 1])
def test_a_suspension_is_told_with_the_lever_and_whose_it_was(seat: int) -> None:
    _, model = started("aleppo-2016", 0)
    levers = model.book.outline["levers"]
    id_ = next(id_ for id_, entry in levers.items() if entry.get("agreement") == "suspend")
    row = model.names.levers.index(f"{model.names.seats[seat]}.{id_}")
    log = [happened(3, "pulled", seat, row), happened(3, "suspended")]
    named = w.OF_SEAT.format(
        seat=model.book.word("seats", model.names.seats[seat]), what=model.book.word("levers", id_)
    )
    assert why_stopped(model, log, model.values) == w.BROUGHT_BY.format(what=named)
    assert why_stopped(model, [happened(2, "pulled", seat, row), log[1]], model.values) == ""


def test_a_person_is_told_in_play_that_it_was_their_own_silence() -> None:
    game, model = begun()
    for _ in range(3):
        model = send(game, model, EndTurn(1))
    row = model.names.levers.index("norrin.back_channel")
    model = send(game, model, PlanAction(Action(act.PULL, row)), EndTurn(1))
    while model.values[at.STATUS] != at.IN_FORCE:
        model = send(game, model, offer(model, ("h48", "rolling")), EndTurn(1))
    while model.values[at.STATUS] == at.IN_FORCE:
        model = send(game, model, EndTurn(1))
    ended = next(each for each in model.look.events if each[1].kind == "expired")
    seat = book(first_course()).word("seats", "norrin")
    assert w.DID_NOT_AGREE.format(seat=seat) in tell(model, ended).text


def lapsed(clock: float = 0.0, capital: float = 9.0, theirs: float = 7.0) -> str:
    """Why an offer of the other side lapsed on which one's own, of the same or another package, stood too."""
    _, model = started("aleppo-2016", 0, "hold")
    slots, own = model.tables.slot, at.SEAT_BASE + at.CAPITAL
    (name,) = signing_clocks(model)
    offers = [happened(1, "proposed", 1.0, 7.0), happened(2, "proposed", 0.0, theirs)]
    values = list(model.values)
    values[slots[name]], values[own] = clock, capital
    over = happened(3, "offer_lapsed", 1.0, 1.0)
    model = replace(model, looks=(Look(tuple(values), events=(*offers, over)),))
    return why_lapsed(model, over)


def test_why_nobody_took_an_offer_is_told_as_far_as_it_is_known() -> None:
    assert lapsed(clock=5.0) == w.NOTHING_SIGNED_THEN
    assert lapsed(capital=1.0) == w.COULD_NOT_PAY.format(seat="Washington", cost="2")
    assert lapsed() == w.BOTH_OFFERED_IT.format(seat="Washington", id=2, cost="2")
    assert lapsed(theirs=8.0) == ""

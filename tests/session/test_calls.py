"""When days stop passing: for what is new, not for what was heard a day ago."""

from collections.abc import Sequence
from typing import NamedTuple

from sim.record.events import Event
from sim.session.calls import OFFER_RECENT, RECENT, Dated, Values, calls_of
from sim.session.session import Session
from sim.testing.play import header_of
from tests.games import tiny

OWN, RIVAL = 0, 1
TOO_SHORT, UNWILLING = 0.0, 1.0


class Told(NamedTuple):
    """A look, as a seat has it."""

    values: Values
    events: tuple[Dated, ...]


def called_by(*days: tuple[int, Sequence[Event]]) -> list[str]:
    """What calls at the last of some looks, each a day and what happened on it."""
    values = Session(tiny(), header_of(tiny(), 1, 0)).observation(OWN).values
    looks = [Told(values, tuple((day, event) for event in events)) for day, events in days]
    return [call.news[1].kind for call in calls_of(tiny(), OWN, looks) if call.news]


def refused(seat: int, offer: int, reason: float) -> Event:
    """A seat's refusal."""
    return Event("refused", "", 7, (0.0, float(seat), float(offer), reason))


def proposed(seat: int, package: int) -> Event:
    """A seat's offer."""
    return Event("proposed", "", 7, (0.0, float(seat), float(package), 0.0))


def consented(seat: int, *, agrees: bool) -> Event:
    """A seat's word on a renewal."""
    return Event("consented", "", 7, (0.0, float(seat), float(agrees), 0.0))


def test_a_refusal_calls_unless_the_reason_was_heard_lately() -> None:
    first = (1, [refused(RIVAL, 1, TOO_SHORT)])
    assert called_by(first) == ["refused"]
    assert called_by(first, (1 + RECENT, [refused(RIVAL, 2, TOO_SHORT)])) == []
    assert called_by(first, (1 + RECENT, [refused(RIVAL, 2, UNWILLING)])) == ["refused"]
    assert called_by(first, (2 + RECENT, [refused(RIVAL, 2, TOO_SHORT)])) == ["refused"]


def test_ones_own_refusal_neither_calls_nor_makes_the_rivals_old_news() -> None:
    own = (1, [refused(OWN, 1, TOO_SHORT)])
    assert called_by(own) == []
    assert called_by(own, (2, [refused(RIVAL, 2, TOO_SHORT)])) == ["refused"]


def test_the_same_offer_again_within_a_week_does_not_call() -> None:
    first = (1, [proposed(RIVAL, 3)])
    assert called_by(first) == ["proposed"]
    assert called_by(first, (1 + OFFER_RECENT, [proposed(RIVAL, 3)])) == []
    assert called_by(first, (1 + OFFER_RECENT, [proposed(RIVAL, 2)])) == ["proposed"]
    assert called_by(first, (2 + OFFER_RECENT, [proposed(RIVAL, 3)])) == ["proposed"]


def test_the_rivals_word_on_a_renewal_calls_only_as_an_objection() -> None:
    assert called_by((1, [consented(RIVAL, agrees=False)])) == ["consented"]
    assert called_by((1, [consented(RIVAL, agrees=True)])) == []
    assert called_by((1, [consented(OWN, agrees=False)])) == []

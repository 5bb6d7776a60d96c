"""What calls for a seat's decision: the reasons for which days stop passing by themselves, without words.

They are told from what the seat has been told: its looks, each an observation at the start of a turn with the events
that it may know of since the one before.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from sim.record.events import Event
from sim.rules import layout as at
from sim.rules.agreement import renewal_fits
from sim.rules.clauses import held_reading
from sim.rules.terms import all_hold
from sim.scenario.tables import RulesTables

RECENT = 28  # days for which the same news, lever or reason of a refusal does not call again
OFFER_RECENT = 7  # the same of an offer: what was no use a while ago may be signed now
ALWAYS = (
    "accepted", "unratified", "signed", "denounced", "talks_ended", "entered", "renewed", "expired", "collapsed",
    "suspended", "resumed", "amended", "duty_breached", "duty_contested",
)  # fmt: skip
OF_RIVAL = ("withdrawn", "backed_down")
OF_ONESELF = ("offer_lapsed",)
REFUSED, CONSENTED = "refused", "consented"
UNLESS_RECENT = {"proposed": OFFER_RECENT, "struck": RECENT, "fired": RECENT, "pulled": RECENT}
ACTS_OF_SEATS = (
    "proposed", "withdrawn", "refused", "accepted", "unratified", "backed_down", "pulled", "consented", "denounced",
    "talks_ended", "offer_lapsed",
)  # fmt: skip

NEWS, TERM_ENDS, DUTY_FALLS_DUE, CAN_SIGN, CLOCK_RUNS_OUT, CAPITAL_IS_FULL = (
    "news", "term_ends", "duty_falls_due", "can_sign", "clock_runs_out", "capital_is_full",
)  # fmt: skip
Values = tuple[float, ...]
Dated = tuple[int, Event]


class SeenLook(Protocol):
    """What a call is told from."""

    @property
    def values(self) -> Values:
        """The observation."""

    @property
    def events(self) -> tuple[Dated, ...]:
        """What happened since the look before."""


class Call(NamedTuple):
    """A reason to decide: its kind, what it is about (a renewal, an obligation, a slot), and the event that is news."""

    kind: str
    about: int = -1
    news: Dated | None = None


def actor_of(event: Event) -> int | None:
    """The seat whose act an event is, if it is one."""
    return int(event.row[1]) if event.kind in ACTS_OF_SEATS else None


def calls_of(tables: RulesTables, seat: int, looks: Sequence[SeenLook]) -> Iterator[Call]:
    """Why a seat is asked for a decision at the last of its looks."""
    for dated in looks[-1].events:
        if _calls_by_itself(seat, looks, dated):
            yield Call(NEWS, news=dated)
    yield from _from_agreement(tables, seat, looks)
    yield from _from_capital(tables, seat, looks)


def _calls_by_itself(seat: int, looks: Sequence[SeenLook], dated: Dated) -> bool:
    kind, rivals = dated[1].kind, actor_of(dated[1]) == 1 - seat
    if kind == REFUSED:  # for another reason than the last while: which offer it was matters less
        return rivals and not _heard_lately(looks, dated, RECENT, reason=True)
    if kind == CONSENTED:  # that it agrees leaves everything as it is
        return rivals and not dated[1].row[2]
    if kind in UNLESS_RECENT:
        return (rivals or kind in ("struck", "fired")) and not _heard_lately(looks, dated, UNLESS_RECENT[kind])
    return kind in ALWAYS or kind in (OF_RIVAL if rivals else OF_ONESELF)


def _heard_lately(looks: Sequence[SeenLook], dated: Dated, days: int, *, reason: bool = False) -> bool:
    """Whether the same has happened in so many days before the present look; of a refusal, for the same reason."""
    day, event = dated
    same = slice(3, 4) if reason else slice(1, 3)
    return any(
        other.kind == event.kind and other.row[same] == event.row[same] and actor_of(other) == actor_of(event)
        for look in looks[:-1]
        for past, other in look.events
        if past >= day - days
    )


def _from_agreement(tables: RulesTables, seat: int, looks: Sequence[SeenLook]) -> Iterator[Call]:
    values = looks[-1].values
    if values[at.STATUS] == at.IN_FORCE:
        renewal = next_renewal(tables, values)
        unsaid = values[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.CONSENT] == at.UNSAID
        if renewal >= 0 and values[at.LEFT] <= 1.0 and unsaid:
            yield Call(TERM_ENDS, renewal)
        for duty in own_duties(tables, seat, values):
            if due_tonight(tables, seat, values, duty) and not meets(tables, seat, values, duty):
                yield Call(DUTY_FALLS_DUE, duty)
    elif len(looks) > 1 and signing_open(tables, values) and not signing_open(tables, looks[-2].values):
        yield Call(CAN_SIGN)


def next_renewal(tables: RulesTables, values: Values) -> int:
    """The first renewal that the running stage and the agreed package allow, whatever else it asks for; -1 if none."""
    ints = tables.ints
    for renewal in range(ints[at.N_RENEWALS]):
        row = ints[at.RENEWALS] + renewal * at.RENEWAL_WIDTH
        left = values[at.RENEWAL_COUNT] < ints[row + at.RENEWAL_AT_MOST]
        if left and renewal_fits(ints, list(values), renewal, int(values[at.STAGE]) - 1):
            return renewal
    return -1


def own_duties(tables: RulesTables, seat: int, values: Values) -> list[int]:
    """A seat's obligations that are owed or have been judged."""
    ints = tables.ints
    return [
        duty
        for duty in range(ints[at.N_DUTIES])
        if ints[ints[at.DUTIES] + duty * at.DUTY_WIDTH] == seat and values[ints[at.FIRST_DUTY] + duty] != at.NOT_OWED
    ]


def own_reading(tables: RulesTables, seat: int, values: Values, duty: int) -> int:
    """The number, among an obligation's readings, of the one by which the seat itself judges it."""
    first = tables.ints[tables.ints[at.DUTIES] + duty * at.DUTY_WIDTH + at.DUTY_READING]
    return held_reading(tables.ints, list(values), duty, seat) - first


def reading_row(tables: RulesTables, duty: int, reading: int) -> int:
    """Where the row of one of an obligation's readings begins."""
    ints = tables.ints
    first = ints[ints[at.DUTIES] + duty * at.DUTY_WIDTH + at.DUTY_READING]
    return ints[at.READINGS] + (first + reading) * at.READING_WIDTH


def own_standing(tables: RulesTables, seat: int, values: Values, duty: int) -> int:
    """How an obligation stands by the seat's own reading; if all read it alike, as it stands."""
    ints = tables.ints
    ambiguous = ints[ints[at.DUTIES] + duty * at.DUTY_WIDTH + at.DUTY_AMBIGUOUS]
    if ambiguous < 0:
        return int(values[ints[at.FIRST_DUTY] + duty])
    return int(values[ints[at.FIRST_READING] + ambiguous * at.AMBIGUOUS_SLOTS + at.OWN_STANDING + seat])


def due_tonight(tables: RulesTables, seat: int, values: Values, duty: int) -> bool:
    """Whether an obligation not yet judged falls due this night, by the seat's own reading."""
    ints = tables.ints
    nights = values[at.STAGE_DAY] + 1.0 - values[ints[at.FIRST_OWED] + duty]
    row = reading_row(tables, duty, own_reading(tables, seat, values, duty))
    return own_standing(tables, seat, values, duty) == at.OWED and nights >= ints[row]


def meets(tables: RulesTables, seat: int, values: Values, duty: int) -> bool:
    """Whether an obligation would be kept as things stand, by what the seat sees and as it reads it."""
    ints, row = tables.ints, reading_row(tables, duty, own_reading(tables, seat, values, duty))
    conditions = (ints[row + at.READING_CONDITION], ints[row + at.READING_CONDITIONS])
    return all_hold(ints, tables.reals, list(values), *conditions)


def signing_open(tables: RulesTables, values: Values) -> bool:
    """Whether the conditions of signing hold."""
    row = tables.ints[at.SIGNING]
    span = tables.ints[row + at.SIGNING_CONDITION], tables.ints[row + at.SIGNING_CONDITIONS]
    return all_hold(tables.ints, tables.reals, list(values), *span)


def _from_capital(tables: RulesTables, seat: int, looks: Sequence[SeenLook]) -> Iterator[Call]:
    """Clocks of one's own that run out, and capital that runs over."""
    if len(looks) < 2:
        return
    values, before = looks[-1].values, looks[-2].values
    for name, unit in tables.names.units.items():
        if not name.startswith(f"{tables.names.seats[seat]}.") or not unit.startswith(("days", "nights")):
            continue
        slot = tables.slot[name]
        if 0.0 < values[slot] <= 1.0 < before[slot]:
            yield Call(CLOCK_RUNS_OUT, slot)
    slot = at.SEAT_BASE + seat * at.SEAT_WIDTH + at.CAPITAL
    if values[slot] >= tables.reals[tables.ints[at.RANGES_REALS] + 2 * slot + 1] > before[slot]:
        yield Call(CAPITAL_IS_FULL, slot)

"""What calls for a decision: the reasons for which days stop passing by themselves."""

from collections.abc import Iterator

from sim.client import words as w
from sim.client.figures import figure
from sim.client.model import Dated, Model
from sim.client.naming import duty_name, slot_name, unit_of
from sim.client.planning import signing_conditions
from sim.client.telling import actor_of, tell
from sim.rules import layout as at
from sim.rules.clauses import held_reading, needs_met
from sim.rules.terms import all_hold

RECENT = 7  # days for which the same news, or the same lever, does not call again
ALWAYS = (
    "accepted", "unratified", "signed", "denounced", "talks_ended", "entered", "renewed", "expired", "collapsed",
    "suspended", "resumed", "amended", "duty_breached", "duty_contested",
)  # fmt: skip
OF_RIVAL = ("withdrawn", "refused", "consented", "backed_down")
OF_ONESELF = ("offer_lapsed",)
UNLESS_RECENT = ("proposed", "struck", "fired", "pulled")


def calls(model: Model) -> tuple[str, ...]:
    """Why the seat is asked for a decision now; empty if nothing calls for one."""
    if model.over:
        return (w.CALL_OVER,)
    found = [*_from_events(model), *_from_agreement(model), *_from_capital(model)]
    return tuple(dict.fromkeys(found))


def _from_events(model: Model) -> Iterator[str]:
    for dated in model.look.events:
        event = dated[1]
        rivals = actor_of(event) == 1 - model.seat
        if _calls_by_itself(model, dated, rivals=rivals):
            yield tell(model, dated).text


def _calls_by_itself(model: Model, dated: Dated, *, rivals: bool) -> bool:
    kind = dated[1].kind
    if kind in UNLESS_RECENT:
        return (rivals or kind in ("struck", "fired")) and not _heard_lately(model, dated)
    return kind in ALWAYS or kind in (OF_RIVAL if rivals else OF_ONESELF)


def _heard_lately(model: Model, dated: Dated) -> bool:
    """Whether the same has happened in the last days before the present look."""
    day, event = dated
    return any(
        other.kind == event.kind and other.row[1:3] == event.row[1:3]
        for look in model.looks[:-1]
        for past, other in look.events
        if past >= day - RECENT
    )


def _from_agreement(model: Model) -> Iterator[str]:
    if model.values[at.STATUS] == at.IN_FORCE:
        renewal = next_renewal(model)
        if renewal >= 0 and model.values[at.LEFT] <= 1.0 and model.own(at.CONSENT) == at.UNSAID:
            rule = model.tables.ints[model.tables.ints[at.RENEWALS] + renewal * at.RENEWAL_WIDTH + at.RENEWAL_CONSENT]
            yield w.CALL_TERM_BOTH if rule == at.BOTH_AGREE else w.CALL_TERM_UNLESS
        for duty in own_duties(model):
            if due_tonight(model, duty) and not meets(model, duty):
                yield w.CALL_DUTY.format(duty=duty_name(model.book, duty))
    elif len(model.looks) > 1 and can_sign(model, model.values) and not can_sign(model, model.looks[-2].values):
        yield w.CALL_CAN_SIGN


def next_renewal(model: Model) -> int:
    """The first renewal that the running stage and the agreed package allow, whatever else it asks for; -1 if none."""
    ints = model.tables.ints
    for renewal in range(ints[at.N_RENEWALS]):
        row = ints[at.RENEWALS] + renewal * at.RENEWAL_WIDTH
        if (
            ints[row] == int(model.values[at.STAGE]) - 1
            and model.values[at.RENEWAL_COUNT] < ints[row + at.RENEWAL_AT_MOST]
            and needs_met(ints, list(model.values), ints[row + at.RENEWAL_NEED], ints[row + at.RENEWAL_NEEDS])
        ):
            return renewal
    return -1


def own_duties(model: Model) -> list[int]:
    """The seat's obligations that are owed or have been judged."""
    own = model.names.seats[model.seat]
    first = model.tables.ints[at.FIRST_DUTY]
    return [
        duty
        for duty, name in enumerate(model.names.duties)
        if name.endswith(f".{own}") and model.values[first + duty] != at.NOT_OWED
    ]


def own_reading(model: Model, duty: int) -> int:
    """The number, among an obligation's readings, of the one by which the seat itself judges it."""
    ints = model.tables.ints
    first = ints[ints[at.DUTIES] + duty * at.DUTY_WIDTH + at.DUTY_READING]
    return held_reading(ints, list(model.values), duty, model.seat) - first


def reading_row(model: Model, duty: int, reading: int) -> int:
    """Where the row of one of an obligation's readings begins."""
    ints = model.tables.ints
    first = ints[ints[at.DUTIES] + duty * at.DUTY_WIDTH + at.DUTY_READING]
    return ints[at.READINGS] + (first + reading) * at.READING_WIDTH


def own_standing(model: Model, duty: int) -> int:
    """How an obligation stands by the seat's own reading; if all read it alike, as it stands."""
    ints = model.tables.ints
    ambiguous = ints[ints[at.DUTIES] + duty * at.DUTY_WIDTH + at.DUTY_AMBIGUOUS]
    if ambiguous < 0:
        return int(model.values[ints[at.FIRST_DUTY] + duty])
    own = ints[at.FIRST_READING] + ambiguous * at.AMBIGUOUS_SLOTS + at.OWN_STANDING
    return int(model.values[own + model.seat])


def due_tonight(model: Model, duty: int) -> bool:
    """Whether an obligation not yet judged falls due this night, by the seat's own reading."""
    ints = model.tables.ints
    nights = model.values[at.STAGE_DAY] + 1.0 - model.values[ints[at.FIRST_OWED] + duty]
    return own_standing(model, duty) == at.OWED and nights >= ints[reading_row(model, duty, own_reading(model, duty))]


def meets(model: Model, duty: int) -> bool:
    """Whether an obligation would be kept as things stand, by what the seat sees and as it reads it."""
    ints, row = model.tables.ints, reading_row(model, duty, own_reading(model, duty))
    conditions = (ints[row + at.READING_CONDITION], ints[row + at.READING_CONDITIONS])
    return all_hold(ints, model.tables.reals, list(model.values), *conditions)


def can_sign(model: Model, values: tuple[float, ...]) -> bool:
    """Whether the conditions of signing hold."""
    return all_hold(model.tables.ints, model.tables.reals, list(values), *signing_conditions(model))


def _from_capital(model: Model) -> Iterator[str]:
    """Clocks of one's own that run out, and capital that runs over."""
    if len(model.looks) < 2:
        return
    before = model.looks[-2].values
    own = model.names.seats[model.seat]
    for name in model.book.outline.get("seat_state", {}):
        slot = model.tables.slot[f"{own}.{name}"]
        unit = unit_of(model.book, f"{own}.{name}")
        if unit.startswith(("days", "nights")) and 0.0 < model.values[slot] <= 1.0 < before[slot]:
            yield w.CALL_CLOCK.format(
                name=slot_name(model.book, f"{own}.{name}"), value=figure(model.values[slot], unit)
            )
    slot = at.SEAT_BASE + model.seat * at.SEAT_WIDTH + at.CAPITAL
    most = model.tables.reals[model.tables.ints[at.RANGES_REALS] + 2 * slot + 1]
    if model.values[slot] >= most > before[slot]:
        yield w.CALL_CAPITAL.format(most=figure(most))

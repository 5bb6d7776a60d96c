"""Why an agreement stopped, and why an offer lapsed: what suspended, broke or barred it, from what is known of it."""

from collections.abc import Sequence

from sim.client import words as w
from sim.client.figures import short
from sim.client.model import Dated, Model
from sim.client.naming import condition_of, lever_name, seat_name
from sim.client.weighing.planning import signing_cost
from sim.client.weighing.reading import conditions_of, is_truce, opening_after
from sim.rules import layout as at
from sim.rules.agreement import renewal_fits
from sim.rules.terms import all_hold
from sim.session.calls import signing_open

SAYS_IT = {"suspended": "suspend", "collapsed": "collapse", "expired": "expire", "resumed": "resume"}
"""Events, and the word by which a lever, hazard or event has them come about."""
UNSAYS = ("signed", "entered", "renewed", "amended", "resumed")


def why_stopped(model: Model, log: Sequence[Dated], values: Sequence[float]) -> str:
    """Why the last of some events, an end or a suspension, came about, as a sentence; nothing if that cannot be told.

    ``values`` are those of the state after it, as far as they are known.
    """
    by = _brought_by(model, log)
    if by or log[-1][1].kind != "expired":
        return w.BROUGHT_BY.format(what=by) if by else ""
    return _why_not_renewed(model, log, values)


def _brought_by(model: Model, log: Sequence[Dated]) -> str:
    """The lever, hazard or event of that day which says so, by name."""
    day, ended = log[-1]
    wanted = SAYS_IT.get(ended.kind, "")
    for at_day, event in reversed(log[:-1]):
        if at_day != day:
            break
        first, second = int(event.row[1]), int(event.row[2])
        section, id_, name = "", "", ""
        if event.kind == "pulled":
            section, id_ = "levers", model.names.levers[second].partition(".")[2]
            name = w.OF_SEAT.format(seat=seat_name(model.book, first), what=lever_name(model.book, second))
        elif event.kind == "struck":
            section, id_ = "hazards", list(model.names.hazards)[first]
        elif event.kind == "fired":
            section, id_ = "events", model.names.events[first]
        if section and model.book.outline[section][id_].get("agreement") == wanted:
            return name or model.book.word(section, id_)
    return ""


def _why_not_renewed(model: Model, log: Sequence[Dated], values: Sequence[float]) -> str:
    ints, reals, state = model.tables.ints, model.tables.reals, list(values)
    stage = next((int(event.row[1]) for _, event in reversed(log) if event.kind == "entered"), -1)
    fitting = [
        ints[at.RENEWALS] + renewal * at.RENEWAL_WIDTH
        for renewal in range(ints[at.N_RENEWALS])
        if renewal_fits(ints, state, renewal, stage)
    ]
    if not fitting:
        return _truce_never_came(model, state, stage) or w.NO_RENEWAL_IN_IT
    times = _times_renewed(log)
    row = next((row for row in fitting if times < ints[row + at.RENEWAL_AT_MOST]), -1)
    if row < 0:
        return w.RENEWED_ENOUGH.format(n=times)
    against = _who_did_not_consent(model, log, ints[row + at.RENEWAL_CONSENT])
    if against:
        return against
    first, n = ints[row + at.RENEWAL_CONDITION], ints[row + at.RENEWAL_CONDITIONS]
    failing = [i for i in range(first, first + n) if not all_hold(ints, reals, state, i, 1)]
    if failing:
        return w.RENEWAL_ASKED_FOR.format(conditions=w.AND.join(condition_of(model.book, i, state) for i in failing))
    risk = ints[row + at.RENEWAL_RISK]
    day = log[-1][0]
    if risk >= 0 and any(each == day and event.kind == "struck" and int(event.row[1]) == risk for each, event in log):
        return w.CAME_TO_NOTHING.format(hazard=model.book.word("hazards", list(model.names.hazards)[risk]))
    return ""


def _truce_never_came(model: Model, state: list[float], stage: int) -> str:
    """What the truce after a stage that is none was still waiting for; nothing if the stage was a truce, or had none.

    The package of an agreement that has run out is still known.
    """
    if stage < 0 or is_truce(model, stage):
        return ""
    for later in opening_after(model, state, stage):
        waits = [
            i for i in conditions_of(model, later) if not all_hold(model.tables.ints, model.tables.reals, state, i, 1)
        ]
        if waits:
            return w.TRUCE_NEVER_CAME.format(conditions=w.AND.join(condition_of(model.book, i, state) for i in waits))
    return ""


def _times_renewed(log: Sequence[Dated]) -> int:
    """How often the agreement had been renewed since it was signed."""
    times = 0
    for _, event in reversed(log):
        if event.kind == "signed":
            break
        times += event.kind == "renewed"
    return times


def _who_did_not_consent(model: Model, log: Sequence[Dated], rule: int) -> str:
    """Whose word on renewal was missing, or against it, since the last term began; nothing if consent was enough."""
    said = [at.UNSAID, at.UNSAID]
    for _, event in reversed(log):
        if event.kind in UNSAYS:
            break
        if event.kind == "consented" and said[int(event.row[1])] == at.UNSAID:
            said[int(event.row[1])] = at.AGREES if event.row[2] else at.OBJECTS
    objected = [seat_name(model.book, seat) for seat in (0, 1) if said[seat] == at.OBJECTS]
    silent = [seat_name(model.book, seat) for seat in (0, 1) if said[seat] == at.UNSAID]
    if objected:
        return w.OBJECTED_TO_IT.format(seats=w.AND.join(objected))
    if rule == at.BOTH_AGREE and silent:
        return w.NOBODY_AGREED if len(silent) == 2 else w.DID_NOT_AGREE.format(seat=silent[0])
    return ""


def why_lapsed(model: Model, dated: Dated) -> str:
    """Why nobody accepted an offer that lapsed, as far as it is known, as a sentence; nothing if that is not known."""
    day, event = dated
    seat, number = int(event.row[1]), int(event.row[2])
    offers = [each for each in model.log if each[1].kind == "proposed"]
    if not 0 < number <= len(offers):
        return ""
    made, offer = offers[number - 1]
    others = [
        (i, other) for i, (at_day, other) in enumerate(offers, 1)
        if int(other.row[1]) != seat and made - model.tables.ints[at.OFFER_LASTS] < at_day <= day
    ]  # fmt: skip
    rival, cost = seat_name(model.book, 1 - seat), short(signing_cost(model))
    stood = [look.values for look in model.looks if made <= look.values[at.DAY] <= day]
    if stood and not any(signing_open(model.tables, values) for values in stood):
        return w.NOTHING_SIGNED_THEN
    if _could_not_pay(model, 1 - seat, stood):
        return w.COULD_NOT_PAY.format(seat=rival, cost=cost)
    like = next((i for i, other in reversed(others) if other.row[2] == offer.row[2]), 0)
    return w.BOTH_OFFERED_IT.format(seat=rival, id=like, cost=cost) if like else ""


def _could_not_pay(model: Model, seat: int, stood: Sequence[Sequence[float]]) -> bool:
    """Whether a seat, as far as its capital is seen, never had what a signature costs."""
    slot = at.SEAT_BASE + seat * at.SEAT_WIDTH + at.CAPITAL
    seen = model.names.sd[slot][model.seat] == 0.0
    return bool(stood) and seen and all(values[slot] < signing_cost(model) for values in stood)

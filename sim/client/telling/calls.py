"""What calls for a decision, in words: see ``sim.session.calls`` for when."""

from sim.client import words as w
from sim.client.figures import figure
from sim.client.model import Model
from sim.client.naming import condition_words, duty_name, slot_name, unit_of
from sim.client.telling.events import tell_news
from sim.client.telling.gravity import GRAVITY
from sim.client.weighing.nightfall import at_nightfall
from sim.rules import layout as at
from sim.session import calls as when
from sim.session.calls import Call


def calls(model: Model) -> tuple[str, ...]:
    """Why the seat is asked for a decision now; empty if nothing calls for one."""
    if model.over:
        return (w.CALL_OVER,)
    found = [_in_words(model, call) for call in when.calls_of(model.tables, model.seat, model.looks)]
    return tuple(dict.fromkeys(found))


def gravest_first(model: Model) -> tuple[str, ...]:
    """The same in the order of gravity: what became of the agreement, then what else must be decided, then the news."""
    found = sorted(when.calls_of(model.tables, model.seat, model.looks), key=_gravity)
    return tuple(dict.fromkeys(_in_words(model, call) for call in found))


def _gravity(call: Call) -> int:
    kind = call.news[1].kind if call.news is not None else call.kind
    return GRAVITY.index(kind) if kind in GRAVITY else len(GRAVITY)


def _in_words(model: Model, call: Call) -> str:
    ints, reals = model.tables.ints, model.tables.reals
    if call.news is not None:
        return tell_news(model, call.news).text
    if call.kind == when.TERM_ENDS:
        rule = ints[ints[at.RENEWALS] + call.about * at.RENEWAL_WIDTH + at.RENEWAL_CONSENT]
        said = w.CALL_TERM_BOTH if rule == at.BOTH_AGREE else w.CALL_TERM_UNLESS
        return said.format(needs=renewal_needs(model, call.about))
    if call.kind == when.DUTY_FALLS_DUE:
        return w.CALL_DUTY.format(duty=duty_name(model.book, call.about))
    if call.kind == when.CLOCK_RUNS_OUT:
        name = model.names.slots[call.about]
        value = figure(model.values[call.about], unit_of(model.book, name))
        return w.CALL_CLOCK.format(name=slot_name(model.book, name), value=value)
    if call.kind == when.CAPITAL_IS_FULL:
        return w.CALL_CAPITAL.format(most=figure(reals[ints[at.RANGES_REALS] + 2 * call.about + 1]))
    return w.CALL_CAN_SIGN


def renewal_needs(model: Model, renewal: int) -> str:
    """What a renewal asks for beside consent, to be added to a sentence about it."""
    needs = model.book.outline["renewals"][model.names.renewals[renewal]].get("when", [])
    listed = w.AND.join(condition_words(model.book, line) for line in needs)
    return w.RENEWAL_NEEDS.format(conditions=listed) if needs else ""


def next_renewal(model: Model) -> int:
    """The first renewal that the running stage and the agreed package allow, whatever else it asks for; -1 if none."""
    return when.next_renewal(model.tables, model.values)


def own_reading(model: Model, duty: int) -> int:
    """The number, among an obligation's readings, of the one by which the seat itself judges it."""
    return when.own_reading(model.tables, model.seat, model.values, duty)


def reading_row(model: Model, duty: int, reading: int) -> int:
    """Where the row of one of an obligation's readings begins."""
    return when.reading_row(model.tables, duty, reading)


def own_standing(model: Model, duty: int) -> int:
    """How an obligation stands by the seat's own reading; if all read it alike, as it stands."""
    return when.own_standing(model.tables, model.seat, model.values, duty)


def meets(model: Model, duty: int) -> bool:
    """Whether an obligation would be kept as things stand, by what the seat sees and as it reads it."""
    return when.meets(model.tables, model.seat, tuple(at_nightfall(model, truce=True)), duty)

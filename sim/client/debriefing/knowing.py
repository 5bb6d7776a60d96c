"""Did you understand each other: beliefs beside the truth, what was hidden, and which adviser was right."""

from collections.abc import Iterator
from math import inf

from sim.client.debriefing import debrief_words as w
from sim.client.debriefing.attentive import attentive_sections
from sim.client.debriefing.debrief import Debrief
from sim.client.debriefing.ending import true_type, type_word
from sim.client.debriefing.understood import advised_page, understood_page
from sim.client.model import Model
from sim.client.naming import duty_name, reading_name, seat_name, slot_name
from sim.client.page import Page, Row, page, section
from sim.client.telling.meters import shown_value
from sim.client.view.drawing.scene import Bar


def knowing_page(model: Model, debrief: Debrief) -> Page:
    """The chapter."""
    rival = 1 - model.seat
    first, *others = understood_page(model, debrief).sections
    truth = w.MORE_TRUTH.format(truth=first.says[0], about=type_word(model, debrief, rival, "about"))
    rest = section(first.heading, first.says[1:], first.rows)
    advised = advised_page(model, debrief)
    heard = [each._replace(heading=each.heading or advised.title) for each in advised.sections]
    return page(
        w.UNDERSTOOD, section("", [truth], type_rows(model, debrief, rival)), rest, *others,
        *attentive_sections(model, debrief),
        *(heard if debrief.advised else ()),
        section(w.HIDDEN, [w.HIDDEN_NOTE], hidden_rows(model, debrief, secrets_only=True)),
    )  # fmt: skip


def type_rows(model: Model, debrief: Debrief, seat: int) -> Iterator[Row]:
    """The types that a seat may have had, how likely each was, what was believed last, and which it was."""
    kinds = model.names.types[model.names.seats[seat]]
    understood = debrief.understood[1 - seat]
    last = understood.beliefs[-1].chances if understood.beliefs else understood.prior
    truth = true_type(model, debrief, seat)
    for kind, prior, chance in zip(kinds, understood.prior, last, strict=True):
        note = w.AT_START.format(prior=100 * prior)
        bar = Bar(chance, "theirs" if kind == truth else "neutral", before=prior if understood.beliefs else -1.0)
        said = f"{note}; {w.SO_IT_WAS}" if kind == truth else note
        yield Row(model.book.word("types", kind), f"{100 * chance:.0f}", said, bar)


def hidden_names(model: Model, *, secrets_only: bool) -> list[str]:
    """The variables that the seat did not see exactly; with ``secrets_only`` those drawn before day 1."""
    unseen = [name for name in model.tables.variables if model.names.sd[model.tables.slot[name]][model.seat] != 0.0]
    return [name for name in unseen if not secrets_only or _was_drawn(model, name)]


def hidden_rows(model: Model, debrief: Debrief, *, secrets_only: bool) -> list[Row]:
    """What the seat did not see, at the start and at the end; with ``secrets_only`` what was drawn before day 1."""
    found = []
    for name in hidden_names(model, secrets_only=secrets_only):
        slot = model.tables.slot[name]
        first, last = (shown_value(model, name, state[slot]) for state in (debrief.first, debrief.final))
        hidden = model.names.sd[slot][model.seat] == inf
        seen = shown_value(model, name, model.looks[0].values[slot])
        note = (w.ASSUMED_WAS if hidden else w.ESTIMATE_WAS).format(value=seen)
        found.append(Row(slot_name(model.book, name), w.FIRST_LAST.format(first=first, last=last), note))
    return [*found, *reading_rows(model, debrief)]


def reading_rows(model: Model, debrief: Debrief) -> list[Row]:
    """How the other side read what is ambiguous, beside one's own reading."""
    found = []
    for duty, name in enumerate(model.names.duties):
        if model.names.readings[duty]:
            slots = [model.tables.slot[f"reading.{name}.{seat}"] for seat in model.names.seats]
            own, rivals = (
                reading_name(model.book, duty, int(debrief.final[slots[seat]])) for seat in (model.seat, 1 - model.seat)
            )
            label = w.READ_BY.format(duty=duty_name(model.book, duty), seat=seat_name(model.book, 1 - model.seat))
            found.append(Row(label, rivals, w.READ_BY_YOU.format(reading=own)))
    return found


def _was_drawn(model: Model, name: str) -> bool:
    return isinstance(model.book.outline["state"].get(name, {}).get("start"), dict)

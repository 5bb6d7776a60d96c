"""The agreement in full, as a page: its clauses with what they do, its obligations with how they stand."""

from datetime import date

from sim.client import words as w
from sim.client.model import Model
from sim.client.naming import reading_name, written_out
from sim.client.page import Page, Row, page, section
from sim.client.telling.calls import own_reading, reading_row
from sim.client.telling.due import day_of_night, due_says, owed_by_self
from sim.client.telling.standing import Standing, agreement_says, refusal_says, standings
from sim.rules import layout as at


def agreement_page(model: Model) -> Page:
    """The agreement in full: its clauses with what they do, its obligations with how they stand."""
    clauses = [
        Row(model.book.word("clauses", clause), "", model.book.word("clauses", clause, "about"))
        for i, clause in enumerate(model.names.clauses)
        if model.values[model.tables.ints[at.FIRST_CLAUSE] + i] > 0
    ]
    duties = [Row(each.name, each.says, _when_judged(model, each)) for each in standings(model)]
    owed = [due_says(model, each) for each in owed_by_self(model)]
    past = model.book.outline.get("history", {}).get("agreement")
    said = ""
    if past and not _signed(model):
        signed, ended = (written_out(date.fromisoformat(str(past[when]))) for when in ("signed", "ended"))
        said = w.PAST_AGREEMENT.format(signed=signed, ended=ended)
    return page(
        w.AGREEMENT,
        section("", [*agreement_says(model), said]),
        section(w.CLAUSES, [], clauses),
        section(w.OBLIGATIONS, owed, duties),
        section(w.REFUSALS, refusal_says(model)),
    )


def _when_judged(model: Model, each: Standing) -> str:
    """From which night of the stage, of which day, it is judged; of an ambiguous one, how the seat reads it."""
    if model.values[at.STATUS] not in (at.IN_FORCE, at.SUSPENDED):
        return ""
    ints = model.tables.ints
    reading = own_reading(model, each.duty)
    night = model.values[ints[at.FIRST_OWED] + each.duty] + ints[reading_row(model, each.duty, reading)]
    said = w.JUDGED_FROM.format(night=night, day=day_of_night(model, night))
    name = reading_name(model.book, each.duty, reading)
    return w.READ_SO.format(reading=name, judged=said) if name else said


def _signed(model: Model) -> bool:
    return model.values[at.SIGNED_COUNT] > 0

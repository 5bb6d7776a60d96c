"""What the headings of the table mean: a page for each, with what stands under it now."""

from collections.abc import Callable, Iterator

from sim.ai.registry import own_stances
from sim.batch.plan import has_record
from sim.client.explaining import headings_words as w
from sim.client.explaining.rules import risk_rows
from sim.client.explaining.stances import stance_rows
from sim.client.explaining.variables import move_sections
from sim.client.figures import days, short
from sim.client.model import Model
from sim.client.naming import faction_name, issue_name, named, option_name
from sim.client.opponents import opponent_name
from sim.client.page import Page, Row, page, section
from sim.client.saving.saves import HUMAN
from sim.client.telling.agreement import agreement_page
from sim.client.telling.standing import cost_rows, home_says, offer_says, worth_says
from sim.client.weighing.clocks import collapse_says, signing_clocks
from sim.client.weighing.judging import own_type, votes
from sim.client.weighing.planning import lever_choices, signing_barred, signing_cost
from sim.client.weighing.reading import reading
from sim.rules import layout as at

PREFIX = "heading."
"""What tells a heading's id from that of anything else with its name."""


def explain_heading(model: Model, id_: str) -> Page:
    """The page of a heading: what it means, then what stands under it now."""
    heading = id_.removeprefix(PREFIX)
    if heading == "agreement":
        return agreement_page(model)
    about = w.PAR_SET if heading == "par" and not has_record(model.tables) else w.SAYS.get(heading, "")
    says = [text for text in (about, *SENTENCES.get(heading, _nothing)(model)) if text]
    return page(w.HEADINGS[heading][0], section("", says, ROWS.get(heading, _no_rows)(model)))


def _nothing(_: Model) -> list[str]:
    return []


def _no_rows(_: Model) -> list[Row]:
    return []


def _draft_says(model: Model) -> list[str]:
    return [*reading(model, model.draft), worth_says(model, model.draft), home_says(model, model.draft)]


def _offers_say(model: Model) -> list[str]:
    standing = [offer_says(model, seat) for seat in (1 - model.seat, model.seat)]
    return [w.OFFERS_LAST.format(days=days(model.tables.ints[at.OFFER_LASTS])), *standing]


def _signing_says(model: Model) -> list[str]:
    paid = w.SIGNING_PAID.format(cost=short(signing_cost(model)))
    return [paid, signing_barred(model), collapse_says(model, model.draft)]


def _clock_rows(model: Model) -> list[Row]:
    """What sets the clocks that signing waits for."""
    return [row for clock in signing_clocks(model) for part in move_sections(model, clock) for row in part.rows]


def _par_says(model: Model) -> list[str]:
    seat = model.names.seats[model.seat]
    kind = model.names.types[seat][own_type(model)]
    par = model.names.par.get(seat, {}).get(kind)
    return [w.NO_PAR if par is None else w.PAR_OF.format(type=model.book.word("types", kind), par=par)]


def _issue_rows(model: Model) -> list[Row]:
    return [
        Row(issue_name(model.book, i), "", ", ".join(option_name(model.book, i, j) for j in range(len(options))))
        for i, options in enumerate(model.names.issues.values())
    ]


def _faction_rows(model: Model) -> list[Row]:
    names = model.names.factions
    return [
        Row(faction_name(model.book, each.faction), "", model.book.word(
            "factions", names[each.faction].partition(".")[2], "about"))
        for each in votes(model, model.draft)
    ]  # fmt: skip


def _lever_rows(model: Model) -> list[Row]:
    return [Row(named(each.id, each.name), w.LEVER_ROW.format(cost=short(each.cost))) for each in lever_choices(model)]


def _adviser_rows(model: Model) -> Iterator[Row]:
    for each in model.names.advisers.get(model.names.seats[model.seat], []):
        yield Row(model.book.word("advisers", each.id), "", model.book.word("advisers", each.id, "about"))


def _stances_say(model: Model) -> list[str]:
    if model.rival == HUMAN:
        return []
    return [w.PLAYED_BY.format(agent=opponent_name(model.book, model.rival))]


def _stance_rows(model: Model) -> list[Row]:
    return stance_rows(model, list(own_stances(model.tables)))


SENTENCES: dict[str, Callable[[Model], list[str]]] = {
    "home": lambda model: [home_says(model, model.draft)],
    "draft": _draft_says,
    "worth": lambda model: [worth_says(model, model.draft)],
    "offers": _offers_say,
    "par": _par_says,
    "signing": _signing_says,
    "stances": _stances_say,
}
ROWS: dict[str, Callable[[Model], list[Row]]] = {
    "home": _faction_rows, "table": _issue_rows, "levers": _lever_rows, "cost": cost_rows, "tonight": risk_rows,
    "advisers": lambda model: list(_adviser_rows(model)), "stances": _stance_rows, "signing": _clock_rows,
}  # fmt: skip

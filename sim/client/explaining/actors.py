"""The parties to it all, whether or not somebody plays them: who they are, whose clients, what is said of them."""

from collections.abc import Iterator

from sim.client import page_words as p
from sim.client.explaining.asking import Target
from sim.client.explaining.codex import fact_ids
from sim.client.explaining.variables import sources
from sim.client.model import Model
from sim.client.opponents import opponent_about, opponent_name
from sim.client.page import Page, Row, page, section
from sim.client.saving.saves import HUMAN
from sim.client.telling.meters import shown_meter, visible_names


def parties(model: Model) -> list[Target]:
    """The seats, then everybody else."""
    return [
        Target(section, id_, model.book.word(section, id_))
        for section in ("seats", "actors")
        for id_ in model.book.outline.get(section, {})
    ]


def explain_seat(model: Model, id_: str) -> Page:
    """A capital: what it is, whom it supports, who must agree at home."""
    book = model.book
    clients = [actor for actor, entry in book.outline.get("actors", {}).items() if entry.get("patron") == id_]
    factions = [faction for faction, entry in book.outline.get("factions", {}).items() if entry["seat"] == id_]
    return page(
        book.word("seats", id_),
        section("", [book.word("seats", id_, "about"), _played_by(model, id_)]),
        section(
            p.CLIENTS, [], (Row(book.word("actors", each), "", book.word("actors", each, "about")) for each in clients)
        ),
        section(
            p.AT_HOME,
            [],
            (Row(book.word("factions", each), "", book.word("factions", each, "about")) for each in factions),
        ),
    )


def _played_by(model: Model, seat: str) -> str:
    """What plays the other capital in this game; nothing of one's own, or of a person."""
    if seat == model.names.seats[model.seat] or model.rival == HUMAN:
        return ""
    return p.PLAYED_BY.format(
        agent=opponent_name(model.book, model.rival), about=opponent_about(model.book, model.rival)
    )


def explain_actor(model: Model, id_: str) -> Page:
    """Somebody who does not sit at the table: role, patron, how it stands as far as can be seen, what is said of it."""
    book, entry = model.book, model.book.outline["actors"][id_]
    says = [book.word("actors", id_, "about"), p.ROLES[entry["role"]]]
    if entry.get("patron"):
        says.append(p.PATRON.format(seat=book.word("seats", entry["patron"])))
    return page(
        book.word("actors", id_),
        section("", says),
        section(p.HOW_IT_STANDS, [], _standing(model, id_)),
        sources(model, fact_ids(entry.get("from")) or entry.get("from")),
    )


def _standing(model: Model, id_: str) -> Iterator[Row]:
    for name in visible_names(model):
        if name.startswith(f"{id_}."):
            shown = shown_meter(model, name)
            yield Row(shown.label, shown.value, shown.change)

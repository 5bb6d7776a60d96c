"""What it teaches: concept cards in the game's own terms, each with whose idea it is."""

from typing import NamedTuple

from sim.analysis.why.cards import DealtCard
from sim.client.debriefing import debrief_words as w
from sim.client.debriefing.debrief import Debrief
from sim.client.explaining.codex import fact_ids
from sim.client.figures import fixed
from sim.client.model import Model
from sim.client.naming import seat_name, short_date
from sim.client.page import Page, page, section

LARGE = 10.0  # figures from here on are told without decimals


class CardText(NamedTuple):
    """A card as it is read: the concept, what it is, what it says of this game, and whose idea it is."""

    name: str
    about: str
    text: str
    source: str


def concepts_page(model: Model, debrief: Debrief) -> Page:
    """The chapter."""
    told = [card_text(model, each) for each in debrief.cards[model.seat]]
    parts = [section(each.name, [each.text, each.about, each.source]) for each in told]
    return page(w.CONCEPTS, *(parts or [section("", [w.NO_CONCEPT])]), note=w.CONCEPTS_NOTE)


def card_text(model: Model, dealt: DealtCard) -> CardText:
    """A card with its gaps filled: by the scenario's words if it has any, else by the common ones."""
    gaps = {gap: card_figure(x) for gap, x in dealt.figures.items()}
    gaps |= {
        "seat": seat_name(model.book, model.seat), "rival": seat_name(model.book, 1 - model.seat),
        "day": str(dealt.day), "date": short_date(model.book, dealt.day),
    }  # fmt: skip
    if dealt.id in model.book.cards:
        name, about, text = (model.book.word("cards", dealt.id, field) for field in ("name", "about", "text"))
        cited = fact_ids(model.book.cards[dealt.id].get("from"))
        return CardText(name, about, text.format(**gaps), w.SOURCES.join(_source(model, id_) for id_ in cited))
    name, about, text, source = w.COMMON_CARDS[dealt.id]
    return CardText(name, about, text.format(**gaps), source)


def card_figure(x: float) -> str:
    """A figure as it stands in a sentence: whole where it is large or whole, else with one decimal."""
    decimals = 0 if abs(x) >= LARGE or abs(x - round(x)) < 0.05 else 1
    return fixed(round(x, decimals) + 0.0, decimals)  # never -0


def _source(model: Model, id_: str) -> str:
    fact = model.book.fact(id_)
    return w.SOURCE.format(by=fact["by"], at=fact["at"], id=id_)

"""How somebody plays: a stance, or who looks ahead, by name, with the phrase that says what the name means."""

from sim.ai.registry import opponent_ids
from sim.client import page_words as p
from sim.client.model import Model
from sim.client.opponents import opponent_about, opponent_name
from sim.client.page import Page, Row, page, section

PREFIX = "stance."
"""What tells a stance's id from that of anything else with its name."""


def stances(model: Model) -> list[tuple[str, str]]:
    """All who can play, by id and name."""
    return [(f"{PREFIX}{agent}", opponent_name(model.book, agent)) for agent in opponent_ids(model.tables)]


def explain_stance(model: Model, id_: str) -> Page:
    """What a stance does; whether it plays the other seat."""
    agent = id_.removeprefix(PREFIX)
    says = [opponent_about(model.book, agent), p.STANCE_OPPOSITE if agent == model.rival else p.STANCES_ARE]
    return page(opponent_name(model.book, agent), section("", says))


def stance_rows(model: Model, agents: list[str]) -> list[Row]:
    """What some of them do, each once, in the order in which they are named."""
    return [
        Row(opponent_name(model.book, agent), "", opponent_about(model.book, agent)) for agent in dict.fromkeys(agents)
    ]

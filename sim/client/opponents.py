"""Who can be played against, and what each is called."""

from sim.ai.registry import FAMILIES, LEVELS, opponent_ids, resolved, search_budget
from sim.client import chairs_words as c
from sim.client import words as w
from sim.client.naming import capitalised
from sim.client.saving.saves import HUMAN
from sim.language.sentences import said
from sim.scenario.book import Book


def first_choices() -> list[str]:
    """Who is offered first: four that differ in how they think, then a person at this screen."""
    return [*LEVELS, HUMAN]


def further_choices(book: Book) -> list[str]:
    """Everybody else: whoever a level stands for has been offered already."""
    offered = {resolved(book.tables, level) for level in LEVELS}.union(LEVELS)
    return [agent for agent in opponent_ids(book.tables) if agent not in offered]


def opponent_name(book: Book, agent: str) -> str:
    """An agent's name: a level's own, a doctrine's in the scenario's words, else its id as a word."""
    if agent in LEVELS:
        return said(LEVELS[agent].name)
    if agent == HUMAN:
        return c.TWO_PERSONS
    if agent in book.tables.names.doctrines:
        return book.word("doctrines", agent)
    if search_budget(agent):
        return w.SEARCHER.format(n=search_budget(agent))
    return w.AGENT_NAMES.get(agent, agent.replace("-", " ").capitalize())


def opponent_about(book: Book, agent: str) -> str:
    """A sentence or two about an agent."""
    if agent in LEVELS:
        return said(LEVELS[agent].about)
    if agent == HUMAN:
        return c.TWO_PERSONS_ABOUT
    if agent in FAMILIES:
        about = said(FAMILIES[agent].about)
        return f"{capitalised(about)}."
    if search_budget(agent):
        return w.LOOKS_AHEAD.format(n=search_budget(agent))
    return book.word("doctrines", agent, "about") if agent in book.tables.names.doctrines else w.INSTALLED

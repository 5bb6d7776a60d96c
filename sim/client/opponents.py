"""Who can be played against, and what each is called."""

from sim.ai.registry import FAMILIES, LEVELS, search_budget
from sim.client import words as w
from sim.scenario.book import Book


def opponent_name(book: Book, agent: str) -> str:
    """An agent's name: a level's own, a doctrine's in the scenario's words, else its id as a word."""
    if agent in LEVELS:
        return LEVELS[agent].name
    if agent in book.tables.names.doctrines:
        return book.word("doctrines", agent)
    return w.AGENT_NAMES.get(agent, agent.replace("-", " ").capitalize())


def opponent_about(book: Book, agent: str) -> str:
    """A sentence or two about an agent."""
    if agent in LEVELS:
        return LEVELS[agent].about
    if agent in FAMILIES:
        return f"{FAMILIES[agent].about[:1].upper()}{FAMILIES[agent].about[1:]}."
    if search_budget(agent):
        return w.LOOKS_AHEAD.format(n=search_budget(agent))
    return book.word("doctrines", agent, "about") if agent in book.tables.names.doctrines else w.INSTALLED

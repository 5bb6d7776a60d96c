"""Two persons at one terminal: the curtain between their turns, and what passed while one was away."""

from collections.abc import Iterator
from dataclasses import replace

from sim.client import chairs_words as c
from sim.client.model import Model
from sim.client.naming import seat_name
from sim.client.text.layout import wrap
from sim.scenario.book import Book

RULE = "="


def curtain_lines(book: Book, seat: int, width: int) -> list[str]:
    """Whose turn comes, between two lines that part what was before from what follows."""
    says = (c.PASS_CHAIR, c.NOBODY_ELSE, c.CURTAIN_SAYS)
    said = [line for each in says for line in wrap(each.format(seat=seat_name(book, seat)), width)]
    return ["", RULE * width, *said, RULE * width, ""]


def passed(model: Model) -> Iterator[Model]:
    """The model as it stood on each day that has passed by itself since the person last decided."""
    if model.since >= 0:
        yield from (replace(model, looks=model.looks[:i]) for i in range(model.since + 2, len(model.looks)))

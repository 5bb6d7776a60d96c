"""Two persons at one screen: whose turn it is, and what the other one knows meanwhile.

Nothing of the person who is away may be drawn, so that model is kept apart from the one at the screen and goes on as if
alone: it takes in its own looks, and lets its own days pass.
"""

from dataclasses import replace
from typing import NamedTuple

from sim.client.model import Model, first_model
from sim.client.saving.saves import HUMAN
from sim.client.update import Observed, Request, Revealed, update
from sim.scenario.book import Book


def is_shared(model: Model) -> bool:
    """Whether the other seat is a person's at the same screen."""
    return model.rival == HUMAN


def seated(model: Model, told_so_far: dict[int, Model]) -> "Chairs | None":
    """Both persons of a game that two share, the one with this model at the screen."""
    return Chairs(model.seat, {**told_so_far, model.seat: model}) if is_shared(model) else None


class Chairs(NamedTuple):
    """Persons at one screen by seat, as far as they have been told anything; ``seat`` is whose turn it is."""

    seat: int
    models: dict[int, Model]

    @property
    def model(self) -> Model:
        """What the one knows whose turn it is."""
        return self.models[self.seat]

    @property
    def away(self) -> Model | None:
        """What the other one knows, if anything."""
        return self.models.get(1 - self.seat)

    def having(self, model: Model) -> "Chairs":
        """The same, with another state of one of them."""
        return Chairs(self.seat, {**self.models, model.seat: model})

    def turned(self) -> "Chairs":
        """The other one at the screen, once the game is over and what is known of it is known to both."""
        known, other = self.model, 1 - self.seat
        told = replace(self.models[other], debrief=known.debrief, review=known.review, reviewing=known.reviewing)
        return Chairs(other, {**self.models, other: told})


def told(chairs: Chairs, message: Observed) -> tuple[Chairs, Request | None]:
    """After a look for one of them, whose turn it then is, and what that one's model asks for.

    Once the game is over both are told, and the turn stays where it was.
    """
    book, seat = chairs.model.book, message.seat
    before = chairs.models.get(seat)
    if before is None:
        model, request = _seated(book, seat, message)
    else:
        model, request = update(before, message)
    whose = chairs.seat if message.look.over else seat
    after = Chairs(whose, {**chairs.models, seat: model})
    return after, request if whose == seat else None


def _seated(book: Book, seat: int, message: Observed) -> tuple[Model, Request | None]:
    """Somebody's first look, which always waits for them."""
    model = first_model(book, seat, HUMAN, (message.look,))
    return replace(model, passing=0), None


def revealed(chairs: Chairs, message: Revealed) -> Chairs:
    """Both may see everything now."""
    return Chairs(chairs.seat, {seat: update(model, message)[0] for seat, model in chairs.models.items()})

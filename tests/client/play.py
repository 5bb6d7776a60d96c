"""Playing by script: lines in, lines out, for tests."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from sim.client.game import Game
from sim.client.model import Model, first_model
from sim.client.saving.saves import HUMAN
from sim.client.text.loop import Play, Terminal
from sim.client.text.start import begin
from sim.client.update import Commit, Message, Observed, Revealed, update
from sim.client.weighing.judging import carried, votes
from sim.client.weighing.planning import draft_number, forbidden, rival_offer
from sim.client.wishes import Wishes
from sim.record.notation import Action
from sim.record.record import Header
from sim.rules import actions as act
from sim.rules import layout as at
from sim.scenario.book import Book, read_book
from sim.scenario.places import find_scenario

WIDTH = 96
Policy = Callable[[Model], str | None]


@lru_cache
def book(name: str) -> Book:
    """A shipped scenario."""
    return read_book(find_scenario(name))


def header(of: Book, seat: int, agent: str = "linear", rng_seed: int = 1) -> Header:
    """The header of a game with a person at a seat."""
    names = of.tables.names.seats
    first, second = (HUMAN if i == seat else agent for i in range(2))
    return Header(of.tables.id, of.tables.digest, "test", rng_seed, 0, ((names[0], first), (names[1], second)))


def started(name: str, seat: int, agent: str = "linear", rng_seed: int = 1) -> tuple[Game, Model]:
    """A game that is not saved, with its first model."""
    of = book(name)
    game, looks = Game.new(of.tables, header(of, seat, agent, rng_seed), None)
    return game, first_model(of, seat, agent, looks)


def shared(name: str, rng_seed: int = 1) -> tuple[Game, Model]:
    """A game of two persons that is not saved, with what the first to move knows."""
    of = book(name)
    first, second = of.tables.names.seats
    both = Header(of.tables.id, of.tables.digest, "test", rng_seed, 0, ((first, HUMAN), (second, HUMAN)))
    game, looks = Game.new(of.tables, both, None)
    return game, first_model(of, game.seat, HUMAN, looks)


def send(game: Game, model: Model, *messages: Message) -> Model:
    """The model after messages, with whatever they ask for carried out."""
    for message in messages:
        model, request = update(model, message)
        while request:
            if isinstance(request, Commit):
                model, request = update(model, Observed(game.commit(request.actions, request.beliefs)))
            else:
                model, request = update(model, Revealed(game.debrief(model.book)))
    return model


class Script:
    """A terminal that is fed lines, or asks a policy for each, and keeps what was written."""

    def __init__(self, lines: Iterable[str] = (), policy: Policy | None = None) -> None:
        self.lines = iter(lines)
        self.policy = policy
        self.written: list[str] = []
        self.play: Play | None = None

    def read(self, prompt: str) -> str | None:
        """The next line."""
        line = next(self.lines, None)
        if line is None and self.policy and self.play:
            line = self.policy(self.play.model)
        self.written.append(prompt + (line or ""))
        return line

    def run(self, wishes: Wishes) -> "Script":
        """Begin as wished and play until there are no more lines."""
        begun = begin(Terminal(self.read, self.written.append, WIDTH), wishes)
        if begun:
            self.play, fresh = begun
            self.play.run(briefing=fresh)
            self.play.leave()
        return self

    @property
    def text(self) -> str:
        """All that was written."""
        return "\n".join(self.written)


def plain_policy(model: Model) -> str | None:
    """Accept what would be ratified, agree to renewals, propose the draft now and then, else let days pass."""
    if model.over:
        return "quit"
    if model.question:
        return "yes"
    if model.plan:
        return ""
    offer = rival_offer(model)
    theirs = model.package(at.OFFER_PACKAGE, 1 - model.seat)
    if offer and not forbidden(model, Action(act.ACCEPT, offer)) and carried(model, votes(model, theirs)):
        return "accept"
    if model.values[at.STATUS] == at.IN_FORCE and model.values[at.LEFT] <= 1 and not model.own(at.CONSENT):
        return "agree"
    may_propose = not forbidden(model, Action(act.PROPOSE, draft_number(model), model.face))  # the talks may be over
    return "propose" if may_propose and model.day % 5 == 0 and model.values[at.STATUS] != at.IN_FORCE else ""

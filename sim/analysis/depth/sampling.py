"""Positions sampled from varied play: a turn of a seat in a game between two agents drawn by luck.

The hidden world and both types are as they are, so what is best there is best in fact, not what a seat could know.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sim import __version__
from sim.analysis.depth.bench import POSITIONS, Pair, types_of
from sim.record.record import Header
from sim.rules import layout as at
from sim.rules.legality import can_sign
from sim.scenario.tables import RulesTables
from sim.session.play import seat_agents, take_turn
from sim.session.session import Session

SEARCHER = "search-40"
TRIES = 20  # games, before a seat is found to have no such turn

State = tuple[float, ...]


class SampledPosition(NamedTuple):
    """A turn that begins, whose it is, and between whom."""

    state: State
    seat: int
    pair: Pair
    game: int

    @property
    def day(self) -> int:
        """The day."""
        return int(self.state[at.DAY])

    @property
    def types(self) -> tuple[int, int]:
        """Both private types."""
        return types_of(self.state)


def may_sign(tables: RulesTables, state: Sequence[float]) -> bool:
    """Whether the seat to move could sign now if there were an offer: talks go on, and no agreement runs or sleeps."""
    idle = state[at.STATUS] not in (at.IN_FORCE, at.SUSPENDED) and state[at.TALKS] > 0.0
    return idle and not can_sign(tables.ints, tables.reals, list(state))


def session_of(tables: RulesTables, pair: Pair, rng_seed: int, game: int) -> Session:
    """A game that is about to begin."""
    first, second = tables.names.seats
    agents = ((first, pair[0]), (second, pair[1]))
    return Session(tables, Header(tables.id, tables.digest, __version__, rng_seed, game, agents))


def turns_of(tables: RulesTables, pair: Pair, rng_seed: int, game: int, seat: int) -> Iterator[State]:
    """The states in which a seat's turns begin."""
    session = session_of(tables, pair, rng_seed, game)
    agents = seat_agents(tables, session.header)
    while not session.over:
        if session.to_move == seat:
            yield session.true_state()
        agent = agents[session.to_move]
        assert agent is not None
        take_turn(session, agent)


def sample_position(
    tables: RulesTables, agents: Sequence[str], rng_seed: int, number: int,
    fits: Callable[[RulesTables, Sequence[float]], bool] = may_sign,
) -> SampledPosition | None:  # fmt: skip
    """Position ``number`` for a luck: even ones of the first seat; None if no turn fits in any of some games."""
    luck, seat = random.Random(f"{rng_seed} {number}"), number % 2  # whose random() is the same on every Python
    for attempt in range(TRIES):
        game = POSITIONS + number * TRIES + attempt
        first, second = (agents[int(luck.random() * len(agents))] for _ in range(2))
        fitting = [state for state in turns_of(tables, (first, second), rng_seed, game, seat) if fits(tables, state)]
        if fitting:
            return SampledPosition(fitting[int(luck.random() * len(fitting))], seat, (first, second), game)
    return None

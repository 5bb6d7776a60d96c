"""Games in which beliefs watch, for tests."""

from collections.abc import Iterator
from typing import NamedTuple

from sim.ai.agent import Observation, luck_of, make_agent
from sim.ai.beliefs.held import Beliefs
from sim.ai.kernel import Kernel
from sim.scenario.tables import RulesTables
from sim.session.session import Session
from sim.testing.play import header_of

RNG_SEED = 1


class Watched(NamedTuple):
    """A ply that is about to be decided, with the beliefs of the seat that decides it."""

    session: Session
    seat: int
    beliefs: Beliefs
    seen: Observation


def watched(kernel: Kernel, agents: tuple[str, str], game: int, particles: int) -> Iterator[Watched]:
    """Every ply of a game between built-in agents, each seat with beliefs of its own."""
    tables: RulesTables = kernel.tables
    session = Session(tables, header_of(tables, RNG_SEED, game))
    seated = [make_agent(tables, agent, seat, RNG_SEED, game) for seat, agent in enumerate(agents)]
    beliefs = [Beliefs(kernel, seat, particles) for seat in range(2)]
    while not session.over:
        seat = session.to_move
        seen = session.observation(seat)
        luck = luck_of(RNG_SEED, game, seat, seen)
        beliefs[seat].take_in(seen.values, luck)
        yield Watched(session, seat, beliefs[seat], seen)
        decision = seated[seat].decide(seen, session.legal(), luck)
        beliefs[seat].note(decision.action)
        session.act(decision.action)

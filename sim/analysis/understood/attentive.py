"""What an attentive observer could have believed: the engine's own updating, on exactly what a seat saw of a game.

It expects what anyone may at the start, follows every ply of the seat as its advisers and searchers do, and knows
nothing of the rest of the record. A pure function of the record.
"""

from sim.ai.agent import Observation, luck_of
from sim.ai.beliefs.held import Beliefs
from sim.ai.kernel import Kernel
from sim.analysis.understood.understanding import Belief
from sim.analysis.why.story import FinishedRecord
from sim.record.record import Record
from sim.session.replay import steps


def attentive_beliefs(kernel: Kernel, past: FinishedRecord, seat: int) -> tuple[Belief, ...]:
    """How likely each type of the other seat was on each day on which a seat had a turn, as the turn began."""
    tables, header = past.tables, past.header
    beliefs = Beliefs(kernel, seat)
    record = Record(header, past.lines[1:])
    found: dict[int, Belief] = {}
    for ply, session in zip(past.plies, steps(tables, record, []), strict=False):
        if ply.seat != seat:
            continue
        values = session.observation(seat).values
        beliefs.take_in(values, luck_of(header.rng_seed, header.game, seat, Observation(seat, values)))
        found.setdefault(ply.day, Belief(ply.day, past.heard[ply.number], tuple(beliefs.types().values())))
        beliefs.note(ply.action)
    return tuple(found.values())

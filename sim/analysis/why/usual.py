"""How unusual a game was: its ending and its scores among many games of reference play, with luck of their own."""

from collections.abc import Iterator
from dataclasses import dataclass

from sim.ai.kernel import Kernel
from sim.ai.registry import make_brain
from sim.analysis.study.estimates import Estimate, wilson
from sim.analysis.why.packages import true_type
from sim.analysis.why.story import FinishedRecord
from sim.batch.plan import default_agent
from sim.rules import layout as at

BLOCK = 100  # games between two chances to stop
FIRST_GAME = 1 << 41  # so that none of them is a game that anybody plays, or a future of one


@dataclass(frozen=True)
class UsualGames:
    """Games between two agents of reference play: how they ended, how many signed, and what the same types scored.

    ``endings`` counts by id; ``scores`` are, for each seat, those of the games in which it had the type that it has in
    the game at hand, in order.
    """

    agent: str
    games: int
    endings: dict[str, int]
    signed: int
    scores: tuple[tuple[float, ...], tuple[float, ...]]

    @property
    def share_signed(self) -> Estimate:
        """How often anything new is signed."""
        return share(self.signed, self.games)

    def share_of(self, ending: str) -> Estimate:
        """How often games end so."""
        return share(self.endings.get(ending, 0), self.games)

    def share_below(self, seat: int, score: float) -> Estimate:
        """How often a seat of that type scores less."""
        return share(sum(each < score for each in self.scores[seat]), len(self.scores[seat]))


def share(n: int, of: int) -> Estimate:
    """A share with its 95 % interval; nothing of nothing."""
    return Estimate(n / of, *wilson(n / of, of), of) if of else Estimate(None, None, None, 0)


def play_usual(kernel: Kernel, past: FinishedRecord, games: int, rng_seed: int) -> Iterator[int | UsualGames]:
    """How many games were played, block by block; at last what they came to."""
    tables, agent = past.tables, default_agent(past.tables)
    desk = kernel.desk(make_brain(tables, agent, 0), make_brain(tables, agent, 1))
    endings, signed = dict.fromkeys(tables.names.endings, 0), 0
    scores: tuple[list[float], list[float]] = ([], [])
    kinds = [true_type(past.final, seat) for seat in range(2)]
    for first in range(0, games, BLOCK):
        n = min(BLOCK, games - first)
        tape = kernel.tape(n)
        kernel.play_games(kernel.ints, kernel.reals, desk, tape, rng_seed, FIRST_GAME + first)
        for i in range(n):
            final = tape.finals[i]
            endings[tables.names.endings[int(final[at.ENDING])]] += 1
            signed += int(tape.signed[i] > 0)
            for seat in range(2):
                if true_type(final, seat) == kinds[seat]:
                    scores[seat].append(float(tape.scores[i][seat]))
        yield first + n
    one, two = (tuple(sorted(each)) for each in scores)
    yield UsualGames(agent, games, endings, signed, (one, two))

"""Par: the mean score of each private type under reference play."""

from sim.ai.kernel import can_compile, compiled_kernel, plain_kernel
from sim.ai.registry import make_brain
from sim.folders import cache_folder
from sim.rules import layout as at
from sim.scenario.tables import RulesTables

BLOCK = 256


def mean_scores(tables: RulesTables, agent: str, games: int, rng_seed: int) -> dict[str, dict[str, float]]:
    """Mean score, 0-100, by seat and type over ``games`` games between two such agents; types not met are left out."""
    kernel = compiled_kernel(tables, cache_folder() / "kernels") if can_compile() else plain_kernel(tables)
    desk = kernel.desk(make_brain(tables, agent, 0), make_brain(tables, agent, 1))
    sums: dict[tuple[int, int], list[float]] = {}
    for first in range(0, games, BLOCK):
        tape = kernel.tape(min(BLOCK, games - first))
        kernel.play_games(kernel.ints, kernel.reals, desk, tape, rng_seed, first)
        for final, scores in zip(tape.finals, tape.scores, strict=True):
            for seat in range(2):
                kind = int(final[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.TYPE])
                found = sums.setdefault((seat, kind), [0.0, 0.0])
                found[0] += float(scores[seat])
                found[1] += 1.0
    return {
        seat: {
            kind: sums[number, i][0] / sums[number, i][1]
            for i, kind in enumerate(tables.names.types[seat])
            if (number, i) in sums
        }
        for number, seat in enumerate(tables.names.seats)
    }

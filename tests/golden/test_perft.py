"""The tree of the smallest scenario, counted to a depth in plies: any change of a rule shows here."""

import pytest

from sim.analysis.solver.perft import levels, perft
from tests.games import tiny
from tests.golden.kept import compare

DEPTH = 5
TITLE = "# ply, histories, distinct states, histories that end there; every action and every outcome of chance\n"


@pytest.mark.slow
def test_the_tree_has_as_many_histories_as_ever() -> None:
    found = list(levels(tiny(), DEPTH))
    rows = [f"{ply} {level.histories} {level.states} {level.over}\n" for ply, level in enumerate(found)]
    compare("perft-tiny.txt", TITLE + "".join(rows))
    assert all(level.mass == pytest.approx(1.0, abs=1e-10) for level in found)
    assert perft(tiny(), 3) == [level.histories for level in found[:4]]

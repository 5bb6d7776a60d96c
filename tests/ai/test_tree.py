"""The tree of a search: how arms are opened, chosen and learned of, and how worlds are drawn."""

import math
from collections import Counter

import pytest

from sim.ai.beliefs.held import Beliefs
from sim.ai.kernel import plain_kernel
from sim.ai.search.playout import draw_worlds
from sim.ai.search.search_agent import blank_tree
from sim.ai.search.tree import (
    ARMS,
    BUDGET,
    WIDTH,
    Tree,
    add_arm,
    by_regret,
    learn,
    mean_of,
    new_node,
    opened,
    square_root,
)
from tests.games import tiny


def grown(payoffs: list[float], visits: int = 10) -> Tree:
    """A tree whose root, a node of seat 1 in seat 0's search, has an arm for each mean payoff."""
    t = blank_tree(plain_kernel(tiny()), 0, 64)
    node = new_node(t, 1)
    for i, payoff in enumerate(payoffs):
        add_arm(t, node, 1, i, 0)
        t.path[:2] = [node, i]
        for _ in range(visits):
            learn(t, 1, 0.0, payoff)
    return t


def test_arms_are_opened_slowly_as_visits_grow() -> None:
    counts = [opened(visits) for visits in range(20_000)]
    assert counts[0] == 1
    assert counts == sorted(counts)
    assert counts[200] < counts[1000] < counts[5000] <= WIDTH


def test_an_arm_is_considered_once_and_a_node_has_room_for_so_many() -> None:
    t = blank_tree(plain_kernel(tiny()), 0, 8)
    node = new_node(t, 0)
    for i in range(2 * WIDTH):
        add_arm(t, node, 9, i // 2, 0)
    assert t.nodes[node][ARMS] == WIDTH
    assert len({tuple(t.acts[node][3 * arm : 3 * arm + 3]) for arm in range(WIDTH)}) == WIDTH


def test_a_rival_follows_its_regrets() -> None:
    t = grown([0.2, 0.6, 0.5, 0.1])
    assert mean_of(t, 0) == pytest.approx(0.35)
    drawn = Counter(by_regret(t, 0, 4, (i + 0.5) / 1000) for i in range(1000))
    assert drawn[1] == pytest.approx(1000 * 0.25 / 0.40, abs=2)  # regrets of 0.25 and 0.15; the others have none
    assert drawn[2] == pytest.approx(1000 * 0.15 / 0.40, abs=2)


def test_a_rival_first_tries_what_it_has_not_tried() -> None:
    t = grown([0.2, 0.6])
    add_arm(t, 0, 9, 9, 9)
    assert by_regret(t, 0, 3, 0.1) == 2
    assert by_regret(t, 0, 2, 0.1) == 1


@pytest.mark.parametrize("x", [1e-4, 0.3, 1.0, 2.0, 77.0, 1e5])
def test_square_roots(x: float) -> None:
    assert square_root(x) == pytest.approx(math.sqrt(x), rel=1e-9)


def test_any_first_worlds_are_spread_over_the_particles_by_weight() -> None:
    kernel = plain_kernel(tiny())
    b = Beliefs(kernel, 0, 4).vectors
    b.weights[:] = [0.5, 0.25, 0.125, 0.125]
    t = blank_tree(kernel, 0, 64)
    draw_worlds(b, t, 0.5 / t.notes[BUDGET])
    for n in (8, 16, 32, 64):
        drawn = Counter(t.particle[:n])
        assert [drawn[i] for i in range(4)] == [n // 2, n // 4, n // 8, n // 8]

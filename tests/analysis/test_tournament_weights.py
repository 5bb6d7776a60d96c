"""Games of choosing an agent whose equilibria are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.solver.bimatrix import worths
from sim.analysis.tournament.weights import (
    bootstrapped,
    contest,
    equilibrium_weights,
    gain_against,
    meta_weights,
    seat_weights,
)

ROCK_PAPER_SCISSORS = [[0.0, -1.0, 1.0], [1.0, 0.0, -1.0], [-1.0, 1.0, 0.0]]
HAWK_DOVE = [[-1.0, 2.0], [0.0, 1.0]]  # worth 2, a fight costs 4: hawks are worth over cost
DILEMMA = [[3.0, 0.0], [5.0, 1.0]]
STAG_HUNT = [[4.0, 0.0], [3.0, 3.0]]


@pytest.mark.parametrize(
    ("payoffs", "weights"),
    [
        (ROCK_PAPER_SCISSORS, [1 / 3, 1 / 3, 1 / 3]),
        ([[0.0, -1.0, 2.0], [1.0, 0.0, -1.0], [-2.0, 1.0, 0.0]], [0.25, 0.5, 0.25]),
        (HAWK_DOVE, [0.5, 0.5]),
        (DILEMMA, [0.0, 1.0]),
        (STAG_HUNT, [0.0, 1.0]),  # of two, the one that is best against equal shares
        ([[4.0, 0.0], [1.0, 1.0]], [1.0, 0.0]),
        ([[7.0]], [1.0]),
    ],
)
def test_known_games_have_their_known_equilibria(payoffs: list[list[float]], weights: list[float]) -> None:
    assert equilibrium_weights(payoffs) == pytest.approx(weights)


def test_a_dominated_agent_has_no_weight_whatever_it_does_to_others() -> None:
    rows = [[*row, 5.0 * i] for i, row in enumerate(ROCK_PAPER_SCISSORS)]
    weights = equilibrium_weights([*rows, [-2.0, -2.0, -2.0, -1.0]])
    assert weights == pytest.approx([1 / 3, 1 / 3, 1 / 3, 0.0])


def test_the_contest_forgets_what_both_gain() -> None:
    assert contest(HAWK_DOVE) == [[0.0, 2.0], [-2.0, 0.0]]
    assert equilibrium_weights(contest(HAWK_DOVE)) == [1.0, 0.0]


@given(
    st.integers(1, 7).flatmap(
        lambda n: st.lists(st.lists(st.integers(-3, 3), min_size=n, max_size=n), min_size=n, max_size=n)
    )
)
def test_nobody_gains_by_leaving_the_mixture(payoffs: list[list[int]]) -> None:
    """Small whole numbers tie at every turn, which is where pivoting may go in circles."""
    floats = [[float(x) for x in row] for row in payoffs]
    for game in (floats, contest(floats)):
        weights = equilibrium_weights(game)
        assert sum(weights) == pytest.approx(1.0)
        assert min(weights) >= 0.0
        assert gain_against(game, weights) < 1e-9


@given(st.lists(st.tuples(st.integers(-3, 3), st.integers(-3, 3)), min_size=9, max_size=9))
def test_neither_seat_gains_by_leaving_its_own_mixture(payoffs: list[tuple[int, int]]) -> None:
    flat = [[float(each[seat]) for each in payoffs] for seat in range(2)]
    first, second = ([each[i : i + 3] for i in (0, 3, 6)] for each in flat)
    rows, columns = seat_weights([*flat[0], *flat[1]])
    assert sum(rows) == pytest.approx(1.0) == sum(columns)
    own = worths(first, columns)
    others = worths([list(column) for column in zip(*second, strict=True)], rows)
    assert max(own) - sum(x * p for x, p in zip(own, rows, strict=True)) < 1e-9
    assert max(others) - sum(x * p for x, p in zip(others, columns, strict=True)) < 1e-9


def test_seats_that_want_to_meet_and_to_part_mix_by_the_others_stakes() -> None:
    rows, columns = seat_weights([3.0, 0.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.0])
    assert [*rows, *columns] == pytest.approx([0.5, 0.5, 0.25, 0.75])


def sums(payoffs: list[list[float]], games: int = 1) -> list[float]:
    return [x * games for row in payoffs for x in row]


def test_without_chance_the_intervals_are_points() -> None:
    weights, relative = bootstrapped([sums(HAWK_DOVE, 2), sums(HAWK_DOVE, 1)], meta_weights, 0.6, 1)
    assert [x for each in weights for x in each] == pytest.approx([0.5, 0.5, 0.5, 0.5, 0.0] * 2)
    assert [(each.weight, each.above) for each in relative] == [(1.0, 1.0), (0.0, 0.0)]


def test_chance_widens_the_intervals_and_the_same_seed_draws_the_same() -> None:
    groups = [sums([[-1.0, 2.0 + step], [0.0, 1.0]]) for step in (-0.9, -0.3, 0.0, 0.3, 0.9)]
    first, _ = bootstrapped(groups, meta_weights, 0.6, 1)
    hawk = first[0]
    assert hawk.weight == pytest.approx(0.5)
    assert hawk.low < 0.45 < hawk.mean < 0.55 < hawk.high
    assert bootstrapped(groups, meta_weights, 0.6, 1)[0] == first
    assert bootstrapped(groups, meta_weights, 0.6, 2)[0] != first

"""Scores of stated chances: what is proper about them, whatever was stated."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.understood.scoring import LEAST_CHANCE, base_rate, brier, brier_of, log_score, mean, reliability

chances = st.floats(0, 1)
stated = st.lists(st.tuples(chances, st.booleans()), max_size=40)
weights = st.lists(st.integers(0, 100), min_size=2, max_size=5).filter(any)


def shares(ns: list[int]) -> list[float]:
    return [n / sum(ns) for n in ns]


@given(st.integers(2, 6), st.data())
def test_a_perfect_forecaster_scores_nothing(n: int, data: st.DataObject) -> None:
    truth = data.draw(st.integers(0, n - 1))
    sure = [float(i == truth) for i in range(n)]
    assert brier(sure, truth) == 0.0
    assert log_score(sure[truth]) == 0.0
    assert brier_of((1.0, True)) == brier_of((0.0, False)) == 0.0


@given(weights, st.data())
def test_scores_lie_between_perfect_and_as_wrong_as_can_be(ns: list[int], data: st.DataObject) -> None:
    said, truth = shares(ns), data.draw(st.integers(0, len(ns) - 1))
    assert 0.0 <= brier(said, truth) <= 1.0
    assert 0.0 <= log_score(said[truth]) <= log_score(0.0) == log_score(LEAST_CHANCE / 2)
    assert brier([1.0, 0.0], 1) == brier_of((1.0, False)) == 1.0


@given(chances, st.booleans())
def test_two_outcomes_score_as_the_chance_of_one_does(chance: float, came_true: bool) -> None:
    assert brier([chance, 1.0 - chance], 0 if came_true else 1) == pytest.approx(brier_of((chance, came_true)))


@given(weights, st.data())
def test_to_state_what_one_believes_is_best(ns: list[int], data: st.DataObject) -> None:
    """The expected score, under the true chances, is least where these are stated."""
    true = shares(ns)
    others = data.draw(st.lists(st.integers(0, 100), min_size=len(ns), max_size=len(ns)).filter(any))

    def expected(said: list[float]) -> float:
        return sum(chance * brier(said, truth) for truth, chance in enumerate(true))

    honest, otherwise = expected(true), expected(shares(others))
    assert honest <= otherwise + 1e-12
    far = max(abs(a - b) for a, b in zip(true, shares(others), strict=True))
    assert otherwise - honest >= 0.5 * far * far - 1e-12


@given(stated, st.randoms(use_true_random=False))
def test_the_order_of_statements_does_not_matter(said: list[tuple[float, bool]], shuffler: "object") -> None:
    again = list(said)
    shuffler.shuffle(again)  # type: ignore[attr-defined]  # hypothesis' own Random
    assert mean([brier_of(each) for each in said]) == mean([brier_of(each) for each in again])
    assert reliability(said) == reliability(again)


@given(stated)
def test_every_statement_is_in_one_bin(said: list[tuple[float, bool]]) -> None:
    bins = reliability(said)
    assert sum(each.n for each in bins) == len(said)
    assert all(each.low - 1e-9 <= each.said <= each.high + 1e-9 for each in bins)
    assert sum(each.n * each.came_true for each in bins) == pytest.approx(sum(came for _, came in said))


def test_a_calibrated_bin_says_what_comes_true() -> None:
    [low, high] = reliability([(0.25, True), (0.25, False), (0.25, False), (0.25, False), (1.0, True)])
    assert (low.said, low.came_true, low.n) == (0.25, 0.25, 4)
    assert (high.low, high.high, high.came_true) == (0.8, 1.0, 1.0)


@given(st.integers(0, 50), st.integers(0, 50))
def test_the_base_rate_is_never_sure(true: int, false: int) -> None:
    assert base_rate(true, false) == float(Fraction(true + 1, true + false + 2))
    assert 0.0 < base_rate(true, false) < 1.0
    assert base_rate(0, 0) == 0.5

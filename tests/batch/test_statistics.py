"""Intervals and sums, against known values and against the standard library."""

import statistics
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.batch.summary import Z, cited, of_mean, wilson
from sim.batch.totals import Moments

NUMBERS = st.lists(st.floats(-1e6, 1e6), max_size=40)


@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    [  # as R's binom::binom.wilson gives them
        (0, 10, 0.0, 0.2775328),
        (1, 10, 0.0178762, 0.4041500),
        (5, 10, 0.2365931, 0.7634069),
        (10, 10, 0.7224672, 1.0),
        (81, 263, 0.2552950, 0.3662037),
    ],
)
def test_wilsons_interval(count: int, n: int, low: float, high: float) -> None:
    assert wilson(count, n) == pytest.approx((low, high), abs=1e-4)


def test_the_quantile_is_that_of_the_normal_law() -> None:
    assert pytest.approx(statistics.NormalDist().inv_cdf(0.975), rel=1e-12) == Z


@given(st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilsons_interval_holds_the_share_and_stays_a_share(pair: tuple[int, int]) -> None:
    low, high = wilson(*pair)
    assert 0 <= low <= pair[0] / pair[1] <= high <= 1
    assert low < high


@given(NUMBERS, NUMBERS)
def test_moments_add_up(first: list[float], second: list[float]) -> None:
    both, joined = Moments.of(first).plus(Moments.of(second)), Moments.of(first + second)
    assert both.n == joined.n
    assert both.mean == pytest.approx(joined.mean, rel=1e-9, abs=1e-6)
    assert both.squares == pytest.approx(joined.squares, rel=1e-9, abs=1e-3)


def test_the_interval_of_a_mean() -> None:
    numbers = [3.0, 5.0, 8.0, 13.0, 21.0]
    half = Z * statistics.stdev(numbers) / 5**0.5
    assert of_mean(Moments.of(numbers), -inf, inf) == pytest.approx((10 - half, 10 + half))
    assert of_mean(Moments.of(numbers), 9.5, 10.5) == (9.5, 10.5)
    assert of_mean(Moments.of([4.0]), 0, 7) == (0, 7)


def test_a_range_cites_what_stands_behind_it() -> None:
    assert cited({"from": "R38", "low": 0.8, "high": 1.2}) == ["R38"]
    assert cited({"from": ["R23", "N17"], "low": "0.8 @R45, R23", "high": 1}) == ["R23", "N17", "R45"]
    assert cited({"from": "assumption: counts are floors", "low": 1, "high": 2}) == ["assumption: counts are floors"]
    assert cited({"low": "0.8 @? a guess", "high": 1}) == []

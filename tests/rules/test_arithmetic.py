"""Our own exponential against the machine's."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.arithmetic import LARGEST, clamp, exponential, logistic, root


def check_exponential(x: float) -> None:
    assert abs(exponential(x) / math.exp(x) - 1.0) < 1e-15


def test_the_exponential_is_right_to_the_last_bits_everywhere() -> None:
    for i in range(-40_000, 40_000):
        check_exponential(i / 1000 + 1e-5 * (i % 7))


@given(st.floats(-LARGEST, LARGEST))
def test_the_exponential_is_right_at_any_float(x: float) -> None:
    check_exponential(x)


@pytest.mark.parametrize("n", range(-57, 58))
def test_the_exponential_is_right_around_halves_of_ln_2(n: int) -> None:
    for step in (-1e-9, 0.0, 1e-9):
        check_exponential((n + 0.5) * math.log(2.0) + step)


def test_the_exponential_of_nothing_is_one_and_beyond_its_range_it_is_cut() -> None:
    assert exponential(0.0) == 1.0
    assert exponential(1e9) == exponential(LARGEST)
    assert exponential(-1e9) == exponential(-LARGEST)
    assert exponential(math.nan) == exponential(-LARGEST)


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_a_logistic_is_a_probability_and_rises(x: float, y: float) -> None:
    low, high = sorted((x, y))
    assert 0.0 <= logistic(low) <= logistic(high) <= 1.0


@given(st.floats(-30, 30))
def test_a_logistic_is_what_it_should_be(x: float) -> None:
    assert logistic(x) == pytest.approx(1.0 / (1.0 + math.exp(-x)), rel=1e-14)
    assert logistic(x) + logistic(-x) == pytest.approx(1.0, abs=1e-15)


@given(st.floats(1e-6, 1.0))
def test_a_root_is_right_to_the_last_bits(x: float) -> None:
    assert root(x) == pytest.approx(math.sqrt(x), rel=1e-15)


def test_the_root_of_nothing_is_nothing() -> None:
    assert root(0.0) == root(-1.0) == 0.0


@given(st.floats(), st.floats(-100, 100), st.floats(0, 100))
def test_a_cut_number_lies_within_its_bounds_even_if_it_was_none(x: float, low: float, width: float) -> None:
    cut = clamp(x, low, low + width)
    assert low <= cut <= low + width
    assert cut == x or not low < x < low + width

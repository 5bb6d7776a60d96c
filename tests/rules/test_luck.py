"""Luck: uniform, independent, reproducible, and overruled where an outcome is forced."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.luck import (
    AT_START,
    FIRST_AGENT,
    FIRST_FORCED,
    KEY_HIGH,
    KEY_LOW,
    LUCK_SIZE,
    MASK,
    N_FORCED,
    OF_AGENT,
    OF_DRAW,
    OF_HAZARD,
    OF_SIGHT,
    WORLD,
    forced,
    game_key,
    mix,
    pick,
    point_of,
    strikes,
    uniform,
)

N = 20_000
words = st.integers(0, MASK)
big = st.integers(0, 2**63 - 1)


def keys(game: int, lane: int = WORLD, rng_seed: int = 1) -> tuple[int, int]:
    return game_key(rng_seed, game, lane, 0), game_key(rng_seed, game, lane, 1)


def luck_of(game: int, *imposed: tuple[int, int]) -> list[int]:
    luck = [0] * LUCK_SIZE
    luck[KEY_LOW], luck[KEY_HIGH] = keys(game)
    luck[N_FORCED] = len(imposed)
    for i, pair in enumerate(imposed):
        luck[FIRST_FORCED + 2 * i : FIRST_FORCED + 2 * i + 2] = pair
    return luck


def chi_square(numbers: list[float], bins: int) -> float:
    """How far the numbers are from uniform: about ``bins`` on average, with deviation sqrt(2 * bins)."""
    counts = [0] * bins
    for x in numbers:
        counts[int(x * bins)] += 1
    expected = len(numbers) / bins
    return sum((count - expected) ** 2 / expected for count in counts)


def correlation(first: list[float], second: list[float]) -> float:
    """Pearson's; for independent numbers about 0 with deviation 1 / sqrt(n)."""
    n = len(first)
    mean_1, mean_2 = sum(first) / n, sum(second) / n
    joint = sum((x - mean_1) * (y - mean_2) for x, y in zip(first, second, strict=True))
    return joint / (sum((x - mean_1) ** 2 for x in first) * sum((y - mean_2) ** 2 for y in second)) ** 0.5


def along_games(
    day: int = 3, purpose: int = OF_HAZARD, entity: int = 5, slot: int = 0, lane: int = WORLD
) -> list[float]:
    """One draw, over many games."""
    return [uniform(*keys(game, lane), point_of(day, purpose, entity, slot)) for game in range(N)]


def along_days(game: int = 7, entity: int = 5) -> list[float]:
    """One draw, over many days of a game."""
    return [uniform(*keys(game), point_of(day, OF_HAZARD, entity, 0)) for day in range(N)]


def along_entities(game: int = 7, day: int = 3) -> list[float]:
    """Many draws of one night."""
    return [uniform(*keys(game), point_of(day, OF_DRAW, entity, 0)) for entity in range(N)]


@pytest.mark.parametrize("numbers", [along_games(), along_days(), along_entities(), along_games(lane=FIRST_AGENT)])
def test_numbers_are_uniform(numbers: list[float]) -> None:
    assert all(0.0 < x < 1.0 for x in numbers)
    for bins in (2, 10, 100, 256):
        assert chi_square(numbers, bins) < bins + 5 * (2 * bins) ** 0.5 + 8  # its tail is long where bins are few


def test_nights_are_as_varied_as_chance_over_games() -> None:
    """Each game's night is unbiased: over games, the bias of 2,000 draws has the deviation it should have."""
    points = [point_of(3, OF_DRAW, entity, 0) for entity in range(2000)]
    bias = [(sum(uniform(*keys(game), point) for point in points) - 1000) / (2000 / 12) ** 0.5 for game in range(200)]
    assert abs(sum(bias) / 200) < 0.3
    assert 0.8 < (sum(x * x for x in bias) / 200) ** 0.5 < 1.2


@pytest.mark.parametrize("numbers", [along_games(), along_days(), along_entities()])
def test_neighbours_are_independent(numbers: list[float]) -> None:
    for step in (1, 2, 3, 7, 16, 64):
        assert abs(correlation(numbers[:-step], numbers[step:])) < 4.5 / N**0.5
    cells = [(int(x * 8) * 8 + int(y * 8)) / 64 for x, y in pairwise(numbers)]
    assert abs(chi_square(cells, 64) - 64) < 6 * 128**0.5


def test_days_purposes_entities_slots_and_lanes_are_independent() -> None:
    lists = [
        along_games(), along_games(day=4), along_games(purpose=OF_DRAW), along_games(entity=6), along_games(slot=1),
        along_games(lane=FIRST_AGENT), along_games(lane=FIRST_AGENT + 1),
    ]  # fmt: skip
    for i, first in enumerate(lists):
        for second in lists[i + 1 :]:
            assert abs(correlation(first, second)) < 4.5 / N**0.5


def test_no_two_of_100_000_games_share_a_key() -> None:
    for lane, half in product((WORLD, FIRST_AGENT, FIRST_AGENT + 1), range(2)):
        assert len({game_key(1, game, lane, half) for game in range(100_000)}) == 100_000


def test_no_two_rng_seeds_share_a_game() -> None:
    assert len({keys(game, rng_seed=rng_seed) for rng_seed in range(300) for game in range(300)}) == 90_000


def test_seeds_and_games_count_to_63_bits() -> None:
    large = [0, 1, 2**31, 2**32, 2**32 + 1, 2**62, 2**63 - 1]
    assert len({keys(game, rng_seed=rng_seed) for game in large for rng_seed in large}) == len(large) ** 2


@given(words, words)
def test_mixing_is_one_to_one(x: int, y: int) -> None:
    assert 0 <= mix(x) <= MASK
    assert (mix(x) == mix(y)) == (x == y)


@given(
    st.tuples(*[st.integers(0, n) for n in (1000, 6, 65535, 15)]),
    st.tuples(*[st.integers(0, n) for n in (1000, 6, 65535, 15)]),
)
def test_every_draw_has_a_point_of_its_own(first: tuple[int, int, int, int], second: tuple[int, int, int, int]) -> None:
    assert (point_of(*first) == point_of(*second)) == (first == second)


@given(big, big, st.integers(0, 1000), st.sampled_from((AT_START, OF_HAZARD, OF_SIGHT, OF_AGENT)))
def test_luck_is_a_function_of_its_arguments(rng_seed: int, game: int, day: int, purpose: int) -> None:
    point = point_of(day, purpose, 3, 0)
    first, again = (uniform(*keys(game, WORLD, rng_seed), point) for _ in range(2))
    assert first == again
    assert 0.0 < first < 1.0


@pytest.mark.parametrize(
    ("rng_seed", "game", "lane", "both_keys", "numbers"),
    [
        (1, 0, 0, (534459671, 3986130851), (0.3799799644621089, 0.17343242757488042)),
        (7, 123456, 1, (4240590954, 3549605955), (0.8002732620807365, 0.46700836054515094)),
        (2**63 - 1, 2**63 - 1, 2, (2070290810, 1710447376), (0.6386963933473453, 0.6518575336085632)),
    ],
)
def test_luck_is_the_same_on_every_machine(
    rng_seed: int, game: int, lane: int, both_keys: tuple[int, int], numbers: tuple[float, float]
) -> None:
    assert keys(game, lane, rng_seed) == both_keys
    assert numbers == tuple(uniform(*both_keys, point_of(*point)) for point in ((1, 2, 0, 0), (95, 4, 417, 1)))


# --------------------------------------------------------------------------------------------------- forced outcomes
def test_a_forced_outcome_is_honoured_whatever_the_odds() -> None:
    for game, outcome in product(range(50), range(2)):
        assert strikes(luck_of(game, (99, outcome)), [0.0], 99, 0.5) == outcome
    for game, outcome in product(range(50), range(3)):
        assert pick(luck_of(game, (98, 1), (99, outcome)), [0.0], 99, [0.9, 0.05, 0.05], 0, 3) == outcome


def test_only_the_draw_that_it_names_is_forced() -> None:
    assert forced(luck_of(0, (99, 2)), 99) == 2
    assert forced(luck_of(0, (99, 2)), 98) == -1
    struck = [strikes(luck_of(game, (98, 1)), [0.0], 99, 0.5) for game in range(200)]
    assert struck == [strikes(luck_of(game), [0.0], 99, 0.5) for game in range(200)]


def test_certain_and_impossible_things_are_so() -> None:
    for game in range(2000):
        assert strikes(luck_of(game), [0.0], 5, 0.0) == 0
        assert strikes(luck_of(game), [0.0], 5, 1.0) == 1
        assert pick(luck_of(game), [0.0], 5, [0.0, 1.0, 0.0], 0, 3) == 1


@pytest.mark.parametrize("odds", [[0.5, 0.5], [0.1, 0.2, 0.7], [0.25] * 4, [0.01, 0.99]])
def test_outcomes_come_as_often_as_they_should(odds: list[float]) -> None:
    picked = [pick(luck_of(game), [0.0], 5, [9.0, *odds], 1, len(odds)) for game in range(N)]
    for outcome, p in enumerate(odds):
        assert abs(picked.count(outcome) - N * p) < 4.5 * (N * p * (1 - p)) ** 0.5


def test_a_strike_comes_as_often_as_it_should() -> None:
    for p in (0.02, 0.3, 0.9):
        struck = sum(strikes(luck_of(game), [0.0], 5, p) for game in range(N))
        assert abs(struck - N * p) < 4.5 * (N * p * (1 - p)) ** 0.5

"""What is said of many numbers: worked by hand, and intervals that cover what they should."""

import random
from math import sqrt

import pytest

from sim.analysis.study.estimates import (
    ReportedSide,
    compare,
    estimate,
    jackknife,
    pooled,
    quantile,
    say,
    survival,
    variance,
    wilson,
)
from sim.analysis.study.units import Unit
from sim.scenario.profile_phrases import Report


def lives(*nights: float, running: tuple[float, ...] = ()) -> list[Unit]:
    """Episodes that ended after so many nights, and some cut off by the end of the game."""
    return [*(Unit(x, over=True) for x in nights), *(Unit(x) for x in running)]


def of(*xs: float | None) -> list[Unit]:
    return [Unit(x, x or 0.0, 1) for x in xs]


@pytest.mark.parametrize(
    ("report", "value"),
    [
        ("mean", 3.0),
        ("median", 2.0),
        ("quantile 0.25", 1.75),
        ("sd", sqrt(22 / 3)),
        ("dispersion", 22 / 9),
        ("share >= 2", 0.6),
        ("share in 1..2", 0.6),
        ("share = 1", 0.2),
        ("share < 2", 0.2),
    ],
)
def test_a_report_says_one_number(report: str, value: float) -> None:
    assert say(Report.read(report), of(1.0, 2.0, 2.0, 7.0, None)) == pytest.approx(value)


def test_units_without_a_number_are_left_out_but_fail_a_share() -> None:
    assert say(Report.read("mean"), of(None, None)) is None
    assert say(Report.read("share >= 0"), of(None, 1.0)) == 0.5
    assert say(Report.read("sd"), of(1.0)) is None
    assert say(Report.read("mean"), []) is None


def test_pooling_weighs_every_night_alike() -> None:
    units = [Unit(1.0, 4.0, 4, 2.0, 1), Unit(10.0, 10.0, 1, 6.0, 3)]
    assert pooled(units) == pytest.approx((14 / 5) / (8 / 4))
    assert pooled([unit._replace(other_total=0.0, other_nights=0) for unit in units]) == pytest.approx(14 / 5)
    assert pooled([]) is None


def test_survival_is_that_of_kaplan_and_meier() -> None:
    units = lives(0, 1, 3, 5, running=(2, 9))
    assert survival(units, 0, 1) == pytest.approx(5 / 6)
    assert survival(units, 0, 2) == pytest.approx(4 / 6)
    assert survival(units, 0, 4) == pytest.approx(4 / 6 * 2 / 3)  # the one cut off at 2 tells nothing of night 3
    assert survival(units, 2, 4) == pytest.approx(2 / 3)
    assert survival(units, 0, 6) == pytest.approx(4 / 6 * 2 / 3 * 1 / 2)
    assert survival(lives(1, 2), 5, 6) is None
    assert say(Report.read("death 4"), units) == pytest.approx(1 - 4 / 6 * 2 / 3)


def test_survival_without_cut_off_episodes_is_a_plain_share() -> None:
    nights = [random.Random(3).randint(0, 9) for _ in range(200)]
    assert survival(lives(*nights), 0, 4) == pytest.approx(sum(x >= 4 for x in nights) / 200)


def test_a_quantile_lies_between_neighbours() -> None:
    assert quantile([3.0, 1.0, 2.0], 0.5) == 2.0
    assert quantile([1.0, 2.0], 0.25) == 1.25
    assert quantile([], 0.5) is None
    assert variance([1.0]) is None


def test_the_jackknife_of_a_mean_is_its_standard_error() -> None:
    xs = [random.Random(1).gauss(0, 1) for _ in range(40)]
    found = jackknife(lambda out: sum(x for i, x in enumerate(xs) if i != out) / (40 - (out is not None)), 40)
    assert found == pytest.approx(sqrt((variance(xs) or 0) / 40))


def test_wilson_gives_room_where_nothing_was_seen() -> None:
    assert wilson(0.0, 100) == pytest.approx((0.0, 0.0370), abs=1e-4)
    assert wilson(0.5, 100) == pytest.approx((0.4038, 0.5962), abs=1e-4)


@pytest.mark.parametrize("report", ["mean", "share >= 0.5", "median", "sd", "pooled"])
def test_intervals_cover_what_they_estimate(report: str) -> None:
    luck = random.Random(7)
    covered = 0
    truth = {"mean": 0.5, "share >= 0.5": 0.5, "median": 0.5, "sd": sqrt(1 / 12), "pooled": 0.5}[report]
    for _ in range(60):
        found = estimate(Report.read(report), [of(luck.random()) for _ in range(160)])
        assert found.low is not None
        assert found.high is not None
        covered += found.low <= truth <= found.high
    assert covered >= 51


def test_a_share_of_like_units_is_less_sure_than_of_unlike_ones() -> None:
    luck = random.Random(5)
    alike = [of(*[float(luck.random() < 0.5)] * 5) for _ in range(80)]
    apart = [of(*(float(luck.random() < 0.5) for _ in range(5))) for _ in range(80)]
    wide, narrow = (estimate(Report.read("share = 1"), games) for games in (alike, apart))
    assert (wide.high or 0) - (wide.low or 0) > 1.5 * ((narrow.high or 0) - (narrow.low or 0))
    assert wide.units == 400


def test_nothing_to_estimate_is_nothing() -> None:
    assert estimate(Report.read("mean"), [[], []]) == (None, None, None, 0)


@pytest.mark.parametrize(("way", "value"), [("ratio", 0.5), ("difference", -2.0), ("saved", 0.5)])
def test_two_quantities_are_set_against_each_other(way: str, value: float) -> None:
    luck = random.Random(2)
    noise = [luck.uniform(-1, 1) for _ in range(80)]
    this = ReportedSide(Report.read("mean"), [of(2.0 + x) for x in noise])
    that = ReportedSide(Report.read("mean"), [of(4.0 + x) for x in noise])
    found = compare(way, this, that)
    assert found.value == pytest.approx(value, abs=0.05)
    assert found.low is not None
    assert found.high is not None
    assert found.low <= (found.value or 0) <= found.high
    if way == "difference":
        assert found.high - found.low == pytest.approx(0.0, abs=1e-9)  # the same luck on both sides


def test_a_ratio_to_nothing_is_nothing() -> None:
    assert (
        compare(
            "ratio", ReportedSide(Report.read("mean"), [of(1.0)]), ReportedSide(Report.read("mean"), [of(0.0)])
        ).value
        is None
    )

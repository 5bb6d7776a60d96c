"""What moves with the contested ground: signs of what befalls it stay in it, or as far before it as they stood."""

import pytest

from sim.client.view.screens.moving import area_and_middle, inside, kept_by, middle, towards, way_in

SQUARE = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)]
CORNER = [(0.0, 60.0), (40.0, 60.0), (40.0, 100.0), (0.0, 100.0)]


def test_the_middle_of_an_area_and_how_large_it_is() -> None:
    assert area_and_middle(SQUARE) == (10_000.0, (50.0, 50.0))
    assert middle(CORNER) == (20.0, 80.0)
    assert area_and_middle([(3.0, 4.0)] * 4) == (0.0, (3.0, 4.0)), "ground that is gone"


def test_a_point_is_in_an_area_or_before_it() -> None:
    assert inside((10.0, 90.0), SQUARE)
    assert not inside((10.0, -90.0), SQUARE)
    assert way_in((50.0, 50.0), SQUARE) == 0.0
    assert way_in((50.0, -30.0), SQUARE) == pytest.approx(30.0, abs=2.1)


@pytest.mark.parametrize("place", [(5.0, 5.0), (95.0, 5.0), (50.0, 50.0), (99.0, 99.0), (1.0, 99.0)])
def test_what_stood_in_the_ground_stands_in_what_is_left_of_it(place: tuple[float, float]) -> None:
    assert inside(kept_by(place, SQUARE, CORNER), CORNER)
    assert kept_by(place, SQUARE, SQUARE) == place


def test_what_stood_before_the_ground_follows_it_at_the_same_distance() -> None:
    place = (50.0, -30.0)
    assert kept_by(place, SQUARE, SQUARE) == place
    now = kept_by(place, SQUARE, CORNER)
    assert not inside(now, CORNER)
    assert way_in(now, CORNER) == pytest.approx(way_in(place, SQUARE), abs=4.1)


def test_no_step_goes_beyond_where_it_leads() -> None:
    assert towards((0.0, 0.0), (3.0, 4.0), 2.5) == (1.5, 2.0)
    assert towards((0.0, 0.0), (3.0, 4.0), 99.0) == (3.0, 4.0)
    assert towards((3.0, 4.0), (3.0, 4.0), 1.0) == (3.0, 4.0)

"""Truces read from agreements: renewed, replaced, prepared for, cut off."""

from sim.ai.rollout import REPLACED
from sim.analysis.study.daily import PlayedEpisode
from sim.analysis.study.truces import Truces
from sim.rules import layout as at
from tests.games import tiny

ASHORE, AFLOAT = 0, 1  # packages of a day's pause; the ferry afloat is made ready before any truce
QUIET = (1.0, 1.0)
WAR = (0.0, 0.0)


def row(signed: int, package: int, ended: int, how: int, held: float, renewed: float = 0.0, on: int = 0) -> list[float]:
    return [float(signed), float(package), float(ended), float(how), held, renewed, float(on)]


def read(agreements: list[list[float]], standing: list[tuple[float, float]], age: float = 0.0) -> list[PlayedEpisode]:
    return Truces(tiny()).of_game(agreements, standing, age)


def test_a_package_with_a_stage_of_preparation_opens_no_truce() -> None:
    assert Truces(tiny()).opens_at_once(ASHORE)
    assert not Truces(tiny()).opens_at_once(AFLOAT)


def test_a_truce_that_ran_its_term_ends_on_its_last_night() -> None:
    standing = [WAR, QUIET, WAR, WAR]
    assert read([row(2, ASHORE, 3, at.EXPIRED, 2.0, 1.0)], standing) == [PlayedEpisode(1, 2, 2, "expired", 3, 1)]


def test_a_truce_that_collapsed_at_once_held_no_night() -> None:
    assert read([row(2, ASHORE, 2, at.COLLAPSED, 0.0)], [WAR, WAR, WAR]) == [PlayedEpisode(1, 2, 0, "collapsed", 2)]


def test_a_truce_cut_off_by_the_end_of_the_game_runs() -> None:
    assert read([row(2, ASHORE, 0, at.IN_FORCE, 0.0)], [WAR, QUIET, QUIET], 2.0) == [
        PlayedEpisode(1, 2, 2, "running", 3)
    ]


def test_an_amended_agreement_goes_on_with_its_truce() -> None:
    agreements = [row(1, ASHORE, 3, REPLACED, 0.0, on=1), row(3, ASHORE, 4, at.COLLAPSED, 3.0)]
    assert read(agreements, [QUIET, (1.0, 2.0), (1.0, 3.0), WAR]) == [PlayedEpisode(1, 1, 3, "collapsed", 4)]


def test_one_that_prepares_anew_ends_the_truce_of_the_one_amended() -> None:
    agreements = [row(1, ASHORE, 3, REPLACED, 0.0), row(3, AFLOAT, 4, at.DENOUNCED, 0.0)]
    assert read(agreements, [QUIET, (1.0, 2.0), WAR, WAR]) == [PlayedEpisode(1, 1, 2, "replaced", 2)]


def test_a_truce_begins_when_preparation_is_over() -> None:
    standing = [WAR, (1.0, 0.0), QUIET, WAR]
    assert read([row(1, AFLOAT, 4, at.COLLAPSED, 1.0)], standing) == [PlayedEpisode(1, 3, 1, "collapsed", 4)]
    assert read([row(1, AFLOAT, 2, at.EXPIRED, 0.0)], [WAR] * 4) == []


def test_truces_are_numbered_within_a_game() -> None:
    agreements = [row(1, ASHORE, 1, at.COLLAPSED, 0.0), row(3, ASHORE, 3, at.DENOUNCED, 0.0)]
    assert [each.number for each in read(agreements, [WAR] * 4)] == [1, 2]
    assert read([], [WAR] * 4) == []

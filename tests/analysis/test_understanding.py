"""Understanding: what a seat stated over a game, held against the truth."""

import pytest

from sim.analysis.understood.understanding import ENOUGH, Understanding, understanding
from sim.record.notation import read_action
from sim.record.notes import type_names
from sim.session.session import Session
from sim.testing.play import header_of
from tests.casebook.plain import WORTH, kind, number, plain

TABLES = plain(
    types={"east": {"e": kind(WORTH["east"])}, "west": {"soft": kind(WORTH["west"], 0.25), "firm": kind({}, 0.75)}},
    levers={
        "openly": {"seat": "west", "cost": 0, "face": "public", "does": ["x + 1"]},
        "secretly": {"seat": "west", "cost": 0, "face": "covert", "does": ["y + 1"]},
    },
    state={"y": number(0, "none")},
    scoring={"par": {"east": {"e": 50}, "west": {"soft": 50, "firm": 50}}},
)
SOFT, FIRM = type_names(TABLES, 0)


def understood(*turns: dict[str, float] | str, truth: int = 0) -> Understanding:
    """East's understanding; a text is an act of whoever is to move, beliefs are noted and end east's turn."""
    session = Session(TABLES, header_of(TABLES))
    for turn in turns:
        if isinstance(turn, str):
            session.act(read_action(TABLES, turn, session.to_move))
        else:
            assert session.to_move == 0
            session.note(turn)
            session.act(read_action(TABLES, "end", 0))
    return understanding(TABLES, 0, session.notes, session.events, truth)


def soft(chance: float) -> dict[str, float]:
    """A belief about west's type."""
    return {SOFT: chance, FIRM: 1.0 - chance}


def test_a_belief_is_scored_beside_the_prior() -> None:
    found = understood(soft(0.5), "end", "end", soft(1.0))
    assert [each.chances for each in found.beliefs] == [(0.5, 0.5), (1.0, 0.0)]
    assert found.prior == (0.25, 0.75)
    assert (found.score.n, found.score.brier, found.score.reference) == (2, 0.125, 0.5625)


def test_the_largest_change_is_told_with_the_rivals_last_act_before_it() -> None:
    found = understood(soft(0.5), "propose d1/little", "end", "end", soft(0.9), soft(0.8))
    assert found.shift is not None
    assert found.shift.size == pytest.approx(0.4)
    assert (found.shift.day, found.shift.event) == (2, 0)
    assert understood(soft(0.5), "end", "end", soft(0.9)).shift == found.shift._replace(event=-1)
    earlier = understood(soft(0.3), "propose d1/little", "end", "end", soft(0.35), soft(0.9)).shift
    assert earlier is not None
    assert (earlier.day, earlier.event) == (3, -1), "it had spoken since"


def test_what_a_seat_did_not_see_did_not_change_its_mind() -> None:
    found = [understood(soft(0.5), lever, "end", "end", soft(0.9)).shift for lever in ("pull openly", "pull secretly")]
    assert [each.event for each in found if each] == [0, -1]


def test_a_belief_that_never_leaves_the_prior_has_no_change() -> None:
    assert understood(soft(0.25)).shift is None
    assert understood().beliefs == ()


def test_of_a_day_the_last_statement_counts() -> None:
    session = Session(TABLES, header_of(TABLES))
    for chance, act in ((0.1, "hold"), (0.7, "end")):
        session.note(soft(chance))
        session.act(read_action(TABLES, act, 0))
    [belief] = understanding(TABLES, 0, session.notes, session.events, 0).beliefs
    assert belief.chances == (0.7, 0.3)


def test_a_forecast_is_scored_once_it_is_settled_beside_the_base_rate_of_the_game() -> None:
    found = understood(
        "propose d1/little", {"accepts": 0.3}, "reject o1 vague", "end", "end", "propose d2/little", {"accepts": 0.8},
        "propose d1/some", {"accepts": 0.5},
    )  # fmt: skip
    report = found.forecasts[0]
    assert [each.settled.came_true for each in report.foretold] == [False, False, None]
    assert report.base_rate == 0.25  # of two offers none was accepted: (0 + 1) / (2 + 2)
    assert report.score.n == 2
    assert report.score.brier == pytest.approx((0.09 + 0.64) / 2)
    assert report.score.reference == pytest.approx(0.0625)
    assert (found.settled, found.bins) == (2, ())


def refused(n: int) -> Understanding:
    """East's understanding after so many offers, each of which it gave 25 in 100 and west refused."""
    tables = plain(calendar={"day_1": "2001-03-01", "horizon": 2 * ENOUGH, "opens": "east"})
    session = Session(tables, header_of(tables))
    for _ in range(n):
        while session.to_move == 1:
            session.act(read_action(tables, "end", 1))
        session.note({"accepts": 0.25})
        session.act(read_action(tables, "propose d1/little", 0))
        while session.to_move == 0:
            session.act(read_action(tables, "end", 0))
        session.act(read_action(tables, f"reject o{len(session.notes)} vague", 1))
    return understanding(tables, 0, session.notes, session.events, 0)


def test_calibration_is_judged_from_enough_forecasts_only() -> None:
    few, enough = refused(ENOUGH - 1), refused(ENOUGH)
    assert (few.settled, few.bins) == (ENOUGH - 1, ())
    [one] = enough.bins
    assert (one.n, one.said, one.came_true) == (ENOUGH, 0.25, 0.0)

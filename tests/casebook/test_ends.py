"""Days, endings and scores: one rule a case."""

from typing import Any

import pytest

from tests.casebook.plain import game, kind

CALENDAR = {"day_1": "2001-03-01", "horizon": 2, "opens": "east"}


def test_the_opener_alternates_from_day_to_day() -> None:
    played = game()
    openers = []
    for _ in range(4):
        openers.append(played["to_move"])
        played.act("end")
        assert played["to_move"] == 1 - openers[-1]
        played.sleep()
    assert openers == [0, 1, 0, 1]


def test_the_scenario_says_who_opens() -> None:
    assert game(calendar={"opens": "west"})["to_move"] == 1


def test_a_new_day_wipes_the_slate_of_the_turn() -> None:
    played = game().act("end", "hold").sleep()
    assert (played["tabled"], played["pulled"], played["turn"], played["day"]) == (0, 0, 0, 2)


def test_at_the_horizon_the_last_ending_by_rank_is_reached() -> None:
    played = game(calendar=CALENDAR).sleep()
    assert played.ending is None
    assert played.sleep().ending == "late"
    assert played["day"] == 2


def test_of_the_endings_that_hold_the_lowest_rank_counts() -> None:
    endings: dict[str, Any] = {"b": {"when": ["x >= 1"], "rank": 0.5}, "a": {"when": ["x >= 1"], "rank": 0.2}}
    assert game(endings=endings).sleep().ending == "a"


def test_endings_are_looked_at_after_a_night_and_not_in_a_turn() -> None:
    levers = {"push": {"seat": "east", "cost": 0, "face": "public", "does": ["x = 9"]}}
    played = game(levers=levers, endings={"high": {"when": ["x >= 9"], "rank": 0}}).act("pull push")
    assert played.ending is None
    assert played.sleep().ending == "high"


def test_when_talks_end_an_ending_may_be_reached_at_once() -> None:
    played = game(endings={"parted": {"when": ["talks = 0"], "rank": 1}}).act("end_talks")
    assert played.ending == "parted"
    assert played.happened("talks_ended") == [(0, 0, 0)]


def test_on_the_last_day_the_night_comes_before_the_end_even_if_talks_end() -> None:
    flows, endings = {"toll": ["x + 1"]}, {"parted": {"when": ["talks = 0"], "rank": 1}}
    played = game(calendar=CALENDAR, flows=flows, night=["toll", "agreement"], endings=endings).sleep()
    assert played.act("end_talks").ending is None
    assert (played.sleep().ending, played["x"]) == ("parted", 7)


def test_when_no_ending_holds_the_game_outlives_the_talks() -> None:
    played = game().act("end_talks")
    assert (played.ending, played["talks"]) == (None, 0)
    assert played.sleep()["day"] == 2


def test_what_was_signed_outlives_the_talks() -> None:
    assert game().sign("d3/little").sleep().act("end_talks").sleep()["status"] == 1


def test_the_hook_of_the_end_of_talks_comes_before_the_ending() -> None:
    played = game(hooks={"talks_ended": ["x = 9"]}, endings={"high": {"when": ["x >= 9"], "rank": 0}}).act("end_talks")
    assert played.ending == "high"


def test_nothing_is_legal_once_the_game_is_over() -> None:
    played = game(calendar={**CALENDAR, "horizon": 1}).sleep()
    for text in ("end", "hold", "propose d1/little"):
        assert "the game is over" in played.broken(text)


def test_components_are_settled_when_the_game_ends_and_lie_between_0_and_1() -> None:
    scoring = {"components": ["calm"], "settle": ["score.calm = 0.1 * x", "score.calm + 0.3 * [ending = late]"]}
    played = game(calendar={**CALENDAR, "horizon": 1}, scoring=scoring).sleep()
    assert played["score.calm"] == pytest.approx(0.8)
    played = game(calendar={**CALENDAR, "horizon": 1}, scoring={**scoring, "settle": ["score.calm = x"]}).sleep()
    assert played["score.calm"] == 1


@pytest.mark.parametrize(
    ("weights", "score"), [((0.25, 0.5), 100 * (0.25 * 0.4 + 0.5 * 0.8)), ((3, 3), 100), ((-1, 0), 0)]
)
def test_a_score_is_the_types_weights_over_the_components(weights: tuple[float, float], score: float) -> None:
    scoring = {"components": ["calm", "aid_in"], "settle": ["score.calm = 0.4", "score.aid_in = 0.8"]}
    types = {"east": {"e": {**kind({}), "weights": dict(zip(scoring["components"], weights, strict=True))}}}
    played = game(calendar={**CALENDAR, "horizon": 1}, scoring=scoring, types=types).sleep()
    assert played.score("east") == pytest.approx(score)

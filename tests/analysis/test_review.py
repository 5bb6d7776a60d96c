"""Reviews: games of reference play counted, a review kept as text and read again only for its very game."""

import json

import pytest

from sim.ai.kernel import plain_kernel
from sim.analysis.study.estimates import wilson
from sim.analysis.why.review import Review, read_review, review, review_text
from sim.analysis.why.story import FinishedRecord
from sim.analysis.why.turning import Progress, SearchPlan
from sim.analysis.why.usual import UsualGames, play_usual
from tests.analysis.records import by_agents
from tests.games import tiny

PLAN = SearchPlan(futures=6, screening=4, top=2)
GAMES = 30


def game(number: int = 3) -> FinishedRecord:
    return by_agents(tiny(), ("historical", "conceder"), number)


def reviewed(past: FinishedRecord) -> tuple[Review, list[Progress]]:
    steps = list(review(plain_kernel(past.tables), past, PLAN, GAMES))
    found = steps[-1]
    assert isinstance(found, Review)
    return found, [each for each in steps if isinstance(each, Progress)]


def usual(past: FinishedRecord, games: int = GAMES) -> UsualGames:
    *_, found = play_usual(plain_kernel(past.tables), past, games, 1)
    assert isinstance(found, UsualGames)
    return found


def test_usual_games_are_counted_by_ending_and_scored_for_the_same_type() -> None:
    found = usual(game(), 130)
    assert sum(found.endings.values()) == found.games == 130
    assert 0 < len(found.scores[0]) < 130, "some games have the other type"
    assert all(list(scores) == sorted(scores) for scores in found.scores)
    assert found == usual(game(), 130)


def test_shares_have_their_interval() -> None:
    found = UsualGames("historical", 40, {"a": 10, "b": 30}, 8, ((1.0, 2.0, 3.0, 4.0), ()))
    assert found.share_of("a")[:3] == (0.25, *wilson(0.25, 40))
    assert found.share_of("c").value == 0.0
    assert found.share_signed.value == 0.2
    assert found.share_below(0, 2.5).value == 0.5
    assert found.share_below(1, 2.5).value is None


def test_progress_runs_to_its_end() -> None:
    _, progress = reviewed(game())
    done = [each.done for each in progress]
    assert done == sorted(done)
    assert done[-1] <= progress[-1].of


def test_a_review_is_read_again_as_it_was() -> None:
    past = game()
    found, _ = reviewed(past)
    again = read_review(past, review_text(past, found))
    assert again is not None
    assert again.usual == found.usual
    assert again.attentive == found.attentive
    assert all(found.attentive), "of both seats"
    lines = [each.twin.lines for each in found.turning.found]
    assert all(lines), "a twin has its record, which is not kept"
    assert review_text(past, again) == review_text(past, found)


@pytest.mark.parametrize("text", ["", "{}", "[]", "nonsense", '{"form": "cessation-review 2"}'])
def test_what_is_no_review_is_none(text: str) -> None:
    assert read_review(game(), text) is None


def test_a_review_of_another_game_or_of_another_version_is_none() -> None:
    past = game()
    text = review_text(past, reviewed(past)[0])
    assert read_review(game(4), text) is None
    data = json.loads(text)
    data["key"][0] = "0.0.0"
    assert read_review(past, json.dumps(data)) is None


def test_a_review_that_was_tampered_with_is_none() -> None:
    past = game()
    data = json.loads(review_text(past, reviewed(past)[0]))
    if data["turning"]["found"]:
        data["turning"]["found"][0]["ply"] = 10_000
    else:
        data["turning"]["points"] = "many"
    assert read_review(past, json.dumps(data)) is None
    data = json.loads(review_text(past, reviewed(past)[0]))
    data["attentive"][1][0][2].append(0.5)
    assert read_review(past, json.dumps(data)) is None

"""The approximate best reply: between the best built-in reply and the exact one, and true about whom it knows."""

import json
from functools import lru_cache

import pytest
from click.testing import CliRunner

from sim.ai.agent import make_agent
from sim.ai.beliefs.held import Beliefs, Prior
from sim.ai.kernel import plain_kernel
from sim.analysis.solver import approximate_reply as replies
from sim.analysis.solver.approximate_reply import ApproximateReply, Asked, find_reply, nearest_stance
from sim.analysis.solver.best_reply import BestReply
from sim.analysis.solver.strategies import strategy_of
from sim.analysis.solver.tree import Tree
from sim.cli.best_reply import best_reply
from sim.scenario.places import SCENARIO, find_scenario
from sim.scenario.source import read_document
from sim.scenario.tables import RulesTables
from sim.testing.tables import tables_of
from tests.games import tiny

pytestmark = pytest.mark.xdist_group("searching")

GAMES, SIMULATIONS, TRIALS = 12, 100, 40


@lru_cache
def two_days() -> RulesTables:
    """The scenario `tiny` cut to two days, so that all of it is searched in a moment."""
    data = read_document(find_scenario("tiny") / SCENARIO).data
    data["calendar"]["horizon"] = 2
    return tables_of(data)


@pytest.fixture(autouse=True)
def brief(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fewer games to choose the best built-in reply by."""
    monkeypatch.setattr(replies, "TRIAL_GAMES", TRIALS)


@lru_cache
def found(rival: str, seat: int) -> ApproximateReply:
    """What a search that knows a rival finds in two days."""
    return find_reply(plain_kernel(two_days()), Asked(rival, seat, GAMES, SIMULATIONS))


@pytest.mark.parametrize(("rival", "seat"), [("linear", 0), ("conceder", 1)])
def test_it_has_no_more_than_the_exact_reply_and_no_less_than_the_best_built_in_one(rival: str, seat: int) -> None:
    tree = Tree(two_days())
    exact = BestReply(tree, seat, strategy_of(tree, rival, 1 - seat)).value
    line = found(rival, seat).lines[0]
    assert line.score.value is not None
    assert line.score.low is not None
    assert line.score.low <= exact + 1e-9, "more than anybody can have"
    best = next(each for each in found(rival, seat).lines if each.agent == found(rival, seat).best)
    assert best.gain is not None
    assert best.gain.high is not None
    assert best.gain.high >= 0.0, "surely worse than an agent that knows nothing"


def test_its_beliefs_leave_no_room_for_another_stance() -> None:
    beliefs = Beliefs(plain_kernel(tiny()), 0, 8, Prior(stances={"hold": 1.0}))
    searcher = replies.knowing(plain_kernel(tiny()), 0, 20, "hold")
    assert searcher.beliefs.stances().keys() == beliefs.stances().keys() == {"hold"}


def test_all_replies_are_paired_and_add_up() -> None:
    told = found("linear", 0)
    assert told.exact
    assert [each.agent for each in told.lines][:2] == [replies.SEARCHED, told.best]
    for line in told.lines:
        assert sum(share.value or 0.0 for share in line.endings.values()) == pytest.approx(1.0)
        assert (line.gain is None) == (line.agent == replies.SEARCHED)
        if line.gain:
            difference = (told.lines[0].score.value or 0.0) - (line.score.value or 0.0)
            assert line.gain.value == pytest.approx(difference)


@pytest.mark.parametrize("stance", ["hold", "boulware"])
def test_an_agent_that_cannot_play_in_playouts_is_taken_for_what_it_resembles(
    stance: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_agent
    monkeypatch.setattr(replies, "make_agent", lambda tables, agent, *rest: made(tables, stance, *rest)
                        if agent == "somebody" else made(tables, agent, *rest))  # fmt: skip
    kernel, asked = plain_kernel(tiny()), Asked("somebody", 1, 2, 20)
    nearest = nearest_stance(kernel, asked)
    truly = Beliefs(kernel, 1)
    assert nearest in truly.stances()
    assert (nearest == "hold") == (stance == "hold")


def test_the_command_says_what_the_search_does_otherwise_and_that_it_is_a_bound() -> None:
    asked = ["tiny", "--to", "linear", "--seat", "shore", "--games", "3", "--simulations", "20", "--no-compiled"]
    said = CliRunner().invoke(best_reply, asked)
    assert said.exit_code == 0, said.output
    for part in ("The hill replies to linear as The shore: 3 games", "best built-in", "mirror", "Its most usual offer",
                 "It signs", "lower bound"):  # fmt: skip
        assert part in said.stdout
    (reply,) = json.loads(CliRunner().invoke(best_reply, [*asked, "--json"]).stdout)["replies"]
    assert (reply["to"], reply["seat"], reply["stance"], reply["exact"]) == ("linear", "hill", "linear", True)
    searched, *others = reply["lines"]
    assert searched["gain"] is None
    for line in others:
        assert line["gain"]["value"] == pytest.approx(searched["score"]["value"] - line["score"]["value"])


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--to", "nobody"], "no agent `nobody`"),
        (["--to", "human"], "nobody knows what a person would do"),
        (["--to", "linear", "--seat", "bank"], "no seat `bank`; there are hill, shore"),
        ([], "--to"),
    ],
)
def test_what_cannot_be_replied_to_is_refused_in_a_sentence(options: list[str], told: str) -> None:
    refused = CliRunner().invoke(best_reply, ["tiny", *options])
    assert refused.exit_code != 0
    assert told in refused.output + str(refused.exception)

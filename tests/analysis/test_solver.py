"""The exact solver: against pencil and paper, against play, and in both forms of the kernel."""

import json
import random
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from shutil import copytree
from statistics import mean, stdev
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from sim.ai.agent import Decision, Luck, Observation, luck_of
from sim.ai.families.brain import seed_brain
from sim.ai.kernel import can_compile
from sim.ai.registry import UnknownAgent, agent_ids, is_built_in, make_brain
from sim.analysis.solver import reply
from sim.analysis.solver.best_reply import BestReply, Plan
from sim.analysis.solver.bimatrix import equilibrium, worths
from sim.analysis.solver.equilibrium import exploit, solve
from sim.analysis.solver.perft import branches, follow, legal_actions
from sim.analysis.solver.sampled import sample
from sim.analysis.solver.strategies import SAMPLES, strategy_of
from sim.analysis.solver.tree import Tree
from sim.analysis.solver.values import first_turns, play_out
from sim.cli.solve import solve as command
from sim.errors import CessationError
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.scenario.places import SCENARIO, find_scenario
from sim.scenario.source import read_document
from sim.scenario.tables import RulesTables
from sim.testing.strategies import scenarios, states
from sim.testing.tables import tables_of
from tests.games import Game, flagship
from tests.tries import tries

EAST, WEST = 0, 1
OPENING = Observation(EAST, (1.0,))  # all that luck asks of it is the day
SEAT = {"quota": 0, "capital": {"start": 1, "per_day": 0, "most": 1}}
FORMS = [False, pytest.param(True, marks=pytest.mark.skipif(not can_compile(), reason="needs the extra `fast`"))]


def lever(seat: str, *does: str, face: str = "public") -> dict[str, Any]:
    """A lever that costs all the capital that a seat has."""
    return {"seat": seat, "cost": 1, "face": face, "does": list(does)}


def number(start: Any, seen_by: Any) -> dict[str, Any]:
    """A variable from 0 to 2."""
    return {"unit": "units", "range": [0, 2], "start": start, "seen_by": seen_by}


def toy(horizon: int, state: dict[str, Any], levers: dict[str, Any], settle: list[str], **more: Any) -> RulesTables:
    """A game of one package in which each seat has one lever to pull, and scores a component of its own."""
    weights = {"east": {"own": 1, "other": 0}, "west": {"own": 0, "other": 1}}
    data = {
        "schema_version": 1,
        "id": "toy",
        "calendar": {"day_1": "2001-03-01", "horizon": horizon, "opens": "east"},
        "turn": {"levers": 1, "offer_lasts": 1},
        "seats": {"east": SEAT, "west": SEAT},
        "state": state,
        "issues": {"pause": {"unit": "days", "options": {"d1": 1, "d2": 2}}},
        "levers": levers,
        "night": ["agreement"],
        "stages": {"halt": {"lasts": "pause", "truce": True}},
        "signing": {"cost": 1},
        "types": {
            seat: {seat[0]: {"prior": 1, "resolve": 0.5, "values": {}, "weights": weights[seat]}} for seat in weights
        },
        "scoring": {
            "components": ["own", "other"],
            "settle": settle,
            "par": {"east": {"e": 50}, "west": {"w": 50}},
        },
        "endings": {"late": {"when": ["day >= 1000"], "rank": 1}},
        **more,
    }
    return tables_of(data)


def bets(seen_by: Any) -> RulesTables:
    """A coin that is 1 in seven cases of ten; a bet on 0 pays 60 if it is right, one on 1 pays 50."""
    coin = number({"outcomes": {0: 0.3, 1: 0.7}}, seen_by)
    levers = {
        "low": lever("east", "won + 0.6 * [coin = 0]", face="covert"),
        "high": lever("east", "won + 0.5 * [coin = 1]", face="covert"),
    }
    return toy(1, {"coin": coin, "won": number(0, "none")}, levers, ["score.own = won"])


def strikes() -> RulesTables:
    """West strikes once a day in three cases of ten, until it has; mending pays 40 after a strike, resting 30 if none.

    East opens the first day and closes the second.
    """
    levers = {
        "strike": lever("west", "hit + 1"),
        "mend": lever("east", "won + 0.4 * [hit >= 1]"),
        "rest": lever("east", "won + 0.3 * [hit < 1]"),
    }
    rule = {"do": "lever strike", "chance": 0.3}
    doctrines = {"striker": {"east": [{"do": "hold"}], "west": [rule]}}
    state = {"hit": number(0, "all"), "won": number(0, "all")}
    return toy(2, state, levers, ["score.own = won"], doctrines=doctrines)


def pennies() -> RulesTables:
    """Matching pennies: what both call in secret is worth 100 to the east if both say heads, 50 if both say tails."""
    levers = {
        f"{seat}_{call}": lever(seat, f"{said} = {number}", face="covert")
        for seat, said in (("east", "called"), ("west", "guessed"))
        for number, call in ((1, "heads"), (2, "tails"))
    }
    settle = [
        "score.own = [called = 1] * [guessed = 1]",
        "score.own + 0.5 * [called = 2] * [guessed = 2]",
        "score.other = 1",
        "score.other - score.own",
        "score.other - 1 * [guessed = 0]",
    ]
    return toy(1, {"called": number(0, {"east": "exact"}), "guessed": number(0, {"west": "exact"})}, levers, settle)


def value_of(tables: RulesTables, seat: int, agent: str, *, compiled: bool) -> float:
    """What a seat's best reply to an agent is worth."""
    tree = Tree(tables, compiled=compiled)
    return BestReply(tree, seat, strategy_of(tree, agent, 1 - seat)).value


@pytest.mark.parametrize("compiled", FORMS)
def test_who_cannot_see_the_coin_bets_on_what_pays_more_on_average(compiled: bool) -> None:
    assert value_of(bets("none"), EAST, "hold", compiled=compiled) == pytest.approx(0.7 * 50)


@pytest.mark.parametrize("compiled", FORMS)
def test_who_sees_the_coin_always_bets_right(compiled: bool) -> None:
    assert value_of(bets("all"), EAST, "hold", compiled=compiled) == pytest.approx(0.3 * 60 + 0.7 * 50)


@pytest.mark.parametrize("compiled", FORMS)
def test_a_noisy_sight_of_the_coin_helps_as_far_as_its_errors_cannot_be_confused(compiled: bool) -> None:
    """Cut at 0, five of the nine errors of a 0 look alike, and like a 1 far underestimated."""
    tables = bets({"east": "noise 1"})
    errors = tables.reals[tables.ints[at.NORMAL_REALS] :][: at.NORMAL_POINTS]
    joint: dict[float, list[float]] = {}
    for coin, chance in ((0.0, 0.3), (1.0, 0.7)):
        for error in errors:
            sight = min(2.0, max(0.0, coin + error))
            joint.setdefault(sight, [0.0, 0.0])[int(coin)] += chance / len(errors)
    by_hand = sum(max(60 * zero, 50 * one) for zero, one in joint.values())
    assert 35 < by_hand < 53
    assert value_of(tables, EAST, "hold", compiled=compiled) == pytest.approx(by_hand)


@pytest.mark.parametrize("compiled", FORMS)
def test_a_best_reply_waits_for_what_the_rival_may_do(compiled: bool) -> None:
    unhurt = 0.7 * 0.7
    assert value_of(strikes(), EAST, "striker", compiled=compiled) == pytest.approx(40 * (1 - unhurt) + 30 * unhurt)


@pytest.mark.parametrize("compiled", FORMS)
def test_matching_pennies_are_mixed_as_on_paper(compiled: bool) -> None:
    tree = Tree(pennies(), compiled=compiled)
    solved = solve(tree)
    assert max(solved.gains) < 0.01
    assert solved.values == [pytest.approx(100 / 3, abs=0.01), pytest.approx(200 / 3, abs=0.01)]
    for seat in (EAST, WEST):
        turns = first_turns(tree, solved.mixed(EAST), solved.mixed(WEST), seat)[0]
        heads = [chance for turn, chance in turns.items() if Action(act.PULL, 2 * seat, 0) in turn]
        assert sum(heads) == pytest.approx(1 / 3, abs=1e-6)
    idle = exploit(tree, solved, "hold", WEST)
    assert [idle.reply, idle.value] == pytest.approx([0.0, 0.0])
    assert idle.loss == pytest.approx(200 / 3, abs=0.02)


def test_what_cannot_be_solved_is_refused_at_once() -> None:
    with pytest.raises(CessationError, match=r"too much to solve exactly|too many to solve"):
        solve(Tree(flagship(), compiled=False))
    with pytest.raises(UnknownAgent, match="no agent `nobody`"):
        strategy_of(Tree(bets("all"), compiled=False), "nobody", EAST)


class Wager:
    """An agent of the protocol that bets low or high by its own luck, on what it saw first."""

    def __init__(self) -> None:
        self._first: Observation | None = None

    def decide(self, seen: Observation, legal: Sequence[int], luck: Luck) -> Decision:
        self._first = self._first or seen
        if not legal[act.PULL]:
            return Decision(Action(act.END_TURN, 0, 0))
        return Decision(Action(act.PULL, 0 if luck(1) < 0.5 else 1, 0))


def test_an_agent_of_the_protocol_is_a_mixture_of_samples_of_its_luck(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.analysis.solver.strategies.make_agent", lambda *_: Wager())
    tree = Tree(bets("none"), compiled=False)
    found = exploit(tree, solve(tree), "wager", EAST)
    low = sum(luck_of(0, sample, EAST, OPENING)(1) < 0.5 for sample in range(SAMPLES)) / SAMPLES
    assert 0 < low < 1
    assert found.value == pytest.approx(low * 18 + (1 - low) * 35)
    assert found.loss == pytest.approx(35 - found.value)
    assert not found.exact


def test_games_tell_of_an_agent_what_asking_it_everything_would(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.analysis.solver.sampled.make_agent", lambda *_: Wager())
    tree = Tree(bets("none"), compiled=False)
    (found,) = sample(tree, solve(tree), "wager", [EAST], 300)
    for told, exact in ((found.value, (18 + 35) / 2), (found.loss, 35 - (18 + 35) / 2)):
        assert told.low is not None
        assert told.high is not None
        assert told.low < exact < told.high
        assert told.high - told.low < 9
    assert found.gain.value == 0, "the other seat has nothing to gain by it"


def test_the_command_tells_of_the_equilibrium_and_of_an_agent(tmp_path: Path) -> None:
    folder = tmp_path / "tiny"
    copytree(find_scenario("tiny"), folder)
    file = folder / SCENARIO
    file.write_text(file.read_text("utf-8").replace("horizon: 3", "horizon: 1"), "utf-8")
    (tmp_path / "seeds").symlink_to(find_scenario("tiny").parent.parent / "seeds")
    asked = [str(folder), "--agent", "hold", "--seat", "shore"]
    told = CliRunner().invoke(command, [*asked, "--json"])
    assert told.exit_code == 0, told.output
    found = json.loads(told.stdout)
    assert all(abs(seat["gain"]) <= found["epsilon"] for seat in found["seats"].values())
    for seat in found["seats"].values():
        for turns in seat["first_turn"].values():
            assert sum(turns.values()) == pytest.approx(1)
    (idle,) = found["agents"]
    assert (idle["agent"], idle["seat"], idle["exact"]) == ("hold", "shore", True)
    assert idle["value"] + idle["loss"] == pytest.approx(found["seats"]["shore"]["value"], abs=0.01)
    said = CliRunner().invoke(command, [*asked, "--no-reply"]).stdout
    assert f"against the equilibrium it has {idle['value']:.2f}" in said
    assert "the best reply of hill has" not in said
    told = CliRunner().invoke(command, [*asked, "--json", "--games", "12"])
    (played,) = json.loads(told.stdout)["agents"]
    assert (played["seat"], played["value"]["units"]) == ("shore", 12)
    assert "12 games of each pair" in CliRunner().invoke(command, [*asked, "--games", "12"]).stdout


@lru_cache
def two_days() -> RulesTables:
    """The scenario `tiny` cut to two days, so that all of it is searched in a moment."""
    file = find_scenario("tiny") / SCENARIO
    data = read_document(file).data
    data["calendar"]["horizon"] = 2
    return tables_of(data)


@pytest.mark.parametrize("seat", [0, 1])
def test_no_built_in_agent_does_better_than_the_best_reply(seat: int) -> None:
    tree = Tree(two_days())
    agents = [each for each in agent_ids(two_days()) if is_built_in(two_days(), each) and each != "random"]
    for rival in agents:
        reply = BestReply(tree, seat, strategy_of(tree, rival, 1 - seat))
        for agent in [*agents, reply.plan(strategy_of(tree, "hold", seat))]:
            own = strategy_of(tree, agent, seat) if isinstance(agent, str) else agent
            pair = (own, strategy_of(tree, rival, 1)) if seat == 0 else (strategy_of(tree, rival, 0), own)
            value = play_out(tree, *pair).mean(seat)
            assert value <= reply.value + 1e-9, (agent, rival)
        assert value == pytest.approx(reply.value), rival  # the last of them is the best reply's own plan


@pytest.mark.parametrize("seat", [0, 1])
def test_a_best_reply_played_by_luck_scores_its_exact_value_on_average(seat: int) -> None:
    """Played by the rules themselves, against an agent that draws luck of its own."""
    tables = two_days()
    tree = Tree(tables)
    reply = BestReply(tree, seat, strategy_of(tree, "historical", 1 - seat))
    plan = reply.plan(strategy_of(tree, "hold", seat))
    scores = [score_of(tree, plan, seat, "historical", game) for game in range(1000)]
    error = stdev(scores) / len(scores) ** 0.5
    assert mean(scores) == pytest.approx(reply.value, abs=4 * error)
    assert error < 2


def score_of(tree: Tree, plan: Plan, seat: int, rival: str, game: int) -> float:
    """A seat's score in one game of a plan against an agent."""
    played = Game(tree.tables, game)
    brain = make_brain(tree.tables, rival, 1 - seat)
    seed_brain(brain, 1, game)
    node = plan.first()[0][1]
    while played.ending is None:
        mover = int(played["to_move"])
        seen = tree.vector(played.observation(tree.tables.names.seats[mover]))
        if mover == seat:
            _, action, node = plan.answer(node, seen)[0]
        else:
            action = tree.choose(seen, tree.vector(brain))
        played.apply(*action)
    return played.score(tree.tables.names.seats[seat])


@given(st.data())
@tries(0.5)
def test_the_solver_tries_every_legal_action(data: st.DataObject) -> None:
    tables = data.draw(scenarios())
    state = data.draw(states(tables))
    mask = Tree(tables, compiled=False).legal(state)
    action, found = [-1, 0, 0], []
    offer = int(state[at.SEAT_BASE + (1 - int(state[at.TO_MOVE])) * at.SEAT_WIDTH + at.OFFER_ID])
    while reply.next_action(tables.ints, mask, offer, action):
        found.append(Action(*action))
    assert sorted(found) == sorted(legal_actions(tables, state))


@given(st.data())
@tries(0.5)
def test_the_solver_meets_every_outcome_of_chance_once(data: st.DataObject) -> None:
    tables = data.draw(scenarios())
    state = data.draw(states(tables))
    action = data.draw(st.sampled_from(legal_actions(tables, state)))
    counted = []
    for after, chance in branches(tables, follow(tables, action), state):
        counted.append((after, chance))
        if len(counted) > 200:
            return
    found = [(after, chance) for chance, after, _ in Tree(tables, compiled=False).after(state, action)]
    assert [after for after, _ in sorted(found)] == [after for after, _ in sorted(counted)]
    assert [chance for _, chance in sorted(found)] == pytest.approx([chance for _, chance in sorted(counted)])


@given(st.integers(0, 10_000), st.integers(1, 5), st.integers(1, 5))
def test_no_pure_strategy_gains_on_the_equilibrium_of_a_random_bimatrix(seed: int, n: int, m: int) -> None:
    draw = random.Random(seed)
    first, second = ([[draw.random() for _ in range(m)] for _ in range(n)] for _ in range(2))
    p, q = equilibrium(first, second)
    assert [sum(p), sum(q)] == pytest.approx([1, 1])
    mine = worths(first, q)
    theirs = worths([[second[i][j] for i in range(n)] for j in range(m)], p)
    assert max(mine) == pytest.approx(sum(x * w for x, w in zip(mine, p, strict=True)))
    assert max(theirs) == pytest.approx(sum(x * w for x, w in zip(theirs, q, strict=True)))

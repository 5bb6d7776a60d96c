"""What each family and each field of a doctrine's rule does, one at a time, in the plainest scenario."""

from typing import Any

import pytest

from sim.ai.agent import Agent, make_agent
from sim.ai.registry import LEVELS, is_built_in, make_brain, opponent_ids, resolved, search_budget
from sim.record.notation import END, read_action, write_action
from sim.scenario.faults import ScenarioError
from sim.scenario.tables import RulesTables
from sim.session.session import Session
from sim.testing.play import header_of
from tests.casebook.plain import plain
from tests.games import flagship, tiny

LEVER = {"push": {"seat": "east", "cost": 1, "face": "public", "does": ["x + 1"]}}
MIXED = {
    "east": {"e": {"prior": 1, "resolve": 0.5, "weights": {"calm": 1},
                   "values": {"pause": [0.0, 0.3, 0.6], "aid": [0.0, 0.1, 0.2]}}},
    "west": {"w": {"prior": 1, "resolve": 0.5, "weights": {"calm": 1},
                   "values": {"pause": [0.4, 0.2, 0.0], "aid": [0.3, 0.1, 0.0]}}},
}  # fmt: skip


def doctrine(*rules: dict[str, Any]) -> dict[str, Any]:
    """A doctrine of the seat that opens."""
    return {"custom": {"east": list(rules)}}


def turn(session: Session, agent: Agent) -> list[str]:
    """What an agent does in its turn, as written, without the end of it."""
    said: list[str] = []
    while True:
        seat = session.to_move
        decision = agent.decide(session.observation(seat), session.legal(), lambda _: 0.5)
        session.act(decision.action)
        if decision.action == END:
            return said
        said.append(write_action(session.tables, decision.action))


def seated(tables: RulesTables, agent: str) -> tuple[Session, Agent]:
    return Session(tables, header_of(tables)), make_agent(tables, agent, 0, 1, 0)


def answer(session: Session, text: str) -> None:
    """The other seat's turn: one action, or none, and the end."""
    if text:
        session.act(read_action(session.tables, text, 1))
    session.act(END)


def both_turns(session: Session, agent: Agent, text: str) -> list[str]:
    """A day: the agent's turn and the other seat's, in the order in which they come."""
    if session.to_move == 0:
        said = turn(session, agent)
        answer(session, text)
        return said
    answer(session, text)
    return turn(session, agent)


def test_a_hardliner_offers_its_best_and_takes_nothing_less() -> None:
    session, agent = seated(plain(types=MIXED), "hardliner")
    days = [both_turns(session, agent, "propose d2/full private") for _ in range(6)]
    assert days[0] == ["propose d3/full private"]
    assert not any("accept" in said or ("propose" in said and "d3/full" not in said) for day in days for said in day)


def test_a_dove_accepts_what_its_home_carries() -> None:
    session, agent = seated(plain(types=MIXED), "dove")
    turn(session, agent)
    answer(session, "propose d1/some private")
    session.act(END)  # the other seat opens the next day
    assert any(said.startswith("accept") for said in turn(session, agent))


def test_micro_goes_down_its_own_order_only_as_its_rival_moves() -> None:
    session, agent = seated(plain(types=MIXED), "micro")
    rivals = ["propose d1/little private", "", "", "propose d1/some private", ""]
    said = [each for text in rivals for each in both_turns(session, agent, text) if each.startswith("propose")]
    order = ["d3/full", "d3/some", "d3/little", "d2/full"]
    offered = [each.split()[1] for each in said]
    assert offered[0] == "d3/full"
    assert [order.index(package) for package in offered] == sorted(order.index(package) for package in offered)
    assert set(offered) <= set(order[:3]), "two different offers of the rival buy two steps"
    assert "d3/some" in offered


def test_a_family_follows_the_habits_of_its_seat_once_it_has_spoken() -> None:
    habits = {"east": [{"when": ["x >= 5"], "do": "lever push"}]}
    session, agent = seated(plain(levers=LEVER, habits=habits), "linear")
    assert [said.split()[0] for said in turn(session, agent)] == ["propose", "pull"]
    session, agent = seated(plain(levers=LEVER, habits={"east": [{"when": ["x >= 6"], "do": "lever push"}]}), "linear")
    assert [said.split()[0] for said in turn(session, agent)] == ["propose"]


@pytest.mark.parametrize("agent", ["hold", "custom"])
def test_what_does_not_bargain_has_no_habits(agent: str) -> None:
    tables = plain(levers=LEVER, habits={"east": [{"do": "lever push"}]}, doctrines=doctrine({"do": "hold"}))
    session, seat = seated(tables, agent)
    assert not any(said.startswith("pull") for said in turn(session, seat))


def offers(rule: dict[str, Any]) -> str:
    session, agent = seated(plain(types=MIXED, doctrines=doctrine({"do": "propose", **rule})), "custom")
    return turn(session, agent)[0].split()[1]


def test_a_red_line_is_not_offered() -> None:
    assert offers({"at_least": 0.35}) == "d2/little"
    assert offers({"at_least": 0.35, "red_lines": {"aid": ["little"]}}) != "d2/little"
    assert offers({"at_least": 1, "red_lines": {"pause": ["d3"]}}) == "d2/full"


def test_a_red_line_is_not_accepted() -> None:
    for barred, accepts in ((["some"], True), (["full"], False)):
        rule = {"do": "accept", "at_least": 0.1, "red_lines": {"aid": barred}}
        session, agent = seated(plain(types=MIXED, doctrines=doctrine(rule)), "custom")
        turn(session, agent)
        answer(session, "propose d2/full private")
        session.act(END)
        assert bool(turn(session, agent)) is accepts


def test_a_priority_is_conceded_later() -> None:
    assert offers({"at_least": 0.7}) == "d3/little"
    assert offers({"at_least": 0.6, "priorities": {"aid": 50}}) == "d2/full"


def test_patience_brings_down_what_is_asked() -> None:
    rule = {"do": "accept", "at_least": 0.9, "at_last": 0.3, "patience": 4}
    session, agent = seated(plain(types=MIXED, doctrines=doctrine(rule)), "custom")
    accepted = []
    for _ in range(4):
        accepted.append(
            any(said.startswith("accept") for said in both_turns(session, agent, "propose d2/full private"))
        )
        if accepted[-1]:
            break
    assert accepted[0] is False
    assert accepted[-1] is True


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ({"do": "propose", "at_last": 0.3}, "go together"),
        ({"do": "accept", "at_least": 0.3, "at_last": 0.6, "patience": 9}, "comes down to"),
        ({"do": "hold", "red_lines": {"aid": ["some"]}}, "`red_lines` belongs to"),
        ({"do": "accept", "priorities": {"aid": 2}}, "`priorities` belong to"),
        ({"do": "accept", "red_lines": {"aid": ["none"]}}, "there is no `none`"),
        ({"do": "accept", "red_lines": {"aid": ["little", "some", "full"]}}, "leave at least one"),
        ({"do": "propose", "package": {"aid": "some"}, "red_lines": {"aid": ["some"]}}, "own `package`"),
    ],
)
def test_a_rule_that_contradicts_itself_is_refused(rule: dict[str, Any], says: str) -> None:
    with pytest.raises(ScenarioError, match=says):
        plain(doctrines=doctrine(rule))


def test_a_habit_is_a_lever_without_a_chance() -> None:
    for habit in ({"do": "hold"}, {"do": "lever push", "chance": 0.5}):
        with pytest.raises(ScenarioError, match="a habit is"):
            plain(levers=LEVER, habits={"east": [habit]})


# --------------------------------------------------------------------------------------------------------------- levels
@pytest.mark.parametrize("level", LEVELS)
def test_a_level_is_the_agent_that_it_stands_for(level: str) -> None:
    for tables in (tiny(), flagship(), plain()):
        agent = resolved(tables, level)
        assert agent in opponent_ids(tables)
        assert search_budget(level) == search_budget(agent)
        if is_built_in(tables, agent):
            assert is_built_in(tables, level)
            assert make_brain(tables, level, 1) == make_brain(tables, agent, 1)


def test_a_level_by_rule_without_doctrines_is_a_dove() -> None:
    assert resolved(plain(), "by-rule") == "dove"

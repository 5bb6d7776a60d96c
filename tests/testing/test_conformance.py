"""The suite for agents has teeth: each kind of misconduct is found."""

import itertools
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from sim.ai.agent import BuiltIn, Decision, Luck, Observation
from sim.record.notation import END, Action
from sim.rules import actions as act
from sim.scenario.places import first_course
from sim.scenario.tables import RulesTables
from sim.session.session import Session
from sim.testing.conformance import check_agent, check_lockstep
from sim.testing.disguise import disguised, noisy_slots
from sim.testing.play import header_of
from sim.testing.tables import tables_in
from tests.architecture.source import ROOT
from tests.games import flagship, tiny

Say = Callable[[Observation, Sequence[int], Luck], Action]


class Speaker:
    """An agent made of a function."""

    def __init__(self, say: Say) -> None:
        self._say = say

    def decide(self, seen: Observation, legal: Sequence[int], luck: Luck) -> Decision:
        return Decision(self._say(seen, legal, luck))


def holds_if(yes: bool, legal: Sequence[int]) -> Action:
    """Hold, if one wants to and may, or end the turn."""
    return Action(act.HOLD) if yes and legal[act.HOLD] else END


def test_an_agent_that_follows_its_luck_conforms() -> None:
    check_agent(tiny(), lambda _tables, _seat: Speaker(lambda _seen, legal, luck: holds_if(luck(1) < 0.5, legal)), 20)


def test_the_stance_that_newcomers_meet_conforms() -> None:
    course = tables_in(first_course())
    check_agent(course, lambda tables, seat: BuiltIn(tables, "cautious", seat), 3)


def test_one_that_breaks_a_rule_is_found() -> None:
    with pytest.raises(AssertionError, match="one table action a turn"):
        check_agent(tiny(), lambda _tables, _seat: Speaker(lambda _seen, _legal, _luck: Action(act.HOLD)))


def test_one_that_counts_across_games_is_found() -> None:
    count = itertools.count()
    counting = Speaker(lambda _seen, legal, _luck: holds_if(next(count) % 3 == 0, legal))
    with pytest.raises(AssertionError, match=r"here|later"):
        check_agent(tiny(), lambda _tables, _seat: counting)


def test_one_that_remembers_wrongly_is_found_when_it_plays_late() -> None:
    made = itertools.count(1)

    def make(tables: RulesTables, seat: int) -> Speaker:
        late = next(made) == 3  # the first two play side by side
        return Speaker(lambda _seen, legal, _luck: holds_if(late, legal))

    with pytest.raises(AssertionError, match="later"):
        check_lockstep(tiny(), make)


def test_one_that_alters_what_it_is_handed_is_found() -> None:
    def say(seen: Observation, legal: Sequence[int], luck: Luck) -> Action:
        legal[act.HOLD] = 0  # type: ignore[index]  # which is the point
        return END

    with pytest.raises(AssertionError, match="changed the mask"):
        check_agent(tiny(), lambda _tables, _seat: Speaker(say))


def test_one_that_could_see_what_is_hidden_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the true state handed out as an observation, the suite would say so."""
    monkeypatch.setattr(Session, "observation", lambda self, seat: Observation(seat, self.true_state()))
    with pytest.raises(AssertionError, match="sees through"):
        check_agent(tiny(), lambda tables, seat: BuiltIn(tables, "hold", seat))


def test_the_shortest_agent_of_the_page_for_builders_conforms() -> None:
    page = (ROOT / "docs/agents.md").read_text("utf-8")
    source = page.split("```python\n")[1].split("```")[0]
    names: dict[str, Any] = {}
    exec(source, names)  # noqa: S102 - our own page
    check_agent(tiny(), names["Patient"])


def test_what_is_disguised_looks_the_same_and_is_not() -> None:
    session = Session(flagship(), header_of(flagship()))
    for seat in range(2):
        twin = Session(flagship(), session.header)
        twin._state[:], twin._luck[:] = disguised(flagship(), session.true_state(), session._luck, seat, 12345)
        assert twin.observation(seat) == session.observation(seat)
        noisy = [slot for slot, _ in noisy_slots(flagship(), seat)]
        changed = [slot for slot in noisy if twin.true_state()[slot] != session.true_state()[slot]]
        assert 2 * len(changed) > len(noisy)
        assert twin._luck[:2] != session._luck[:2]


def test_one_that_could_see_the_truth_behind_an_estimate_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def leak(self: Session, seat: int) -> Observation:
        seen, truth = list(observation(self, seat).values), self.true_state()
        for slot, _ in noisy_slots(self.tables, seat):
            seen[slot] = truth[slot]
        return Observation(seat, tuple(seen))

    observation = Session.observation
    monkeypatch.setattr(Session, "observation", leak)
    with pytest.raises(AssertionError, match="sees through"):
        check_agent(flagship(), lambda tables, seat: BuiltIn(tables, "hold", seat), 1)


def test_one_that_believes_what_it_cannot_have_seen_is_found() -> None:
    counted = itertools.count()

    class Guesser(Speaker):
        def decide(self, seen: Observation, legal: Sequence[int], luck: Luck) -> Decision:
            return Decision(END, beliefs={"accepts": 0.5 + 0.01 * (next(counted) % 3)})

    with pytest.raises(AssertionError, match=r"here|later"):
        check_agent(tiny(), lambda _tables, _seat: Guesser(lambda *_: END))

"""A session: what it takes, what it refuses, what it forgets."""

import re
from dataclasses import replace
from typing import Any

import pytest

from sim.ai.agent import Decision, Observation
from sim.errors import CessationError
from sim.record.notation import Action, read_action
from sim.record.record import Header, Record, RecordError
from sim.record.view import seat_view
from sim.rules import actions as act
from sim.session.play import AgentError, take_turn
from sim.session.replay import replay, resume
from sim.session.session import IllegalAction, Session
from sim.testing.play import header_of, pass_turns
from tests.casebook.plain import plain
from tests.games import tiny, type_point


def opened(**sections: object) -> tuple[Session, list[str]]:
    """A session of the plainest scenario, and its record."""
    lines: list[str] = []
    tables = plain(**sections)
    return Session(tables, header_of(tables), lines.extend), lines


def say(session: Session, *texts: str) -> None:
    """Act in the notation."""
    for text in texts:
        session.act(read_action(session.tables, text, session.to_move))


def test_an_illegal_action_tells_every_reason_and_changes_nothing() -> None:
    session, lines = opened()
    say(session, "hold")
    before = session.true_state(), list(lines), session.snapshot()
    with pytest.raises(
        IllegalAction, match=r"`accept o4`: one table action a turn: it is taken; that offer does not stand"
    ):
        say(session, "accept o4")
    assert (session.true_state(), list(lines), session.snapshot()) == before


@pytest.mark.parametrize("action", [
    Action(-1), Action(10), Action(act.PROPOSE, -1), Action(act.PROPOSE, 9), Action(act.PROPOSE, 0, -1),
    Action(act.PROPOSE, 0, 99), Action(act.REJECT, 1, -1), Action(act.REJECT, 1, 99), Action(act.RENEW, 5),
    Action(act.PULL, -1), Action(act.PULL, 99),
])  # fmt: skip
def test_what_the_notation_cannot_say_is_refused_as_it_is(action: Action) -> None:
    session, _ = opened()
    with pytest.raises(IllegalAction) as refused:
        session.act(action)
    assert str(refused.value).startswith("Action(")


def test_an_end_of_turn_ends_it_whatever_is_said_with_it() -> None:
    session, lines = opened()
    session.act(Action(act.END_TURN, 3, 4))
    assert session.to_move == 1
    assert lines[-1].startswith("= ")
    session.act(Action(act.END_TURN, 0, 1))
    assert session.day == 2


def test_a_turn_can_be_undone_until_it_is_committed() -> None:
    session, _ = opened()
    before = session.snapshot()
    first = session.true_state()
    say(session, "propose d1/little public")
    session.undo(before)
    assert session.true_state() == first
    say(session, "hold", "end")
    with pytest.raises(CessationError, match="committed"):
        session.undo(before)


def test_what_was_undone_cannot_be_done_again_by_undoing() -> None:
    session, lines = opened()
    before = session.snapshot()
    say(session, "propose d1/little")
    after = session.snapshot()
    session.undo(before)
    with pytest.raises(CessationError, match="undone"):
        session.undo(after)
    say(session, "hold")
    with pytest.raises(CessationError, match="undone"):
        session.undo(after)
    pass_turns(session)
    assert_replays(session, lines)


def test_a_turn_of_another_game_is_no_turn_of_this() -> None:
    session, _ = opened()
    other = Session(session.tables, header_of(session.tables, game=5))
    with pytest.raises(CessationError):
        session.undo(other.snapshot())


def record_of(lines: list[str]) -> Record:
    """A record of lines in hand."""
    return Record(Header.read(lines[0]), tuple(lines[1:]))


def assert_replays(session: Session, lines: list[str]) -> None:
    departure = replay(session.tables, record_of(lines))
    assert departure is None, str(departure)


def test_an_undone_turn_leaves_no_trace_in_the_record() -> None:
    session, lines = opened()
    before = session.snapshot()
    say(session, "propose d1/little")
    session.undo(before)
    say(session, "hold")
    pass_turns(session)
    assert not any("propose" in line for line in lines)
    assert [event.kind for _, event in session.events if event.kind == "proposed"] == []
    assert_replays(session, lines)


def test_a_header_that_was_changed_is_found_out() -> None:
    session, lines = opened()
    pass_turns(session)
    for old, new in (("version test", "version other"), ("east=human", "east=random"), ("game 0", "game 1")):
        assert replay(session.tables, record_of([lines[0].replace(old, new), *lines[1:]])) is not None


def test_a_forced_outcome_is_kept_in_the_header_and_honoured() -> None:
    header = header_of(tiny())
    types = {
        outcome: Session(tiny(), replace(header, forced=((type_point(0), outcome),))).true_state()[
            tiny().slot["hill.type"]
        ]
        for outcome in range(2)
    }
    assert types == {0: 0.0, 1: 1.0}


class Wordy:
    """An agent that ends its turns with words of its own."""

    def decide(self, seen: object, legal: object, luck: object) -> Decision:
        return Decision(Action(act.END_TURN, 7, 7))


class Broken:
    """An agent that fails as it is told."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def decide(self, seen: Observation, legal: Any, luck: Any) -> Any:
        """Raise it if it is an error; else give it as the decision."""
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.mark.parametrize(("answer", "said"), [
    (ZeroDivisionError("by nought"), "on day 1 failed: ZeroDivisionError('by nought')"),
    (None, "on day 1 failed: AttributeError"), (Decision(Action(0, 0, None)), "on day 1 failed: TypeError"),  # type: ignore[arg-type]
    (Decision(Action(7, 0, 0)), "on day 1: "),
])  # fmt: skip
def test_an_agent_that_fails_is_named_with_the_day_and_the_error(answer: Any, said: str) -> None:
    session, _ = opened()
    name = session.header.agents[session.to_move][1]
    with pytest.raises(AgentError, match=re.escape(f"{name} {said}")):
        take_turn(session, Broken(answer))


def test_an_agent_plays_its_own_turn_only() -> None:
    session, _ = opened()
    take_turn(session, Wordy())
    assert (session.day, session.to_move) == (1, 1)


def test_a_view_does_not_tell_how_often_the_rival_acted_unseen() -> None:
    views = []
    for unseen in ((), ("pull push",)):
        levers = {"push": {"seat": "east", "cost": 0, "face": "covert", "does": ["y + 1"]}}
        session, lines = opened(
            levers=levers, state={"y": {"unit": "u", "range": [0, 9], "start": 0, "seen_by": "none"}}
        )
        say(session, *unseen, "end", "hold", "end")
        pass_turns(session)
        views.append(seat_view(record_of(lines), "west"))
    assert views[0] == views[1]
    assert "1.1 west hold" in views[0]


def test_a_record_of_another_scenario_is_not_reinterpreted() -> None:
    session, lines = opened()
    pass_turns(session)
    with pytest.raises(RecordError, match="another version"):
        replay(tiny(), record_of(lines))


def test_a_game_that_is_cut_off_before_its_night_goes_on_with_it() -> None:
    session, lines = opened()
    say(session, "end", "end")
    night = next(i for i, line in enumerate(lines) if line.startswith("night "))
    again: list[str] = []
    resumed = resume(session.tables, record_of(lines[:night]), again.extend)
    assert again == lines[night:]
    assert resumed.true_state() == session.true_state()
    pass_turns(resumed)
    assert_replays(session, lines[:night] + again)

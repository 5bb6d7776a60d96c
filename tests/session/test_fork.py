"""Forks: a new game that begins with another one, is marked as such, and goes on with its luck."""

from dataclasses import replace

import pytest

from sim.errors import CessationError
from sim.record.notation import END, read_action
from sim.record.record import Header, Record, RecordError
from sim.session.fork import fork_lines
from sim.session.replay import replay, resume
from tests.analysis.records import by_agents, record_of
from tests.games import tiny

HILL, SHORE = 0, 1


def played() -> Record:
    return record_of(list(by_agents(tiny(), ("conceder", "linear"), 7).lines))


def forked(day: int, seat: int = HILL) -> Record:
    lines = fork_lines(tiny(), played(), seat, day)
    return Record(Header.read(lines[0]), tuple(lines[1:]))


def test_a_fork_stands_where_the_turn_of_its_day_began() -> None:
    session = resume(tiny(), forked(2))
    assert (session.day, session.to_move, session.over) == (2, HILL, False)
    assert session.header.fork.startswith("2:")


def test_what_was_played_before_it_is_the_same_to_the_bit() -> None:
    whole, fork = played(), forked(3, SHORE)
    plies = [line for line in fork.lines if not line.startswith("= ")]
    before = [line for line in whole.lines if not line.startswith("= ")]
    assert plies == before[: len(plies)]
    assert len(plies) > 5
    assert replay(tiny(), fork) is None


def test_the_same_acts_bring_the_same_game() -> None:
    whole = played()
    session = resume(tiny(), forked(2))
    for _, _, text in whole.actions[len(forked(2).actions) :]:
        session.act(read_action(tiny(), text, session.to_move))
    assert session.over
    assert session.true_state() == by_agents(tiny(), ("conceder", "linear"), 7).final


def test_other_acts_bring_another() -> None:
    session = resume(tiny(), forked(1))
    while not session.over:
        session.act(END)
    assert session.events != list(by_agents(tiny(), ("conceder", "linear"), 7).events)


def test_a_header_keeps_its_mark_and_refuses_another() -> None:
    header = replace(played().header, fork="2:0123456789abcdef", forced=((3, 1),))
    assert Header.read(str(header)) == header
    for bad in ("fork 2", "fork 0:0123456789abcdef", "fork 2:xyz", "fork 2:0123456789abcdef fork 3:0123456789abcdef"):
        with pytest.raises(RecordError):
            Header.read(f"{played().header} {bad}")


def test_a_day_without_a_turn_of_that_seat_is_refused() -> None:
    for day in (0, 9):
        with pytest.raises(CessationError, match=f"no turn on day {day}"):
            fork_lines(tiny(), played(), HILL, day)


def test_a_fork_can_be_forked() -> None:
    lines: list[str] = list(fork_lines(tiny(), played(), HILL, 2))
    session = resume(tiny(), record_of(lines, finished=False), lines.extend)
    while not session.over:
        session.act(END)
    again = fork_lines(tiny(), record_of(lines), HILL, 3)
    assert Header.read(again[0]).fork.startswith("3:")

"""Notes: read as written, bounded, checked against the tables; kept in the record, and nobody else's business."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.ai.agent import Decision
from sim.errors import CessationError
from sim.record.forecasts import FORECAST_NAMES
from sim.record.notation import END, Action
from sim.record.notes import (
    MOST_REASONS,
    Note,
    NoteError,
    check_beliefs,
    check_reasons,
    note_lines,
    read_note,
    type_names,
)
from sim.record.record import Header, Record, read_record
from sim.record.view import seat_view
from sim.rules import actions as act
from sim.session.play import AgentError, take_turn
from sim.session.replay import replay, resume
from sim.session.session import Session
from sim.testing.play import header_of, pass_turns
from tests.games import tiny

SEATS = tiny().names.seats
TYPES = type_names(tiny(), 0)

weights = st.lists(st.integers(0, 1000), min_size=len(TYPES), max_size=len(TYPES)).filter(any)
distributions = weights.map(lambda ns: {name: n / sum(ns) for name, n in zip(TYPES, ns, strict=True)})
chances = st.floats(0, 1)
beliefs = st.builds(
    lambda types, forecasts: types | forecasts,
    st.one_of(st.just({}), distributions),
    st.dictionaries(st.sampled_from(FORECAST_NAMES), chances),
)
names = st.from_regex(r"[a-z][a-z0-9_.]{0,39}", fullmatch=True)
reasons = st.dictionaries(names, st.floats(-1e9, 1e9), max_size=8)


@given(beliefs, reasons)
def test_notes_are_read_as_written(believed: dict[str, float], weighed: dict[str, float]) -> None:
    note = Note(check_beliefs(tiny(), 0, believed), check_reasons(weighed))
    read = [read_note(tiny(), 0, line) for line in note_lines(tiny(), 0, note)]
    assert Note(sum((each.beliefs for each in read), ()), sum((each.reasons for each in read), ())) == note
    assert dict(note.beliefs) == pytest.approx(believed, abs=1e-4)
    assert dict(note.reasons) == pytest.approx(weighed, abs=1e-4)


@given(st.one_of(st.text(), st.lists(st.sampled_from([
    "believes", "because", "hill", "shore", "[hill]", "[shore]", "[all]", "accepts", "holds", "0.5", "1", "-1", "nan",
    "1e3", ",", "0.5,", "1,", *TYPES,
]), max_size=9).map(" ".join)))  # fmt: skip
def test_any_line_is_a_note_or_is_refused(line: str) -> None:
    try:
        note = read_note(tiny(), 0, line)
    except NoteError:
        return
    assert [read_note(tiny(), 0, again) for again in note_lines(tiny(), 0, note)] == [note]


@pytest.mark.parametrize(("believed", "why"), [
    ({"accepts": 1.01}, "between 0 and 1"), ({"accepts": -0.01}, "between 0 and 1"),
    ({"accepts": float("nan")}, "between"), ({"accepts": "much"}, "needs a number"), ({"accepts": True}, "a number"),
    ({"peace": 0.5}, "`peace` is nothing to believe"), ({"type.nobody": 1.0}, "nothing to believe"),
    ({TYPES[0]: 1.0}, "stated together"), (dict.fromkeys(TYPES, 0.9), "add up to"),
])  # fmt: skip
def test_what_is_no_belief_is_refused(believed: dict[str, object], why: str) -> None:
    with pytest.raises(NoteError, match=why):
        check_beliefs(tiny(), 0, believed)


@pytest.mark.parametrize("weighed", [
    {"Loud": 1.0}, {"two words": 1.0}, {"": 1.0}, {"x" * 41: 1.0}, {"x": float("inf")}, {"x": 2e9}, {"x": None},
    {f"r{i}": 1.0 for i in range(MOST_REASONS + 1)},
])  # fmt: skip
def test_what_is_no_reason_is_refused(weighed: dict[str, object]) -> None:
    with pytest.raises(NoteError):
        check_reasons(weighed)


# ------------------------------------------------------------------------------------------------------ in a session
def noted() -> tuple[Session, list[str]]:
    """A session in which both seats have noted something under their first plies."""
    lines: list[str] = []
    session = Session(tiny(), header_of(tiny()), lines.extend)
    for seat in range(2):
        types = {name: float(i == 0) for i, name in enumerate(type_names(tiny(), session.to_move))}
        session.note(types | {"accepts": 0.25}, {"whim": seat + 0.5})
        session.act(END)
    return session, lines


def record_of(lines: list[str]) -> Record:
    return Record(Header.read(lines[0]), tuple(lines[1:]))


def test_notes_change_nothing_but_the_record() -> None:
    session, lines = noted()
    bare = Session(tiny(), header_of(tiny()))
    bare.act(END)
    bare.act(END)
    assert session.true_state() == bare.true_state()
    assert session.events == bare.events
    assert [session.observation(seat) for seat in range(2)] == [bare.observation(seat) for seat in range(2)]
    assert session.last_hash != bare.last_hash
    assert "    because shore whim 0.5 [shore]" in lines


def test_a_record_with_notes_replays_and_can_be_played_on() -> None:
    session, lines = noted()
    again = resume(tiny(), record_of(lines))
    assert (again.notes, again.last_hash) == (session.notes, session.last_hash)
    pass_turns(session)
    assert replay(tiny(), record_of(lines)) is None


def test_a_note_is_for_its_own_seat() -> None:
    _, lines = noted()
    for seat in SEATS:
        told = [line for line in seat_view(record_of(lines), seat) if line.startswith(("    because", "    believes"))]
        assert len(told) == 2
        assert all(line.endswith(f" [{seat}]") for line in told)


@pytest.mark.parametrize(("old", "new", "line", "why"), [
    ("accepts 0.25", "accepts 1.25", 5, "between 0 and 1"), ("accepts 0.25", "peace 0.25", 5, "nothing to believe"),
    ("accepts 0.25", "accepts .25", 5, "not a name and a number"), ("whim 0.5", "whim 1e9", 4, "not a name"),
    ("whim 0.5 [shore]", "whim 0.5 [all]", 4, "a note under a ply of shore"),
    ("whim 0.5", "whim 0.5, whim 1", 4, "said twice"),
])  # fmt: skip
def test_a_malformed_note_is_a_fault_at_its_line(old: str, new: str, line: int, why: str) -> None:
    _, lines = noted()
    with pytest.raises(CessationError, match=f"^line {line}: .*{why}"):
        replay(tiny(), record_of([each.replace(old, new, 1) for each in lines]))


@pytest.mark.parametrize(("old", "new"), [("whim 0.5", "whim 0.50"), ("whim 0.5", "whim 0.6"), ("0.25", "0.26")])
def test_a_note_that_was_changed_is_found_out(old: str, new: str) -> None:
    _, lines = noted()
    assert replay(tiny(), record_of([each.replace(old, new, 1) for each in lines])) is not None


def test_a_record_without_notes_reads_as_before() -> None:
    lines = read_record(Path(__file__).parents[1] / "golden" / "tiny-script.txt").lines
    assert not any(line.startswith(("    because", "    believes")) for line in lines)


def test_undo_takes_notes_back_with_the_turn() -> None:
    lines: list[str] = []
    session = Session(tiny(), header_of(tiny()), lines.extend)
    session.note({"accepts": 0.5})
    before = session.snapshot()
    session.note({"accepts": 0.75}, {"whim": 1.0})
    session.act(Action(act.HOLD))
    assert [each.note.beliefs for each in session.notes] == [(("accepts", 0.75),)]
    session.undo(before)
    assert session.notes == []
    pass_turns(session)
    assert [line for line in lines if "accepts" in line or "whim" in line] == ["    believes shore accepts 0.5 [shore]"]
    assert replay(tiny(), record_of(lines)) is None


class Believer:
    """An agent with a reason and a belief for every ply."""

    def __init__(self, believed: dict[str, float]) -> None:
        self.believed = believed

    def decide(self, seen: object, legal: object, luck: object) -> Decision:
        return Decision(END, {"whim": 0.5}, self.believed)


def test_what_an_agent_gives_with_its_decision_is_noted() -> None:
    lines: list[str] = []
    session = Session(tiny(), header_of(tiny()), lines.extend)
    take_turn(session, Believer({"accepts": 0.5}))
    assert lines[2:5] == [
        "1.1 shore end", "    because shore whim 0.5 [shore]", "    believes shore accepts 0.5 [shore]",
    ]  # fmt: skip


def test_an_agent_that_believes_nonsense_is_told_so_by_name_and_day() -> None:
    session = Session(tiny(), header_of(tiny()))
    with pytest.raises(AgentError, match=r"day 1: .*peace"):
        take_turn(session, Believer({"peace": 0.5}))

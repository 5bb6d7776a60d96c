"""What is written can be read again and is the same: actions, states, observations, records."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.record.notation import (
    NotationError,
    read_action,
    read_observation,
    read_state,
    write_action,
    write_observation,
    write_state,
)
from sim.record.record import read_record, state_bytes
from sim.rules.game import seed_luck
from sim.rules.luck import LUCK_SIZE
from sim.scenario.tables import RulesTables
from sim.session.replay import replay, resume
from sim.testing.invariants import seen_of
from sim.testing.play import PlayThrough
from sim.testing.strategies import play_throughs, scenarios, states
from tests.games import flagship, tiny


def check_actions(tables: RulesTables, played: PlayThrough) -> None:
    for state, action in zip(played.states, played.actions, strict=True):
        seat = int(state[tables.slot["to_move"]])
        assert read_action(tables, write_action(tables, action), seat) == action


@given(play_throughs(tiny()), play_throughs(flagship()))
def test_actions_are_read_as_written(small: PlayThrough, large: PlayThrough) -> None:
    check_actions(tiny(), small)
    check_actions(flagship(), large)


@given(st.text(), st.integers(0, 1))
def test_any_text_is_an_action_or_is_refused(text: str, seat: int) -> None:
    try:
        action = read_action(tiny(), text, seat)
    except NotationError:
        return
    assert read_action(tiny(), write_action(tiny(), action), seat) == action


words = st.sampled_from([
    "propose", "accept", "reject", "pull", "renew", "end", "hold", "d1/afloat", "d1", "private", "public", "ferry+",
    "pause-", "o1", "o01", "o", "o1234567890", "too_short", "agree", "object", "whisper", "moor", "rejoin", "/", "o-1",
])  # fmt: skip


@given(st.lists(words, max_size=5).map(" ".join), st.integers(0, 1))
def test_words_in_any_order_are_an_action_or_are_refused(text: str, seat: int) -> None:
    try:
        action = read_action(tiny(), text, seat)
    except NotationError:
        return
    assert read_action(tiny(), write_action(tiny(), action), seat) == action


def check_state(tables: RulesTables, state: list[float]) -> None:
    text = write_state(tables, state)
    assert "\n" not in text
    assert state_bytes(read_state(tables, text)) == state_bytes(state)
    luck = [0] * LUCK_SIZE
    seed_luck(luck, 1, 0)
    for seat in range(2):
        seen = seen_of(tables, state, luck, seat)
        assert read_observation(tables, write_observation(tables, seat, seen)) == (seat, seen)


@given(states(tiny()), states(flagship()))
def test_states_and_observations_are_read_as_written(small: list[float], large: list[float]) -> None:
    check_state(tiny(), small)
    check_state(flagship(), large)


@given(st.lists(st.floats(allow_nan=False), min_size=tiny().n_state, max_size=tiny().n_state))
def test_any_numbers_are_read_as_written_to_the_last_bit(state: list[float]) -> None:
    assert state_bytes(read_state(tiny(), write_state(tiny(), state))) == state_bytes(state)


def test_a_state_of_another_scenario_is_refused() -> None:
    text = write_state(tiny(), [0.0] * tiny().n_state)
    with pytest.raises(NotationError, match="another scenario"):
        read_state(flagship(), text)


def check_record(tables: RulesTables, played: PlayThrough) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "record.txt"
        file.write_text("".join(f"{line}\n" for line in played.lines), "utf-8")
        record = read_record(file)
    assert [str(record.header), *record.lines] == played.lines
    assert record.finished
    assert record.dropped == 0
    assert replay(tables, record) is None
    assert state_bytes(resume(tables, record).true_state()) == state_bytes(played.session.true_state())


@given(st.data())
def test_all_that_is_written_of_a_random_scenario_is_read_back(data: st.DataObject) -> None:
    tables = data.draw(scenarios())
    assert len(set(tables.names.slots)) == tables.n_state, "two slots have the same name"
    played = data.draw(play_throughs(tables))
    check_actions(tables, played)
    check_record(tables, played)
    for state in played.states[:: len(played.states) // 4 + 1]:
        check_state(tables, state)


@given(play_throughs(tiny()))
def test_records_replay_to_the_bit(played: PlayThrough) -> None:
    check_record(tiny(), played)

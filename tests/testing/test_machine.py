"""The machine and the invariants have teeth: rules broken on purpose are found."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

import sim.session.session as playing
from sim.rules import layout as at
from sim.rules.game import apply as sound_apply
from sim.rules.night import night as sound_night
from sim.rules.observation import observe as sound_observe
from sim.testing import invariants
from sim.testing.invariants import out_of_range, wrong_in
from sim.testing.machine import game_machine
from sim.testing.play import play
from tests.games import tiny

QUICK = settings(
    max_examples=60, stateful_step_count=30, deadline=None, database=None, derandomize=True,
    phases=[Phase.generate], suppress_health_check=list(HealthCheck), report_multiple_bugs=False,
)  # fmt: skip
Rule = Callable[..., Any]


def broken(rule: Rule, spoil: Callable[[list[float]], None]) -> Rule:
    """A rule after which the state is spoilt."""

    def spoilt(ints: list[int], reals: list[float], state: list[float], *rest: Any) -> Any:
        found = rule(ints, reals, state, *rest)
        spoil(state)
        return found

    return spoilt


def add(name: str, amount: float) -> Callable[[list[float]], None]:
    """Add to a number."""

    def spoil(state: list[float]) -> None:
        state[tiny().slot[name]] += amount

    return spoil


@pytest.mark.parametrize(("where", "rule", "spoil"), [
    ("apply", sound_apply, add("hill.capital", -3.0)),
    ("apply", sound_apply, add("to_move", 0.5)),
    ("apply", sound_apply, add("left", 1.0)),
    ("apply", sound_apply, add("next_offer", -1.0)),
    ("night", sound_night, add("waiting", -0.25)),
    ("night", sound_night, add("tension", 5.0)),
    ("night", sound_night, add("day", 1.0)),
    ("night", sound_night, add("truce", 1.0)),
    ("night", sound_night, add("clause.landing", 1.0)),
    ("night", sound_night, add("age", -1.0)),
])  # fmt: skip
def test_a_broken_rule_is_found(
    monkeypatch: pytest.MonkeyPatch, where: str, rule: Rule, spoil: Callable[[list[float]], None]
) -> None:
    monkeypatch.setattr(playing, where, broken(rule, spoil))
    with pytest.raises(Exception):  # noqa: B017, PT011 - whichever check comes first
        run_state_machine_as_test(game_machine(tiny()), settings=QUICK)


def test_a_leak_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def leaky(
        ints: list[int], reals: list[float], state: list[float], luck: list[int], seat: int, seen: list[float]
    ) -> None:
        sound_observe(ints, reals, state, luck, seat, seen)
        seen[tiny().slot["bold"]] = state[tiny().slot["bold"]]

    monkeypatch.setattr(invariants, "observe", leaky)
    with pytest.raises(AssertionError, match="sees through: bold"):
        run_state_machine_as_test(game_machine(tiny()), settings=QUICK)


def test_luck_from_elsewhere_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A night that is not a function of the record does not replay."""
    count = [0]

    def spoil(state: list[float]) -> None:
        count[0] += 1
        state[tiny().slot["hurt"]] = count[0] % 40

    monkeypatch.setattr(playing, "night", broken(sound_night, spoil))
    with pytest.raises(AssertionError, match="the record has"):
        run_state_machine_as_test(game_machine(tiny()), settings=QUICK)


def test_the_sound_rules_pass() -> None:
    run_state_machine_as_test(game_machine(tiny()), settings=QUICK)


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), -0.001, 40.001])
def test_a_number_out_of_its_range_is_named(bad: float) -> None:
    state = play(tiny(), 0, []).states[0]
    assert not wrong_in(tiny(), state)
    state[tiny().slot["hurt"]] = bad
    (found,) = out_of_range(tiny(), state)
    assert found.startswith("hurt is ")


def test_every_clock_is_looked_at() -> None:
    for name, value in (("stage", 1), ("left", 1), ("age", 1), ("day", 4), ("day", 0), ("truce", 1), ("promised", 1)):
        state = play(tiny(), 0, []).states[0]
        state[tiny().slot[name]] = value
        assert wrong_in(tiny(), state), name
    assert at.DAY == 0

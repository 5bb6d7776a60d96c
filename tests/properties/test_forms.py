"""One source, two forms: plain Python and compiled code play alike to the bit, alone and in batches."""

from array import array
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.ai.kernel import Kernel, can_compile, plain_kernel
from sim.ai.registry import FAMILIES, agent_ids, make_brain
from sim.scenario.tables import RulesTables
from sim.testing.strategies import scenarios
from tests.conftest import MakeKernel
from tests.games import flagship, tiny
from tests.tries import tries

AGENTS = [*FAMILIES, "custom", "custom", "random"]
pairs = st.tuples(st.sampled_from(AGENTS), st.sampled_from(AGENTS))
seeds = st.integers(0, 2**63 - 1)


def flat(rows: Any) -> list[float]:
    """All numbers of nested rows."""
    return [float(rows)] if not hasattr(rows, "__len__") else [x for row in rows for x in flat(row)]


def played(kernel: Kernel, agents: tuple[str, str], rng_seed: int, first: int, games: int) -> list[bytes]:
    """Everything that the tape holds of some games, exactly: one entry a game."""
    tape = kernel.tape(games, days=True, actions=True)
    desk = kernel.desk(*(make_brain(kernel.tables, agent, seat) for seat, agent in enumerate(agents)))
    kernel.play_games(kernel.ints, kernel.reals, desk, tape, rng_seed, first)
    return [array("d", flat([part[game] for part in tape])).tobytes() for game in range(games)]


def check_alike(tables: RulesTables, make: MakeKernel, agents: tuple[str, str], rng_seed: int, games: int) -> None:
    assert played(make(tables), agents, rng_seed, 5, games) == played(plain_kernel(tables), agents, rng_seed, 5, games)


@given(tables=scenarios(), agents=pairs, rng_seed=seeds)
@tries(2)
def test_random_scenarios_play_alike_in_both_forms(
    compiled: MakeKernel, tables: RulesTables, agents: tuple[str, str], rng_seed: int
) -> None:
    check_alike(tables, compiled, agents, rng_seed, 4)


@given(tables=scenarios(), agents=pairs, rng_seed=seeds)
@tries(2)
def test_random_scenarios_play_alike_with_bounds_checked(
    checked: MakeKernel, tables: RulesTables, agents: tuple[str, str], rng_seed: int
) -> None:
    check_alike(tables, checked, agents, rng_seed, 4)


@pytest.mark.parametrize("agent", agent_ids(tiny()))
def test_the_smallest_scenario_plays_alike_in_every_form(compiled: MakeKernel, checked: MakeKernel, agent: str) -> None:
    for make in (compiled, checked):
        check_alike(tiny(), make, (agent, "random"), 7, 100)
        check_alike(tiny(), make, ("random", agent), 8, 100)


@pytest.mark.parametrize("agent", agent_ids(flagship()))
def test_the_large_scenario_plays_alike_in_every_form(compiled: MakeKernel, checked: MakeKernel, agent: str) -> None:
    for make in (compiled, checked):
        check_alike(flagship(), make, (agent, "random"), 7, 1)
        check_alike(flagship(), make, ("historical", agent), 8, 1)


@given(tables=scenarios(), agents=pairs, rng_seed=seeds, games=st.integers(1, 9))
def test_a_batch_is_its_games_one_by_one(
    compiled: MakeKernel, tables: RulesTables, agents: tuple[str, str], rng_seed: int, games: int
) -> None:
    for kernel in (plain_kernel(tables), compiled(tables)):
        whole = played(kernel, agents, rng_seed, 5, games)
        assert whole == [played(kernel, agents, rng_seed, 5 + game, 1)[0] for game in range(games)]


def test_a_game_does_not_depend_on_what_its_desk_was_used_for() -> None:
    kernel = plain_kernel(tiny())
    desk = kernel.desk(*(make_brain(tiny(), "linear", seat) for seat in range(2)))
    for vector in (desk.state, desk.seen, desk.log):
        vector[:] = [7.5] * len(vector)
    tape = kernel.tape(3)
    kernel.play_games(kernel.ints, kernel.reals, desk, tape, 1, 0)
    fresh = kernel.tape(3)
    again = kernel.desk(*(make_brain(tiny(), "linear", seat) for seat in range(2)))
    kernel.play_games(kernel.ints, kernel.reals, again, fresh, 1, 0)
    assert tape == fresh


# -------------------------------------------------------------------------------------------------------- allocation
def module_of(source: str) -> ModuleType:
    """A module made of source."""
    module = ModuleType("made_up")
    exec(source, vars(module))  # noqa: S102 - the test's own source
    return module


def test_nothing_can_be_allocated_in_compiled_code() -> None:
    if not can_compile():
        pytest.skip("needs the extra `fast`")
    from numba.core.errors import NumbaError

    from sim.rules.compiled import bind

    frugal = bind([module_of("def f(x):\n    return x + 1.0\n")], {"f"}, None)["f"]
    assert frugal(1.0) == 2.0
    for source in ("[x] * 3", "[x, x]", "{x: x}"):
        with pytest.raises((NumbaError, RuntimeError)):
            bind([module_of(f"def f(x):\n    return len({source})\n")], {"f"}, None)["f"](1.0)


def test_every_kernel_function_is_bound_without_an_allocator(compiled: MakeKernel) -> None:
    kernel = compiled(tiny())
    for name in ("play_games", "apply", "night", "observe", "choose", "legal"):
        options = kernel.function(name).targetoptions  # type: ignore[attr-defined]  # Numba's dispatchers are untyped
        assert options["_nrt"] is False
        assert options["nopython"] is True
        assert not options.get("fastmath")


def test_reading_out_of_bounds_is_found_where_it_is_looked_for(checked: MakeKernel) -> None:
    kernel = checked(tiny())
    tape, desk = kernel.tape(1), kernel.desk(*(make_brain(tiny(), "random", seat) for seat in range(2)))
    with pytest.raises(IndexError):
        kernel.play_games(kernel.ints, kernel.reals, desk._replace(state=kernel.vector(9)), tape, 0, 0)

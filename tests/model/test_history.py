"""Luck, sight and sums over whole games of the flagship."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.ai.kernel import plain_kernel
from sim.testing.invariants import conserved, sums, wrong_sight
from tests.conftest import MakeKernel
from tests.games import flagship
from tests.model.world import PAIRS, World, nights, played, reached, worlds
from tests.tries import tries

CONSERVED = {
    "trucks": {"trucks_depot", "trucks_waiting", "trucks_in", "trucks_lost"},
    "people of the east": {"population_east", "displaced", "evacuated", "killed_east_air", "killed_east_ground"},
    "people of the west": {"population_west", "killed_west"},
    "fighters": {"fighters_east", "fighters_left", "killed_fighters"},
}


@pytest.mark.parametrize("pair", PAIRS)
def test_the_same_luck_with_the_same_choices_is_the_same_history(pair: tuple[str, str]) -> None:
    kernel = plain_kernel(flagship())
    once, again = played(kernel, pair, 2), played(kernel, pair, 2)
    assert once.days == again.days
    assert once.scores == again.scores
    assert once.days[0] != once.days[1]


def test_compiled_games_are_the_same_histories(compiled: MakeKernel) -> None:
    pair = ("cooperative", "hardline")
    assert nights(played(compiled(flagship()), pair, 4)) == nights(played(plain_kernel(flagship()), pair, 4))


@tries(2)
@given(world=worlds(), number=st.integers(1, 2**16))
def test_what_is_hidden_never_shows_in_an_observation(world: World, number: int) -> None:
    wrong = wrong_sight(flagship(), world.state, world.luck, number)
    assert not wrong, "; ".join(wrong)


@pytest.mark.parametrize("seat", flagship().names.seats)
def test_every_state_shows_the_same_of_what_a_seat_can_never_see(seat: str) -> None:
    number = flagship().names.seats.index(seat)
    hidden = [slot for slot, sd in enumerate(flagship().names.sd) if math.isinf(sd[number])]
    shown = {tuple(World(state).observation(seat)[slot] for slot in hidden) for state in reached()[::40]}
    assert len(hidden) > 20
    assert len(shown) == 1


@pytest.mark.parametrize("name", ["jfs.share", "population_east", "damascus.sincere", "opposition.sincere"])
def test_nobody_sees_what_nobody_knew(name: str) -> None:
    slot = flagship().slot[name]
    assert all(math.isinf(error) for error in flagship().names.sd[slot])


@pytest.mark.parametrize("goods", CONSERVED)
def test_nothing_that_moves_is_made_or_lost(goods: str) -> None:
    names, groups = flagship().names.slots, conserved(flagship())
    group = next((group for group in groups if {names[slot] for slot in group} == CONSERVED[goods]), None)
    assert group, f"some statement makes or loses {goods}"
    for pair in PAIRS:
        for game in nights(played(plain_kernel(flagship()), pair, 2)):
            totals = [sums([group], night)[0] for night in game]
            assert max(totals) - min(totals) < 1e-6

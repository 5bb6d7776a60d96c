"""Relief moves with permits and quiet and guarantees: all three or nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.ai.kernel import plain_kernel
from tests.games import flagship
from tests.model.world import TRUCES, Package, World, changed, nights, packages, played, worlds
from tests.tries import tries

REFUSED = {
    "no permits": {"permits": 0},
    "no quiet": {"violation": 1},
    "guns that are not meant to be silent": {"halted": 0},
    "no guarantees": {"guarantees": 0},
}


def ready(world: World, package: Package) -> World:
    """A truce in which a convoy could move tonight."""
    return world.under(package).given(
        halted=1, permits=3, guarantees=1, violation=0, trucks_waiting=40, trucks_tonight=0
    )


@tries(0.5)
@given(world=worlds(), package=TRUCES)
def test_with_permits_and_quiet_and_guarantees_trucks_move(world: World, package: Package) -> None:
    truce = ready(world, package)
    before = truce["trucks_in"]
    assert truce.runs("convoys")["trucks_in"] > before


@pytest.mark.parametrize("missing", REFUSED)
@tries(0.5)
@given(world=worlds(), package=TRUCES)
def test_with_any_of_them_missing_no_truck_moves(missing: str, world: World, package: Package) -> None:
    truce = ready(world, package).given(**REFUSED[missing])
    before = truce["trucks_in"]
    assert truce.runs("convoys")["trucks_in"] == before
    assert truce["trucks_tonight"] == 0


@pytest.mark.parametrize(("refusal", "hazard"), [("permits", "permit_granted"), ("guarantees", "convoy_cleared")])
@tries(1)
@given(world=worlds(), package=packages(), evenings=st.integers(1, 10))
def test_permits_or_guarantees_refused_move_no_truck_whatever_the_pause(
    refusal: str, hazard: str, world: World, package: Package, evenings: int
) -> None:
    truce = world.under(package).given(permits=0 if refusal == "permits" else 9)
    before = truce["trucks_in"]
    for _ in range(evenings):
        if truce["ending"] < 0:
            truce.force_hazard(hazard, 0).sleep()
    assert truce["trucks_in"] == before


def test_no_truck_moves_in_whole_games_without_a_permit() -> None:
    tables, agents = changed(
        "agents: {us: cooperative, russia: cooperative}\n"
        "set: {hazards.permit_granted.base: -50, seats.us.quota: 0, seats.russia.quota: 0}\n"
    )
    games = nights(played(plain_kernel(tables), agents, 8))
    assert sum(night[tables.slot["truce"]] for game in games for night in game) >= 20
    assert all(game[-1][tables.slot["trucks_in"]] == 0 for game in games)


@tries(1)
@given(world=worlds(), package=packages(separation="pledge", linkage="none"))
def test_a_wider_way_in_never_carries_fewer_trucks(world: World, package: Package) -> None:
    carried = []
    for way in flagship().names.issues["aid"]:
        truce = ready(world.twin(), {**package, "aid": way})
        carried.append(truce.runs("convoys")["trucks_tonight"])
    assert carried == sorted(carried)


@pytest.mark.parametrize("effort", ["permit_push", "convoy"])
@tries(0.5)
@given(world=worlds(), package=TRUCES, less=st.floats(0, 1), more=st.floats(0, 1))
def test_asking_for_relief_never_keeps_it_out(
    effort: str, world: World, package: Package, less: float, more: float
) -> None:
    truce = ready(world, package)
    hazard = "permit_granted" if effort == "permit_push" else "convoy_cleared"
    idle, busy = truce.twin(**{effort: min(less, more)}), truce.twin(**{effort: max(less, more)})
    assert idle.odds(hazard) <= busy.odds(hazard)
    assert idle.runs("convoys")["trucks_in"] <= busy.runs("convoys")["trucks_in"]


@tries(1)
@given(world=worlds(), package=TRUCES)
def test_a_client_that_obeys_never_refuses_more_permits(world: World, package: Package) -> None:
    truce = world.under(package)
    deaf, obedient = truce.twin(damascus__compliance=0.1), truce.twin(damascus__compliance=0.7)
    assert deaf.odds("permit_granted") < obedient.odds("permit_granted")


@tries(1)
@given(world=worlds(), package=TRUCES)
def test_trucks_that_arrive_are_food(world: World, package: Package) -> None:
    truce = ready(world, package).given(food_days=20)
    assert truce.runs("convoys")["food_days"] > 20

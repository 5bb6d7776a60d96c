"""Clients who obey in part, and those who gain when a pause fails."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.model.world import TRUCES, Package, World, packages, worlds
from tests.tries import tries

SHARES = st.floats(0, 0.9)
# lever, seat that pulls it, client that is pressed
PRESSED = [
    ("press_damascus", "russia", "damascus"), ("press_militia", "russia", "iran_militia"),
    ("press_factions", "us", "opposition"),
]  # fmt: skip
CLIENTS = [client for _, _, client in PRESSED]
# lever, seat that pulls it: words and deeds of force that JFS hears
FORCE = [("talk_of_force", "us"), ("limited_strike", "us"), ("cite_force", "russia"), ("hard_frame", "russia")]

each_pressed = pytest.mark.parametrize(("lever", "seat", "client"), PRESSED)


def pulled(world: World, seat: str, lever: str) -> World:
    """A lever pulled, if its conditions hold."""
    acting = world.moves(seat)
    assume(not acting.broken(f"pull {lever}"))
    return acting.act(f"pull {lever}")


# ------------------------------------------------------------------------------------------------------------- clients
@each_pressed
@tries(1)
@given(world=worlds())
def test_pressing_a_client_raises_what_it_obeys_tonight(lever: str, seat: str, client: str, world: World) -> None:
    left, pressed = world.twin(), pulled(world.twin(jfs__gone=0), seat, lever)
    left.runs("opening")
    pressed.runs("opening")
    most = 0.95 if client == "damascus" else 0.9
    assert pressed[f"{client}.obeys"] > left[f"{client}.obeys"] or left[f"{client}.obeys"] == most


@each_pressed
@tries(1)
@given(world=worlds())
def test_pressing_a_client_uses_up_its_good_will(lever: str, seat: str, client: str, world: World) -> None:
    before = world[f"{client}.compliance"]
    assert pulled(world.given(jfs__gone=0), seat, lever)[f"{client}.compliance"] < before or before == 0


@each_pressed
@tries(1)
@given(world=worlds())
def test_pressure_on_a_client_fades(lever: str, seat: str, client: str, world: World) -> None:
    effort = pulled(world.given(jfs__gone=0), seat, lever)[f"{client}.press"]
    assert 0 < world.runs("wane")[f"{client}.press"] < effort


@pytest.mark.parametrize(("client", "hazard"), [
    ("damascus", "government_incident"), ("iran_militia", "government_incident"), ("opposition", "faction_incident"),
])  # fmt: skip
@tries(0.5)
@given(world=worlds(), package=TRUCES, low=SHARES, high=SHARES)
def test_the_more_a_client_obeys_the_fewer_breaches_by_its_side(
    client: str, hazard: str, world: World, package: Package, low: float, high: float
) -> None:
    truce, name = world.under(package), f"{client}__compliance"
    assert truce.twin(**{name: max(low, high)}).odds(hazard) <= truce.twin(**{name: min(low, high)}).odds(hazard)
    assert truce.twin(**{name: 0.7}).odds(hazard) < truce.twin(**{name: 0.2}).odds(hazard)


@pytest.mark.parametrize("client", ["damascus", "opposition"])
@tries(0.5)
@given(world=worlds(), package=TRUCES)
def test_a_client_that_consents_in_name_only_obeys_less(client: str, world: World, package: Package) -> None:
    truce, name = world.under(package).given(**{f"{client}__compliance": 0.5}), f"{client}__sincere"
    sincere, hollow = truce.twin(**{name: 0.8}).runs("opening"), truce.twin(**{name: 0.15}).runs("opening")
    assert hollow[f"{client}.obeys"] < sincere[f"{client}.obeys"]


@tries(1)
@given(world=worlds(), package=TRUCES)
def test_a_limited_spoiler_obeys_better_once_it_has_its_own_towns(world: World, package: Package) -> None:
    world.given(iran_militia__compliance=0.3)
    alone = world.twin().under({**package, "linkage": "none"}).runs("opening")
    linked = world.twin().under({**package, "linkage": "two_towns"}).runs("opening")
    assert linked["iran_militia.obeys"] > alone["iran_militia.obeys"]


@tries(1)
@given(world=worlds())
def test_arms_bind_a_greedy_client_and_undo_separation(world: World) -> None:
    world.given(opposition__compliance=0.3, separated=0.3, opposition__strength=0.8)
    armed = pulled(world.twin(), "us", "arm_opposition")
    assert armed["opposition.strength"] > world["opposition.strength"]
    assert armed["opposition.compliance"] > world["opposition.compliance"]
    assert armed["separated"] < world["separated"]
    assert armed.odds("jfs_incident") > world.odds("jfs_incident")


# ------------------------------------------------------------------------------------------------------------ spoilers
@pytest.mark.parametrize(("lever", "seat"), FORCE)
@tries(1)
@given(world=worlds(), package=TRUCES)
def test_talk_of_force_never_calms_a_spoiler(lever: str, seat: str, world: World, package: Package) -> None:
    world.given(us__capital=10, russia__capital=10)
    if lever == "limited_strike":
        world.alone().given(cooperation=0, tension=0.8, truce=0)
    else:
        world.under(package).given(force_talk=max(0.2, world["force_talk"]))
    silent, loud = world.twin().moves(seat), pulled(world.twin(), seat, lever)
    assert loud["jfs.zeal"] >= silent["jfs.zeal"]
    assert loud["separated"] <= silent["separated"]
    assert loud.odds("jfs_incident") >= silent.odds("jfs_incident")
    silent.sleep()
    loud.sleep()
    assert loud["jfs.zeal"] >= silent["jfs.zeal"]


@tries(1)
@given(world=worlds(), package=TRUCES, client=st.sampled_from(CLIENTS), obedience=SHARES)
def test_no_capital_commands_a_total_spoiler(world: World, package: Package, client: str, obedience: float) -> None:
    truce = world.under(package)
    assert truce.twin(**{f"{client}__compliance": obedience}).odds("jfs_incident") == truce.odds("jfs_incident")


@tries(1)
@given(world=worlds(), package=TRUCES, more=SHARES, less=SHARES)
def test_separation_disarms_a_total_spoiler(world: World, package: Package, more: float, less: float) -> None:
    truce = world.under(package).given(jfs__gone=0)
    apart, together = truce.twin(separated=max(more, less)), truce.twin(separated=min(more, less))
    assert apart.odds("jfs_incident") <= together.odds("jfs_incident")
    assert apart.odds("jfs_departs") >= together.odds("jfs_departs")


@tries(1)
@given(world=worlds(), package=TRUCES)
def test_a_spoiler_that_has_left_breaks_nothing(world: World, package: Package) -> None:
    truce = world.under(package).given(jfs__gone=1, happened__jfs_incident=0)
    truce.force_hazard("jfs_incident", 1).runs("opening", "jfs_incident")
    assert truce["happened.jfs_incident"] == 0
    assert truce["entangled"] == 0


@pytest.mark.parametrize("help_from", ["turkey.engaged", "gulf.engaged", "intelligence"])
@tries(0.5)
@given(world=worlds(), package=packages(separation="list_5_days"))
def test_help_from_others_speeds_separation(help_from: str, world: World, package: Package) -> None:
    truce, name = world.under(package).given(jfs__gone=0, separated=0.1), help_from.replace(".", "__")
    truce.given(opposition__press=1)
    slow, fast = (truce.twin(**{name: x}).runs("opening", "separation_work") for x in (0.1, 0.9))
    assert slow["separated"] < fast["separated"]

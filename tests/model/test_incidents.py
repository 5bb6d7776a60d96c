"""What makes a pause fray: incidents while the guns are meant to be silent, and what holds them down."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.games import flagship
from tests.model.world import TRUCES, Package, World, packages, reached, worlds
from tests.tries import tries

INCIDENTS = ["government_incident", "faction_incident", "jfs_incident"]
WATCHERS = flagship().names.issues["monitoring"]  # from the fewest eyes to the most
SHARES = st.floats(0, 1)

each_incident = pytest.mark.parametrize("hazard", INCIDENTS)


def pause(world: World, package: Package) -> World:
    """A truce some nights old, with JFS still there."""
    return world.under(package).given(jfs__gone=0, truce_nights=3, stage_day=3)


@each_incident
@tries(0.5)
@given(world=worlds(), package=TRUCES, few=SHARES, many=SHARES)
def test_more_observers_in_place_never_raise_a_breach(
    hazard: str, world: World, package: Package, few: float, many: float
) -> None:
    few, many = min(few, many), max(few, many)
    truce = pause(world, {**package, "monitoring": "observers"})
    assert truce.twin(observers_in=many).odds(hazard) <= truce.twin(observers_in=few).odds(hazard)
    assert truce.twin(observers_in=1).odds(hazard) < truce.twin(observers_in=0).odds(hazard)


@each_incident
@pytest.mark.parametrize(("fewer", "more"), list(itertools.combinations(WATCHERS, 2)))
@tries(0.5)
@given(world=worlds(), package=TRUCES)
def test_a_stronger_way_of_monitoring_in_place_never_raises_a_breach(
    hazard: str, fewer: str, more: str, world: World, package: Package
) -> None:
    weak, strong = (pause(world.twin(), {**package, "monitoring": each}) for each in (fewer, more))
    assert strong.given(observers_in=1).odds(hazard) <= weak.given(observers_in=1).odds(hazard)


@each_incident
def test_observers_on_their_way_are_no_worse_than_a_telephone(hazard: str) -> None:
    terms = {"pause": "d7", "renewal": "none", "separation": "pledge", "aid": "inspected", "aircraft": "no_limit"}
    telephone, observers = (
        pause(World(reached()[0]), {**terms, "monitoring": each}).given(observers_in=0)
        for each in ("hotline", "observers")
    )
    assert observers.odds(hazard) <= telephone.odds(hazard)


@each_incident
@tries(0.5)
@given(world=worlds(), package=TRUCES)
def test_a_demilitarised_road_never_raises_a_breach(hazard: str, world: World, package: Package) -> None:
    plain = pause(world.twin(), {**package, "aid": "inspected"})
    apart = pause(world.twin(), {**package, "aid": "demilitarised_road"})
    assert apart.odds(hazard) < plain.odds(hazard)


@each_incident
@tries(0.5)
@given(world=worlds(), package=TRUCES, clause=st.sampled_from(["hotline", "centre_watch", "observers"]))
def test_a_clause_that_watches_never_raises_a_breach(hazard: str, world: World, package: Package, clause: str) -> None:
    truce = pause(world, package)
    with_it, without = truce.twin(), truce.twin()
    with_it[f"clause.{clause}"], without[f"clause.{clause}"] = 1, 0
    assert with_it.odds(hazard) <= without.odds(hazard)


@each_incident
@tries(0.5)
@given(world=worlds(), package=TRUCES, low=SHARES, high=SHARES)
def test_trust_never_raises_a_breach(hazard: str, world: World, package: Package, low: float, high: float) -> None:
    truce = pause(world, package)
    assert truce.twin(trust=max(low, high)).odds(hazard) <= truce.twin(trust=min(low, high)).odds(hazard)


@pytest.mark.parametrize("hazard", INCIDENTS[:2])
@tries(0.5)
@given(world=worlds(), package=TRUCES, low=SHARES, high=SHARES)
def test_fire_is_never_answered_with_less_fire(
    hazard: str, world: World, package: Package, low: float, high: float
) -> None:
    truce = pause(world, package)
    assert truce.twin(violation=min(low, high)).odds(hazard) <= truce.twin(violation=max(low, high)).odds(hazard)


@each_incident
@tries(0.5)
@given(world=worlds(), package=TRUCES)
def test_the_second_phase_is_quieter_than_the_first(hazard: str, world: World, package: Package) -> None:
    first = pause(world, package)
    assert first.twin(stage=3).odds(hazard) < first.odds(hazard)


@each_incident
@tries(0.5)
@given(world=worlds(), package=TRUCES)
def test_terms_that_can_be_renewed_leak_rather_than_hold(hazard: str, world: World, package: Package) -> None:
    fixed = pause(world.twin(), {**package, "renewal": "none"})
    flexible = pause(world.twin(), {**package, "renewal": "rolling"})
    assert flexible.odds(hazard) > fixed.odds(hazard)


@tries(1)
@given(world=worlds(), package=packages(), low=SHARES, high=SHARES)
def test_a_truce_that_frays_is_never_the_likelier_to_live(
    world: World, package: Package, low: float, high: float
) -> None:
    truce = world.under(package)
    calm, frayed = truce.twin(violation=min(low, high)), truce.twin(violation=max(low, high))
    assert calm.odds("truce_collapses") <= frayed.odds("truce_collapses")
    assert calm.odds("lapse") <= frayed.odds("lapse")


@pytest.mark.parametrize("draw", ["blame_after_government", "blame_after_opposition"])
@tries(0.5)
@given(world=worlds())
def test_watchers_never_help_the_guilty_to_hide(draw: str, world: World) -> None:
    """The true account costs its author no less under watch, and the false one costs the other side no more."""
    author, other = ("russia", "us") if draw == "blame_after_government" else ("us", "russia")
    true = "government_side" if author == "russia" else "opposition_side"
    for outcome in flagship().names.draws[draw]:
        seen, unseen = world.twin(watched=1), world.twin(watched=0)
        for each in (seen, unseen):
            each.force_draw(draw, outcome, int(each["turn"])).draw(draw)
        if outcome == true:
            assert seen[f"{author}.accused"] >= unseen[f"{author}.accused"]
        else:
            assert seen[f"{other}.accused"] <= unseen[f"{other}.accused"]

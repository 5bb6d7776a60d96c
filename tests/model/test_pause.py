"""The two-edged pause: both sides rest, separation and relief move, promises are kept or broken, terms run out."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.games import flagship
from tests.model.world import TRUCES, Package, World, packages, worlds
from tests.tries import tries

SIDES = ["opposition", "damascus"]
LENGTHS = flagship().names.issues["pause"]  # from the shortest to the longest
DAYS = st.integers(0, 7)

each_side = pytest.mark.parametrize("side", SIDES)


def rest(world: World, side: str, nights: int) -> list[float]:
    """How rested a side is after each of some nights."""
    found = []
    for _ in range(nights):
        world.runs("rest")
        found.append(world[f"{side}.rested"])
    return found


# ------------------------------------------------------------------------------------------------------ regrouping
@each_side
@tries(1)
@given(world=worlds(), package=TRUCES)
def test_both_sides_rest_in_a_pause_and_neither_rests_in_the_fighting(
    side: str, world: World, package: Package
) -> None:
    before = world[f"{side}.rested"]
    assume(0 < before < 1)
    assert rest(world.twin().under(package).given(halted=1), side, 1)[0] > before
    assert rest(world.alone().given(halted=0), side, 1)[0] < before


@each_side
@tries(1)
@given(world=worlds(), package=TRUCES)
def test_each_night_of_rest_gives_less_than_the_one_before_and_never_more_than_all(
    side: str, world: World, package: Package
) -> None:
    start = world[f"{side}.rested"]
    assume(start < 0.99)
    levels = [start, *rest(world.under(package).given(halted=1), side, 14)]
    gains = [later - earlier for earlier, later in pairwise(levels)]
    assert all(later < earlier for earlier, later in pairwise(gains))
    assert levels[-1] <= 1


@tries(1)
@given(world=worlds(), package=packages(aid="inspected", aircraft="no_limit", separation="pledge"))
def test_the_same_pause_restores_the_same_share_of_what_either_side_lacks(world: World, package: Package) -> None:
    truce = world.under(package).given(halted=1, opposition__rested=0.4, damascus__rested=0.7).runs("rest")
    assert (1 - truce["opposition.rested"]) / 0.6 == pytest.approx((1 - truce["damascus.rested"]) / 0.3)


@tries(1)
@given(world=worlds(), package=TRUCES)
def test_each_night_of_a_pause_readies_the_army_less_than_the_one_before(world: World, package: Package) -> None:
    truce = world.under(package).given(halted=1, damascus__ready=0.4, damascus__rested=0.5, watched=0)
    levels = [truce["damascus.ready"], *(truce.runs("rest")["damascus.ready"] for _ in range(14))]
    gains = [later - earlier for earlier, later in pairwise(levels)]
    assert all(0 < later < earlier for earlier, later in pairwise(gains))


@tries(1)
@given(world=worlds(), package=TRUCES)
def test_an_army_under_watch_readies_itself_no_faster(world: World, package: Package) -> None:
    truce = world.under(package).given(halted=1)
    watched, unwatched = truce.twin(watched=1).runs("rest"), truce.twin(watched=0).runs("rest")
    assert watched["damascus.ready"] <= unwatched["damascus.ready"]


# ------------------------------------------------------------------------------------------------------ separation
@tries(1)
@given(world=worlds(), package=TRUCES, effort=st.floats(0.1, 3))
def test_separation_is_slower_under_fire_than_in_a_pause(world: World, package: Package, effort: float) -> None:
    world.given(jfs__gone=0, separated=0.1, opposition__press=effort)
    pause = world.twin().under(package).runs("opening").given(opposition__press=effort, separated=0.1)
    fire = world.alone().runs("opening").given(opposition__press=effort, separated=0.1)
    assert pause["halted"] == 1
    assert fire["halted"] == 0
    assert pause.runs("separation_work")["separated"] > fire.runs("separation_work")["separated"]


@tries(1)
@given(world=worlds(), effort=st.floats(0.1, 3))
def test_separation_wears_the_defenders_down(world: World, effort: float) -> None:
    world.given(jfs__gone=0)
    assume(world["opposition.strength"] > 0.1)
    worked = world.twin(opposition__press=effort).runs("separation_work")
    spared = world.twin(opposition__press=0).runs("separation_work")
    assert worked["opposition.strength"] < spared["opposition.strength"]


@tries(1)
@given(world=worlds(), effort=st.floats(0.1, 3), few=DAYS, many=DAYS)
def test_separation_is_no_slower_the_longer_the_calm_in_view(world: World, effort: float, few: int, many: int) -> None:
    few, many = min(few, many), max(few, many)
    truce = world.under({"pause": "d7", "renewal": "none", "separation": "list_5_days"})
    truce.given(jfs__gone=0, separated=0.1, opposition__press=effort)
    short, long = (truce.twin(promised=days).runs("opening", "separation_work") for days in (few, many))
    assert short["separated"] <= long["separated"]


# ------------------------------------------------------------------------------------------- promises kept and broken
@pytest.mark.parametrize("end", ["collapse", "denounced by us", "denounced by russia"])
@tries(1)
@given(world=worlds(), package=TRUCES, few=DAYS, many=DAYS, blame=st.floats(0, 1))
def test_a_longer_unkept_promise_never_costs_less_than_a_shorter_one(
    end: str, world: World, package: Package, few: int, many: int, blame: float
) -> None:
    few, many = min(few, many), max(few, many)
    truce = world.under(package)
    short, long = (truce.twin(left=days, promised=max(days, 1), blame=blame).broken_off(end) for days in (few, many))
    for bearer in ["us", "russia"] if end == "collapse" else [end.rpartition(" ")[2]]:
        assert long[f"{bearer}.approval"] <= short[f"{bearer}.approval"]
        assert long[f"{bearer}.accused"] >= short[f"{bearer}.accused"]
    assert long["trust"] <= short["trust"]
    assert long["scar"] >= short["scar"]
    assert long["tension"] >= short["tension"]


@tries(1)
@given(world=worlds(), package=TRUCES, few=DAYS, many=DAYS)
def test_a_promise_kept_pays_no_less_the_more_quiet_nights_it_brought(
    world: World, package: Package, few: int, many: int
) -> None:
    few, many = min(few, many), max(few, many)
    truce = world.under(package)
    short, long = (truce.twin(term_quiet=nights).ends("expired") for nights in (few, many))
    assert all(long[f"{seat}.approval"] >= short[f"{seat}.approval"] for seat in ("us", "russia"))
    assert long["trust"] >= short["trust"]
    assert long["scar"] <= short["scar"]


@tries(1)
@given(world=worlds(), package=TRUCES)
def test_the_same_words_signed_again_at_once_are_welcomed_less(world: World, package: Package) -> None:
    world.alone().given(trust=0.2, tension=0.7, world_pressure=0.6, frayed=0.4)
    fresh, stale = world.twin(novelty=1).under(package), world.twin(novelty=0).under(package)
    assert stale["trust"] < fresh["trust"]
    assert stale["tension"] > fresh["tension"]
    assert stale["world_pressure"] > fresh["world_pressure"]


@tries(1)
@given(world=worlds(), package=TRUCES)
def test_a_new_truce_begins_no_quieter_than_the_last_one_left_off(world: World, package: Package) -> None:
    ended = world.under(package).given(violation=0.6, truce_nights=3).ends("expired")
    again = ended.twin().under(package).runs("opening", "first_night")
    later = ended.given(frayed=0.05).under(package).runs("opening", "first_night")
    assert again["violation"] == pytest.approx(0.6, abs=0.07)
    assert later["violation"] < 0.1


@tries(1)
@given(world=worlds(), package=TRUCES)
def test_a_truce_holds_an_assault_and_calls_it_off_only_after_a_week(world: World, package: Package) -> None:
    truce = world.under(package).given(offensive=1, truce_nights=0, incidents=0).runs("opening", "first_night")
    front = truce["pocket"]
    assert truce.runs("assault", "front")["offensive"] == 1
    assert truce["pocket"] == front
    assert truce.given(truce_nights=7).runs("quiet")["offensive"] == 0


@tries(1)
@given(world=worlds(), package=TRUCES)
def test_a_promise_kept_leaves_more_trust_than_the_same_one_broken(world: World, package: Package) -> None:
    truce = world.under(package)
    kept, broken = truce.twin(left=0).ends("expired"), truce.twin(left=0).ends("collapsed")
    assert kept["trust"] > broken["trust"] or broken["trust"] == 0
    assert kept["scar"] < broken["scar"]
    assert kept["surge"] <= broken["surge"]


# --------------------------------------------------------------------------------------------------------- the term
@tries(1)
@given(world=worlds(), package=packages(renewal="rolling"))
def test_every_renewal_is_a_night_on_which_to_walk_away(world: World, package: Package) -> None:
    truce = world.under(package)
    assert truce.odds("lapse") > -20
    last = truce.given(left=1, stage_day=3, quiet_run=2, violation=0)
    assume(last["stage"] == list(flagship().names.stages).index("halt") + 1)
    last.force_hazard("lapse", 1).runs("agreement")
    assert last["stage"] == 0


@tries(1)
@given(world=worlds(), package=packages())
def test_a_signature_holds_an_assault_back(world: World, package: Package) -> None:
    truce, none = world.twin().under(package), world.alone()
    none["cooperation"] = 1
    assert truce.odds("offensive_breaks_truce") < none.odds("offensive_starts")


@tries(1)
@given(world=worlds(), shorter=st.integers(0, len(LENGTHS) - 2), package=packages(separation="pledge"))
def test_a_longer_pause_is_never_given_permits_more_readily(world: World, shorter: int, package: Package) -> None:
    short = world.twin().under({**package, "pause": LENGTHS[shorter]})
    long = world.twin().under({**package, "pause": LENGTHS[shorter + 1]}).given(world_pressure=short["world_pressure"])
    for name in ("damascus.sincere", "damascus.compliance"):
        long[name] = short[name]
    assert long.odds("permit_granted") <= short.odds("permit_granted")

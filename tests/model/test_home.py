"""Home: what a retreat costs, who is covered for it, and what the factions carry."""

import itertools
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.rules import layout as at
from sim.rules.offers import stance_worth
from sim.rules.values import package_slot, weight_in_favour
from tests.games import flagship
from tests.model.world import Package, World, packages, reached, text, worlds
from tests.tries import tries

SEATS = flagship().names.seats
SHARES = st.floats(0, 1)
WIDEST = "propose d7/rolling/pledge/free_access/all_grounded/observers/two_towns"
NARROWEST = "propose h48/none/pledge/inspected/no_limit/hotline/none"

each_seat = pytest.mark.parametrize("seat", SEATS)


def spoken(world: World, seat: str, word: Package) -> World:
    """A seat has asked for a package in public and is to move again."""
    return world.alone().moves(seat).act(f"propose {text(word)} public").moves(seat)


def offered(world: World, offer: Package, face: str) -> World:
    """An offer is tabled."""
    return world.act(f"propose {text(offer)} {face}")


# -------------------------------------------------------------------------------------------------- public and private
@each_seat
@tries(1)
@given(world=worlds(), word=packages(), offer=packages())
def test_a_private_climb_down_never_costs_more_than_a_public_one(
    seat: str, world: World, word: Package, offer: Package
) -> None:
    said = spoken(world, seat, word)
    private, public = offered(said.twin(), offer, "private"), offered(said.twin(), offer, "public")
    assert private[f"{seat}.approval"] == said[f"{seat}.approval"]
    assert private[f"{seat}.approval"] >= public[f"{seat}.approval"]
    assert private.sleep()[f"{seat}.approval"] >= public.sleep()[f"{seat}.approval"]


@each_seat
@tries(1)
@given(world=worlds(), word=packages(), offers=st.tuples(packages(), packages()))
def test_a_larger_climb_down_never_costs_less(
    seat: str, world: World, word: Package, offers: tuple[Package, Package]
) -> None:
    number = SEATS.index(seat)
    said, ends = spoken(world, seat, word), list[tuple[float, float]]()
    for offer in offers:
        end = offered(said.twin(), offer, "public")
        slot = package_slot(end.tables.ints, number, at.OFFER_PACKAGE)
        ends.append((stance_worth(*end.kernel[:3], number, slot), end[f"{seat}.approval"]))
    (low, low_approval), (high, high_approval) = sorted(ends)
    assert low_approval <= high_approval or high - low < 1e-9


@each_seat
@tries(1)
@given(world=worlds(), word=packages(), offer=packages(), less=SHARES, more=SHARES)
def test_the_closer_home_watches_the_dearer_a_retreat(
    seat: str, world: World, word: Package, offer: Package, less: float, more: float
) -> None:
    said = spoken(world, seat, word)
    loose, held = (
        offered(said.twin(**{f"{seat}__audience": watching}), offer, "public")[f"{seat}.approval"]
        for watching in sorted((less, more))
    )
    assert held <= loose


@each_seat
@tries(1)
@given(world=worlds(), offer=packages())
def test_words_in_public_bind_and_words_in_private_do_not(seat: str, world: World, offer: Package) -> None:
    before = world.alone().moves(seat)
    assume(before[f"{seat}.spoke"] == 0)
    private, public = offered(before.twin(), offer, "private"), offered(before.twin(), offer, "public")
    assert private[f"{seat}.audience"] == before[f"{seat}.audience"]
    assert public[f"{seat}.audience"] > before[f"{seat}.audience"] or before[f"{seat}.audience"] == 1


@each_seat
@tries(1)
@given(world=worlds(), offer=packages())
def test_only_an_offer_with_two_faces_can_leak(seat: str, world: World, offer: Package) -> None:
    for face in ("private", "public"):
        tabled = offered(world.twin().alone().moves(seat), offer, face)
        before = tabled[f"{seat}.approval"]
        assert tabled.force_hazard(f"{seat}_leak", 1).runs(f"{seat}_leak")[f"{seat}.approval"] == before
    tabled.given(**{f"{seat}__two_faced": 1})
    assert tabled.runs(f"{seat}_leak")[f"{seat}.approval"] < before or before == -50


# --------------------------------------------------------------------------------------------------- a mediator's cover
def lower_offer(world: World, seat: str) -> World:
    return world.moves(seat).act(f"{NARROWEST} public")


def signed_below_its_word(world: World, seat: str) -> World:
    return world.under(
        {"pause": "h48", "renewal": "none", "separation": "pledge", "aid": "inspected", "aircraft": "no_limit"}
    )


def warning_lapses(world: World, seat: str) -> World:
    world.given(halted=0, separated=0, **{f"{seat}__threat": 0.8, f"{seat}__clock": 0})
    return world.runs("ultimatum_lapses" if seat == "us" else "deadline_lapses")


def denunciation(world: World, seat: str) -> World:
    return world.under({"pause": "d7"}).broken_off(f"denounced by {seat}")


def collapse(world: World, seat: str) -> World:
    return world.under({"pause": "d7"}).broken_off("collapse")


def concession(world: World, seat: str) -> World:
    return world.moves(seat).act("pull concede")


def return_to_the_channel(world: World, seat: str) -> World:
    return world.given(cooperation=0, broken_off=0).moves("us").act("pull resume")


RETREATS = [
    lower_offer, signed_below_its_word, warning_lapses, denunciation, collapse, concession, return_to_the_channel,
]  # fmt: skip


@each_seat
@pytest.mark.parametrize("retreat", RETREATS, ids=lambda retreat: str(retreat.__name__))
@tries(0.5)
@given(world=worlds(), word=packages(), less=SHARES, more=SHARES)
def test_a_mediators_cover_never_raises_the_cost_of_a_retreat(
    seat: str, retreat: Callable[[World, str], World], world: World, word: Package, less: float, more: float
) -> None:
    said = spoken(world.given(cover=0), seat, word)
    bare, covered = (retreat(said.twin(cover=cover), seat)[f"{seat}.approval"] for cover in sorted((less, more)))
    assert covered >= bare


def test_a_mediators_cover_saves_part_of_a_climb_down_and_not_all() -> None:
    world = World(reached()[0])
    said = world.moves("us").act(f"{WIDEST} public").moves("us")
    before = said["us.approval"]
    bare, covered = (lower_offer(said.twin(cover=cover), "us")["us.approval"] for cover in (0, 1))
    assert bare < covered < before


# ----------------------------------------------------------------------------------- a break is not taken back at once
@tries(1)
@given(world=worlds(), threat=SHARES)
def test_the_channel_that_was_left_stays_shut_for_some_days_so_that_a_break_is_no_cheap_way_out(
    world: World, threat: float
) -> None:
    left = world.alone().given(cooperation=1, us__threat=threat, us__capital=9).moves("us").act("pull suspend")
    assert left.broken("pull resume") == ["its conditions do not hold"]
    nights = 0
    while left.moves("us").broken("pull resume"):
        left.given(us__capital=9).runs("wane")
        nights += 1
    assert 2 <= nights <= 14


# -------------------------------------------------------------------------------------------------------- ratification
def in_favour(world: World, seat: str, package: Package) -> float:
    """Weight of the factions that would carry a package."""
    for issue, option in package.items():
        world[issue] = flagship().names.issues[issue].index(option)
    return weight_in_favour(*world.kernel[:3], SEATS.index(seat), world.tables.ints[at.FIRST_PACKAGE])


@each_seat
@pytest.mark.parametrize(("what", "less", "more"), [("scar", 3.0, 0.0), ("cover", 0.0, 1.0), ("trust", 0.0, 1.0)])
@tries(0.5)
@given(world=worlds(), package=packages())
def test_old_wounds_narrow_what_can_be_ratified_and_trust_and_cover_widen_it(
    seat: str, what: str, less: float, more: float, world: World, package: Package
) -> None:
    world.alone()
    unready, ready = world.twin(**{what: less}), world.twin(**{what: more})
    assert in_favour(unready, seat, package) <= in_favour(ready, seat, package)


@each_seat
def test_the_win_sets_of_both_homes_are_neither_empty_nor_everything(seat: str) -> None:
    issues = flagship().names.issues
    world = World(reached()[0])
    quota = 0.5 - 1e-9
    carried = [
        in_favour(world, seat, dict(zip(issues, choice, strict=True))) >= quota
        for choice in itertools.product(*issues.values())
    ]
    assert 0.02 < sum(carried) / len(carried) < 0.98

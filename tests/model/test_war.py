"""The war outside the table: who is killed and by what, the front, the assault, the clocks that run for everybody."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.ai.kernel import plain_kernel
from sim.rules import layout as at
from sim.rules.endings import ending_reached
from tests.games import flagship
from tests.model.world import TRUCES, Package, World, nights, played, reached, worlds
from tests.tries import tries

CAUSES = ["deaths_east_air", "deaths_east_ground", "deaths_west", "deaths_fighters"]
SHARES = st.floats(0, 1)


def toll(world: World, *causes: str) -> list[float]:
    """Deaths of a night, by cause."""
    world.runs("casualties")
    return [world[cause] for cause in causes or CAUSES]


# ------------------------------------------------------------------------------------------------------------ the dead
@tries(1)
@given(world=worlds(), package=TRUCES)
def test_a_quiet_night_of_a_truce_kills_fewer_than_a_night_of_fighting(world: World, package: Package) -> None:
    quiet = world.twin().under(package).given(violation=0.1).runs("opening", "fire")
    fighting = world.alone().runs("opening", "fire")
    assert all(few <= many for few, many in zip(toll(quiet), toll(fighting), strict=True))
    assert sum(toll(quiet)) < sum(toll(fighting))


@tries(1)
@given(world=worlds(), low=SHARES, high=SHARES)
def test_heavier_bombing_never_kills_fewer_in_the_east(world: World, low: float, high: float) -> None:
    light, heavy = world.twin(air=min(low, high)), world.twin(air=max(low, high))
    assert toll(light, "deaths_east_air") <= toll(heavy, "deaths_east_air")


@tries(1)
@given(world=worlds(), low=st.integers(0, 8), high=st.integers(0, 8))
def test_fewer_hospitals_never_mean_fewer_deaths(world: World, low: int, high: int) -> None:
    few, many = world.twin(hospitals=min(low, high)), world.twin(hospitals=max(low, high))
    assert toll(few, "deaths_east_ground") >= toll(many, "deaths_east_ground")


@tries(1)
@given(world=worlds())
def test_an_attack_on_the_west_kills_there_and_is_counted(world: World) -> None:
    calm, struck = world.twin(happened__west_attacked=0), world.twin(happened__west_attacked=1)
    assert toll(calm, "deaths_west") < toll(struck, "deaths_west")
    assert calm["killed_west"] < struck["killed_west"]


@tries(1)
@given(world=worlds())
def test_the_nights_deaths_are_those_of_all_its_causes(world: World) -> None:
    assert world.runs("casualties")["deaths_last_night"] == pytest.approx(sum(toll(world.twin())))


@pytest.mark.parametrize(("draw", "variable"), [("night_toll", "toll"), ("night_front", "advance")])
def test_the_luck_of_a_night_is_neither_good_nor_bad_on_average(draw: str, variable: str) -> None:
    world, tables = World(reached()[0]), flagship()
    row = tables.ints[at.DRAWS] + list(tables.names.draws).index(draw) * at.DRAW_WIDTH
    first = tables.ints[at.OUTCOMES_REALS] + tables.ints[row + at.DRAW_OUTCOME]
    mean = 0.0
    for i, outcome in enumerate(tables.names.draws[draw]):
        came = world.twin().force_draw(draw, outcome, int(world["turn"])).draw(draw)
        mean += tables.reals[first + i] * came[variable]
    assert mean == pytest.approx(1)


# ------------------------------------------------------------------------------------------------------------ the front
def test_ground_is_lost_and_never_won_back() -> None:
    """A known narrowness of the model: it has no counter-offensive."""
    slot = flagship().slot["pocket"]
    for pair in [("hold", "hold"), ("hardline", "hardline")]:
        for game in nights(played(plain_kernel(flagship()), pair, 3)):
            pocket = [night[slot] for night in game]
            assert pocket == sorted(pocket, reverse=True)
            assert pocket[-1] < pocket[0]


@tries(1)
@given(world=worlds(), low=SHARES, high=SHARES)
def test_a_stronger_defence_never_loses_more_ground(world: World, low: float, high: float) -> None:
    world.alone().given(offensive=1, unilateral=0)
    weak, strong = (
        world.twin(opposition__strength=x).runs("opening", "fire", "assault")["front_loss"] for x in sorted((low, high))
    )
    assert strong <= weak


@pytest.mark.parametrize(("cause", "slower"), [
    ("damascus.press", 3.0), ("iran_militia.press", 3.0), ("jfs.gone", 1.0), ("world_pressure", 1.0),
    ("damascus.ready", 0.0), ("damascus.rested", 0.0),
])  # fmt: skip
@tries(0.5)
@given(world=worlds(), package=TRUCES)
def test_an_assault_is_held_back(cause: str, slower: float, world: World, package: Package) -> None:
    """Moscow's pressure, an absent JFS, a watching world, an army unready or tired: each holds it back."""
    name = cause.replace(".", "__")
    truce, none = world.twin().under(package), world.twin().alone()
    for each, hazard in ((truce, "offensive_breaks_truce"), (none, "offensive_starts")):
        assert each.twin(**{name: slower}).odds(hazard) <= each.odds(hazard)
        assert each.twin(**{name: slower}).odds(hazard) < each.twin(**{name: 1 - min(slower, 1)}).odds(hazard)


@tries(1)
@given(world=worlds())
def test_an_assault_that_rests_is_never_weaker(world: World) -> None:
    """Regrouping cuts both ways: rest enters the strength of each side by itself."""
    tired = world.twin(damascus__rested=0.2, opposition__rested=0.2).runs("opening")
    fresh = world.twin(damascus__rested=0.9, opposition__rested=0.9).runs("opening")
    assert fresh["damascus.force"] > tired["damascus.force"]
    assert fresh["opposition.force"] > tired["opposition.force"]


# ---------------------------------------------------------------------------------------------------------- the clocks
def test_if_the_table_does_nothing_others_act() -> None:
    """In most games an assault begins, and some end in an evacuation agreed without Washington."""
    kernel, slot = plain_kernel(flagship()), flagship().slot
    games = nights(played(kernel, ("hold", "hold"), 24))
    assert sum(any(night[slot["offensive"]] for night in game) for game in games) >= 12
    assert any(game[-1][slot["evacuation_deal"]] for game in games)
    assert not any(game[-1][slot["joint_deal"]] for game in games)


@tries(1)
@given(world=worlds())
def test_an_ultimatum_that_lapses_costs_and_one_that_is_met_does_not(world: World) -> None:
    world.given(us__threat=0.8, us__clock=0, us__approval=0)
    ignored = world.twin(halted=0).runs("ultimatum_met", "ultimatum_lapses")
    met = world.twin(halted=1).runs("ultimatum_met", "ultimatum_lapses")
    assert ignored["us.approval"] < 0 <= met["us.approval"]
    assert ignored["us.threat"] == met["us.threat"] == 0


@tries(1)
@given(world=worlds(), low=SHARES, high=SHARES)
def test_food_never_lasts_longer_in_a_tighter_siege(world: World, low: float, high: float) -> None:
    loose, tight = (world.twin(siege=x, food_days=40).runs("supplies")["food_days"] for x in sorted((low, high)))
    assert tight <= loose < 40


@tries(1)
@given(world=worlds(), channel=SHARES)
def test_quiet_messages_never_make_an_accident_likelier(world: World, channel: float) -> None:
    silent, talking = world.twin(channel=0), world.twin(channel=channel)
    for hazard in ("deconfliction_failure", "clash_occurs", "lapse"):
        assert talking.odds(hazard) <= silent.odds(hazard)


@tries(1)
@given(world=worlds())
def test_powers_clash_only_at_the_height_of_tension(world: World) -> None:
    calm = world.twin(tension=0.85).force_hazard("clash_occurs", 1).runs("clash_occurs")
    tense = world.twin(tension=0.95).force_hazard("clash_occurs", 1).runs("clash_occurs")
    assert (calm["clash"], tense["clash"]) == (0, 1)


@tries(1)
@given(world=worlds(), low=SHARES, high=SHARES)
def test_a_smaller_pocket_is_never_the_harder_to_evacuate(world: World, low: float, high: float) -> None:
    world.alone()
    assume(low != high)
    small, large = world.twin(pocket=min(low, high)), world.twin(pocket=max(low, high))
    assert small.odds("evacuation_agreed") > large.odds("evacuation_agreed")
    assert world.twin(turkey__engaged=1).odds("evacuation_agreed") >= world.odds("evacuation_agreed")


@tries(0.5)
@pytest.mark.parametrize("deal", ["evacuation", "joint_evacuation"])
@given(world=worlds())
def test_a_deal_struck_on_the_night_on_which_the_last_district_goes_is_how_it_ends(world: World, deal: str) -> None:
    world.alone().given(clash=0, pocket=0.03, evacuation_deal=1, joint_deal=float(deal == "joint_evacuation"))
    found = ending_reached(world.tables.ints, world.tables.reals, world.state)
    assert world.tables.names.endings[found] == deal

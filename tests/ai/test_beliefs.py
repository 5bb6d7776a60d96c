"""Beliefs: consistent with what was seen, a function of it alone, and moved the right way by it."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.ai.beliefs.sightings import EXACT
from sim.ai.kernel import plain_kernel
from sim.rules import layout as at
from sim.scenario.tables import RulesTables
from sim.testing.invariants import range_of, seen_of
from sim.testing.strategies import scenarios
from tests.ai.sittings import Watched, watched
from tests.conftest import MakeKernel
from tests.games import flagship, tiny
from tests.tries import tries

pytestmark = pytest.mark.xdist_group("searching")  # one process compiles the search, not each of them

AGENTS = ["random", "historical", "boulware", "linear"]
pairs = st.tuples(st.sampled_from(AGENTS), st.sampled_from(AGENTS))


def check_consistent(watch: Watched) -> None:
    """Each particle, looked at by the seat, shows what the seat sees wherever it sees exactly."""
    tables, b = watch.session.tables, watch.beliefs.vectors
    for state in b.states:
        shown = seen_of(tables, [float(x) for x in state], watch.session._luck, watch.seat)
        for slot, sight in enumerate(b.sight):
            if sight == EXACT:
                assert shown[slot] == watch.seen.values[slot], tables.names.slots[slot]
            low, high = range_of(tables, slot)
            assert low <= state[slot] <= high, tables.names.slots[slot]


def check_odds(watch: Watched) -> None:
    """The odds are a distribution in which nothing has died out; so are the weights; particles wear their types."""
    b = watch.beliefs.vectors
    assert sum(b.odds) == pytest.approx(1.0)
    assert all(odds > 1e-6 for odds, prior in zip(b.odds, b.prior, strict=True) if prior > 0.0)
    assert sum(b.weights) == pytest.approx(1.0)
    rival = at.SEAT_BASE + (1 - watch.seat) * at.SEAT_WIDTH
    for state, kind in zip(b.states, b.kinds, strict=True):
        assert state[rival + at.TYPE] == kind // len(b.stances)
        assert state[at.ENDING] == at.NO_ENDING


@given(pair=pairs, game=st.integers(0, 1000))
def test_particles_agree_with_what_is_seen_exactly(pair: tuple[str, str], game: int) -> None:
    for watch in watched(plain_kernel(tiny()), pair, game, 12):
        check_consistent(watch)
        check_odds(watch)


@given(tables=scenarios(), game=st.integers(0, 1000))
@tries(0.5)
def test_particles_agree_with_what_is_seen_in_any_scenario(tables: RulesTables, game: int) -> None:
    for watch in watched(plain_kernel(tables), ("random", "conceder"), game, 6):
        check_consistent(watch)
        check_odds(watch)


def test_particles_agree_with_what_is_seen_in_the_large_scenario(compiled: MakeKernel) -> None:
    for watch in watched(compiled(flagship()), ("cooperative", "random"), 3, 32):
        if watch.session.day % 7 == 0:
            check_consistent(watch)
            check_odds(watch)


def story(watch: Watched) -> bytes:
    """Everything that beliefs hold, exactly."""
    b = watch.beliefs.vectors
    rows = [b.odds, b.weights, [float(kind) for kind in b.kinds], *b.states]
    return array("d", [float(x) for row in rows for x in row]).tobytes()


def test_beliefs_are_the_same_in_every_form(compiled: MakeKernel, checked: MakeKernel) -> None:
    for make in (compiled, checked):
        for pair in (("random", "historical"), ("historical", "linear")):
            for game in range(10):
                plain = watched(plain_kernel(tiny()), pair, game, 16)
                for one, other in zip(plain, watched(make(tiny()), pair, game, 16), strict=True):
                    assert story(one) == story(other)


def test_beliefs_are_the_same_in_both_forms_in_the_large_scenario(compiled: MakeKernel) -> None:
    plain = watched(plain_kernel(flagship()), ("historical", "random"), 2, 6)
    for one, other in zip(plain, watched(compiled(flagship()), ("historical", "random"), 2, 6), strict=True):
        assert story(one) == story(other)
        if one.session.day > 12:
            return


def test_an_offer_that_one_type_would_make_speaks_for_that_type() -> None:
    right = wrong = 0
    for game in range(40):
        for watch in watched(plain_kernel(tiny()), ("linear", "linear"), game, 16):
            rival = at.SEAT_BASE + (1 - watch.seat) * at.SEAT_WIDTH
            if watch.seen.values[rival + at.OFFERS]:
                true = int(watch.session.true_state()[rival + at.TYPE])
                chance = list(watch.beliefs.types().values())[true]
                right += chance > 0.6
                wrong += chance < 0.4
    assert right > 3 * wrong
    assert right > 40


def test_who_does_nothing_is_soon_taken_for_one_who_does_nothing() -> None:
    for watch in watched(plain_kernel(tiny()), ("hold", "hold"), 0, 16):
        stances = watch.beliefs.stances()
    assert max(stances, key=lambda name: stances[name]) == "hold"
    types = watch.beliefs.types()
    assert types == pytest.approx(dict.fromkeys(types, 0.5), abs=0.2)

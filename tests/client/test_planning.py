"""Legality as the client sees it is legality as the session has it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sim.client.naming import condition_of
from sim.client.telling.standing import offer_says
from sim.client.update import EndTurn
from sim.client.weighing.planning import forbidden, lever_choices, lever_conditions
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from tests.client.play import send, started


@given(
    rng_seed=st.integers(0, 50),
    seat=st.integers(0, 1),
    days=st.integers(0, 2),
    a=st.integers(-1, 9),
    b=st.integers(-1, 5),
)
@settings(max_examples=60)
def test_the_client_forbids_what_the_session_refuses(rng_seed: int, seat: int, days: int, a: int, b: int) -> None:
    game, model = started("tiny", seat, "random", rng_seed)
    for _ in range(days):
        if not model.over:
            model = send(game, model, EndTurn(1))
    if model.over:
        return
    for kind in range(act.N_KINDS):
        action = Action(kind, a, b)
        assert bool(forbidden(model, action)) == bool(game.session.violations(action)), action


def test_every_lever_of_the_seat_is_listed_with_its_reasons() -> None:
    game, model = started("aleppo-2016", 1)
    choices = lever_choices(model)
    assert len(choices) == sum(name.startswith("russia.") for name in model.names.levers)
    for each in choices:
        assert bool(each.forbidden) == bool(game.session.violations(Action(act.PULL, each.row)))
        assert all("{" not in reason for reason in each.forbidden)


@given(rng_seed=st.integers(0, 50), seat=st.integers(0, 1), days=st.integers(1, 12))
@settings(max_examples=20)
def test_an_offer_says_whether_it_can_be_accepted_today(rng_seed: int, seat: int, days: int) -> None:
    game, model = started("aleppo-2016", seat, "historical", rng_seed)
    for _ in range(days):
        model = send(game, model, EndTurn(1))
    offer = int(model.own(at.OFFER_ID, 1 - seat))
    if offer and not model.over:
        barred = bool(game.session.violations(Action(act.ACCEPT, offer)))
        assert ("cannot be accepted" in offer_says(model, 1 - seat)) == barred


def test_a_condition_missed_by_a_hair_does_not_read_as_met() -> None:
    _, model = started("aleppo-2016", 0)
    tables, told = model.tables, 0
    for lever in range(tables.ints[at.N_LEVERS]):
        first, n = lever_conditions(model, lever)
        for row in range(first, first + n):
            slot = tables.ints[tables.ints[at.CONDITIONS] + row * at.CONDITION_WIDTH]
            low = tables.reals[tables.ints[at.CONDITIONS_REALS] + row * at.CONDITION_REALS]
            if low > -1e299:
                state = [low - 1e-4 if i == slot else 0.0 for i in range(tables.n_state)]
                assert f"at least {low:.6g} (it is {low:.6g})" not in condition_of(model.book, row, state)
                told += 1
    assert told > 10

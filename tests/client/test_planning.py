"""Legality as the client sees it is legality as the session has it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sim.client.planning import forbidden, lever_choices
from sim.client.update import EndTurn
from sim.record.notation import Action
from sim.rules import actions as act
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

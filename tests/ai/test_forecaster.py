"""What a seat may expect of an offer: counts that add up, of what the seat has seen and of nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.ai.forecaster import Forecaster
from sim.ai.outlook import Course, Outlook, Question
from sim.client.game import Game
from sim.client.update import EndTurn, PlanAction
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from tests.client.play import send, started

pytestmark = pytest.mark.xdist_group("searching")

FUTURES = 40
NO_STAGE, TO_THE_NIGHT, AFLOAT = 0, 1, 3  # packages of the small scenario: no stage of the first can begin


@pytest.fixture(autouse=True, scope="module")
def brief() -> Iterator[None]:
    """Fewer simulations, on the plain kernel."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sim.ai.forecaster.BUDGET", 20)
        patch.setattr("sim.ai.forecaster.MOST", FUTURES)
        yield


def asked(game: Game, package: int, futures: int = FUTURES) -> Outlook:
    """What a forecaster says that has seen the game as its seat to move has."""
    session = game.session
    forecaster = Forecaster(session.tables, session.to_move, 3, 0, compiled=False)
    return forecaster.forecast(Question(game.consultation(), package, act.PRIVATE, futures))


def adds_up(course: Course) -> bool:
    """Whether no night is kept more often than the one before it, and nothing held that had not begun."""
    counts = (course.futures, course.signed, course.began, *course.held)
    return all(more >= less for more, less in pairwise(counts))


@given(package=st.integers(0, 3), seat=st.integers(0, 1), futures=st.integers(1, FUTURES), luck=st.integers(0, 50))
def test_survival_never_rises_and_counts_no_more_than_was_played(
    package: int, seat: int, futures: int, luck: int
) -> None:
    found = asked(started("tiny", seat, "conceder", luck)[0], package, futures)
    assert found.draft.futures == futures
    assert found.accepted + found.refused <= futures
    assert all(map(adds_up, filter(None, (found.draft, found.theirs))))
    assert 0.0 <= found.draft.worth <= 100.0


def test_a_package_whose_stage_cannot_begin_is_never_signed_and_another_is() -> None:
    game, _ = started("tiny", 1, "conceder", 3)
    none, some = asked(game, NO_STAGE).draft, asked(game, AFLOAT).draft
    assert (none.signed, none.began, sum(none.held)) == (0, 0, 0)
    assert some.signed == FUTURES
    assert some.held[0] > some.held[-1] == 0, "a term ends"


def test_the_night_on_which_a_term_runs_out_is_kept_and_the_next_is_not() -> None:
    game, _ = started("tiny", 0, "conceder", 3)
    one, two = asked(game, TO_THE_NIGHT).draft.held, asked(game, AFLOAT).draft.held
    assert one[0] > 0 == one[1]
    assert two[1] > 0 == two[2]


def test_a_rival_that_cannot_pay_is_told_from_one_that_does_not_want() -> None:
    game, _ = started("tiny", 1, "conceder", 3)
    able = asked(game, AFLOAT)
    assert able.unable == 0 < able.accepted + able.refused
    tables, reals = game.session.tables, list(game.session.tables.reals)
    reals[tables.ints[at.SIGNING_REALS]] = 1000.0
    forecaster = Forecaster(replace(tables, reals=reals), game.session.to_move, 3, 0, compiled=False)
    dear = forecaster.forecast(Question(game.consultation(), AFLOAT, act.PRIVATE, FUTURES))
    assert dear.unable == dear.refused > 0 == dear.accepted


@given(luck=st.integers(0, 20), days=st.integers(0, 2), noise=st.lists(st.floats(0, 1), min_size=8))
def test_it_is_the_same_whatever_is_hidden(luck: int, days: int, noise: list[float]) -> None:
    game, model = started("tiny", 0, "random", luck)
    for _ in range(days):
        if not model.over:
            model = send(game, model, EndTurn(1))
    if model.over:
        return
    before = asked(game, AFLOAT)
    state, hidden = game.session._state, 0
    for slot, sds in enumerate(model.names.sd):
        if sds[0] == inf:
            first = model.tables.ints[at.RANGES_REALS] + 2 * slot
            low, high = (max(-9.0, min(9.0, bound)) for bound in model.tables.reals[first : first + 2])
            state[slot] = low + (high - low) * noise[slot % len(noise)]
            hidden += 1
    assert hidden
    assert asked(game, AFLOAT) == before


def test_a_game_that_was_followed_is_forecast_as_one_that_is_looked_at_anew() -> None:
    game, model = started("tiny", 0, "conceder", 3)
    follows = Forecaster(game.session.tables, 0, 3, 0, compiled=False)
    question = Question(game.consultation(), AFLOAT, act.PRIVATE, FUTURES)
    assert follows.forecast(question) == follows.forecast(question) == asked(game, AFLOAT)
    send(game, model, PlanAction(Action(act.PROPOSE, AFLOAT, act.PRIVATE)), EndTurn(1))
    assert follows.forecast(question._replace(asked=game.consultation())) == asked(game, AFLOAT)


def test_what_is_in_force_is_played_on_without_a_new_signature_and_nothing_is_where_nothing_runs() -> None:
    assert asked(started("tiny", 0, "conceder", 3)[0], AFLOAT).running is None
    game, model = started("tiny", 1, "conceder", 3)
    while not model.over and model.values[at.STATUS] != at.IN_FORCE:
        model = send(game, model, PlanAction(Action(act.PROPOSE, AFLOAT, act.PRIVATE)), EndTurn(1))
    assert not model.over
    running = asked(game, AFLOAT).running
    assert running is not None
    assert running.signed == running.futures == FUTURES, "it is in force in every future"
    assert adds_up(running)

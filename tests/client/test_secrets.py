"""No hidden value reaches a screen before the debrief: what is drawn is a function of looks, which hold no secrets."""

import ast
from math import inf
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sim.client
from sim.client.asking import all_targets
from sim.client.codex import is_open, open_facts
from sim.client.explain_table import explain
from sim.client.game import Watch
from sim.client.model import Model, first_model
from sim.client.text.believing import believe_screen
from sim.client.text.layout import page_lines
from sim.client.text.screens import SCREENS, SEARCHED
from sim.client.text.turn import table_lines, turn_screen
from sim.client.update import EndTurn
from sim.rules import layout as at
from tests.client.play import WIDTH, book, send, started

CLIENT = Path(sim.client.__file__).parent


def everything(model: Model, *, pages: bool = True) -> list[str]:
    """All that a person could have drawn."""
    lines = [*turn_screen(model, WIDTH), *turn_screen(model, WIDTH, full=True), *table_lines(model, WIDTH)]
    lines += believe_screen(model, WIDTH)
    for screen in SCREENS.values():
        lines += screen(model, WIDTH)
    for search in SEARCHED.values():
        lines += search(model, WIDTH, "")
    if pages:
        for target in all_targets(model):
            lines += page_lines(explain(model, target), WIDTH)
    return lines


@given(
    game=st.integers(0, 30), seat=st.integers(0, 1), days=st.integers(0, 2), noise=st.lists(st.floats(0, 1), min_size=8)
)
def test_screens_are_the_same_whatever_is_hidden(game: int, seat: int, days: int, noise: list[float]) -> None:
    played, model = started("tiny", seat, "random", game)
    for _ in range(days):
        if not model.over:
            model = send(played, model, EndTurn(1))
    if model.over:
        return
    shown = everything(model)
    state = played.session._state
    for slot, sds in enumerate(model.names.sd):
        if sds[seat] == inf:
            first = model.tables.ints[at.RANGES_REALS] + 2 * slot
            low, high = (max(-9.0, min(9.0, bound)) for bound in model.tables.reals[first : first + 2])
            state[slot] = low + (high - low) * noise[slot % len(noise)]
    watch = Watch(seat)
    looked = watch.look(played.session)
    again = first_model(model.book, seat, model.rival, (*model.looks[:-1], model.look._replace(values=looked.values)))
    assert looked.values == model.values
    assert everything(Model(**{**vars(model), "looks": again.looks})) == shown


@pytest.mark.parametrize("seat", [0, 1])
def test_a_look_holds_only_events_meant_for_its_seat(seat: int) -> None:
    game, model = started("aleppo-2016", seat, "historical", 4)
    while model.day < 60:
        model = send(game, model, EndTurn(1))
    assert not model.over
    own = 1 << seat
    assert len(model.log) > 20
    assert all(event.audience & own for _, event in model.log)
    hidden = [event for _, event in game.session.events if not event.audience & own]
    assert hidden, "nothing was hidden, so nothing was tested"


def test_only_the_game_knows_sessions() -> None:
    knowing = set()
    for path in CLIENT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sim.session"):
                knowing.add(path.relative_to(CLIENT).as_posix())
    assert knowing <= {"game.py"}


def test_facts_of_later_days_stay_closed_until_the_debrief() -> None:
    game, model = started("aleppo-2016", 0, "hold")
    facts = book("aleppo-2016").facts
    assert all(fact["known_from"] <= "2016-09-28" for fact in open_facts(model).values())
    while model.day < 30:
        model = send(game, model, EndTurn(1))
    assert all(fact["known_from"] <= "2016-09-29" for fact in open_facts(model).values())
    late = next(id_ for id_, fact in facts.items() if fact["known_from"] > "2016-12-01")
    assert not is_open(model, late)
    while not model.over:
        model = send(game, model, EndTurn(1))
    assert is_open(model, late)


def test_the_rivals_type_is_told_in_the_debrief_and_not_before() -> None:
    game, model = started("tiny", 0, "linear", 5)
    kind = int(game.session.true_state()[at.SEAT_BASE + at.SEAT_WIDTH + at.TYPE])
    assert model.own(at.TYPE, 1) < 0
    while not model.over:
        model = send(game, model, EndTurn(1))
    assert model.debrief is not None
    assert int(model.debrief.final[at.SEAT_BASE + at.SEAT_WIDTH + at.TYPE]) == kind


def test_exact_terms_are_refused_before_the_end() -> None:
    game, _ = started("tiny", 0)
    with pytest.raises(Exception, match="debrief"):
        game.explain(1)

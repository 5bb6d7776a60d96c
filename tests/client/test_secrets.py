"""No hidden value reaches a screen before the debrief: what is drawn is a function of looks, which hold no secrets."""

import ast
from dataclasses import replace
from math import inf
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sim.client
from sim.client.explaining.asking import all_targets
from sim.client.explaining.codex import is_open, known_at_first, open_facts
from sim.client.explaining.tables import explain
from sim.client.game import Game
from sim.client.model import Model, first_model
from sim.client.text.believing import believe_screen
from sim.client.text.layout import page_lines
from sim.client.text.screens import SCREENS, SEARCHED, facts_screen
from sim.client.text.turn import table_lines, turn_screen
from sim.client.update import Analysed, EndTurn
from sim.client.watch import Watch
from sim.record.events import Event
from sim.record.notes import Note, PlacedNote
from sim.rules import layout as at
from tests.client.play import WIDTH, book, header, send, started
from tests.client.view.gallery import models

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


def test_reasons_are_told_only_if_asked_for_and_only_of_acts_that_were_seen() -> None:
    seat, of = 0, book("aleppo-2016")
    looks, games = [], []
    for analyst in (False, True):
        game, first = Game.new(of.tables, header(of, seat, "historical", 4), None, analyst=analyst)
        model = first_model(of, seat, "historical", first)
        while model.day < 60:
            model = send(game, model, EndTurn(1))
        looks.append(model.looks)
        games.append(game)
    assert not any(look.reasons for look in looks[0])
    assert looks[0] == tuple(look._replace(reasons=()) for look in looks[1]), "nothing else is told"
    session = games[1].session
    noted = [each for each in session.notes if each.seat != seat and each.note.reasons]
    plies = [(each, [event for _, event in session.events[each.before : each.after]]) for each in noted]
    seen = [each for each, events in plies if any(event.audience >> seat & 1 for event in events)]
    told = [reason for look in looks[1] for reason in look.reasons]
    assert [reason.reasons for reason in told] == [each.note.reasons for each in seen]
    known = [event for look in looks[1] for event in look.events]
    assert all((reason.day, reason.event) in known for reason in told)
    assert told
    assert len(seen) < len(noted), "every act was seen, so nothing was hidden"


def test_a_lever_that_nobody_traced_stays_untold_though_what_it_did_is_seen() -> None:
    game, model = started("aleppo-2016", 0, "historical", 4)
    session = game.session
    note = Note(reasons=(("rule", 1.0),))
    pulled, end = Event("pulled", "", 1 << 1, (0.0, 1.0, 0.0, 0.0)), Event("suspended", "", 7, (0.0, 0.0, 0.0, 0.0))
    session.events += [(1, pulled), (1, end)]
    session.notes.append(PlacedNote(1, 1, 1, len(session.events) - 2, len(session.events), note))
    assert model.looks
    game.analyse(on=True)
    look = game._watch.look(session)
    assert (1, end) in look.events
    assert look.reasons == ()


def test_turning_the_analyst_setting_tells_of_the_present_and_takes_all_back() -> None:
    game, model = started("aleppo-2016", 0, "cooperative", 11)
    while not game.analyse(on=True):
        game.analyse(on=False)
        model = send(game, model, EndTurn(1))
    model = send(game, model, Analysed(True, game.analyse(on=True)))
    assert [bool(look.reasons) for look in model.looks] == [False] * (len(model.looks) - 1) + [True]
    assert model.reasons == model.look.reasons
    later = send(game, model, EndTurn(3))
    assert any(look.reasons for look in later.looks[:-1])
    assert not any(look.reasons for look in send(game, later, Analysed(False, game.analyse(on=False))).looks)
    assert not any(look.reasons for look in send(game, later, EndTurn(1)).looks[len(later.looks) :])


def test_only_the_game_knows_sessions() -> None:
    knowing = set()
    for path in CLIENT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            of = node.module or "" if isinstance(node, ast.ImportFrom) else ""
            if of.startswith("sim.session") and of not in ("sim.session", "sim.session.calls"):  # these hold no session
                knowing.add(path.relative_to(CLIENT).as_posix())
    assert knowing <= {"game.py", "watch.py", "compiling.py"}  # the last has one of its own, which nobody plays


def test_a_fact_of_a_later_day_is_told_apart_from_one_that_there_is_not() -> None:
    _, model = started("aleppo-2016", 1)
    late = next(id_ for id_, fact in model.book.facts.items() if fact["known_from"] > "2016-12-01")
    closed, none = (facts_screen(model, WIDTH, word)[1:] for word in (late.lower(), "no such word"))
    assert closed
    assert closed != none
    assert late not in "".join(closed)


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


def test_the_briefing_tells_what_was_known_on_the_first_day_whenever_it_is_read() -> None:
    first, over = (models("aleppo-2016", 0)[stage] for stage in ("first", "over"))
    assert known_at_first(first) == known_at_first(over)
    (late, *_) = [id_ for id_ in known_at_first(first) if first.book.facts[id_]["known_from"] == "2016-09-28"]
    later = {
        id_: fact | {"known_from": "2016-09-30"} if id_ == late else fact for id_, fact in first.book.facts.items()
    }
    written = replace(over, book=replace(over.book, facts=later))
    assert late not in known_at_first(written), "found out later, so for the debrief and not for a briefing"

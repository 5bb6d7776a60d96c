"""Advisers at the table: heard when asked, on record for the seat alone, and judged in the debrief."""

from dataclasses import replace
from pathlib import Path

import pytest

from sim.ai.counsel import Advice, Counsel, Foretold
from sim.analysis.understood.counsel import ENOUGH, AdviserReport, adviser_reports, right_most
from sim.client.game import Game
from sim.client.model import Model, first_model
from sim.client.text.layout import page_lines
from sim.client.text.loop import Play, Terminal
from sim.client.update import Advised, EndTurn, PlanAction, update
from sim.client.weighing.advising import advisers_page, agreement_words, counsel_says
from sim.client.weighing.advising_words import NEEDS_COMPILED, NO_ADVISERS, THEY_AGREE, THEY_DISAGREE
from sim.errors import CessationError
from sim.record.notation import END, Action, read_action
from sim.record.record import Header, read_record
from sim.rules import actions as act
from sim.scenario.book import Book
from sim.scenario.tables import AdviserRow, RulesTables
from sim.session.session import Session
from tests.client.play import WIDTH, book, header, send, started

pytestmark = pytest.mark.xdist_group("searching")

ROWS = [AdviserRow("bakers", [0.0, 1.0], {}, {}), AdviserRow("elders", [1.0, 0.0], {"wary": 1.0}, {})]
OFFER = Action(act.PROPOSE, 0, act.PRIVATE)


def plain_counsel(tables: RulesTables, header: Header, seat: int) -> Counsel:
    """Advisers on the plain kernel."""
    return Counsel(tables, seat, header.rng_seed, header.game, compiled=False)


@pytest.fixture(autouse=True)
def brief(monkeypatch: pytest.MonkeyPatch) -> None:
    """Advisers who need no compiled kernel, and fewer simulations."""
    monkeypatch.setattr("sim.ai.adviser.BUDGET", 30)
    monkeypatch.setattr("sim.ai.adviser.WORLDS", 30)
    monkeypatch.setattr(Game, "seat_counsel", staticmethod(plain_counsel))


def advised_book() -> Book:
    """The small scenario with two advisers at the hill."""
    of = book("tiny")
    names = replace(of.tables.names, advisers={"hill": ROWS, "shore": []})
    return replace(of, tables=replace(of.tables, names=names))


def begun(path: Path | None = None, agent: str = "linear") -> tuple[Game, Model]:
    """A game with a person at the hill."""
    of = advised_book()
    game, looks = Game.new(of.tables, header(of, 0, agent), path)
    return game, first_model(of, 0, agent, looks)


def heard(game: Game, model: Model) -> Model:
    """The model once the advisers have spoken."""
    return update(model, Advised(model.day, game.counsel.advise(game.consultation())))[0]


def notes_of(game: Game) -> dict[str, float]:
    """All that is noted as believed by the person's seat."""
    return {name: chance for each in game.session.notes if each.seat == 0 for name, chance in each.note.beliefs}


def typed(game: Game, model: Model, *lines: str) -> tuple[str, Play]:
    """What a terminal says to lines."""
    said: list[str] = []
    coming = iter(lines)
    play = Play(Terminal(lambda _: next(coming, None), said.append, WIDTH), model.book, game, model)
    play.run(briefing=False)
    return "\n".join(said), play


def test_the_command_tells_what_each_would_do_and_expects_and_why() -> None:
    text, play = typed(*begun(), "advisers")
    assert [each.adviser for each in play.model.advice] == ["bakers", "elders"]
    assert text.count("By its own weighting it expects") == 2
    assert text.count("the next best") == 2
    assert "It takes The shore for" in text
    assert "advisers" in typed(*begun(), "help")[0]


def test_what_was_heard_goes_on_record_with_the_turn_and_what_was_not_does_not() -> None:
    game, model = begun()
    model = send(game, heard(game, model), PlanAction(OFFER), EndTurn(1))
    assert set(notes_of(game)) == {"bakers.accepts", "elders.accepts"}
    assert model.advice == ()
    other, model = begun()
    send(other, model, PlanAction(OFFER), EndTurn(1))
    assert notes_of(other) == {}
    assert game.session.true_state() == other.session.true_state(), "notes never touch the state"


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    game, model = begun(tmp_path / "game.record")
    send(game, heard(game, model), PlanAction(OFFER), EndTurn(1))
    game.autosave.close()
    lines = [line for line in (tmp_path / "game.record").read_text("utf-8").splitlines() if "bakers" in line]
    assert lines
    assert all(line.endswith("[hill]") for line in lines)
    assert list(read_record(tmp_path / "game.record").lines) == game.autosave.lines[1:]


def test_a_game_that_was_left_has_the_same_advice(tmp_path: Path) -> None:
    game, model = begun(tmp_path / "game.record")
    send(game, heard(game, model), PlanAction(OFFER), EndTurn(1))
    game.autosave.close()
    again, _, _ = Game.resume(advised_book().tables, tmp_path / "game.record")
    again.autosave.close()
    assert again.counsel.advise(again.consultation()) == game.counsel.advise(game.consultation())


@pytest.mark.parametrize(("actions", "agree"), [((END, END), True), ((END, OFFER), False)])
def test_whether_they_agree_is_told(actions: tuple[Action, Action], agree: bool) -> None:
    model = heard(*begun())
    advice = tuple(each._replace(action=action) for each, action in zip(model.advice, actions, strict=True))
    model = replace(model, advice=advice)
    assert agreement_words(model) == (THEY_AGREE if agree else THEY_DISAGREE)
    assert agreement_words(model) in advisers_page(model).title


def test_who_cannot_speak_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    from sim.client.game import check_counsel

    of = advised_book()
    with pytest.raises(CessationError, match="gives your seat no advisers"):
        check_counsel(of.tables, 1)
    monkeypatch.setattr("sim.ai.kernel.can_compile", lambda: False)
    monkeypatch.setattr(Game, "seat_counsel", staticmethod(lambda tables, _, seat: check_counsel(tables, seat)))
    assert NEEDS_COMPILED.partition(":")[0] in " ".join(typed(*begun(), "advisers")[0].split())
    assert NO_ADVISERS != NEEDS_COMPILED


# ------------------------------------------------------------------------------------------------------- who was right
def told(*turns: tuple[dict[str, float], str]) -> list[tuple[int, bool | None]]:
    """What becomes of an adviser's forecasts: each turn of the hill has what it notes, and what it does."""
    tables = advised_book().tables
    of = advised_book()
    session = Session(tables, header(of, 0))
    coming = list(turns)
    while not session.over:
        if session.to_move == 0 and coming:
            noted, text = coming.pop(0)
            if text:
                session.note(noted)
                session.act(read_action(tables, text, 0))
        session.act(END)
    (report,) = adviser_reports(tables, 0, session.notes, session.events)
    (accepts, _) = report.reports
    return [(each.day, each.settled.came_true) for each in accepts.foretold]


def test_an_offer_that_lapses_settles_what_was_forecast_of_it() -> None:
    said = {"bakers.accepts": 0.25}
    assert told((said, "propose d1/ashore private")) == [(1, False)]


def test_what_the_person_replaces_says_nothing_against_the_adviser() -> None:
    said = {"bakers.accepts": 0.25}
    assert told((said, "propose d1/ashore private"), ({}, "propose d2/ashore private")) == [(1, None)]


def test_the_one_who_missed_least_was_right_if_there_is_enough_to_judge_by() -> None:
    game, model = begun()
    while not model.over:
        model = send(game, heard(game, model), EndTurn(1))
    assert model.debrief is not None
    assert right_most(model.debrief.advised) is None
    reports = [each._replace(settled=ENOUGH) for each in _reports_of(0.1, 0.9)]
    best = right_most(reports)
    assert best is not None
    assert best.adviser == "bakers"
    assert right_most([reports[0], reports[1]._replace(settled=ENOUGH - 1)]) is None


def _reports_of(bakers: float, elders: float) -> list[AdviserReport]:
    """What comes of forecasts of an offer that lapses."""
    tables = advised_book().tables
    session = Session(tables, header(advised_book(), 0))
    while not session.over:
        if session.to_move == 0 and session.day == 1:
            session.note({"bakers.accepts": bakers, "elders.accepts": elders})
            session.act(read_action(tables, "propose d1/ashore private", 0))
        session.act(END)
    return list(adviser_reports(tables, 0, session.notes, session.events))


def test_what_decides_by_next_to_nothing_is_not_told_as_no_points() -> None:
    model = heard(*begun())
    near = replace(model, advice=(model.advice[0]._replace(term=0.01),))
    text = " ".join(" ".join(page_lines(advisers_page(near), WIDTH)).split())
    assert "Hardly anything sets it apart from the next best, to " in text
    assert "0.0 points" not in text


@pytest.mark.parametrize(("separation", "truce"), [("pledge", True), ("list_5_days", True), ("before", False)])
def test_to_outlast_a_stage_that_only_prepares_a_truce_is_not_told_as_a_truce(separation: str, truce: bool) -> None:
    _, model = started("aleppo-2016", 0)
    package = f"h48/rolling/{separation}/demilitarised_road/no_limit/hotline/none"
    offer = read_action(model.tables, f"propose {package} private", 0)
    kind, *_ = model.names.types["russia"]
    advice = Advice("analysts", offer, 50.0, 2.0, Foretold(0.4, 1.0), END, "word", 1.0, ((kind, 1.0),))
    told = " ".join(" ".join(page_lines(advisers_page(replace(model, advice=(advice,))), WIDTH)).split())
    assert ("that the truce lasts out its first term" in told) == truce
    assert ("the stage that only prepares its truce" in told) != truce
    assert ("no truce at first" in counsel_says(model, advice)) != truce

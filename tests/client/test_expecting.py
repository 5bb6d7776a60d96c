"""What may come of an offer, at the table: figures with intervals, and nothing that is of another draft or turn."""

from dataclasses import replace

import pytest

from sim.ai.outlook import Course, Outlook
from sim.client.model import Model
from sim.client.text.loop import Play, Terminal
from sim.client.update import EndTurn, Foreseen, SetOption, update
from sim.client.weighing.expecting import curve, forecast_page, outlook_of, share_of
from sim.client.weighing.planning import draft_number
from tests.client.play import WIDTH, send, started

HELD = (300, 240, 120, 40, *(0,) * 10)


def course(package: int = 0, *, signed: int = 400, began: int = 400) -> Course:
    """400 futures of a package that holds for four nights at most."""
    return Course(package, 400, signed, began, HELD, 41.0, 0.5)


def foreseen(model: Model, **changed: int) -> Foreseen:
    """Futures of a model's draft."""
    return Foreseen(model.day, Outlook(model.day, 124, 276, course(draft_number(model), **changed), course()))


def text_of(model: Model) -> str:
    """All that the page says."""
    assert model.outlook is not None
    said = forecast_page(model, model.outlook)
    rows = [" ".join((row.label, row.figure, row.note)) for part in said.sections for row in part.rows]
    return "\n".join([*(text for part in said.sections for text in part.says), *rows])


def test_a_curve_starts_at_one_never_rises_and_lies_in_its_band() -> None:
    points = curve(course(), 14)
    assert points[0].share == 1.0
    assert [each.share for each in points[1:5]] == [0.75, 0.6, 0.3, 0.1]
    assert all(each.low <= each.share <= each.high for each in points)
    assert len(curve(course(), 3)) == 4, "no night after the end of the game"
    assert curve(course(began=0), 14) == []


def test_wilson_gives_the_interval_that_is_published() -> None:
    assert share_of(8, 10)[1:] == pytest.approx((0.4902, 0.9433), abs=1e-4)  # L. Brown, T. Cai, A. DasGupta 2001


def test_what_is_of_another_draft_or_day_or_seat_is_dropped() -> None:
    _, model = started("tiny", 0)
    told = foreseen(model)
    assert outlook_of(update(model, told)[0]) is told.outlook
    other, _ = update(model, SetOption(0, 1 - model.draft[0]))
    stale = (told._replace(day=model.day + 1), told._replace(seat=1))
    assert all(update(model, each)[0].outlook is None for each in stale)
    assert update(other, told)[0].outlook is None
    assert outlook_of(replace(other, outlook=told.outlook)) is None


def test_a_new_turn_has_yet_to_be_looked_into() -> None:
    game, model = started("tiny", 0)
    assert send(game, model, foreseen(model), EndTurn(1)).outlook is None


def test_the_page_says_how_many_futures_what_they_accept_and_what_is_kept() -> None:
    text = text_of(update(started("tiny", 0)[1], foreseen(started("tiny", 0)[1]))[0])
    assert "31% (27\u201336)" in text
    assert "your draft 41 \u00b11.0, their offer 41 \u00b11.0" in text
    assert "2 60% (55\u201365) 60% (55\u201365)" in text


@pytest.mark.parametrize(("counts", "why"), [({"signed": 0, "began": 0}, "into force"), ({"began": 0}, "no curve")])
def test_a_package_without_a_curve_says_why(counts: dict[str, int], why: str) -> None:
    _, model = started("tiny", 0)
    text = text_of(update(model, foreseen(model, **counts))[0])
    assert f"Your draft: in none of them does {'it come' if 'signed' in counts else 'a stage'}" in text
    assert why in text


def test_the_command_tells_both_as_a_table_by_night(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.ai.kernel.can_compile", lambda: False)
    monkeypatch.setattr("sim.ai.forecaster.BUDGET", 20)
    game, model = started("tiny", 1, "conceder", 3)
    said: list[str] = []
    coming = iter(("draft 2", "forecast", "forecast"))
    Play(Terminal(lambda _: next(coming, None), said.append, WIDTH), model.book, game, model).run(briefing=False)
    text = "\n".join(said)
    assert text.count("Without the compiled kernel") == 1, "the second time it is known"
    assert text.count("20 FUTURES") == 2
    assert "95% intervals" in text


def test_what_is_in_force_is_told_beside_the_draft_for_the_nights_to_come() -> None:
    _, model = started("tiny", 0)
    found = Outlook(model.day, 124, 276, course(draft_number(model)), None, course(-1))
    page = "\n".join(text for part in forecast_page(model, found).sections for text in part.says)
    assert "1 more night in 75%" in page
    assert "2 more nights in 60%" in page
    assert "more night" not in text_of(update(model, foreseen(model))[0])

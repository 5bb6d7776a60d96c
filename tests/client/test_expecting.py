"""What may come of an offer, at the table: figures with intervals, and nothing that is of another draft or turn."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from sim.ai.outlook import Course, Outlook
from sim.client.model import Look, Model
from sim.client.text.loop import Play, Terminal
from sim.client.update import EndTurn, Foreseen, Observed, PlanAction, SetOption, update
from sim.client.weighing.expecting import curve, outlook_of, share_of
from sim.client.weighing.foretelling import forecast_page
from sim.client.weighing.judging import carried, votes
from sim.client.weighing.planning import draft_number, package_of, rival_offer
from sim.client.weighing.shifting import against_a_truce, shift_says
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.packages import package_count
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
    assert "your draft 41.0 \u00b11, their offer 41.0 \u00b11" in text
    assert "2 60% (55\u201365) 60% (55\u201365)" in text


@pytest.mark.parametrize(("counts", "why"), [({"signed": 0, "began": 0}, "into force"), ({"began": 0}, "no curve")])
def test_a_package_without_a_curve_says_why(counts: dict[str, int], why: str) -> None:
    _, model = started("tiny", 0)
    model = replace(model, draft=carried_at_home(model))
    text = text_of(update(model, foreseen(model, **counts))[0])
    assert f"Your draft: in none of them does {'it come' if 'signed' in counts else 'a stage'}" in text
    assert why in text


def carried_at_home(model: Model, *, carries: bool = True) -> tuple[int, ...]:
    """A package that the seat's own factions would ratify, or would not."""
    packages = (package_of(model, number) for number in range(package_count(model.tables.ints)))
    return next(each for each in packages if carried(model, votes(model, each)) == carries)


def test_a_draft_that_ones_own_factions_would_not_ratify_says_so() -> None:
    _, model = started("aleppo-2016", 0)
    model = replace(model, draft=carried_at_home(model, carries=False))
    told = Foreseen(model.day, Outlook(model.day, 9, 1, course(draft_number(model), signed=0, began=0), None))
    assert "your own factions would not ratify it" in text_of(update(model, told)[0])


def test_that_the_other_side_cannot_pay_is_said_where_it_matters() -> None:
    _, model = started("aleppo-2016", 0)
    for unable, said in ((90, True), (1, False)):
        found = Outlook(model.day, 8, 92, course(draft_number(model)), None, None, unable)
        page = text_of(update(model, Foreseen(model.day, found))[0])
        assert ("90% of the futures Moscow cannot pay for a signature" in page) == said
        assert "cannot pay" not in page or said


def test_a_fall_with_the_end_of_a_term_is_explained_and_no_other() -> None:
    _, model = started("aleppo-2016", 0)
    pause = list(model.names.issues).index("pause")
    for hours, night in ((1, 2), (2, 3), (0, 1)):  # 48, 72 and 24 hours
        draft = tuple(hours if i == pause else 0 for i in range(len(model.draft)))
        one = replace(model, draft=draft)
        steep = Course(draft_number(one), 400, 400, 400, HELD, 41.0, 0.5)
        page = text_of(update(one, Foreseen(one.day, Outlook(one.day, 9, 1, steep, None)))[0])
        assert f"Your draft: after night {night} its term ends (not renewed)" in page
        flat = steep._replace(held=(400,) * len(HELD))
        page = text_of(update(one, Foreseen(one.day, Outlook(one.day, 9, 1, flat, None)))[0])
        assert "its term ends" not in page


def forecast_again(
    model: Model, values: Mapping[str, float], held: tuple[int, int], nights: int = 14
) -> tuple[Model, str]:
    """A forecast of what is in force, other values a day later, and another forecast: what is said of the change."""
    first, second = (Course(-1, 400, 400, 400, (kept,) * nights, 41.0, 0.5) for kept in held)
    model = replace(model, outlook=Outlook(model.day, 0, 0, course(), None, first))
    slots = {model.tables.slot[name]: x for name, x in values.items()} | {at.DAY: model.day + 1.0}
    look = Look(tuple(slots.get(slot, x) for slot, x in enumerate(model.values)))
    model, _ = update(model, Observed(look))
    found = Outlook(model.day, 0, 0, course(draft_number(model)), None, second)
    return model, shift_says(model, found)


def signed_at_once() -> Model:
    """An agreement on its first night."""
    game, model = started("aleppo-2016", 0, "cooperative", 3)
    model = send(game, model, PlanAction(Action(act.ACCEPT, rival_offer(model))), EndTurn(1))
    assert model.values[at.STATUS] == at.IN_FORCE
    return model


def test_a_forecast_that_fell_names_the_cause_that_moved_most_and_one_that_stayed_names_none() -> None:
    model = signed_at_once()
    shaken = {"violation": 0.9, "tension": model.values[model.tables.slot["tension"]]}
    _, said = forecast_again(model, shaken, (360, 120))
    assert "in 30%; on day 2 it was 90%" in said
    assert "Violation level" in said or "Reprisal" in said
    assert "multiplies the odds" in said
    _, better = forecast_again(model, {"violation": 0.0}, (120, 360))
    assert "multiplies" not in better, "what has improved is not explained by what got worse"
    _, unlike = forecast_again(model, shaken, (120, 360))
    assert "No cause that you see exactly" in unlike, "what got worse does not explain what has improved"
    assert forecast_again(model, shaken, (360, 350))[1] == "", "little has changed"
    assert shift_says(model, Outlook(model.day, 0, 0, course(), None, course(-1))) == "", "there is nothing before it"


def test_what_bears_on_a_truce_is_found_by_the_rules_and_what_only_helps_relief_is_not() -> None:
    model = signed_at_once()
    found = {list(model.names.hazards)[i] for i in against_a_truce(model)}
    assert {"truce_collapses", "lapse", "government_incident", "jfs_incident", "convoy_struck"} <= found
    assert not found & {"permit_granted", "convoy_cleared", "hospital_struck"}


def test_a_forecast_that_fell_as_the_end_of_the_term_came_near_says_that() -> None:
    model = signed_at_once()
    far = replace(model, looks=(*model.looks[:-1], model.look._replace(values=with_left(model, 9.0))))
    _, said = forecast_again(far, {}, (360, 120))
    assert "its term now ends" not in said
    look = Look(with_left(model, 4.0))
    first, second = (Course(-1, 400, 400, 400, (kept,) * 14, 41.0, 0.5) for kept in (360, 120))
    far = replace(far, outlook=Outlook(far.day, 0, 0, course(), None, first))
    values = [model.day + 1.0 if slot == at.DAY else x for slot, x in enumerate(look.values)]
    near, _ = update(far, Observed(Look(tuple(values))))
    assert "its term now ends" in shift_says(near, Outlook(near.day, 0, 0, course(), None, second))


def with_left(model: Model, days: float) -> tuple[float, ...]:
    """The observation with so many days left of the term."""
    return tuple(days if slot == at.LEFT else x for slot, x in enumerate(model.values))


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

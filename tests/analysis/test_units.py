"""Quantities on daily tables made by hand: every unit, window, number, choice and milestone."""

from typing import Any

import pytest

from sim.analysis.study.asked import Questions, ask
from sim.analysis.study.daily import (
    ColumnBounds,
    Columns,
    DailyTable,
    PlayedEpisode,
    bounds_of,
    fill_worked_out,
    holds,
    rows_of,
)
from sim.analysis.study.units import GameUnits, Unit, runs, span
from sim.scenario.faults import Faults
from sim.scenario.profile import Profile
from sim.scenario.profile_phrases import Window
from tests.games import tiny

TENSION = [0.1, 0.2, 0.6, 0.7, 0.3, 0.9, 0.8, 0.4]
QUIET = [1.0, 2.0, 2.0, 2.0, 3.0, 3.0, 3.0, 3.0]
TRUCES = [PlayedEpisode(1, 2, 3, "collapsed", 5), PlayedEpisode(2, 7, 2, "running", 8, renewals=1)]


def asked(**profile: Any) -> Questions:
    """The questions of a profile on the scenario `tiny`; the test fails if it has a fault."""
    agents = {"hill": "hold", "shore": "hold"}
    faults = Faults("profile.yaml")
    model = Profile.model_validate({"schema_version": 1, "agents": agents} | profile)
    found = ask(model, Columns(tiny()), faults)
    assert not faults.found
    return found


def game(questions: Questions, ending: int = 0) -> GameUnits:
    """A game of eight nights with the tension and quiet above and two truces."""
    names = questions.columns.names
    values: dict[str, list[float]] = {"tension": TENSION, "quiet": QUIET}
    rows = [[values.get(name, [0.0] * 8)[day] for name in names] for day in range(8)]
    fill_worked_out(questions.columns, rows, TRUCES, [40.0, 60.0])
    return GameUnits(questions, DailyTable(rows, TRUCES, ending))


def units(quantity: dict[str, Any], **profile: Any) -> list[Unit]:
    questions = asked(quantities={"q": quantity}, **profile)
    return game(questions).of(questions.quantities["q"])


def numbers(quantity: dict[str, Any], **profile: Any) -> list[float | None]:
    """The units' numbers, rounded."""
    found = [unit.value for unit in units(quantity, **profile)]
    return [None if x is None else round(x, 6) for x in found]


@pytest.mark.parametrize(
    ("take", "number"),
    [
        ("mean tension", 0.5),
        ("sum tension", 4.0),
        ("least tension", 0.1),
        ("most tension", 0.9),
        ("first tension", 0.1),
        ("last tension", 0.4),
        ("change tension", 0.3),
        ("sum tension + quiet - quiet", 4.0),
        ("nights", 8.0),
        ("first day", 1.0),
        ("last score.shore", 60.0),
    ],
)
def test_a_game_gives_one_number(take: str, number: float) -> None:
    assert numbers({"take": take}) == [number]


def test_a_window_of_days_counts_from_the_first_and_is_cut_to_the_game() -> None:
    assert numbers({"take": "mean tension", "in": "days 1..2"}) == [0.15]
    assert numbers({"take": "last tension", "in": "days 3"}) == [0.6]
    assert numbers({"take": "last tension", "in": "days 7..90"}) == [0.4]
    assert numbers({"take": "mean tension", "in": "days 50..60"}) == [None]
    assert numbers({"take": "sum tension", "in": "days 50..60"}) == [0.0]


def test_where_keeps_nights_and_share_counts_them() -> None:
    assert numbers({"take": "nights", "where": ["tension >= 0.6"]}) == [4.0]
    assert numbers({"take": "share", "where": ["tension >= 0.6"]}) == [0.5]
    assert numbers({"take": "day", "where": ["tension >= 0.6"]}) == [3.0]
    assert numbers({"take": "day", "where": ["tension > 0.9"]}) == [None]
    assert numbers({"take": "mean quiet", "where": ["tension < 0.2"]}) == [1.0]
    assert numbers({"take": "nights", "where": ["day in 3..5"]}) == [3.0]


def test_an_episode_gives_one_number_each() -> None:
    truces = {"of": "truces"}
    assert numbers({**truces, "take": "nights"}) == [3.0, 2.0]
    assert numbers({**truces, "take": "mean tension"}) == [0.5, 0.6]
    assert numbers({**truces, "take": "first tension", "in": "before 1..1"}) == [0.1, 0.9]
    assert numbers({**truces, "take": "sum tension", "in": "before 2..9"}) == [0.0, 1.9]
    assert numbers({**truces, "take": "last tension", "in": "during 3..9"}) == [0.7, None]
    assert numbers({**truces, "take": "first tension", "in": "after 1..1"}) == [0.3, None]
    assert numbers({**truces, "take": "sum tension", "in": "from 3..4"}) == [1.0, 0.0]


def test_a_ratio_sets_one_window_against_another_and_keeps_both_for_pooling() -> None:
    found = units({"of": "truces", "take": "mean tension", "in": "during 1..2", "to": "before 1..1"})
    assert [round(unit.value or 0, 6) for unit in found] == [4.0, round(0.6 / 0.9, 6)]
    assert (found[0].nights, found[0].other_nights, round(found[0].total, 6)) == (2, 1, 0.8)
    assert numbers({"take": "sum tension", "in": "days 3..4", "to": "days 1..2"}) == [round(1.3 / 0.3, 6)]
    assert numbers({"take": "mean truce", "in": "days 3..4", "to": "days 1..2"}) == [None]


def test_episodes_are_longest_runs_of_nights() -> None:
    tense = {"episodes": {"tense": {"while": ["tension >= 0.6"]}}}
    assert numbers({"of": "tense", "take": "nights"}, **tense) == [2.0, 2.0]
    assert numbers({"of": "tense", "take": "nights", "among": ["number = 2"]}, **tense) == [2.0]
    assert runs([True, False, True, True]) == [PlayedEpisode(1, 1, 1, "ended", 1), PlayedEpisode(2, 3, 2, "running", 4)]
    assert runs([]) == runs([False]) == []


def test_units_are_chosen_by_what_they_are_and_by_the_table() -> None:
    truces = {"of": "truces", "take": "nights"}
    assert numbers({**truces, "among": ["nights >= 3"]}) == [3.0]
    assert numbers({**truces, "among": ["how = running"]}) == [2.0]
    assert numbers({**truces, "among": ["how = collapsed", "day in 1..2", "renewals < 1"]}) == [3.0]
    assert numbers({**truces, "opening": ["tension >= 0.5"]}) == [2.0]
    assert numbers({**truces, "closing": ["tension < 0.35"]}) == [3.0]
    assert numbers({"take": "nights", "among": ["nights < 8"]}) == []
    assert numbers({"take": "nights", "among": ["ending = crossing_opens"]}) == [8.0]


def test_nights_are_units_too() -> None:
    assert numbers({"of": "nights", "take": "mean quiet", "in": "days 2..4"}) == [2.0, 2.0, 2.0]
    assert numbers({"of": "nights", "take": "mean tension", "where": ["quiet = 1"]}) == [0.1]


@pytest.mark.parametrize(
    ("milestone", "passed"),
    [
        ({"ever": "tension >= 0.9"}, True),
        ({"ever": ["tension >= 0.9", "quiet = 1"]}, False),
        ({"ever": "tension >= 0.9", "in": "days 1..5"}, False),
        ({"never": "tension >= 0.9", "in": "days 1..5"}, True),
        ({"never": "tension >= 0.9"}, False),
        ({"first": "tension >= 0.6", "in": "days 2..3"}, True),
        ({"first": "tension >= 0.6", "in": "days 4..8"}, False),
        ({"first": "tension > 0.9", "in": "days 1..8"}, False),
        ({"throughout": "quiet >= 1"}, True),
        ({"throughout": "quiet >= 2"}, False),
        ({"finally": "tension = 0.4"}, True),
        ({"has": "truces", "among": ["nights >= 3"]}, True),
        ({"has": "truces", "among": ["nights >= 3"], "in": "days 3..8"}, False),
        ({"has": "truces", "opening": ["tension > 0.8"]}, False),
    ],
)
def test_a_milestone_is_yes_or_no(milestone: dict[str, Any], passed: bool) -> None:
    questions = asked(milestones={"m": milestone}, quantities={"q": {"share": "m"}, "n": {"count": ["m", "m"]}})
    assert [unit.value for unit in game(questions).of(questions.quantities["q"])] == [float(passed)]
    assert [unit.value for unit in game(questions).of(questions.quantities["n"])] == [2.0 * passed]


def test_milestones_choose_units() -> None:
    milestones = {"yes": {"ever": "tension >= 0.9"}, "no": {"never": "tension >= 0.9"}}
    assert numbers({"take": "nights", "among": ["yes", "not no"]}, milestones=milestones) == [8.0]
    assert numbers({"of": "truces", "take": "nights", "among": ["no"]}, milestones=milestones) == []


def test_a_night_of_collapse_fell_in_the_truce() -> None:
    assert numbers({"take": "nights", "where": ["under_truce = 1"]}) == [6.0]
    assert numbers({"take": "day", "where": ["under_truce = 1"]}) == [2.0]


def test_only_an_end_that_counts_makes_an_episode_over() -> None:
    alive = {"of": "truces", "take": "nights", "report": "survival 2"}
    assert [unit.over for unit in units(alive)] == [True, False]
    assert [unit.over for unit in units({**alive, "ends": ["expired"]})] == [False, False]


def test_a_window_before_the_first_day_is_empty() -> None:
    first = PlayedEpisode(1, 1, 0, "collapsed", 1)
    assert span(Window("before", 2, 3), first, 8) == (1, 0)
    assert span(None, first, 8) == (1, 0)
    assert span(Window("after", 1, 7), first, 8) == (1, 7)


def test_pulled_levers_are_columns() -> None:
    columns = Columns(tiny())
    column = columns.find("pulled.hill.whisper")
    rows = [[0.0], [2.0], [2.0]]
    fill_worked_out(columns, rows, [], [0.0, 0.0])
    assert [row[column] for row in rows] == [False, True, False]
    assert columns.slots() == [tiny().slot["lever.hill.whisper.day"]]


def test_a_condition_has_bounds_and_ids_of_values() -> None:
    assert bounds_of("pause = d2", tiny().names.issues) == ("pause", 1.0, 1.0)
    name, low, high = bounds_of("tension < 0.4", {})
    assert (name, low < -1e300) == ("tension", True)
    assert 0.39999 < high < 0.4
    with pytest.raises(ValueError, match="`d9` is not a value of `pause`, which takes `d1`, `d2`"):
        bounds_of("pause = d9", tiny().names.issues)
    assert holds([ColumnBounds(0, 1.0, 2.0)], [1.5])
    assert not holds([ColumnBounds(0, 1.0, 2.0)], [2.5])


def test_an_unknown_column_is_told_with_the_nearest() -> None:
    with pytest.raises(ValueError, match="the daily table has no `tensoin`; did you mean `tension`"):
        Columns(tiny()).find("tensoin")


def test_rows_hold_the_wanted_slots_of_the_nights_there_were() -> None:
    assert rows_of([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [0.0, 0.0, 0.0]], 2, [2, 0]) == [[3.0, 1.0], [6.0, 4.0]]


def test_rows_of_an_array_are_plain_numbers() -> None:
    numpy = pytest.importorskip("numpy")
    rows = rows_of(numpy.arange(6.0).reshape(3, 2), 2, [1])
    assert rows == [[1.0], [3.0]]
    assert type(rows[0][0]) is float

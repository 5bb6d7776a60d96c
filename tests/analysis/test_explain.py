"""Any hazard of any night, exactly: its terms in their order add up to the very number that was drawn with."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.why.explain import explain_night, nights
from sim.record.record import Record
from sim.rules import hazards
from sim.rules.arithmetic import logistic
from sim.scenario.tables import RulesTables
from sim.testing.play import PlayThrough
from sim.testing.strategies import play_throughs, scenarios
from tests.analysis.records import record_of
from tests.games import flagship
from tests.tries import tries


def handed_over(tables: RulesTables, record: Record) -> dict[int, list[float]]:
    """By day, the log-odds that the kernel's own draws were handed."""
    handed: list[float] = []
    found = {}

    def overheard(x: float) -> float:
        handed.append(x)
        return logistic(x)

    with patch.object(hazards, "logistic", overheard):
        for day, _ in nights(tables, record):
            found[day] = handed[:]
            handed.clear()
    return found


def check_nights(tables: RulesTables, record: Record, step: int = 1) -> int:
    """Every so many nights against what was handed over; returns how many hazards were drawn."""
    drawn = 0
    for day, handed in list(handed_over(tables, record).items())[::step]:
        found = explain_night(tables, record, day)
        assert [each.logit for each in found] == handed
        for each in found:
            assert [term.name for term in each.terms[1:]] == tables.names.hazards[each.hazard]
            total = each.terms[0].value
            for term in each.terms[1:]:
                total += term.value
            assert total == each.logit
            assert each.chance == logistic(total)
            assert each.struck == (each.drawn < each.chance)
        drawn += len(found)
    return drawn


@given(st.data())
@tries(0.5)
def test_the_terms_of_every_hazard_of_every_night_add_up_to_what_was_drawn_with(data: st.DataObject) -> None:
    tables = data.draw(scenarios())
    played = data.draw(play_throughs(tables))
    check_nights(tables, record_of(played.lines))


@given(play_throughs(flagship()))
@tries(0.07)
def test_so_they_do_in_the_large_scenario(played: PlayThrough) -> None:
    assert check_nights(flagship(), record_of(played.lines), 11) > 0

"""What an attentive observer could have believed: what the engine itself believed on the same sights, and no more."""

import pytest

from sim.ai.kernel import plain_kernel
from sim.analysis.understood.attentive import attentive_beliefs
from sim.record.notes import type_names
from sim.rules import layout as at
from tests.analysis.records import by_agents
from tests.games import tiny


@pytest.mark.parametrize("seat", [0, 1])
@pytest.mark.parametrize("number", range(3))
def test_it_believes_what_a_searcher_in_that_seat_noted_as_its_turns_began(seat: int, number: int) -> None:
    agents = ("search-20", "conceder") if seat == 0 else ("conceder", "search-20")
    past = by_agents(tiny(), agents, number)
    names = type_names(tiny(), seat)
    noted: dict[int, list[float]] = {}
    for each in past.notes:
        if each.seat == seat and names[0] in dict(each.note.beliefs):
            noted.setdefault(each.day, [dict(each.note.beliefs)[name] for name in names])
    found = {each.day: each for each in attentive_beliefs(plain_kernel(tiny()), past, seat)}
    assert noted, "it noted what it believed"
    for day, chances in noted.items():
        assert found[day].chances == pytest.approx(chances, abs=0.00011)


@pytest.mark.parametrize("seat", [0, 1])
def test_there_is_one_belief_a_day_on_which_the_seat_had_a_turn_each_a_whole_distribution(seat: int) -> None:
    past = by_agents(tiny(), ("historical", "conceder"), 3)
    found = attentive_beliefs(plain_kernel(tiny()), past, seat)
    assert [each.day for each in found] == sorted({ply.day for ply in past.plies if ply.seat == seat})
    first = {day: number for number, day in reversed([(p.number, p.day) for p in past.plies if p.seat == seat])}
    for each in found:
        assert sum(each.chances) == pytest.approx(1.0)
        assert each.after == past.heard[first[each.day]], "it rests on what had happened by then"
    row = tiny().ints[at.SEATS] + (1 - seat) * at.SEAT_ROW
    assert len(found[0].chances) == tiny().ints[row + at.SEAT_TYPES]

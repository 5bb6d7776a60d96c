"""Big turns are told before small news, with a mark; the terminal and the night have one order."""

import pytest

from sim.client.model import Model
from sim.client.telling.events import tell_all
from sim.client.telling.gravity import upheavals
from sim.client.telling.night import items
from sim.client.text.turn import news_lines, state_lines
from sim.record.events import Event
from sim.rules import layout as at
from tests.client.play import WIDTH, book, started
from tests.client.test_standing import having

FLAGSHIP = "aleppo-2016"


def night(model: Model) -> Model:
    """A night on which little happened first, and much after it."""
    names = list(model.names.hazards)
    struck = (names.index(each) for each in ("permit_granted", "jfs_departs", "truce_collapses"))
    rows = [*(("struck", float(each)) for each in struck), ("collapsed", 0.0)]
    events = tuple((model.day, Event(kind, "", 3, (0.0, about, 0.0, 0.0))) for kind, about in rows)
    return having(model, {at.DAY: model.day + 1.0}, events)


def test_what_ends_an_agreement_comes_first_with_its_cause_then_turns_then_the_rest() -> None:
    model = night(started(FLAGSHIP, 0)[1])
    told = tell_all(model, model.look.events)
    assert [each.upheaval for each in told] == [True, True, True, False]
    assert [each.kind for each in told] == ["struck", "collapsed", "struck", "struck"]
    assert "each names the other side" in told[0].text, "the cause before what came of it"
    assert [each.told.text for each in items(model, (model.look,))] == [each.text for each in told]
    lines = [line for line in news_lines(model, WIDTH) if line.startswith("  - ")]
    assert [line.startswith("  - ! ") for line in lines[:4]] == [True, True, True, False]


@pytest.mark.parametrize(
    ("scenario", "some", "none"),
    [
        (FLAGSHIP, {"jfs_departs", "clash_occurs", "convoy_struck", "offensive_starts"}, {"west_attacked", "us_leak"}),
        ("tutorial", {"breakdown"}, {"shots"}),
    ],
)
def test_a_turn_is_known_by_what_it_does_not_by_its_name(scenario: str, some: set[str], none: set[str]) -> None:
    found = {id_ for _, id_ in upheavals(book(scenario))}
    assert found >= some
    assert not found & none, "a small push, or a flag that every night takes back"


def test_a_figure_that_moves_far_in_a_night_has_the_mark_too() -> None:
    _, model = started(FLAGSHIP, 0)
    slots = model.tables.slot
    moved = having(model, {at.DAY: 2.0, slots["violation"]: 1.0, slots["trust"]: model.values[slots["trust"]] + 0.02})
    said = "\n".join(state_lines(moved, WIDTH))
    assert "+70 !" in said
    assert said.count("!") == 1

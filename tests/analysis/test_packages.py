"""What was on the table: the frontier cannot be bettered, the Nash point has the largest product of gains."""

from pathlib import Path

from sim.analysis.why.packages import TablePicture, draw_table, frontier
from sim.analysis.why.story import FinishedRecord, read_story
from sim.record.record import read_record
from tests.analysis.records import by_agents, by_script
from tests.games import flagship, tiny

SCRIPT = Path(__file__).parents[1] / "golden" / "tiny-script.txt"


def played() -> tuple[FinishedRecord, TablePicture]:
    past = by_agents(flagship(), ("cooperative", "cooperative"), 4)
    return past, draw_table(past)


def test_no_package_betters_one_of_the_frontier_for_both() -> None:
    _, table = played()
    assert len(table.frontier) > 5
    for x, y in table.frontier:
        assert not any(a > x + 1e-9 and b > y + 1e-9 for a, b in table.places)
    assert list(table.frontier) == sorted(table.frontier)
    assert frontier([(1.0, 1.0), (2.0, 0.5), (0.5, 0.5)]) == ((1.0, 1.0), (2.0, 0.5))


def test_the_disagreement_point_is_par_of_both_true_types() -> None:
    past, table = played()
    kinds = [list(past.tables.names.types.values())[seat] for seat in range(2)]
    pars = past.tables.names.par
    assert table.no_deal is not None
    for seat, name in enumerate(past.tables.names.seats):
        assert table.no_deal[seat] in [pars[name][kind] for kind in kinds[seat]]


def test_the_nash_point_has_the_largest_product_of_gains() -> None:
    _, table = played()
    assert table.nash is not None
    assert table.no_deal is not None
    gains = [(a - table.no_deal[0], b - table.no_deal[1]) for a, b in table.places]
    most = max(a * b for a, b in gains if a > 0 and b > 0)
    own = [table.nash.place[seat] - table.no_deal[seat] for seat in range(2)]
    assert own[0] * own[1] >= most - 1e-9
    assert len(table.nash.options) == len(flagship().names.issues)


def test_the_better_package_betters_what_was_signed_last_for_both_and_is_told_where_there_is_one() -> None:
    found = []
    for game in range(6):
        table = draw_table(by_agents(flagship(), ("cooperative", "cooperative"), game))
        if not table.signed:
            continue
        own, rivals = table.signed[-1].place
        found.append(table.better is not None)
        assert found[-1] == any(a > own + 1e-9 and b > rivals + 1e-9 for a, b in table.places)
        if table.better:
            assert table.better.place[0] > own
            assert table.better.place[1] > rivals
    assert any(found)


def test_offers_and_signatures_are_those_of_the_record() -> None:
    table = draw_table(read_story(tiny(), read_record(SCRIPT)))
    assert [[each.day for each in path] for path in table.offers] == [[2], [1]]
    assert [(each.day, each.options) for each in table.signed] == [(2, (1, 1))]
    assert table.offers[0][0].place == table.signed[0].place


def test_where_nobody_signs_nothing_is_better_than_what_was_signed() -> None:
    table = draw_table(by_script(tiny(), ("hold", "hold"), "end; end"))
    assert (table.signed, table.better, table.offers) == ((), None, ((), ()))

"""Par is what reference play gives, to within the error of fewer games."""

import pytest

from sim.analysis.study.par import mean_scores
from sim.scenario.book import open_book

WITHIN = 3.0  # points; the mean of a type over these games has a standard error under one


@pytest.mark.parametrize(("scenario", "games"), [("tiny", 4000), ("aleppo-2016", 1500)])
def test_the_par_of_a_scenario_is_what_its_doctrine_of_the_record_scores(scenario: str, games: int) -> None:
    tables = open_book(scenario).tables
    found = mean_scores(tables, "historical", games, rng_seed=2)
    assert found.keys() == tables.names.par.keys()
    for seat, kinds in tables.names.par.items():
        assert found[seat] == pytest.approx(kinds, abs=WITHIN)

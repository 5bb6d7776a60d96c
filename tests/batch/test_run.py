"""The same plan gives the same results to the bit, however it is run."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from sim.ai.registry import UnknownAgent
from sim.batch.plan import BLOCK, PlanError, make_plan
from sim.batch.run import BatchWorkers, run_plan
from tests.batch.conftest import PLAIN, Summary, book, plan, run
from tests.conftest import MakeKernel

WITHOUT = """
import sys
for extra in ("numba", "llvmlite", "numpy"):
    sys.modules[extra] = None  # as if it were not installed
from sim.cli.main import main
sys.argv = ["cessation", *sys.argv[1:]]
main()
"""


def test_two_jobs_give_what_one_gives() -> None:
    asked = plan(games=2 * BLOCK + 9)
    assert run(asked, BatchWorkers(2, False)) == run(asked, PLAIN)


def test_the_compiled_kernel_gives_what_the_plain_one_gives(compiled: MakeKernel) -> None:
    asked = plan(games=2 * BLOCK + 9)
    expected = run(asked, PLAIN)
    assert run(asked, BatchWorkers(1, True)) == expected
    assert run(asked, BatchWorkers(2, True)) == expected


def test_the_flagship_is_the_same_in_either_form(compiled: MakeKernel) -> None:
    asked = plan("aleppo-2016", games=3)
    assert run(asked, BatchWorkers(1, True)) == run(asked, PLAIN)


def test_the_flagship_is_the_same_with_two_jobs(compiled: MakeKernel) -> None:
    asked = plan("aleppo-2016", {}, games=2 * BLOCK)
    assert run(asked, BatchWorkers(2, True)) == run(asked, BatchWorkers(1, True))


def test_without_numba_and_numpy_the_command_says_the_same() -> None:
    words = ["run", "tiny", "--hill", "random", "--games", "70", "--jobs", "1", "--json"]
    bare = subprocess.run([sys.executable, "-c", WITHOUT, *words], check=True, capture_output=True, text=True)
    found = json.loads(bare.stdout)
    assert found.pop("performance")["compiled"] is False
    assert found == run(plan(agents={"hill": "random"}, games=70))
    assert not bare.stderr


def test_games_do_not_depend_on_where_a_plan_begins() -> None:
    whole = run(plan(games=100))
    parts = [run(plan(games=50)), run(plan(games=50, first_game=50))]
    for ending, each in whole["endings"].items():
        assert each["count"] == sum(part["endings"][ending]["count"] for part in parts)
    assert whole["decisions"] == sum(part["decisions"] for part in parts)


def test_other_luck_gives_another_digest() -> None:
    assert len({run(plan(games=9, rng_seed=rng_seed))["digest"] for rng_seed in (1, 2, 2**40)}) == 3
    assert run(plan(games=9))["digest"] != run(plan(games=9, first_game=1))["digest"]


def test_every_ending_is_listed_with_its_interval() -> None:
    summary = run(plan(games=200))
    assert list(summary["endings"]) == book().tables.names.endings
    assert sum(each["count"] for each in summary["endings"].values()) == 200
    for each in summary["endings"].values():
        assert 0 <= each["low"] <= each["share"] == each["count"] / 200 <= each["high"] <= 1


def test_the_summary_is_plain_data_with_all_that_was_promised() -> None:
    summary = run(plan(games=70))
    assert json.loads(json.dumps(summary)) == summary
    assert summary["scenario"] == {"id": "tiny", "hash": book().tables.digest}
    assert (summary["games"], summary["rng_seed"]) == (70, 1)
    assert summary["agents"] == {"hill": "random", "shore": "boulware"}
    for each in summary["scores"].values():
        assert 0 <= each["low"] <= each["mean"] <= each["high"] <= 100
        assert each["par"] > 0
    cost = summary["human_cost"]["hurt_at_crossing"]
    assert cost["low"] == pytest.approx(0.8 * cost["mean"])
    assert cost["high"] == pytest.approx(1.5 * cost["mean"])
    assert cost["mean_low"] < cost["mean"] < cost["mean_high"]
    assert (cost["unit"], cost["from"]) == ("people", ["T15"])


def test_one_game_has_intervals_too() -> None:
    summary = run(plan(games=1))
    assert {(each["low"], each["high"]) for each in summary["scores"].values()} == {(0.0, 100.0)}


def test_somebodys_own_agent_plays_as_the_built_in_one_that_does_the_same(bots: Callable[[int], object]) -> None:
    own = run(plan(agents={"hill": "idle", "shore": "random"}, games=70), BatchWorkers(2, None))
    built_in: Summary = run(plan(agents={"hill": "hold", "shore": "random"}, games=70))
    assert own.pop("agents") != built_in.pop("agents")
    assert own == built_in


def test_seats_without_an_agent_are_played_by_the_record_or_plainly() -> None:
    tables = book().tables
    assert plan(agents={"shore": "hold"}).agents == (("hill", "historical"), ("shore", "hold"))
    bare = replace(tables, names=replace(tables.names, doctrines=[]))
    assert make_plan(bare, "tiny", {}).agents == (("hill", "linear"), ("shore", "linear"))


def test_a_plan_that_cannot_be_played_is_refused() -> None:
    tables = book().tables
    for what, number in (
        ("games", 0),
        ("rng_seed", -1),
        ("rng_seed", 2**63),
        ("first_game", -1),
        ("first_game", 2**53),
    ):
        numbers: dict[str, Any] = {what: number}
        with pytest.raises(PlanError):
            plan(**numbers)
    with pytest.raises(PlanError, match="no seat `dale`; its seats are hill and shore"):
        make_plan(tables, "tiny", {"dale": "hold"})
    with pytest.raises(UnknownAgent, match="no agent `nobody`"):
        make_plan(tables, "tiny", {"hill": "nobody"})
    with pytest.raises(PlanError, match="cessation play"):
        make_plan(tables, "tiny", {"hill": "human"})
    with pytest.raises(PlanError, match="no table `dayz`"):
        make_plan(tables, "tiny", {}, ["dayz"])
    with pytest.raises(PlanError, match="another version"):
        run(replace(plan(), digest="0" * 64))


def test_a_plan_is_plain_data() -> None:
    data = plan(games=7, tables="days").to_json()
    assert json.loads(json.dumps(data)) == data
    assert data["tables"] == ["games", "agreements", "days"]
    assert data["block"] == BLOCK


def test_who_asks_for_nothing_gets_the_fastest_there_is(compiled: MakeKernel) -> None:
    how = run_plan(plan(games=9), book(), BatchWorkers())["performance"]
    assert (how["compiled"], how["jobs"]) == (True, 1)

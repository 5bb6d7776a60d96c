"""Depth: what is measured is what is so, on a scenario of which that is known by construction and on made numbers."""

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from sim.ai.kernel import can_compile
from sim.ai.registry import FAMILIES
from sim.analysis.depth import lengths
from sim.analysis.depth import lint as linting
from sim.analysis.depth.bench import FREE, Bench, BoundsAsked, option_number, others
from sim.analysis.depth.decisions import stops_of, told_apart
from sim.analysis.depth.deletion import CLAUSE, HAZARD, LEVER, bounds_without, deletions, tables_without
from sim.analysis.depth.forced import NOTHING, Scene, signed
from sim.analysis.depth.lengths import BestLengths, ranked, shares, term_issue
from sim.analysis.depth.lines import FixedLines, held_lines
from sim.analysis.depth.lint import lint
from sim.analysis.depth.packages import frontier
from sim.analysis.depth.plan import DepthPlan
from sim.analysis.depth.relevance import MATTERS, NO_EFFECT, NOT_SEEN, UNUSED, Relevance
from sim.analysis.depth.sampling import may_sign, sample_position, session_of
from sim.analysis.depth.study import make_depth, measure_depth
from sim.analysis.depth.uses import use_counts
from sim.analysis.depth.varied import parts_within, skill_share, variance_parts
from sim.analysis.depth.worth import correlation, dominated_on_paper, reliability
from sim.batch.plan import PlanError
from sim.batch.run import BatchWorkers
from sim.cli.main import cli
from sim.rules import layout as at
from sim.rules.packages import read_package as package_of
from tests.analysis.well import well
from tests.games import flagship, tiny

AGENTS = ("boulware", "linear", "conceder", "dove")
PAIR = ("conceder", "linear")


def plan(positions: int = 4, games: int = 64) -> DepthPlan:
    return DepthPlan("well", well().digest, AGENTS, positions, 0, games, 1)


def bench() -> Bench:
    return Bench(well(), 1, compiled=False)


# ------------------------------------------------------------------------------------------------- held to bounds
@given(
    st.sampled_from(sorted(FAMILIES)), st.sampled_from(sorted(FAMILIES)), st.integers(0, 1), st.integers(0, 3),
    st.integers(0, 10_000),
)  # fmt: skip
def test_a_seat_neither_tables_nor_signs_what_is_beyond_its_bounds(
    own: str, rival: str, seat: int, option: int, game: int
) -> None:
    """Whoever plays; option 0 and 1 are of the first issue, 2 and 3 of the second."""
    tables = tiny()
    barred = (frozenset({option}), frozenset[int]()) if seat == 0 else (frozenset[int](), frozenset({option}))
    played = Bench(tables, 1, compiled=False)
    pair = (own, rival) if seat == 0 else (rival, own)
    kernel = played.kernel
    tape, desk = kernel.tape(1, actions=True), kernel.desk(*played.brains(pair))
    played.play_within(kernel.ints, kernel.reals, desk, tape, played.bounds(BoundsAsked(barred), game))
    mine = [row[2:] for row in tape.actions[0][: tape.acted[0]] if row[1] == seat]
    packages = [row[1] for row in mine if row[0] == 1]
    packages += [int(row[1]) for row in tape.agreements[0][: tape.signed[0]]]
    for package in packages:
        assert option not in (option_number(tables, 0, package // 2), option_number(tables, 1, package % 2))


@pytest.mark.parametrize("pair", [("random", "random"), PAIR, ("historical", "micro")])
def test_wide_bounds_change_nothing(pair: tuple[str, str]) -> None:
    played = Bench(tiny(), 1, compiled=False)
    kernel = played.kernel
    tape, desk = kernel.tape(20), kernel.desk(*played.brains(pair))
    played.play_within(kernel.ints, kernel.reals, desk, tape, played.bounds(FREE, 0))
    free = played.tape_of(pair, range(20))
    assert (tape.finals, tape.scores, tape.decisions) == (free.finals, free.scores, free.decisions)


def test_a_seat_that_signs_nothing_has_no_agreement() -> None:
    for signs in ((False, True), (True, False)):
        games = bench().games_of(PAIR, range(20), BoundsAsked(signs=signs))
        assert {game.length[1] for game in games} == {0}
    assert {game.length[1] for game in bench().games_of(PAIR, range(20))} == {1}


def test_a_lever_is_pulled_at_its_first_chance() -> None:
    names = well().names.levers
    at_once = frozenset({names.index("north.sweep")})
    played = bench()
    assert use_counts(played, ("hold", "hold"), range(4))[f"{LEVER} north.sweep"] == 0
    kernel = played.kernel
    tape, desk = kernel.tape(4, actions=True), kernel.desk(*played.brains(("hold", "hold")))
    played.play_within(kernel.ints, kernel.reals, desk, tape, played.bounds(BoundsAsked(at_once=at_once), 0))
    for i in range(4):
        pulls = [row for row in tape.actions[i][: tape.acted[i]] if row[2] == 9]
        assert pulls == [[1, 0, 9, names.index("north.sweep"), 0]]


# ------------------------------------------------------------------------------------------------------ taken out
def test_what_is_taken_out_never_comes_into_play() -> None:
    """Of the hazards, clauses and levers of the smallest scenario, in games in which they do otherwise."""
    tables, pair, games = tiny(), ("random", "random"), range(150)
    used = use_counts(Bench(tables, 1, compiled=False), pair, games)
    met = 0
    for what in deletions(tables):
        name = f"{what.sort} {what.name}"
        if what.sort in (HAZARD, CLAUSE, LEVER) and used[name] > 0:
            met += 1
            assert use_counts(Bench(tables_without(tables, what), 1, compiled=False), pair, games)[name] == 0, name
    assert met >= 7


def test_an_option_that_is_taken_out_is_signed_by_nobody() -> None:
    tables = tiny()
    for what in deletions(tables):
        asked = bounds_without(tables, what)
        if asked is None:
            continue
        settled = what.sort == "issue"
        gone = (
            others(tables, what.number, what.option) if settled else {option_number(tables, what.number, what.option)}
        )
        assert asked.barred == (gone, gone)


def test_everything_large_can_be_taken_out_of_the_flagship() -> None:
    """The tables without a thing have the same shape, and differ."""
    tables = flagship()
    for what in deletions(tables):
        if bounds_without(tables, what) is None:
            without = tables_without(tables, what)
            assert len(without.ints) == len(tables.ints)
            assert (without.ints, without.reals) != (tables.ints, tables.reals), what


def test_what_matters_is_told_from_what_does_not() -> None:
    part = Relevance(well(), plan(games=96))
    told = part.tell([part.play(bench(), order) for order in range(part.orders)])
    said = {(row["sort"], row["name"]): row for row in told["things"]}
    assert said["clause", "bucket_chain"]["verdict"] == said["issue", "term"]["verdict"] == MATTERS
    assert said["clause", "painting"]["verdict"] == NO_EFFECT
    assert said["hazard", "sandstorm"]["verdict"] == UNUSED
    assert said["hazard", "quarrel"]["verdict"] == MATTERS
    assert said["hazard", "quarrel"]["scores"]["north"]["low"] > 0.0
    assert said["lever", "south.draw_water"]["verdict"] == MATTERS
    assert said["lever", "north.draw_water"]["verdict"] == UNUSED
    assert said["lever", "north.draw_water"]["at_once"]["verdict"] == MATTERS
    assert said["lever", "north.sweep"]["at_once"]["verdict"] == NO_EFFECT
    assert said["issue", "colour"]["verdict"] in (NO_EFFECT, NOT_SEEN)


def test_remarks_say_where_the_idle_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linting, "GAMES", 100)
    found = {remark.path: remark.message for remark in lint(well(), 1, compiled=False)}
    assert ("clauses", "painting") in found
    assert ("clauses", "bucket_chain") not in found
    assert ("hazards", "sandstorm") in found
    assert ("endings", "buried") in found
    assert "no more than `long`" in found["issues", "term", "options", "short"]
    assert ("levers", "draw_water") not in found


# --------------------------------------------------------------------------------------------- lengths and lines
def test_the_issue_that_sets_the_term_is_found_from_the_tables() -> None:
    assert [list(tables.names.issues)[term_issue(tables)] for tables in (tiny(), flagship(), well())] == [
        "pause", "pause", "term",
    ]  # fmt: skip


def test_the_length_that_is_best_by_construction_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lengths, "SEARCHER", "linear")
    part = BestLengths(well(), plan(positions=2))
    told = part.tell([part.play(bench(), order) for order in range(part.orders)])
    best = told["best"]["all"]["options"]
    assert told["positions"] == 2
    assert (best["long"]["share"], best["short"]["share"]) == (1.0, 0.0)
    assert best["short"]["to_be_had"] == 0.0  # the rival would rather wait for the longer one


def test_a_line_that_is_best_by_construction_is_dominant() -> None:
    part = FixedLines(well(), plan(games=48))
    told = part.tell([part.play(bench(), order) for order in range(part.orders)])
    assert [line.name for line in held_lines(well())] == ["free", "always term=short", "always term=long", "never sign"]
    for seat in told["seats"].values():
        assert "always term=long" in seat["dominant"]
        assert "always term=short" not in seat["dominant"]
        lines = seat["lines"]
        assert lines["always term=short"]["above"]["high"] < 0.0
        assert lines["always term=long"]["score"] == lines["free"]["score"]


def test_a_line_that_a_free_searcher_beats_is_not_dominant() -> None:
    part = FixedLines(well(), replace(plan(games=48), searcher=4))
    pieces = [part.play(bench(), order) for order in range(part.orders)]
    n = 2 * len(held_lines(well()))
    assert [len(each["scores"]) for each in pieces[n:]] == [1] * 2 * len(AGENTS)
    for score, dominant in ((0.0, True), (100.0, False)):
        told = part.tell([*pieces[:n], *({"scores": [score]} for _ in pieces[n:])])
        for seat in told["seats"].values():
            assert ("always term=long" in seat["dominant"]) == dominant


def test_ties_share_a_position() -> None:
    found: list[dict[str, Any]] = [
        {
            "options": ranked({"a": [1.0, 2.0, 3.0], "b": [1.0, 2.0, 3.0], "c": [0.0, 1.0, 2.0]}),
            "nothing": {"tied": True},
        },
        {"options": ranked({"a": [5.0, 1.0], "c": [1.0, 5.1]}), "nothing": {"tied": False}},
        {"options": ranked({"c": [1.0, 1.0]}), "nothing": {"tied": False}},
        {"options": {}, "nothing": None},
    ]
    told = shares(["a", "b", "c"], found)
    assert (told["positions"], told["no_deal"]) == (3, 1)
    row = {name: each["share"] for name, each in told["options"].items()}
    assert row == pytest.approx({"a": 1 / 3, "b": 1 / 6, "c": 1 / 2})
    assert told["options"]["c"]["alone"] == pytest.approx(1 / 3)
    assert told["options"]["b"]["to_be_had"] == pytest.approx(1 / 3)
    assert told["nothing"]["share"] == pytest.approx(1 / 3)


def test_the_frontier_leaves_out_what_another_package_betters() -> None:
    assert frontier({1: (3.0, 1.0), 2: (2.0, 2.0), 3: (2.0, 1.5), 4: (0.0, 5.0), 5: (0.0, 5.0)}) == [1, 2, 4]


def test_a_sampled_position_is_of_a_seat_that_could_sign() -> None:
    for number in range(4):
        position = sample_position(tiny(), AGENTS, 3, number)
        assert position is not None
        assert (position.seat, int(position.state[at.TO_MOVE])) == (number % 2, number % 2)
        assert may_sign(tiny(), position.state)
        assert position == sample_position(tiny(), AGENTS, 3, number)
    assert sample_position(tiny(), AGENTS, 3, 0, lambda *_: False) is None


def test_a_forced_signature_takes_the_table_and_puts_the_package_in_force() -> None:
    tables = tiny()
    played = Bench(tables, 1, compiled=False)
    position = sample_position(tables, AGENTS, 3, 1)
    assert position is not None
    scene = Scene(position.state, position.seat, 1)
    before = list(position.state)
    (idle,) = signed(played, scene, NOTHING, range(1))
    before[at.TABLED] = 1.0
    assert idle == before
    for package in range(4):
        (state,) = signed(played, scene, package, range(1))
        assert (state[at.STATUS], state[at.TABLED]) == (at.IN_FORCE, 1.0)
        assert package_of(tables.ints, state, tables.ints[at.FIRST_PACKAGE]) == package
        for seat in range(2):
            slot = at.SEAT_BASE + seat * at.SEAT_WIDTH + at.CAPITAL
            assert state[slot] == max(0.0, before[slot] - 1.0)


# -------------------------------------------------------------------------------------------------- luck and skill
def table(score: Any, agents: int = 3, games: int = 200) -> list[list[list[float]]]:
    return [[[score(a, b, k) for k in range(games)] for b in range(agents)] for a in range(agents)]


def test_variance_goes_to_what_makes_it() -> None:
    luck = random.Random(1)
    noise = [luck.random() for _ in range(4096)]
    by_choice = variance_parts(table(lambda a, b, _: 10.0 * a + 3.0 * b))
    assert skill_share(by_choice) == 1.0
    assert by_choice["own"] == pytest.approx(100 * 2 / 3)
    assert by_choice["rival"] == pytest.approx(9 * 2 / 3)
    assert skill_share(variance_parts(table(lambda _, __, k: 5.0 * (k % 3)))) == pytest.approx(0.0, abs=1e-9)
    both = variance_parts(table(lambda a, b, k: 4.0 * (a == b) + noise[(a * 3 + b) * 400 + k]))
    assert both["together"] == pytest.approx(16 * 2 / 9, rel=0.1)
    assert both["meeting"] == pytest.approx(1 / 12, rel=0.1)
    alike = table(lambda a, _, k: 20.0 * (k % 2) + a)
    assert skill_share(variance_parts(alike)) < 0.01
    assert skill_share(parts_within(alike, [(k % 2, 0) for k in range(200)])) == pytest.approx(1.0)


# --------------------------------------------------------------------------------------------- paper and decisions
def test_an_option_is_bettered_on_paper_only_for_all_types() -> None:
    assert dominated_on_paper(well()) == [("term", "short", "long"), ("toll", "high", "low")]
    assert dominated_on_paper(tiny()) == []


def test_correlation_is_pearsons() -> None:
    assert correlation([1.0, 2.0, 3.0], [2.0, 4.0, 6.0]) == pytest.approx(1.0)
    assert correlation([1.0, 2.0, 3.0, 4.0], [1.0, 3.0, 2.0, 4.0]) == pytest.approx(0.8)
    assert correlation([1.0, 1.0], [0.0, 5.0]) == 0.0
    assert reliability([[1.0, 2.0, 3.0], [11.0, 12.0, 13.0]]) == pytest.approx(1.0)
    assert reliability([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]]) == 0.0
    assert reliability([[0.0, 2.0, 4.0], [1.0, 1.0, 4.0]]) == pytest.approx(2 * (1 - (8 / 3 + 2) / (26 / 3)))


def test_a_decision_is_live_if_something_surely_differs() -> None:
    idle = [50.0 + (j % 7) for j in range(60)]
    higher, lower = [x + 5.0 for x in idle], [x - 5.0 for x in idle]
    assert told_apart(idle, idle, idle) == {"live": False, "pressing": False, "stake": 0.0}
    assert told_apart(idle, idle, higher) == {"live": True, "pressing": True, "stake": pytest.approx(5.0)}
    assert told_apart(idle, lower, idle) == {"live": True, "pressing": False, "stake": pytest.approx(5.0)}
    unsure = [x + (40.0 if j % 2 else -39.0) for j, x in enumerate(idle)]
    assert told_apart(idle, idle, unsure)["live"] is False


def test_days_stop_only_when_something_calls() -> None:
    """A seat against one that does nothing is called on the first day, and when its capital is full; never else."""
    stops = stops_of(well(), session_of(well(), ("hold", "hold"), 1, 0), 0)
    assert [(stop.day, stop.why, stop.acts) for stop in stops] == [
        (1, ("beginning",), 0), (3, ("capital_is_full",), 0),
    ]  # fmt: skip
    stops = stops_of(well(), session_of(well(), PAIR, 1, 0), 0)
    assert "signed" in {why for stop in stops for why in stop.why}
    assert stops[0].acts > 0


# ---------------------------------------------------------------------------------------------------- as a whole
@pytest.mark.slow
def test_the_same_seed_gives_the_same_result_for_any_number_of_jobs_compiled_or_not() -> None:
    asked = make_depth(tiny(), "tiny", AGENTS, {"positions": 2, "simulations": 0, "games": 32}, 5)
    parts = ["varied", "lines", "worth", "decisions"]
    one = measure_depth(tiny(), asked, parts, BatchWorkers(1, False))
    two = measure_depth(tiny(), asked, parts, BatchWorkers(2, can_compile()))
    assert (one.pop("performance")["jobs"], two.pop("performance")["jobs"]) == (1, 2)
    assert one == two


def test_a_field_is_checked() -> None:
    for agents in (
        ["linear", "dove"],
        ["linear", "linear", "dove", "micro"],
        ["linear", "dove", "micro", "search-200"],
    ):
        with pytest.raises(PlanError):
            make_depth(tiny(), "tiny", agents, {"positions": 2, "simulations": 0, "games": 8}, 1)


def test_the_command_prints_the_page_that_it_writes(tmp_path: Path) -> None:
    out = tmp_path / "DEPTH.md"
    words = ["depth", "tiny", "--agents", "linear,dove,conceder,historical", "--positions", "2", "--games", "16"]
    words += ["--part", "varied", "--part", "lines", "--no-compiled", "--jobs", "1", "--quiet"]
    printed = CliRunner().invoke(cli, [*words, "--out", str(out)])
    assert printed.exit_code == 0, printed.output
    assert printed.stdout == out.read_text("utf-8")
    command = "cessation depth tiny --positions 2 --games 16 --agents linear,dove,conceder,historical"
    assert f"{command} --part varied --part lines --rng-seed 1" in printed.stdout
    assert "## Criteria" in printed.stdout
    told = json.loads(CliRunner().invoke(cli, [*words, "--json"]).stdout)
    assert [each["id"] for each in told["criteria"]] == ["lines", "luck", "endings"]
    assert told["plan"]["games"] == 16


def test_an_unknown_part_is_named_with_those_there_are() -> None:
    said = CliRunner().invoke(cli, ["depth", "tiny", "--part", "depth"])
    assert (said.exit_code, "there is no part `depth`; there are varied" in str(said.exception or said.output)) == (
        1,
        True,
    )


def test_a_deep_check_names_the_line() -> None:
    said = CliRunner().invoke(cli, ["check", "tiny", "--deep"])
    assert said.exit_code == 0, said.output
    row = next(line for line in said.stdout.splitlines() if "clauses.carry:" in line)
    file, line, *_ = row.strip().split(":")
    assert Path(file).read_text("utf-8").splitlines()[int(line) - 1].strip().startswith("carry:")
    assert CliRunner().invoke(cli, ["check", "tiny", "--deep", "--strict", "--quiet"]).exit_code == 1

"""Turning points: futures of a moment against exact answers, and the search for choices that mattered."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sim.ai.kernel import Kernel, plain_kernel
from sim.ai.rollout import Tape
from sim.analysis.solver.perft import branches, follow
from sim.analysis.study.estimates import Estimate
from sim.analysis.why.choices import LEAVE_OUT, REFUSE, WAIT, Alternative, decision_points
from sim.analysis.why.futures import FIRST_FUTURE, Branch, Futures, promised_nights, stand_ins
from sim.analysis.why.story import FinishedRecord, PastPly
from sim.analysis.why.turning import PairedEstimate, Progress, Search, SearchPlan, TurningPoints, compare
from sim.analysis.why.turning_words import sentence
from sim.cli.main import cli
from sim.errors import CessationError
from sim.record.notation import END, Action, read_package_text
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.endings import returns
from sim.rules.luck import OF_HAZARD, point_of
from sim.scenario.book import open_book
from tests.analysis.records import by_agents, by_script, ply_of
from tests.conftest import MakeKernel
from tests.games import tiny

IDLE = ("hold", "hold")
SIGNING = "propose d1/afloat private; end; accept o1; end"  # made ready on the first night, silent on the second
WAITED = Alternative(WAIT, Action(act.HOLD))


def exact(past: FinishedRecord, ply: PastPly, action: Action) -> dict[str, float]:
    """What is to be expected after an action if both seats then pass: every outcome of chance, by its probability."""
    waiting = list(branches(tiny(), follow(tiny(), action), list(ply.state)))
    found = dict.fromkeys(["ending", "score.hill", "score.shore", "cost.hurt_at_crossing"], 0.0)
    while waiting:
        state, chance = waiting.pop()
        if state[at.ENDING] < 0.0:
            waiting += [(each, chance * p) for each, p in branches(tiny(), follow(tiny(), END), state)]
            continue
        found["ending"] += chance * (state[at.ENDING] == past.ending)
        found["cost.hurt_at_crossing"] += chance * state[tiny().slot["hurt"]]
        for seat, name in enumerate(tiny().names.seats):
            found[f"score.{name}"] += chance * returns(tiny().ints, tiny().reals, state, seat)
    return found


def ensemble(past: FinishedRecord, ply: PastPly, alternative: Alternative | None, n: int) -> dict[str, PairedEstimate]:
    futures = Futures(plain_kernel(past.tables), past, 3)
    one, other = (futures.play(Branch(ply, each), 0, n) for each in (None, alternative))
    return {each.name: each for each in compare(one, other, signing=True)}


def test_expected_scores_and_endings_lie_in_their_intervals() -> None:
    """A pause signed, or waited with, at the ferry; what is exact is enumerated outcome by outcome."""
    past = by_script(tiny(), IDLE, SIGNING, game=0)
    ply = ply_of(past, act.ACCEPT)
    found = ensemble(past, ply, WAITED, 1500)
    signed, waited = exact(past, ply, ply.action), exact(past, ply, Action(act.HOLD))
    assert signed != pytest.approx(waited)
    for name in signed:
        each = found[name]
        answers = (signed[name], waited[name], waited[name] - signed[name])
        for estimate, answer in zip((each.recorded, each.alternative, each.difference), answers, strict=True):
            assert estimate.low is not None
            assert estimate.high is not None
            assert estimate.low - 1e-9 <= answer <= estimate.high + 1e-9, name
            assert estimate.high - estimate.low < 12.0
    assert found["signed"].recorded.value == 1.0
    assert found["signed"].alternative.value == 0.0


def test_a_branch_against_itself_differs_by_nothing() -> None:
    past = by_agents(tiny(), ("random", "historical"), game=4)
    for ply in past.plies[:: max(1, len(past.plies) // 4)]:
        for each in ensemble(past, ply, None, 40).values():
            assert each.difference == Estimate(0.0, 0.0, 0.0, 40)


@pytest.mark.parametrize("agents", [("random", "historical"), ("boulware", "random")])
def test_a_future_with_the_records_own_luck_is_the_record(agents: tuple[str, str]) -> None:
    """From whatever ply it is played."""
    past = by_agents(tiny(), agents, game=4)
    futures = Futures(plain_kernel(tiny()), past, past.header.rng_seed)
    for ply in past.plies:
        found = futures.play(Branch(ply, None), past.header.game - FIRST_FUTURE, 1)
        assert (found["score.hill"], found["score.shore"]) == ([past.scores[0]], [past.scores[1]])
        assert found["ending"] == [1.0]
        assert found["cost.hurt_at_crossing"] == [past.final[tiny().slot["hurt"]]]


def test_what_was_forced_in_the_record_is_forced_in_its_futures() -> None:
    shots = point_of(2, OF_HAZARD, list(tiny().names.hazards).index("breach"), 0)
    for outcome in (0, 1):
        past = by_script(tiny(), IDLE, SIGNING, 0, ((shots, outcome),))
        found = ensemble(past, ply_of(past, act.ACCEPT), WAITED, 60)
        assert found["holds_term"].recorded.value == 1.0 - outcome


def test_a_package_promises_the_term_of_its_truce() -> None:
    assert promised_nights(tiny(), read_package_text(tiny(), "d1/ashore")) == 1.0
    assert promised_nights(tiny(), read_package_text(tiny(), "d2/afloat")) == 2.0


def test_a_person_is_stood_in_for_by_the_agent_of_par() -> None:
    past = by_script(tiny(), ("human", "hold"), SIGNING)
    assert stand_ins(past) == {"hill": "historical"}
    found = search(plain_kernel(tiny()), past)
    assert found.stand_ins == {"hill": "historical"}


class Watched(Futures):
    """Keeps the state as the turn of the choice is over."""

    def __init__(self, past: FinishedRecord) -> None:
        super().__init__(plain_kernel(past.tables), past, 1)
        self.states: list[list[float]] = []

    def _end_turn(self, branch: Branch, tape: Tape, game: int) -> None:
        super()._end_turn(branch, tape, game)
        self.states.append(list(self._desk.state))


def test_a_lever_left_out_is_not_pulled_again_that_turn() -> None:
    past = by_script(tiny(), ("random", "hold"), "end; pull whisper; end")
    ply = ply_of(past, act.PULL)
    slot = tiny().ints[at.FIRST_LEVER] + ply.action.a * at.LEVER_SLOTS + at.LEVER_DAY
    futures = Watched(past)
    futures.play(Branch(ply, Alternative(LEAVE_OUT, None, ply.action.a)), 0, 30)
    assert [state[slot] for state in futures.states] == [0.0] * 30


def test_after_the_second_turn_comes_the_night() -> None:
    past = by_script(tiny(), ("random", "random"), "end; hold; end")
    futures = Watched(past)
    futures.play(Branch(past.plies[1], None), 0, 30)
    assert {(state[at.DAY], state[at.TURN]) for state in futures.states} == {(2.0, 0.0)}


def search(kernel: Kernel, past: FinishedRecord, **numbers: int) -> TurningPoints:
    plan = SearchPlan(**{"futures": 120, "screening": 30, "top": 3} | numbers)
    *progress, found = Search(kernel, past, plan).steps()
    assert isinstance(found, TurningPoints)
    done = [each.done for each in progress if isinstance(each, Progress)]
    assert done == sorted(done)
    assert len(done) == len(progress)
    return found


def test_the_same_search_finds_the_same_compiled_or_not(compiled: MakeKernel) -> None:
    turned = 0
    for game in range(6):
        past = by_agents(tiny(), ("historical", "random"), game)
        one, other = search(plain_kernel(tiny()), past), search(compiled(tiny()), past)
        assert one == other
        assert one == search(plain_kernel(tiny()), past)
        turned += len(one.found)
    assert turned


def test_other_luck_gives_other_figures() -> None:
    past = by_script(tiny(), IDLE, SIGNING, game=0)
    one, other = (search(plain_kernel(tiny()), past, rng_seed=seed) for seed in (1, 2))
    assert one.found != other.found


def test_the_choice_that_decides_is_found_and_told() -> None:
    past = by_script(tiny(), IDLE, SIGNING, game=0)
    found = search(plain_kernel(tiny()), past, seat=0)
    assert found.points == len(decision_points(past, 0)) == 1
    assert found.alternatives == 2
    assert (found.passed, found.refined) == (1, 1)
    point = found.found[0]
    assert point.ply == ply_of(past, act.ACCEPT)
    assert point.alternative.kind in (WAIT, REFUSE)
    told = sentence(open_book("tiny"), past.ending, point)
    assert told.startswith("Day 1, ")
    assert "of 120 futures, not" in told or "over 120 futures, not" in told


def test_without_a_choice_that_matters_nothing_is_found() -> None:
    past = by_script(tiny(), IDLE, "end; end; end; pull hoard; end")  # a palm is greased where nothing is carried
    found = search(plain_kernel(tiny()), past)
    assert found.points == 1
    assert found.found == ()
    assert found.passed == found.refined == 0


def explain(*words: str) -> Result:
    return CliRunner().invoke(cli, ["explain", *words], env={"CESSATION_COMPILED": "0"})


def keep(folder: Path, past: FinishedRecord) -> str:
    file = folder / "game.txt"
    file.write_text("".join(f"{line}\n" for line in past.lines), "utf-8")
    return str(file)


def test_the_command_tells_the_ending_and_its_turning_points(tmp_path: Path) -> None:
    past = by_script(tiny(), ("human", "hold"), SIGNING, game=0)
    record = keep(tmp_path, past)
    few = ("--screening", "20", "--futures", "40", "--top", "2")
    result = explain(record, *few)
    assert result.exit_code == 0
    assert "It ended because" in result.stdout
    assert "played by `historical`, as for par" in result.stdout
    assert "repeats its recorded actions" in result.stdout
    found = json.loads(explain(record, *few, "--json").stdout)
    assert set(found) == {"scenario", "hash", "ending", "search", "turning_points"}
    assert found["ending"]["id"] == tiny().names.endings[past.ending]
    assert found["search"]["decision_points"] == len(decision_points(past))
    for each in found["turning_points"]:
        assert set(each["ensemble"]["ending"]) == {"recorded", "alternative", "difference"}
        assert each["twin"]["ending"] in tiny().names.endings
    assert explain(record, *few, "--json").stdout == json.dumps(found, indent=2) + "\n"


def test_a_game_that_has_not_ended_has_no_turning_points_yet(tmp_path: Path) -> None:
    past = by_script(tiny(), IDLE, SIGNING)
    record = keep(tmp_path, past)
    cut = next(i for i, line in enumerate(past.lines) if line.startswith("= "))
    Path(record).write_text("".join(f"{line}\n" for line in past.lines[: cut + 1]), "utf-8")
    error = explain(record).exception
    assert isinstance(error, CessationError)
    assert "this game has not ended: the record stops on day 1" in str(error)
    assert "--day" in str(error)


def test_what_belongs_to_one_night_is_not_taken_without_a_day(tmp_path: Path) -> None:
    record = keep(tmp_path, by_script(tiny(), IDLE, SIGNING))
    assert explain(record, "--all").exit_code == 2
    assert explain(record, "--seat", "nobody").exit_code == 2
    assert "night 1" in explain(record, "--day", "1").stdout

"""Tournaments: what is told of games made by hand, and whole ones on the smallest scenario."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple
from xml.dom.minidom import parseString

import pytest
from click.testing import CliRunner, Result

from sim.ai import agent, registry
from sim.ai.agent import Decision
from sim.analysis.tournament.field import FieldScores
from sim.analysis.tournament.folder import TournamentFolder
from sim.analysis.tournament.result import TournamentTold, frontier, nash_point
from sim.analysis.tournament.tournament import PairingGames, TournamentPlan, make_tournament, play_tournament
from sim.batch.folder import DamagedRunError, FolderError
from sim.batch.plan import make_plan
from sim.batch.run import BatchWorkers, run_plan
from sim.cli.main import cli
from sim.errors import CessationError
from sim.record.notation import END
from sim.scenario.book import Book, open_book

AGENTS = ("hold", "conceder", "random")
GAMES = 8
PLAIN = BatchWorkers(1, False)


def tiny() -> Book:
    return open_book("tiny")


def plan(agents: tuple[str, ...] = AGENTS, games: int = GAMES, rng_seed: int = 3) -> TournamentPlan:
    return make_tournament(tiny().tables, "tiny", agents, games, rng_seed)


def result(asked: TournamentPlan, workers: BatchWorkers = PLAIN, folder: TournamentFolder | None = None) -> Any:
    played = play_tournament(asked, tiny(), workers, folder, lambda _: None)
    return TournamentTold(asked, tiny(), played.pairings).result()


@pytest.fixture(scope="module")
def whole() -> Any:
    """The result of a tournament without interruption."""
    return result(plan())


# ------------------------------------------------------------------------------------------------- games by hand
def made(first: list[list[float]], second: list[list[float]]) -> FieldScores:
    """Two agents. Scores of the first and of the second seat, game by game, for the four pairings."""
    pairings = []
    for one, two in zip(first, second, strict=True):
        games = PairingGames(10)
        games.take([[0.0] * 5 + [x, y] + [0.0] * 3 for x, y in zip(one, two, strict=True)])
        pairings.append(games)
    return FieldScores(pairings, 2)


def test_an_agents_scores_are_beside_the_mean_agents_with_the_same_luck() -> None:
    # a-a, a-b, b-a, b-b; the second game is luckier for all
    field = made([[10, 20], [30, 40], [10, 20], [10, 20]], [[4, 8], [6, 10], [2, 6], [0, 4]])
    assert field.by_agent == [[[20, 30], [10, 20]], [[3, 7], [3, 7]]]
    assert field.field == [[15, 25], [3, 7]]
    assert field.above(0) == [[5, 5], [0, 0], [2.5, 2.5]]
    assert field.above(1) == [[-5, -5], [0, 0], [-2.5, -2.5]]
    # of a against a: (15 - 20 + 6 - 5) / 2; of b against a: as first 15 - 20, as second, where a opens, 8 - 5
    assert field.payoffs == [[-2.0, 7.0], [-1.0, -4.0]]
    assert [field.best_reply(opponent) for opponent in range(2)] == [1, 0]
    worst = field.exploited(1)
    assert (worst.opponent, worst.reply, worst.lost) == (1, 0, [11.0, 11.0])
    assert field.exploited(0)[:2] == (0, 1)
    assert [field.against_mean(each, 0) for each in range(2)] == [[-0.5, -0.5], [0.5, 0.5]]
    assert field.best_in_seat(1, 0) == 1
    assert [sum(column) / 2 for column in zip(*field.groups, strict=True)] == [-2, 7, -1, -4]
    assert [sum(column) for column in zip(*field.seat_groups, strict=True)] == [30, 70, 30, 30, 12, 16, 8, 4]


def test_the_nash_point_is_above_par_for_both() -> None:
    points = [(10.0, 60.0), (30.0, 30.0), (25.0, 45.0), (24.0, 44.0), (60.0, 5.0)]
    assert frontier(points) == [0, 1, 2, 4]
    assert nash_point(points, (20.0, 20.0)) == 2
    assert nash_point(points, (5.0, 0.0)) == 2
    assert nash_point(points, (5.0, 4.0)) == 2
    assert nash_point(points, (0.0, 29.0)) == 2
    assert nash_point(points, (50.0, 20.0)) is None


# ---------------------------------------------------------------------------------------------- on the tiny scenario
def test_a_pairing_is_a_batch_with_the_same_games(whole: Any) -> None:
    for first, second in (("conceder", "random"), ("random", "conceder"), ("hold", "hold")):
        agents = {"hill": first, "shore": second}
        batch = run_plan(make_plan(tiny().tables, "tiny", agents, games=GAMES, rng_seed=3), tiny(), PLAIN)
        found = next(each for each in whole["pairings"] if each["agents"] == agents)
        for seat in agents:
            assert {**batch["scores"][seat], **found["scores"][seat]} == batch["scores"][seat]
        assert (found["endings"], found["human_cost"]) == (batch["endings"], batch["human_cost"])


def test_the_standings_agree_with_the_pairings(whole: Any) -> None:
    means = {each["agent"]: each["scores"]["shore"]["mean"] for each in whole["standings"]}
    for name, mean in means.items():
        own = [each["scores"]["shore"]["mean"] for each in whole["pairings"] if each["agents"]["shore"] == name]
        assert len(own) == len(AGENTS)
        assert mean == pytest.approx(sum(own) / len(own))
    assert sum(each["above"]["mean"] for each in whole["standings"]) == pytest.approx(0.0, abs=1e-9)
    assert [each["rank"] for each in whole["standings"]] == [1, 2, 3]
    above = [each["above"]["mean"] for each in whole["standings"]]
    assert above == sorted(above, reverse=True) != sorted(above)
    game = whole["meta_game"]
    assert sum(each["weight"] for each in game["equilibrium"].values()) == pytest.approx(1.0)
    assert game["gain"] < 1e-9
    for weights in game["by_seat"].values():
        assert sum(each["weight"] for each in weights.values()) == pytest.approx(1.0)
    signed = {tuple(each["agents"].values()): each["deals"]["count"] for each in whole["pairings"]}
    assert signed["hold", "hold"] == 0 < signed["conceder", "conceder"] <= GAMES
    assert whole["deals"]["count"] == sum(each["deals"]["count"] for each in whole["pairings"])
    assert whole["games_played"] == sum(each["count"] for each in whole["endings"].values()) == 72


def test_no_seat_gains_by_choosing_another_agent_than_its_mixture(whole: Any) -> None:
    by_seat = {
        seat: [each["weight"] for each in found.values()] for seat, found in whole["meta_game"]["by_seat"].items()
    }
    for seat, rival in (("hill", "shore"), ("shore", "hill")):
        worth = dict.fromkeys(AGENTS, 0.0)
        for each in whole["pairings"]:
            faced = by_seat[rival][AGENTS.index(each["agents"][rival])]
            worth[each["agents"][seat]] += faced * each["scores"][seat]["mean"]
        mixed = sum(p * worth[name] for p, name in zip(by_seat[seat], AGENTS, strict=True))
        assert mixed == pytest.approx(max(worth.values()))


def test_two_jobs_give_what_one_gives(whole: Any) -> None:
    assert result(plan(), BatchWorkers(2, False)) == whole


class Idle:
    """Somebody's own agent, which does as `hold` does."""

    def __init__(self, tables: object, seat: int) -> None:
        pass

    def decide(self, seen: object, legal: object, luck: object) -> Decision:
        return Decision(END)


class InstalledAgent(NamedTuple):
    """An entry point."""

    name: str

    def load(self) -> type:
        return Idle


def test_somebodys_own_agent_plays_in_sessions_beside_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (agent, registry):
        monkeypatch.setattr(module, "entry_points", lambda **_: [InstalledAgent("idle")])
    found = result(plan(("hold", "idle"), 3))
    for each in found["pairings"]:
        assert {**each, "agents": {}} == {**found["pairings"][0], "agents": {}}
    weights = found["meta_game"]["equilibrium"]
    assert sum(weights[name]["weight"] for name in ("hold", "idle")) == 1.0


class Interrupted(Exception):
    """Stands for a kill."""


def interrupted(folder: Path, after: int) -> None:
    """Leave a tournament once so many games are done."""

    def stop(games: int) -> None:
        if games >= after:
            raise Interrupted

    with closing(TournamentFolder(folder, plan(), tiny())) as kept:
        kept.open()
        with pytest.raises(Interrupted):
            play_tournament(plan(), tiny(), PLAIN, kept, stop)


def resumed(folder: Path) -> tuple[Any, int]:
    """The result of going on, and how many games were there."""
    with closing(TournamentFolder(folder, plan(), tiny())) as kept:
        kept.open()
        played = play_tournament(plan(), tiny(), PLAIN, kept, lambda _: None)
    return TournamentTold(plan(), tiny(), played.pairings).result(), played.performance["games_resumed"]


@pytest.mark.parametrize("torn", [b"", b"conceder,rand", b"conceder,random,stale,mate\n"])
def test_a_killed_tournament_goes_on_to_the_same_result(whole: Any, tmp_path: Path, torn: bytes) -> None:
    interrupted(tmp_path, 5 * GAMES)
    with (tmp_path / "games.csv").open("ab") as file:
        file.write(torn)
    assert resumed(tmp_path) == (whole, 5 * GAMES)
    games = (tmp_path / "games.csv").read_bytes()
    assert games.count(b"\n") == 1 + 9 * GAMES
    assert resumed(tmp_path) == (whole, 9 * GAMES)
    assert (tmp_path / "games.csv").read_bytes() == games


def test_a_block_without_its_last_line_end_is_torn(whole: Any, tmp_path: Path) -> None:
    interrupted(tmp_path, 5 * GAMES)
    games = tmp_path / "games.csv"
    games.write_bytes(games.read_bytes()[:-1])
    assert resumed(tmp_path) == (whole, 4 * GAMES)


def test_a_kill_before_the_first_game_is_survived(whole: Any, tmp_path: Path) -> None:
    interrupted(tmp_path, 0)
    (tmp_path / "games.csv").write_bytes(b"hill.ag")
    assert resumed(tmp_path) == (whole, 0)
    assert (tmp_path / "games.csv").read_bytes().startswith(b"hill.agent,shore.agent,game,ending,")


def test_a_row_that_was_altered_is_noticed(tmp_path: Path) -> None:
    interrupted(tmp_path, 3 * GAMES)
    text = (tmp_path / "games.csv").read_text()
    for old, new in (("hold,conceder,3,", "hold,conceder,4,"), ("hold,hold,0,", "hold,random,0,"), ("stalemate", "x")):
        assert old in text
        (tmp_path / "games.csv").write_text(text.replace(old, new, 1))
        with pytest.raises(DamagedRunError, match=r"games\.csv is damaged"):
            resumed(tmp_path)


def test_another_tournament_does_not_go_on_in_its_place(tmp_path: Path) -> None:
    TournamentFolder(tmp_path / "it", plan(), tiny()).open()
    for other, what in (
        (plan(games=9), "games: 8, not 9"),
        (plan(rng_seed=4), "rng_seed"),
        (plan(AGENTS[:2]), "agents"),
    ):
        with pytest.raises(FolderError, match=f"another {what}"):
            TournamentFolder(tmp_path / "it", other, tiny()).open()
    (tmp_path / "games.csv").write_text("mine\n")
    with pytest.raises(FolderError, match="of no tournament"):
        TournamentFolder(tmp_path, plan(), tiny()).open()
    assert (tmp_path / "games.csv").read_text() == "mine\n"


# ------------------------------------------------------------------------------------------------------ the command
def call(*words: str) -> Result:
    return CliRunner().invoke(cli, ["tournament", *words], env={"CESSATION_COMPILED": "0"})


def test_the_command_from_words_to_pictures(tmp_path: Path, whole: Any) -> None:
    words = ["tiny", "--agents", "hold,conceder", "--agents", "random", "--games", str(GAMES), "--rng-seed", "3"]
    told = call(*words, "--out", str(tmp_path / "out"))
    assert told.exit_code == 0, told.output
    assert max(map(len, told.stdout.splitlines()[:12])) <= 100
    for each in whole["standings"]:
        assert f"{each['rank']}. {each['agent']}" in told.stdout
    assert "Stalemate" in told.stdout
    assert whole["digest"] in told.stdout
    assert "72 of 72 games" in told.stderr
    again = json.loads(call(*words, "--out", str(tmp_path / "out"), "--json").stdout)
    assert again.pop("performance")["games_resumed"] == 72
    assert again == whole
    kept = json.loads((tmp_path / "out" / "tournament.json").read_text())
    assert kept == {"plan": plan().to_json(), **whole}
    for name in ("matrix.svg", "scores.svg"):
        drawn = parseString((tmp_path / "out" / name).read_text())
        texts = {child.nodeValue for each in drawn.getElementsByTagName("text") for child in each.childNodes}
        assert set(AGENTS) <= texts
    assert len((tmp_path / "out" / "dictionary.csv").read_text().splitlines()) == 14


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--agents", "hold,nobody"), "no agent `nobody` for tiny; there are "),
        (("--agents", "hold,human"), "cessation play"),
        (("--agents", "hold"), "at least two agents, not 1"),
        (("--agents", "hold,random,hold"), "hold is named twice"),
        (("--agents", "hold,random", "--games", "1"), "'--games'"),
        (("--agents", "hold,random", "--rng-seed", "9223372036854775808"), "from 0 to 2**63 - 1"),
    ],
)
def test_a_tournament_that_cannot_be_played_is_refused(words: tuple[str, ...], message: str) -> None:
    refused = call("tiny", *words)
    error = refused.exception
    assert (error.exit_code if isinstance(error, CessationError) else refused.exit_code) == 2
    assert message in f"{refused.stderr}{error}"

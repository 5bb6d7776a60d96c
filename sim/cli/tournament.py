"""``cessation tournament``: every agent against every, in both seats, with the same luck."""

import json
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sim.cli.options import compiled_option
from sim.cli.run import progress_bar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sim.analysis.tournament.tournament import TournamentPlan
    from sim.batch.run import BatchWorkers
    from sim.scenario.book import Book

MATRIX, SCORES = "matrix.svg", "scores.svg"


def _agents(book: "Book", asked: tuple[str, ...]) -> list[str]:
    """The agents that were named, or all that are built in."""
    from sim.ai.registry import agent_ids, is_built_in

    named = [agent.strip() for words in asked for agent in words.split(",") if agent.strip()]
    return named or [agent for agent in agent_ids(book.tables) if is_built_in(book.tables, agent)]


@contextmanager
def _progress(games: int, quiet: bool) -> "Iterator[Callable[[int], None]]":
    """A bar on stderr if that is a terminal, else a line a tenth; yields what is told how many games are done."""
    if quiet or sys.stderr.isatty():
        with progress_bar(games, quiet) as tell:
            yield tell
        return
    told = [0]

    def say(done: int) -> None:
        tenth = 10 * done // games
        if tenth > told[0]:
            told[0] = tenth
            click.echo(f"{done:,} of {games:,} games", err=True)

    yield say


def _play(
    plan: "TournamentPlan", book: "Book", workers: "BatchWorkers", out: Path | None, quiet: bool
) -> dict[str, Any]:
    """Play, tell, and keep what was asked to be kept. Raises CessationError."""
    from sim.analysis.tournament.folder import TournamentFolder
    from sim.analysis.tournament.pictures import heat_matrix, scatter
    from sim.analysis.tournament.result import TournamentTold
    from sim.analysis.tournament.tournament import play_tournament
    from sim.errors import CessationError

    folder = TournamentFolder(out, plan, book) if out else None
    try:
        if folder:
            folder.open()
        with _progress(plan.games * len(plan.pairings), quiet) as tell:
            played = play_tournament(plan, book, workers, folder, tell)
        told = TournamentTold(plan, book, played.pairings)
        result = told.result()
        if folder:
            folder.finish(result, {MATRIX: heat_matrix(result, told.field), SCORES: scatter(book, result)})
    except KeyboardInterrupt:
        if out:
            click.echo(f"what is done is kept in {out}; the same command goes on", err=True)
        raise
    except OSError as error:
        raise CessationError(f"{out}: cannot be written ({error.strerror or error})") from None
    finally:
        if folder:
            folder.close()
    return {**result, "performance": played.performance}


@click.command()
@click.argument("scenario", required=False)
@click.option("--agents", multiple=True, metavar="A,B,...", help="The field; else all that are built in.")
@click.option("--games", type=click.IntRange(2), default=200, show_default=True, help="Games of each pairing.")
@click.option("--rng-seed", type=click.IntRange(0), default=1, show_default=True, help="The luck of all.")
@click.option("--jobs", type=click.IntRange(1), help="Processes; else as many as processors, if it pays.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for games, result and pictures.")
@click.option("--json", "as_json", is_flag=True, help="As JSON; docs/research.md lists the keys.")
@click.option("--quiet", is_flag=True, help="No progress.")
@compiled_option
def tournament(scenario: str | None, agents: tuple[str, ...], **options: Any) -> None:
    """Play every agent against every, itself included, in both seats of SCENARIO (else the flagship).

    Game k of each pairing meets the same luck. Told are scores by seat, who exploits whom, the mixed equilibrium of
    choosing agents, welfare, deals and endings. With --out a tournament can be interrupted: the same command goes on.
    """
    from sim.analysis.tournament.tournament import make_tournament
    from sim.batch.run import BatchWorkers
    from sim.scenario.book import open_book
    from sim.scenario.places import flagship

    name = scenario or flagship()
    book = open_book(name)
    plan = make_tournament(book.tables, name, _agents(book, agents), options["games"], options["rng_seed"])
    workers = BatchWorkers(options["jobs"], options["compiled"])
    result = _play(plan, book, workers, options["out"], options["quiet"])
    if options["as_json"]:
        click.echo(json.dumps(result, indent=2, ensure_ascii=False))
        return
    from sim.cli.tournament_text import tell_tournament

    tell_tournament(book, result, options["out"])

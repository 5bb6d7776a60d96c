"""``cessation run``: many games of a scenario, and how they end."""

import difflib
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sim.cli.options import compiled_option

if TYPE_CHECKING:
    from sim.batch.plan import Plan
    from sim.scenario.book import Book

PREPARING = "compiling the rules, once"


@dataclass(frozen=True)
class AskedPlan:
    """What the command line says. ``words`` are the scenario and, as options, the seats: ``--SEAT AGENT``."""

    words: tuple[str, ...]
    agent: tuple[str, ...]
    games: int
    rng_seed: int
    first_game: int
    jobs: int | None
    out: Path | None
    resume: bool
    table: tuple[str, ...]
    as_json: bool
    quiet: bool
    compiled: bool | None


def split_words(words: tuple[str, ...]) -> tuple[list[str], list[tuple[str, str]]]:
    """Words that are no options, and (name, value) of those that are: ``--name value`` or ``--name=value``."""
    plain: list[str] = []
    named: list[tuple[str, str]] = []
    coming = list(reversed(words))
    while coming:
        word = coming.pop()
        if not word.startswith("-"):
            plain.append(word)
            continue
        name, given, value = word.partition("=")
        if not given and coming and not coming[-1].startswith("-"):
            value = coming.pop()
        named.append((name, value))
    return plain, named


def _scenario(plain: list[str]) -> str:
    from sim.scenario.places import flagship

    if len(plain) > 1:
        raise click.UsageError(f"one scenario at a time, not {len(plain)}: {', '.join(plain)}")
    return plain[0] if plain else flagship()


def _seat_of(name: str, seats: list[str]) -> str:
    """The seat that an option is named by; raises UsageError if there is none."""
    seat = name.removeprefix("--")
    if seat in seats and seat != name:
        return seat
    known = [option for each in run.params for option in each.opts if option.startswith("-")]
    near = difflib.get_close_matches(name, [*known, *(f"--{each}" for each in seats)], 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    raise click.UsageError(f"no option {name}, and no seat of that name ({' and '.join(seats)}){hint}")


def agents_by_seat(book: "Book", asked: AskedPlan, named: list[tuple[str, str]]) -> dict[str, str]:
    """The agents named by ``--SEAT AGENT`` and by ``--agent SEAT=AGENT``; raises UsageError for what names no seat."""
    seats = book.tables.names.seats
    agents: dict[str, str] = {}
    pairs = [(_seat_of(name, seats), agent) for name, agent in named]
    for text in asked.agent:
        seat, _, agent = text.partition("=")
        if seat not in seats:
            raise click.UsageError(f"--agent {text}: write SEAT=AGENT; the seats are {' and '.join(seats)}")
        pairs.append((seat, agent))
    for seat, agent in pairs:
        if not agent:
            raise click.UsageError(f"no agent is named for {seat}; `cessation agents` lists them")
        if agents.setdefault(seat, agent) != agent:
            raise click.UsageError(f"{seat} is given two agents, {agents[seat]} and {agent}")
    return agents


def plan_of(book: "Book", scenario: str, asked: AskedPlan, named: list[tuple[str, str]]) -> "Plan":
    """The plan that was asked for; raises UsageError, PlanError or UnknownAgent."""
    from sim.batch.plan import make_plan

    wanted = [table.strip() for words in asked.table for table in words.split(",") if table.strip()]
    if asked.out is None and (wanted or asked.resume):
        raise click.UsageError("tables are kept in a folder: name one with --out DIR")
    return make_plan(
        book.tables,
        scenario,
        agents_by_seat(book, asked, named),
        wanted,
        games=asked.games,
        rng_seed=asked.rng_seed,
        first_game=asked.first_game,
    )


@contextmanager
def progress_bar(games: int, quiet: bool) -> Iterator[Callable[[int], None]]:
    """A bar on stderr, if that is a terminal; yields what is told how many games are done."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(PREPARING, total=games)
        yield lambda done: bar.update(task, completed=done, description="playing" if done else PREPARING)


def _play(book: "Book", plan: "Plan", asked: AskedPlan) -> dict[str, Any]:
    from sim.batch.run import BatchWorkers, run_plan

    workers = BatchWorkers(asked.jobs, asked.compiled)
    try:
        with progress_bar(plan.games, asked.quiet) as tell:
            return run_plan(plan, book, workers, asked.out, asked.resume, tell)
    except KeyboardInterrupt:
        if asked.out:
            click.echo(f"what is done is kept in {asked.out}; the same command with --resume goes on", err=True)
        raise


@click.command(
    context_settings={"ignore_unknown_options": True},
    epilog="A seat's name is an option too: `--SEAT AGENT` is `--agent SEAT=AGENT`.",
)
@click.argument("words", metavar="[SCENARIO]", nargs=-1, type=click.UNPROCESSED)
@click.option("--agent", multiple=True, metavar="SEAT=AGENT", help="Who plays a seat; see `cessation agents`.")
@click.option("--games", type=click.IntRange(1), default=1000, show_default=True, help="How many games.")
@click.option("--rng-seed", type=click.IntRange(0), default=1, show_default=True, help="The luck of all.")
@click.option("--first-game", type=click.IntRange(0), default=0, show_default=True, help="Number of the first.")
@click.option("--jobs", type=click.IntRange(1), help="Processes; else as many as processors, if it pays.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for tables and the summary.")
@click.option("--resume", is_flag=True, help="Go on with an interrupted run in --out.")
@click.option(
    "--table",
    "--tables",
    multiple=True,
    metavar="TABLE",
    help="Beside games and agreements: days, actions, events, records, or all.",
)
@click.option("--json", "as_json", is_flag=True, help="The summary as JSON.")
@click.option("--quiet", is_flag=True, help="No progress.")
@compiled_option
def run(**options: Any) -> None:
    """Play many games of SCENARIO (a name or a folder; else the flagship) and report how they end.

    The same plan gives the same results to the bit, whatever the number of jobs, compiled or not.
    """
    from sim.scenario.book import open_book

    asked = AskedPlan(**options)
    plain, named = split_words(asked.words)
    scenario = _scenario(plain)
    book = open_book(scenario)
    plan = plan_of(book, scenario, asked, named)
    summary = _play(book, plan, asked)
    if asked.as_json:
        click.echo(json.dumps(summary, indent=2, ensure_ascii=False))
        return
    from sim.cli.run_text import tell_run

    tell_run(book, plan, summary, asked.out)

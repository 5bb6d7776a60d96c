"""``cessation depth``: whether choices matter in a scenario, measured, with a verdict on each criterion."""

import json
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sim.cli.options import compiled_option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sim.analysis.depth.plan import DepthPlan

USUAL = {"positions": 120, "simulations": 0, "games": 2000, "searcher": 0}
TENTHS = 10


@contextmanager
def progress(quiet: bool) -> "Iterator[Callable[[int, int], None]]":
    """A bar on stderr if that is a terminal, else a line a tenth; yields what is told how much is done, and of what."""
    if quiet:
        yield lambda *_: None
    elif sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("measuring"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("measuring", total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)
    else:
        told = [0]

        def say(done: int, total: int) -> None:
            tenth = TENTHS * done // total
            if tenth > told[0]:
                told[0] = tenth
                click.echo(f"{done:,} of {total:,} pieces", err=True)

        yield say


def command_of(plan: "DepthPlan", parts: tuple[str, ...], named: bool) -> str:
    """The command that gives this result again."""
    sizes = {
        "positions": plan.positions, "simulations": plan.simulations, "games": plan.games, "searcher": plan.searcher,
    }  # fmt: skip
    words = [f"--{name} {value}" for name, value in sizes.items() if value]
    words += [f"--agents {','.join(plan.agents)}"] if named else []
    words += [f"--part {part}" for part in parts]
    return f"cessation depth {plan.scenario} {' '.join(words)} --rng-seed {plan.rng_seed}"


def _keep(out: Path, text: str) -> None:
    from sim.errors import CessationError

    try:
        out.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise CessationError(f"{out}: cannot be written ({error.strerror or error})") from None


@click.command()
@click.argument("scenario", required=False)
@click.option("--positions", type=click.IntRange(2), default=USUAL["positions"], show_default=True, help="Sampled.")
@click.option(
    "--simulations",
    type=click.IntRange(0, 100_000),
    default=USUAL["simulations"],
    show_default=True,
    help="Of each search by which both sides go on from a forced signature; 0: by stances, which takes far less time.",
)
@click.option(
    "--games", type=click.IntRange(2), default=USUAL["games"], show_default=True, help="Behind each deletion and line."
)
@click.option(
    "--searcher",
    type=click.IntRange(0, 100_000),
    default=USUAL["searcher"],
    show_default=True,
    help="Simulations of a searcher beside which lines are held too; 0: none, which takes far less time.",
)
@click.option("--agents", multiple=True, metavar="A,B,...", help="The field of varied play; else the usual one.")
@click.option("--part", "parts", multiple=True, metavar="PART", help="Only this: see docs/research.md.")
@click.option("--rng-seed", type=click.IntRange(0), default=1, show_default=True, help="The luck of all.")
@click.option("--jobs", type=click.IntRange(1), help="Processes; else as many as processors.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the page to this file as well.")
@click.option("--json", "as_json", is_flag=True, help="As JSON; docs/research.md lists the keys.")
@click.option("--quiet", is_flag=True, help="No progress.")
@compiled_option
def depth(scenario: str | None, agents: tuple[str, ...], parts: tuple[str, ...], **options: Any) -> None:
    """Measure whether choices matter in SCENARIO (else the flagship), and say what criteria are met.

    Best replies among the lengths of a truce, lines held to whatever happens, luck against skill, endings, worth on
    paper against execution, what every issue, option, lever, hazard and clause changes, and how often there is anything
    to decide. The same for the same options, whatever the number of jobs.
    """
    from sim.analysis.depth.study import make_depth, measure_depth
    from sim.batch.run import BatchWorkers
    from sim.cli.depth_text import depth_page
    from sim.scenario.book import open_book
    from sim.scenario.places import flagship

    name = scenario or flagship()
    book = open_book(name)
    named = [agent.strip() for words in agents for agent in words.split(",") if agent.strip()]
    sizes = {size: options[size] for size in USUAL}
    plan = make_depth(book.tables, name, named, sizes, options["rng_seed"])
    with progress(options["quiet"]) as tell:
        workers = BatchWorkers(options["jobs"], options["compiled"])
        result = measure_depth(book.tables, plan, parts, workers, tell)
    page = depth_page(book, result, command_of(plan, parts, bool(named)))
    if options["out"]:
        _keep(options["out"], page)
    click.echo(json.dumps(result, indent=2, ensure_ascii=False) if options["as_json"] else page, nl=options["as_json"])

"""``cessation explain``: what ended a record's game and where it turned, or the exact terms of one night."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sim.cli.options import compiled_option

if TYPE_CHECKING:
    from sim.analysis.why.story import FinishedRecord
    from sim.analysis.why.turning import Progress, SearchPlan, TurningPoints
    from sim.record.record import Record
    from sim.scenario.book import Book


@contextmanager
def _progress() -> Iterator[Callable[["Progress"], None]]:
    """A bar on stderr, if that is a terminal; yields what is told how far the search is."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=1, label="playing futures", file=sys.stderr) as bar:

        def tell(step: "Progress") -> None:
            bar.length = step.of
            bar.update(step.done - bar.pos)

        yield tell


def _search(past: "FinishedRecord", plan: "SearchPlan", compiled: bool | None) -> "TurningPoints":
    from sim.ai.kernel import compiled_kernel, kernel_cache, plain_kernel
    from sim.analysis.study.calibrate import whether_compiled
    from sim.analysis.why.turning import Progress, Search

    tables = past.tables
    kernel = compiled_kernel(tables, kernel_cache()) if whether_compiled(compiled) else plain_kernel(tables)
    with _progress() as tell:
        for step in Search(kernel, past, plan).steps():
            if not isinstance(step, Progress):
                return step
            tell(step)
    raise AssertionError("a search ends with what it found")


def _one_night(book: "Book", kept: "Record", day: int, options: dict[str, Any]) -> None:
    from sim.analysis.why.explain import explain_night
    from sim.cli.explain_text import night_text

    hazard = options["hazard"]
    if hazard and hazard not in book.tables.names.hazards:
        raise click.UsageError(f"no hazard `{hazard}`; there are {', '.join(book.tables.names.hazards)}")
    found = explain_night(book.tables, kept, day)
    if hazard:
        found = [each for each in found if each.hazard == hazard]
    elif not options["everything"]:
        found = [each for each in found if each.struck] or found
    if options["as_json"]:
        click.echo(json.dumps([asdict(each) for each in found], indent=2))
        return
    if not found:
        click.echo(f"night {day}: that hazard was not possible")
    for each in found:
        click.echo(night_text(book, each))


def _whole(book: "Book", kept: "Record", options: dict[str, Any]) -> None:
    from sim.analysis.why.ended import explain_ending
    from sim.analysis.why.story import read_story
    from sim.analysis.why.turning import SearchPlan
    from sim.cli.explain_text import as_json, ending_text, turning_text

    seats, seat = book.tables.names.seats, options["seat"]
    if seat and seat not in seats:
        raise click.UsageError(f"no seat `{seat}`; there are {' and '.join(seats)}")
    plan = SearchPlan(
        options["futures"], options["screening"], options["top"], options["rng_seed"],
        seats.index(seat) if seat else None,
    )  # fmt: skip
    past = read_story(book.tables, kept)
    reason = explain_ending(past, kept)
    if not options["as_json"]:
        click.echo(ending_text(book, past, reason))
    found = _search(past, plan, options["compiled"])
    if options["as_json"]:
        click.echo(json.dumps(as_json(book, past, reason, found), indent=2))
    else:
        click.echo(turning_text(book, past, found))


@click.command()
@click.argument("record", type=click.Path(path_type=Path))
@click.option("--day", type=int, help="Only the night of this day, to the last term.")
@click.option("--hazard", help="With --day: only this hazard; without it those that struck, or all if none did.")
@click.option("--all", "everything", is_flag=True, help="With --day: all hazards of the night.")
@click.option("--futures", type=click.IntRange(2), default=1000, show_default=True, help="Futures of each branch told.")
@click.option("--screening", type=click.IntRange(2), default=100, show_default=True, help="Futures in the screening.")
@click.option("--top", type=click.IntRange(1), default=5, show_default=True, help="How many turning points at most.")
@click.option("--seat", metavar="SEAT", help="Only the choices of this seat.")
@click.option("--rng-seed", type=click.IntRange(0), default=1, show_default=True, help="The luck of the futures.")
@click.option("--scenario", help="The scenario's folder, if it is not a shipped one.")
@click.option("--json", "as_json", is_flag=True, help="As JSON; docs/research.md lists the keys.")
@compiled_option
def explain(record: Path, day: int | None, scenario: str | None, **options: Any) -> None:
    """Say what ended the game of RECORD and on which choices it turned; with --day, why one night went as it did.

    A turning point is told twice. The ensemble plays many futures of the choice and of its alternative, with new
    luck: what was to be expected. The twin plays one other story, with the record's luck and one choice changed.
    """
    from sim.record.record import read_record
    from sim.scenario.book import open_book

    if day is None and (options["hazard"] or options["everything"]):
        raise click.UsageError("--hazard and --all are about one night: add --day")
    kept = read_record(record)
    book = open_book(scenario or kept.header.scenario)
    if day is None:
        _whole(book, kept, options)
    else:
        _one_night(book, kept, day, options)

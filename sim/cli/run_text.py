"""The result of a run as people read it: endings, human cost, scores, and where all of it lies."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from sim.batch.folder import RECORDS
from sim.batch.plan import SAMPLE, Plan
from sim.scenario.book import Book

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

WIDTH = 100  # where there is no terminal to ask


def people(x: float) -> str:
    """A mean as text: whole above 10, one decimal above 1, two below."""
    return f"{x:,.0f}" if abs(x) >= 10 else f"{x:.1f}" if abs(x) >= 1 else f"{x:.2f}"


def span(low: float, high: float) -> str:
    """An interval as text."""
    return f"{people(low)}-{people(high)}"


def new_table(console: "Console", *columns: str) -> "Table":
    """A table; its first column and those marked ``<`` to the left, the others to the right."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD if console.is_terminal else None, pad_edge=False)
    for i, column in enumerate(columns):
        left = i == 0 or column.startswith("<")
        justify: Literal["left", "right"] = "left" if left else "right"
        table.add_column(column.removeprefix("<"), justify=justify, no_wrap=i == 0 or not left, overflow="fold")
    return table


def endings_table(console: "Console", book: Book, summary: dict[str, Any]) -> "Table":
    """Every ending, the commonest first, with its share and interval."""
    table = new_table(console, "How it ended", "games", "share", "95 % interval")
    for ending, each in sorted(summary["endings"].items(), key=lambda item: -item[1]["count"]):
        interval = f"{100 * each['low']:.1f}-{100 * each['high']:.1f}"
        table.add_row(book.word("endings", ending), f"{each['count']:,}", f"{100 * each['share']:.1f} %", interval)
    return table


def human_cost_table(console: "Console", book: Book, summary: dict[str, Any]) -> "Table":
    """What a game cost people, as the range that the sources leave, and how sure the model's mean is."""
    table = new_table(console, "Human cost of a game", "range", "<unit", "model's mean (95 %)", "<range from")
    for cost, each in summary["human_cost"].items():
        mean = f"{people(each['mean'])} ({span(each['mean_low'], each['mean_high'])})"
        name, sources = book.word("human_cost", cost), ", ".join(each["from"])
        table.add_row(name, span(each["low"], each["high"]), each["unit"], mean, sources)
    return table


def scores_table(console: "Console", book: Book, summary: dict[str, Any]) -> "Table":
    """Scores beside what the types that came up expect under reference play."""
    table = new_table(console, "Scores, 0-100", "<agent", "mean", "95 % interval", "par")
    for seat, each in summary["scores"].items():
        interval = f"{each['low']:.1f}-{each['high']:.1f}"
        name = f"{book.word('seats', seat)} ({seat})"
        table.add_row(name, summary["agents"][seat], f"{each['mean']:.1f}", interval, f"{each['par']:.1f}")
    return table


def _speed(summary: dict[str, Any]) -> str:
    how = summary["performance"]
    form = "compiled" if how["compiled"] else "not compiled"
    jobs = "1 job" if how["jobs"] == 1 else f"{how['jobs']} jobs"
    games, decisions = how["games_per_second"], how["decisions_per_second"]
    preparing = how["preparation_seconds"]
    after = f", after {preparing:.1f} s of compiling, kept for the next time" if preparing >= 3.0 else ""
    before = f"; {how['games_resumed']:,} games were there already" if how["games_resumed"] else ""
    rates = f"{games:,.0f} games and {decisions:,.0f} decisions a second"
    return f"{how['seconds']:.1f} s: {rates}, {jobs}, {form}{after}{before}"


def where_it_lies(plan: Plan, out: Path | None) -> list[tuple[str, str]]:
    """Lines on what was written, or on how to have it written."""
    if out is None:
        return [("Written", "nothing; `--out DIR` keeps tables of games and agreements, `--table records` each game")]
    files = [f"{table}.csv" for table in plan.tables if table != RECORDS]
    lines = [("Tables", f"{out}/: {', '.join(files)}; their columns in dictionary.csv, this summary in run.json")]
    kept = (
        "one a game"
        if RECORDS in plan.tables
        else f"the first {min(SAMPLE, plan.games)} games (`--table records`: all)"
    )
    return [*lines, ("Records", f"{out / RECORDS}/: {kept}; made to be read, replayed and explained")]


@contextmanager
def result_console() -> Iterator["Console"]:
    """Where a result is printed: laid out and coloured on a terminal, plain on stdout elsewhere."""
    import click
    from rich.console import Console

    terminal = Console(highlight=False)
    if terminal.is_terminal:
        yield terminal
        return
    written = StringIO()
    yield Console(file=written, width=WIDTH, highlight=False)
    click.echo("\n".join(line.rstrip() for line in written.getvalue().splitlines()))


def tell_run(book: Book, plan: Plan, summary: dict[str, Any], out: Path | None) -> None:
    """Print the result of a run on stdout."""
    with result_console() as console:
        _tell_run(console, book, plan, summary, out)


def _tell_run(console: "Console", book: Book, plan: Plan, summary: dict[str, Any], out: Path | None) -> None:
    from rich.text import Text

    tables = [endings_table(console, book, summary)]
    if summary["human_cost"]:
        tables.append(human_cost_table(console, book, summary))
    tables.append(scores_table(console, book, summary))
    games = f"{summary['games']:,} game{'s' if summary['games'] > 1 else ''}"
    console.print(Text(f"{book.words['en']['title']}: {games}, rng_seed {plan.rng_seed}", style="bold"), end="\n\n")
    for table in tables:
        console.print(table)
        console.print()
    digest = f"sha256:{summary['digest']}"
    facts = [("Decisions", f"{summary['decisions']:,}"), ("Digest", digest), ("Speed", _speed(summary))]
    for name, text in [*facts, *where_it_lies(plan, out)]:
        console.print(Text(f"{name:10} {text}"), soft_wrap=True)

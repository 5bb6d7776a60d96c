"""``cessation explain``: the exact terms of the hazards of a night."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sim.analysis.explain import HazardNight
    from sim.scenario.book import Book


def _show(book: "Book", each: "HazardNight") -> None:
    outcome = "STRUCK" if each.struck else "spared"
    name = book.word("hazards", each.hazard)
    click.echo(f"night {each.day}  {name} ({each.hazard})  p = {each.chance:.4f}  {outcome}")
    words = book.words["en"]["hazards"].get(each.hazard, {}).get("terms", {})
    for i, term in enumerate(each.terms):
        label = words.get(term.name, {}).get("name", term.name)
        product = f"{term.amount:8.3f} * {term.weight:+7.3f}" if i else " " * 18
        click.echo(f"  {label:28} {product} {term.value + 0.0:+8.3f}   {term.source}")
    click.echo(
        f"  {'sum':28} {' ':18} {each.logit:+8.3f}   1 / (1 + e^{-each.logit:.3f}) = {each.chance:.4f}   "
        f"drawn {each.drawn:.3f}\n"
    )


@click.command()
@click.argument("record", type=click.Path(path_type=Path))
@click.option("--day", type=int, required=True, help="The day whose night is asked about.")
@click.option("--hazard", help="Only this hazard; without it those that struck, or all if none did.")
@click.option("--all", "everything", is_flag=True, help="All hazards of the night.")
@click.option("--scenario", help="The scenario's folder, if it is not a shipped one.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def explain(record: Path, day: int, hazard: str | None, everything: bool, scenario: str | None, as_json: bool) -> None:
    """Say why the night of a day of RECORD went as it did: each hazard's terms, which add up to its log-odds."""
    from sim.analysis.explain import explain_night
    from sim.record.record import read_record
    from sim.scenario.book import open_book

    kept = read_record(record)
    book = open_book(scenario or kept.header.scenario)
    if hazard and hazard not in book.tables.names.hazards:
        raise click.UsageError(f"no hazard `{hazard}`; there are {', '.join(book.tables.names.hazards)}")
    found = explain_night(book.tables, kept, day)
    if hazard:
        found = [each for each in found if each.hazard == hazard]
    elif not everything:
        found = [each for each in found if each.struck] or found
    if as_json:
        click.echo(json.dumps([asdict(each) for each in found], indent=2))
        return
    if not found:
        click.echo(f"night {day}: that hazard was not possible")
    for each in found:
        _show(book, each)

"""``cessation replay``: a record reproduces to the bit, or the command says where it departs."""

from pathlib import Path

import click


@click.command()
@click.argument("record", type=click.Path(path_type=Path))
@click.option("--scenario", help="The scenario's folder, if it is not a shipped one.")
@click.option(
    "--view", metavar="SEAT", help="Print what this seat may know instead: what may be shared before the end."
)
def replay(record: Path, scenario: str | None, view: str | None) -> None:
    """Play RECORD again. Exit code 1 if it departs from what the rules give."""
    from sim.record.record import read_record
    from sim.record.view import seat_view
    from sim.scenario.book import open_book
    from sim.session import replay as replays

    kept = read_record(record)
    tables = open_book(scenario or kept.header.scenario).tables
    if view is not None:
        if view not in tables.names.seats:
            raise click.UsageError(f"no seat `{view}`; the seats are {', '.join(tables.names.seats)}")
        click.echo("\n".join(seat_view(kept, view)))
        return
    if kept.dropped:
        click.echo(f"{record}: {kept.dropped} lines after the last committed turn are dropped", err=True)
    departure = replays.replay(tables, kept)
    if departure:
        click.echo(f"{record}: departs at {departure}", err=True)
        raise click.exceptions.Exit(1)
    turns = sum(line.startswith("= ") for line in kept.lines)
    how = "a whole game" if kept.finished else "an unfinished game"
    click.echo(f"{record}: reproduces to the bit ({how}, {len(kept.actions)} plies, {turns} hashes)")

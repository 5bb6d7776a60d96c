"""``cessation perft``: how many histories a game has, by exact enumeration."""

import click


@click.command()
@click.argument("scenario")
@click.option("--depth", type=click.IntRange(0, 12), default=3, show_default=True, help="Plies to go.")
def perft(scenario: str, depth: int) -> None:
    """Count the histories of SCENARIO to a depth in plies, every action and every outcome of chance included."""
    from sim.analysis.perft import perft as count
    from sim.scenario.book import open_book

    tables = open_book(scenario).tables
    for ply, histories in enumerate(count(tables, depth)):
        click.echo(f"{ply:3} {histories}")

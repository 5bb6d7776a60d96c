"""``cessation perft``: how many histories a game has, by exact enumeration."""

import json

import click


@click.command()
@click.argument("scenario")
@click.option("--depth", type=click.IntRange(0, 12), default=3, show_default=True, help="Plies to go.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def perft(scenario: str, depth: int, as_json: bool) -> None:
    """Count the histories of SCENARIO to a depth in plies, every action and every outcome of chance included."""
    from sim.analysis.solver.perft import levels
    from sim.scenario.book import open_book

    tables = open_book(scenario).tables
    counts = []
    for ply, level in enumerate(levels(tables, depth)):
        counts.append(level.histories)
        if not as_json:
            click.echo(f"{ply:3} {level.histories}")
    if as_json:
        click.echo(json.dumps({"scenario": tables.id, "hash": tables.digest, "histories": counts}, indent=2))

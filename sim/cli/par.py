"""``cessation par``: what each type expects under reference play, to be written into a scenario's ``scoring.par``."""

import click


@click.command()
@click.argument("scenario")
@click.option("--agent", default="historical", show_default=True, help="Who plays both seats.")
@click.option("--games", type=click.IntRange(1), default=20_000, show_default=True, help="How many games.")
@click.option("--rng-seed", type=click.IntRange(0), default=1, show_default=True, help="The luck of the run.")
def par(scenario: str, agent: str, games: int, rng_seed: int) -> None:
    """Mean score of each private type of SCENARIO when AGENT plays both seats, as lines for the scenario file."""
    from sim.analysis.study.par import mean_scores
    from sim.scenario.book import open_book

    tables = open_book(scenario).tables
    for seat, kinds in mean_scores(tables, agent, games, rng_seed).items():
        click.echo(f"    {seat}: {{{', '.join(f'{kind}: {mean:.1f}' for kind, mean in kinds.items())}}}")

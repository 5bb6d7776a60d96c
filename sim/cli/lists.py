"""``cessation scenarios`` and ``cessation agents``: what there is to play, and by whom."""

import json

import click


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def scenarios(as_json: bool) -> None:
    """List the shipped scenarios."""
    from sim.scenario.book import open_book
    from sim.scenario.places import shipped

    books = [open_book(folder) for folder in shipped()]
    rows = [
        {
            "id": book.tables.id,
            "title": book.words["en"]["title"],
            "summary": book.words["en"]["summary"],
            "days": book.tables.horizon,
            "seats": {seat: book.word("seats", seat) for seat in book.tables.names.seats},
            "hash": book.tables.digest,
        }
        for book in books
    ]
    if as_json:
        click.echo(json.dumps(rows, indent=2))
        return
    for row in rows:
        seats = " and ".join(f"{name} ({seat})" for seat, name in row["seats"].items())
        click.echo(f"{row['id']}: {row['title']}\n  {row['summary']}\n  {row['days']} days; {seats}\n")


@click.command()
@click.argument("scenario", required=False)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def agents(scenario: str | None, as_json: bool) -> None:
    """List the agents that can play SCENARIO (else the flagship): levels, families, doctrines, searchers, others'."""
    from sim.ai.registry import opponent_ids
    from sim.client.opponents import opponent_about
    from sim.scenario.book import open_book
    from sim.scenario.places import flagship

    book = open_book(scenario or flagship())
    rows = {agent: opponent_about(book, agent) for agent in opponent_ids(book.tables)}
    if as_json:
        click.echo(json.dumps(rows, indent=2))
        return
    for agent, about in rows.items():
        click.echo(f"{agent:14} {about}")

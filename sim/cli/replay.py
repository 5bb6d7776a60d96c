"""``cessation replay``: a record reproduces to the bit, or the command says where not; or it is looked at again."""

from pathlib import Path
from typing import Any

import click

from sim.cli.options import LanguageType


@click.command()
@click.argument("record", type=click.Path(path_type=Path))
@click.option("--scenario", help="The scenario's folder, if it is not a shipped one.")
@click.option(
    "--view", metavar="SEAT", help="Print what this seat may know instead: what may be shared before the end."
)
@click.option("--window", is_flag=True, help="Look at its game again day by day, in a window if there can be one.")
@click.option("--text", "as_text", is_flag=True, help="Look at its game again day by day, in the terminal.")
@click.option("--day", type=click.IntRange(1), default=1, help="The day to open it at, with --window or --text.")
@click.option("--seat", help="Through whose eyes, with --window or --text; without it the person's, else the first's.")
@click.option("--language", type=LanguageType(), help="Say it in this language, with --window or --text.")
def replay(record: Path, scenario: str | None, view: str | None, **asked: Any) -> None:
    """Play RECORD again. Exit code 1 if it departs from what the rules give.

    With --window or --text it is shown day by day instead: as a seat saw it, or, once the game is over, as it was.
    """
    if asked["window"] or asked["as_text"]:
        _look_again(record, scenario, asked)
        return
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


def _look_again(record: Path, scenario: str | None, asked: dict[str, Any]) -> None:
    """Show a record's game day by day: in a window, or as text where that is asked for or there can be none."""
    from sim.cli.play import at_terminal
    from sim.client.replaying.replay import read_replay
    from sim.client.setting_up import seat_number
    from sim.client.settings import language_of, read_settings
    from sim.client.text.replaying import looked_at_again
    from sim.language import speak
    from sim.record.record import read_record
    from sim.scenario.book import open_book
    from sim.session.replay import check_scenario

    speak(language_of(read_settings()[0], asked["language"]))
    kept = read_record(record)
    book = open_book(scenario or kept.header.scenario)
    check_scenario(book.tables, kept)
    seat = seat_number(book, asked["seat"]) if asked["seat"] else -1
    trouble = ""
    if not asked["as_text"]:
        from sim.client.view.opening import why_no_window

        trouble = why_no_window()
        if not trouble:
            from sim.client.view.opening import look_again_in_window

            look_again_in_window(record, scenario, asked["day"], seat, asked["language"])
            return
    terminal = at_terminal()
    if trouble:
        from sim.client.view import words as w

        terminal.say(w.NO_DISPLAY.format(why=trouble))
    looked_at_again(terminal, read_replay(book, kept), kept, asked["day"], seat)

"""``cessation picture``: any screen of any record as a PNG, without a display."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from sim.cli.options import LanguageType


class SizeType(click.ParamType[tuple[int, int]]):
    """``1920x1080`` as two numbers."""

    name = "WxH"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """The numbers; fails with what would be right."""
        if isinstance(value, tuple):
            return value
        width, _, height = str(value).partition("x")
        if not (width.isdecimal() and height.isdecimal() and 640 <= int(width) <= 8000 and 360 <= int(height) <= 8000):
            self.fail(f"write a size such as 1920x1080, from 640x360 to 8000x8000, not `{value}`", param, ctx)
        return int(width), int(height)


@click.command()
@click.argument("record", type=click.Path(path_type=Path))
@click.option("--screen", default="table", show_default=True, help="Which screen: see below.")
@click.option("--day", type=click.IntRange(1), help="The day, as the seat's turn began; without it the end.")
@click.option("--seat", help="Whose screen; without it the person's seat, else the first.")
@click.option("--size", type=SizeType(), default="1600x900", show_default=True, help="Size in pixels.")
@click.option("--text-scale", type=click.IntRange(50, 300), default=100, show_default=True, help="Size of text, %.")
@click.option("--language", type=LanguageType(), default="en", show_default=True, help="The language of the picture.")
@click.option(
    "--futures",
    type=click.IntRange(0, 2000),
    default=0,
    show_default=True,
    help="Of the draft and of the other side's offer, played for the table of a day; the advisers then speak too.",
)
@click.option("--scenario", help="The scenario's folder, if it is not a shipped one.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The PNG to write.")
def picture(record: Path, screen: str, out: Path, **asked: Any) -> None:
    """Draw a screen of RECORD.

    Screens: title, seats, saves, help, briefing, curtain, table, night, debrief, debrief-why (and so on: its chapters),
    cables, facts, about; dialogs over the table: menu, reasons, faces, save, believe, advisers, accord; over the seats:
    others; over the debrief: motives. A day of a replay: replay with fog, replay-true without.
    """
    from sim.client.debriefing.reviewing import kept_review
    from sim.client.saving.saves import HUMAN
    from sim.client.setting_up import seat_number
    from sim.client.view.portrait import REPLAYS, keep_picture, model_of, replay_shell, screens, shell_of
    from sim.language import speak
    from sim.record.record import read_record
    from sim.scenario.book import open_book

    if screen not in screens():
        raise click.UsageError(f"no screen `{screen}`; there are {', '.join(screens())}")
    kept = read_record(record)
    book = open_book(asked["scenario"] or kept.header.scenario)
    persons = [i for i, (_, agent) in enumerate(kept.header.agents) if agent == HUMAN]
    number = seat_number(book, asked["seat"]) if asked["seat"] else next(iter(persons), 0)
    text, day = asked["text_scale"], asked["day"]
    speak(asked["language"])  # what is said as a model is made is kept in it
    if screen in REPLAYS:
        shell = replay_shell(book, kept, number, day, text, fog=REPLAYS[screen])
    else:
        model = model_of(book, kept, number, day, asked["futures"])
        if model.debrief:
            model = replace(model, review=kept_review(model.debrief.past, record))
        shell = shell_of(model, screen, text)
    keep_picture(replace(shell, language=asked["language"]), asked["size"], out)
    click.echo(out)

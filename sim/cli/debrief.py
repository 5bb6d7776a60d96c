"""``cessation debrief``: what a finished game came to, as text or as one HTML page."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sim.cli.options import LanguageType, compiled_option

if TYPE_CHECKING:
    from sim.client.debriefing.debrief import Debrief
    from sim.client.model import Model

WIDTH = 100


def _reviewed(model: "Model", debrief: "Debrief", record: Path, futures: int, compiled: bool | None) -> "Model":
    """The model with the review that lies beside the record, or, if futures are asked for, with one played now."""
    from dataclasses import replace

    from sim.analysis.study.calibrate import whether_compiled
    from sim.analysis.why.turning import SearchPlan
    from sim.client.debriefing.reviewing import keep_review, kept_review, review_steps
    from sim.client.update import update

    found = kept_review(debrief.past, record)
    if found or not futures:
        return replace(model, review=found)
    plan = SearchPlan(futures, max(2, futures // 10), 5)
    shown = sys.stderr.isatty()
    with click.progressbar(
        length=1, label="playing futures", file=sys.stderr if shown else None, hidden=not shown
    ) as bar:
        for step in review_steps(debrief.past, plan, compiled=whether_compiled(compiled)):
            model, _ = update(model, step)
            bar.length = max(1, step.reviewing.of)
            bar.update(step.reviewing.done - bar.pos)
    if model.review:
        keep_review(debrief.past, model.review, record)
    return model


@click.command()
@click.argument("record", type=click.Path(path_type=Path))
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="Write one HTML page instead of text.")
@click.option("--seat", help="Whose debrief; without it the person's, else the first seat's.")
@click.option("--language", type=LanguageType(), help="The language to say it in; without it the one that was chosen.")
@click.option("--futures", type=click.IntRange(0), default=1000, show_default=True,
              help="Futures of each choice that is told; 0 leaves turning points and reference games out.")  # fmt: skip
@click.option("--scenario", help="The scenario's folder, if it is not a shipped one.")
@compiled_option
def debrief(record: Path, html: Path | None, futures: int, compiled: bool | None, **asked: str | None) -> None:
    """Say what the game of RECORD came to: the human cost first, why it broke, what was on the table, where it turned.

    Turning points and games of reference play take some seconds; they are kept beside the record and read from there.
    """
    from sim.client.debriefing.html_page import keep_html
    from sim.client.debriefing.revealing import debriefed
    from sim.client.saving.saves import HUMAN
    from sim.client.setting_up import seat_number
    from sim.client.settings import language_of, read_settings
    from sim.client.text.debrief import debrief_screen
    from sim.client.text.layout import clip_width
    from sim.language import speak
    from sim.record.record import read_record
    from sim.scenario.book import open_book

    speak(language_of(read_settings()[0], asked["language"]))
    kept = read_record(record)
    book = open_book(asked["scenario"] or kept.header.scenario)
    persons = [i for i, (_, agent) in enumerate(kept.header.agents) if agent == HUMAN]
    number = seat_number(book, asked["seat"]) if asked["seat"] else next(iter(persons), 0)
    model = debriefed(book, kept, number)
    assert model.debrief is not None
    model = _reviewed(model, model.debrief, record, futures, compiled)
    assert model.debrief is not None
    if html:
        click.echo(keep_html(model, model.debrief, None, html))
        return
    width = clip_width(shutil.get_terminal_size((WIDTH, 40)).columns - 1)
    click.echo("\n".join(debrief_screen(model, model.debrief, width)).strip())

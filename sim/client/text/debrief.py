"""The debrief in a terminal: its chapters, all or one by its number, and what else can be asked afterwards."""

from collections.abc import Sequence

from sim.analysis.why.explain import HazardNight
from sim.client.debriefing import debrief_words as d
from sim.client.debriefing.breaking import night_section
from sim.client.debriefing.chapters import CHAPTERS, TOLD, chapter_page
from sim.client.debriefing.days import day_page
from sim.client.debriefing.debrief import Debrief
from sim.client.debriefing.knowing import hidden_rows
from sim.client.figures import fixed
from sim.client.model import Model
from sim.client.page import Page, Row
from sim.client.text import words as t
from sim.client.text.layout import heading, rows, section_lines, wrap


def debrief_screen(model: Model, debrief: Debrief, width: int) -> list[str]:
    """What the game came to: every chapter, and how to ask for more."""
    lines = [line for number in range(1, 1 + len(TOLD)) for line in ["", *chapter_lines(model, debrief, number, width)]]
    header = debrief.past.header
    foot = d.FOOT.format(
        scenario=model.tables.id, digest=model.tables.digest[:12], seed=str(header.rng_seed), game=str(header.game),
        version=header.version,
    )  # fmt: skip
    return [*lines, "", *wrap(t.HIDDEN_ALL, width), *wrap(foot, width)]


def chapter_lines(model: Model, debrief: Debrief, number: int, width: int) -> list[str]:
    """One chapter; nothing if there is none of that number."""
    if not 1 <= number <= len(CHAPTERS):
        return []
    told = chapter_page(model, debrief, number, "terminal")
    return [heading(f"{number}. {told.title}", told.note), *body_lines(told, width)]


def body_lines(told: Page, width: int) -> list[str]:
    """The sections of a chapter, a blank line before each heading."""
    lines: list[str] = []
    for section in told.sections:
        lines += [*([""] if section.heading and lines else []), *section_lines(section, width, 2)]
    return lines


def day_lines(model: Model, debrief: Debrief, day: int, *, fog: bool, width: int) -> list[str]:
    """A day as the seat knew it, or as it was."""
    told = day_page(model, debrief, day, fog=fog)
    return [heading(told.title), *body_lines(told, width)]


def all_nights_lines(model: Model, day: int, nights: Sequence[HazardNight], width: int) -> list[str]:
    """Every hazard drawn on a night: those that struck in full, the others with their chance."""
    lines = [heading(t.NIGHT_OF.format(day=day))]
    for night in nights:
        if night.struck:
            lines += ["", *section_lines(night_section(model, night), width, 2)]
    spared = [
        Row(model.book.word("hazards", each.hazard), fixed(each.chance, 4), t.DRAWN.format(drawn=each.drawn))
        for each in nights
        if not each.struck
    ]
    return [*lines, "", heading(t.SPARED), *rows(spared, width)]


def hidden_screen(model: Model, debrief: Debrief, width: int) -> list[str]:
    """All that was hidden from the seat."""
    return [heading(d.HIDDEN, d.HIDDEN_NOTE), *rows(hidden_rows(model, debrief, secrets_only=False), width)]

"""The debrief as one HTML page: self-contained, without scripts, fit for print and for those who cannot see it."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from sim.client.debriefing import debrief_words as w
from sim.client.debriefing.chapters import TOLD, chapter_page
from sim.client.debriefing.debrief import Debrief
from sim.client.debriefing.ending import ending_word
from sim.client.debriefing.html_style import STYLE
from sim.client.debriefing.svg import shade, svg_key, svg_of
from sim.client.model import Model
from sim.client.naming import seat_name
from sim.client.opponents import opponent_name
from sim.client.page import Page, Plot, Row, Section
from sim.client.view.drawing.scene import Bar
from sim.errors import CessationError
from sim.language import RIGHT_TO_LEFT, spoken

PLOT_WIDTH, PLOT_HEIGHT = 760.0, 420.0
NAME = "debrief"
QUOTED = re.compile("`([^`]*)`")


def keep_html(model: Model, debrief: Debrief, record: Path | None, wanted: Path | None) -> Path:
    """Write the page where it is wanted, else beside the record, else here; raises CessationError if it cannot be."""
    path = wanted or (record.with_suffix(".html") if record else Path(f"{model.tables.id}-{NAME}.html"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html_page(model, debrief), "utf-8")
    except OSError as error:
        raise CessationError(w.NOT_WRITTEN.format(path=path, why=error.strerror)) from None
    return path


def html_page(model: Model, debrief: Debrief) -> str:
    """The whole page, in the language of now."""
    told = [(each.id, chapter_page(model, debrief, i, "file")) for i, each in enumerate(TOLD, 1)]
    title = w.TITLE.format(scenario=model.book.text["title"], ending=ending_word(model, debrief))
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(spoken())}" dir="{"rtl" if spoken() in RIGHT_TO_LEFT else "ltr"}">',
            '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title>",
            f"<style>{STYLE}</style></head>",
            '<body id="top">',
            *_header(model, debrief),
            *_contents(told),
            "<main>",
            *(line for id_, page in told for line in _chapter(id_, page, model.seat)),
            "</main>",
            *_footer(model, debrief),
            "</body></html>",
            "",
        ]
    )


def _tag(tag: str, text: str, attributes: str = "") -> str:
    return f"<{tag}{f' {attributes}' if attributes else ''}>{told(text)}</{tag}>"


def told(text: str) -> str:
    """Text as it may stand in the page: escaped, and what a terminal puts between backticks in quotation marks."""
    return escape(QUOTED.sub("\u201c\\1\u201d", text))


def _header(model: Model, debrief: Debrief) -> Iterator[str]:
    rival = seat_name(model.book, 1 - model.seat)
    agent = debrief.past.header.agents[1 - model.seat][1]
    against = w.AGAINST.format(seat=rival, agent=opponent_name(model.book, agent))
    yield "<header>"
    yield _tag("p", str(model.book.text["title"]), 'class="over"')
    yield _tag("h1", ending_word(model, debrief))
    yield _tag("p", w.AS_SEAT.format(seat=seat_name(model.book, model.seat), rival=against), 'class="dim"')
    yield "</header>"


def _contents(told: Iterable[tuple[str, Page]]) -> Iterator[str]:
    yield f'<nav aria-label="{escape(w.CONTENTS)}"><ol>'
    yield from (f'<li><a href="#{id_}">{escape(page.title)}</a></li>' for id_, page in told)
    yield "</ol></nav>"


def _footer(model: Model, debrief: Debrief) -> Iterator[str]:
    header = debrief.past.header
    foot = w.FOOT.format(
        scenario=model.tables.id, digest=model.tables.digest, seed=str(header.rng_seed), game=str(header.game),
        version=header.version,
    )  # fmt: skip
    yield "<footer>"
    yield _tag("p", str(model.book.text["disclaimer"]))
    yield _tag("p", foot, 'class="dim"')
    yield f'<p class="back"><a href="#top">{escape(w.BACK_TO_TOP)}</a></p></footer>'


# ----------------------------------------------------------------------------------------------------------- chapters
def _chapter(id_: str, page: Page, seat: int) -> Iterator[str]:
    yield f'<section id="{id_}" aria-labelledby="{id_}-title">'
    note = f' <span class="note">{told(page.note)}</span>' if page.note else ""
    yield f'<h2 id="{id_}-title">{told(page.title)}{note}</h2>'
    for section in page.sections:
        yield from _section(section, seat)
    yield "</section>"


def _section(section: Section, seat: int) -> Iterator[str]:
    if section.heading:
        yield _tag("h3", section.heading)
    for sentence in section.says:
        yield from (_tag("p", part) for part in sentence.split("\n\n") if part.strip())
    if section.plot:
        yield from _figure(section.plot, seat)
    if section.rows:
        yield from _table(section.rows, section.heading, seat)


def _figure(plot: Plot, seat: int) -> Iterator[str]:
    wide = plot.size[0] >= 2.5 * plot.size[1]
    size = (PLOT_WIDTH, plot.size[1] if wide else PLOT_HEIGHT)
    keys = "".join(f"<li>{svg_key(shape, seat)} {escape(text)}</li>" for shape, text in plot.keys)
    yield f"<figure>{svg_of(plot, size, seat)}"
    yield f'<figcaption><ul class="keys">{keys}</ul></figcaption></figure>'


def _table(rows: Iterable[Row], name: str, seat: int) -> Iterator[str]:
    rows = list(rows)
    used = [any(row.figure for row in rows), any(row.bar for row in rows), any(row.note for row in rows)]
    yield f'<table aria-label="{escape(name)}">' if name else "<table>"
    for row in rows:
        cells = (
            _tag("td", row.figure, 'class="figure"'),
            f'<td class="bars">{_bar(row.bar, seat) if row.bar else ""}</td>',
            _tag("td", row.note, 'class="dim"'),
        )
        shown = "".join(cell for cell, shows in zip(cells, used, strict=True) if shows)
        yield f'<tr><th scope="row">{told(row.label)}</th>{shown}</tr>'
    yield "</table>"


def _bar(bar: Bar, seat: int) -> str:
    """A bar, for the eye alone: its figure stands beside it."""
    first, last = sorted((bar.start, bar.value))
    place = f"left:{100 * first:.1f}%;width:{100 * (last - first):.1f}%;background:{shade(bar.colour, seat)}"
    tick = f'<b style="left:{100 * bar.before:.1f}%"></b>' if bar.before >= 0 else ""
    return f'<span class="bar" aria-hidden="true"><i style="{place}"></i>{tick}</span>'

"""From the record of a finished game to all that its debrief tells, by playing it again."""

from collections.abc import Sequence
from dataclasses import replace

from sim.analysis.understood.counsel import adviser_reports
from sim.analysis.understood.understanding import understanding
from sim.analysis.why.cards import deal_cards
from sim.analysis.why.ended import explain_ending
from sim.analysis.why.explain import HazardNight, explain_nights
from sim.analysis.why.packages import TablePicture, draw_table
from sim.analysis.why.story import FinishedRecord, read_story
from sim.client.debriefing.debrief import ENDS_OF_AGREEMENTS, Debrief
from sim.client.model import Model, first_model
from sim.client.watch import Watch, relive
from sim.record.record import Record
from sim.rules import layout as at
from sim.scenario.book import Book


def reveal(book: Book, record: Record, seats: Sequence[int]) -> Debrief:
    """The truth of a finished game, for the persons at some seats.

    Raises CessationError if its game has not ended, RecordError if it departs from play.
    """
    past = read_story(book.tables, record)
    notes, table = past.notes, draw_table(past)
    missed = _missed(table)
    one, two = (deal_cards(book.cards, past, record, seat, missed) for seat in range(2))
    kinds = [int(past.final[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.TYPE]) for seat in range(2)]
    understood = tuple(understanding(book.tables, i, notes, past.events, kinds[1 - i]) for i in range(2))
    advised = tuple(each for seat in seats for each in adviser_reports(book.tables, seat, notes, past.events))
    return Debrief(
        past, explain_ending(past, record), tuple(_why_broken(book, past, record)), table, (one, two), notes,
        understood, advised,
    )  # fmt: skip


def debriefed(book: Book, record: Record, seat: int) -> Model:
    """What a seat knows at the end of a record's game, and with it the debrief.

    Raises CessationError if its game has not ended, RecordError if it does not replay.
    """
    watch = Watch(seat)
    relive(book.tables, record, watch)
    debrief = reveal(book, record, (seat,))
    model = first_model(book, seat, record.header.agents[1 - seat][1], tuple(watch.looks))
    return replace(model, debrief=debrief)


def _missed(table: TablePicture) -> tuple[float, float]:
    """What the better package would have given either seat more than the one signed last."""
    if table.better is None:
        return 0.0, 0.0
    one, two = (table.better.place[i] - table.signed[-1].place[i] for i in range(2))
    return one, two


def _why_broken(book: Book, past: FinishedRecord, record: Record) -> list[HazardNight]:
    """The hazards that ended the last agreement, if it was no act of a seat that did."""
    ends = [(day, event.kind) for day, event in past.events if event.kind in ENDS_OF_AGREEMENTS]
    if not ends or ends[-1][1] == "denounced":
        return []
    risks = {renewal.get("risk") for renewal in book.outline.get("renewals", {}).values()}
    breaking = {name for name, hazard in book.outline["hazards"].items() if hazard.get("agreement")} | risks
    nights = explain_nights(past.tables, record, {ends[-1][0]}).get(ends[-1][0], [])
    return [each for each in nights if each.struck and each.hazard in breaking]

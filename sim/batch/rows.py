"""Games as rows of tables: canonical rows of numbers, from which all that is summed and hashed is made, and text."""

import csv
import io
import struct
from collections.abc import Iterable, Sequence

from sim.ai.rollout import ENDED_ON, HELD, HOW, PACKAGE, REPLACED, SIGNED_ON, TIMES_RENEWED
from sim.batch.columns import FIRST_FLOATS, kept_slots, last_slots
from sim.batch.plan import Plan
from sim.batch.played import GameHistory, first_morning, nights_of
from sim.record.events import Event, audience_text
from sim.record.notation import package_text, write_action
from sim.rules import layout as at
from sim.scenario.tables import RulesTables

GAME, ENDING, DAY, FIRST_TYPE, FIRST_SCORE, DECISIONS, SIGNED, TRUCES = 0, 1, 2, 3, 5, 7, 8, 9
FATES = {
    at.IN_FORCE: "in_force",
    at.SUSPENDED: "suspended",
    at.EXPIRED: "expired",
    at.COLLAPSED: "collapsed",
    at.DENOUNCED: "denounced",
    REPLACED: "replaced",
}
Texts = list[list[str]]


def shown(x: float) -> str:
    """The shortest text that reads back as the very same double; whole numbers without their `.0`."""
    text = repr(x)
    return text.removesuffix(".0")


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Rows as lines of CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def game_row(tables: RulesTables, played: GameHistory) -> list[float]:
    """The canonical row of a game: FIRST_FLOATS numbers, then final values of variables and components."""
    final = played.final
    types = [final[at.SEAT_BASE + seat * at.SEAT_WIDTH + at.TYPE] for seat in range(2)]
    first = [float(played.game), final[at.ENDING], final[at.DAY], *types, *played.scores]
    counts = [float(played.decisions), final[at.SIGNED_COUNT], float(played.truces)]
    return [*first, *counts, *(final[slot] for slot in last_slots(tables))]


def row_bytes(row: Sequence[float]) -> bytes:
    """A canonical row for hashing: little-endian doubles."""
    return struct.pack(f"<{len(row)}d", *row)


def game_text(tables: RulesTables, row: Sequence[float]) -> list[str]:
    """A canonical row as text, with ids for its ending and types."""
    names = tables.names
    texts = [shown(x) for x in row]
    texts[ENDING] = names.endings[int(row[ENDING])]
    for i, seat in enumerate(names.seats):
        texts[FIRST_TYPE + i] = names.types[seat][int(row[FIRST_TYPE + i])]
    return texts


def read_game_text(tables: RulesTables, texts: Sequence[str], length: int | None = None) -> list[float]:
    """The canonical row that ``game_text`` wrote; raises ValueError if it is none.

    ``length`` is for rows that keep the FIRST_FLOATS numbers and only some of the rest.
    """
    names = tables.names
    if len(texts) != (length or FIRST_FLOATS + len(last_slots(tables))):
        raise ValueError("a row of another length")
    numbers = dict(enumerate(texts))
    numbers[ENDING] = str(names.endings.index(texts[ENDING]))
    for i, seat in enumerate(names.seats):
        numbers[FIRST_TYPE + i] = str(names.types[seat].index(texts[FIRST_TYPE + i]))
    return [float(text) for text in numbers.values()]


def agreement_texts(tables: RulesTables, played: GameHistory) -> Texts:
    """A row for each agreement that was signed."""
    issues = list(tables.names.issues)
    rows = []
    for i, row in enumerate(played.agreements):
        runs = row[ENDED_ON] == 0.0
        how = int(played.final[at.STATUS] if runs else row[HOW])
        held = "" if how == REPLACED else shown(played.final[at.AGE] if runs else row[HELD])
        package = package_text(tables, int(row[PACKAGE]))
        options = package.split("/")
        assert len(options) == len(issues)
        ended = "" if runs else shown(row[ENDED_ON])
        first = [str(played.game), str(i + 1), shown(row[SIGNED_ON]), package, ended, FATES[how], held]
        rows.append([*first, shown(row[TIMES_RENEWED]), *options])
    return rows


def day_texts(tables: RulesTables, plan: Plan, played: GameHistory) -> Texts:
    """A row for the first morning (day 0), one after each night, and one for a last day that had no night."""
    slots, nights = kept_slots(tables), nights_of(played.final)
    states = [first_morning(tables, plan.rng_seed, played.game), *played.days]
    if int(played.final[at.DAY]) > nights:
        states.append(played.final)
    game = str(played.game)
    return [
        [game, str(day), "1" if 1 <= day <= nights else "0", *(shown(state[slot]) for slot in slots)]
        for day, state in enumerate(states)
    ]


def action_texts(tables: RulesTables, played: GameHistory) -> Texts:
    """A row for each decision; plies are numbered within their day, as in a record."""
    rows, day, ply = [], 0, 0
    for act in played.acts:
        ply = ply + 1 if act.day == day else 1
        day = act.day
        seat = tables.names.seats[act.seat]
        rows.append([str(played.game), str(day), str(ply), seat, write_action(tables, act.action)])
    return rows


def event_texts(tables: RulesTables, game: int, events: Iterable[tuple[int, Event]]) -> Texts:
    """A row for each event, in order."""
    rows = []
    for order, (day, event) in enumerate(events, 1):
        text = event.text.removeprefix(event.kind).strip()
        audience = audience_text(tables, event.audience).strip("[]")
        rows.append([str(game), str(day), str(order), event.kind, text, audience, shown(event.row[3])])
    return rows

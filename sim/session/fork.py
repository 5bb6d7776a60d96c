"""Forks: a new game that begins with another one up to a seat's turn of some day, and says so in its header."""

from dataclasses import replace

from sim.errors import CessationError
from sim.record.notation import END
from sim.record.record import Record
from sim.rules.actions import KIND_NAMES
from sim.scenario.tables import RulesTables
from sim.session.replay import steps


def fork_lines(tables: RulesTables, record: Record, seat: int, day: int) -> list[str]:
    """The lines of a record that goes on where a seat's turn of a day begins; its luck is that of the other one.

    Raises CessationError if the seat has no turn on that day, RecordError if the record cannot be played.
    """
    plies, link = _turn(tables, record, seat, day)
    header = replace(record.header, fork=f"{day}:{link}")
    kept = record.actions[:plies]
    end = kept[-1][0] + 1 if kept else 0
    written: list[str] = []
    for _ in steps(tables, replace(record, header=header, lines=record.lines[:end], finished=False), written):
        pass
    return written


def _turn(tables: RulesTables, record: Record, seat: int, day: int) -> tuple[int, str]:
    """How many plies were made before a turn, and the last link of the record's chain there."""
    ended = [text == KIND_NAMES[END.kind] for _, _, text in record.actions]
    for i, session in enumerate(steps(tables, record, [])):
        begins = i == 0 or ended[i - 1]
        if begins and not session.over and session.to_move == seat and session.day == day:
            return i, session.last_hash
    raise CessationError(f"{tables.names.seats[seat]} has no turn on day {day} in this record")

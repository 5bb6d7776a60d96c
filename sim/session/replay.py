"""Replay: play a record again from its actions, and find where it departs, if it does."""

from collections.abc import Iterator
from dataclasses import dataclass

from sim.errors import CessationError
from sim.record.notation import NotationError, read_action
from sim.record.notes import NoteError, notes_below, read_note
from sim.record.record import Record, RecordError
from sim.scenario.tables import RulesTables
from sim.session.session import IllegalAction, Session, Sink

NOTHING = "nothing"


@dataclass(frozen=True)
class Departure:
    """Where a replay differs from its record: the line of the file, what it holds and what play gives."""

    line: int
    recorded: str
    replayed: str

    def __str__(self) -> str:
        return f"line {self.line}: the record has `{self.recorded}`, play gives `{self.replayed}`"


def check_scenario(tables: RulesTables, record: Record) -> None:
    """A record replays only under the very scenario it was played with; raises RecordError otherwise."""
    if tables.digest != record.header.digest:
        raise RecordError(
            f"this record was played with another version of {record.header.scenario} "
            f"(sha256 {record.header.digest[:12]}, not {tables.digest[:12]}); it is not reinterpreted"
        )


def steps(tables: RulesTables, record: Record, written: list[str]) -> Iterator[Session]:
    """The session after each ply of the record, from its start. ``written`` collects the lines play gives.

    Raises RecordError at a ply that cannot be read or played.
    """
    check_scenario(tables, record)
    session = Session(tables, record.header, written.extend)
    yield session
    for i, seat, text in record.actions:
        if session.over or tables.names.seats[session.to_move] != seat:
            raise RecordError(f"line {i + 2}: {seat} is not to move")
        _note_again(session, record, i)
        try:
            session.act(read_action(tables, text, session.to_move))
        except (NotationError, IllegalAction) as error:
            raise RecordError(f"line {i + 2}: {error}") from None
        yield session


def _note_again(session: Session, record: Record, ply: int) -> None:
    """Note what the record notes below a ply; raises RecordError."""
    for below, line in enumerate(notes_below(record.lines, ply), ply + 1):
        try:
            note = read_note(session.tables, session.to_move, line)
        except NoteError as error:
            raise RecordError(f"line {below + 2}: {error}") from None
        session.note(dict(note.beliefs), dict(note.reasons))


def resume(tables: RulesTables, record: Record, sink: Sink | None = None) -> Session:
    """The session at the end of a record's committed part, going on with ``sink``; raises RecordError if it departs.

    A night is written after the turn that brings it. Of a game that was cut off between the two ``sink`` first receives
    the night's lines.
    """
    written: list[str] = []
    *_, session = steps(tables, record, written)
    departure = compare(record, written)
    if departure:
        raise RecordError(f"this record does not replay: {departure}")
    if sink:
        missing = written[1 + len(record.lines) :]
        if missing:
            sink(missing)
        session.attach(sink)
    return session


def compare(record: Record, written: list[str]) -> Departure | None:
    """The first difference between a record's lines and those that play gave; the night after them is none."""
    played = written[1:]
    for i, (old, new) in enumerate(zip(record.lines, played, strict=False)):
        if old != new:
            return Departure(i + 2, old, new)
    if len(played) < len(record.lines):
        return Departure(len(played) + 2, record.lines[len(played)], NOTHING)
    return None


def replay(tables: RulesTables, record: Record) -> Departure | None:
    """None if the record reproduces to the bit, else where it departs first.

    Raises RecordError if it is of another scenario, CessationError if it cannot be played at all.
    """
    check_scenario(tables, record)
    written: list[str] = []
    try:
        for _ in steps(tables, record, written):
            pass
    except RecordError as error:
        departure = compare(record, written)
        if departure and departure.replayed != NOTHING:
            return departure
        raise CessationError(str(error)) from None
    return compare(record, written)

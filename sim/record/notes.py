"""Notes: what a seat believes and why it chose, under a ply, for that seat alone. They never touch the state.

``    because us aspiration 0.72, bid 0.75 [us]`` · ``    believes us type.firm 0.6, type.soft 0.4, accepts 0.3 [us]``

The lines stand right below their ply, before its events, and are part of the record's chain. A belief is a chance from
0 to 1 with at most four decimals: a whole distribution over the types of the other seat, forecasts (see ``forecasts``),
and what the seat's advisers forecast (``analysts.accepts``), in this order. A reason is a name of the agent's own and a
number. What is written is read again as it was.
"""

import re
from collections.abc import Mapping, Sequence
from math import isfinite
from numbers import Real
from typing import NamedTuple

from sim.record.forecasts import FORECAST_NAMES
from sim.record.notation import NotationError
from sim.scenario.tables import RulesTables

DECIMALS = 4
OFF_BY = 0.001  # what the chances of all types may lack or exceed of 1, for their rounding
LARGEST = 1e9
MOST_REASONS = 20
TYPE = "type."
BELIEVES, BECAUSE = "believes", "because"
NAME = re.compile(r"[a-z][a-z0-9_.]{0,39}")
NUMBER = re.compile(r"-?[0-9]{1,10}(\.[0-9]{1,4})?")

Terms = tuple[tuple[str, float], ...]


class NoteError(NotationError):
    """A belief or a reason that cannot be noted; the message says why."""


class Note(NamedTuple):
    """Beliefs and reasons, each as pairs of a name and a number."""

    beliefs: Terms = ()
    reasons: Terms = ()


NOTHING = Note()


class PlacedNote(NamedTuple):
    """A note in its place: under which ply it stands, and how many events there were before and after that ply."""

    day: int
    ply: int
    seat: int
    before: int
    after: int
    note: Note


def type_names(tables: RulesTables, seat: int) -> list[str]:
    """What a seat may believe of the other one: ``type.firm`` for each of its types."""
    return [f"{TYPE}{kind}" for kind in tables.names.types[tables.names.seats[1 - seat]]]


def adviser_forecasts(tables: RulesTables, seat: int) -> list[str]:
    """What the advisers of a seat may have forecast: ``analysts.accepts`` and so on."""
    return [f"{row.id}.{name}" for row in tables.names.advisers[tables.names.seats[seat]] for name in FORECAST_NAMES]


def _rounded(name: str, value: object, low: float, high: float) -> float:
    if isinstance(value, bool) or not isinstance(value, Real):
        raise NoteError(f"`{name}` needs a number, not {value!r}")
    number = float(value)
    if not (isfinite(number) and low <= number <= high):
        raise NoteError(f"`{name}` is {number:g}; it must lie between {low:g} and {high:g}")
    return round(number, DECIMALS) + 0.0  # never -0


def check_beliefs(tables: RulesTables, seat: int, beliefs: Mapping[str, object]) -> Terms:
    """The beliefs of a seat as they are noted; raises NoteError.

    Chances of types come all together and add up to 1; forecasts stand for themselves.
    """
    types = type_names(tables, seat)
    known = [*types, *FORECAST_NAMES, *adviser_forecasts(tables, seat)]
    for name in beliefs:
        if name not in known:
            raise NoteError(f"`{name}` is nothing to believe; {tables.names.seats[seat]} may state {', '.join(known)}")
    chances = {name: _rounded(name, beliefs[name], 0.0, 1.0) for name in known if name in beliefs}
    stated = [chances[name] for name in types if name in chances]
    if stated and len(stated) < len(types):
        raise NoteError(f"the chances of all types are stated together: {', '.join(types)}")
    if stated and abs(sum(stated) - 1.0) > OFF_BY:
        raise NoteError(f"the chances of all types add up to {sum(stated):g}, not to 1")
    return tuple(chances.items())


def check_reasons(reasons: Mapping[str, object]) -> Terms:
    """Reasons as they are noted, in the order given; raises NoteError."""
    if len(reasons) > MOST_REASONS:
        raise NoteError(f"{len(reasons)} reasons; a ply has at most {MOST_REASONS}")
    for name in reasons:
        if not NAME.fullmatch(str(name)):
            raise NoteError(f"{name!r} cannot be the name of a reason: small letters, figures, dots and underscores")
    return tuple((name, _rounded(name, value, -LARGEST, LARGEST)) for name, value in reasons.items())


def merge(
    tables: RulesTables, seat: int, note: Note, beliefs: Mapping[str, object], reasons: Mapping[str, object]
) -> Note:
    """A note with more in it; what is said again takes the place of what was said. Raises NoteError."""
    return Note(
        check_beliefs(tables, seat, {**dict(note.beliefs), **beliefs}), check_reasons({**dict(note.reasons), **reasons})
    )


def _number_text(value: float) -> str:
    text = f"{value:.{DECIMALS}f}".rstrip("0")
    return text.removesuffix(".")


def note_lines(tables: RulesTables, seat: int, note: Note) -> list[str]:
    """The lines of a note; none for an empty one."""
    name = tables.names.seats[seat]
    lines = []
    for verb, terms in ((BECAUSE, note.reasons), (BELIEVES, note.beliefs)):
        if terms:
            said = ", ".join(f"{term} {_number_text(value)}" for term, value in terms)
            lines.append(f"    {verb} {name} {said} [{name}]")
    return lines


def is_note(line: str) -> bool:
    """Whether a line of a record is one of a note."""
    return line.startswith((f"    {BECAUSE} ", f"    {BELIEVES} "))


def read_note(tables: RulesTables, seat: int, line: str) -> Note:
    """What one line notes, if it is ``seat``'s; raises NoteError."""
    verb, _, rest = line.strip().partition(" ")
    name = tables.names.seats[seat]
    if not (rest.startswith(f"{name} ") and rest.endswith(f" [{name}]")):
        raise NoteError(f"a note under a ply of {name} reads `{verb} {name} ... [{name}]`")
    terms: dict[str, float] = {}
    for part in rest.removeprefix(f"{name} ").removesuffix(f" [{name}]").split(", "):
        term, _, number = part.partition(" ")
        if not NUMBER.fullmatch(number):
            raise NoteError(f"`{part}` is not a name and a number of at most {DECIMALS} decimals")
        if term in terms:
            raise NoteError(f"`{term}` is said twice")
        terms[term] = float(number)
    return Note(check_beliefs(tables, seat, terms)) if verb == BELIEVES else Note((), check_reasons(terms))


def notes_below(lines: Sequence[str], ply: int) -> list[str]:
    """The lines of the note right below a ply, which is the number of its line."""
    end = ply + 1
    while end < len(lines) and is_note(lines[end]):
        end += 1
    return list(lines[ply + 1 : end])

"""The daily table of a game, as profiles ask after it: a row a night, from day 1, with the state after that night.

Columns are the names of the scenario, and a few worked out here: `day`; `under_truce`, 1 on a night that fell in a
truce, whether or not the truce outlived it; `pulled.SEAT.LEVER`, 1 on a day on which the seat pulled it; `score.SEAT`,
the score at the end, on every night.
"""

import difflib
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sim.rules import layout as at
from sim.scenario.statements import read_condition
from sim.scenario.tables import RulesTables

Row = list[float]


class ColumnBounds(NamedTuple):
    """A condition on a row: lowest <= row[column] <= highest."""

    column: int
    low: float
    high: float


def holds(tests: Sequence[ColumnBounds], row: Sequence[float]) -> bool:
    """Whether a row meets every test."""
    return all(low <= row[column] <= high for column, low, high in tests)


def bounds_of(text: str, constants: dict[str, list[str]]) -> tuple[str, float, float]:
    """The name of a condition and its bounds, ids of values as their numbers; raises ValueError."""
    condition = read_condition(text)
    low, high = (_number(condition.name, word, constants) for word in (condition.low, condition.high))
    if condition.strictly:
        low, high = math.nextafter(low, math.inf), math.nextafter(high, -math.inf)
    return condition.name, low, high


def _number(name: str, word: float | str, constants: dict[str, list[str]]) -> float:
    if not isinstance(word, str):
        return word
    known = constants.get(name, [])
    if word not in known:
        values = ", ".join(f"`{value}`" for value in known) or "numbers only"
        raise ValueError(f"`{word}` is not a value of `{name}`, which takes {values}")
    return float(known.index(word))


@dataclass
class Columns:
    """The columns that are wanted of a table, gathered as they are asked for."""

    tables: RulesTables
    names: list[str] = field(default_factory=list)

    @property
    def constants(self) -> dict[str, list[str]]:
        """Ids that stand for numbers, by name: options of issues and endings."""
        return self.tables.names.issues | {"ending": self.tables.names.endings}

    def find(self, name: str) -> int:
        """The column of a name, wanted from now on; raises ValueError with the nearest names."""
        if name in self.names:
            return self.names.index(name)
        known = [*_worked_out(self.tables), *self.tables.slot]
        if name not in known or name.startswith("unused"):
            near = difflib.get_close_matches(name, known, 3)
            hint = f"; did you mean {' or '.join(f'`{each}`' for each in near)}?" if near else ""
            raise ValueError(f"the daily table has no `{name}`{hint}")
        self.names.append(name)
        return len(self.names) - 1

    def test(self, text: str) -> ColumnBounds:
        """A condition on a row; raises ValueError."""
        name, low, high = bounds_of(text, self.constants)
        return ColumnBounds(self.find(name), low, high)

    def slots(self) -> list[int]:
        """The slot of each column; for those worked out, the one they are worked out of."""
        return [self._slot(name) for name in self.names]

    def _slot(self, name: str) -> int:
        if name.startswith("pulled."):
            return self.tables.slot[f"lever.{name.removeprefix('pulled.')}.day"]
        return at.DAY if name in _worked_out(self.tables) else self.tables.slot[name]


def _worked_out(tables: RulesTables) -> list[str]:
    pulled = [f"pulled.{lever}" for lever in tables.names.levers]
    return ["day", "under_truce", *(f"score.{seat}" for seat in tables.names.seats), *pulled]


class PlayedEpisode(NamedTuple):
    """An episode of a game: the day of its first night, the nights it held through, and what became of it.

    `closing` is the day on whose night it ended; `number` counts from 1 within the game.
    """

    number: int
    first: int
    nights: int
    fate: str
    closing: int
    renewals: int = 0


FATES = ["running", "ended", "expired", "collapsed", "denounced", "replaced"]
"""What becomes of an episode. `running` is one that the game's end cut off; `ended` is of those defined by `while`."""


@dataclass(frozen=True)
class DailyTable:
    """A game as its daily table: a row a night, its truces, how it ended."""

    rows: list[Row]
    truces: list[PlayedEpisode]
    ending: int


def fill_worked_out(columns: Columns, rows: list[Row], truces: list[PlayedEpisode], scores: Sequence[float]) -> None:
    """Put what is worked out into rows that hold the slots of `columns.slots()`."""
    shot = {day for each in truces for day in range(each.first, each.first + each.nights + (each.fate == "collapsed"))}
    seats = columns.tables.names.seats
    for column, name in enumerate(columns.names):
        for day, row in enumerate(rows, 1):
            if name == "day":
                row[column] = day
            elif name == "under_truce":
                row[column] = day in shot
            elif name.startswith("pulled."):
                row[column] = row[column] == day
            elif name.removeprefix("score.") in seats and name.startswith("score."):
                row[column] = scores[seats.index(name.removeprefix("score."))]


def rows_of(days: Any, nights: int, slots: list[int]) -> list[Row]:
    """The wanted slots of a game's first nights, from an array or from lists."""
    if hasattr(days, "tolist"):
        found: list[Row] = days[:nights][:, slots].tolist()
        return found
    return [[day[slot] for slot in slots] for day in days[:nights]]

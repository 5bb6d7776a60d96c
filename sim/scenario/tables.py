"""The compiled form of a scenario: two arrays of numbers for the kernel, and names for people."""

import json
from array import array
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, NamedTuple

from sim.rules import layout as at
from sim.rules.actions import N_KINDS


class HumanCostRow(NamedTuple):
    """A reported range: a variable of the state times two factors."""

    id: str
    of: str
    low: float
    high: float


class AdviserRow(NamedTuple):
    """An adviser: its weights of the components in their order, which sum to 1, or none where it weighs as the seat.

    What it expects of the other seat, by type and by doctrine; empty where it expects what anyone would.
    """

    id: str
    weights: list[float]
    types: dict[str, float]
    stances: dict[str, float]


class LessonRow(NamedTuple):
    """A lesson: first and number of the conditions for its being told, against that, and for its being learnt."""

    id: str
    when: tuple[int, int]
    unless: tuple[int, int]
    done: tuple[int, int]


class CourseRow(NamedTuple):
    """A course: the seat that it is for, the doctrine that plays the other, its luck or -1, its lessons in order."""

    seat: str
    rival: str
    rng_seed: int
    lessons: list[LessonRow]


@dataclass(frozen=True)
class Names:
    """What the numbers of the tables are called. Lists are in the order of the rows."""

    slots: list[str]
    sd: list[list[float]]
    units: dict[str, str]
    day_1: str
    seats: list[str]
    issues: dict[str, list[str]]
    reasons: list[str]
    levers: list[str]  # seat.lever
    hazards: dict[str, list[str]]  # with the names of their terms
    sources: dict[str, list[str]]  # of a hazard's base, then of its terms
    draws: dict[str, list[str]]  # with their outcomes
    events: list[str]
    stages: list[str]
    clauses: list[str]
    duties: list[str]  # clause.seat
    readings: list[list[str]]  # of each obligation, in the order of the duties; none if it is not ambiguous
    renewals: list[str]
    types: dict[str, list[str]]
    factions: list[str]  # seat.faction
    components: list[str]
    endings: list[str]  # by rank
    doctrines: list[str]
    par: dict[str, dict[str, float]]
    human_cost: list[HumanCostRow]
    advisers: dict[str, list[AdviserRow]]
    course: CourseRow | None
    first_variable: int
    first_component: int
    hidden_happenings: list[str]


@dataclass(frozen=True)
class RulesTables:
    """A compiled scenario. ``digest`` is the SHA-256 of its file; equal digests play alike."""

    id: str
    digest: str
    ints: list[int]
    reals: list[float]
    names: Names

    @cached_property
    def slot(self) -> dict[str, int]:
        """The slot of every name of the state."""
        return {name: i for i, name in enumerate(self.names.slots)}

    @property
    def n_state(self) -> int:
        """Length of a state, and of an observation."""
        return self.ints[at.N_STATE]

    @property
    def horizon(self) -> int:
        """The last day."""
        return self.ints[at.HORIZON]

    @property
    def n_mask(self) -> int:
        """Length of a mask of legal actions."""
        return N_KINDS + self.ints[at.N_LEVERS] + self.ints[at.N_OPTIONS]

    @property
    def log_rows(self) -> int:
        """Rows that no turn and no night can exceed, even when chance is traced and hazards are explained."""
        terms = sum(len(each) + 1 for each in self.names.hazards.values())
        happenings = len(self.names.hazards) + len(self.names.draws) + len(self.names.events) + len(self.names.duties)
        calls = self.ints[at.DRAWS] - self.ints[at.DRAW_LISTS]  # draws that blocks make, each block once
        return 64 + terms * (1 + len(self.names.renewals)) + 8 * happenings + 2 * calls + self.ints[at.N_STARTS]

    @property
    def variables(self) -> list[str]:
        """Names of the scenario's own variables, as they stand in a state."""
        return self.names.slots[self.names.first_variable : self.names.first_component]

    def to_json(self) -> str:
        """A text form for the cache: the arrays as raw bytes, the rest as JSON."""
        data = asdict(self)
        data["ints"] = b64encode(array("q", self.ints).tobytes()).decode()
        data["reals"] = b64encode(array("d", self.reals).tobytes()).decode()
        return json.dumps(data)

    @classmethod
    def from_json(cls, text: str) -> "RulesTables":
        """The inverse of ``to_json``; raises ValueError, KeyError or TypeError if it is not such a text."""
        data = json.loads(text)
        ints, reals = array("q"), array("d")
        ints.frombytes(b64decode(data.pop("ints")))
        reals.frombytes(b64decode(data.pop("reals")))
        names = data.pop("names")
        names["human_cost"] = [HumanCostRow(*row) for row in names["human_cost"]]
        names["advisers"] = {seat: [AdviserRow(*row) for row in rows] for seat, rows in names["advisers"].items()}
        names["course"] = _course(names["course"])
        return cls(ints=list(ints), reals=list(reals), names=Names(**names), **data)


def _course(row: list[Any] | None) -> CourseRow | None:
    """A course out of the lists that JSON makes of it."""
    if row is None:
        return None
    seat, rival, rng_seed, lessons = row
    rows = [LessonRow(id_, *((first, n) for first, n in spans)) for id_, *spans in lessons]
    return CourseRow(seat, rival, rng_seed, rows)

"""The outline of a random scenario: what there is, its ranges and who sees it, before any statement is written."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

SEATS = ("north", "south")
GOODS = ("stock", "transit", "given")
FLAG = (0.0, 1.0)
RANGES = (FLAG, FLAG, (0.0, 10.0), (-5.0, 5.0), (0.1, 0.7))
SEEN_BY: tuple[Any, ...] = (
    "all", "all", "none", {"north": "exact"}, {"south": "noise 0.1"},
    {"north": "exact", "south": "noise 0.2"}, {"north": "noise 0.3", "south": "noise 0.05"},
)  # fmt: skip
HAPPENING_SEEN_BY: tuple[Any, ...] = ("all", "none", {"north": "exact"}, {"south": "exact"})
REGISTERS = {
    "day": (1.0, 8.0), "truce": FLAG, "stage": (0.0, 3.0), "age": (0.0, 5.0), "left": (0.0, 4.0),
    "promised": (0.0, 4.0), "renewals": (0.0, 2.0), "signed": (0.0, 2.0), "since_end": (0.0, 8.0), "talks": FLAG,
}  # fmt: skip
SEAT_REGISTERS = {"offers": (0.0, 4.0), "refusals": (0.0, 3.0), "two_faced": FLAG, "climbdown": FLAG}
PRIVATE_REGISTERS = {"capital": (0.0, 2.0), "resolve": FLAG}

Sd = tuple[float, float]
EXACT: Sd = (0.0, 0.0)


@dataclass(frozen=True)
class VariableSight:
    """What a statement may read: its range, and how well each seat sees it (0 exactly, infinity not at all)."""

    low: float
    high: float
    sd: Sd = EXACT


@dataclass(frozen=True)
class ScenarioOutline:
    """Names by section; sections that carry no statement are complete."""

    state: dict[str, Any]
    seat_state: dict[str, Any]
    issues: dict[str, Any]
    hazards: dict[str, Any]  # with who sees them
    events: dict[str, Any]
    draws: list[str]
    stages: list[str]
    duties: dict[str, list[str]]  # by clause, the seats obliged
    levers: list[str]
    components: list[str]

    def known(self) -> dict[str, VariableSight]:
        """Every name that any statement may read."""
        names = {name: VariableSight(low, high) for name, (low, high) in REGISTERS.items()}
        for i, seat in enumerate(SEATS):
            names |= {f"{seat}.{name}": VariableSight(low, high) for name, (low, high) in SEAT_REGISTERS.items()}
            names |= {
                f"{seat}.{name}": VariableSight(low, high, own(i)) for name, (low, high) in PRIVATE_REGISTERS.items()
            }
            for name, model in self.seat_state.items():
                names[f"{seat}.{name}"] = known(model, i)
        names |= {name: known(model) for name, model in self.state.items()}
        names |= {name: VariableSight(0.0, len(model["options"]) - 1.0) for name, model in self.issues.items()}
        names |= {f"clause.{name}": VariableSight(*FLAG) for name in self.duties}
        names |= {
            f"duty.{name}.{seat}": VariableSight(0.0, 4.0) for name, seats in self.duties.items() for seat in seats
        }
        names |= {f"happened.{name}": VariableSight(*FLAG, sd=sd_of(seen)) for name, seen in self.hazards.items()}
        names |= {f"event.{name}": VariableSight(0.0, 2.0, sd_of(seen)) for name, seen in self.events.items()}
        return names

    def ranges(self, seat: int | None = None, most: float = math.inf) -> dict[str, tuple[float, float]]:
        """Names with their ranges; for a seat those that it sees with a deviation of at most ``most``."""
        return {
            name: (each.low, each.high)
            for name, each in self.known().items()
            if seat is None or (each.sd[seat] <= most and each.sd[seat] < math.inf)
        }

    def own_range(self) -> tuple[float, float]:
        """The range of the first variable that each seat has of its own."""
        low, high = self.seat_state["u0"]["range"]
        return low, high

    def common_ranges(self) -> dict[str, tuple[float, float]]:
        """What both seats see exactly."""
        return {name: (each.low, each.high) for name, each in self.known().items() if each.sd == EXACT}

    def targets(self) -> list[str]:
        """What a statement may set and add to; goods are only moved."""
        seats = [f"{seat}.{name}" for seat in SEATS for name in ("capital", *self.seat_state)]
        return [*(name for name in self.state if name not in GOODS), *seats]


def known(model: dict[str, Any], owner: int = 0) -> VariableSight:
    """A variable, as statements may read it."""
    low, high = model["range"]
    return VariableSight(low, high, sd_of(model["seen_by"], owner))


def own(seat: int) -> Sd:
    """Seen exactly by its own seat alone."""
    return (0.0, math.inf) if seat == 0 else (math.inf, 0.0)


def sd_of(seen_by: Any, owner: int = 0) -> Sd:
    """Deviations of both seats, from ``seen_by`` as a file holds it."""
    if seen_by == "own":
        return own(owner)
    if isinstance(seen_by, str):
        return EXACT if seen_by == "all" else (math.inf, math.inf)
    first, second = (seen_by.get(seat, "none").removeprefix("noise ") for seat in SEATS)
    read = {"exact": 0.0, "none": math.inf}
    return (read[first] if first in read else float(first), read[second] if second in read else float(second))


@st.composite
def starts(draw: st.DrawFn, low: float, high: float) -> Any:
    """A fixed start, or one drawn from a triangular law or from outcomes."""
    shares = (0.0, 0.2, 0.5, 0.8, 1.0)
    first, second, third = sorted(round(low + draw(st.sampled_from(shares)) * (high - low), 6) for _ in range(3))
    kind = draw(st.sampled_from(("number", "triangular", "outcomes")))
    if kind == "triangular" and first < third:
        return {"triangular": [first, second, third]}
    if kind == "outcomes" and first < second < third:
        return {"outcomes": {first: 0.2, second: 0.5, third: 0.3}}
    return second


@st.composite
def variables(draw: st.DrawFn, visibilities: Sequence[Any]) -> dict[str, Any]:
    """One variable."""
    low, high = draw(st.sampled_from(RANGES))
    start = draw(starts(low, high))
    return {"unit": "units", "range": [low, high], "start": start, "seen_by": draw(st.sampled_from(visibilities))}


def ids(letter: str, least: int, most: int) -> st.SearchStrategy[list[str]]:
    """``x0, x1, ...``."""
    return st.integers(least, most).map(lambda n: [f"{letter}{i}" for i in range(n)])


@st.composite
def issues(draw: st.DrawFn) -> dict[str, Any]:
    """One issue with durations and up to two without."""
    unit, scale = draw(st.sampled_from((("days", 1), ("hours", 24), ("hours", 18))))
    durations = {f"for_{i}": i * scale for i in range(1, draw(st.integers(2, 3)) + 1)}
    found: dict[str, Any] = {"term": {"unit": unit, "options": durations}}
    for name in draw(ids("matter", 0, 2)):
        found[name] = {"options": draw(ids("way", 2, 3))}
    return found


@st.composite
def outlines(draw: st.DrawFn) -> ScenarioOutline:
    """Everything there is, at least one of each kind."""
    state = {name: draw(variables(SEEN_BY)) for name in ["w.ease", *draw(ids("v", 2, 5))]}
    for good in GOODS:
        state[good] = {"unit": "loads", "range": [0.0, 5.0], "start": draw(starts(0.0, 5.0)), "seen_by": "all"}
    return ScenarioOutline(
        state=state,
        seat_state={name: draw(variables((*SEEN_BY, "own", "own"))) for name in draw(ids("u", 1, 2))},
        issues=draw(issues()),
        hazards={name: draw(st.sampled_from(HAPPENING_SEEN_BY)) for name in draw(ids("h", 2, 4))},
        events={name: draw(st.sampled_from(HAPPENING_SEEN_BY)) for name in draw(ids("e", 1, 2))},
        draws=draw(ids("d", 2, 3)),
        stages=draw(ids("stage", 1, 3)),
        duties={name: draw(st.sampled_from(([], ["north"], ["south"], list(SEATS)))) for name in draw(ids("c", 1, 3))},
        levers=draw(ids("lever", 2, 4)),
        components=draw(ids("k", 1, 2)),
    )

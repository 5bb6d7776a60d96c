"""The state of a scenario laid out: a slot for every name, with its range, its start and how well each seat sees it."""

import difflib
import math
from dataclasses import dataclass, field

from sim.rules import layout as at
from sim.scenario.model import Scenario
from sim.scenario.model_world import SeenBy, Start

HIDDEN = math.inf  # the standard deviation of what a seat does not see at all
NO_LIMIT = 1e12
EXACT = (0.0, 0.0)

REGISTERS = {
    "day": at.DAY,
    "truce": at.TRUCE,
    "status": at.STATUS,
    "stage": at.STAGE,
    "age": at.AGE,
    "left": at.LEFT,
    "promised": at.PROMISED,
    "renewals": at.RENEWAL_COUNT,
    "signed": at.SIGNED_COUNT,
    "since_end": at.SINCE_END,
    "talks": at.TALKS,
}
SEAT_REGISTERS = {
    "resolve": at.RESOLVE,
    "capital": at.CAPITAL,
    "offers": at.OFFERS,
    "refusals": at.REFUSALS,
    "two_faced": at.TWO_FACED,
    "climbdown": at.CLIMBDOWN,
}
PACKAGES = ("offer", "first", "word", "refused")
# Registers that statements cannot name, but that the text form of a state does.
INTERNAL = {
    "to_move": at.TO_MOVE,
    "opens_today": at.OPENS_TODAY,
    "turn": at.TURN,
    "tabled": at.TABLED,
    "pulled": at.PULLED,
    "ending": at.ENDING,
    "next_offer": at.NEXT_OFFER,
    "stage_day": at.STAGE_DAY,
}
SEAT_INTERNAL = {
    "type": at.TYPE,
    "offer_id": at.OFFER_ID,
    "offer_day": at.OFFER_DAY,
    "offer_face": at.OFFER_FACE,
    "consent": at.CONSENT,
    "spoke": at.SPOKE,
    "last_reason": at.LAST_REASON,
}


@dataclass
class Slot:
    """One number of the state. ``sd`` holds, for each seat, 0 if seen exactly, a deviation, or ``HIDDEN``."""

    name: str
    low: float = -NO_LIMIT
    high: float = NO_LIMIT
    sd: tuple[float, float] = EXACT
    assumed: float = 0.0  # what a seat that does not see it takes it for
    writable: bool = False


@dataclass
class Symbols:
    """Every slot in order, and the slots by name; ``constants`` has the ids that a name's value may be given by."""

    slots: list[Slot] = field(default_factory=list)
    by_name: dict[str, int] = field(default_factory=dict)
    constants: dict[str, dict[str, int]] = field(default_factory=dict)
    issues: list[str] = field(default_factory=list)
    first: dict[str, int] = field(default_factory=dict)  # where each run of slots begins: packages, levers, duties ...

    def add(self, slot: Slot) -> int:
        """Append a slot; its name must be new."""
        if slot.name in self.by_name:
            raise ValueError(f"two things are called `{slot.name}`")
        self.by_name[slot.name] = len(self.slots)
        self.slots.append(slot)
        return len(self.slots) - 1

    def find(self, name: str) -> int:
        """The slot of a name; raises ValueError with the nearest names."""
        if name in self.by_name:
            return self.by_name[name]
        near = difflib.get_close_matches(name, self.by_name, 3)
        hint = f"; did you mean {' or '.join(f'`{n}`' for n in near)}?" if near else "; declare it in `state`"
        raise ValueError(f"there is no `{name}`{hint}")

    def number(self, name: str, word: float | str) -> float:
        """A bound of a condition on ``name`` as a number; raises ValueError for an id that is none of its values."""
        if not isinstance(word, str):
            return word
        known = self.constants.get(name, {})
        if word not in known:
            values = ", ".join(f"`{value}`" for value in known) or "numbers only"
            raise ValueError(f"`{word}` is not a value of `{name}`, which takes {values}")
        return float(known[word])


def expected(start: Start) -> float:
    """The mean of a starting value."""
    if start.value is not None:
        return start.value.value
    if start.triangular is not None:
        return sum(each.value for each in start.triangular) / 3.0
    return sum(value * p.value for value, p in (start.outcomes or {}).items())


def sights(scenario: Scenario, seen_by: SeenBy, owner: str | None = None) -> tuple[float, float]:
    """Standard deviations for the two seats."""
    found = [seen_by.sd(seat, owner) for seat in scenario.seats]
    first, second = (HIDDEN if sd is None else sd for sd in found)
    return first, second


def only(seat: int) -> tuple[float, float]:
    """Seen exactly by one seat, not at all by the other."""
    return (0.0, HIDDEN) if seat == 0 else (HIDDEN, 0.0)


def lay_out(scenario: Scenario) -> Symbols:
    """Give every name of a checked scenario its slot."""
    symbols = Symbols()
    for i in range(at.FIRST_DYNAMIC):
        symbols.slots.append(Slot(f"unused-{i}"))
    for name, slot in (REGISTERS | INTERNAL).items():
        symbols.slots[slot].name = name
    symbols.by_name.update(REGISTERS)
    symbols.by_name["ending"] = at.ENDING
    symbols.constants["status"] = {status: i for i, status in enumerate(at.STATUS_NAMES)}
    symbols.constants["ending"] = {ending: i for i, ending in enumerate(by_rank(scenario))}
    _seats(scenario, symbols)
    _packages(scenario, symbols)
    _levers(scenario, symbols)
    _agreement(scenario, symbols)
    _happenings(scenario, symbols)
    _variables(scenario, symbols)
    return symbols


def by_rank(scenario: Scenario) -> list[str]:
    """Endings in the order in which they are tried."""
    return sorted(scenario.endings, key=lambda ending: scenario.endings[ending].rank.value)


def _seats(scenario: Scenario, symbols: Symbols) -> None:
    for i, (seat, model) in enumerate(scenario.seats.items()):
        base = at.SEAT_BASE + i * at.SEAT_WIDTH
        for name, offset in (SEAT_REGISTERS | SEAT_INTERNAL).items():
            symbols.slots[base + offset].name = f"{seat}.{name}"
        symbols.by_name.update({f"{seat}.{name}": base + offset for name, offset in SEAT_REGISTERS.items()})
        kinds = scenario.types.get(seat, {}).values()
        symbols.slots[base + at.TYPE] = Slot(f"{seat}.type", sd=only(i), assumed=-1.0)
        resolve = sum(kind.prior.value * kind.resolve.value for kind in kinds)
        symbols.slots[base + at.RESOLVE] = Slot(f"{seat}.resolve", 0.0, 1.0, only(i), resolve)
        capital = model.capital
        symbols.slots[base + at.CAPITAL] = Slot(
            f"{seat}.capital", 0.0, capital.most.value, only(i), capital.start.value, writable=True
        )


def _packages(scenario: Scenario, symbols: Symbols) -> None:
    symbols.first["package"] = len(symbols.slots)
    symbols.issues += scenario.issues
    for issue, model in scenario.issues.items():
        symbols.add(Slot(issue, 0.0, len(model.options) - 1.0))
        symbols.constants[issue] = {option: i for i, option in enumerate(model.options)}
    for seat in scenario.seats:
        for which in PACKAGES:
            for issue, model in scenario.issues.items():
                low = -1.0 if which == "refused" else 0.0  # a remembered refusal may name some issues only
                symbols.add(Slot(f"{seat}.{which}.{issue}", low, len(model.options) - 1.0))


def lever_rows(scenario: Scenario) -> list[tuple[str, int]]:
    """Levers as (id, seat number), those of `both` once for each seat, in the order of the file."""
    seats = list(scenario.seats)
    rows = []
    for lever, model in scenario.levers.items():
        rows += [(lever, i) for i, seat in enumerate(seats) if model.seat in (seat, "both")]
    return rows


def _levers(scenario: Scenario, symbols: Symbols) -> None:
    symbols.first["lever"] = len(symbols.slots)
    seats = list(scenario.seats)
    for lever, seat in lever_rows(scenario):
        open_to_both = scenario.levers[lever].face.kind in ("public", "private")
        sd = EXACT if open_to_both else only(seat)
        name = f"{seats[seat]}.{lever}"
        symbols.add(Slot(f"lever.{name}.fresh", 0.0, 1.0, sd, 1.0))
        symbols.add(Slot(f"lever.{name}.day", sd=sd))
        symbols.add(Slot(f"lever.{name}.seen"))


def duty_rows(scenario: Scenario) -> list[tuple[str, str]]:
    """Obligations as (clause, seat), in the order of the clauses."""
    return [(clause, seat) for clause, model in scenario.clauses.items() for seat in model.obliges]


def _agreement(scenario: Scenario, symbols: Symbols) -> None:
    symbols.first["clause"] = len(symbols.slots)
    for clause in scenario.clauses:
        symbols.add(Slot(f"clause.{clause}", 0.0, 1.0))
    symbols.first["duty"] = len(symbols.slots)
    for clause, seat in duty_rows(scenario):
        symbols.add(Slot(f"duty.{clause}.{seat}", 0.0, 4.0))
    symbols.first["owed"] = len(symbols.slots)
    symbols.slots += [Slot(f"owed.{clause}.{seat}") for clause, seat in duty_rows(scenario)]
    _readings(scenario, symbols)


def _readings(scenario: Scenario, symbols: Symbols) -> None:
    """For each ambiguous obligation which reading either seat holds, and how it stands by that: its own secrets.

    A statement may ask after the reading of the seat that owes it, `reading.clause.seat`; no name tells the other's.
    """
    symbols.first["reading"] = len(symbols.slots)
    for clause, seat in duty_rows(scenario):
        readings = scenario.clauses[clause].obliges[seat].readings
        if not readings:
            continue
        name = f"{clause}.{seat}"
        for i, reader in enumerate(scenario.seats):
            if reader == seat:
                symbols.by_name[f"reading.{name}"] = len(symbols.slots)
            most = len(readings) - 1.0
            symbols.slots.append(Slot(f"reading.{name}.{reader}", 0.0, most, only(i), assumed=-1.0))
        symbols.constants[f"reading.{name}"] = {reading: i for i, reading in enumerate(readings)}
        for i, reader in enumerate(scenario.seats):
            symbols.slots.append(Slot(f"standing.{name}.{reader}", 0.0, at.BREACHED, only(i)))


def _happenings(scenario: Scenario, symbols: Symbols) -> None:
    symbols.first["happened"] = len(symbols.slots)
    for hazard, model in scenario.hazards.items():
        symbols.add(Slot(f"happened.{hazard}", 0.0, 1.0, sights(scenario, model.seen_by)))
    symbols.first["event"] = len(symbols.slots)
    for event, shown in scenario.events.items():
        symbols.add(Slot(f"event.{event}", sd=sights(scenario, shown.seen_by)))


def _variables(scenario: Scenario, symbols: Symbols) -> None:
    symbols.first["variable"] = len(symbols.slots)
    for name, model in scenario.state.items():
        low, high = (bound.value for bound in model.range)
        symbols.add(Slot(name, low, high, sights(scenario, model.seen_by), expected(model.start), writable=True))
    for seat in scenario.seats:
        for name, each in scenario.seat_state.items():
            low, high = (bound.value for bound in each.range)
            start = each.start_of(seat)
            assumed = expected(start) if start else 0.0
            sd = sights(scenario, each.seen_by, seat)
            symbols.add(Slot(f"{seat}.{name}", low, high, sd, assumed, writable=True))
    symbols.first["component"] = len(symbols.slots)
    for component in scenario.scoring.components:
        symbols.add(Slot(f"score.{component}", 0.0, 1.0, (HIDDEN, HIDDEN)))

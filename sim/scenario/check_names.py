"""Names that would mean two things, and how many of each thing there may be."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sim.scenario.faults import Faults, Path
from sim.scenario.model import Scenario
from sim.scenario.symbols import INTERNAL, PACKAGES, REGISTERS, SEAT_INTERNAL, SEAT_REGISTERS

# Names that statements, or the text form of a state, have of their own.
MEANINGS = frozenset((*REGISTERS, *INTERNAL, "fresh"))
SEAT_MEANINGS = frozenset((*SEAT_REGISTERS, *SEAT_INTERNAL, *PACKAGES))
PREFIXES = frozenset("self other clause duty owed reading standing happened event score lever".split())
# Words that stand where a seat could.
NOT_SEATS = PREFIXES | MEANINGS | frozenset("both all none own from value triangular outcomes seats everyone".split())
AGREEMENT = "agreement"

MOST = {
    "issues": 12,
    "hazards": 64,
    "draws": 64,
    "stages": 8,
    "clauses": 32,
    "endings": 16,
    "doctrines": 16,
}
MOST_OPTIONS = 8
MOST_VARIABLES = 128
MOST_LEVERS = 48
MOST_OBLIGATIONS = 32
MOST_READINGS = 4
MOST_OUTCOMES = 32  # of a draw or a start; a trace of luck can tell fewer than 64 apart
MOST_FACTIONS = 8
MOST_TYPES = 6
MOST_RULES = 64


def check_names(scenario: Scenario, faults: Faults) -> None:
    _check_meanings(scenario, faults)
    _check_night_names(scenario, faults)
    _check_type_names(scenario, faults)
    _check_limits(scenario, faults)
    _check_limits_of_seats(scenario, faults)


def _check_meanings(scenario: Scenario, faults: Faults) -> None:
    """No name of a statement may be had twice."""
    for seat in scenario.seats:
        if seat in NOT_SEATS:
            faults.add(("seats", seat), f"`{seat}` means something else in this language; name the seat otherwise")
    for section in ("state", "issues"):
        for name in getattr(scenario, section):
            head, dot, _ = name.partition(".")
            if name in MEANINGS:
                faults.add((section, name), f"`{name}` is a name that statements have already; choose another")
            elif dot and (head in PREFIXES or head in scenario.seats):
                faults.add(
                    (section, name), f"`{head}.` begins names of another kind; choose another word before the dot"
                )
    for name in scenario.state:
        if name in scenario.issues:
            faults.add(("state", name), f"`{name}` is an issue too; a statement could not tell them apart")
    for name in scenario.seat_state:
        if name in SEAT_MEANINGS:
            faults.add(("seat_state", name), f"every seat has `{name}` already; choose another")


def _check_night_names(scenario: Scenario, faults: Faults) -> None:
    """Flows, events, hazards and draws share the list of the night."""
    first: dict[str, str] = {AGREEMENT: "the step of the running agreement"}
    for section in ("flows", "events", "hazards", "draws"):
        for name in getattr(scenario, section):
            if name in first:
                faults.add((section, name), f"`{name}` is {first[name]} too; `night` could not tell them apart")
            first.setdefault(name, f"in `{section}`")


def _check_type_names(scenario: Scenario, faults: Faults) -> None:
    first: dict[str, str] = {}
    for seat, types in scenario.types.items():
        for type_ in types:
            if type_ in first:
                faults.add(("types", seat, type_), f"`{first[type_]}` has a type `{type_}` too; words are kept by type")
            first.setdefault(type_, seat)


def _check_limits(scenario: Scenario, faults: Faults) -> None:
    variables = len(scenario.state) + len(scenario.seat_state) * len(scenario.seats)
    at_most(faults, ("state",), variables, MOST_VARIABLES, "variables, those of the seats included")
    for section, most in MOST.items():
        at_most(faults, (section,), len(getattr(scenario, section)), most, section)
    for issue, model in scenario.issues.items():
        at_most(faults, ("issues", issue, "options"), len(model.options), MOST_OPTIONS, "options")
    obligations = sum(len(clause.obliges) for clause in scenario.clauses.values())
    at_most(faults, ("clauses",), obligations, MOST_OBLIGATIONS, "obligations")
    for clause, clause_model in scenario.clauses.items():
        for seat, duty in clause_model.obliges.items():
            path: Path = ("clauses", clause, "obliges", seat, "readings")
            at_most(faults, path, len(duty.readings), MOST_READINGS, "readings")
    for doctrine, seats in scenario.doctrines.items():
        for seat, rules in seats.items():
            at_most(faults, ("doctrines", doctrine, seat), len(rules), MOST_RULES, "rules")
    for seat, habits in scenario.habits.items():
        at_most(faults, ("habits", seat), len(habits), MOST_RULES, "habits")


def _check_limits_of_seats(scenario: Scenario, faults: Faults) -> None:
    levers = _by_seat((lever.seat for lever in scenario.levers.values()), scenario.seats)
    factions = _by_seat((faction.seat for faction in scenario.factions.values()), scenario.seats)
    for seat in scenario.seats:
        at_most(faults, ("levers",), levers[seat], MOST_LEVERS, f"levers of `{seat}`")
        at_most(faults, ("factions",), factions[seat], MOST_FACTIONS, f"factions of `{seat}`")
        at_most(faults, ("types", seat), len(scenario.types.get(seat, {})), MOST_TYPES, "types")


def _by_seat(named: Iterable[str], seats: Mapping[str, object]) -> Counter[str]:
    """How many things each seat has; what is of `both` counts for each."""
    counts: Counter[str] = Counter()
    for seat in named:
        counts.update(list(seats) if seat == "both" else [seat])
    return counts


def at_most(faults: Faults, path: Path, n: int, most: int, what: str) -> None:
    """A fault if there are more of something than the language allows."""
    if n > most:
        faults.add(path, f"{n} {what}; at most {most}", at_key=True)

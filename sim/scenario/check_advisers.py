"""Advisers: for seats there are, few enough to be heard, and each with a view of its own."""

from itertools import chain

from sim.scenario.check_basics import TOLERANCE, keys_known, sums_to_1
from sim.scenario.faults import Faults, Path
from sim.scenario.model import Scenario
from sim.scenario.model_advisers import Adviser

MOST_ADVISERS = 5  # a seat


def check_advisers(scenario: Scenario, faults: Faults) -> None:
    keys_known(faults, ("advisers",), scenario.advisers, scenario.seats, "seats")
    for seat, advisers in scenario.advisers.items():
        if not 1 <= len(advisers) <= MOST_ADVISERS:
            faults.add(
                ("advisers", seat), f"has {len(advisers)} advisers; a seat has 1 to {MOST_ADVISERS}", at_key=True
            )
        rivals = [kind for other, kinds in scenario.types.items() if other != seat for kind in kinds]
        for name, adviser in advisers.items():
            _check_adviser(adviser, ("advisers", seat, name), rivals, scenario, faults)
    _check_ids(scenario, faults)


def _check_ids(scenario: Scenario, faults: Faults) -> None:
    """Words and forecasts are kept by an adviser's id: it is an adviser of one seat, and nothing else's name."""
    first: dict[str, str] = {}
    for seat, name in chain.from_iterable(((seat, name) for name in each) for seat, each in scenario.advisers.items()):
        if name == "type":
            faults.add(("advisers", seat, name), "`type` begins beliefs about types; choose another id", at_key=True)
        elif name in first:
            faults.add(
                ("advisers", seat, name), f"`{first[name]}` has an adviser `{name}` too; words are kept by adviser"
            )
        first.setdefault(name, seat)


def _check_adviser(adviser: Adviser, path: Path, rivals: list[str], scenario: Scenario, faults: Faults) -> None:
    if not (adviser.weights or adviser.rival_types or adviser.rival_stances):
        faults.add(path, "judges as its seat does; give it `weights`, `rival_types` or `rival_stances`", at_key=True)
    keys_known(faults, (*path, "weights"), adviser.weights, scenario.scoring.components, "scoring.components")
    if adviser.weights and not any(weight.value for weight in adviser.weights.values()):
        faults.add((*path, "weights"), "are all 0; at least one component should count")
    keys_known(faults, (*path, "rival_types"), adviser.rival_types, rivals, "types of the other seat")
    if adviser.rival_types:
        sums_to_1(faults, (*path, "rival_types"), adviser.rival_types.values(), "chances")
    keys_known(faults, (*path, "rival_stances"), adviser.rival_stances, scenario.doctrines, "doctrines")
    total = sum(share.value for share in adviser.rival_stances.values())
    if total > 1.0 + TOLERANCE:
        faults.add((*path, "rival_stances"), f"chances sum to {total:.6g}, and should sum to 1 at most")

"""Types, factions, score and doctrines: whole for each seat, and about things that exist."""

from collections.abc import Mapping
from itertools import pairwise

from sim.scenario.check_basics import keys_known, known, package_known, sums_to_1, values_fit
from sim.scenario.faults import Faults, Path
from sim.scenario.model import Scenario
from sim.scenario.model_agents import Rule


def check_agents(scenario: Scenario, faults: Faults) -> None:
    _check_factions(scenario, faults)
    _check_types(scenario, faults)
    _check_par(scenario, faults)
    _check_endings(scenario, faults)
    for id_, cost in scenario.human_cost.items():
        known(faults, ("human_cost", id_, "of"), cost.of, scenario.state, "state")
        if not 0 <= cost.low.value <= cost.high.value:
            faults.add(("human_cost", id_), "should have 0 <= low <= high")
    for i, name in enumerate(scenario.headline):
        known(faults, ("headline", i), name, [*scenario.state, *scenario.seat_state], "variables")
    for doctrine, seats in scenario.doctrines.items():
        keys_known(faults, ("doctrines", doctrine), seats, scenario.seats, "seats")
        for seat, rules in seats.items():
            for i, rule in enumerate(rules):
                _check_rule(rule, ("doctrines", doctrine, seat, i), seat, scenario, faults)
    keys_known(faults, ("habits",), scenario.habits, scenario.seats, "seats")
    for seat, habits in scenario.habits.items():
        for i, habit in enumerate(habits):
            _check_rule(habit, ("habits", seat, i), seat, scenario, faults)


def _check_factions(scenario: Scenario, faults: Faults) -> None:
    for faction, model in scenario.factions.items():
        known(faults, ("factions", faction, "seat"), model.seat, scenario.seats, "seats")
        values_fit(faults, ("factions", faction, "values"), model.values, scenario)
    for seat in scenario.seats:
        weights = [model.weight for model in scenario.factions.values() if model.seat == seat]
        if weights:
            sums_to_1(faults, ("factions",), weights, f"weights of the factions of `{seat}`")


def _check_types(scenario: Scenario, faults: Faults) -> None:
    _covers_seats(faults, ("types",), scenario.types, scenario)
    components = scenario.scoring.components
    for seat, types in scenario.types.items():
        if not types:
            faults.add(("types", seat), "has no type; each seat needs at least one")
            continue
        sums_to_1(faults, ("types", seat), (model.prior for model in types.values()), "priors")
        for type_, model in types.items():
            path: Path = ("types", seat, type_)
            values_fit(faults, (*path, "values"), model.values, scenario)
            keys_known(faults, (*path, "weights"), model.weights, components, "scoring.components")


def _check_par(scenario: Scenario, faults: Faults) -> None:
    _covers_seats(faults, ("scoring", "par"), scenario.scoring.par, scenario)
    for seat, par in scenario.scoring.par.items():
        types = scenario.types.get(seat, {})
        keys_known(faults, ("scoring", "par", seat), par, types, f"types.{seat}")
        for type_ in types:
            if type_ not in par:
                faults.add(("scoring", "par", seat), f"has no par for the type `{type_}`")


def _covers_seats(faults: Faults, path: Path, mapping: Mapping[str, object], scenario: Scenario) -> None:
    keys_known(faults, path, mapping, scenario.seats, "seats")
    for seat in scenario.seats:
        if seat not in mapping:
            faults.add(path, f"has nothing for the seat `{seat}`", at_key=True)


def _check_endings(scenario: Scenario, faults: Faults) -> None:
    by_rank = sorted(scenario.endings, key=lambda ending: scenario.endings[ending].rank.value)
    for one, next_ in pairwise(by_rank):
        if scenario.endings[one].rank.value == scenario.endings[next_].rank.value:
            faults.add(("endings", next_, "rank"), f"is the rank of `{one}` too; which comes first should be plain")
        if not scenario.endings[one].when:
            faults.add(("endings", one), f"always holds, so `{next_}` could never be reached; give it the last rank")


def _check_rule(rule: Rule, path: Path, seat: str, scenario: Scenario, faults: Faults) -> None:
    argument = rule.do.argument
    if argument is not None and rule.do.verb == "lever":
        levers = [lever for lever, model in scenario.levers.items() if model.seat in (seat, "both")]
        known(faults, (*path, "do"), argument, levers, f"levers of {seat}")
    elif argument is not None:
        known(faults, (*path, "do"), argument, scenario.reasons, "reasons")
    package_known(faults, (*path, "package"), rule.package, scenario)
    keys_known(faults, (*path, "priorities"), rule.priorities, scenario.issues, "issues")
    for issue, barred in rule.red_lines.items():
        line: Path = (*path, "red_lines", issue)
        if not known(faults, line, issue, scenario.issues, "issues", at_key=True):
            continue
        options = scenario.issues[issue].options
        for i, option in enumerate(barred):
            known(faults, (*line, i), option, options, f"issues.{issue}.options")
        if set(barred) >= set(options):
            faults.add(line, f"bars every option of `{issue}`; leave at least one")
        if rule.package.get(issue) in barred:
            faults.add(line, f"bars `{rule.package[issue]}`, which the rule's own `package` asks for")

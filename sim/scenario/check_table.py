"""The table: issues, stages and clauses refer to what exists, and history is complete."""

from sim.scenario.check_basics import (
    TOLERANCE,
    all_known,
    keys_known,
    known,
    needs_known,
    package_known,
    sums_to_1,
)
from sim.scenario.faults import Faults, Path, did_you_mean
from sim.scenario.model import Scenario
from sim.scenario.model_table import Obligation, PastAgreement


def check_table(scenario: Scenario, faults: Faults) -> None:
    for reason, model in scenario.reasons.items():
        if model.issue is not None:
            known(faults, ("reasons", reason, "issue"), model.issue, scenario.issues, "issues")
    _check_stages(scenario, faults)
    _check_clauses(scenario, faults)
    _check_renewals(scenario, faults)
    for seat in scenario.seats:
        most = scenario.seats[seat].capital.most.value
        if scenario.signing.cost.value > most + TOLERANCE:
            faults.add(("signing", "cost"), f"`{seat}` can hold {most:g} at most, so it could never pay this")
    _check_history(scenario, faults)


def _check_stages(scenario: Scenario, faults: Faults) -> None:
    for stage, model in scenario.stages.items():
        path: Path = ("stages", stage)
        needs_known(faults, (*path, "needs"), model.needs, scenario)
        issue = model.lasts.issue
        if issue is None or not known(faults, (*path, "lasts"), issue, scenario.issues, "issues"):
            continue
        if scenario.issues[issue].unit is None:
            faults.add((*path, "lasts"), f"`{issue}` has no `unit`; name days or an issue with a unit")
    if all(model.needs for model in scenario.stages.values()):
        faults.add(
            ("stages",),
            "every stage needs something; one should take any package, or signing leads nowhere",
            at_key=True,
        )


def _check_clauses(scenario: Scenario, faults: Faults) -> None:
    for clause, model in scenario.clauses.items():
        path: Path = ("clauses", clause)
        all_known(faults, (*path, "stages"), model.stages, scenario.stages, "stages")
        needs_known(faults, (*path, "needs"), model.needs, scenario)
        keys_known(faults, (*path, "obliges"), model.obliges, scenario.seats, "seats")
        if not model.does and not model.obliges:
            faults.add(path, "does nothing and obliges nobody; give it `does` or `obliges`")
        for seat, duty in model.obliges.items():
            if duty.readings:
                _check_readings(duty, (*path, "obliges", seat, "readings"), scenario, faults)


def _check_readings(duty: Obligation, path: Path, scenario: Scenario, faults: Faults) -> None:
    """At least two readings, and each seat holds one of them."""
    if len(duty.readings) < 2:
        faults.add(path, "should be two or more; what has one reading takes `kept_when` and `due`", at_key=True)
    for reading, model in duty.readings.items():
        keys_known(faults, (*path, reading, "held_by"), model.held_by, scenario.seats, "seats")
    for seat in scenario.seats:
        shares = [model.held_by[seat] for model in duty.readings.values() if seat in model.held_by]
        sums_to_1(faults, path, shares, f"what `{seat}` may hold, by `held_by`,")


def _check_renewals(scenario: Scenario, faults: Faults) -> None:
    for renewal, model in scenario.renewals.items():
        path: Path = ("renewals", renewal)
        known(faults, (*path, "stage"), model.stage, scenario.stages, "stages")
        needs_known(faults, (*path, "needs"), model.needs, scenario)
        if model.risk is not None:
            known(faults, (*path, "risk"), model.risk, scenario.hazards, "hazards")


def _check_history(scenario: Scenario, faults: Faults) -> None:
    history = scenario.history
    if history.agreement:
        _check_past_agreement(history.agreement, scenario, faults)
    for i, refusal in enumerate(history.refusals):
        path: Path = ("history", "refusals", i)
        known(faults, (*path, "by"), refusal.by, scenario.seats, "seats")
        if refusal.disputed_by is not None:
            known(faults, (*path, "disputed_by"), refusal.disputed_by, scenario.seats, "seats")
        package_known(faults, (*path, "package"), refusal.package, scenario)


def _check_past_agreement(past: PastAgreement, scenario: Scenario, faults: Faults) -> None:
    path: Path = ("history", "agreement")
    package_known(faults, (*path, "package"), past.package, scenario)
    for issue in scenario.issues.keys() - past.package.keys():
        faults.add((*path, "package"), f"has no option for `{issue}`; it should have one for every issue")
    if not past.signed <= past.ended <= scenario.calendar.day_1:
        faults.add((*path, "ended"), "should be after `signed` and not after day 1")
    duties = [f"{clause}.{seat}" for clause, model in scenario.clauses.items() for seat in model.obliges]
    for i, duty in enumerate(past.contested):
        if duty not in duties:
            faults.add(
                (*path, "contested", i),
                f"no clause has the obligation `{duty}`{did_you_mean(duty, duties, 'obligations')}",
            )

"""Compiling the table: issues, levers, stages, clauses, renewals, signing and hooks."""

from sim.rules import layout as at
from sim.scenario.builder import NOTHING, Builder, Scope, Span
from sim.scenario.faults import Path
from sim.scenario.model import Scenario
from sim.scenario.model_table import Hook, Obligation
from sim.scenario.model_world import Lever
from sim.scenario.symbols import lever_rows

FACES = {
    "public": at.PUBLIC_LEVER,
    "private": at.PRIVATE_LEVER,
    "covert": at.COVERT_LEVER,
    "deniable": at.DENIABLE_LEVER,
}
HOURS_A_DAY = 24.0


def scopes(scenario: Scenario) -> tuple[Scope, Scope]:
    """Each seat as `self`, in order."""
    first, second = scenario.seats
    return Scope(first, second), Scope(second, first)


def compile_issues(scenario: Scenario, builder: Builder) -> None:
    """Issues, the days their options last, and reasons of a refusal."""
    for issue in scenario.issues.values():
        builder.tables["ISSUES"].row([len(issue.options), builder.tables["OPTIONS"].n])
        scale = HOURS_A_DAY if issue.unit == "hours" else 1.0
        for duration in issue.options.values():
            builder.tables["OPTIONS"].row(reals=[duration.value / scale if duration else 0.0])
    issues = list(scenario.issues)
    for reason in scenario.reasons.values():
        issue_number = issues.index(reason.issue) if reason.issue in issues else -1
        direction = {"higher": 1, "lower": -1, None: 0}[reason.wants]
        builder.tables["REASONS"].row([issue_number, direction])


def compile_levers(scenario: Scenario, builder: Builder) -> None:
    """Levers; one of `both` is a row for each seat."""
    both = scopes(scenario)
    for lever, seat in lever_rows(scenario):
        _compile_lever(scenario.levers[lever], builder, both[seat], ("levers", lever))


def _compile_lever(lever: Lever, builder: Builder, scope: Scope, path: Path) -> None:
    seat = [each for each in builder.symbols.by_name if each.endswith(".capital")].index(f"{scope.me}.capital")
    when = builder.conditions(lever.when, (*path, "when"), scope, seat)
    number = builder.tables["LEVERS"].n
    builder.symbols.by_name["fresh"] = builder.symbols.first["lever"] + number * at.LEVER_SLOTS
    effects = builder.effects(lever.does, (*path, "does"), scope)
    del builder.symbols.by_name["fresh"]
    block = builder.block(NOTHING, effects, lever.draws, lever.agreement)
    chance = lever.face.chance.value if lever.face.chance else 1.0
    builder.tables["LEVERS"].row([seat, FACES[lever.face.kind], *when, block], [lever.cost.value, chance])


def compile_stages(scenario: Scenario, builder: Builder) -> None:
    """Stages, clauses with their obligations, and renewals."""
    issues, stages = list(scenario.issues), list(scenario.stages)
    for name, stage in scenario.stages.items():
        issue = issues.index(stage.lasts.issue) if stage.lasts.issue in issues else -1
        days = stage.lasts.days.value if stage.lasts.days else 0.0
        opens = builder.conditions(stage.opens_when, ("stages", name, "opens_when"))
        builder.tables["STAGES"].row(
            [*builder.needs(stage.needs), issue, int(stage.truce), int(bool(stage.opens_when)), *opens], [days]
        )
    _compile_clauses(scenario, builder)
    for name, renewal in scenario.renewals.items():
        path = ("renewals", name)
        when = builder.conditions(renewal.when, (*path, "when"))
        block = builder.block(NOTHING, builder.effects(renewal.does, (*path, "does")))
        risk = list(scenario.hazards).index(renewal.risk) if renewal.risk in scenario.hazards else -1
        consent = at.BOTH_AGREE if renewal.consent == "both" else at.UNLESS_OBJECTED
        stage_number = stages.index(renewal.stage) if renewal.stage in stages else -1
        builder.tables["RENEWALS"].row(
            [stage_number, *builder.needs(renewal.needs), *when, consent, int(renewal.at_most.value), risk, block],
            [renewal.cost.value],
        )


def _compile_clauses(scenario: Scenario, builder: Builder) -> None:
    seats, stages = list(scenario.seats), list(scenario.stages)
    ambiguous = 0
    for name, clause in scenario.clauses.items():
        path = ("clauses", name)
        mask = sum(1 << stages.index(stage) for stage in clause.stages if stage in stages)
        block = -1
        if clause.does:
            block = builder.block(NOTHING, builder.effects(clause.does, (*path, "does")))
        first = builder.tables["DUTIES"].n
        for seat, duty in clause.obliges.items():
            where = (*path, "obliges", seat)
            number = seats.index(seat) if seat in seats else 0
            readings = _compile_readings(duty, builder, where)
            blocks = [
                builder.block(NOTHING, builder.effects(getattr(duty, what), (*where, what)))
                for what in ("breach", "contested", "cure")
            ]
            builder.tables["DUTIES"].row([number, *readings, ambiguous if duty.readings else -1, *blocks])
            ambiguous += bool(duty.readings)
        builder.tables["CLAUSES"].row([*builder.needs(clause.needs), mask, block, first, len(clause.obliges)])


def _compile_readings(duty: Obligation, builder: Builder, path: Path) -> Span:
    """The rows of an obligation's readings; of one that all read alike, the one row."""
    first = builder.tables["READINGS"].n
    if duty.due:
        kept = builder.conditions(duty.kept_when, (*path, "kept_when"))
        builder.tables["READINGS"].row([int(duty.due.value), *kept])
    for name, reading in duty.readings.items():
        kept = builder.conditions(reading.kept_when, (*path, "readings", name, "kept_when"))
        builder.tables["READINGS"].row([int(reading.due.value), *kept])
    return first, builder.tables["READINGS"].n - first


def compile_signing(scenario: Scenario, builder: Builder) -> None:
    """What it takes to sign: conditions that both seats see exactly."""
    when = builder.conditions(scenario.signing.when, ("signing", "when"), None, 0)
    builder.conditions(scenario.signing.when, ("signing", "when"), None, 1)
    builder.tables["SIGNING"].row(when, [scenario.signing.cost.value])


def compile_hooks(scenario: Scenario, builder: Builder) -> None:
    """Two rows a hook: one for each acting seat; for hooks of the agreement the first row serves."""
    for number, name in enumerate(at.HOOK_NAMES):
        hook = scenario.hooks.get(name)  # type: ignore[call-overload]  # HOOK_NAMES are the literals of HookName
        path = builder.place(("hooks", name))
        for seat, scope in enumerate(scopes(scenario)):
            row = -1
            if hook and number < at.SEAT_HOOKS:
                row = builder.block(NOTHING, builder.effects(hook.does, path, scope), hook.draws)
            elif hook and seat == 0:
                row = _compile_agreement_hook(hook, builder, scenario, path)
            builder.tables["HOOKS"].row([row])


def _compile_agreement_hook(hook: Hook, builder: Builder, scenario: Scenario, path: Path) -> int:
    """A statement that speaks of `self` or `other` is run for each seat in turn."""
    first = builder.tables["EFFECTS"].n
    for i, line in enumerate(hook.does):
        personal = "self." in line.text or "other." in line.text
        for scope in scopes(scenario) if personal else scopes(scenario)[:1]:
            found = builder.faults.found[:]
            builder.effects([line], path, scope)
            new = [fault for fault in builder.faults.found if fault not in found]
            if new:  # report the line itself, once
                builder.faults.found[:] = found
                builder.faults.add((*path, i), new[0].message)
    return builder.block(NOTHING, (first, builder.tables["EFFECTS"].n - first), hook.draws)

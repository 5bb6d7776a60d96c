"""Compiling the seats: values, types, factions, scoring, endings, views and doctrines."""

from collections.abc import Mapping, Sequence
from statistics import NormalDist

from sim.rules import actions as act
from sim.rules import layout as at
from sim.scenario.builder import NOTHING, Builder
from sim.scenario.faults import Path
from sim.scenario.model import Scenario
from sim.scenario.model_agents import Rule
from sim.scenario.symbols import HIDDEN, by_rank, lever_rows
from sim.scenario.written import Cited

VERBS = {
    "propose": act.PROPOSE,
    "accept": act.ACCEPT,
    "withdraw": act.WITHDRAW,
    "agree": act.RENEW,
    "object": act.RENEW,
    "denounce": act.DENOUNCE,
    "end_talks": act.END_TALKS,
    "hold": act.HOLD,
    "reject": act.REJECT,
    "lever": act.PULL,
}


def _values(scenario: Scenario, values: Mapping[str, tuple[Cited, ...]]) -> list[float]:
    """Worth of every option in order; issues left out are worth nothing. Wrong lengths are faults of the check."""
    row: list[float] = []
    for issue, model in scenario.issues.items():
        given = [each.value for each in values.get(issue, ())][: len(model.options)]
        row += given + [0.0] * (len(model.options) - len(given))
    return row


def compile_seats(scenario: Scenario, builder: Builder) -> None:
    """Owners of values, in order: every type, the public stance of each seat, every faction."""
    values = builder.tables["VALUES"]
    stances = []
    factions = [faction for seat in scenario.seats for faction in scenario.factions.values() if faction.seat == seat]
    n_types = sum(len(scenario.types.get(seat, {})) for seat in scenario.seats)
    first_type = first_faction = 0
    for number, (seat, model) in enumerate(scenario.seats.items()):
        kinds = scenario.types.get(seat, {})
        stance = [0.0] * len(_values(scenario, {}))
        for kind in kinds.values():
            row = _values(scenario, kind.values)
            values.row(reals=row)
            stance = [mean + kind.prior.value * worth for mean, worth in zip(stance, row, strict=True)]
            weights = [kind.weights[c].value if c in kind.weights else 0.0 for c in scenario.scoring.components]
            builder.tables["TYPES"].row(reals=[kind.resolve.value, *weights])
            builder.tables["PRIORS"].row(reals=[kind.prior.value])
        stances.append(stance)
        n_factions = sum(faction.seat == seat for faction in factions)
        builder.tables["SEATS"].row(
            [first_type, len(kinds), first_faction, n_factions, n_types + number],
            [model.quota.value, model.capital.per_day.value],
        )
        first_type += len(kinds)
        first_faction += n_factions
    for stance in stances:
        values.row(reals=stance)
    for number, faction in enumerate(factions):
        values.row(reals=_values(scenario, faction.values))
        name = next(key for key, value in scenario.factions.items() if value is faction)
        first = builder.tables["TERMS"].n
        for key, weight in faction.sway.items():
            builder.product(key, weight.value, ("factions", name, "sway", key))
        terms = builder.tables["TERMS"].n - first
        builder.tables["FACTIONS"].row(
            [n_types + 2 + number, first, terms], [faction.weight.value, faction.threshold.value]
        )


def compile_scoring(scenario: Scenario, builder: Builder) -> int:
    """Components, endings by rank, and the block that settles the score, whose number is returned."""
    for component in scenario.scoring.components:
        builder.tables["COMPONENTS"].row([builder.symbols.by_name[f"score.{component}"]])
    for ending in by_rank(scenario):
        builder.tables["ENDINGS"].row(builder.conditions(scenario.endings[ending].when, ("endings", ending, "when")))
    builder.writable_scores = True
    settle = builder.block(NOTHING, builder.effects(scenario.scoring.settle, ("scoring", "settle")))
    builder.writable_scores = False
    return settle


def compile_views(builder: Builder) -> None:
    """What each seat does not see, with what it assumes; and what it sees with an error."""
    table = builder.tables["VIEWS"]
    ints: list[int] = [0] * (2 * at.VIEW_WIDTH)
    reals: list[float] = [0.0] * len(ints)
    for seat in range(2):
        for column, hidden in ((at.VIEW_HIDDEN, True), (at.VIEW_NOISY, False)):
            row = seat * at.VIEW_WIDTH + column
            ints[row + 1] = len(ints)
            for slot, each in enumerate(builder.symbols.slots):
                sd = each.sd[seat]
                if sd > 0.0 and (sd == HIDDEN) == hidden:
                    ints.append(slot)
                    reals.append(each.assumed if hidden else sd)
                    ints[row] += 1
    table.row(ints, reals)
    law = NormalDist()
    n = at.NORMAL_POINTS
    points = [round(law.inv_cdf((i + 0.5) / n), 12) for i in range(n)]
    scale = (sum(x * x for x in points) / n) ** 0.5  # nine points have too small a variance: scale it to one
    builder.tables["NORMAL"].row(reals=[round(x / scale, 12) for x in points])


def compile_doctrines(scenario: Scenario, builder: Builder) -> None:
    """Doctrines, then habits: for each, a run of rules for each seat."""
    listed: list[tuple[Path, Mapping[str, Sequence[Rule]]]] = [
        (("doctrines", doctrine), by_seat) for doctrine, by_seat in scenario.doctrines.items()
    ]
    for path, by_seat in (*listed, (("habits",), scenario.habits)):
        for number, seat in enumerate(scenario.seats):
            first = builder.tables["RULES"].n
            for i, rule in enumerate(by_seat.get(seat, ())):
                _compile_rule(scenario, rule, builder, number, (*path, seat, i))
            builder.tables["DOCTRINES"].row([first, builder.tables["RULES"].n - first])


def _compile_rule(scenario: Scenario, rule: Rule, builder: Builder, seat: int, path: Path) -> None:
    when = builder.visible_conditions(rule.when, (*path, "when"), seat)
    kind = VERBS[rule.do.verb]
    a = b = 0
    if rule.do.verb == "lever":
        levers = lever_rows(scenario)
        if (rule.do.argument, seat) in levers:
            a = levers.index((rule.do.argument or "", seat))
        else:
            builder.faults.add((*path, "do"), f"`{rule.do.argument}` is not a lever of this seat")
    elif rule.do.verb == "reject":
        reasons = list(scenario.reasons)
        b = reasons.index(rule.do.argument) if rule.do.argument in reasons else 0
    elif rule.do.verb == "agree":
        a = 1
    elif rule.do.verb == "propose":
        b = act.PUBLIC if rule.face == "public" else act.PRIVATE
    constants = builder.symbols.constants
    fixed = [constants[issue].get(rule.package.get(issue, ""), -1) for issue in scenario.issues]
    at_least = rule.at_least.value if rule.at_least else 0.0
    at_last = rule.at_last.value if rule.at_last else at_least
    patience = rule.patience.value if rule.patience else 1.0
    dearness = [rule.priorities[issue].value if issue in rule.priorities else 1.0 for issue in scenario.issues]
    builder.tables["FIXED"].row(fixed, dearness)
    for issue, model in scenario.issues.items():
        builder.tables["BARRED"].row([option in rule.red_lines.get(issue, ()) for option in model.options])
    builder.tables["RULES"].row([*when, kind, a, b], [rule.chance.value, at_least, at_last, patience])

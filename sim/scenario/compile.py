"""From a checked scenario to the tables that the kernel reads. Names become numbers; limits and indices are proven."""

from sim.scenario.builder import Builder
from sim.scenario.compile_seats import compile_doctrines, compile_scoring, compile_seats, compile_views
from sim.scenario.compile_table import (
    compile_hooks,
    compile_issues,
    compile_levers,
    compile_signing,
    compile_stages,
)
from sim.scenario.compile_world import compile_draws, compile_hazards, compile_night, compile_starts
from sim.scenario.faults import Faults
from sim.scenario.model import Scenario
from sim.scenario.proof import prove
from sim.scenario.symbols import Symbols, by_rank, duty_rows, lay_out, lever_rows
from sim.scenario.tables import AdviserRow, CourseRow, HumanCostRow, LessonRow, Names, RulesTables


def compile_scenario(scenario: Scenario, digest: str, faults: Faults) -> RulesTables:
    """The tables of a scenario whose references have been checked.

    Statement faults go to ``faults``, which raises ``ScenarioError`` with all of them.
    """
    symbols = lay_out(scenario)
    builder = Builder(symbols, faults)
    for slot in symbols.slots:
        builder.tables["RANGES"].row(reals=[slot.low, slot.high])
    compile_issues(scenario, builder)
    compile_draws(scenario, builder)
    compile_hazards(scenario, builder)
    compile_night(scenario, builder)
    compile_levers(scenario, builder)
    compile_stages(scenario, builder)
    compile_signing(scenario, builder)
    compile_hooks(scenario, builder)
    compile_seats(scenario, builder)
    settle = compile_scoring(scenario, builder)
    compile_views(builder)
    compile_doctrines(scenario, builder)
    compile_starts(scenario, builder)
    course = _course(scenario, builder)
    faults.refuse()
    ints, reals = builder.pack(_header(scenario, symbols, settle))
    tables = RulesTables(scenario.id, digest, ints, reals, _names(scenario, symbols, course))
    prove(tables)
    return tables


def _header(scenario: Scenario, symbols: Symbols, settle: int) -> dict[str, int]:
    return {
        "N_STATE": len(symbols.slots),
        "HORIZON": int(scenario.calendar.horizon.value),
        "OPENER": list(scenario.seats).index(scenario.calendar.opens),
        "LEVERS_A_TURN": int(scenario.turn.levers.value),
        "OFFER_LASTS": int(scenario.turn.offer_lasts.value),
        "FIRST_PACKAGE": symbols.first["package"],
        "FIRST_LEVER": symbols.first["lever"],
        "FIRST_CLAUSE": symbols.first["clause"],
        "FIRST_DUTY": symbols.first["duty"],
        "FIRST_OWED": symbols.first["owed"],
        "FIRST_READING": symbols.first["reading"],
        "FIRST_HAPPENED": symbols.first["happened"],
        "FIRST_FIRED": symbols.first["event"],
        "SETTLE": settle,
        "N_DOCTRINES": len(scenario.doctrines),
    }


def _names(scenario: Scenario, symbols: Symbols, course: CourseRow | None) -> Names:
    seats = list(scenario.seats)
    factions = [f"{seat}.{name}" for seat in seats for name, model in scenario.factions.items() if model.seat == seat]
    return Names(
        slots=[slot.name for slot in symbols.slots],
        sd=[list(slot.sd) for slot in symbols.slots],
        units=_units(scenario),
        day_1=scenario.calendar.day_1.isoformat(),
        seats=seats,
        issues={issue: list(model.options) for issue, model in scenario.issues.items()},
        reasons=list(scenario.reasons),
        levers=[f"{seats[seat]}.{lever}" for lever, seat in lever_rows(scenario)],
        hazards={hazard: list(model.terms) for hazard, model in scenario.hazards.items()},
        sources=_term_sources(scenario),
        draws={draw: list(model.outcomes) for draw, model in scenario.draws.items()},
        events=list(scenario.events),
        stages=list(scenario.stages),
        clauses=list(scenario.clauses),
        duties=[f"{clause}.{seat}" for clause, seat in duty_rows(scenario)],
        readings=[list(scenario.clauses[clause].obliges[seat].readings) for clause, seat in duty_rows(scenario)],
        renewals=list(scenario.renewals),
        types={seat: list(scenario.types[seat]) for seat in seats},
        factions=factions,
        components=list(scenario.scoring.components),
        endings=by_rank(scenario),
        doctrines=list(scenario.doctrines),
        par={seat: {kind: par.value for kind, par in kinds.items()} for seat, kinds in scenario.scoring.par.items()},
        human_cost=[
            HumanCostRow(name, cost.of, cost.low.value, cost.high.value) for name, cost in scenario.human_cost.items()
        ],
        advisers={seat: _advisers(scenario, seat) for seat in seats},
        course=course,
        first_variable=symbols.first["variable"],
        first_component=symbols.first["component"],
        hidden_happenings=[slot.name for slot in symbols.slots if slot.name.startswith("happened.") and any(slot.sd)],
    )


def _advisers(scenario: Scenario, seat: str) -> list[AdviserRow]:
    """The advisers of a seat, with weights that sum to 1."""
    rows = []
    for name, adviser in scenario.advisers.get(seat, {}).items():
        given = [adviser.weights[c].value if c in adviser.weights else 0.0 for c in scenario.scoring.components]
        weights = [weight / sum(given) for weight in given] if any(given) else []
        types, stances = (
            {key: share.value for key, share in each.items()} for each in (adviser.rival_types, adviser.rival_stances)
        )
        rows.append(AdviserRow(name, weights, types, stances))
    return rows


def _course(scenario: Scenario, builder: Builder) -> CourseRow | None:
    """The lessons with the rows of their conditions, which only whoever tells them reads."""
    course = scenario.lessons
    if course is None:
        return None
    seat = list(scenario.seats).index(course.seat)
    rows = [
        LessonRow(
            name,
            builder.visible_conditions(lesson.when, ("lessons", "steps", name, "when"), seat),
            builder.visible_conditions(lesson.unless, ("lessons", "steps", name, "unless"), seat),
            builder.visible_conditions(lesson.done, ("lessons", "steps", name, "done"), seat),
        )
        for name, lesson in course.steps.items()
    ]
    return CourseRow(course.seat, course.rival, int(course.rng_seed.value) if course.rng_seed else -1, rows)


def _units(scenario: Scenario) -> dict[str, str]:
    units = {name: variable.unit for name, variable in scenario.state.items()}
    units |= {f"{seat}.{name}": each.unit for seat in scenario.seats for name, each in scenario.seat_state.items()}
    return units


def _term_sources(scenario: Scenario) -> dict[str, list[str]]:
    """For each hazard the source of its base, then of each term, as `explain` shows them."""
    sources = {}
    for name, hazard in scenario.hazards.items():
        fallback = str(hazard.from_) if hazard.from_ else ""
        numbers = [(hazard.base, None), *((term.weight, term.from_) for term in hazard.terms.values())]
        sources[name] = [
            ", ".join(cited.citations)
            or (f"assumption: {cited.assumption}" if cited.assumption else str(own) if own else fallback)
            for cited, own in numbers
        ]
    return sources

"""Compiling the world: starts, draws, hazards, flows, events and the order of the night."""

from sim.rules import layout as at
from sim.scenario.builder import NOTHING, Builder
from sim.scenario.faults import Path
from sim.scenario.model import Scenario
from sim.scenario.model_world import Draw, Hazard, Start
from sim.scenario.symbols import PACKAGES, Symbols, duty_rows

TRIANGLE_POINTS = 9


def triangular_points(low: float, mode: float, high: float) -> list[float]:
    """Nine equally likely values of a triangular law: the middles of nine equal slices of probability."""
    points = []
    left = (mode - low) / (high - low)
    for i in range(TRIANGLE_POINTS):
        u = (i + 0.5) / TRIANGLE_POINTS
        if u < left:
            points.append(low + ((high - low) * (mode - low) * u) ** 0.5)
        else:
            points.append(high - ((high - low) * (high - mode) * (1.0 - u)) ** 0.5)
    return points


def outcomes_of(start: Start) -> tuple[list[float], list[float]]:
    """A start as values and their probabilities."""
    if start.value is not None:
        return [start.value.value], [1.0]
    if start.triangular is not None:
        low, mode, high = (each.value for each in start.triangular)
        return triangular_points(low, mode, high), [1.0 / TRIANGLE_POINTS] * TRIANGLE_POINTS
    outcomes = start.outcomes or {}
    return list(outcomes), [p.value for p in outcomes.values()]


class Starts:
    """Rows of starting values."""

    def __init__(self, builder: Builder) -> None:
        self.table = builder.tables["STARTS"]

    def put(self, slot: int, values: list[float], odds: list[float]) -> None:
        """A slot starts at one of the values."""
        first = len(self.table.reals)
        self.table.row([slot, len(values), first], [*values, *odds])

    def fix(self, slot: int, value: float) -> None:
        """A slot starts at a value; zero needs no row."""
        if value != 0.0:
            self.put(slot, [value], [1.0])


def compile_starts(scenario: Scenario, builder: Builder) -> None:
    """Where everything stands on the first morning, the lapsed agreement and remembered refusals among it."""
    symbols = builder.symbols
    starts = Starts(builder)
    starts.fix(at.TALKS, 1.0)
    starts.fix(at.NEXT_OFFER, 1.0)
    for slot, each in enumerate(symbols.slots):
        if each.name.startswith("lever.") and each.name.endswith(".fresh"):
            starts.fix(slot, 1.0)
    for name, variable in scenario.state.items():
        starts.put(symbols.by_name[name], *outcomes_of(variable.start))
    for seat, model in scenario.seats.items():
        starts.fix(symbols.by_name[f"{seat}.capital"], model.capital.start.value)
        for name, seat_variable in scenario.seat_state.items():
            start = seat_variable.start_of(seat)
            if start:
                starts.put(symbols.by_name[f"{seat}.{name}"], *outcomes_of(start))
    _compile_history(scenario, symbols, starts)
    _compile_readings(scenario, symbols, starts)


def _compile_history(scenario: Scenario, symbols: Symbols, starts: Starts) -> None:
    past = scenario.history.agreement
    if past:
        starts.fix(at.STATUS, at.EXPIRED)
        starts.fix(at.SINCE_END, (scenario.calendar.day_1 - past.ended).days)
        for issue, option in past.package.items():
            starts.fix(symbols.by_name[issue], symbols.constants[issue][option])
        for duty in past.contested:
            starts.fix(symbols.by_name[f"duty.{duty}"], at.CONTESTED)
    for seat in scenario.seats:
        refusals = [refusal for refusal in scenario.history.refusals if refusal.by == seat]
        starts.fix(symbols.by_name[f"{seat}.refusals"], len(refusals))
        refused = refusals[-1].package if refusals else {}
        for issue in scenario.issues:
            number = symbols.constants[issue].get(refused.get(issue, ""), -1)
            starts.fix(symbols.by_name[f"{seat}.{PACKAGES[3]}.{issue}"], number)


def _compile_readings(scenario: Scenario, symbols: Symbols, starts: Starts) -> None:
    """Which reading of each ambiguous obligation either seat holds. Last, so that all else is drawn as without them."""
    slots = {slot.name: i for i, slot in enumerate(symbols.slots)}
    for clause, seat in duty_rows(scenario):
        readings = scenario.clauses[clause].obliges[seat].readings
        for reader in scenario.seats if readings else ():
            odds = [model.held_by[reader].value if reader in model.held_by else 0.0 for model in readings.values()]
            starts.put(slots[f"reading.{clause}.{seat}.{reader}"], [float(i) for i in range(len(odds))], odds)


def compile_draws(scenario: Scenario, builder: Builder) -> None:
    """Draws first, since everything else may call them by number."""
    for name, draw in scenario.draws.items():
        builder.draws[name] = _compile_draw(draw, builder, ("draws", name))


def _compile_draw(draw: Draw, builder: Builder, path: Path) -> int:
    first = builder.tables["OUTCOMES"].n
    for outcome, model in draw.outcomes.items():
        effects = builder.effects(model.does, (*path, "outcomes", outcome, "does"))
        builder.tables["OUTCOMES"].row(effects, [model.p.value])
    return builder.tables["DRAWS"].row([*NOTHING, first, len(draw.outcomes)])


def compile_hazards(scenario: Scenario, builder: Builder) -> None:
    """Hazards in the order of the file."""
    for name, hazard in scenario.hazards.items():
        _compile_hazard(hazard, builder, ("hazards", name))


def _compile_hazard(hazard: Hazard, builder: Builder, path: Path) -> None:
    when = builder.conditions(hazard.when, (*path, "when"))
    effects = builder.effects(hazard.then, (*path, "then"))
    block = builder.block(NOTHING, effects, hazard.draws, hazard.agreement)
    first = builder.tables["TERMS"].n
    for key, term in hazard.terms.items():
        builder.product(term.of.text if term.of else key, term.weight.value, (*path, "terms", key))
    terms = builder.tables["TERMS"].n - first
    builder.tables["HAZARDS"].row([*when, first, terms, block], [hazard.base.value])


def compile_night(scenario: Scenario, builder: Builder) -> None:
    """Flows, events and the order in which the night runs them."""
    flows = {}
    for name, flow in scenario.flows.items():
        when = builder.conditions(flow.when, ("flows", name, "when"))
        flows[name] = builder.block(when, builder.effects(flow.does, builder.place(("flows", name))))
    for name, event in scenario.events.items():
        when = builder.conditions(event.when, ("events", name, "when"))
        block = builder.block(when, builder.effects(event.does, ("events", name, "does")))
        builder.tables["EVENTS"].row([block, int(event.once)])
    hazards, events = list(scenario.hazards), list(scenario.events)
    for step in scenario.night:
        if step in flows:
            row = (at.RUN_FLOW, flows[step])
        elif step in hazards:
            row = (at.RUN_HAZARD, hazards.index(step))
        elif step in builder.draws:
            row = (at.RUN_DRAW, builder.draws[step])
        elif step in events:
            row = (at.RUN_EVENT, events.index(step))
        else:
            row = (at.RUN_AGREEMENT, 0)  # anything else but `agreement` is a fault of the check
        builder.tables["PROGRAM"].row(row)

"""The world: seats and actors know each other, values lie in their ranges, and the night runs everything once."""

from collections.abc import Iterator

from sim.scenario.check_basics import TOLERANCE, all_known, keys_known, known, sums_to_1
from sim.scenario.check_names import AGREEMENT, MOST_OUTCOMES, at_most
from sim.scenario.faults import Faults, Path, did_you_mean
from sim.scenario.model import Scenario
from sim.scenario.model_world import SeenBy, Start
from sim.scenario.written import Cited


def check_world(scenario: Scenario, faults: Faults) -> None:
    _check_seats(scenario, faults)
    _check_actors(scenario, faults)
    _check_state(scenario, faults)
    _check_seat_state(scenario, faults)
    _check_chance(scenario, faults)
    _check_levers(scenario, faults)
    _check_night(scenario, faults)


def _check_seats(scenario: Scenario, faults: Faults) -> None:
    seats = scenario.seats
    if len(seats) != 2:
        faults.add(("seats",), f"there should be exactly two, not {len(seats)}", at_key=True)
    known(faults, ("calendar", "opens"), scenario.calendar.opens, seats, "seats")
    for seat, model in seats.items():
        capital = model.capital
        if capital.start.value > capital.most.value:
            faults.add(("seats", seat, "capital", "start"), f"should be at most `most`, {capital.most.value:g}")
        client, path = model.patron_of, ("seats", seat, "patron_of")
        if client is None or not known(faults, path, client, scenario.actors, "actors"):
            continue
        if scenario.actors[client].patron != seat:
            faults.add(path, f"`{client}` should name `{seat}` as its `patron` in `actors`")


def _check_actors(scenario: Scenario, faults: Faults) -> None:
    for actor, model in scenario.actors.items():
        path: Path = ("actors", actor)
        if actor in scenario.seats:
            faults.add(path, f"`{actor}` is a seat too; seats are not listed again as actors")
        if model.patron is not None:
            known(faults, (*path, "patron"), model.patron, scenario.seats, "seats")
        if (model.role == "proxy") != (model.patron is not None):
            wrong = "a proxy needs a `patron`" if model.role == "proxy" else f"a {model.role} has no `patron`"
            faults.add(path, f"{wrong}; proxies alone have one")


def _check_state(scenario: Scenario, faults: Faults) -> None:
    for name, variable in scenario.state.items():
        path: Path = ("state", name)
        if _range_is_sane(faults, path, variable.range):
            _check_start(faults, (*path, "start"), variable.start, variable.range)
        _check_seen_by(faults, (*path, "seen_by"), variable.seen_by, scenario)
        if variable.seen_by.everyone == "own":
            faults.add((*path, "seen_by"), "`own` is for `seat_state`; write all, none or {seat: exact}")


def _check_seat_state(scenario: Scenario, faults: Faults) -> None:
    for name, variable in scenario.seat_state.items():
        path: Path = ("seat_state", name)
        _check_seen_by(faults, (*path, "seen_by"), variable.seen_by, scenario)
        starts: dict[Path, Start] = (
            {(*path, "start"): variable.start}
            if isinstance(variable.start, Start)
            else {(*path, "start", seat): start for seat, start in variable.start.items()}
        )
        if not isinstance(variable.start, Start):
            keys_known(faults, (*path, "start"), variable.start, scenario.seats, "seats")
            for seat in scenario.seats.keys() - variable.start.keys():
                faults.add((*path, "start"), f"has no value for `{seat}`")
        if _range_is_sane(faults, path, variable.range):
            for where, start in starts.items():
                _check_start(faults, where, start, variable.range)


def _range_is_sane(faults: Faults, path: Path, bounds: tuple[Cited, Cited]) -> bool:
    low, high = (bound.value for bound in bounds)
    if low >= high:
        faults.add((*path, "range"), f"should be [low, high] with low < high, not [{low:g}, {high:g}]")
    return low < high


def _check_start(faults: Faults, path: Path, start: Start, bounds: tuple[Cited, Cited]) -> None:
    """A start lies in its range; a triangle is in order; probabilities sum to 1."""
    low, high = (bound.value for bound in bounds)
    for value in _values(start):
        if not low <= value <= high:
            faults.add(path, f"{value:g} is outside the range {low:g} to {high:g}")
    if start.triangular:
        least, likeliest, most = (each.value for each in start.triangular)
        if not (least <= likeliest <= most and least < most):
            faults.add((*path, "triangular"), "should be in order: [least, likeliest, most], least < most")
    if start.outcomes:
        sums_to_1(faults, (*path, "outcomes"), start.outcomes.values(), "probabilities")
        at_most(faults, (*path, "outcomes"), len(start.outcomes), MOST_OUTCOMES, "outcomes")


def _values(start: Start) -> Iterator[float]:
    if start.value is not None:
        yield start.value.value
    yield from (each.value for each in start.triangular or ())
    yield from start.outcomes or ()


def _check_seen_by(faults: Faults, path: Path, seen_by: SeenBy, scenario: Scenario) -> None:
    keys_known(faults, path, seen_by.seats, scenario.seats, "seats")


def _check_chance(scenario: Scenario, faults: Faults) -> None:
    for draw, model in scenario.draws.items():
        path: Path = ("draws", draw, "outcomes")
        sums_to_1(faults, path, (each.p for each in model.outcomes.values()), "probabilities")
        at_most(faults, path, len(model.outcomes), MOST_OUTCOMES, "outcomes")
    for hazard, shock in scenario.hazards.items():
        all_known(faults, ("hazards", hazard, "draws"), shock.draws, scenario.draws, "draws")
    happenings = {("hazards", id_): shock.seen_by for id_, shock in scenario.hazards.items()}
    happenings |= {("events", id_): event.seen_by for id_, event in scenario.events.items()}
    for place, seen_by in happenings.items():
        _check_seen_by(faults, (*place, "seen_by"), seen_by, scenario)
        if seen_by.everyone == "own" or any(sight.noise for sight in seen_by.seats.values()):
            faults.add((*place, "seen_by"), "what happens is seen or not: write all, none or {seat: exact}")
    for hook, effects in scenario.hooks.items():
        all_known(faults, ("hooks", hook, "draws"), effects.draws, scenario.draws, "draws")


def _check_levers(scenario: Scenario, faults: Faults) -> None:
    owners = [*scenario.seats, "both"]
    for lever, model in scenario.levers.items():
        path: Path = ("levers", lever)
        known(faults, (*path, "seat"), model.seat, owners, "seats")
        all_known(faults, (*path, "draws"), model.draws, scenario.draws, "draws")
        for seat in scenario.seats if model.seat == "both" else {model.seat} & scenario.seats.keys():
            most = scenario.seats[seat].capital.most.value
            if model.cost.value > most + TOLERANCE:
                faults.add((*path, "cost"), f"`{seat}` can hold {most:g} at most, so it could never pay this")


def _check_night(scenario: Scenario, faults: Faults) -> None:
    """The night lists every flow and event, and every hazard and draw that nothing else calls; and nothing else."""
    callers = _callers(scenario)
    steps = {AGREEMENT, *scenario.flows, *scenario.events, *scenario.hazards, *scenario.draws}
    for i, step in enumerate(scenario.night):
        if step not in steps:
            faults.add(
                ("night", i),
                f"there is no flow, event, hazard or draw `{step}`"
                f"{did_you_mean(step, steps - set(scenario.night), 'missing here')}",
            )
        elif step in callers:
            faults.add(("night", i), f"`{step}` is called by {callers[step]}; leave it out here")
    for step in sorted(steps - callers.keys() - set(scenario.night)):
        faults.add(("night",), f"should list `{step}`, which nothing else calls", at_key=True)


def _callers(scenario: Scenario) -> dict[str, str]:
    """Who calls a hazard or draw, the first of them."""
    calls: dict[str, str] = {}
    for section in ("hazards", "levers", "hooks"):
        for id_, model in getattr(scenario, section).items():
            for draw in model.draws:
                calls.setdefault(draw, f"{section}.{id_}")
    for id_, renewal in scenario.renewals.items():
        if renewal.risk is not None:
            calls.setdefault(renewal.risk, f"renewals.{id_}")
    return calls

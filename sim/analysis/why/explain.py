"""Why it happened, exactly: the terms of every hazard of a night, as they were summed.

The record is played again to that night with chance traced; nothing is told afterwards that was not in the sum.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sim.errors import CessationError
from sim.record.notation import read_action
from sim.record.record import Record
from sim.rules import events as ev
from sim.rules import layout as at
from sim.rules.events import log_size
from sim.rules.game import apply, night_falls, seed_luck, start
from sim.rules.luck import FIRST_FORCED, KEY_HIGH, KEY_LOW, LUCK_SIZE, N_FORCED, TRACE, uniform
from sim.rules.night import night
from sim.scenario.tables import RulesTables
from sim.session.replay import check_scenario


@dataclass(frozen=True)
class Term:
    """One summand of a hazard's log-odds: ``weight`` times what its factors came to that night."""

    name: str
    weight: float
    value: float
    source: str

    @property
    def amount(self) -> float:
        """What the factors came to."""
        return self.value / self.weight + 0.0 if self.weight else 0.0  # never shown as -0


@dataclass(frozen=True)
class HazardNight:
    """One hazard on one night: its terms in the order of their sum, its probability, the number drawn."""

    day: int
    hazard: str
    terms: tuple[Term, ...]
    logit: float
    chance: float
    drawn: float
    struck: bool


def nights(tables: RulesTables, record: Record) -> Iterator[tuple[int, list[float]]]:
    """Each night of a record as (day, traced log)."""
    check_scenario(tables, record)
    ints, reals = tables.ints, tables.reals
    luck, state = [0] * LUCK_SIZE, [0.0] * tables.n_state
    log = [0.0] * log_size(tables.log_rows)
    seed_luck(luck, record.header.rng_seed, record.header.game)
    luck[N_FORCED] = len(record.header.forced)
    for i, pair in enumerate(record.header.forced):
        luck[FIRST_FORCED + 2 * i : FIRST_FORCED + 2 * i + 2] = pair
    start(ints, reals, state, luck, log)
    for _, _, text in record.actions:
        apply(ints, reals, state, luck, log, list(read_action(tables, text, int(state[at.TO_MOVE]))))
        if night_falls(state):
            day = int(state[at.DAY])
            log[0], luck[TRACE] = 0.0, 1
            night(ints, reals, state, luck, log)
            luck[TRACE] = 0
            yield day, [*log[: 1 + int(log[0]) * ev.EVENT_ROW], luck[KEY_LOW], luck[KEY_HIGH]]
            log[0] = 0.0


def explain_night(tables: RulesTables, record: Record, day: int) -> list[HazardNight]:
    """Every hazard drawn on the night of a day, in the order drawn; raises CessationError if the record has none."""
    found = explain_nights(tables, record, {day})
    if not found:
        raise CessationError(f"the record has no night of day {day}")
    return found[day]


def explain_nights(tables: RulesTables, record: Record, days: Collection[int]) -> dict[int, list[HazardNight]]:
    """Every hazard drawn on the nights of some days, by day; days without a night are left out."""
    return {day: _read_night(tables, day, log) for day, log in nights(tables, record) if day in days}


def term_weights(tables: RulesTables, hazard: int) -> list[float]:
    """The base of a hazard, then the weight of each of its terms."""
    row = tables.ints[at.HAZARDS] + hazard * at.HAZARD_WIDTH
    first = tables.ints[at.TERMS_REALS] + tables.ints[row + at.HAZARD_TERM]
    base = tables.reals[tables.ints[at.HAZARDS_REALS] + hazard]
    return [base, *tables.reals[first : first + tables.ints[row + at.HAZARD_TERMS]]]


def _read_night(tables: RulesTables, day: int, log: list[float]) -> list[HazardNight]:
    hazards = list(tables.names.hazards)
    keys = int(log[-2]), int(log[-1])
    found = []
    values: list[float] = []
    point = 0
    for i in range(int(log[0])):
        code, a, b, value = log[1 + i * ev.EVENT_ROW : 1 + (i + 1) * ev.EVENT_ROW]
        if code == ev.TERM:
            values = [value] if b < 0 else [*values, value]
        elif code == ev.CHANCE:
            point = int(a)
        elif code in (ev.STRUCK, ev.SPARED):
            name = hazards[int(a)]
            logit = 0.0
            for each in values:
                logit += each
            labels = ["any such night", *tables.names.hazards[name]]
            weights = term_weights(tables, int(a))
            terms = tuple(map(Term, labels, weights, values, tables.names.sources[name]))
            found.append(HazardNight(day, name, terms, logit, value, uniform(*keys, point), code == ev.STRUCK))
    return found

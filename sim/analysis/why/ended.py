"""What ended a finished game, exactly: the conditions of its ending, and the hazards that brought the last of them.

A hazard is named if it struck on the deciding night and changes a variable of a condition that was met there. Without
one, the ending came by what every night does, or by a seat's own act. The hazards that broke the last agreement, if it
broke, are given with their terms as well.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sim.analysis.why.explain import HazardNight, explain_night
from sim.analysis.why.story import FinishedRecord
from sim.record.record import Record
from sim.rules import layout as at
from sim.scenario.tables import RulesTables

OPEN = 1e300  # a bound this far out bounds nothing


@dataclass(frozen=True)
class MetCondition:
    """A condition of the ending: a name's bounds (None: open), its value at the end, the day from which it held."""

    name: str
    low: float | None
    high: float | None
    value: float
    since: int


@dataclass(frozen=True)
class EndingReason:
    """How a game ended: the ending's id, its day, whether a night brought it, its conditions and the exact terms.

    ``brought`` are hazards of the night that decided; ``broke`` those of the night on which the last agreement
    collapsed, ``broke_on``.
    """

    ending: str
    day: int
    at_night: bool
    conditions: tuple[MetCondition, ...]
    brought: tuple[HazardNight, ...]
    broke_on: int | None
    broke: tuple[HazardNight, ...]


def explain_ending(past: FinishedRecord, record: Record) -> EndingReason:
    """What ended a game."""
    tables, day = past.tables, int(past.final[at.DAY])
    at_night = past.final[at.TURN] >= 2.0
    conditions = tuple(_conditions(past))
    decided = max((each.since for each in conditions), default=day)
    slots = {tables.slot[each.name] for each in conditions if each.since == decided}
    brought = [each for each in _struck(tables, record, decided, at_night or decided < day) if each[1] & slots]
    collapses = [each_day for each_day, event in past.events if event.kind == "collapsed"]
    broke_on = collapses[-1] if collapses else None
    broke = [each for each in _struck(tables, record, broke_on or 0, bool(broke_on)) if _breaks(tables, each[0])]
    return EndingReason(
        tables.names.endings[past.ending], day, at_night, conditions,
        tuple(each for each, _ in brought), broke_on, tuple(each for each, _ in broke),
    )  # fmt: skip


def _conditions(past: FinishedRecord) -> Iterator[MetCondition]:
    ints, reals = past.tables.ints, past.tables.reals
    closes = list(_closes(past))
    row = ints[at.ENDINGS] + past.ending * at.ENDING_WIDTH
    for i in range(ints[row], ints[row] + ints[row + at.ENDING_CONDITIONS]):
        slot = ints[ints[at.CONDITIONS] + i]
        low, high = reals[ints[at.CONDITIONS_REALS] + 2 * i : ints[at.CONDITIONS_REALS] + 2 * i + 2]
        since = int(past.final[at.DAY])
        for day, state in reversed(closes):
            if not low <= (day if slot == at.DAY else state[slot]) <= high:  # a night's state has the next day's date
                break
            since = day
        name = past.tables.names.slots[slot]
        yield MetCondition(name, _bound(low), _bound(high), past.final[slot], since)


def _bound(x: float) -> float | None:
    return x if abs(x) < OPEN else None


def _closes(past: FinishedRecord) -> Iterator[tuple[int, tuple[float, ...]]]:
    """Each day with the state after its night; at last the end of the game."""
    for one, other in zip(past.plies, past.plies[1:], strict=False):
        if other.day > one.day:
            yield one.day, other.state
    yield int(past.final[at.DAY]), past.final


def _struck(tables: RulesTables, record: Record, day: int, has_night: bool) -> list[tuple[HazardNight, set[int]]]:
    """The hazards that struck on a night, each with the slots that it may change."""
    if not has_night:
        return []
    hazards = list(tables.names.hazards)
    return [
        (each, changed_by(tables, hazards.index(each.hazard)))
        for each in explain_night(tables, record, day)
        if each.struck
    ]


def changed_by(tables: RulesTables, hazard: int) -> set[int]:
    """The slots that a hazard's own effects and draws change when it strikes."""
    ints = tables.ints
    block = ints[ints[at.HAZARDS] + hazard * at.HAZARD_WIDTH + at.HAZARD_BLOCK]
    if block < 0:
        return set()
    row = ints[at.BLOCKS] + block * at.BLOCK_WIDTH
    found = _targets(tables, ints[row + at.BLOCK_EFFECT], ints[row + at.BLOCK_EFFECTS])
    for i in range(ints[row + at.BLOCK_DRAW], ints[row + at.BLOCK_DRAW] + ints[row + at.BLOCK_DRAWS]):
        draw = ints[at.DRAWS] + ints[ints[at.DRAW_LISTS] + i] * at.DRAW_WIDTH
        first = ints[draw + at.DRAW_OUTCOME]
        for outcome in range(first, first + ints[draw + at.DRAW_OUTCOMES]):
            effects = ints[at.OUTCOMES] + outcome * at.OUTCOME_WIDTH
            found |= _targets(tables, ints[effects], ints[effects + at.OUTCOME_EFFECTS])
    return found


def _targets(tables: RulesTables, first: int, n: int) -> set[int]:
    ints = tables.ints
    found = set()
    for i in range(first, first + n):
        row = ints[at.EFFECTS] + i * at.EFFECT_WIDTH
        found.add(ints[row])
        if ints[row + at.EFFECT_KIND] == at.MOVE:
            found.add(ints[row + at.EFFECT_SOURCE])
    return found


def _breaks(tables: RulesTables, struck: HazardNight) -> bool:
    """Whether the hazard's block ends an agreement."""
    ints = tables.ints
    hazard = list(tables.names.hazards).index(struck.hazard)
    block = ints[ints[at.HAZARDS] + hazard * at.HAZARD_WIDTH + at.HAZARD_BLOCK]
    return block >= 0 and ints[ints[at.BLOCKS] + block * at.BLOCK_WIDTH + at.BLOCK_AGREEMENT] == at.COLLAPSE

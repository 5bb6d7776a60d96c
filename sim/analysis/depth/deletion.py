"""Things of a scenario taken out, one at a time: tables or bounds without them, all else as it was.

A hazard never strikes; a lever cannot be pulled; a clause is never in force, so that it neither acts nor obliges; an
obligation never falls due; a renewal never happens; an event never fires. An option may be tabled and signed by nobody.
An issue is settled beforehand, on each of its options in turn.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sim.analysis.depth.bench import BoundsAsked, changed, option_number, others
from sim.rules import layout as at
from sim.scenario.tables import RulesTables

NEVER_DUE = 1_000_000  # nights
NO_SEAT = -1
HAZARD, LEVER, CLAUSE, OBLIGATION, RENEWAL, EVENT, OPTION, ISSUE = (
    "hazard", "lever", "clause", "obligation", "renewal", "event", "option", "issue",
)  # fmt: skip


class Deletion(NamedTuple):
    """A thing to be taken out: its sort, its number among those of its sort, its name; of an issue, where it stays."""

    sort: str
    number: int
    name: str
    option: int = -1


def deletions(tables: RulesTables) -> Iterator[Deletion]:
    """Everything that can be taken out."""
    names = tables.names
    for issue, (name, options) in enumerate(names.issues.items()):
        for option in range(len(options)):
            yield Deletion(ISSUE, issue, name, option)
    for issue, (name, options) in enumerate(names.issues.items()):
        for option, each in enumerate(options):
            yield Deletion(OPTION, issue, f"{name}.{each}", option)
    for sort, rows in (
        (LEVER, names.levers), (HAZARD, list(names.hazards)), (CLAUSE, names.clauses), (OBLIGATION, names.duties),
        (RENEWAL, names.renewals), (EVENT, names.events),
    ):  # fmt: skip
        for number, name in enumerate(rows):
            yield Deletion(sort, number, name)


def bounds_without(tables: RulesTables, what: Deletion) -> BoundsAsked | None:
    """The bounds that take an option or an issue out of both seats' hands; None for anything else."""
    if what.sort == OPTION:
        gone = frozenset({option_number(tables, what.number, what.option)})
    elif what.sort == ISSUE:
        gone = others(tables, what.number, what.option)
    else:
        return None
    return BoundsAsked((gone, gone))


def tables_without(tables: RulesTables, what: Deletion) -> RulesTables:
    """The tables without a thing; for an option or an issue, as they are."""
    ints, reals, n = list(tables.ints), list(tables.reals), what.number
    match what.sort:
        case "hazard":
            ints[ints[at.HAZARDS] + n * at.HAZARD_WIDTH + at.HAZARD_TERMS] = 0
            reals[ints[at.HAZARDS_REALS] + n] = -1e9
        case "lever":
            ints[ints[at.LEVERS] + n * at.LEVER_WIDTH + at.LEVER_SEAT] = NO_SEAT
        case "clause":
            ints[ints[at.CLAUSES] + n * at.CLAUSE_WIDTH + at.CLAUSE_STAGES] = 0
        case "obligation":
            row = ints[at.DUTIES] + n * at.DUTY_WIDTH
            first = ints[row + at.DUTY_READING]
            for reading in range(first, first + ints[row + at.DUTY_READINGS]):
                ints[ints[at.READINGS] + reading * at.READING_WIDTH + at.READING_DUE] = NEVER_DUE
        case "renewal":
            ints[ints[at.RENEWALS] + n * at.RENEWAL_WIDTH + at.RENEWAL_AT_MOST] = 0
        case "event":
            _never_fires(ints, reals, n)
    return changed(tables, ints, reals)


def _never_fires(ints: list[int], reals: list[float], event: int) -> None:
    """Turn an event's first condition into one that holds on no day; it has one at least."""
    block = ints[ints[at.EVENTS] + event * at.EVENT_WIDTH + at.EVENT_BLOCK]
    condition = ints[ints[at.BLOCKS] + block * at.BLOCK_WIDTH + at.BLOCK_CONDITION]
    ints[ints[at.CONDITIONS] + condition * at.CONDITION_WIDTH + at.CONDITION_VAR] = at.DAY
    bounds = ints[at.CONDITIONS_REALS] + condition * at.CONDITION_REALS
    reals[bounds + at.CONDITION_LOW], reals[bounds + at.CONDITION_HIGH] = -2.0, -1.0

"""Proof that every index in the compiled tables stands inside what it points into, so that the kernel needs no checks.

A failure here is a fault of the compiler, not of an author, and is raised as an AssertionError.
"""

from sim.rules import layout as at
from sim.scenario.builder import TABLES
from sim.scenario.tables import RulesTables


def rows(ints: list[int], table: str, count: int, width: int) -> list[list[int]]:
    """``count`` rows of a table."""
    first = ints[at.HEADER.index(table)]
    return [ints[first + i * width : first + (i + 1) * width] for i in range(count)]


def span(first: int, n: int, limit: int, what: str) -> None:
    """A run of rows lies inside its table."""
    if n < 0 or (n > 0 and not 0 <= first <= first + n <= limit):
        raise AssertionError(f"{what}: rows {first} to {first + n} of {limit}")


def index(i: int, limit: int, what: str, *, optional: bool = False) -> None:
    """An index lies inside its table, or is -1 where that is allowed."""
    if not (0 <= i < limit or (optional and i == -1)):
        raise AssertionError(f"{what}: {i} of {limit}")


def counts(ints: list[int]) -> dict[str, int]:
    """Rows of the tables that have no count of their own, from where the next table begins."""
    names = [name for name in TABLES if name in WIDTHS]  # in the order in which they are packed
    starts = [ints[at.HEADER.index(name)] for name in names] + [len(ints)]
    return {name: (end - start) // WIDTHS[name] for name, start, end in zip(names, starts, starts[1:], strict=False)}


WIDTHS = {
    "CONDITIONS": at.CONDITION_WIDTH, "FACTORS": at.FACTOR_WIDTH, "TERMS": at.TERM_WIDTH, "EFFECTS": at.EFFECT_WIDTH,
    "BLOCKS": at.BLOCK_WIDTH, "DRAW_LISTS": 1, "DRAWS": at.DRAW_WIDTH, "OUTCOMES": at.OUTCOME_WIDTH,
    "HAZARDS": at.HAZARD_WIDTH, "EVENTS": at.EVENT_WIDTH, "PROGRAM": at.PROGRAM_WIDTH, "ISSUES": at.ISSUE_WIDTH,
    "REASONS": at.REASON_WIDTH, "NEEDS": at.NEED_WIDTH, "STAGES": at.STAGE_WIDTH, "CLAUSES": at.CLAUSE_WIDTH,
    "DUTIES": at.DUTY_WIDTH, "READINGS": at.READING_WIDTH,
    "RENEWALS": at.RENEWAL_WIDTH, "SIGNING": 2, "HOOKS": 1, "LEVERS": at.LEVER_WIDTH,
    "SEATS": at.SEAT_ROW, "FACTIONS": at.FACTION_WIDTH, "COMPONENTS": 1, "ENDINGS": at.ENDING_WIDTH,
    "STARTS": at.START_WIDTH, "VIEWS": 1, "DOCTRINES": at.DOCTRINE_WIDTH, "RULES": at.RULE_WIDTH, "FIXED": 1,
    "BARRED": 1,
}  # fmt: skip
# For each table: columns that hold a slot; pairs of columns that hold a run of rows of another table; columns that hold
# the number of a row of another table; the same where -1 means none.
SLOTS = {
    "CONDITIONS": [at.CONDITION_VAR], "FACTORS": [at.FACTOR_VAR], "EFFECTS": [at.EFFECT_TARGET, at.EFFECT_SOURCE],
    "STARTS": [at.START_VAR], "COMPONENTS": [0],
}  # fmt: skip
SPANS = {
    "TERMS": [(at.TERM_FACTOR, "FACTORS")],
    "BLOCKS": [(at.BLOCK_CONDITION, "CONDITIONS"), (at.BLOCK_EFFECT, "EFFECTS"), (at.BLOCK_DRAW, "DRAW_LISTS")],
    "DRAWS": [(at.DRAW_CONDITION, "CONDITIONS"), (at.DRAW_OUTCOME, "OUTCOMES")],
    "OUTCOMES": [(at.OUTCOME_EFFECT, "EFFECTS")],
    "HAZARDS": [(at.HAZARD_CONDITION, "CONDITIONS"), (at.HAZARD_TERM, "TERMS")],
    "STAGES": [(at.STAGE_NEED, "NEEDS"), (at.STAGE_CONDITION, "CONDITIONS")],
    "CLAUSES": [(at.CLAUSE_NEED, "NEEDS"), (at.CLAUSE_DUTY, "DUTIES")],
    "DUTIES": [(at.DUTY_READING, "READINGS")],
    "READINGS": [(at.READING_CONDITION, "CONDITIONS")],
    "RENEWALS": [(at.RENEWAL_NEED, "NEEDS"), (at.RENEWAL_CONDITION, "CONDITIONS")],
    "SIGNING": [(at.SIGNING_CONDITION, "CONDITIONS")],
    "LEVERS": [(at.LEVER_CONDITION, "CONDITIONS")],
    "SEATS": [(at.SEAT_FACTION, "FACTIONS")],
    "FACTIONS": [(at.FACTION_TERM, "TERMS")],
    "ENDINGS": [(at.ENDING_CONDITION, "CONDITIONS")],
    "DOCTRINES": [(at.DOCTRINE_RULE, "RULES")],
    "RULES": [(at.RULE_CONDITION, "CONDITIONS")],
}
ROWS = {
    "EFFECTS": [(at.EFFECT_TERM, "TERMS")], "DRAW_LISTS": [(0, "DRAWS")], "HAZARDS": [(at.HAZARD_BLOCK, "BLOCKS")],
    "EVENTS": [(at.EVENT_BLOCK, "BLOCKS")], "NEEDS": [(at.NEED_ISSUE, "ISSUES")],
    "LEVERS": [(at.LEVER_BLOCK, "BLOCKS")],
    "RENEWALS": [(at.RENEWAL_STAGE, "STAGES"), (at.RENEWAL_BLOCK, "BLOCKS")],
    "DUTIES": [(at.DUTY_BREACH, "BLOCKS"), (at.DUTY_CONTESTED, "BLOCKS"), (at.DUTY_CURE, "BLOCKS")],
}  # fmt: skip
OPTIONAL_ROWS = {
    "REASONS": [(at.REASON_ISSUE, "ISSUES")], "STAGES": [(at.STAGE_ISSUE, "ISSUES")],
    "CLAUSES": [(at.CLAUSE_BLOCK, "BLOCKS")], "RENEWALS": [(at.RENEWAL_RISK, "HAZARDS")], "HOOKS": [(0, "BLOCKS")],
}  # fmt: skip
PROGRAM_TABLES = {at.RUN_FLOW: "BLOCKS", at.RUN_HAZARD: "HAZARDS", at.RUN_DRAW: "DRAWS", at.RUN_EVENT: "EVENTS"}


def prove(tables: RulesTables) -> None:
    """Raise AssertionError unless every index in the tables is in bounds."""
    ints = tables.ints
    size = counts(ints)
    for table, width in WIDTHS.items():
        for row in rows(ints, table, size[table], width):
            for column in SLOTS.get(table, []):
                index(row[column], tables.n_state, table)
            for column, other in SPANS.get(table, []):
                span(row[column], row[column + 1], size[other], f"{table} into {other}")
            for column, other in ROWS.get(table, []):
                index(row[column], size[other], f"{table} into {other}")
            for column, other in OPTIONAL_ROWS.get(table, []):
                index(row[column], size[other], f"{table} into {other}", optional=True)
    for row in rows(ints, "PROGRAM", size["PROGRAM"], at.PROGRAM_WIDTH):
        if row[0] in PROGRAM_TABLES:
            index(row[1], size[PROGRAM_TABLES[row[0]]], "PROGRAM")
    index(ints[at.SETTLE], size["BLOCKS"], "SETTLE")

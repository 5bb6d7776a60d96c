"""Rows of the tables as they are collected, and their packing into the two arrays that the kernel reads."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from sim.rules import layout as at
from sim.scenario.faults import Faults, Path
from sim.scenario.phrases import Need
from sim.scenario.statements import Amount, Condition, Factor, read_amount, read_condition, read_statement
from sim.scenario.symbols import HIDDEN, Slot, Symbols
from sim.scenario.written import Line

Span = tuple[int, int]
AGREEMENT_WORDS = {
    None: at.KEEP,
    "collapse": at.COLLAPSE,
    "expire": at.EXPIRE,
    "suspend": at.SUSPEND,
    "resume": at.RESUME,
}
AgreementWord = Literal["collapse", "expire", "suspend", "resume"] | None
NOTHING: Span = (0, 0)


@dataclass
class Table:
    """Rows of one shape: integer columns and real columns, each row-major."""

    ints: list[int] = field(default_factory=list)
    reals: list[float] = field(default_factory=list)
    n: int = 0

    def row(self, ints: Sequence[int] = (), reals: Sequence[float] = ()) -> int:
        """Append a row; returns its number."""
        self.ints += ints
        self.reals += [float(x) for x in reals]
        self.n += 1
        return self.n - 1


@dataclass(frozen=True)
class Scope:
    """Whose act a statement belongs to: names that open with `self.` and `other.` are of these seats."""

    me: str
    other: str

    def look_up(self, name: str) -> str:
        """`self.audience` as `us.audience`."""
        head, dot, rest = name.partition(".")
        return {"self": self.me, "other": self.other}.get(head, head) + dot + rest


class Builder:
    """Turns statements into rows. Faults go to the sink with their path; a faulty statement leaves no row."""

    def __init__(self, symbols: Symbols, faults: Faults) -> None:
        self.symbols = symbols
        self.faults = faults
        self.tables = {name: Table() for name in TABLES}
        self.draws: dict[str, int] = {}
        self.writable_scores = False

    def slot(self, name: str, scope: Scope | None) -> int:
        """The slot of a name in a scope; raises ValueError."""
        if name.startswith(("self.", "other.")) and scope is None:
            raise ValueError(f"`{name}`: no seat acts here; name the seat")
        return self.symbols.find(scope.look_up(name) if scope else name)

    def bounds(self, condition: Condition, slot: Slot) -> tuple[float, float]:
        """A condition's bounds as numbers; `<` and `>` step to the next float. Raises ValueError if it never holds."""
        low = self.symbols.number(condition.name, condition.low)
        high = self.symbols.number(condition.name, condition.high)
        if condition.strictly:
            low, high = math.nextafter(low, math.inf), math.nextafter(high, -math.inf)
        if low > high:
            raise ValueError(f"a condition on `{condition.name}` has its bounds in the wrong order")
        if low > slot.high or high < slot.low:
            raise ValueError(
                f"a condition on `{condition.name}` can never hold: it lies from {slot.low:g} to {slot.high:g}"
            )
        return max(low, -1e300), min(high, 1e300)

    def conditions(
        self, lines: Sequence[Line], path: Path, scope: Scope | None = None, seer: int | None = None
    ) -> Span:
        """Rows of conditions. With ``seer``, each must be something that this seat sees exactly."""
        first = self.tables["CONDITIONS"].n
        for i, line in enumerate(lines):
            try:
                condition = read_condition(line.text)
                slot = self.slot(condition.name, scope)
                if seer is not None and self.symbols.slots[slot].sd[seer] != 0.0:
                    raise ValueError(
                        f"`{condition.name}` is not seen exactly by that seat, so no legality may turn on it"
                    )
                self.tables["CONDITIONS"].row([slot], self.bounds(condition, self.symbols.slots[slot]))
            except ValueError as fault:
                self.faults.add((*path, i), str(fault))
        return first, self.tables["CONDITIONS"].n - first

    def visible_conditions(self, lines: Sequence[Line], path: Path, seer: int) -> Span:
        """Rows of conditions that a seat judges on what it sees, an estimate if need be."""
        for i, line in enumerate(lines):
            try:
                name = read_condition(line.text).name
                if self.symbols.slots[self.slot(name, None)].sd[seer] == HIDDEN:
                    self.faults.add((*path, i), f"`{name}` is hidden from this seat, which cannot act on it")
            except ValueError:
                continue  # reported by `conditions`
        return self.conditions(lines, path)

    def _factor(self, factor: Factor, scope: Scope | None) -> None:
        slot = self.slot(factor.name, scope)
        a, b = factor.a, factor.b
        if factor.condition:
            a, b = self.bounds(factor.condition, self.symbols.slots[slot])
        self.tables["FACTORS"].row([slot, factor.kind], [a, b])

    def term(self, amount: Amount, scope: Scope | None = None) -> int:
        """The row of a term; raises ValueError for an unknown name."""
        for factor in amount.factors:
            self.slot(factor.name, scope)
        first = self.tables["FACTORS"].n
        for factor in amount.factors:
            self._factor(factor, scope)
        return self.tables["TERMS"].row([first, len(amount.factors)], [amount.coefficient])

    def product(self, text: str, weight: float, path: Path) -> int:
        """The row of ``weight`` times a product of factors."""
        try:
            amount = read_amount(text)
            return self.term(Amount(weight * amount.coefficient, amount.factors))
        except ValueError as fault:
            self.faults.add(path, str(fault))
            return self.tables["TERMS"].row([0, 0], [0.0])

    def place(self, path: Path) -> Path:
        """Where the statements of an entry stand that may be written as a list alone, or with others under `does`."""
        return path if (*path, 0) in self.faults.values else (*path, "does")

    def _target(self, name: str, scope: Scope | None) -> int:
        slot = self.slot(name, scope)
        scores = self.writable_scores and name.startswith("score.")
        if not (self.symbols.slots[slot].writable or scores):
            raise ValueError(f"`{name}` cannot be changed by a statement: only variables and capital can")
        return slot

    def effects(self, lines: Sequence[Line], path: Path, scope: Scope | None = None) -> Span:
        """Rows of effects."""
        first = self.tables["EFFECTS"].n
        for i, line in enumerate(lines):
            try:
                statement = read_statement(line.text)
                target = self._target(statement.target, scope)
                source = self._target(statement.source, scope) if statement.source else 0
                term = self.term(statement.amount, scope)
                self.tables["EFFECTS"].row([target, statement.kind, source, term])
            except ValueError as fault:
                self.faults.add((*path, i), str(fault))
        return first, self.tables["EFFECTS"].n - first

    def block(self, when: Span, effects: Span, draws: Sequence[str] = (), word: AgreementWord = None) -> int:
        """The row of a block."""
        first = self.tables["DRAW_LISTS"].n
        for draw in draws:
            if draw in self.draws:  # an unknown draw is a fault of the check
                self.tables["DRAW_LISTS"].row([self.draws[draw]])
        return self.tables["BLOCKS"].row(
            [*when, *effects, first, self.tables["DRAW_LISTS"].n - first, AGREEMENT_WORDS[word]]
        )

    def needs(self, needs: Sequence[Need]) -> Span:
        """Rows of needs; unknown options are faults of the check."""
        first = self.tables["NEEDS"].n
        issues = self.symbols.issues
        for need in needs:
            options = self.symbols.constants.get(need.issue, {})
            if need.option in options:
                low = options[need.option]
                self.tables["NEEDS"].row([issues.index(need.issue), low, len(options) - 1 if need.or_after else low])
        return first, self.tables["NEEDS"].n - first

    def pack(self, header: dict[str, int]) -> tuple[list[int], list[float]]:
        """The two arrays: the header, then every table, each at the offset that the header gives."""
        ints = [0] * at.HEADER_SIZE
        reals: list[float] = []
        for name, table in self.tables.items():
            if name in at.HEADER:
                ints[at.HEADER.index(name)] = len(ints)
            if f"{name}_REALS" in at.HEADER:
                ints[at.HEADER.index(f"{name}_REALS")] = len(reals)
            if f"N_{name}" in at.HEADER:
                ints[at.HEADER.index(f"N_{name}")] = table.n
            ints += table.ints
            reals += table.reals
        for name, value in header.items():
            ints[at.HEADER.index(name)] = value
        return ints, reals


TABLES = (
    "RANGES CONDITIONS FACTORS TERMS EFFECTS BLOCKS DRAW_LISTS DRAWS OUTCOMES HAZARDS EVENTS PROGRAM ISSUES OPTIONS "
    "VALUES REASONS NEEDS STAGES CLAUSES DUTIES READINGS RENEWALS SIGNING HOOKS LEVERS SEATS PRIORS TYPES FACTIONS "
    "COMPONENTS ENDINGS STARTS VIEWS NORMAL DOCTRINES RULES FIXED BARRED"
).split()

"""Statements of the scenario language, read into plain rows of names and numbers; nothing is evaluated.

An amount is a number times factors; a factor is a name, a bracketed sum `(0.4 + 0.6 * air)`, an indicator
`[air >= 0.4]` or a positive part `max(0, readiness - 0.4)`. What a name or an option means is for `symbols` to say.
"""

import math
import re
from dataclasses import dataclass

from sim.rules.layout import ADD, AFFINE, INDICATOR, MOVE, POSITIVE_PART, SET
from sim.scenario.written import NUMBER

NAME = r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*){0,2}"
MOST_FACTORS = 4

_condition = re.compile(rf"({NAME})\s*(=|<=|>=|<|>|in)\s*(\S.*)")
_between = re.compile(r"(\S+?)\s*\.\.\s*(\S+)")
_change = re.compile(rf"({NAME})\s*([=+-])\s*(\S.*)")
_move = re.compile(rf"({NAME})\s*->\s*({NAME})\s+(\S.*)")
_positive = re.compile(r"max\(\s*0\s*,\s*(.*)\)")


@dataclass(frozen=True)
class Condition:
    """`name` lies in low..high, each a number or, for an issue or the ending, the id of one of its values."""

    name: str
    low: float | str
    high: float | str
    strictly: bool = False  # the given bound itself does not count: `<` and `>`


@dataclass(frozen=True)
class Factor:
    """A function of one name: `a + b * x`, its positive part, or the indicator of a condition."""

    kind: int
    name: str
    a: float = 0.0
    b: float = 1.0
    condition: Condition | None = None


@dataclass(frozen=True)
class Amount:
    """A coefficient times factors."""

    coefficient: float
    factors: tuple[Factor, ...] = ()


@dataclass(frozen=True)
class Statement:
    """Set a target to an amount, add it, or move it there from a source."""

    kind: int
    target: str
    amount: Amount
    source: str | None = None


def read_condition(text: str) -> Condition:
    """`truce = 1`, `air < 0.4`, `age in 2..6`; raises ValueError with what would be right."""
    found = _condition.fullmatch(text.strip())
    if not found:
        raise ValueError(f"`{text}` is not a condition; write `name = 1`, `name >= 0.4` or `name in 2..6`")
    name, sign, rest = found[1], found[2], found[3].strip()
    if sign == "in":
        ends = _between.fullmatch(rest)
        if not ends:
            raise ValueError(f"`{text}`: after `in` write two bounds, such as `2..6`")
        return Condition(name, _bound(ends[1]), _bound(ends[2]))
    bound = _bound(rest)
    if sign == "=":
        return Condition(name, bound, bound)
    if sign in ("<", "<="):
        return Condition(name, -math.inf, bound, sign == "<")
    return Condition(name, bound, math.inf, sign == ">")


def _bound(text: str) -> float | str:
    if re.fullmatch(NUMBER, text):
        return float(text)
    if re.fullmatch(r"[a-z][a-z0-9_]*", text):
        return text
    raise ValueError(
        f"`{text}` is neither a number nor the id of an option; a condition is `name = 1`, `name >= 0.4` or "
        "`name in 2..6`, and several are a list"
    )


def read_statement(text: str) -> Statement:
    """`tension + 0.05 * fresh`, `tension = 0.7`, `waiting -> delivered 20 * permits`; raises ValueError."""
    moved = _move.fullmatch(text.strip())
    if moved:
        return Statement(MOVE, moved[2], read_amount(moved[3]), moved[1])
    found = _change.fullmatch(text.strip())
    if not found:
        raise ValueError(f"`{text}` is not a statement; write `name = 1`, `name + 0.1 * other` or `a -> b 20 * c`")
    if found[3].startswith("="):
        raise ValueError(f"`{text}` has one sign too many; write `name + 0.1`, `name - 0.1` or `name = 0.1`")
    amount = read_amount(found[3])
    if found[2] == "-":
        amount = Amount(-amount.coefficient, amount.factors)
    return Statement(SET if found[2] == "=" else ADD, found[1], amount)


def read_amount(text: str) -> Amount:
    """A number times up to four factors; raises ValueError."""
    coefficient = 1.0
    factors: list[Factor] = []
    for part in _split_product(text):
        if re.fullmatch(NUMBER, part):
            coefficient *= float(part)
        else:
            factors.append(_factor(part))
    if len(factors) > MOST_FACTORS:
        raise ValueError(f"`{text}` has {len(factors)} factors; at most {MOST_FACTORS}: put a part in a variable first")
    return Amount(coefficient, tuple(factors))


def _split_product(text: str) -> list[str]:
    """Parts of a product, split at each `*` outside brackets."""
    parts, depth, start = [], 0, 0
    for i, letter in enumerate(text):
        if letter in "([":
            depth += 1
        elif letter in ")]":
            depth -= 1
        elif letter == "*" and depth == 0:
            parts.append(text[start:i].strip())
            start = i + 1
    parts.append(text[start:].strip())
    if depth or not all(parts):
        raise ValueError(f"`{text}` is not a product of factors such as `20 * permits * (1 - air)`")
    return parts


def _factor(text: str) -> Factor:
    if re.fullmatch(NAME, text):
        return Factor(AFFINE, text)
    if text.startswith("[") and text.endswith("]"):
        condition = read_condition(text[1:-1])
        return Factor(INDICATOR, condition.name, condition=condition)
    positive = _positive.fullmatch(text)
    if positive:
        name, a, b = _sum(positive[1])
        return Factor(POSITIVE_PART, name, a, b)
    if text.startswith("(") and text.endswith(")"):
        name, a, b = _sum(text[1:-1])
        return Factor(AFFINE, name, a, b)
    raise ValueError(
        f"`{text}` is not a factor; write a name, `(0.4 + 0.6 * name)`, `[name >= 0.4]` or `max(0, name - 0.4)`"
    )


def _sum(text: str) -> tuple[str, float, float]:
    """`a + b * name`, in either order, as (name, a, b)."""
    found = re.fullmatch(rf"\s*(.+?)\s*(?<![eE*])([+-])\s*((?:{NUMBER}\s*\*\s*)?{NAME}|{NUMBER})\s*", text)
    if not found:
        raise ValueError(f"`({text})` should be the sum of a number and a name, such as `(0.4 + 0.6 * name)`")
    left, right = _summand(found[1]), _summand(found[3])
    sign = -1.0 if found[2] == "-" else 1.0
    right = (right[0], sign * right[1])
    if (left[0] is None) == (right[0] is None):
        raise ValueError(f"`({text})` should have one number and one name")
    (name, b), (_, a) = (left, right) if left[0] is not None else (right, left)
    assert name is not None
    return name, a, b


def _summand(text: str) -> tuple[str | None, float]:
    if re.fullmatch(NUMBER, text):
        return None, float(text)
    found = re.fullmatch(rf"(?:({NUMBER})\s*\*\s*)?({NAME})", text)
    if not found:
        raise ValueError(f"`{text}` is neither a number nor a name with a number before it, such as `0.6 * air`")
    return found[2], float(found[1] or 1.0)

"""Packages that might be signed in a position, alike but for one issue: what both homes would ratify, and a spread.

The options of the other issues are the same for every option of that one, so that packages are compared by it alone.
Mostly they are of packages that cannot be bettered on paper for one seat without harm to the other; and a few at
random, since paper may mislead.
"""

import random
from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

from sim.analysis.depth.bench import types_of
from sim.rules import layout as at
from sim.rules.packages import read_package
from sim.rules.values import option_worth, package_slot, ratifies
from sim.scenario.tables import RulesTables

EFFICIENT, AT_RANDOM = 9, 3
Package = tuple[int, ...]
MOST = 5000  # packages that are looked through; of more, so many at random


def owners_of(tables: RulesTables, state: Sequence[float]) -> tuple[int, int]:
    """Whose values both seats' worths on paper are, by their types."""
    ints, types = tables.ints, types_of(state)
    return ints[ints[at.SEATS]] + types[0], ints[ints[at.SEATS] + at.SEAT_ROW] + types[1]


def choices(tables: RulesTables, issue: int, option: int, luck: random.Random) -> Iterator[Package]:
    """Packages, as options by issue, that have an option."""
    counts = [len(options) for options in tables.names.issues.values()]
    kept = [[option] if i == issue else list(range(n)) for i, n in enumerate(counts)]
    if prod(map(len, kept)) <= MOST:
        yield from product(*kept)
        return
    for _ in range(MOST):
        yield tuple(each[int(luck.random() * len(each))] for each in kept)


def paper_worth(tables: RulesTables, owner: int, package: Sequence[int]) -> float:
    """Worth of a package on paper."""
    return sum(option_worth(tables.ints, tables.reals, owner, i, option) for i, option in enumerate(package))


def ratified(tables: RulesTables, state: Sequence[float], packages: Iterator[Package]) -> dict[int, Package]:
    """Of some packages those that both homes would ratify, by number."""
    ints, reals, seen = tables.ints, tables.reals, list(state)
    slot = package_slot(ints, 0, at.OFFER_PACKAGE)
    found = {}
    for package in packages:
        seen[slot : slot + len(package)] = [float(each) for each in package]
        if ratifies(ints, reals, seen, 0, slot) and ratifies(ints, reals, seen, 1, slot):
            found[read_package(ints, seen, slot)] = package
    return found


def candidates(tables: RulesTables, state: Sequence[float], issue: int, luck: random.Random) -> list[list[int]]:
    """By option of an issue: numbers of packages with it that could be signed and might be wanted; perhaps none."""
    owners = owners_of(tables, state)
    by_option, rests = [], dict[Package, None]()
    for option in range(len(list(tables.names.issues.values())[issue])):
        found = ratified(tables, state, choices(tables, issue, option, luck))
        by_option.append({rest_of(package, issue): number for number, package in found.items()})
        worths = {
            number: (paper_worth(tables, owners[0], package), paper_worth(tables, owners[1], package))
            for number, package in found.items()
        }
        for number in frontier(worths):
            rests[rest_of(found[number], issue)] = None
    rests = dict.fromkeys([*_spread(list(rests)), *_some([rest for each in by_option for rest in each], luck)])
    return [[each[rest] for rest in rests if rest in each] for each in by_option]


def rest_of(package: Package, issue: int) -> Package:
    """A package without an issue."""
    return (*package[:issue], *package[issue + 1 :])


def _spread(rests: list[Package]) -> list[Package]:
    if len(rests) <= EFFICIENT:
        return rests
    return [rests[round(i * (len(rests) - 1) / (EFFICIENT - 1))] for i in range(EFFICIENT)]


def _some(rests: list[Package], luck: random.Random) -> list[Package]:
    return [rests[int(luck.random() * len(rests))] for _ in range(AT_RANDOM)] if rests else []


def frontier(found: dict[int, tuple[float, float]]) -> list[int]:
    """Those that no other betters for one seat without harm to the other, from the first seat's best down."""
    best, highest = [], float("-inf")
    for number in sorted(found, key=lambda each: (-found[each][0], -found[each][1], each)):
        if found[number][1] > highest:
            best.append(number)
            highest = found[number][1]
    return best

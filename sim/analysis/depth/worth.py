"""What packages are worth on paper beside what they come to if executed, and options that nobody should want.

A few packages at random, and each of them with every other option of every issue, are signed by force in sampled
positions (``forced``) for each private type of each seat, whatever the homes would say, and played on by the stances
that serve best there. All packages meet the same worlds. The correlation is over packages: of a type's worth on paper
with its mean final score; its interval holds the luck of which positions and of which packages were drawn. Chance in
the means, and that packages fare differently in different positions, lower it; so their reliability stands beside it:
the share of what the means vary by that is of the packages (L. Cronbach 1951).

An option is never best on paper if each type of either seat values another option more; and never best if executed if
each type surely has more of another.
"""

import random
from collections.abc import Sequence
from math import fsum, sqrt
from typing import Any

from sim.analysis.depth.bench import Bench
from sim.analysis.depth.forced import Scene, best_pair, worth_of
from sim.analysis.depth.packages import Package, paper_worth
from sim.analysis.depth.plan import CHANCE, DepthPlan
from sim.analysis.depth.sampling import sample_position
from sim.analysis.depth.varied import mean, spread
from sim.analysis.study.estimates import Z, jackknife
from sim.analysis.tournament.field import with_interval
from sim.rules import layout as at
from sim.rules.values import option_worth
from sim.scenario.tables import RulesTables

RESTS, POSITIONS = 48, 12  # packages at random; positions at least
APART = 1 << 24  # positions are numbered far from those of best lengths
Kind = tuple[int, int]  # a seat and a type of it


def number_of(tables: RulesTables, package: Package) -> int:
    """The number of a package."""
    number = 0
    for option, options in zip(package, tables.names.issues.values(), strict=True):
        number = number * len(options) + option
    return number


def varied_packages(tables: RulesTables, rng_seed: int) -> list[Package]:
    """Some packages at random."""
    luck = random.Random(f"{rng_seed} rests")
    counts = [len(options) for options in tables.names.issues.values()]
    return [tuple(int(luck.random() * n) for n in counts) for _ in range(RESTS)]


def with_option(package: Package, issue: int, option: int) -> Package:
    """A package with another option of an issue."""
    return (*package[:issue], option, *package[issue + 1 :])


def as_type(tables: RulesTables, state: Sequence[float], kind: Kind) -> list[float]:
    """A state in which a seat is of a type."""
    ints, seat = tables.ints, kind[0]
    changed = list(state)
    row = ints[ints[at.SEATS] + seat * at.SEAT_ROW] + kind[1]
    base = at.SEAT_BASE + seat * at.SEAT_WIDTH
    width = at.TYPE_WEIGHTS + ints[at.N_COMPONENTS]
    changed[base + at.TYPE] = float(kind[1])
    changed[base + at.RESOLVE] = tables.reals[ints[at.TYPES_REALS] + row * width + at.TYPE_RESOLVE]
    return changed


class ExecutedWorth:
    """A piece is a position."""

    name = "worth"

    def __init__(self, tables: RulesTables, plan: DepthPlan) -> None:
        self._tables, self._plan = tables, plan
        self.orders = max(2, min(plan.positions, max(POSITIONS, plan.positions // 3)))
        self._rests = varied_packages(tables, plan.rng_seed)
        sizes = [len(options) for options in tables.names.issues.values()]
        first: dict[Package, int] = {}  # each package, with the first of those at random that it came of
        for i, rest in enumerate(self._rests):
            for issue, n in enumerate(sizes):
                for option in range(n):
                    first.setdefault(with_option(rest, issue, option), i)
        self._packages, self._rest_of = list(first), list(first.values())
        names = tables.names
        self._kinds = [(seat, kind) for seat in range(2) for kind in range(len(names.types[names.seats[seat]]))]

    def play(self, bench: Bench, order: int) -> list[list[float]] | None:
        """By type: the score that each package comes to in one position, in the same world."""
        agents = [agent for agent in self._plan.agents if agent != CHANCE]
        position = sample_position(self._tables, agents, self._plan.rng_seed, APART + order)
        if position is None:
            return None
        numbers = [number_of(self._tables, package) for package in self._packages]
        found = []
        for i, kind in enumerate(self._kinds):
            state = as_type(self._tables, position.state, kind)
            scene = Scene(state, position.seat, APART + len(self._kinds) * order + i)
            pair = best_pair(bench, scene, numbers[0], 1)
            found.append([worth_of(bench, scene, number, range(1), pair)[0][kind[0]] for number in numbers])
        return found

    def tell(self, found: Sequence[list[list[float]] | None]) -> dict[str, Any]:
        """Correlations by type, and options that are never best."""
        positions = [each for each in found if each]
        names = self._tables.names
        told: dict[str, Any] = {
            "packages": len(self._packages), "positions": len(positions), "types": {}, "options": {},
        }  # fmt: skip
        if not positions:
            return told
        for i, (seat, kind) in enumerate(self._kinds):
            name = f"{names.seats[seat]}.{names.types[names.seats[seat]][kind]}"
            told["types"][name] = self._correlated((seat, kind), [each[i] for each in positions])
        for issue, (name, options) in enumerate(names.issues.items()):
            told["options"][name] = self._options(issue, options, positions)
        told["never_best"] = {
            "dominated_on_paper": [f"{issue}.{option}" for issue, option, _ in dominated_on_paper(self._tables)],
            "on_paper": never_best(told["options"], "on_paper"),
            "executed": never_best(told["options"], "executed"),
        }
        return told

    def _owner(self, kind: Kind) -> int:
        ints = self._tables.ints
        return ints[ints[at.SEATS] + kind[0] * at.SEAT_ROW] + kind[1]

    def _correlated(self, kind: Kind, scores: list[list[float]]) -> dict[str, float]:
        paper = [paper_worth(self._tables, self._owner(kind), package) for package in self._packages]

        def without(position: int | None = None, rest: int | None = None) -> float:
            kept = [each for i, each in enumerate(scores) if i != position]
            columns = [mean(column) for column in zip(*kept, strict=True)]
            pairs = [(x, y) for x, y, of in zip(paper, columns, self._rest_of, strict=True) if of != rest]
            return correlation([x for x, _ in pairs], [y for _, y in pairs])

        value = without()
        of_positions = jackknife(lambda i: without(position=i), len(scores)) or 0.0
        of_rests = jackknife(lambda i: without(rest=i), len(self._rests)) or 0.0
        error = sqrt(of_positions**2 + of_rests**2)
        return {
            "correlation": value, "low": max(-1.0, value - Z * error), "high": min(1.0, value + Z * error),
            "reliability": reliability(scores),
        }  # fmt: skip

    def _options(
        self, issue: int, options: Sequence[str], positions: Sequence[list[list[float]]]
    ) -> dict[str, dict[str, Any]]:
        place = {package: i for i, package in enumerate(self._packages)}
        rows: dict[str, dict[str, Any]] = {option: {"below_best": {}} for option in options}
        on_paper, executed = set[int](), set[int]()
        names = self._tables.names
        for i, kind in enumerate(self._kinds):
            worths = [self._paper(kind, issue, option) for option in range(len(options))]
            on_paper |= {option for option, worth in enumerate(worths) if worth == max(worths)}
            columns = [
                [each[i][place[with_option(rest, issue, option)]] for each in positions for rest in self._rests]
                for option in range(len(options))
            ]
            best = max(range(len(options)), key=lambda option: fsum(columns[option]))
            for option, name in enumerate(options):
                below = with_interval([x - y for x, y in zip(columns[option], columns[best], strict=True)])
                kind_name = f"{names.seats[kind[0]]}.{names.types[names.seats[kind[0]]][kind[1]]}"
                rows[name]["below_best"][kind_name] = below
                if option == best or below["high"] >= 0.0:
                    executed.add(option)
        for option, name in enumerate(options):
            rows[name]["never_best_on_paper"] = option not in on_paper
            rows[name]["never_best_executed"] = option not in executed
        return rows

    def _paper(self, kind: Kind, issue: int, option: int) -> float:
        return option_worth(self._tables.ints, self._tables.reals, self._owner(kind), issue, option)


def never_best(rows: dict[str, dict[str, dict[str, Any]]], way: str) -> list[str]:
    """Options that are best for no type, on paper or executed."""
    return [
        f"{issue}.{option}" for issue, each in rows.items() for option, row in each.items() if row[f"never_best_{way}"]
    ]


def dominated_on_paper(tables: RulesTables) -> list[tuple[str, str, str]]:
    """Issue, option, and another option that is worth as much or more to every type of both seats, to some more."""
    ints, names, found = tables.ints, tables.names, []
    owners = [
        ints[ints[at.SEATS] + seat * at.SEAT_ROW] + kind
        for seat in range(2)
        for kind in range(len(names.types[names.seats[seat]]))
    ]
    for issue, (name, options) in enumerate(names.issues.items()):
        worths = [
            [option_worth(ints, tables.reals, owner, issue, option) for owner in owners]
            for option in range(len(options))
        ]
        for option, own in enumerate(worths):
            better = [
                other for other, those in enumerate(worths)
                if those != own and all(x >= y for x, y in zip(those, own, strict=True))
            ]  # fmt: skip
            if better:
                found.append((name, options[option], options[better[0]]))
    return found


def reliability(scores: Sequence[Sequence[float]]) -> float:
    """Cronbach's alpha of scores by position and package, 0 at least: 1 if all positions agree on the packages."""
    n, total = len(scores), spread([fsum(column) for column in zip(*scores, strict=True)])
    if n < 2 or total <= 0.0:
        return 0.0
    return max(0.0, n / (n - 1) * (1.0 - fsum(spread(each) for each in scores) / total))


def correlation(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Pearson's; 0 where either does not vary."""
    mx, my = mean(xs), mean(ys)
    sx, sy = fsum((x - mx) ** 2 for x in xs), fsum((y - my) ** 2 for y in ys)
    if sx <= 0.0 or sy <= 0.0:
        return 0.0
    return fsum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)) / sqrt(sx * sy)

"""The best reply among the lengths of a truce: which option of the issue that sets its term serves the mover best.

The issue is the one that a stage's term is said to last. In a position in which the mover may sign, of every option the
same few packages are signed by force (``forced``), and the best for the mover is kept that does not surely leave the
rival worse off than signing nothing now, for no other would be had. These are compared in worlds in which nothing was
chosen. Options whose paired 95 % interval to the best holds nothing are tied, and share the position equally.
"""

import random
from collections.abc import Sequence
from math import sqrt
from typing import Any

from sim.analysis.depth.bench import Bench, Pair
from sim.analysis.depth.forced import NOTHING, TRIED, Scene, Scores, best_pair, worth_of
from sim.analysis.depth.packages import candidates
from sim.analysis.depth.plan import CHANCE, DepthPlan
from sim.analysis.depth.sampling import SEARCHER, SampledPosition, sample_position
from sim.analysis.depth.searched import searched_worth
from sim.analysis.depth.varied import mean
from sim.analysis.study.estimates import Z, variance, wilson
from sim.record.notation import package_text
from sim.rules import layout as at
from sim.scenario.tables import RulesTables

CHOSEN, COMPARED, SEARCHED = 32, 128, 8  # worlds in which packages are chosen, and compared: by stances, by search
LEAST, MOST = 0.10, 0.50  # share of positions in which an option should be best
ONE_SIDED = 1.6448536269514722
"""The normal quantile that leaves 5 % above it."""
SCRATCH = 4096  # worlds of a position from which stances are tried


def term_issue(tables: RulesTables) -> int:
    """The issue that sets how long a stage lasts, a truce's first of all; -1 if none does."""
    ints = tables.ints
    rows = [ints[at.STAGES] + stage * at.STAGE_WIDTH for stage in range(ints[at.N_STAGES])]
    found = [row for row in rows if ints[row + at.STAGE_ISSUE] >= 0]
    found.sort(key=lambda row: -ints[row + at.STAGE_TRUCE])
    return ints[found[0] + at.STAGE_ISSUE] if found else -1


class BestLengths:
    """A piece is a position."""

    name = "lengths"

    def __init__(self, tables: RulesTables, plan: DepthPlan) -> None:
        self._tables, self._plan = tables, plan
        self._issue = term_issue(tables)
        self.orders = plan.positions if self._issue >= 0 else 0

    def play(self, bench: Bench, order: int) -> dict[str, Any] | None:
        """A position sampled and looked into; None if there is none."""
        agents = [*(agent for agent in self._plan.agents if agent != CHANCE), SEARCHER]
        position = sample_position(self._tables, agents, self._plan.rng_seed, order)
        return self._look_into(bench, position, order) if position else None

    def _look_into(self, bench: Bench, position: SampledPosition, order: int) -> dict[str, Any]:
        luck = random.Random(f"{self._plan.rng_seed} packages {order}")
        scene = Scene(position.state, position.seat, order)
        idle = best_pair(bench, scene, NOTHING, SCRATCH)
        plain = worth_of(bench, scene, NOTHING, range(CHOSEN), idle)
        names = list(self._tables.names.issues.values())[self._issue]
        taken: dict[str, tuple[int, Pair]] = {}
        by_option = candidates(self._tables, position.state, self._issue, luck)
        every = [package for packages in by_option for package in packages]
        pair = best_pair(bench, scene, every[len(every) // 2], SCRATCH + TRIED) if every else idle
        for name, packages in zip(names, by_option, strict=True):
            best = self._choose(bench, scene, packages, plain, pair)
            if best != NOTHING:
                taken[name] = best, best_pair(bench, scene, best, SCRATCH + 2 * TRIED)
        scores = {name: self._compared(bench, scene, *each) for name, each in taken.items()}
        seats = self._tables.names.seats
        return {
            "seat": seats[position.seat], "day": position.day, "agents": list(position.pair),
            "type": self._tables.names.types[seats[position.seat]][position.types[position.seat]],
            "options": ranked({name: [each[scene.seat] for each in found] for name, found in scores.items()}),
            "nothing": ranked({
                "": [each[scene.seat] for each in self._compared(bench, scene, NOTHING, idle)],
                **{name: [each[scene.seat] for each in found] for name, found in scores.items()},
            }).get(""),
            "packages": {name: package_text(self._tables, package) for name, (package, _) in taken.items()},
        }  # fmt: skip

    def _choose(self, bench: Bench, scene: Scene, packages: list[int], plain: Scores, pair: Pair) -> int:
        """The package that serves the mover best among those that the rival would put up with, if any."""
        best, highest = NOTHING, float("-inf")
        for package in packages:
            found = worth_of(bench, scene, package, range(CHOSEN), pair)
            own = mean([each[scene.seat] for each in found])
            rivals = [y[1 - scene.seat] - x[1 - scene.seat] for x, y in zip(found, plain, strict=True)]
            if tied(rivals, ONE_SIDED) and own > highest:
                best, highest = package, own
        return best

    def _compared(self, bench: Bench, scene: Scene, package: int, pair: Pair) -> Scores:
        if self._plan.simulations:
            worlds = range(CHOSEN, CHOSEN + SEARCHED)
            return searched_worth(bench, scene, package, worlds, self._plan.simulations)
        return worth_of(bench, scene, package, range(CHOSEN, CHOSEN + COMPARED), pair)

    def tell(self, found: Sequence[dict[str, Any] | None]) -> dict[str, Any]:
        """Shares of positions in which each option is best, for each seat and in all."""
        if self._issue < 0:
            return {"issue": None, "positions": 0}
        issue, options = list(self._tables.names.issues.items())[self._issue]
        positions = [each for each in found if each]
        groups = {"all": positions} | {
            seat: [each for each in positions if each["seat"] == seat] for seat in self._tables.names.seats
        }
        return {
            "issue": issue, "positions": len(positions), "least": LEAST, "most": MOST,
            "played_on": f"search-{self._plan.simulations}" if self._plan.simulations else "stances",
            "worlds": SEARCHED if self._plan.simulations else COMPARED,
            "best": {who: shares(options, each) for who, each in groups.items()},
            "sampled": positions,
        }  # fmt: skip


def ranked(scores: dict[str, list[float]]) -> dict[str, Any]:
    """Of each option its mean score and whether it is best or tied with the best, world by world."""
    if not scores:
        return {}
    best = max(scores.values(), key=mean)
    return {
        name: {
            "mean": mean(each), "best": mean(each) == mean(best),
            "tied": tied([x - y for x, y in zip(best, each, strict=True)]),
        }
        for name, each in scores.items()
    }  # fmt: skip


def tied(lost: Sequence[float], z: float = Z) -> bool:
    """Whether what is lost in each world is not surely more than nothing."""
    return mean(lost) <= z * sqrt((variance(lost) or 0.0) / len(lost))


def shares(options: Sequence[str], positions: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Of the positions in which any option can be had: how often each is best, ties shared; and what is at stake."""
    some = [each for each in positions if each["options"]]
    n = len(some)
    told: dict[str, Any] = {"positions": n, "no_deal": len(positions) - n}
    if not n:
        return told
    ties = [[name for name, found in each["options"].items() if found["tied"]] for each in some]
    heads = [[name for name, found in each["options"].items() if found["best"]] for each in some]
    told["options"] = {}
    for name in options:
        share = mean([float(name in names) / len(names) for names in ties])
        low, high = wilson(share, n)
        told["options"][name] = {
            "share": share, "low": low, "high": high,
            "alone": mean([float(names == [name]) for names in ties]),
            "highest": mean([float(name in names) / len(names) for names in heads]),
            "to_be_had": mean([float(name in each["options"]) for each in some]),
        }  # fmt: skip
    means = [[found["mean"] for found in each["options"].values()] for each in some]
    told["tied"] = mean([float(len(names)) for names in ties])
    told["stake"] = mean([max(each) - min(each) for each in means])
    low, high = wilson(mean([float(each["nothing"]["tied"]) for each in some]), n)
    told["nothing"] = {"share": mean([float(each["nothing"]["tied"]) for each in some]), "low": low, "high": high}
    return told

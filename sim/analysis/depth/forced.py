"""An agreement signed by force in a position, and played on from there by the stances that then serve best.

A package is signed as if the rival's offer of it had just been accepted and ratified: capital is charged, hooks are
pulled, and the turn's table action is taken. Signing nothing takes that action too. World ``j`` of a position has the
same luck whatever is signed in it, so that packages are compared in the same worlds.

Both seats then follow a stance each: the mover's best, the rival's best against that, and once more the mover's, all
tried in worlds of their own.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sim.ai.registry import own_stances
from sim.analysis.depth.bench import FUTURES, Bench, Pair
from sim.analysis.depth.plan import LEFT_OUT
from sim.analysis.depth.varied import mean
from sim.batch.plan import default_agent
from sim.rules import layout as at
from sim.rules.events import log_size
from sim.rules.offers import drop_offer, sign
from sim.rules.packages import write_package
from sim.rules.values import package_slot

TRIED = 12  # worlds in which stances are tried
ROUNDS = 3
NOTHING = -1
PER_POSITION = 1 << 14  # worlds that a position has luck for
Scores = list[tuple[float, float]]


class Scene(NamedTuple):
    """A position, numbered so that its worlds have luck of their own."""

    state: Sequence[float]
    seat: int
    number: int

    def world(self, j: int) -> int:
        """The game number whose luck world ``j`` has."""
        return FUTURES + self.number * PER_POSITION + j


def signed(bench: Bench, scene: Scene, package: int, worlds: range) -> list[list[float]]:
    """The states in which play goes on, one a world; ``package`` may be NOTHING."""
    tables, found = bench.tables, []
    log = [0.0] * log_size(tables.log_rows)
    for j in worlds:
        state = list(scene.state)
        state[at.TABLED] = 1.0
        if package != NOTHING:
            offer = package_slot(tables.ints, 1 - scene.seat, at.OFFER_PACKAGE)
            write_package(tables.ints, state, offer, package)
            drop_offer(state, 1 - scene.seat)
            log[0] = 0.0
            sign(tables.ints, tables.reals, state, bench.luck(scene.world(j)), log, offer)
        found.append(state)
    return found


def stances(bench: Bench) -> list[str]:
    """The stances that either seat may follow."""
    return [stance for stance in own_stances(bench.tables) if stance not in LEFT_OUT]


def worth_of(bench: Bench, scene: Scene, package: int, worlds: range, pair: Pair) -> Scores:
    """Both scores in each world, if a package is signed and both seats follow a stance."""
    return bench.played_on(signed(bench, scene, package, worlds), pair, scene.world(worlds.start))


def best_pair(bench: Bench, scene: Scene, package: int, first: int) -> Pair:
    """The stances that serve both seats best from here, by turns; tried in worlds from number ``first`` on."""
    pair = [default_agent(bench.tables)] * 2
    worlds = range(first, first + TRIED)
    states = signed(bench, scene, package, worlds)
    for step in range(ROUNDS):
        seat = scene.seat if step % 2 == 0 else 1 - scene.seat
        found = {}
        for stance in stances(bench):
            pair[seat] = stance
            scores = bench.played_on(states, (pair[0], pair[1]), scene.world(first))
            found[stance] = mean([each[seat] for each in scores])
        pair[seat] = max(found, key=lambda stance: found[stance])
    return pair[0], pair[1]

"""How large a game is: its histories counted ply by ply, every action and every outcome of chance included.

A ply is one decision. What chance decides (the first morning, a lever seen or not, a draw, a night) is branched over
through forced outcomes and adds no depth. Estimates are no part of the state, so their errors are not branched over.
Histories that lead to the same state are counted together, so that each state is played on from once.
"""

import math
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sim.errors import CessationError
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import events as ev
from sim.rules import layout as at
from sim.rules.endings import terminal
from sim.rules.events import log_size
from sim.rules.game import apply, night_falls, start
from sim.rules.legality import legal
from sim.rules.luck import FIRST_FORCED, LUCK_SIZE, MAX_FORCED, N_FORCED, TRACE
from sim.rules.night import night
from sim.rules.packages import face_fits, package_count
from sim.scenario.tables import RulesTables

MOST_BRANCHES = 1_000_000  # of one step; beyond that a tree is none that anybody counts

Step = Callable[[list[float], list[int], list[float]], None]
"""Something that changes a state, with luck and a log."""


class DrawMet(NamedTuple):
    """A draw that was met: its point, how it came out, and the probability of every outcome."""

    point: int
    outcome: int
    odds: list[float]


@dataclass
class HistoryCount:
    """All histories of a length in plies.

    ``over`` of them end there. ``mass`` is the probability, under uniform play, of these and of all shorter ones that
    were over: 1 unless chance itself is wrong.
    """

    histories: int
    states: int
    over: int
    mass: float


def drawn_in(tables: RulesTables, log: list[float]) -> list[DrawMet]:
    """The draws of a traced log, in order; one made twice in a step comes out alike and counts once."""
    found: dict[int, DrawMet] = {}
    for i in range(int(log[0])):
        code, a, b, value = log[1 + i * ev.EVENT_ROW : 1 + (i + 1) * ev.EVENT_ROW]
        if code == ev.CHANCE:
            found.setdefault(int(a), DrawMet(int(a), int(b), [1.0 - value, value]))
        elif code == ev.CHANCE_AMONG:
            first, n = divmod(int(value), 64)
            found.setdefault(int(a), DrawMet(int(a), int(b), tables.reals[first : first + n]))
    return list(found.values())


def branches(tables: RulesTables, step: Step, before: list[float]) -> Iterator[tuple[list[float], float]]:
    """Every state that a step can lead to from ``before``, with its probability; equal states may come up again.

    Each run lets chance fall as it may after its forced outcomes; then every other outcome of each of the draws that
    were left free is forced in a run of its own, so that no run is made for nothing.
    """
    waiting: list[list[DrawMet]] = [[]]
    log = [0.0] * log_size(tables.log_rows)
    while waiting:
        imposed = waiting.pop()
        luck = luck_with(imposed)
        state = before[:]
        log[0] = 0.0
        step(state, luck, log)
        drawn = drawn_in(tables, log)
        if not imposed:
            _refuse_too_many(drawn)
        chance = 1.0
        for each in drawn:
            chance *= each.odds[each.outcome]
        yield state, chance
        for i in range(len(imposed), len(drawn)):
            for outcome, p in enumerate(drawn[i].odds):
                if p > 0.0 and outcome != drawn[i].outcome:
                    waiting.append([*drawn[:i], drawn[i]._replace(outcome=outcome)])


def _refuse_too_many(drawn: list[DrawMet]) -> None:
    """Raise CessationError if the draws of one run alone can come out in more ways than can be counted."""
    ways = math.prod(sum(p > 0.0 for p in each.odds) for each in drawn)
    if ways > MOST_BRANCHES:
        raise CessationError(
            f"chance alone has {ways:,} outcomes in one step, and at most {MOST_BRANCHES:,} are counted; "
            "exact counts are for scenarios as small as `tiny`"
        )


def luck_with(imposed: list[DrawMet]) -> list[int]:
    """Traced luck with these outcomes; raises CessationError if there are too many."""
    if len(imposed) > MAX_FORCED:
        raise CessationError(f"more than {MAX_FORCED} draws in one step are too many to enumerate")
    luck = [0] * LUCK_SIZE
    luck[TRACE], luck[N_FORCED] = 1, len(imposed)
    for i, each in enumerate(imposed):
        luck[FIRST_FORCED + 2 * i : FIRST_FORCED + 2 * i + 2] = [each.point, each.outcome]
    return luck


def legal_actions(tables: RulesTables, state: list[float]) -> list[Action]:
    """Every legal action: each package with each face that it can wear, each reason, both words on renewal."""
    ints = tables.ints
    mask = [0] * tables.n_mask
    legal(ints, tables.reals, state, mask)
    rival = at.SEAT_BASE + (1 - int(state[at.TO_MOVE])) * at.SEAT_WIDTH
    offer = int(state[rival + at.OFFER_ID])
    arguments: dict[int, list[tuple[int, int]]] = {
        act.ACCEPT: [(offer, 0)],
        act.REJECT: [(offer, reason) for reason in range(ints[at.N_REASONS])],
        act.RENEW: [(0, 0), (1, 0)],
        act.PULL: [(lever, 0) for lever in range(ints[at.N_LEVERS]) if mask[act.N_KINDS + lever]],
    }
    if mask[act.PROPOSE]:
        faces = range(act.FIRST_SHIFT + 2 * ints[at.N_ISSUES])
        packages = range(package_count(ints))
        arguments[act.PROPOSE] = [(each, face) for each in packages for face in faces if face_fits(ints, each, face)]
    return [Action(kind, a, b) for kind in range(act.N_KINDS) if mask[kind] for a, b in arguments.get(kind, [(0, 0)])]


def follow(tables: RulesTables, action: Action) -> Step:
    """An action, and the night if it ends the day."""

    def step(state: list[float], luck: list[int], log: list[float]) -> None:
        apply(tables.ints, tables.reals, state, luck, log, list(action))
        if night_falls(state):
            night(tables.ints, tables.reals, state, luck, log)

    return step


Frontier = dict[bytes, tuple[int, float]]
"""States as raw bytes, each with the number of histories that lead to it and their probability under uniform play."""


def grow(frontier: Frontier, state: list[float], histories: int, mass: float) -> None:
    """Add histories that lead to a state."""
    key = array("d", state).tobytes()
    before = frontier.get(key, (0, 0.0))
    frontier[key] = (before[0] + histories, before[1] + mass)


def openings(tables: RulesTables) -> Frontier:
    """Every first morning."""
    frontier: Frontier = {}

    def begin(state: list[float], luck: list[int], log: list[float]) -> None:
        start(tables.ints, tables.reals, state, luck, log)

    for state, chance in branches(tables, begin, [0.0] * tables.n_state):
        grow(frontier, state, 1, chance)
    return frontier


def next_ply(tables: RulesTables, frontier: Frontier) -> Frontier:
    """Every state one ply on from those of the frontier where the game goes on."""
    found: Frontier = {}
    for key, (histories, mass) in frontier.items():
        state = array("d", key).tolist()
        if terminal(state):
            continue
        choices = legal_actions(tables, state)
        for action in choices:
            for after, chance in branches(tables, follow(tables, action), state):
                grow(found, after, histories, mass * chance / len(choices))
    return found


def levels(tables: RulesTables, depth: int) -> Iterator[HistoryCount]:
    """Histories of 0, 1, ... ``depth`` plies."""
    frontier, gone = openings(tables), 0.0
    for ply in range(depth + 1):
        if ply:
            frontier = next_ply(tables, frontier)
        ended = [value for key, value in frontier.items() if terminal(array("d", key).tolist())]
        mass = gone + sum(each for _, each in frontier.values())
        yield HistoryCount(sum(n for n, _ in frontier.values()), len(frontier), sum(n for n, _ in ended), mass)
        gone += sum(each for _, each in ended)


def perft(tables: RulesTables, depth: int) -> list[int]:
    """How many histories of 0, 1, ... ``depth`` plies there are."""
    return [level.histories for level in levels(tables, depth)]

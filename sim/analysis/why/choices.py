"""Decision points of a record: the plies that mattered, and what their seats could have done instead."""

from collections.abc import Iterator
from dataclasses import dataclass

from sim.analysis.why.story import FinishedRecord, PastPly, standing_offer
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.legality import violations
from sim.rules.packages import face_fits, read_package, write_package
from sim.scenario.tables import RulesTables

LEAVE_OUT, WAIT, REFUSE, ACCEPT, VARY, OTHER_WORD = "leave_out", "wait", "refuse", "accept", "vary", "other_word"
TABLE_ACTIONS = (act.PROPOSE, act.WITHDRAW, act.RENEW, act.DENOUNCE, act.END_TALKS)


@dataclass(frozen=True)
class Alternative:
    """What could have been done instead of a ply: another action, or, for a lever, to do without it that turn.

    ``instead`` takes the place of the ply; of one that ended a turn it goes before. None says that ``without``, a
    lever, is not to be had for the rest of the turn.
    """

    kind: str
    instead: Action | None
    without: int | None = None


@dataclass(frozen=True)
class DecisionPoint:
    """A ply and its alternatives."""

    ply: PastPly
    alternatives: tuple[Alternative, ...]


def is_legal(tables: RulesTables, state: tuple[float, ...], action: Action) -> bool:
    """Whether the seat to move may do it."""
    return violations(tables.ints, tables.reals, list(state), *action) == 0


def decision_points(past: FinishedRecord, seat: int | None = None) -> list[DecisionPoint]:
    """Every ply that mattered, in order; those of one seat if it is given."""
    signed = signed_proposals(past)
    found = []
    for ply in past.plies:
        if seat is None or ply.seat == seat:
            alternatives = tuple(
                each
                for each in _alternatives(past.tables, ply, ply.number in signed)
                if each.instead is None or is_legal(past.tables, ply.state, each.instead)
            )
            if alternatives:
                found.append(DecisionPoint(ply, alternatives))
    return found


def signed_proposals(past: FinishedRecord) -> set[int]:
    """The plies on which the offers were made that became agreements."""
    made = {int(ply.state[at.NEXT_OFFER]): ply.number for ply in past.plies if ply.action.kind == act.PROPOSE}
    return {
        made[ply.action.a]
        for ply in past.plies
        if ply.action.kind == act.ACCEPT
        and ply.action.a in made
        and past.after(ply.number)[at.SIGNED_COUNT] > ply.state[at.SIGNED_COUNT]
    }


def _alternatives(tables: RulesTables, ply: PastPly, signed: bool) -> Iterator[Alternative]:
    """All that might be done instead, legal or not."""
    kind, hold = ply.action.kind, Action(act.HOLD)
    offer, _ = standing_offer(tables, ply.state, 1 - ply.seat)
    if kind == act.PULL:
        yield Alternative(LEAVE_OUT, None, ply.action.a)
    elif kind == act.ACCEPT:
        yield Alternative(WAIT, hold)
        yield Alternative(REFUSE, Action(act.REJECT, ply.action.a, plain_reason(tables)))
    elif kind in TABLE_ACTIONS or kind == act.REJECT:
        yield Alternative(LEAVE_OUT, hold)
    if kind == act.RENEW:
        yield Alternative(OTHER_WORD, Action(act.RENEW, 1 - ply.action.a))
    answered = kind in (act.PROPOSE, act.REJECT, act.WITHDRAW, act.HOLD, act.END_TURN)
    if answered and offer:
        yield Alternative(ACCEPT, Action(act.ACCEPT, offer))
    if signed:
        for package in neighbours(tables, ply.action.a):
            if face_fits(tables.ints, package, ply.action.b):
                yield Alternative(VARY, Action(act.PROPOSE, package, ply.action.b))


def plain_reason(tables: RulesTables) -> int:
    """The first reason that speaks of no issue, or the first of all."""
    first, n = tables.ints[at.REASONS], tables.ints[at.N_REASONS]
    general = [i for i in range(n) if tables.ints[first + i * at.REASON_WIDTH] < 0]
    return general[0] if general else 0


def neighbours(tables: RulesTables, package: int) -> list[int]:
    """The packages that differ from one by a step of one option."""
    n = tables.ints[at.N_ISSUES]
    options = [0.0] * n
    write_package(tables.ints, options, 0, package)
    found = []
    for issue in range(n):
        for step in (-1.0, 1.0):
            if 0.0 <= options[issue] + step < tables.ints[tables.ints[at.ISSUES] + issue * at.ISSUE_WIDTH]:
                options[issue] += step
                found.append(read_package(tables.ints, options, 0))
                options[issue] -= step
    return found

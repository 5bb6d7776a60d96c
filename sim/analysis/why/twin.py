"""Twin: a record's game with one choice changed and all luck the same, everybody deciding anew from there.

It is one other story, and says nothing of how likely it was. The recorded agents play on by their own policies. A
person's seat repeats what it did on each day as far as that is legal, and otherwise passes; an answer is repeated only
to the same package.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sim.ai.agent import Agent, BuiltIn, Decision, Luck, Observation, luck_of, make_agent
from sim.analysis.why.choices import Alternative, is_legal
from sim.analysis.why.story import FinishedRecord, PastPly, standing_offer
from sim.record.events import Event
from sim.record.notation import END, Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.actions import N_KINDS
from sim.session.play import play_out, take_turn
from sim.session.session import Session

HUMAN = "human"
Dated = tuple[int, Event]
NIGHTLY = ("struck", "fired", "renewed", "expired", "collapsed")
"""Events by which two nights are told apart."""


@dataclass(frozen=True)
class NightApart:
    """The first night that went otherwise: what happened only in the record, and only in the twin."""

    day: int
    recorded: tuple[str, ...]
    twin: tuple[str, ...]


@dataclass(frozen=True)
class Twin:
    """One other story: how it ended, on which day, both scores, counts of people by id, and its record's lines."""

    ending: str
    day: int
    scores: tuple[float, float]
    human_cost: dict[str, float]
    apart: NightApart | None
    lines: tuple[str, ...]


class PersonAgent:
    """A person's seat as an agent: on each day what was done on it, as far as it is legal."""

    def __init__(self, past: FinishedRecord, seat: int, first: int) -> None:
        self._tables, self._seat = past.tables, seat
        self._plies = [ply for ply in past.plies[first:] if ply.seat == seat]

    def decide(self, seen: Observation, legal: Sequence[int], luck: Luck) -> Decision:  # noqa: ARG002 - the protocol's
        """The next recorded action of this day that can be done, else the end of the turn."""
        day = int(seen.values[at.DAY])
        while self._plies and self._plies[0].day <= day:
            ply = self._plies.pop(0)
            action = self._fitted(ply, seen.values) if ply.day == day else None
            forgone = action is None or (action.kind == act.PULL and not legal[N_KINDS + action.a])
            if action is not None and not forgone and is_legal(self._tables, seen.values, action):
                return Decision(action, dict(ply.note.reasons), dict(ply.note.beliefs))
        return Decision(END)

    def _fitted(self, ply: PastPly, values: tuple[float, ...]) -> Action | None:
        """What a ply comes to now: an answer goes to the same package under its present id, or is not given: None."""
        if ply.action.kind not in (act.ACCEPT, act.REJECT):
            return ply.action
        offer, package = standing_offer(self._tables, values, 1 - self._seat)
        same = package == standing_offer(self._tables, ply.state, 1 - self._seat)[1]
        return ply.action._replace(a=offer) if offer and same else None


class AgentWithout:
    """An agent that does without a lever."""

    def __init__(self, past: FinishedRecord, agent: Agent, lever: int) -> None:
        self._n, self._agent, self._lever = past.tables.ints[at.N_LEVERS], agent, lever

    def decide(self, seen: Observation, legal: Sequence[int], luck: Luck) -> Decision:
        """As the agent, with the lever not legal."""
        mask = list(legal)
        forbid(mask, self._lever, self._n)
        return self._agent.decide(seen, mask, luck)


def forbid(mask: list[int], lever: int, levers: int) -> None:
    """Take a lever out of a mask of legal actions."""
    mask[N_KINDS + lever] = 0
    mask[act.PULL] = int(any(mask[N_KINDS + each] for each in range(levers)))


def play_twin(past: FinishedRecord, ply: PastPly, alternative: Alternative | None) -> Twin:
    """The game with an alternative in the place of a ply; with None nothing is changed, and it is the record's."""
    written: list[str] = []
    session = Session(past.tables, past.header, written.extend)
    agents = _seat(past, ply.number + (alternative is not None))
    for each in past.plies[: ply.number]:
        agent = agents[each.seat]
        if not isinstance(agent, BuiltIn | PersonAgent):  # it may remember what it has seen
            agent.decide(session.observation(each.seat), session.legal(), _luck(session))
        session.note(dict(each.note.beliefs), dict(each.note.reasons))
        session.act(each.action)
    if alternative:
        if alternative.instead:
            session.act(alternative.instead)
        if not session.over:
            mover = agents[ply.seat]
            take_turn(session, mover if alternative.without is None else AgentWithout(past, mover, alternative.without))
    play_out(session, list(agents))
    return _tell(past, session, written)


def _seat(past: FinishedRecord, first: int) -> list[Agent]:
    """The recorded agents; a person does again what it did from a ply on."""
    header = past.header
    return [
        PersonAgent(past, seat, first)
        if name == HUMAN
        else make_agent(past.tables, name, seat, header.rng_seed, header.game)
        for seat, (_, name) in enumerate(header.agents)
    ]


def _luck(session: Session) -> Luck:
    seat = session.to_move
    return luck_of(session.header.rng_seed, session.header.game, seat, session.observation(seat))


def _tell(past: FinishedRecord, session: Session, lines: list[str]) -> Twin:
    state = session.true_state()
    return Twin(
        str(session.ending), int(state[at.DAY]), (session.score(0), session.score(1)),
        {row.id: state[past.tables.slot[row.of]] for row in past.tables.names.human_cost},
        first_apart(past.events, session.events), tuple(lines),
    )  # fmt: skip


def first_apart(recorded: Sequence[Dated], other: Sequence[Dated]) -> NightApart | None:
    """The first day on which the nights of two games went otherwise, or None."""
    nights: list[dict[int, list[str]]] = [{}, {}]
    for game, events in zip(nights, (recorded, other), strict=True):
        for day, event in events:
            if event.kind in NIGHTLY:
                game.setdefault(day, []).append(event.text)
    one, two = nights
    for day in sorted({*one, *two}):
        left, right = one.get(day, []), two.get(day, [])
        if left != right:
            here = tuple(each for each in left if each not in right)
            return NightApart(day, here, tuple(each for each in right if each not in left))
    return None

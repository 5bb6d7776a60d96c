"""Playing a session by agents: one turn, or to the end."""

from operator import index

from sim.ai.agent import Agent, Decision, Luck, Observation, luck_of, make_agent
from sim.errors import CessationError
from sim.record.events import Event
from sim.record.notation import END, Action
from sim.record.notes import NoteError
from sim.record.record import Header
from sim.scenario.tables import RulesTables
from sim.session.session import IllegalAction, Session

MOST_PLIES = 64  # an agent that has not ended its turn by then is ended for it


class AgentError(CessationError):
    """An agent raised an error or broke the rules; the message names it, the day and what it did."""


def seat_agents(tables: RulesTables, header: Header) -> list[Agent | None]:
    """The agents named in a game's header, by seat; None for a human."""
    return [
        None if name == "human" else make_agent(tables, name, seat, header.rng_seed, header.game)
        for seat, (_, name) in enumerate(header.agents)
    ]


def decide(session: Session, agent: Agent, seen: Observation, luck: Luck) -> Decision:
    """One decision of an agent; raises AgentError, with its cause, for any error of its own and for no decision."""
    try:
        decision = agent.decide(seen, session.legal(), luck)
        return Decision(Action(*map(index, decision.action)), dict(decision.reasons), dict(decision.beliefs))
    except Exception as error:
        name = session.header.agents[seen.seat][1]
        raise AgentError(f"{name} on day {session.day} failed: {error!r}") from error


def take_turn(session: Session, agent: Agent) -> list[Event]:
    """Let an agent play the turn of the seat to move, to its end; returns what happened, a night included."""
    seat, day = session.to_move, session.day
    events: list[Event] = []
    for _ in range(MOST_PLIES):
        seen = session.observation(seat)
        luck = luck_of(session.header.rng_seed, session.header.game, seat, seen)
        decision = decide(session, agent, seen, luck)
        try:
            session.note(decision.beliefs, decision.reasons)
            events += session.act(decision.action)
        except (NoteError, IllegalAction) as error:
            raise AgentError(f"{session.header.agents[seat][1]} on day {day}: {error}") from None
        if decision.action.kind == END.kind or session.over:
            return events
    return events + session.act(END)


def play_out(session: Session, agents: list[Agent | None]) -> None:
    """Play to the end; every seat must have an agent."""
    while not session.over:
        agent = agents[session.to_move]
        if agent is None:
            raise CessationError("a human's seat cannot be played out")
        take_turn(session, agent)

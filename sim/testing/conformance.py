"""What every agent must keep to, whoever wrote it; each check raises AssertionError with day, seat and action.

    def test_my_agent():
        check_agent(tables, MyAgent)

``make`` is called as an entry point's object is, with the tables and a seat's number, and returns an agent that has
played nothing yet. A built-in one is told which game it plays.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from sim.ai.agent import Agent, BuiltIn, Decision, Observation, luck_of, make_agent
from sim.record.notation import END
from sim.record.notes import NoteError
from sim.rules import layout as at
from sim.rules.luck import mix
from sim.scenario.tables import RulesTables
from sim.session.session import Session
from sim.testing.disguise import disguised
from sim.testing.play import header_of

Make = Callable[[RulesTables, int], Agent]
RNG_SEED = 1


def fresh(tables: RulesTables, make: Make, seat: int, game: int) -> Agent:
    """An agent that is about to play a game."""
    agent = make(tables, seat)
    if isinstance(agent, BuiltIn):
        agent.new_game(RNG_SEED, game)
    return agent


@dataclass
class AgentSession:
    """One game of an agent against the built-in random one."""

    tables: RulesTables
    make: Make
    seat: int
    game: int
    session: Session = field(init=False)
    agent: Agent = field(init=False)
    rival: Agent = field(init=False)

    def __post_init__(self) -> None:
        self.session = Session(self.tables, header_of(self.tables, RNG_SEED, self.game))
        self.agent = fresh(self.tables, self.make, self.seat, self.game)
        self.rival = make_agent(self.tables, "random", 1 - self.seat, RNG_SEED, self.game)

    def ask(self, agent: Agent, session: Session | None = None) -> Decision:
        """What an agent decides on what the seat to move sees."""
        session = session or self.session
        seen = session.observation(session.to_move)
        return agent.decide(seen, session.legal(), luck_of(RNG_SEED, self.game, session.to_move, seen))

    def __str__(self) -> str:
        return f"game {self.game}, day {self.session.day}, {self.tables.names.seats[self.seat]}"

    def until_asked(self) -> bool:
        """Play the rival's turns; whether the agent is to decide now."""
        while not self.session.over and self.session.to_move != self.seat:
            self.session.act(self.ask(self.rival).action)
        return not self.session.over


def sittings(tables: RulesTables, make: Make, games: int) -> Iterator[AgentSession]:
    """Games in both seats."""
    for game in range(games):
        for seat in range(2):
            yield AgentSession(tables, make, seat, game)


def check_agent(tables: RulesTables, make: Make, games: int = 2) -> None:
    """Everything that is asked of an agent, over some games in each seat."""
    check_legality(tables, make, games)
    check_lockstep(tables, make, games)
    check_equal_observations(tables, make, games)


def check_legality(tables: RulesTables, make: Make, games: int = 2) -> None:
    """It acts within the rules, changes nothing that it is handed, ends its turns, and its notes can be noted."""
    most = tables.ints[at.LEVERS_A_TURN] + 2  # levers, a table action and the end
    for sitting in sittings(tables, make, games):
        plies = 0
        while sitting.until_asked():
            session = sitting.session
            seen, legal = session.observation(sitting.seat), session.legal()
            handed = list(legal)
            luck = luck_of(RNG_SEED, sitting.game, sitting.seat, seen)
            decision = sitting.agent.decide(seen, handed, luck)
            assert handed == legal, f"{sitting}: it changed the mask of legal actions"
            broken = session.violations(decision.action)
            assert not broken, f"{sitting}: {decision.action}: {'; '.join(broken)}"
            try:
                session.note(decision.beliefs, decision.reasons)
            except NoteError as error:
                raise AssertionError(f"{sitting}: {error}") from None
            session.act(decision.action)
            plies = 0 if decision.action.kind == END.kind else plies + 1
            assert plies < most, f"{sitting}: its turn does not end"


def check_lockstep(tables: RulesTables, make: Make, games: int = 2) -> None:
    """Two of it, playing the same game move by move side by side, and a third one afterwards, decide alike."""
    for first, second in zip(sittings(tables, make, games), sittings(tables, make, games), strict=True):
        asked: list[tuple[Observation, Sequence[int], Decision]] = []
        while first.until_asked() and second.until_asked():
            decision, other = first.ask(first.agent), second.ask(second.agent)
            assert decision == other, f"{first}: {decision} here, {other} there"
            asked.append((first.session.observation(first.seat), first.session.legal(), decision))
            first.session.act(decision.action)
            second.session.act(other.action)
        late = fresh(tables, make, first.seat, first.game)
        for seen, legal, decision in asked:
            luck = luck_of(RNG_SEED, first.game, first.seat, seen)
            again = late.decide(seen, legal, luck)
            assert again == decision, f"{first}: first {decision}, later {again}"


def check_equal_observations(tables: RulesTables, make: Make, games: int = 2) -> None:
    """Where what it cannot see is otherwise, all through the game, it decides, believes and reasons the same."""
    for sitting in sittings(tables, make, games):
        twin = Session(tables, sitting.session.header)
        other = fresh(tables, make, sitting.seat, sitting.game)
        step = 0
        while sitting.until_asked():
            step += 1
            session = sitting.session
            state, chance = disguised(tables, session.true_state(), session._luck, sitting.seat, mix(step) | 1)
            twin._state[:], twin._luck[:] = state, chance
            assert twin.observation(sitting.seat) == session.observation(sitting.seat), f"{sitting}: it sees through"
            assert twin.legal() == session.legal(), f"{sitting}: what it may do tells what it cannot see"
            decision, blind = sitting.ask(sitting.agent), sitting.ask(other, twin)
            assert decision == blind, f"{sitting}: {decision}, but {blind} were the hidden otherwise"
            sitting.session.act(decision.action)

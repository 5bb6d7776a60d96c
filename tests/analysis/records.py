"""Records for tests: played by agents, by numbers or by a script, with whatever agents a header may name."""

from sim.analysis.why.story import FinishedRecord, PastPly, read_story
from sim.record.notation import END, read_action
from sim.record.record import Header, Record
from sim.rules import actions as act
from sim.scenario.tables import RulesTables
from sim.session.play import play_out, seat_agents
from sim.session.session import Session
from sim.testing.play import PlayThrough, pass_turns

Agents = tuple[str, str]


def record_of(lines: list[str], *, finished: bool = True) -> Record:
    """Lines as a record that was read."""
    return Record(Header.read(lines[0]), tuple(lines[1:]), 0, finished)


def header(tables: RulesTables, agents: Agents, game: int = 0, forced: tuple[tuple[int, int], ...] = ()) -> Header:
    """The header of a game between two agents."""
    first, second = tables.names.seats
    return Header(tables.id, tables.digest, "test", 1, game, ((first, agents[0]), (second, agents[1])), forced)


def by_agents(tables: RulesTables, agents: Agents, game: int = 0) -> FinishedRecord:
    """A game that agents played."""
    lines: list[str] = []
    session = Session(tables, header(tables, agents, game), lines.extend)
    play_out(session, seat_agents(tables, session.header))
    return read_story(tables, record_of(lines))


def by_script(
    tables: RulesTables, agents: Agents, script: str, game: int = 0, forced: tuple[tuple[int, int], ...] = ()
) -> FinishedRecord:
    """A game by a script of actions, in which both then pass, as if the agents of the header had played it."""
    lines: list[str] = []
    session = Session(tables, header(tables, agents, game, forced), lines.extend)
    for text in script.split("; "):
        session.act(read_action(tables, text, session.to_move))
    pass_turns(session)
    return read_story(tables, record_of(lines))


def by_numbers(tables: RulesTables, played: PlayThrough) -> FinishedRecord:
    """A play-through as a record between two persons."""
    return read_story(tables, record_of(played.lines))


def ply_of(past: FinishedRecord, kind: int, *, last: bool = False) -> PastPly:
    """The first or last ply of a kind of action."""
    plies = [ply for ply in past.plies if ply.action.kind == kind]
    return plies[-1 if last else 0]


def texts(past: FinishedRecord) -> list[tuple[int, str]]:
    """What was done beside ending turns, as (day, kind)."""
    return [(ply.day, act.KIND_NAMES[ply.action.kind]) for ply in past.plies if ply.action != END]

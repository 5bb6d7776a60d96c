"""Games played: by built-in agents inside the kernel, or by anyone's agents in a session, with the same results.

A game that a session played is traced again through the kernel's own bookkeeping, so that there is one account of
nights and agreements, and both must come to the same state.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sim import __version__
from sim.ai.agent import Agent, luck_of
from sim.ai.kernel import Kernel
from sim.ai.registry import is_built_in, make_brain
from sim.ai.rollout import Tape, close_day, close_game
from sim.batch.plan import Plan
from sim.errors import CessationError
from sim.record.notation import Action, read_action
from sim.record.notes import NOTHING, Note
from sim.record.record import Header, Record, state_bytes
from sim.rules import layout as at
from sim.rules.game import apply, night_falls, seed_luck, start
from sim.rules.luck import LUCK_SIZE
from sim.scenario.tables import RulesTables
from sim.session.play import AgentError, play_out, seat_agents
from sim.session.session import Session


class DatedAction(NamedTuple):
    """A decision with its day and the number of its seat, and what an agent in a session noted with it."""

    day: int
    seat: int
    action: Action
    note: Note = NOTHING


class GameHistory(NamedTuple):
    """What is kept of a game. ``days`` has a state for each night, if wanted; ``acts`` every decision, if wanted.

    ``agreements`` are rows of ``sim.ai.rollout``, ``truces`` counts nights that fell while a truce stood.
    """

    game: int
    final: list[float]
    scores: list[float]
    decisions: int
    truces: int
    agreements: list[list[float]]
    days: list[list[float]]
    acts: list[DatedAction]


class BatchError(CessationError):
    """Results that do not agree with themselves: a fault of the program or the machine, never of the user."""


def header_of(plan: Plan, tables: RulesTables, game: int) -> Header:
    """The header of a game's record."""
    return Header(tables.id, tables.digest, __version__, plan.rng_seed, game, plan.agents)


def first_morning(tables: RulesTables, rng_seed: int, game: int) -> list[float]:
    """The state on the morning of day 1."""
    luck, state = [0] * LUCK_SIZE, [0.0] * tables.n_state
    seed_luck(luck, rng_seed, game)
    start(tables.ints, tables.reals, state, luck, [0.0])
    return [float(x) for x in state]


def nights_of(final: Sequence[float]) -> int:
    """How many nights a game had: one fewer than days, if it ended before its last night."""
    return int(final[at.DAY]) - (final[at.TURN] < 2.0)


def plays_in_kernel(plan: Plan, tables: RulesTables) -> bool:
    """Whether both agents are built in."""
    return all(is_built_in(tables, agent) for _, agent in plan.agents)


def _plain(kind: type, row: Any) -> list[Any]:
    """A vector of either form of the kernel as a list of plain numbers."""
    return [kind(x) for x in (row.tolist() if hasattr(row, "tolist") else row)]


def _keep(tape: Tape, i: int, game: int) -> GameHistory:
    """Row ``i`` of a tape as plain numbers."""
    final = _plain(float, tape.finals[i])
    decisions = int(tape.decisions[i])
    acts = []
    if len(tape.actions):
        if tape.acted[i] != decisions:
            raise BatchError(f"game {game}: {decisions} decisions do not fit on the tape")
        for row in tape.actions[i][:decisions]:
            day, seat, kind, a, b = (int(x) for x in row)
            acts.append(DatedAction(day, seat, Action(kind, a, b)))
    days = [_plain(float, row) for row in tape.days[i][: nights_of(final)]] if len(tape.days) else []
    agreements = [_plain(float, row) for row in tape.agreements[i][: tape.signed[i]]]
    return GameHistory(
        game, final, _plain(float, tape.scores[i]), decisions, int(tape.truces[i]), agreements, days, acts
    )


def in_kernel(kernel: Kernel, plan: Plan, games: range) -> Iterator[GameHistory]:
    """Games between built-in agents. Compiled, a block runs at once; plain, game by game, which takes less room."""
    brains = [make_brain(kernel.tables, agent, seat) for seat, (_, agent) in enumerate(plan.agents)]
    desk = kernel.desk(brains[0], brains[1])
    story = not {"actions", "events"}.isdisjoint(plan.tables) or plan.keeps_record(games.start)
    step = len(games) if kernel.compiled else 1
    for first in games[::step]:
        tape = kernel.tape(min(step, games.stop - first), days="days" in plan.tables, actions=story)
        kernel.play_games(kernel.ints, kernel.reals, desk, tape, plan.rng_seed, first)
        for i in range(len(tape.decisions)):
            yield _keep(tape, i, first + i)


def in_session(kernel: Kernel, plan: Plan, games: range) -> Iterator[GameHistory]:
    """Games in which at least one agent is somebody's own. ``kernel`` is a plain one."""
    for game in games:
        lines: list[str] = []
        session = Session(kernel.tables, header_of(plan, kernel.tables, game), lines.extend)
        try:
            play_out(session, seat_agents(session.tables, session.header))
        except CessationError as error:
            raise AgentError(f"game {game}: {error}") from None
        except Exception as error:
            names = " or ".join(sorted({agent for _, agent in plan.agents}))
            raise AgentError(f"game {game}, day {session.day}: {names} failed: {error!r}") from error
        yield _trace(kernel, session, Record(session.header, tuple(lines[1:])))


def _trace(kernel: Kernel, session: Session, record: Record) -> GameHistory:
    """The account of a game that a session played, from its actions."""
    tables, header = kernel.tables, session.header
    desk, tape = kernel.desk([], []), kernel.tape(1, days=True)
    seed_luck(desk.luck, header.rng_seed, header.game)
    start(tables.ints, tables.reals, desk.state, desk.luck, desk.log)
    acts = []
    notes = {(each.day, each.ply): each.note for each in session.notes}
    for i, name, text in record.actions:
        seat = tables.names.seats.index(name)
        action = read_action(tables, text, seat)
        day, _, ply = record.lines[i].partition(" ")[0].partition(".")
        acts.append(DatedAction(int(day), seat, action, notes.get((int(day), int(ply)), NOTHING)))
        apply(tables.ints, tables.reals, desk.state, desk.luck, desk.log, list(action))
        if night_falls(desk.state):
            close_day(tables.ints, tables.reals, desk, tape, 0)
    close_game(tables.ints, tables.reals, desk, tape, 0)
    played = _keep(tape, 0, header.game)
    check_same(played, session)
    return played._replace(decisions=len(acts), acts=acts)


def check_same(played: GameHistory, session: Session) -> None:
    """Raise BatchError unless a session came to the same final state and scores, to the bit."""
    scores = [session.score(0), session.score(1)]
    same = session.over and state_bytes(session.true_state()) == state_bytes(played.final)
    if not same or state_bytes(scores) != state_bytes(played.scores):
        raise BatchError(
            f"game {played.game}: the session and the batch disagree about how it ended; please report this"
        )


def _reasons(session: Session, agent: Agent | None) -> dict[str, float]:
    """Why an agent decides as it does where the session stands."""
    if agent is None:
        return {}
    seen = session.observation(session.to_move)
    luck = luck_of(session.header.rng_seed, session.header.game, session.to_move, seen)
    return agent.decide(seen, session.legal(), luck).reasons


def retell(plan: Plan, tables: RulesTables, played: GameHistory) -> tuple[Session, list[str]]:
    """A game played again in a session from its acts: the session with its events, and the lines of its record.

    Of a record that is kept the built-in agents are asked for their reasons, which a game inside the kernel has no room
    for. Raises BatchError if it departs from what the batch played.
    """
    lines: list[str] = []
    session = Session(tables, header_of(plan, tables, played.game), lines.extend)
    asked = plays_in_kernel(plan, tables) and plan.keeps_record(played.game)
    agents = seat_agents(tables, session.header) if asked else []
    for act in played.acts:
        if asked:
            session.note({}, _reasons(session, agents[act.seat]))
        else:
            session.note(dict(act.note.beliefs), dict(act.note.reasons))
        session.act(act.action)
    check_same(played, session)
    return session, lines

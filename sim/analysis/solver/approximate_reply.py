"""An approximate best reply: a search that knows the rival's agent, beside agents that do not.

The searcher believes in one stance alone, the rival's: its playouts are played by the very policy that it meets. What
it has is a lower bound of what the best reply would have, which no search is sure to find. A rival that is no built-in
agent is played in the playouts by the stance that it most resembles, which loosens the bound.

All play the same games against the rival, so that differences are paired.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from sim import __version__
from sim.ai.agent import Agent, luck_of, make_agent
from sim.ai.beliefs.held import Beliefs, Prior, stance_ids
from sim.ai.kernel import Kernel
from sim.ai.registry import FAMILIES, is_built_in, make_brain
from sim.ai.search.prospects import mean_and_error
from sim.ai.search.search_agent import SearchAgent
from sim.analysis.study.estimates import Estimate, Z, wilson
from sim.batch.plan import default_agent
from sim.record.record import Header
from sim.rules import events as ev
from sim.scenario.tables import RulesTables
from sim.session.play import play_out, take_turn
from sim.session.session import Session

SEARCHED = "searched"
"""Whose line it is that answers the rival by search."""
TRIAL, TRIAL_GAMES = 1 << 41, 200  # games in which the built-in replies are tried, numbered far from those told of
WATCH, WATCHED = 1 << 42, 4  # games in which a rival that is not built in is watched
Told = Callable[[str], None]


@dataclass(frozen=True)
class Asked:
    """Whom to reply to: ``agent`` at the other seat than ``seat``, which replies."""

    agent: str
    seat: int
    games: int = 20
    simulations: int = 200
    rng_seed: int = 1


class PlayedGame(NamedTuple):
    """What a game came to for the seat that replies: packages it offered, days of signatures, levers it pulled."""

    score: float
    ending: str
    offered: tuple[int, ...]
    signed: tuple[int, ...]
    pulled: tuple[int, ...]


@dataclass(frozen=True)
class ReplyLine:
    """How one agent replied, over all games. ``gain`` is what the search has above it in the same games."""

    agent: str
    score: Estimate
    gain: Estimate | None
    endings: dict[str, Estimate]
    offer: tuple[int, float] | None
    """The package offered most, and its share of all offers."""
    signed: Estimate
    """The share of games in which anything was signed."""
    first_signed: float | None
    """The median day of the first signature, of those."""
    pulled: dict[int, float]
    """Pulls a game, by lever."""


@dataclass(frozen=True)
class ApproximateReply:
    """What was found: the line of the search first, then the references; ``stance`` is what the playouts believed."""

    asked: Asked
    stance: str
    lines: tuple[ReplyLine, ...]
    best: str
    """The built-in agent that replies best."""

    @property
    def exact(self) -> bool:
        """Whether the playouts play the rival's own policy."""
        return self.stance == self.asked.agent


def knowing(kernel: Kernel, seat: int, simulations: int, stance: str) -> SearchAgent:
    """A searcher that knows its rival's stance, if not its type or its luck."""
    agent = SearchAgent(kernel, seat, simulations)
    agent.beliefs = Beliefs(kernel, seat, prior=Prior(stances={stance: 1.0}))
    return agent


def find_reply(kernel: Kernel, asked: Asked, tell: Told = lambda _: None) -> ApproximateReply:
    """Play it all. ``kernel`` is any form; the results are the same."""
    tables = kernel.tables
    stance = asked.agent if is_built_in(tables, asked.agent) else nearest_stance(kernel, asked)
    best = best_built_in(kernel, asked, stance)
    names = [SEARCHED, *dict.fromkeys((best, asked.agent, default_agent(tables)))]
    games: dict[str, list[PlayedGame]] = {name: [] for name in names}
    for game in range(asked.games):
        for name in names:
            own: Agent = (
                knowing(kernel, asked.seat, asked.simulations, stance)
                if name == SEARCHED
                else make_agent(tables, name, asked.seat, asked.rng_seed, game)
            )
            games[name].append(_play(tables, asked, own, game))
        tell(f"{game + 1} of {asked.games} games")
    lines = tuple(_line(tables, name, games[name], games[SEARCHED]) for name in names)
    return ApproximateReply(asked, stance, lines, best)


def nearest_stance(kernel: Kernel, asked: Asked) -> str:
    """The stance that a seat at the table would take a rival for, by its posterior odds over a few games."""
    tables = kernel.tables
    odds = dict.fromkeys(stance_ids(tables), 0.0)
    for game in range(WATCH, WATCH + WATCHED):
        own = make_agent(tables, default_agent(tables), asked.seat, asked.rng_seed, game)
        beliefs = Beliefs(kernel, asked.seat)
        _watch(tables, asked, own, game, beliefs)
        for name, chance in beliefs.stances().items():
            odds[name] += chance
    return max(odds, key=lambda name: odds[name])


def best_built_in(kernel: Kernel, asked: Asked, stance: str) -> str:
    """The built-in agent that has most against a stance, over games apart from those that are told of.

    The open stance plays in no game of its own, so what resembles nothing is tried against the agent of par.
    """
    tables = kernel.tables
    rival = stance if is_built_in(tables, stance) else default_agent(tables)
    found: dict[str, float] = {}
    for agent in (*FAMILIES, *tables.names.doctrines):
        pair = (agent, rival) if asked.seat == 0 else (rival, agent)
        desk = kernel.desk(make_brain(tables, pair[0], 0), make_brain(tables, pair[1], 1))
        tape = kernel.tape(TRIAL_GAMES)
        kernel.play_games(kernel.ints, kernel.reals, desk, tape, asked.rng_seed, TRIAL)
        found[agent] = sum(float(scores[asked.seat]) for scores in tape.scores)
    return max(found, key=lambda name: found[name])


def _opened(tables: RulesTables, asked: Asked, own: Agent, game: int) -> tuple[Session, list[Agent | None]]:
    rival = make_agent(tables, asked.agent, 1 - asked.seat, asked.rng_seed, game)
    seats = tables.names.seats
    ids = (SEARCHED, asked.agent) if asked.seat == 0 else (asked.agent, SEARCHED)
    header = Header(
        tables.id, tables.digest, __version__, asked.rng_seed, game, ((seats[0], ids[0]), (seats[1], ids[1]))
    )
    return Session(tables, header), [own, rival] if asked.seat == 0 else [rival, own]


def _play(tables: RulesTables, asked: Asked, own: Agent, game: int) -> PlayedGame:
    session, agents = _opened(tables, asked, own, game)
    play_out(session, agents)
    rows = [(day, event.row) for day, event in session.events]
    signs = (ev.WAS_SIGNED, ev.WAS_AMENDED)
    return PlayedGame(
        session.score(asked.seat), str(session.ending),
        tuple(int(b) for _, (code, a, b, _) in rows if code == ev.PROPOSED and a == asked.seat),
        tuple(day for day, (code, *_) in rows if code in signs),
        tuple(int(b) for _, (code, a, b, _) in rows if code == ev.WAS_PULLED and a == asked.seat),
    )  # fmt: skip


def _watch(tables: RulesTables, asked: Asked, own: Agent, game: int, beliefs: Beliefs) -> None:
    """Play a game to its end, and take in every look of the seat that replies."""
    session, agents = _opened(tables, asked, own, game)
    while not session.over:
        rival = agents[session.to_move]
        if session.to_move != asked.seat and rival is not None:
            take_turn(session, rival)
            continue
        seen = session.observation(asked.seat)
        luck = luck_of(asked.rng_seed, game, asked.seat, seen)
        action = own.decide(seen, session.legal(), luck).action
        beliefs.take_in(seen.values, luck)
        beliefs.note(action)
        session.act(action)


# ---------------------------------------------------------------------------------------------------------- summing up
def mean_estimate(xs: Sequence[float]) -> Estimate:
    """A mean with its 95 % interval; none of one number."""
    value, error = mean_and_error(xs)
    if len(xs) < 2:
        return Estimate(value, None, None, len(xs))
    return Estimate(value, value - Z * error, value + Z * error, len(xs))


def _share(hits: Iterable[bool], n: int) -> Estimate:
    share = sum(hits) / n
    return Estimate(share, *wilson(share, n), n)


def _line(tables: RulesTables, name: str, games: list[PlayedGame], searched: list[PlayedGame]) -> ReplyLine:
    n = len(games)
    met = [ending for ending in tables.names.endings if any(game.ending == ending for game in games)]
    offers = Counter(package for game in games for package in game.offered)
    usual = offers.most_common(1)
    first = [game.signed[0] for game in games if game.signed]
    pulls = Counter(lever for game in games for lever in game.pulled)
    gain = mean_estimate([one.score - other.score for one, other in zip(searched, games, strict=True)])
    return ReplyLine(
        name, mean_estimate([game.score for game in games]), None if name == SEARCHED else gain,
        {ending: _share((game.ending == ending for game in games), n) for ending in met},
        (usual[0][0], usual[0][1] / offers.total()) if usual else None,
        _share((bool(game.signed) for game in games), n), median(first) if first else None,
        {lever: pulls[lever] / n for lever in sorted(pulls)},
    )  # fmt: skip

"""A plan: which games a batch plays, between which agents, and what is kept of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sim import __version__
from sim.ai.registry import check_agent_id
from sim.errors import CessationError
from sim.scenario.tables import RulesTables

BLOCK = 64
"""Games in a block, the unit of work and of aggregation: the same for any number of jobs."""
TABLES = ("games", "agreements", "days", "actions", "events", "records")
BY_DEFAULT = ("games", "agreements")
SAMPLE = 10  # the first games of a plan, whose records are kept in any folder
MOST_GAMES = 2**53  # numbers of games are exact as doubles
MOST_RNG_SEED = 2**63 - 1
RECORD_DOCTRINE, ELSE = "historical", "linear"  # who plays a seat for which no agent is named


class PlanError(CessationError):
    """A plan that cannot be played; the message says what would be right."""

    exit_code = 2


@dataclass(frozen=True)
class Plan:
    """What decides a batch's results, and nothing else: equal plans give equal results.

    ``scenario`` is its name or path as it was given, ``digest`` the SHA-256 of its file; ``agents`` holds (seat, agent)
    in the order of the seats; games are numbered from ``first_game``; ``tables`` are some of ``TABLES``.
    """

    scenario: str
    digest: str
    agents: tuple[tuple[str, str], tuple[str, str]]
    games: int = 1000
    rng_seed: int = 1
    first_game: int = 0
    tables: tuple[str, ...] = BY_DEFAULT
    version: str = __version__

    @property
    def blocks(self) -> int:
        """How many blocks its games make; the last may be short."""
        return -(-self.games // BLOCK)

    def games_of(self, block: int) -> range:
        """Numbers of the games of a block."""
        first = self.first_game + block * BLOCK
        return range(first, min(first + BLOCK, self.first_game + self.games))

    def keeps_record(self, game: int) -> bool:
        """Whether a game's record belongs in the folder: all are asked for, or it is in the sample."""
        return "records" in self.tables or game < self.first_game + SAMPLE

    def to_json(self) -> dict[str, Any]:
        """The plan as plain data."""
        return {
            "scenario": self.scenario,
            "sha256": self.digest,
            "version": self.version,
            "agents": dict(self.agents),
            "games": self.games,
            "rng_seed": self.rng_seed,
            "first_game": self.first_game,
            "tables": list(self.tables),
            "block": BLOCK,
        }


def _check_numbers(plan: Plan) -> None:
    if plan.games < 1:
        raise PlanError("a plan has at least one game")
    if not 0 <= plan.rng_seed <= MOST_RNG_SEED:
        raise PlanError(f"rng_seed is {plan.rng_seed}; it is a whole number from 0 to 2**63 - 1")
    if plan.first_game < 0 or plan.first_game + plan.games > MOST_GAMES:
        raise PlanError("games are numbered from 0 to 2**53 - 1")


def _wanted(tables: Iterable[str]) -> tuple[str, ...]:
    """Tables in the order of ``TABLES``; ``all`` means all of them, and what is kept by default is always kept."""
    asked = list(tables)
    for table in asked:
        if table not in (*TABLES, "all"):
            raise PlanError(f"there is no table `{table}`; there are {', '.join(TABLES)}, and `all` of them")
    return TABLES if "all" in asked else tuple(each for each in TABLES if each in (*BY_DEFAULT, *asked))


def has_record(tables: RulesTables) -> bool:
    """Whether a scenario has a doctrine of the historical record, which an invented crisis has not."""
    return RECORD_DOCTRINE in tables.names.doctrines


def default_agent(tables: RulesTables) -> str:
    """Who plays a seat for which no agent is named: the doctrine of the historical record, if there is one."""
    return RECORD_DOCTRINE if has_record(tables) else ELSE


def seat_agents(tables: RulesTables, agents: Mapping[str, str]) -> tuple[tuple[str, str], tuple[str, str]]:
    """An agent for each seat, by default or as given; raises PlanError or UnknownAgent."""
    seats = tables.names.seats
    for seat in agents:
        if seat not in seats:
            raise PlanError(f"{tables.id} has no seat `{seat}`; its seats are {' and '.join(seats)}")
    chosen = [agents.get(seat, default_agent(tables)) for seat in seats]
    for agent in chosen:
        if agent == "human":
            raise PlanError("a batch has no human players; to play yourself: cessation play")
        check_agent_id(tables, agent)
    return (seats[0], chosen[0]), (seats[1], chosen[1])


def make_plan(
    tables: RulesTables, scenario: str, agents: Mapping[str, str], wanted: Iterable[str] = (), **numbers: Any
) -> Plan:
    """A plan, checked. ``numbers`` are ``games``, ``rng_seed`` and ``first_game``.

    Raises PlanError, or UnknownAgent for an agent there is not.
    """
    plan = Plan(scenario, tables.digest, seat_agents(tables, agents), tables=_wanted(wanted))
    plan = replace(plan, **numbers)
    _check_numbers(plan)
    return plan

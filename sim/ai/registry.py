"""The agents there are, by id: levels, families, the scenario's doctrines, searchers, and anyone's by an entry point.

A level is a name for one of the others, told by how it thinks.

An installed package offers an agent by an entry point of the group ``cessation.agents``: its name is the agent's id,
its object is called with the tables and the seat's number and returns an ``Agent`` (see ``sim.ai.agent``).
"""

from dataclasses import dataclass
from importlib.metadata import entry_points

from sim.ai.families import brain as my
from sim.errors import CessationError
from sim.scenario.tables import RulesTables

GROUP = "cessation.agents"


class UnknownAgent(CessationError):
    """No agent goes by that id; the message lists those there are."""

    exit_code = 2


@dataclass(frozen=True)
class Family:
    """A built-in agent: its family and parameters (see ``sim.ai.families.brain``), and a line about it."""

    about: str
    number: int
    opening: float = 0.0
    least: float = 0.0
    patience: float = 0.6  # share of the horizon
    power: int = 1
    roots: int = 0


FAMILIES = {
    "random": Family("takes by lot any act that the rules allow; what cannot be undone is rare", my.RANDOM),
    "hold": Family("does nothing, day after day", my.HOLD_STILL),
    "boulware": Family(
        "holds out: asks for nearly its best till late, then yields fast (its aspiration falls with the fourth power "
        "of time)",
        my.TIMED, 0.95, 0.5, power=4,
    ),
    "linear": Family("asks for a little less each day, always by the same step", my.TIMED, 0.95, 0.5),
    "conceder": Family(
        "gives way early: yields much in the first days, little later (its aspiration falls with the fourth root of "
        "time)",
        my.TIMED, 0.95, 0.5, roots=2,
    ),
    "tit-for-tat": Family("yields as much as its rival has", my.TIT_FOR_TAT, 0.95, 0.5),
    "micro": Family("yields the least it can, and only when its rival has", my.MICRO, 1.0, 0.0),
    "hardliner": Family("asks for its best and never yields", my.HARDLINER, 1.0, 1.0),
    "dove": Family("yields at once, and takes what its home would carry", my.DOVE, 0.5, 0.0),
}  # fmt: skip


@dataclass(frozen=True)
class Level:
    """A name for an agent by how it thinks: the agent's id, or none for the scenario's first doctrine."""

    name: str
    about: str
    agent: str = ""


LEVELS = {
    "by-stance": Level(
        "By stance",
        "Asks for a little less each day, whatever you do, and keeps its habits. It does not look at what you did.",
        "linear",
    ),
    "by-rule": Level(
        "By rule",
        "Follows a list of rules that look at how things stand. It does not ask what comes of them, so it can be led.",
    ),
    "a-little-ahead": Level(
        "Looking a little ahead",
        "Weighs what you may want by what you do, and plays on 200 times in its head before it acts. It gets more for "
        "itself than simpler ones, which need not leave you less.",
        "search-200",
    ),
    "far-ahead": Level(
        "Looking far ahead",
        "Weighs what you may want by what you do, and plays on 1,000 times in its head. It sees no more than you do.",
        "search-1000",
    ),
}
WITHOUT_DOCTRINE = "dove"  # what plays by rule where a scenario lists no doctrine
# What a rival is thought to follow that follows nothing known; nobody plays it.
OPEN = "open"
STANCES = FAMILIES | {OPEN: Family("bids by worth with odds, and commits to nothing", my.OPEN)}
SEARCH = "search-"  # and the simulations of a search
BUDGETS = (200, 1000, 5000)  # those that are listed
LARGEST_BUDGET = 100_000


def agent_ids(tables: RulesTables) -> list[str]:
    """Every agent that can play this scenario, built-in ones first."""
    installed = sorted(entry.name for entry in entry_points(group=GROUP))
    return [*FAMILIES, *tables.names.doctrines, *installed]


def opponent_ids(tables: RulesTables) -> list[str]:
    """Everyone who can be played against: levels first, then every agent, then those that look ahead."""
    return [*LEVELS, *agent_ids(tables), *searcher_ids()]


def resolved(tables: RulesTables, agent: str) -> str:
    """The id of the agent that a level stands for; any other id as it is."""
    if agent not in LEVELS:
        return agent
    return LEVELS[agent].agent or next(iter(tables.names.doctrines), WITHOUT_DOCTRINE)


def own_stances(tables: RulesTables) -> list[str]:
    """The stances that a searcher may follow itself, the scenario's doctrines first."""
    return [*tables.names.doctrines, *(family for family in FAMILIES if family != "random")]


def searcher_ids() -> list[str]:
    """Agents that look ahead; any other number of simulations will do as well."""
    return [f"{SEARCH}{budget}" for budget in BUDGETS]


def search_budget(agent: str) -> int:
    """How many simulations an agent's or a level's id asks for: 0 if it is no searcher's."""
    agent = LEVELS[agent].agent if agent in LEVELS else agent
    number = agent.removeprefix(SEARCH)
    if number == agent or not (number.isdecimal() and number.isascii()) or number[0] == "0" or len(number) > 6:
        return 0
    return int(number) if int(number) <= LARGEST_BUDGET else 0


def is_built_in(tables: RulesTables, agent: str) -> bool:
    """Whether an id is a family's or a doctrine's, so that it can play inside the kernel."""
    return resolved(tables, agent) in (*FAMILIES, *tables.names.doctrines)


def check_agent_id(tables: RulesTables, agent: str) -> None:
    """Raise UnknownAgent, which lists those there are, unless somebody goes by that id."""
    installed = {entry.name for entry in entry_points(group=GROUP)}
    if not (is_built_in(tables, agent) or search_budget(agent) or agent in installed):
        make_brain(tables, agent, 0)


def make_brain(tables: RulesTables, agent: str, seat: int) -> list[float]:
    """The vector of a built-in agent for a seat; its luck is keyed by ``seed_brain``. Raises UnknownAgent."""
    agent = resolved(tables, agent)
    brain = [0.0] * my.BRAIN_SIZE
    brain[my.SEAT] = seat
    if agent in tables.names.doctrines:
        brain[my.FAMILY] = my.BY_DOCTRINE
        brain[my.DOCTRINE] = tables.names.doctrines.index(agent)
        return brain
    family = STANCES.get(agent)
    if family is None:
        raise UnknownAgent(f"no agent `{agent}` for {tables.id}; there are {', '.join(opponent_ids(tables))}")
    brain[my.FAMILY] = family.number
    brain[my.OPENING], brain[my.LEAST] = family.opening, family.least
    brain[my.PATIENCE] = max(1.0, family.patience * (tables.horizon - 1))
    brain[my.POWER] = family.power if not family.roots else 1
    brain[my.ROOTS] = family.roots
    return brain

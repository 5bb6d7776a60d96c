"""The protocol of an agent, and the built-in families as agents of it.

    class Agent:
        def decide(self, seen, legal, luck) -> Decision

``seen`` is an ``Observation``: the seat's number and one value a slot, laid out as ``tables.slot`` names them, hidden
ones holding what all may assume. ``legal`` is the mask of legal actions (kinds, then levers, then options). ``luck`` is
the agent's own: ``luck(what)`` is a number in (0, 1), the same for the same game, day and ``what``. An agent is handed
nothing else, so equal histories of observations and equal luck give equal decisions.

An agent may have ``recall(seen, action, luck)`` as well: a ply of its own that was played before it was made, when a
game that was left is gone on with. One that has not is asked to decide all of them anew.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from typing import Any, NamedTuple, Protocol

from sim.ai.families.brain import seed_brain
from sim.ai.families.policy import choose
from sim.ai.reasons import true_reasons
from sim.ai.registry import GROUP, is_built_in, make_brain, search_budget
from sim.record.notation import Action
from sim.rules import layout as at
from sim.rules.legality import legal as legal_actions
from sim.rules.luck import FIRST_AGENT, OF_AGENT, game_key, point_of, uniform
from sim.scenario.tables import RulesTables

Luck = Callable[[int], float]


class Observation(NamedTuple):
    """What a seat sees: its number, and one value for each slot of the state."""

    seat: int
    values: tuple[float, ...]


@dataclass(frozen=True)
class Decision:
    """What an agent does, and why: the terms that weighed, by name, and what it believes.

    Both are noted in the record under the ply, for its seat alone, and told in the debrief: see ``sim.record.notes``
    for the names and numbers that they may have.
    """

    action: Action
    reasons: dict[str, float] = field(default_factory=dict)
    beliefs: dict[str, float] = field(default_factory=dict)


class OwnPly(NamedTuple):
    """What a seat saw before an action of its own, and the action."""

    seen: tuple[float, ...]
    action: Action


class Agent(Protocol):
    """What decides for a seat."""

    def decide(self, seen: Observation, legal: Sequence[int], luck: Luck) -> Decision:
        """One ply. Called again until it ends its turn."""


class BuiltIn:
    """A built-in family as an agent: the very function that plays in batches."""

    def __init__(self, tables: RulesTables, agent: str, seat: int) -> None:
        self._tables = tables
        self._brain = make_brain(tables, agent, seat)

    def new_game(self, rng_seed: int, game: int) -> None:
        """Key its luck to a game."""
        seed_brain(self._brain, rng_seed, game)

    def decide(self, seen: Observation, legal: Sequence[int], luck: Luck) -> Decision:  # noqa: ARG002 - the protocol's
        """One ply. Its own luck was keyed to the game beforehand; ``luck`` would give the same numbers."""
        action = [0, 0, 0]
        choose(self._tables.ints, self._tables.reals, list(seen.values), list(legal), self._brain, action)
        chosen = Action(*action)
        return Decision(chosen, true_reasons(self._tables, seen.values, legal, self._brain, chosen))

    def recall(self, seen: Observation, action: Action, luck: Luck) -> None:
        """Nothing: it remembers no more than it sees."""


def luck_of(rng_seed: int, game: int, seat: int, seen: Observation) -> Luck:
    """An agent's own luck for one ply of a game."""
    keys = [game_key(rng_seed, game, FIRST_AGENT + seat, half) for half in range(2)]
    day = int(seen.values[at.DAY])
    return lambda what: uniform(keys[0], keys[1], point_of(day, OF_AGENT, what % 65536, 15))


def make_agent(tables: RulesTables, agent: str, seat: int, rng_seed: int, game: int) -> Agent:
    """An agent by id for a seat (a number) of one game; raises UnknownAgent."""
    budget = search_budget(agent)
    if budget:
        from sim.ai.search.search_agent import make_searcher  # which is an agent by this protocol

        return make_searcher(tables, seat, budget)
    if not is_built_in(tables, agent):
        for entry in entry_points(group=GROUP):
            if entry.name == agent:
                made: Any = entry.load()(tables, seat)
                return made  # type: ignore[no-any-return]  # an entry point's object cannot be typed
    built_in = BuiltIn(tables, agent, seat)
    built_in.new_game(rng_seed, game)
    return built_in


def remind(tables: RulesTables, agent: Agent, game: tuple[int, int, int], past: Sequence[OwnPly]) -> None:
    """Let an agent live through its past plies of a ``game`` (rng seed, number, seat) that is gone on with."""
    rng_seed, number, seat = game
    for ply in past:
        seen = Observation(seat, ply.seen)
        luck = luck_of(rng_seed, number, seat, seen)
        recall = getattr(agent, "recall", None)
        if recall is not None:
            recall(seen, ply.action, luck)
        else:
            mask = [0] * tables.n_mask
            legal_actions(tables.ints, tables.reals, list(ply.seen), mask)
            agent.decide(seen, mask, luck)

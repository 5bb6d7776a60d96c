"""Strategies that can be asked: agents of any kind, plans found by the solver, and mixtures of these.

A strategy answers at a *node*, which holds all that it remembers, to what its seat sees: with branches of (chance,
action, next node), exact and in a fixed order. Built-in families are asked by way of their very policy; what they draw
is branched over: a doctrine's chances are drawn once a day, by keys of luck under which each combination comes up, and
``random``, which draws at every ply, is written out as the distribution that it draws from. An agent of the protocol is
asked with its whole history, under each of a few samples of its own luck if it draws any.
"""

from collections.abc import Collection, Hashable, Sequence
from typing import Any, NamedTuple, Protocol

from sim.ai.agent import Agent, Observation, luck_of, make_agent
from sim.ai.families import brain as my
from sim.ai.families.brain import chance_of, seed_brain
from sim.ai.families.random_agent import weight_of
from sim.ai.registry import FAMILIES, is_built_in, make_brain
from sim.analysis.solver.tree import State, Tree
from sim.errors import CessationError
from sim.record.notation import Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.packages import face_fits, package_count

Node = Any
SAMPLES = 8  # of an agent's own luck, where it cannot be branched over
MAX_DRAWN = 8  # rules of a doctrine with a chance
TRIES = 100_000
MOST_AGENTS = 512  # kept in memory


class Branch(NamedTuple):
    """One thing that a strategy may do."""

    chance: float
    action: Action
    node: Node


class Strategy(Protocol):
    """How one seat plays."""

    def first(self) -> list[tuple[float, Node]]:
        """The nodes that it may begin at, with their chances."""

    def answer(self, node: Node, seen: State) -> list[Branch]:
        """What it does at a node on what it sees."""

    def becomes(self, node: Node) -> tuple[State | None, Collection[int]]:
        """The built-in agent without luck as which it goes on: what that thinks with; after which sights it does not.

        Sights are by key. None: there is no such agent.
        """


class Family:
    """A built-in agent other than ``random``."""

    def __init__(self, tree: Tree, agent: str, seat: int) -> None:
        self._tree, self._brain = tree, tree.vector(make_brain(tree.tables, agent, seat))
        self._drawn = self._rules_with_a_chance(seat)
        if len(self._drawn) > MAX_DRAWN:
            raise CessationError(f"{agent} has more than {MAX_DRAWN} rules with a chance: too many to branch over")
        self._keys: dict[tuple[int, int], tuple[int, int]] = {}
        """Keys of luck, by day and combination."""

    def _rules_with_a_chance(self, seat: int) -> list[tuple[int, float]]:
        if self._brain[my.FAMILY] != my.BY_DOCTRINE:
            return []
        ints, reals = self._tree.tables.ints, self._tree.tables.reals
        row = ints[at.DOCTRINES] + (2 * int(self._brain[my.DOCTRINE]) + seat) * at.DOCTRINE_WIDTH
        first, n = ints[row], ints[row + at.DOCTRINE_RULES]
        chances = [reals[ints[at.RULES_REALS] + rule * at.RULE_REALS] for rule in range(first, first + n)]
        return [(i, chance) for i, chance in enumerate(chances) if 0.0 < chance < 1.0]

    def first(self) -> list[tuple[float, Node]]:
        """It remembers the day and what it drew on it."""
        return [(1.0, (0, 0))]

    def answer(self, node: Node, seen: State) -> list[Branch]:
        """One branch for each combination of its draws, on the first ply of a day; then one."""
        day = int(seen[at.DAY])
        if not self._drawn:
            return [Branch(1.0, self._decide(seen), node)]
        if node[0] == day:
            return [Branch(1.0, self._decide(seen, node), node)]
        found = []
        for combination in range(1 << len(self._drawn)):
            chance = 1.0
            for i, (_, p) in enumerate(self._drawn):
                chance *= p if combination >> i & 1 else 1.0 - p
            found.append(Branch(chance, self._decide(seen, (day, combination)), (day, combination)))
        return found

    def becomes(self, node: Node) -> tuple[State | None, Collection[int]]:  # noqa: ARG002 - the same at every node
        """Itself, unless its doctrine has chances."""
        return (None if self._drawn else self._brain), ()

    def _decide(self, seen: State, draws: tuple[int, int] | None = None) -> Action:
        if draws:
            self._brain[my.LUCK_LOW], self._brain[my.LUCK_HIGH] = self._luck(seen, draws)
        return self._tree.choose(seen, self._brain)

    def _luck(self, seen: State, draws: tuple[int, int]) -> tuple[int, int]:
        """Keys under which the day's draws come up as they should."""
        if draws not in self._keys:
            for game in range(TRIES):
                seed_brain(self._brain, 0, game)
                up = [chance_of(self._brain, list(seen), rule, 3) < p for rule, p in self._drawn]
                if up == [bool(draws[1] >> i & 1) for i in range(len(up))]:
                    self._keys[draws] = int(self._brain[my.LUCK_LOW]), int(self._brain[my.LUCK_HIGH])
                    break
            else:
                raise CessationError("a doctrine's chance is too near 0 or 1 to be branched over")
        return self._keys[draws]


class AtRandom:
    """``random`` as the distribution that it draws from at every ply."""

    def __init__(self, tree: Tree, seat: int) -> None:
        self._tree, self._seat = tree, seat

    def first(self) -> list[tuple[float, Node]]:
        """It remembers nothing."""
        return [(1.0, 0)]

    def answer(self, node: Node, seen: State) -> list[Branch]:
        """Every legal action, the kinds by weight and their arguments alike."""
        mask = [int(x) for x in self._tree.legal(seen)]
        weights = [weight_of(mask, kind) for kind in range(act.N_KINDS)]
        offer = int(seen[at.SEAT_BASE + (1 - self._seat) * at.SEAT_WIDTH + at.OFFER_ID])
        found: dict[Action, float] = {}
        for kind, weight in enumerate(weights):
            arguments = self._arguments(kind, mask, offer) if weight else []
            for a, b in arguments:
                action = Action(kind, a, b)
                found[action] = found.get(action, 0.0) + weight / sum(weights) / len(arguments)
        return [Branch(chance, action, node) for action, chance in found.items()]

    def becomes(self, node: Node) -> tuple[State | None, Collection[int]]:  # noqa: ARG002 - the protocol's
        """It never does."""
        return None, ()

    def _arguments(self, kind: int, mask: list[int], offer: int) -> list[tuple[int, int]]:
        """The arguments that a kind may have, equally likely; those drawn more often stand more often."""
        ints = self._tree.tables.ints
        if kind == act.PROPOSE:
            faces = 2 * (act.FIRST_SHIFT + 2 * ints[at.N_ISSUES])  # half of them private
            packages = range(package_count(ints))
            return [(each, face if face_fits(ints, each, face) else 0) for each in packages for face in range(faces)]
        if kind == act.ACCEPT:
            return [(offer, 0)]
        if kind == act.REJECT:
            return [(offer, reason) for reason in range(ints[at.N_REASONS])]
        if kind == act.RENEW:
            return [(0, 0), (1, 0)]
        if kind == act.PULL:
            return [(lever, 0) for lever in range(ints[at.N_LEVERS]) if mask[act.N_KINDS + lever]]
        return [(0, 0)]


class Asked:
    """An agent of the protocol, asked with its whole history of observations, for it may remember them."""

    def __init__(self, tree: Tree, agent: str, seat: int) -> None:
        make_agent(tree.tables, agent, seat, 0, 0)  # so that an unknown one is refused at once
        self._tree, self._agent, self._seat = tree, agent, seat
        self._histories: list[tuple[int, int, tuple[float, ...] | None]] = []
        """Sample of luck, history before, last observation."""
        self._numbers: dict[tuple[int, int, tuple[float, ...] | None], int] = {}
        self._agents: dict[int, Agent] = {}
        """Agents that have decided a history and may go on from it."""
        self.draws = False
        """Whether it has ever drawn luck of its own."""

    def first(self) -> list[tuple[float, Node]]:
        """It may be in any of a few games, each with luck of its own; in one only, if it draws none in that."""
        n = SAMPLES if self.draws else 1
        return [(1.0 / n, self._number((sample, -1, None))) for sample in range(n)]

    def _number(self, history: tuple[int, int, tuple[float, ...] | None]) -> int:
        if history not in self._numbers:
            self._numbers[history] = len(self._histories)
            self._histories.append(history)
        return self._numbers[history]

    def answer(self, node: Node, seen: State) -> list[Branch]:
        """What it decides when its whole history is put before a fresh copy of it."""
        sample = self._histories[node][0]
        here = self._number((sample, node, tuple(float(x) for x in seen)))
        past = [here]
        while node not in self._agents and self._histories[node][2] is not None:
            past.append(node)
            node = self._histories[node][1]
        agent = self._agents.pop(node, None) or make_agent(self._tree.tables, self._agent, self._seat, 0, sample)
        for each in reversed(past):
            action = self._decide(agent, sample, self._histories[each][2])
        if len(self._agents) < MOST_AGENTS:
            self._agents[here] = agent
        return [Branch(1.0, action, here)]

    def becomes(self, node: Node) -> tuple[State | None, Collection[int]]:  # noqa: ARG002 - the protocol's
        """It never does."""
        return None, ()

    def _decide(self, agent: Agent, sample: int, values: tuple[float, ...] | None) -> Action:
        assert values is not None
        seen = Observation(self._seat, values)
        mask = [int(x) for x in self._tree.legal(self._tree.vector(values))]
        own = luck_of(0, sample, self._seat, seen)

        def luck(what: int) -> float:
            self.draws = True
            return own(what)

        return agent.decide(seen, mask, luck).action


class Mixed:
    """Strategies of one seat, one of which is drawn before the game."""

    def __init__(self, strategies: Sequence[Strategy], weights: Sequence[float]) -> None:
        self._strategies, self._weights = strategies, weights

    def first(self) -> list[tuple[float, Node]]:
        """It remembers where each strategy that it may still be playing stands, and how likely that is."""
        drawn = [
            (i, node, weight * chance)
            for i, (each, weight) in enumerate(zip(self._strategies, self._weights, strict=True))
            if weight > 0.0
            for chance, node in each.first()
        ]
        return [(1.0, tuple(drawn))]

    def answer(self, node: Node, seen: State) -> list[Branch]:
        """The strategies that do alike stay together."""
        found: dict[Action, list[tuple[int, Hashable, float]]] = {}
        for i, inner, weight in node:
            for branch in self._strategies[i].answer(inner, seen):
                found.setdefault(branch.action, []).append((i, branch.node, weight * branch.chance))
        total = sum(weight for _, _, weight in node)
        shares = {action: sum(each[2] for each in rest) for action, rest in found.items()}
        return [
            Branch(
                shares[action] / total, action, tuple((i, each, round(w / shares[action], 14)) for i, each, w in rest)
            )
            for action, rest in found.items()
        ]

    def becomes(self, node: Node) -> tuple[State | None, Collection[int]]:
        """The agent that all strategies become that it may still be playing."""
        found = [self._strategies[i].becomes(inner) for i, inner, _ in node]
        brain = found[0][0] if all(each[0] is found[0][0] for each in found) else None
        return brain, {sight for _, sights in found for sight in sights}


def strategy_of(tree: Tree, agent: str, seat: int) -> Strategy:
    """Any registered agent as a strategy; raises UnknownAgent."""
    if not is_built_in(tree.tables, agent):
        return Asked(tree, agent, seat)
    if agent in FAMILIES and FAMILIES[agent].number == my.RANDOM:
        return AtRandom(tree, seat)
    return Family(tree, agent, seat)

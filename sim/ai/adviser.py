"""An adviser: a searcher with weights and expectations of its own, on what its seat sees, and what it foretells.

Each of a scenario's advisers follows the game by a belief that began with its own prior. Asked, it looks ahead as
``search_agent`` does, with its own weighting of the components in the place of the seat's, and names what to do at the
table now. What it foretells of an offer or an agreement comes from short playouts of the same worlds (``foresight``).
All advisers of a seat have the same luck, so where they differ it is for what they weigh or expect.
"""

from collections.abc import Sequence
from dataclasses import replace

from sim.ai.agent import Luck, Observation
from sim.ai.beliefs.held import Beliefs, Prior, stance_ids
from sim.ai.counsel import Advice, Foretold
from sim.ai.kernel import Kernel, compiled_kernel, kernel_cache, plain_kernel
from sim.ai.search.constancy import can_be_signed
from sim.ai.search.prospects import FEWEST, INTERVAL, Prospect, prospects, terms
from sim.ai.search.search_agent import SearchAgent
from sim.record.notation import END, Action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.values import package_slot, ratifies
from sim.scenario.tables import AdviserRow, RulesTables

BUDGET = 200  # simulations of a search
WORLDS = 120  # short playouts behind a forecast
AT_TABLE = (*range(act.PROPOSE, act.HOLD), act.END_TURN)  # what advice may be about


def weighted(tables: RulesTables, seat: int, weights: Sequence[float]) -> RulesTables:
    """The tables with every type of a seat weighing the components in one way."""
    row, n = tables.ints[at.SEATS] + seat * at.SEAT_ROW, tables.ints[at.N_COMPONENTS]
    first, width = tables.ints[row + at.SEAT_TYPE], at.TYPE_WEIGHTS + n
    reals = list(tables.reals)
    for kind in range(first, first + tables.ints[row + at.SEAT_TYPES]):
        at_kind = tables.ints[at.TYPES_REALS] + kind * width + at.TYPE_WEIGHTS
        reals[at_kind : at_kind + n] = weights
    return replace(tables, reals=reals)


def prior_of(tables: RulesTables, seat: int, row: AdviserRow) -> Prior:
    """What an adviser expects of the other seat. What its stances lack to 1 is shared by all that it does not name."""
    kinds = tables.names.types[tables.names.seats[1 - seat]]
    types = {kind: row.types.get(kind, 0.0) for kind in kinds} if row.types else None
    if not row.stances:
        return Prior(types)
    others = [each for each in stance_ids(tables) if each not in row.stances]
    left = max(0.0, 1.0 - sum(row.stances.values())) / len(others)
    stances = {each: share for each, share in row.stances.items() if share > 0.0}
    return Prior(types, stances | (dict.fromkeys(others, left) if left > 0.0 else {}))


class Adviser:
    """One adviser through one game. Its beliefs are to be shown every look of its seat, and what was done on it."""

    def __init__(self, tables: RulesTables, seat: int, row: AdviserRow, *, compiled: bool) -> None:
        own = weighted(tables, seat, row.weights) if row.weights else tables
        self.kernel: Kernel = compiled_kernel(own, kernel_cache()) if compiled else plain_kernel(own)
        self.id, self.seat = row.id, seat
        self.beliefs = Beliefs(self.kernel, seat, prior=prior_of(tables, seat, row))
        self._agent: SearchAgent | None = None

    def advise(self, seen: Observation, legal: Sequence[int], luck: Luck) -> Advice:
        """What to do at the table on a new look, which its beliefs take in."""
        self._agent = SearchAgent(self.kernel, self.seat, BUDGET)
        self._agent.beliefs = self.beliefs
        self._agent.decide(seen, legal, luck)
        found = [each for each in prospects(self._agent.tree) if each.action.kind in AT_TABLE]
        ranked = sorted(found, key=lambda each: (each.visits < FEWEST, each.gain_error - each.gain))
        chosen = next((each for each in ranked if self._is_sound(each.action, seen)), ranked[0])
        others = [each for each in ranked if each is not chosen]
        other = next((each for each in others if self._is_sound(each.action, seen)), others[0] if others else chosen)
        return self._tell(seen, chosen, other)

    def _is_sound(self, action: Action, seen: Observation) -> bool:
        """Whether it could and would sign what it has its seat propose, and its home carry what it has it accept."""
        tables = self.kernel.tables
        if action.kind == act.ACCEPT:
            offer = package_slot(tables.ints, 1 - self.seat, at.OFFER_PACKAGE)
            return ratifies(tables.ints, tables.reals, list(seen.values), self.seat, offer)
        if action.kind != act.PROPOSE or self._agent is None:
            return True
        can = can_be_signed(self.kernel, seen.values, self.seat, action.a)
        return can and self._agent.gain_of_signing(action.a) >= 0.0

    def _tell(self, seen: Observation, chosen: Prospect, other: Prospect) -> Advice:
        tables = self.kernel.tables
        own = int(seen.values[at.SEAT_BASE + self.seat * at.SEAT_WIDTH + at.TYPE])
        owner = tables.ints[tables.ints[at.SEATS] + self.seat * at.SEAT_ROW] + own
        weighed = terms(tables, owner, chosen, other)
        because = max(weighed, key=lambda name: weighed[name])
        return Advice(
            self.id, chosen.action, 100.0 * chosen.mean, 100.0 * INTERVAL * chosen.error, self.foretell(chosen.action),
            other.action, because.removeprefix("term."), weighed[because], tuple(self.beliefs.types().items()),
        )  # fmt: skip

    def foretell(self, first: Action = END) -> Foretold:
        """What becomes of the offer and of the agreement if this is done on its latest look; else of what stands."""
        if self._agent is None:
            return Foretold(None, None)
        return self._agent.foretell(first, WORLDS)

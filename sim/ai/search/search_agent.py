"""``search-N``: believes, looks ahead with ``N`` simulations, and says what it expected.

One search serves a turn and the quiet days after it: the arms that were clearly better than to follow the best stance
make the plan, best first, as long as they are legal; then that stance is followed. It searches again when something has
changed at the table, or after some days. An offer that is new to it is answered: accepted, refused with a reason that
is true, or countered. It tables only what can be signed and what it would sign if its rival had offered it; what it has
tabled by search stays until it is answered or lapses, unless something else is surely better (``constancy``).
"""

from collections.abc import Sequence
from typing import Any

from sim.ai.agent import Decision, Luck, Observation
from sim.ai.beliefs.held import Beliefs, brains
from sim.ai.counsel import Foretold
from sim.ai.families import brain as my
from sim.ai.families.bargaining import draft_wanted, true_reason
from sim.ai.families.brain import take_seat
from sim.ai.kernel import Kernel, can_compile, compiled_kernel, kernel_cache, plain_kernel
from sim.ai.registry import own_stances
from sim.ai.search import foresight as fate
from sim.ai.search import tree as of
from sim.ai.search.constancy import (
    can_be_signed,
    goes_back,
    is_better_than_leaving,
    is_idle,
    last_asked,
    ranked,
    register,
    standing,
)
from sim.ai.search.prospects import FEWEST, SURE, Prospect, prospects, reasons
from sim.ai.search.tree import ACT_WIDTH, FOLLOW, WIDTH, Tree
from sim.record.notation import END, Action
from sim.rules import actions as act
from sim.rules import events
from sim.rules import layout as at
from sim.rules import luck as chance
from sim.rules.packages import write_package
from sim.rules.values import package_slot
from sim.scenario.tables import RulesTables

REST = 3  # days that a plan is followed while nothing changes at the table
MIRRORED, MOST_MIRRORED = 16, 64  # worlds in which an own offer is signed before it is tabled
FADES = 0.9  # what is left of a lever's merit at each search
PARTICLES = 128
FORETOLD = (act.PROPOSE, act.RENEW)  # acts of which it says what becomes of them
WORLDS = 100  # short playouts behind a forecast
LEAST_SETTLED = 20  # of these, below which it says nothing
ANSWERS = (act.ACCEPT, act.REJECT, act.PROPOSE)
OF_BELIEF, OF_SEARCH, OF_STANCE = 60000, 60010, 60020  # its own luck


def make_searcher(tables: RulesTables, seat: int, budget: int) -> "SearchAgent":
    """A searcher on the compiled kernel, or on the plain one where nothing can be compiled: it decides the same."""
    kernel = compiled_kernel(tables, kernel_cache()) if can_compile() else plain_kernel(tables)
    return SearchAgent(kernel, seat, budget)


def blank_tree(kernel: Kernel, seat: int, budget: int) -> Tree:
    """Room for a search."""
    tables, vector, integers, matrix = kernel.tables, kernel.vector, kernel.integers, kernel.matrix
    stances = own_stances(tables)
    n, nodes = tables.n_state, budget + 2
    notes = integers(of.N_NOTES)
    notes[of.SEAT], notes[of.BUDGET] = seat, budget
    return Tree(
        notes, brains(kernel, seat, stances), vector(tables.ints[at.N_LEVERS]),
        integers(tables.ints[at.N_LEVERS]), vector(len(stances)),
        integers(len(stances)), integers(budget), matrix(int, nodes, of.NODE_WIDTH),
        matrix(int, nodes, WIDTH * ACT_WIDTH), matrix(int, nodes, WIDTH), matrix(float, nodes, WIDTH),
        matrix(int, nodes, WIDTH), matrix(float, WIDTH, budget),
        matrix(float, WIDTH, budget, len(tables.names.components)), matrix(float, len(stances) + 1, budget),
        integers(2 * of.DEPTH), vector(n), vector(n), integers(tables.n_mask), integers(chance.LUCK_SIZE),
        vector(events.log_size(tables.log_rows)), integers(3), vector(my.BRAIN_SIZE), vector(my.BRAIN_SIZE),
    )  # fmt: skip


def word(u: float) -> int:
    """A 32-bit key from a number in (0, 1)."""
    return int(u * 4294967296.0)


class SearchAgent:
    """An agent that looks ahead with ``budget`` simulations a search."""

    def __init__(self, kernel: Kernel, seat: int, budget: int) -> None:
        self.kernel, self.seat, self.budget = kernel, seat, budget
        self.beliefs = Beliefs(kernel, seat, PARTICLES)
        self.tree = blank_tree(kernel, seat, budget)
        self.searches = 0
        self._seen, self._mask = kernel.vector(kernel.tables.n_state), kernel.integers(kernel.tables.n_mask)
        self._plan: list[Prospect] = []
        self._found: list[Prospect] = []
        self._turn = self._searched_on = self._foretold = self._answered = 0
        self._looked: tuple[float, ...] = ()
        self._signing: dict[int, tuple[int, float]] = {}
        self._done: list[Action] = []  # in this turn
        self._since: list[Action] = []  # since it searched last
        self._meant = -1  # the package that it tabled by search, last of all

    @property
    def simulations(self) -> int:
        """What a search may spend: the budget, unless somebody who waits for it has set less."""
        return int(self.tree.notes[of.BUDGET])

    @simulations.setter
    def simulations(self, n: int) -> None:
        self.tree.notes[of.BUDGET] = min(n, self.budget)

    def decide(self, seen: Observation, legal: Sequence[int], luck: Luck) -> Decision:
        """One ply."""
        values = seen.values
        self.beliefs.take_in(values, luck)
        for slot, x in enumerate(values):
            self._seen[slot] = x
        for i, x in enumerate(legal):
            self._mask[i] = x
        if int(values[at.DAY]) != self._turn:
            self._turn, self._plan, self._done = int(values[at.DAY]), [], []
            if self._due(values):
                self._search(values, luck)
        action, why = self._choose(luck)
        self._done.append(action)
        self._since.append(action)
        self.beliefs.note(action)
        types = {f"type.{name}": chance for name, chance in self.beliefs.types().items()}
        return Decision(action, why, types | self.forecasts(action))

    def recall(self, seen: Observation, action: Action, luck: Luck) -> None:
        """Take in a ply of its own that was played before it was made: what it believed, if not what it had planned."""
        self.beliefs.take_in(seen.values, luck)
        self.beliefs.note(action)
        self._answered = int(seen.values[register(1 - self.seat, at.OFFER_ID)])

    def forecasts(self, action: Action) -> dict[str, float]:
        """Of an act at the table, or once a search: does the rival accept its offer, does the agreement hold."""
        if action.kind not in FORETOLD and self._foretold == self._searched_on:
            return {}
        self._foretold = self._searched_on
        told = self.foretell(action, min(self.simulations, WORLDS))._asdict()
        if action.kind in (act.PROPOSE, act.ACCEPT):
            del told["holds"]  # that would be of the agreement to come, and a forecast is of the one that runs
        return {name: chance for name, chance in told.items() if chance is not None}

    def foretell(self, first: Action, worlds: int) -> Foretold:
        """What becomes of the offer and of the agreement if this is done on its latest look, over short playouts."""
        asked, found = self.kernel.integers(fate.ASKED_WIDTH), self.kernel.integers(fate.N_FATES)
        for i, x in enumerate((*first, worlds)):
            asked[i] = x
        self._call("foresee", self.beliefs.vectors, self.tree, asked, found)
        accepted, refused, unable, held, broken = (int(x) for x in found)
        return Foretold(_share(accepted, refused + unable), _share(held, broken))

    def _call(self, name: str, *arguments: Any) -> Any:
        return self.kernel.function(name)(self.kernel.ints, self.kernel.reals, *arguments)

    # ---------------------------------------------------------------------------------------------------- searching
    def _due(self, values: Sequence[float]) -> bool:
        """Whether it is time to search again: something has changed at the table, or a term ends, or days have gone."""
        rival = at.SEAT_BASE + (1 - self.seat) * at.SEAT_WIDTH
        offer = package_slot(self.kernel.tables.ints, 1 - self.seat, at.OFFER_PACKAGE)
        slots = [at.STATUS, at.STAGE, at.SIGNED_COUNT, at.TALKS, at.RENEWAL_COUNT, rival + at.REFUSALS]
        slots += range(offer, offer + self.kernel.tables.ints[at.N_ISSUES])
        looked = (*(values[slot] for slot in slots), float(values[rival + at.OFFER_ID] > 0.0))
        due = (
            looked != self._looked
            or values[at.DAY] - self._searched_on >= REST
            or (values[at.STATUS] == at.IN_FORCE and values[at.LEFT] <= 1.0)
        )
        self._looked = looked
        return due

    def _search(self, values: Sequence[float], luck: Luck) -> None:
        t = self.tree
        self._searched_on = int(values[at.DAY])
        t.notes[of.LUCK_LOW], t.notes[of.LUCK_HIGH] = word(luck(OF_SEARCH)), word(luck(OF_SEARCH + 1))
        types = list(self.beliefs.types().values())
        t.notes[of.TYPE] = types.index(max(types))
        self._call("search", self.beliefs.vectors, t)
        self.searches += 1
        self._since = []
        self._found = prospects(t)
        better = [each for each in self._found[1:] if each.visits >= FEWEST and each.gain > SURE * each.gain_error]
        self._plan = ranked(better, last_asked(self.kernel, values, self.seat))
        for lever in range(len(t.merit)):
            t.merit[lever] *= FADES
        for each in self._found[1:]:
            if each.action.kind == act.PULL:
                t.merit[each.action.a] = 0.5 * t.merit[each.action.a] + 0.5 * each.gain

    # ----------------------------------------------------------------------------------------------------- choosing
    def _choose(self, luck: Luck) -> tuple[Action, dict[str, float]]:
        while self._plan:
            best = self._plan.pop(0)
            if best.action == END:
                self._plan = [best]  # and stays: an answer may come first
                return self._answer(best)
            action = self._truly(best.action)
            if self._is_fine(action) and (not self._goes_back(action) or is_better_than_leaving(self._found, best)):
                return self._mean(action), self._why(best, action)
        action, practised = self._follow(luck)
        if action != END:
            return action, self._why(self._found[0], action) | ({"practice": 1.0} if practised else {})
        return self._answer(self._found[0])

    def _mean(self, action: Action) -> Action:
        """The same action, an offer noted as meant."""
        if action.kind == act.PROPOSE:
            self._meant = action.a
        return action

    def _goes_back(self, action: Action) -> bool:
        """Whether this would take back what it has said: a meant offer before it is answered, a word on renewal."""
        stands = standing(self.kernel, self._seen, self.seat)
        return goes_back(self._seen, self.seat, action, stands if stands == self._meant else -1)

    def _answer(self, silent: Prospect) -> tuple[Action, dict[str, float]]:
        """End the turn, unless an offer that is new, and that could be accepted today, still waits for its answer."""
        offer = int(self._seen[register(1 - self.seat, at.OFFER_ID)])
        if offer > self._answered and self._mask[act.ACCEPT]:
            self._answered = offer
            answers = [each for each in self._found[1:] if each.action.kind in ANSWERS and each.visits >= FEWEST]
            for each in sorted(answers, key=lambda each: -each.gain):
                kind, a, b = each.action
                action = self._truly(Action(kind, a if kind == act.PROPOSE else offer, b))  # it may stand anew
                if self._is_fine(action):
                    return self._mean(action), self._why(each, action) | {"owed": 1.0}
            refusal = self._truly(Action(act.REJECT, offer))
            if self._is_fine(refusal):
                return refusal, self._why(silent, refusal) | {"owed": 1.0}
        return END, self._why(silent, END)

    def _truly(self, action: Action) -> Action:
        """The same action: to offer what lies there is to accept it; a refusal names the true reason.

        That is the issue that costs most against the best offer that it looked into, else what it last asked for.
        """
        if action.kind == act.PROPOSE and action.a == standing(self.kernel, self._seen, 1 - self.seat):
            return Action(act.ACCEPT, int(self._seen[register(1 - self.seat, at.OFFER_ID)]))
        if action.kind != act.REJECT:
            return action
        tables = self.kernel.tables
        seen, mind = [float(x) for x in self._seen], [0.0] * my.BRAIN_SIZE
        mind[my.SEAT] = self.seat
        take_seat(tables.ints, seen, mind)
        draft_wanted(tables.ints, tables.reals, seen, mind)
        offers = [each for each in self._found if each.action.kind == act.PROPOSE and each.visits >= FEWEST]
        if offers:
            wanted = max(offers, key=lambda each: each.gain).action.a
            write_package(tables.ints, mind, my.DRAFT, wanted)
        return Action(action.kind, action.a, true_reason(tables.ints, tables.reals, seen, mind))

    def _why(self, chosen: Prospect, action: Action) -> dict[str, float]:
        seat = self.kernel.tables.ints[at.SEATS] + self.seat * at.SEAT_ROW
        own = int(self._seen[at.SEAT_BASE + self.seat * at.SEAT_WIDTH + at.TYPE])
        owner = self.kernel.tables.ints[seat] + own
        ago = self._turn - self._searched_on
        others = [each for each in self._found[1:] if each is chosen or (ago == 0 and self._is_open(each.action))]
        told = reasons(self.kernel.tables, owner, [self._found[0], *others], chosen, action)
        if chosen.action.kind == FOLLOW:
            told["stance"] = int(self.tree.notes[of.STANCE])
        if self._done:
            told["after"] = len(self._done)
        if ago:
            told["ago"] = ago
        return told | {"searched": self._searched_on}

    def _is_open(self, action: Action) -> bool:
        """Whether it could still do something that it looked into, and would if that were better."""
        if action in self._since or self._call("violations", self._seen, *action) or self._goes_back(action):
            return False
        if action.kind == act.RENEW:
            return int(self._seen[register(self.seat, at.CONSENT)]) == at.UNSAID
        if action.kind != act.PROPOSE:
            return True
        known, gain = self._signing.get(action.a, (0, 0.0))
        would_not = known == self._turn and gain <= 0.0
        return not would_not and not is_idle(self.kernel, self._seen, self.seat, action.a)

    def _follow(self, luck: Luck) -> tuple[Action, bool]:
        """What the best stance does with one's practices, and whether it does so by a practice alone.

        What it would table and one had better not, being idle or taking back one's word, it is not let do.
        """
        practices, kept = self.tree.practices, list[int]()
        while True:
            followed = self._stance_does(luck, kept)
            action = self._truly(followed)
            if action == END or (self._is_fine(action) and not self._goes_back(action)):
                break
            kept.append(followed.kind)
        if action.kind != act.PULL or practices[action.a] != of.ALWAYS:
            return action, False
        practices[action.a] = of.BY_STANCE
        without = self._stance_does(luck, kept)
        practices[action.a] = of.ALWAYS
        return action, without != action

    def _stance_does(self, luck: Luck, kept: Sequence[int] = ()) -> Action:
        """What the best stance does, ``kept`` from some kinds of action."""
        t = self.tree
        t.seen[:] = self._seen
        t.mask[:] = self._mask
        for kind in kept:
            t.mask[kind] = 0
        self._call("follow_stance", t, word(luck(OF_STANCE)), word(luck(OF_STANCE + 1)))
        return Action(*(int(x) for x in t.action))

    def _is_fine(self, action: Action) -> bool:
        """Whether an action is legal and, if it is an offer, one that it could and would accept from the other side."""
        if self._call("violations", self._seen, *action):
            return False
        if action.kind != act.PROPOSE:
            return True
        return can_be_signed(self.kernel, self._seen, self.seat, action.a) and self.gain_of_signing(action.a) > 0.0

    def gain_of_signing(self, package: int) -> float:
        """What it expects to gain by signing a package now, as its rival's offer, over not signing it."""
        day = int(self._seen[at.DAY])
        known, gain = self._signing.get(package, (0, 0.0))
        if known != day:
            n = min(self.simulations, max(MIRRORED, min(MOST_MIRRORED, self.simulations // 20)))
            gain = float(self._call("gain_of_signing", self.beliefs.vectors, self.tree, package, n))
            self._signing[package] = (day, gain)
        return gain


def _share(hits: int, misses: int) -> float | None:
    return hits / (hits + misses) if hits + misses >= LEAST_SETTLED else None

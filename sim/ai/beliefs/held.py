"""A seat's beliefs, kept from look to look: the vectors of ``belief`` in a form of the kernel, and what they say."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from sim.ai.beliefs import belief as of
from sim.ai.beliefs.belief import Belief
from sim.ai.beliefs.sightings import EXACT, TURN_WIDTH, Sightings
from sim.ai.families.brain import BRAIN_SIZE
from sim.ai.kernel import Kernel
from sim.ai.registry import FAMILIES, OPEN, make_brain
from sim.rules import events, luck
from sim.rules import layout as at
from sim.scenario.tables import RulesTables

PARTICLES = 128


class Prior(NamedTuple):
    """What a seat expects of its rival before the first day: chances of its types and of its stances, by id.

    What is left out is expected as anyone would: types as often as the scenario says, every stance as soon as another.
    A stance that is not among those named cannot be, so one alone is a rival whose agent is known.
    """

    types: Mapping[str, float] | None = None
    stances: Mapping[str, float] | None = None


ANYONE = Prior()


def stance_ids(tables: RulesTables) -> list[str]:
    """What a rival may be thought to play: every family, every doctrine of the scenario, and the open stance."""
    return [*FAMILIES, *tables.names.doctrines, OPEN]


def brains(kernel: Kernel, seat: int, stances: Sequence[str]) -> Any:
    """A row for the brain of each stance."""
    rows = kernel.matrix(float, len(stances), BRAIN_SIZE)
    for row, stance in zip(rows, stances, strict=True):
        for i, x in enumerate(make_brain(kernel.tables, stance, seat)):
            row[i] = x
    return rows


def chances_of(tables: RulesTables, seat: int, prior: Prior) -> list[float]:
    """How likely each hypothesis about the rival of ``seat`` is at the start."""
    row, first = tables.ints[at.SEATS] + (1 - seat) * at.SEAT_ROW, tables.ints[at.PRIORS_REALS]
    shares = list((prior.stances or dict.fromkeys(stance_ids(tables), 1.0)).values())
    kinds = tables.names.types[tables.names.seats[1 - seat]]
    types = prior.types or dict(zip(kinds, tables.reals[first + tables.ints[row] :], strict=False))
    return [types[kind] * share / sum(shares) for kind in kinds for share in shares]


def blank_belief(kernel: Kernel, seat: int, particles: int, prior: Prior) -> Belief:
    """Room for the beliefs of a seat, with what it expects."""
    tables = kernel.tables
    stances = list(prior.stances or stance_ids(tables))
    n, levers = tables.n_state, tables.ints[at.N_LEVERS]
    chances = chances_of(tables, seat, prior)
    hypotheses = len(chances)
    vector, integers, matrix = kernel.vector, kernel.integers, kernel.matrix
    notes = integers(of.N_NOTES)
    notes[of.SEAT] = seat
    sightings = Sightings(
        integers(2), matrix(int, 2, TURN_WIDTH), matrix(int, 2, levers), integers(len(tables.names.hazards))
    )
    expected = vector(hypotheses)
    for h, chance in enumerate(chances):
        expected[h] = chance
    return Belief(
        notes, vector(hypotheses), expected, vector(hypotheses), brains(kernel, 1 - seat, stances),
        matrix(float, particles, n), matrix(float, particles, n), vector(particles), integers(particles),
        integers(max(particles, hypotheses)), vector(n), integers(3), integers(n), sightings, integers(levers),
        vector(levers), vector(n), integers(tables.n_mask), integers(luck.LUCK_SIZE),
        vector(events.log_size(tables.log_rows)), integers(3), vector(BRAIN_SIZE),
    )  # fmt: skip


class Beliefs:
    """What a seat believes, a pure function of what it saw and did and of its luck."""

    def __init__(self, kernel: Kernel, seat: int, particles: int = PARTICLES, prior: Prior = ANYONE) -> None:
        self._kernel = kernel
        self._update: Callable[..., None] = kernel.function("update_belief")
        self._stances = list(prior.stances or stance_ids(kernel.tables))
        self.vectors = blank_belief(kernel, seat, particles, prior)
        self._now = kernel.vector(kernel.tables.n_state)

    def take_in(self, values: Sequence[float], luck: Callable[[int], float]) -> None:
        """A new look at the world."""
        notes = self.vectors.notes
        if not notes[of.BEGUN]:
            notes[of.LUCK_LOW], notes[of.LUCK_HIGH] = (int(luck(60000 + half) * 4294967296.0) for half in range(2))
        for slot, x in enumerate(values):
            self._now[slot] = x
        self._update(self._kernel.ints, self._kernel.reals, self.vectors, self._now)

    def note(self, action: Sequence[int]) -> None:
        """What is done on the latest look."""
        for i, x in enumerate(action):
            self.vectors.done[i] = x

    def types(self) -> dict[str, float]:
        """How likely each private type of the rival is, by its id."""
        tables, n = self._kernel.tables, len(self.vectors.stances)
        names = tables.names.types[tables.names.seats[1 - self.vectors.notes[of.SEAT]]]
        odds = [float(x) for x in self.vectors.odds]
        return {name: min(1.0, sum(odds[i * n : (i + 1) * n])) for i, name in enumerate(names)}  # rounding apart

    def stances(self) -> dict[str, float]:
        """How likely the rival follows each stance, by its id."""
        odds = [float(x) for x in self.vectors.odds]
        return {name: sum(odds[i :: len(self._stances)]) for i, name in enumerate(self._stances)}

    def estimates(self) -> dict[str, float]:
        """The mean of every variable of the scenario that the seat does not see exactly, by name."""
        tables, b = self._kernel.tables, self.vectors
        weights = [float(w) for w in b.weights]
        return {
            name: sum(w * float(state[slot]) for w, state in zip(weights, b.states, strict=True))
            for name, slot in ((name, tables.slot[name]) for name in tables.variables)
            if b.sight[slot] != EXACT
        }

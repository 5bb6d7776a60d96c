"""The flagship for tests of its mechanisms: states reached in play, single steps of a night, games by common luck.

Every rule here is asked of the compiled tables and says nothing of coefficients, so that it holds after they change.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Self

from hypothesis import strategies as st

from sim.ai.kernel import Kernel, plain_kernel
from sim.ai.registry import make_brain
from sim.rules import layout as at
from sim.rules.agreement import end_agreement, run_hazard
from sim.rules.effects import run_draw
from sim.rules.hazards import logit
from sim.rules.night import run_program
from sim.rules.offers import sign
from sim.scenario.load import Loaded, load_sources
from sim.scenario.overlay import lay_over
from sim.scenario.places import data_folder
from sim.scenario.profile import Profile
from sim.scenario.source import parse_document
from sim.scenario.tables import RulesTables
from sim.scenario.validate import validate
from tests.games import Game, flagship

Package = dict[str, str]
# Between them these sign long and short truces, break them, never sign, and pull every kind of lever.
PAIRS = [
    ("cooperative", "cooperative"), ("linear", "tit-for-tat"), ("random", "random"), ("historical", "historical"),
    ("hardline", "cooperative"), ("tit-for-tat", "hardline"),
]  # fmt: skip


@lru_cache
def sources() -> Loaded:
    """The flagship's files as read."""
    return load_sources(data_folder("scenarios") / "aleppo-2016")


def changed(profile: str) -> tuple[RulesTables, tuple[str, str]]:
    """Tables with a profile laid over them, and who plays."""
    document = parse_document(("schema_version: 1\n" + profile).encode(), "profile.yaml")
    read = validate(Profile, document)
    document.faults.refuse()
    assert read
    tables, agents = lay_over(sources().scenario, read, document)
    return tables, (agents["us"], agents["russia"])


def played(kernel: Kernel, agents: Sequence[str], games: int) -> Any:
    """Games between two built-in agents with their nights kept; equal numbers have equal luck, whatever the tables."""
    tape = kernel.tape(games, days=True)
    brains = [make_brain(kernel.tables, agent, seat) for seat, agent in enumerate(agents)]
    kernel.play_games(kernel.ints, kernel.reals, kernel.desk(*brains), tape, 1, 0)
    return tape


def nights(tape: Any) -> list[list[list[float]]]:
    """The state after each night of each game."""
    return [[[float(x) for x in row] for row in days if row[at.DAY]] for days in tape.days]


@lru_cache
def reached() -> list[list[float]]:
    """States in which a seat is to move, from games between agents of all kinds."""
    kernel = plain_kernel(flagship())
    games = [game for pair in PAIRS for game in nights(played(kernel, pair, 4))]
    return [state for game in games for state in game if state[at.ENDING] < 0]


class World(Game):
    """A game of the flagship set in a given state, with luck of its own."""

    def __init__(self, state: Sequence[float], number: int = 0, tables: RulesTables | None = None) -> None:
        super().__init__(tables or flagship(), number)
        self.number = number
        self.state[:] = state

    def twin(self, **values: float) -> "World":
        """The same world with the same luck, but for some values; `__` stands for the dot of a name."""
        other = World(self.state, self.number, self.tables)
        other.luck[:] = self.luck
        return other.given(**values)

    def given(self, **values: float) -> Self:
        """The same world with some values set."""
        for name, value in values.items():
            self[name.replace("__", ".")] = value
        return self

    @property
    def kernel(self) -> tuple[list[int], list[float], list[float], list[int], list[float]]:
        """What the functions of the rules take."""
        return self.tables.ints, self.tables.reals, self.state, self.luck, self.log

    def alone(self) -> Self:
        """No agreement runs, no one-sided pause, and the talks go on."""
        if self["stage"] > 0:
            end_agreement(*self.kernel, at.DENOUNCED)
        return self.given(unilateral=0, talks=1)

    def under(self, package: Package) -> Self:
        """An agreement signed today, whatever the factions say of it."""
        self.alone()
        for issue, option in package.items():
            self[issue] = self.tables.names.issues[issue].index(option)
        sign(*self.kernel, self.tables.ints[at.FIRST_PACKAGE])
        return self

    def moves(self, seat: str) -> Self:
        """It is a seat's turn, with nothing done in it and all the capital there is to spend."""
        number = self.tables.names.seats.index(seat)
        for lever in self.tables.names.levers:
            self[f"lever.{lever}.day"] = 0
        return self.given(to_move=number, turn=0, tabled=0, pulled=0, **{f"{seat}__capital": 10})

    def runs(self, *steps: str) -> Self:
        """Some steps of the night, in their order."""
        order = sources().data["night"]
        ints = list(self.tables.ints)
        for step in steps:
            ints[at.PROGRAM] = self.tables.ints[at.PROGRAM] + order.index(step) * at.PROGRAM_WIDTH
            ints[at.N_PROGRAM] = 1
            run_program(ints, self.tables.reals, self.state, self.luck, self.log)
        return self

    def hazard(self, name: str) -> int:
        """A hazard's number."""
        return list(self.tables.names.hazards).index(name)

    def odds(self, hazard: str) -> float:
        """The log-odds of a hazard tonight, once the night's first sums are made."""
        tonight = self.twin().runs("opening")
        return logit(self.tables.ints, self.tables.reals, tonight.state, self.hazard(hazard))

    def draw(self, name: str) -> Self:
        """One of a draw's outcomes."""
        run_draw(*self.kernel, list(self.tables.names.draws).index(name))
        return self

    def ends(self, how: str) -> Self:
        """The running agreement ends: `expired` or `collapsed`."""
        end_agreement(*self.kernel, {"expired": at.EXPIRED, "collapsed": at.COLLAPSED}[how])
        return self

    def broken_off(self, how: str) -> Self:
        """The running agreement ends before its time: `collapse`, or `denounced by` a seat."""
        return self.ends("collapsed") if how == "collapse" else self.moves(how.rpartition(" ")[2]).act("denounce")

    def strike(self, hazard: str) -> Self:
        """A hazard that strikes, and what follows from it."""
        self.force_hazard(hazard, 1)
        run_hazard(*self.kernel, self.hazard(hazard))
        return self


def worlds(number: int = 20) -> st.SearchStrategy[World]:
    """Worlds set in states reached in play."""
    indices = st.integers(0, 2**16).map(lambda i: i * 7919 % len(reached()))
    return st.builds(lambda i, luck: World(reached()[i], luck), indices, st.integers(0, number))


def packages(**fixed: str) -> st.SearchStrategy[Package]:
    """Packages, with some options given."""
    issues = flagship().names.issues
    return st.fixed_dictionaries(
        {issue: st.just(fixed[issue]) if issue in fixed else st.sampled_from(each) for issue, each in issues.items()}
    )


def text(package: Package) -> str:
    """A whole package as an action names it."""
    return "/".join(package[issue] for issue in flagship().names.issues)


TRUCES = packages().filter(lambda package: package["separation"] != "before")  # whose first stage is a truce

"""Models of what the seats want and how data-driven agents act."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from sim.scenario.entry import DistinctIds, Entry, Id, Lines, Name, Numbers, Positive, Share, SomeLines, VariableId
from sim.scenario.model_table import Package
from sim.scenario.phrases import Do
from sim.scenario.written import Cited


class Faction(Entry):
    """A group at home. It is in favour of a package whose worth to it reaches its threshold."""

    seat: Id = Field(description="The seat it belongs to.")
    weight: Share = Field(description="Its share of the seat's factions; these sum to 1.")
    threshold: Cited = Field(description="Worth from which it is in favour.")
    values: dict[Id, Numbers] = Field(default={}, description="Worth of each option of an issue, in order.")
    sway: dict[Name, Cited] = Field(default={}, description="Worth added per unit of a variable.")


class SeatType(Entry):
    """What a seat privately wants, and how much it will bear."""

    prior: Share = Field(description="Probability that the seat is of this type; these sum to 1.")
    resolve: Share = Field(description="Willingness to bear costs.")
    values: dict[Id, Numbers] = Field(default={}, description="Worth on paper of each option of an issue, in order.")
    weights: dict[Id, Cited] = Field(description="Weight of components of the score.", min_length=1)


class Scoring(Entry):
    """How a finished game is scored."""

    components: Annotated[DistinctIds, Field(min_length=1)] = Field(description="Components, each from 0 to 1.")
    settle: SomeLines = Field(description="Statements run when the game ends; they set score.<component>.")
    par: dict[Id, dict[Id, Cited]] = Field(description="What each type of each seat expects under reference play.")


class HumanCost(Entry):
    """A count of people reported beside every score, as a range: a variable times `low` and times `high`."""

    of: VariableId = Field(description="A variable of `state`.")
    low: Cited = Field(description="Factor for the low end.")
    high: Cited = Field(description="Factor for the high end.")


class Ending(Entry):
    """A named way for the game to end: of those whose conditions hold, the lowest rank."""

    when: Lines = Field(default=(), description="Conditions; none always holds.")
    rank: Cited = Field(description="Order in which endings are tried, lowest first.")


class Rule(Entry):
    """One rule of a doctrine. It acts if its conditions hold on what the seat sees and its act is legal."""

    when: Lines = Field(default=(), description="Conditions on what the seat sees.")
    do: Do = Field(
        description="lever ID, propose, accept, reject REASON, withdraw, agree, object, denounce, end_talks or hold."
    )
    chance: Share = Field(default=Cited(1.0), description="Probability of acting when it could.")
    at_least: Share | None = Field(
        default=None, description="Own worth on paper, as a share of the span from worst to best package."
    )
    at_last: Share | None = Field(
        default=None, description="What `at_least` comes down to, evenly over the days of `patience`."
    )
    patience: Positive | None = Field(
        default=None, description="Days from the first until `at_last` is all that is asked."
    )
    package: Package = Field(default={}, description="Options fixed in a proposal; the rest by logrolling.")
    red_lines: dict[Id, DistinctIds] = Field(
        default={}, description="For an issue, options that it neither proposes nor accepts."
    )
    priorities: dict[Id, Positive] = Field(
        default={}, description="For an issue, how many times as dear as its worth it is held when conceding."
    )
    face: Literal["public", "private"] | None = Field(default=None, description="Face of a proposal.")

    @model_validator(mode="after")
    def _fits(self) -> "Rule":
        if self.do.verb != "propose" and (self.package or self.face):
            raise ValueError(f"`package` and `face` belong to `propose`, not to `{self.do}`")
        if self.do.verb != "propose" and self.priorities:
            raise ValueError(f"`priorities` belong to `propose`, not to `{self.do}`")
        if self.do.verb not in ("propose", "accept"):
            for name in ("at_least", "at_last", "patience", "red_lines"):
                if getattr(self, name) not in (None, {}):
                    raise ValueError(f"`{name}` belongs to `propose` and `accept`, not to `{self.do}`")
        if (self.at_last is None) != (self.patience is None):
            raise ValueError("`at_last` and `patience` go together: what is asked in the end, and from which day on")
        if self.at_last is not None and (self.at_least is None or self.at_last.value > self.at_least.value):
            raise ValueError("`at_last` is what `at_least` comes down to: give both, and it no higher")
        return self


class Habit(Rule):
    """A lever that a seat pulls, whatever its style at the table, whenever the conditions hold and it may."""

    @model_validator(mode="after")
    def _is_a_lever(self) -> "Habit":
        if self.do.verb != "lever" or self.chance.value < 1.0:
            raise ValueError("a habit is `do: lever ID`, without a chance")
        return self

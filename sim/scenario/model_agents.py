"""Models of what the seats want and how data-driven agents act."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from sim.scenario.entry import DistinctIds, Entry, Id, Lines, Name, Numbers, Share, SomeLines, VariableId
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
    package: Package = Field(default={}, description="Options fixed in a proposal; the rest by logrolling.")
    face: Literal["public", "private"] | None = Field(default=None, description="Face of a proposal.")

    @model_validator(mode="after")
    def _fits(self) -> "Rule":
        if self.do.verb != "propose" and (self.package or self.face):
            raise ValueError(f"`package` and `face` belong to `propose`, not to `{self.do}`")
        if self.do.verb not in ("propose", "accept") and self.at_least is not None:
            raise ValueError(f"`at_least` belongs to `propose` and `accept`, not to `{self.do}`")
        return self

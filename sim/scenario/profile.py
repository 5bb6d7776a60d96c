"""A profile: a small file that asks a question of the model. `scenarios/PROFILES.md` is its specification.

It names who plays, what they are made to do or kept from doing, which numbers of the scenario are other than written,
and quantities over the table of days. `overlay` lays it over a scenario; `sim.analysis` answers it.
"""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema, model_validator

from sim.scenario.entry import Id, Ids, Lax, Lines, Slug, SomeLines, Strictly, listed
from sim.scenario.model_agents import Rule
from sim.scenario.phrases import Do
from sim.scenario.profile_phrases import Report, Take, Window

TRUCES = "truces"
"""The episodes that need no definition: every truce of a game."""

KEY = r"^[A-Za-z][A-Za-z0-9_]*$"
Key = Annotated[str, StringConstraints(pattern=KEY, max_length=60)]
Rules = Annotated[tuple[Rule, ...], Lax]
_text_or_texts = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
SomeIds = Annotated[Ids, BeforeValidator(listed), Field(min_length=1), WithJsonSchema(_text_or_texts)]
OneOrMore = Annotated[SomeLines, BeforeValidator(listed), WithJsonSchema(_text_or_texts)]


class UnitChoice(Strictly):
    """Which games, nights or episodes count."""

    among: Lines = Field(
        default=(), description="Milestones (`held`, `not held`), or conditions on the unit: `nights >= 2`."
    )
    opening: Lines = Field(default=(), description="Conditions on the daily table, on an episode's first night.")
    closing: Lines = Field(default=(), description="Conditions on the daily table, on the night an episode ended.")


class Episode(Strictly):
    """Stretches of a game: every longest run of nights on which the conditions hold."""

    while_: OneOrMore = Field(alias="while", description="Conditions on the daily table; all must hold.")


class Milestone(UnitChoice):
    """Yes or no of each game. Exactly one of `ever`, `never`, `first`, `throughout`, `finally` and `has` is given."""

    ever: OneOrMore | None = Field(default=None, description="On some night, all of these hold.")
    never: OneOrMore | None = Field(default=None, description="On no night do all of these hold.")
    first: OneOrMore | None = Field(default=None, description="The first night on which all hold lies in the window.")
    throughout: OneOrMore | None = Field(default=None, description="On every night, all of these hold.")
    finally_: OneOrMore | None = Field(
        default=None, alias="finally", description="On the last night, all of these hold."
    )
    has: Id | None = Field(default=None, description="The game has such an episode.")
    in_: Window | None = Field(default=None, alias="in", description="Days that count; for `has`, of its first night.")

    @model_validator(mode="after")
    def _one(self) -> "Milestone":
        ways = [self.ever, self.never, self.first, self.throughout, self.finally_, self.has]
        if sum(way is not None for way in ways) != 1:
            raise ValueError("should have one of `ever`, `never`, `first`, `throughout`, `finally` and `has`")
        if self.has is None and (self.among or self.opening or self.closing):
            raise ValueError("`among`, `opening` and `closing` choose episodes: they belong to `has`")
        if self.in_ is not None and (self.in_.anchor != "days" or self.finally_ is not None):
            raise ValueError("`in` counts days here, as in `days 1..10`, and `finally` needs none")
        return self


class ComparedQuantity(Strictly):
    """What a quantity is set against: another quantity, or the same one under another profile."""

    quantity: Key | None = Field(default=None, description="Left out: the quantity of the same name.")
    profile: str | None = Field(default=None, description="A profile's name beside this file; left out: this one.")
    as_: Literal["ratio", "difference", "saved"] = Field(
        default="ratio", alias="as", description="this / that; this - that; or 1 - this / that."
    )

    @model_validator(mode="after")
    def _other(self) -> "ComparedQuantity":
        if self.quantity is None and self.profile is None:
            raise ValueError("should name a `quantity`, a `profile` or both; a quantity is not set against itself")
        return self


class Quantity(UnitChoice):
    """A number asked of many games. Exactly one of `take`, `count` and `share` is given."""

    about: str = Field(default="", description="What it means, in words.")
    take: Take | None = Field(default=None, description="What number each unit gives: `mean trust`, `nights` ...")
    count: SomeIds | None = Field(default=None, description="How many of these milestones each game passes.")
    share: SomeIds | None = Field(default=None, description="The share of games that pass all of these milestones.")
    of: Id = Field(default="games", description="Units: games, nights, truces, or episodes defined here.")
    in_: Window | None = Field(default=None, alias="in", description="Nights of each unit that count.")
    to: Window | None = Field(default=None, description="Each number is set in ratio to the same of these nights.")
    where: Lines = Field(default=(), description="Conditions on the daily table; only nights that meet them count.")
    ends: SomeIds | None = Field(default=None, description="For survival and death: the fates that count as an end.")
    report: Report = Field(default=Report("mean", text="mean"), description="What is said of the units' numbers.")
    over: ComparedQuantity | None = Field(default=None, description="What the result is set against.")
    low: float | None = Field(default=None, description="Least that would do.")
    high: float | None = Field(default=None, description="Most that would do.")
    basis: str = Field(default="", description="What the band rests on.")

    @model_validator(mode="after")
    def _fits(self) -> "Quantity":
        if sum(way is not None for way in (self.take, self.count, self.share)) != 1:
            raise ValueError("should have one of `take`, `count` and `share`")
        if self.take is None and (self.of != "games" or self.in_ or self.to or self.where):
            raise ValueError("counts milestones of games: `of`, `in`, `to` and `where` belong to `take`")
        if self.share is not None and self.report.what != "mean":
            raise ValueError("`share` is itself the report; leave `report` out")
        if self.to is not None and (self.take is None or self.take.verb not in ("mean", "sum", "share")):
            raise ValueError("`to` makes a ratio of `mean`, `sum` or `share`, not of anything else")
        poolable = self.take is not None and self.take.verb in ("mean", "share")
        if self.report.what == "pooled" and not poolable:
            raise ValueError("`pooled` is over all nights of all units: it goes with `mean NAME` and `share`")
        alone = self.take == Take("nights") and self.of not in ("games", "nights") and not (self.in_ or self.where)
        lives = self.report.what in ("survival", "death")
        if lives and not alone:
            raise ValueError(f"`{self.report.what}` is of episodes, and takes `nights` without `in` or `where`")
        if self.ends is not None and not lives:
            raise ValueError("`ends` belongs to `survival` and `death`")
        return self


class Profile(Strictly):
    """A whole profile."""

    schema_version: Literal[1] = Field(description="Version of the language of profiles.")
    about: str = Field(default="", description="What is asked, in words.")
    agents: dict[Id, Slug] = Field(description="Who plays each seat; see `cessation agents`.")
    forced: dict[Id, Rules] = Field(default={}, description="Rules that come before those of a seat's doctrine.")
    forbidden: dict[Id, Annotated[tuple[Do, ...], Lax]] = Field(
        default={}, description="Acts struck from the rules of a seat's doctrine, such as `lever ID` or `propose`."
    )
    doctrines: dict[Id, dict[Id, Rules]] = Field(
        default={}, description="Doctrines of one's own; one named as in the scenario replaces that seat's rules."
    )
    set: dict[str, Any] = Field(default={}, description="Values by path into the scenario: `hazards.breach.base: -2`.")
    episodes: dict[Id, Episode] = Field(default={}, description="Stretches of nights, by name.")
    milestones: dict[Id, Milestone] = Field(default={}, description="Yes or no of each game, by name.")
    quantities: dict[Key, Quantity] = Field(default={}, description="What is asked, by name.")

    @model_validator(mode="after")
    def _names(self) -> "Profile":
        taken = {"games", "nights", TRUCES} & set(self.episodes)
        if taken:
            raise ValueError(f"`{min(taken)}` are units already; call the episodes something else")
        return self


class Target(Strictly):
    """What a quantity should come to, and why."""

    profile: str = Field(description="Name of a file in `profiles/`, without its ending.")
    quantity: Key = Field(description="A quantity of that profile.")
    low: float | None = Field(default=None, description="Least that would do.")
    high: float | None = Field(default=None, description="Most that would do.")
    basis: str = Field(description="What the band rests on; fact ids in it must exist.", min_length=1)


TARGET = r"^[A-Z]+[0-9]+[a-z]?$"
TargetId = Annotated[str, StringConstraints(pattern=TARGET)]


class Targets(Strictly):
    """The targets of a scenario. Those that differ in a last small letter are parts of one."""

    schema_version: Literal[1] = Field(description="Version of the language of targets.")
    targets: dict[TargetId, Target] = Field(description="Targets by id: `T1`, or parts `T5a`, `T5b`.")

"""Models of the table: what is bargained over, what an agreement becomes, and where history left it."""

import datetime
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from sim.scenario.entry import (
    AtLeastZero,
    Between,
    DistinctIds,
    Entry,
    FactId,
    Id,
    Lax,
    Lines,
    Needs,
    Owed,
    Share,
    Shorthand,
    SomeLines,
)
from sim.scenario.phrases import Lasts
from sim.scenario.written import NAME, Cited


def _date(raw: object) -> object:
    """A date from `2016-09-28`; anything else goes on to be refused."""
    if not isinstance(raw, str):
        return raw
    try:
        return datetime.date.fromisoformat(raw)
    except ValueError as wrong:
        raise ValueError(f"should be a date such as 2016-09-28, not `{raw}`") from wrong


Date = Annotated[datetime.date, BeforeValidator(_date)]


class Calendar(Entry):
    """How long a game lasts and who begins."""

    day_1: Date = Field(description="Date of day 1.")
    horizon: Annotated[Cited, Between(1, 1000, whole=True)] = Field(description="Last day.")
    opens: Id = Field(description="Seat that plays first on day 1; the opener alternates from day to day.")


class Turn(Entry):
    """What fits in one turn of a seat."""

    levers: Annotated[Cited, Between(0, 10, whole=True)] = Field(description="Levers a seat can play in a turn.")
    offer_lasts: Annotated[Cited, Between(1, 100, whole=True)] = Field(description="Days an offer stands.")


def _options(raw: object) -> object:
    """A list of options as a mapping of them to nothing, so that both forms read alike."""
    if not isinstance(raw, list | tuple):
        return raw
    if len(set(map(repr, raw))) < len(raw):
        raise ValueError("lists an option twice")
    if any(isinstance(option, list | dict) for option in raw):
        raise ValueError("should be a list of ids or a mapping of ids to durations")
    return dict.fromkeys(raw)


_listed_options = {
    "anyOf": [
        {"type": "array", "items": {"type": "string", "pattern": f"^{NAME}$"}, "minItems": 2, "uniqueItems": True},
        {"type": "object", "additionalProperties": Cited.json_schema, "minProperties": 2},
    ]
}


class Issue(Entry):
    """One matter of a package. Options are in order; with a unit they are durations."""

    unit: Literal["hours", "days"] | None = Field(default=None, description="Unit of the options' durations.")
    options: Annotated[
        dict[Id, Annotated[Cited, Between(0)] | None],
        BeforeValidator(_options),
        Field(min_length=2),
        WithJsonSchema(_listed_options),
    ] = Field(description="Options in order: a list of ids, or {id: duration} when there is a unit.")

    @model_validator(mode="after")
    def _durations(self) -> "Issue":
        timed = [duration is not None for duration in self.options.values()]
        if self.unit and not all(timed):
            raise ValueError(f"has the unit {self.unit}, so every option needs a duration: {{short: 24, long: 48}}")
        if not self.unit and any(timed):
            raise ValueError("has durations but no unit; add `unit: hours` or `unit: days`, or list the options")
        return self


class Reason(Entry):
    """Why a seat refuses, as it tells it: an issue and the direction it would rather have, or neither."""

    issue: Id | None = Field(default=None, description="The issue complained of.")
    wants: Literal["higher", "lower"] | None = Field(default=None, description="Towards later or earlier options.")

    @model_validator(mode="after")
    def _both(self) -> "Reason":
        if (self.issue is None) != (self.wants is None):
            raise ValueError("should have both `issue` and `wants`, or neither")
        return self


class Stage(Entry):
    """One stretch of a running agreement. Stages are numbered from 1 in their order."""

    needs: Needs = Field(default=(), description="Options the package must hold: issue.option, or issue.option+.")
    lasts: Lasts = Field(description="Days, or an issue with a unit.")
    truce: bool = Field(description="Whether the guns are meant to be silent.")
    opens_when: Lines = Field(default=(), description="Conditions on which a night opens this stage.")


Night = Annotated[Cited, Between(1, 1000, whole=True)]


class Reading(Entry):
    """One way to read an ambiguous obligation. Each seat holds one, drawn at the start, and knows only its own."""

    kept_when: SomeLines = Field(description="Conditions under which it counts as kept.")
    due: Night = Field(description="Night of the stage on which it is first judged; judged nightly from then on.")
    held_by: dict[Id, Share] = Field(description="Probability, for each seat, that it reads the obligation so.")


class Obligation(Entry):
    """What a seat owes under a clause, and what follows a breach: `kept_when` and `due`, or `readings`."""

    kept_when: Lines = Field(default=(), description="Conditions under which it counts as kept.")
    due: Night | None = Field(
        default=None, description="Night of the stage on which it is first judged; judged nightly from then on."
    )
    readings: dict[Id, Reading] = Field(default={}, description="Two to four readings, if it is ambiguous.")
    breach: Lines = Field(default=(), description="Statements run when it is breached.")
    contested: Lines = Field(default=(), description="Statements run when one seat finds a breach and the other none.")
    cure: Lines = Field(default=(), description="Statements run when what was breached or contested is kept after all.")

    @model_validator(mode="after")
    def _plain_or_ambiguous(self) -> "Obligation":
        if self.readings:
            if self.kept_when or self.due:
                raise ValueError("has `readings`, so `kept_when` and `due` should stand in each of them")
        elif not self.kept_when or not self.due:
            raise ValueError("should have `kept_when` and `due`, or `readings`")
        elif self.contested:
            raise ValueError("has `contested` but no `readings`, and what all read alike is never contested")
        return self


class Clause(Entry):
    """In force while one of its stages runs and the package holds what it needs."""

    stages: Annotated[DistinctIds, Field(min_length=1)] = Field(description="Stages it belongs to.")
    needs: Needs = Field(default=(), description="Options the package must hold.")
    does: Lines = Field(default=(), description="Statements run every night it is in force.")
    obliges: dict[Id, Obligation] = Field(default={}, description="What each seat owes.")


class Renewal(Entry):
    """A way the term of a stage can be run again when it ends."""

    stage: Id = Field(description="The stage it renews.")
    needs: Needs = Field(default=(), description="Options the package must hold.")
    when: Lines = Field(default=(), description="Conditions at the end of the term.")
    consent: Literal["both", "unless_objected"] = Field(description="Each seat must agree, or none may object.")
    at_most: Annotated[Cited, Between(1, 1000, whole=True)] = Field(
        description="Renewals that the stage may have had before, of whatever kind."
    )
    cost: AtLeastZero = Field(default=Cited(0.0), description="Points of capital of each seat.")
    risk: Id | None = Field(default=None, description="Hazard that makes the renewal fail if it strikes.")
    does: Lines = Field(default=(), description="Statements run when it renews.")


class Signing(Entry):
    """What it takes to sign."""

    cost: AtLeastZero = Field(description="Points of capital of each seat.")
    when: Lines = Field(default=(), description="Conditions under which a package can be accepted at all.")


class Hook(Shorthand):
    """What follows an act or a turn of the agreement: a list of statements, or {does, draws}."""

    short: ClassVar[str] = "does"

    does: Lines = Field(default=(), description="Statements; `self` is the seat that acts, or each seat in turn.")
    draws: DistinctIds = Field(default=(), description="Draws made.")


SeatHook = Literal["proposed", "proposed_public", "backed_down", "refused", "unratified", "denounced", "talks_ended"]
AgreementHook = Literal["signed", "amended", "opened", "renewed", "expired", "collapsed", "suspended", "ended"]
HookName = Literal[SeatHook, AgreementHook]

Package = dict[Id, Id]
"""One option for each issue; or, where said so, for some."""


class PastAgreement(Entry):
    """The agreement that had lapsed when the game opens."""

    package: Package = Field(description="One option for every issue.")
    signed: Date = Field(description="When it was signed.")
    ended: Date = Field(description="When it ended.")
    contested: Annotated[tuple[Owed, ...], Lax] = Field(
        default=(), description="Obligations whose keeping is disputed: clause.seat."
    )


class PastRefusal(Entry):
    """A refusal that is remembered, perhaps disputed."""

    by: Id = Field(description="Seat said to have refused.")
    package: Package = Field(description="What was refused: an option for some issues.", min_length=1)
    disputed_by: Id | None = Field(default=None, description="Seat that denies it.")


class History(Entry):
    """Where the game opens."""

    agreement: PastAgreement | None = Field(default=None, description="The agreement that had lapsed.")
    refusals: Annotated[tuple[PastRefusal, ...], Lax] = Field(default=(), description="Refusals remembered.")
    timeline: Annotated[tuple[FactId, ...], Lax] = Field(
        default=(), description="Facts told in the briefing, in order."
    )

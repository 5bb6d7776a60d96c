"""The scenario file as a model: one field a section. `scenarios/README.md` is its specification.

Models check the shape of each entry alone; `check` the references between entries; the compiler the statements.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from sim.scenario.entry import DistinctIds, DistinctNames, Id, Lax, Slug, Strictly, VariableId, distinct
from sim.scenario.model_advisers import Adviser
from sim.scenario.model_agents import Ending, Faction, Habit, HumanCost, Rule, Scoring, SeatType
from sim.scenario.model_lessons import Course
from sim.scenario.model_table import (
    Calendar,
    Clause,
    History,
    Hook,
    HookName,
    Issue,
    Reason,
    Renewal,
    Signing,
    Stage,
    Turn,
)
from sim.scenario.model_world import Actor, Draw, Event, Flow, Hazard, Lever, Seat, SeatVariable, Variable


class Scenario(Strictly):
    """A whole scenario. The order of mappings matters where the language says so."""

    schema_version: Literal[1] = Field(description="Version of the scenario language.")
    id: Slug = Field(description="The scenario's id, as in its folder's name.")
    calendar: Calendar = Field(description="Dates, horizon and who opens.")
    sources: Annotated[tuple[Slug, ...], Lax, AfterValidator(distinct)] = Field(
        default=(), description="Folders of seeds/ whose facts are cited."
    )
    turn: Turn = Field(description="What fits in a turn.")
    seats: dict[Id, Seat] = Field(description="Exactly two; the order is the order of play.")
    actors: dict[Id, Actor] = Field(default={}, description="Everyone else.")
    state: dict[VariableId, Variable] = Field(description="Variables of the world.")
    seat_state: dict[Id, SeatVariable] = Field(default={}, description="Variables each seat has one of.")
    headline: DistinctNames = Field(default=(), description="Variables a player sees first, in order.")
    issues: dict[Id, Issue] = Field(description="What is bargained over.", min_length=1)
    reasons: dict[Id, Reason] = Field(default={}, description="Reasons of a refusal.")
    levers: dict[Id, Lever] = Field(default={}, description="Cards the seats can play.")
    hazards: dict[Id, Hazard] = Field(default={}, description="Shocks, each with a probability a night.")
    draws: dict[Id, Draw] = Field(default={}, description="Chance with finitely many outcomes.")
    flows: dict[Id, Flow] = Field(default={}, description="Statements run every night.")
    events: dict[Id, Event] = Field(default={}, description="What fires when its conditions hold.")
    night: DistinctIds = Field(description="Order of the world's move.")
    stages: dict[Id, Stage] = Field(description="Stretches of a running agreement.", min_length=1)
    clauses: dict[Id, Clause] = Field(default={}, description="What is in force in a stage.")
    renewals: dict[Id, Renewal] = Field(default={}, description="Ways to run a stage again.")
    signing: Signing = Field(description="Price and conditions of signing.")
    hooks: dict[HookName, Hook] = Field(default={}, description="What follows acts and turns of the agreement.")
    factions: dict[Id, Faction] = Field(default={}, description="Groups that ratify at home.")
    types: dict[Id, dict[Id, SeatType]] = Field(description="For each seat, its private types.")
    scoring: Scoring = Field(description="How a game is scored.")
    human_cost: dict[Id, HumanCost] = Field(default={}, description="Counts of people, as ranges.")
    endings: dict[Id, Ending] = Field(description="Named ways to end.", min_length=1)
    history: History = Field(default=History(), description="The past in which the game opens.")
    doctrines: dict[Id, dict[Id, Annotated[tuple[Rule, ...], Lax]]] = Field(
        default={}, description="Agents in data: for each seat, rules in order."
    )
    habits: dict[Id, Annotated[tuple[Habit, ...], Lax]] = Field(
        default={}, description="For each seat, levers that the families that bargain pull, whatever their style."
    )
    advisers: dict[Id, dict[Id, Adviser]] = Field(
        default={}, description="For each seat, up to five who judge what it sees in ways of their own."
    )
    lessons: Course | None = Field(default=None, description="Lessons for whoever plays for the first time.")

"""The words of a scenario, text.<language>.yaml: a name and an explanation for every id, and the longer texts."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from pydantic import Field

from sim.scenario.entry import Id, Name, Strictly, VariableId
from sim.scenario.facts import Prose
from sim.scenario.faults import Faults, Path, did_you_mean
from sim.scenario.model import Scenario

WORDLESS = "has no words; every id of the scenario needs some"


class Words(Strictly):
    """What people read of one id."""

    name: Prose = Field(description="A short name.")
    about: Prose = Field(description="A sentence or two that explain it.")


class IssueWords(Words):
    """An issue and its options."""

    options: dict[Id, Words] = Field(description="Words of each option.")


class ClauseWords(Words):
    """A clause, and the readings of what it obliges to."""

    readings: dict[Id, Words] = Field(default={}, description="Words of each reading of an ambiguous obligation.")


class HazardWords(Words):
    """A hazard, its terms, and the wire's sentence on a strike."""

    news: Prose | None = Field(default=None, description="The sentence on the wire, attributed.")
    terms: dict[Name, Words] = Field(default={}, description="Words of each term.")


class DrawWords(Words):
    """A draw and its outcomes."""

    outcomes: dict[Id, Words] = Field(description="Words of each outcome.")


class EventWords(Words):
    """An event and the wire's sentence on it."""

    news: Prose | None = Field(default=None, description="The sentence on the wire, attributed.")


class AdviserWords(Words):
    """An adviser, and whose view it is."""

    office: Prose = Field(description="The office or school of thought that speaks, never a person.")


class CardWords(Words):
    """A concept card: what the idea is, and what it has to say of a game."""

    text: Prose = Field(description="A sentence or two in the game's own terms, with gaps for its figures.")


class LessonWords(Words):
    """A lesson, and what to try."""

    task: Prose = Field(description="What to try, in a sentence.")
    say: Prose | None = Field(default=None, description="What to type for it where the game is played as text.")


class EndingWords(Words):
    """An ending and its closing paragraph."""

    text: Prose = Field(description="The closing paragraph.")


class Text(Strictly):
    """All words of a scenario in one language, under the scenario's own ids."""

    title: Prose = Field(description="Title of the scenario.")
    summary: Prose = Field(description="One or two sentences for the list of scenarios.")
    disclaimer: Prose = Field(description="What the scenario does not claim.")
    briefing: dict[Id, Prose] = Field(description="What each seat is told at the start.")
    seats: dict[Id, Words] = Field(description="Words of the seats.")
    actors: dict[Id, Words] = Field(default={}, description="Words of the actors.")
    state: dict[VariableId, Words] = Field(description="Words of the variables of the world.")
    seat_state: dict[Id, Words] = Field(default={}, description="Words of the variables of the seats.")
    issues: dict[Id, IssueWords] = Field(description="Words of the issues.")
    reasons: dict[Id, Words] = Field(default={}, description="Words of the reasons.")
    levers: dict[Id, Words] = Field(default={}, description="Words of the levers.")
    hazards: dict[Id, HazardWords] = Field(default={}, description="Words of the hazards.")
    draws: dict[Id, DrawWords] = Field(default={}, description="Words of the draws.")
    events: dict[Id, EventWords] = Field(default={}, description="Words of the events.")
    stages: dict[Id, Words] = Field(description="Words of the stages.")
    clauses: dict[Id, ClauseWords] = Field(default={}, description="Words of the clauses.")
    renewals: dict[Id, Words] = Field(default={}, description="Words of the renewals.")
    factions: dict[Id, Words] = Field(default={}, description="Words of the factions.")
    types: dict[Id, Words] = Field(description="Words of the types, of both seats.")
    components: dict[Id, Words] = Field(description="Words of the components of the score.")
    human_cost: dict[Id, Words] = Field(default={}, description="Words of the human cost.")
    endings: dict[Id, EndingWords] = Field(description="Words of the endings.")
    doctrines: dict[Id, Words] = Field(default={}, description="Words of the doctrines.")
    lessons: dict[Id, LessonWords] = Field(default={}, description="Words of the lessons.")
    advisers: dict[Id, AdviserWords] = Field(default={}, description="Words of the advisers, of both seats.")
    cards: dict[Id, CardWords] = Field(default={}, description="Words of the cards of cards.yaml.")
    phrases: dict[str, Prose] = Field(
        default={}, description="Each unit and each reason of an assumption, as scenario.yaml has it, in words."
    )


class Worded(NamedTuple):
    """Ids that words exist for at a path, and ids that the scenario has there."""

    path: Path
    worded: Collection[str]
    wanted: Collection[str]


def check_text(text: Text, scenario: Scenario, faults: Faults) -> None:
    """Note all words without an id. `faults` is that of the text's file."""
    for path, worded, wanted in [*_sections(text, scenario), *_parts(text, scenario)]:
        for id_ in worded:
            if id_ not in wanted:
                faults.add((*path, id_), f"is not in the scenario{did_you_mean(id_, wanted, 'ids')}", at_key=True)


def lacking(text: Text, scenario: Scenario) -> Iterator[tuple[Path, str]]:
    """Every place at which the scenario needs words that this language does not have, and what is wrong with that."""
    for path, worded, wanted in [*_sections(text, scenario), *_parts(text, scenario)]:
        yield from (((*path, id_), WORDLESS) for id_ in wanted if id_ not in worded)
    for section, models in (("hazards", scenario.hazards), ("events", scenario.events)):
        for id_, words in getattr(text, section).items():
            if id_ in models and models[id_].seen_by.everyone != "none" and words.news is None:
                yield (section, id_), "is seen when it happens, so it needs `news`"


def _sections(text: Text, scenario: Scenario) -> Iterator[Worded]:
    wanted: dict[str, Collection[str]] = {
        section: getattr(scenario, section) for section in Text.model_fields if section in Scenario.model_fields
    }
    wanted["briefing"] = scenario.seats
    wanted["types"] = [kind for kinds in scenario.types.values() for kind in kinds]
    wanted["advisers"] = [name for advisers in scenario.advisers.values() for name in advisers]
    wanted["lessons"] = scenario.lessons.steps if scenario.lessons else ()
    wanted["components"] = scenario.scoring.components
    for section, ids in wanted.items():
        yield Worded((section,), getattr(text, section), ids)


def _parts(text: Text, scenario: Scenario) -> Iterator[Worded]:
    """Options, readings, terms and outcomes of what both files have."""
    for id_, issue in text.issues.items():
        if id_ in scenario.issues:
            yield Worded(("issues", id_, "options"), issue.options, scenario.issues[id_].options)
    for id_, clause in text.clauses.items():
        if id_ in scenario.clauses:
            readings = [each for duty in scenario.clauses[id_].obliges.values() for each in duty.readings]
            yield Worded(("clauses", id_, "readings"), clause.readings, readings)
    for id_, hazard in text.hazards.items():
        if id_ in scenario.hazards:
            yield Worded(("hazards", id_, "terms"), hazard.terms, scenario.hazards[id_].terms)
    for id_, draw in text.draws.items():
        if id_ in scenario.draws:
            yield Worded(("draws", id_, "outcomes"), draw.outcomes, scenario.draws[id_].outcomes)

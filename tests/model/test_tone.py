"""How the flagship speaks: claims with their speaker, neutral labels, offices not persons, the dead of both sides."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from sim.scenario.facts import Fact
from tests.model.world import sources

# Words that belong to a speaker, and the only lines of the play text in which a speaker is named for them.
LOADED = re.compile(
    r"terror|regime|\bmoderate|rebel|militant|jihad|extremis|liberat|massacre|genocide|martyr|hero", re.IGNORECASE
)
SPOKEN = {
    "seats.us.about": "which it lists as terrorist",
    "levers.hard_frame.about": "Describe the whole opposition as terrorist",
    "endings.east_falls.text": "The government speaks of liberation",
}
OFFICIALS = (
    "Kerry Obama Trump Clinton Carter Lavrov Putin Peskov Ryabkov Konashenkov Churkin Shoigu Assad Muallem Mistura "
    "O'Brien Erdogan Cavusoglu Zarif Rouhani Guterres Hollande Ayrault Johnson"
).split()
REPORTED = re.compile(r"\b(reports?|says?|speaks?|announces?|confirms?|denies|deny|agree)\b")
OWN_WORDS = re.compile(r"[\"“”«»]|(?<!\w)'[^']*'(?!\w)")


def texts(data: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of the play, with its path."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from texts(value, f"{path}.{key}" if path else str(key))
    elif isinstance(data, str):
        yield path, data


def words() -> dict[str, Any]:
    """The words of the flagship."""
    return sources().text["en"].model_dump(mode="json")


def facts() -> dict[str, Fact]:
    """The facts it cites."""
    return dict(sources().facts)


def test_loaded_words_stand_only_in_a_speakers_mouth() -> None:
    found = {path: text for path, text in texts(words()) if LOADED.search(text)}
    assert set(found) == set(SPOKEN)
    assert all(spoken in " ".join(found[path].split()) for path, spoken in SPOKEN.items())


def test_the_play_names_offices_and_not_persons() -> None:
    named = [
        f"{path}: {name}" for path, text in texts(words()) for name in OFFICIALS if re.search(rf"\b{name}\b", text)
    ]
    assert not named


@pytest.mark.parametrize("official", ["Kerry", "Lavrov", "Peskov", "Ryabkov", "Mistura"])
def test_the_background_does_name_them(official: str) -> None:
    """So that the test above would find a name if there were one."""
    assert any(official in fact.by for fact in facts().values())


def test_nothing_that_is_said_in_play_is_given_as_a_quotation() -> None:
    quoted = [f"{path}: {text}" for path, text in texts(words()) if OWN_WORDS.search(text)]
    assert not quoted


@pytest.mark.parametrize("hazard", list(sources().data["hazards"]))
def test_news_of_the_fighting_has_a_speaker(hazard: str) -> None:
    assert REPORTED.search(words()["hazards"][hazard]["news"])


def test_an_accusation_says_who_denies_it() -> None:
    bare = [name for name, fact in facts().items() if fact.kind == "accusation" and not fact.contested_by]
    assert not bare


@pytest.mark.parametrize("seat", ["us", "russia"])
def test_a_briefing_tells_of_the_dead_of_the_east_and_of_the_west(seat: str) -> None:
    briefing = " ".join(words()["briefing"][seat].split())
    assert "Hundreds are reported killed" in briefing or "hundreds are reported killed" in briefing
    assert "In the government-held west shells and rockets kill civilians too" in briefing


def test_no_briefing_holds_what_was_learnt_later() -> None:
    first = sources().scenario.calendar.day_1
    timeline = sources().scenario.history.timeline
    assert len(timeline) > 10
    assert not [name for name in timeline if facts()[name].known_from > first]


def test_the_human_cost_has_a_side_and_a_cause_and_a_range() -> None:
    costs = sources().scenario.human_cost
    assert {"killed_east_air", "killed_east_ground", "killed_west", "killed_fighters", "displaced"} <= set(costs)
    for cost in costs.values():
        assert cost.low.value < cost.high.value


def test_deaths_earn_nobody_anything() -> None:
    """No score, no capital and no lever's price reads a count of the dead."""
    scored = " ".join(map(str, sources().data["scoring"]["settle"]))
    assert not re.search(r"\b(killed|deaths)_", scored)
    assert not [
        lever for lever, model in sources().data["levers"].items() if re.search(r"(killed|deaths)_", str(model))
    ]

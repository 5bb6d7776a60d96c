"""A profile laid over a scenario: what a path reaches, what is changed, and where a fault is told."""

from functools import lru_cache
from typing import Any

import pytest

from sim.rules import layout as at
from sim.scenario.faults import Fault, ScenarioError
from sim.scenario.load import Loaded, load_sources
from sim.scenario.overlay import find_path, lay_over, plain, steps_of
from sim.scenario.places import data_folder
from sim.scenario.profile import Profile
from sim.scenario.source import parse_document
from sim.scenario.tables import RulesTables
from sim.scenario.validate import validate

HEAD = "schema_version: 1\nagents: {hill: historical, shore: hold}\n"
HEAD_LINES = 2


@lru_cache
def tiny() -> Loaded:
    return load_sources(data_folder("scenarios") / "tiny")


@lru_cache
def data() -> dict[str, Any]:
    written: dict[str, Any] = plain(tiny().scenario.model_dump(by_alias=True))
    return written


def lay(text: str, head: str = HEAD) -> tuple[RulesTables, dict[str, str]]:
    document = parse_document((head + text).encode(), "mine.yaml")
    profile = validate(Profile, document)
    document.faults.refuse()
    assert profile
    return lay_over(tiny().scenario, profile, document)


def faults(text: str, head: str = HEAD) -> list[Fault]:
    with pytest.raises(ScenarioError) as error:
        lay(text, head)
    return list(error.value.faults)


def told(text: str, head: str = HEAD) -> list[str]:
    return [str(fault) for fault in faults(text, head)]


@pytest.mark.parametrize(
    ("path", "found", "short"),
    [
        ("hazards.breach.base", ("hazards", "breach", "base"), None),
        ("hazards.breach.terms.heat.weight", ("hazards", "breach", "terms", "heat", "weight"), None),
        ("hazards.breach.terms.bold.weight", ("hazards", "breach", "terms", "bold", "weight"), None),
        ("hazards.breach.terms.bold", ("hazards", "breach", "terms", "bold"), "weight"),
        ("state.ferrymen.compliance.start", ("state", "ferrymen.compliance", "start"), "value"),
        ("state.bold.start.outcomes.0.2", ("state", "bold", "start", "outcomes", 0.2), None),
        ("flows.quieten[1]", ("flows", "quieten", "does", 1), None),
        ("flows.quieten.does[1]", ("flows", "quieten", "does", 1), None),
        ("hooks.expired[0]", ("hooks", "expired", "does", 0), None),
        ("types.hill.needy.values.pause[1]", ("types", "hill", "needy", "values", "pause", 1), None),
        ("doctrines.historical.hill[3].chance", ("doctrines", "historical", "hill", 3, "chance"), None),
    ],
)
def test_a_path_leads_into_the_scenario(path: str, found: tuple[Any, ...], short: str | None) -> None:
    assert find_path(tiny().scenario, data(), path) == (found, short)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("hazards.breech.base", "there is no `breech` in `hazards`; did you mean `breach`?"),
        ("hazard.breach.base", "there is no `hazard` in `the scenario`; did you mean `hazards`?"),
        ("hazards.breach.terms.bald", "there is no `bald` in `hazards.breach.terms`; did you mean `bold`?"),
        ("flows.quieten[9]", "`flows.quieten.does` has 7 items, counted from 0, and none at [9]"),
        ("hazards.breach.base.more", "there is nothing inside `hazards.breach.base`"),
        ("hazards..base", "`hazards..base` is not a path"),
        ("", "`` is not a path"),
    ],
)
def test_a_path_that_leads_nowhere_says_where_it_ends(path: str, message: str) -> None:
    with pytest.raises(ValueError, match=message.replace("[", r"\[").replace("?", r"\?")):
        find_path(tiny().scenario, data(), path)


def test_steps_are_names_and_numbers() -> None:
    assert steps_of("flows.convoys[3].x[10]") == ["flows", "convoys", 3, "x", 10]


def test_nothing_said_changes_nothing_but_the_digest() -> None:
    tables, agents = lay("")
    base, _ = lay("about: the same\n")
    assert tables.ints == base.ints
    assert tables.reals == base.reals
    assert tables.digest == base.digest
    assert tables.digest != tiny().hash
    assert agents == {"hill": "historical", "shore": "hold"}


def test_values_are_set() -> None:
    base, _ = lay("")
    other, _ = lay("set: {hazards.breach.base: -7.25, calendar.horizon: 2}\n")
    hazard = other.reals[other.ints[at.HAZARDS_REALS] + list(other.names.hazards).index("breach")]
    assert hazard == -7.25
    assert (base.horizon, other.horizon) == (3, 2)
    assert other.digest != base.digest


def test_a_bare_value_goes_where_the_short_form_would_put_it() -> None:
    whole, _ = lay("set: {hazards.breach.terms.heat: {of: tension, weight: 2}}\n")
    assert whole.names.hazards["breach"] == ["bold", "heat", "habit", "hungry"]
    kept, _ = lay("set: {hazards.breach.terms.heat: 2}\n")
    written, _ = lay("set: {hazards.breach.terms.heat.weight: 2}\n")
    assert kept.reals == written.reals
    assert kept.ints == written.ints
    assert kept.reals != whole.reals or kept.ints != whole.ints  # what it is a weight of has stayed


def test_forced_rules_come_first_and_forbidden_ones_are_gone() -> None:
    forced = "forced: {hill: [{when: [day = 1], do: hold}]}\nforbidden: {hill: [denounce, lever whisper]}\n"
    base, _ = lay("")
    other, agents = lay(forced)
    rules = [ints[ints[at.DOCTRINES] + at.DOCTRINE_RULES] for ints in (base.ints, other.ints)]
    assert rules == [8, 7]
    assert agents["hill"] == "historical"


def test_forced_rules_stand_alone_for_one_who_holds() -> None:
    tables, agents = lay("forced: {shore: [{do: reject unwilling}]}\n")
    assert agents["shore"] == "forced"
    assert tables.names.doctrines == ["historical", "forced"]


def test_doctrines_are_added_or_replaced() -> None:
    head = HEAD.replace("historical", "mine")
    tables, agents = lay("doctrines: {mine: {hill: [{do: hold}]}, historical: {shore: [{do: agree}]}}\n", head)
    assert agents["hill"] == "mine"
    first = tables.ints[at.DOCTRINES]
    counts = [tables.ints[first + i * at.DOCTRINE_WIDTH + at.DOCTRINE_RULES] for i in range(4)]
    assert counts == [8, 1, 1, 0]


def test_every_fault_of_an_overlay_is_told_at_its_line() -> None:
    text = """set:
  hazards.breech.base: -2
  hazards.breach.base: lots
  seats.hill.quota: 3
forced:
  hill:
    - {when: [day = 1], do: lever whispr}
forbidden:
  hill: [end_talks]
"""
    assert told(text) == [
        "mine.yaml:4:3: set.hazards.breech.base: there is no `breech` in `hazards`; did you mean `breach`?",
        "mine.yaml:5:24: hazards.breach.base: should be a number such as `0.5` or `0.5 @N31`, not `lots`",
        "mine.yaml:6:21: seats.hill.quota: should be at most 1, not 3",
        "mine.yaml:11:10: forbidden.hill[0]: no rule of `historical` does `end_talks`",
    ]


def test_references_and_statements_are_checked_as_in_a_scenario() -> None:
    (fault,) = faults("forced:\n  hill:\n    - {do: lever whispr}\n")
    assert str(fault).startswith("mine.yaml:5:12: doctrines.historical.hill[0].do: there is no `whispr`")
    assert fault.message.endswith("did you mean `whisper`?")
    (fault,) = faults("set:\n  flows.quieten[1]: tensoin - 0.2 * truce\n")
    assert fault.line == 4
    assert fault.message.startswith("there is no `tensoin`; did you mean `tension`")
    (fault,) = faults("forced:\n  hill:\n    - {when: [stag = 1], do: hold}\n")
    assert fault.line == 5
    assert fault.message.startswith("there is no `stag`")


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("{hill: hold, shor: hold}", "there is no seat `shor`; did you mean `shore`?"),
        ("{hill: hold}", "has nobody for the seat `shore`"),
    ],
)
def test_seats_must_be_there(head: str, message: str) -> None:
    assert any(message in each for each in told("", f"schema_version: 1\nagents: {head}\n"))


def test_only_one_who_follows_rules_can_be_forced() -> None:
    head = "schema_version: 1\nagents: {hill: linear, shore: hold}\n"
    assert any("`linear` has no rules to change" in each for each in told("forced: {hill: [{do: hold}]}\n", head))

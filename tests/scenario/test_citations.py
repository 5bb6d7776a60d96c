"""Every number says where it comes from; the 0 and 1 of logic measure nothing."""

from typing import Any

import pytest

from sim.scenario.citations import check_citations, measures, orphans, walk
from sim.scenario.faults import Faults

UNSOURCED = "a number without a source"


def told(data: dict[str, Any], facts: tuple[str, ...] = ("N31", "F19")) -> list[str]:
    faults = Faults("file.yaml")
    check_citations(data, facts, faults)
    return [f"{fault.path}: {fault.message}" for fault in faults.found]


@pytest.mark.parametrize(
    "data",
    [
        {"schema_version": 1, "id": "place-2016", "sources": ["record-2016"]},
        {"calendar": {"day_1": "2016-09-28", "horizon": 95, "from": "F19"}},
        {"state": {"air": {"unit": "share of 22-28 Sep", "start": 0.9, "range": [0, 1], "from": "N31"}}},
        {"hazards": {"breach": {"base": "-2.44 @N31", "terms": {"x": {"of": "(1 - y)", "weight": "0.5 @F19"}}}}},
        {"hazards": {"breach": {"when": ["truce = 1", "clause.list_5_days = 0"], "base": "1 @N31"}}},
        {"flows": {"aid": ["waiting -> delivered 20 * permits * (1 - air) @N31"]}},
        {"flows": {"aid": ["x + y * max(0, z - w) * [truce = 1]"]}},
        {"types": {"us": {"hawk": {"prior": 0.5, "values": {"pause": [0, 0.1]}, "from": ["N31"]}}}},
        {"history": {"from": "F19", "refusals": [{"package": {"pause": "h48"}, "weight": 3}]}},
        {"doctrines": {"d": {"us": [{"do": "lever x", "once": True}]}}},
    ],
)
def test_sourced_numbers_and_none_at_all_pass(data: dict[str, Any]) -> None:
    assert told(data) == []


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"calendar": {"horizon": 95}}, "calendar.horizon"),
        ({"state": {"air": {"range": [0, 1]}, "from": None}}, "state.air.range[0]"),
        ({"state": {"air": {"start": 0.9, "from": None}}}, "state.air.start"),
        ({"flows": {"aid": ["air - 0.1 * truce"]}}, "flows.aid[0]"),
        ({"flows": {"aid": ["air = 1"]}}, "flows.aid[0]"),
        ({"flows": {"aid": ["air + [day >= 1]"]}}, "flows.aid[0]"),
        ({"flows": {"aid": ["air + .5"]}}, "flows.aid[0]"),
        ({"events": {"e": {"when": ["day = 42"]}}}, "events.e.when[0]"),
        ({"events": {"e": {"when": ["truce >= 1"]}}}, "events.e.when[0]"),
        ({"state": {"air": {"seen_by": {"us": "noise 0.2"}}}}, "state.air.seen_by.us"),
        ({"levers": {"x": {"face": "deniable 0.6"}}}, "levers.x.face"),
        ({"types": {"us": {"hawk": {"from": "N31"}, "dove": {"prior": 0.5}}}}, "types.us.dove.prior"),
    ],
)
def test_unsourced_numbers_are_told(data: dict[str, Any], path: str) -> None:
    assert any(each.startswith(f"{path}: {UNSOURCED}") for each in told(data))


def test_a_citation_covers_its_own_line_only() -> None:
    data = {"flows": {"aid": ["air - 0.1 @N31", "air - 0.2"]}}
    assert walk(data).unsourced == [("flows", "aid", 1)]


def test_unknown_facts_are_told_wherever_they_are_cited() -> None:
    data = {
        "seats": {"us": {"quota": 0.5, "from": ["N31", "N99"]}},
        "flows": {"aid": ["air - 0.1 @N98,F19"]},
        "history": {"timeline": ["F19", "F9"]},
    }
    assert told(data, ("N31", "F19", "F09")) == [
        "seats.us.from[1]: `N99` is no fact of `sources`",
        "flows.aid[0]: `N98` is no fact of `sources`",
        "history.timeline[1]: `F9` is no fact of `sources`; did you mean `F09`?",
    ]


def test_unknown_facts_pass_while_a_source_cannot_be_read() -> None:
    faults = Faults("file.yaml")
    check_citations({"flows": {"aid": ["air - 0.1 @N98"]}}, None, faults)
    assert faults.found == []


@pytest.mark.parametrize("why", ["", " ", "a guess", "guess"])
def test_an_assumption_says_why(why: str) -> None:
    expected = "an assumption says why, in 3 words or more"
    assert told({"flows": {"aid": [f"air - 0.1 @?{why}"]}}) == [f"flows.aid[0]: {expected}"]
    assert told({"state": {"air": {"start": 1, "from": f"assumption: {why}"}}}) == [f"state.air.from: {expected}"]
    assert told({"state": {"air": {"start": 1, "from": "assumption"}}}) == [f"state.air.from: {expected}"]


def test_orphans_are_facts_that_nothing_cites_or_mentions() -> None:
    data = {
        "seats": {"us": {"from": "F01"}},
        "flows": {"aid": ["air - 0.1 @F02"], "b": ["air - 0.1 @? half of what F03 says"]},
        "history": {"timeline": ["F04"]},
    }
    assert orphans(data, ["F05", "F04", "F03", "F02", "F01", "F06"]) == ["F05", "F06"]


def test_ids_with_digits_measure_nothing() -> None:
    assert not measures("separation.list_5_days = h48")
    assert not measures("clause.d7 * x2")
    assert measures("x2 + 2")

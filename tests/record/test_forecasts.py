"""Forecasts: what settles each, one rule a case. The seat that forecasts is `east`, which opens every other day."""

import pytest

from sim.record.forecasts import FORECASTS, OTHER, OWN, VOID, ForecastCourse, ForecastFate, settle
from sim.record.notation import read_action
from sim.rules.events import EVENT_NAMES
from sim.scenario.tables import RulesTables
from sim.session.session import Session
from sim.testing.play import header_of
from tests.casebook.plain import plain

ACTS = ("proposed", "withdrawn", "refused", "accepted", "offer_lapsed")  # events whose first number is a seat


def course(forecast: str, script: str, tables: RulesTables | None = None) -> ForecastCourse:
    """What becomes of a forecast; `?` before an act marks a ply under which it is noted, `|` parts the turns."""
    tables = tables or plain()
    session = Session(tables, header_of(tables))
    for turn in script.split("|"):
        for text in [each.strip() for each in turn.split(";") if each.strip()]:
            if text.startswith("?"):
                assert session.to_move == 0
                session.note({forecast: 0.5})
            session.act(read_action(tables, text.lstrip("?"), session.to_move))
        if not turn.endswith("..."):
            session.act(read_action(tables, "end", session.to_move))
    stated = [each.after for each in session.notes]
    return settle(next(each for each in FORECASTS if each.name == forecast), 0, session.events, stated)


def test_every_sign_is_an_event_that_there_is() -> None:
    for each in FORECASTS:
        for kind, whose in (*each.opens, *each.true, *each.false, *each.void):
            assert kind in EVENT_NAMES
            assert whose not in (OWN, OTHER) or kind in ACTS


@pytest.mark.parametrize(("script", "settled"), [
    ("?propose d1/little | accept o1", ForecastFate(True, 1)),
    ("?propose d1/little | reject o1 vague", ForecastFate(False, 1)),
    ("?propose d1/little | | |", ForecastFate(False, 2)),  # it lapses
    ("?propose d1/little | | | propose d2/little", ForecastFate(False, 2)),  # it is replaced
    ("?propose d1/little | | | withdraw", ForecastFate(False, 2)),
    ("?propose d1/little | propose d2/little | | accept o2", ForecastFate(False, 2)),  # another is signed
    ("?propose d1/little |", VOID),  # the game goes no further
    ("?hold | propose d1/little | | accept o1", VOID),  # it was the other seat's
    ("propose d1/little | | | ?propose d2/little | | accept o2", ForecastFate(True, 3)),  # it is of the new one
])  # fmt: skip
def test_an_offer_is_accepted_or_stands_no_longer(script: str, settled: ForecastFate) -> None:
    assert course("accepts", script).settled == (settled,)


def test_an_offer_that_no_home_ratifies_was_accepted() -> None:
    against = {"no": {"seat": "west", "weight": 1, "threshold": 9, "values": {}}}
    tables = plain(factions=against, seats={"west": {"quota": 1, "capital": {"start": 5, "per_day": 1, "most": 10}}})
    assert course("accepts", "?propose d1/little | accept o1", tables).settled == (ForecastFate(True, 1),)


SIGN = "propose {} | accept o1 | "
LEVERS = {
    "finish": {"seat": "both", "cost": 0, "face": "public", "agreement": "collapse"},
    "stop": {"seat": "both", "cost": 0, "face": "public", "agreement": "suspend"},
}
HALT = {"lasts": "pause", "truce": True}


@pytest.mark.parametrize(("package", "script", "settled"), [
    ("d2/little", "| ?hold | |", ForecastFate(True, 2)),  # its term runs out
    ("d3/little", "| ?hold | denounce | |", ForecastFate(False, 3)),
    ("d3/little", "| ?hold | | pull finish |", ForecastFate(False, 3)),
    ("d3/little", "| ?hold | pull stop | pull finish | ", ForecastFate(False, 3)),
    ("d2/little", "renew agree | ?renew agree | |", ForecastFate(True, 2)),  # it is renewed
    ("d3/little", "| ?hold | propose d2/some | accept o2 | | | | |", VOID),  # it is amended
    ("d3/little", "| ?hold |", VOID),  # the game goes no further
])  # fmt: skip
def test_an_agreement_lasts_out_its_term_or_ends_before(package: str, script: str, settled: ForecastFate) -> None:
    tables = plain(levers=LEVERS, renewals={"again": {"stage": "halt", "consent": "both", "at_most": 1}})
    assert course("holds", SIGN.format(package) + script, tables).settled == (settled,)


def test_a_term_that_gives_way_to_the_next_stage_has_held() -> None:
    tables = plain(stages={"ready": {"lasts": 5, "truce": False}, "halt": {**HALT, "opens_when": ["day >= 2"]}})
    assert course("holds", SIGN.format("d2/little") + "| ?hold | |", tables).settled == (ForecastFate(True, 2),)


def test_the_stage_that_an_amendment_enters_ends_nothing() -> None:
    tables = plain(stages={"ready": {"needs": "aid.full", "lasts": 3, "truce": False}, "halt": HALT})
    found = course("holds", SIGN.format("d2/full") + "propose d2/little | ?accept o2 | | |", tables)
    assert found == ForecastCourse((ForecastFate(True, 3),), 1, 0)


def test_without_an_agreement_nothing_can_hold() -> None:
    assert course("holds", "?hold | propose d1/little | | accept o1 | | |").settled == (VOID,)


def test_whatever_could_be_forecast_counts_for_the_base_rate() -> None:
    found = course("accepts", "propose d1/little | reject o1 vague | | propose d2/little | | accept o2 |")
    assert found == ForecastCourse((), 1, 1)

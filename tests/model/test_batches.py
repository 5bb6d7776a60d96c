"""Mechanisms over whole games: pairs of batches with the same luck, which differ in one thing."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import MakeKernel
from tests.games import flagship
from tests.model.world import changed, played

GAMES = 256
TRUCE = {
    "pause": "d7", "renewal": "once", "separation": "pledge", "aid": "inspected", "aircraft": "no_limit",
    "monitoring": "hotline", "linkage": "none",
}  # fmt: skip
FORCED = """
agents: {us: hold, russia: hold}
set: {seats.us.quota: 0, seats.russia.quota: 0, signing.cost: 0}
forced:
  us:
    - {when: [signed < 1, day in 6..20], do: propose, package: {PACKAGE}, at_least: 0, chance: 0.2}
    - {when: [left < 2, stage >= 1], do: agree}
    US
  russia:
    - {when: [signed < 1], do: accept, at_least: 0}
    - {when: [left < 2, stage >= 1], do: agree}
    RUSSIA
"""

# What is asked of many games: an array of games, nights and numbers of the state.
SLOT = flagship().slot
INCIDENTS = [f"happened.{side}_incident" for side in ("government", "faction", "jfs")]


def a_truce_night(games: Any, *names: str) -> float:
    """How often something happens on a night that falls in a truce."""
    held = (games[:, :-1, SLOT["truce"]] > 0) & (games[:, 1:, SLOT["day"]] > 0)
    return float(sum((games[:, 1:, SLOT[name]] * held).sum() for name in names) / held.sum())


def incidents(games: Any) -> float:
    return a_truce_night(games, *INCIDENTS)


def attacks_by_jfs(games: Any) -> float:
    return a_truce_night(games, "happened.jfs_incident")


def assaults_by_day_60(games: Any) -> float:
    return float((games[:, :60, SLOT["offensive"]].max(1) > 0).sum())


def trucks(games: Any) -> float:
    return float(games[:, :, SLOT["trucks_in"]].max(1).sum())


def separation(games: Any) -> float:
    return float(games[:, :, SLOT["separated"]].max(1).sum())


def deaths(games: Any) -> float:
    return float(games[:, :40, SLOT["deaths_last_night"]].sum())


def batch(kernels: MakeKernel, package: dict[str, str], us: str = "", russia: str = "") -> Any:
    """Games in which a truce is signed between day 6 and day 20, and else only what is asked for is done."""
    agreed = ", ".join(f"{issue}: {option}" for issue, option in {**TRUCE, **package}.items())
    lever = {
        who: f"- {{do: lever {each}, chance: 0.5}}" if each else "" for who, each in (("US", us), ("RUSSIA", russia))
    }
    text = FORCED.replace("PACKAGE", agreed).replace("    US\n", f"    {lever['US']}\n")
    tables, agents = changed(text.replace("    RUSSIA\n", f"    {lever['RUSSIA']}\n"))
    return played(kernels(tables), agents, GAMES).days


@pytest.mark.slow
@pytest.mark.parametrize(("what", "package"), [
    (incidents, {"monitoring": "joint_centre"}), (incidents, {"monitoring": "observers"}),
    (incidents, {"aid": "demilitarised_road"}), (incidents, {"renewal": "none"}), (deaths, {"monitoring": "observers"}),
    (deaths, {"aircraft": "all_grounded"}),
])  # fmt: skip
def test_other_terms_lower(what: Callable[[Any], float], package: dict[str, str], compiled: MakeKernel) -> None:
    assert what(batch(compiled, package)) < what(batch(compiled, {}))


@pytest.mark.slow
@pytest.mark.parametrize(("what", "us", "russia"), [
    (assaults_by_day_60, "", "press_damascus"), (incidents, "", "press_damascus"), (incidents, "", "press_militia"),
    (incidents, "press_factions", ""),
])  # fmt: skip
def test_pressure_on_clients_lowers(what: Callable[[Any], float], us: str, russia: str, compiled: MakeKernel) -> None:
    assert what(batch(compiled, {}, us, russia)) < what(batch(compiled, {}))


@pytest.mark.slow
@pytest.mark.parametrize(("what", "us", "russia"), [
    (attacks_by_jfs, "talk_of_force", ""), (incidents, "", "hard_frame"), (deaths, "", "intensify_air"),
    (trucks, "", "grant_permits"), (separation, "press_factions", ""),
])  # fmt: skip
def test_other_deeds_raise(what: Callable[[Any], float], us: str, russia: str, compiled: MakeKernel) -> None:
    assert what(batch(compiled, {}, us, russia)) > what(batch(compiled, {}))


HABIT = """
agents: {us: cooperative, russia: cooperative}
set: {seats.us.quota: 0, seats.russia.quota: 0}
forced:
  us:
    - {when: [stage >= 1, left < 2], do: WORD}
    - {when: [stage = 0], do: propose, package: {PACKAGE}, at_least: 0}
  russia:
    - {when: [stage >= 1, left < 2], do: WORD}
    - {when: [stage = 0], do: accept, at_least: 0}
forbidden: {us: [propose, accept, agree], russia: [propose, accept, agree]}
"""
LISTED = {**TRUCE, "pause": "h48", "renewal": "rolling", "separation": "list_5_days", "monitoring": "joint_centre"}


@pytest.mark.slow
def test_renewing_is_worth_no_less_to_either_seat_than_letting_a_term_expire_and_signing_anew(
    compiled: MakeKernel,
) -> None:
    agreed = ", ".join(f"{issue}: {option}" for issue, option in LISTED.items())
    means = []
    for word in ("agree", "object"):
        tables, agents = changed(HABIT.replace("WORD", word).replace("PACKAGE", agreed))
        means.append(played(compiled(tables), agents, GAMES).scores.mean(0))
    assert (means[0] >= means[1]).all()


@pytest.mark.slow
def test_a_list_and_pressure_separate_more_in_a_week_than_in_two_days(compiled: MakeKernel) -> None:
    short, long = (
        separation(batch(compiled, {"pause": pause, "separation": "list_5_days"}, "press_factions"))
        for pause in ("h48", "d7")
    )
    assert short < long

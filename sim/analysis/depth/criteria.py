"""What a game with depth should be, and whether this one is: met, not met, or not to be said from so few games.

A criterion is *met* or *not met* only if the intervals leave no doubt.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from sim.analysis.depth.relevance import NO_EFFECT, UNUSED
from sim.analysis.depth.varied import ENOUGH, WANTED

MET, NOT_MET, CANNOT_SAY = "met", "not met", "cannot say"
HARDLY = 0.2  # correlation of paper and execution below which something is wrong
HALF = 0.5
MANY = 1000  # games, below which what is idle may only be rare
ALL_LIVE = 0.9  # share of decisions that are seen to be live, which is a lower bound


class Criterion(NamedTuple):
    """What is wanted, the verdict, and the figures that it rests on."""

    id: str
    verdict: str
    figures: dict[str, Any]


def verdict(surely: Iterable[bool], never: Iterable[bool]) -> str:
    """Met if all that should surely be so is; not met if anything surely is otherwise."""
    if any(never):
        return NOT_MET
    return MET if all(surely) else CANNOT_SAY


def criteria_of(result: dict[str, Any]) -> list[Criterion]:
    """The criteria that the measured parts have something to say of."""
    told = {
        "lengths": _lengths, "lines": _lines, "varied": _varied, "worth": _worth, "relevance": _relevance,
        "decisions": _decisions,
    }  # fmt: skip
    return [criterion for part, tell in told.items() if part in result for criterion in tell(result[part])]


def _lengths(found: dict[str, Any]) -> list[Criterion]:
    rows = found.get("best", {}).get("all", {}).get("options", {})
    least, most = found.get("least", 0.0), found.get("most", 1.0)
    said = verdict(
        (least <= row["low"] and row["high"] <= most for row in rows.values()),
        (row["high"] < least or row["low"] > most for row in rows.values()),
    )
    shares = {name: {key: row[key] for key in ("share", "low", "high")} for name, row in rows.items()}
    return [Criterion("lengths", said if rows else CANNOT_SAY, {"least": least, "most": most, "shares": shares})]


def _lines(found: dict[str, Any]) -> list[Criterion]:
    dominant = {seat: each["dominant"] for seat, each in found["seats"].items()}
    return [Criterion("lines", NOT_MET if any(dominant.values()) else MET, {"dominant": dominant})]


def _varied(found: dict[str, Any]) -> list[Criterion]:
    skill = {seat: each["skill"] for seat, each in found["skill"].items()}
    luck = verdict((each["low"] >= HALF for each in skill.values()), (each["high"] < HALF for each in skill.values()))
    endings = found["endings"].values()
    sure, possible = sum(each["low"] >= ENOUGH for each in endings), sum(each["high"] >= ENOUGH for each in endings)
    often = [name for name, each in found["endings"].items() if each["mean"] >= ENOUGH]
    return [
        Criterion("luck", luck, {"skill": skill}),
        Criterion("endings", verdict([sure >= WANTED], [possible < WANTED]), {"wanted": WANTED, "often": often}),
    ]


def _worth(found: dict[str, Any]) -> list[Criterion]:
    rows = found["types"]
    said = verdict((row["low"] >= HARDLY for row in rows.values()), (row["high"] < HARDLY for row in rows.values()))
    figures = {name: {key: row[key] for key in ("correlation", "low", "high")} for name, row in rows.items()}
    return [Criterion("worth", said if rows else CANNOT_SAY, {"least": HARDLY, "correlations": figures})]


def _relevance(found: dict[str, Any]) -> list[Criterion]:
    idle = {f"{row['sort']} {row['name']}": row["verdict"] for row in found["things"]}
    idle = {name: each for name, each in idle.items() if each in (UNUSED, NO_EFFECT)}
    said = CANNOT_SAY if found["games"] < MANY else NOT_MET
    return [Criterion("relevance", said if idle else MET, {"idle": idle})]


def _decisions(found: dict[str, Any]) -> list[Criterion]:
    low, high = found["wanted"]
    median, live = found["committed"], found["live"]
    within = verdict([low <= median["low"] and median["high"] <= high], [median["high"] < low or median["low"] > high])
    alive = verdict([live.get("low", 0.0) >= ALL_LIVE], [live.get("high", 1.0) < ALL_LIVE])
    return [
        Criterion("pacing", within, {"wanted": [low, high], "committed": median}),
        Criterion("live", alive, {"least": ALL_LIVE, "live": live}),
    ]

"""A review of a finished game: how usual it was, and where it turned. It takes seconds, so it is played step by step.

What it came to can be kept as a line of JSON beside the record and is read again only for that very record.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from sim import __version__
from sim.ai.kernel import Kernel
from sim.analysis.study.estimates import Estimate
from sim.analysis.understood.attentive import attentive_beliefs
from sim.analysis.understood.understanding import Belief
from sim.analysis.why.choices import Alternative
from sim.analysis.why.story import FinishedRecord
from sim.analysis.why.turning import PairedEstimate, Progress, Search, SearchPlan, TurningPoint, TurningPoints
from sim.analysis.why.twin import NightApart, Twin
from sim.analysis.why.usual import UsualGames, play_usual
from sim.record.notation import Action
from sim.record.notes import type_names

FORM = "cessation-review 2"
GAMES = 2000


@dataclass(frozen=True)
class Review:
    """How usual a game was, its turning points, and what an observer in either seat's place could have believed."""

    usual: UsualGames
    turning: TurningPoints
    attentive: tuple[tuple[Belief, ...], tuple[Belief, ...]] = ((), ())


def review(kernel: Kernel, past: FinishedRecord, plan: SearchPlan, games: int = GAMES) -> Iterator[Progress | Review]:
    """Progress, step by step, and at last the review. Whoever iterates may stop after any step."""
    search = Search(kernel, past, plan)
    one, two = (attentive_beliefs(kernel, past, seat) for seat in range(2))
    usual = None
    for played in play_usual(kernel, past, games, plan.rng_seed):
        if isinstance(played, UsualGames):
            usual = played
        else:
            yield Progress(played, games + search.total)
    for step in search.steps():
        if isinstance(step, Progress):
            yield Progress(games + step.done, games + step.of)
        elif usual is not None:
            yield Review(usual, step, (one, two))


# ---------------------------------------------------------------------------------------------------------- to be kept
def review_text(past: FinishedRecord, found: Review) -> str:
    """A review as a line of JSON."""
    data: dict[str, Any] = {"form": FORM, "key": _key(past), "attentive": found.attentive}
    data |= {"usual": asdict(found.usual), "turning": _turning_data(found.turning)}
    return json.dumps(data)


def read_review(past: FinishedRecord, text: str) -> Review | None:
    """The review that a line of JSON holds; None if it is none, or one of another record, version or scenario."""
    try:
        data = json.loads(text)
        if (data["form"], data["key"]) != (FORM, _key(past)):
            return None
        usual = data["usual"]
        one, two = (tuple(map(float, each)) for each in usual["scores"])
        games = UsualGames(usual["agent"], usual["games"], usual["endings"], usual["signed"], (one, two))
        first, second = (tuple(_read_belief(past, seat, row) for row in data["attentive"][seat]) for seat in range(2))
        return Review(games, _read_turning(past, data["turning"]), (first, second))
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None


def _read_belief(past: FinishedRecord, seat: int, data: list[Any]) -> Belief:
    day, after, chances = data
    if len(chances) != len(type_names(past.tables, seat)):
        raise ValueError("not the types there are")
    return Belief(int(day), int(after), tuple(map(float, chances)))


def _key(past: FinishedRecord) -> list[str]:
    """What a review belongs to: the version, the scenario and the last link of the record's chain."""
    return [__version__, past.tables.digest, past.lines[-1]]


def _turning_data(turning: TurningPoints) -> dict[str, Any]:
    found = []
    for each in turning.found:
        data = {"ply": each.ply.number, "alternative": asdict(each.alternative), "alike": each.alike}
        data |= {"futures": each.futures, "ensemble": [list(row) for row in map(_row, each.ensemble)]}
        twin = each.twin
        data["twin"] = [twin.ending, twin.day, twin.scores, twin.human_cost, asdict(twin.apart) if twin.apart else None]
        found.append(data)
    return asdict(turning) | {"found": found}


def _row(each: PairedEstimate) -> tuple[str, Estimate, Estimate, Estimate]:
    return each.name, each.recorded, each.alternative, each.difference


def _read_turning(past: FinishedRecord, data: dict[str, Any]) -> TurningPoints:
    counts = (data[name] for name in ("points", "alternatives", "passed", "refined"))
    points, alternatives, passed, refined = map(int, counts)
    found = tuple(_read_point(past, each) for each in data["found"])
    return TurningPoints(
        SearchPlan(**data["plan"]), points, alternatives, passed, refined, found, dict(data["stand_ins"])
    )


def _read_point(past: FinishedRecord, data: dict[str, Any]) -> TurningPoint:
    instead = data["alternative"]["instead"]
    alternative = Alternative(
        data["alternative"]["kind"], Action(*map(int, instead)) if instead else None, data["alternative"]["without"]
    )
    ensemble = tuple(PairedEstimate(str(name), *(Estimate(*each) for each in row)) for name, *row in data["ensemble"])
    ending, day, (one, two), cost, apart = data["twin"]
    night = NightApart(int(apart["day"]), tuple(apart["recorded"]), tuple(apart["twin"])) if apart else None
    if past.tables.names.endings.count(ending) != 1:
        raise ValueError("no such ending")
    twin = Twin(ending, int(day), (float(one), float(two)), dict(cost), night, ())
    ply = past.plies[int(data["ply"])]
    return TurningPoint(ply, alternative, int(data["alike"]), int(data["futures"]), ensemble, twin)

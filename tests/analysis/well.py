"""An invented scenario of which it is known by construction what matters: two villages and a well.

One agreement a game can be signed, and each night that it holds is worth the same to both: so the longer term is best
in every position. What a clause, a lever and a colour do shows in no score.
"""

from functools import lru_cache
from typing import Any

from sim.scenario.tables import RulesTables
from sim.testing.tables import tables_of

VALUES = {"term": [0.0, 0.6], "colour": [0.2, 0.2], "toll": [0.0, 0.2, 0.2]}


def data() -> dict[str, Any]:
    """The scenario as the plain data of its file."""
    village = {"prior": 1.0, "resolve": 0.5, "weights": {"calm": 0.5, "water": 0.5}}
    seat = {"quota": 0.0, "capital": {"start": 2, "per_day": 1, "most": 4}}
    return {
        "schema_version": 1, "id": "well",
        "calendar": {"day_1": "2001-01-01", "horizon": 6, "opens": "north"},
        "turn": {"levers": 1, "offer_lasts": 2},
        "seats": {"north": seat, "south": seat},
        "state": {
            "nights": {"unit": "nights", "range": [0, 50], "start": 0, "seen_by": "all"},
            "buckets": {"unit": "buckets", "range": [0, 50], "start": 0, "seen_by": "all"},
            "dust": {"unit": "handfuls", "range": [0, 1000], "start": 0, "seen_by": "all"},
        },
        "issues": {
            "term": {"unit": "days", "options": {"short": 1, "long": 3}},
            "colour": {"options": ["red", "blue"]},
            "toll": {"options": ["high", "low", "none"]},
        },
        "reasons": {"unwilling": {}},
        "levers": {
            "draw_water": {"seat": "both", "cost": 1, "face": "public", "does": ["buckets + 1"]},
            "sweep": {"seat": "north", "cost": 0, "face": "public", "does": ["dust + 1"]},
        },
        "hazards": {
            "quarrel": {"when": ["truce = 1"], "base": -1.0, "then": ["nights - 1"]},
            "sandstorm": {"when": ["dust >= 900"], "base": 5.0, "then": ["nights = 0"]},
        },
        "flows": {"counting": ["nights + 1 * truce"]},
        "night": ["agreement", "quarrel", "sandstorm", "counting"],
        "stages": {"halt": {"lasts": "term", "truce": True}},
        "clauses": {
            "painting": {"stages": ["halt"], "does": ["dust + 1"]},
            "bucket_chain": {"stages": ["halt"], "does": ["buckets + 1"]},
        },
        "signing": {"cost": 0, "when": ["signed < 1"]},
        "types": {"north": {"thirsty": village | {"values": VALUES}}, "south": {"dry": village | {"values": VALUES}}},
        "scoring": {
            "components": ["calm", "water"],
            "settle": ["score.calm = 0.3 * nights", "score.water = 0.02 * buckets"],
            "par": {"north": {"thirsty": 10.0}, "south": {"dry": 10.0}},
        },
        "endings": {
            "buried": {"when": ["dust >= 900"], "rank": 1},
            "evening": {"when": ["day >= 6"], "rank": 2},
        },
        "habits": {"south": [{"when": ["day >= 2"], "do": "lever draw_water"}]},
    }  # fmt: skip


@lru_cache
def well() -> RulesTables:
    """Its tables."""
    return tables_of(data())

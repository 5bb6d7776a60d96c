"""The plainest scenario there can be. Each case of the casebook adds the one thing that it is about."""

from typing import Any

from sim.scenario.tables import RulesTables
from sim.testing.tables import tables_of
from tests.games import Game

SEAT = {"quota": 0.0, "capital": {"start": 5, "per_day": 1, "most": 10}}
# Worth to a seat of the options of `pause` (d1, d2, d3) and `aid` (little, some, full).
WORTH = {"east": {"pause": [0.0, 0.3, 0.6]}, "west": {"pause": [0.4, 0.2, 0.0]}}


def number(start: Any = 5, seen_by: Any = "all", span: tuple[float, float] = (0, 10)) -> dict[str, Any]:
    """A variable."""
    return {"unit": "units", "range": list(span), "start": start, "seen_by": seen_by}


def kind(values: dict[str, list[float]], prior: float = 1) -> dict[str, Any]:
    """A type."""
    return {"prior": prior, "resolve": 0.5, "values": values, "weights": {"calm": 1}}


PLAIN: dict[str, Any] = {
    "schema_version": 1,
    "id": "plain",
    "calendar": {"day_1": "2001-03-01", "horizon": 9, "opens": "east"},
    "turn": {"levers": 1, "offer_lasts": 2},
    "seats": {"east": SEAT, "west": SEAT},
    "state": {"x": number(), "y": number(0)},
    "issues": {
        "pause": {"unit": "days", "options": {"d1": 1, "d2": 2, "d3": 3}},
        "aid": {"options": ["little", "some", "full"]},
    },
    "reasons": {"vague": {}, "short": {"issue": "pause", "wants": "higher"}},
    "night": ["agreement"],
    "stages": {"halt": {"lasts": "pause", "truce": True}},
    "signing": {"cost": 1},
    "types": {"east": {"e": kind(WORTH["east"])}, "west": {"w": kind(WORTH["west"])}},
    "scoring": {"components": ["calm"], "settle": ["score.calm = 0.5"], "par": {"east": {"e": 50}, "west": {"w": 50}}},
    "endings": {
        "parted": {"when": ["talks = 0", "day >= 1000"], "rank": 1},
        "late": {"when": ["day >= 1000"], "rank": 2},
    },
}


def plain(**sections: Any) -> RulesTables:
    """Its tables, with sections added, or entries added to sections that are mappings; stages are replaced."""
    data = dict(PLAIN)
    for name, section in sections.items():
        added = isinstance(section, dict) and name != "stages"
        data[name] = {**data.get(name, {}), **section} if added else section
    return tables_of(data)


def game(**sections: Any) -> Game:
    """A game of it."""
    return Game(plain(**sections))

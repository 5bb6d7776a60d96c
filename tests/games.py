"""The shipped scenarios as tables, and a game driven by the bare rules, for tests."""

from functools import lru_cache
from typing import Self

from sim.record.notation import read_action
from sim.rules import events as ev
from sim.rules.actions import VIOLATIONS
from sim.rules.endings import returns
from sim.rules.events import log_size
from sim.rules.game import apply, night_falls, seed_luck, start
from sim.rules.legality import violations
from sim.rules.luck import (
    AT_START,
    FIRST_FORCED,
    LUCK_SIZE,
    N_FORCED,
    OF_DRAW,
    OF_HAZARD,
    OF_LEVER,
    OF_TYPE,
    TRACE,
    point_of,
)
from sim.rules.night import night
from sim.rules.observation import observe
from sim.scenario.tables import RulesTables
from sim.testing.tables import tables_in

NIGHT = 2


@lru_cache
def tiny() -> RulesTables:
    """The scenario that uses every mechanic once."""
    return tables_in("tiny")


@lru_cache
def flagship() -> RulesTables:
    """The large scenario."""
    return tables_in("aleppo-2016")


class Game:
    """A game in plain Python whose every number can be read and set by name."""

    def __init__(self, tables: RulesTables, game: int = 0, forced: dict[int, int] | None = None) -> None:
        self.tables = tables
        self.luck = [0] * LUCK_SIZE
        seed_luck(self.luck, 1, game)
        self.state = [0.0] * tables.n_state
        self.log = [0.0] * log_size(tables.log_rows)
        for point, outcome in (forced or {}).items():
            self.force(point, outcome)
        start(tables.ints, tables.reals, self.state, self.luck, self.log)

    def __getitem__(self, name: str) -> float:
        return self.state[self.tables.slot[name]]

    def __setitem__(self, name: str, value: float) -> None:
        self.state[self.tables.slot[name]] = value

    # ------------------------------------------------------------------------------------------------------- chance
    def force(self, point: int, outcome: int) -> None:
        """Impose an outcome from now on."""
        i = FIRST_FORCED + 2 * self.luck[N_FORCED]
        self.luck[i : i + 2] = [point, outcome]
        self.luck[N_FORCED] += 1

    def force_hazard(self, hazard: str, outcome: int) -> Self:
        """A hazard strikes (1) or not (0) tonight."""
        self.force(point_of(int(self["day"]), OF_HAZARD, list(self.tables.names.hazards).index(hazard), 0), outcome)
        return self

    def force_draw(self, draw: str, outcome: str, turn: int = NIGHT) -> Self:
        """A draw comes out in a given way today, in the given turn (0 or 1) or at night."""
        i = list(self.tables.names.draws).index(draw)
        self.force(point_of(int(self["day"]), OF_DRAW, i, turn), self.tables.names.draws[draw].index(outcome))
        return self

    def force_lever(self, lever: str, seen: int) -> Self:
        """A deniable lever is seen (1) or not (0) today."""
        self.force(point_of(int(self["day"]), OF_LEVER, self.tables.names.levers.index(lever), 0), seen)
        return self

    # ------------------------------------------------------------------------------------------------------- acting
    def broken(self, text: str) -> list[str]:
        """The rules that an action would break."""
        action = read_action(self.tables, text, int(self["to_move"]))
        bits = violations(self.tables.ints, self.tables.reals, self.state, *action)
        return [message for bit, message in VIOLATIONS.items() if bits & bit]

    def act(self, *texts: str) -> Self:
        """Apply legal actions of whoever is to move; `end` after the second turn does not bring the night."""
        for text in texts:
            assert not self.broken(text), f"{text}: {self.broken(text)}"
            action = read_action(self.tables, text, int(self["to_move"]))
            apply(self.tables.ints, self.tables.reals, self.state, self.luck, self.log, list(action))
        return self

    def apply(self, kind: int, a: int, b: int) -> None:
        """Apply a legal action by its numbers, and the night if it ends the day."""
        apply(self.tables.ints, self.tables.reals, self.state, self.luck, self.log, [kind, a, b])
        if night_falls(self.state):
            night(self.tables.ints, self.tables.reals, self.state, self.luck, self.log)

    def sleep(self) -> Self:
        """End the turns that are left today, then the night."""
        while not night_falls(self.state):
            self.act("end")
        night(self.tables.ints, self.tables.reals, self.state, self.luck, self.log)
        return self

    def sign(self, package: str) -> Self:
        """Let one seat propose a package and the other accept it."""
        self.act(f"propose {package}", "end")
        rival = self.tables.names.seats[1 - int(self["to_move"])]
        return self.act(f"accept o{int(self[f'{rival}.offer_id'])}")

    # ------------------------------------------------------------------------------------------------------ reading
    def happened(self, kind: str) -> list[tuple[float, float, float]]:
        """Rows of a kind of event since the game began, without the code."""
        rows = [tuple(self.log[1 + 4 * i : 5 + 4 * i]) for i in range(int(self.log[0]))]
        code = ev.EVENT_NAMES.index(kind)
        return [(row[1], row[2], row[3]) for row in rows if row[0] == code]

    def seen(self, seat: str, name: str) -> float:
        """What a seat sees of a number."""
        return self.observation(seat)[self.tables.slot[name]]

    def observation(self, seat: str) -> list[float]:
        """All that a seat sees."""
        seen = [0.0] * self.tables.n_state
        observe(self.tables.ints, self.tables.reals, self.state, self.luck, self.tables.names.seats.index(seat), seen)
        return seen

    def score(self, seat: str) -> float:
        """A seat's score."""
        return returns(self.tables.ints, self.tables.reals, self.state, self.tables.names.seats.index(seat))

    @property
    def ending(self) -> str | None:
        """The ending reached, if one is."""
        return self.tables.names.endings[int(self["ending"])] if self["ending"] >= 0 else None

    def trace(self) -> Self:
        """Log chance from now on."""
        self.luck[TRACE] = 1
        return self


def start_point(row: int) -> int:
    """The point of a drawn starting value, by its row."""
    return point_of(0, AT_START, row, 0)


def type_point(seat: int) -> int:
    """The point of a seat's type."""
    return point_of(0, OF_TYPE, seat, 0)

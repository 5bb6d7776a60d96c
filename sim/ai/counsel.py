"""The advisers of a seat through one game: they follow every ply of it, and speak when they are asked.

A pure function of the seat's plies: a game that was left and is gone on with has the same advice as one that was not.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from sim.ai.agent import Luck, Observation, OwnPly, luck_of
from sim.record.notation import Action
from sim.rules import layout as at
from sim.scenario.tables import RulesTables


class Foretold(NamedTuple):
    """Chances, None where there is nothing to foretell or too little was settled."""

    accepts: float | None
    holds: float | None


class Advice(NamedTuple):
    """What an adviser would do at the table now, and what it expects of that, in points of its own weighting.

    ``error`` is half a 95 % interval. ``term`` says by how many points the component ``because`` speaks for the advice
    against ``other``, the next best: below 0 if all that weighs much speaks against it. ``types`` is what it believes.
    """

    adviser: str
    action: Action
    points: float
    error: float
    foretold: Foretold
    other: Action
    because: str
    term: float
    types: tuple[tuple[str, float], ...]


class Consultation(NamedTuple):
    """What is put before the advisers: all plies that their seat has made, what it sees now, and what it may do."""

    plies: Sequence[OwnPly]
    seen: tuple[float, ...]
    legal: Sequence[int]

    @property
    def day(self) -> int:
        """The day of what is seen."""
        return int(self.seen[at.DAY])


class Consulted(Protocol):
    """Advisers who can be asked, here or elsewhere."""

    advised_on: int
    """The day of the latest advice."""

    def advise(self, asked: Consultation) -> tuple[Advice, ...]:
        """What each would do now."""

    def foretell(self, asked: Consultation) -> dict[str, float]:
        """What becomes of what stands, as beliefs to be noted: ``adviser.forecast``."""


class Counsel:
    """All advisers of a seat, in the order of the scenario, with the same luck."""

    def __init__(self, tables: RulesTables, seat: int, rng_seed: int, game: int, *, compiled: bool) -> None:
        from sim.ai.adviser import Adviser  # with all of the kernel: only who asks waits for that

        rows = tables.names.advisers[tables.names.seats[seat]]
        self._advisers = [Adviser(tables, seat, row, compiled=compiled) for row in rows]
        self._seat, self._rng_seed, self._game = seat, rng_seed, game
        self._lived = 0  # plies of which all is known
        self._looked = False  # whether the look that follows them has been taken in
        self._advice: tuple[Advice, ...] = ()
        self.advised_on = 0

    def _luck(self, seen: Observation) -> Luck:
        return luck_of(self._rng_seed, self._game, self._seat, seen)

    def _follow(self, plies: Sequence[OwnPly]) -> None:
        """Live through the plies made since."""
        for ply in plies[self._lived :]:
            seen = Observation(self._seat, ply.seen)
            for adviser in self._advisers:
                if not self._looked:
                    adviser.beliefs.take_in(seen.values, self._luck(seen))
                adviser.beliefs.note(ply.action)
            self._looked = False
            self._lived += 1

    def advise(self, asked: Consultation) -> tuple[Advice, ...]:
        """What each would do now; the same again if nothing was done since."""
        self._follow(asked.plies)
        if not self._looked:
            seen = Observation(self._seat, asked.seen)
            self._advice = tuple(each.advise(seen, asked.legal, self._luck(seen)) for each in self._advisers)
            self._looked, self.advised_on = True, asked.day
        return self._advice

    def foretell(self, asked: Consultation) -> dict[str, float]:
        """What becomes of what stands once the turn's plies are made, over short playouts."""
        self._follow(asked.plies)
        if not self._looked:
            seen = Observation(self._seat, asked.seen)
            for each in self._advisers:
                each.beliefs.take_in(seen.values, self._luck(seen))
            self._looked = True
        told = {}
        for each in self._advisers:
            for forecast, chance in each.foretell()._asdict().items():
                if chance is not None:
                    told[f"{each.id}.{forecast}"] = chance
        return told

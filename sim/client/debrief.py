"""What is revealed once a game is over: the truth at its start and its end, and every event whoever knew of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.record.events import Event
from sim.record.notes import PlacedNote

if TYPE_CHECKING:
    from sim.analysis.understood.counsel import AdviserReport
    from sim.analysis.understood.understanding import Understanding
    from sim.analysis.why.explain import HazardNight

ENDS_OF_AGREEMENTS = ("expired", "collapsed", "denounced")


@dataclass(frozen=True)
class Debrief:
    """The truth about a finished game. ``broke`` explains the night on which the last truce was broken, if one was.

    ``notes`` hold what the seats believed and why they chose; ``understood`` holds those beliefs against the truth, one
    entry a seat; ``advised`` does so with what the person's advisers forecast.
    """

    ending: str
    scores: tuple[float, float]
    first: tuple[float, ...]
    final: tuple[float, ...]
    events: tuple[tuple[int, Event], ...]
    broke: "tuple[HazardNight, ...]"
    rng_seed: int
    notes: tuple[PlacedNote, ...]
    understood: "tuple[Understanding, ...]"
    advised: "tuple[AdviserReport, ...]" = ()

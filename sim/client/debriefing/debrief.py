"""What is revealed once a game is over: the truth at its start and its end, and every event whoever knew of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sim.record.events import Event
from sim.record.notes import PlacedNote

if TYPE_CHECKING:
    from sim.analysis.understood.counsel import AdviserReport
    from sim.analysis.understood.understanding import Understanding
    from sim.analysis.why.cards import DealtCard
    from sim.analysis.why.ended import EndingReason
    from sim.analysis.why.explain import HazardNight
    from sim.analysis.why.packages import TablePicture
    from sim.analysis.why.story import FinishedRecord

ENDS_OF_AGREEMENTS = ("expired", "collapsed", "denounced")


class Reviewing(NamedTuple):
    """How far a review has come, in futures and games; or why there will be none."""

    done: int = 0
    of: int = 0
    trouble: str = ""


NOT_BEGUN = Reviewing()


@dataclass(frozen=True)
class Debrief:
    """The truth about a finished game. ``broke`` explains the night on which the last truce was broken, if one was.

    ``notes`` hold what the seats believed and why they chose; ``understood`` holds those beliefs against the truth, one
    entry a seat; ``advised`` does so with what the person's advisers forecast; ``cards`` are dealt to either seat.
    """

    past: "FinishedRecord"
    reason: "EndingReason"
    broke: "tuple[HazardNight, ...]"
    table: "TablePicture"
    cards: "tuple[tuple[DealtCard, ...], tuple[DealtCard, ...]]"
    notes: tuple[PlacedNote, ...]
    understood: "tuple[Understanding, ...]"
    advised: "tuple[AdviserReport, ...]" = ()

    @property
    def ending(self) -> str:
        """The ending's id."""
        return self.reason.ending

    @property
    def scores(self) -> tuple[float, float]:
        """Both seats' scores."""
        return self.past.scores

    @property
    def first(self) -> tuple[float, ...]:
        """The true state as the game began."""
        return self.past.plies[0].state

    @property
    def final(self) -> tuple[float, ...]:
        """The true state as it ended."""
        return self.past.final

    @property
    def events(self) -> tuple[tuple[int, Event], ...]:
        """Everything that happened, each with its day."""
        return self.past.events

    @property
    def rng_seed(self) -> int:
        """The luck of the game."""
        return self.past.header.rng_seed

"""Models of the advisers of a seat: what each of them weighs, and what it expects of the other side."""

from pydantic import Field

from sim.scenario.entry import AtLeastZero, Entry, Id, Share


class Adviser(Entry):
    """A school of thought at home that sees what the seat sees and judges it otherwise."""

    weights: dict[Id, AtLeastZero] = Field(
        default={}, description="How much it weighs components of the score, in proportion; none: as the seat does."
    )
    rival_types: dict[Id, Share] = Field(
        default={}, description="What it expects the other seat's type to be; these sum to 1. None: as anyone would."
    )
    rival_stances: dict[Id, Share] = Field(
        default={}, description="Doctrines that it expects the other seat to follow; what lacks to 1 is any other's."
    )

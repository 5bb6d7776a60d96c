"""Models of a course: lessons told beside the table, one idea at a time, for whoever plays for the first time."""

from typing import Annotated

from pydantic import Field

from sim.scenario.entry import Between, Entry, Id, Lines
from sim.scenario.written import Cited


class Lesson(Entry):
    """One idea, told when it is needed, with something to try."""

    when: Lines = Field(default=(), description="Conditions on what the seat sees, for being told; none: at once.")
    unless: Lines = Field(
        default=(), description="It is not told while all of these hold, such as on a day that leaves no room for it."
    )
    done: Lines = Field(
        default=(), description="Conditions under which it is learnt; none: once a turn has passed since it was told."
    )


class Course(Entry):
    """The lessons of a scenario: for one seat, against one doctrine, with luck of its own."""

    seat: Id = Field(description="The seat that they are told to.")
    rival: Id = Field(description="The doctrine that plays the other seat.")
    rng_seed: Annotated[Cited, Between(0, whole=True)] | None = Field(
        default=None, description="The luck that the course is played with, a whole number; none: new luck each time."
    )
    steps: dict[Id, Lesson] = Field(description="The lessons, in order.", min_length=1)

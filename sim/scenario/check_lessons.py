"""A course: for a seat there is, against a doctrine that plays the other one, and short enough to be one."""

from sim.scenario.check_basics import known
from sim.scenario.check_names import at_most
from sim.scenario.faults import Faults
from sim.scenario.model import Scenario

MOST_LESSONS = 24


def check_lessons(scenario: Scenario, faults: Faults) -> None:
    course = scenario.lessons
    if course is None:
        return
    at_most(faults, ("lessons", "steps"), len(course.steps), MOST_LESSONS, "lessons")
    seated = known(faults, ("lessons", "seat"), course.seat, scenario.seats, "seats")
    met = known(faults, ("lessons", "rival"), course.rival, scenario.doctrines, "doctrines")
    if seated and met:
        other = next(seat for seat in scenario.seats if seat != course.seat)
        if not scenario.doctrines[course.rival].get(other):
            faults.add(("lessons", "rival"), f"`{course.rival}` has no rule for `{other}`, which it is to play")

"""Habits: levers that a seat pulls whatever its style at the table, as the scenario lists them.

A family that bargains knows nothing of levers. When it has had its say at the table, the first habit acts whose
conditions hold on what the seat sees and whose lever may be pulled. A habit has no chance: it tells of a seat, not of
a mind.
"""

from sim.ai.families import brain as my
from sim.ai.families.bargaining import set_action
from sim.rules import actions as act
from sim.rules import layout as at
from sim.rules.terms import all_hold


def next_habit(ints: list[int], reals: list[float], seen: list[float], mask: list[int], seat: int, after: int) -> int:
    """The number, from 0, of the first habit later than ``after`` that is due; -1 if there is none."""
    rules = ints[at.DOCTRINES] + (2 * ints[at.N_DOCTRINES] + seat) * at.DOCTRINE_WIDTH
    first = ints[rules]
    for habit in range(after + 1, ints[rules + at.DOCTRINE_RULES]):
        row = ints[at.RULES] + (first + habit) * at.RULE_WIDTH
        if mask[act.N_KINDS + ints[row + at.RULE_A]] == 0:
            continue
        if all_hold(ints, reals, seen, ints[row], ints[row + at.RULE_CONDITIONS]):
            return habit
    return -1


def lever_of_habit(ints: list[int], seat: int, habit: int) -> int:
    """The lever that a habit pulls."""
    first = ints[ints[at.DOCTRINES] + (2 * ints[at.N_DOCTRINES] + seat) * at.DOCTRINE_WIDTH]
    return ints[ints[at.RULES] + (first + habit) * at.RULE_WIDTH + at.RULE_A]


def pull_by_habit(
    ints: list[int], reals: list[float], seen: list[float], mask: list[int], brain: list[float], action: list[int]
) -> None:
    """Pull the lever of the first habit that is due, if any is."""
    seat = int(brain[my.SEAT])
    habit = next_habit(ints, reals, seen, mask, seat, -1)
    if habit >= 0:
        set_action(action, act.PULL, lever_of_habit(ints, seat, habit), 0)
        brain[my.RULE] = habit + 1.0


def expect_habits(
    ints: list[int], reals: list[float], seen: list[float], mask: list[int], seat: int, pulled: list[float]
) -> None:
    """Set to 1 the chance of each lever that the habits of a seat would pull this turn."""
    habit = -1
    for _ in range(ints[at.LEVERS_A_TURN]):
        habit = next_habit(ints, reals, seen, mask, seat, habit)
        if habit < 0:
            return
        pulled[lever_of_habit(ints, seat, habit)] = 1.0

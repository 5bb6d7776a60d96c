"""What the scores are made of: what each goal came to, by its weight, as the kernel adds it up; and par beside it."""

from collections.abc import Iterator
from typing import NamedTuple

from sim.client.debriefing import debrief_words as w
from sim.client.debriefing.debrief import Debrief
from sim.client.figures import fixed
from sim.client.model import Model
from sim.client.naming import seat_name
from sim.client.page import Row, Section, section
from sim.client.view.drawing.scene import Bar
from sim.rules.endings import returns

COLOURS = ("own", "theirs")


class GoalPoints(NamedTuple):
    """A goal of a seat: the most that it could bring, the share of that to which it came, and what it brought."""

    goal: str
    weight: float
    share: float
    points: float


def goal_points(model: Model, debrief: Debrief, seat: int) -> list[GoalPoints]:
    """The goals that count for what a seat truly was, the weightiest first; their points add up to its score."""
    slots = {goal: model.tables.slot[f"score.{goal}"] for goal in model.names.components}
    nothing = [0.0 if slot in slots.values() else x for slot, x in enumerate(debrief.final)]

    def alone(slot: int, share: float) -> float:
        """The score, had the game come to this share of one goal and to nothing of any other."""
        state = [*nothing[:slot], share, *nothing[slot + 1 :]]
        return returns(model.tables.ints, model.tables.reals, state, seat)

    shares = {goal: debrief.final[slot] for goal, slot in slots.items()}
    found = [
        GoalPoints(goal, alone(slot, 1.0), shares[goal], alone(slot, shares[goal])) for goal, slot in slots.items()
    ]
    return sorted((each for each in found if each.weight), key=lambda each: -each.weight)


def most_of_it(model: Model, debrief: Debrief, seat: int) -> str:
    """The two goals that brought a seat most, in a few words; nothing if none brought anything."""
    most = sorted(goal_points(model, debrief, seat), key=lambda each: -each.points)[:2]
    told = [w.GOAL_BROUGHT.format(goal=_name(model, each), points=each.points) for each in most if each.points >= 0.5]
    return w.MOST_OF_IT.format(goals=", ".join(told)) if told else ""


def score_section(model: Model, debrief: Debrief, seat: int, par: str) -> Section:
    """How the score of a seat is made up, and how it compares with par."""
    rows = [*_goal_rows(model, debrief, seat), Row(w.IN_ALL, fixed(debrief.scores[seat], 1), par)]
    says = [w.MADE_OF_SAYS] if seat == model.seat else []
    return section(w.MADE_OF.format(seat=seat_name(model.book, seat)), says, rows)


def _goal_rows(model: Model, debrief: Debrief, seat: int) -> Iterator[Row]:
    goals = goal_points(model, debrief, seat)
    heaviest = max(each.weight for each in goals)
    for each in goals:
        colour = COLOURS[seat != model.seat]
        bar = Bar(each.points / heaviest, colour)
        came = w.GOAL_CAME_TO.format(share=100 * each.share, weight=each.weight)
        yield Row(_name(model, each), fixed(each.points, 1), came, bar)


def _name(model: Model, each: GoalPoints) -> str:
    return model.book.word("components", each.goal)

"""What is said after something was drafted or planned: the table, what a package means, and what it would oblige to."""

from collections.abc import Iterable, Sequence

from sim.client.figures import short
from sim.client.model import Model
from sim.client.telling.standing import home_says, same_as_theirs, worth_says
from sim.client.text import words as t
from sim.client.text.believing import suggestion
from sim.client.text.layout import rows, wrap
from sim.client.text.turn import table_lines
from sim.client.weighing.clocks import collapse_says
from sim.client.weighing.judging import LEAST_CLIMBDOWN, climbdown
from sim.client.weighing.owing import owed_heading, owed_rows
from sim.client.weighing.planning import rival_offer, signing_barred, signing_cost
from sim.client.weighing.reading import course_says, lull_says
from sim.rules import layout as at


def shown(model: Model, show: str, width: int) -> list[str]:
    """What a reply asks to be drawn after its messages."""
    if show == "table":
        return table_lines(model, width)
    if show == "draft" and model.plan:
        draft = model.draft
        costs = t.SIGNING_COSTS.format(cost=short(signing_cost(model)))
        said = (same_as_theirs(model, draft), *_signed(model, draft), worth_says(model, draft), home_says(model, draft))
        return _lines((*said, costs, signing_barred(model), suggestion(model, "accepts")), width)
    if show == "offer" and model.plan and rival_offer(model):
        return _acceptance_lines(model, width)
    return []


def _acceptance_lines(model: Model, width: int) -> list[str]:
    """What accepting their offer means: does a truce begin, who carries it, what does it cost and oblige to."""
    options = model.package(at.OFFER_PACKAGE, 1 - model.seat)
    size = climbdown(model, options)
    back = t.CLIMBDOWN.format(size=100 * size).strip() if size > LEAST_CLIMBDOWN else ""
    costs = t.SIGNING_COSTS.format(cost=short(signing_cost(model)))
    owed = [*wrap(owed_heading(model, options), width, 2), *rows(owed_rows(model, options), width)]
    shut = collapse_says(model, options)
    said = _lines((*_signed(model, options), home_says(model, options), costs, shut, back), width)
    return [*said, *owed, *_lines((suggestion(model, "holds"),), width)]


def _signed(model: Model, options: Sequence[int]) -> list[str]:
    """What would run if a package were signed."""
    return [*lull_says(model, options), t.IF_SIGNED.format(course=course_says(model, options))]


def _lines(sentences: Iterable[str], width: int) -> list[str]:
    return [line for sentence in sentences if sentence for line in wrap(sentence, width, 2)]

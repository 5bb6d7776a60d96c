"""What a seat's score is made of, all of it on one page: its goals with their weights, and what endings add."""

from sim.client import page_words as p
from sim.client.explaining.endings import ending_points
from sim.client.model import Model
from sim.client.naming import typed
from sim.client.page import Page, Row, page, section
from sim.client.weighing.judging import own_type


def goals_page(model: Model) -> Page:
    """How the score comes about: each goal settled from 0 to 1, times its weight for the seat's own type."""
    rows = goal_rows(model, model.seat, own_type(model))
    heaviest = next((id_ for id_ in model.names.components if model.book.word("components", id_) == rows[0].label), "")
    ask = p.GOALS_ASK.format(goal=typed(heaviest, rows[0].label))
    return page(
        p.YOUR_SCORE,
        section("", [own_type_says(model), p.SCORE_IS_A_SUM]),
        section("", [], rows),
        section("", [endings_say(model), ask]),
    )


def own_type_says(model: Model) -> str:
    """What the seat truly wants, in a sentence or two."""
    kind = model.names.types[model.names.seats[model.seat]][own_type(model)]
    return p.OF_TYPE.format(type=model.book.word("types", kind), about=model.book.word("types", kind, "about"))


def endings_say(model: Model) -> str:
    """Which endings count for the seat by themselves, the dearest first, and where all are told."""
    worth = sorted(((points, id_) for id_, points in ending_points(model).items() if abs(points) >= 1.0), reverse=True)
    said = ", ".join(p.ENDING_WORTH.format(ending=model.book.word("endings", id_), points=x) for x, id_ in worth)
    return p.ENDINGS_COUNT.format(endings=said) if said else p.ENDINGS_ASK


def goal_rows(model: Model, seat: int, kind: int) -> list[Row]:
    """What the score of a type is made of, the weightiest first."""
    seat_id = model.names.seats[seat]
    entry = list(model.book.outline["types"][seat_id].values())[kind]
    weights = {id_: float(str(weight).partition("@")[0]) for id_, weight in entry["weights"].items()}
    return [
        Row(
            model.book.word("components", id_),
            p.WEIGHT.format(weight=100 * weight),
            model.book.word("components", id_, "about"),
        )
        for id_, weight in sorted(weights.items(), key=lambda pair: -pair[1])
        if weight
    ]

"""A newcomer who does what each lesson says, and nothing else."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from sim.client.explaining.lessons import lesson_due
from sim.client.game import Game
from sim.client.model import Model, first_model
from sim.client.update import EndTurn, Message, PlanAction
from sim.client.weighing.planning import draft_number
from sim.record.notation import Action
from sim.record.record import Header
from sim.rules import actions as act
from sim.rules import layout as at
from sim.scenario.places import first_course
from tests.client.play import book, header, send

WEEK, FOUR_DAYS, TWO_DAYS = ("d7", "none", "hotline", "inspected"), ("d4", "rolling", "observers"), ("h48", "rolling")
WATCHED = ("d7", "rolling", "observers")
OFFERS = {"two_reasons": WEEK, "two_faces": FOUR_DAYS, "at_home": TWO_DAYS, "the_bridge": WATCHED}
LEVERS = {"an_errand": "back_channel", "a_night": "press_guard", "a_charge": "inquiry"}


def begun(rng_seed: int | None = None) -> tuple[Game, Model]:
    """The course as it begins; not saved."""
    of = book(first_course())
    course = of.tables.names.course
    assert course is not None
    seat = of.tables.names.seats.index(course.seat)
    plain: Header = header(of, seat, course.rival, course.rng_seed if rng_seed is None else rng_seed)
    game, looks = Game.new(of.tables, plain, None)
    return game, first_model(of, seat, course.rival, looks)


def as_told(model: Model) -> Sequence[Message]:
    """What the lesson of now says, and agreement to a renewal wherever a term ends."""
    lesson = lesson_due(model)
    found: list[Message] = []
    if lesson in LEVERS:
        row = model.names.levers.index(f"{model.names.seats[model.seat]}.{LEVERS[lesson]}")
        found.append(PlanAction(Action(act.PULL, row)))
    if lesson in OFFERS:
        found.append(offer(model, OFFERS[lesson]))
    elif model.values[at.STATUS] == at.IN_FORCE and model.values[at.LEFT] <= 1:
        found.append(PlanAction(Action(act.RENEW, 1)))
    return found


def offer(model: Model, named: Sequence[str]) -> PlanAction:
    """An offer in private; what is not named is as in the first one."""
    options = [*named, *WEEK[len(named) :]]
    draft = tuple(ids.index(option) for ids, option in zip(model.names.issues.values(), options, strict=True))
    return PlanAction(Action(act.PROPOSE, draft_number(replace(model, draft=draft)), act.PRIVATE))


@lru_cache
def taught() -> tuple[Model, ...]:
    """What the newcomer knows at the beginning of each turn, and at the end."""
    game, model = begun()
    found = [model]
    while not found[-1].over:
        found.append(send(game, found[-1], *as_told(found[-1]), EndTurn(1)))
    return tuple(found)

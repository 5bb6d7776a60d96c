"""Explaining an offer by its number: who made it, what it holds, what became of it, why it was not answered."""

from collections.abc import Iterator

from sim.client import page_words as p
from sim.client.explaining.asking import offers_made
from sim.client.figures import days
from sim.client.model import Dated, Model
from sim.client.naming import package_words, seat_name, short_date
from sim.client.page import Page, Row, page, section
from sim.client.telling.events import tell
from sim.client.telling.motives import why
from sim.client.telling.standing import home_says, worth_says
from sim.client.weighing.planning import face_words, package_of
from sim.client.weighing.reading import lull_says
from sim.rules import layout as at

BY_ID = ("withdrawn", "refused", "accepted", "unratified", "offer_lapsed")
"""Events that name the offer of which they tell."""


def explain_offer(model: Model, id_: str) -> Page:
    """An offer made in this game."""
    where, made = offers_made(model)[int(id_[1:]) - 1]
    day, event = made
    seat, options = int(event.row[1]), package_of(model, int(event.row[2]))
    said = p.OFFER_MADE.format(
        seat=seat_name(model.book, seat), day=day, date=short_date(model.book, day),
        face=face_words(model, int(event.row[3]), options),
    )  # fmt: skip
    fate = list(_fate(model, int(id_[1:]), where))
    return page(
        p.OFFER_NAMED.format(id=id_, seat=seat_name(model.book, seat)),
        section("", [said, package_words(model.book, options) + ".", *lull_says(model, options)]),
        section(p.WHAT_BECAME_OF_IT, fate),
        section(p.WHY_SILENT, [] if answered(model, int(id_[1:])) else _silence_says(model, made)),
        section(p.WEIGHED_MEANWHILE, [], _weighed(model, seat, where, int(id_[1:]))),
        section(p.WORTH_TODAY, [worth_says(model, options), home_says(model, options)]),
    )


def _of_offer(model: Model, number: int) -> list[Dated]:
    return [each for each in model.log if each[1].kind in BY_ID and int(each[1].row[2]) == number]


def answered(model: Model, number: int) -> bool:
    """Whether an offer was accepted or refused."""
    return any(event.kind in ("accepted", "refused") for _, event in _of_offer(model, number))


def _fate(model: Model, number: int, where: int) -> Iterator[str]:
    """What is known to have become of an offer, in sentences."""
    told = _of_offer(model, number)
    for each in told:
        yield p.THAT_DAY.format(day=each[0], date=short_date(model.book, each[0]), text=tell(model, each).text)
        if each[1].kind == "refused" and int(model.log[where][1].row[1]) == model.seat:
            yield p.REASON_SAYS
    if any(int(model.own(at.OFFER_ID, seat)) == number for seat in (0, 1)) and not model.over:
        seat = int(model.log[where][1].row[1])
        last = int(model.own(at.OFFER_DAY, seat)) + model.tables.ints[at.OFFER_LASTS] - 1
        yield p.NOT_YET_ANSWERED.format(day=last, left=days(last - model.day + 1.0))
    elif not told:
        yield _gone(model, where)[1]


def _gone(model: Model, where: int) -> tuple[int, str]:
    """The day on which an offer that nobody answered was gone, and what took its place: a later one, or a signature."""
    seat = int(model.log[where][1].row[1])
    number = sum(event.kind == "proposed" for _, event in model.log[: where + 1])
    for day, event in model.log[where + 1 :]:
        number += event.kind == "proposed"
        if event.kind == "proposed" and int(event.row[1]) == seat:
            return day, p.REPLACED.format(id=number, day=day, date=short_date(model.book, day))
        if event.kind in ("signed", "amended"):
            return day, p.SIGNED_MEANWHILE.format(day=day, date=short_date(model.book, day))
    return model.day, p.NOBODY_ANSWERED


def _silence_says(model: Model, made: Dated) -> Iterator[str]:
    """Why an offer of one's own was not answered cannot be known in play."""
    if int(made[1].row[1]) == model.seat and not model.debrief:
        yield p.SILENCE_UNKNOWN.format(rival=seat_name(model.book, 1 - model.seat))


def _weighed(model: Model, seat: int, where: int, number: int) -> Iterator[Row]:
    """What the other side noted on its plies while one's own offer stood; told when the game is over."""
    if model.debrief is None or seat != model.seat:
        return
    first = model.log[where][0]
    ends = [day for day, event in _of_offer(model, number)] or [_gone(model, where)[0]]
    last = min(*ends, first + model.tables.ints[at.OFFER_LASTS])
    for each in model.debrief.notes:
        if each.seat != seat and first <= each.day <= last and each.note.reasons:
            said = why(model, each.seat, model.rival, each.note.reasons)
            yield Row(p.ON_DAY.format(day=each.day, date=short_date(model.book, each.day)), "", said)

"""What a day of a replay shows, in window and terminal alike: what happened and why, the table, what was hidden."""

from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from sim.client.model import Dated, Model
from sim.client.naming import capitalised, date_words, is_yes_or_no, issue_name, option_name, seat_name, slot_name
from sim.client.page import Page, Row, page, section
from sim.client.replaying import replay_words as w
from sim.client.replaying.replay import Replay
from sim.client.replaying.replay_mark import ReplayMark
from sim.client.telling.events import SILENT, tell
from sim.client.telling.meters import headline_names, shown_meter, shown_value
from sim.client.telling.motives import why
from sim.client.telling.standing import agreement_says, cost_rows, refusal_says
from sim.client.weighing.judging import owner_of_type, share_of_best
from sim.client.weighing.planning import face_words
from sim.record.notes import Terms
from sim.rules import layout as at
from sim.session.calls import actor_of

ENDED = "ended"
DAYS_BACK, MOST_BEFORE = 14, 8  # how far back it is told what happened before


class Deed(NamedTuple):
    """Something that happened: its sentence, what it was, whose act, why if that is open, and who did not know of it.

    ``text`` leaves out the package that an offer spells out.
    """

    day: int
    text: str
    kind: str
    seat: int | None
    why: str = ""
    unseen: str = ""


class Offer(NamedTuple):
    """What lies on the table: whose it is, or -1 for what was signed; the options; how and when it was said."""

    seat: int
    head: str
    options: tuple[int, ...]
    note: str = ""


# -------------------------------------------------------------------------------------------------- where a replay is
def day_words(replay: Replay, mark: ReplayMark) -> str:
    """``Day 9 of 88``, or the end."""
    if mark.day > replay.last:
        return w.THE_END.format(last=replay.last)
    return w.DAY_OF.format(day=mark.day, last=replay.last)


def eyes_words(replay: Replay, mark: ReplayMark) -> str:
    """``as Washington saw it``, or ``as it was``."""
    return w.SEEN_BY.format(seat=seat_name(replay.book, mark.seat)) if mark.fog else w.AS_IT_WAS


def fog_words(replay: Replay, mark: ReplayMark) -> str:
    """What the fog leaves, as a sentence."""
    seat = seat_name(replay.book, mark.seat)
    if replay.past is None:
        return w.STILL_PLAYED.format(seat=seat)
    return w.FOG_SAYS.format(seat=seat) if mark.fog else w.NO_FOG_SAYS


def why_not_on(replay: Replay, mark: ReplayMark) -> str:
    """Why the game cannot be played on from there; empty if it can."""
    seat = replay.forker(mark)
    if not replay.persons:
        return w.NOBODY_PLAYED
    return "" if mark.day in replay.turns(seat) else w.NO_TURN_THEN.format(seat=seat_name(replay.book, seat))


# ------------------------------------------------------------------------------------------------------ what happened
def deeds(replay: Replay, mark: ReplayMark) -> list[Deed]:
    """What happened on the day and in the night after it; at the end, how it ended."""
    told = _told(replay, mark, min(mark.day, replay.last), min(mark.day, replay.last))
    return [each for each in told if mark.day <= replay.last or each.kind == ENDED]


def deeds_before(replay: Replay, mark: ReplayMark) -> list[Deed]:
    """What happened last before that day, the latest first."""
    last = min(mark.day - 1, replay.last)
    told = [each for each in _told(replay, mark, last - DAYS_BACK, last) if each.kind != ENDED]
    return list(reversed(told))[:MOST_BEFORE]


def _told(replay: Replay, mark: ReplayMark, first: int, last: int) -> list[Deed]:
    """What happened from a day to another, as far as it may be told."""
    model = replay.model(mark)
    if mark.fog or replay.past is None:
        known = [each for look in replay.looks[mark.seat] for each in look.events if first <= each[0] <= last]
        found = [(each, "", "") for each in known]
    else:
        reasons = _reasons(replay, model, first, last)
        found = [
            (each, reasons.get(i, ""), _unseen(replay, each))
            for i, each in enumerate(replay.past.events)
            if first <= each[0] <= last
        ]
    return [
        Deed(dated[0], _sentence(model, dated), dated[1].kind, actor_of(dated[1]), said, unseen)
        for dated, said, unseen in found
        if dated[1].kind not in SILENT
    ]


def _sentence(model: Model, dated: Dated) -> str:
    """An event as a sentence; an offer without its package, which the table shows."""
    told = tell(model, dated, briefly=True)
    head, found, _ = told.text.partition(issue_name(model.book, 0))
    return f"{head.rstrip(' :')}." if told.kind == "proposed" and found else told.text


def _reasons(replay: Replay, model: Model, first: int, last: int) -> dict[int, str]:
    """What the seats noted as they acted, in words, by the number of the first event that was heard of the act."""
    past, found = replay.past, {}
    for each in past.notes if past else ():
        if past and each.note.reasons and first <= each.day <= last:
            heard = (i for i in range(each.before, each.after) if past.events[i][1].kind not in SILENT)
            number = next(heard, None)
            if number is not None:
                found[number] = _because(replay, model, each.seat, each.note.reasons)
    return found


def _because(replay: Replay, model: Model, seat: int, reasons: Terms) -> str:
    return why(model, seat, replay.agents[seat], reasons)


def _unseen(replay: Replay, dated: Dated) -> str:
    """Who did not know of an event."""
    blind = [seat for seat in range(2) if not dated[1].audience >> seat & 1]
    if len(blind) > 1:
        return w.UNSEEN_BY_BOTH
    return w.UNSEEN.format(seat=seat_name(replay.book, blind[0])) if blind else ""


# ---------------------------------------------------------------------------------------------------------- the table
def offers(model: Model) -> list[Offer]:
    """What stands on the table: each side's offer, the first seat's first, and what is in force."""
    found = []
    for seat in range(2):
        if model.own(at.OFFER_ID, seat):
            options = model.package(at.OFFER_PACKAGE, seat)
            head = w.OFFERED.format(seat=seat_name(model.book, seat), day=int(model.own(at.OFFER_DAY, seat)))
            found.append(Offer(seat, head, options, face_words(model, int(model.own(at.OFFER_FACE, seat)), options)))
    if model.values[at.STATUS] in (at.IN_FORCE, at.SUSPENDED):
        found.append(Offer(-1, w.IN_FORCE, model.agreed))
    return found


def offer_rows(model: Model, lying: list[Offer]) -> list[list[str]]:
    """A row an issue: its name, and the option that each of these has."""
    return [
        [issue_name(model.book, i), *(option_name(model.book, i, each.options[i]) for each in lying)]
        for i in range(len(model.names.issues))
    ]


def worth_rows(model: Model, lying: list[Offer], *, fog: bool) -> list[list[str]]:
    """What each of these was worth on paper to the seat, and without fog to the other one."""
    found = []
    for seat in (model.seat, *([] if fog else [1 - model.seat])):
        owner = owner_of_type(model, seat, int(model.own(at.TYPE, seat)))
        worths = [f"{share_of_best(model, owner, each.options):.0f}" for each in lying]
        found.append([w.WORTH.format(seat=seat_name(model.book, seat)), *worths])
    return found


# ------------------------------------------------------------------------------------------------------ what was hidden
def type_rows(model: Model, *, fog: bool) -> Iterator[Row]:
    """What each side truly wants; with fog the seat knows its own."""
    for seat in (model.seat, 1 - model.seat):
        kind = model.names.types[model.names.seats[seat]][int(model.own(at.TYPE, seat))]
        known = seat == model.seat or not fog
        yield Row(seat_name(model.book, seat), "", model.book.word("types", kind) if known else w.TYPE_UNKNOWN)


def hidden_rows(replay: Replay, mark: ReplayMark) -> Iterator[Row]:
    """Every variable that the seat did not see exactly and that is not at rest: what it was, and was seen as."""
    if mark.fog or replay.past is None:
        return
    seen, true = replay.model(mark._replace(fog=True)), replay.model(mark)
    for name in replay.book.tables.variables:
        slot = replay.book.tables.slot[name]
        sd, value = seen.names.sd[slot][mark.seat], true.values[slot]
        if sd and value and not is_yes_or_no(replay.book, name):
            note = w.NOT_SEEN if sd == inf else w.SEEN_AS.format(value=shown_meter(seen, name).value)
            yield Row(capitalised(slot_name(replay.book, name)), shown_value(true, name, value), note)


# ---------------------------------------------------------------------------------------------------------- as a page
def replay_page(replay: Replay, mark: ReplayMark) -> Page:
    """A day of a replay, for a terminal."""
    model = replay.model(mark)
    seat = seat_name(replay.book, mark.seat)
    meters = [shown_meter(model, name) for name in headline_names(model, whole=True)]
    told = [_deed_words(each) for each in deeds(replay, mark)] or [nothing_words(replay, mark)]
    date = "" if mark.day > replay.last else f", {date_words(replay.book, mark.day)}"
    return page(
        f"{w.REPLAY}: {day_words(replay, mark)}{date}",
        section("", [fog_words(replay, mark)]),
        section(w.OFFERS, [] if model.values[at.TALKS] else [w.TALKS_OVER], _table_rows(model, fog=mark.fog)),
        section("", [*agreement_says(model), *refusal_says(model)]),
        section(w.STATE, [], [Row(each.label, each.value, each.change) for each in meters]),
        section(w.TYPES, [], type_rows(model, fog=mark.fog)),
        section(w.HIDDEN.format(seat=seat), [], hidden_rows(replay, mark)),
        section(w.COST, [], cost_rows(model)),
        section(w.IT_ENDED if mark.day > replay.last else w.HAPPENED, [*told, *end_words(replay, mark)]),
        note=eyes_words(replay, mark),
    )  # fmt: skip


def end_words(replay: Replay, mark: ReplayMark) -> list[str]:
    """At the end of a game what its ending means, and both seats' scores."""
    if replay.past is None or mark.day <= replay.last:
        return []
    ending = replay.book.tables.names.endings[replay.past.ending]
    first, second = (seat_name(replay.book, seat) for seat in range(2))
    one, two = replay.past.scores
    return [replay.book.word("endings", ending, "text"), w.SCORES.format(first=first, one=one, second=second, two=two)]


def nothing_words(replay: Replay, mark: ReplayMark) -> str:
    """That nothing happened, as far as the seat knew."""
    return w.NOTHING_KNOWN.format(seat=seat_name(replay.book, mark.seat)) if mark.fog else w.NOTHING_HAPPENED


def _deed_words(each: Deed) -> str:
    because = w.BECAUSE.format(why=each.why) if each.why else ""
    return " ".join(part for part in (each.text, because, each.unseen) if part)


def _table_rows(model: Model, *, fog: bool) -> list[Row]:
    """What lies on the table, a row an offer: the options one after another, and what it is worth."""
    lying = offers(model)
    worths = worth_rows(model, lying, fog=fog)
    columns = list(zip(*offer_rows(model, lying), strict=True))[1:]
    found = []
    for i, (each, options) in enumerate(zip(lying, columns, strict=True)):
        worth = "; ".join(f"{row[0]}: {row[1 + i]}" for row in worths)
        note = f"{', '.join(options)}. {worth}."
        found.append(Row(f"{each.head} ({each.note})" if each.note else each.head, "", note))
    return found

"""Events as sentences, with the facts that stand behind them, for a seat that may know of them."""

from collections.abc import Sequence
from typing import NamedTuple

from sim.client import words as w
from sim.client.explaining.asking import Target
from sim.client.explaining.codex import fact_ids, open_ids
from sim.client.figures import days
from sim.client.model import Dated, Model
from sim.client.naming import duty_name, lever_name, package_words, part_word, seat_name
from sim.client.telling import cables_words as c
from sim.client.telling.gravity import is_upheaval, rank_of, shock_of
from sim.client.telling.lapsing import why_lapsed, why_stopped
from sim.client.weighing.planning import face_words, package_of
from sim.client.weighing.reading import is_truce
from sim.record.events import Event
from sim.rules import layout as at
from sim.rules.actions import PRIVATE
from sim.session.calls import ACTS_OF_SEATS, OFFER_RECENT


class Telling(NamedTuple):
    """A sentence about something that happened, the facts behind it, its kind, and whether it is an upheaval."""

    day: int
    text: str
    facts: tuple[str, ...]
    kind: str
    upheaval: bool = False


WITH_REASONS = ("expired", "suspended")
"""Events of which it is told why they came about; what broke a truce is told beside it as news."""
TO_OWN = ("backed_down", "unratified", "offer_lapsed", "accepted")
"""Events of one's own seat that are news to it: what its acts led to, not the acts."""
SCHOLARLY = ("finding", "estimate")
"""Kinds of facts that stand behind a rule and not behind its news."""
SILENT = ("spared", "odds", "term", "chance", "chance_among", "drew")
"""What is left out of the telling: draws that came to nothing, and what lies behind other events."""


def tell(model: Model, dated: Dated, *, briefly: bool = False) -> Telling:
    """An event as a sentence, ``briefly`` without the aside on what a lever is about."""
    day, event = dated
    _, a, b, value = event.row
    seat = seat_name(model.book, int(a)) if event.kind in ACTS_OF_SEATS else ""
    gaps = {"seat": seat, "points": 100 * value, "days": days(value), "nights": value} | _gaps(model, event)
    if briefly:
        gaps["about"] = ""
    again = briefly and pulled_again(model, dated)
    text = (w.PULLED_AGAIN if again else w.TOLD.get(_template(model, event), event.text)).format(**gaps).rstrip()
    if event.kind in ("struck", "fired"):
        text = _news(model, event)
    elif event.kind == "pulled" and _was_traced(model, int(b), value):
        text += w.TRACED.format(seat=seat)
    elif event.kind == "entered" and _follows_another(model, dated):
        text = w.ENTERED_NEXT.format(**gaps)
    elif not briefly and (why := _why(model, dated)):
        text = f"{text} {why}"
    return Telling(day, text, tuple(open_ids(model, _facts(model, event))), event.kind, is_upheaval(model, event))


def _follows_another(model: Model, dated: Dated) -> bool:
    """Whether a stage is not the first that began that night."""
    before = model.log[: _place(model, dated)]
    return any(day == dated[0] and event.kind == "entered" for day, event in before)


def _why(model: Model, dated: Dated) -> str:
    """Why an agreement stopped, or why nobody took an offer, where that is told."""
    kind = dated[1].kind
    if kind == "offer_lapsed":
        return why_lapsed(model, dated)
    return _why_stopped(model, dated) if kind in WITH_REASONS else ""


def _why_stopped(model: Model, dated: Dated) -> str:
    """Why an agreement stopped, from the look on which the seat was told of it."""
    for look in model.looks:
        if any(each is dated for each in look.events):
            before = next(i for i, each in enumerate(model.log) if each is dated)
            return why_stopped(model, model.log[: before + 1], look.values)
    return ""


def tell_news(model: Model, dated: Dated) -> Telling:
    """An event as news: what the same seat offered or pulled within a week is told in short."""
    told = tell(model, dated)
    if pulled_again(model, dated):
        return tell(model, dated, briefly=True)
    if not offered_again(model, dated):
        return told
    seat, face = seat_name(model.book, int(dated[1].row[1])), _gaps(model, dated[1])["face"]
    return told._replace(text=w.OFFERED_AGAIN.format(seat=seat, face=face, id=_number_of(model, dated)))


def offered_again(model: Model, dated: Dated) -> bool:
    """Whether an event is an offer whose package and face are those of one that its seat made within a week."""
    day, event = dated
    if event.kind != "proposed":
        return False
    before = [each for each in model.log[: _place(model, dated)] if day - each[0] <= OFFER_RECENT]
    return any(other.kind == event.kind and other.row[1:4] == event.row[1:4] for _, other in before)


def pulled_again(model: Model, dated: Dated) -> bool:
    """Whether an event is a lever of the other side that it pulled within a week already."""
    day, event = dated
    if event.kind != "pulled" or int(event.row[1]) == model.seat:
        return False
    before = (other for at_day, other in model.log[: _place(model, dated)] if day - at_day <= OFFER_RECENT)
    return any(other.kind == event.kind and other.row[1:3] == event.row[1:3] for other in before)


def _number_of(model: Model, dated: Dated) -> int:
    """The number of an offer, counted from 1."""
    return 1 + sum(event.kind == "proposed" for _, event in model.log[: _place(model, dated)])


def _place(model: Model, dated: Dated) -> int:
    return next((i for i, each in enumerate(model.log) if each is dated), 0)


def tell_all(model: Model, events: tuple[Dated, ...]) -> list[Telling]:
    """The events that are worth a sentence, in the order of gravity."""
    return [tell_news(model, each) for each in gravest(model, _once(events)) if each[1].kind not in SILENT]


def _once(events: Sequence[Dated]) -> list[Dated]:
    """Events without the levers that the same seat had pulled among them already."""
    pulls = [each[1].row[1:3] if each[1].kind == "pulled" else None for each in events]
    return [each for i, each in enumerate(events) if pulls[i] is None or pulls[i] not in pulls[:i]]


def gravest(model: Model, events: Sequence[Dated]) -> list[Dated]:
    """Events with the gravest first; those that are no graver than others stay in the order in which they came."""
    return sorted(events, key=lambda each: rank_of(model, each[1]))


def attribution(model: Model, dated: Dated) -> str:
    """Who says so and who denies it, in a sentence, as far as the telling does not say it itself."""
    event = dated[1]
    _, a, b, value = event.row
    if event.kind in ("struck", "fired"):
        return _behind(model, event)
    if event.kind == "proposed":
        return c.OFFER_PRIVATE if int(value) == PRIVATE else c.OFFER_PUBLIC
    if event.kind == "pulled":
        ints = model.tables.ints
        return c.BY_FACE[ints[ints[at.LEVERS] + int(b) * at.LEVER_WIDTH + at.LEVER_FACE]]
    if event.kind == "duty_contested":
        owing = model.names.seats.index(model.names.duties[int(a)].partition(".")[2])
        return c.DISPUTES.format(owed=seat_name(model.book, 1 - owing), owing=seat_name(model.book, owing))
    return c.JUDGED if event.kind in ("duty_kept", "duty_breached", "duty_cured") else ""


def _behind(model: Model, event: Event) -> str:
    """The facts that may be shown of what stands behind news: whose they are, and who contests them."""
    said = []
    for id_ in open_ids(model, _facts(model, event)):
        fact = model.book.fact(id_)
        who = ", ".join(fact["contested_by"] or ())
        said.append((c.FACT_CONTESTED if who else c.FACT_BY).format(id=id_, by=fact["by"], who=who))
    return c.REPORTED.format(facts="; ".join(said)) if said else ""


def page_of(model: Model, event: Event) -> Target | None:
    """What tells why a thing happens: the page of the hazard, lever, clause or other entry behind an event, if any."""
    names, first, second, value = model.names, int(event.row[1]), int(event.row[2]), int(event.row[3])
    match event.kind:
        case "struck" | "fired":
            section, id_ = _entry(model, event)
        case "pulled":
            section, id_ = "levers", names.levers[second].partition(".")[2]
        case "duty_kept" | "duty_breached" | "duty_contested" | "duty_cured":
            section, id_ = "clauses", names.duties[first].partition(".")[0]
        case "refused" if names.reasons:
            section, id_ = "reasons", names.reasons[value]
        case "entered":
            section, id_ = "stages", names.stages[first]
        case "renewed":
            section, id_ = "renewals", names.renewals[first]
        case "ended":
            section, id_ = "endings", names.endings[first]
        case _:
            return None
    return Target(section, id_, model.book.word(section, id_))


def _template(model: Model, event: Event) -> str:
    if event.kind == "consented":
        return "agreed" if event.row[2] else "objected"
    if event.kind == "entered" and not is_truce(model, int(event.row[1])):
        return "entered_lull"
    return event.kind


def _was_traced(model: Model, lever: int, seen: float) -> bool:
    face = model.tables.ints[model.tables.ints[at.LEVERS] + lever * at.LEVER_WIDTH + at.LEVER_FACE]
    return face == at.DENIABLE_LEVER and seen > 0


def _entry(model: Model, event: Event) -> tuple[str, str]:
    """Section and id of the hazard or event that happened."""
    shock = shock_of(model, event)
    assert shock is not None
    return shock


def _news(model: Model, event: Event) -> str:
    section, id_ = _entry(model, event)
    news = model.book.text.get(section, {}).get(id_, {}).get("news")
    return str(news) if news else w.NEWS_WITHOUT_WORDS.format(name=model.book.word(section, id_))


def _facts(model: Model, event: Event) -> list[str]:
    """The facts that an event's entry cites."""
    if event.kind in ("struck", "fired"):
        section, id_ = _entry(model, event)
    elif event.kind == "pulled":
        section, id_ = "levers", model.names.levers[int(event.row[2])].partition(".")[2]
    else:
        return []
    cited = fact_ids(model.book.outline.get(section, {}).get(id_, {}).get("from"))
    return [id_ for id_ in cited if model.book.facts[id_]["kind"] not in SCHOLARLY]


def _aside(model: Model, seat: int, lever: int) -> str:
    """What a lever of the other side is about; one's own need no words."""
    if seat == model.seat:
        return ""
    return w.ASIDE.format(about=lever_name(model.book, lever, "about").partition(". ")[0].rstrip("."))


def _gaps(model: Model, event: Event) -> dict[str, object]:
    """What an event's sentence is to be filled with, apart from its seat."""
    _, a, b, value = event.row
    book, names, first, second = model.book, model.names, int(a), int(b)
    match event.kind:
        case "proposed":
            options = package_of(model, second)
            return {"package": package_words(book, options), "face": face_words(model, int(value), options)}
        case "refused":
            return {"reason": book.word("reasons", names.reasons[int(value)]).lower()}
        case "pulled":
            return {"lever": lever_name(book, second), "about": _aside(model, first, second)}
        case "denounced":
            return {"left": days(b)}
        case "entered":
            return {"stage": book.word("stages", names.stages[first])}
        case "renewed":
            return {"renewal": book.word("renewals", names.renewals[first]).lower()}
        case "amended":
            return {"package": package_words(book, package_of(model, second))}
        case "duty_kept" | "duty_breached" | "duty_contested" | "duty_cured":
            clause, _, owing = names.duties[first].partition(".")
            said = book.word("clauses", clause)
            return {"duty": duty_name(book, first), "seat": book.word("seats", owing), "clause": said}
        case "drew":
            draw, outcomes = list(names.draws.items())[first]
            outcome = part_word(book, ("draws", draw, "outcomes", outcomes[second])).lower()
            return {"draw": book.word("draws", draw), "outcome": outcome}
        case "ended":
            return {"ending": book.word("endings", names.endings[first])}
    return {}
